use vpcheck_syntax::Safety;

use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname with upper case letters.
    ///
    /// # Why
    ///
    /// Names are looked up without regard to case, and the API stores them in lower case: what it answers differs from
    /// what was sent, and tools that compare the two, such as Terraform, see a change that never ends. This was seen on
    /// the live API.
    ///
    /// # Fix
    ///
    /// Write the hostname in lower case.
    Warning("hostname-upper-case") on Hostname(check) {
        good: [r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"host": {"hostname": "DB.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname"],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    if hostname.is_plain() && hostname.text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        let lower = hostname.text.to_ascii_lowercase();
        context
            .report(hostname, "`hostname` has upper case letters, and the API answers it in lower case")
            .help(format!("write {}", quoted(&lower)))
            .replace(Safety::Safe, hostname, lower.as_str());
    }
}
