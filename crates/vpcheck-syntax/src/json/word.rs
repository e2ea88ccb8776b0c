//! Words where a value or name should be: what was meant, and how JSON writes it.

use super::{
    number,
    parser::{Expected, Parser},
    recovery::{replacement, syntax},
    string::Token,
};
use crate::{Span, escape::shorten, tree::Content};

/// Whether the byte is part of a word: of a number, of a literal or of a string that lacks its quotes.
pub(super) const fn is_part(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | b'+' | b'-' | b'.' | 0x80..)
}

/// Whether the byte shows that what looks like a number is the beginning of something else, such as of an address.
pub(super) const fn goes_on(byte: u8) -> bool {
    is_part(byte) || matches!(byte, b'"' | b':')
}

/// Whether the byte begins a word in the place of a value.
pub(super) const fn begins(byte: u8) -> bool {
    is_part(byte) || matches!(byte, b'<' | b'@' | b'~' | b'*')
}

/// What a word stands for.
enum Meaning {
    /// A value that is written otherwise in JSON.
    Literal(Content, &'static str),
    /// A number in a form that JSON does not have.
    Number(Misspelled),
    /// What is no number in JSON in any form, and why.
    NoNumber(&'static str),
    /// A string without quotes.
    Text,
}

/// A number in a form that JSON does not have.
struct Misspelled {
    /// The bytes of it that can be read as the number.
    value: Option<Span>,
    /// How JSON writes it.
    written: String,
    /// What is wrong, to go on with after the number.
    what: &'static str,
}

impl Parser<'_> {
    /// Reads a word in the place of a value.
    #[cold]
    pub(super) fn word(&mut self) -> Expected {
        let start = self.at;
        self.at = self.word_end(start);
        let span = self.span(start);
        let word = self.text.get(span.range()).unwrap_or_default();
        let shown = shorten(word);
        if self.bytes.get(self.at) == Some(&b'"') {
            self.at += 1;
            self.after_string = self.at;
            let insert = replacement(Span::new(span.start, span.start), "\"");
            self.report(syntax(span, "a string begins without a `\"`: add it").with_fix(insert));
            self.push_word(word, self.span(start));
            return self.after_value();
        }
        match meaning(word, span) {
            Meaning::Literal(content, name) => {
                let message = format!("`{shown}` is written `{name}` in JSON");
                self.report(syntax(span, message).with_fix(replacement(span, name)));
                self.push(start, content);
            }
            Meaning::Number(Misspelled { value, written, what }) => {
                let help = format!("write {}", shorten(&written));
                let diagnostic = syntax(span, format!("{shown} {what}")).with_help(help);
                self.report(diagnostic.with_fix(replacement(span, &written)));
                match value {
                    Some(value) => self.push_entry(value, Content::Number(None), true),
                    None => self.omit(),
                }
            }
            Meaning::NoNumber(what) => {
                self.report(syntax(span, format!("`{shown}` {what}")));
                self.omit();
            }
            Meaning::Text => {
                let diagnostic = syntax(span, format!("`{shown}` has no quotes, and a string is in double quotes"));
                let quoted = format!("\"{}\"", word.replace('\\', "\\\\"));
                self.report(diagnostic.with_help(format!("write `\"{shown}\"`")).with_fix(replacement(span, &quoted)));
                self.push_word(word, span);
                // Where a text of several words follows, that is the same mistake.
                self.told = true;
            }
        }
        self.after_value()
    }

    /// Reads a word in the place of a name.
    #[cold]
    pub(super) fn word_as_name(&mut self) -> Expected {
        let start = self.at;
        let rest = self.bytes.get(start..).unwrap_or_default();
        self.at += rest.iter().position(|&byte| !is_part(byte)).unwrap_or(rest.len());
        let span = self.span(start);
        let word = self.text.get(span.range()).unwrap_or_default();
        let shown = shorten(word);
        let decoded = self.decoded.add(word);
        if self.bytes.get(self.at) == Some(&b'"') {
            self.at += 1;
            let insert = replacement(Span::new(span.start, span.start), "\"");
            self.report(syntax(span, "a name begins without a `\"`: add it").with_fix(insert));
        } else {
            let diagnostic = syntax(span, format!("`{shown}` has no quotes, and a name is in double quotes"));
            let quoted = replacement(span, &format!("\"{word}\""));
            self.report(diagnostic.with_help(format!("write `\"{shown}\"`")).with_fix(quoted));
        }
        let token = Token { span: self.span(start), decoded: Some(decoded), complete: true, lone_surrogate: None };
        self.set_name(token);
        self.told = true;
        Expected::Colon
    }

    /// Where a word ends that stands in the place of a value.
    fn word_end(&self, start: usize) -> usize {
        let rest = self.text.get(start..).unwrap_or_default();
        let mut last = '\0';
        for (index, character) in rest.char_indices() {
            let is_comment =
                character == '/' && last != ':' && matches!(rest.as_bytes().get(index + 1), Some(b'/' | b'*'));
            let ends = match character {
                ',' | '{' | '}' | '[' | ']' | '"' | '\'' | '`' | '#' | ';' | '“' | '”' => true,
                other => other.is_whitespace() || other.is_control() || is_comment,
            };
            if ends {
                return start + index;
            }
            last = character;
        }
        self.bytes.len()
    }

    /// Adds a word as a string.
    fn push_word(&mut self, word: &str, span: Span) {
        let decoded = self.decoded.add(word);
        self.push_entry(span, Content::String(Some(decoded)), true);
    }
}

fn meaning(word: &str, span: Span) -> Meaning {
    let is = |name: &&str| word.eq_ignore_ascii_case(name);
    if is(&"true") {
        return Meaning::Literal(Content::Boolean(true), "true");
    }
    if is(&"false") {
        return Meaning::Literal(Content::Boolean(false), "false");
    }
    if ["null", "none", "nil", "undefined"].iter().any(is) {
        return Meaning::Literal(Content::Null, "null");
    }
    let (sign, digits) = match word.split_at_checked(1) {
        Some((sign @ ("+" | "-"), digits)) => (sign, digits),
        _ => ("", word),
    };
    if ["nan", "inf", "infinity"].iter().any(|name| digits.eq_ignore_ascii_case(name)) {
        return Meaning::NoNumber("is no number in JSON: a number is finite");
    }
    let mantissa = digits.trim_end_matches(['+', '-']).trim_end_matches(['e', 'E']);
    if digits.is_empty() || mantissa.len() < digits.len() && is_number(mantissa) {
        return Meaning::NoNumber("has no digits at its end, and a number ends in a digit");
    }
    let minus = if sign == "-" { "-" } else { "" };
    misspelled(sign, digits, span)
        .map(|number| Misspelled { written: format!("{minus}{}", number.written), ..number })
        .map_or(Meaning::Text, Meaning::Number)
}

/// The number without its sign in the form that JSON has, where it is a number in another one.
fn misspelled(sign: &str, digits: &str, span: Span) -> Option<Misspelled> {
    let form = |value, written: String, what| is_number(&written).then_some(Misspelled { value, written, what });
    let without_underscores = digits.replace('_', "");
    let hexadecimal = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X"));
    if let Some(value) = hexadecimal.and_then(|digits| u64::from_str_radix(digits, 16).ok()) {
        return form(None, value.to_string(), "is hexadecimal, and a number is decimal");
    }
    if let Some(before) = digits.strip_suffix('.') {
        let value = (sign != "+").then_some(Span::new(span.start, span.end - 1));
        return form(value, before.to_owned(), "ends in a point, and a number ends in a digit");
    }
    if digits.starts_with('.') {
        return form(None, format!("0{digits}"), "has no digit before the point, and a number has one");
    }
    if sign == "+" && is_number(digits) {
        let value = Some(Span::new(span.start + 1, span.end));
        return form(value, digits.to_owned(), "has a leading `+`, and a number has none");
    }
    if without_underscores.len() < digits.len() && digits.starts_with(|first: char| first.is_ascii_digit()) {
        return form(None, without_underscores, "has `_` in it, and the digits of a number are not grouped");
    }
    let value = (sign != "+").then_some(span);
    digits.starts_with('0').then(|| form(value, without_zeros(digits), "has leading zeros, and a number has none"))?
}

/// Whether all of the text is a number as JSON writes it.
fn is_number(text: &str) -> bool {
    number::scan(text.as_bytes(), 0).is_some_and(|(end, _)| end == text.len())
}

/// A number without the zeros at its beginning that JSON does not have.
fn without_zeros(digits: &str) -> String {
    let trimmed = digits.trim_start_matches('0');
    let zero = if trimmed.starts_with(|first: char| first.is_ascii_digit()) { "" } else { "0" };
    format!("{zero}{trimmed}")
}
