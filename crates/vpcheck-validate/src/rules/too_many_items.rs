use crate::rule::declare_rule;

declare_rule! {
    /// A list with more items than the schema takes.
    ///
    /// # Why
    ///
    /// The bound is part of what the list means. Members of a service whose values are bounded have a rule of their
    /// own, so that this one is kept for what the schema may say next.
    ///
    /// Source: `maxItems` in the schema.
    ///
    /// # Fix
    ///
    /// Remove what is too much.
    Error("too-many-items") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
