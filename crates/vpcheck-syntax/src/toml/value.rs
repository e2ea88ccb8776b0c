//! Values, and what is in arrays and inline tables.

use toml_parser::lexer::TokenKind;

use super::{
    document::{Array, Content, Items, Key, Table, shown},
    key::Before,
    offset,
    reader::{Reader, replacement},
    since_1_1, syntax,
};
use crate::{Diagnostic, Edit, Fix, Safety, Span};

/// An array or inline table that is open.
pub(super) struct Open {
    node: u32,
    opening: Span,
    is_array: bool,
    /// Whether a value was read after which there was no comma yet.
    needs_comma: bool,
    /// The last comma.
    comma: Option<Span>,
    /// Where lines end directly in an inline table.
    line_ends: Vec<Span>,
    has_comment: bool,
}

impl Open {
    fn closing(&self) -> char {
        if self.is_array { ']' } else { '}' }
    }

    fn what(&self) -> &'static str {
        if self.is_array { "an array" } else { "an inline table" }
    }
}

impl<'s> Reader<'s> {
    /// Reads the value of a key in a table, without recursion: what is open is in a list.
    pub(super) fn value(&mut self, table: u32, keys: Vec<Key<'s>>) {
        let mut open = Vec::new();
        self.member(table, keys, &mut open);
        while !self.stopped
            && let Some(inner) = open.last_mut()
        {
            match self.kind() {
                TokenKind::Whitespace => self.at += 1,
                TokenKind::Newline => {
                    if !inner.is_array {
                        inner.line_ends.push(self.span());
                    }
                    self.newline();
                }
                TokenKind::Comment => {
                    inner.has_comment = true;
                    self.comment();
                }
                TokenKind::Eof => self.unclosed(&mut open),
                TokenKind::RightSquareBracket if inner.is_array => self.close(&mut open),
                TokenKind::RightCurlyBracket if !inner.is_array => self.close(&mut open),
                TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => self.wrong_bracket(&mut open),
                TokenKind::Comma => self.comma(&mut open),
                _ if self.is_next_line(inner) => self.unclosed(&mut open),
                _ if inner.needs_comma && self.is_stray_quote() => {
                    self.stray_quote();
                    self.abandon(&mut open);
                }
                _ if inner.needs_comma && self.kind() != TokenKind::Equals => {
                    inner.needs_comma = false;
                    let what = if inner.is_array { "elements" } else { "keys" };
                    let gap = self.gap();
                    let message = format!("a comma is missing between two {what}: add it");
                    self.report(syntax(gap, message).with_fix(replacement(gap, ",")));
                }
                _ if inner.is_array => self.element(&mut open),
                _ => self.inline_member(&mut open),
            }
        }
        if self.stopped {
            for open in open {
                self.document.set_incomplete(open.node);
            }
        }
    }

    /// Whether what comes next is a line of the document, so that what is open was not closed.
    fn is_next_line(&self, inner: &Open) -> bool {
        if !self.is_first_of_line() {
            return false;
        }
        match (inner.is_array, self.kind()) {
            (true, TokenKind::LeftSquareBracket) => inner.needs_comma,
            (false, TokenKind::LeftSquareBracket) => true,
            // TOML 1.1 has lines in inline tables, with a comma before the next key.
            _ => (inner.is_array || inner.needs_comma) && self.begins_line(self.at),
        }
    }

    fn comma(&mut self, open: &mut [Open]) {
        let span = self.span();
        self.at += 1;
        let Some(inner) = open.last_mut() else { return };
        if std::mem::replace(&mut inner.needs_comma, false) {
            inner.comma = Some(span);
        } else {
            self.report(syntax(span, "there is a comma too many: remove it").with_fix(replacement(span, "")));
        }
    }

    fn element(&mut self, open: &mut Vec<Open>) {
        let Some(inner) = open.last_mut() else { return };
        inner.needs_comma = true;
        let node = inner.node;
        if self.kind() == TokenKind::Equals || self.begins_line(self.at) {
            inner.needs_comma = false;
            while self.kind() != TokenKind::Equals {
                self.at += 1;
            }
            let span = self.span();
            self.at += 1;
            self.document.set_incomplete(node);
            let diagnostic = syntax(span, "an array has no keys: remove the key and the `=`");
            self.report(diagnostic.with_help("write an inline table in `{` and `}` for keys with values"));
            return;
        }
        self.put(node, None, open);
    }

    fn inline_member(&mut self, open: &mut Vec<Open>) {
        let Some(inner) = open.last_mut() else { return };
        let node = inner.node;
        inner.needs_comma = true;
        let Some(mut keys) = self.keys(Before::Value) else {
            self.document.set_incomplete(node);
            return self.skip_to_separator();
        };
        if self.separator(&mut keys) {
            self.member(node, keys, open);
        } else {
            self.document.set_incomplete(node);
        }
    }

    /// Reads the value of a key, which may have dots.
    fn member(&mut self, table: u32, keys: Vec<Key<'s>>, open: &mut Vec<Open>) {
        self.put_member(table, keys, open);
        if let Some(diagnostic) = self.colon.take() {
            self.report(diagnostic);
        }
    }

    fn put_member(&mut self, mut table: u32, mut keys: Vec<Key<'s>>, open: &mut Vec<Open>) {
        let Some(last) = keys.pop() else { return };
        if !self.has_value() {
            self.document.set_incomplete(table);
            let name = shown(&last.name);
            self.report(syntax(last.span, format!("{name} has no value: write it, or remove the key")));
            return;
        }
        for key in keys {
            let span = key.span;
            match self.document.enter_dotted(table, key, &mut self.sink) {
                Ok(inner) => table = inner,
                Err(refused) => return self.refuse(refused, span),
            }
        }
        self.put(table, Some(last), open);
    }

    fn has_value(&self) -> bool {
        use TokenKind::{Comma, Comment, Eof, Newline, RightCurlyBracket, RightSquareBracket};
        !matches!(self.kind(), Comma | Comment | Eof | Newline | RightCurlyBracket | RightSquareBracket)
    }

    /// Reads a value and puts it where it belongs.
    fn put(&mut self, parent: u32, key: Option<Key<'s>>, open: &mut Vec<Open>) {
        let span = self.span();
        match self.kind() {
            kind @ (TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket) => {
                self.at += 1;
                let is_array = kind == TokenKind::LeftSquareBracket;
                let content = if is_array {
                    Content::Array(Items::default(), Array::Brackets)
                } else {
                    Content::Table(Items::default(), Table::Inline)
                };
                if let Some(node) = self.add(parent, key, span, content) {
                    let (needs_comma, comma, line_ends, has_comment) = (false, None, Vec::new(), false);
                    open.push(Open { node, opening: span, is_array, needs_comma, comma, line_ends, has_comment });
                }
            }
            TokenKind::BasicString
            | TokenKind::LiteralString
            | TokenKind::MlBasicString
            | TokenKind::MlLiteralString => {
                self.put_string(parent, key, open);
            }
            _ => self.put_scalar(parent, key, open.is_empty()),
        }
    }

    fn put_string(&mut self, parent: u32, key: Option<Key<'s>>, open: &mut Vec<Open>) {
        let (span, kind) = (self.span(), self.kind());
        self.at += 1;
        if let Some(string) = self.string(span, kind) {
            if let Some(node) = self.add(parent, key, span, Content::String(string.text)) {
                if !string.complete {
                    self.document.set_incomplete(node);
                }
                string.newer.into_iter().for_each(|diagnostic| self.sink.report_at(node, diagnostic));
            }
            return;
        }
        let (text, tail) = self.unclosed_string(span, kind);
        let end = span.start + offset(text.len() + 1);
        self.add(parent, key, Span::new(span.start, end), Content::String(text.into()));
        self.close_by_tail(end, tail, open);
    }

    /// Takes the commas and brackets that a string without its closing quote ends in as what they most likely are.
    fn close_by_tail(&mut self, start: u32, tail: &str, open: &mut Vec<Open>) {
        for (index, character) in tail.char_indices() {
            match open.last_mut() {
                Some(inner) if character == ',' => inner.needs_comma = false,
                Some(inner) if character == inner.closing() => {
                    self.document.set_end(inner.node, start + offset(index + 1));
                    open.pop();
                }
                _ => {}
            }
        }
        // An inline table ends with its line.
        if open.last().is_some_and(|inner| !inner.is_array) {
            self.abandon(open);
        }
    }

    pub(super) fn add(&mut self, parent: u32, key: Option<Key<'s>>, span: Span, content: Content<'s>) -> Option<u32> {
        let added = self.document.add(parent, key, span, content, &mut self.sink);
        if let Err(refused) = added {
            self.document.set_incomplete(parent);
            self.refuse(refused, span);
        }
        added.ok()
    }

    fn close(&mut self, open: &mut Vec<Open>) {
        let end = self.span().end;
        self.at += 1;
        let Some(inner) = open.pop() else { return };
        self.document.set_end(inner.node, end);
        if inner.is_array {
            return;
        }
        if let Some(comma) = inner.comma.filter(|_| !inner.needs_comma) {
            let what = "a comma stands before the closing `}` of an inline table";
            let diagnostic = since_1_1(comma, what).with_help("remove it").with_fix(replacement(comma, ""));
            self.sink.report_at(inner.node, diagnostic);
        }
        if !inner.line_ends.is_empty() {
            let diagnostic = self.over_lines(&inner);
            self.sink.report_at(inner.node, diagnostic);
        }
    }

    #[cold]
    fn over_lines(&self, inner: &Open) -> Diagnostic {
        let diagnostic = since_1_1(inner.opening, "an inline table goes on over the end of its line");
        let diagnostic = diagnostic.with_help("write it on one line, or below a header such as `[name]`");
        if inner.has_comment {
            return diagnostic;
        }
        let edits = inner.line_ends.iter().filter_map(|line_end| {
            let before = self.text.get(..line_end.start as usize)?;
            let after = self.text.get(line_end.end as usize..)?;
            let start = before.trim_end_matches([' ', '\t']).len();
            let indent = after.len() - after.trim_start_matches([' ', '\t']).len();
            // Of several line ends in a row the last one becomes a space.
            let text = if after.trim_start_matches([' ', '\t']).starts_with(['\n', '\r']) { "" } else { " " };
            Some(Edit { span: Span::new(offset(start), line_end.end + offset(indent)), text: text.to_owned() })
        });
        let mut edits: Vec<Edit> = edits.collect();
        // The space before a line end is the indent of an empty line.
        for index in 1..edits.len() {
            let before = edits.get(index - 1).map_or(0, |edit| edit.span.end);
            if let Some(edit) = edits.get_mut(index) {
                edit.span.start = edit.span.start.max(before);
            }
        }
        diagnostic.with_fix(Fix { safety: Safety::Safe, edits })
    }

    #[cold]
    fn wrong_bracket(&mut self, open: &mut Vec<Open>) {
        let span = self.span();
        let bracket = self.slice(span);
        let Some(inner) = open.last() else { return };
        let (what, right, opening) = (inner.what(), inner.closing(), inner.opening);
        let fits = open.iter().any(|open| bracket.starts_with(open.closing()));
        if !fits {
            let message = format!("{what} is closed with `{bracket}`: write `{right}`");
            let fix = replacement(span, &right.to_string());
            self.report(syntax(span, message).with_label(opening, "opened here").with_fix(fix));
            self.close(open);
            return;
        }
        let message = format!("{what} is not closed before `{bracket}`: add `{right}`");
        self.report(syntax(span, message).with_label(opening, "opened here"));
        while let Some(inner) = open.pop_if(|open| !bracket.starts_with(open.closing())) {
            self.document.set_incomplete(inner.node);
            self.document.set_end(inner.node, span.start);
        }
        self.close(open);
    }

    /// Where the text or the next line begins before what is open is closed.
    #[cold]
    fn unclosed(&mut self, open: &mut Vec<Open>) {
        let Some(inner) = open.last() else { return };
        let brackets: String = open.iter().rev().map(Open::closing).collect();
        let before = self.text.get(..self.span().start as usize).unwrap_or_default().trim_end();
        let gap = Span::new(offset(before.len()), offset(before.len()));
        let what = if open.len() > 1 { "arrays and inline tables are" } else { &format!("{} is", inner.what()) };
        let message = format!("{what} not closed: add `{}`", crate::escape::shorten(&brackets));
        self.report(syntax(gap, message).with_label(inner.opening, "opened here"));
        self.abandon(open);
    }

    /// Ends what is open where the text is, and says that something may be missing in it.
    fn abandon(&mut self, open: &mut Vec<Open>) {
        let end = self.gap().end;
        for inner in open.drain(..) {
            self.document.set_incomplete(inner.node);
            self.document.set_end(inner.node, end);
        }
    }

    /// Skips what cannot be read, up to the next comma, closing bracket or line end.
    fn skip_to_separator(&mut self) {
        let mut nested = 0_usize;
        loop {
            match self.kind() {
                TokenKind::Eof | TokenKind::Newline => return,
                TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => nested += 1,
                TokenKind::Comma | TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket if nested == 0 => {
                    return;
                }
                TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => nested -= 1,
                _ => {}
            }
            self.at += 1;
        }
    }
}
