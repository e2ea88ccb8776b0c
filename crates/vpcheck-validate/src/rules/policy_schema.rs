use crate::rule::declare_rule;

declare_rule! {
    /// A service that the JSON Schema in the policy of the configuration rules out.
    ///
    /// # Why
    ///
    /// What an organisation wants of its services beyond addresses, tunnels, names, ports and modes, it can say in a JSON Schema of its
    /// own: `policy.schema` in the configuration names the file. It is laid over each service in a request, as that would be sent: a member
    /// that is null is taken as absent, as the API does. The schema may not refer to other files.
    ///
    /// # Fix
    ///
    /// Change the service as the message says, or have the schema changed.
    Error("policy-schema") on Policy {
        good: [r#"{"name": "web-app"}"#],
        bad: [
            r#"{"name": "app"}"# => "/name",
        ],
    }
}
