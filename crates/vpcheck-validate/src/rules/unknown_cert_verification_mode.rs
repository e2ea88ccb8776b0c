use crate::rule::declare_rule;

declare_rule! {
    /// A certificate verification mode that is not known.
    ///
    /// # Why
    ///
    /// The mode is `verify_full`, `verify_ca` or `disabled`. The published schema has a string and names the three in
    /// its text; the documentation and wrangler know no other. `verify-full` is the spelling of Hyperdrive. Nobody has
    /// recorded what the API answers.
    ///
    /// Source: `/$defs/CertVerificationMode` of the schema; API documentation, `tls_settings`.
    ///
    /// # Fix
    ///
    /// Write one of the three, with an underscore. Without `tls_settings` the mode is `verify_full`.
    Error("unknown-cert-verification-mode") on Request {
        good: [r#"{"tls_settings": {"cert_verification_mode": "verify_full"}}"#],
        bad: [r#"{"tls_settings": {"cert_verification_mode": "verify-full"}}"# => "/tls_settings/cert_verification_mode"],
    }
}
