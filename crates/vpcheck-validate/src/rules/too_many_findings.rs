use crate::rule::declare_rule;

declare_rule! {
    /// A text with so many findings that the rest is left out.
    ///
    /// # Why
    ///
    /// After ten thousand findings the file is most likely not what it was taken for, and more would help nobody.
    ///
    /// # Fix
    ///
    /// Mend what was found first, and check again.
    Error("too-many-findings") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [],
    }
}
