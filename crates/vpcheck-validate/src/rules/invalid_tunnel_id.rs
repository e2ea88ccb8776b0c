use crate::rule::declare_rule;

declare_rule! {
    /// A `tunnel_id` that is no UUID.
    ///
    /// # Why
    ///
    /// A tunnel has a UUID: 8, 4, 4, 4 and 12 hexadecimal digits with hyphens, in either case. Its name and its token
    /// are something else, and braces or `urn:uuid:` do not belong to it. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/TunnelId` of the schema; published OpenAPI document, `infra_Network`.
    ///
    /// # Fix
    ///
    /// Put in the id: `cloudflared tunnel list` prints it.
    Error("invalid-tunnel-id") on Request {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "my-tunnel"}}}"# => "/host/network/tunnel_id",
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "{0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}"}}}"# => "/host/network/tunnel_id",
        ],
    }
}
