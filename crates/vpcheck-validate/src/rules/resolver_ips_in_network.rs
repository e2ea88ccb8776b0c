use crate::rule::declare_rule;

declare_rule! {
    /// Resolvers beside an address.
    ///
    /// # Why
    ///
    /// Nothing is resolved for an address, so that `resolver_ips` in `network` has no effect. It belongs in
    /// `resolver_network`, beside a hostname. wrangler refuses the combination. Nobody has recorded what the API
    /// answers.
    ///
    /// Source: `/$defs/Network` of the schema; wrangler, `--resolver-ips`.
    ///
    /// # Fix
    ///
    /// Leave `resolver_ips` out, or write the host as `hostname` with `resolver_network`.
    Error("resolver-ips-in-network") on Request {
        good: [
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53"]}}}"#,
        ],
        bad: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53"]}}}"# => "/host/network/resolver_ips"],
    }
}
