use crate::rule::declare_rule;

declare_rule! {
    /// A network binding that leads nowhere.
    ///
    /// # Why
    ///
    /// `tunnel_id` names a tunnel, `network_id` a network of the account, and one of them has to be there. wrangler
    /// refuses a binding without.
    ///
    /// Source: `/$defs/VpcNetworkBinding` of the wrangler schema; wrangler, validation of the configuration.
    ///
    /// # Fix
    ///
    /// Add `tunnel_id` with the id of your tunnel, or `network_id` with `cf1:network`.
    Error("no-tunnel-or-network") on Wrangler {
        good: [r#"{"vpc_networks": [{"binding": "NET", "network_id": "cf1:network"}]}"#],
        bad: [r#"{"vpc_networks": [{"binding": "NET"}]}"# => "/vpc_networks/0"],
    }
}
