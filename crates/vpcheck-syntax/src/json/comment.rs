//! Comments, which are a mistake in JSON, and none in JSON with comments.

use super::{
    parser::{Parser, offset},
    recovery::{replacement, syntax},
};
use crate::{Span, Syntax};

impl Parser<'_> {
    /// Whether comments, and commas before a closing bracket, are no mistakes.
    pub(super) fn has_comments(&self) -> bool {
        self.syntax == Syntax::Jsonc
    }

    /// Skips the comment that the rest of the text begins with; whether there was one.
    pub(super) fn skip_comment(&mut self, rest: &str) -> bool {
        let start = self.at;
        let line = || rest.find(['\n', '\r']).unwrap_or(rest.len());
        if let Some(comment) = rest.strip_prefix("/*") {
            let end = comment.find("*/").map(|end| end + 4);
            self.at += end.unwrap_or(rest.len());
            self.comments.push(self.span(start));
            let shown = Span::new(offset(start), offset(start + end.unwrap_or_else(line)));
            if !self.has_comments() {
                self.report(syntax(shown, "a comment stands here, and JSON has none: remove it"));
            } else if end.is_none() {
                self.report(syntax(shown, "a comment does not end: add `*/`"));
                // What is missing at the end of the text is in the comment.
                self.stopped = true;
            }
            return true;
        }
        if rest.starts_with("//") || rest.starts_with('#') {
            self.at += line();
            let span = self.span(start);
            self.comments.push(span);
            if !self.has_comments() {
                self.report(syntax(span, "a comment stands here, and JSON has none: remove it"));
            } else if rest.starts_with('#') {
                let sign = Span::new(offset(start), offset(start + 1));
                let diagnostic = syntax(span, "a comment begins with `//` here, and not with `#`");
                self.report(diagnostic.with_fix(replacement(sign, "//")));
            }
            return true;
        }
        false
    }

    /// The first byte after `at` that is neither white space nor part of a comment.
    pub(super) fn after_space(&self, mut at: usize) -> Option<u8> {
        loop {
            let rest = self.text.get(at..)?;
            let skipped = rest.trim_ascii_start();
            at += rest.len() - skipped.len();
            at += match skipped.strip_prefix("/*").filter(|_| self.has_comments()) {
                Some(comment) => comment.find("*/").map_or(skipped.len(), |end| end + 4),
                None if self.has_comments() && skipped.starts_with("//") => {
                    skipped.find(['\n', '\r']).unwrap_or(skipped.len())
                }
                None => return skipped.bytes().next(),
            };
        }
    }
}
