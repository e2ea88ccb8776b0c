//! Arrays, maps and nulls around other values.

use core::fmt::{self, Formatter};
use std::collections::BTreeMap;
use std::string::String;
use std::vec::Vec;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::named::{Found, insert, next};

/// Reads an array.
#[derive(Clone, Copy)]
pub(crate) struct List<S>(pub(crate) S);

impl<'de, S: DeserializeSeed<'de> + Copy> DeserializeSeed<'de> for List<S> {
    type Value = Vec<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<S::Value>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, S: DeserializeSeed<'de> + Copy> Visitor<'de> for List<S> {
    type Value = Vec<S::Value>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<S::Value>, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.0)? {
            list.push(item);
        }
        Ok(list)
    }
}

/// Reads an object whose members are all alike.
#[derive(Clone, Copy)]
pub(crate) struct Map<S>(pub(crate) S);

impl<'de, S: DeserializeSeed<'de> + Copy> DeserializeSeed<'de> for Map<S> {
    type Value = BTreeMap<String, S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<BTreeMap<String, S::Value>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, S: DeserializeSeed<'de> + Copy> Visitor<'de> for Map<S> {
    type Value = BTreeMap<String, S::Value>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<BTreeMap<String, S::Value>, A::Error> {
        let mut members = BTreeMap::new();
        while let Some(Found::Other(name)) = next::<_, ()>(&mut map)? {
            insert(&mut members, name, &mut map, self.0)?;
        }
        Ok(members)
    }
}

/// Reads a value that may be null.
#[derive(Clone, Copy)]
pub(crate) struct Nullable<S>(pub(crate) S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Nullable<S> {
    type Value = Option<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<S::Value>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Nullable<S> {
    type Value = Option<S::Value>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Option<S::Value>, E> {
        Ok(None)
    }

    fn visit_none<E: Error>(self) -> Result<Option<S::Value>, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<S::Value>, D::Error> {
        self.0.deserialize(deserializer).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use core::marker::PhantomData;

    use serde::de::DeserializeSeed;

    use super::{List, Map, Nullable};

    #[test]
    fn reads_maps_of_lists() {
        let read = |text: &str| {
            let seed = Map(List(Nullable(PhantomData::<bool>)));
            seed.deserialize(&mut serde_json::Deserializer::from_str(text)).ok()
        };
        let members = read(r#"{"b": [true, null], "a": []}"#).expect("it is a map of lists");
        assert_eq!(
            members.into_iter().collect::<Vec<_>>(),
            [("a".into(), vec![]), ("b".into(), vec![Some(true), None])]
        );
        for text in ["[]", "null", r#"{"a": null}"#, r#"{"a": [], "\u0061": []}"#, r#"{"a": [1]}"#] {
            assert!(read(&text.replace("\\\\", "\\")).is_none(), "{text}");
        }
    }
}
