//! Members that several objects read in different ways.

use serde::de::{DeserializeSeed, Error};
use serde_json::Value;

use super::slot::Slot;

impl Slot<Value> {
    /// The slot of a member, read as this object wants it.
    pub(crate) fn settle_as<'de, S, E>(self, seed: S) -> Result<Slot<S::Value>, E>
    where
        S: DeserializeSeed<'de>,
        E: Error,
    {
        match self {
            Slot::Value(value) => seed.deserialize(value).map(Slot::Value).map_err(E::custom),
            Slot::Null => Ok(Slot::Null),
            Slot::Absent => Ok(Slot::Absent),
        }
    }
}
