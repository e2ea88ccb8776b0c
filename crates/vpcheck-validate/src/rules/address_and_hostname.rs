use crate::rule::declare_rule;

declare_rule! {
    /// A host with an address and a hostname.
    ///
    /// # Why
    ///
    /// The origin is found either by its address or by its name, and the documentation says that it is not both. Which
    /// of the two the API would use is not said anywhere. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/Host` of the schema; Workers VPC documentation, Terraform.
    ///
    /// # Fix
    ///
    /// Keep one: an address with `network`, or the hostname with `resolver_network`.
    Error("address-and-hostname") on Request {
        good: [
            r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [r#"{"host": {"ipv4": "10.0.0.1", "hostname": "db.example.com", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host"],
    }
}
