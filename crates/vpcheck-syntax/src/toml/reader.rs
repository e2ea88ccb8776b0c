//! The lines of a text: headers, and keys with their values.

use std::borrow::Cow;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

use super::{
    document::{Document, Key, ROOT, Refused, shown},
    key::{Before, quoted},
    offset, syntax,
};
use crate::{Diagnostic, Edit, Fix, Parsed, Safety, Severity, Span, escape::shorten, limits, sink::Sink};

/// Reads a text from its start to its end.
pub(super) struct Reader<'s> {
    pub(super) text: &'s str,
    pub(super) tokens: Vec<Token>,
    /// Index of the next token.
    pub(super) at: usize,
    /// Where the next token starts, unless it starts later: a colon in it may end a key.
    pub(super) cut: u32,
    pub(super) document: Document<'s>,
    /// The table that keys are put into.
    pub(super) table: u32,
    comments: Vec<Span>,
    /// What is wrong between a key and its value: where the value has no quotes, that is the same mistake.
    pub(super) colon: Option<Diagnostic>,
    /// Whether the rest of the text is not read, which was told.
    pub(super) stopped: bool,
    pub(super) sink: Sink,
}

/// An edit that makes of the bytes what was certainly meant.
pub(super) fn replacement(span: Span, text: &str) -> Fix {
    Fix { safety: Safety::Safe, edits: vec![Edit { span, text: text.to_owned() }] }
}

impl<'s> Reader<'s> {
    pub(super) fn new(text: &'s str) -> Reader<'s> {
        Reader {
            text,
            tokens: Source::new(text).lex().into_vec(),
            at: 0,
            cut: 0,
            document: Document::new(text.len()),
            table: ROOT,
            comments: Vec::new(),
            colon: None,
            stopped: false,
            sink: Sink::default(),
        }
    }

    pub(super) fn read(mut self) -> Parsed<'s> {
        if self.text.starts_with('\u{feff}') {
            let message = "the text begins with a byte order mark: save it without one";
            self.sink.report(Diagnostic::new("byte-order-mark", Severity::Warning, Span::new(0, 3), message));
        }
        if self.text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
            self.no_toml();
        }
        while !self.stopped && self.kind() != TokenKind::Eof {
            self.line();
            self.stopped |= self.sink.overflows();
        }
        let Reader { text, document, comments, mut sink, .. } = self;
        let (tree, positions) = document.finish(text);
        sink.renumber(&positions);
        let diagnostics = sink.finish(tree.as_slice(), offset(text.len()));
        Parsed { documents: tree.into_iter().collect(), comments, diagnostics }
    }

    /// A text that is JSON or something else in braces.
    #[cold]
    fn no_toml(&mut self) {
        let start = self.text.find('{').unwrap_or_default();
        let brace = Span::new(offset(start), offset(start + 1));
        let message = "the text begins with `{`, as JSON does, and TOML begins with a key or a `[table]`";
        self.report(syntax(brace, message));
        self.document.set_incomplete(ROOT);
        self.stopped = true;
    }

    fn line(&mut self) {
        match self.kind() {
            TokenKind::Whitespace => self.at += 1,
            TokenKind::Newline => self.newline(),
            TokenKind::Comment => self.comment(),
            TokenKind::LeftSquareBracket => self.header(),
            _ => self.key_and_value(),
        }
    }

    fn header(&mut self) {
        let start = self.span();
        self.at += 1;
        let is_array = self.kind() == TokenKind::LeftSquareBracket;
        self.at += usize::from(is_array);
        let keys = self.keys(Before::Bracket);
        self.skip_space();
        let mut end = self.gap().end;
        let missing = match (is_array, self.kind(), self.kind_after(1)) {
            (true, TokenKind::RightSquareBracket, TokenKind::RightSquareBracket) => {
                self.at += 2;
                end = self.gap().end;
                ""
            }
            (_, TokenKind::RightSquareBracket, _) => {
                self.at += 1;
                end = self.gap().end;
                if is_array { "]" } else { "" }
            }
            _ if is_array => "]]",
            _ => "]",
        };
        let header = Span::new(start.start, end);
        if keys.is_some() && !missing.is_empty() {
            let gap = Span::new(end, end);
            let diagnostic = syntax(gap, format!("the header of a table is not closed: add `{missing}`"));
            self.report(diagnostic.with_label(start, "opened here").with_fix(replacement(gap, missing)));
            self.skip_line();
        } else if keys.is_none() {
            self.skip_line();
        } else {
            self.end_of_line();
        }
        let table = if let Some(keys) = keys {
            self.define(keys, header, is_array)
        } else {
            self.document.set_incomplete(ROOT);
            Ok(self.document.nowhere())
        };
        match table {
            Ok(table) => self.table = table,
            Err(refused) => self.refuse(refused, header),
        }
    }

    fn define(&mut self, mut keys: Vec<Key<'s>>, header: Span, is_array: bool) -> Result<u32, Refused> {
        let Some(last) = keys.pop() else { return Ok(self.document.nowhere()) };
        let mut table = ROOT;
        for key in keys {
            table = self.document.enter(table, key, header, &mut self.sink)?;
        }
        if is_array {
            self.document.define_next(table, last, header, &mut self.sink)
        } else {
            self.document.define(table, last, header, &mut self.sink)
        }
    }

    fn key_and_value(&mut self) {
        let table = self.table;
        if matches!(self.kind(), TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket) {
            return self.rest_of_line();
        }
        let Some(mut keys) = self.keys(Before::Value) else {
            self.document.set_incomplete(table);
            self.skip_line();
            return;
        };
        if self.separator(&mut keys) {
            self.value(table, keys);
            self.end_of_line();
        } else {
            self.document.set_incomplete(table);
            self.skip_line();
        }
    }

    /// Goes past what stands between a key and its value; whether a value may follow.
    pub(super) fn separator(&mut self, keys: &mut [Key<'s>]) -> bool {
        self.skip_space();
        let span = self.span();
        if self.kind() == TokenKind::Equals {
            self.at += 1;
            self.skip_space();
            self.extra_equals();
            return true;
        }
        if self.kind() == TokenKind::Atom && self.begins_line(self.at) && !self.slice(span).starts_with(':') {
            self.key_with_space(keys.last_mut());
            return self.separator(keys);
        }
        let name = keys.last().map_or("", |key| key.name.as_ref());
        if self.kind() == TokenKind::Atom && self.slice(span).starts_with(':') {
            let colon = Span::new(span.start, span.start + 1);
            let message = format!("an `=` stands between {} and its value, and no `:`", shown(name));
            let text = match (self.gap().end < colon.start, colon.end < span.end) {
                (false, true) => " = ",
                (false, false) => " =",
                (true, _) => "=",
            };
            self.colon = Some(syntax(colon, message).with_fix(replacement(colon, text)));
            self.cut = colon.end;
            self.at += usize::from(colon.end == span.end);
            self.skip_space();
            return true;
        }
        let gap = self.gap();
        match self.kind() {
            TokenKind::Newline
            | TokenKind::Eof
            | TokenKind::Comment
            | TokenKind::Comma
            | TokenKind::RightCurlyBracket => {
                let span = keys.last().map_or(gap, |key| key.span);
                let help = format!("write `{} = …`", shorten(name));
                self.report(syntax(span, format!("{} has no value", shown(name))).with_help(help));
                false
            }
            _ => {
                let message = format!("an `=` is missing after {}: add it", shown(name));
                self.report(syntax(gap, message).with_fix(replacement(gap, " =")));
                true
            }
        }
    }

    /// Takes the words up to the `=` as one key.
    #[cold]
    fn key_with_space(&mut self, key: Option<&mut Key<'s>>) {
        while self.kind() != TokenKind::Equals {
            self.at += 1;
        }
        let Some(key) = key else { return };
        let span = Span::new(key.span.start, self.gap().end);
        let text = self.slice(span);
        let shown = shorten(text);
        let diagnostic = syntax(span, format!("`{shown}` has characters that only a key in quotes may have"));
        let diagnostic = diagnostic.with_help(format!("write `\"{shown}\"`"));
        self.report(diagnostic.with_fix(replacement(span, &quoted(text))));
        *key = Key { span, name: Cow::Borrowed(text) };
    }

    /// Tells of more than one `=`, also of the `=>` of other languages.
    fn extra_equals(&mut self) {
        let start = self.span().start;
        let mut end = start;
        while self.kind() == TokenKind::Equals || self.kind() == TokenKind::Atom && self.slice(self.span()) == ">" {
            end = self.span().end;
            self.at += 1;
            self.skip_space();
        }
        if end > start {
            let span = Span::new(start, end);
            self.report(syntax(span, "one `=` stands between a key and its value").with_fix(replacement(span, "")));
        }
    }

    /// What follows a value or header on its line.
    fn end_of_line(&mut self) {
        self.skip_space();
        match self.kind() {
            _ if self.stopped => {}
            TokenKind::Newline => self.newline(),
            TokenKind::Comment => self.comment(),
            TokenKind::Eof => {}
            // What is not closed ended before this line, which was told.
            _ if self.is_first_of_line() => {}
            _ => self.rest_of_line(),
        }
    }

    pub(super) fn newline(&mut self) {
        let span = self.span();
        self.at += 1;
        if self.slice(span) == "\r" {
            self.report(syntax(span, "a carriage return stands here without a line feed: end lines with LF or CR LF"));
        }
    }

    pub(super) fn comment(&mut self) {
        let span = self.span();
        self.at += 1;
        self.comments.push(span);
        let is_control = |character: char| character != '\t' && character.is_ascii_control();
        if let Some((index, control)) = self.slice(span).char_indices().find(|(_, character)| is_control(*character)) {
            let start = span.start + offset(index);
            let message = format!("a comment has the control character U+{:04X} in it: remove it", u32::from(control));
            self.report(syntax(Span::new(start, start + 1), message));
        }
    }

    #[cold]
    pub(super) fn refuse(&mut self, refused: Refused, span: Span) {
        let (rule, message) = match refused {
            Refused::TooDeep => {
                let what = format!("arrays and tables are nested more than {} deep", limits::DEPTH);
                ("depth-limit", what + ": the text is not read from here")
            }
            Refused::TooMany => ("node-limit", format!("the text has more than {} values", self.document.limit)),
        };
        self.report(Diagnostic::new(rule, Severity::Error, span, message));
        self.document.set_incomplete(ROOT);
        self.document.set_incomplete(self.table);
        self.stopped = true;
    }

    #[cold]
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
        self.stopped |= self.sink.overflows();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_a_limit() {
        // The root, the array and its two elements.
        for (limit, told) in [(4, None), (3, Some(("node-limit", "the text has more than 3 values")))] {
            let mut reader = Reader::new("a = [1, 2]");
            reader.document.limit = limit;
            let parsed = reader.read();
            let found = parsed.diagnostics.first().map(|found| (found.rule, found.message.as_str()));
            assert_eq!(found, told);
            assert_eq!(parsed.tree().map(|tree| tree.nodes().len()), Some(limit));
        }
    }
}
