use crate::rule::declare_rule;

declare_rule! {
    /// A text with too many values.
    ///
    /// # Why
    ///
    /// Each value of a document takes memory. An account has at most a thousand services, which are some twenty thousand values;
    /// this reader ends at 2097152.
    ///
    /// # Fix
    ///
    /// Split the file.
    Error("node-limit") on Yaml {
        good: ["\
name: web-app
type: http
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
"],
        bad: [],
    }
}
