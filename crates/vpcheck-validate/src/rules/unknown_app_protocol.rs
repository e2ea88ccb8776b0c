use crate::rule::declare_rule;

declare_rule! {
    /// An `app_protocol` that is not known.
    ///
    /// # Why
    ///
    /// `app_protocol` is `postgresql` or `mysql`, in lower case: a hint for products such as Hyperdrive. Nobody has
    /// recorded what the API answers.
    ///
    /// Source: `/$defs/AppProtocol` of the schema; published OpenAPI document, `infra_TcpServiceConfig`.
    ///
    /// # Fix
    ///
    /// Write one of the two, or leave the member out: any protocol works without it.
    Error("unknown-app-protocol") on Request {
        good: [
            r#"{"type": "tcp", "tcp_port": 5432, "app_protocol": "postgresql"}"#,
            r#"{"type": "tcp", "tcp_port": 6379}"#,
        ],
        bad: [r#"{"type": "tcp", "tcp_port": 5432, "app_protocol": "postgres"}"# => "/app_protocol"],
    }
}
