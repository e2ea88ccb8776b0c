use core::net::IpAddr;

use vpcheck_scalars::{AddressKind, classify};

use crate::message::subject;
use crate::rule::{Context, declare_rule};
use crate::view::Placed;

declare_rule! {
    /// An address that no single host has, or that clouds keep for instance metadata.
    ///
    /// # Why
    ///
    /// The unspecified address, the broadcast address and multicast addresses do not name one host, so nothing can be
    /// connected to. At `169.254.169.254` and `fd00:ec2::254` clouds serve metadata of the machine, credentials among
    /// them: a Worker should not reach those. Workers VPC has a list of prohibited destinations
    /// (`destination_ip_prohibited` at run time), which is not published. Loopback and link-local addresses are in the
    /// examples of the documentation, and are not reported.
    ///
    /// Source: RFC 6890; Workers VPC documentation, troubleshooting.
    ///
    /// # Fix
    ///
    /// Put the address of the host in its place; `127.0.0.1` is the machine that runs the tunnel.
    Warning("special-address") on Address(check) {
        good: [
            r#"{"host": {"ipv4": "127.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"ipv6": "fe80::1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53"]}}}"#,
        ],
        bad: [
            r#"{"host": {"ipv4": "0.0.0.0", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv4": "255.255.255.255", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv4": "169.254.169.254", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv6": "ff02::1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6",
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["::"]}}}"# => "/host/resolver_network/resolver_ips/0",
        ],
    }
}

fn check(address: Placed<'_, IpAddr>, context: &mut Context<'_>) {
    let reason = match classify(address.value) {
        AddressKind::Unspecified => "the unspecified address, which no host has",
        AddressKind::Multicast => "a multicast address, which is not that of one host",
        AddressKind::Broadcast => "the broadcast address, which is not that of one host",
        AddressKind::Metadata => "where clouds serve the metadata of a machine, credentials among them",
        _ => return,
    };
    context.report(address, format!("{} is {}, {reason}", subject(address.node), address.value));
}
