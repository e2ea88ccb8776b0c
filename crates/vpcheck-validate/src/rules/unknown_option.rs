use crate::rule::declare_rule;

declare_rule! {
    /// An option or a word that wrangler does not know.
    ///
    /// # Why
    ///
    /// wrangler refuses it, and nothing is sent. An option is written with dashes, `--tcp-port`, or as `--tcpPort`. Options that start with
    /// `--experimental-` or `--x-` are let pass: they come and go with versions of wrangler.
    ///
    /// Source: `packages/wrangler/src/vpc` of cloudflare/workers-sdk.
    ///
    /// # Fix
    ///
    /// Write the option as wrangler knows it, or leave it out. A name with spaces needs quotes.
    Error("unknown-option") on Shell {
        good: [
            "wrangler vpc service create db --type tcp --tcpPort 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
            "wrangler vpc service create 'my db' --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b",
        ],
        bad: [
            "wrangler vpc service create db --type tcp --tcp_port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0",
            "wrangler vpc service create my db --type tcp --tcp-port 5432 --ipv4 10.0.0.1 --tunnel-id 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" => "/0",
        ],
    }
}
