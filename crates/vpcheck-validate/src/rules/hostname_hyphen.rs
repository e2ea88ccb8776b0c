use super::hostname_a_label::a_label;
use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname with a label that begins or ends with a hyphen.
    ///
    /// # Why
    ///
    /// Hosts are not named so (RFC 952, RFC 1123 section 2.1), and resolvers may refuse to look such a name up. DNS
    /// itself allows it, and so does the API, as far as its schema says.
    ///
    /// # Fix
    ///
    /// Remove the hyphen.
    Warning("hostname-hyphen") on Hostname(check) {
        good: [
            r#"{"host": {"hostname": "my-db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "_db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [
            r#"{"host": {"hostname": "-db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "db-.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
        ],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    if !hostname.text.contains('-') || !hostname.is_plain() {
        return;
    }
    // An A-label that ends with a hyphen does not decode, and is reported for that.
    let mut labels = hostname.labels().filter(|label| a_label(label).is_none());
    if let Some(label) = labels.find(|label| label.starts_with('-') || label.ends_with('-')) {
        let end = if label.starts_with('-') { "begins" } else { "ends" };
        context.report(
            hostname,
            format!("the label {} {end} with a hyphen, which the name of a host has inside only", quoted(label)),
        );
    }
}
