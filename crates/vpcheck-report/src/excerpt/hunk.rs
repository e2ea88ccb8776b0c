//! The lines that a fix changes, cut to a width.

use std::ops::Range;

use vpcheck_syntax::escape::is_command;
use vpcheck_syntax::{Edit, Source};
use vpcheck_validate::Report;

use super::CUT;
use super::FRAME;
use super::cells::{Cells, ends_line};
use crate::visible::{SHARP, shown};

/// How many bytes of a fix are shown at most, of what is there and of what is written. A longer one says nothing.
const SHOWN: usize = 2048;

/// Adjacent lines that a fix changes, ready to be shown.
#[derive(Debug)]
pub(crate) struct Hunk {
    /// The number of the first line.
    pub(crate) line: usize,
    /// The lines as they are, without any character that must not be shown.
    pub(crate) text: String,
    /// What goes in place of which bytes of the text.
    pub(crate) patches: Vec<(Range<usize>, String)>,
}

/// What the edits change, which do not overlap and are in the order of the text; nothing where it is too much to show.
///
/// However long the text and its lines are, only what is near the edits is looked at.
pub(crate) fn hunks(report: &Report, source: &Source<'_>, edits: &[Edit], columns: usize) -> Vec<Hunk> {
    let text = source.bytes();
    let length: usize = edits.iter().map(|edit| edit.span.range().len() + edit.text.len()).sum();
    if length > SHOWN || edits.iter().any(|edit| text.get(edit.span.range()).is_none()) {
        return Vec::new();
    }
    let columns = columns.saturating_sub(FRAME);
    let mut hunks = Vec::new();
    let mut rest = edits;
    while let Some(first) = rest.first() {
        let joins = |pair: &[Edit]| matches!(pair, [before, after] if is_near(text, before, after, columns));
        let count = 1 + rest.windows(2).take_while(|pair| joins(pair)).count();
        let (together, after) = rest.split_at(count);
        let (start, hunk) = hunk(text, first, together, columns);
        let line = report.position(source, u32::try_from(start).unwrap_or(u32::MAX)).line;
        hunks.push(Hunk { line: line as usize, ..hunk });
        rest = after;
    }
    hunks
}

/// Whether two edits are on one line or on two adjacent ones, near enough to be shown together.
fn is_near(text: &[u8], before: &Edit, after: &Edit, columns: usize) -> bool {
    let between = text.get(before.span.end as usize..after.span.start as usize).unwrap_or_default();
    between.len() <= columns && between.split(|byte| *byte == b'\n').nth(2).is_none()
}

/// The lines around some edits, and where they start.
fn hunk(text: &[u8], first: &Edit, edits: &[Edit], columns: usize) -> (usize, Hunk) {
    let core = first.span.start as usize..edits.last().map_or(first.span.end, |last| last.span.end) as usize;
    let reach = columns * 4;
    let (before, after) = (Cells::before(text, core.start, reach), Cells::after(text, core.end, reach));
    let is_whole = before.is_whole && after.is_whole && before.width() + after.width() <= columns;
    let fit = |cells: &Cells| if is_whole { cells.nearest_first.len() } else { cells.fit(columns / 2) };
    let left = fit(&before);
    let start = before.end_of(left, core.start);
    let end = after.end_of(fit(&after), core.end);

    let mut shown = String::new();
    if left < before.nearest_first.len() || !before.is_whole {
        shown.push(CUT);
    }
    let mut patches = Vec::new();
    let mut offset = start;
    for edit in edits {
        push(&mut shown, text.get(offset..edit.span.start as usize).unwrap_or_default());
        let from = shown.len();
        push(&mut shown, text.get(edit.span.range()).unwrap_or_default());
        let mut new = String::new();
        push(&mut new, edit.text.as_bytes());
        patches.push((from..shown.len(), new));
        offset = edit.span.end as usize;
    }
    push(&mut shown, text.get(offset..end).unwrap_or_default());
    if text.get(end).is_some_and(|byte| !ends_line(byte)) {
        shown.push(CUT);
    }
    (start, Hunk { line: 0, text: shown, patches })
}

/// Goes on with text in which lines stay lines, and nothing else is obeyed.
fn push(out: &mut String, text: &[u8]) {
    let mut cells = Cells::of(text, 0..text.len()).into_iter().peekable();
    while let Some(cell) = cells.next() {
        match cell.character {
            Some('\r') if cells.peek().is_some_and(|next| next.character == Some('\n')) => {}
            Some('\n' | '\r') => out.push('\n'),
            Some('#') if text.get(cell.offset..).is_some_and(is_command) => out.push(SHARP),
            Some(character) => out.push_str(&shown(character)),
            None => out.push(char::REPLACEMENT_CHARACTER),
        }
    }
}
