use crate::rule::declare_rule;

declare_rule! {
    /// Options of a wrangler command that do not go together.
    ///
    /// # Why
    ///
    /// wrangler refuses `--tcp-port` and `--app-protocol` with `--http-port` and `--https-port`, more than one of `--ipv4`, `--ipv6` and
    /// `--hostname`, `--resolver-ips` with an address, an option that is given twice, and a port in `--hostname` that is not that of
    /// `--tcp-port`. Nothing is sent. The API itself takes both addresses together, and so do the dashboard and Terraform.
    ///
    /// Source: `packages/wrangler/src/vpc` of cloudflare/workers-sdk.
    ///
    /// # Fix
    ///
    /// Keep one of them.
    Error("conflicting-options") on Shell {
        good: [
            "wrangler vpc service create db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
            "wrangler vpc service create db --type tcp --tcp-port 5432 --hostname db.internal:5432 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
        ],
        bad: [
            "wrangler vpc service create db --type tcp --tcp-port 5432 --http-port 80 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/http_port",
            "wrangler vpc service create db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --ipv6 fd00::1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/host/ipv6",
            "wrangler vpc service create db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --ipv4 10.0.0.2 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/host/ipv4",
            "wrangler vpc service create db --type tcp --tcp-port 5432 --hostname db.internal:5433 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/tcp_port",
        ],
    }
}
