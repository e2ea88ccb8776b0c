use crate::rule::declare_rule;

declare_rule! {
    /// A suppression that does not say why.
    ///
    /// # Why
    ///
    /// Whoever comes after cannot know whether a suppression is still needed. The text behind the brackets is the reason; in an entry of
    /// `ignore` in the configuration it is the key `reason`. The suppression works all the same.
    ///
    /// # Fix
    ///
    /// Write a few words behind the brackets.
    Warning("suppression-without-reason") on Suppression {
        good: [r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] a proxy sorts them out
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice]
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "",
        ],
    }
}
