use crate::rule::declare_rule;

declare_rule! {
    /// A member that only the API sets.
    ///
    /// # Why
    ///
    /// `service_id`, `created_at` and `updated_at` are answered and not read: the path of the request names the
    /// service, and an update sets both times. They are there after an answer was pasted into a request. Nobody has
    /// recorded what the API answers.
    ///
    /// Source: `readOnly` in the schema; published OpenAPI document, `infra_ServiceCommon`.
    ///
    /// # Fix
    ///
    /// Remove the member.
    Warning("read-only-member") on Request {
        good: [r#"{"http_port": 8080}"#],
        bad: [r#"{"service_id": "550e8400-e29b-41d4-a716-446655440000"}"# => "/service_id"],
    }
}
