//! Mistakes at the beginning and the end of the text.

use super::{
    parser::{Expected, Parser, offset},
    recovery::{name, syntax},
};
use crate::{Span, Syntax, escape::shorten, tree::Place};

impl Parser<'_> {
    /// Looks for the array or object of a text that begins with something else.
    pub(super) fn no_root(&mut self) -> Expected {
        let message = match self.character() {
            bracket @ ('}' | ']') => format!("`{bracket}` closes nothing: remove it"),
            other => format!("{} stands where a value is expected", name(other)),
        };
        self.report(syntax(self.character_span(), message));
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match rest.iter().position(|byte| matches!(byte, b'{' | b'[')) {
            Some(distance) => self.at += distance,
            None => self.stopped = true,
        }
        Expected::Value
    }

    /// What a document is in this syntax, for a message.
    pub(super) fn unit(&self) -> &'static str {
        if self.syntax == Syntax::Ndjson { "line" } else { "text" }
    }

    /// What follows the value of the document.
    #[cold]
    pub(super) fn text_after_end(&mut self) -> Expected {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let span = Span::new(offset(self.at), offset(self.at + line.len()));
        let unit = self.unit();
        let diagnostic = match self.character() {
            bracket @ ('}' | ']') => syntax(self.character_span(), format!("`{bracket}` closes nothing: remove it")),
            ':' => syntax(span, format!("the {unit} goes on after its value: remove the rest"))
                .with_help("put members between `{` and `}`"),
            _ if unit == "line" => syntax(span, "the line goes on after its value: remove the rest")
                .with_help("one line has one value: put the next one on a line of its own"),
            _ => syntax(span, "the text goes on after its value: remove the rest")
                .with_help("one text has one value: put several into an array"),
        };
        let told = std::mem::take(&mut self.told);
        self.report_unless(told, diagnostic);
        self.stopped = true;
        Expected::End
    }

    /// What is missing at the end of the text.
    pub(super) fn end(&mut self, expected: Expected) {
        let is_told = self.stopped || self.told;
        if self.entries.is_empty() && !self.sink.has_errors() {
            let message = "the text is empty, and a JSON text has one value";
            self.report(syntax(Span::default(), message));
        }
        if let Some(open) = self.open {
            if !is_told {
                self.report_end(expected, open);
            }
            self.omit();
        }
        self.at = self.text.trim_end().len().max(self.at.min(self.bytes.len()));
        while let Some(open) = self.open {
            self.set_incomplete(open);
            self.close_here();
        }
    }

    #[cold]
    fn report_end(&mut self, expected: Expected, innermost: u32) {
        let mut brackets = String::new();
        let mut open = Some(innermost);
        while let Some(index) = open {
            brackets.push(char::from(self.closing(index)));
            open = self.parent(index);
        }
        let brackets = shorten(&brackets).into_owned();
        let (gap, unit) = (self.gap(), self.unit());
        let mut diagnostic = match (expected, self.place) {
            (Expected::Value | Expected::Colon, Place::Member(span, decoded)) => {
                let name = shorten(self.name_text(span, decoded));
                syntax(gap, format!("the {unit} ends before `{name}` has a value"))
            }
            (Expected::Value | Expected::Name, _) => syntax(gap, format!("the {unit} ends after a comma")),
            _ if brackets.len() > 1 => {
                syntax(gap, format!("the {unit} ends before arrays and objects are closed: add `{brackets}`"))
            }
            _ if brackets == "]" => syntax(gap, format!("the {unit} ends before an array is closed: add `]`")),
            _ => syntax(gap, format!("the {unit} ends before an object is closed: add `}}`")),
        };
        if matches!(expected, Expected::Value | Expected::Name | Expected::Colon) {
            diagnostic = diagnostic.with_help(format!("close what is open with `{brackets}`"));
        }
        self.report(diagnostic.with_label(self.opening_span(innermost), "opened here"));
    }
}
