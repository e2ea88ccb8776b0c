//! Values without quotes: numbers, dates and booleans.

use std::borrow::Cow;

use toml_datetime::Datetime;
use toml_parser::{
    decoder::{Encoding, ScalarKind},
    lexer::TokenKind,
};

use super::{
    document::{Content, Key},
    number::{self, Number},
    offset,
    reader::Reader,
    since_1_1, syntax,
};
use crate::{Diagnostic, Severity, Span, escape::shorten};

impl<'s> Reader<'s> {
    /// Reads a value without quotes.
    pub(super) fn put_scalar(&mut self, parent: u32, key: Option<Key<'s>>, is_whole_line: bool) {
        let start = self.span();
        let encoding = match self.slice(start).bytes().next() {
            Some(b'"') => Some(Encoding::BasicString),
            Some(b'\'') => Some(Encoding::LiteralString),
            _ => None,
        };
        if let Some((encoding, end)) = encoding.and_then(|encoding| Some((encoding, self.string_end(start.start)?))) {
            // A string right after a colon, which is told, is a token together with that.
            let span = Span::new(start.start, end);
            self.go_to(end);
            let text = self.decoded(span, encoding);
            self.add(parent, key, span, Content::String(text));
            return;
        }
        let span = self.scalar_span();
        let Some((kind, text)) = self.scalar(span) else {
            return self.put_word(parent, key, span, is_whole_line);
        };
        match kind {
            ScalarKind::Boolean(value) => {
                self.add(parent, key, span, Content::Boolean(value));
            }
            ScalarKind::Integer(radix) => {
                if let Some(number) = number::integer(text, radix.value()) {
                    return self.put_number(parent, key, span, number);
                }
                self.document.set_incomplete(parent);
                self.report(out_of_range(self.slice(span), span, "an integer has to fit into 64 bits"));
            }
            ScalarKind::Float => self.put_number(parent, key, span, number::float(text)),
            ScalarKind::DateTime => self.put_date_time(parent, key, span),
            ScalarKind::String => self.put_word(parent, key, span, is_whole_line),
        }
    }

    /// Goes past a value without quotes, which has no space in it, unless it is a date and a time.
    fn scalar_span(&mut self) -> Span {
        let start = self.span().start;
        let mut end = self.run_end(start);
        let is_date = is_date(self.slice(Span::new(start, end)));
        if is_date && self.kind() == TokenKind::Whitespace && self.slice(self.span()) == " " {
            let after = self.text.get(end as usize + 1..).unwrap_or_default().as_bytes();
            if matches!(after, [b'0'..=b'9', b'0'..=b'9', b':', ..]) {
                self.at += 1;
                end = self.run_end(end + 1);
            }
        }
        Span::new(start, end)
    }

    /// Goes past words and dots, and gives where they end.
    fn run_end(&mut self, start: u32) -> u32 {
        let mut end = start;
        while matches!(self.kind(), TokenKind::Atom | TokenKind::Dot) {
            end = self.span().end;
            self.at += 1;
        }
        end
    }

    /// A value without quotes as the library decodes it; nothing where it is not as TOML has it.
    pub(super) fn scalar(&self, span: Span) -> Option<(ScalarKind, Cow<'s, str>)> {
        let mut text = Cow::Borrowed("");
        let mut first_error = None;
        let kind = self.raw(span, None).decode_scalar(&mut text, &mut first_error);
        first_error.is_none().then_some((kind, text))
    }

    pub(super) fn put_number(&mut self, parent: u32, key: Option<Key<'s>>, span: Span, number: Number<'s>) {
        let is_float = number.json.contains(['.', 'e', 'E']);
        let right = if is_float { "a number has to fit into a double" } else { "an integer has to fit into 64 bits" };
        if let Some(node) = self.add(parent, key, span, Content::Number(number.json))
            && !number.in_range
        {
            self.document.set_incomplete(node);
            self.sink.report_at(node, out_of_range(self.slice(span), span, right));
        }
    }

    fn put_date_time(&mut self, parent: u32, key: Option<Key<'s>>, span: Span) {
        let text = self.slice(span);
        let Ok(value) = text.parse::<Datetime>() else {
            self.document.set_incomplete(parent);
            let message = format!("`{}` is no date and no time", shorten(text));
            let help = "write a date such as 2027-01-31T12:30:00Z without quotes, or a string in quotes";
            return self.report(syntax(span, message).with_help(help));
        };
        let Some(node) = self.add(parent, key, span, Content::DateTime) else { return };
        if value.time.is_some_and(|time| time.second.is_none()) {
            // The seconds belong after the minutes.
            let minutes = text.find(':').map_or(text.len(), |colon| colon + 3);
            let diagnostic = since_1_1(span, "a time has no seconds");
            let end = span.start + offset(minutes);
            let fix = super::reader::replacement(Span::new(end, end), ":00");
            self.sink.report_at(node, diagnostic.with_help("write `:00` after the minutes").with_fix(fix));
        }
    }
}

/// Whether a text has the form of a date.
pub(super) fn is_date(text: &str) -> bool {
    text.len() == 10
        && text.bytes().enumerate().all(|(index, byte)| match index {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        })
}

fn out_of_range(text: &str, span: Span, right: &str) -> Diagnostic {
    let message = format!("{} is out of range: {right}", shorten(text));
    Diagnostic::new("number-out-of-range", Severity::Error, span, message)
}
