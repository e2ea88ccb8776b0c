//! TOML 1.0, and what to make of a text that is not.

mod document;
mod key;
mod number;
mod reader;
mod rest;
mod scalar;
mod string;
mod tokens;
mod twice;
mod value;
mod word;

use crate::{Diagnostic, Parsed, Severity, Span, limits};

/// Reads a TOML text.
///
/// It takes what TOML 1.0 does. What only TOML 1.1 has is read, and an error; so is a key that is given twice, and the second value is read as
/// well. After an error it goes on where it can tell what was meant, and leaves out what it cannot read.
pub(crate) fn parse(bytes: &[u8]) -> Parsed<'_> {
    parse_up_to(limits::SOURCE_BYTES, bytes)
}

/// Reads a TOML text of at most so many bytes.
fn parse_up_to(limit: usize, bytes: &[u8]) -> Parsed<'_> {
    if bytes.len() > limit {
        let message = format!("the text has {} bytes, and at most {limit} are read", bytes.len());
        return Parsed::refused(Diagnostic::new("size-limit", Severity::Error, Span::default(), message));
    }
    match str::from_utf8(bytes) {
        Ok(text) => reader::Reader::new(text).read(),
        Err(error) => Parsed::refused(wrong_encoding(bytes, error.valid_up_to())),
    }
}

/// A text that is not UTF-8 from `start` on.
fn wrong_encoding(bytes: &[u8], start: usize) -> Diagnostic {
    let is_utf16 = matches!(bytes, [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..]);
    let (span, message) = if is_utf16 {
        (Span::new(0, 2), "the text is UTF-16, and TOML is UTF-8")
    } else {
        (Span::new(offset(start), offset(start + 1)), "a byte is not valid UTF-8")
    };
    Diagnostic::new("invalid-utf8", Severity::Error, span, message).with_help("save the text as UTF-8")
}

/// A diagnostic of a text that is not TOML.
#[cold]
fn syntax(span: Span, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("toml-syntax", Severity::Error, span, message)
}

/// A diagnostic of what TOML has since 1.1 only.
#[cold]
fn since_1_1(span: Span, what: &str) -> Diagnostic {
    let message = format!("{what}, which only TOML 1.1 has: wrangler and other readers of TOML 1.0 refuse it");
    Diagnostic::new("toml-1-1", Severity::Error, span, message)
}

/// An offset or index as it is kept; the limit on the size of a text makes it fit.
fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_a_limit() {
        let text = b"a = 1";
        assert!(parse_up_to(text.len(), text).diagnostics.is_empty());
        let parsed = parse_up_to(text.len() - 1, text);
        assert!(parsed.documents.is_empty());
        assert_eq!(parsed.diagnostics.first().map(|found| found.rule), Some("size-limit"));
    }
}
