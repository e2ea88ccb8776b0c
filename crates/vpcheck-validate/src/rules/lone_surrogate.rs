use crate::rule::declare_rule;

declare_rule! {
    /// A string with half of a surrogate pair.
    ///
    /// # Why
    ///
    /// An escape such as `\ud83d` stands for a character only together with its other half. Alone it is no text:
    /// software refuses it, or puts a replacement character in its place.
    ///
    /// Source: RFC 8259 section 8.2.
    ///
    /// # Fix
    ///
    /// Write the character itself, or both escapes.
    Error("lone-surrogate") on Text {
        good: [r#"{"name": "\ud83d\udce6", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"name": "\ud83d", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/name"],
    }
}
