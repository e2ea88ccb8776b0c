use crate::help::TUNNELS;
use crate::rule::{Context, declare_rule};
use crate::view::{NetworkView, Slot};

declare_rule! {
    /// A `tunnel_id` of zeros only.
    ///
    /// # Why
    ///
    /// The nil UUID stands for no value (RFC 9562 section 5.9), so no tunnel has it. It is often a placeholder. The API
    /// refuses a tunnel that it does not know with code 5101, `Tunnel ID Not Found`.
    ///
    /// # Fix
    ///
    /// Put the id of your tunnel in its place: `cloudflared tunnel list` prints it.
    Warning("nil-tunnel-id") on Network(check) {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "00000000-0000-0000-0000-000000000000"}}}"# => "/host/network/tunnel_id"],
    }
}

fn check(network: &NetworkView<'_>, context: &mut Context<'_>) {
    let Slot::Present(tunnel) = network.tunnel_id else { return };
    if tunnel.value.bytes().all(|byte| matches!(byte, b'0' | b'-')) {
        context.report(tunnel, "`tunnel_id` is the nil UUID, which no tunnel has").help(TUNNELS);
    }
}
