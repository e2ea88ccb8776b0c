use crate::rule::declare_rule;

declare_rule! {
    /// A member that is there twice.
    ///
    /// # Why
    ///
    /// Most readers of JSON keep the last of two members with one name and drop the first in silence, and some keep the
    /// first (RFC 8259 section 4). What the API would use is not what everybody sees. A name that is written with an
    /// escape is the same name.
    ///
    /// Source: RFC 8259 section 4; RFC 7493 section 2.3.
    ///
    /// # Fix
    ///
    /// Remove one of the two.
    Error("duplicate-member") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "http_port": 8080}"#],
        bad: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}, "http_port": 8080, "http_port": 8081}"# => "/http_port"],
    }
}
