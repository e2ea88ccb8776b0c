//! Telling whether a text that could not be read was meant for us.

use vpcheck_syntax::{Diagnostic, Severity, Source, Syntax};

use crate::lint::Verdict;
use crate::recognise::terraform;

/// Names that hardly any other document has. In a text that could not be read they tell that it was meant for us; their quotes may
/// be what is wrong with it.
const OURS: [&str; 5] = ["app_protocol", "cert_verification_mode", "resolver_network", "vpc_networks", "vpc_services"];

/// Names that others use as well: one tells nothing in a syntax that everybody writes by hand.
const COMMON: [&str; 4] = ["http_port", "https_port", "tcp_port", "tunnel_id"];

/// Names in a configuration of Terraform, where `tunnel_id` is a member of many resources.
const OF_TERRAFORM: [&str; 3] = [terraform::SERVICE, "vpc_network", "vpc_service"];

/// Whose a text is in which nothing was recognised.
pub(crate) fn verdict(source: &Source<'_>, has_documents: bool, diagnostics: &[Diagnostic]) -> Verdict {
    let mut errors = diagnostics.iter().filter(|found| found.severity == Severity::Error).peekable();
    if errors.peek().is_none() || source.syntax().is_markdown() {
        return Verdict::Other;
    }
    // Other errors, such as a member twice, leave no doubt what a text is.
    if has_documents && !errors.any(|found| ends_reading(found.rule)) {
        return Verdict::Other;
    }
    // Of a text that is too long nothing was read, and nothing is looked for.
    let is_too_long = diagnostics.iter().any(|found| found.rule == "size-limit");
    if !is_too_long && is_meant_for_us(source.syntax(), source.bytes()) { Verdict::Ours } else { Verdict::Broken }
}

/// Whether a finding of this rule says that a part of the text could not be read.
fn ends_reading(rule: &str) -> bool {
    rule.ends_with("-syntax") || rule.ends_with("-limit")
}

/// Whether our names are in a text that may be anything.
pub(crate) fn is_meant_for_us(syntax: Syntax, bytes: &[u8]) -> bool {
    let has = |name: &&str| find(bytes, name);
    if syntax.is_terraform() {
        return OF_TERRAFORM.iter().any(has);
    }
    if matches!(syntax, Syntax::Json | Syntax::Jsonc | Syntax::Ndjson) {
        return OURS.iter().chain(&COMMON).any(has);
    }
    // Templates are no documents, whatever their name ends in.
    !find(bytes, "{{") && (OURS.iter().any(has) || COMMON.iter().filter(|name| has(name)).count() > 1)
}

/// Whether a name is in a text, which need not be valid UTF-8.
fn find(bytes: &[u8], name: &str) -> bool {
    bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid())
        .filter(|text| text.len() >= name.len())
        .any(|text| text.contains(name))
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::Syntax;

    use super::{COMMON, OURS, is_meant_for_us};

    #[test]
    fn names_are_found_in_any_text() {
        for name in OURS.iter().chain(&COMMON) {
            for (before, after) in
                [(&b""[..], &b""[..]), (b"\xff", b"\xff"), (b"{'", b"': 1"), (b"\0\xc3", b"\xe2\x82")]
            {
                assert!(is_meant_for_us(Syntax::Json, &[before, name.as_bytes(), after].concat()), "{name}");
            }
        }
        for text in [&b""[..], b"tcp_\xffport", b"{'name': 'a'}", b"\xff\xfe\0\0"] {
            assert!(!is_meant_for_us(Syntax::Json, text), "{text:?}");
        }
    }

    #[test]
    fn one_common_name_tells_nothing_in_a_script() {
        assert!(!is_meant_for_us(Syntax::Shell, b"http_port=80"));
        assert!(is_meant_for_us(Syntax::Shell, b"http_port=80 https_port=443"));
        assert!(is_meant_for_us(Syntax::Shell, b"resolver_network"));
        assert!(!is_meant_for_us(Syntax::Shell, b"resolver_network: {{ .Values.network }}"));
    }
}
