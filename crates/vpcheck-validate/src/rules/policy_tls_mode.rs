use crate::rule::declare_rule;

declare_rule! {
    /// A way to verify certificates that the policy of the configuration does not allow.
    ///
    /// # Why
    ///
    /// `policy.tls-modes` in the configuration lists the values that `cert_verification_mode` may have. The API takes `verify_full`
    /// where the mode is left out, so that a service with TLS and without a mode is judged as one with `verify_full`.
    ///
    /// # Fix
    ///
    /// Use an allowed mode. Where the certificate of the origin does not pass it, give the origin another certificate.
    Error("policy-tls-mode") on Policy {
        good: [r#"{"https_port": 443, "tls_settings": {"cert_verification_mode": "verify_full"}}"#],
        bad: [
            r#"{"https_port": 443, "tls_settings": {"cert_verification_mode": "verify_ca"}}"# => "/tls_settings/cert_verification_mode",
        ],
    }
}
