use super::hostname_ends_in_number::is_number;
use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname of one label, which only a resolver with a name for it can find.
    ///
    /// # Why
    ///
    /// The search domains of the machine that runs the tunnel are not applied, so that `db` is looked up as `db` and
    /// not as `db.internal.example.com`. Unless the resolver knows the bare name, as the one of Docker does,
    /// connections fail with `dns_error`. The API accepts the name. `localhost` always works and is not reported.
    ///
    /// # Fix
    ///
    /// Write the name in full.
    Warning("single-label-hostname") on Hostname(check) {
        good: [
            r#"{"host": {"hostname": "db.internal.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "localhost", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [r#"{"host": {"hostname": "db", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname"],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    let name = hostname.text.strip_suffix('.').unwrap_or(hostname.text);
    if name.contains('.') || name.eq_ignore_ascii_case("localhost") || !hostname.is_plain() || is_number(name) {
        return;
    }
    context
        .report(hostname, format!("`hostname` is {}, a single label, and search domains are not applied", quoted(name)))
        .help("write the name in full, such as `db.internal.example.com`");
}
