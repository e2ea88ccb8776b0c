use crate::rule::declare_rule;

declare_rule! {
    /// A text with more characters than the schema takes.
    ///
    /// # Why
    ///
    /// Characters are counted, not bytes. Members of a service whose values are bounded have a rule of their own, so
    /// that this one is kept for what the schema may say next.
    ///
    /// Source: `maxLength` in the schema.
    ///
    /// # Fix
    ///
    /// Write a shorter text.
    Error("too-long") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
