//! Which lines comments are for.

use std::collections::HashMap;

use vpcheck_syntax::{Source, Span};

/// What a comment is for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Target {
    /// A line.
    Line(Span),
    /// A block of code in Markdown.
    Block(Span),
}

/// Which line each comment of a text is for.
///
/// In Markdown, a comment before a block of code is for the block: there, a text without comments can have no other.
pub(super) struct Targets<'s> {
    source: &'s Source<'s>,
    /// The blocks of code that comments are for, by where they start.
    blocks: HashMap<u32, u32>,
    /// Where the lines start, and where the text ends.
    starts: Vec<u32>,
    /// An offset in the line that a comment is for; nothing where there is none.
    places: Vec<Option<u32>>,
}

impl<'s> Targets<'s> {
    /// Finds the lines, in one pass over the text.
    pub(super) fn new(source: &'s Source<'s>, comments: &[Span]) -> Targets<'s> {
        let bytes = source.bytes();
        let mut starts = vec![0];
        for (offset, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' || *byte == b'\r' && bytes.get(offset + 1) != Some(&b'\n') {
                starts.push(narrow(offset + 1));
            }
        }
        starts.push(narrow(bytes.len()));

        let mut places = vec![None; comments.len()];
        // What is code behind each comment, found from the last one to the first.
        let mut next_code = None;
        let mut end = bytes.len();
        for (place, comment) in places.iter_mut().zip(comments).rev() {
            let gap = bytes.get(comment.end as usize..end).unwrap_or_default();
            if let Some(offset) = gap.iter().position(|byte| !byte.is_ascii_whitespace()) {
                next_code = Some(comment.end.saturating_add(narrow(offset)));
            }
            *place = next_code;
            end = comment.start as usize;
        }
        // One behind code is for its own line, found from the first one to the last.
        let mut is_behind_code = false;
        let mut end = if bytes.starts_with(b"\xEF\xBB\xBF") { 3 } else { 0 };
        for (place, comment) in places.iter_mut().zip(comments) {
            let gap = bytes.get(end..comment.start as usize).unwrap_or_default();
            if let Some(byte) = gap.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t')) {
                is_behind_code = !matches!(byte, b'\n' | b'\r');
            }
            if is_behind_code {
                *place = Some(comment.start);
            }
            let text = bytes.get(comment.start as usize..comment.end as usize).unwrap_or_default();
            is_behind_code &= !text.iter().any(|byte| matches!(byte, b'\n' | b'\r'));
            end = comment.end as usize;
        }
        Targets { source, blocks: HashMap::new(), starts, places }
    }

    /// What the comment at `index` is for.
    pub(super) fn of(&mut self, index: usize) -> Option<Target> {
        let place = self.places.get(index).copied().flatten()?;
        let line = self.starts.partition_point(|start| *start <= place).checked_sub(1)?;
        let span = self.line(line)?;
        if !self.source.syntax().is_markdown() {
            return Some(Target::Line(span));
        }
        let Some(fence) = fence(self.text(span)) else { return Some(Target::Line(span)) };
        let end = match self.blocks.get(&span.start) {
            Some(end) => *end,
            None => self.end_of_block(line, fence),
        };
        self.blocks.insert(span.start, end);
        Some(Target::Block(Span::new(span.start, end)))
    }

    /// Where the line after a block ends, whose first line is `line`.
    fn end_of_block(&self, line: usize, opening: &str) -> u32 {
        let lines = (line + 1..).map_while(|line| self.line(line));
        let mut end = self.starts.last().copied().unwrap_or(u32::MAX);
        for span in lines {
            let text = self.text(span);
            if fence(text).is_some_and(|closing| closing.starts_with(opening) && text.trim() == closing) {
                end = span.end;
                break;
            }
        }
        end
    }

    fn line(&self, line: usize) -> Option<Span> {
        Some(Span::new(*self.starts.get(line)?, *self.starts.get(line + 1)?))
    }

    fn text(&self, span: Span) -> &'s str {
        let bytes = self.source.bytes().get(span.range()).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

/// The characters that open or close a block of code in Markdown.
fn fence(line: &str) -> Option<&str> {
    let line = line.trim_start();
    let length =
        line.len() - line.trim_start_matches(line.chars().next().filter(|mark| matches!(mark, '`' | '~'))?).len();
    line.get(..length).filter(|fence| fence.len() >= 3)
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Target, Targets};
    use vpcheck_syntax::{Source, Syntax, parse};

    #[test]
    fn finds_the_line_that_a_comment_is_for() {
        for (text, lines) in [
            ("// a\n{}", vec![Some("{}")]),
            ("{} // a", vec![Some("{} // a")]),
            ("// a\n\n  \n// b\n{}\n", vec![Some("{}\n"), Some("{}\n")]),
            ("/* a */ {}\n", vec![Some("/* a */ {}\n")]),
            ("/* a\n */ {}\n", vec![Some(" */ {}\n")]),
            ("{ /* a\n */ /* b */\n}", vec![Some("{ /* a\n"), Some("}")]),
            ("{ /* a */ // b\n}", vec![Some("{ /* a */ // b\n"), Some("{ /* a */ // b\n")]),
            ("/* a */ // b\n{}", vec![Some("{}"), Some("{}")]),
            ("// a\r\n/* b */ {\r\n}", vec![Some("/* b */ {\r\n"), Some("/* b */ {\r\n")]),
            ("{}\n// a\n", vec![None]),
        ] {
            let source = Source::new("text.jsonc", text.as_bytes(), Syntax::Jsonc);
            let parsed = parse(&source);
            let mut targets = Targets::new(&source, &parsed.comments);
            let line = |target| match target {
                Some(Target::Line(span)) => text.get(span.range()),
                _ => None,
            };
            let found: Vec<_> = (0..parsed.comments.len()).map(|index| line(targets.of(index))).collect();
            assert_eq!(found, lines, "{text:?}");
        }
    }
}
