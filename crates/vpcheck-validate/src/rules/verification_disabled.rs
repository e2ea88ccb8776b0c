use crate::rule::{Context, declare_rule};
use crate::view::{ServiceView, Slot, VerificationMode};

declare_rule! {
    /// TLS settings that switch off the verification of the certificate.
    ///
    /// # Why
    ///
    /// With `disabled`, anybody on the way between the tunnel and the origin can pose as the origin. The documentation
    /// keeps it for development and tests. Custom certificate authorities cannot be uploaded, so that an origin with a
    /// self-signed certificate may leave no other choice: then allow this rule where it is meant.
    ///
    /// Source: Hyperdrive documentation, private databases over Workers VPC.
    ///
    /// # Fix
    ///
    /// Give the origin a certificate of a public authority or of the Cloudflare Origin CA, and use `verify_full`.
    /// `verify_ca` still verifies the chain, and only lets the hostname differ.
    Warning("verification-disabled") on Service(check) {
        good: [
            r#"{"tls_settings": {"cert_verification_mode": "verify_full"}}"#,
            r#"{"tls_settings": {"cert_verification_mode": "verify_ca"}}"#,
        ],
        bad: [r#"{"tls_settings": {"cert_verification_mode": "disabled"}}"# => "/tls_settings/cert_verification_mode"],
    }
}

fn check(service: &ServiceView<'_>, context: &mut Context<'_>) {
    let Slot::Present(settings) = service.tls_settings else { return };
    let Slot::Present(mode) = settings.value.cert_verification_mode else { return };
    if mode.value == VerificationMode::Disabled {
        context
            .report(mode, "`cert_verification_mode` is `disabled`: anybody on the way can pose as the origin")
            .help("use `verify_full`, or `verify_ca` where only the hostname differs");
    }
}
