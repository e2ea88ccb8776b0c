use crate::rule::declare_rule;

declare_rule! {
    /// A text in TOML 1.1, which readers of TOML 1.0 refuse.
    ///
    /// # Why
    ///
    /// TOML 1.1 lets an inline table go on over several lines and end in a comma, leaves out the seconds of a time, and has the
    /// escapes `\e` and `\xHH`. Wrangler reads TOML 1.0, as do most tools: to them the whole file is broken. Here it is read, so that
    /// the rest of it is checked as well.
    ///
    /// Source: the changes of TOML 1.1.0.
    ///
    /// # Fix
    ///
    /// Write the table on one line or below a header of its own, a time with seconds, and a character as `\u00HH`.
    Error("toml-1-1") on Toml {
        good: ["\
name = \"web-app\"
type = \"http\"
host = { ipv4 = \"10.0.0.1\", network = { tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\" } }
"],
        bad: ["\
name = \"web-app\"
type = \"http\"
host = {
  ipv4 = \"10.0.0.1\", network = { tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\" }
}
" => "/host", "\
name = \"web-app\"
type = \"http\"
host = { ipv4 = \"10.0.0.1\", network = { tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\", } }
" => "/host/network", "\
name = \"web\\x2dapp\"
type = \"http\"
host = { ipv4 = \"10.0.0.1\", network = { tunnel_id = \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\" } }
" => "/name"],
    }
}
