//! Hosts that are written as a URL, with a port, or under the name of another member.

use std::fmt::Write as _;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use vpcheck_scalars::{Hostname, Port};
use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Fix, Node, Safety};

use super::split::{self, Member};
use crate::scalar::Scalar;

/// Where a host is named in a text, and what is around it.
#[derive(Debug, Default, Eq, PartialEq)]
pub(super) struct Parts<'t> {
    pub(super) scheme: Option<&'t str>,
    pub(super) host: &'t str,
    pub(super) port: Option<&'t str>,
    /// A prefix length, such as `24` of `10.0.0.0/24`.
    prefix: Option<&'t str>,
    pub(super) zone: Option<&'t str>,
    /// Whether there is a path, a query, a fragment or a user.
    pub(super) has_rest: bool,
    has_brackets: bool,
}

impl<'t> Parts<'t> {
    fn of(text: &'t str) -> Parts<'t> {
        let mut parts = Parts::default();
        let mut rest = text.trim();
        if let Some((scheme, after)) = rest.split_once("://") {
            parts.scheme = Some(scheme);
            rest = after;
        }
        if let Some((before, after)) = rest.split_once(['/', '?', '#']) {
            let is_slash = after.is_empty() && rest.ends_with('/');
            let is_prefix =
                parts.scheme.is_none() && !after.is_empty() && after.bytes().all(|byte| byte.is_ascii_digit());
            if is_prefix {
                parts.prefix = Some(after);
            }
            parts.has_rest = !is_prefix && !is_slash;
            rest = before;
        }
        if let Some((_, after)) = rest.rsplit_once('@') {
            parts.has_rest = true;
            rest = after;
        }
        if let Some((inside, after)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            parts.has_brackets = true;
            parts.port = after.strip_prefix(':');
            rest = inside;
        } else if let Some((host, port)) = rest.split_once(':').filter(|(_, port)| !port.contains(':')) {
            parts.port = Some(port);
            rest = host;
        }
        if let Some((host, zone)) = rest.split_once('%').filter(|(host, _)| host.parse::<IpAddr>().is_ok()) {
            parts.zone = Some(zone);
            rest = host;
        }
        parts.host = rest;
        parts
    }

    /// The member that takes the host.
    fn member(&self) -> Option<&'static str> {
        if self.host.parse::<Ipv4Addr>().is_ok() {
            Some("ipv4")
        } else if self.host.parse::<Ipv6Addr>().is_ok() {
            Some("ipv6")
        } else if self.host.parse::<Hostname>().is_ok() {
            Some("hostname")
        } else {
            None
        }
    }

    /// What is to be done about a prefix that names more than one address.
    fn range(&self, noun: &str, member: &str) -> Option<String> {
        let prefix = self.prefix.filter(|prefix| !matches!((member, *prefix), ("ipv4", "32") | ("ipv6", "128")))?;
        let prefix = shorten(prefix);
        Some(format!("{noun} is one address and not a range: write the address without `/{prefix}`"))
    }

    /// Whether what is around the host is the address alone in other words: spaces, brackets, a slash, or all bits of a prefix.
    pub(super) fn is_only_host(&self, member: &str) -> bool {
        let whole = match (self.prefix, member) {
            (None, _) | (Some("32"), "ipv4") | (Some("128"), "ipv6") => true,
            (Some(_), _) => false,
        };
        whole && self.scheme.is_none() && self.port.is_none() && self.zone.is_none() && !self.has_rest
    }
}

/// What could be written instead of a text that is no such host, in words and as edits.
pub(super) fn suggest(scalar: Scalar, text: &str, node: Node<'_>) -> Option<(String, Option<Fix>)> {
    let parts = Parts::of(text);
    let member = parts.member()?;
    let host = shorten(parts.host);
    // A word, or what was to be an address, can be a hostname by accident.
    let is_named = is_name(parts.host);
    if scalar == Scalar::Ip {
        let is_address = parts.host.parse::<IpAddr>().is_ok();
        if is_address && let Some(help) = parts.range("a resolver", member) {
            return Some((help, None));
        }
        // Resolvers are asked on port 53 anyway.
        let is_certain = Parts { port: parts.port.filter(|port| *port != "53"), ..parts }.is_only_host(member);
        let safety = if is_certain { Safety::Safe } else { Safety::Unsafe };
        let fix = || edit::replace(node, &New::from(parts.host)).map(|edits| Fix { safety, edits });
        return is_address.then(|| (format!("write \"{host}\""), fix()));
    }
    let wanted = match scalar {
        Scalar::Ipv4 => "ipv4",
        Scalar::Ipv6 => "ipv6",
        _ => "hostname",
    };
    if wanted != "hostname" && member == "hostname" && !is_named {
        return None;
    }
    if member != "hostname"
        && let Some(help) = parts.range("a host", member)
    {
        return Some((help, None));
    }
    let syntax = node.tree().syntax();
    let mut help = format!("write `{}`", edit::member(syntax, member, &New::from(host.as_ref()))?);
    let port = port(&parts, node);
    if let Some(port) = port.and_then(|(name, port)| edit::member(syntax, name, &New::from(i64::from(port.get())))) {
        // Writing into a string cannot fail.
        let _ = write!(help, " and `{port}`");
    }
    if (wanted == "hostname") != (member == "hostname") {
        let (network, other) =
            if member == "hostname" { ("resolver_network", "network") } else { ("network", "resolver_network") };
        let _ = write!(help, ", with `{network}` in place of `{other}`");
    }
    Some((help, split::fix(&parts, Member { wanted, meant: member }, port, node)))
}

/// The member of the service that takes the port, with the port.
fn port(parts: &Parts<'_>, node: Node<'_>) -> Option<(&'static str, Port)> {
    let port = parts.port?.parse().ok()?;
    let service = node.parent().and_then(Node::parent);
    let kind = service.and_then(|service| service.get("type")).and_then(|kind| kind.value.as_str());
    let is = |name: &str| parts.scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case(name));
    let name = match kind {
        Some("tcp") => "tcp_port",
        _ if is("https") => "https_port",
        _ if is("http") || parts.scheme.is_none() => "http_port",
        // The port of a database is none of an HTTP service.
        _ => return None,
    };
    Some((name, port))
}

/// Whether a hostname was certainly meant as one: it has several labels, and the last one begins with a letter.
fn is_name(host: &str) -> bool {
    let labels = host.strip_suffix('.').unwrap_or(host).rsplit_once('.');
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    labels.is_some_and(|(_, last)| last.starts_with(|first: char| first.is_ascii_alphabetic()))
        && host.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Safety, Source, parse};

    use super::suggest;
    use crate::scalar::Scalar;

    #[test]
    fn names_the_right_member() {
        for (scalar, text, help, certain) in [
            (Scalar::Ipv4, "10.0.0.1:8080", Some(r#"write `"ipv4": "10.0.0.1"` and `"http_port": 8080`"#), false),
            (Scalar::Ipv4, "10.0.0.1 ", Some(r#"write `"ipv4": "10.0.0.1"`"#), true),
            (Scalar::Ipv4, "10.0.0.1/32", Some(r#"write `"ipv4": "10.0.0.1"`"#), true),
            (
                Scalar::Ipv4,
                "10.0.0.0/8",
                Some("a host is one address and not a range: write the address without `/8`"),
                false,
            ),
            (Scalar::Ipv4, "::1", Some(r#"write `"ipv6": "::1"`"#), false),
            (Scalar::Ipv4, "localhost", None, false),
            (
                Scalar::Ipv4,
                "db.example.com",
                Some(r#"write `"hostname": "db.example.com"`, with `resolver_network` in place of `network`"#),
                false,
            ),
            (Scalar::Ipv4, "10.0.0.01", None, false),
            (Scalar::Ipv4, "10.0.0.-1", None, false),
            (Scalar::Ipv4, "0x0a.0.0.1", None, false),
            (Scalar::Ipv4, "10.0.0.1-10.0.0.5", None, false),
            (Scalar::Ipv4, "１０.0.0.1", None, false),
            (Scalar::Ipv4, "", None, false),
            (Scalar::Ipv6, "[::1]", Some(r#"write `"ipv6": "::1"`"#), true),
            (Scalar::Ipv6, "[::1]:80", Some(r#"write `"ipv6": "::1"` and `"http_port": 80`"#), false),
            (Scalar::Ipv6, "fe80::1%eth0", Some(r#"write `"ipv6": "fe80::1"`"#), false),
            (Scalar::Ipv6, "10.0.0.1", Some(r#"write `"ipv4": "10.0.0.1"`"#), false),
            (Scalar::Ipv6, "1:2:3", None, false),
            (
                Scalar::Hostname,
                "https://example.com:8443/path",
                Some(r#"write `"hostname": "example.com"` and `"https_port": 8443`"#),
                false,
            ),
            (Scalar::Hostname, "example.com:0", Some(r#"write `"hostname": "example.com"`"#), false),
            (
                Scalar::Hostname,
                "postgres://db.example.com:5432/app",
                Some(r#"write `"hostname": "db.example.com"`"#),
                false,
            ),
            (Scalar::Hostname, "example%2ecom", None, false),
            (Scalar::Hostname, "example.com ", Some(r#"write `"hostname": "example.com"`"#), true),
            (
                Scalar::Hostname,
                "10.0.0.1",
                Some(r#"write `"ipv4": "10.0.0.1"`, with `network` in place of `resolver_network`"#),
                false,
            ),
            (Scalar::Hostname, "*.example.com", None, false),
            (Scalar::Ip, "10.0.0.53:53", Some(r#"write "10.0.0.53""#), true),
            (Scalar::Ip, "10.0.0.53:5353", Some(r#"write "10.0.0.53""#), false),
            (Scalar::Ip, " 10.0.0.53", Some(r#"write "10.0.0.53""#), true),
            (
                Scalar::Ip,
                "10.0.0.0/24",
                Some("a resolver is one address and not a range: write the address without `/24`"),
                false,
            ),
            (Scalar::Ip, "dns.example.com", None, false),
        ] {
            let source = Source::json("host", b"1".as_slice());
            let tree = parse(&source).into_tree().expect("the text is valid JSON");
            let found = suggest(scalar, text, tree.root());
            assert_eq!(found.as_ref().map(|found| found.0.as_str()), help, "{text:?}");
            let is_safe = found.and_then(|found| found.1).is_some_and(|fix| fix.safety == Safety::Safe);
            assert_eq!(is_safe, certain, "{text:?}");
        }
    }
}
