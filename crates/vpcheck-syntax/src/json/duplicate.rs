//! Members that are given twice.

use super::encoding::REPLACEMENT;
use crate::{Diagnostic, Member, Members, Node, Severity, escape::shorten, sink::Sink, tree::Tree};

/// Up to so many members are compared each with each, which needs no memory.
const FEW: usize = 8;

/// Reports every member whose name was there before in its object.
pub(crate) fn report(tree: &Tree<'_>, sink: &mut Sink) {
    for object in tree.nodes() {
        report_in(object, sink);
        if sink.overflows() {
            return;
        }
    }
}

/// Reports every member of an object whose name was there before.
pub(crate) fn report_in(object: Node<'_>, sink: &mut Sink) {
    let members = object.members();
    if members.len() > 1 && (members.len() > FEW || has_same_names(members)) {
        report_object(object, sink);
    }
}

/// Whether two of a few members have one name.
fn has_same_names(members: Members<'_>) -> bool {
    let mut names = [""; FEW];
    let mut count = 0;
    for (member, slot) in members.zip(&mut names) {
        *slot = member.name;
        count += 1;
    }
    (1..count).any(|index| {
        let (before, rest) = names.split_at(index);
        rest.first().is_some_and(|name| before.contains(name))
    })
}

fn report_object(object: Node<'_>, sink: &mut Sink) {
    let mut members: Vec<Member<'_>> = object.members().collect();
    // Sorted by name, equal names stand side by side, the first of them first.
    members.sort_by_key(|member| member.name);
    for same in members.chunk_by(|a, b| a.name == b.name) {
        if let [first, others @ ..] = same {
            for &other in others {
                report_second(*first, other, sink);
            }
        }
    }
}

#[cold]
fn report_second(first: Member<'_>, second: Member<'_>, sink: &mut Sink) {
    // What could not be read in two names may be different, and is told already.
    let is_damaged =
        !second.value.is_complete() && second.name.contains([char::from(REPLACEMENT), char::REPLACEMENT_CHARACTER]);
    if is_damaged {
        return;
    }
    let name = if second.name.is_empty() { "the empty name".into() } else { format!("`{}`", shorten(second.name)) };
    let message = format!("{name} is given twice: keep one");
    let diagnostic = Diagnostic::new("duplicate-member", Severity::Error, second.name_span, message)
        .with_label(first.name_span, "first given here");
    sink.report_at(second.value.position(), diagnostic);
}
