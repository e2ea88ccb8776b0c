use core::net::IpAddr;

use vpcheck_syntax::{Safety, edit};

use crate::message::subject;
use crate::rule::{Context, declare_rule};
use crate::view::NetworkView;

declare_rule! {
    /// A resolver that is named twice.
    ///
    /// # Why
    ///
    /// Asking one server twice makes nothing safer, and the second entry was most likely meant to be another server.
    /// Addresses are compared by value: `fd00::53` and `FD00:0::53` are one server. Nobody has recorded what the API
    /// answers.
    ///
    /// # Fix
    ///
    /// Remove the second entry, or put the address that was meant in its place.
    Warning("duplicate-resolver-ip") on Network(check) {
        good: [r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53", "10.0.1.53"]}}}"#],
        bad: [
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53", "10.0.0.53"]}}}"# => "/host/resolver_network/resolver_ips/1",
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["fd00::53", "10.0.0.53", "FD00:0::53"]}}}"# => "/host/resolver_network/resolver_ips/2",
        ],
    }
}

fn check(network: &NetworkView<'_>, context: &mut Context<'_>) {
    let mut resolvers: Vec<_> = network.resolvers().map(|resolver| (bits(resolver.value), resolver)).collect();
    // Equal ones stand side by side then, the first of them first.
    resolvers.sort_by_key(|(bits, _)| *bits);
    for same in resolvers.chunk_by(|(one, _), (other, _)| one == other) {
        let [(_, first), others @ ..] = same else { continue };
        for (_, resolver) in others {
            if context.is_full() {
                return;
            }
            let message = format!("{} is {}, which is there already", subject(resolver.node), resolver.value);
            context
                .report(*resolver, message)
                .label(first.node, "first here")
                .fix(Safety::Safe, edit::remove(resolver.node));
        }
    }
}

/// The bits of an address, which are those of the IPv6 address that an IPv4 address is mapped to.
fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}
