//! From an answer to a request: get, edit, put.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use core::num::NonZeroU32;
use core::str::FromStr;

use crate::address::{explain_ip, explain_ipv4, explain_ipv6};
use crate::{
    AppProtocol, CertVerificationMode, DualStackHost, Host, HostResponse, HostnameHost, HttpServiceRequest,
    HttpServiceResponse, Ipv4Host, Ipv6Host, Network, NetworkResponse, Port, ResolverNetwork, ResolverNetworkResponse,
    ServiceRequest, ServiceResponse, TcpServiceRequest, TcpServiceResponse, TlsSettings, TlsSettingsResponse,
};

/// Drops the read-only members.
///
/// It is no `From`, because an answer may hold what cannot be sent: the read side is open to types, protocols and modes that came
/// later, and takes a TCP service without its port.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use vpcheck_types::{ServiceRequest, ServiceResponse};
///
/// let answer = r#"{
///     "service_id": "550e8400-e29b-41d4-a716-446655440000", "name": "pg", "type": "tcp", "tcp_port": 5432,
///     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
/// }"#;
/// let answer: ServiceResponse = serde_json::from_str(answer)?;
/// let request = ServiceRequest::try_from(answer)?;
/// assert_eq!(request.name().as_str(), "pg");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<ServiceResponse> for ServiceRequest {
    type Error = NotSendable;

    fn try_from(service: ServiceResponse) -> Result<ServiceRequest, NotSendable> {
        ServiceRequest::try_from(&service)
    }
}

impl TryFrom<&ServiceResponse> for ServiceRequest {
    type Error = NotSendable;

    fn try_from(service: &ServiceResponse) -> Result<ServiceRequest, NotSendable> {
        match service {
            ServiceResponse::Http(service) => http(service).map(ServiceRequest::Http),
            ServiceResponse::Tcp(service) => tcp(service).map(ServiceRequest::Tcp),
            ServiceResponse::Other(service) => {
                Err(NotSendable::new("/type", service.type_().as_ref(), &"a service type is `http` or `tcp`"))
            }
        }
    }
}

fn http(service: &HttpServiceResponse) -> Result<HttpServiceRequest, NotSendable> {
    let mut request = HttpServiceRequest::new(text("/name", service.name())?, host(service.host())?);
    if let Some(settings) = service.tls_settings() {
        request = request.with_tls_settings(tls_settings(settings)?);
    }
    if let Some(number) = service.http_port() {
        request = request.with_http_port(port("/http_port", number)?);
    }
    if let Some(number) = service.https_port() {
        request = request.with_https_port(port("/https_port", number)?);
    }
    Ok(request)
}

fn tcp(service: &TcpServiceResponse) -> Result<TcpServiceRequest, NotSendable> {
    let number = service.tcp_port().ok_or_else(|| NotSendable::missing("/tcp_port", "a TCP service needs it"))?;
    let tcp_port = port("/tcp_port", number)?;
    let mut request = TcpServiceRequest::new(text("/name", service.name())?, host(service.host())?, tcp_port);
    if let Some(settings) = service.tls_settings() {
        request = request.with_tls_settings(tls_settings(settings)?);
    }
    if let Some(protocol) = service.app_protocol() {
        request = request.with_app_protocol(text::<AppProtocol>("/app_protocol", protocol.as_str())?);
    }
    Ok(request)
}

fn host(host: &HostResponse) -> Result<Host, NotSendable> {
    Ok(match host {
        HostResponse::Ipv4(host) => Host::Ipv4(Ipv4Host::new(ipv4(host.ipv4())?, network(host.network())?)),
        HostResponse::Ipv6(host) => Host::Ipv6(Ipv6Host::new(ipv6(host.ipv6())?, network(host.network())?)),
        HostResponse::DualStack(host) => {
            Host::DualStack(DualStackHost::new(ipv4(host.ipv4())?, ipv6(host.ipv6())?, network(host.network())?))
        }
        HostResponse::Hostname(host) => {
            let hostname = text("/host/hostname", host.hostname())?;
            Host::Hostname(HostnameHost::new(hostname, resolver_network(host.resolver_network())?))
        }
    })
}

fn network(network: &NetworkResponse) -> Result<Network, NotSendable> {
    Ok(Network::new(text("/host/network/tunnel_id", network.tunnel_id())?))
}

fn resolver_network(network: &ResolverNetworkResponse) -> Result<ResolverNetwork, NotSendable> {
    let request = ResolverNetwork::new(text("/host/resolver_network/tunnel_id", network.tunnel_id())?);
    let Some(addresses) = network.resolver_ips() else { return Ok(request) };
    let addresses: Result<Vec<IpAddr>, NotSendable> = addresses
        .iter()
        .enumerate()
        .map(|(place, address)| {
            let pointer = || format!("/host/resolver_network/resolver_ips/{place}");
            parsed(address).ok_or_else(|| NotSendable::explained(pointer(), address, explain_ip(address)))
        })
        .collect();
    Ok(request.with_resolver_ips(addresses?))
}

fn tls_settings(settings: &TlsSettingsResponse) -> Result<TlsSettings, NotSendable> {
    let mode = settings.cert_verification_mode().as_str();
    Ok(TlsSettings::new(text::<CertVerificationMode>("/tls_settings/cert_verification_mode", mode)?))
}

fn port(pointer: &str, number: NonZeroU32) -> Result<Port, NotSendable> {
    Port::try_from(number.get()).map_err(|error| NotSendable::with_message(pointer, &format!("{number}, and {error}")))
}

fn ipv4(address: &str) -> Result<Ipv4Addr, NotSendable> {
    parsed(address).ok_or_else(|| NotSendable::explained("/host/ipv4", address, explain_ipv4(address)))
}

fn ipv6(address: &str) -> Result<Ipv6Addr, NotSendable> {
    parsed(address).ok_or_else(|| NotSendable::explained("/host/ipv6", address, explain_ipv6(address)))
}

fn parsed<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

fn text<T: FromStr<Err: fmt::Display>>(pointer: &str, text: &str) -> Result<T, NotSendable> {
    text.parse().map_err(|error| NotSendable::new(pointer, text, &error))
}

/// Why an answer cannot be sent back: a member that a request cannot hold.
///
/// # Examples
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use vpcheck_types::{ServiceRequest, ServiceResponse};
///
/// let answer = r#"{
///     "name": "pg", "type": "tcp", "tcp_port": null,
///     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
/// }"#;
/// let answer: ServiceResponse = serde_json::from_str(answer)?;
/// let error = ServiceRequest::try_from(answer).unwrap_err();
/// assert_eq!(error.pointer(), "/tcp_port");
/// assert_eq!(error.to_string(), "`tcp_port` is missing: a TCP service needs it");
/// # }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct NotSendable {
    pointer: String,
    message: String,
}

/// How many characters of a text a message shows.
const SHOWN: usize = 80;

impl NotSendable {
    /// JSON Pointer of the member, from the service.
    #[must_use]
    pub fn pointer(&self) -> &str {
        &self.pointer
    }

    fn new(pointer: impl Into<String>, text: &str, reason: &dyn fmt::Display) -> NotSendable {
        let shown = text.char_indices().nth(SHOWN).and_then(|(end, _)| text.get(..end));
        let quoted = shown.map_or_else(|| format!("{text:?}"), |start| format!("{start:?}…"));
        NotSendable::with_message(pointer, &format!("{quoted}, and {reason}"))
    }

    fn explained(pointer: impl Into<String>, text: &str, reason: Option<impl fmt::Display>) -> NotSendable {
        let reason = reason.map_or_else(|| String::from("that is no address"), |reason| reason.to_string());
        NotSendable::new(pointer, text, &reason)
    }

    fn missing(pointer: &str, reason: &str) -> NotSendable {
        NotSendable::with_message(pointer, &format!("missing: {reason}"))
    }

    fn with_message(pointer: impl Into<String>, message: &str) -> NotSendable {
        let pointer = pointer.into();
        let member = pointer.rsplit('/').find(|token| token.parse::<usize>().is_err()).unwrap_or_default();
        NotSendable { message: format!("`{member}` is {message}"), pointer }
    }
}

impl fmt::Display for NotSendable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl core::error::Error for NotSendable {}
