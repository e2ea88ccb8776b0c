//! The service in a request.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use core::str::FromStr;

use vpcheck_scalars::address::Parse;
use vpcheck_scalars::{Hostname, ServiceName, TunnelId};
use vpcheck_syntax::{Diagnostic, Node};

use super::{HostnameView, Placed, Slot, address, array, object};

/// The service in a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServiceView<'t> {
    /// What it is called.
    pub(crate) name: Slot<'t, &'t str>,
    /// Where the origin is.
    pub(crate) host: Slot<'t, HostView<'t>>,
    /// How the connection to the origin is secured.
    pub(crate) tls_settings: Slot<'t, TlsView<'t>>,
    /// What is special to its type.
    pub(crate) variant: Variant<'t>,
}

/// What is special to a type of service.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Variant<'t> {
    /// It is an HTTP service.
    Http(HttpView<'t>),
    /// It is a TCP service.
    Tcp(TcpView<'t>),
    /// The type is absent or malformed, so that its members cannot be judged.
    Unknown,
}

/// What is special to an HTTP service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HttpView<'t> {
    /// Port for HTTP.
    pub(crate) http_port: Slot<'t, u16>,
    /// Port for HTTPS.
    pub(crate) https_port: Slot<'t, u16>,
    /// How the connection to the origin is secured.
    pub(crate) tls_settings: Slot<'t, TlsView<'t>>,
}

/// What is special to a TCP service.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TcpView<'t> {
    /// Port of the origin.
    pub(crate) tcp_port: Slot<'t, u16>,
    /// What is spoken over the connection.
    pub(crate) app_protocol: Slot<'t, AppProtocol>,
}

/// What is spoken over a TCP connection.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum AppProtocol {
    /// `postgresql`.
    Postgresql,
    /// `mysql`.
    Mysql,
}

impl AppProtocol {
    /// The protocol that a value names.
    pub(crate) fn of(node: Node<'_>) -> Option<AppProtocol> {
        match node.as_str()? {
            "postgresql" => Some(AppProtocol::Postgresql),
            "mysql" => Some(AppProtocol::Mysql),
            _ => None,
        }
    }

    /// What the API calls it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            AppProtocol::Postgresql => "postgresql",
            AppProtocol::Mysql => "mysql",
        }
    }

    /// The port that servers of it are usually on.
    pub(crate) fn usual_port(self) -> u16 {
        match self {
            AppProtocol::Postgresql => 5432,
            AppProtocol::Mysql => 3306,
        }
    }
}

/// TLS settings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TlsView<'t> {
    /// How the certificate of the origin is verified.
    pub(crate) cert_verification_mode: Slot<'t, VerificationMode>,
}

/// How the certificate of the origin is verified.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum VerificationMode {
    /// `verify_full`.
    Full,
    /// `verify_ca`.
    Authority,
    /// `disabled`.
    Disabled,
}

/// Where the origin is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct HostView<'t> {
    /// The IPv4 address.
    pub(crate) ipv4: Slot<'t, Ipv4Addr>,
    /// The IPv6 address.
    pub(crate) ipv6: Slot<'t, Ipv6Addr>,
    /// The hostname.
    pub(crate) hostname: Slot<'t, HostnameView<'t>>,
    /// The network that leads to an address.
    pub(crate) network: Slot<'t, NetworkView<'t>>,
    /// The network that leads to a hostname.
    pub(crate) resolver_network: Slot<'t, NetworkView<'t>>,
}

/// The network, or the resolver network, that leads to the origin.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NetworkView<'t> {
    /// The id of the tunnel as it is written.
    pub(crate) tunnel_id: Slot<'t, &'t str>,
    /// The array of resolvers, in a resolver network.
    pub(crate) resolver_ips: Slot<'t, Node<'t>>,
}

/// What says whether a text is well-formed.
#[derive(Clone, Copy)]
enum Judge<'d> {
    /// Reading it.
    Reading,
    /// What the schema found in the document. A text that it says nothing about, nor about what that is in, need not be read again.
    Found(&'d [Diagnostic]),
}

impl Judge<'_> {
    fn takes<T: FromStr>(self, node: Node<'_>, text: &str) -> bool {
        let span = node.span();
        let is_around = |found: &Diagnostic| found.span.start <= span.start && span.end <= found.span.end;
        let is_known = matches!(self, Judge::Found(found) if !found.iter().any(is_around));
        is_known || text.parse::<T>().is_ok()
    }
}

impl<'t> ServiceView<'t> {
    /// Looks at a document.
    pub(crate) fn new(root: Node<'t>) -> ServiceView<'t> {
        ServiceView::read(root, Judge::Reading)
    }

    /// Looks at a document that the schema has judged, with what was found.
    pub(crate) fn of_judged(root: Node<'t>, found: &[Diagnostic]) -> ServiceView<'t> {
        ServiceView::read(root, Judge::Found(found))
    }

    fn read(root: Node<'t>, judge: Judge<'_>) -> ServiceView<'t> {
        let [name, host, tls_settings, kind, http, https, tcp, app_protocol] = root.get_each([
            "name",
            "host",
            "tls_settings",
            "type",
            "http_port",
            "https_port",
            "tcp_port",
            "app_protocol",
        ]);
        let tls_settings = Slot::of(root, tls_settings, |node| object(node).map(TlsView::new));
        ServiceView {
            name: Slot::of(root, name, |node| node.as_str().filter(|text| judge.takes::<ServiceName>(node, text))),
            host: Slot::of(root, host, |node| object(node).map(|host| HostView::read(host, judge))),
            tls_settings,
            variant: match kind.and_then(Node::as_str) {
                Some("http") => Variant::Http(HttpView {
                    http_port: Slot::of(root, http, port),
                    https_port: Slot::of(root, https, port),
                    tls_settings,
                }),
                Some("tcp") => Variant::Tcp(TcpView {
                    tcp_port: Slot::of(root, tcp, port),
                    app_protocol: Slot::of(root, app_protocol, AppProtocol::of),
                }),
                _ => Variant::Unknown,
            },
        }
    }
}

impl<'t> TlsView<'t> {
    fn new(settings: Node<'t>) -> TlsView<'t> {
        TlsView { cert_verification_mode: Slot::read(settings, "cert_verification_mode", verification_mode) }
    }
}

impl<'t> HostView<'t> {
    fn read(host: Node<'t>, judge: Judge<'_>) -> HostView<'t> {
        let [ipv4, ipv6, hostname, network, resolver_network] =
            host.get_each(["ipv4", "ipv6", "hostname", "network", "resolver_network"]);
        HostView {
            ipv4: Slot::of(host, ipv4, |node| node.as_str().and_then(Parse::of_text)),
            ipv6: Slot::of(host, ipv6, |node| node.as_str().and_then(Parse::of_text)),
            hostname: Slot::of(host, hostname, |node| {
                let text = node.as_str().filter(|text| judge.takes::<Hostname>(node, text))?;
                Some(HostnameView { node, text })
            }),
            network: Slot::of(host, network, |node| {
                object(node).map(|node| NetworkView::read(node, Slot::Absent, judge))
            }),
            resolver_network: Slot::of(host, resolver_network, |node| {
                object(node).map(|node| NetworkView::read(node, Slot::read(node, "resolver_ips", array), judge))
            }),
        }
    }

    /// The addresses of the host, and those of its resolvers.
    pub(crate) fn addresses(&self) -> impl Iterator<Item = Placed<'t, IpAddr>> {
        let ipv4 = self.ipv4.get().map(|placed| placed.map(IpAddr::V4));
        let ipv6 = self.ipv6.get().map(|placed| placed.map(IpAddr::V6));
        let resolvers = self.resolver_network.get().into_iter().flat_map(|network| network.value.resolvers());
        ipv4.into_iter().chain(ipv6).chain(resolvers)
    }

    /// The networks that are there: one, where the host is well-formed.
    pub(crate) fn networks(&self) -> impl Iterator<Item = NetworkView<'t>> {
        [self.network, self.resolver_network].into_iter().filter_map(Slot::get).map(|placed| placed.value)
    }
}

impl<'t> NetworkView<'t> {
    fn read(network: Node<'t>, resolver_ips: Slot<'t, Node<'t>>, judge: Judge<'_>) -> NetworkView<'t> {
        let tunnel_id = |node: Node<'t>| node.as_str().filter(|text| judge.takes::<TunnelId>(node, text));
        NetworkView { tunnel_id: Slot::read(network, "tunnel_id", tunnel_id), resolver_ips }
    }

    /// The resolvers that are well-formed, in the order of the text.
    pub(crate) fn resolvers(&self) -> impl Iterator<Item = Placed<'t, IpAddr>> + use<'t> {
        let items = self.resolver_ips.get().into_iter().flat_map(|list| list.value.elements());
        items.filter_map(|node| address(node).map(|value| Placed { node, value }))
    }
}

fn port(node: Node<'_>) -> Option<u16> {
    let number = node.as_number()?;
    // `80.0` is a whole number, but the API does not read it: it is reported as such.
    if !number.is_written_as_integer() {
        return None;
    }
    number.as_i64().and_then(|number| u16::try_from(number).ok()).filter(|&port| port > 0)
}

fn verification_mode(node: Node<'_>) -> Option<VerificationMode> {
    match node.as_str()? {
        "verify_full" => Some(VerificationMode::Full),
        "verify_ca" => Some(VerificationMode::Authority),
        "disabled" => Some(VerificationMode::Disabled),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::parse_json;
    use vpcheck_tests::{Random, mutate, request};

    use super::ServiceView;
    use crate::generated::service::SERVICE_REQUEST;
    use crate::schema::{Extent, check};

    #[test]
    fn what_was_found_tells_which_texts_are_well_formed() {
        let mut random = Random::new(0x5EED_0011);
        for _ in 0..5_000 {
            let valid = request(&mut random);
            // Of two mistakes, one may hide the other.
            let once = mutate(&mut random, &valid);
            let text = once.value.as_ref().map_or(once.text.clone(), |value| mutate(&mut random, value).text);
            let (Some(tree), mut found) = parse_json(text.as_bytes()) else { continue };
            assert_eq!(check(&SERVICE_REQUEST, tree.root(), &mut found), Extent::Whole);
            let [judged, read] = [ServiceView::of_judged(tree.root(), &found), ServiceView::new(tree.root())];
            assert_eq!(format!("{judged:?}"), format!("{read:?}"), "{text}");
        }
    }
}
