use crate::rule::declare_rule;

declare_rule! {
    /// Two services that lead to one port of one host through one tunnel.
    ///
    /// # Why
    ///
    /// The second service gives nothing that the first one does not, and whoever changes the origin has to change both. Hostnames are
    /// compared without regard to case and a trailing dot; an HTTP service without ports is on 80 and 443. Hosts that are looked up
    /// by other resolvers count as others.
    ///
    /// # Fix
    ///
    /// Keep one of the two: it can be bound by any number of Workers.
    Warning("same-origin-twice") on Several {
        good: [
            r#"{"db": {"name": "db", "type": "tcp", "tcp_port": 5432, "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}, "replica": {"name": "replica", "type": "tcp", "tcp_port": 5433, "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#,
        ],
        bad: [
            r#"{"db": {"name": "db", "type": "tcp", "tcp_port": 5432, "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}, "replica": {"name": "replica", "type": "tcp", "tcp_port": 5432, "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"# => "/replica/host/hostname",
        ],
    }
}
