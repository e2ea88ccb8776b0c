use crate::rule::declare_rule;

declare_rule! {
    /// More services than an account may have.
    ///
    /// # Why
    ///
    /// An account may have 1000 services. More in one file are an error. In several files they are a warning, since nobody but you
    /// knows that all of them are for one account.
    ///
    /// Source: documentation of Workers VPC, limits. Nobody has recorded what the API answers to the one that is too much.
    ///
    /// # Fix
    ///
    /// Remove services that nothing binds, or bind a network and choose the destination in the Worker.
    Error("too-many-services") on Several {
        good: [r#"{"web": {"name": "web", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#],
        bad: [],
    }
}
