use crate::rule::declare_rule;

declare_rule! {
    /// A `type` that no service has.
    ///
    /// # Why
    ///
    /// A service is `http` or `tcp`, in lower case. The type decides which other members there are. Terraform takes
    /// other cases and sends them as they are. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/ServiceType` of the schema; published OpenAPI document, `infra_ServiceType`.
    ///
    /// # Fix
    ///
    /// Write `http` for HTTP and HTTPS, `tcp` for everything else over TCP.
    Error("unknown-service-type") on Request {
        good: [r#"{"type": "http"}"#],
        bad: [
            r#"{"type": "HTTP"}"# => "/type",
            r#"{"type": "https"}"# => "/type",
        ],
    }
}
