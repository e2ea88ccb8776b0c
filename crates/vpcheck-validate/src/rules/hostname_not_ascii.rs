use vpcheck_syntax::Safety;

use crate::rule::{Context, declare_rule, quoted};
use crate::view::HostnameView;

declare_rule! {
    /// A hostname with letters beyond ASCII.
    ///
    /// # Why
    ///
    /// DNS knows an international name by its A-labels: `bücher.example` is looked up as `xn--bcher-kva.example` (RFC
    /// 5890). Nothing says that the API or the tunnel converts, and wrangler sends the name as it is.
    ///
    /// # Fix
    ///
    /// Write each label as its A-label.
    Warning("hostname-not-ascii") on Hostname(check) {
        good: [r#"{"host": {"hostname": "xn--bcher-kva.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"host": {"hostname": "bücher.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname"],
    }
}

fn check(hostname: HostnameView<'_>, context: &mut Context<'_>) {
    if hostname.text.is_ascii() {
        return;
    }
    let finding =
        context.report(hostname, "`hostname` has letters beyond ASCII, and DNS knows the name by its A-labels");
    match to_ascii(hostname.text) {
        Some(ascii) => {
            finding.help(format!("write {}", quoted(&ascii))).replace(Safety::Safe, hostname, ascii.as_str())
        }
        None => finding.help("write each label as its A-label, which begins with `xn--`"),
    };
}

/// The name in A-labels, where the tables for it are there and it has a form in them.
#[cfg(feature = "idna")]
fn to_ascii(hostname: &str) -> Option<String> {
    idna::domain_to_ascii(hostname).ok().filter(|ascii| ascii.is_ascii() && !ascii.is_empty())
}

/// The name in A-labels, which takes the tables of feature `idna`.
#[cfg(not(feature = "idna"))]
fn to_ascii(_hostname: &str) -> Option<String> {
    None
}
