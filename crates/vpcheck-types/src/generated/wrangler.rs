//! The types of `wrangler.schema.json`.
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

#[cfg(feature = "schemars")]
use super::support::schema;
#[cfg(feature = "serde")]
use super::support::{Ignored, Known, Names, Slot};
#[cfg(feature = "schemars")]
use alloc::borrow::Cow;
#[cfg(feature = "serde")]
use core::fmt;
#[cfg(feature = "serde")]
use core::fmt::Formatter;
#[cfg(feature = "serde")]
use core::marker::PhantomData;
#[cfg(feature = "schemars")]
use schemars::{JsonSchema, Schema, SchemaGenerator};
#[cfg(feature = "serde")]
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
#[cfg(feature = "serde")]
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Gives a Worker access to one connectivity service.
///
/// Schema: `/$defs/VpcServiceBinding`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct VpcServiceBinding {
    binding: crate::BindingName,
    service_id: crate::BindingId,
    remote: Option<bool>,
}

impl VpcServiceBinding {
    /// A service binding with the members that it needs.
    #[must_use]
    pub fn new(binding: crate::BindingName, service_id: crate::BindingId) -> VpcServiceBinding {
        VpcServiceBinding { binding, service_id, remote: None }
    }

    /// Name under which the Worker finds the binding.
    ///
    /// Schema: `/$defs/VpcServiceBinding/properties/binding`
    #[must_use]
    pub fn binding(&self) -> &crate::BindingName {
        &self.binding
    }

    /// Identifier of the service, a UUID.
    ///
    /// Schema: `/$defs/VpcServiceBinding/properties/service_id`
    #[must_use]
    pub fn service_id(&self) -> &crate::BindingId {
        &self.service_id
    }

    /// Whether `wrangler dev` connects to the real network; these bindings have no local stand-in.
    ///
    /// Schema: `/$defs/VpcServiceBinding/properties/remote`
    #[must_use]
    pub fn remote(&self) -> Option<bool> {
        self.remote
    }

    /// The same with `remote`.
    #[must_use]
    pub fn with_remote(mut self, remote: bool) -> Self {
        self.remote = Some(remote);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for VpcServiceBinding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("binding", &self.binding)?;
        map.serialize_entry("service_id", &self.service_id)?;
        if let Some(value) = &self.remote {
            map.serialize_entry("remote", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for VpcServiceBinding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<VpcServiceBinding, D::Error> {
        struct Reader;
        enum Member {
            Binding,
            ServiceId,
            Remote,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "binding" => Member::Binding,
                    "service_id" => Member::ServiceId,
                    "remote" => Member::Remote,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = VpcServiceBinding;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a service binding")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<VpcServiceBinding, A::Error> {
                let mut binding = Slot::Absent;
                let mut service_id = Slot::Absent;
                let mut remote = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Binding) => {
                            binding.read(&mut map, "binding", PhantomData::<crate::BindingName>)?
                        }
                        Some(Member::ServiceId) => {
                            service_id.read(&mut map, "service_id", PhantomData::<crate::BindingId>)?
                        }
                        Some(Member::Remote) => remote.read(&mut map, "remote", PhantomData::<bool>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(VpcServiceBinding {
                    binding: binding.required("`binding` is missing: a service binding needs it")?,
                    service_id: service_id.required("`service_id` is missing: a service binding needs it")?,
                    remote: remote.optional(),
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for VpcServiceBinding {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// Gives a Worker access to everything behind one tunnel or one network.
///
/// Schema: `/$defs/VpcNetworkBinding`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub enum VpcNetworkBinding {
    /// A network binding by tunnel.
    ///
    /// Schema: `/$defs/VpcNetworkBinding/oneOf/0`
    Tunnel(TunnelNetworkBinding),
    /// A network binding by network id.
    ///
    /// Schema: `/$defs/VpcNetworkBinding/oneOf/1`
    Id(IdNetworkBinding),
}

impl VpcNetworkBinding {
    /// Name under which the Worker finds the binding.
    ///
    /// Schema: `/$defs/TunnelNetworkBinding/properties/binding`
    #[must_use]
    pub fn binding(&self) -> &crate::BindingName {
        match self {
            VpcNetworkBinding::Tunnel(value) => value.binding(),
            VpcNetworkBinding::Id(value) => value.binding(),
        }
    }

    /// Whether `wrangler dev` connects to the real network; these bindings have no local stand-in.
    ///
    /// Schema: `/$defs/TunnelNetworkBinding/properties/remote`
    #[must_use]
    pub fn remote(&self) -> Option<bool> {
        match self {
            VpcNetworkBinding::Tunnel(value) => value.remote(),
            VpcNetworkBinding::Id(value) => value.remote(),
        }
    }
}

impl From<TunnelNetworkBinding> for VpcNetworkBinding {
    fn from(value: TunnelNetworkBinding) -> VpcNetworkBinding {
        VpcNetworkBinding::Tunnel(value)
    }
}

impl From<IdNetworkBinding> for VpcNetworkBinding {
    fn from(value: IdNetworkBinding) -> VpcNetworkBinding {
        VpcNetworkBinding::Id(value)
    }
}

#[cfg(feature = "serde")]
impl Serialize for VpcNetworkBinding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            VpcNetworkBinding::Tunnel(value) => value.serialize(serializer),
            VpcNetworkBinding::Id(value) => value.serialize(serializer),
        }
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for VpcNetworkBinding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<VpcNetworkBinding, D::Error> {
        struct Reader;
        enum Member {
            Binding,
            TunnelId,
            NetworkId,
            Remote,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "binding" => Member::Binding,
                    "tunnel_id" => Member::TunnelId,
                    "network_id" => Member::NetworkId,
                    "remote" => Member::Remote,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = VpcNetworkBinding;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a network binding")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<VpcNetworkBinding, A::Error> {
                let mut binding = Slot::Absent;
                let mut tunnel_id = Slot::Absent;
                let mut network_id = Slot::Absent;
                let mut remote = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Binding) => {
                            binding.read(&mut map, "binding", PhantomData::<crate::BindingName>)?
                        }
                        Some(Member::TunnelId) => {
                            tunnel_id.read_or_null(&mut map, "tunnel_id", PhantomData::<crate::BindingId>)?
                        }
                        Some(Member::NetworkId) => {
                            network_id.read_or_null(&mut map, "network_id", PhantomData::<crate::BindingId>)?
                        }
                        Some(Member::Remote) => remote.read(&mut map, "remote", PhantomData::<bool>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok(match (tunnel_id.is_there(), network_id.is_there()) {
                    (true, false) => VpcNetworkBinding::Tunnel({
                        network_id.never(
                            "`network_id` belongs to a binding to a network, and this is a binding to a tunnel",
                        )?;
                        TunnelNetworkBinding {
                            binding: binding.required("`binding` is missing: a binding to a tunnel needs it")?,
                            tunnel_id: tunnel_id.required("`tunnel_id` is missing: a binding to a tunnel needs it")?,
                            remote: remote.optional(),
                        }
                    }),
                    (false, true) => VpcNetworkBinding::Id({
                        tunnel_id.never(
                            "`tunnel_id` belongs to a binding to a tunnel, and this is a binding to a network",
                        )?;
                        IdNetworkBinding {
                            binding: binding.required("`binding` is missing: a binding to a network needs it")?,
                            network_id: network_id
                                .required("`network_id` is missing: a binding to a network needs it")?,
                            remote: remote.optional(),
                        }
                    }),
                    (false, false) => {
                        return Err(serde::de::Error::custom("a network binding needs `tunnel_id` or `network_id`"));
                    }
                    (true, true) => {
                        return Err(serde::de::Error::custom(
                            "a network binding has both `tunnel_id` and `network_id`: keep one",
                        ));
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for VpcNetworkBinding {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A network binding by tunnel.
///
/// Schema: `/$defs/TunnelNetworkBinding`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct TunnelNetworkBinding {
    binding: crate::BindingName,
    tunnel_id: crate::BindingId,
    remote: Option<bool>,
}

impl TunnelNetworkBinding {
    /// A binding to a tunnel with the members that it needs.
    #[must_use]
    pub fn new(binding: crate::BindingName, tunnel_id: crate::BindingId) -> TunnelNetworkBinding {
        TunnelNetworkBinding { binding, tunnel_id, remote: None }
    }

    /// Name under which the Worker finds the binding.
    ///
    /// Schema: `/$defs/TunnelNetworkBinding/properties/binding`
    #[must_use]
    pub fn binding(&self) -> &crate::BindingName {
        &self.binding
    }

    /// Identifier of the tunnel, a UUID.
    ///
    /// Schema: `/$defs/TunnelNetworkBinding/properties/tunnel_id`
    #[must_use]
    pub fn tunnel_id(&self) -> &crate::BindingId {
        &self.tunnel_id
    }

    /// Whether `wrangler dev` connects to the real network; these bindings have no local stand-in.
    ///
    /// Schema: `/$defs/TunnelNetworkBinding/properties/remote`
    #[must_use]
    pub fn remote(&self) -> Option<bool> {
        self.remote
    }

    /// The same with `remote`.
    #[must_use]
    pub fn with_remote(mut self, remote: bool) -> Self {
        self.remote = Some(remote);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for TunnelNetworkBinding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("binding", &self.binding)?;
        map.serialize_entry("tunnel_id", &self.tunnel_id)?;
        if let Some(value) = &self.remote {
            map.serialize_entry("remote", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for TunnelNetworkBinding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<TunnelNetworkBinding, D::Error> {
        struct Reader;
        enum Member {
            Binding,
            TunnelId,
            NetworkId,
            Remote,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "binding" => Member::Binding,
                    "tunnel_id" => Member::TunnelId,
                    "network_id" => Member::NetworkId,
                    "remote" => Member::Remote,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = TunnelNetworkBinding;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a binding to a tunnel")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<TunnelNetworkBinding, A::Error> {
                let mut binding = Slot::Absent;
                let mut tunnel_id = Slot::Absent;
                let mut network_id = Slot::Absent;
                let mut remote = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Binding) => {
                            binding.read(&mut map, "binding", PhantomData::<crate::BindingName>)?
                        }
                        Some(Member::TunnelId) => {
                            tunnel_id.read(&mut map, "tunnel_id", PhantomData::<crate::BindingId>)?
                        }
                        Some(Member::NetworkId) => network_id.read_or_null(&mut map, "network_id", Ignored)?,
                        Some(Member::Remote) => remote.read(&mut map, "remote", PhantomData::<bool>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    network_id
                        .never("`network_id` belongs to a binding to a network, and this is a binding to a tunnel")?;
                    TunnelNetworkBinding {
                        binding: binding.required("`binding` is missing: a binding to a tunnel needs it")?,
                        tunnel_id: tunnel_id.required("`tunnel_id` is missing: a binding to a tunnel needs it")?,
                        remote: remote.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for TunnelNetworkBinding {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

/// A network binding by network id.
///
/// Schema: `/$defs/IdNetworkBinding`
#[derive(Clone, Debug, Eq, Hash, PartialEq)]
pub struct IdNetworkBinding {
    binding: crate::BindingName,
    network_id: crate::BindingId,
    remote: Option<bool>,
}

impl IdNetworkBinding {
    /// A binding to a network with the members that it needs.
    #[must_use]
    pub fn new(binding: crate::BindingName, network_id: crate::BindingId) -> IdNetworkBinding {
        IdNetworkBinding { binding, network_id, remote: None }
    }

    /// Name under which the Worker finds the binding.
    ///
    /// Schema: `/$defs/IdNetworkBinding/properties/binding`
    #[must_use]
    pub fn binding(&self) -> &crate::BindingName {
        &self.binding
    }

    /// Identifier of the network; `cf1:network` is the documented one.
    ///
    /// Schema: `/$defs/IdNetworkBinding/properties/network_id`
    #[must_use]
    pub fn network_id(&self) -> &crate::BindingId {
        &self.network_id
    }

    /// Whether `wrangler dev` connects to the real network; these bindings have no local stand-in.
    ///
    /// Schema: `/$defs/IdNetworkBinding/properties/remote`
    #[must_use]
    pub fn remote(&self) -> Option<bool> {
        self.remote
    }

    /// The same with `remote`.
    #[must_use]
    pub fn with_remote(mut self, remote: bool) -> Self {
        self.remote = Some(remote);
        self
    }
}

#[cfg(feature = "serde")]
impl Serialize for IdNetworkBinding {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("binding", &self.binding)?;
        map.serialize_entry("network_id", &self.network_id)?;
        if let Some(value) = &self.remote {
            map.serialize_entry("remote", value)?;
        }
        map.end()
    }
}

#[cfg(feature = "serde")]
impl<'de> Deserialize<'de> for IdNetworkBinding {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<IdNetworkBinding, D::Error> {
        struct Reader;
        enum Member {
            Binding,
            TunnelId,
            NetworkId,
            Remote,
        }

        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name {
                    "binding" => Member::Binding,
                    "tunnel_id" => Member::TunnelId,
                    "network_id" => Member::NetworkId,
                    "remote" => Member::Remote,
                    _ => return None,
                })
            }
        }

        impl<'de> Visitor<'de> for Reader {
            type Value = IdNetworkBinding;
            fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
                formatter.write_str("a binding to a network")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<IdNetworkBinding, A::Error> {
                let mut binding = Slot::Absent;
                let mut tunnel_id = Slot::Absent;
                let mut network_id = Slot::Absent;
                let mut remote = Slot::Absent;
                let mut unknown = Names::new();
                while let Some(member) = unknown.next::<_, Member>(&mut map)? {
                    match member {
                        Some(Member::Binding) => {
                            binding.read(&mut map, "binding", PhantomData::<crate::BindingName>)?
                        }
                        Some(Member::TunnelId) => tunnel_id.read_or_null(&mut map, "tunnel_id", Ignored)?,
                        Some(Member::NetworkId) => {
                            network_id.read(&mut map, "network_id", PhantomData::<crate::BindingId>)?
                        }
                        Some(Member::Remote) => remote.read(&mut map, "remote", PhantomData::<bool>)?,
                        None => map.next_value_seed(Ignored)?,
                    }
                }
                Ok({
                    tunnel_id
                        .never("`tunnel_id` belongs to a binding to a tunnel, and this is a binding to a network")?;
                    IdNetworkBinding {
                        binding: binding.required("`binding` is missing: a binding to a network needs it")?,
                        network_id: network_id.required("`network_id` is missing: a binding to a network needs it")?,
                        remote: remote.optional(),
                    }
                })
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

#[cfg(feature = "garde")]
impl garde::Validate for IdNetworkBinding {
    type Context = ();
    fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
}

#[cfg(feature = "schemars")]
impl JsonSchema for VpcServiceBinding {
    fn schema_name() -> Cow<'static, str> {
        "VpcServiceBinding".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "VpcServiceBinding").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"service binding","description":"Gives a Worker access to one connectivity service.","x-unknown-member":"warning","type":"object","required":["binding","service_id"],"properties":{"binding":{"$ref":"#/$defs/BindingName"},"service_id":{"$ref":"#/$defs/BindingId","description":"Identifier of the service, a UUID."},"remote":{"type":"boolean","description":"Whether `wrangler dev` connects to the real network; these bindings have no local stand-in."}},"examples":[{"binding":"PRIVATE_API","service_id":"0199295b-b3ac-7760-8246-bca40877b3e9"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/BindingId" => generator.subschema_for::<crate::BindingId>(),
                    "#/$defs/BindingName" => generator.subschema_for::<crate::BindingName>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for VpcNetworkBinding {
    fn schema_name() -> Cow<'static, str> {
        "VpcNetworkBinding".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "VpcNetworkBinding").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"network binding","description":"Gives a Worker access to everything behind one tunnel or one network.","x-rule":{"oneOf":"tunnel-and-network","required":"no-tunnel-or-network"},"oneOf":[{"$ref":"#/$defs/TunnelNetworkBinding"},{"$ref":"#/$defs/IdNetworkBinding"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/IdNetworkBinding" => generator.subschema_for::<IdNetworkBinding>(),
                    "#/$defs/TunnelNetworkBinding" => generator.subschema_for::<TunnelNetworkBinding>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for TunnelNetworkBinding {
    fn schema_name() -> Cow<'static, str> {
        "TunnelNetworkBinding".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "TunnelNetworkBinding").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"binding to a tunnel","description":"A network binding by tunnel.","x-unknown-member":"warning","type":"object","required":["binding","tunnel_id"],"properties":{"binding":{"$ref":"#/$defs/BindingName"},"tunnel_id":{"$ref":"#/$defs/BindingId","description":"Identifier of the tunnel, a UUID."},"network_id":false,"remote":{"type":"boolean","description":"Whether `wrangler dev` connects to the real network; these bindings have no local stand-in."}},"examples":[{"binding":"MY_VPC","tunnel_id":"550e8400-e29b-41d4-a716-446655440000"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/BindingId" => generator.subschema_for::<crate::BindingId>(),
                    "#/$defs/BindingName" => generator.subschema_for::<crate::BindingName>(),
                    _ => return None,
                })
            },
        )
    }
}

#[cfg(feature = "schemars")]
impl JsonSchema for IdNetworkBinding {
    fn schema_name() -> Cow<'static, str> {
        "IdNetworkBinding".into()
    }

    fn schema_id() -> Cow<'static, str> {
        concat!(module_path!(), "::", "IdNetworkBinding").into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        schema(
            r##"{"title":"binding to a network","description":"A network binding by network id.","x-unknown-member":"warning","type":"object","required":["binding","network_id"],"properties":{"binding":{"$ref":"#/$defs/BindingName"},"tunnel_id":false,"network_id":{"$ref":"#/$defs/BindingId","description":"Identifier of the network; `cf1:network` is the documented one."},"remote":{"type":"boolean","description":"Whether `wrangler dev` connects to the real network; these bindings have no local stand-in."}},"examples":[{"binding":"MESH","network_id":"cf1:network"}]}"##,
            |reference| {
                Some(match reference {
                    "#/$defs/BindingId" => generator.subschema_for::<crate::BindingId>(),
                    "#/$defs/BindingName" => generator.subschema_for::<crate::BindingName>(),
                    _ => return None,
                })
            },
        )
    }
}
