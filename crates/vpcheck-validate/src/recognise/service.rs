//! What a service and an answer with services look like.

use vpcheck_syntax::{Kind, Node};

use super::Why;

/// How many elements of an array or object are looked at: the others are what these are.
pub(super) const LOOKED_AT: usize = 16;

/// What speaks for a service.
#[derive(Clone, Copy, Debug, Default)]
struct Marks {
    /// `name`, which nearly everything has.
    name: bool,
    /// A `type` that is one of ours.
    service_type: bool,
    host: Host,
    /// The last of the members that only services have.
    own: Option<&'static str>,
}

/// How much like ours a `host` is.
#[derive(Clone, Copy, Debug, Default, Eq, Ord, PartialEq, PartialOrd)]
enum Host {
    /// It is not there, or a string, as everybody has it.
    #[default]
    None,
    /// It is anything else.
    Possible,
    /// It has one of the members of ours.
    Known,
    /// It leads through a tunnel.
    Tunnel,
}

/// Why an object is a service: two things that speak for it.
pub(super) fn why(node: Node<'_>) -> Option<Why> {
    if node.kind() != Kind::Object {
        return None;
    }
    let Marks { name, service_type, host, own } = marks(node);
    let pair = match own {
        _ if service_type && (host >= Host::Known || (host == Host::Possible && name)) => ["type", "host"],
        _ if host == Host::Tunnel => ["host", "host"],
        // Inside of other things, probes and listeners have a type and a port as well.
        Some(own) if service_type && (name || host > Host::None || node.parent().is_none()) => ["type", own],
        Some(own) if host == Host::Known => ["host", own],
        _ => return None,
    };
    Some(Why::Service(pair))
}

/// Whether an object among services looks like one that has a mistake in it.
pub(super) fn is_hinted(node: Node<'_>) -> bool {
    let marks = marks(node);
    node.kind() == Kind::Object && (marks.service_type || marks.host > Host::None || marks.own.is_some())
}

fn marks(node: Node<'_>) -> Marks {
    let mut marks = Marks::default();
    for member in node.members() {
        let value = member.value;
        match member.name {
            "name" => marks.name = true,
            "type" => marks.service_type |= value.as_str().is_some_and(is_service_type),
            "host" => marks.host = marks.host.max(of_host(value)),
            "http_port" => marks.own = Some("http_port"),
            "https_port" => marks.own = Some("https_port"),
            "tcp_port" => marks.own = Some("tcp_port"),
            "app_protocol" => marks.own = Some("app_protocol"),
            "tls_settings" if value.get("cert_verification_mode").is_some() => marks.own = Some("tls_settings"),
            "resolver_network" => marks.own = Some("resolver_network"),
            "network" if value.get("tunnel_id").is_some() => marks.own = Some("network"),
            _ => {}
        }
    }
    marks
}

fn of_host(host: Node<'_>) -> Host {
    if host.kind() == Kind::String {
        return Host::None;
    }
    let (mut has_address, mut has_network) = (false, false);
    for member in host.members() {
        match member.name {
            "ipv4" | "ipv6" | "hostname" => has_address = true,
            "network" if member.value.get("tunnel_id").is_some() => return Host::Tunnel,
            "network" => has_network = true,
            "resolver_network" => return Host::Tunnel,
            _ => {}
        }
    }
    match (has_address, has_network) {
        (true, true) => Host::Tunnel,
        (false, false) => Host::Possible,
        _ => Host::Known,
    }
}

fn is_service_type(text: &str) -> bool {
    ["http", "https", "tcp"].iter().any(|known| known.eq_ignore_ascii_case(text.trim()))
}

/// Why an object is an answer of the API: there are services in it.
pub(super) fn why_envelope(node: Node<'_>) -> Option<Why> {
    let result = node.get("result")?.value;
    let is_answered = match result.kind() {
        Kind::Array => {
            let looked_at = || result.elements().take(LOOKED_AT);
            looked_at().filter(|service| why(*service).is_some()).count() * 2 > looked_at().count()
        }
        Kind::Object => why(result).is_some(),
        _ => false,
    };
    let has = |names: &[&str]| names.iter().any(|name| node.get(name).is_some());
    (is_answered && has(&["success", "errors", "messages"])).then_some(Why::Envelope)
}

/// Why an object is an answer of the API in which there is nothing: envelopes are everybody's at that company, and this one is
/// judged like any other.
pub(super) fn why_empty_envelope(node: Node<'_>) -> Option<Why> {
    let is_empty = node.get("result").is_none_or(|member| match member.value.kind() {
        Kind::Array => member.value.elements().len() == 0,
        kind => kind == Kind::Null,
    });
    let is_envelope = ["success", "errors", "messages"].iter().all(|name| node.get(name).is_some());
    (is_empty && is_envelope).then_some(Why::EmptyEnvelope)
}
