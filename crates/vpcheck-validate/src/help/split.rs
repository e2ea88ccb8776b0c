//! Edits that put the parts of a URL, or of a host with a port, into the members that take them.

use vpcheck_scalars::Port;
use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::{Edit, Fix, Kind, Node, Safety};

use super::address::Parts;

/// The members of a host that have an address or a name.
const NAMES: [&str; 3] = ["ipv4", "ipv6", "hostname"];

/// The member that a text stands in, and the one that takes it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) wanted: &'static str,
    pub(super) meant: &'static str,
}

/// The edits, where they are all that has to be done.
pub(super) fn fix(
    parts: &Parts<'_>,
    member: Member,
    port: Option<(&'static str, Port)>,
    node: Node<'_>,
) -> Option<Fix> {
    let mut changes = vec![edit::replace(node, &New::from(parts.host))];
    let mut safety = if parts.zone.is_some() || parts.has_rest { Safety::Unsafe } else { Safety::Safe };
    if parts.port.is_some() {
        let (name, port) = port?;
        changes.push(with_port(node, name, port));
    }
    if !is_certain(parts, port.map(|(name, _)| name)) {
        safety = Safety::Unsafe;
    }
    if member.meant != member.wanted {
        changes.extend(renamed(member, node)?);
        // What was to be an address may have been another one than that of the name.
        if member.meant == "hostname" {
            safety = Safety::Unsafe;
        }
    }
    edit::all(changes).map(|edits| Fix { safety, edits })
}

/// Whether scheme and port say for certain which member takes the port.
fn is_certain(parts: &Parts<'_>, name: Option<&str>) -> bool {
    let is = |schemes: &[&str]| {
        parts.scheme.is_none_or(|scheme| schemes.iter().any(|name| scheme.eq_ignore_ascii_case(name)))
    };
    match name {
        Some("tcp_port") => is(&["tcp", "postgres", "postgresql", "mysql"]),
        // Without a scheme, an HTTP service has two ports that may be meant.
        Some(_) => parts.scheme.is_some(),
        // A scheme says something about the ports, which is lost without one.
        None => parts.scheme.is_none() && parts.port.is_none(),
    }
}

/// The port in its member of the service; nothing where something else is there, or where more would be wrong then.
fn with_port(node: Node<'_>, name: &'static str, port: Port) -> Option<Vec<Edit>> {
    let host = node.parent()?;
    let service = host.parent()?;
    let kind = service.get("type")?.value;
    let new = New::from(i64::from(port.get()));
    if let Some(member) = service.get(name) {
        return match member.value.kind() {
            Kind::Null => edit::replace(member.value, &new),
            _ if New::of(member.value) == Some(new) => Some(Vec::new()),
            _ => None,
        };
    }
    let is_there = |name: &str| service.get(name).is_some_and(|member| member.value.kind() != Kind::Null);
    // One port given means that the other scheme is off.
    if name == "http_port" && is_there("tls_settings") && !is_there("https_port") {
        return None;
    }
    let other = if name == "http_port" { "https_port" } else { "http_port" };
    if service.get(other).is_some_and(|other| New::of(other.value) == Some(new.clone())) {
        return None;
    }
    let beside = |node| edit::insert_after(node, name, &new);
    beside(kind).or_else(|| beside(host))
}

/// The right names for the value and for the network that goes with it.
fn renamed(member: Member, node: Node<'_>) -> Option<Vec<Option<Vec<Edit>>>> {
    let host = node.parent()?;
    let is_there = |name: &str| host.get(name).is_some_and(|member| member.value.kind() != Kind::Null);
    if host.get(member.meant).is_some() {
        return None;
    }
    let mut changes = vec![edit::rename(node, member.meant)];
    let is_named = member.meant == "hostname";
    if is_named == (member.wanted == "hostname") {
        return Some(changes);
    }
    if NAMES.iter().any(|name| *name != member.wanted && is_there(name)) {
        return None;
    }
    let (right, wrong) = if is_named { ("resolver_network", "network") } else { ("network", "resolver_network") };
    if is_there(wrong) {
        let network = host.get(wrong)?.value;
        let has_resolvers = network.get("resolver_ips").is_some_and(|ips| ips.value.kind() != Kind::Null);
        // Nothing is resolved for an address.
        if host.get(right).is_some() || (!is_named && has_resolvers) {
            return None;
        }
        changes.push(edit::rename(network, right));
    }
    Some(changes)
}
