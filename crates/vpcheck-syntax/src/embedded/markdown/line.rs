//! A line of Markdown, from its start to its end.

use super::Container;
use crate::{Span, encoding::offset};

/// HTML that goes on until a text, with how it starts.
const HTML: [(&str, &str); 6] = [
    ("<pre", "</pre>"),
    ("<script", "</script>"),
    ("<style", "</style>"),
    ("<textarea", "</textarea>"),
    ("<![CDATA[", "]]>"),
    ("<?", "?>"),
];

/// A line that is gone through from its start to its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'t> {
    text: &'t str,
    /// Offset of the next byte.
    at: usize,
    /// Offset of the next byte that is no space and no tab, or the end of the content.
    content: usize,
    /// Offset after the last byte of its content.
    content_end: usize,
    /// Offset after the last byte.
    end: usize,
    /// How many columns are before the next byte.
    column: usize,
    /// How many columns of a tab are left, whose other columns were skipped.
    tab: usize,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str, at: usize, length: usize) -> Line<'t> {
        let end = at + length;
        let line = text.get(at..end).unwrap_or_default();
        let content_end = at + line.trim_end_matches(['\n', '\r']).len();
        let mut line = Line { text, at, content: at, content_end, end, column: 0, tab: 0 };
        line.find_content();
        line
    }

    /// Where its content starts, after the spaces before it.
    pub(super) fn start(&self) -> usize {
        self.content
    }

    /// Offset after its last byte.
    pub(super) fn end(&self) -> usize {
        self.end
    }

    /// The rest without the spaces before it and without the end of the line.
    pub(super) fn content(&self) -> &'t str {
        self.text.get(self.content..self.content_end).unwrap_or_default()
    }

    /// The rest with everything.
    pub(super) fn to_end(self) -> Span {
        Span::new(offset(self.at), offset(self.end))
    }

    pub(super) fn is_blank(&self) -> bool {
        self.content == self.content_end
    }

    /// How many columns of white space are next. It is enough to know of a few.
    pub(super) fn indent(&self) -> usize {
        const ENOUGH: usize = 64;
        let mut copy = *self;
        copy.skip(ENOUGH);
        copy.column - self.column
    }

    /// Skips so many columns of white space, as far as there are some.
    pub(super) fn skip(&mut self, mut columns: usize) {
        while columns > 0 {
            if self.tab > 0 {
                let skipped = self.tab.min(columns);
                self.tab -= skipped;
                self.column += skipped;
                columns -= skipped;
                continue;
            }
            if self.at >= self.content {
                return;
            }
            // There is a space or a tab.
            self.tab = if self.text.as_bytes().get(self.at) == Some(&b'\t') { 4 - self.column % 4 } else { 1 };
            self.at += 1;
        }
    }

    /// Goes past what has to be at the start of a line in a container; whether it was there.
    pub(super) fn enters(&mut self, container: Container) -> bool {
        match container {
            Container::Quote => self.enters_quote(),
            Container::Item(_) if self.is_blank() => true,
            Container::Item(columns) => {
                let is_inside = self.indent() >= columns;
                if is_inside {
                    self.skip(columns);
                }
                is_inside
            }
        }
    }

    fn enters_quote(&mut self) -> bool {
        let is_quote = self.indent() < 4 && self.content().starts_with('>');
        if is_quote {
            self.pass(1);
            self.skip(1);
        }
        is_quote
    }

    /// Goes past the marker that opens a container.
    pub(super) fn opens(&mut self) -> Option<Container> {
        if self.indent() >= 4 {
            return None;
        }
        if self.enters_quote() {
            return Some(Container::Quote);
        }
        let marker = marker(self.content())?;
        let start = self.column;
        self.pass(marker);
        let space = self.indent();
        // After five columns the item starts with indented code, and without content it has any.
        self.skip(if self.is_blank() || space > 4 { 1 } else { space });
        let least = start + (self.column - start).max(marker + 1);
        Some(Container::Item(least - start))
    }

    /// Goes past white space and so many bytes.
    fn pass(&mut self, bytes: usize) {
        self.skip(usize::MAX);
        self.at = self.content + bytes;
        self.column += bytes;
        self.find_content();
    }

    fn find_content(&mut self) {
        let rest = self.text.get(self.at..self.content_end).unwrap_or_default();
        self.content = self.at + rest.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    }

    /// Whether it goes on with a paragraph though it has not what its containers ask for.
    pub(super) fn is_lazy(&self) -> bool {
        let content = self.content();
        let starts_something = || {
            content.starts_with(['>', '#', '<'])
                || content.starts_with("```")
                || content.starts_with("~~~")
                || marker(content).is_some()
        };
        !self.is_blank() && (self.indent() >= 4 || !starts_something())
    }

    /// What ends the HTML that starts here.
    pub(super) fn starts_html(&self) -> Option<&'static str> {
        let content = self.content();
        let starts = |start: &str| {
            let tag = content.get(..start.len()).is_some_and(|tag| tag.eq_ignore_ascii_case(start));
            let next = content.as_bytes().get(start.len());
            // `<preface` is another tag.
            tag && !(start.ends_with(|last: char| last.is_ascii_alphabetic())
                && next.is_some_and(u8::is_ascii_alphanumeric))
        };
        HTML.iter().find(|(start, _)| starts(start)).map(|(_, end)| *end)
    }
}

/// How long the marker of an item of a list is that a text starts with.
fn marker(text: &str) -> Option<usize> {
    let digits = text.bytes().take(10).take_while(u8::is_ascii_digit).count();
    let length = match text.as_bytes().get(digits)? {
        b'-' | b'+' | b'*' if digits == 0 => 1,
        b'.' | b')' if (1..10).contains(&digits) => digits + 1,
        _ => return None,
    };
    let is_separate = text.as_bytes().get(length).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    is_separate.then_some(length)
}
