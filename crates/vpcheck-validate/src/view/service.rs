//! The service in a request.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use vpcheck_scalars::address::Parse;
use vpcheck_scalars::{Hostname, ServiceName, TunnelId};
use vpcheck_syntax::Node;

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

impl<'t> ServiceView<'t> {
    /// Looks at a document.
    pub(crate) fn new(root: Node<'t>) -> ServiceView<'t> {
        ServiceView::read(root, false)
    }

    /// Looks at a document that the schema takes, so that texts need not be read again to see that they are well-formed.
    pub(crate) fn of_valid(root: Node<'t>) -> ServiceView<'t> {
        ServiceView::read(root, true)
    }

    fn read(root: Node<'t>, is_valid: bool) -> ServiceView<'t> {
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
            name: Slot::of(root, name, |node| {
                node.as_str().filter(|text| is_valid || text.parse::<ServiceName>().is_ok())
            }),
            host: Slot::of(root, host, |node| object(node).map(|host| HostView::read(host, is_valid))),
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
    fn read(host: Node<'t>, is_valid: bool) -> HostView<'t> {
        let [ipv4, ipv6, hostname, network, resolver_network] =
            host.get_each(["ipv4", "ipv6", "hostname", "network", "resolver_network"]);
        HostView {
            ipv4: Slot::of(host, ipv4, |node| node.as_str().and_then(Parse::of_text)),
            ipv6: Slot::of(host, ipv6, |node| node.as_str().and_then(Parse::of_text)),
            hostname: Slot::of(host, hostname, |node| {
                let text = node.as_str().filter(|text| is_valid || text.parse::<Hostname>().is_ok())?;
                Some(HostnameView { node, text })
            }),
            network: Slot::of(host, network, |node| {
                object(node).map(|node| NetworkView::read(node, Slot::Absent, is_valid))
            }),
            resolver_network: Slot::of(host, resolver_network, |node| {
                object(node).map(|node| NetworkView::read(node, Slot::read(node, "resolver_ips", array), is_valid))
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
    fn read(network: Node<'t>, resolver_ips: Slot<'t, Node<'t>>, is_valid: bool) -> NetworkView<'t> {
        let tunnel_id = |node: Node<'t>| node.as_str().filter(|text| is_valid || text.parse::<TunnelId>().is_ok());
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
