use crate::rule::declare_rule;

declare_rule! {
    /// A text of another form than the schema asks for.
    ///
    /// # Why
    ///
    /// A format or a pattern says which texts have a meaning. Members of a service whose values are bounded have a rule
    /// of their own, so that this one is kept for what the schema may say next.
    ///
    /// Source: `pattern` and `format` in the schema.
    ///
    /// # Fix
    ///
    /// Write the text in the form that the message names.
    Error("pattern-mismatch") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [],
    }
}
