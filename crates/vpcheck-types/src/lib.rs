//! Cloudflare Workers VPC connectivity services as Rust types whose values cannot be wrong.
//!
//! A value that exists is valid: members are private, constructors check, and a host without its network or a TCP service
//! without its port [does not compile](#what-does-not-compile). [`ServiceRequest`] is the body of a create or an update,
//! [`ServiceResponse`] what the API answers, inside an [`Envelope`]. [`RequestLine`] gives method and path of each operation.
//!
//! The services themselves are generated from `schema/service.schema.json`, and the documentation of each names its place there.
//!
//! # Build a service
//!
//! What a service needs are arguments of `new`, what it may have are methods that begin with `with_`. Texts are parsed into values
//! of their own, such as [`ServiceName`] and [`TunnelId`], so that a mistake in one is found where it is made.
//!
//! ```
//! use vpcheck_types::{
//!     AppProtocol, CertVerificationMode, Host, HostnameHost, HttpServiceRequest, Ipv4Host, Network, Port, ResolverNetwork,
//!     ServiceRequest, TcpServiceRequest, TlsSettings,
//! };
//!
//! let tunnel = "0191dce4-9ab4-7fce-b660-8e5dec5172da".parse()?;
//!
//! // An HTTP service at an address.
//! let host = Ipv4Host::new([10, 0, 0, 1].into(), Network::new(tunnel));
//! let web = HttpServiceRequest::new("web-app".parse()?, host)
//!     .with_https_port(Port::new(8443).expect("8443 is not zero"))
//!     .with_tls_settings(TlsSettings::new(CertVerificationMode::VerifyCa));
//!
//! // A TCP service at a hostname, which the tunnel resolves.
//! let network = ResolverNetwork::new(tunnel).with_resolver_ips(vec!["10.0.0.53".parse()?]);
//! let host = HostnameHost::new("db.internal".parse()?, network);
//! let db = TcpServiceRequest::new("orders-db".parse()?, host, Port::POSTGRESQL).with_app_protocol(AppProtocol::Postgresql);
//!
//! let services: [ServiceRequest; 2] = [web.into(), db.into()];
//! assert_eq!(services[1].name().as_str(), "orders-db");
//! assert!(matches!(services[1].host(), Host::Hostname(host) if host.hostname().as_str() == "db.internal"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Read and write one
//!
//! With feature `serde`. What cannot be a service is refused; with feature `check`, `ServiceRequest::from_json` reports everything
//! that is wrong with a text instead of the first mistake.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use vpcheck_types::ServiceRequest;
//!
//! let text = r#"{
//!     "name": "web-app", "type": "http", "http_port": 8080,
//!     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
//! }"#;
//! let service: ServiceRequest = serde_json::from_str(text)?;
//! let ServiceRequest::Http(service) = service else { panic!("its type is http") };
//! assert_eq!(service.http_port().map(|port| port.get()), Some(8080));
//!
//! let written = serde_json::to_value(&service)?;
//! assert_eq!(written["host"]["ipv4"], "10.0.0.1");
//! // A member that is not given is not written.
//! assert!(written.get("https_port").is_none());
//!
//! let error = serde_json::from_str::<ServiceRequest>(&text.replace("8080", "70000")).unwrap_err();
//! assert!(error.to_string().ends_with("at line 2 column 57"), "{error}");
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Get, edit, put
//!
//! An update replaces the whole service. [`Envelope::into_result`] gives what was answered or the API's errors, `TryFrom` the request
//! without what only the API writes, and [`RequestLine`] where it goes.
//!
//! ```
//! # #[cfg(feature = "serde")] {
//! use vpcheck_types::{AccountId, Envelope, Port, RequestLine, ServiceId, ServiceRequest, ServiceResponse};
//!
//! let account: AccountId = "023e105f4ecef8ad9ca31a8372d0c353".parse()?;
//! let id: ServiceId = "550e8400-e29b-41d4-a716-446655440000".parse()?;
//! assert!(RequestLine::get(&account, id).to_string().starts_with("GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/"));
//!
//! let answer = r#"{"success": true, "errors": [], "messages": [], "result": {
//!     "service_id": "550e8400-e29b-41d4-a716-446655440000", "name": "web-app", "type": "http", "http_port": 8080,
//!     "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
//! }}"#;
//! let envelope: Envelope<ServiceResponse> = serde_json::from_str(answer)?;
//! let service = envelope.into_result().expect("it is a success").expect("it has a result");
//!
//! let request = match ServiceRequest::try_from(service)? {
//!     ServiceRequest::Http(service) => service.with_http_port(Port::new(8081).expect("8081 is not zero")).into(),
//!     other => other,
//! };
//! let line = RequestLine::update(&account, id);
//! let (method, url, body) = (line.method().as_str(), line.url(), serde_json::to_string(&request)?);
//! assert_eq!(method, "PUT");
//! assert!(url.starts_with("https://api.cloudflare.com/client/v4/accounts/"));
//! assert!(body.contains("8081") && !body.contains("service_id"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What does not compile
//!
//! Each of these is followed by what it should have been; the two differ in one thing.
//!
//! A host without its network:
//!
//! ```compile_fail,E0061
//! use vpcheck_types::{Ipv4Host, Network, TunnelId};
//!
//! fn host(tunnel: TunnelId) -> Ipv4Host {
//!     Ipv4Host::new([10, 0, 0, 1].into())
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{Ipv4Host, Network, TunnelId};
//!
//! fn host(tunnel: TunnelId) -> Ipv4Host {
//!     Ipv4Host::new([10, 0, 0, 1].into(), Network::new(tunnel))
//! }
//! ```
//!
//! A host at a hostname with the network of an address:
//!
//! ```compile_fail,E0308
//! use vpcheck_types::{Hostname, HostnameHost, Network, ResolverNetwork, TunnelId};
//!
//! fn host(hostname: Hostname, tunnel: TunnelId) -> HostnameHost {
//!     HostnameHost::new(hostname, Network::new(tunnel))
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{Hostname, HostnameHost, Network, ResolverNetwork, TunnelId};
//!
//! fn host(hostname: Hostname, tunnel: TunnelId) -> HostnameHost {
//!     HostnameHost::new(hostname, ResolverNetwork::new(tunnel))
//! }
//! ```
//!
//! A TCP service without its port:
//!
//! ```compile_fail,E0061
//! use vpcheck_types::{Host, Port, ServiceName, TcpServiceRequest};
//!
//! fn service(name: ServiceName, host: Host) -> TcpServiceRequest {
//!     TcpServiceRequest::new(name, host)
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{Host, Port, ServiceName, TcpServiceRequest};
//!
//! fn service(name: ServiceName, host: Host) -> TcpServiceRequest {
//!     TcpServiceRequest::new(name, host, Port::POSTGRESQL)
//! }
//! ```
//!
//! An HTTP service with the protocol of a TCP service:
//!
//! ```compile_fail,E0599
//! use vpcheck_types::{AppProtocol, HttpServiceRequest, TcpServiceRequest};
//!
//! fn postgresql(service: HttpServiceRequest) -> HttpServiceRequest {
//!     service.with_app_protocol(AppProtocol::Postgresql)
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{AppProtocol, HttpServiceRequest, TcpServiceRequest};
//!
//! fn postgresql(service: TcpServiceRequest) -> TcpServiceRequest {
//!     service.with_app_protocol(AppProtocol::Postgresql)
//! }
//! ```
//!
//! A number that nobody looked at as a port:
//!
//! ```compile_fail,E0308
//! use vpcheck_types::{HttpServiceRequest, Port};
//!
//! fn alternative(service: HttpServiceRequest) -> Option<HttpServiceRequest> {
//!     Some(service.with_http_port(8080))
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{HttpServiceRequest, Port};
//!
//! fn alternative(service: HttpServiceRequest) -> Option<HttpServiceRequest> {
//!     Some(service.with_http_port(Port::new(8080)?))
//! }
//! ```
//!
//! A member that is set without a check:
//!
//! ```compile_fail,E0616
//! use vpcheck_types::{HttpServiceRequest, Port};
//!
//! fn change(mut service: HttpServiceRequest, port: Port) -> HttpServiceRequest {
//!     service.http_port = Some(port);
//!     service
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{HttpServiceRequest, Port};
//!
//! fn change(mut service: HttpServiceRequest, port: Port) -> HttpServiceRequest {
//!     service = service.with_http_port(port);
//!     service
//! }
//! ```
//!
//! A verification mode in a request that the API does not know. An answer may have one, since the API may grow:
//!
//! ```compile_fail,E0599
//! use vpcheck_types::{CertVerificationMode, TlsSettings};
//!
//! fn strict() -> TlsSettings {
//!     TlsSettings::new(CertVerificationMode::VerifyStrict)
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{CertVerificationMode, TlsSettings};
//!
//! fn strict() -> TlsSettings {
//!     TlsSettings::new(CertVerificationMode::VerifyFull)
//! }
//! ```
//!
//! An answer that is sent back as it came:
//!
//! ```compile_fail,E0308
//! use vpcheck_types::{NotSendable, ServiceRequest, ServiceResponse};
//!
//! fn put(answer: ServiceResponse) -> Result<ServiceRequest, NotSendable> {
//!     Ok(answer)
//! }
//! ```
//!
//! ```
//! use vpcheck_types::{NotSendable, ServiceRequest, ServiceResponse};
//!
//! fn put(answer: ServiceResponse) -> Result<ServiceRequest, NotSendable> {
//!     Ok(answer.try_into()?)
//! }
//! ```
//!
//! # Features
//!
//! The crate is `no_std` with `alloc` and has no dependencies by default but [`vpcheck_scalars`], whose values are here as well.
//!
//! | feature | default | what it adds |
//! | --- | --- | --- |
//! | `std` | yes | passes on to dependencies only |
//! | `serde` | no | `Serialize` and `Deserialize` |
//! | `check` | no | `ServiceRequest::from_json`, which reports everything that is wrong with a text |
//! | `schemars` | no | `JsonSchema`, which answers the bundled schema |
//! | `garde` | no | `garde::Validate`, so that the types nest in structs that derive it |

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

#[cfg(feature = "check")]
mod check;
mod conversion;
mod envelope;
#[cfg(feature = "garde")]
mod garde;
mod generated;
#[cfg(feature = "check")]
mod json;
mod request_line;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
mod service;

pub use conversion::NotSendable;
pub use envelope::{CollectionEnvelope, DeleteEnvelope, Envelope, Failure, Nothing, SingleEnvelope, Success};
pub use generated::service::*;
pub use generated::wrangler::*;
pub use request_line::{Method, RequestLine};
pub use vpcheck_scalars::*;
