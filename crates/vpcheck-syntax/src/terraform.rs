//! Terraform's configuration language, in both its syntaxes.
//!
//! A file in the native syntax becomes the tree that the JSON syntax would give. The values of expressions are found as far as the file
//! tells them: literals, and locals that are. Everything else is unknown, which is never an error. A resource with `for_each` or
//! `count` over what is known becomes one more document for each of its instances.

mod build;
mod evaluate;
mod expression;
mod extent;
mod instances;
mod json;
mod lexer;
mod locals;
mod mistakes;
mod parser;
mod syntax;
mod value;

use crate::{Diagnostic, Node, Parsed, Severity, Span, Syntax, Tree, TreeBuilder, limits, sink::Sink};

/// Reads a file in the native syntax.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    let mut sink = Sink::default();
    let end = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let Some(text) = text(bytes, &mut sink) else {
        return Parsed { diagnostics: sink.finish(&[], end), ..Parsed::default() };
    };
    let start = skip_byte_order_mark(text, &mut sink);
    let (body, comments) = parser::Parser::new(text, start, &mut sink).file();
    let budget = evaluate::Budget::new();
    let locals = locals::resolve(&instances::written_locals(&body), &budget);
    let scope = evaluate::Scope { locals: &locals, instance: None, budget: &budget };
    let mut builder = TreeBuilder::new(text, Syntax::Terraform);
    build::Writer { builder: &mut builder, scope: &scope }.body(&body, 1);
    let Some(tree) = builder.finish() else { return Parsed::default() };
    report_duplicates(&tree, &mut sink);
    let mut documents = vec![tree];
    let diagnostics = sink.finish(&documents, end);
    instances::add(text, &body, &scope, &mut documents);
    Parsed { documents, comments, diagnostics }
}

/// Reads a file in the JSON syntax.
pub(crate) fn parse_json(bytes: &[u8]) -> Parsed<'_> {
    let mut parsed = crate::json::parse(bytes, Syntax::TerraformJson);
    parsed.documents = parsed.documents.first().map(json::documents).unwrap_or_default();
    parsed
}

/// The bytes as text, unless there are too many or they are no UTF-8, which is reported.
fn text<'s>(bytes: &'s [u8], sink: &mut Sink) -> Option<&'s str> {
    if bytes.len() > limits::SOURCE_BYTES {
        let message = format!("the text has {} bytes, and at most {} are read", bytes.len(), limits::SOURCE_BYTES);
        sink.report(Diagnostic::new("size-limit", Severity::Error, Span::default(), message));
        return None;
    }
    let error = match str::from_utf8(bytes) {
        Ok(text) => return Some(text),
        Err(error) => error,
    };
    let is_utf16 = matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]);
    let start = u32::try_from(if is_utf16 { 0 } else { error.valid_up_to() }).unwrap_or(u32::MAX);
    let message = if is_utf16 { "the text is UTF-16, and Terraform is UTF-8" } else { "a byte is not valid UTF-8" };
    let span = Span::new(start, start + if is_utf16 { 2 } else { 1 });
    let diagnostic = Diagnostic::new("invalid-utf8", Severity::Error, span, message);
    sink.report(diagnostic.with_help("save the text as UTF-8"));
    None
}

/// Reports a byte order mark; gives where the text starts after it.
fn skip_byte_order_mark(text: &str, sink: &mut Sink) -> usize {
    if !text.starts_with('\u{feff}') {
        return 0;
    }
    let message = "the text begins with a byte order mark: save it without one";
    sink.report(Diagnostic::new("byte-order-mark", Severity::Warning, Span::new(0, 3), message));
    3
}

/// Reports every member that is given twice where it is written, and not again where a local brings it.
fn report_duplicates(tree: &Tree<'_>, sink: &mut Sink) {
    let is_within = |node: Node<'_>, parent: Node<'_>| {
        parent.span().start <= node.span().start && node.span().end <= parent.span().end
    };
    let mut copy_end = 0;
    for node in tree.nodes() {
        if node.position() >= copy_end {
            if node.parent().is_some_and(|parent| !is_within(node, parent)) {
                copy_end = node.end_position();
            } else {
                crate::json::report_duplicates_in(node, sink);
            }
        }
        if sink.overflows() {
            return;
        }
    }
}
