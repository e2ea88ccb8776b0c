use crate::rule::declare_rule;

declare_rule! {
    /// A wrangler command without an option that it needs.
    ///
    /// # Why
    ///
    /// A service has a name, a type, a tunnel and one address or hostname, and a TCP service has a port. wrangler refuses a command without
    /// one of them, and an update needs all of them again: it replaces the whole service. Where a script adds words that are not known, such
    /// as `"$@"`, nothing is called missing.
    ///
    /// Source: `packages/wrangler/src/vpc` of cloudflare/workers-sdk.
    ///
    /// # Fix
    ///
    /// Add the option.
    Error("missing-option") on Shell {
        good: [
            "wrangler vpc service create db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
            "wrangler vpc service create db --type tcp --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b $MORE",
        ],
        bad: [
            "wrangler vpc service create db --type tcp --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0",
            "wrangler vpc service create db --type tcp --tcp-port 5432 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0/host",
            "wrangler vpc service create --name db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0",
            "wrangler vpc service update 0191dce4-9ab4-7fce-b660-8e5dec5172da --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0",
        ],
    }
}
