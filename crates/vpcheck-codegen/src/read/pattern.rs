//! Regular expressions: from the dialect of ECMA-262, with its flag `u`, to that of the `regex` crate.

use std::{fmt::Write as _, iter::Peekable, str::Chars};

use regex::Regex;

use super::limits;
use crate::model::Pattern;

/// What `\d`, `\w` and `\s` take, to stand inside a class. In the `regex` crate they take all of Unicode.
const DIGITS: &str = "0-9";
const WORD: &str = "0-9A-Za-z_";
const SPACE: &str =
    r"\t\n\x0B\x0C\r\x20\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000}\x{FEFF}";
/// What `.` takes: no end of a line.
const DOT: &str = r"[^\n\r\x{2028}\x{2029}]";
const ANYTHING: &str = r"[\x{0}-\x{10FFFF}]";
const NOTHING: &str = r"[^\x{0}-\x{10FFFF}]";

/// Translates a pattern and proves that it compiles.
///
/// # Errors
///
/// What the `regex` crate has no equal for, or what is wrong with the pattern.
pub(crate) fn translate(ecma: &str) -> Result<Pattern, String> {
    if ecma.len() > limits::PATTERN_BYTES {
        return Err(format!("the pattern is longer than {} bytes", limits::PATTERN_BYTES));
    }
    let rust = Translation { rest: ecma.chars().peekable(), rust: String::new() }.run()?;
    match Regex::new(&rust) {
        Ok(_) => Ok(Pattern { ecma: ecma.to_owned(), rust }),
        Err(regex::Error::CompiledTooBig(_)) => Err("the pattern needs too much memory".to_owned()),
        Err(error) => {
            // The error of the crate shows the translated pattern over several lines: the last one says what is wrong.
            let text = error.to_string();
            let reason = text.lines().last().unwrap_or_default().trim();
            Err(format!("the pattern is not valid: {}", reason.strip_prefix("error: ").unwrap_or(reason)))
        }
    }
}

struct Translation<'p> {
    rest: Peekable<Chars<'p>>,
    rust: String,
}

/// What an escape stands for.
enum Escape {
    Literal(char),
    /// The inside of a class, and whether everything else is meant.
    Class(&'static str, Negation),
    /// `\p{…}` or `\P{…}`, as it is.
    Property(String),
}

#[derive(Clone, Copy)]
enum Negation {
    Plain,
    Negated,
}

impl Translation<'_> {
    fn run(mut self) -> Result<String, String> {
        let mut repeated = false;
        while let Some(character) = self.rest.next() {
            let quantifier = match character {
                '\\' => {
                    self.escape_outside()?;
                    false
                }
                '[' => {
                    self.class()?;
                    false
                }
                '(' => {
                    self.group()?;
                    false
                }
                '.' => {
                    self.rust.push_str(DOT);
                    false
                }
                '^' | '$' | '|' | ')' => {
                    self.rust.push(character);
                    false
                }
                '*' | '+' | '?' => {
                    self.rust.push(character);
                    true
                }
                '{' => self.braces(),
                other => {
                    self.literal(other);
                    false
                }
            };
            if quantifier {
                if repeated {
                    return Err("a repetition is repeated".to_owned());
                }
                if self.rest.next_if_eq(&'?').is_some() {
                    self.rust.push('?');
                }
            }
            repeated = quantifier;
        }
        Ok(self.rust)
    }

    /// After `(`.
    fn group(&mut self) -> Result<(), String> {
        self.rust.push('(');
        if self.rest.next_if_eq(&'?').is_none() {
            return Ok(());
        }
        match self.rest.next() {
            Some(':') => self.rust.push_str("?:"),
            Some('=' | '!') => return Err("the pattern looks ahead, which the `regex` crate cannot".to_owned()),
            Some('<') => match self.rest.peek() {
                Some('=' | '!') => return Err("the pattern looks behind, which the `regex` crate cannot".to_owned()),
                _ => self.rust.push_str("?P<"),
            },
            _ => return Err("the pattern has a group that starts with `(?` and is none of ECMA-262".to_owned()),
        }
        Ok(())
    }

    /// After `{`: whether a quantifier stands there. Else it is a brace and nothing more, as browsers have it.
    fn braces(&mut self) -> bool {
        let ahead: String = self.rest.clone().take_while(|&character| character != '}').take(24).collect();
        let (least, most) = ahead.split_once(',').unwrap_or((&ahead, ""));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let closes = self.rest.clone().nth(ahead.chars().count()) == Some('}');
        if !closes || !is_number(least) || !(most.is_empty() || is_number(most)) {
            self.literal('{');
            return false;
        }
        for _ in 0..=ahead.len() {
            self.rest.next();
        }
        self.rust.push('{');
        self.rust.push_str(&ahead);
        self.rust.push('}');
        true
    }

    fn escape_outside(&mut self) -> Result<(), String> {
        match self.rest.peek() {
            Some('b') => self.rust.push_str(r"(?-u:\b)"),
            Some('B') => self.rust.push_str(r"(?-u:\B)"),
            _ => {
                match self.escape()? {
                    Escape::Literal(character) => self.literal(character),
                    Escape::Class(inside, Negation::Plain) => self.class_of("[", inside),
                    Escape::Class(inside, Negation::Negated) => self.class_of("[^", inside),
                    Escape::Property(property) => self.rust.push_str(&property),
                }
                return Ok(());
            }
        }
        self.rest.next();
        Ok(())
    }

    /// After `\`, inside and outside of a class.
    fn escape(&mut self) -> Result<Escape, String> {
        let Some(character) = self.rest.next() else {
            return Err("the pattern ends with a backslash".to_owned());
        };
        Ok(match character {
            'd' => Escape::Class(DIGITS, Negation::Plain),
            'D' => Escape::Class(DIGITS, Negation::Negated),
            'w' => Escape::Class(WORD, Negation::Plain),
            'W' => Escape::Class(WORD, Negation::Negated),
            's' => Escape::Class(SPACE, Negation::Plain),
            'S' => Escape::Class(SPACE, Negation::Negated),
            't' => Escape::Literal('\t'),
            'n' => Escape::Literal('\n'),
            'v' => Escape::Literal('\u{B}'),
            'f' => Escape::Literal('\u{C}'),
            'r' => Escape::Literal('\r'),
            '0' if !self.rest.peek().is_some_and(char::is_ascii_digit) => Escape::Literal('\0'),
            '0'..='9' | 'k' => {
                return Err("the pattern refers back to a group, which the `regex` crate cannot".to_owned());
            }
            'c' => match self.rest.next() {
                Some(letter) if letter.is_ascii_alphabetic() => Escape::Literal(char::from(letter as u8 % 32)),
                _ => return Err("`\\c` is followed by a letter".to_owned()),
            },
            'x' => {
                Escape::Literal(self.hexadecimal(2).and_then(char::from_u32).ok_or("`\\x` is followed by two digits")?)
            }
            'u' => Escape::Literal(self.code_point()?),
            'p' | 'P' => Escape::Property(self.property(character)?),
            other if other.is_ascii_alphanumeric() => {
                return Err(format!("the pattern has `\\{other}`, and ECMA-262 has no such escape"));
            }
            other => Escape::Literal(other),
        })
    }

    fn hexadecimal(&mut self, digits: usize) -> Option<u32> {
        let mut value = 0;
        for _ in 0..digits {
            value = value * 16 + self.rest.next_if(char::is_ascii_hexdigit)?.to_digit(16)?;
        }
        Some(value)
    }

    /// After `\u`.
    fn code_point(&mut self) -> Result<char, String> {
        let wrong = || "`\\u` is followed by four digits that are a character".to_owned();
        if self.rest.next_if_eq(&'{').is_some() {
            let mut value = 0_u32;
            while let Some(digit) = self.rest.next_if(char::is_ascii_hexdigit) {
                value = value.saturating_mul(16).saturating_add(digit.to_digit(16).unwrap_or(0));
            }
            self.rest.next_if_eq(&'}').ok_or_else(wrong)?;
            return char::from_u32(value).ok_or_else(wrong);
        }
        let first = self.hexadecimal(4).ok_or_else(wrong)?;
        if !(0xD800..0xDC00).contains(&first) {
            return char::from_u32(first).ok_or_else(wrong);
        }
        // A character beyond the first 65,536, as a pair.
        self.rest.next_if_eq(&'\\').and_then(|_| self.rest.next_if_eq(&'u')).ok_or_else(wrong)?;
        let second = self.hexadecimal(4).filter(|second| (0xDC00..0xE000).contains(second)).ok_or_else(wrong)?;
        char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or_else(wrong)
    }

    /// After `\p` or `\P`.
    fn property(&mut self, letter: char) -> Result<String, String> {
        self.rest.next_if_eq(&'{').ok_or("`\\p` is followed by a property in braces")?;
        let mut text = format!("\\{letter}{{");
        loop {
            match self.rest.next() {
                Some('}') => break,
                Some(character) if character.is_ascii_alphanumeric() || matches!(character, '_' | '=') => {
                    text.push(character);
                }
                _ => return Err("`\\p` is followed by a property in braces".to_owned()),
            }
        }
        text.push('}');
        Ok(text)
    }

    /// After `[`.
    fn class(&mut self) -> Result<(), String> {
        let negation = if self.rest.next_if_eq(&'^').is_some() { Negation::Negated } else { Negation::Plain };
        if self.rest.next_if_eq(&']').is_some() {
            self.rust.push_str(match negation {
                Negation::Plain => NOTHING,
                Negation::Negated => ANYTHING,
            });
            return Ok(());
        }
        self.rust.push_str(match negation {
            Negation::Plain => "[",
            Negation::Negated => "[^",
        });
        while let Some(first) = self.class_atom()? {
            let is_range = self.rest.peek() == Some(&'-') && self.rest.clone().nth(1).is_some_and(|next| next != ']');
            match first {
                Escape::Literal(low) if is_range => {
                    self.rest.next();
                    match self.class_atom()? {
                        Some(Escape::Literal(high)) if low <= high => {
                            self.code(low);
                            self.rust.push('-');
                            self.code(high);
                        }
                        Some(Escape::Literal(_)) => return Err("a range in a class ends before it begins".to_owned()),
                        _ => return Err("a range in a class ends with a class".to_owned()),
                    }
                }
                Escape::Literal(character) => self.literal(character),
                Escape::Class(inside, Negation::Plain) => self.rust.push_str(inside),
                Escape::Class(inside, Negation::Negated) => self.class_of("[^", inside),
                Escape::Property(property) => self.rust.push_str(&property),
            }
        }
        self.rust.push(']');
        Ok(())
    }

    /// The next part of a class, or nothing at its end.
    fn class_atom(&mut self) -> Result<Option<Escape>, String> {
        match self.rest.next() {
            None => Err("a class is not closed: add `]`".to_owned()),
            Some(']') => Ok(None),
            Some('\\') => match self.rest.peek() {
                Some('b') => {
                    self.rest.next();
                    Ok(Some(Escape::Literal('\u{8}')))
                }
                _ => self.escape().map(Some),
            },
            Some(other) => Ok(Some(Escape::Literal(other))),
        }
    }

    /// A character that stands for itself.
    fn literal(&mut self, character: char) {
        if r"\.+*?()|[]{}^$#&-~/".contains(character) {
            self.rust.push('\\');
            self.rust.push(character);
        } else if character.is_alphanumeric() || character.is_ascii_graphic() || character == ' ' {
            self.rust.push(character);
        } else {
            self.code(character);
        }
    }

    /// A character by its number.
    fn code(&mut self, character: char) {
        // Writing to a string does not fail.
        let _ = write!(self.rust, "\\x{{{:X}}}", u32::from(character));
    }

    fn class_of(&mut self, open: &str, inside: &str) {
        self.rust.push_str(open);
        self.rust.push_str(inside);
        self.rust.push(']');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_ecma_262_takes() {
        for (pattern, taken, not_taken) in [
            (r"^\d+$", "123", "\u{0663}"),
            (r"^\w$", "_", "ü"),
            (r"^\W$", "ü", "a"),
            (r"^\s$", "\u{FEFF}", "\u{85}"),
            (r"^[\s\S]$", "\n", ""),
            (r"^.$", "\u{85}", "\u{2028}"),
            (r"^a\/b$", "a/b", "a\\/b"),
            (r"^\u00e9$", "é", "e"),
            (r"^\uD83D\uDE00$", "😀", "x"),
            (r"^\u{1F600}$", "😀", "x"),
            (r"^\cA\x41$", "\u{1}A", "cA"),
            (r"^[&&ab~~-]+$", "&-b~", "c"),
            (r"^[[]$", "[", "a"),
            (r"^[\b]$", "\u{8}", "b"),
            (r"^[^]$", "\n", ""),
            (r"^[\w.-]+$", "a.b-c", "a b"),
            (r"^[\D]$", "x", "1"),
            (r"^\p{Lu}$", "Ä", "ä"),
            (r"^(?<year>[0-9]{4})$", "2024", "24"),
            (r"^{x}$", "{x}", "x"),
            (r"^a{2,}?$", "aaa", "a"),
            (r"^#a b$", "#a b", "ab"),
            (r"^\bx\b", "x y", "xy"),
            (r"^a\Bb$", "ab", "a b"),
            (r"^\-\_\@$", "-_@", "x"),
        ] {
            let translated = translate(pattern).unwrap_or_else(|error| panic!("{pattern}: {error}"));
            let regex = Regex::new(&translated.rust).expect("it was compiled before");
            assert!(regex.is_match(taken), "{pattern} takes {taken:?}: {}", translated.rust);
            assert!(!regex.is_match(not_taken), "{pattern} does not take {not_taken:?}: {}", translated.rust);
        }
    }

    #[test]
    fn refuses_what_the_crate_cannot_take_and_what_is_no_pattern() {
        for pattern in [
            r"^(?=a)",
            r"^(?!a)",
            r"(?<=a)b",
            r"(?<!a)b",
            r"(a)\1",
            r"(?<n>a)\k<n>",
            r"(?i)a",
            r"a++",
            r"a**",
            r"\Z",
            r"[b-a]",
            r"[a",
            r"(a",
            r"a)",
            "\\",
            r"\u12",
            r"\uD800",
            r"\x1",
            r"\c1",
            r"\p{Nonsense}",
            r"\pL",
            r"*a",
            r"a{2,1}",
            r"(((a{1000}){1000}){1000})",
        ] {
            assert!(translate(pattern).is_err(), "{pattern}: {:?}", translate(pattern));
        }
        assert!(translate(&"a".repeat(limits::PATTERN_BYTES + 1)).is_err());
    }

    #[test]
    fn nesting_and_repetition_end_in_an_error() {
        for pattern in ["(".repeat(30_000) + &")".repeat(30_000), "[[".repeat(10_000), "a?".repeat(30_000)] {
            drop(translate(&pattern));
        }
    }
}
