//! Tables of TOML that have a header, or of which only dotted names tell.

use std::ops::Range;

use super::place::{Place, end_of};
use super::text::{Rest, Text};
use super::write;
use crate::{Edit, Kind, Node};

/// How often the name of a table may be written for it to be changed everywhere.
const MOST_NAMES: usize = 64;

/// Gives a table another name, wherever it is written: in headers and in dotted names.
pub(super) fn rename(place: &Place<'_>, name: &str) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let names = names(text, node)?;
    let edits = names.into_iter().map(|range| {
        let old = text.get(range.clone());
        let is_it = old.trim_matches(['"', '\'']) == node.name()?;
        let written = write::name(text.dialect(), name, old, true).filter(|_| is_it)?;
        Some(text.edit(range, written))
    });
    edits.collect()
}

/// Takes a table out with its header and everything in it, where that stands together.
pub(super) fn remove(place: &Place<'_>) -> Option<Vec<Edit>> {
    let (text, node) = (place.text(), place.node());
    let header = place.value();
    let written = text.get(header.clone());
    let has_own_header = written.starts_with('[')
        && !written.starts_with("[[")
        && text.range(node.name_span()?)?.end <= header.end
        && text.get(text.range(node.name_span()?)?.end..header.end).trim() == "]";
    if !has_own_header || names(text, node)?.len() != 1 || node.kind() != Kind::Object {
        return None;
    }
    let mut end = header.end;
    for member in node.members() {
        if Place::of(member.value)?.is_split() {
            return None;
        }
        end = end.max(end_of(text, member.value));
    }
    let start = text.start_of_blank(header.start)?;
    let is_simple =
        text.rest(end) == Rest::Blank && !text.get(start..end).contains('#') && !(start == 0 && text.is_part());
    is_simple.then(|| vec![text.remove(start..text.next_line(text.end_of_line(end)))])
}

/// Where the name of a member is written. That of a table is so before the names of its members as well, where they are dotted.
fn names(text: Text<'_>, node: Node<'_>) -> Option<Vec<Range<usize>>> {
    let mut names = vec![text.range(node.name_span()?)?];
    let mut tables = vec![node];
    if node.kind() == Kind::Array {
        for table in node.elements().filter(|table| table.text().starts_with("[[")) {
            names.push(segment_before(text, text.range(table.span())?.end, ']')?);
            tables.push(table);
        }
    }
    let is_inline = |node: Node<'_>| Place::of(node).is_none_or(|place| !place.is_split());
    for member in tables.into_iter().flat_map(Node::members) {
        let inner = if is_inline(member.value) {
            vec![text.range(member.name_span)?]
        } else {
            self::names(text, member.value)?
        };
        for name in inner {
            if text.before(name.start).trim_end_matches([' ', '\t']).ends_with('.') {
                names.push(segment_before(text, name.start, '.')?);
            }
        }
        if names.len() > MOST_NAMES {
            return None;
        }
    }
    names.sort_by_key(|name| name.start);
    names.dedup();
    Some(names)
}

/// The name before `at`, with some of a sign between.
fn segment_before(text: Text<'_>, at: usize, sign: char) -> Option<Range<usize>> {
    let before = text.before(at).trim_end_matches([' ', '\t', sign]);
    let is_bare = |character: char| character.is_ascii_alphanumeric() || "-_".contains(character);
    let quote = before.chars().next_back().filter(|quote| matches!(quote, '"' | '\''));
    let start = match quote {
        Some(quote) => before
            .strip_suffix(quote)?
            .rfind([quote, '\n'])
            .filter(|start| !before.get(*start..).unwrap_or_default().starts_with('\n'))?,
        None => before.trim_end_matches(is_bare).len(),
    };
    (start < before.len()).then_some(start..before.len())
}
