use crate::rule::declare_rule;

declare_rule! {
    /// A binding to a service that no file knows.
    ///
    /// # Why
    ///
    /// The upload of a Worker that binds a service which is not there is refused with code 10180. A file knows a service when it has
    /// its `service_id`: saved answers of the API do. Most repositories keep no ids, so the rule is off unless it is asked for.
    ///
    /// # Fix
    ///
    /// Look the id up with `wrangler vpc service list`, or save what the API answered next to the services.
    Warning("unknown-service-id", WhenAsked) on Several {
        good: [r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#],
        bad: [],
    }
}
