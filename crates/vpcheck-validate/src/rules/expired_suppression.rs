use crate::rule::declare_rule;

declare_rule! {
    /// A suppression whose date is over.
    ///
    /// # Why
    ///
    /// `until=2027-01-31` behind the brackets of a suppression, or in an entry of `ignore` in the configuration, says for how long
    /// something is to be tolerated. After that day the suppression hides nothing anymore, so that what it hid is reported as well.
    ///
    /// # Fix
    ///
    /// Mend what is reported, and remove the suppression. Where it takes longer, give it a later date.
    Warning("expired-suppression") on Suppression {
        good: [r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] until=9999-12-31 a proxy sorts them out
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#],
        bad: [
            r#"{"name": "web-app", "type": "http", "http_port": 8080,
// vpcheck: ignore[same-port-twice] until=2001-12-31 a proxy sorts them out
"https_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"# => "",
        ],
    }
}
