//! Members that only some of several objects care for.

use core::fmt::{self, Display, Formatter};
use std::boxed::Box;
use std::string::ToString;

use serde::de::value::Error as ValueError;
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};

use super::ignored::Ignored;
use super::slot::Slot;

/// Reads a value of any type, and as `S` reads it where that is possible: whether it matters is known at the end of the object.
#[derive(Clone, Copy)]
pub(crate) struct Lenient<S>(pub(crate) S);

/// What was read, or what is wrong with it.
pub(crate) type Read<T> = Result<T, Box<str>>;

impl<T> Slot<Read<T>> {
    /// The slot of a member that matters.
    pub(crate) fn settle<E: Error>(self) -> Result<Slot<T>, E> {
        match self {
            Slot::Value(Ok(value)) => Ok(Slot::Value(value)),
            Slot::Value(Err(message)) => Err(E::custom(message)),
            Slot::Null => Ok(Slot::Null),
            Slot::Absent => Ok(Slot::Absent),
        }
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Lenient<S> {
    type Value = Read<S::Value>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read<S::Value>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<S> Lenient<S> {
    fn read<'de, V>(self, value: V) -> Read<S::Value>
    where
        V: IntoDeserializer<'de, ValueError>,
        S: DeserializeSeed<'de>,
    {
        self.0.deserialize(value.into_deserializer()).map_err(message)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for Lenient<S> {
    type Value = Read<S::Value>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Read<S::Value>, E> {
        Ok(self.read(()))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Read<S::Value>, E> {
        Ok(self.read(value))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Read<S::Value>, E> {
        Ok(self.read(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Read<S::Value>, E> {
        Ok(self.read(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Read<S::Value>, E> {
        Ok(self.read(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Read<S::Value>, E> {
        // The text is not borrowed from the input: it may have had escapes.
        Ok(self.0.deserialize(Text(text)).map_err(message))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Read<S::Value>, A::Error> {
        Ignored.visit_seq(items)?;
        Ok(Err("found an array where none is taken".into()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Read<S::Value>, A::Error> {
        Ignored.visit_map(map)?;
        Ok(Err("found an object where none is taken".into()))
    }
}

#[cold]
fn message(error: impl Display) -> Box<str> {
    error.to_string().into_boxed_str()
}

/// A string to read from.
struct Text<'t>(&'t str);

impl<'de> Deserializer<'de> for Text<'_> {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        visitor.visit_str(self.0)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::super::integer::Integer;
    use super::super::slot::Slot;
    use super::{Lenient, Read};
    use serde::de::{Deserializer, MapAccess, Visitor};

    struct Object;

    impl<'de> Visitor<'de> for Object {
        type Value = Slot<Read<u16>>;

        fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut slot = Slot::Absent;
            while map.next_key::<String>()?.is_some() {
                slot.read_or_null(&mut map, "port", Lenient(Integer::new()))?;
            }
            Ok(slot)
        }
    }

    #[test]
    fn a_wrong_value_is_an_error_where_it_matters() {
        let read = |text: &str| {
            let slot = serde_json::Deserializer::from_str(text).deserialize_map(Object).expect(text);
            slot.settle::<serde::de::value::Error>().ok().map(Slot::optional)
        };
        for (text, port) in
            [("{}", None), (r#"{"port": null}"#, None), (r#"{"port": 80}"#, Some(80)), (r#"{"port": 8e1}"#, Some(80))]
        {
            assert_eq!(read(text), Some(port), "{text}");
        }
        for text in [
            r#"{"port": "80"}"#,
            r#"{"port": 65536}"#,
            r#"{"port": [{}]}"#,
            r#"{"port": {"a": 1}}"#,
            r#"{"port": true}"#,
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
