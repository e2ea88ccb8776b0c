use crate::rule::declare_rule;

declare_rule! {
    /// A tunnel that the policy of the configuration does not allow.
    ///
    /// # Why
    ///
    /// The id of a tunnel is copied from somewhere, and one from another environment or another account looks just the same.
    /// `policy.tunnels` in the configuration has the ids that may be used, each under a name that people know.
    ///
    /// # Fix
    ///
    /// Use the id of an allowed tunnel, or have the tunnel added to the policy.
    Error("policy-tunnel") on Policy {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199A2B4-5C6D-7E8F-9A0B-1C2D3E4F5A6B"}}}"#],
        bad: [
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c"}}}"# => "/host/network/tunnel_id",
        ],
    }
}
