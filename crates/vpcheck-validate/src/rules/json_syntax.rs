use crate::rule::declare_rule;

declare_rule! {
    /// A text that is not JSON.
    ///
    /// # Why
    ///
    /// A comment, a trailing comma, a missing quote or a number such as `+80` or `NaN` makes the text something else,
    /// and the API refuses it. The samples of the documentation have comments and trailing commas: they cannot be sent
    /// as they are.
    ///
    /// Source: RFC 8259.
    ///
    /// # Fix
    ///
    /// Mend the text at the place of the finding. There may be others after it.
    Error("json-syntax") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}},}"# => ""],
    }
}
