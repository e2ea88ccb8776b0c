use crate::rule::declare_rule;

declare_rule! {
    /// A placeholder of the documentation that nobody replaced.
    ///
    /// # Why
    ///
    /// Text in angle brackets such as `<SERVICE_ID>` stands for a value of yours. wrangler takes it as it is, and the
    /// Worker is bound to something that does not exist: the upload refuses a service that is not known with code
    /// 10180.
    ///
    /// Source: `/$defs/BindingName` and `/$defs/BindingId` of the wrangler schema.
    ///
    /// # Fix
    ///
    /// Put the value in its place: `wrangler vpc service list` and `cloudflared tunnel list` print ids.
    Error("placeholder") on Wrangler {
        good: [r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#],
        bad: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "<SERVICE_ID>"}]}"# => "/vpc_services/0/service_id",
            r#"{"vpc_networks": [{"binding": "<BINDING>", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"# => "/vpc_networks/0/binding",
        ],
    }
}
