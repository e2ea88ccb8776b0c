//! Words where a value should be: what was meant, and how TOML writes it.

use std::borrow::Cow;

use toml_parser::{decoder::ScalarKind, lexer::TokenKind};

use super::{
    document::{Content, Key},
    key::quoted,
    number, offset,
    reader::{Reader, replacement},
    scalar::is_date,
    syntax,
};
use crate::{Span, escape::shorten};

/// What a word stands for.
enum Meaning {
    /// A boolean that is written otherwise.
    Boolean(bool),
    /// A value that TOML does not have.
    Null,
    /// A number in a form that TOML does not have: the right one, and what is wrong.
    Number(String, &'static str),
    /// What is no number.
    NoNumber,
    /// A date or time that there is not.
    DateTime,
    /// A string without quotes.
    Text,
}

impl<'s> Reader<'s> {
    /// Reads a word that is no value in TOML.
    #[cold]
    pub(super) fn put_word(&mut self, parent: u32, key: Option<Key<'s>>, span: Span, is_whole_line: bool) {
        let word = self.slice(span);
        if let Some(before) = word.strip_suffix(';') {
            let inner = Span::new(span.start, span.start + offset(before.len()));
            if self.scalar(inner).is_some() {
                let semicolon = Span::new(inner.end, span.end);
                let message = "a line ends without a `;`: remove it";
                self.report(syntax(semicolon, message).with_fix(replacement(semicolon, "")));
                return self.put_meant(parent, key, inner, before);
            }
        }
        let shown = shorten(word);
        match meaning(word) {
            Meaning::Boolean(value) => {
                let message = format!("`{shown}` is written `{value}` in TOML");
                self.report(syntax(span, message).with_fix(replacement(span, &value.to_string())));
                self.add(parent, key, span, Content::Boolean(value));
            }
            Meaning::Null => {
                self.document.set_incomplete(parent);
                let message = format!("`{shown}` is no value in TOML: leave the key out");
                self.report(syntax(span, message));
            }
            Meaning::NoNumber => {
                self.document.set_incomplete(parent);
                self.report(syntax(span, format!("`{shown}` is no number here: a number is finite")));
            }
            Meaning::Number(written, what) => {
                let diagnostic = syntax(span, format!("{shown} {what}"));
                let help = format!("write {}", shorten(&written));
                self.report(diagnostic.with_help(help).with_fix(replacement(span, &written)));
                self.put_meant(parent, key, span, &written);
            }
            Meaning::DateTime => {
                self.document.set_incomplete(parent);
                let message = format!("`{shown}` is no date and no time");
                let help = "write a date such as 2027-01-31T12:30:00Z without quotes, or a string in quotes";
                self.report(syntax(span, message).with_help(help));
            }
            Meaning::Text => self.put_text(parent, key, span, is_whole_line),
        }
    }

    /// Adds the value that a word stands for, written as TOML has it.
    fn put_meant(&mut self, parent: u32, key: Option<Key<'s>>, span: Span, written: &str) {
        let raw = toml_parser::Raw::new_unchecked(written, None, toml_parser::Span::default());
        let mut text = Cow::Borrowed("");
        let kind = raw.decode_scalar(&mut text, &mut ());
        let text = Cow::Owned(text.into_owned());
        match kind {
            ScalarKind::Boolean(value) => {
                self.add(parent, key, span, Content::Boolean(value));
            }
            ScalarKind::Integer(radix) => {
                if let Some(number) = number::integer(text, radix.value()) {
                    self.put_number(parent, key, span, number);
                }
            }
            ScalarKind::Float => self.put_number(parent, key, span, number::float(text)),
            ScalarKind::DateTime | ScalarKind::String => {
                self.add(parent, key, span, Content::DateTime);
            }
        }
    }

    /// Reads a string without quotes: what is up to the end of the line, or up to the next comma or bracket in an array or inline table.
    fn put_text(&mut self, parent: u32, key: Option<Key<'s>>, word: Span, is_whole_line: bool) {
        loop {
            let ends = match self.kind() {
                TokenKind::Newline | TokenKind::Comment | TokenKind::Eof => true,
                TokenKind::Comma | TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => !is_whole_line,
                _ => false,
            };
            if ends {
                break;
            }
            self.at += 1;
        }
        let text = self.slice(Span::new(word.start, self.span().start)).trim_end();
        let text = if is_whole_line { text.trim_end_matches([',', ';']) } else { text };
        let span = Span::new(word.start, word.start + offset(text.len()));
        let content = match other_quotes(text) {
            Some((content, kind)) => {
                let message = format!("a string is in double quotes, and not in {kind}");
                let help = format!("write `\"{}\"`", shorten(content));
                self.report(syntax(span, message).with_help(help).with_fix(replacement(span, &quoted(content))));
                content
            }
            None if text.ends_with('"') || text.ends_with('\'') => {
                let (content, quote) = text.split_at(text.len() - 1);
                let insert = replacement(Span::new(span.start, span.start), quote);
                self.report(syntax(span, format!("a string begins without a `{quote}`: add it")).with_fix(insert));
                content
            }
            None => {
                let shown = shorten(text);
                let diagnostic = syntax(span, format!("`{shown}` has no quotes, and a string is in quotes"));
                let diagnostic = diagnostic.with_help(format!("write `\"{shown}\"`"));
                let fix = replacement(span, &quoted(text));
                // A colon and a string without quotes are YAML, and one mistake.
                match self.colon.as_mut().and_then(|colon| colon.fix.as_mut()) {
                    Some(colon) => colon.edits.extend(fix.edits),
                    None => self.report(diagnostic.with_fix(fix)),
                }
                text
            }
        };
        self.add(parent, key, span, Content::String(Cow::Borrowed(content)));
    }
}

/// What is between quotes that TOML does not have, and what they are.
fn other_quotes(text: &str) -> Option<(&str, &'static str)> {
    let (closing, kind): (&[char], _) = match text.chars().next()? {
        '`' => (&['`'], "backticks"),
        '\u{201c}'..='\u{201f}' => (&['\u{201c}', '\u{201d}', '\u{201f}', '"'], "curly quotes"),
        '\u{2018}'..='\u{201b}' => (&['\u{2018}', '\u{2019}', '\u{201b}', '\''], "curly quotes"),
        '«' => (&['»'], "angle quotes"),
        _ => return None,
    };
    let mut inside = text.chars();
    inside.next();
    Some((inside.as_str().trim_end_matches(closing), kind))
}

fn meaning(word: &str) -> Meaning {
    let is = |name: &&str| word.eq_ignore_ascii_case(name);
    if is(&"true") || is(&"false") {
        return Meaning::Boolean(is(&"true"));
    }
    if ["null", "none", "nil", "undefined"].iter().any(is) {
        return Meaning::Null;
    }
    if ["inf", "infinity", "nan"].iter().any(|name| word.trim_start_matches(['+', '-']).eq_ignore_ascii_case(name)) {
        return Meaning::NoNumber;
    }
    if let Some((written, what)) = misspelled(word) {
        return Meaning::Number(written, what);
    }
    let is_of_time = |byte: u8| byte.is_ascii_digit() || matches!(byte, b':' | b'-' | b'.' | b'T' | b'Z' | b'+' | b' ');
    let looks_like_time = matches!(word.as_bytes(), [b'0'..=b'9', b'0'..=b'9', b':', b'0'..=b'9', b'0'..=b'9', ..]);
    if (word.get(..10).is_some_and(is_date) || looks_like_time) && word.bytes().all(is_of_time) {
        return Meaning::DateTime;
    }
    Meaning::Text
}

/// The number in the form that TOML has, where the word is one in another form, and what is wrong with that.
fn misspelled(word: &str) -> Option<(String, &'static str)> {
    let (sign, digits) = match word.split_at_checked(1) {
        Some((sign @ ("+" | "-"), digits)) => (sign, digits),
        _ => ("", word),
    };
    let (sign, form) =
        (if sign == "-" { "-" } else { "" }, |written: String, what| is_number(&written).then_some((written, what)));
    let lower = digits.to_ascii_lowercase();
    if !digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'+' | b'-')) {
        return None;
    }
    if matches!(digits.as_bytes(), [b'0', b'x' | b'X' | b'o' | b'O' | b'b' | b'B', ..]) {
        let has_sign = digits.len() < word.len();
        let what = if has_sign {
            "has a sign, and only decimal numbers have one"
        } else {
            "has its `0x`, `0o` or `0b` in upper case"
        };
        let prefix = lower.get(..2)?;
        return form(format!("{prefix}{}", digits.get(2..)?), what);
    }
    if let Some(before) = digits.strip_suffix('.') {
        return form(format!("{sign}{before}"), "ends in a point, and a number ends in a digit");
    }
    if digits.starts_with('.') {
        return form(format!("{sign}0{digits}"), "has no digit before the point, and a number has one");
    }
    if digits.contains('_') {
        return form(format!("{sign}{}", digits.replace('_', "")), "has a `_` that is not between two digits");
    }
    if digits.starts_with('0') {
        let trimmed = digits.trim_start_matches('0');
        let zero = if trimmed.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
        return form(format!("{sign}{zero}{trimmed}"), "has leading zeros, and a number has none");
    }
    None
}

/// Whether all of the text is a number as TOML writes it.
fn is_number(text: &str) -> bool {
    let raw = toml_parser::Raw::new_unchecked(text, None, toml_parser::Span::default());
    let mut error = None;
    let kind = raw.decode_scalar(&mut (), &mut error);
    error.is_none() && matches!(kind, ScalarKind::Integer(_) | ScalarKind::Float)
}
