use crate::rule::declare_rule;

declare_rule! {
    /// A network binding with a tunnel and a network.
    ///
    /// # Why
    ///
    /// A binding leads to one of the two: `tunnel_id` names a tunnel, `network_id` a network of the account. wrangler
    /// decides by the members that are there, so that a null counts as well, and refuses both.
    ///
    /// Source: `/$defs/VpcNetworkBinding` of the wrangler schema; wrangler, validation of the configuration.
    ///
    /// # Fix
    ///
    /// Keep one of the two.
    Error("tunnel-and-network") on Wrangler {
        good: [r#"{"vpc_networks": [{"binding": "NET", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}]}"#],
        bad: [r#"{"vpc_networks": [{"binding": "NET", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "network_id": "cf1:network"}]}"# => "/vpc_networks/0"],
    }
}
