use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname that looks like one of the public internet.
    ///
    /// # Why
    ///
    /// A service leads into a private network: `cloudflared` looks the hostname up there and connects from there. A public name
    /// works when that network reaches the internet, and a Worker can fetch such an origin without a service. Many private names
    /// end in a public domain, so the rule is off unless it is asked for.
    ///
    /// # Fix
    ///
    /// Name the origin as its own network knows it, such as `db.internal`, or fetch it without a service.
    Info("public-hostname", WhenAsked) on Hostname(check) {
        good: [
            r#"{"host": {"hostname": "api.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "localhost", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [r#"{"host": {"hostname": "api.cloudflare.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname"],
    }
}

/// Last labels that are nobody's on the public internet: reserved (RFC 2606, RFC 6761, RFC 6762, RFC 8375, ICANN for `internal`), or
/// used in private networks for so long that they are not given away (RFC 6762 appendix G).
const PRIVATE: [&str; 14] = [
    "arpa",
    "consul",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "private",
    "test",
];

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    let mut labels = hostname.labels().rev();
    let (Some(last), Some(_)) = (labels.next(), labels.next()) else { return };
    let is_private = PRIVATE.iter().any(|private| last.eq_ignore_ascii_case(private));
    if hostname.is_plain() && last.bytes().any(|byte| byte.is_ascii_alphabetic()) && !is_private {
        let message =
            format!("`hostname` is {}, which looks like a name of the public internet", quoted(hostname.text));
        context.report(hostname, message).help("a service is for what only the private network reaches");
    }
}
