use crate::rule::declare_rule;

declare_rule! {
    /// An address that the policy of the configuration does not allow.
    ///
    /// # Why
    ///
    /// An organisation knows which networks its services are in. An address outside of them is a mistake in the request, or a service that
    /// nobody has agreed to. `policy.addresses` in the configuration is about `ipv4` and `ipv6` of hosts, and `policy.resolvers` about
    /// `resolver_ips`; each has a list of ranges that are allowed and one of those that are denied. An IPv4 address that is written as IPv6 is
    /// judged as both.
    ///
    /// # Fix
    ///
    /// Use an address of an allowed range, or have the range added to the policy.
    Error("policy-address") on Policy {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"ipv4": "203.0.113.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv4": "10.66.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": ["10.0.0.53", "1.1.1.1"]}}}"# => "/host/resolver_network/resolver_ips/1",
        ],
    }
}
