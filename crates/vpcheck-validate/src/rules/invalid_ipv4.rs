use crate::rule::declare_rule;

declare_rule! {
    /// An `ipv4` that is no IPv4 address.
    ///
    /// # Why
    ///
    /// An address is four numbers from 0 to 255 with dots between them. A leading zero is octal to some software and
    /// decimal to other, so that it is refused; a port, a prefix length and whitespace do not belong to an address.
    /// wrangler has the same rule. Nobody has recorded what the API answers.
    ///
    /// Source: `/$defs/Ipv4Address` of the schema; RFC 6943 section 3.1.1.
    ///
    /// # Fix
    ///
    /// Write the address alone, such as `10.0.0.1`. A port goes into `http_port`, `https_port` or `tcp_port`, a name
    /// into `hostname`.
    Error("invalid-ipv4") on Request {
        good: [r#"{"host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"host": {"ipv4": "10.0.0.01", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv4": "10.0.0.1:8080", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
            r#"{"host": {"ipv4": "10.0.0.0/24", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "/host/ipv4",
        ],
    }
}
