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

use crate::{Parsed, Syntax, Tree, encoding, sink::Sink};

/// Reads a file in the native syntax.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    let mut sink = Sink::default();
    let end = encoding::offset(bytes.len());
    let Some(text) = encoding::read(bytes, "Terraform", &mut sink) else {
        return Parsed { diagnostics: sink.finish(&[], end), ..Parsed::default() };
    };
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let (body, comments) = parser::Parser::new(text, start, &mut sink).file();
    let budget = evaluate::Budget::new();
    let locals = locals::resolve(&instances::written_locals(&body), &budget);
    let scope = evaluate::Scope { locals: &locals, instance: None, budget: &budget };
    let mut writer = build::Writer::new(text, Syntax::Terraform, &scope);
    writer.body(&body, 1);
    let Some((tree, copies)) = writer.finish() else { return Parsed::default() };
    report_duplicates(&tree, &copies, &mut sink);
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

/// Reports every member that is given twice where it is written, and not again where a local brings it.
fn report_duplicates(tree: &Tree<'_>, copies: &[u32], sink: &mut Sink) {
    let mut copies = copies.iter().peekable();
    let mut copy_end = 0;
    for node in tree.nodes() {
        if copies.next_if(|&&copy| copy == node.position()).is_some() {
            copy_end = node.end_position();
        }
        if node.position() >= copy_end {
            crate::json::report_duplicates_in(node, sink);
        }
        if sink.overflows() {
            return;
        }
    }
}
