use crate::rule::declare_rule;

declare_rule! {
    /// A port that TCP does not have.
    ///
    /// # Why
    ///
    /// A port is a number of 16 bits, and nothing can be connected to on port 0. The published schema says the least
    /// port and leaves out the greatest. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/Port` of the schema; RFC 9293 section 3.1.
    ///
    /// # Fix
    ///
    /// Write the port that the origin listens on, from 1 to 65535.
    Error("port-range") on Request {
        good: [
            r#"{"http_port": 1}"#,
            r#"{"http_port": 65535}"#,
        ],
        bad: [
            r#"{"http_port": 0}"# => "/http_port",
            r#"{"http_port": 65536}"# => "/http_port",
            r#"{"https_port": -1}"# => "/https_port",
        ],
    }
}
