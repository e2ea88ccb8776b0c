use core::net::IpAddr;

use vpcheck_syntax::Safety;
use vpcheck_syntax::edit::{self, New};

use crate::message::subject;
use crate::rule::{Context, declare_rule};
use crate::view::Placed;

declare_rule! {
    /// An IPv4 address in the clothes of an IPv6 address.
    ///
    /// # Why
    ///
    /// `::ffff:10.0.0.1` (RFC 4291 section 2.5.5.2) is how a program with IPv6 sockets writes the IPv4 address
    /// `10.0.0.1`. It is legal text, but on the network there is an IPv4 host, and whether the tunnel reaches it under
    /// this name depends on the machine that runs it. Nobody has recorded what the API answers.
    ///
    /// # Fix
    ///
    /// Write the IPv4 address: as `ipv4` in a host, as it is among resolvers.
    Warning("ipv4-mapped-address") on Address(check) {
        good: [
            r#"{"host": {"ipv6": "fd00::10:0:1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [
            r#"{"host": {"ipv6": "::ffff:10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6",
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["::ffff:10.0.0.53"]}}}"# => "/host/resolver_network/resolver_ips/0",
        ],
    }
}

fn check(address: Placed<'_, IpAddr>, context: &mut Context<'_>) {
    let IpAddr::V6(ipv6) = address.value else { return };
    let Some(ipv4) = ipv6.to_ipv4_mapped() else { return };
    let message = format!("{} is {ipv6}, the IPv4 address {ipv4} written as an IPv6 address", subject(address.node));
    let finding = context.report(address, message);
    if address.node.name_span().is_none() {
        finding.help(format!("write {ipv4}")).replace(Safety::Safe, address, ipv4.to_string().as_str());
        return;
    }
    let finding = finding.help(format!("write it as `ipv4`: {ipv4}"));
    // A host that has `ipv4` already keeps it, and which of the two is right is not ours to say.
    if address.node.parent().is_some_and(|host| host.get("ipv4").is_none()) {
        let value = edit::replace(address.node, &New::from(ipv4.to_string().as_str()));
        finding.fix(Safety::Unsafe, edit::all([edit::rename(address.node, "ipv4"), value]));
    }
}
