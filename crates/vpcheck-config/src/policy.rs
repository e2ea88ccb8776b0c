//! What an organisation allows in a service.

mod ranges;
mod schema;

use std::net::IpAddr;

use vpcheck_scalars::{Port, TunnelId};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Kind, Node, Severity, Source, limits};
use vpcheck_validate::{Overlay, Report};

use self::ranges::AllowedRanges;
use self::schema::ServiceSchema;
use crate::read::listed;
use crate::rule_ids::{POLICY_ADDRESS, POLICY_NAME, POLICY_PORT, POLICY_SCHEMA, POLICY_TLS_MODE, POLICY_TUNNEL};
use crate::tables::{PolicyTable, PortsByMember};
use crate::value::{Pattern, Ports, TlsMode, Tunnels};

/// How many of the allowed values help shows.
const SHOWN: usize = 8;

/// What an organisation allows in a service.
///
/// What is malformed, not known or not complete is passed over: it is reported already, or cannot be judged.
#[derive(Clone, Debug, Default)]
pub(crate) struct Policy {
    addresses: AllowedRanges,
    resolvers: AllowedRanges,
    tunnels: Option<Tunnels>,
    names: Option<Pattern>,
    tls_modes: Option<Vec<TlsMode>>,
    ports: PortsByMember,
    schema: Option<ServiceSchema>,
}

impl Policy {
    /// What the table says, without the schema that it names.
    pub(crate) fn new(table: PolicyTable) -> Policy {
        Policy {
            addresses: AllowedRanges::new(&table.addresses),
            resolvers: AllowedRanges::new(&table.resolvers),
            tunnels: table.tunnels.as_ref().cloned(),
            names: table.names.as_ref().cloned(),
            tls_modes: table.tls_modes.as_ref().cloned(),
            ports: table.ports,
            schema: None,
        }
    }

    /// The same with the text of the schema.
    pub(crate) fn with_schema(&self, source: &Source<'_>) -> Result<Policy, Report> {
        Ok(Policy { schema: Some(ServiceSchema::read(source)?), ..self.clone() })
    }

    /// Whether everything is allowed.
    pub(crate) fn is_empty(&self) -> bool {
        const RULES: [&str; 6] =
            [POLICY_ADDRESS, POLICY_NAME, POLICY_PORT, POLICY_SCHEMA, POLICY_TLS_MODE, POLICY_TUNNEL];
        !RULES.iter().any(|rule| self.may_find(rule))
    }

    /// Whether there may be findings of a rule; that is so for all rules that are not of a policy.
    pub(crate) fn may_find(&self, rule: &str) -> bool {
        match rule {
            POLICY_ADDRESS => !self.addresses.is_empty() || !self.resolvers.is_empty(),
            POLICY_NAME => self.names.is_some(),
            POLICY_PORT => [&self.ports.http, &self.ports.https, &self.ports.tcp].iter().any(|ports| ports.is_some()),
            POLICY_SCHEMA => self.schema.is_some(),
            POLICY_TLS_MODE => self.tls_modes.is_some(),
            POLICY_TUNNEL => self.tunnels.is_some(),
            _ => true,
        }
    }

    fn name(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let (Some(pattern), Some(node)) = (&self.names, present(service, "name")) else { return };
        if let Some(name) = node.as_str().filter(|name| !name.is_empty() && !pattern.matches(name)) {
            let message =
                format!("`name` is \"{}\", and a name has to match `{}`", shorten(name), shorten(pattern.text()));
            diagnostics.push(finding(POLICY_NAME, node, message));
        }
    }

    fn ports(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let by_member =
            [("http_port", &self.ports.http), ("https_port", &self.ports.https), ("tcp_port", &self.ports.tcp)];
        for (name, ports) in by_member {
            let (Some(ports), Some(node)) = (ports.as_ref(), present(service, name)) else { continue };
            if let Some(port) = port(node).filter(|port| !ports.contains(*port)) {
                diagnostics.push(refused_port(node, name, port, ports));
            }
        }
    }

    fn tls_mode(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let Some(allowed) = &self.tls_modes else { return };
        let is_allowed = |mode: &str| allowed.iter().any(|allowed| allowed.name() == mode);
        let names: Vec<&str> = allowed.iter().map(|mode| mode.name()).collect();
        let help =
            if names.is_empty() { "no mode is allowed".to_owned() } else { format!("allowed is {}", listed(&names)) };
        let (place, mode) = match mode(service) {
            Mode::Given(node, mode) => (node, mode),
            Mode::Default(node) => (node, TlsMode::DEFAULT),
            Mode::Unjudged => return,
        };
        if is_allowed(mode) {
            return;
        }
        let message = match place.name() {
            Some("cert_verification_mode") => {
                format!("`cert_verification_mode` is `{mode}`, which the policy does not allow")
            }
            _ => format!(
                "without `cert_verification_mode` certificates are verified by `{mode}`, which the policy does not allow"
            ),
        };
        diagnostics.push(finding(POLICY_TLS_MODE, place, message).with_help(help));
    }

    fn host(&self, host: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        for name in ["ipv4", "ipv6"] {
            if let Some(node) = present(host, name) {
                let is_of_family = |address: &IpAddr| address.is_ipv4() == (name == "ipv4");
                if let Some(address) = address(node).filter(is_of_family) {
                    diagnostics.extend(self.addresses.judge(node, address));
                }
            }
        }
        for name in ["network", "resolver_network"] {
            if let Some(network) = present(host, name).and_then(|network| present(network, "tunnel_id")) {
                self.tunnel(network, diagnostics);
            }
        }
        if self.resolvers.is_empty() {
            return;
        }
        let resolvers = present(host, "resolver_network").and_then(|network| present(network, "resolver_ips"));
        for node in resolvers.into_iter().flat_map(Node::elements) {
            if diagnostics.len() > limits::DIAGNOSTICS {
                return;
            }
            diagnostics.extend(address(node).and_then(|address| self.resolvers.judge(node, address)));
        }
    }

    fn tunnel(&self, node: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let Some(tunnels) = &self.tunnels else { return };
        let Some(id) = node.as_str().and_then(|text| text.parse::<TunnelId>().ok()) else { return };
        if !tunnels.contains(id) {
            let message = format!("`tunnel_id` is {id}, which is no tunnel that the policy allows");
            let help = match tunnels.names() {
                [] => "no tunnel is allowed".to_owned(),
                names => format!("allowed are the tunnels {}", shown(names)),
            };
            diagnostics.push(finding(POLICY_TUNNEL, node, message).with_help(help));
        }
    }
}

impl Overlay for Policy {
    fn check(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        if service.kind() != Kind::Object {
            return;
        }
        self.name(service, diagnostics);
        self.ports(service, diagnostics);
        self.tls_mode(service, diagnostics);
        if let Some(host) = present(service, "host") {
            self.host(host, diagnostics);
        }
        if let Some(schema) = &self.schema {
            schema.check(service, diagnostics);
        }
    }

    fn check_network_binding(&self, binding: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        if let Some(tunnel) = present(binding, "tunnel_id").filter(|_| diagnostics.len() <= limits::DIAGNOSTICS) {
            self.tunnel(tunnel, diagnostics);
        }
    }
}

/// The mode by which the certificates of a service are verified.
enum Mode<'t> {
    /// It is said.
    Given(Node<'t>, &'t str),
    /// It is not said, at this value, so that the API takes its default.
    Default(Node<'t>),
    /// There is no TLS, or what is said cannot be read.
    Unjudged,
}

fn mode(service: Node<'_>) -> Mode<'_> {
    let mut place = service;
    if let Some(settings) = member(service, "tls_settings") {
        place = settings;
        if let Some(mode) = member(settings, "cert_verification_mode") {
            return match mode.as_str().filter(|text| mode.is_complete() && TlsMode::is_known(text)) {
                Some(text) => Mode::Given(mode, text),
                None => Mode::Unjudged,
            };
        }
    }
    let is_known = place.kind() == Kind::Object && place.is_complete() && service.is_complete();
    // One port alone switches the other scheme off.
    let has_tls = match member(service, "type").and_then(Node::as_str) {
        Some("tcp") => true,
        Some("http") => member(service, "https_port").is_some() || member(service, "http_port").is_none(),
        _ => false,
    };
    let is_certain = ["http_port", "https_port"]
        .iter()
        .all(|name| member(service, name).is_none_or(|node| node.kind() == Kind::Number));
    if is_known && has_tls && is_certain { Mode::Default(place) } else { Mode::Unjudged }
}

/// A member that is there, and not null, which the API takes for the same.
fn member<'t>(object: Node<'t>, name: &str) -> Option<Node<'t>> {
    object.get(name).map(|member| member.value).filter(|node| node.kind() != Kind::Null)
}

/// A member, where it could be read as it is written.
fn present<'t>(object: Node<'t>, name: &str) -> Option<Node<'t>> {
    object.get(name).map(|member| member.value).filter(|node| node.is_complete() || node.kind() == Kind::Object)
}

/// The address of a value that is one.
fn address(node: Node<'_>) -> Option<IpAddr> {
    node.as_str()?.parse().ok()
}

/// The port of a value that is one as the API reads it.
fn port(node: Node<'_>) -> Option<u16> {
    let number = node.as_number().filter(|number| number.is_written_as_integer())?;
    u64::try_from(number.as_i64()?).ok().and_then(|number| Port::try_from(number).ok()).map(Port::get)
}

fn refused_port(node: Node<'_>, name: &str, port: u16, ports: &Ports) -> Diagnostic {
    let help = match ports.names().as_slice() {
        [] => "no port is allowed".to_owned(),
        names => format!("allowed is {}", shown(names)),
    };
    finding(POLICY_PORT, node, format!("`{name}` is {port}, which the policy does not allow")).with_help(help)
}

/// A finding at a value.
fn finding(rule: &'static str, node: Node<'_>, message: String) -> Diagnostic {
    Diagnostic::new(rule, Severity::Error, node.span(), message).with_pointer(node.pointer())
}

/// The first of some names.
fn shown(names: &[String]) -> String {
    let mut text = names.iter().take(SHOWN).map(|name| shorten(name)).collect::<Vec<_>>().join(", ");
    if names.len() > SHOWN {
        text.push_str(", …");
    }
    text
}
