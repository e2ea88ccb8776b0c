//! Telling our documents from others.

use vpcheck_syntax::{Source, parse};
use vpcheck_validate::{Checker, Report};

/// Names that hardly any other document has. In a text that is no JSON they tell that it was meant for us; their
/// quotes may be what is wrong with it.
const OURS: [&str; 9] = [
    "app_protocol",
    "cert_verification_mode",
    "http_port",
    "https_port",
    "resolver_network",
    "tcp_port",
    "tunnel_id",
    "vpc_networks",
    "vpc_services",
];

/// How long the shortest of the names is.
const SHORTEST: usize = 8;

/// What a document is, and what was found in it.
pub(crate) enum Recognised {
    /// One of ours, or meant to be.
    Ours(Report),
    /// No JSON, and nothing tells whose it is.
    Broken(Report),
    /// JSON of another kind.
    Other,
}

/// Checks a document for what it is, going by what is in it.
pub(crate) fn recognise(checker: &Checker, source: &Source<'_>) -> Recognised {
    if let Some(report) = checker.check_recognised(source) {
        return Recognised::Ours(report);
    }
    let parsed = parse(source);
    // Other errors, such as a member twice, leave no doubt what the document is.
    let is_broken =
        parsed.diagnostics.iter().any(|diagnostic| matches!(diagnostic.rule, "json-syntax" | "depth-limit"));
    if parsed.tree().is_some() && !is_broken {
        return Recognised::Other;
    }
    // Of a text that is too long nothing was read, and nothing is looked for.
    let is_too_long = parsed.diagnostics.iter().any(|diagnostic| diagnostic.rule == "size-limit");
    let report = Report::new(source, parsed.diagnostics, 0);
    if !is_too_long && is_meant_for_us(source.bytes()) { Recognised::Ours(report) } else { Recognised::Broken(report) }
}

/// Whether one of our names is in a text that may be anything.
fn is_meant_for_us(bytes: &[u8]) -> bool {
    let texts = bytes.utf8_chunks().map(|chunk| chunk.valid());
    texts.filter(|text| text.len() >= SHORTEST).any(|text| OURS.iter().any(|name| text.contains(name)))
}

#[cfg(test)]
mod tests {
    use super::{OURS, SHORTEST, is_meant_for_us};

    #[test]
    fn names_are_found_in_any_text() {
        assert_eq!(OURS.iter().map(|name| name.len()).min(), Some(SHORTEST));
        for name in OURS {
            for (before, after) in
                [(&b""[..], &b""[..]), (b"\xff", b"\xff"), (b"{'", b"': 1"), (b"\0\xc3", b"\xe2\x82")]
            {
                assert!(is_meant_for_us(&[before, name.as_bytes(), after].concat()), "{name}");
            }
        }
        for text in [&b""[..], b"tcp_\xffport", b"{'name': 'a'}", b"\xff\xfe\0\0"] {
            assert!(!is_meant_for_us(text), "{text:?}");
        }
    }
}
