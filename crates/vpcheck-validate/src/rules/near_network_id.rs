use vpcheck_syntax::Safety;

use crate::rule::{Context, declare_rule, quoted};
use crate::view::{BindingView, Slot};

declare_rule! {
    /// A `network_id` that is nearly `cf1:network`.
    ///
    /// # Why
    ///
    /// `cf1:network` is the one network id that is documented: it stands for everything the account reaches through
    /// Cloudflare Mesh and WAN. wrangler takes any text, so that a slip shows when the Worker is uploaded or used.
    /// Other ids may come, and are not reported.
    ///
    /// Source: Workers VPC documentation, VPC networks.
    ///
    /// # Fix
    ///
    /// Write `cf1:network`.
    Warning("near-network-id") on Binding(check) {
        good: [
            r#"{"vpc_networks": [{"binding": "NET", "network_id": "cf1:network"}]}"#,
            r#"{"vpc_networks": [{"binding": "NET", "network_id": "some-network-id"}]}"#,
        ],
        bad: [
            r#"{"vpc_networks": [{"binding": "NET", "network_id": "CF1:network"}]}"# => "/vpc_networks/0/network_id",
            r#"{"vpc_networks": [{"binding": "NET", "network_id": "cf1-network"}]}"# => "/vpc_networks/0/network_id",
        ],
    }
}

/// The network id that is documented.
pub(super) const DOCUMENTED: &str = "cf1:network";

fn check(binding: &BindingView<'_>, context: &mut Context<'_>) {
    let Slot::Present(id) = binding.network_id else { return };
    // A longer text is no slip, and the distance takes time in proportion to the length.
    if id.value == DOCUMENTED || id.value.len() > 2 * DOCUMENTED.len() {
        return;
    }
    if strsim::osa_distance(&id.value.trim().to_lowercase(), DOCUMENTED) <= 2 {
        context.report(id, format!("`network_id` is {}: did you mean `{DOCUMENTED}`?", quoted(id.value))).replace(
            Safety::Unsafe,
            id,
            DOCUMENTED,
        );
    }
}
