use crate::rule::declare_rule;

declare_rule! {
    /// A member that the API does not know.
    ///
    /// # Why
    ///
    /// A member that nobody reads has no effect, so that a slip in a name goes unnoticed. The published schema leaves
    /// objects open, and nobody has recorded that the API answers anything about such a member.
    ///
    /// Source: published OpenAPI document of the API, which lists the members; wrangler, which warns about such a
    /// member of a binding.
    ///
    /// # Fix
    ///
    /// Correct the name, or remove the member.
    Warning("unknown-member") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [
            r#"{"http_port": 8080, "tags": []}"# => "/tags",
            r#"{"$schema": "./service.schema.json"}"# => "/$schema",
        ],
    }
}
