//! Patterns for RE2, which is the engine of Terraform.

use std::fmt::Write as _;

use crate::model::Pattern;

/// How often RE2 repeats something at most, also by repetitions in each other.
const REPETITIONS: u64 = 1000;

/// A pattern for RE2: as the schema writes it where both dialects mean the same by it, and else as the `regex` crate has it, which
/// is close to RE2.
///
/// # Errors
///
/// What RE2 cannot take.
pub(super) fn translate(pattern: &Pattern) -> Result<String, &'static str> {
    let text = as_written(&pattern.ecma)
        .unwrap_or_else(|| pattern.rust.replace(r"(?-u:\b)", r"\b").replace(r"(?-u:\B)", r"\B"));
    let mut scan = Scan { rest: &text };
    scan.alternatives(0)?;
    Ok(text)
}

/// The pattern itself, but for characters that are written as code points; nothing where RE2 may read it in another way.
fn as_written(ecma: &str) -> Option<String> {
    let mut text = String::new();
    let mut is_class = false;
    let mut characters = ecma.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next()? {
                'u' => {
                    let digits: String = characters.by_ref().take(4).collect();
                    let code = u32::from_str_radix(&digits, 16).ok().filter(|_| digits.len() == 4)?;
                    char::from_u32(code)?;
                    let _ = write!(text, "\\x{{{code:04X}}}");
                }
                other if other.is_ascii_punctuation() => text.extend(['\\', other]),
                _ => return None,
            },
            '[' if is_class || matches!(characters.peek(), Some(']')) => return None,
            '[' => {
                is_class = true;
                text.push('[');
                if characters.next_if_eq(&'^').is_some() {
                    text.push('^');
                }
                // Such a class takes nothing or everything in ECMA-262.
                if characters.peek() == Some(&']') {
                    return None;
                }
            }
            ']' | '.' if !is_class => return None,
            ']' => {
                is_class = false;
                text.push(']');
            }
            '(' if !is_class => {
                text.push('(');
                if characters.next_if_eq(&'?').is_some() {
                    characters.next_if_eq(&':')?;
                    text.push_str("?:");
                }
            }
            '{' if !is_class => {
                text.push('{');
                let count: String = std::iter::from_fn(|| characters.next_if(|&next| next != '}')).collect();
                let is_count = count.starts_with(|first: char| first.is_ascii_digit())
                    && count.chars().all(|character| character.is_ascii_digit() || character == ',')
                    && count.matches(',').count() < 2;
                text.push_str(&count);
                text.push(characters.next().filter(|_| is_count)?);
            }
            other => text.push(other),
        }
    }
    Some(text)
}

/// How deep groups are looked into.
const DEPTH: usize = 200;

struct Scan<'p> {
    rest: &'p str,
}

impl Scan<'_> {
    fn next(&mut self) -> Option<char> {
        let mut characters = self.rest.chars();
        let next = characters.next();
        self.rest = characters.as_str();
        next
    }

    /// Up to the end of the group: how often something in it is repeated.
    fn alternatives(&mut self, depth: usize) -> Result<u64, &'static str> {
        if depth > DEPTH {
            return Err("the groups of the pattern are nested too deeply");
        }
        let mut most = 1;
        // How often what stands before is repeated.
        let mut last = 1;
        while let Some(character) = self.next() {
            last = match character {
                ')' => break,
                '(' => self.alternatives(depth + 1)?,
                '[' => {
                    self.class()?;
                    1
                }
                '\\' => {
                    self.escape()?;
                    1
                }
                '{' => last * self.count()?,
                _ => 1,
            };
            if last > REPETITIONS {
                return Err("RE2, the engine of Terraform, repeats nothing more than 1000 times");
            }
            most = most.max(last);
        }
        Ok(most)
    }

    /// After `{`.
    fn count(&mut self) -> Result<u64, &'static str> {
        let (inside, rest) = self.rest.split_once('}').unwrap_or((self.rest, ""));
        self.rest = rest;
        let last = inside.rsplit(',').find(|part| !part.is_empty()).unwrap_or_default();
        last.trim().parse::<u64>().map(|count| count.max(1)).map_err(|_| "a repetition of the pattern is not readable")
    }

    /// After `\`.
    fn escape(&mut self) -> Result<(), &'static str> {
        match self.next() {
            Some('x') if self.rest.starts_with('{') => {
                self.rest = self.rest.split_once('}').map_or("", |(_, rest)| rest);
            }
            Some('p' | 'P') => {
                let (name, rest) = self.rest.split_once('}').unwrap_or((self.rest, ""));
                self.rest = rest;
                // A category such as `Lu`: RE2 knows no long names, and not all scripts.
                if name.len() > 3 {
                    return Err(
                        "RE2, the engine of Terraform, knows properties of characters by one or two letters only",
                    );
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// After `[`.
    fn class(&mut self) -> Result<(), &'static str> {
        while let Some(character) = self.next() {
            match character {
                '\\' => self.escape()?,
                '[' => return Err("RE2, the engine of Terraform, has no class in a class"),
                ']' => return Ok(()),
                _ => {}
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn translated(ecma: &str, rust: &str) -> Result<String, &'static str> {
        translate(&Pattern { ecma: ecma.to_owned(), rust: rust.to_owned() })
    }

    #[test]
    fn what_re2_cannot_take_is_told() {
        for (pattern, expected) in [
            ("^a{1000}$", true),
            ("^a{1001}$", false),
            ("(?:a{10}){100}b", true),
            ("(?:(?:a{10}){11}){10}", false),
            ("(?:a{500}|b){1,3}", false),
            (r"[\{9999\}]", true),
            (r"\x{10FFFF}", true),
            (r"\p{Lu}\P{L}", true),
            (r"\p{Greek}", false),
            (r"[a[^0-9]]", false),
        ] {
            assert_eq!(translated(r"\w", pattern).is_ok(), expected, "{pattern}");
        }
        assert_eq!(translated(r"\b", r"(?-u:\b)x(?-u:\B)").as_deref(), Ok(r"\bx\B"));
        assert!(translated(r"\w", &"(".repeat(100_000)).is_err());
    }

    #[test]
    fn what_both_read_alike_stays_as_it_is_written() {
        for (ecma, expected) in [
            (r"^[0-9A-Fa-f]{8}(?:-a){1,2}\.$", Some(r"^[0-9A-Fa-f]{8}(?:-a){1,2}\.$")),
            (r"[\u0000-\u0020\[\]]", Some(r"[\x{0000}-\x{0020}\[\]]")),
            (r"^\d+$", None),
            ("a.b", None),
            ("[.]", Some("[.]")),
            ("[^]", None),
            ("[]", None),
            ("[[]", None),
            ("a{x}", None),
            ("a{,2}", None),
            ("(?<n>a)", None),
            (r"\uD83D\uDE00", None),
        ] {
            assert_eq!(as_written(ecma).as_deref(), expected, "{ecma}");
        }
    }
}
