use crate::rule::{Context, declare_rule};
use crate::view::{HttpView, Slot};

declare_rule! {
    /// An HTTP service that serves one scheme, because one of the two ports is given.
    ///
    /// # Why
    ///
    /// With neither port the defaults 80 and 443 apply, and both schemes are served. With one port the other scheme is
    /// off: its default is not filled in. This is often meant, so the rule is off unless it is asked for.
    ///
    /// Source: Workers VPC documentation, VPC services.
    ///
    /// # Fix
    ///
    /// Give the other port too where the origin serves both schemes.
    Info("one-port", WhenAsked) on Http(check) {
        good: [
            r#"{"http_port": 8080, "https_port": 8443}"#,
            r#"{"http_port": null, "https_port": null}"#,
        ],
        bad: [
            r#"{"http_port": 8080}"# => "/http_port",
            r#"{"http_port": null, "https_port": 8443}"# => "/https_port",
        ],
    }
}

fn check(service: &HttpView<'_>, context: &mut Context<'_>) {
    match (service.http_port, service.https_port) {
        (Slot::Present(port), Slot::Absent) => {
            context.report(port, "only `http_port` is given, so that HTTPS is not served");
        }
        (Slot::Absent, Slot::Present(port)) => {
            context.report(port, "only `https_port` is given, so that HTTP is not served");
        }
        _ => {}
    }
}
