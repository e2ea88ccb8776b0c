use crate::rule::declare_rule;

declare_rule! {
    /// An option of a wrangler command that has no effect.
    ///
    /// # Why
    ///
    /// wrangler takes the option and does not send it: `--tcp-port` and `--app-protocol` of an HTTP service, a port without a value, and what
    /// stands around the host and the port in `--hostname` of a TCP service.
    ///
    /// Source: `packages/wrangler/src/vpc` of cloudflare/workers-sdk.
    ///
    /// # Fix
    ///
    /// Leave it out, or change `--type`.
    Warning("dropped-option") on Shell {
        good: [
            "wrangler vpc service create web --type http --http-port 8080 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
            "wrangler vpc service create db --type tcp --hostname db.internal:5432 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
        ],
        bad: [
            "wrangler vpc service create web --type http --tcp-port 8080 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/tcp_port",
            "wrangler vpc service create web --type http --app-protocol mysql --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/app_protocol",
            "wrangler vpc service create db --type tcp --hostname db.internal:5432/main --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/host/hostname",
        ],
    }
}
