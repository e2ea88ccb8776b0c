use crate::rule::declare_rule;

declare_rule! {
    /// A text that is too large to be read.
    ///
    /// # Why
    ///
    /// A service has some hundred bytes. This project reads 256 MiB at most, so that a wrong file does not fill the
    /// memory.
    ///
    /// # Fix
    ///
    /// Name the file that is meant.
    Error("size-limit") on Text {
        good: [r#"{"name": "web-app", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [],
    }
}
