use crate::rule::declare_rule;

declare_rule! {
    /// A resolver that is no IP address.
    ///
    /// # Why
    ///
    /// `resolver_ips` has the IPv4 or IPv6 addresses of DNS servers. A name could not be resolved before there is a
    /// resolver, and the port is always 53. wrangler has the same rule. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/IpAddress` of the schema.
    ///
    /// # Fix
    ///
    /// Write the address alone, such as `10.0.0.53`.
    Error("invalid-resolver-ip") on Request {
        good: [r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53", "fd00::53"]}}}"#],
        bad: [
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53:53"]}}}"# => "/host/resolver_network/resolver_ips/0",
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53", "dns.example.com"]}}}"# => "/host/resolver_network/resolver_ips/1",
        ],
    }
}
