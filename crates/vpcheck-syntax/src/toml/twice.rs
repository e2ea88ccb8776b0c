//! Keys and tables that are given twice.

use super::document::{Array, Content, Key, Table, shown};
use crate::{Diagnostic, Edit, Fix, Safety, Severity, Span, escape::shorten, sink::Sink};

/// Makes of the header of a table that of one in an array.
pub(super) fn in_two_brackets(header: Span) -> Fix {
    let insert = |at, text: &str| Edit { span: Span::new(at, at), text: text.to_owned() };
    Fix { safety: Safety::Unsafe, edits: vec![insert(header.start, "["), insert(header.end, "]")] }
}

pub(super) fn twice(span: Span, message: String) -> Diagnostic {
    Diagnostic::new("duplicate-member", Severity::Error, span, message)
}

/// Tells of a key that its table has already.
#[cold]
pub(super) fn report_twice(
    key: &Key<'_>,
    before: &Content<'_>,
    content: &Content<'_>,
    first: Option<Span>,
    index: u32,
    sink: &mut Sink,
) {
    let name = shown(&key.name);
    let message = match (before, content) {
        (Content::Table(_, Table::Dotted), Content::Table(_, Table::Header)) => {
            format!("the table {name} is made by keys with dots already: put its keys together")
        }
        (Content::Table(_, Table::Header | Table::Implicit), Content::Table(_, Table::Dotted)) => {
            format!("the table {name} has a header of its own: put its keys below that")
        }
        (Content::Table(_, Table::Inline), Content::Table(..)) => {
            format!("the table {name} is closed by its `}}`: put its keys between the braces")
        }
        (Content::Table(..), Content::Table(_, Table::Header)) => {
            format!("the table {name} is given twice: put its keys below one header")
        }
        _ if before.what() == content.what() => format!("{name} is given twice: keep one"),
        _ => format!("{name} is given twice, as {} and as {}: keep one", before.what(), content.what()),
    };
    let mut diagnostic = twice(key.span, message);
    if let Some(first) = first {
        diagnostic = diagnostic.with_label(first, "first given here");
    }
    if let (Content::Table(_, Table::Header), Content::Array(_, Array::Tables)) = (before, content) {
        diagnostic = diagnostic.with_help(format!("write `[[{}]]` in both places", shorten(&key.name)));
    }
    sink.report_at(index, diagnostic);
}
