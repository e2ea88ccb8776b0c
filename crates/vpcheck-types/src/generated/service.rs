//! The types of `service.schema.json`.
//!
//! Written by `cargo xtask codegen`: change the schema or the generator instead.
#![allow(
    clippy::doc_markdown,
    clippy::similar_names,
    clippy::struct_field_names,
    reason = "words and names are those of the schema"
)]
#![allow(clippy::semicolon_if_nothing_returned, clippy::too_many_lines, reason = "a member is a line")]
#![allow(clippy::inline_always, reason = "to find a member and to read it is one jump in place")]

pub use super::support::Finite;
pub use super::support::InvalidValue;
#[cfg(feature = "schemars")]
use super::support::schema;
#[cfg(feature = "serde")]
use super::support::{AnyText, Ignored, Integer, Known, Lenient, List, Literal, Names, Parse, Pick, Slot};
#[cfg(feature = "schemars")]
use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::fmt::{Display, Formatter};
#[cfg(feature = "serde")]
use core::marker::PhantomData;
use core::num::NonZeroU32;
use core::str::FromStr;
#[cfg(feature = "schemars")]
use schemars::{JsonSchema, Schema, SchemaGenerator};
#[cfg(feature = "serde")]
use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, Visitor};
#[cfg(feature = "serde")]
use serde::ser::{Serialize, SerializeMap, Serializer};

/// A connectivity service as it is sent: the body of a create or of an update. An update replaces the whole
/// service, so both follow the same rules.
///
/// Schema: `/$defs/ServiceRequest`
///
/// Differs from the published shape (oneOf of both configurations, each allowing either `type`): counted
/// literally, every valid service matches both branches and is refused; each branch pins `type`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ServiceRequest {
    /// An origin that speaks HTTP, HTTPS or both. With neither port the documented defaults 80 and 443 apply; with
    /// one port, only that scheme is served.
    ///
    /// Schema: `/$defs/ServiceRequest/oneOf/0`
    Http(HttpServiceRequest),
    /// An origin that speaks any protocol over TCP, such as a database.
    ///
    /// Schema: `/$defs/ServiceRequest/oneOf/1`
    Tcp(TcpServiceRequest),
}

impl ServiceRequest {
    /// What the service is called. It is unique within an account.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/name`
    #[must_use]
    pub fn name(&self) -> &crate::ServiceName {
        match self {
            ServiceRequest::Http(value) => value.name(),
            ServiceRequest::Tcp(value) => value.name(),
        }
    }

    /// Where the origin is: one or two addresses behind a `network`, or a hostname behind a `resolver_network`. A
    /// null member counts as absent.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/host`
    #[must_use]
    pub fn host(&self) -> &Host {
        match self {
            ServiceRequest::Http(value) => value.host(),
            ServiceRequest::Tcp(value) => value.host(),
        }
    }

    /// How the connection to the origin is secured. Without them the mode is `verify_full`.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettings> {
        match self {
            ServiceRequest::Http(value) => value.tls_settings(),
            ServiceRequest::Tcp(value) => value.tls_settings(),
        }
    }
}

impl From<HttpServiceRequest> for ServiceRequest {
    fn from(value: HttpServiceRequest) -> ServiceRequest {
        ServiceRequest::Http(value)
    }
}

impl From<TcpServiceRequest> for ServiceRequest {
    fn from(value: TcpServiceRequest) -> ServiceRequest {
        ServiceRequest::Tcp(value)
    }
}

#[cfg(feature = "serde")]
impl Serialize for ServiceRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ServiceRequest::Http(value) => value.serialize(serializer),
            ServiceRequest::Tcp(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ServiceRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ServiceRequest, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            HttpPort,
            HttpsPort,
            TcpPort,
            AppProtocol,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "http_port" => Member::HttpPort,
                    "https_port" => Member::HttpsPort,
                    "tcp_port" => Member::TcpPort,
                    "app_protocol" => Member::AppProtocol,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }
        enum TypeTag {
            Http,
            Tcp,
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ServiceRequest;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ServiceRequest, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut http_port = Slot::Absent;
                let mut https_port = Slot::Absent;
                let mut tcp_port = Slot::Absent;
                let mut app_protocol = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<crate::ServiceName>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| {
                                    Some(match found {
                                        Literal::Text("http") => TypeTag::Http,
                                        Literal::Text("tcp") => TypeTag::Tcp,
                                        _ => return None,
                                    })
                                },
                                rule: "a service type is `http` or `tcp`",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<Host>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettings>)?
                        }
                        Some(Member::HttpPort) => {
                            http_port.read_or_null(&mut map, "http_port", PhantomData::<crate::Port>)?
                        }
                        Some(Member::HttpsPort) => {
                            https_port.read_or_null(&mut map, "https_port", PhantomData::<crate::Port>)?
                        }
                        Some(Member::TcpPort) => {
                            tcp_port.read_or_null(&mut map, "tcp_port", PhantomData::<crate::Port>)?
                        }
                        Some(Member::AppProtocol) => {
                            app_protocol.read_or_null(&mut map, "app_protocol", PhantomData::<AppProtocol>)?
                        }
                        Some(Member::ServiceId) => service_id.read(&mut map, "service_id", AnyText)?,
                        Some(Member::CreatedAt) => created_at.read(&mut map, "created_at", AnyText)?,
                        Some(Member::UpdatedAt) => updated_at.read(&mut map, "updated_at", AnyText)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(match type_.required("`type` is missing: a service needs it")? {
                    TypeTag::Http => ServiceRequest::Http({
                        tcp_port.null_at_most("`tcp_port` belongs to a TCP service, and this is an HTTP service")?;
                        app_protocol
                            .null_at_most("`app_protocol` belongs to a TCP service, and this is an HTTP service")?;
                        HttpServiceRequest {
                            name: name.required("`name` is missing: an HTTP service needs it")?,
                            host: host.required("`host` is missing: an HTTP service needs it")?,
                            tls_settings: tls_settings.optional(),
                            http_port: http_port.optional(),
                            https_port: https_port.optional(),
                        }
                    }),
                    TypeTag::Tcp => ServiceRequest::Tcp({
                        http_port.null_at_most("`http_port` belongs to an HTTP service, and this is a TCP service")?;
                        https_port
                            .null_at_most("`https_port` belongs to an HTTP service, and this is a TCP service")?;
                        TcpServiceRequest {
                            name: name.required("`name` is missing: a TCP service needs it")?,
                            host: host.required("`host` is missing: a TCP service needs it")?,
                            tls_settings: tls_settings.optional(),
                            tcp_port: tcp_port.required("`tcp_port` is missing: a TCP service needs it")?,
                            app_protocol: app_protocol.optional(),
                        }
                    }),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ServiceRequest {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin that speaks HTTP, HTTPS or both. With neither port the documented defaults 80 and 443 apply; with
/// one port, only that scheme is served.
///
/// Schema: `/$defs/HttpServiceRequest`
///
/// Differs from the published shape (members of the other configuration are not mentioned): the API has no use
/// for them, and a branch that ignores them would hide a mistake; null is how the API itself writes an unused
/// member.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct HttpServiceRequest {
    name: crate::ServiceName,
    host: Host,
    tls_settings: Option<TlsSettings>,
    http_port: Option<crate::Port>,
    https_port: Option<crate::Port>,
}

impl HttpServiceRequest {
    /// An HTTP service with the members that it needs.
    #[must_use]
    pub fn new(name: crate::ServiceName, host: impl Into<Host>) -> HttpServiceRequest {
        HttpServiceRequest { name, host: host.into(), tls_settings: None, http_port: None, https_port: None }
    }

    /// What the service is called. It is unique within an account.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/name`
    #[must_use]
    pub fn name(&self) -> &crate::ServiceName {
        &self.name
    }

    /// Where the origin is: one or two addresses behind a `network`, or a hostname behind a `resolver_network`. A
    /// null member counts as absent.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/host`
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// How the connection to the origin is secured. Without them the mode is `verify_full`.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettings> {
        self.tls_settings.as_ref()
    }

    /// The same with `tls_settings`.
    #[must_use]
    pub fn with_tls_settings(mut self, tls_settings: TlsSettings) -> Self {
        self.tls_settings = Some(tls_settings);
        self
    }

    /// Port on which the origin speaks HTTP.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/http_port`
    #[must_use]
    pub fn http_port(&self) -> Option<crate::Port> {
        self.http_port
    }

    /// The same with `http_port`.
    #[must_use]
    pub fn with_http_port(mut self, http_port: crate::Port) -> Self {
        self.http_port = Some(http_port);
        self
    }

    /// Port on which the origin speaks HTTPS.
    ///
    /// Schema: `/$defs/HttpServiceRequest/properties/https_port`
    #[must_use]
    pub fn https_port(&self) -> Option<crate::Port> {
        self.https_port
    }

    /// The same with `https_port`.
    #[must_use]
    pub fn with_https_port(mut self, https_port: crate::Port) -> Self {
        self.https_port = Some(https_port);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for HttpServiceRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", "http")?;
        map.serialize_entry("host", &self.host)?;
        if let Some(value) = &self.tls_settings {
            map.serialize_entry("tls_settings", value)?;
        }
        if let Some(value) = &self.http_port {
            map.serialize_entry("http_port", value)?;
        }
        if let Some(value) = &self.https_port {
            map.serialize_entry("https_port", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for HttpServiceRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HttpServiceRequest, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            HttpPort,
            HttpsPort,
            TcpPort,
            AppProtocol,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "http_port" => Member::HttpPort,
                    "https_port" => Member::HttpsPort,
                    "tcp_port" => Member::TcpPort,
                    "app_protocol" => Member::AppProtocol,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = HttpServiceRequest;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an HTTP service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HttpServiceRequest, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut http_port = Slot::Absent;
                let mut https_port = Slot::Absent;
                let mut tcp_port = Slot::Absent;
                let mut app_protocol = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<crate::ServiceName>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| (found == Literal::Text("http")).then_some(()),
                                rule: "`type` is `http`",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<Host>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettings>)?
                        }
                        Some(Member::HttpPort) => {
                            http_port.read_or_null(&mut map, "http_port", PhantomData::<crate::Port>)?
                        }
                        Some(Member::HttpsPort) => {
                            https_port.read_or_null(&mut map, "https_port", PhantomData::<crate::Port>)?
                        }
                        Some(Member::TcpPort) => tcp_port.read_or_null(&mut map, "tcp_port", Ignored)?,
                        Some(Member::AppProtocol) => app_protocol.read_or_null(&mut map, "app_protocol", Ignored)?,
                        Some(Member::ServiceId) => service_id.read(&mut map, "service_id", AnyText)?,
                        Some(Member::CreatedAt) => created_at.read(&mut map, "created_at", AnyText)?,
                        Some(Member::UpdatedAt) => updated_at.read(&mut map, "updated_at", AnyText)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    tcp_port.null_at_most("`tcp_port` belongs to a TCP service, and this is an HTTP service")?;
                    app_protocol
                        .null_at_most("`app_protocol` belongs to a TCP service, and this is an HTTP service")?;
                    type_.required("`type` is missing: an HTTP service needs it")?;
                    HttpServiceRequest {
                        name: name.required("`name` is missing: an HTTP service needs it")?,
                        host: host.required("`host` is missing: an HTTP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        http_port: http_port.optional(),
                        https_port: https_port.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for HttpServiceRequest {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin that speaks any protocol over TCP, such as a database.
///
/// Schema: `/$defs/TcpServiceRequest`
///
/// Differs from the published shape (members of the other configuration are not mentioned): the API has no use
/// for them, and a branch that ignores them would hide a mistake; null is how the API itself writes an unused
/// member.
///
/// Differs from the published shape (`tcp_port` optional and nullable): the documentation and the official
/// command line require it: nothing else says where to connect.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TcpServiceRequest {
    name: crate::ServiceName,
    host: Host,
    tls_settings: Option<TlsSettings>,
    tcp_port: crate::Port,
    app_protocol: Option<AppProtocol>,
}

impl TcpServiceRequest {
    /// A TCP service with the members that it needs.
    #[must_use]
    pub fn new(name: crate::ServiceName, host: impl Into<Host>, tcp_port: crate::Port) -> TcpServiceRequest {
        TcpServiceRequest { name, host: host.into(), tls_settings: None, tcp_port, app_protocol: None }
    }

    /// What the service is called. It is unique within an account.
    ///
    /// Schema: `/$defs/TcpServiceRequest/properties/name`
    #[must_use]
    pub fn name(&self) -> &crate::ServiceName {
        &self.name
    }

    /// Where the origin is: one or two addresses behind a `network`, or a hostname behind a `resolver_network`. A
    /// null member counts as absent.
    ///
    /// Schema: `/$defs/TcpServiceRequest/properties/host`
    #[must_use]
    pub fn host(&self) -> &Host {
        &self.host
    }

    /// How the connection to the origin is secured. Without them the mode is `verify_full`.
    ///
    /// Schema: `/$defs/TcpServiceRequest/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettings> {
        self.tls_settings.as_ref()
    }

    /// The same with `tls_settings`.
    #[must_use]
    pub fn with_tls_settings(mut self, tls_settings: TlsSettings) -> Self {
        self.tls_settings = Some(tls_settings);
        self
    }

    /// Port on which the origin listens.
    ///
    /// Schema: `/$defs/TcpServiceRequest/properties/tcp_port`
    #[must_use]
    pub fn tcp_port(&self) -> crate::Port {
        self.tcp_port
    }

    /// What is spoken over the TCP connection: a hint for products such as Hyperdrive.
    ///
    /// Schema: `/$defs/TcpServiceRequest/properties/app_protocol`
    #[must_use]
    pub fn app_protocol(&self) -> Option<AppProtocol> {
        self.app_protocol
    }

    /// The same with `app_protocol`.
    #[must_use]
    pub fn with_app_protocol(mut self, app_protocol: AppProtocol) -> Self {
        self.app_protocol = Some(app_protocol);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for TcpServiceRequest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", "tcp")?;
        map.serialize_entry("host", &self.host)?;
        if let Some(value) = &self.tls_settings {
            map.serialize_entry("tls_settings", value)?;
        }
        map.serialize_entry("tcp_port", &self.tcp_port)?;
        if let Some(value) = &self.app_protocol {
            map.serialize_entry("app_protocol", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for TcpServiceRequest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TcpServiceRequest, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            TcpPort,
            AppProtocol,
            HttpPort,
            HttpsPort,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "tcp_port" => Member::TcpPort,
                    "app_protocol" => Member::AppProtocol,
                    "http_port" => Member::HttpPort,
                    "https_port" => Member::HttpsPort,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = TcpServiceRequest;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a TCP service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TcpServiceRequest, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut tcp_port = Slot::Absent;
                let mut app_protocol = Slot::Absent;
                let mut http_port = Slot::Absent;
                let mut https_port = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<crate::ServiceName>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| (found == Literal::Text("tcp")).then_some(()),
                                rule: "`type` is `tcp`",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<Host>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettings>)?
                        }
                        Some(Member::TcpPort) => tcp_port.read(&mut map, "tcp_port", PhantomData::<crate::Port>)?,
                        Some(Member::AppProtocol) => {
                            app_protocol.read_or_null(&mut map, "app_protocol", PhantomData::<AppProtocol>)?
                        }
                        Some(Member::HttpPort) => http_port.read_or_null(&mut map, "http_port", Ignored)?,
                        Some(Member::HttpsPort) => https_port.read_or_null(&mut map, "https_port", Ignored)?,
                        Some(Member::ServiceId) => service_id.read(&mut map, "service_id", AnyText)?,
                        Some(Member::CreatedAt) => created_at.read(&mut map, "created_at", AnyText)?,
                        Some(Member::UpdatedAt) => updated_at.read(&mut map, "updated_at", AnyText)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    http_port.null_at_most("`http_port` belongs to an HTTP service, and this is a TCP service")?;
                    https_port.null_at_most("`https_port` belongs to an HTTP service, and this is a TCP service")?;
                    type_.required("`type` is missing: a TCP service needs it")?;
                    TcpServiceRequest {
                        name: name.required("`name` is missing: a TCP service needs it")?,
                        host: host.required("`host` is missing: a TCP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        tcp_port: tcp_port.required("`tcp_port` is missing: a TCP service needs it")?,
                        app_protocol: app_protocol.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for TcpServiceRequest {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Which kind of origin a service stands for.
///
/// Schema: `/$defs/ServiceType`
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum ServiceType {
    /// HTTP, HTTPS or both.
    Http,
    /// Any protocol over TCP.
    Tcp,
}

impl ServiceType {
    /// Every value, in the order of the schema.
    pub const ALL: [ServiceType; 2usize] = [ServiceType::Http, ServiceType::Tcp];
    /// The value as it is in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            ServiceType::Http => "http",
            ServiceType::Tcp => "tcp",
        }
    }
}

impl Display for ServiceType {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for ServiceType {
    type Err = InvalidValue;
    fn from_str(text: &str) -> Result<ServiceType, InvalidValue> {
        match text {
            "http" => Ok(ServiceType::Http),
            "tcp" => Ok(ServiceType::Tcp),
            _ => Err(InvalidValue::new("a service type is `http` or `tcp`")),
        }
    }
}

#[cfg(feature = "serde")]
impl Serialize for ServiceType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ServiceType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ServiceType, D::Error> {
        Parse::new("a service type").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ServiceType {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// What is spoken over the TCP connection: a hint for products such as Hyperdrive.
///
/// Schema: `/$defs/AppProtocol`
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum AppProtocol {
    /// The PostgreSQL wire protocol.
    Postgresql,
    /// The MySQL wire protocol.
    Mysql,
}

impl AppProtocol {
    /// Every value, in the order of the schema.
    pub const ALL: [AppProtocol; 2usize] = [AppProtocol::Postgresql, AppProtocol::Mysql];
    /// The value as it is in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            AppProtocol::Postgresql => "postgresql",
            AppProtocol::Mysql => "mysql",
        }
    }
}

impl Display for AppProtocol {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for AppProtocol {
    type Err = InvalidValue;
    fn from_str(text: &str) -> Result<AppProtocol, InvalidValue> {
        match text {
            "postgresql" => Ok(AppProtocol::Postgresql),
            "mysql" => Ok(AppProtocol::Mysql),
            _ => Err(InvalidValue::new("an application protocol is `postgresql` or `mysql`")),
        }
    }
}

#[cfg(feature = "serde")]
impl Serialize for AppProtocol {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for AppProtocol {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AppProtocol, D::Error> {
        Parse::new("an application protocol").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for AppProtocol {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Where the origin is: one or two addresses behind a `network`, or a hostname behind a `resolver_network`. A
/// null member counts as absent.
///
/// Schema: `/$defs/Host`
///
/// Differs from the published shape (oneOf of four hosts that do not mention each other's members): counted
/// literally, a dual stack host matches three branches and is refused, and an address beside a hostname is
/// accepted; each branch lets the others' members be null at most, which is how the API itself writes them.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum Host {
    /// An origin with an IPv4 address.
    ///
    /// Schema: `/$defs/Host/oneOf/0`
    Ipv4(Ipv4Host),
    /// An origin with an IPv6 address.
    ///
    /// Schema: `/$defs/Host/oneOf/1`
    Ipv6(Ipv6Host),
    /// An origin with an address of each family.
    ///
    /// Schema: `/$defs/Host/oneOf/2`
    DualStack(DualStackHost),
    /// An origin that is looked up by name, from inside the private network.
    ///
    /// Schema: `/$defs/Host/oneOf/3`
    Hostname(HostnameHost),
}

impl From<Ipv4Host> for Host {
    fn from(value: Ipv4Host) -> Host {
        Host::Ipv4(value)
    }
}

impl From<Ipv6Host> for Host {
    fn from(value: Ipv6Host) -> Host {
        Host::Ipv6(value)
    }
}

impl From<DualStackHost> for Host {
    fn from(value: DualStackHost) -> Host {
        Host::DualStack(value)
    }
}

impl From<HostnameHost> for Host {
    fn from(value: HostnameHost) -> Host {
        Host::Hostname(value)
    }
}

#[cfg(feature = "serde")]
impl Serialize for Host {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Host::Ipv4(value) => value.serialize(serializer),
            Host::Ipv6(value) => value.serialize(serializer),
            Host::DualStack(value) => value.serialize(serializer),
            Host::Hostname(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Host {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Host, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Host;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Host, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => {
                            ipv4.read_or_null(&mut map, "ipv4", crate::serde::Address::<core::net::Ipv4Addr>::new())?
                        }
                        Some(Member::Ipv6) => {
                            ipv6.read_or_null(&mut map, "ipv6", crate::serde::Address::<core::net::Ipv6Addr>::new())?
                        }
                        Some(Member::Hostname) => {
                            hostname.read_or_null(&mut map, "hostname", PhantomData::<crate::Hostname>)?
                        }
                        Some(Member::Network) => network.read_or_null(&mut map, "network", PhantomData::<Network>)?,
                        Some(Member::ResolverNetwork) => resolver_network.read_or_null(
                            &mut map,
                            "resolver_network",
                            PhantomData::<ResolverNetwork>,
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(match (ipv4.has_value(), ipv6.has_value(), hostname.has_value()) {
                    (true, false, false) => Host::Ipv4({
                        ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is an IPv4 host")?;
                        hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv4 host")?;
                        resolver_network
                            .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv4 host")?;
                        Ipv4Host {
                            ipv4: ipv4.required("`ipv4` is missing: an IPv4 host needs it")?,
                            network: network.required("`network` is missing: an IPv4 host needs it")?,
                        }
                    }),
                    (false, true, false) => Host::Ipv6({
                        ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is an IPv6 host")?;
                        hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv6 host")?;
                        resolver_network
                            .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv6 host")?;
                        Ipv6Host {
                            ipv6: ipv6.required("`ipv6` is missing: an IPv6 host needs it")?,
                            network: network.required("`network` is missing: an IPv6 host needs it")?,
                        }
                    }),
                    (true, true, false) => Host::DualStack({
                        hostname
                            .null_at_most("`hostname` belongs to a hostname host, and this is a dual stack host")?;
                        resolver_network.null_at_most(
                            "`resolver_network` belongs to a hostname host, and this is a dual stack host",
                        )?;
                        DualStackHost {
                            ipv4: ipv4.required("`ipv4` is missing: a dual stack host needs it")?,
                            ipv6: ipv6.required("`ipv6` is missing: a dual stack host needs it")?,
                            network: network.required("`network` is missing: a dual stack host needs it")?,
                        }
                    }),
                    (false, false, true) => Host::Hostname({
                        ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is a hostname host")?;
                        ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is a hostname host")?;
                        network.null_at_most("`network` belongs to an IPv4 host, and this is a hostname host")?;
                        HostnameHost {
                            hostname: hostname.required("`hostname` is missing: a hostname host needs it")?,
                            resolver_network: resolver_network
                                .required("`resolver_network` is missing: a hostname host needs it")?,
                        }
                    }),
                    (false, false, false) => {
                        return Err(serde::de::Error::custom("a host needs `ipv4`, `ipv6` or `hostname`"));
                    }
                    (true, false, true) => {
                        return Err(serde::de::Error::custom("a host has both `ipv4` and `hostname`: keep one"));
                    }
                    (false, true, true) => {
                        return Err(serde::de::Error::custom("a host has both `ipv6` and `hostname`: keep one"));
                    }
                    (true, true, true) => {
                        return Err(serde::de::Error::custom(
                            "a host has `ipv4`, `ipv6` and `hostname`: keep those of one kind",
                        ));
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Host {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin with an IPv4 address.
///
/// Schema: `/$defs/Ipv4Host`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Ipv4Host {
    ipv4: core::net::Ipv4Addr,
    network: Network,
}

impl Ipv4Host {
    /// An IPv4 host with the members that it needs.
    #[must_use]
    pub fn new(ipv4: core::net::Ipv4Addr, network: Network) -> Ipv4Host {
        Ipv4Host { ipv4, network }
    }

    /// Four decimal numbers from 0 to 255 with dots between them, without leading zeros, port or prefix length (RFC
    /// 6943 section 3.1.1, strict form).
    ///
    /// Schema: `/$defs/Ipv4Host/properties/ipv4`
    #[must_use]
    pub fn ipv4(&self) -> core::net::Ipv4Addr {
        self.ipv4
    }

    /// The tunnel that leads to an address.
    ///
    /// Schema: `/$defs/Ipv4Host/properties/network`
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for Ipv4Host {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv4", &self.ipv4)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Ipv4Host {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ipv4Host, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Ipv4Host;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an IPv4 host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ipv4Host, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => {
                            ipv4.read(&mut map, "ipv4", crate::serde::Address::<core::net::Ipv4Addr>::new())?
                        }
                        Some(Member::Ipv6) => ipv6.read_or_null(&mut map, "ipv6", Ignored)?,
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<Network>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is an IPv4 host")?;
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv4 host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv4 host")?;
                    Ipv4Host {
                        ipv4: ipv4.required("`ipv4` is missing: an IPv4 host needs it")?,
                        network: network.required("`network` is missing: an IPv4 host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Ipv4Host {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin with an IPv6 address.
///
/// Schema: `/$defs/Ipv6Host`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Ipv6Host {
    ipv6: core::net::Ipv6Addr,
    network: Network,
}

impl Ipv6Host {
    /// An IPv6 host with the members that it needs.
    #[must_use]
    pub fn new(ipv6: core::net::Ipv6Addr, network: Network) -> Ipv6Host {
        Ipv6Host { ipv6, network }
    }

    /// An address in the text form of RFC 4291 section 2.2, without brackets, zone id, port or prefix length.
    ///
    /// Schema: `/$defs/Ipv6Host/properties/ipv6`
    #[must_use]
    pub fn ipv6(&self) -> core::net::Ipv6Addr {
        self.ipv6
    }

    /// The tunnel that leads to an address.
    ///
    /// Schema: `/$defs/Ipv6Host/properties/network`
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for Ipv6Host {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv6", &self.ipv6)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Ipv6Host {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ipv6Host, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Ipv6Host;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an IPv6 host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ipv6Host, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read_or_null(&mut map, "ipv4", Ignored)?,
                        Some(Member::Ipv6) => {
                            ipv6.read(&mut map, "ipv6", crate::serde::Address::<core::net::Ipv6Addr>::new())?
                        }
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<Network>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is an IPv6 host")?;
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv6 host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv6 host")?;
                    Ipv6Host {
                        ipv6: ipv6.required("`ipv6` is missing: an IPv6 host needs it")?,
                        network: network.required("`network` is missing: an IPv6 host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Ipv6Host {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin with an address of each family.
///
/// Schema: `/$defs/DualStackHost`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct DualStackHost {
    ipv4: core::net::Ipv4Addr,
    ipv6: core::net::Ipv6Addr,
    network: Network,
}

impl DualStackHost {
    /// A dual stack host with the members that it needs.
    #[must_use]
    pub fn new(ipv4: core::net::Ipv4Addr, ipv6: core::net::Ipv6Addr, network: Network) -> DualStackHost {
        DualStackHost { ipv4, ipv6, network }
    }

    /// Four decimal numbers from 0 to 255 with dots between them, without leading zeros, port or prefix length (RFC
    /// 6943 section 3.1.1, strict form).
    ///
    /// Schema: `/$defs/DualStackHost/properties/ipv4`
    #[must_use]
    pub fn ipv4(&self) -> core::net::Ipv4Addr {
        self.ipv4
    }

    /// An address in the text form of RFC 4291 section 2.2, without brackets, zone id, port or prefix length.
    ///
    /// Schema: `/$defs/DualStackHost/properties/ipv6`
    #[must_use]
    pub fn ipv6(&self) -> core::net::Ipv6Addr {
        self.ipv6
    }

    /// The tunnel that leads to an address.
    ///
    /// Schema: `/$defs/DualStackHost/properties/network`
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for DualStackHost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv4", &self.ipv4)?;
        map.serialize_entry("ipv6", &self.ipv6)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for DualStackHost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DualStackHost, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = DualStackHost;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a dual stack host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DualStackHost, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => {
                            ipv4.read(&mut map, "ipv4", crate::serde::Address::<core::net::Ipv4Addr>::new())?
                        }
                        Some(Member::Ipv6) => {
                            ipv6.read(&mut map, "ipv6", crate::serde::Address::<core::net::Ipv6Addr>::new())?
                        }
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<Network>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is a dual stack host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is a dual stack host")?;
                    DualStackHost {
                        ipv4: ipv4.required("`ipv4` is missing: a dual stack host needs it")?,
                        ipv6: ipv6.required("`ipv6` is missing: a dual stack host needs it")?,
                        network: network.required("`network` is missing: a dual stack host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for DualStackHost {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An origin that is looked up by name, from inside the private network.
///
/// Schema: `/$defs/HostnameHost`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct HostnameHost {
    hostname: crate::Hostname,
    resolver_network: ResolverNetwork,
}

impl HostnameHost {
    /// A hostname host with the members that it needs.
    #[must_use]
    pub fn new(hostname: crate::Hostname, resolver_network: ResolverNetwork) -> HostnameHost {
        HostnameHost { hostname, resolver_network }
    }

    /// A name to look up: labels of 1 to 63 characters with dots between them, 253 characters at most, one trailing
    /// dot allowed. No scheme, port, path, address, wildcard, whitespace or invisible character.
    ///
    /// Schema: `/$defs/HostnameHost/properties/hostname`
    #[must_use]
    pub fn hostname(&self) -> &crate::Hostname {
        &self.hostname
    }

    /// The tunnel that leads to a hostname, and who resolves it there.
    ///
    /// Schema: `/$defs/HostnameHost/properties/resolver_network`
    #[must_use]
    pub fn resolver_network(&self) -> &ResolverNetwork {
        &self.resolver_network
    }
}

#[cfg(feature = "serde")]
impl Serialize for HostnameHost {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("hostname", &self.hostname)?;
        map.serialize_entry("resolver_network", &self.resolver_network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for HostnameHost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HostnameHost, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = HostnameHost;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a hostname host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HostnameHost, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read_or_null(&mut map, "ipv4", Ignored)?,
                        Some(Member::Ipv6) => ipv6.read_or_null(&mut map, "ipv6", Ignored)?,
                        Some(Member::Hostname) => {
                            hostname.read(&mut map, "hostname", PhantomData::<crate::Hostname>)?
                        }
                        Some(Member::Network) => network.read_or_null(&mut map, "network", Ignored)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read(&mut map, "resolver_network", PhantomData::<ResolverNetwork>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is a hostname host")?;
                    ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is a hostname host")?;
                    network.null_at_most("`network` belongs to an IPv4 host, and this is a hostname host")?;
                    HostnameHost {
                        hostname: hostname.required("`hostname` is missing: a hostname host needs it")?,
                        resolver_network: resolver_network
                            .required("`resolver_network` is missing: a hostname host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for HostnameHost {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// The tunnel that leads to an address.
///
/// Schema: `/$defs/Network`
///
/// Differs from the published shape (`resolver_ips` not mentioned): nothing is resolved for an address, so
/// resolvers beside it are a mistake.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Network {
    tunnel_id: crate::TunnelId,
}

impl Network {
    /// A network with the members that it needs.
    #[must_use]
    pub fn new(tunnel_id: crate::TunnelId) -> Network {
        Network { tunnel_id }
    }

    /// Identifier of the Cloudflare Tunnel that leads to the private network: a UUID of 8, 4, 4, 4 and 12 hexadecimal
    /// digits, in either case.
    ///
    /// Schema: `/$defs/Network/properties/tunnel_id`
    #[must_use]
    pub fn tunnel_id(&self) -> crate::TunnelId {
        self.tunnel_id
    }
}

#[cfg(feature = "serde")]
impl Serialize for Network {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tunnel_id", &self.tunnel_id)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Network {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Network, D::Error> {
        struct Reader;
        enum Member {
            TunnelId,
            ResolverIps,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "tunnel_id" => Member::TunnelId,
                    "resolver_ips" => Member::ResolverIps,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Network;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a network")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Network, A::Error> {
                let mut tunnel_id = Slot::Absent;
                let mut resolver_ips = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::TunnelId) => {
                            tunnel_id.read(&mut map, "tunnel_id", PhantomData::<crate::TunnelId>)?
                        }
                        Some(Member::ResolverIps) => resolver_ips.read_or_null(&mut map, "resolver_ips", Ignored)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    resolver_ips.null_at_most("`resolver_ips` has to be null in a network")?;
                    Network { tunnel_id: tunnel_id.required("`tunnel_id` is missing: a network needs it")? }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Network {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// The tunnel that leads to a hostname, and who resolves it there.
///
/// Schema: `/$defs/ResolverNetwork`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct ResolverNetwork {
    tunnel_id: crate::TunnelId,
    resolver_ips: Option<Vec<core::net::IpAddr>>,
}

impl ResolverNetwork {
    /// A resolver network with the members that it needs.
    #[must_use]
    pub fn new(tunnel_id: crate::TunnelId) -> ResolverNetwork {
        ResolverNetwork { tunnel_id, resolver_ips: None }
    }

    /// Identifier of the Cloudflare Tunnel that leads to the private network: a UUID of 8, 4, 4, 4 and 12 hexadecimal
    /// digits, in either case.
    ///
    /// Schema: `/$defs/ResolverNetwork/properties/tunnel_id`
    #[must_use]
    pub fn tunnel_id(&self) -> crate::TunnelId {
        self.tunnel_id
    }

    /// Addresses of the DNS servers to ask. Without them the resolver of the machine that runs the tunnel is asked.
    ///
    /// Schema: `/$defs/ResolverNetwork/properties/resolver_ips`
    #[must_use]
    pub fn resolver_ips(&self) -> Option<&[core::net::IpAddr]> {
        self.resolver_ips.as_deref()
    }

    /// The same with `resolver_ips`.
    #[must_use]
    pub fn with_resolver_ips(mut self, resolver_ips: Vec<core::net::IpAddr>) -> Self {
        self.resolver_ips = Some(resolver_ips);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for ResolverNetwork {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tunnel_id", &self.tunnel_id)?;
        if let Some(value) = &self.resolver_ips {
            map.serialize_entry("resolver_ips", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ResolverNetwork {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ResolverNetwork, D::Error> {
        struct Reader;
        enum Member {
            TunnelId,
            ResolverIps,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "tunnel_id" => Member::TunnelId,
                    "resolver_ips" => Member::ResolverIps,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ResolverNetwork;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a resolver network")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ResolverNetwork, A::Error> {
                let mut tunnel_id = Slot::Absent;
                let mut resolver_ips = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::TunnelId) => {
                            tunnel_id.read(&mut map, "tunnel_id", PhantomData::<crate::TunnelId>)?
                        }
                        Some(Member::ResolverIps) => resolver_ips.read_or_null(
                            &mut map,
                            "resolver_ips",
                            List(crate::serde::Address::<core::net::IpAddr>::new()),
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(ResolverNetwork {
                    tunnel_id: tunnel_id.required("`tunnel_id` is missing: a resolver network needs it")?,
                    resolver_ips: resolver_ips.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ResolverNetwork {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// How the connection to the origin is secured. Without them the mode is `verify_full`.
///
/// Schema: `/$defs/TlsSettings`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TlsSettings {
    cert_verification_mode: CertVerificationMode,
}

impl TlsSettings {
    /// TLS settings with the members that it needs.
    #[must_use]
    pub fn new(cert_verification_mode: CertVerificationMode) -> TlsSettings {
        TlsSettings { cert_verification_mode }
    }

    /// How the certificate of the origin is verified.
    ///
    /// Schema: `/$defs/TlsSettings/properties/cert_verification_mode`
    #[must_use]
    pub fn cert_verification_mode(&self) -> CertVerificationMode {
        self.cert_verification_mode
    }
}

#[cfg(feature = "serde")]
impl Serialize for TlsSettings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("cert_verification_mode", &self.cert_verification_mode)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for TlsSettings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TlsSettings, D::Error> {
        struct Reader;
        enum Member {
            CertVerificationMode,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "cert_verification_mode" => Member::CertVerificationMode,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = TlsSettings;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("TLS settings")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TlsSettings, A::Error> {
                let mut cert_verification_mode = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::CertVerificationMode) => cert_verification_mode.read(
                            &mut map,
                            "cert_verification_mode",
                            PhantomData::<CertVerificationMode>,
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(TlsSettings {
                    cert_verification_mode: cert_verification_mode
                        .required("`cert_verification_mode` is missing: TLS settings need it")?,
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for TlsSettings {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// How the certificate of the origin is verified.
///
/// Schema: `/$defs/CertVerificationMode`
///
/// Differs from the published shape (a string whose values only the description lists): the documentation and the
/// official command line know exactly three.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum CertVerificationMode {
    /// The certificate chain and the hostname are verified. This is the default.
    #[default]
    VerifyFull,
    /// The certificate chain is verified, the hostname is not.
    VerifyCa,
    /// The certificate is not verified at all.
    Disabled,
}

impl CertVerificationMode {
    /// Every value, in the order of the schema.
    pub const ALL: [CertVerificationMode; 3usize] =
        [CertVerificationMode::VerifyFull, CertVerificationMode::VerifyCa, CertVerificationMode::Disabled];
    /// The value as it is in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            CertVerificationMode::VerifyFull => "verify_full",
            CertVerificationMode::VerifyCa => "verify_ca",
            CertVerificationMode::Disabled => "disabled",
        }
    }
}

impl Display for CertVerificationMode {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for CertVerificationMode {
    type Err = InvalidValue;
    fn from_str(text: &str) -> Result<CertVerificationMode, InvalidValue> {
        match text {
            "verify_full" => Ok(CertVerificationMode::VerifyFull),
            "verify_ca" => Ok(CertVerificationMode::VerifyCa),
            "disabled" => Ok(CertVerificationMode::Disabled),
            _ => Err(InvalidValue::new("a certificate verification mode is `verify_full`, `verify_ca` or `disabled`")),
        }
    }
}

#[cfg(feature = "serde")]
impl Serialize for CertVerificationMode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for CertVerificationMode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CertVerificationMode, D::Error> {
        Parse::new("a certificate verification mode").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for CertVerificationMode {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A connectivity service as the API answers it. Members that are not known are ignored, unused ones may be null,
/// and enumerations may have grown.
///
/// Schema: `/$defs/ServiceResponse`
///
/// Differs from the published shape (oneOf of both configurations, each allowing either `type`): counted
/// literally, every valid service matches both branches and is refused; each branch pins `type`.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum ServiceResponse {
    /// An HTTP service as the API answers it.
    ///
    /// Schema: `/$defs/ServiceResponse/oneOf/0`
    Http(HttpServiceResponse),
    /// A TCP service as the API answers it.
    ///
    /// Schema: `/$defs/ServiceResponse/oneOf/1`
    Tcp(TcpServiceResponse),
    /// A service of a type that the API did not have when this was written.
    ///
    /// Schema: `/$defs/ServiceResponse/oneOf/2`
    Other(OtherServiceResponse),
}

impl ServiceResponse {
    /// What the service is called.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/name`
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            ServiceResponse::Http(value) => value.name(),
            ServiceResponse::Tcp(value) => value.name(),
            ServiceResponse::Other(value) => value.name(),
        }
    }

    /// Where the origin is, as the API answers it: all five members, null where unused.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/host`
    #[must_use]
    pub fn host(&self) -> &HostResponse {
        match self {
            ServiceResponse::Http(value) => value.host(),
            ServiceResponse::Tcp(value) => value.host(),
            ServiceResponse::Other(value) => value.host(),
        }
    }

    /// How the connection to the origin is secured, as the API answers it.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettingsResponse> {
        match self {
            ServiceResponse::Http(value) => value.tls_settings(),
            ServiceResponse::Tcp(value) => value.tls_settings(),
            ServiceResponse::Other(value) => value.tls_settings(),
        }
    }

    /// Identifier of the service, a UUID.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> Option<&str> {
        match self {
            ServiceResponse::Http(value) => value.service_id(),
            ServiceResponse::Tcp(value) => value.service_id(),
            ServiceResponse::Other(value) => value.service_id(),
        }
    }

    /// When the service was stored. An update resets it.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/created_at`
    #[must_use]
    pub fn created_at(&self) -> Option<&crate::Timestamp> {
        match self {
            ServiceResponse::Http(value) => value.created_at(),
            ServiceResponse::Tcp(value) => value.created_at(),
            ServiceResponse::Other(value) => value.created_at(),
        }
    }

    /// When the service was last replaced.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/updated_at`
    #[must_use]
    pub fn updated_at(&self) -> Option<&crate::Timestamp> {
        match self {
            ServiceResponse::Http(value) => value.updated_at(),
            ServiceResponse::Tcp(value) => value.updated_at(),
            ServiceResponse::Other(value) => value.updated_at(),
        }
    }
}

impl From<HttpServiceResponse> for ServiceResponse {
    fn from(value: HttpServiceResponse) -> ServiceResponse {
        ServiceResponse::Http(value)
    }
}

impl From<TcpServiceResponse> for ServiceResponse {
    fn from(value: TcpServiceResponse) -> ServiceResponse {
        ServiceResponse::Tcp(value)
    }
}

impl From<OtherServiceResponse> for ServiceResponse {
    fn from(value: OtherServiceResponse) -> ServiceResponse {
        ServiceResponse::Other(value)
    }
}

#[cfg(feature = "serde")]
impl Serialize for ServiceResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            ServiceResponse::Http(value) => value.serialize(serializer),
            ServiceResponse::Tcp(value) => value.serialize(serializer),
            ServiceResponse::Other(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ServiceResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ServiceResponse, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            HttpPort,
            HttpsPort,
            ServiceId,
            CreatedAt,
            UpdatedAt,
            TcpPort,
            AppProtocol,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "http_port" => Member::HttpPort,
                    "https_port" => Member::HttpsPort,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    "tcp_port" => Member::TcpPort,
                    "app_protocol" => Member::AppProtocol,
                    _ => return None,
                })
            }
        }
        enum TypeTag {
            Http,
            Tcp,
            Other(String),
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ServiceResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ServiceResponse, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut http_port = Slot::Absent;
                let mut https_port = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut tcp_port = Slot::Absent;
                let mut app_protocol = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<String>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| {
                                    Some(match found {
                                        Literal::Text("http") => TypeTag::Http,
                                        Literal::Text("tcp") => TypeTag::Tcp,
                                        Literal::Text(text) => TypeTag::Other(String::from(text)),
                                        _ => return None,
                                    })
                                },
                                rule: "a service type is `http` or `tcp`, or another string",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<HostResponse>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettingsResponse>)?
                        }
                        Some(Member::HttpPort) => {
                            http_port.read_or_null(&mut map, "http_port", Lenient(Integer::<NonZeroU32>::new()))?
                        }
                        Some(Member::HttpsPort) => {
                            https_port.read_or_null(&mut map, "https_port", Lenient(Integer::<NonZeroU32>::new()))?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read_or_null(&mut map, "service_id", PhantomData::<String>)?
                        }
                        Some(Member::CreatedAt) => {
                            created_at.read(&mut map, "created_at", PhantomData::<crate::Timestamp>)?
                        }
                        Some(Member::UpdatedAt) => {
                            updated_at.read(&mut map, "updated_at", PhantomData::<crate::Timestamp>)?
                        }
                        Some(Member::TcpPort) => {
                            tcp_port.read_or_null(&mut map, "tcp_port", Lenient(Integer::<NonZeroU32>::new()))?
                        }
                        Some(Member::AppProtocol) => app_protocol.read_or_null(
                            &mut map,
                            "app_protocol",
                            Lenient(PhantomData::<AppProtocolResponse>),
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(match type_.required("`type` is missing: a service needs it")? {
                    TypeTag::Http => ServiceResponse::Http(HttpServiceResponse {
                        name: name.required("`name` is missing: an HTTP service needs it")?,
                        host: host.required("`host` is missing: an HTTP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        http_port: http_port.settle()?.optional(),
                        https_port: https_port.settle()?.optional(),
                        service_id: service_id.optional(),
                        created_at: created_at.optional(),
                        updated_at: updated_at.optional(),
                    }),
                    TypeTag::Tcp => ServiceResponse::Tcp(TcpServiceResponse {
                        name: name.required("`name` is missing: a TCP service needs it")?,
                        host: host.required("`host` is missing: a TCP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        tcp_port: tcp_port.settle()?.optional(),
                        app_protocol: app_protocol.settle()?.optional(),
                        service_id: service_id.optional(),
                        created_at: created_at.optional(),
                        updated_at: updated_at.optional(),
                    }),
                    TypeTag::Other(text) => ServiceResponse::Other(OtherServiceResponse {
                        name: name.required("`name` is missing: a service of another type needs it")?,
                        type_: text.parse::<OtherServiceResponseType>().map_err(serde::de::Error::custom)?,
                        host: host.required("`host` is missing: a service of another type needs it")?,
                        tls_settings: tls_settings.optional(),
                        service_id: service_id.optional(),
                        created_at: created_at.optional(),
                        updated_at: updated_at.optional(),
                    }),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ServiceResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An HTTP service as the API answers it.
///
/// Schema: `/$defs/HttpServiceResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct HttpServiceResponse {
    name: String,
    host: HostResponse,
    tls_settings: Option<TlsSettingsResponse>,
    http_port: Option<NonZeroU32>,
    https_port: Option<NonZeroU32>,
    service_id: Option<String>,
    created_at: Option<crate::Timestamp>,
    updated_at: Option<crate::Timestamp>,
}

impl HttpServiceResponse {
    /// An HTTP service with the members that it needs.
    #[must_use]
    pub fn new(name: impl Into<String>, host: impl Into<HostResponse>) -> HttpServiceResponse {
        HttpServiceResponse {
            name: name.into(),
            host: host.into(),
            tls_settings: None,
            http_port: None,
            https_port: None,
            service_id: None,
            created_at: None,
            updated_at: None,
        }
    }

    /// What the service is called.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/name`
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the origin is, as the API answers it: all five members, null where unused.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/host`
    #[must_use]
    pub fn host(&self) -> &HostResponse {
        &self.host
    }

    /// How the connection to the origin is secured, as the API answers it.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettingsResponse> {
        self.tls_settings.as_ref()
    }

    /// The same with `tls_settings`.
    #[must_use]
    pub fn with_tls_settings(mut self, tls_settings: TlsSettingsResponse) -> Self {
        self.tls_settings = Some(tls_settings);
        self
    }

    /// Port for HTTP; null where none was given. The defaults are not filled in.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/http_port`
    #[must_use]
    pub fn http_port(&self) -> Option<NonZeroU32> {
        self.http_port
    }

    /// The same with `http_port`.
    #[must_use]
    pub fn with_http_port(mut self, http_port: NonZeroU32) -> Self {
        self.http_port = Some(http_port);
        self
    }

    /// Port for HTTPS; null where none was given. The defaults are not filled in.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/https_port`
    #[must_use]
    pub fn https_port(&self) -> Option<NonZeroU32> {
        self.https_port
    }

    /// The same with `https_port`.
    #[must_use]
    pub fn with_https_port(mut self, https_port: NonZeroU32) -> Self {
        self.https_port = Some(https_port);
        self
    }

    /// Identifier of the service, a UUID.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> Option<&str> {
        self.service_id.as_deref()
    }

    /// The same with `service_id`.
    #[must_use]
    pub fn with_service_id(mut self, service_id: impl Into<String>) -> Self {
        self.service_id = Some(service_id.into());
        self
    }

    /// When the service was stored. An update resets it.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/created_at`
    #[must_use]
    pub fn created_at(&self) -> Option<&crate::Timestamp> {
        self.created_at.as_ref()
    }

    /// The same with `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: crate::Timestamp) -> Self {
        self.created_at = Some(created_at);
        self
    }

    /// When the service was last replaced.
    ///
    /// Schema: `/$defs/HttpServiceResponse/properties/updated_at`
    #[must_use]
    pub fn updated_at(&self) -> Option<&crate::Timestamp> {
        self.updated_at.as_ref()
    }

    /// The same with `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: crate::Timestamp) -> Self {
        self.updated_at = Some(updated_at);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for HttpServiceResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", "http")?;
        map.serialize_entry("host", &self.host)?;
        if let Some(value) = &self.tls_settings {
            map.serialize_entry("tls_settings", value)?;
        }
        if let Some(value) = &self.http_port {
            map.serialize_entry("http_port", value)?;
        }
        if let Some(value) = &self.https_port {
            map.serialize_entry("https_port", value)?;
        }
        if let Some(value) = &self.service_id {
            map.serialize_entry("service_id", value)?;
        }
        if let Some(value) = &self.created_at {
            map.serialize_entry("created_at", value)?;
        }
        if let Some(value) = &self.updated_at {
            map.serialize_entry("updated_at", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for HttpServiceResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HttpServiceResponse, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            HttpPort,
            HttpsPort,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "http_port" => Member::HttpPort,
                    "https_port" => Member::HttpsPort,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = HttpServiceResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an HTTP service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HttpServiceResponse, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut http_port = Slot::Absent;
                let mut https_port = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<String>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| (found == Literal::Text("http")).then_some(()),
                                rule: "`type` is `http`",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<HostResponse>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettingsResponse>)?
                        }
                        Some(Member::HttpPort) => {
                            http_port.read_or_null(&mut map, "http_port", Integer::<NonZeroU32>::new())?
                        }
                        Some(Member::HttpsPort) => {
                            https_port.read_or_null(&mut map, "https_port", Integer::<NonZeroU32>::new())?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read_or_null(&mut map, "service_id", PhantomData::<String>)?
                        }
                        Some(Member::CreatedAt) => {
                            created_at.read(&mut map, "created_at", PhantomData::<crate::Timestamp>)?
                        }
                        Some(Member::UpdatedAt) => {
                            updated_at.read(&mut map, "updated_at", PhantomData::<crate::Timestamp>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    type_.required("`type` is missing: an HTTP service needs it")?;
                    HttpServiceResponse {
                        name: name.required("`name` is missing: an HTTP service needs it")?,
                        host: host.required("`host` is missing: an HTTP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        http_port: http_port.optional(),
                        https_port: https_port.optional(),
                        service_id: service_id.optional(),
                        created_at: created_at.optional(),
                        updated_at: updated_at.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for HttpServiceResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A TCP service as the API answers it.
///
/// Schema: `/$defs/TcpServiceResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TcpServiceResponse {
    name: String,
    host: HostResponse,
    tls_settings: Option<TlsSettingsResponse>,
    tcp_port: Option<NonZeroU32>,
    app_protocol: Option<AppProtocolResponse>,
    service_id: Option<String>,
    created_at: Option<crate::Timestamp>,
    updated_at: Option<crate::Timestamp>,
}

impl TcpServiceResponse {
    /// A TCP service with the members that it needs.
    #[must_use]
    pub fn new(name: impl Into<String>, host: impl Into<HostResponse>) -> TcpServiceResponse {
        TcpServiceResponse {
            name: name.into(),
            host: host.into(),
            tls_settings: None,
            tcp_port: None,
            app_protocol: None,
            service_id: None,
            created_at: None,
            updated_at: None,
        }
    }

    /// What the service is called.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/name`
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the origin is, as the API answers it: all five members, null where unused.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/host`
    #[must_use]
    pub fn host(&self) -> &HostResponse {
        &self.host
    }

    /// How the connection to the origin is secured, as the API answers it.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettingsResponse> {
        self.tls_settings.as_ref()
    }

    /// The same with `tls_settings`.
    #[must_use]
    pub fn with_tls_settings(mut self, tls_settings: TlsSettingsResponse) -> Self {
        self.tls_settings = Some(tls_settings);
        self
    }

    /// Port of the origin.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/tcp_port`
    #[must_use]
    pub fn tcp_port(&self) -> Option<NonZeroU32> {
        self.tcp_port
    }

    /// The same with `tcp_port`.
    #[must_use]
    pub fn with_tcp_port(mut self, tcp_port: NonZeroU32) -> Self {
        self.tcp_port = Some(tcp_port);
        self
    }

    /// Protocol over the connection; one that is not known yet is kept as it is.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/app_protocol`
    #[must_use]
    pub fn app_protocol(&self) -> Option<&AppProtocolResponse> {
        self.app_protocol.as_ref()
    }

    /// The same with `app_protocol`.
    #[must_use]
    pub fn with_app_protocol(mut self, app_protocol: AppProtocolResponse) -> Self {
        self.app_protocol = Some(app_protocol);
        self
    }

    /// Identifier of the service, a UUID.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> Option<&str> {
        self.service_id.as_deref()
    }

    /// The same with `service_id`.
    #[must_use]
    pub fn with_service_id(mut self, service_id: impl Into<String>) -> Self {
        self.service_id = Some(service_id.into());
        self
    }

    /// When the service was stored. An update resets it.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/created_at`
    #[must_use]
    pub fn created_at(&self) -> Option<&crate::Timestamp> {
        self.created_at.as_ref()
    }

    /// The same with `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: crate::Timestamp) -> Self {
        self.created_at = Some(created_at);
        self
    }

    /// When the service was last replaced.
    ///
    /// Schema: `/$defs/TcpServiceResponse/properties/updated_at`
    #[must_use]
    pub fn updated_at(&self) -> Option<&crate::Timestamp> {
        self.updated_at.as_ref()
    }

    /// The same with `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: crate::Timestamp) -> Self {
        self.updated_at = Some(updated_at);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for TcpServiceResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", "tcp")?;
        map.serialize_entry("host", &self.host)?;
        if let Some(value) = &self.tls_settings {
            map.serialize_entry("tls_settings", value)?;
        }
        if let Some(value) = &self.tcp_port {
            map.serialize_entry("tcp_port", value)?;
        }
        if let Some(value) = &self.app_protocol {
            map.serialize_entry("app_protocol", value)?;
        }
        if let Some(value) = &self.service_id {
            map.serialize_entry("service_id", value)?;
        }
        if let Some(value) = &self.created_at {
            map.serialize_entry("created_at", value)?;
        }
        if let Some(value) = &self.updated_at {
            map.serialize_entry("updated_at", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for TcpServiceResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TcpServiceResponse, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            TcpPort,
            AppProtocol,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "tcp_port" => Member::TcpPort,
                    "app_protocol" => Member::AppProtocol,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = TcpServiceResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a TCP service")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TcpServiceResponse, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut tcp_port = Slot::Absent;
                let mut app_protocol = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<String>)?,
                        Some(Member::Type) => type_.read(
                            &mut map,
                            "type",
                            Pick {
                                find: |found: Literal<'_>| (found == Literal::Text("tcp")).then_some(()),
                                rule: "`type` is `tcp`",
                            },
                        )?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<HostResponse>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettingsResponse>)?
                        }
                        Some(Member::TcpPort) => {
                            tcp_port.read_or_null(&mut map, "tcp_port", Integer::<NonZeroU32>::new())?
                        }
                        Some(Member::AppProtocol) => {
                            app_protocol.read_or_null(&mut map, "app_protocol", PhantomData::<AppProtocolResponse>)?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read_or_null(&mut map, "service_id", PhantomData::<String>)?
                        }
                        Some(Member::CreatedAt) => {
                            created_at.read(&mut map, "created_at", PhantomData::<crate::Timestamp>)?
                        }
                        Some(Member::UpdatedAt) => {
                            updated_at.read(&mut map, "updated_at", PhantomData::<crate::Timestamp>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    type_.required("`type` is missing: a TCP service needs it")?;
                    TcpServiceResponse {
                        name: name.required("`name` is missing: a TCP service needs it")?,
                        host: host.required("`host` is missing: a TCP service needs it")?,
                        tls_settings: tls_settings.optional(),
                        tcp_port: tcp_port.optional(),
                        app_protocol: app_protocol.optional(),
                        service_id: service_id.optional(),
                        created_at: created_at.optional(),
                        updated_at: updated_at.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for TcpServiceResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A service of a type that the API did not have when this was written.
///
/// Schema: `/$defs/OtherServiceResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct OtherServiceResponse {
    name: String,
    type_: OtherServiceResponseType,
    host: HostResponse,
    tls_settings: Option<TlsSettingsResponse>,
    service_id: Option<String>,
    created_at: Option<crate::Timestamp>,
    updated_at: Option<crate::Timestamp>,
}

impl OtherServiceResponse {
    /// A service of another type with the members that it needs.
    #[must_use]
    pub fn new(
        name: impl Into<String>,
        type_: OtherServiceResponseType,
        host: impl Into<HostResponse>,
    ) -> OtherServiceResponse {
        OtherServiceResponse {
            name: name.into(),
            type_,
            host: host.into(),
            tls_settings: None,
            service_id: None,
            created_at: None,
            updated_at: None,
        }
    }

    /// What the service is called.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/name`
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The type, which is neither `http` nor `tcp`.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/type`
    #[must_use]
    pub fn type_(&self) -> &OtherServiceResponseType {
        &self.type_
    }

    /// Where the origin is, as the API answers it: all five members, null where unused.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/host`
    #[must_use]
    pub fn host(&self) -> &HostResponse {
        &self.host
    }

    /// How the connection to the origin is secured, as the API answers it.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/tls_settings`
    #[must_use]
    pub fn tls_settings(&self) -> Option<&TlsSettingsResponse> {
        self.tls_settings.as_ref()
    }

    /// The same with `tls_settings`.
    #[must_use]
    pub fn with_tls_settings(mut self, tls_settings: TlsSettingsResponse) -> Self {
        self.tls_settings = Some(tls_settings);
        self
    }

    /// Identifier of the service, a UUID.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> Option<&str> {
        self.service_id.as_deref()
    }

    /// The same with `service_id`.
    #[must_use]
    pub fn with_service_id(mut self, service_id: impl Into<String>) -> Self {
        self.service_id = Some(service_id.into());
        self
    }

    /// When the service was stored. An update resets it.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/created_at`
    #[must_use]
    pub fn created_at(&self) -> Option<&crate::Timestamp> {
        self.created_at.as_ref()
    }

    /// The same with `created_at`.
    #[must_use]
    pub fn with_created_at(mut self, created_at: crate::Timestamp) -> Self {
        self.created_at = Some(created_at);
        self
    }

    /// When the service was last replaced.
    ///
    /// Schema: `/$defs/OtherServiceResponse/properties/updated_at`
    #[must_use]
    pub fn updated_at(&self) -> Option<&crate::Timestamp> {
        self.updated_at.as_ref()
    }

    /// The same with `updated_at`.
    #[must_use]
    pub fn with_updated_at(mut self, updated_at: crate::Timestamp) -> Self {
        self.updated_at = Some(updated_at);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for OtherServiceResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("name", &self.name)?;
        map.serialize_entry("type", &self.type_)?;
        map.serialize_entry("host", &self.host)?;
        if let Some(value) = &self.tls_settings {
            map.serialize_entry("tls_settings", value)?;
        }
        if let Some(value) = &self.service_id {
            map.serialize_entry("service_id", value)?;
        }
        if let Some(value) = &self.created_at {
            map.serialize_entry("created_at", value)?;
        }
        if let Some(value) = &self.updated_at {
            map.serialize_entry("updated_at", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for OtherServiceResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OtherServiceResponse, D::Error> {
        struct Reader;
        enum Member {
            Name,
            Type,
            Host,
            TlsSettings,
            ServiceId,
            CreatedAt,
            UpdatedAt,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "name" => Member::Name,
                    "type" => Member::Type,
                    "host" => Member::Host,
                    "tls_settings" => Member::TlsSettings,
                    "service_id" => Member::ServiceId,
                    "created_at" => Member::CreatedAt,
                    "updated_at" => Member::UpdatedAt,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = OtherServiceResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a service of another type")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<OtherServiceResponse, A::Error> {
                let mut name = Slot::Absent;
                let mut type_ = Slot::Absent;
                let mut host = Slot::Absent;
                let mut tls_settings = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut created_at = Slot::Absent;
                let mut updated_at = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Name) => name.read(&mut map, "name", PhantomData::<String>)?,
                        Some(Member::Type) => type_.read(&mut map, "type", PhantomData::<OtherServiceResponseType>)?,
                        Some(Member::Host) => host.read(&mut map, "host", PhantomData::<HostResponse>)?,
                        Some(Member::TlsSettings) => {
                            tls_settings.read_or_null(&mut map, "tls_settings", PhantomData::<TlsSettingsResponse>)?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read_or_null(&mut map, "service_id", PhantomData::<String>)?
                        }
                        Some(Member::CreatedAt) => {
                            created_at.read(&mut map, "created_at", PhantomData::<crate::Timestamp>)?
                        }
                        Some(Member::UpdatedAt) => {
                            updated_at.read(&mut map, "updated_at", PhantomData::<crate::Timestamp>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(OtherServiceResponse {
                    name: name.required("`name` is missing: a service of another type needs it")?,
                    type_: type_.required("`type` is missing: a service of another type needs it")?,
                    host: host.required("`host` is missing: a service of another type needs it")?,
                    tls_settings: tls_settings.optional(),
                    service_id: service_id.optional(),
                    created_at: created_at.optional(),
                    updated_at: updated_at.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for OtherServiceResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// The type, which is neither `http` nor `tcp`.
///
/// Schema: `/$defs/OtherServiceResponse/properties/type`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct OtherServiceResponseType(String);

impl Display for OtherServiceResponseType {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, formatter)
    }
}

impl TryFrom<String> for OtherServiceResponseType {
    type Error = InvalidValue;
    fn try_from(value: String) -> Result<OtherServiceResponseType, InvalidValue> {
        let is_right = !matches!(value.as_str(), "http" | "tcp");
        if is_right {
            Ok(OtherServiceResponseType(value))
        } else {
            Err(InvalidValue::new("a service type is a string other than `http` or `tcp`"))
        }
    }
}

impl From<OtherServiceResponseType> for String {
    fn from(value: OtherServiceResponseType) -> String {
        value.0
    }
}

#[cfg(feature = "serde")]
impl Serialize for OtherServiceResponseType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl OtherServiceResponseType {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for OtherServiceResponseType {
    type Err = InvalidValue;
    fn from_str(text: &str) -> Result<OtherServiceResponseType, InvalidValue> {
        String::from(text).try_into()
    }
}

impl AsRef<str> for OtherServiceResponseType {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for OtherServiceResponseType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<OtherServiceResponseType, D::Error> {
        Parse::new("a service type").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for OtherServiceResponseType {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A protocol over TCP, which may be a later one.
///
/// Schema: `/$defs/AppProtocolResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AppProtocolResponse {
    /// The PostgreSQL wire protocol.
    Postgresql,
    /// The MySQL wire protocol.
    Mysql,
    /// Another one, as it was read.
    Other(UnknownAppProtocolResponse),
}

/// An application protocol that is none of the known ones.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct UnknownAppProtocolResponse(Box<str>);

impl UnknownAppProtocolResponse {
    /// The value as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AppProtocolResponse {
    /// Every known value, in the order of the schema.
    pub const ALL: [AppProtocolResponse; 2usize] = [AppProtocolResponse::Postgresql, AppProtocolResponse::Mysql];
    /// The value as it is in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            AppProtocolResponse::Postgresql => "postgresql",
            AppProtocolResponse::Mysql => "mysql",
            AppProtocolResponse::Other(other) => other.as_str(),
        }
    }
}

impl Display for AppProtocolResponse {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for AppProtocolResponse {
    type Err = core::convert::Infallible;
    fn from_str(text: &str) -> Result<AppProtocolResponse, core::convert::Infallible> {
        match text {
            "postgresql" => Ok(AppProtocolResponse::Postgresql),
            "mysql" => Ok(AppProtocolResponse::Mysql),
            other => Ok(AppProtocolResponse::Other(UnknownAppProtocolResponse(other.into()))),
        }
    }
}

#[cfg(feature = "serde")]
impl Serialize for AppProtocolResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for AppProtocolResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<AppProtocolResponse, D::Error> {
        Parse::new("an application protocol").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for AppProtocolResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A mode of certificate verification, which may be a later one.
///
/// Schema: `/$defs/CertVerificationModeResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum CertVerificationModeResponse {
    /// The certificate chain and the hostname are verified. This is the default.
    VerifyFull,
    /// The certificate chain is verified, the hostname is not.
    VerifyCa,
    /// The certificate is not verified at all.
    Disabled,
    /// Another one, as it was read.
    Other(UnknownCertVerificationModeResponse),
}

/// A certificate verification mode that is none of the known ones.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct UnknownCertVerificationModeResponse(Box<str>);

impl UnknownCertVerificationModeResponse {
    /// The value as it was read.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl CertVerificationModeResponse {
    /// Every known value, in the order of the schema.
    pub const ALL: [CertVerificationModeResponse; 3usize] = [
        CertVerificationModeResponse::VerifyFull,
        CertVerificationModeResponse::VerifyCa,
        CertVerificationModeResponse::Disabled,
    ];
    /// The value as it is in JSON.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            CertVerificationModeResponse::VerifyFull => "verify_full",
            CertVerificationModeResponse::VerifyCa => "verify_ca",
            CertVerificationModeResponse::Disabled => "disabled",
            CertVerificationModeResponse::Other(other) => other.as_str(),
        }
    }
}

impl Display for CertVerificationModeResponse {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.pad(self.as_str())
    }
}

impl FromStr for CertVerificationModeResponse {
    type Err = core::convert::Infallible;
    fn from_str(text: &str) -> Result<CertVerificationModeResponse, core::convert::Infallible> {
        match text {
            "verify_full" => Ok(CertVerificationModeResponse::VerifyFull),
            "verify_ca" => Ok(CertVerificationModeResponse::VerifyCa),
            "disabled" => Ok(CertVerificationModeResponse::Disabled),
            other => Ok(CertVerificationModeResponse::Other(UnknownCertVerificationModeResponse(other.into()))),
        }
    }
}

#[cfg(feature = "serde")]
impl Serialize for CertVerificationModeResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for CertVerificationModeResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<CertVerificationModeResponse, D::Error> {
        Parse::new("a certificate verification mode").deserialize(deserializer)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for CertVerificationModeResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// How the connection to the origin is secured, as the API answers it.
///
/// Schema: `/$defs/TlsSettingsResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TlsSettingsResponse {
    cert_verification_mode: CertVerificationModeResponse,
}

impl TlsSettingsResponse {
    /// TLS settings with the members that it needs.
    #[must_use]
    pub fn new(cert_verification_mode: CertVerificationModeResponse) -> TlsSettingsResponse {
        TlsSettingsResponse { cert_verification_mode }
    }

    /// A mode of certificate verification, which may be a later one.
    ///
    /// Schema: `/$defs/TlsSettingsResponse/properties/cert_verification_mode`
    #[must_use]
    pub fn cert_verification_mode(&self) -> &CertVerificationModeResponse {
        &self.cert_verification_mode
    }
}

#[cfg(feature = "serde")]
impl Serialize for TlsSettingsResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("cert_verification_mode", &self.cert_verification_mode)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for TlsSettingsResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TlsSettingsResponse, D::Error> {
        struct Reader;
        enum Member {
            CertVerificationMode,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "cert_verification_mode" => Member::CertVerificationMode,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = TlsSettingsResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("TLS settings")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TlsSettingsResponse, A::Error> {
                let mut cert_verification_mode = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::CertVerificationMode) => cert_verification_mode.read(
                            &mut map,
                            "cert_verification_mode",
                            PhantomData::<CertVerificationModeResponse>,
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(TlsSettingsResponse {
                    cert_verification_mode: cert_verification_mode
                        .required("`cert_verification_mode` is missing: TLS settings need it")?,
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for TlsSettingsResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Where the origin is, as the API answers it: all five members, null where unused.
///
/// Schema: `/$defs/HostResponse`
///
/// Differs from the published shape (oneOf of four hosts that do not mention each other's members): counted
/// literally, a dual stack host matches three branches and is refused, and an address beside a hostname is
/// accepted; each branch lets the others' members be null at most, which is how the API itself writes them.
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum HostResponse {
    /// A host with an IPv4 address, as the API answers it.
    ///
    /// Schema: `/$defs/HostResponse/oneOf/0`
    Ipv4(Ipv4HostResponse),
    /// A host with an IPv6 address, as the API answers it.
    ///
    /// Schema: `/$defs/HostResponse/oneOf/1`
    Ipv6(Ipv6HostResponse),
    /// A host with an address of each family, as the API answers it.
    ///
    /// Schema: `/$defs/HostResponse/oneOf/2`
    DualStack(DualStackHostResponse),
    /// A host with a name, as the API answers it.
    ///
    /// Schema: `/$defs/HostResponse/oneOf/3`
    Hostname(HostnameHostResponse),
}

impl From<Ipv4HostResponse> for HostResponse {
    fn from(value: Ipv4HostResponse) -> HostResponse {
        HostResponse::Ipv4(value)
    }
}

impl From<Ipv6HostResponse> for HostResponse {
    fn from(value: Ipv6HostResponse) -> HostResponse {
        HostResponse::Ipv6(value)
    }
}

impl From<DualStackHostResponse> for HostResponse {
    fn from(value: DualStackHostResponse) -> HostResponse {
        HostResponse::DualStack(value)
    }
}

impl From<HostnameHostResponse> for HostResponse {
    fn from(value: HostnameHostResponse) -> HostResponse {
        HostResponse::Hostname(value)
    }
}

#[cfg(feature = "serde")]
impl Serialize for HostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            HostResponse::Ipv4(value) => value.serialize(serializer),
            HostResponse::Ipv6(value) => value.serialize(serializer),
            HostResponse::DualStack(value) => value.serialize(serializer),
            HostResponse::Hostname(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for HostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HostResponse, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = HostResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HostResponse, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read_or_null(&mut map, "ipv4", PhantomData::<String>)?,
                        Some(Member::Ipv6) => ipv6.read_or_null(&mut map, "ipv6", PhantomData::<String>)?,
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", PhantomData::<String>)?,
                        Some(Member::Network) => {
                            network.read_or_null(&mut map, "network", PhantomData::<NetworkResponse>)?
                        }
                        Some(Member::ResolverNetwork) => resolver_network.read_or_null(
                            &mut map,
                            "resolver_network",
                            PhantomData::<ResolverNetworkResponse>,
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(match (ipv4.has_value(), ipv6.has_value(), hostname.has_value()) {
                    (true, false, false) => HostResponse::Ipv4({
                        ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is an IPv4 host")?;
                        hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv4 host")?;
                        resolver_network
                            .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv4 host")?;
                        Ipv4HostResponse {
                            ipv4: ipv4.required("`ipv4` is missing: an IPv4 host needs it")?,
                            network: network.required("`network` is missing: an IPv4 host needs it")?,
                        }
                    }),
                    (false, true, false) => HostResponse::Ipv6({
                        ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is an IPv6 host")?;
                        hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv6 host")?;
                        resolver_network
                            .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv6 host")?;
                        Ipv6HostResponse {
                            ipv6: ipv6.required("`ipv6` is missing: an IPv6 host needs it")?,
                            network: network.required("`network` is missing: an IPv6 host needs it")?,
                        }
                    }),
                    (true, true, false) => HostResponse::DualStack({
                        hostname
                            .null_at_most("`hostname` belongs to a hostname host, and this is a dual stack host")?;
                        resolver_network.null_at_most(
                            "`resolver_network` belongs to a hostname host, and this is a dual stack host",
                        )?;
                        DualStackHostResponse {
                            ipv4: ipv4.required("`ipv4` is missing: a dual stack host needs it")?,
                            ipv6: ipv6.required("`ipv6` is missing: a dual stack host needs it")?,
                            network: network.required("`network` is missing: a dual stack host needs it")?,
                        }
                    }),
                    (false, false, true) => HostResponse::Hostname({
                        ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is a hostname host")?;
                        ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is a hostname host")?;
                        network.null_at_most("`network` belongs to an IPv4 host, and this is a hostname host")?;
                        HostnameHostResponse {
                            hostname: hostname.required("`hostname` is missing: a hostname host needs it")?,
                            resolver_network: resolver_network
                                .required("`resolver_network` is missing: a hostname host needs it")?,
                        }
                    }),
                    (false, false, false) => {
                        return Err(serde::de::Error::custom("a host needs `ipv4`, `ipv6` or `hostname`"));
                    }
                    (true, false, true) => {
                        return Err(serde::de::Error::custom("a host has both `ipv4` and `hostname`: keep one"));
                    }
                    (false, true, true) => {
                        return Err(serde::de::Error::custom("a host has both `ipv6` and `hostname`: keep one"));
                    }
                    (true, true, true) => {
                        return Err(serde::de::Error::custom(
                            "a host has `ipv4`, `ipv6` and `hostname`: keep those of one kind",
                        ));
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for HostResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A host with an IPv4 address, as the API answers it.
///
/// Schema: `/$defs/Ipv4HostResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Ipv4HostResponse {
    ipv4: String,
    network: NetworkResponse,
}

impl Ipv4HostResponse {
    /// An IPv4 host with the members that it needs.
    #[must_use]
    pub fn new(ipv4: impl Into<String>, network: NetworkResponse) -> Ipv4HostResponse {
        Ipv4HostResponse { ipv4: ipv4.into(), network }
    }

    /// The IPv4 address.
    ///
    /// Schema: `/$defs/Ipv4HostResponse/properties/ipv4`
    #[must_use]
    pub fn ipv4(&self) -> &str {
        &self.ipv4
    }

    /// The tunnel of an address, as the API answers it.
    ///
    /// Schema: `/$defs/Ipv4HostResponse/properties/network`
    #[must_use]
    pub fn network(&self) -> &NetworkResponse {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for Ipv4HostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv4", &self.ipv4)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Ipv4HostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ipv4HostResponse, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Ipv4HostResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an IPv4 host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ipv4HostResponse, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read(&mut map, "ipv4", PhantomData::<String>)?,
                        Some(Member::Ipv6) => ipv6.read_or_null(&mut map, "ipv6", Ignored)?,
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<NetworkResponse>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is an IPv4 host")?;
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv4 host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv4 host")?;
                    Ipv4HostResponse {
                        ipv4: ipv4.required("`ipv4` is missing: an IPv4 host needs it")?,
                        network: network.required("`network` is missing: an IPv4 host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Ipv4HostResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A host with an IPv6 address, as the API answers it.
///
/// Schema: `/$defs/Ipv6HostResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Ipv6HostResponse {
    ipv6: String,
    network: NetworkResponse,
}

impl Ipv6HostResponse {
    /// An IPv6 host with the members that it needs.
    #[must_use]
    pub fn new(ipv6: impl Into<String>, network: NetworkResponse) -> Ipv6HostResponse {
        Ipv6HostResponse { ipv6: ipv6.into(), network }
    }

    /// The IPv6 address.
    ///
    /// Schema: `/$defs/Ipv6HostResponse/properties/ipv6`
    #[must_use]
    pub fn ipv6(&self) -> &str {
        &self.ipv6
    }

    /// The tunnel of an address, as the API answers it.
    ///
    /// Schema: `/$defs/Ipv6HostResponse/properties/network`
    #[must_use]
    pub fn network(&self) -> &NetworkResponse {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for Ipv6HostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv6", &self.ipv6)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Ipv6HostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Ipv6HostResponse, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Ipv6HostResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("an IPv6 host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ipv6HostResponse, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read_or_null(&mut map, "ipv4", Ignored)?,
                        Some(Member::Ipv6) => ipv6.read(&mut map, "ipv6", PhantomData::<String>)?,
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<NetworkResponse>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is an IPv6 host")?;
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is an IPv6 host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is an IPv6 host")?;
                    Ipv6HostResponse {
                        ipv6: ipv6.required("`ipv6` is missing: an IPv6 host needs it")?,
                        network: network.required("`network` is missing: an IPv6 host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Ipv6HostResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A host with an address of each family, as the API answers it.
///
/// Schema: `/$defs/DualStackHostResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct DualStackHostResponse {
    ipv4: String,
    ipv6: String,
    network: NetworkResponse,
}

impl DualStackHostResponse {
    /// A dual stack host with the members that it needs.
    #[must_use]
    pub fn new(ipv4: impl Into<String>, ipv6: impl Into<String>, network: NetworkResponse) -> DualStackHostResponse {
        DualStackHostResponse { ipv4: ipv4.into(), ipv6: ipv6.into(), network }
    }

    /// The IPv4 address.
    ///
    /// Schema: `/$defs/DualStackHostResponse/properties/ipv4`
    #[must_use]
    pub fn ipv4(&self) -> &str {
        &self.ipv4
    }

    /// The IPv6 address.
    ///
    /// Schema: `/$defs/DualStackHostResponse/properties/ipv6`
    #[must_use]
    pub fn ipv6(&self) -> &str {
        &self.ipv6
    }

    /// The tunnel of an address, as the API answers it.
    ///
    /// Schema: `/$defs/DualStackHostResponse/properties/network`
    #[must_use]
    pub fn network(&self) -> &NetworkResponse {
        &self.network
    }
}

#[cfg(feature = "serde")]
impl Serialize for DualStackHostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ipv4", &self.ipv4)?;
        map.serialize_entry("ipv6", &self.ipv6)?;
        map.serialize_entry("network", &self.network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for DualStackHostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<DualStackHostResponse, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = DualStackHostResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a dual stack host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<DualStackHostResponse, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read(&mut map, "ipv4", PhantomData::<String>)?,
                        Some(Member::Ipv6) => ipv6.read(&mut map, "ipv6", PhantomData::<String>)?,
                        Some(Member::Hostname) => hostname.read_or_null(&mut map, "hostname", Ignored)?,
                        Some(Member::Network) => network.read(&mut map, "network", PhantomData::<NetworkResponse>)?,
                        Some(Member::ResolverNetwork) => {
                            resolver_network.read_or_null(&mut map, "resolver_network", Ignored)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    hostname.null_at_most("`hostname` belongs to a hostname host, and this is a dual stack host")?;
                    resolver_network
                        .null_at_most("`resolver_network` belongs to a hostname host, and this is a dual stack host")?;
                    DualStackHostResponse {
                        ipv4: ipv4.required("`ipv4` is missing: a dual stack host needs it")?,
                        ipv6: ipv6.required("`ipv6` is missing: a dual stack host needs it")?,
                        network: network.required("`network` is missing: a dual stack host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for DualStackHostResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A host with a name, as the API answers it.
///
/// Schema: `/$defs/HostnameHostResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct HostnameHostResponse {
    hostname: String,
    resolver_network: ResolverNetworkResponse,
}

impl HostnameHostResponse {
    /// A hostname host with the members that it needs.
    #[must_use]
    pub fn new(hostname: impl Into<String>, resolver_network: ResolverNetworkResponse) -> HostnameHostResponse {
        HostnameHostResponse { hostname: hostname.into(), resolver_network }
    }

    /// The name, in lower case.
    ///
    /// Schema: `/$defs/HostnameHostResponse/properties/hostname`
    #[must_use]
    pub fn hostname(&self) -> &str {
        &self.hostname
    }

    /// The tunnel of a hostname, as the API answers it.
    ///
    /// Schema: `/$defs/HostnameHostResponse/properties/resolver_network`
    #[must_use]
    pub fn resolver_network(&self) -> &ResolverNetworkResponse {
        &self.resolver_network
    }
}

#[cfg(feature = "serde")]
impl Serialize for HostnameHostResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("hostname", &self.hostname)?;
        map.serialize_entry("resolver_network", &self.resolver_network)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for HostnameHostResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<HostnameHostResponse, D::Error> {
        struct Reader;
        enum Member {
            Ipv4,
            Ipv6,
            Hostname,
            Network,
            ResolverNetwork,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "ipv4" => Member::Ipv4,
                    "ipv6" => Member::Ipv6,
                    "hostname" => Member::Hostname,
                    "network" => Member::Network,
                    "resolver_network" => Member::ResolverNetwork,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = HostnameHostResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a hostname host")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<HostnameHostResponse, A::Error> {
                let mut ipv4 = Slot::Absent;
                let mut ipv6 = Slot::Absent;
                let mut hostname = Slot::Absent;
                let mut network = Slot::Absent;
                let mut resolver_network = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Ipv4) => ipv4.read_or_null(&mut map, "ipv4", Ignored)?,
                        Some(Member::Ipv6) => ipv6.read_or_null(&mut map, "ipv6", Ignored)?,
                        Some(Member::Hostname) => hostname.read(&mut map, "hostname", PhantomData::<String>)?,
                        Some(Member::Network) => network.read_or_null(&mut map, "network", Ignored)?,
                        Some(Member::ResolverNetwork) => resolver_network.read(
                            &mut map,
                            "resolver_network",
                            PhantomData::<ResolverNetworkResponse>,
                        )?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    ipv4.null_at_most("`ipv4` belongs to an IPv4 host, and this is a hostname host")?;
                    ipv6.null_at_most("`ipv6` belongs to an IPv6 host, and this is a hostname host")?;
                    network.null_at_most("`network` belongs to an IPv4 host, and this is a hostname host")?;
                    HostnameHostResponse {
                        hostname: hostname.required("`hostname` is missing: a hostname host needs it")?,
                        resolver_network: resolver_network
                            .required("`resolver_network` is missing: a hostname host needs it")?,
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for HostnameHostResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// The tunnel of an address, as the API answers it.
///
/// Schema: `/$defs/NetworkResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct NetworkResponse {
    tunnel_id: String,
}

impl NetworkResponse {
    /// A network with the members that it needs.
    #[must_use]
    pub fn new(tunnel_id: impl Into<String>) -> NetworkResponse {
        NetworkResponse { tunnel_id: tunnel_id.into() }
    }

    /// Identifier of the tunnel. The tunnel may be gone: a service outlives it.
    ///
    /// Schema: `/$defs/NetworkResponse/properties/tunnel_id`
    #[must_use]
    pub fn tunnel_id(&self) -> &str {
        &self.tunnel_id
    }
}

#[cfg(feature = "serde")]
impl Serialize for NetworkResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tunnel_id", &self.tunnel_id)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for NetworkResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<NetworkResponse, D::Error> {
        struct Reader;
        enum Member {
            TunnelId,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "tunnel_id" => Member::TunnelId,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = NetworkResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a network")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<NetworkResponse, A::Error> {
                let mut tunnel_id = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::TunnelId) => tunnel_id.read(&mut map, "tunnel_id", PhantomData::<String>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(NetworkResponse { tunnel_id: tunnel_id.required("`tunnel_id` is missing: a network needs it")? })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for NetworkResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// The tunnel of a hostname, as the API answers it.
///
/// Schema: `/$defs/ResolverNetworkResponse`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct ResolverNetworkResponse {
    tunnel_id: String,
    resolver_ips: Option<Vec<String>>,
}

impl ResolverNetworkResponse {
    /// A resolver network with the members that it needs.
    #[must_use]
    pub fn new(tunnel_id: impl Into<String>) -> ResolverNetworkResponse {
        ResolverNetworkResponse { tunnel_id: tunnel_id.into(), resolver_ips: None }
    }

    /// Identifier of the tunnel. The tunnel may be gone: a service outlives it.
    ///
    /// Schema: `/$defs/ResolverNetworkResponse/properties/tunnel_id`
    #[must_use]
    pub fn tunnel_id(&self) -> &str {
        &self.tunnel_id
    }

    /// Addresses of the DNS servers that are asked.
    ///
    /// Schema: `/$defs/ResolverNetworkResponse/properties/resolver_ips`
    #[must_use]
    pub fn resolver_ips(&self) -> Option<&[String]> {
        self.resolver_ips.as_deref()
    }

    /// The same with `resolver_ips`.
    #[must_use]
    pub fn with_resolver_ips(mut self, resolver_ips: Vec<String>) -> Self {
        self.resolver_ips = Some(resolver_ips);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for ResolverNetworkResponse {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("tunnel_id", &self.tunnel_id)?;
        if let Some(value) = &self.resolver_ips {
            map.serialize_entry("resolver_ips", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ResolverNetworkResponse {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ResolverNetworkResponse, D::Error> {
        struct Reader;
        enum Member {
            TunnelId,
            ResolverIps,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "tunnel_id" => Member::TunnelId,
                    "resolver_ips" => Member::ResolverIps,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ResolverNetworkResponse;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a resolver network")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ResolverNetworkResponse, A::Error> {
                let mut tunnel_id = Slot::Absent;
                let mut resolver_ips = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::TunnelId) => tunnel_id.read(&mut map, "tunnel_id", PhantomData::<String>)?,
                        Some(Member::ResolverIps) => {
                            resolver_ips.read_or_null(&mut map, "resolver_ips", List(PhantomData::<String>))?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(ResolverNetworkResponse {
                    tunnel_id: tunnel_id.required("`tunnel_id` is missing: a resolver network needs it")?,
                    resolver_ips: resolver_ips.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ResolverNetworkResponse {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Which part of the request a message is about.
///
/// Schema: `/$defs/MessageSource`
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct MessageSource {
    pointer: Option<String>,
}

impl MessageSource {
    /// A message source with no member yet.
    #[must_use]
    pub fn new() -> MessageSource {
        MessageSource { pointer: None }
    }

    /// JSON Pointer into the request.
    ///
    /// Schema: `/$defs/MessageSource/properties/pointer`
    #[must_use]
    pub fn pointer(&self) -> Option<&str> {
        self.pointer.as_deref()
    }

    /// The same with `pointer`.
    #[must_use]
    pub fn with_pointer(mut self, pointer: impl Into<String>) -> Self {
        self.pointer = Some(pointer.into());
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for MessageSource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(value) = &self.pointer {
            map.serialize_entry("pointer", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for MessageSource {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<MessageSource, D::Error> {
        struct Reader;
        enum Member {
            Pointer,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "pointer" => Member::Pointer,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = MessageSource;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a message source")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<MessageSource, A::Error> {
                let mut pointer = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Pointer) => pointer.read_or_null(&mut map, "pointer", PhantomData::<String>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(MessageSource { pointer: pointer.optional() })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for MessageSource {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// An error or a notice of the API.
///
/// Schema: `/$defs/Message`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct Message {
    code: i64,
    message: String,
    documentation_url: Option<String>,
    source: Option<MessageSource>,
}

impl Message {
    /// A message with the members that it needs.
    #[must_use]
    pub fn new(code: i64, message: impl Into<String>) -> Message {
        Message { code, message: message.into(), documentation_url: None, source: None }
    }

    /// Number of the error or notice.
    ///
    /// Schema: `/$defs/Message/properties/code`
    ///
    /// Differs from the published shape (`minimum: 1000`): code 971 is what a rate limit answers.
    #[must_use]
    pub fn code(&self) -> i64 {
        self.code
    }

    /// What happened, for people.
    ///
    /// Schema: `/$defs/Message/properties/message`
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where to read more.
    ///
    /// Schema: `/$defs/Message/properties/documentation_url`
    #[must_use]
    pub fn documentation_url(&self) -> Option<&str> {
        self.documentation_url.as_deref()
    }

    /// The same with `documentation_url`.
    #[must_use]
    pub fn with_documentation_url(mut self, documentation_url: impl Into<String>) -> Self {
        self.documentation_url = Some(documentation_url.into());
        self
    }

    /// Which part of the request a message is about.
    ///
    /// Schema: `/$defs/Message/properties/source`
    #[must_use]
    pub fn source(&self) -> Option<&MessageSource> {
        self.source.as_ref()
    }

    /// The same with `source`.
    #[must_use]
    pub fn with_source(mut self, source: MessageSource) -> Self {
        self.source = Some(source);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("code", &self.code)?;
        map.serialize_entry("message", &self.message)?;
        if let Some(value) = &self.documentation_url {
            map.serialize_entry("documentation_url", value)?;
        }
        if let Some(value) = &self.source {
            map.serialize_entry("source", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Message, D::Error> {
        struct Reader;
        enum Member {
            Code,
            Message,
            DocumentationUrl,
            Source,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "code" => Member::Code,
                    "message" => Member::Message,
                    "documentation_url" => Member::DocumentationUrl,
                    "source" => Member::Source,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = Message;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a message")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Message, A::Error> {
                let mut code = Slot::Absent;
                let mut message = Slot::Absent;
                let mut documentation_url = Slot::Absent;
                let mut source = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Code) => code.read(&mut map, "code", Integer::<i64>::new())?,
                        Some(Member::Message) => message.read(&mut map, "message", PhantomData::<String>)?,
                        Some(Member::DocumentationUrl) => {
                            documentation_url.read_or_null(&mut map, "documentation_url", PhantomData::<String>)?
                        }
                        Some(Member::Source) => {
                            source.read_or_null(&mut map, "source", PhantomData::<MessageSource>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(Message {
                    code: code.required("`code` is missing: a message needs it")?,
                    message: message.required("`message` is missing: a message needs it")?,
                    documentation_url: documentation_url.optional(),
                    source: source.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for Message {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Which page of a list this is. The API does not send it for services.
///
/// Schema: `/$defs/ResultInfo`
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct ResultInfo {
    page: Option<Finite>,
    per_page: Option<Finite>,
    total_pages: Option<Finite>,
    count: Option<Finite>,
    total_count: Option<Finite>,
}

impl ResultInfo {
    /// A result info with no member yet.
    #[must_use]
    pub fn new() -> ResultInfo {
        ResultInfo { page: None, per_page: None, total_pages: None, count: None, total_count: None }
    }

    /// Number of this page.
    ///
    /// Schema: `/$defs/ResultInfo/properties/page`
    #[must_use]
    pub fn page(&self) -> Option<Finite> {
        self.page
    }

    /// The same with `page`.
    #[must_use]
    pub fn with_page(mut self, page: Finite) -> Self {
        self.page = Some(page);
        self
    }

    /// Entries a page holds at most.
    ///
    /// Schema: `/$defs/ResultInfo/properties/per_page`
    #[must_use]
    pub fn per_page(&self) -> Option<Finite> {
        self.per_page
    }

    /// The same with `per_page`.
    #[must_use]
    pub fn with_per_page(mut self, per_page: Finite) -> Self {
        self.per_page = Some(per_page);
        self
    }

    /// Number of pages.
    ///
    /// Schema: `/$defs/ResultInfo/properties/total_pages`
    #[must_use]
    pub fn total_pages(&self) -> Option<Finite> {
        self.total_pages
    }

    /// The same with `total_pages`.
    #[must_use]
    pub fn with_total_pages(mut self, total_pages: Finite) -> Self {
        self.total_pages = Some(total_pages);
        self
    }

    /// Entries on this page.
    ///
    /// Schema: `/$defs/ResultInfo/properties/count`
    #[must_use]
    pub fn count(&self) -> Option<Finite> {
        self.count
    }

    /// The same with `count`.
    #[must_use]
    pub fn with_count(mut self, count: Finite) -> Self {
        self.count = Some(count);
        self
    }

    /// Entries on all pages.
    ///
    /// Schema: `/$defs/ResultInfo/properties/total_count`
    #[must_use]
    pub fn total_count(&self) -> Option<Finite> {
        self.total_count
    }

    /// The same with `total_count`.
    #[must_use]
    pub fn with_total_count(mut self, total_count: Finite) -> Self {
        self.total_count = Some(total_count);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for ResultInfo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(value) = &self.page {
            map.serialize_entry("page", value)?;
        }
        if let Some(value) = &self.per_page {
            map.serialize_entry("per_page", value)?;
        }
        if let Some(value) = &self.total_pages {
            map.serialize_entry("total_pages", value)?;
        }
        if let Some(value) = &self.count {
            map.serialize_entry("count", value)?;
        }
        if let Some(value) = &self.total_count {
            map.serialize_entry("total_count", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ResultInfo {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ResultInfo, D::Error> {
        struct Reader;
        enum Member {
            Page,
            PerPage,
            TotalPages,
            Count,
            TotalCount,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "page" => Member::Page,
                    "per_page" => Member::PerPage,
                    "total_pages" => Member::TotalPages,
                    "count" => Member::Count,
                    "total_count" => Member::TotalCount,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ResultInfo;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a result info")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ResultInfo, A::Error> {
                let mut page = Slot::Absent;
                let mut per_page = Slot::Absent;
                let mut total_pages = Slot::Absent;
                let mut count = Slot::Absent;
                let mut total_count = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Page) => page.read_or_null(&mut map, "page", PhantomData::<Finite>)?,
                        Some(Member::PerPage) => per_page.read_or_null(&mut map, "per_page", PhantomData::<Finite>)?,
                        Some(Member::TotalPages) => {
                            total_pages.read_or_null(&mut map, "total_pages", PhantomData::<Finite>)?
                        }
                        Some(Member::Count) => count.read_or_null(&mut map, "count", PhantomData::<Finite>)?,
                        Some(Member::TotalCount) => {
                            total_count.read_or_null(&mut map, "total_count", PhantomData::<Finite>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(ResultInfo {
                    page: page.optional(),
                    per_page: per_page.optional(),
                    total_pages: total_pages.optional(),
                    count: count.optional(),
                    total_count: total_count.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ResultInfo {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// What the path of an operation on one service names.
///
/// Schema: `/$defs/PathParameters`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct PathParameters {
    account_id: crate::AccountId,
    service_id: crate::ServiceId,
}

impl PathParameters {
    /// Path parameters with the members that it needs.
    #[must_use]
    pub fn new(account_id: crate::AccountId, service_id: crate::ServiceId) -> PathParameters {
        PathParameters { account_id, service_id }
    }

    /// Identifier of an account, 32 characters at most, and no step in a path (`.`, `..`).
    ///
    /// Schema: `/$defs/PathParameters/properties/account_id`
    #[must_use]
    pub fn account_id(&self) -> &crate::AccountId {
        &self.account_id
    }

    /// Identifier of a service: a UUID of 8, 4, 4, 4 and 12 hexadecimal digits.
    ///
    /// Schema: `/$defs/PathParameters/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> crate::ServiceId {
        self.service_id
    }
}

#[cfg(feature = "serde")]
impl Serialize for PathParameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("account_id", &self.account_id)?;
        map.serialize_entry("service_id", &self.service_id)?;
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for PathParameters {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<PathParameters, D::Error> {
        struct Reader;
        enum Member {
            AccountId,
            ServiceId,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "account_id" => Member::AccountId,
                    "service_id" => Member::ServiceId,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = PathParameters;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("path parameters")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<PathParameters, A::Error> {
                let mut account_id = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::AccountId) => {
                            account_id.read(&mut map, "account_id", PhantomData::<crate::AccountId>)?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read(&mut map, "service_id", PhantomData::<crate::ServiceId>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(PathParameters {
                    account_id: account_id.required("`account_id` is missing: path parameters need it")?,
                    service_id: service_id.required("`service_id` is missing: path parameters need it")?,
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for PathParameters {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// What the list of services can be asked for.
///
/// Schema: `/$defs/ListQuery`
#[derive(Clone, Debug, Default, Eq, Hash, PartialEq)]
pub struct ListQuery {
    type_: Option<ServiceType>,
    page: Option<ListQueryPage>,
    per_page: Option<ListQueryPerPage>,
}

impl ListQuery {
    /// A list query with no member yet.
    #[must_use]
    pub fn new() -> ListQuery {
        ListQuery { type_: None, page: None, per_page: None }
    }

    /// Only services of this type.
    ///
    /// Schema: `/$defs/ListQuery/properties/type`
    #[must_use]
    pub fn type_(&self) -> Option<ServiceType> {
        self.type_
    }

    /// The same with `type`.
    #[must_use]
    pub fn with_type_(mut self, type_: ServiceType) -> Self {
        self.type_ = Some(type_);
        self
    }

    /// Number of the page, from 1.
    ///
    /// Schema: `/$defs/ListQuery/properties/page`
    #[must_use]
    pub fn page(&self) -> Option<ListQueryPage> {
        self.page
    }

    /// The same with `page`.
    #[must_use]
    pub fn with_page(mut self, page: ListQueryPage) -> Self {
        self.page = Some(page);
        self
    }

    /// Entries a page holds at most.
    ///
    /// Schema: `/$defs/ListQuery/properties/per_page`
    #[must_use]
    pub fn per_page(&self) -> Option<ListQueryPerPage> {
        self.per_page
    }

    /// The same with `per_page`.
    #[must_use]
    pub fn with_per_page(mut self, per_page: ListQueryPerPage) -> Self {
        self.per_page = Some(per_page);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for ListQuery {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        if let Some(value) = &self.type_ {
            map.serialize_entry("type", value)?;
        }
        if let Some(value) = &self.page {
            map.serialize_entry("page", value)?;
        }
        if let Some(value) = &self.per_page {
            map.serialize_entry("per_page", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ListQuery {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ListQuery, D::Error> {
        struct Reader;
        enum Member {
            Type,
            Page,
            PerPage,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "type" => Member::Type,
                    "page" => Member::Page,
                    "per_page" => Member::PerPage,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = ListQuery;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a list query")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<ListQuery, A::Error> {
                let mut type_ = Slot::Absent;
                let mut page = Slot::Absent;
                let mut per_page = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Type) => type_.read_or_null(&mut map, "type", PhantomData::<ServiceType>)?,
                        Some(Member::Page) => page.read(&mut map, "page", PhantomData::<ListQueryPage>)?,
                        Some(Member::PerPage) => {
                            per_page.read(&mut map, "per_page", PhantomData::<ListQueryPerPage>)?
                        }
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(ListQuery { type_: type_.optional(), page: page.optional(), per_page: per_page.optional() })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ListQuery {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Number of the page, from 1.
///
/// Schema: `/$defs/ListQuery/properties/page`
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ListQueryPage(u32);

impl Display for ListQueryPage {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, formatter)
    }
}

impl TryFrom<u32> for ListQueryPage {
    type Error = InvalidValue;
    fn try_from(value: u32) -> Result<ListQueryPage, InvalidValue> {
        let is_right = (1..=2_147_483_647).contains(&value);
        if is_right {
            Ok(ListQueryPage(value))
        } else {
            Err(InvalidValue::new("a page is an integer from 1 to 2147483647"))
        }
    }
}

impl From<ListQueryPage> for u32 {
    fn from(value: ListQueryPage) -> u32 {
        value.0
    }
}

#[cfg(feature = "serde")]
impl Serialize for ListQueryPage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl ListQueryPage {
    /// The value.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ListQueryPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ListQueryPage, D::Error> {
        let value = Integer::<u32>::new().deserialize(deserializer)?;
        let wrong = |error| serde::de::Error::custom(format_args!("found {value}, and {error}"));
        ListQueryPage::try_from(value).map_err(wrong)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ListQueryPage {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Entries a page holds at most.
///
/// Schema: `/$defs/ListQuery/properties/per_page`
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct ListQueryPerPage(u16);

impl Display for ListQueryPerPage {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        Display::fmt(&self.0, formatter)
    }
}

impl TryFrom<u16> for ListQueryPerPage {
    type Error = InvalidValue;
    fn try_from(value: u16) -> Result<ListQueryPerPage, InvalidValue> {
        let is_right = (1..=1000).contains(&value);
        if is_right {
            Ok(ListQueryPerPage(value))
        } else {
            Err(InvalidValue::new("a page size is an integer from 1 to 1000"))
        }
    }
}

impl From<ListQueryPerPage> for u16 {
    fn from(value: ListQueryPerPage) -> u16 {
        value.0
    }
}

#[cfg(feature = "serde")]
impl Serialize for ListQueryPerPage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl ListQueryPerPage {
    /// The value.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for ListQueryPerPage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<ListQueryPerPage, D::Error> {
        let value = Integer::<u16>::new().deserialize(deserializer)?;
        let wrong = |error| serde::de::Error::custom(format_args!("found {value}, and {error}"));
        ListQueryPerPage::try_from(value).map_err(wrong)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for ListQueryPerPage {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

#[cfg(feature = "schemars")]
impl JsonSchema for ServiceRequest {
    fn schema_name() -> Cow<'static, str> {
        "ServiceRequest".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ServiceRequest").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"service","description":"A connectivity service as it is sent: the body of a create or of an update. An update replaces the whole service, so both follow the same rules.","x-direction":"request","x-rule":{"oneOf":"unknown-service-type"},"x-correction":[{"published":"oneOf of both configurations, each allowing either `type`","reason":"counted literally, every valid service matches both branches and is refused; each branch pins `type`","source":"published OpenAPI document, components/schemas/infra_ServiceConfig"}],"oneOf":[{"$ref":"#/$defs/HttpServiceRequest"},{"$ref":"#/$defs/TcpServiceRequest"}],"examples":[{"name":"web-app","type":"http","host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}},"http_port":8080,"https_port":8443}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/HttpServiceRequest" => generator.subschema_for::<HttpServiceRequest>(),
                    "#/$defs/TcpServiceRequest" => generator.subschema_for::<TcpServiceRequest>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for HttpServiceRequest {
    fn schema_name() -> Cow<'static, str> {
        "HttpServiceRequest".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "HttpServiceRequest").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"HTTP service","description":"An origin that speaks HTTP, HTTPS or both. With neither port the documented defaults 80 and 443 apply; with one port, only that scheme is served.","x-direction":"request","x-unknown-member":"warning","type":"object","required":["name","type","host"],"properties":{"name":{"$ref":"#/$defs/ServiceName"},"type":{"const":"http","title":"service type","description":"Marks the service as HTTP."},"host":{"$ref":"#/$defs/Host"},"tls_settings":{"anyOf":[{"$ref":"#/$defs/TlsSettings"},{"type":"null"}]},"http_port":{"description":"Port on which the origin speaks HTTP.","anyOf":[{"$ref":"#/$defs/Port"},{"type":"null"}]},"https_port":{"description":"Port on which the origin speaks HTTPS.","anyOf":[{"$ref":"#/$defs/Port"},{"type":"null"}]},"tcp_port":{"type":"null","x-rule":"member-of-other-type"},"app_protocol":{"type":"null","x-rule":"member-of-other-type"},"service_id":{"title":"service id","description":"Identifier that the API gave to the service. Sending it back changes nothing: the path names the service.","type":"string","readOnly":true},"created_at":{"title":"creation time","description":"When the API stored the service. Sending it back changes nothing.","type":"string","readOnly":true},"updated_at":{"title":"time of the last update","description":"When the service was last replaced. Sending it back changes nothing.","type":"string","readOnly":true}},"x-correction":[{"published":"members of the other configuration are not mentioned","reason":"the API has no use for them, and a branch that ignores them would hide a mistake; null is how the API itself writes an unused member","source":"published OpenAPI document, components/schemas/infra_HttpServiceConfig, infra_TcpServiceConfig"}],"examples":[{"name":"web-app","type":"http","host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}},"http_port":8080,"https_port":8443}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/Host" => generator.subschema_for::<Host>(),
                    "#/$defs/Port" => generator.subschema_for::<crate::Port>(),
                    "#/$defs/ServiceName" => generator.subschema_for::<crate::ServiceName>(),
                    "#/$defs/TlsSettings" => generator.subschema_for::<TlsSettings>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for TcpServiceRequest {
    fn schema_name() -> Cow<'static, str> {
        "TcpServiceRequest".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "TcpServiceRequest").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"TCP service","description":"An origin that speaks any protocol over TCP, such as a database.","x-direction":"request","x-unknown-member":"warning","type":"object","required":["name","type","host","tcp_port"],"properties":{"name":{"$ref":"#/$defs/ServiceName"},"type":{"const":"tcp","title":"service type","description":"Marks the service as TCP."},"host":{"$ref":"#/$defs/Host"},"tls_settings":{"anyOf":[{"$ref":"#/$defs/TlsSettings"},{"type":"null"}]},"tcp_port":{"$ref":"#/$defs/Port","description":"Port on which the origin listens."},"app_protocol":{"anyOf":[{"$ref":"#/$defs/AppProtocol"},{"type":"null"}]},"http_port":{"type":"null","x-rule":"member-of-other-type"},"https_port":{"type":"null","x-rule":"member-of-other-type"},"service_id":{"title":"service id","description":"Identifier that the API gave to the service. Sending it back changes nothing: the path names the service.","type":"string","readOnly":true},"created_at":{"title":"creation time","description":"When the API stored the service. Sending it back changes nothing.","type":"string","readOnly":true},"updated_at":{"title":"time of the last update","description":"When the service was last replaced. Sending it back changes nothing.","type":"string","readOnly":true}},"x-correction":[{"published":"members of the other configuration are not mentioned","reason":"the API has no use for them, and a branch that ignores them would hide a mistake; null is how the API itself writes an unused member","source":"published OpenAPI document, components/schemas/infra_HttpServiceConfig, infra_TcpServiceConfig"},{"published":"`tcp_port` optional and nullable","reason":"the documentation and the official command line require it: nothing else says where to connect","source":"published OpenAPI document, components/schemas/infra_TcpServiceConfig; Workers VPC documentation, VPC services"}],"examples":[{"name":"postgres-db","type":"tcp","host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}},"tcp_port":5432,"app_protocol":"postgresql"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/AppProtocol" => generator.subschema_for::<AppProtocol>(),
                    "#/$defs/Host" => generator.subschema_for::<Host>(),
                    "#/$defs/Port" => generator.subschema_for::<crate::Port>(),
                    "#/$defs/ServiceName" => generator.subschema_for::<crate::ServiceName>(),
                    "#/$defs/TlsSettings" => generator.subschema_for::<TlsSettings>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ServiceType {
    fn schema_name() -> Cow<'static, str> {
        "ServiceType".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ServiceType").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"service type","description":"Which kind of origin a service stands for.","enum":["http","tcp"],"x-rule":{"enum":"unknown-service-type"},"x-enum-descriptions":{"http":"HTTP, HTTPS or both.","tcp":"Any protocol over TCP."}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for AppProtocol {
    fn schema_name() -> Cow<'static, str> {
        "AppProtocol".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "AppProtocol").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"application protocol","description":"What is spoken over the TCP connection: a hint for products such as Hyperdrive.","enum":["postgresql","mysql"],"x-rule":{"enum":"unknown-app-protocol"},"examples":["postgresql"],"x-enum-descriptions":{"postgresql":"The PostgreSQL wire protocol.","mysql":"The MySQL wire protocol."}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Host {
    fn schema_name() -> Cow<'static, str> {
        "Host".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Host").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"host","description":"Where the origin is: one or two addresses behind a `network`, or a hostname behind a `resolver_network`. A null member counts as absent.","x-rule":{"oneOf":"address-and-hostname","required":"host-without-address"},"x-correction":[{"published":"oneOf of four hosts that do not mention each other's members","reason":"counted literally, a dual stack host matches three branches and is refused, and an address beside a hostname is accepted; each branch lets the others' members be null at most, which is how the API itself writes them","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}],"oneOf":[{"$ref":"#/$defs/Ipv4Host"},{"$ref":"#/$defs/Ipv6Host"},{"$ref":"#/$defs/DualStackHost"},{"$ref":"#/$defs/HostnameHost"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/DualStackHost" => generator.subschema_for::<DualStackHost>(),
                    "#/$defs/HostnameHost" => generator.subschema_for::<HostnameHost>(),
                    "#/$defs/Ipv4Host" => generator.subschema_for::<Ipv4Host>(),
                    "#/$defs/Ipv6Host" => generator.subschema_for::<Ipv6Host>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv4Host {
    fn schema_name() -> Cow<'static, str> {
        "Ipv4Host".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv4Host").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"IPv4 host","description":"An origin with an IPv4 address.","x-unknown-member":"warning","type":"object","required":["ipv4","network"],"properties":{"ipv4":{"$ref":"#/$defs/Ipv4Address"},"ipv6":{"type":"null"},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/Network"},"resolver_network":{"type":"null","x-rule":"wrong-network"}},"examples":[{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/Ipv4Address" => generator.subschema_for::<Ipv4AddressSchema>(),
                    "#/$defs/Network" => generator.subschema_for::<Network>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv6Host {
    fn schema_name() -> Cow<'static, str> {
        "Ipv6Host".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv6Host").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"IPv6 host","description":"An origin with an IPv6 address.","x-unknown-member":"warning","type":"object","required":["ipv6","network"],"properties":{"ipv4":{"type":"null"},"ipv6":{"$ref":"#/$defs/Ipv6Address"},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/Network"},"resolver_network":{"type":"null","x-rule":"wrong-network"}},"examples":[{"ipv6":"fe80::1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/Ipv6Address" => generator.subschema_for::<Ipv6AddressSchema>(),
                    "#/$defs/Network" => generator.subschema_for::<Network>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for DualStackHost {
    fn schema_name() -> Cow<'static, str> {
        "DualStackHost".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "DualStackHost").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"dual stack host","description":"An origin with an address of each family.","x-unknown-member":"warning","type":"object","required":["ipv4","ipv6","network"],"properties":{"ipv4":{"$ref":"#/$defs/Ipv4Address"},"ipv6":{"$ref":"#/$defs/Ipv6Address"},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/Network"},"resolver_network":{"type":"null","x-rule":"wrong-network"}},"examples":[{"ipv4":"10.0.0.1","ipv6":"fe80::1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/Ipv4Address" => generator.subschema_for::<Ipv4AddressSchema>(),
                    "#/$defs/Ipv6Address" => generator.subschema_for::<Ipv6AddressSchema>(),
                    "#/$defs/Network" => generator.subschema_for::<Network>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for HostnameHost {
    fn schema_name() -> Cow<'static, str> {
        "HostnameHost".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "HostnameHost").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"hostname host","description":"An origin that is looked up by name, from inside the private network.","x-unknown-member":"warning","type":"object","required":["hostname","resolver_network"],"properties":{"ipv4":{"type":"null"},"ipv6":{"type":"null"},"hostname":{"$ref":"#/$defs/Hostname"},"network":{"type":"null","x-rule":"wrong-network"},"resolver_network":{"$ref":"#/$defs/ResolverNetwork"}},"examples":[{"hostname":"example.com","resolver_network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da","resolver_ips":["10.0.0.1"]}}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/Hostname" => generator.subschema_for::<crate::Hostname>(),
                    "#/$defs/ResolverNetwork" => generator.subschema_for::<ResolverNetwork>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Network {
    fn schema_name() -> Cow<'static, str> {
        "Network".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Network").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"network","description":"The tunnel that leads to an address.","x-unknown-member":"warning","type":"object","required":["tunnel_id"],"properties":{"tunnel_id":{"$ref":"#/$defs/TunnelId"},"resolver_ips":{"type":"null","x-rule":"resolver-ips-in-network"}},"x-correction":[{"published":"`resolver_ips` not mentioned","reason":"nothing is resolved for an address, so resolvers beside it are a mistake","source":"published OpenAPI document, components/schemas/infra_Network"}],"examples":[{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/TunnelId" => generator.subschema_for::<crate::TunnelId>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ResolverNetwork {
    fn schema_name() -> Cow<'static, str> {
        "ResolverNetwork".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ResolverNetwork").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"resolver network","description":"The tunnel that leads to a hostname, and who resolves it there.","x-unknown-member":"warning","type":"object","required":["tunnel_id"],"properties":{"tunnel_id":{"$ref":"#/$defs/TunnelId"},"resolver_ips":{"description":"Addresses of the DNS servers to ask. Without them the resolver of the machine that runs the tunnel is asked.","anyOf":[{"title":"list of resolvers","type":"array","items":{"$ref":"#/$defs/IpAddress"}},{"type":"null"}]}},"examples":[{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da","resolver_ips":["10.0.0.1"]}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/IpAddress" => generator.subschema_for::<IpAddressSchema>(),
                    "#/$defs/TunnelId" => generator.subschema_for::<crate::TunnelId>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for TlsSettings {
    fn schema_name() -> Cow<'static, str> {
        "TlsSettings".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "TlsSettings").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"TLS settings","description":"How the connection to the origin is secured. Without them the mode is `verify_full`.","x-unknown-member":"warning","type":"object","required":["cert_verification_mode"],"properties":{"cert_verification_mode":{"$ref":"#/$defs/CertVerificationMode"}},"examples":[{"cert_verification_mode":"verify_full"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/CertVerificationMode" => generator.subschema_for::<CertVerificationMode>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for CertVerificationMode {
    fn schema_name() -> Cow<'static, str> {
        "CertVerificationMode".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "CertVerificationMode").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"certificate verification mode","description":"How the certificate of the origin is verified.","enum":["verify_full","verify_ca","disabled"],"x-enum-descriptions":{"verify_full":"The certificate chain and the hostname are verified. This is the default.","verify_ca":"The certificate chain is verified, the hostname is not.","disabled":"The certificate is not verified at all."},"x-rule":{"enum":"unknown-cert-verification-mode"},"default":"verify_full","x-correction":[{"published":"a string whose values only the description lists","reason":"the documentation and the official command line know exactly three","source":"published OpenAPI document, components/schemas/infra_ApiTlsSettings"}],"examples":["verify_full"]}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ServiceResponse {
    fn schema_name() -> Cow<'static, str> {
        "ServiceResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ServiceResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"service","description":"A connectivity service as the API answers it. Members that are not known are ignored, unused ones may be null, and enumerations may have grown.","x-direction":"response","oneOf":[{"$ref":"#/$defs/HttpServiceResponse"},{"$ref":"#/$defs/TcpServiceResponse"},{"$ref":"#/$defs/OtherServiceResponse"}],"x-correction":[{"published":"oneOf of both configurations, each allowing either `type`","reason":"counted literally, every valid service matches both branches and is refused; each branch pins `type`","source":"published OpenAPI document, components/schemas/infra_ServiceConfig"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/HttpServiceResponse" => generator.subschema_for::<HttpServiceResponse>(),
                    "#/$defs/OtherServiceResponse" => generator.subschema_for::<OtherServiceResponse>(),
                    "#/$defs/TcpServiceResponse" => generator.subschema_for::<TcpServiceResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for HttpServiceResponse {
    fn schema_name() -> Cow<'static, str> {
        "HttpServiceResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "HttpServiceResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"HTTP service","description":"An HTTP service as the API answers it.","x-direction":"response","type":"object","required":["name","type","host"],"properties":{"name":{"type":"string","title":"service name","description":"What the service is called."},"type":{"const":"http","title":"service type","description":"Marks the service as HTTP."},"host":{"$ref":"#/$defs/HostResponse"},"tls_settings":{"anyOf":[{"$ref":"#/$defs/TlsSettingsResponse"},{"type":"null"}]},"http_port":{"title":"port","type":["integer","null"],"minimum":1,"maximum":4294967295,"x-rule":{"minimum":"port-range","maximum":"port-range"},"description":"Port for HTTP; null where none was given. The defaults are not filled in."},"https_port":{"title":"port","type":["integer","null"],"minimum":1,"maximum":4294967295,"x-rule":{"minimum":"port-range","maximum":"port-range"},"description":"Port for HTTPS; null where none was given. The defaults are not filled in."},"service_id":{"type":["string","null"],"readOnly":true,"title":"service id","description":"Identifier of the service, a UUID."},"created_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was stored. An update resets it."},"updated_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was last replaced."}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/HostResponse" => generator.subschema_for::<HostResponse>(),
                    "#/$defs/Timestamp" => generator.subschema_for::<crate::Timestamp>(),
                    "#/$defs/TlsSettingsResponse" => generator.subschema_for::<TlsSettingsResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for TcpServiceResponse {
    fn schema_name() -> Cow<'static, str> {
        "TcpServiceResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "TcpServiceResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"TCP service","description":"A TCP service as the API answers it.","x-direction":"response","type":"object","required":["name","type","host"],"properties":{"name":{"type":"string","title":"service name","description":"What the service is called."},"type":{"const":"tcp","title":"service type","description":"Marks the service as TCP."},"host":{"$ref":"#/$defs/HostResponse"},"tls_settings":{"anyOf":[{"$ref":"#/$defs/TlsSettingsResponse"},{"type":"null"}]},"tcp_port":{"title":"port","type":["integer","null"],"minimum":1,"maximum":4294967295,"x-rule":{"minimum":"port-range","maximum":"port-range"},"description":"Port of the origin."},"app_protocol":{"description":"Protocol over the connection; one that is not known yet is kept as it is.","anyOf":[{"$ref":"#/$defs/AppProtocolResponse"},{"type":"null"}]},"service_id":{"type":["string","null"],"readOnly":true,"title":"service id","description":"Identifier of the service, a UUID."},"created_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was stored. An update resets it."},"updated_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was last replaced."}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/AppProtocolResponse" => generator.subschema_for::<AppProtocolResponse>(),
                    "#/$defs/HostResponse" => generator.subschema_for::<HostResponse>(),
                    "#/$defs/Timestamp" => generator.subschema_for::<crate::Timestamp>(),
                    "#/$defs/TlsSettingsResponse" => generator.subschema_for::<TlsSettingsResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for OtherServiceResponse {
    fn schema_name() -> Cow<'static, str> {
        "OtherServiceResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "OtherServiceResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"service of another type","description":"A service of a type that the API did not have when this was written.","x-direction":"response","type":"object","required":["name","type","host"],"properties":{"name":{"type":"string","title":"service name","description":"What the service is called."},"type":{"type":"string","not":{"enum":["http","tcp"]},"title":"service type","description":"The type, which is neither `http` nor `tcp`."},"host":{"$ref":"#/$defs/HostResponse"},"tls_settings":{"anyOf":[{"$ref":"#/$defs/TlsSettingsResponse"},{"type":"null"}]},"service_id":{"type":["string","null"],"readOnly":true,"title":"service id","description":"Identifier of the service, a UUID."},"created_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was stored. An update resets it."},"updated_at":{"$ref":"#/$defs/Timestamp","readOnly":true,"description":"When the service was last replaced."}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/HostResponse" => generator.subschema_for::<HostResponse>(),
                    "#/$defs/Timestamp" => generator.subschema_for::<crate::Timestamp>(),
                    "#/$defs/TlsSettingsResponse" => generator.subschema_for::<TlsSettingsResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for AppProtocolResponse {
    fn schema_name() -> Cow<'static, str> {
        "AppProtocolResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "AppProtocolResponse").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"application protocol","description":"A protocol over TCP, which may be a later one.","type":"string","x-open":["postgresql","mysql"],"x-enum-descriptions":{"postgresql":"The PostgreSQL wire protocol.","mysql":"The MySQL wire protocol."}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for CertVerificationModeResponse {
    fn schema_name() -> Cow<'static, str> {
        "CertVerificationModeResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "CertVerificationModeResponse").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"certificate verification mode","description":"A mode of certificate verification, which may be a later one.","type":"string","x-open":["verify_full","verify_ca","disabled"],"x-enum-descriptions":{"verify_full":"The certificate chain and the hostname are verified. This is the default.","verify_ca":"The certificate chain is verified, the hostname is not.","disabled":"The certificate is not verified at all."}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for TlsSettingsResponse {
    fn schema_name() -> Cow<'static, str> {
        "TlsSettingsResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "TlsSettingsResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"TLS settings","description":"How the connection to the origin is secured, as the API answers it.","type":"object","required":["cert_verification_mode"],"properties":{"cert_verification_mode":{"$ref":"#/$defs/CertVerificationModeResponse"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/CertVerificationModeResponse" => generator.subschema_for::<CertVerificationModeResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for HostResponse {
    fn schema_name() -> Cow<'static, str> {
        "HostResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "HostResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"host","description":"Where the origin is, as the API answers it: all five members, null where unused.","x-rule":{"oneOf":"address-and-hostname","required":"host-without-address"},"oneOf":[{"$ref":"#/$defs/Ipv4HostResponse"},{"$ref":"#/$defs/Ipv6HostResponse"},{"$ref":"#/$defs/DualStackHostResponse"},{"$ref":"#/$defs/HostnameHostResponse"}],"x-correction":[{"published":"oneOf of four hosts that do not mention each other's members","reason":"counted literally, a dual stack host matches three branches and is refused, and an address beside a hostname is accepted; each branch lets the others' members be null at most, which is how the API itself writes them","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/DualStackHostResponse" => generator.subschema_for::<DualStackHostResponse>(),
                    "#/$defs/HostnameHostResponse" => generator.subschema_for::<HostnameHostResponse>(),
                    "#/$defs/Ipv4HostResponse" => generator.subschema_for::<Ipv4HostResponse>(),
                    "#/$defs/Ipv6HostResponse" => generator.subschema_for::<Ipv6HostResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv4HostResponse {
    fn schema_name() -> Cow<'static, str> {
        "Ipv4HostResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv4HostResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"IPv4 host","description":"A host with an IPv4 address, as the API answers it.","type":"object","required":["ipv4","network"],"properties":{"ipv4":{"type":"string","description":"The IPv4 address."},"ipv6":{"type":"null"},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/NetworkResponse"},"resolver_network":{"type":"null","x-rule":"wrong-network"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/NetworkResponse" => generator.subschema_for::<NetworkResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv6HostResponse {
    fn schema_name() -> Cow<'static, str> {
        "Ipv6HostResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv6HostResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"IPv6 host","description":"A host with an IPv6 address, as the API answers it.","type":"object","required":["ipv6","network"],"properties":{"ipv4":{"type":"null"},"ipv6":{"type":"string","description":"The IPv6 address."},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/NetworkResponse"},"resolver_network":{"type":"null","x-rule":"wrong-network"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/NetworkResponse" => generator.subschema_for::<NetworkResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for DualStackHostResponse {
    fn schema_name() -> Cow<'static, str> {
        "DualStackHostResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "DualStackHostResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"dual stack host","description":"A host with an address of each family, as the API answers it.","type":"object","required":["ipv4","ipv6","network"],"properties":{"ipv4":{"type":"string","description":"The IPv4 address."},"ipv6":{"type":"string","description":"The IPv6 address."},"hostname":{"type":"null"},"network":{"$ref":"#/$defs/NetworkResponse"},"resolver_network":{"type":"null","x-rule":"wrong-network"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/NetworkResponse" => generator.subschema_for::<NetworkResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for HostnameHostResponse {
    fn schema_name() -> Cow<'static, str> {
        "HostnameHostResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "HostnameHostResponse").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"hostname host","description":"A host with a name, as the API answers it.","type":"object","required":["hostname","resolver_network"],"properties":{"ipv4":{"type":"null"},"ipv6":{"type":"null"},"hostname":{"type":"string","description":"The name, in lower case."},"network":{"type":"null","x-rule":"wrong-network"},"resolver_network":{"$ref":"#/$defs/ResolverNetworkResponse"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/ResolverNetworkResponse" => generator.subschema_for::<ResolverNetworkResponse>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for NetworkResponse {
    fn schema_name() -> Cow<'static, str> {
        "NetworkResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "NetworkResponse").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"network","description":"The tunnel of an address, as the API answers it.","type":"object","required":["tunnel_id"],"properties":{"tunnel_id":{"type":"string","title":"tunnel id","description":"Identifier of the tunnel. The tunnel may be gone: a service outlives it."}}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ResolverNetworkResponse {
    fn schema_name() -> Cow<'static, str> {
        "ResolverNetworkResponse".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ResolverNetworkResponse").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"resolver network","description":"The tunnel of a hostname, as the API answers it.","type":"object","required":["tunnel_id"],"properties":{"tunnel_id":{"type":"string","title":"tunnel id","description":"Identifier of the tunnel. The tunnel may be gone: a service outlives it."},"resolver_ips":{"description":"Addresses of the DNS servers that are asked.","anyOf":[{"title":"list of resolvers","type":"array","items":{"type":"string"}},{"type":"null"}]}}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for MessageSource {
    fn schema_name() -> Cow<'static, str> {
        "MessageSource".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "MessageSource").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"message source","description":"Which part of the request a message is about.","type":"object","properties":{"pointer":{"type":["string","null"],"description":"JSON Pointer into the request."}}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for Message {
    fn schema_name() -> Cow<'static, str> {
        "Message".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Message").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"message","description":"An error or a notice of the API.","type":"object","required":["code","message"],"properties":{"code":{"type":"integer","minimum":-9223372036854775808,"maximum":9223372036854775807,"title":"code","description":"Number of the error or notice.","x-correction":[{"published":"`minimum: 1000`","reason":"code 971 is what a rate limit answers","source":"published OpenAPI document, components/schemas/infra_messages"}]},"message":{"type":"string","title":"message text","description":"What happened, for people."},"documentation_url":{"type":["string","null"],"title":"documentation address","description":"Where to read more."},"source":{"anyOf":[{"$ref":"#/$defs/MessageSource"},{"type":"null"}]}},"examples":[{"code":7003,"message":"No route for the URI"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/MessageSource" => generator.subschema_for::<MessageSource>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ResultInfo {
    fn schema_name() -> Cow<'static, str> {
        "ResultInfo".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ResultInfo").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"result info","description":"Which page of a list this is. The API does not send it for services.","type":"object","properties":{"page":{"type":["number","null"],"description":"Number of this page."},"per_page":{"type":["number","null"],"description":"Entries a page holds at most."},"total_pages":{"type":["number","null"],"description":"Number of pages."},"count":{"type":["number","null"],"description":"Entries on this page."},"total_count":{"type":["number","null"],"description":"Entries on all pages."}}}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for PathParameters {
    fn schema_name() -> Cow<'static, str> {
        "PathParameters".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "PathParameters").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"path parameters","description":"What the path of an operation on one service names.","type":"object","required":["account_id","service_id"],"properties":{"account_id":{"$ref":"#/$defs/AccountId"},"service_id":{"$ref":"#/$defs/ServiceId"}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/AccountId" => generator.subschema_for::<crate::AccountId>(),
                    "#/$defs/ServiceId" => generator.subschema_for::<crate::ServiceId>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ListQuery {
    fn schema_name() -> Cow<'static, str> {
        "ListQuery".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ListQuery").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"list query","description":"What the list of services can be asked for.","type":"object","properties":{"type":{"description":"Only services of this type.","anyOf":[{"$ref":"#/$defs/ServiceType"},{"type":"null"}]},"page":{"title":"page","type":"integer","minimum":1,"maximum":2147483647,"default":1,"description":"Number of the page, from 1."},"per_page":{"title":"page size","type":"integer","minimum":1,"maximum":1000,"default":1000,"description":"Entries a page holds at most."}}}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/ServiceType" => generator.subschema_for::<ServiceType>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for OtherServiceResponseType {
    fn schema_name() -> Cow<'static, str> {
        "OtherServiceResponseType".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "OtherServiceResponseType").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"type":"string","not":{"enum":["http","tcp"]},"title":"service type","description":"The type, which is neither `http` nor `tcp`."}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ListQueryPage {
    fn schema_name() -> Cow<'static, str> {
        "ListQueryPage".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ListQueryPage").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"page","type":"integer","minimum":1,"maximum":2147483647,"default":1,"description":"Number of the page, from 1."}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for ListQueryPerPage {
    fn schema_name() -> Cow<'static, str> {
        "ListQueryPerPage".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "ListQueryPerPage").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"page size","type":"integer","minimum":1,"maximum":1000,"default":1000,"description":"Entries a page holds at most."}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
enum Ipv4AddressSchema {}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv4AddressSchema {
    fn schema_name() -> Cow<'static, str> {
        "Ipv4Address".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv4Address").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"IPv4 address","description":"Four decimal numbers from 0 to 255 with dots between them, without leading zeros, port or prefix length (RFC 6943 section 3.1.1, strict form).","type":"string","format":"ipv4","pattern":"^(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$","not":{"pattern":"[^0-9.]"},"x-type":"core::net::Ipv4Addr","x-rule":{"format":"invalid-ipv4"},"x-correction":[{"published":"a plain string","reason":"it holds an IPv4 address; the rule is spelt out because `format` alone asserts nothing","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}],"examples":["10.0.0.1"]}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
enum Ipv6AddressSchema {}

#[cfg(feature = "schemars")]
impl JsonSchema for Ipv6AddressSchema {
    fn schema_name() -> Cow<'static, str> {
        "Ipv6Address".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "Ipv6Address").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"IPv6 address","description":"An address in the text form of RFC 4291 section 2.2, without brackets, zone id, port or prefix length.","type":"string","format":"ipv6","pattern":"^(?:(?:[0-9A-Fa-f]{1,4}:){6}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|::(?:[0-9A-Fa-f]{1,4}:){5}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){4}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,1}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){3}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,2}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){2}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,3}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}:(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,4}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,5}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}|(?:(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4})?::)$","not":{"pattern":"[^0-9A-Fa-f:.]"},"x-type":"core::net::Ipv6Addr","x-rule":{"format":"invalid-ipv6"},"x-correction":[{"published":"a plain string","reason":"it holds an IPv6 address; the rule is spelt out because `format` alone asserts nothing","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}],"examples":["fe80::1"]}"#,
            |_| None,
        )
    }
}

#[cfg(feature = "schemars")]
enum IpAddressSchema {}

#[cfg(feature = "schemars")]
impl JsonSchema for IpAddressSchema {
    fn schema_name() -> Cow<'static, str> {
        "IpAddress".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "IpAddress").into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema(
            r#"{"title":"IP address","description":"An IPv4 or an IPv6 address.","type":"string","anyOf":[{"pattern":"^(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}$"},{"pattern":"^(?:(?:[0-9A-Fa-f]{1,4}:){6}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|::(?:[0-9A-Fa-f]{1,4}:){5}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){4}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,1}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){3}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,2}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){2}(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,3}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}:(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,4}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3})|(?:(?:[0-9A-Fa-f]{1,4}:){0,5}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}|(?:(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4})?::)$"}],"not":{"pattern":"[^0-9A-Fa-f:.]"},"x-type":"core::net::IpAddr","x-rule":{"format":"invalid-resolver-ip"},"x-correction":[{"published":"a plain string","reason":"it holds an address; the rule is spelt out because `format` alone asserts nothing","source":"published OpenAPI document, components/schemas/infra_ServiceHost"}],"examples":["10.0.0.1"]}"#,
            |_| None,
        )
    }
}
