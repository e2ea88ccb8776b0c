//! Values that a schema lists.

use core::fmt::{self, Formatter};

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::integer::whole;
use super::names::Shortened;

/// A value that a schema can list.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Literal<'t> {
    Null,
    Boolean(bool),
    Integer(i128),
    Text(&'t str),
}

/// Reads one of the values that a schema lists, as what `find` makes of it.
#[derive(Clone, Copy)]
pub(crate) struct Pick<F> {
    /// What becomes of the value, or `None` for one that is not in the list.
    pub(crate) find: F,
    /// What is right, such as "a service type is `http` or `tcp`".
    pub(crate) rule: &'static str,
}

impl<'de, T, F: FnOnce(Literal<'_>) -> Option<T>> DeserializeSeed<'de> for Pick<F> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<T, F: FnOnce(Literal<'_>) -> Option<T>> Visitor<'_> for Pick<F> {
    type Value = T;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "another value: {}", self.rule)
    }

    fn visit_unit<E: Error>(self) -> Result<T, E> {
        let rule = self.rule;
        (self.find)(Literal::Null).ok_or_else(|| E::custom(format_args!("found null, and {rule}")))
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<T, E> {
        let rule = self.rule;
        (self.find)(Literal::Boolean(value)).ok_or_else(|| E::custom(format_args!("found {value}, and {rule}")))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        let rule = self.rule;
        (self.find)(Literal::Integer(number.into()))
            .ok_or_else(|| E::custom(format_args!("found {number}, and {rule}")))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        let rule = self.rule;
        (self.find)(Literal::Integer(number.into()))
            .ok_or_else(|| E::custom(format_args!("found {number}, and {rule}")))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
        let rule = self.rule;
        let value = whole(number).and_then(|integer| (self.find)(Literal::Integer(integer)));
        value.ok_or_else(|| E::custom(format_args!("found {number}, and {rule}")))
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        let rule = self.rule;
        (self.find)(Literal::Text(text))
            .ok_or_else(|| E::custom(format_args!("found \"{}\", and {rule}", Shortened(text))))
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeSeed;

    use super::{Literal, Pick};

    #[test]
    fn takes_what_is_listed() {
        let read = |text: &str| {
            let find = |literal: Literal<'_>| match literal {
                Literal::Text("http") => Some('h'),
                Literal::Integer(1) => Some('1'),
                Literal::Boolean(true) => Some('t'),
                _ => None,
            };
            let seed = Pick { find, rule: "a type is `http`, 1 or true" };
            seed.deserialize(&mut serde_json::Deserializer::from_str(text)).map_err(|error| error.to_string())
        };
        for (text, value) in [("\"http\"", 'h'), ("\"\\u0068ttp\"", 'h'), ("1", '1'), ("1.0", '1'), ("true", 't')] {
            assert_eq!(read(text), Ok(value), "{text}");
        }
        for text in ["\"HTTP\"", "2", "1.5", "false", "null", "[]", "{}"] {
            assert!(read(text).is_err(), "{text}");
        }
        let message = read("\"Http\"").expect_err("the case counts");
        assert!(message.starts_with("found \"Http\", and a type is `http`, 1 or true"), "{message}");
    }
}
