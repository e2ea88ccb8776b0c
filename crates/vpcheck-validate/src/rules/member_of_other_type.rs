use crate::rule::declare_rule;

declare_rule! {
    /// A member that belongs to the other type of service.
    ///
    /// # Why
    ///
    /// `tcp_port` and `app_protocol` are for TCP services, `http_port` and `https_port` for HTTP services. wrangler
    /// drops such a member in silence, so that the port that was written has no effect. A null there is fine: it is how
    /// the API itself writes a member without a value. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/HttpServiceRequest` and `/$defs/TcpServiceRequest` of the schema.
    ///
    /// # Fix
    ///
    /// Leave the member out, or change `type`.
    Error("member-of-other-type") on Request {
        good: [
            r#"{"http_port": 8080}"#,
            r#"{"http_port": 8080, "tcp_port": null}"#,
        ],
        bad: [
            r#"{"http_port": 8080, "tcp_port": 8080}"# => "/tcp_port",
            r#"{"type": "tcp", "tcp_port": 5432, "https_port": 8443}"# => "/https_port",
        ],
    }
}
