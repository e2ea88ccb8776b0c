use crate::rule::declare_rule;

declare_rule! {
    /// A value that is none of the alternatives of the schema.
    ///
    /// # Why
    ///
    /// Where the schema has alternatives, the members that are there decide which one a value is read as. Here they
    /// decide for none. Members of a service whose values are bounded have a rule of their own, so that this one is
    /// kept for what the schema may say next.
    ///
    /// Source: `oneOf` and `anyOf` in the schema.
    ///
    /// # Fix
    ///
    /// Add or remove members until one alternative is left.
    Error("no-arm") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
