//! Syntax errors in our words: what is wrong, and what to do.

use granit_parser::ErrorKind;

use crate::{Diagnostic, Severity, Span, encoding::offset, escape::shorten};

/// What is wrong at `at`; `before` is what was read as a scalar that ends there.
pub(super) fn explain(text: &str, at: usize, before: Option<Span>, kind: &ErrorKind) -> Diagnostic {
    let character = text.get(at..).and_then(|rest| rest.chars().next());
    let here = Span::new(offset(at), offset(at + character.map_or(0, char::len_utf8)));
    let _ = before;
    let message = match kind {
        ErrorKind::UnexpectedCharacter { character } => {
            format!("`{}` cannot begin a value", shorten(&character.to_string()))
        }
        other => format!("the text is no YAML here: {other}"),
    };
    Diagnostic::new("yaml-syntax", Severity::Error, here, message)
}
