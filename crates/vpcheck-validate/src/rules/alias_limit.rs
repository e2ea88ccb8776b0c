use crate::rule::declare_rule;

declare_rule! {
    /// An alias that repeats too much, or itself.
    ///
    /// # Why
    ///
    /// A few lines of aliases of aliases stand for billions of values, and an alias inside of its own anchor for endlessly many.
    /// Readers end at some number to protect themselves, this one at 262144 values that aliases repeat.
    ///
    /// # Fix
    ///
    /// Write out what is meant.
    Error("alias-limit") on Yaml {
        good: ["\
- name: web-app
  type: http
  host: &host
    ipv4: 10.0.0.1
    network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
- name: web-app-2
  type: tcp
  host: *host
"],
        bad: ["\
name: web-app
type: http
host: &host
  ipv4: 10.0.0.1
  network: *host
" => ""],
    }
}
