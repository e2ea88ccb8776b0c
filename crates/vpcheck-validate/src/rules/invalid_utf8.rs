use crate::rule::declare_rule;

declare_rule! {
    /// A text with bytes that are no UTF-8.
    ///
    /// # Why
    ///
    /// JSON is exchanged in UTF-8. Software that puts a replacement character in the place of such bytes sends
    /// something else than was written.
    ///
    /// Source: RFC 8259 section 8.1; RFC 3629.
    ///
    /// # Fix
    ///
    /// Save the file as UTF-8.
    Error("invalid-utf8") on Text {
        good: [r#"{"name": "Büro", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [],
    }
}
