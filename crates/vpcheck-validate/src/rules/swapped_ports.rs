use vpcheck_syntax::Safety;
use vpcheck_syntax::edit::{self, New};

use crate::rule::{Context, declare_rule};
use crate::view::{HttpView, Slot};

declare_rule! {
    /// An HTTP service with the usual ports of both schemes the wrong way round.
    ///
    /// # Why
    ///
    /// HTTP is usually served on port 80 and HTTPS on port 443. An origin that does it the other way round is possible,
    /// and hardly ever meant. The API reads it as it is written.
    ///
    /// # Fix
    ///
    /// Swap the two ports.
    Warning("swapped-ports") on Http(check) {
        good: [
            r#"{"http_port": 80, "https_port": 443}"#,
            r#"{"http_port": 443}"#,
        ],
        bad: [r#"{"http_port": 443, "https_port": 80}"# => "/http_port"],
    }
}

fn check(service: &HttpView<'_>, context: &mut Context<'_>) {
    let (Slot::Present(http), Slot::Present(https)) = (service.http_port, service.https_port) else { return };
    if (http.value, https.value) == (443, 80) {
        let edits = edit::all([edit::replace(http.node, &New::from(80)), edit::replace(https.node, &New::from(443))]);
        context
            .report(http, "`http_port` is 443 and `https_port` is 80: HTTP is usually on 80, and HTTPS on 443")
            .label(https, "and HTTPS here")
            .help("swap the two ports")
            .fix(Safety::Unsafe, edits);
    }
}
