//! JSON as RFC 8259 has it, with comments, or line by line, and what to make of a text that is not.

mod comment;
mod duplicate;
mod encoding;
mod ending;
mod lines;
mod number;
mod parser;
mod quotes;
mod recovery;
mod string;
mod unexpected;
mod word;

#[cfg(feature = "yaml")]
pub(crate) use duplicate::report as report_duplicates;
#[cfg(feature = "terraform")]
pub(crate) use duplicate::report_in as report_duplicates_in;
#[cfg(any(feature = "embedded", feature = "terraform", feature = "yaml"))]
pub(crate) use encoding::{refuse, report_damages};
pub(crate) use lines::Lines;

use crate::{Diagnostic, Parsed, Severity, Span, Syntax, limits, sink::Sink, tree::Tree};

/// Reads a JSON text.
///
/// It accepts what `serde_json` does, and besides a byte order mark, which is a warning. A member that is given twice is an
/// error here. JSON with comments has these and commas before a closing bracket besides, and is strict in all else. After an error it goes on where it can tell what was meant, and leaves out what it cannot read.
pub(crate) fn parse(bytes: &[u8], syntax: Syntax) -> Parsed<'_> {
    let Parts { tree, comments, diagnostics } = parts(bytes, syntax);
    // There is one, where there is any: the list need not grow.
    Parsed { documents: tree.into_iter().collect(), comments, diagnostics }
}

/// What reading one document gave.
#[derive(Default)]
pub(crate) struct Parts<'s> {
    pub(crate) tree: Option<Tree<'s>>,
    comments: Vec<Span>,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Reads a JSON text as [`parse`] does.
pub(crate) fn parts(bytes: &[u8], syntax: Syntax) -> Parts<'_> {
    if let Some(diagnostic) = refuse_text(limits::SOURCE_BYTES, bytes) {
        return Parts { diagnostics: vec![diagnostic], ..Parts::default() };
    }
    let (tree, comments, sink) = document(bytes, syntax, Sink::default());
    let diagnostics = sink.finish(tree.as_slice(), parser::offset(bytes.len()));
    Parts { tree, comments, diagnostics }
}

/// Reads newline-delimited JSON some lines at a time.
pub(crate) fn lines(bytes: &[u8]) -> Lines<'_> {
    let mut lines = Lines::new(bytes);
    if let Some(diagnostic) = refuse_text(limits::SOURCE_BYTES, bytes) {
        lines.refuse(diagnostic);
    }
    lines
}

/// Why nothing of a text is read: it has more than so many bytes, or another encoding.
fn refuse_text(limit: usize, bytes: &[u8]) -> Option<Diagnostic> {
    if bytes.len() > limit {
        let message = format!("the text has {} bytes, and at most {limit} are read", bytes.len());
        return Some(Diagnostic::new("size-limit", Severity::Error, Span::default(), message));
    }
    encoding::refuse(bytes)
}

/// Reads one document, and gives it with its comments and with what is wrong.
fn document(bytes: &[u8], syntax: Syntax, sink: Sink) -> (Option<Tree<'_>>, Vec<Span>, Sink) {
    let encoding::Text { text, damages } = encoding::decode(bytes);
    let parser::Output { entries, decoded, comments, mut sink } =
        parser::Parser::new(&text, bytes, syntax, sink).read();
    let mut tree = Tree::new(text, syntax, decoded, entries);
    encoding::report(&damages, tree.as_mut(), &mut sink);
    if let Some(tree) = &tree {
        duplicate::report(tree, &mut sink);
    }
    (tree, comments, sink)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_a_limit() {
        let text = br#"{"a": 1}"#;
        assert_eq!(refuse_text(text.len(), text), None);
        let refused = refuse_text(text.len() - 1, text).map(|found| (found.rule, found.message));
        assert_eq!(refused, Some(("size-limit", "the text has 8 bytes, and at most 7 are read".to_owned())));
    }
}
