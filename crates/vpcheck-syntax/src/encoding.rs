//! Bytes to the text of a syntax that is read only as a whole.

use crate::{Diagnostic, Severity, Span, json, limits, sink::Sink};

/// The text, and what is wrong with how it is encoded; no text where it cannot be read.
///
/// A byte order mark stays in the text, so that offsets are those in the file.
pub(crate) fn read<'s>(bytes: &'s [u8], syntax: &str, sink: &mut Sink) -> Option<&'s str> {
    read_up_to(limits::SOURCE_BYTES, bytes, syntax, sink)
}

/// The same for a text of at most so many bytes.
fn read_up_to<'s>(limit: usize, bytes: &'s [u8], syntax: &str, sink: &mut Sink) -> Option<&'s str> {
    if bytes.len() > limit {
        let message = format!("the text has {} bytes, and at most {limit} are read", bytes.len());
        sink.report(Diagnostic::new("size-limit", Severity::Error, Span::default(), message));
        return None;
    }
    if let Some(diagnostic) = json::refuse(bytes) {
        let message = format!("the text is UTF-16, and {syntax} is read as UTF-8");
        sink.report(Diagnostic { message, ..diagnostic });
        return None;
    }
    let Ok(text) = str::from_utf8(bytes) else {
        json::report_damages(bytes, sink);
        return None;
    };
    if text.starts_with('\u{feff}') {
        let message = "the text begins with a byte order mark: save it without one";
        sink.report(Diagnostic::new("byte-order-mark", Severity::Warning, Span::new(0, 3), message));
    }
    Some(text)
}

/// An offset as it is kept.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_a_limit() {
        let mut sink = Sink::default();
        assert_eq!(read_up_to(4, b"a: 1", "YAML", &mut sink), Some("a: 1"));
        assert!(!sink.has_errors());
        assert_eq!(read_up_to(3, b"a: 1", "YAML", &mut sink), None);
        let found = sink.finish(&[], 4);
        let found: Vec<_> = found.iter().map(|found| (found.rule, found.message.as_str())).collect();
        assert_eq!(found, [("size-limit", "the text has 4 bytes, and at most 3 are read")]);
    }

    #[test]
    fn other_encodings_are_told() {
        for (bytes, message) in [
            (&b"\xFE\xFF\0a"[..], "the text is UTF-16, and YAML is read as UTF-8"),
            (b"a\0:\0", "the text is UTF-16, and YAML is read as UTF-8"),
            (b"a: \xFF\xFE", "2 bytes are not valid UTF-8"),
        ] {
            let mut sink = Sink::default();
            assert_eq!(read(bytes, "YAML", &mut sink), None, "{bytes:?}");
            let found = sink.finish(&[], 4);
            let found: Vec<_> = found.iter().map(|found| (found.rule, found.message.as_str())).collect();
            assert_eq!(found, [("invalid-utf8", message)], "{bytes:?}");
        }
        let mut sink = Sink::default();
        assert_eq!(read(b"\xEF\xBB\xBFa", "YAML", &mut sink), Some("\u{feff}a"));
        assert_eq!(
            sink.finish(&[], 4).first().map(|found| (found.rule, found.span)),
            Some(("byte-order-mark", Span::new(0, 3)))
        );
    }
}
