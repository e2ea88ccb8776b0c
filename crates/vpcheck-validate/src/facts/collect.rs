//! Collects the facts of a text.

use std::net::IpAddr;

use vpcheck_syntax::{Diagnostic, Kind, LineIndex, Node, limits};

use super::{Account, At, Bound, Facts, Host, Origin, Service, Tunnel, within};
use crate::Operation;
use crate::recognise::Part;
use crate::view::{BindingView, HostView, List, NetworkView, ResponseView, ServiceView, Slot, Variant, WranglerView};

/// Collects the facts of a text.
#[derive(Debug)]
pub(crate) struct Collector {
    facts: Facts,
    wants_bound: bool,
    /// How many bytes the pointers have together.
    pointer_bytes: usize,
}

impl Collector {
    /// Collects the bindings to services only where somebody wants to know.
    pub(crate) fn new(wants_bound: bool) -> Collector {
        Collector { facts: Facts::default(), wants_bound, pointer_bytes: 0 }
    }

    /// Adds what a part says.
    pub(crate) fn add(&mut self, part: &Part<'_>) {
        match part.operation {
            Operation::Request | Operation::Resource => self.service(part.node, part.operation),
            Operation::Response | Operation::ResponseTo(_) => {
                for service in ResponseView::new(part.node).services() {
                    self.known(service.service_id.get().map(|id| id.value));
                }
            }
            Operation::Wrangler if self.wants_bound => {
                for environment in WranglerView::new(part.node).environments() {
                    environment.items(List::Services).for_each(|binding| self.bound(&binding));
                }
            }
            Operation::Upload if self.wants_bound => self.bound(&BindingView::uploaded(part.node)),
            Operation::Wrangler | Operation::Upload => {}
        }
    }

    /// The facts that were collected since they were taken last.
    pub(crate) fn take(&mut self) -> Facts {
        std::mem::take(&mut self.facts)
    }

    /// The facts, after what contradicts itself was reported. Positions are found in the text where it is given.
    pub(crate) fn finish(mut self, text: Option<&[u8]>, diagnostics: &mut Vec<Diagnostic>) -> Facts {
        within::report(&self.facts, diagnostics);
        let Some(text) = text.filter(|_| !self.facts.services.is_empty() || !self.facts.bound.is_empty()) else {
            return self.facts;
        };
        let lines = LineIndex::new(text);
        let place = |at: &mut At| at.position = lines.position(text, at.span.start);
        for service in &mut self.facts.services {
            place(&mut service.at);
            service.name.iter_mut().for_each(|(_, at)| place(at));
            service.origin.iter_mut().flat_map(|origin| &mut origin.hosts).for_each(|(_, _, at)| place(at));
        }
        self.facts.bound.iter_mut().for_each(|bound| place(&mut bound.at));
        self.facts
    }

    fn service(&mut self, node: Node<'_>, operation: Operation) {
        if node.kind() != Kind::Object {
            return;
        }
        let view = ServiceView::new(node);
        self.known(Slot::read(node, "service_id", Node::as_str).get().map(|id| id.value));
        let Some(pointer) = self.pointer(node) else { return };
        self.facts.services.push(Service {
            account: if operation == Operation::Resource { account(node) } else { Account::OfFile },
            pointer,
            at: At::new(node.span()),
            name: view.name.get().map(|name| (name.value.into(), At::new(name.node.span()))),
            origin: origin(&view),
        });
    }

    fn known(&mut self, id: Option<&str>) {
        self.facts.known.extend(id.map(|id| id.to_ascii_lowercase().into_boxed_str()));
    }

    fn bound(&mut self, binding: &BindingView<'_>) {
        let Slot::Present(id) = binding.service_id else { return };
        let Some(pointer) = self.pointer(id.node) else { return };
        let service_id = id.value.to_ascii_lowercase().into_boxed_str();
        self.facts.bound.push(Bound { service_id, pointer, at: At::new(id.node.span()) });
    }

    /// Each pointer repeats the names on its way, so that many facts under a long name would take without bounds.
    fn pointer(&mut self, node: Node<'_>) -> Option<Box<str>> {
        if self.pointer_bytes > limits::POINTER_BYTES {
            return None;
        }
        let pointer = node.pointer().into_boxed_str();
        self.pointer_bytes += pointer.len();
        Some(pointer)
    }
}

fn account(resource: Node<'_>) -> Account {
    let Some(node) = resource.get("account_id").map(|member| member.value) else { return Account::OfFile };
    match node.kind() {
        Kind::Null => Account::OfFile,
        Kind::String => Account::Id(node.as_str().unwrap_or_default().into()),
        Kind::Unknown => expression(node).map_or(Account::Unknown, Account::Expression),
        _ => Account::Unknown,
    }
}

/// The text of an expression that has the same value wherever it stands in a file.
fn expression(node: Node<'_>) -> Option<Box<str>> {
    let text = node.text().trim();
    let varies = ["each.", "count.", "self."].iter().any(|start| text.contains(start)) || text.contains('(');
    (!text.is_empty() && !varies && node.tree().syntax().is_terraform()).then(|| text.into())
}

fn origin(service: &ServiceView<'_>) -> Option<Origin> {
    let host = service.host.get()?.value;
    let ports = ports(service)?;
    let network = host.networks().next()?;
    let hosts = hosts(&host, &network)?;
    Some(Origin { tunnel: tunnel(&host, &network)?, hosts, ports })
}

fn tunnel(host: &HostView<'_>, network: &NetworkView<'_>) -> Option<Tunnel> {
    if let Slot::Present(id) = network.tunnel_id {
        return Some(Tunnel::Id(id.value.to_ascii_lowercase().into_boxed_str()));
    }
    let networks = [host.network, host.resolver_network].into_iter().filter_map(Slot::get);
    let id = networks.filter_map(|placed| placed.node.get("tunnel_id")).map(|member| member.value).next()?;
    (id.kind() == Kind::Unknown).then(|| expression(id)).flatten().map(Tunnel::Expression)
}

fn hosts(host: &HostView<'_>, network: &NetworkView<'_>) -> Option<Vec<(Host, &'static str, At)>> {
    let mut hosts = Vec::new();
    if let Slot::Present(ipv4) = host.ipv4 {
        hosts.push((Host::Address(IpAddr::V4(ipv4.value)), "ipv4", At::new(ipv4.node.span())));
    }
    if let Slot::Present(ipv6) = host.ipv6 {
        hosts.push((Host::Address(IpAddr::V6(ipv6.value)), "ipv6", At::new(ipv6.node.span())));
    }
    if let Slot::Present(hostname) = host.hostname {
        let listed = network.resolver_ips.get().map_or(0, |list| list.value.elements().len());
        let mut resolvers: Vec<IpAddr> = network.resolvers().map(|resolver| resolver.value).collect();
        // With a resolver that is not known, nobody can tell.
        if resolvers.len() < listed || matches!(network.resolver_ips, Slot::Malformed) {
            return None;
        }
        resolvers.sort_unstable();
        resolvers.dedup();
        let text = hostname.value.text;
        let name = text.strip_suffix('.').unwrap_or(text).to_ascii_lowercase().into_boxed_str();
        hosts.push((Host::Name(name, resolvers), "hostname", At::new(hostname.node.span())));
    }
    Some(hosts)
}

/// The ports that a service uses, as far as that is certain.
fn ports(service: &ServiceView<'_>) -> Option<[u16; 2]> {
    match &service.variant {
        Variant::Http(http) => match (http.http_port, http.https_port) {
            // One port alone switches the other scheme off.
            (Slot::Absent, Slot::Absent) => Some([80, 443]),
            (Slot::Malformed, _) | (_, Slot::Malformed) => None,
            (http, https) => Some([http, https].map(|port| port.get().map_or(0, |port| port.value))),
        },
        Variant::Tcp(tcp) => tcp.tcp_port.get().map(|port| [port.value, 0]),
        Variant::Unknown => None,
    }
}
