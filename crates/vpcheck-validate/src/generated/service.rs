// Written by `cargo xtask codegen` from `schema/service.schema.json`: change that, not this.

use crate::scalar::Scalar;
use crate::schema::{ANY, Absence, Additional, Bound, Dispatch, Kinds, Literal, Member, Schema, Slot, Union};

pub(crate) static SERVICE_REQUEST: Schema = Schema {
    pointer: "/$defs/ServiceRequest",
    title: Some("service"),
    rules: &[("oneOf", "unknown-service-type")],
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&HTTP_SERVICE_REQUEST), Slot::of(&TCP_SERVICE_REQUEST)],
        dispatch: Dispatch::Tag {
            member: "type",
            values: &[Some(&[Literal::String("http")]), Some(&[Literal::String("tcp")])],
        },
    }),
    ..ANY
};

pub(crate) static HTTP_SERVICE_REQUEST: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest",
    title: Some("HTTP service"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "name", slot: Slot::of(&SERVICE_NAME), read_only: false },
        Member { name: "type", slot: Slot::of(&HTTP_SERVICE_REQUEST_TYPE), read_only: false },
        Member { name: "host", slot: Slot::of(&HOST), read_only: false },
        Member { name: "tls_settings", slot: Slot::nullable(&TLS_SETTINGS), read_only: false },
        Member { name: "http_port", slot: Slot::nullable(&PORT), read_only: false },
        Member { name: "https_port", slot: Slot::nullable(&PORT), read_only: false },
        Member { name: "tcp_port", slot: Slot::of(&HTTP_SERVICE_REQUEST_TCP_PORT), read_only: false },
        Member { name: "app_protocol", slot: Slot::of(&HTTP_SERVICE_REQUEST_APP_PROTOCOL), read_only: false },
        Member { name: "service_id", slot: Slot::of(&HTTP_SERVICE_REQUEST_SERVICE_ID), read_only: true },
        Member { name: "created_at", slot: Slot::of(&HTTP_SERVICE_REQUEST_CREATED_AT), read_only: true },
        Member { name: "updated_at", slot: Slot::of(&HTTP_SERVICE_REQUEST_UPDATED_AT), read_only: true },
    ],
    required: 0b111,
    additional: Additional::Warned,
    ..ANY
};

static HTTP_SERVICE_REQUEST_TYPE: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/type",
    title: Some("service type"),
    kinds: Kinds::STRING,
    values: &[Literal::String("http")],
    ..ANY
};

static HTTP_SERVICE_REQUEST_TCP_PORT: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/tcp_port",
    rules: &[("*", "member-of-other-type")],
    kinds: Kinds::NULL,
    ..ANY
};

static HTTP_SERVICE_REQUEST_APP_PROTOCOL: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/app_protocol",
    rules: &[("*", "member-of-other-type")],
    kinds: Kinds::NULL,
    ..ANY
};

static HTTP_SERVICE_REQUEST_SERVICE_ID: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/service_id",
    title: Some("service id"),
    kinds: Kinds::STRING,
    ..ANY
};

static HTTP_SERVICE_REQUEST_CREATED_AT: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/created_at",
    title: Some("creation time"),
    kinds: Kinds::STRING,
    ..ANY
};

static HTTP_SERVICE_REQUEST_UPDATED_AT: Schema = Schema {
    pointer: "/$defs/HttpServiceRequest/properties/updated_at",
    title: Some("time of the last update"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static TCP_SERVICE_REQUEST: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest",
    title: Some("TCP service"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "name", slot: Slot::of(&SERVICE_NAME), read_only: false },
        Member { name: "type", slot: Slot::of(&TCP_SERVICE_REQUEST_TYPE), read_only: false },
        Member { name: "host", slot: Slot::of(&HOST), read_only: false },
        Member { name: "tls_settings", slot: Slot::nullable(&TLS_SETTINGS), read_only: false },
        Member { name: "tcp_port", slot: Slot::of(&PORT), read_only: false },
        Member { name: "app_protocol", slot: Slot::nullable(&APP_PROTOCOL), read_only: false },
        Member { name: "http_port", slot: Slot::of(&TCP_SERVICE_REQUEST_HTTP_PORT), read_only: false },
        Member { name: "https_port", slot: Slot::of(&TCP_SERVICE_REQUEST_HTTPS_PORT), read_only: false },
        Member { name: "service_id", slot: Slot::of(&TCP_SERVICE_REQUEST_SERVICE_ID), read_only: true },
        Member { name: "created_at", slot: Slot::of(&TCP_SERVICE_REQUEST_CREATED_AT), read_only: true },
        Member { name: "updated_at", slot: Slot::of(&TCP_SERVICE_REQUEST_UPDATED_AT), read_only: true },
    ],
    required: 0b10111,
    additional: Additional::Warned,
    ..ANY
};

static TCP_SERVICE_REQUEST_TYPE: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/type",
    title: Some("service type"),
    kinds: Kinds::STRING,
    values: &[Literal::String("tcp")],
    ..ANY
};

static TCP_SERVICE_REQUEST_HTTP_PORT: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/http_port",
    rules: &[("*", "member-of-other-type")],
    kinds: Kinds::NULL,
    ..ANY
};

static TCP_SERVICE_REQUEST_HTTPS_PORT: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/https_port",
    rules: &[("*", "member-of-other-type")],
    kinds: Kinds::NULL,
    ..ANY
};

static TCP_SERVICE_REQUEST_SERVICE_ID: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/service_id",
    title: Some("service id"),
    kinds: Kinds::STRING,
    ..ANY
};

static TCP_SERVICE_REQUEST_CREATED_AT: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/created_at",
    title: Some("creation time"),
    kinds: Kinds::STRING,
    ..ANY
};

static TCP_SERVICE_REQUEST_UPDATED_AT: Schema = Schema {
    pointer: "/$defs/TcpServiceRequest/properties/updated_at",
    title: Some("time of the last update"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static SERVICE_NAME: Schema = Schema {
    pointer: "/$defs/ServiceName",
    title: Some("service name"),
    rules: &[("minLength", "empty-name")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::ServiceName),
    min_length: Some(1),
    ..ANY
};

pub(crate) static PORT: Schema = Schema {
    pointer: "/$defs/Port",
    title: Some("port"),
    rules: &[("minimum", "port-range"), ("maximum", "port-range")],
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: 1, exclusive: false }),
    maximum: Some(Bound { value: 65535, exclusive: false }),
    scalar: Some(Scalar::Port),
    ..ANY
};

pub(crate) static APP_PROTOCOL: Schema = Schema {
    pointer: "/$defs/AppProtocol",
    title: Some("application protocol"),
    rules: &[("enum", "unknown-app-protocol")],
    kinds: Kinds::STRING,
    values: &[Literal::String("postgresql"), Literal::String("mysql")],
    ..ANY
};

pub(crate) static HOST: Schema = Schema {
    pointer: "/$defs/Host",
    title: Some("host"),
    rules: &[("oneOf", "address-and-hostname"), ("required", "host-without-address")],
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&IPV4_HOST), Slot::of(&IPV6_HOST), Slot::of(&DUAL_STACK_HOST), Slot::of(&HOSTNAME_HOST)],
        dispatch: Dispatch::Members {
            selectors: &["ipv4", "ipv6", "hostname"],
            patterns: &[0b1, 0b10, 0b11, 0b100],
            absence: Absence::KeyOrNull,
        },
    }),
    ..ANY
};

pub(crate) static IPV4_HOST: Schema = Schema {
    pointer: "/$defs/Ipv4Host",
    title: Some("IPv4 host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&IPV4_ADDRESS), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&IPV4_HOST_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&IPV4_HOST_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&IPV4_HOST_RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b1001,
    additional: Additional::Warned,
    ..ANY
};

static IPV4_HOST_IPV6: Schema = Schema { pointer: "/$defs/Ipv4Host/properties/ipv6", kinds: Kinds::NULL, ..ANY };

static IPV4_HOST_HOSTNAME: Schema =
    Schema { pointer: "/$defs/Ipv4Host/properties/hostname", kinds: Kinds::NULL, ..ANY };

static IPV4_HOST_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/Ipv4Host/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static IPV6_HOST: Schema = Schema {
    pointer: "/$defs/Ipv6Host",
    title: Some("IPv6 host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&IPV6_HOST_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&IPV6_ADDRESS), read_only: false },
        Member { name: "hostname", slot: Slot::of(&IPV6_HOST_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&IPV6_HOST_RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b1010,
    additional: Additional::Warned,
    ..ANY
};

static IPV6_HOST_IPV4: Schema = Schema { pointer: "/$defs/Ipv6Host/properties/ipv4", kinds: Kinds::NULL, ..ANY };

static IPV6_HOST_HOSTNAME: Schema =
    Schema { pointer: "/$defs/Ipv6Host/properties/hostname", kinds: Kinds::NULL, ..ANY };

static IPV6_HOST_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/Ipv6Host/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static DUAL_STACK_HOST: Schema = Schema {
    pointer: "/$defs/DualStackHost",
    title: Some("dual stack host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&IPV4_ADDRESS), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&IPV6_ADDRESS), read_only: false },
        Member { name: "hostname", slot: Slot::of(&DUAL_STACK_HOST_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&DUAL_STACK_HOST_RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b1011,
    additional: Additional::Warned,
    ..ANY
};

static DUAL_STACK_HOST_HOSTNAME: Schema =
    Schema { pointer: "/$defs/DualStackHost/properties/hostname", kinds: Kinds::NULL, ..ANY };

static DUAL_STACK_HOST_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/DualStackHost/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static HOSTNAME_HOST: Schema = Schema {
    pointer: "/$defs/HostnameHost",
    title: Some("hostname host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&HOSTNAME_HOST_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&HOSTNAME_HOST_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&HOSTNAME_HOST_NETWORK), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b10100,
    additional: Additional::Warned,
    ..ANY
};

static HOSTNAME_HOST_IPV4: Schema =
    Schema { pointer: "/$defs/HostnameHost/properties/ipv4", kinds: Kinds::NULL, ..ANY };

static HOSTNAME_HOST_IPV6: Schema =
    Schema { pointer: "/$defs/HostnameHost/properties/ipv6", kinds: Kinds::NULL, ..ANY };

static HOSTNAME_HOST_NETWORK: Schema = Schema {
    pointer: "/$defs/HostnameHost/properties/network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static IPV4_ADDRESS: Schema = Schema {
    pointer: "/$defs/Ipv4Address",
    title: Some("IPv4 address"),
    rules: &[("format", "invalid-ipv4")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::Ipv4),
    scalar_keyword: "format",
    ..ANY
};

pub(crate) static IPV6_ADDRESS: Schema = Schema {
    pointer: "/$defs/Ipv6Address",
    title: Some("IPv6 address"),
    rules: &[("format", "invalid-ipv6")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::Ipv6),
    scalar_keyword: "format",
    ..ANY
};

pub(crate) static IP_ADDRESS: Schema = Schema {
    pointer: "/$defs/IpAddress",
    title: Some("IP address"),
    rules: &[("format", "invalid-resolver-ip")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::Ip),
    ..ANY
};

pub(crate) static HOSTNAME: Schema = Schema {
    pointer: "/$defs/Hostname",
    title: Some("hostname"),
    rules: &[("format", "invalid-hostname")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::Hostname),
    ..ANY
};

pub(crate) static TUNNEL_ID: Schema = Schema {
    pointer: "/$defs/TunnelId",
    title: Some("tunnel id"),
    rules: &[("format", "invalid-tunnel-id")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::TunnelId),
    scalar_keyword: "format",
    ..ANY
};

pub(crate) static NETWORK: Schema = Schema {
    pointer: "/$defs/Network",
    title: Some("network"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "tunnel_id", slot: Slot::of(&TUNNEL_ID), read_only: false },
        Member { name: "resolver_ips", slot: Slot::of(&NETWORK_RESOLVER_IPS), read_only: false },
    ],
    required: 0b1,
    additional: Additional::Warned,
    ..ANY
};

static NETWORK_RESOLVER_IPS: Schema = Schema {
    pointer: "/$defs/Network/properties/resolver_ips",
    rules: &[("*", "resolver-ips-in-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/ResolverNetwork",
    title: Some("resolver network"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "tunnel_id", slot: Slot::of(&TUNNEL_ID), read_only: false },
        Member { name: "resolver_ips", slot: Slot::nullable(&RESOLVER_NETWORK_RESOLVER_IPS), read_only: false },
    ],
    required: 0b1,
    additional: Additional::Warned,
    ..ANY
};

static RESOLVER_NETWORK_RESOLVER_IPS: Schema = Schema {
    pointer: "/$defs/ResolverNetwork/properties/resolver_ips",
    elsewhere: &[("type", "/$defs/ResolverNetwork/properties/resolver_ips/anyOf/0/type")],
    title: Some("list of resolvers"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&IP_ADDRESS)),
    ..ANY
};

pub(crate) static TLS_SETTINGS: Schema = Schema {
    pointer: "/$defs/TlsSettings",
    title: Some("TLS settings"),
    kinds: Kinds::OBJECT,
    members: &[Member { name: "cert_verification_mode", slot: Slot::of(&CERT_VERIFICATION_MODE), read_only: false }],
    required: 0b1,
    additional: Additional::Warned,
    ..ANY
};

pub(crate) static CERT_VERIFICATION_MODE: Schema = Schema {
    pointer: "/$defs/CertVerificationMode",
    title: Some("certificate verification mode"),
    rules: &[("enum", "unknown-cert-verification-mode")],
    kinds: Kinds::STRING,
    values: &[Literal::String("verify_full"), Literal::String("verify_ca"), Literal::String("disabled")],
    ..ANY
};

pub(crate) static SERVICE_RESPONSE: Schema = Schema {
    pointer: "/$defs/ServiceResponse",
    title: Some("service"),
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&HTTP_SERVICE_RESPONSE), Slot::of(&TCP_SERVICE_RESPONSE), Slot::of(&OTHER_SERVICE_RESPONSE)],
        dispatch: Dispatch::Tag {
            member: "type",
            values: &[Some(&[Literal::String("http")]), Some(&[Literal::String("tcp")]), None],
        },
    }),
    ..ANY
};

pub(crate) static HTTP_SERVICE_RESPONSE: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse",
    title: Some("HTTP service"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "name", slot: Slot::of(&HTTP_SERVICE_RESPONSE_NAME), read_only: false },
        Member { name: "type", slot: Slot::of(&HTTP_SERVICE_RESPONSE_TYPE), read_only: false },
        Member { name: "host", slot: Slot::of(&HOST_RESPONSE), read_only: false },
        Member { name: "tls_settings", slot: Slot::nullable(&TLS_SETTINGS_RESPONSE), read_only: false },
        Member { name: "http_port", slot: Slot::nullable(&HTTP_SERVICE_RESPONSE_HTTP_PORT), read_only: false },
        Member { name: "https_port", slot: Slot::nullable(&HTTP_SERVICE_RESPONSE_HTTPS_PORT), read_only: false },
        Member { name: "service_id", slot: Slot::nullable(&HTTP_SERVICE_RESPONSE_SERVICE_ID), read_only: false },
        Member { name: "created_at", slot: Slot::of(&TIMESTAMP), read_only: false },
        Member { name: "updated_at", slot: Slot::of(&TIMESTAMP), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static HTTP_SERVICE_RESPONSE_NAME: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse/properties/name",
    title: Some("service name"),
    kinds: Kinds::STRING,
    ..ANY
};

static HTTP_SERVICE_RESPONSE_TYPE: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse/properties/type",
    title: Some("service type"),
    kinds: Kinds::STRING,
    values: &[Literal::String("http")],
    ..ANY
};

static HTTP_SERVICE_RESPONSE_HTTP_PORT: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse/properties/http_port",
    title: Some("port"),
    rules: &[("minimum", "port-range"), ("maximum", "port-range")],
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: 1, exclusive: false }),
    maximum: Some(Bound { value: 4294967295, exclusive: false }),
    ..ANY
};

static HTTP_SERVICE_RESPONSE_HTTPS_PORT: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse/properties/https_port",
    title: Some("port"),
    rules: &[("minimum", "port-range"), ("maximum", "port-range")],
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: 1, exclusive: false }),
    maximum: Some(Bound { value: 4294967295, exclusive: false }),
    ..ANY
};

static HTTP_SERVICE_RESPONSE_SERVICE_ID: Schema = Schema {
    pointer: "/$defs/HttpServiceResponse/properties/service_id",
    title: Some("service id"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static TCP_SERVICE_RESPONSE: Schema = Schema {
    pointer: "/$defs/TcpServiceResponse",
    title: Some("TCP service"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "name", slot: Slot::of(&TCP_SERVICE_RESPONSE_NAME), read_only: false },
        Member { name: "type", slot: Slot::of(&TCP_SERVICE_RESPONSE_TYPE), read_only: false },
        Member { name: "host", slot: Slot::of(&HOST_RESPONSE), read_only: false },
        Member { name: "tls_settings", slot: Slot::nullable(&TLS_SETTINGS_RESPONSE), read_only: false },
        Member { name: "tcp_port", slot: Slot::nullable(&TCP_SERVICE_RESPONSE_TCP_PORT), read_only: false },
        Member { name: "app_protocol", slot: Slot::nullable(&APP_PROTOCOL_RESPONSE), read_only: false },
        Member { name: "service_id", slot: Slot::nullable(&TCP_SERVICE_RESPONSE_SERVICE_ID), read_only: false },
        Member { name: "created_at", slot: Slot::of(&TIMESTAMP), read_only: false },
        Member { name: "updated_at", slot: Slot::of(&TIMESTAMP), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static TCP_SERVICE_RESPONSE_NAME: Schema = Schema {
    pointer: "/$defs/TcpServiceResponse/properties/name",
    title: Some("service name"),
    kinds: Kinds::STRING,
    ..ANY
};

static TCP_SERVICE_RESPONSE_TYPE: Schema = Schema {
    pointer: "/$defs/TcpServiceResponse/properties/type",
    title: Some("service type"),
    kinds: Kinds::STRING,
    values: &[Literal::String("tcp")],
    ..ANY
};

static TCP_SERVICE_RESPONSE_TCP_PORT: Schema = Schema {
    pointer: "/$defs/TcpServiceResponse/properties/tcp_port",
    title: Some("port"),
    rules: &[("minimum", "port-range"), ("maximum", "port-range")],
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: 1, exclusive: false }),
    maximum: Some(Bound { value: 4294967295, exclusive: false }),
    ..ANY
};

static TCP_SERVICE_RESPONSE_SERVICE_ID: Schema = Schema {
    pointer: "/$defs/TcpServiceResponse/properties/service_id",
    title: Some("service id"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static OTHER_SERVICE_RESPONSE: Schema = Schema {
    pointer: "/$defs/OtherServiceResponse",
    title: Some("service of another type"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "name", slot: Slot::of(&OTHER_SERVICE_RESPONSE_NAME), read_only: false },
        Member { name: "type", slot: Slot::of(&OTHER_SERVICE_RESPONSE_TYPE), read_only: false },
        Member { name: "host", slot: Slot::of(&HOST_RESPONSE), read_only: false },
        Member { name: "tls_settings", slot: Slot::nullable(&TLS_SETTINGS_RESPONSE), read_only: false },
        Member { name: "service_id", slot: Slot::nullable(&OTHER_SERVICE_RESPONSE_SERVICE_ID), read_only: false },
        Member { name: "created_at", slot: Slot::of(&TIMESTAMP), read_only: false },
        Member { name: "updated_at", slot: Slot::of(&TIMESTAMP), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static OTHER_SERVICE_RESPONSE_NAME: Schema = Schema {
    pointer: "/$defs/OtherServiceResponse/properties/name",
    title: Some("service name"),
    kinds: Kinds::STRING,
    ..ANY
};

static OTHER_SERVICE_RESPONSE_TYPE: Schema = Schema {
    pointer: "/$defs/OtherServiceResponse/properties/type",
    title: Some("service type"),
    kinds: Kinds::STRING,
    excluded: &[Literal::String("http"), Literal::String("tcp")],
    ..ANY
};

static OTHER_SERVICE_RESPONSE_SERVICE_ID: Schema = Schema {
    pointer: "/$defs/OtherServiceResponse/properties/service_id",
    title: Some("service id"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static APP_PROTOCOL_RESPONSE: Schema =
    Schema { pointer: "/$defs/AppProtocolResponse", title: Some("application protocol"), kinds: Kinds::STRING, ..ANY };

pub(crate) static CERT_VERIFICATION_MODE_RESPONSE: Schema = Schema {
    pointer: "/$defs/CertVerificationModeResponse",
    title: Some("certificate verification mode"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static TLS_SETTINGS_RESPONSE: Schema = Schema {
    pointer: "/$defs/TlsSettingsResponse",
    title: Some("TLS settings"),
    kinds: Kinds::OBJECT,
    members: &[Member {
        name: "cert_verification_mode",
        slot: Slot::of(&CERT_VERIFICATION_MODE_RESPONSE),
        read_only: false,
    }],
    required: 0b1,
    ..ANY
};

pub(crate) static HOST_RESPONSE: Schema = Schema {
    pointer: "/$defs/HostResponse",
    title: Some("host"),
    rules: &[("oneOf", "address-and-hostname"), ("required", "host-without-address")],
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[
            Slot::of(&IPV4_HOST_RESPONSE),
            Slot::of(&IPV6_HOST_RESPONSE),
            Slot::of(&DUAL_STACK_HOST_RESPONSE),
            Slot::of(&HOSTNAME_HOST_RESPONSE),
        ],
        dispatch: Dispatch::Members {
            selectors: &["ipv4", "ipv6", "hostname"],
            patterns: &[0b1, 0b10, 0b11, 0b100],
            absence: Absence::KeyOrNull,
        },
    }),
    ..ANY
};

pub(crate) static IPV4_HOST_RESPONSE: Schema = Schema {
    pointer: "/$defs/Ipv4HostResponse",
    title: Some("IPv4 host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&IPV4_HOST_RESPONSE_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&IPV4_HOST_RESPONSE_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&IPV4_HOST_RESPONSE_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK_RESPONSE), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&IPV4_HOST_RESPONSE_RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b1001,
    ..ANY
};

static IPV4_HOST_RESPONSE_IPV4: Schema =
    Schema { pointer: "/$defs/Ipv4HostResponse/properties/ipv4", kinds: Kinds::STRING, ..ANY };

static IPV4_HOST_RESPONSE_IPV6: Schema =
    Schema { pointer: "/$defs/Ipv4HostResponse/properties/ipv6", kinds: Kinds::NULL, ..ANY };

static IPV4_HOST_RESPONSE_HOSTNAME: Schema =
    Schema { pointer: "/$defs/Ipv4HostResponse/properties/hostname", kinds: Kinds::NULL, ..ANY };

static IPV4_HOST_RESPONSE_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/Ipv4HostResponse/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static IPV6_HOST_RESPONSE: Schema = Schema {
    pointer: "/$defs/Ipv6HostResponse",
    title: Some("IPv6 host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&IPV6_HOST_RESPONSE_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&IPV6_HOST_RESPONSE_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&IPV6_HOST_RESPONSE_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK_RESPONSE), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&IPV6_HOST_RESPONSE_RESOLVER_NETWORK), read_only: false },
    ],
    required: 0b1010,
    ..ANY
};

static IPV6_HOST_RESPONSE_IPV4: Schema =
    Schema { pointer: "/$defs/Ipv6HostResponse/properties/ipv4", kinds: Kinds::NULL, ..ANY };

static IPV6_HOST_RESPONSE_IPV6: Schema =
    Schema { pointer: "/$defs/Ipv6HostResponse/properties/ipv6", kinds: Kinds::STRING, ..ANY };

static IPV6_HOST_RESPONSE_HOSTNAME: Schema =
    Schema { pointer: "/$defs/Ipv6HostResponse/properties/hostname", kinds: Kinds::NULL, ..ANY };

static IPV6_HOST_RESPONSE_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/Ipv6HostResponse/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static DUAL_STACK_HOST_RESPONSE: Schema = Schema {
    pointer: "/$defs/DualStackHostResponse",
    title: Some("dual stack host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&DUAL_STACK_HOST_RESPONSE_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&DUAL_STACK_HOST_RESPONSE_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&DUAL_STACK_HOST_RESPONSE_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&NETWORK_RESPONSE), read_only: false },
        Member {
            name: "resolver_network",
            slot: Slot::of(&DUAL_STACK_HOST_RESPONSE_RESOLVER_NETWORK),
            read_only: false,
        },
    ],
    required: 0b1011,
    ..ANY
};

static DUAL_STACK_HOST_RESPONSE_IPV4: Schema =
    Schema { pointer: "/$defs/DualStackHostResponse/properties/ipv4", kinds: Kinds::STRING, ..ANY };

static DUAL_STACK_HOST_RESPONSE_IPV6: Schema =
    Schema { pointer: "/$defs/DualStackHostResponse/properties/ipv6", kinds: Kinds::STRING, ..ANY };

static DUAL_STACK_HOST_RESPONSE_HOSTNAME: Schema =
    Schema { pointer: "/$defs/DualStackHostResponse/properties/hostname", kinds: Kinds::NULL, ..ANY };

static DUAL_STACK_HOST_RESPONSE_RESOLVER_NETWORK: Schema = Schema {
    pointer: "/$defs/DualStackHostResponse/properties/resolver_network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static HOSTNAME_HOST_RESPONSE: Schema = Schema {
    pointer: "/$defs/HostnameHostResponse",
    title: Some("hostname host"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "ipv4", slot: Slot::of(&HOSTNAME_HOST_RESPONSE_IPV4), read_only: false },
        Member { name: "ipv6", slot: Slot::of(&HOSTNAME_HOST_RESPONSE_IPV6), read_only: false },
        Member { name: "hostname", slot: Slot::of(&HOSTNAME_HOST_RESPONSE_HOSTNAME), read_only: false },
        Member { name: "network", slot: Slot::of(&HOSTNAME_HOST_RESPONSE_NETWORK), read_only: false },
        Member { name: "resolver_network", slot: Slot::of(&RESOLVER_NETWORK_RESPONSE), read_only: false },
    ],
    required: 0b10100,
    ..ANY
};

static HOSTNAME_HOST_RESPONSE_IPV4: Schema =
    Schema { pointer: "/$defs/HostnameHostResponse/properties/ipv4", kinds: Kinds::NULL, ..ANY };

static HOSTNAME_HOST_RESPONSE_IPV6: Schema =
    Schema { pointer: "/$defs/HostnameHostResponse/properties/ipv6", kinds: Kinds::NULL, ..ANY };

static HOSTNAME_HOST_RESPONSE_HOSTNAME: Schema =
    Schema { pointer: "/$defs/HostnameHostResponse/properties/hostname", kinds: Kinds::STRING, ..ANY };

static HOSTNAME_HOST_RESPONSE_NETWORK: Schema = Schema {
    pointer: "/$defs/HostnameHostResponse/properties/network",
    rules: &[("*", "wrong-network")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static NETWORK_RESPONSE: Schema = Schema {
    pointer: "/$defs/NetworkResponse",
    title: Some("network"),
    kinds: Kinds::OBJECT,
    members: &[Member { name: "tunnel_id", slot: Slot::of(&NETWORK_RESPONSE_TUNNEL_ID), read_only: false }],
    required: 0b1,
    ..ANY
};

static NETWORK_RESPONSE_TUNNEL_ID: Schema = Schema {
    pointer: "/$defs/NetworkResponse/properties/tunnel_id",
    title: Some("tunnel id"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static RESOLVER_NETWORK_RESPONSE: Schema = Schema {
    pointer: "/$defs/ResolverNetworkResponse",
    title: Some("resolver network"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "tunnel_id", slot: Slot::of(&RESOLVER_NETWORK_RESPONSE_TUNNEL_ID), read_only: false },
        Member {
            name: "resolver_ips",
            slot: Slot::nullable(&RESOLVER_NETWORK_RESPONSE_RESOLVER_IPS),
            read_only: false,
        },
    ],
    required: 0b1,
    ..ANY
};

static RESOLVER_NETWORK_RESPONSE_TUNNEL_ID: Schema = Schema {
    pointer: "/$defs/ResolverNetworkResponse/properties/tunnel_id",
    title: Some("tunnel id"),
    kinds: Kinds::STRING,
    ..ANY
};

static RESOLVER_NETWORK_RESPONSE_RESOLVER_IPS: Schema = Schema {
    pointer: "/$defs/ResolverNetworkResponse/properties/resolver_ips",
    elsewhere: &[("type", "/$defs/ResolverNetworkResponse/properties/resolver_ips/anyOf/0/type")],
    title: Some("list of resolvers"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&RESOLVER_NETWORK_RESPONSE_RESOLVER_IPS_ITEM)),
    ..ANY
};

static RESOLVER_NETWORK_RESPONSE_RESOLVER_IPS_ITEM: Schema = Schema {
    pointer: "/$defs/ResolverNetworkResponse/properties/resolver_ips/anyOf/0/items",
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static TIMESTAMP: Schema = Schema {
    pointer: "/$defs/Timestamp",
    title: Some("timestamp"),
    rules: &[("format", "invalid-timestamp")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::Timestamp),
    scalar_keyword: "format",
    ..ANY
};

pub(crate) static MESSAGE_SOURCE: Schema = Schema {
    pointer: "/$defs/MessageSource",
    title: Some("message source"),
    kinds: Kinds::OBJECT,
    members: &[Member { name: "pointer", slot: Slot::nullable(&MESSAGE_SOURCE_POINTER), read_only: false }],
    ..ANY
};

static MESSAGE_SOURCE_POINTER: Schema =
    Schema { pointer: "/$defs/MessageSource/properties/pointer", kinds: Kinds::STRING, ..ANY };

pub(crate) static MESSAGE: Schema = Schema {
    pointer: "/$defs/Message",
    title: Some("message"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "code", slot: Slot::of(&MESSAGE_CODE), read_only: false },
        Member { name: "message", slot: Slot::of(&MESSAGE_MESSAGE), read_only: false },
        Member { name: "documentation_url", slot: Slot::nullable(&MESSAGE_DOCUMENTATION_URL), read_only: false },
        Member { name: "source", slot: Slot::nullable(&MESSAGE_SOURCE), read_only: false },
    ],
    required: 0b11,
    ..ANY
};

static MESSAGE_CODE: Schema = Schema {
    pointer: "/$defs/Message/properties/code",
    title: Some("code"),
    kinds: Kinds::INTEGER,
    minimum: Some(Bound { value: -9223372036854775808, exclusive: false }),
    maximum: Some(Bound { value: 9223372036854775807, exclusive: false }),
    ..ANY
};

static MESSAGE_MESSAGE: Schema =
    Schema { pointer: "/$defs/Message/properties/message", title: Some("message text"), kinds: Kinds::STRING, ..ANY };

static MESSAGE_DOCUMENTATION_URL: Schema = Schema {
    pointer: "/$defs/Message/properties/documentation_url",
    title: Some("documentation address"),
    kinds: Kinds::STRING,
    ..ANY
};

pub(crate) static RESULT_INFO: Schema = Schema {
    pointer: "/$defs/ResultInfo",
    title: Some("result info"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "page", slot: Slot::nullable(&RESULT_INFO_PAGE), read_only: false },
        Member { name: "per_page", slot: Slot::nullable(&RESULT_INFO_PER_PAGE), read_only: false },
        Member { name: "total_pages", slot: Slot::nullable(&RESULT_INFO_TOTAL_PAGES), read_only: false },
        Member { name: "count", slot: Slot::nullable(&RESULT_INFO_COUNT), read_only: false },
        Member { name: "total_count", slot: Slot::nullable(&RESULT_INFO_TOTAL_COUNT), read_only: false },
    ],
    ..ANY
};

static RESULT_INFO_PAGE: Schema =
    Schema { pointer: "/$defs/ResultInfo/properties/page", kinds: Kinds::of(0b1100), ..ANY };

static RESULT_INFO_PER_PAGE: Schema =
    Schema { pointer: "/$defs/ResultInfo/properties/per_page", kinds: Kinds::of(0b1100), ..ANY };

static RESULT_INFO_TOTAL_PAGES: Schema =
    Schema { pointer: "/$defs/ResultInfo/properties/total_pages", kinds: Kinds::of(0b1100), ..ANY };

static RESULT_INFO_COUNT: Schema =
    Schema { pointer: "/$defs/ResultInfo/properties/count", kinds: Kinds::of(0b1100), ..ANY };

static RESULT_INFO_TOTAL_COUNT: Schema =
    Schema { pointer: "/$defs/ResultInfo/properties/total_count", kinds: Kinds::of(0b1100), ..ANY };

pub(crate) static FAILURE_ENVELOPE: Schema = Schema {
    pointer: "/$defs/FailureEnvelope",
    title: Some("failure"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "success", slot: Slot::of(&FAILURE_ENVELOPE_SUCCESS), read_only: false },
        Member { name: "errors", slot: Slot::of(&FAILURE_ENVELOPE_ERRORS), read_only: false },
        Member { name: "messages", slot: Slot::of(&FAILURE_ENVELOPE_MESSAGES), read_only: false },
        Member { name: "result", slot: Slot::of(&FAILURE_ENVELOPE_RESULT), read_only: false },
        Member { name: "result_info", slot: Slot::nullable(&RESULT_INFO), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static FAILURE_ENVELOPE_SUCCESS: Schema = Schema {
    pointer: "/$defs/FailureEnvelope/properties/success",
    title: Some("outcome"),
    kinds: Kinds::BOOLEAN,
    values: &[Literal::Boolean(false)],
    ..ANY
};

static FAILURE_ENVELOPE_ERRORS: Schema = Schema {
    pointer: "/$defs/FailureEnvelope/properties/errors",
    title: Some("list of errors"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static FAILURE_ENVELOPE_MESSAGES: Schema = Schema {
    pointer: "/$defs/FailureEnvelope/properties/messages",
    title: Some("list of messages"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static FAILURE_ENVELOPE_RESULT: Schema = Schema {
    pointer: "/$defs/FailureEnvelope/properties/result",
    rules: &[("*", "failure-with-result")],
    kinds: Kinds::NULL,
    ..ANY
};

pub(crate) static SINGLE_ENVELOPE: Schema = Schema {
    pointer: "/$defs/SingleEnvelope",
    title: Some("answer with one service"),
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&SINGLE_ENVELOPE_SUCCESS), Slot::of(&FAILURE_ENVELOPE)],
        dispatch: Dispatch::Tag {
            member: "success",
            values: &[Some(&[Literal::Boolean(true)]), Some(&[Literal::Boolean(false)])],
        },
    }),
    ..ANY
};

static SINGLE_ENVELOPE_SUCCESS: Schema = Schema {
    pointer: "/$defs/SingleEnvelope/oneOf/0",
    title: Some("success"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "success", slot: Slot::of(&SINGLE_ENVELOPE_SUCCESS_SUCCESS), read_only: false },
        Member { name: "errors", slot: Slot::of(&SINGLE_ENVELOPE_SUCCESS_ERRORS), read_only: false },
        Member { name: "messages", slot: Slot::of(&SINGLE_ENVELOPE_SUCCESS_MESSAGES), read_only: false },
        Member { name: "result", slot: Slot::nullable(&SERVICE_RESPONSE), read_only: false },
        Member { name: "result_info", slot: Slot::nullable(&RESULT_INFO), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static SINGLE_ENVELOPE_SUCCESS_SUCCESS: Schema = Schema {
    pointer: "/$defs/SingleEnvelope/oneOf/0/properties/success",
    title: Some("outcome"),
    kinds: Kinds::BOOLEAN,
    values: &[Literal::Boolean(true)],
    ..ANY
};

static SINGLE_ENVELOPE_SUCCESS_ERRORS: Schema = Schema {
    pointer: "/$defs/SingleEnvelope/oneOf/0/properties/errors",
    title: Some("list of errors"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static SINGLE_ENVELOPE_SUCCESS_MESSAGES: Schema = Schema {
    pointer: "/$defs/SingleEnvelope/oneOf/0/properties/messages",
    title: Some("list of messages"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

pub(crate) static COLLECTION_ENVELOPE: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope",
    title: Some("answer with a list of services"),
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&COLLECTION_ENVELOPE_SUCCESS), Slot::of(&FAILURE_ENVELOPE)],
        dispatch: Dispatch::Tag {
            member: "success",
            values: &[Some(&[Literal::Boolean(true)]), Some(&[Literal::Boolean(false)])],
        },
    }),
    ..ANY
};

static COLLECTION_ENVELOPE_SUCCESS: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope/oneOf/0",
    title: Some("success"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "success", slot: Slot::of(&COLLECTION_ENVELOPE_SUCCESS_SUCCESS), read_only: false },
        Member { name: "errors", slot: Slot::of(&COLLECTION_ENVELOPE_SUCCESS_ERRORS), read_only: false },
        Member { name: "messages", slot: Slot::of(&COLLECTION_ENVELOPE_SUCCESS_MESSAGES), read_only: false },
        Member { name: "result", slot: Slot::nullable(&COLLECTION_ENVELOPE_SUCCESS_RESULT), read_only: false },
        Member { name: "result_info", slot: Slot::nullable(&RESULT_INFO), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static COLLECTION_ENVELOPE_SUCCESS_SUCCESS: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope/oneOf/0/properties/success",
    title: Some("outcome"),
    kinds: Kinds::BOOLEAN,
    values: &[Literal::Boolean(true)],
    ..ANY
};

static COLLECTION_ENVELOPE_SUCCESS_ERRORS: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope/oneOf/0/properties/errors",
    title: Some("list of errors"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static COLLECTION_ENVELOPE_SUCCESS_MESSAGES: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope/oneOf/0/properties/messages",
    title: Some("list of messages"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static COLLECTION_ENVELOPE_SUCCESS_RESULT: Schema = Schema {
    pointer: "/$defs/CollectionEnvelope/oneOf/0/properties/result",
    elsewhere: &[("type", "/$defs/CollectionEnvelope/oneOf/0/properties/result/anyOf/0/type")],
    title: Some("list of services"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&SERVICE_RESPONSE)),
    ..ANY
};

pub(crate) static DELETE_ENVELOPE: Schema = Schema {
    pointer: "/$defs/DeleteEnvelope",
    title: Some("answer to a delete"),
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&DELETE_ENVELOPE_SUCCESS), Slot::of(&FAILURE_ENVELOPE)],
        dispatch: Dispatch::Tag {
            member: "success",
            values: &[Some(&[Literal::Boolean(true)]), Some(&[Literal::Boolean(false)])],
        },
    }),
    ..ANY
};

static DELETE_ENVELOPE_SUCCESS: Schema = Schema {
    pointer: "/$defs/DeleteEnvelope/oneOf/0",
    title: Some("success"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "success", slot: Slot::of(&DELETE_ENVELOPE_SUCCESS_SUCCESS), read_only: false },
        Member { name: "errors", slot: Slot::of(&DELETE_ENVELOPE_SUCCESS_ERRORS), read_only: false },
        Member { name: "messages", slot: Slot::of(&DELETE_ENVELOPE_SUCCESS_MESSAGES), read_only: false },
        Member { name: "result", slot: Slot::of(&DELETE_ENVELOPE_SUCCESS_RESULT), read_only: false },
        Member { name: "result_info", slot: Slot::nullable(&RESULT_INFO), read_only: false },
    ],
    required: 0b111,
    ..ANY
};

static DELETE_ENVELOPE_SUCCESS_SUCCESS: Schema = Schema {
    pointer: "/$defs/DeleteEnvelope/oneOf/0/properties/success",
    title: Some("outcome"),
    kinds: Kinds::BOOLEAN,
    values: &[Literal::Boolean(true)],
    ..ANY
};

static DELETE_ENVELOPE_SUCCESS_ERRORS: Schema = Schema {
    pointer: "/$defs/DeleteEnvelope/oneOf/0/properties/errors",
    title: Some("list of errors"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static DELETE_ENVELOPE_SUCCESS_MESSAGES: Schema = Schema {
    pointer: "/$defs/DeleteEnvelope/oneOf/0/properties/messages",
    title: Some("list of messages"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&MESSAGE)),
    ..ANY
};

static DELETE_ENVELOPE_SUCCESS_RESULT: Schema =
    Schema { pointer: "/$defs/DeleteEnvelope/oneOf/0/properties/result", ..ANY };
