//! Keys.

use std::borrow::Cow;

use toml_parser::lexer::TokenKind;

use super::{
    document::Key,
    offset,
    reader::{Reader, replacement},
    syntax,
};
use crate::{Span, escape::shorten};

/// What a key stands before.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Before {
    /// An `=` and a value.
    Value,
    /// The end of a header.
    Bracket,
}

/// Whether a key may have the byte without quotes.
fn is_bare(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')
}

impl<'s> Reader<'s> {
    /// Reads a key with the parts between its dots; nothing where it cannot be read, which is told.
    pub(super) fn keys(&mut self, before: Before) -> Option<Vec<Key<'s>>> {
        let mut keys = Vec::new();
        loop {
            self.skip_space();
            keys.push(self.key(before, !keys.is_empty())?);
            self.skip_space();
            if self.kind() != TokenKind::Dot {
                return Some(keys);
            }
            self.at += 1;
        }
    }

    /// Reads what stands before, after or between dots.
    fn key(&mut self, before: Before, is_after_dot: bool) -> Option<Key<'s>> {
        let span = self.span();
        let kind = self.kind();
        match kind {
            TokenKind::Atom => Some(self.bare_key(span, before)),
            TokenKind::BasicString
            | TokenKind::LiteralString
            | TokenKind::MlBasicString
            | TokenKind::MlLiteralString => {
                self.at += 1;
                if matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString) {
                    let sign = if kind == TokenKind::MlBasicString { '"' } else { '\'' };
                    self.report(syntax(span, format!("a key is in quotes of one `{sign}`, and not of three")));
                }
                let Some(string) = self.string(span, kind) else {
                    self.unclosed_string(span, kind);
                    return None;
                };
                string.newer.into_iter().for_each(|diagnostic| self.report(diagnostic));
                Some(Key { span, name: string.text })
            }
            _ => {
                self.no_key(span, is_after_dot);
                None
            }
        }
    }

    fn bare_key(&mut self, span: Span, before: Before) -> Key<'s> {
        self.at += 1;
        let text = self.slice(span);
        if text.bytes().all(is_bare) {
            return Key { span, name: Cow::Borrowed(text) };
        }
        self.strange_key(span, before)
    }

    /// Reads a key that has other characters than a key without quotes may have.
    #[cold]
    fn strange_key(&mut self, span: Span, before: Before) -> Key<'s> {
        let mut name = self.slice(span);
        let ends_here = name.ends_with(':') && !self.is_before_equals() || !self.begins_line(self.at - 1);
        if let Some(colon) = name.find(':').filter(|_| ends_here && before == Before::Value) {
            // It stands in the place of the `=`, which is told there.
            name = name.get(..colon).unwrap_or_default();
            self.at -= 1;
            self.cut = span.start + offset(colon);
        }
        let span = Span::new(span.start, span.start + offset(name.len()));
        if !name.bytes().all(is_bare) {
            let shown = shorten(name);
            let diagnostic = syntax(span, format!("`{shown}` has characters that only a key in quotes may have"));
            let written = quoted(name);
            self.report(diagnostic.with_help(format!("write `\"{shown}\"`")).with_fix(replacement(span, &written)));
        }
        Key { span, name: Cow::Borrowed(name) }
    }

    fn is_before_equals(&self) -> bool {
        self.kind() == TokenKind::Equals
            || self.kind() == TokenKind::Whitespace && self.kind_after(1) == TokenKind::Equals
    }

    #[cold]
    fn no_key(&mut self, span: Span, is_after_dot: bool) {
        let message = match self.kind() {
            _ if is_after_dot => "a key is missing after a dot".to_owned(),
            TokenKind::Dot => "a key is missing before a dot".to_owned(),
            TokenKind::Equals => "a key is missing before the `=`".to_owned(),
            TokenKind::RightSquareBracket => "a key is missing before the `]`".to_owned(),
            TokenKind::Newline | TokenKind::Comment | TokenKind::Eof => "a key is missing here".to_owned(),
            _ => format!("`{}` stands where a key is expected", self.slice(span)),
        };
        self.report(syntax(span, message));
    }
}

/// A string in double quotes.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
