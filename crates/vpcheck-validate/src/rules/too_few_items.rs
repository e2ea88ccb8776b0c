use crate::rule::declare_rule;

declare_rule! {
    /// A list with fewer items than the schema takes.
    ///
    /// # Why
    ///
    /// The bound is part of what the list means. Members of a service whose values are bounded have a rule of their
    /// own, so that this one is kept for what the schema may say next.
    ///
    /// Source: `minItems` in the schema.
    ///
    /// # Fix
    ///
    /// Add what is missing.
    Error("too-few-items") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
