use vpcheck_syntax::{Safety, edit};

use crate::rule::{Context, declare_rule};
use crate::view::{NetworkView, Slot};

declare_rule! {
    /// A list of resolvers without a resolver.
    ///
    /// # Why
    ///
    /// Without `resolver_ips`, the resolver of the machine that runs the tunnel is asked. What an empty list means is
    /// nowhere said, and nobody has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Leave out `resolver_ips`, or name a DNS server.
    Warning("empty-resolver-ips") on Network(check) {
        good: [
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53"]}}}"#,
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": null}}}"#,
        ],
        bad: [r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": []}}}"# => "/host/resolver_network/resolver_ips"],
    }
}

fn check(network: &NetworkView<'_>, context: &mut Context<'_>) {
    let Slot::Present(list) = network.resolver_ips else { return };
    if list.value.elements().len() == 0 {
        context
            .report(list, "`resolver_ips` is empty: leave it out, or name a DNS server")
            .fix(Safety::Unsafe, edit::remove(list.node));
    }
}
