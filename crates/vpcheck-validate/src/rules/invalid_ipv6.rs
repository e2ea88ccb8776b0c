use crate::rule::declare_rule;

declare_rule! {
    /// An `ipv6` that is no IPv6 address.
    ///
    /// # Why
    ///
    /// Brackets, a zone id, a port and a prefix length do not belong to an address. A zone id such as `%eth0` names an
    /// interface of one machine; wrangler takes it, and another machine runs the tunnel. Nobody has recorded what the
    /// API answers.
    ///
    /// Source: `/$defs/Ipv6Address` of the schema; RFC 4291 section 2.2.
    ///
    /// # Fix
    ///
    /// Write the address alone, such as `fd00::1`.
    Error("invalid-ipv6") on Request {
        good: [r#"{"host": {"ipv6": "fd00::1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"ipv6": "[fd00::1]", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6",
            r#"{"host": {"ipv6": "fe80::1%eth0", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6",
            r#"{"host": {"ipv6": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv6",
        ],
    }
}
