//! Addresses, which are most of what is read.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, Unexpected, Visitor};
use vpcheck_scalars::address::Parse;

/// Reads a string as an address.
pub(crate) struct Address<T>(PhantomData<T>);

impl<T> Address<T> {
    pub(crate) const fn new() -> Address<T> {
        Address(PhantomData)
    }
}

impl<T> Clone for Address<T> {
    fn clone(&self) -> Address<T> {
        *self
    }
}

impl<T> Copy for Address<T> {}

impl<'de, T: Parse> DeserializeSeed<'de> for Address<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<T: Parse> Visitor<'_> for Address<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an IP address of the wanted version, which is a string")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        T::of_text(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
