// Written by `cargo xtask codegen` from `schema/wrangler.schema.json`: change that, not this.

use crate::scalar::Scalar;
use crate::schema::{ANY, Absence, Additional, Dispatch, Kinds, Literal, Member, Schema, Slot, Union};

pub(crate) static BINDINGS: Schema = Schema {
    pointer: "/$defs/Bindings",
    title: Some("wrangler configuration"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "vpc_services", slot: Slot::of(&VPC_SERVICES), read_only: false },
        Member { name: "vpc_networks", slot: Slot::of(&VPC_NETWORKS), read_only: false },
        Member { name: "env", slot: Slot::of(&BINDINGS_ENV), read_only: false },
        Member { name: "previews", slot: Slot::of(&ENVIRONMENT), read_only: false },
    ],
    ..ANY
};

static BINDINGS_ENV: Schema = Schema {
    pointer: "/$defs/Bindings/properties/env",
    title: Some("environments"),
    additional: Additional::Each(Slot::of(&ENVIRONMENT)),
    ..ANY
};

pub(crate) static ENVIRONMENT: Schema = Schema {
    pointer: "/$defs/Environment",
    title: Some("environment"),
    members: &[
        Member { name: "vpc_services", slot: Slot::of(&VPC_SERVICES), read_only: false },
        Member { name: "vpc_networks", slot: Slot::of(&VPC_NETWORKS), read_only: false },
    ],
    ..ANY
};

pub(crate) static VPC_SERVICES: Schema = Schema {
    pointer: "/$defs/VpcServices",
    title: Some("list of service bindings"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&VPC_SERVICE_BINDING)),
    ..ANY
};

pub(crate) static VPC_NETWORKS: Schema = Schema {
    pointer: "/$defs/VpcNetworks",
    title: Some("list of network bindings"),
    kinds: Kinds::ARRAY,
    items: Some(Slot::of(&VPC_NETWORK_BINDING)),
    ..ANY
};

pub(crate) static VPC_SERVICE_BINDING: Schema = Schema {
    pointer: "/$defs/VpcServiceBinding",
    title: Some("service binding"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "binding", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "service_id", slot: Slot::of(&BINDING_ID), read_only: false },
        Member { name: "remote", slot: Slot::of(&VPC_SERVICE_BINDING_REMOTE), read_only: false },
    ],
    required: 0b11,
    additional: Additional::Warned,
    ..ANY
};

static VPC_SERVICE_BINDING_REMOTE: Schema =
    Schema { pointer: "/$defs/VpcServiceBinding/properties/remote", kinds: Kinds::BOOLEAN, ..ANY };

pub(crate) static VPC_NETWORK_BINDING: Schema = Schema {
    pointer: "/$defs/VpcNetworkBinding",
    title: Some("network binding"),
    rules: &[("oneOf", "tunnel-and-network"), ("required", "no-tunnel-or-network")],
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&TUNNEL_NETWORK_BINDING), Slot::of(&ID_NETWORK_BINDING)],
        dispatch: Dispatch::Members {
            selectors: &["tunnel_id", "network_id"],
            patterns: &[0b1, 0b10],
            absence: Absence::Key,
        },
    }),
    ..ANY
};

pub(crate) static TUNNEL_NETWORK_BINDING: Schema = Schema {
    pointer: "/$defs/TunnelNetworkBinding",
    title: Some("binding to a tunnel"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "binding", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "tunnel_id", slot: Slot::of(&BINDING_ID), read_only: false },
        Member { name: "network_id", slot: Slot::of(&TUNNEL_NETWORK_BINDING_NETWORK_ID), read_only: false },
        Member { name: "remote", slot: Slot::of(&TUNNEL_NETWORK_BINDING_REMOTE), read_only: false },
    ],
    required: 0b11,
    additional: Additional::Warned,
    ..ANY
};

static TUNNEL_NETWORK_BINDING_NETWORK_ID: Schema =
    Schema { pointer: "/$defs/TunnelNetworkBinding/properties/network_id", kinds: Kinds::NONE, ..ANY };

static TUNNEL_NETWORK_BINDING_REMOTE: Schema =
    Schema { pointer: "/$defs/TunnelNetworkBinding/properties/remote", kinds: Kinds::BOOLEAN, ..ANY };

pub(crate) static ID_NETWORK_BINDING: Schema = Schema {
    pointer: "/$defs/IdNetworkBinding",
    title: Some("binding to a network"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "binding", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "tunnel_id", slot: Slot::of(&ID_NETWORK_BINDING_TUNNEL_ID), read_only: false },
        Member { name: "network_id", slot: Slot::of(&BINDING_ID), read_only: false },
        Member { name: "remote", slot: Slot::of(&ID_NETWORK_BINDING_REMOTE), read_only: false },
    ],
    required: 0b101,
    additional: Additional::Warned,
    ..ANY
};

static ID_NETWORK_BINDING_TUNNEL_ID: Schema =
    Schema { pointer: "/$defs/IdNetworkBinding/properties/tunnel_id", kinds: Kinds::NONE, ..ANY };

static ID_NETWORK_BINDING_REMOTE: Schema =
    Schema { pointer: "/$defs/IdNetworkBinding/properties/remote", kinds: Kinds::BOOLEAN, ..ANY };

pub(crate) static UPLOADED_SERVICE_BINDING: Schema = Schema {
    pointer: "/$defs/UploadedServiceBinding",
    title: Some("uploaded service binding"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "type", slot: Slot::of(&UPLOADED_SERVICE_BINDING_TYPE), read_only: false },
        Member { name: "name", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "service_id", slot: Slot::of(&BINDING_ID), read_only: false },
    ],
    required: 0b111,
    additional: Additional::Warned,
    ..ANY
};

static UPLOADED_SERVICE_BINDING_TYPE: Schema = Schema {
    pointer: "/$defs/UploadedServiceBinding/properties/type",
    kinds: Kinds::STRING,
    values: &[Literal::String("vpc_service")],
    ..ANY
};

pub(crate) static UPLOADED_NETWORK_BINDING: Schema = Schema {
    pointer: "/$defs/UploadedNetworkBinding",
    title: Some("uploaded network binding"),
    rules: &[("oneOf", "tunnel-and-network"), ("required", "no-tunnel-or-network")],
    kinds: Kinds::OBJECT,
    union: Some(&Union {
        keyword: "oneOf",
        arms: &[Slot::of(&UPLOADED_TUNNEL_BINDING), Slot::of(&UPLOADED_ID_BINDING)],
        dispatch: Dispatch::Members {
            selectors: &["tunnel_id", "network_id"],
            patterns: &[0b1, 0b10],
            absence: Absence::KeyOrNull,
        },
    }),
    ..ANY
};

pub(crate) static UPLOADED_TUNNEL_BINDING: Schema = Schema {
    pointer: "/$defs/UploadedTunnelBinding",
    title: Some("binding to a tunnel"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "type", slot: Slot::of(&UPLOADED_TUNNEL_BINDING_TYPE), read_only: false },
        Member { name: "name", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "tunnel_id", slot: Slot::of(&BINDING_ID), read_only: false },
        Member { name: "network_id", slot: Slot::of(&UPLOADED_TUNNEL_BINDING_NETWORK_ID), read_only: false },
    ],
    required: 0b111,
    additional: Additional::Warned,
    ..ANY
};

static UPLOADED_TUNNEL_BINDING_TYPE: Schema = Schema {
    pointer: "/$defs/UploadedTunnelBinding/properties/type",
    kinds: Kinds::STRING,
    values: &[Literal::String("vpc_network")],
    ..ANY
};

static UPLOADED_TUNNEL_BINDING_NETWORK_ID: Schema =
    Schema { pointer: "/$defs/UploadedTunnelBinding/properties/network_id", kinds: Kinds::NULL, ..ANY };

pub(crate) static UPLOADED_ID_BINDING: Schema = Schema {
    pointer: "/$defs/UploadedIdBinding",
    title: Some("binding to a network"),
    kinds: Kinds::OBJECT,
    members: &[
        Member { name: "type", slot: Slot::of(&UPLOADED_ID_BINDING_TYPE), read_only: false },
        Member { name: "name", slot: Slot::of(&BINDING_NAME), read_only: false },
        Member { name: "tunnel_id", slot: Slot::of(&UPLOADED_ID_BINDING_TUNNEL_ID), read_only: false },
        Member { name: "network_id", slot: Slot::of(&BINDING_ID), read_only: false },
    ],
    required: 0b1011,
    additional: Additional::Warned,
    ..ANY
};

static UPLOADED_ID_BINDING_TYPE: Schema = Schema {
    pointer: "/$defs/UploadedIdBinding/properties/type",
    kinds: Kinds::STRING,
    values: &[Literal::String("vpc_network")],
    ..ANY
};

static UPLOADED_ID_BINDING_TUNNEL_ID: Schema =
    Schema { pointer: "/$defs/UploadedIdBinding/properties/tunnel_id", kinds: Kinds::NULL, ..ANY };

pub(crate) static BINDING_NAME: Schema = Schema {
    pointer: "/$defs/BindingName",
    title: Some("binding name"),
    rules: &[("minLength", "empty-binding"), ("not", "placeholder")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::BindingName),
    min_length: Some(1),
    ..ANY
};

pub(crate) static BINDING_ID: Schema = Schema {
    pointer: "/$defs/BindingId",
    title: Some("id"),
    rules: &[("minLength", "empty-binding"), ("not", "placeholder")],
    kinds: Kinds::STRING,
    scalar: Some(Scalar::BindingId),
    min_length: Some(1),
    ..ANY
};
