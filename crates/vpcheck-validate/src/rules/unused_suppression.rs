use crate::rule::declare_rule;

declare_rule! {
    /// A suppression that hides nothing.
    ///
    /// # Why
    ///
    /// A comment `vpcheck: ignore[…]` stays when what it hid was mended, and then hides the next mistake at the same place. Whoever reads
    /// it believes that something is wrong here.
    ///
    /// # Fix
    ///
    /// Remove the rule from the brackets, or the comment where it was the only one. A comment that stands alone on its line is for the next
    /// line that is not a comment; one behind code is for its own line; what counts is the line on which a finding starts.
    Warning("unused-suppression") on Suppression {
        good: [r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] a proxy sorts them out
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] a proxy sorts them out
"https_port": 8443, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "",
        ],
    }
}
