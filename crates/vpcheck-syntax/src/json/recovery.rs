//! What is wrong with a text that is not JSON, and where to read on.
//!
//! One mistake gives one diagnostic. Where it is clear what was meant, that is taken; otherwise the value is left out, and
//! reading goes on at the next comma or closing bracket.

use super::parser::{Expected, Parser, offset};
use crate::{Diagnostic, Edit, Fix, Safety, Severity, Span, escape::is_hidden, limits, tree::Content};

/// A diagnostic of a text that is not JSON.
#[cold]
pub(super) fn syntax(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("json-syntax", Severity::Error, span, message)
}

/// An edit that makes of the bytes what was certainly meant.
pub(super) fn replacement(span: Span, text: &str) -> Fix {
    Fix { safety: Safety::Safe, edits: vec![Edit { span, text: text.to_owned() }] }
}

/// What to call the character, for a message.
pub(super) fn name(character: char) -> String {
    if character.is_control() || is_hidden(character) || character.is_whitespace() {
        format!("the character U+{:04X}", u32::from(character))
    } else {
        format!("`{character}`")
    }
}

impl Parser<'_> {
    /// The bytes from `start` to where the text is.
    #[inline]
    pub(super) fn span(&self, start: usize) -> Span {
        Span::new(offset(start), offset(self.at))
    }

    /// The index that the next value gets.
    pub(super) fn next_index(&self) -> u32 {
        offset(self.entries.len())
    }

    #[cold]
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.sink.report(diagnostic);
        self.stopped |= self.sink.overflows();
    }

    #[cold]
    pub(super) fn report_at(&mut self, node: u32, diagnostic: Diagnostic) {
        self.sink.report_at(node, diagnostic);
        self.stopped |= self.sink.overflows();
    }

    pub(super) fn report_unless(&mut self, told: bool, diagnostic: Diagnostic) {
        if !told {
            self.report(diagnostic);
        }
    }

    /// Tells of half a surrogate pair in the value that was read last, or in its name.
    #[cold]
    pub(super) fn report_lone_surrogate(&mut self, span: Span) {
        let diagnostic = lone_surrogate(span);
        self.report_at(self.next_index().saturating_sub(1), diagnostic);
    }

    /// Tells what is wrong with the name of the value that was read last.
    #[cold]
    pub(super) fn report_damaged_name(&mut self) {
        if let Some(span) = std::mem::take(&mut self.name).lone_surrogate {
            self.report_lone_surrogate(span);
        }
    }

    /// Leaves out a value that could not be read.
    pub(super) fn omit(&mut self) {
        if let Some(open) = self.open {
            self.set_incomplete(open);
            if let Some(span) = std::mem::take(&mut self.name).lone_surrogate {
                self.report_at(open, lone_surrogate(span));
            }
        }
    }

    pub(super) fn set_incomplete(&mut self, index: u32) {
        if let Some(entry) = self.entries.get_mut(index as usize) {
            entry.complete = false;
        }
    }

    /// The name that has this span or decoded text.
    pub(super) fn name_text(&self, token: Span, decoded: Option<u32>) -> &str {
        let between = Span::new(token.start.saturating_add(1), token.end.saturating_sub(1));
        decoded.map_or_else(|| self.text.get(between.range()).unwrap_or_default(), |index| self.decoded.get(index))
    }

    /// The bracket that closes the array or object at `index`.
    pub(super) fn closing(&self, index: u32) -> u8 {
        match self.entries.get(index as usize).map(|entry| entry.content) {
            Some(Content::Array(_)) => b']',
            _ => b'}',
        }
    }

    pub(super) fn parent(&self, index: u32) -> Option<u32> {
        self.entries.get(index as usize).and_then(|entry| entry.parent)
    }

    /// The bracket that opens the array or object at `index`.
    pub(super) fn opening_span(&self, index: u32) -> Span {
        let start = self.entries.get(index as usize).map_or(0, |entry| entry.span.start);
        Span::new(start, start + 1)
    }

    pub(super) fn character(&self) -> char {
        self.text.get(self.at..).and_then(|rest| rest.chars().next()).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    /// The character that comes next.
    pub(super) fn character_span(&self) -> Span {
        Span::new(offset(self.at), offset(self.at + self.character().len_utf8()))
    }

    /// The empty place after what was read last.
    pub(super) fn gap(&self) -> Span {
        let mut before = self.at;
        let mut comments = self.comments.iter().rev();
        loop {
            before = self.text.get(..before).unwrap_or_default().trim_end().len();
            match comments.next() {
                Some(comment) if self.has_comments() && comment.end == offset(before) => {
                    before = comment.start as usize;
                }
                _ => return Span::new(offset(before), offset(before)),
            }
        }
    }

    #[cold]
    pub(super) fn too_deep(&mut self, index: u32, start: usize) {
        let message =
            format!("arrays and objects are nested more than {} deep: the text is not read from here", limits::DEPTH);
        let diagnostic = Diagnostic::new("depth-limit", Severity::Error, self.span(start), message);
        self.report_at(index, diagnostic);
        self.stopped = true;
    }

    /// Skips what is no white space in JSON and stands between values all the same; whether there was any.
    #[cold]
    pub(super) fn skip_foreign(&mut self) -> bool {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        if self.is_replaced(start) {
            while self.is_replaced(self.at) {
                self.at += 1;
            }
            return true;
        }
        if self.skip_comment(rest) {
            return true;
        }
        let is_foreign = |character: char| !character.is_ascii() && (character.is_whitespace() || is_hidden(character));
        let character = self.character();
        if !is_foreign(character) {
            return false;
        }
        self.at += rest.find(|other| !is_foreign(other)).unwrap_or(rest.len());
        self.report(syntax(self.span(start), format!("{} is no white space in JSON: remove it", name(character))));
        true
    }

    /// Goes on where the line closes what is open, or else at its end.
    pub(super) fn skip_line(&mut self) -> Expected {
        self.omit();
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        self.at += rest.find(['\n', '\r']).unwrap_or(rest.len());
        self.at = self.tail(start);
        self.told = true;
        self.after_value()
    }

    /// Skips what cannot be read, up to the next comma or closing bracket.
    pub(super) fn skip_to_separator(&mut self) -> Expected {
        let mut nested = 0_usize;
        loop {
            match self.bytes.get(self.at) {
                None => {
                    self.stopped = true;
                    break;
                }
                Some(b'"') => {
                    self.at = self.skip_string(self.at);
                    continue;
                }
                Some(b'/') if self.has_comments() => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    if self.skip_comment(rest) {
                        continue;
                    }
                }
                Some(b'{' | b'[') => nested += 1,
                Some(b',' | b'}' | b']') if nested == 0 => break,
                Some(b'}' | b']') => nested -= 1,
                Some(_) => {}
            }
            self.at += 1;
        }
        self.after_value()
    }

    /// The offset after the string that begins at `at`, or of the end of its line.
    pub(super) fn skip_string(&self, at: usize) -> usize {
        let mut at = at + 1;
        loop {
            match self.bytes.get(at) {
                Some(b'"') => return at + 1,
                Some(b'\\') => at += 2,
                None | Some(b'\n' | b'\r') => return at.min(self.bytes.len()),
                Some(_) => at += 1,
            }
        }
    }
}

fn lone_surrogate(span: Span) -> Diagnostic {
    let message = "an escape is half of a surrogate pair, and stands for no character without its other half";
    Diagnostic::new("lone-surrogate", Severity::Error, span, message)
}
