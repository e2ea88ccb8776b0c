//! Which lines comments are for.

use vpcheck_syntax::{Source, Span};

/// Which line each comment of a text is for.
pub(super) struct Targets {
    /// Where the lines start, and where the text ends.
    starts: Vec<u32>,
    /// An offset in the line that a comment is for; nothing where there is none.
    places: Vec<Option<u32>>,
}

impl Targets {
    /// Finds the lines, in one pass over the text.
    pub(super) fn new(source: &Source<'_>, comments: &[Span]) -> Targets {
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
        Targets { starts, places }
    }

    /// The line that the comment at `index` is for.
    pub(super) fn of(&self, index: usize) -> Option<Span> {
        let place = self.places.get(index).copied().flatten()?;
        let after = self.starts.partition_point(|start| *start <= place);
        let start = self.starts.get(after.checked_sub(1)?)?;
        Some(Span::new(*start, self.starts.get(after).copied().unwrap_or(u32::MAX)))
    }
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::Targets;
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
            let targets = Targets::new(&source, &parsed.comments);
            let found: Vec<_> = (0..parsed.comments.len())
                .map(|index| targets.of(index).and_then(|span| text.get(span.range())))
                .collect();
            assert_eq!(found, lines, "{text:?}");
        }
    }
}
