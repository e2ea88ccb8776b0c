use crate::rule::declare_rule;

declare_rule! {
    /// A text that is nested too deeply.
    ///
    /// # Why
    ///
    /// A service is nested four levels deep. Readers end at some depth to protect themselves, the one of this project
    /// at 127, which is where `serde_json` ends.
    ///
    /// # Fix
    ///
    /// Remove what is nested.
    Error("depth-limit") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [],
    }
}
