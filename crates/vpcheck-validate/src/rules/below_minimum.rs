use crate::rule::declare_rule;

declare_rule! {
    /// A number below the least that the schema takes.
    ///
    /// # Why
    ///
    /// The bound is part of what the number means. Members of a service whose values are bounded have a rule of their
    /// own, so that this one is kept for what the schema may say next.
    ///
    /// Source: `minimum` and `exclusiveMinimum` in the schema.
    ///
    /// # Fix
    ///
    /// Write a number within the bounds that the message names.
    Error("below-minimum") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
