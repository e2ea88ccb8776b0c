use crate::rule::{Context, declare_rule};
use crate::view::{HttpView, Slot};

declare_rule! {
    /// An HTTP service that serves both schemes on one port.
    ///
    /// # Why
    ///
    /// A listener speaks either HTTP or TLS first, so one of the two schemes cannot work. Nobody has recorded what the
    /// API answers; its schema looks at each port alone.
    ///
    /// # Fix
    ///
    /// Give each scheme its own port, or leave out the scheme that the origin does not serve.
    Warning("same-port-twice") on Http(check) {
        good: [
            r#"{"http_port": 8080, "https_port": 8443}"#,
            r#"{"http_port": 8080}"#,
        ],
        bad: [r#"{"http_port": 8080, "https_port": 8080}"# => "/https_port"],
    }
}

fn check(service: &HttpView<'_>, context: &mut Context<'_>) {
    let (Slot::Present(http), Slot::Present(https)) = (service.http_port, service.https_port) else { return };
    if http.value == https.value {
        let message = format!("`https_port` is {}, and so is `http_port`: each scheme needs its own port", https.value);
        context.report(https, message).label(http, "also here");
    }
}
