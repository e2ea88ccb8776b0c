use crate::rule::declare_rule;

declare_rule! {
    /// A port that the policy of the configuration does not allow.
    ///
    /// # Why
    ///
    /// `policy.ports` in the configuration lists ports and ranges of them, for `http_port`, `https_port` and `tcp_port`. A port outside
    /// of them is often a slip of a digit, and sometimes a service that nobody has agreed to.
    ///
    /// # Fix
    ///
    /// Use an allowed port, or have the port added to the policy.
    Error("policy-port") on Policy {
        good: [r#"{"http_port": 8080}"#, r#"{"type": "tcp", "tcp_port": 5432}"#],
        bad: [
            r#"{"http_port": 9080}"# => "/http_port",
            r#"{"type": "tcp", "tcp_port": 8080}"# => "/tcp_port",
        ],
    }
}
