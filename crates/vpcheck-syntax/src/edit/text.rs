//! The text of a document, with the places that edits look for.

use std::ops::Range;

use super::dialect::Dialect;
use crate::{Edit, Span, Tree};

/// The text of a document. Offsets are those in it, and not in the file that it is a part of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Text<'t> {
    content: &'t str,
    base: usize,
    dialect: Dialect,
}

/// What stands between a place and the end of its line.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Rest {
    /// Nothing but spaces.
    Blank,
    /// A comment.
    Comment,
    /// Something else.
    More,
}

impl<'t> Text<'t> {
    pub(super) fn of(tree: &'t Tree<'_>) -> Option<Text<'t>> {
        let dialect = Dialect::of(tree.syntax())?;
        Some(Text { content: tree.text(), base: usize::try_from(tree.base()).ok()?, dialect })
    }

    pub(super) fn dialect(self) -> Dialect {
        self.dialect
    }

    /// Whether it is a part of a file.
    pub(super) fn is_part(self) -> bool {
        self.base > 0
    }

    /// A span of the file in this text.
    pub(super) fn range(self, span: Span) -> Option<Range<usize>> {
        let range = span.range();
        let range = range.start.checked_sub(self.base)?..range.end.checked_sub(self.base)?;
        self.content.get(range.clone()).map(|_| range)
    }

    pub(super) fn get(self, range: Range<usize>) -> &'t str {
        self.content.get(range).unwrap_or_default()
    }

    pub(super) fn edit(self, range: Range<usize>, text: impl Into<String>) -> Edit {
        let offset = |at: usize| u32::try_from(at.saturating_add(self.base)).unwrap_or(u32::MAX);
        Edit { span: Span::new(offset(range.start), offset(range.end)), text: text.into() }
    }

    pub(super) fn remove(self, range: Range<usize>) -> Edit {
        self.edit(range, "")
    }

    pub(super) fn after(self, at: usize) -> &'t str {
        self.content.get(at..).unwrap_or_default()
    }

    pub(super) fn before(self, at: usize) -> &'t str {
        self.content.get(..at).unwrap_or_default()
    }

    /// The offset after spaces, within the line.
    pub(super) fn skip_spaces(self, at: usize) -> usize {
        let after = self.after(at);
        at + after.len() - after.trim_start_matches([' ', '\t']).len()
    }

    /// The offset before spaces, within the line.
    pub(super) fn skip_spaces_back(self, at: usize) -> usize {
        self.before(at).trim_end_matches([' ', '\t']).len()
    }

    /// The offset after spaces, line ends and comments.
    pub(super) fn skip(self, mut at: usize) -> usize {
        loop {
            let after = self.after(at);
            let trimmed = after.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']);
            at += after.len() - trimmed.len();
            match self.dialect.comment(trimmed) {
                Some(length) if length > 0 => at += length,
                _ => return at,
            }
        }
    }

    /// What stands in `range` without spaces, line ends and comments.
    pub(super) fn meaning(self, range: Range<usize>) -> String {
        let mut meaning = String::new();
        let mut at = self.skip(range.start);
        while at < range.end {
            let Some(character) = self.after(at).chars().next() else { break };
            meaning.push(character);
            at = self.skip(at + character.len_utf8());
        }
        meaning
    }

    /// Where the line starts, if there are only spaces before `at`.
    pub(super) fn start_of_blank(self, at: usize) -> Option<usize> {
        let start = self.skip_spaces_back(at);
        (start == 0 || self.before(start).ends_with('\n')).then_some(start)
    }

    /// What stands between `at` and the end of the line.
    pub(super) fn rest(self, at: usize) -> Rest {
        let at = self.skip_spaces(at);
        let after = self.after(at);
        if after.is_empty() || after.starts_with('\n') || after.starts_with("\r\n") {
            return Rest::Blank;
        }
        let is_comment = self.dialect.comment(after).is_some_and(|length| {
            // A comment in brackets may end before the line does.
            let length = at + length;
            let rest = self.after(self.skip_spaces(length));
            rest.is_empty() || rest.starts_with('\n') || rest.starts_with("\r\n")
        });
        if is_comment && !(after.starts_with("/*") && after.split("*/").next().is_some_and(|text| text.contains('\n')))
        {
            Rest::Comment
        } else {
            Rest::More
        }
    }

    /// Where the line ends that `at` is in, before the line end. Nothing but spaces and a comment may follow `at`.
    pub(super) fn end_of_line(self, at: usize) -> usize {
        let at = self.skip_spaces(at);
        let comment = self.dialect.comment(self.after(at)).unwrap_or(0);
        if comment == 0 { at } else { self.skip_spaces(at + comment) }
    }

    /// The offset after the line end at `at`.
    pub(super) fn next_line(self, at: usize) -> usize {
        let after = self.after(at);
        let end = ["\r\n", "\n"].iter().find(|end| after.starts_with(**end));
        at + end.map_or(0, |end| end.len())
    }

    /// How the line ends that has its end at `at`, or else the one before the line that starts at `start`.
    pub(super) fn line_end(self, at: usize, start: usize) -> &'static str {
        let after = self.after(at);
        if after.starts_with("\r\n") || (!after.starts_with('\n') && self.before(start).ends_with("\r\n")) {
            "\r\n"
        } else {
            "\n"
        }
    }
}
