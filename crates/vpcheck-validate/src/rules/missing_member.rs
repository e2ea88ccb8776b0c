use crate::rule::declare_rule;

declare_rule! {
    /// A member that is needed and is not there.
    ///
    /// # Why
    ///
    /// A service has `name`, `type` and `host`; an address needs its `network`, a hostname its `resolver_network`, a
    /// network its `tunnel_id`, and a TCP service its `tcp_port`, which nothing can stand in for. The API refuses a
    /// service without `host` with code 5102; that it refuses a TCP service without port is what the documentation and
    /// wrangler say.
    ///
    /// Source: `required` in the schema; published OpenAPI document of the API; Workers VPC documentation, VPC
    /// services.
    ///
    /// # Fix
    ///
    /// Add the member. The finding points at the object that should have it.
    Error("missing-member") on Request {
        good: [r#"{"type": "tcp", "tcp_port": 5432}"#],
        bad: [
            r#"{"type": "tcp"}"# => "",
            r#"{"host": {"ipv4": "10.0.0.1"}}"# => "/host",
        ],
    }
}
