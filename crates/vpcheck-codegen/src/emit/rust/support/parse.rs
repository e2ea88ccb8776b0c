//! Values that are read from a string.

use core::fmt::{self, Display, Formatter};
use core::marker::PhantomData;
use core::str::FromStr;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::names::Shortened;

/// Reads a string as a `T`.
pub(crate) struct Parse<T> {
    what: &'static str,
    _type: PhantomData<T>,
}

impl<T> Parse<T> {
    /// The reader for what people know as `what`, such as "a service type".
    pub(crate) const fn new(what: &'static str) -> Parse<T> {
        Parse { what, _type: PhantomData }
    }
}

impl<'de, T: FromStr<Err: Display>> DeserializeSeed<'de> for Parse<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: FromStr<Err: Display>> Visitor<'_> for Parse<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}, which is a string", self.what)
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        text.parse().map_err(|error| E::custom(format_args!("found \"{}\", and {error}", Shortened(text))))
    }
}

/// Checks that there is a string, and does not keep it.
#[derive(Clone, Copy)]
pub(crate) struct AnyText;

impl<'de> DeserializeSeed<'de> for AnyText {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for AnyText {
    type Value = ();

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use core::net::Ipv4Addr;

    use serde::de::DeserializeSeed;

    use super::{AnyText, Parse};

    #[test]
    fn reads_strings_with_escapes() {
        let read = |text: &str| {
            Parse::<Ipv4Addr>::new("an address").deserialize(&mut serde_json::Deserializer::from_str(text))
        };
        for text in ["\"10.0.0.1\"", "\"\\u00310.0.0.1\""] {
            assert_eq!(read(text).ok(), Some(Ipv4Addr::new(10, 0, 0, 1)), "{text}");
        }
        for text in ["\"10.0.0\"", "10", "null", "[]"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn checks_strings_that_are_not_kept() {
        for (text, right) in [("\"\"", true), ("\"\\n\"", true), ("1", false), ("null", false), ("\"\\ud800\"", false)]
        {
            assert_eq!(AnyText.deserialize(&mut serde_json::Deserializer::from_str(text)).is_ok(), right, "{text}");
        }
    }
}
