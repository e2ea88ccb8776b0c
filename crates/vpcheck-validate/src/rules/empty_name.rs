use crate::rule::declare_rule;

declare_rule! {
    /// A service name without a character.
    ///
    /// # Why
    ///
    /// A name is how people tell services apart, and it is unique within an account. Nobody has recorded what the API
    /// answers.
    ///
    /// Source: `/$defs/ServiceName` of the schema.
    ///
    /// # Fix
    ///
    /// Give the service a name.
    Error("empty-name") on Request {
        good: [r#"{"name": "w"}"#],
        bad: [r#"{"name": ""}"# => "/name"],
    }
}
