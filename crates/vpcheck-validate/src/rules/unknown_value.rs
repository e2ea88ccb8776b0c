use crate::rule::declare_rule;

declare_rule! {
    /// A value that is none of those the schema lists.
    ///
    /// # Why
    ///
    /// A choice has the values that the schema names, and no others. Members of a service whose values are bounded have
    /// a rule of their own, so that this one is kept for what the schema may say next.
    ///
    /// Source: `enum`, `const` and `not` in the schema.
    ///
    /// # Fix
    ///
    /// Write one of the values that the message lists.
    Error("unknown-value") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
