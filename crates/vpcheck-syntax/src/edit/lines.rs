//! Members that have a line, or several, of their own.

use super::brackets::aligned;
use super::dialect::Dialect;
use super::neighbours::{next, previous};
use super::place::{Place, start_of};
use super::text::{Rest, Text};
use crate::{Edit, Span};

/// How many bytes may stand before a name in its line.
const LONGEST_START: usize = 512;

/// Takes a member or an element out, with its lines.
pub(super) fn remove(place: &Place<'_>) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let end = place.end();
    let start = place.start();
    if text.rest(end) == Rest::More || start >= end {
        return None;
    }
    if node.name_span().is_none() {
        return remove_element(place);
    }
    let line = Line::of(text, start)?;
    match text.dialect() {
        Dialect::Yaml if place.is_alone() => return Some(vec![text.edit(start..end, "{}")]),
        Dialect::Yaml if previous(node).is_none() && next(node).is_none() => return None,
        // The table would be gone with it.
        Dialect::Toml if previous(node).is_none() && next(node).is_none() && !line.lead.is_empty() => return None,
        Dialect::Yaml | Dialect::Toml if line.is_shared(text) => {
            let next = start_of(text, next(node)?);
            let is_beside = next > end && text.get(end..next).trim().is_empty();
            return is_beside.then(|| vec![text.remove(start..next)]);
        }
        Dialect::Terraform if !line.lead.is_empty() => return None,
        _ => {}
    }
    Some(vec![without(text, line.start, line.start + line.indent.len(), end)])
}

/// Takes an element of a list with dashes out.
fn remove_element(place: &Place<'_>) -> Option<Vec<Edit>> {
    let (text, start, end) = (place.text(), place.start(), place.end());
    let node = place.node();
    if text.dialect() != Dialect::Yaml || (previous(node).is_none() && next(node).is_none()) {
        return None;
    }
    let line = Line::of(text, start)?;
    if line.starts_a_part(text) {
        return None;
    }
    // A list in a list has two dashes in one line, of which the first is not ours.
    (line.lead.trim_end() == "-").then(|| vec![without(text, line.start, line.start + line.indent.len(), end)])
}

/// The lines of what starts at `start`, or that alone where a comment stands behind it.
fn without(text: Text<'_>, line: usize, start: usize, end: usize) -> Edit {
    match text.rest(end) {
        Rest::Blank => text.remove(line..text.next_line(text.end_of_line(end))),
        _ => text.remove(start..text.skip_spaces(end)),
    }
}

/// Adds a member on a line after another one.
pub(super) fn insert_after(place: &Place<'_>, name: &str, value: &str) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let (start, end) = (place.start(), place.end());
    if text.rest(end) == Rest::More || start >= end {
        return None;
    }
    let line = Line::of(text, start)?;
    let lead = match text.dialect() {
        Dialect::Yaml => " ".repeat(line.lead.len()),
        _ => line.lead.to_owned(),
    };
    let indent = if line.starts_a_part(text) {
        // How far the first line of a part is indented is seen at the next one only.
        let next = Line::of(text, start_of(text, next(node)?))
            .filter(|next| next.start > line.start && next.lead.is_empty())?;
        next.indent.get(..next.indent.len().checked_sub(lead.len())?)?
    } else {
        line.indent
    };
    let written = text.get(text.range(Span::new(node.name_span()?.end, node.span().start))?);
    let assign = match text.dialect() {
        Dialect::Yaml => ": ".to_owned(),
        _ if written.trim() == "=" => aligned(text, start, name, written),
        _ => " = ".to_owned(),
    };
    let at = text.end_of_line(end);
    let line_end = text.line_end(at, line.start);
    Some(vec![text.edit(at..at, format!("{line_end}{indent}{lead}{name}{assign}{value}"))])
}

/// The line of a name, up to it.
struct Line<'t> {
    start: usize,
    indent: &'t str,
    /// What stands before the name: the dashes of a list, or the tables that a dotted name goes through.
    lead: &'t str,
}

impl<'t> Line<'t> {
    /// Whether it is the first line of a document in a file, of which only what comes after its indentation is known.
    fn starts_a_part(&self, text: Text<'_>) -> bool {
        self.start == 0 && text.is_part()
    }

    /// Whether something else stands before the name that has to stay.
    fn is_shared(&self, text: Text<'_>) -> bool {
        self.starts_a_part(text) || (text.dialect() == Dialect::Yaml && !self.lead.is_empty())
    }

    fn of(text: Text<'t>, at: usize) -> Option<Line<'t>> {
        let before = text.before(at);
        let from = (at.saturating_sub(LONGEST_START)..=at).find(|from| before.is_char_boundary(*from))?;
        let start = match text.get(from..at).rfind('\n') {
            Some(line_end) => from + line_end + 1,
            None if from == 0 => 0,
            None => return None,
        };
        let whole = text.get(start..at);
        let lead = whole.trim_start_matches([' ', '\t']);
        let indent = whole.get(..whole.len() - lead.len())?;
        let is_usual = match text.dialect() {
            Dialect::Yaml => lead.split_terminator(' ').all(|dash| matches!(dash, "" | "-")) && !lead.ends_with('-'),
            Dialect::Toml => lead.is_empty() || lead.trim_end().ends_with('.') && !lead.contains(['=', '[', '#']),
            _ => lead.is_empty(),
        };
        is_usual.then_some(Line { start, indent, lead })
    }
}
