//! Members that are kept under their names.

use core::fmt::{self, Formatter};
use core::marker::PhantomData;
use std::collections::BTreeMap;
use std::string::String;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::known::Known;
use super::slot::twice;

/// What the name of a member stands for.
pub(crate) enum Found<M> {
    /// A member that is known.
    Known(M),
    /// Another one, with its name.
    Other(String),
}

/// The next member of an object that keeps the members it does not know.
pub(crate) fn next<'de, A, M>(map: &mut A) -> Result<Option<Found<M>>, A::Error>
where
    A: MapAccess<'de>,
    M: Known,
{
    map.next_key_seed(Key(PhantomData))
}

/// Reads the value of the member `name`, which may be there once.
pub(crate) fn insert<'de, A, S>(
    members: &mut BTreeMap<String, S::Value>,
    name: String,
    map: &mut A,
    seed: S,
) -> Result<(), A::Error>
where
    A: MapAccess<'de>,
    S: DeserializeSeed<'de>,
{
    if members.contains_key(&name) {
        return Err(twice(&name));
    }
    members.insert(name, map.next_value_seed(seed)?);
    Ok(())
}

struct Key<M>(PhantomData<M>);

impl<'de, M: Known> DeserializeSeed<'de> for Key<M> {
    type Value = Found<M>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Found<M>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<M: Known> Visitor<'_> for Key<M> {
    type Value = Found<M>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a member")
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Found<M>, E> {
        Ok(M::find(name).map_or_else(|| Found::Other(String::from(name)), Found::Known))
    }
}
