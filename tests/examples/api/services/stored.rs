//! What the API makes of a request.

use std::num::NonZeroU32;

use vpcheck::{
    AppProtocol, AppProtocolResponse, CertVerificationMode, CertVerificationModeResponse, DualStackHostResponse, Host,
    HostResponse, HostnameHostResponse, HttpServiceRequest, HttpServiceResponse, Ipv4HostResponse, Ipv6HostResponse,
    Network, NetworkResponse, Port, ResolverNetwork, ResolverNetworkResponse, ServiceRequest, ServiceResponse,
    TcpServiceRequest, TcpServiceResponse, Timestamp, TlsSettings, TlsSettingsResponse,
};

/// The service that is answered.
pub(super) fn stored(service: &ServiceRequest, id: &str) -> ServiceResponse {
    match service {
        ServiceRequest::Http(service) => http(service, id).into(),
        ServiceRequest::Tcp(service) => tcp(service, id).into(),
    }
}

fn http(service: &HttpServiceRequest, id: &str) -> HttpServiceResponse {
    let mut stored = HttpServiceResponse::new(service.name().as_str(), host(service.host()))
        .with_service_id(id)
        .with_created_at(timestamp("2024-01-15T09:30:00Z"))
        .with_updated_at(timestamp("2024-01-15T10:45:00Z"));
    if let Some(number) = service.http_port() {
        stored = stored.with_http_port(port(number));
    }
    if let Some(number) = service.https_port() {
        stored = stored.with_https_port(port(number));
    }
    if let Some(settings) = service.tls_settings() {
        stored = stored.with_tls_settings(tls_settings(settings));
    }
    stored
}

fn tcp(service: &TcpServiceRequest, id: &str) -> TcpServiceResponse {
    let mut stored = TcpServiceResponse::new(service.name().as_str(), host(service.host()))
        .with_service_id(id)
        .with_created_at(timestamp("2024-01-15T09:30:00Z"))
        .with_updated_at(timestamp("2024-01-15T10:45:00Z"))
        .with_tcp_port(port(service.tcp_port()));
    if let Some(protocol) = service.app_protocol() {
        stored = stored.with_app_protocol(match protocol {
            AppProtocol::Postgresql => AppProtocolResponse::Postgresql,
            AppProtocol::Mysql => AppProtocolResponse::Mysql,
        });
    }
    if let Some(settings) = service.tls_settings() {
        stored = stored.with_tls_settings(tls_settings(settings));
    }
    stored
}

fn host(host: &Host) -> HostResponse {
    match host {
        Host::Ipv4(host) => Ipv4HostResponse::new(host.ipv4().to_string(), network(host.network())).into(),
        Host::Ipv6(host) => Ipv6HostResponse::new(host.ipv6().to_string(), network(host.network())).into(),
        Host::DualStack(host) => {
            let (ipv4, ipv6) = (host.ipv4().to_string(), host.ipv6().to_string());
            DualStackHostResponse::new(ipv4, ipv6, network(host.network())).into()
        }
        Host::Hostname(host) => {
            HostnameHostResponse::new(host.hostname().as_str(), resolver_network(host.resolver_network())).into()
        }
    }
}

fn network(network: &Network) -> NetworkResponse {
    NetworkResponse::new(network.tunnel_id().to_string())
}

fn resolver_network(network: &ResolverNetwork) -> ResolverNetworkResponse {
    let stored = ResolverNetworkResponse::new(network.tunnel_id().to_string());
    match network.resolver_ips() {
        Some(addresses) => stored.with_resolver_ips(addresses.iter().map(ToString::to_string).collect()),
        None => stored,
    }
}

fn tls_settings(settings: &TlsSettings) -> TlsSettingsResponse {
    TlsSettingsResponse::new(match settings.cert_verification_mode() {
        CertVerificationMode::VerifyFull => CertVerificationModeResponse::VerifyFull,
        CertVerificationMode::VerifyCa => CertVerificationModeResponse::VerifyCa,
        CertVerificationMode::Disabled => CertVerificationModeResponse::Disabled,
    })
}

fn port(port: Port) -> NonZeroU32 {
    NonZeroU32::new(port.get().into()).expect("a port is not zero")
}

fn timestamp(text: &str) -> Timestamp {
    text.parse().expect("it is a date and time")
}
