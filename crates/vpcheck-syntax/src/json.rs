//! JSON as RFC 8259 has it, and what to make of a text that is not.

mod duplicate;
mod encoding;
mod ending;
mod number;
mod parser;
mod quotes;
mod recovery;
mod string;
mod unexpected;
mod word;

use crate::{Diagnostic, Parsed, Severity, Span, Syntax, limits, tree::Tree};

/// Reads a JSON text.
///
/// It accepts what `serde_json` does, and besides a byte order mark, which is a warning. A member that is given twice is an
/// error here. After an error it goes on where it can tell what was meant, and leaves out what it cannot read.
pub(crate) fn parse(bytes: &[u8], syntax: Syntax) -> Parsed<'_> {
    parse_up_to(limits::SOURCE_BYTES, bytes, syntax)
}

pub(crate) fn parse_lines(bytes: &[u8]) -> Parsed<'_> {
    parse(bytes, Syntax::Ndjson)
}

/// Reads a JSON text of at most so many bytes.
fn parse_up_to(limit: usize, bytes: &[u8], syntax: Syntax) -> Parsed<'_> {
    if bytes.len() > limit {
        let message = format!("the text has {} bytes, and at most {limit} are read", bytes.len());
        return Parsed::refused(Diagnostic::new("size-limit", Severity::Error, Span::default(), message));
    }
    if let Some(diagnostic) = encoding::refuse(bytes) {
        return Parsed::refused(diagnostic);
    }
    let encoding::Text { text, damages } = encoding::decode(bytes);
    let parser::Output { entries, decoded, mut sink } = parser::Parser::new(&text, bytes).read();
    let mut tree = Tree::new(text, syntax, decoded, entries);
    encoding::report(&damages, tree.as_mut(), &mut sink);
    if let Some(tree) = &tree {
        duplicate::report(tree, &mut sink);
    }
    let diagnostics = sink.finish(tree.as_ref(), parser::offset(bytes.len()));
    Parsed { documents: tree.into_iter().collect(), comments: Vec::new(), diagnostics }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_a_limit() {
        let text = br#"{"a": 1}"#;
        assert!(parse_up_to(text.len(), text, Syntax::Json).diagnostics.is_empty());
        let parsed = parse_up_to(text.len() - 1, text, Syntax::Json);
        assert!(parsed.documents.is_empty());
        let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.message.as_str())).collect();
        assert_eq!(found, [("size-limit", "the text has 8 bytes, and at most 7 are read")]);
    }
}
