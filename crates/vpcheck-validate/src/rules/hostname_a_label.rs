use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname with a label that begins like an A-label and is none.
    ///
    /// # Why
    ///
    /// A label that begins with `xn--` stands for an international one (RFC 5890 section 2.3.2.1). Where it does not
    /// decode, or decodes to something that is written otherwise, no such name can be registered, and software that
    /// shows or compares names refuses it. Without the feature `idna`, which has the tables, only what can be seen from
    /// the form is reported.
    ///
    /// # Fix
    ///
    /// Write the A-label of the name that is meant: a tool for international domain names gives it.
    Warning("hostname-a-label") on Hostname(check) {
        good: [r#"{"host": {"hostname": "xn--bcher-kva.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"hostname": "xn--.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "xn--bcher-.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
        ],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    if !hostname.text.contains('-') || !hostname.is_plain() {
        return;
    }
    if let Some(label) = hostname.labels().find(|label| a_label(label).is_some_and(|encoded| !decodes(label, encoded)))
    {
        context.report(
            hostname,
            format!("the label {} begins with `xn--`, and stands for no international label", quoted(label)),
        );
    }
}

/// What stands after the prefix of an A-label.
pub(super) fn a_label(label: &str) -> Option<&str> {
    label.split_at_checked(4).filter(|(prefix, _)| prefix.eq_ignore_ascii_case("xn--")).map(|(_, encoded)| encoded)
}

/// Whether an A-label decodes to the label that it is the encoding of.
#[cfg(feature = "idna")]
fn decodes(label: &str, encoded: &str) -> bool {
    // Decoding takes quadratic time, and a label of a hostname has 63 bytes at most.
    if !has_form(encoded) || label.len() > 63 {
        return false;
    }
    let (decoded, result) = idna::domain_to_unicode(label);
    result.is_ok() && idna::domain_to_ascii(&decoded).is_ok_and(|ascii| ascii.eq_ignore_ascii_case(label))
}

/// Whether a label may be an A-label, as far as can be seen without decoding it.
#[cfg(not(feature = "idna"))]
fn decodes(_label: &str, encoded: &str) -> bool {
    has_form(encoded)
}

/// What Punycode (RFC 3492) makes ends with the letters and digits that stand for at least one character beyond ASCII.
fn has_form(encoded: &str) -> bool {
    !encoded.is_empty() && !encoded.ends_with('-') && !encoded.contains('_')
}
