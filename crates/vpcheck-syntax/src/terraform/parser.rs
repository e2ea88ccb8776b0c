//! The grammar of the native syntax: bodies, attributes, blocks, and what objects and tuples are made of.
//!
//! Everything else in an expression is read by `hcl-edit`. It stops at its first error, compares each key of an object with each other,
//! and refuses attributes that are given twice; so it is given single values, and what holds them is read here.

use super::extent::{Extent, Flaw, Setting, closing};
use super::lexer::{Ending, Lexer, Token, TokenKind, span};
use super::syntax::{Block, Body, Content, Expression, Item, Kind, Name};
use crate::{Diagnostic, Severity, Span, limits, sink::Sink};

/// Reads the native syntax. It goes on after an error at what comes next.
pub(super) struct Parser<'t, 's> {
    pub(super) lexer: Lexer<'t>,
    pub(super) sink: &'s mut Sink,
    /// Whether a bracket that is not closed was told, so that the blocks around it are not told.
    pub(super) is_open_told: bool,
}

impl<'t, 's> Parser<'t, 's> {
    pub(super) fn new(text: &'t str, start: usize, sink: &'s mut Sink) -> Parser<'t, 's> {
        Parser { lexer: Lexer::new(text, start), sink, is_open_told: false }
    }

    /// Reads a file; gives what is in it, and where the comments are.
    pub(super) fn file(mut self) -> (Body, Vec<Span>) {
        let start = self.lexer.at;
        let body = self.body(start, 1, None);
        (body, self.lexer.comments)
    }

    /// Reads what is in a file, or in a block whose brace is behind, with the brace that ends it.
    fn body(&mut self, start: usize, depth: usize, block: Option<Token>) -> Body {
        let mut items = Vec::new();
        let mut complete = true;
        loop {
            let token = self.lexer.next();
            match (token.kind, block) {
                (TokenKind::Newline, _) => {}
                (TokenKind::Close(b'}'), Some(_)) | (TokenKind::End, None) => break,
                (TokenKind::End, Some(block)) => {
                    self.not_closed(block);
                    complete = false;
                    break;
                }
                (TokenKind::Word, Some(block)) if self.lexer.begins_block(token) => {
                    self.not_closed(block);
                    self.lexer.at = token.start;
                    complete = false;
                    break;
                }
                (TokenKind::Word | TokenKind::String(_), _) => {
                    self.is_open_told &= block.is_some();
                    match self.item(token, depth) {
                        Some(item) => items.push(item),
                        None => complete = false,
                    }
                }
                _ => {
                    complete = false;
                    self.not_an_item(token, block.is_some());
                }
            }
        }
        Body { span: span(start, self.lexer.at), items, complete }
    }

    /// Reads an attribute or a block, whose name is behind.
    fn item(&mut self, token: Token, depth: usize) -> Option<Item> {
        let name = self.name(token);
        let next = self.lexer.next();
        let content = match next.kind {
            TokenKind::Equals | TokenKind::Colon => {
                if next.kind == TokenKind::Colon {
                    self.colon(token, next);
                }
                self.unquoted_name(token);
                Content::Attribute(self.attribute(depth + 1))
            }
            TokenKind::Open(b'{') | TokenKind::Word | TokenKind::String(_) => {
                let labels = self.labels(token, next)?;
                Content::Block(self.block(token, labels, depth)?)
            }
            _ => {
                self.lexer.at = next.start;
                self.no_value(token, next);
                self.skip_line();
                return None;
            }
        };
        Some(Item { name, content })
    }

    /// The name that a word is, or a string without templates.
    fn name(&mut self, token: Token) -> Name {
        let text = self.lexer.slice(token.start, token.end);
        let inner = match token.kind {
            TokenKind::String(_) => text.strip_prefix('"').unwrap_or(text),
            _ => text,
        };
        let inner = if token.kind == TokenKind::Word { inner } else { inner.strip_suffix('"').unwrap_or(inner) };
        Name { text: inner.into(), span: token.span() }
    }

    /// Reads the labels of a block up to its brace.
    fn labels(&mut self, block: Token, first: Token) -> Option<Vec<Name>> {
        let mut labels = Vec::new();
        let mut token = first;
        loop {
            match token.kind {
                TokenKind::Open(b'{') => return Some(labels),
                TokenKind::Word | TokenKind::String(Ending::Plain | Ending::Escaped) => labels.push(self.name(token)),
                _ => {
                    self.lexer.at = token.start;
                    self.no_brace(block, token);
                    self.skip_line();
                    return None;
                }
            }
            token = self.lexer.next();
        }
    }

    /// Reads the body of a block, whose brace is behind.
    fn block(&mut self, name: Token, labels: Vec<Name>, depth: usize) -> Option<Block> {
        let start = self.lexer.at.saturating_sub(1);
        // One level for each label, one for the body, and one for the array where there are several.
        let depth = depth + labels.len() + 2;
        if depth > limits::DEPTH {
            self.too_deep(name.span());
            self.skip_block();
            return None;
        }
        let body = self.body(start, depth, Some(name));
        let next = self.lexer.peek();
        if !matches!(next.kind, TokenKind::Newline | TokenKind::End | TokenKind::Close(_)) && body.complete {
            self.no_newline_after_block(next);
        }
        Some(Block { labels, body })
    }

    /// Goes past the brace that closes a block whose brace is behind.
    fn skip_block(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.lexer.next().kind {
                TokenKind::Open(b'{') => open += 1,
                TokenKind::Close(b'}') => open -= 1,
                TokenKind::End => return,
                _ => {}
            }
        }
    }

    /// Goes to the end of the line, or past the brackets that open in it; stays before a brace that closes what is around.
    pub(super) fn skip_line(&mut self) {
        let mut open = 0_usize;
        loop {
            let token = self.lexer.next();
            match token.kind {
                TokenKind::Open(_) => open += 1,
                TokenKind::Close(_) if open > 0 => open -= 1,
                TokenKind::Newline if open > 0 => {}
                TokenKind::Word if open > 0 && self.lexer.begins_block(token) => {
                    self.lexer.at = token.start;
                    return;
                }
                TokenKind::Newline | TokenKind::Close(b'}') => {
                    self.lexer.at = token.start;
                    return;
                }
                TokenKind::End => return,
                _ => {}
            }
        }
    }

    /// Reads the value of an attribute up to the end of its line.
    fn attribute(&mut self, depth: usize) -> Expression {
        let (value, runs_on) = self.expression(Setting::Value, depth);
        let next = self.lexer.peek();
        match next.kind {
            TokenKind::Newline | TokenKind::End | TokenKind::EndlessComment | TokenKind::Close(b'}') => {}
            TokenKind::Word if self.lexer.begins_block(next) => {}
            TokenKind::Comma => {
                self.lexer.next();
                self.comma_in_block(next);
            }
            _ if runs_on => self.no_newline(next),
            _ => self.skip_line(),
        }
        value
    }

    /// Reads an expression; gives whether another attribute or member follows without something between.
    fn expression(&mut self, setting: Setting, depth: usize) -> (Expression, bool) {
        let before = self.lexer.at;
        let extent = self.lexer.extent(setting);
        let after = self.lexer.at;
        let whole = span(extent.start, extent.end);
        if extent.tokens == 0 {
            self.empty(before, extent.first, setting);
            return (Expression::unreadable(span(before, before)), false);
        }
        // Only brackets take levels.
        if extent.depth > 0 && depth + extent.depth - 1 > limits::DEPTH {
            self.too_deep(extent.first.span());
            return (Expression::unreadable(whole), false);
        }
        let value = match (extent.first.kind, extent.flaw) {
            (_, Some(Flaw::Open(kind, at))) => {
                self.open_bracket(kind, at);
                Expression::unreadable(whole)
            }
            (_, Some(Flaw::Endless(token))) => {
                self.endless(token);
                Expression::unreadable(whole)
            }
            (TokenKind::Open(b'{'), _) if extent.is_bracketed && !self.is_for(&extent) => self.object(&extent, depth),
            (TokenKind::Open(b'['), _) if extent.is_bracketed && !self.is_for(&extent) => self.tuple(&extent, depth),
            (_, Some(Flaw::SingleQuoted(token))) => {
                self.single_quoted(token);
                Expression::unreadable(whole)
            }
            _ => self.value(&extent, setting, depth),
        };
        self.lexer.at = after;
        (value, extent.runs_on)
    }

    /// Whether the first word in a bracket makes it a `for` expression.
    fn is_for(&mut self, extent: &Extent) -> bool {
        self.lexer.at = extent.first.end;
        let mut word = self.lexer.next();
        while word.kind == TokenKind::Newline {
            word = self.lexer.next();
        }
        self.lexer.slice(word.start, word.end) == "for" && self.lexer.peek().kind == TokenKind::Word
    }

    /// Reads an object, whose extent is known.
    fn object(&mut self, extent: &Extent, depth: usize) -> Expression {
        self.lexer.at = extent.first.end;
        let mut members = Vec::new();
        let mut complete = true;
        loop {
            let token = self.lexer.next();
            match token.kind {
                _ if token.start >= extent.end => break,
                TokenKind::Newline | TokenKind::Comma => continue,
                TokenKind::Close(_) | TokenKind::End => break,
                _ => self.lexer.at = token.start,
            }
            let key = self.key(depth + 1);
            let assignment = self.lexer.next();
            if !matches!(assignment.kind, TokenKind::Equals | TokenKind::Colon) {
                self.lexer.at = assignment.start;
                complete = false;
                if key.complete {
                    self.no_member_value(key.span, assignment);
                }
                self.skip_member(extent.end);
                continue;
            }
            let (value, runs_on) = self.expression(Setting::Value, depth + 1);
            complete &= key.complete;
            members.push((key, value));
            if runs_on {
                let next = self.lexer.peek();
                self.no_separator(next);
            }
        }
        Expression { span: span(extent.start, extent.end), kind: Kind::Object(members), complete }
    }

    /// Goes to the end of a member that cannot be read.
    fn skip_member(&mut self, end: usize) {
        loop {
            let extent = self.lexer.extent(Setting::Value);
            let token = self.lexer.peek();
            let is_stuck = extent.tokens == 0 && !matches!(token.kind, TokenKind::Equals | TokenKind::Colon);
            if is_stuck || token.start >= end || matches!(token.kind, TokenKind::Newline | TokenKind::Comma) {
                return;
            }
            self.lexer.next();
        }
    }

    /// Reads the key of a member; a bare word is a string.
    fn key(&mut self, depth: usize) -> Expression {
        let token = self.lexer.next();
        if token.kind == TokenKind::Word
            && matches!(self.lexer.peek().kind, TokenKind::Equals | TokenKind::Colon | TokenKind::Newline)
        {
            return Expression::new(token.span(), Kind::String(self.lexer.slice(token.start, token.end).into()));
        }
        self.lexer.at = token.start;
        self.expression(Setting::Key, depth).0
    }

    /// Reads a tuple, whose extent is known.
    fn tuple(&mut self, extent: &Extent, depth: usize) -> Expression {
        self.lexer.at = extent.first.end;
        let mut elements = Vec::new();
        loop {
            let token = self.lexer.next();
            match token.kind {
                _ if token.start >= extent.end => break,
                TokenKind::Newline => continue,
                TokenKind::Close(_) | TokenKind::End => break,
                _ => self.lexer.at = token.start,
            }
            elements.push(self.expression(Setting::Element, depth + 1).0);
            let next = self.lexer.peek();
            if next.kind == TokenKind::Comma {
                self.lexer.next();
            }
        }
        Expression::new(span(extent.start, extent.end), Kind::Tuple(elements))
    }

    fn too_deep(&mut self, span: Span) {
        let message = format!("blocks and values are nested more than {} deep", limits::DEPTH);
        self.sink.report(Diagnostic::new("depth-limit", Severity::Error, span, message));
    }

    fn not_closed(&mut self, block: Token) {
        if std::mem::replace(&mut self.is_open_told, true) {
            return;
        }
        let name = self.lexer.slice(block.start, block.end);
        let message = format!("the block `{}` is not closed: add `}}`", crate::escape::shorten(name));
        self.report(block.span(), message);
    }

    fn open_bracket(&mut self, kind: u8, at: usize) {
        if std::mem::replace(&mut self.is_open_told, true) {
            return;
        }
        let message = format!("`{}` is not closed: add `{}`", char::from(kind), char::from(closing(kind)));
        self.report(span(at, at + 1), message);
    }
}
