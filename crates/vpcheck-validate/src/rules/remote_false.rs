use vpcheck_syntax::Safety;

use crate::rule::{Context, declare_rule};
use crate::view::{BindingView, Placed, Slot};

declare_rule! {
    /// A binding to a private network that is to be simulated.
    ///
    /// # Why
    ///
    /// There is no local stand-in for a private network: `wrangler dev` stops with an error at `remote: false`, and a
    /// deployment takes no notice of it.
    ///
    /// Source: wrangler, changes of version 4.95.0.
    ///
    /// # Fix
    ///
    /// Write `true`. Without `remote`, `wrangler dev` connects to the real network as well, and warns that it does.
    Warning("remote-false") on Binding(check) {
        good: [
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9", "remote": true}]}"#,
            r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9"}]}"#,
        ],
        bad: [r#"{"vpc_services": [{"binding": "API", "service_id": "0199295b-b3ac-7760-8246-bca40877b3e9", "remote": false}]}"# => "/vpc_services/0/remote"],
    }
}

fn check(binding: &BindingView<'_>, context: &mut Context<'_>) {
    if let Slot::Present(remote @ Placed { value: false, .. }) = binding.remote {
        context
            .report(remote, "`remote` is false, and a private network has no local stand-in")
            .help("write true: `wrangler dev` then connects to the real network")
            .replace(Safety::Unsafe, remote, true);
    }
}
