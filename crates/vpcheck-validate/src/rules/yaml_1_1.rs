use crate::rule::declare_rule;

declare_rule! {
    /// A value without quotes that YAML 1.1 reads as something else.
    ///
    /// # Why
    ///
    /// YAML 1.2 has been there since 2009, and many tools still read YAML 1.1: PyYAML, Ruby, Go programs on yaml.v2. To them `no`
    /// and `off` are booleans, `017` is 15, `12:30` is 750, `1_000` is a number and `2024-01-15` is a date. Here a file is read as
    /// YAML 1.2; what a tool sends that reads it otherwise is something else.
    ///
    /// Source: YAML 1.2.2 chapter 10.3; the types of YAML 1.1 at yaml.org/type.
    ///
    /// # Fix
    ///
    /// Put a string in quotes, and write a number without leading zeros.
    Warning("yaml-1-1") on Yaml {
        good: ["\
name: \"no\"
type: http
http_port: 8080
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
"],
        bad: ["\
name: no
type: http
http_port: 8080
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
" => "/name", "\
name: web-app
type: http
http_port: 0443
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
" => "/http_port"],
    }
}
