use crate::rule::declare_rule;

declare_rule! {
    /// A binding with an empty name or an empty id.
    ///
    /// # Why
    ///
    /// A Worker cannot find a binding without a name, and nothing has an empty id. wrangler takes both in the
    /// configuration, and `wrangler types` refuses the name; nobody has recorded what the upload answers.
    ///
    /// Source: `/$defs/BindingName` and `/$defs/BindingId` of the wrangler schema.
    ///
    /// # Fix
    ///
    /// Put in the name or the id.
    Error("empty-binding") on Wrangler {
        good: [r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#],
        bad: [
            r#"{"vpc_services": [{"binding": "", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"# => "/vpc_services/0/binding",
            r#"{"vpc_services": [{"binding": "API", "service_id": ""}]}"# => "/vpc_services/0/service_id",
        ],
    }
}
