use crate::rule::declare_rule;

declare_rule! {
    /// A text that begins with a byte order mark.
    ///
    /// # Why
    ///
    /// UTF-8 needs no mark, and JSON that is sent must not have one (RFC 8259 section 8.1). Some readers skip it,
    /// others find a syntax error. Nobody has recorded what the API answers.
    ///
    /// Source: RFC 8259 section 8.1.
    ///
    /// # Fix
    ///
    /// Save the file as UTF-8 without a byte order mark.
    Warning("byte-order-mark") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: ["\u{FEFF}{\"name\": \"web-app\", \"type\": \"http\", \"host\": {\"ipv4\": \"10.0.0.1\", \"network\": {\"tunnel_id\": \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"}}}" => ""],
    }
}
