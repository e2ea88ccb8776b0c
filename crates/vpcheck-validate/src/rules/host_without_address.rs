use crate::rule::declare_rule;

declare_rule! {
    /// A host that does not say where the origin is.
    ///
    /// # Why
    ///
    /// A host has `ipv4`, `ipv6`, both, or `hostname`. A null counts as absent. wrangler refuses a host without. Nobody
    /// has recorded what the API answers.
    ///
    /// Source: `/$defs/Host` of the schema; published OpenAPI document, `infra_ServiceHost`.
    ///
    /// # Fix
    ///
    /// Add `ipv4` or `ipv6` beside `network`, or `hostname` beside `resolver_network`.
    Error("host-without-address") on Request {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host",
            r#"{"host": {"ipv4": null, "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host",
        ],
    }
}
