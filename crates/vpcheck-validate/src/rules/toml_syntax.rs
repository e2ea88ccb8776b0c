use crate::rule::declare_rule;

declare_rule! {
    /// A text that is not TOML.
    ///
    /// # Why
    ///
    /// A string without quotes, a colon in the place of an `=`, a bracket that is not closed or a key without a value makes the
    /// text something else, and wrangler reads nothing of it. What can be told of the rest is read all the same, and checked.
    ///
    /// Source: TOML 1.0.0.
    ///
    /// # Fix
    ///
    /// Mend the text at the place of the finding.
    Error("toml-syntax") on Toml {
        good: ["\
name = \"web-app\"
type = \"http\"
host.ipv4 = \"10.0.0.1\"
host.network.tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"
"],
        bad: ["\
name = web-app
type = \"http\"
host.ipv4 = \"10.0.0.1\"
host.network.tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"
" => "", "\
name = \"web-app\"
type: \"http\"
host.ipv4 = \"10.0.0.1\"
host.network.tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"
" => "", "\
name = \"web-app\"
type = \"http\"
[host]
ipv4 = \"10.0.0.1
network = { tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\" }
" => ""],
    }
}
