//! Members that are given twice.

use super::encoding::REPLACEMENT;
use crate::{Diagnostic, Member, Node, Severity, escape::shorten, sink::Sink, tree::Tree};

/// Up to so many members are told apart by marks of their names, which needs no memory; of more two surely have one mark.
const FEW: usize = 12;

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
    let count = object.members().len();
    if count > 1 && (count > FEW || !are_surely_apart(object.name_marks())) {
        report_object(object, sink);
    }
}

/// Whether no two marks are the same. Equal names have equal marks.
fn are_surely_apart(marks: impl Iterator<Item = Option<u8>>) -> bool {
    let mut seen = 0_u64;
    for mark in marks {
        let Some(mark) = mark else { return false };
        let bit = 1 << (mark % 64);
        if seen & bit != 0 {
            return false;
        }
        seen |= bit;
    }
    true
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
    let name = shorten(second.name);
    let [before, name, after] = if name.is_empty() { ["the empty name", "", ""] } else { ["`", &*name, "`"] };
    let message = [before, name, after, " is given twice: keep one"].concat();
    let diagnostic = Diagnostic::new("duplicate-member", Severity::Error, second.name_span, message)
        .with_label(first.name_span, "first given here");
    sink.report_at(second.value.position(), diagnostic);
}
