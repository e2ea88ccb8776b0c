use crate::rule::{Context, declare_rule};
use crate::view::{HttpView, Slot};

declare_rule! {
    /// TLS settings of an HTTP service that serves no HTTPS.
    ///
    /// # Why
    ///
    /// Where only `http_port` is given, the service serves HTTP alone, and `tls_settings` has nothing to apply to.
    /// Nobody has recorded what the API answers.
    ///
    /// Source: Workers VPC documentation, VPC services: one port given means that the other scheme is off.
    ///
    /// # Fix
    ///
    /// Give `https_port` as well, or leave out `tls_settings`.
    Warning("tls-without-https") on Http(check) {
        good: [
            r#"{"http_port": 8080, "https_port": 8443, "tls_settings": {"cert_verification_mode": "verify_ca"}}"#,
            r#"{"tls_settings": {"cert_verification_mode": "verify_ca"}}"#,
            r#"{"http_port": 8080, "tls_settings": null}"#,
        ],
        bad: [r#"{"http_port": 8080, "tls_settings": {"cert_verification_mode": "verify_ca"}}"# => "/tls_settings"],
    }
}

fn check(service: &HttpView<'_>, context: &mut Context<'_>) {
    let (Slot::Present(port), Slot::Present(settings)) = (service.http_port, service.tls_settings) else { return };
    if service.https_port.is_absent() {
        context
            .report(settings, "`tls_settings` says how HTTPS is served, and only `http_port` is given")
            .label(port, "this alone switches HTTPS off");
    }
}
