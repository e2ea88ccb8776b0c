use crate::rule::declare_rule;

declare_rule! {
    /// A number that no program can hold as it is written.
    ///
    /// # Why
    ///
    /// Numbers of JSON are exchanged as doubles, which end near 1.8 × 10^308: readers refuse a greater one, or take it
    /// for infinity.
    ///
    /// Source: RFC 8259 section 6; RFC 7493 section 2.2.
    ///
    /// # Fix
    ///
    /// Write the number that is meant.
    Error("number-out-of-range") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "http_port": 8080}"#],
        bad: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "http_port": 1e999}"# => "/http_port"],
    }
}
