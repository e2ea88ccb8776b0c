//! YAML 1.2 with the core schema.
//!
//! A stream is read document by document: granit-parser gives events, which become items in the order of the text; those are
//! composed into a tree, in which aliases and merge keys are what they stand for.

mod compose;
mod escapes;
mod events;
mod merge;
mod number;
mod older;
mod recovery;
mod scalar;
mod syntax;

use crate::{Diagnostic, Parsed, Span, Syntax, encoding, json, limits, sink::Sink, tree::Tree};
use events::Reader;
use recovery::Gap;

/// Reads a stream of YAML.
///
/// Documents with nothing but comments in them are left out. After a syntax error
/// the text is read again without what could not be read, so that the rest of it is judged as well.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    parse_up_to(limits::NODES, bytes)
}

/// Reads a stream of at most so many values.
fn parse_up_to(limit: usize, bytes: &[u8]) -> Parsed<'_> {
    let end = encoding::offset(bytes.len());
    let mut sink = Sink::default();
    let text = encoding::read(bytes, Syntax::Yaml.name(), &mut sink);
    let mut told = sink.finish(&[], end);
    let Some(text) = text else { return Parsed { diagnostics: told, ..Parsed::default() } };
    let mut gaps = Vec::new();
    let mut comments = Vec::new();
    let mut pass = read(text, text, &gaps, limit);
    for _ in 0..limits::RECOVERIES {
        let is_more = recovery::take(text, std::mem::take(&mut pass.errors), &mut gaps, &mut told);
        if !is_more {
            break;
        }
        comments.append(&mut pass.comments);
        pass = read(text, &recovery::with_blanks(text, &gaps), &gaps, limit);
    }
    recovery::take(text, pass.errors, &mut gaps, &mut told);
    for diagnostic in told {
        pass.sink.report(diagnostic);
    }
    comments.append(&mut pass.comments);
    comments.sort_unstable();
    comments.dedup();
    let mut documents = pass.documents;
    if documents.len() > 1 {
        documents =
            documents.into_iter().enumerate().map(|(index, tree)| tree.with_prefix(format!("/{index}"))).collect();
    }
    let mut diagnostics = pass.sink.finish(&documents, end);
    // What is wrong behind an anchor is wrong at each of its aliases, and mended once.
    diagnostics.dedup_by(|second, first| second.rule == first.rule && second.span == first.span);
    Parsed { documents, comments, diagnostics }
}

/// What was read in one go.
struct Pass<'s> {
    documents: Vec<Tree<'s>>,
    comments: Vec<Span>,
    errors: Vec<(Gap, Diagnostic)>,
    sink: Sink,
}

/// Reads a text that has blanks in the gaps.
fn read<'s>(text: &'s str, blanked: &str, gaps: &[Gap], limit: usize) -> Pass<'s> {
    let mut reader = Reader::new(blanked, gaps, limit);
    let mut sink = Sink::default();
    let mut documents = Vec::new();
    while let Some(document) = reader.next_document(&mut sink) {
        sink.begin(encoding::offset(documents.len()), 0);
        if let Some(tree) = compose::compose(text, &document, &mut sink) {
            json::report_duplicates(&tree, &mut sink);
            documents.push(tree);
        }
    }
    Pass { documents, comments: reader.comments, errors: reader.errors, sink }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_a_limit() {
        // The list is one of them.
        let text = b"- a\n- b\n- c\n";
        let parsed = parse_up_to(4, text);
        assert!(parsed.diagnostics.is_empty());
        let parsed = parse_up_to(3, text);
        let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
        assert_eq!(found, [("node-limit", "the text has more than 3 values")]);
        assert_eq!(parsed.tree().map(|tree| tree.root().is_complete()), Some(false));
    }
}
