//! Values in brackets: members and elements with commas between them.

use std::ops::Range;

use super::dialect::Dialect;
use super::neighbours::{next, previous};
use super::place::{Place, end_of, is_delimited, start_of};
use super::text::{Rest, Text};
use crate::{Edit, Node, Span};

/// Takes a member or an element out, with its comma.
pub(super) fn remove(place: &Place<'_>) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let inside = inside(text, node.parent()?)?;
    let (start, end) = (place.start(), place.end());
    let mut edits = Vec::new();
    let mut gone = start..end;
    let comma = comma_after(text, end);
    if let Some(comma) = comma {
        if text.get(end..comma).trim().is_empty() {
            gone.end = comma + 1;
        } else {
            edits.push(text.remove(comma..comma + 1));
        }
    } else if let Some(before) = previous(node) {
        let before = end_of(text, before);
        if let Some(comma) = comma_after(text, before) {
            if comma >= start {
                return None;
            }
            let is_on_line = !text.get(before..start).contains('\n') || text.rest(end) == Rest::More;
            if is_on_line && text.get(before..start).trim_matches([' ', '\t', '\r', '\n']) == "," {
                gone.start = before;
                return Some(vec![text.remove(gone)]);
            }
            edits.push(text.remove(comma..comma + 1));
        }
    }
    let is_alone = previous(node).is_none() && next(node).is_none();
    if is_alone
        && text.get(inside.start..gone.start).trim().is_empty()
        && text.get(gone.end..inside.end).trim().is_empty()
    {
        return Some(vec![text.remove(inside)]);
    }
    edits.push(text.remove(with_spaces(text, gone, next(node).map(|next| start_of(text, next)))));
    super::in_order(&mut edits);
    Some(edits)
}

/// What is taken out together with the spaces or the line around it.
fn with_spaces(text: Text<'_>, gone: Range<usize>, next: Option<usize>) -> Range<usize> {
    let rest = text.rest(gone.end);
    match (text.start_of_blank(gone.start), rest) {
        (Some(start), Rest::Blank) => start..text.next_line(text.end_of_line(gone.end)),
        // The comment at the end of the line stays.
        (Some(_), Rest::Comment) => gone.start..text.skip_spaces(gone.end),
        (None, Rest::Blank | Rest::Comment) => text.skip_spaces_back(gone.start)..gone.end,
        (_, Rest::More) => {
            let end = text.skip_spaces(gone.end);
            if next == Some(end) { gone.start..end } else { gone }
        }
    }
}

/// Takes the brackets off the only element of an array.
pub(super) fn unwrap(place: &Place<'_>) -> Option<Vec<Edit>> {
    let (text, array) = (place.text(), place.node());
    let mut elements = array.elements();
    let element =
        elements.next().filter(|_| elements.next().is_none() && array.is_complete() && is_delimited(array))?;
    let (whole, inner) = (place.value(), text.range(element.span())?);
    let is_bare = |range: Range<usize>, usual: &[char]| text.get(range).trim().trim_matches(usual).is_empty();
    let is_simple = whole.start < inner.start
        && inner.end < whole.end
        && is_bare(whole.start..inner.start, &['['])
        && is_bare(inner.end..whole.end, &[']', ',', ' ']);
    is_simple.then(|| vec![text.remove(whole.start..inner.start), text.remove(inner.end..whole.end)])
}

/// Adds a member after another one.
pub(super) fn insert_after(place: &Place<'_>, name: &str, value: &str) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let inside = inside(text, node.parent()?)?;
    let (start, end) = (place.start(), place.end());
    let assign = text.get(text.range(Span::new(node.name_span()?.end, node.span().start))?);
    let assign = if assign.contains(['\n', '#', '/']) { assign.trim_start().get(..1)? } else { assign };
    let comma = comma_after(text, end);
    let assign = aligned(text, start, name, assign);
    let entry = format!("{name}{assign}{value}");
    let separated = comma.map_or(end, |comma| comma + 1);
    let is_line = text.start_of_blank(start).is_some() && text.rest(separated) != Rest::More;
    let has_next_line = next(node).is_some() || text.get(separated..inside.end).contains('\n');
    if !is_line || !has_next_line {
        // The body of a block has one member to a line.
        if place.is_in_body() {
            return None;
        }
        let is_tight = comma.is_some_and(|comma| next(node).is_some_and(|next| start_of(text, next) == comma + 1))
            || (next(node).is_none() && !assign.ends_with(' '));
        let separator = if is_tight { "," } else { ", " };
        return Some(vec![text.edit(end..end, format!("{separator}{entry}"))]);
    }
    let line = text.start_of_blank(start)?;
    let indent = text.get(line..start);
    let at = text.end_of_line(separated);
    let line_end = text.line_end(at, line);
    if comma.is_some() {
        return Some(vec![text.edit(at..at, format!("{line_end}{indent}{entry},"))]);
    }
    let added = text.edit(at..at, format!("{line_end}{indent}{entry}"));
    // Lines alone separate the members of an object of Terraform.
    let has_no_comma = |before: Node<'_>| comma_after(text, end_of(text, before)).is_none();
    if text.dialect() == Dialect::Terraform && (next(node).is_some() || previous(node).is_none_or(has_no_comma)) {
        return Some(vec![added]);
    }
    if at == end {
        return Some(vec![text.edit(at..at, format!(",{line_end}{indent}{entry}"))]);
    }
    Some(vec![text.edit(end..end, ","), added])
}

/// The sign between name and value, with as many spaces as bring it under the one of the line above.
pub(super) fn aligned(text: Text<'_>, start: usize, name: &str, assign: &str) -> String {
    let sign = assign.trim_start();
    let spaces = assign.len() - sign.len();
    if spaces <= 1 || !sign.starts_with('=') {
        return assign.to_owned();
    }
    let Some(column) = text.after(start).find('=') else { return assign.to_owned() };
    format!("{}{sign}", " ".repeat(column.saturating_sub(name.len()).max(1)))
}

/// Where the comma after a value is.
fn comma_after(text: Text<'_>, end: usize) -> Option<usize> {
    let at = text.skip(end);
    text.after(at).starts_with(',').then_some(at)
}

/// What is between the brackets of an array or object.
fn inside(text: Text<'_>, parent: Node<'_>) -> Option<Range<usize>> {
    let range = text.range(parent.span())?;
    let inside = range.start + 1..range.end.checked_sub(1)?;
    (inside.start <= inside.end).then_some(inside)
}
