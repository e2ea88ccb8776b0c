//! Information about pages, kept until it is known whether it matters: a failure may have anything in its place.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;

use serde::de::value::{Error as ValueError, MapDeserializer};
use serde::de::{DeserializeSeed, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as _, forward_to_deserialize_any};

use crate::ResultInfo;
use crate::generated::support::ignored::Ignored;
use crate::generated::support::names::Names;

/// What stood in the place of `result_info`.
pub(super) enum Read {
    Null,
    /// Its known members, which the type itself judges.
    Object(Vec<(&'static str, Number)>),
    /// Something that is no such information, and why.
    Wrong(Box<str>),
}

impl Read {
    pub(super) fn settle<E: Error>(self) -> Result<Option<ResultInfo>, E> {
        match self {
            Read::Null => Ok(None),
            Read::Object(members) => {
                let members = MapDeserializer::<_, ValueError>::new(members.into_iter());
                ResultInfo::deserialize(members).map(Some).map_err(E::custom)
            }
            Read::Wrong(message) => Err(E::custom(message)),
        }
    }
}

/// The names that [`ResultInfo`] knows. A name that was forgotten here would not be read, which the tests would see.
const NAMES: [&str; 5] = ["page", "per_page", "total_pages", "count", "total_count"];

/// Reads whatever is there.
pub(super) struct ReadResultInfo;

impl<'de> DeserializeSeed<'de> for ReadResultInfo {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        deserializer.deserialize_any(self)
    }
}

#[cold]
fn wrong(found: &str) -> Read {
    Read::Wrong(alloc::format!("`result_info` is {found}, and it is an object or null").into())
}

impl<'de> Visitor<'de> for ReadResultInfo {
    type Value = Read;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_unit<E: Error>(self) -> Result<Read, E> {
        Ok(Read::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Read, E> {
        Ok(Read::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Read, E> {
        Ok(wrong("a boolean"))
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<Read, E> {
        Ok(wrong("a number"))
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<Read, E> {
        Ok(wrong("a number"))
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<Read, E> {
        Ok(wrong("a number"))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Read, E> {
        Ok(wrong("a string"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Read, A::Error> {
        Ignored.visit_seq(items).map(|()| wrong("an array"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Read, A::Error> {
        let mut members: Vec<(&'static str, Number)> = Vec::new();
        let mut wrong = None;
        let mut names = Names::new();
        while let Some(name) = names.next(&mut map, |name| NAMES.into_iter().find(|known| *known == name))? {
            let Some(name) = name else {
                map.next_value_seed(Ignored)?;
                continue;
            };
            if members.iter().any(|(earlier, _)| *earlier == name) {
                return Err(A::Error::duplicate_field(name));
            }
            let number = map.next_value_seed(ReadNumber)?;
            if matches!(number, Number::Wrong) && wrong.is_none() {
                wrong = Some(alloc::format!("`{name}` is no number, and it is a number or null").into());
            }
            members.push((name, number));
        }
        Ok(wrong.map_or(Read::Object(members), Read::Wrong))
    }
}

/// What stood in the place of a number.
#[derive(Clone, Copy)]
pub(super) enum Number {
    Null,
    Unsigned(u64),
    Signed(i64),
    Float(f64),
    Wrong,
}

struct ReadNumber;

impl<'de> DeserializeSeed<'de> for ReadNumber {
    type Value = Number;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Number, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ReadNumber {
    type Value = Number;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("anything")
    }

    fn visit_unit<E: Error>(self) -> Result<Number, E> {
        Ok(Number::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Number, E> {
        Ok(Number::Null)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<Number, E> {
        Ok(Number::Wrong)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Number, E> {
        Ok(Number::Unsigned(number))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Number, E> {
        Ok(Number::Signed(number))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Number, E> {
        Ok(Number::Float(number))
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<Number, E> {
        Ok(Number::Wrong)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Number, A::Error> {
        Ignored.visit_seq(items).map(|()| Number::Wrong)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Number, A::Error> {
        Ignored.visit_map(map).map(|()| Number::Wrong)
    }
}

impl IntoDeserializer<'_, ValueError> for Number {
    type Deserializer = Number;

    fn into_deserializer(self) -> Number {
        self
    }
}

impl<'de> Deserializer<'de> for Number {
    type Error = ValueError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Number::Null => visitor.visit_unit(),
            Number::Unsigned(number) => visitor.visit_u64(number),
            Number::Signed(number) => visitor.visit_i64(number),
            Number::Float(number) => visitor.visit_f64(number),
            Number::Wrong => Err(ValueError::custom("it is no number")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ValueError> {
        match self {
            Number::Null => visitor.visit_none(),
            number => visitor.visit_some(number),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct newtype_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}
