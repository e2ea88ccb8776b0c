use crate::rule::declare_rule;

declare_rule! {
    /// A network of the other kind of host.
    ///
    /// # Why
    ///
    /// An address is reached through `network`, a hostname is resolved and reached through `resolver_network`. The
    /// other one has no meaning. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/Host` of the schema; published OpenAPI document, `infra_ServiceHost`.
    ///
    /// # Fix
    ///
    /// Rename `network` to `resolver_network` beside a hostname, and the other way round beside an address. Where both
    /// are there, remove the wrong one.
    Error("wrong-network") on Request {
        good: [r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"hostname": "db.example.com", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host",
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}, "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/resolver_network",
        ],
    }
}
