//! Telling our documents from others.

use vpcheck_syntax::{Source, parse};
use vpcheck_validate::{Report, check_recognised};

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
pub(crate) fn recognise(source: &Source<'_>) -> Recognised {
    if let Some(report) = check_recognised(source) {
        return Recognised::Ours(report);
    }
    let parsed = parse(source);
    // Other errors, such as a member twice, leave no doubt what the document is.
    let is_broken =
        parsed.diagnostics.iter().any(|diagnostic| matches!(diagnostic.rule, "json-syntax" | "depth-limit"));
    if parsed.tree.is_some() && !is_broken {
        return Recognised::Other;
    }
    let report = Report::new(source, parsed.diagnostics, 0);
    let text = String::from_utf8_lossy(source.bytes());
    if OURS.iter().any(|name| text.contains(name)) { Recognised::Ours(report) } else { Recognised::Broken(report) }
}
