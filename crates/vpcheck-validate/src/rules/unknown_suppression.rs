use crate::rule::declare_rule;

declare_rule! {
    /// A suppression that cannot be read, or names a rule that is not there.
    ///
    /// # Why
    ///
    /// A comment with a slip in it hides nothing, and what it was meant to hide is reported. It is
    /// `vpcheck: ignore[rule, rule] reason` for a line and `vpcheck: ignore-file[rule] reason` for a file, each with `until=2027-01-31` before the
    /// reason where that is wanted. There is no form that hides every rule.
    ///
    /// A text that could not be read as a whole cannot be hidden, nor can findings about suppressions: the configuration switches those
    /// off.
    ///
    /// # Fix
    ///
    /// Take the spelling that the finding names. `vpcheck explain --all` prints all rules.
    Warning("unknown-suppression") on Suppression {
        good: [r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] a proxy sorts them out
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-ports] a proxy sorts them out
"https_port": 8443, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "",
        ],
    }
}
