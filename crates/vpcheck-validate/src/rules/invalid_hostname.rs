use crate::rule::declare_rule;

declare_rule! {
    /// A `hostname` that cannot be looked up.
    ///
    /// # Why
    ///
    /// A hostname is labels of 1 to 63 characters with dots between them, 253 characters at most; one dot at the end is
    /// fine. A scheme, a port, a path, user information, a wildcard, whitespace and invisible characters do not belong
    /// to it, and an IP address is no name. wrangler refuses most of these, because the API answered them with errors
    /// that were hard to read.
    ///
    /// Source: `/$defs/Hostname` of the schema; RFC 1035 section 2.3.4; changes of wrangler 4.73.
    ///
    /// # Fix
    ///
    /// Write the name alone, such as `db.internal.example.com`. A port goes into `http_port`, `https_port` or
    /// `tcp_port`, an address into `ipv4` or `ipv6`.
    Error("invalid-hostname") on Request {
        good: [
            r#"{"host": {"hostname": "db.internal.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
            r#"{"host": {"hostname": "db.internal.example.com.", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        ],
        bad: [
            r#"{"host": {"hostname": "https://db.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "db.example.com:5432", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "10.0.0.1", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "*.example.com", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
            r#"{"host": {"hostname": "<YOUR_HOSTNAME>", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/hostname",
        ],
    }
}
