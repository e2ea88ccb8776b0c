use crate::rule::{Context, declare_rule};
use crate::view::{HostView, Slot};

declare_rule! {
    /// A host with an IPv4 and an IPv6 address, which the command line of wrangler cannot create.
    ///
    /// # Why
    ///
    /// The API takes both addresses with one `network`, and so do the dashboard and Terraform. `wrangler vpc service
    /// create` refuses `--ipv4` together with `--ipv6`, so that a service cannot be made again that way. The rule is
    /// off unless it is asked for.
    ///
    /// # Fix
    ///
    /// Nothing has to be done. Where services are to be managed with wrangler, keep one address.
    Info("dual-stack", WhenAsked) on Host(check) {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"host": {"ipv4": "10.0.0.1", "ipv6": "fd00::1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6"],
    }
}

fn check(host: &HostView<'_>, context: &mut Context<'_>) {
    if let (Slot::Present(ipv4), Slot::Present(ipv6)) = (host.ipv4, host.ipv6) {
        context
            .report(ipv6, "`host` has an address of each family, which `wrangler vpc service create` cannot do")
            .label(ipv4, "the other address");
    }
}
