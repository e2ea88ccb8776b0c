//! Members that several objects read in different ways.

use std::collections::BTreeMap;
use std::string::String;

use serde::de::{DeserializeSeed, Error};
use serde_json::Value;

use super::names::Shortened;
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

/// The members that are not named, read as this object wants them.
pub(crate) fn settle_all<'de, S, E>(members: BTreeMap<String, Value>, seed: S) -> Result<BTreeMap<String, S::Value>, E>
where
    S: DeserializeSeed<'de> + Copy,
    E: Error,
{
    let settled = members.into_iter().map(|(name, value)| seed.deserialize(value).map(|value| (name, value)));
    settled.collect::<Result<_, _>>().map_err(E::custom)
}

/// Refuses members that are not named.
pub(crate) fn none_of<E: Error>(members: &BTreeMap<String, Value>, of: &'static str) -> Result<(), E> {
    match members.keys().next() {
        Some(name) => Err(E::custom(format_args!("there is no member `{}` in {of}", Shortened(name)))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use core::marker::PhantomData;

    use serde_json::json;

    use super::super::slot::Slot;
    use super::{none_of, settle_all};

    type Error = serde::de::value::Error;

    #[test]
    fn values_are_read_again() {
        let slot = |value| Slot::Value(value).settle_as::<_, Error>(PhantomData::<u8>).ok().map(Slot::optional);
        assert_eq!(slot(json!(1)), Some(Some(1)));
        assert_eq!(slot(json!("1")), None);
        let members = |value| [("a".to_owned(), value)].into();
        assert_eq!(settle_all::<_, Error>(members(json!(1)), PhantomData::<u8>), Ok([("a".to_owned(), 1)].into()));
        assert!(settle_all::<_, Error>(members(json!(true)), PhantomData::<u8>).is_err());
        assert!(none_of::<Error>(&members(json!(1)), "a point").is_err());
        assert!(none_of::<Error>(&[].into(), "a point").is_ok());
    }
}
