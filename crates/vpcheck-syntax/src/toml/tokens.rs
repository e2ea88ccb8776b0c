//! The tokens of a text, and what is next among them.

use std::borrow::Cow;

use toml_parser::lexer::{Token, TokenKind};
use toml_parser::{Raw, decoder::Encoding};

use super::{offset, reader::Reader};
use crate::Span;

impl<'s> Reader<'s> {
    pub(super) fn kind(&self) -> TokenKind {
        self.kind_after(0)
    }

    /// The kind of the token so many after the next.
    pub(super) fn kind_after(&self, count: usize) -> TokenKind {
        self.tokens.get(self.at + count).map_or(TokenKind::Eof, Token::kind)
    }

    /// The place of the next token.
    pub(super) fn span(&self) -> Span {
        self.tokens.get(self.at).map_or_else(
            || Span::new(offset(self.text.len()), offset(self.text.len())),
            |token| Span::new(offset(token.span().start()).max(self.cut), offset(token.span().end())),
        )
    }

    /// The empty place after the last token that is no space.
    pub(super) fn gap(&self) -> Span {
        let before = self.text.get(..self.span().start as usize).unwrap_or_default();
        let end = offset(before.trim_end_matches([' ', '\t']).len());
        Span::new(end, end)
    }

    pub(super) fn slice(&self, span: Span) -> &'s str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The byte after the string that begins at `start` in the middle of a token.
    pub(super) fn string_end(&self, start: u32) -> Option<u32> {
        let rest = self.text.get(start as usize..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let quote = rest.chars().next()?;
        let mut is_escaped = false;
        let end = rest.char_indices().skip(1).find(|(_, character)| {
            let ends = *character == quote && !is_escaped;
            is_escaped = *character == '\\' && quote == '"' && !is_escaped;
            ends
        });
        end.map(|(index, _)| start + offset(index + 1))
    }

    /// Goes past all tokens that end before `end`, and makes the next one start there.
    pub(super) fn go_to(&mut self, end: u32) {
        self.cut = end;
        while self.tokens.get(self.at).is_some_and(|token| token.span().end() <= end as usize) {
            self.at += 1;
        }
    }

    /// A part of the text for the library to decode.
    pub(super) fn raw(&self, span: Span, encoding: Option<Encoding>) -> Raw<'s> {
        let place = toml_parser::Span::new_unchecked(span.start as usize, span.end as usize);
        Raw::new_unchecked(self.slice(span), encoding, place)
    }

    /// The text of a string or key as the library decodes it, mistakes and all.
    pub(super) fn decoded(&self, span: Span, encoding: Encoding) -> Cow<'s, str> {
        let mut text = Cow::Borrowed("");
        let _ = self.raw(span, Some(encoding)).decode_scalar(&mut text, &mut ());
        text
    }

    /// Goes to the end of the line, without what ends it.
    pub(super) fn skip_line(&mut self) {
        while !matches!(self.kind(), TokenKind::Newline | TokenKind::Comment | TokenKind::Eof) {
            self.at += 1;
        }
    }

    pub(super) fn skip_space(&mut self) {
        while self.kind() == TokenKind::Whitespace {
            self.at += 1;
        }
    }

    /// Whether a key and an `=` are what comes at a token.
    pub(super) fn begins_line(&self, at: usize) -> bool {
        /// More parts than these no key has that is written by people.
        const LOOKED_AT: usize = 64;
        let rest = self.tokens.get(at..).unwrap_or_default();
        let is_key = |kind| {
            use TokenKind::{Atom, BasicString, Dot, LiteralString, Whitespace};
            matches!(kind, Atom | BasicString | LiteralString | Dot | Whitespace)
        };
        let keys = rest.iter().take(LOOKED_AT).take_while(|token| is_key(token.kind())).count();
        keys > 0 && rest.get(keys).is_some_and(|token| token.kind() == TokenKind::Equals)
    }

    /// Whether the next token is the first of its line, space aside.
    pub(super) fn is_first_of_line(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or_default().iter().rev();
        let mut before = before.map(Token::kind).skip_while(|kind| *kind == TokenKind::Whitespace);
        before.next() == Some(TokenKind::Newline)
    }
}
