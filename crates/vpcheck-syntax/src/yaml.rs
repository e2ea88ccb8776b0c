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
mod scalar;
mod syntax;

use crate::{Parsed, Syntax, encoding, json, limits, sink::Sink};

/// Reads a stream of YAML.
///
/// Documents with nothing but comments in them are left out. After a syntax error it goes on with the next document.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    parse_up_to(limits::NODES, bytes)
}

/// Reads a stream of at most so many values.
fn parse_up_to(limit: usize, bytes: &[u8]) -> Parsed<'_> {
    let mut sink = Sink::default();
    let mut documents = Vec::new();
    let mut comments = Vec::new();
    if let Some(text) = encoding::read(bytes, Syntax::Yaml.name(), &mut sink) {
        let mut reader = events::Reader::new(text, limit);
        while let Some(document) = reader.next_document(&mut sink) {
            sink.begin(encoding::offset(documents.len()), 0);
            if let Some(tree) = compose::compose(text, document, &mut sink) {
                json::report_duplicates(&tree, &mut sink);
                documents.push(tree);
            }
        }
        comments = reader.comments;
        comments.sort_unstable();
    }
    if documents.len() > 1 {
        documents =
            documents.into_iter().enumerate().map(|(index, tree)| tree.with_prefix(format!("/{index}"))).collect();
    }
    let mut diagnostics = sink.finish(&documents, encoding::offset(bytes.len()));
    // What is wrong behind an anchor is wrong at each of its aliases, and mended once.
    diagnostics.dedup_by(|second, first| second.rule == first.rule && second.span == first.span);
    Parsed { documents, comments, diagnostics }
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
