use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname whose last label is a number.
    ///
    /// # Why
    ///
    /// No top level domain is a number, and software that reads addresses in URLs takes such a name for an IPv4
    /// address, or refuses it (URL Standard, "ends in a number"). It is most likely an address with a mistake. An
    /// address itself is an error: it belongs in `ipv4`. Nobody has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Write the name in full, or the address as `ipv4` with a `network`.
    Warning("hostname-ends-in-number") on Hostname(check) {
        good: [
            r#"{"host": {"hostname": "db1.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "1.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [
            r#"{"host": {"hostname": "10.0.0", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "db.0x7f", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
        ],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    let last = hostname.labels().next_back().unwrap_or_default();
    if is_number(last) {
        context
            .report(
                hostname,
                format!("`hostname` ends in the number {}, and is taken for an IPv4 address", quoted(last)),
            )
            .help("write an address as `ipv4`, with a `network`");
    }
}

/// Whether a label is a number as URLs have it: decimal, or hexadecimal with `0x`.
pub(super) fn is_number(label: &str) -> bool {
    let hexadecimal = label.strip_prefix("0x").or_else(|| label.strip_prefix("0X"));
    let decimal = !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_digit());
    decimal || hexadecimal.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))
}
