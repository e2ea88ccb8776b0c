use crate::rule::declare_rule;

declare_rule! {
    /// A name that two services of one account have.
    ///
    /// # Why
    ///
    /// Names are unique in an account: the API refuses the second service with code 5101, `Service name already exists`. Names are
    /// compared letter by letter. Twice in one file is an error. In two files it is a warning, since nobody but you knows that both
    /// are for one account: the files of one directory are taken for one account unless the configuration says otherwise.
    ///
    /// Source: recorded answers of the API, 2026-09-29.
    ///
    /// # Fix
    ///
    /// Give one of the two another name. Where the files are for different accounts, say so in `vpcheck.toml`.
    Error("name-twice") on Several {
        good: [
            r#"{"web": {"name": "web", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}, "api": {"name": "api", "type": "http", "host": {"ipv4": "10.0.0.2", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#,
            r#"{"web": {"name": "web", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}, "api": {"name": "Web", "type": "http", "host": {"ipv4": "10.0.0.2", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"#,
        ],
        bad: [
            r#"{"web": {"name": "web", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}, "api": {"name": "web", "type": "http", "host": {"ipv4": "10.0.0.2", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}"# => "/api/name",
        ],
    }
}
