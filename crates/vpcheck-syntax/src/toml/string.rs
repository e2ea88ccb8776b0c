//! Strings.

use std::borrow::Cow;

use toml_parser::{decoder::Encoding, lexer::TokenKind};

use super::{
    offset,
    reader::{Reader, replacement},
    since_1_1, syntax,
};
use crate::{Diagnostic, Span, escape::shorten};

/// A string that was read.
pub(super) struct StringToken<'s> {
    pub(super) text: Cow<'s, str>,
    /// Whether it could be read as it is written.
    pub(super) complete: bool,
    /// What it has that TOML has since 1.1 only, to be reported at its value.
    pub(super) newer: Vec<Diagnostic>,
}

/// What is wrong with an escape.
enum Mistake {
    Unknown,
    Digits,
    Surrogate,
}

impl<'s> Reader<'s> {
    /// Reads the string of a token; nothing where its closing quote is missing.
    pub(super) fn string(&mut self, span: Span, kind: TokenKind) -> Option<StringToken<'s>> {
        let (encoding, quotes) = match kind {
            TokenKind::BasicString => (Encoding::BasicString, "\""),
            TokenKind::MlBasicString => (Encoding::MlBasicString, "\"\"\""),
            TokenKind::LiteralString => (Encoding::LiteralString, "'"),
            _ => (Encoding::MlLiteralString, "'''"),
        };
        let raw = self.slice(span);
        let content = raw.get(quotes.len()..).unwrap_or_default();
        let has_escapes = quotes.starts_with('"');
        if !is_closed(content, quotes, has_escapes) {
            return None;
        }
        let quote = if has_escapes { b'"' } else { b'\'' };
        let mut string = StringToken { text: Cow::Borrowed(""), complete: true, newer: Vec::new() };
        let start = span.start + offset(quotes.len());
        let mut rest = content;
        // Where the text after what is looked at starts.
        let at = |rest: &str| start + offset(content.len() - rest.len());
        loop {
            let end = rest.bytes().position(|byte| {
                byte == quote || byte == b'\\' && has_escapes || byte != b'\t' && byte.is_ascii_control()
            })?;
            rest = rest.get(end..)?;
            if rest.starts_with(quotes) {
                break;
            }
            let here = at(rest);
            let byte = *rest.as_bytes().first()?;
            let length = match byte {
                b'\\' if has_escapes => self.escape(rest, here, quotes.len() > 1, &mut string),
                b'\n' if quotes.len() > 1 => 1,
                b'\r' if quotes.len() > 1 && rest.starts_with("\r\n") => 2,
                b'"' | b'\'' => 1,
                control => {
                    self.control_character(control, here, has_escapes, &mut string);
                    1
                }
            };
            rest = rest.get(length..)?;
        }
        string.text = self.decoded(span, encoding);
        Some(string)
    }

    /// Looks at the escape that a text begins with, and gives its length.
    fn escape(&mut self, rest: &str, here: u32, several_lines: bool, string: &mut StringToken<'s>) -> usize {
        let digits = |count: usize| {
            let hex = rest.get(2..2 + count).filter(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
            hex.and_then(|hex| u32::from_str_radix(hex, 16).ok())
        };
        let escaped = rest.get(1..).and_then(|rest| rest.chars().next());
        let (length, mistake) = match escaped {
            Some('b' | 't' | 'n' | 'f' | 'r' | '"' | '\\') => (2, None),
            Some('e') => {
                string.newer.push(since_1_1(Span::new(here, here + 2), "a string has the escape `\\e`"));
                (2, None)
            }
            Some('x') if digits(2).is_some() => {
                let span = Span::new(here, here + 4);
                let what = format!("a string has the escape `{}`", rest.get(..4).unwrap_or_default());
                let unicode = format!("\\u00{}", rest.get(2..4).unwrap_or_default());
                let diagnostic = since_1_1(span, &what).with_help(format!("write `{unicode}`"));
                string.newer.push(diagnostic.with_fix(replacement(span, &unicode)));
                (4, None)
            }
            Some(sign @ ('u' | 'U')) => {
                let count = if sign == 'u' { 4 } else { 8 };
                match digits(count) {
                    Some(value) if char::from_u32(value).is_some() => (count + 2, None),
                    Some(_) => (count + 2, Some(Mistake::Surrogate)),
                    None => (2, Some(Mistake::Digits)),
                }
            }
            Some('x') => (2, Some(Mistake::Digits)),
            Some(' ' | '\t' | '\n' | '\r') if several_lines => match line_end(rest) {
                Some(length) => (length, None),
                None => (2, Some(Mistake::Unknown)),
            },
            Some(other) if !other.is_control() => (1 + other.len_utf8(), Some(Mistake::Unknown)),
            _ => (1, Some(Mistake::Unknown)),
        };
        if let Some(mistake) = mistake
            && std::mem::replace(&mut string.complete, false)
        {
            let written = rest.get(..length).unwrap_or_default();
            let span = Span::new(here, here + offset(length));
            self.report(match mistake {
                Mistake::Unknown => syntax(span, format!("`{written}` is no escape in TOML")).with_help(
                    "write `\\\\` for a backslash, or put the string in single quotes, which have no escapes",
                ),
                Mistake::Digits => {
                    let count = if written.ends_with('u') { "four" } else { "eight" };
                    let count = if written.ends_with('x') { "two" } else { count };
                    syntax(span, format!("`{written}` is not followed by {count} hexadecimal digits"))
                        .with_help("write `\\\\` for a backslash")
                }
                Mistake::Surrogate => syntax(span, format!("`{written}` stands for no character of Unicode")),
            });
        }
        length
    }

    fn control_character(&mut self, control: u8, here: u32, has_escapes: bool, string: &mut StringToken<'s>) {
        if !std::mem::replace(&mut string.complete, false) {
            return;
        }
        let span = Span::new(here, here + 1);
        let message = format!("a string has the control character U+{control:04X} in it");
        self.report(if has_escapes {
            syntax(span, format!("{message}: write `\\u{control:04x}`"))
        } else {
            let help = format!("write `\\u{control:04x}` in double quotes; single quotes have no escapes");
            syntax(span, message).with_help(help)
        });
    }

    /// Tells of a string without its closing quote, and gives its text and what most likely comes after it.
    #[cold]
    pub(super) fn unclosed_string(&mut self, span: Span, kind: TokenKind) -> (&'s str, &'s str) {
        let raw = self.slice(span).trim_end();
        let several_lines = matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString);
        let quote = if matches!(kind, TokenKind::MlBasicString | TokenKind::BasicString) { "\"" } else { "'" };
        if several_lines {
            let quotes = quote.repeat(3);
            let message = format!("a string of several lines does not end: add the closing `{quotes}`");
            let opening = Span::new(span.start, span.start + 3);
            self.report(syntax(opening, message));
            self.stopped = true;
            return (raw.get(3..).unwrap_or_default(), "");
        }
        let content = raw.get(1..).unwrap_or_default();
        let text = content.trim_end_matches([',', ']', '}', ' ']);
        let end = span.start + offset(1 + text.len());
        let message = format!("a string ends at the end of the line: add the closing `{quote}`");
        let shown = Span::new(span.start, span.start + offset(raw.len()));
        let insert = replacement(Span::new(end, end), quote);
        let help = format!("write `{quote}{}{quote}`", shorten(text));
        self.report(syntax(shown, message).with_help(help).with_fix(insert));
        (text, content.get(text.len()..).unwrap_or_default())
    }
}

/// Whether the text after the opening quotes has the closing ones.
fn is_closed(content: &str, quotes: &str, has_escapes: bool) -> bool {
    if !has_escapes || !content.contains('\\') {
        return content.contains(quotes);
    }
    let mut rest = content;
    while let Some(end) = rest.bytes().position(|byte| matches!(byte, b'\\' | b'"')) {
        rest = rest.get(end..).unwrap_or_default();
        if rest.starts_with(quotes) {
            return true;
        }
        // After a backslash the next character is no quote.
        let length = if rest.starts_with('\\') { rest.chars().take(2).map(char::len_utf8).sum() } else { 1 };
        rest = rest.get(length..).unwrap_or_default();
    }
    false
}

/// The length of a backslash, space and line end, where that is what a text begins with.
fn line_end(rest: &str) -> Option<usize> {
    let after = rest.get(1..)?.trim_start_matches([' ', '\t']);
    let is_line_end = after.starts_with('\n') || after.starts_with("\r\n");
    is_line_end.then_some(rest.len() - after.len())
}
