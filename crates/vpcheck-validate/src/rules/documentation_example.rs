use crate::rule::{Context, declare_rule};
use crate::view::{NetworkView, Slot};

declare_rule! {
    /// A `tunnel_id` that is an example of the documentation.
    ///
    /// # Why
    ///
    /// The id is well-formed, and no tunnel of yours has it: the API refuses a tunnel that it does not know with code
    /// 5101, `Tunnel ID Not Found`. Documents that are examples themselves have it on purpose, so the rule is off
    /// unless it is asked for.
    ///
    /// # Fix
    ///
    /// Put the id of your tunnel in its place: `cloudflared tunnel list` prints it.
    Info("documentation-example", WhenAsked) on Network(check) {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}}"# => "/host/network/tunnel_id"],
    }
}

/// The ids that the documentation of the API and of wrangler shows.
const EXAMPLES: [&str; 2] = ["0191dce4-9ab4-7fce-b660-8e5dec5172da", "550e8400-e29b-41d4-a716-446655440000"];

fn check(network: &NetworkView<'_>, context: &mut Context<'_>) {
    let Slot::Present(tunnel) = network.tunnel_id else { return };
    if EXAMPLES.iter().any(|example| tunnel.value.eq_ignore_ascii_case(example)) {
        context
            .report(tunnel, "`tunnel_id` is the example of the documentation, which is no tunnel of yours")
            .help("`cloudflared tunnel list` prints the ids of your tunnels");
    }
}
