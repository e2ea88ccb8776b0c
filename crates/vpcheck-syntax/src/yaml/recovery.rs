//! Going on after a syntax error: what is around it is taken for blank, and the text is read again.

use super::events::{Content, Item};
use crate::{Diagnostic, Span, encoding::offset};

/// A part of the text that is taken for blank, since something in it cannot be read.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Gap(pub(super) Span);

impl Gap {
    /// What cannot be read around `fault`, in a value that begins at `from` or there, up to the line of `until`.
    ///
    /// Dashes and the key before the fault are kept, so that elements are counted and the member is known to be there.
    pub(super) fn around(text: &str, from: usize, fault: usize, until: Until) -> Gap {
        let from = from.min(fault);
        let line = line_start(text, from);
        let (start, indentation) = kept(text, line, from);
        let end = match until {
            Until::Line(at) => line_start(text, at.max(from)).max(start),
            Until::Block(at) => block_end(text, line_end(text, at.max(fault)), indentation),
        };
        Gap(Span::new(offset(start), offset(end)))
    }
}

/// Takes up the errors that ended documents; false where there is nothing to leave out because of them.
pub(super) fn take(
    text: &str,
    errors: Vec<(Gap, Diagnostic)>,
    gaps: &mut Vec<Gap>,
    told: &mut Vec<Diagnostic>,
) -> bool {
    let mut new = Vec::new();
    for (gap, diagnostic) in errors {
        let before = gaps.partition_point(|before| before.0.start <= gap.0.start).checked_sub(1);
        let before = before.and_then(|index| gaps.get(index));
        // What comes right after a gap may be wrong only because of that.
        let is_told = before.is_some_and(|before| {
            let end = before.0.end.min(gap.0.start) as usize;
            text.get(end..gap.0.start as usize).unwrap_or_default().trim().is_empty()
        });
        if !is_told {
            told.push(diagnostic);
        }
        let is_within = before.is_some_and(|before| gap.0.end <= before.0.end);
        if !is_within && !text.get(gap.0.range()).unwrap_or_default().trim().is_empty() {
            new.push(gap);
        }
    }
    let is_more = !new.is_empty();
    gaps.append(&mut new);
    gaps.sort_unstable();
    is_more
}

/// How far a gap goes.
#[derive(Clone, Copy, Debug)]
pub(super) enum Until {
    /// Up to the line with this byte.
    Line(usize),
    /// To the end of the line with this byte, with the lines after it that are further in.
    Block(usize),
}

/// The text with blanks in the gaps, which are in order, of the same length and with the same lines.
pub(super) fn with_blanks(text: &str, gaps: &[Gap]) -> String {
    let mut blanked = String::with_capacity(text.len());
    for Gap(span) in gaps {
        let start = (span.start as usize).max(blanked.len());
        let end = (span.end as usize).max(start);
        blanked.push_str(text.get(blanked.len()..start).unwrap_or_default());
        for character in text.get(start..end).unwrap_or_default().chars() {
            match character {
                '\n' | '\r' => blanked.push(character),
                other => (0..other.len_utf8()).for_each(|_| blanked.push(' ')),
            }
        }
    }
    blanked.push_str(text.get(blanked.len()..).unwrap_or_default());
    blanked
}

/// Marks what something is left out of, since it was in a gap.
pub(super) fn mark(text: &str, items: &mut [Item<'_>], gap: Gap) {
    let before = items.iter().rposition(|item| item.span.start < gap.0.start).unwrap_or_default();
    for item in items.iter_mut().take(before + 1).filter(|item| item.end as usize > before) {
        item.complete = false;
    }
    // What is written as nothing is what was in the gap.
    if let Some(item) = items.get_mut(before)
        && item.span.start == item.span.end
        && matches!(item.content, Content::Scalar(..))
    {
        item.content = Content::Lost;
        return;
    }
    // What begins after the gap, as far in as what was in it, may have begun there.
    let after = items.partition_point(|item| item.span.start < gap.0.end);
    let column = |at: usize| at - line_start(text, at);
    let content = text.get(gap.0.range()).unwrap_or_default();
    let content = gap.0.start as usize + (content.len() - content.trim_start().len());
    if let Some(item) = items.get_mut(after)
        && !matches!(item.content, Content::Scalar(..))
        && column(item.span.start as usize) == column(content)
    {
        item.complete = false;
    }
}

/// Where the next document may begin: the first mark of one from `at` on.
pub(super) fn next_mark(text: &str, at: usize) -> usize {
    let mut at = at;
    while let Some(rest) = text.get(at..)
        && !rest.is_empty()
    {
        let is_mark = ["---", "..."].iter().any(|mark| rest.starts_with(mark));
        if is_mark && at == line_start(text, at) {
            return at;
        }
        at += rest.find(['\n', '\r']).map_or(rest.len(), |length| length + 1);
    }
    text.len()
}

/// Where dashes and a key end that begin a line and are before `fault`, and how far the last of them is in.
fn kept(text: &str, line: usize, fault: usize) -> (usize, usize) {
    let mut start = line;
    if text.get(line..).is_some_and(|rest| rest.starts_with("---")) {
        start += 3;
    }
    let blanks = |at: usize| {
        let rest = text.get(at..fault).unwrap_or_default();
        at + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
    };
    let content = blanks(start);
    let (mut at, mut indentation) = (content, content - line);
    while text.get(at..fault).is_some_and(|rest| rest.starts_with("- ")) {
        start = at + 1;
        at = blanks(at + 1);
    }
    let key = text.get(at..fault).and_then(|rest| rest.split_once(": ")).map(|(key, _)| key);
    if let Some(key) = key.filter(|key| super::syntax::is_word(key)) {
        indentation = at - line;
        start = at + key.len() + 1;
    }
    (start, indentation)
}

/// Where the lines end that go on from `end`: those that are further in than `indentation`, or close brackets.
fn block_end(text: &str, mut end: usize, indentation: usize) -> usize {
    let mut at = end;
    while let Some(rest) = text.get(at..)
        && !rest.is_empty()
    {
        let line = rest.trim_start_matches(['\n', '\r']).lines().next().unwrap_or_default();
        let content = line.trim_start_matches([' ', '\t']);
        at = line_end(text, at + (rest.len() - rest.trim_start_matches(['\n', '\r']).len()));
        let inward = line.len() - content.len();
        if content.is_empty() {
            continue;
        }
        if inward > indentation || content.starts_with([']', '}']) && inward == indentation {
            end = at;
        } else {
            break;
        }
    }
    end
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind(['\n', '\r'])).map_or(0, |line| line + 1)
}

fn line_end(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).map_or(text.len(), |length| at + length)
}
