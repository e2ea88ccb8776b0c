//! What is known of a member while its object is read.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use core::fmt::{self, Formatter};

/// What is known of a member: an object is read member by member, in any order, and judged at its end.
pub(crate) enum Slot<T> {
    /// It was not there yet.
    Absent,
    /// It is null.
    Null,
    /// It has a value.
    Value(T),
}

impl<T> Slot<T> {
    /// Reads the member, which may be there once.
    #[inline]
    pub(crate) fn read<'de, A, S>(&mut self, map: &mut A, name: &'static str, seed: S) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
        S: DeserializeSeed<'de, Value = T>,
    {
        if self.is_there() {
            return Err(twice(name));
        }
        *self = Slot::Value(map.next_value_seed(seed)?);
        Ok(())
    }

    /// Reads the member, which may be there once and may be null.
    #[inline]
    pub(crate) fn read_or_null<'de, A, S>(&mut self, map: &mut A, name: &'static str, seed: S) -> Result<(), A::Error>
    where
        A: MapAccess<'de>,
        S: DeserializeSeed<'de, Value = T>,
    {
        if self.is_there() {
            return Err(twice(name));
        }
        *self = map.next_value_seed(OrNull(seed))?;
        Ok(())
    }

    /// Whether the member is there, be it null.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self, Slot::Absent)
    }

    /// Whether the member is there with a value.
    pub(crate) fn has_value(&self) -> bool {
        matches!(self, Slot::Value(_))
    }

    /// The value of a member that has to be there.
    pub(crate) fn required<E: Error>(self, missing: &'static str) -> Result<T, E> {
        match self {
            Slot::Value(value) => Ok(value),
            Slot::Null | Slot::Absent => Err(E::custom(missing)),
        }
    }

    /// The value of a member that has to be there and may be null.
    pub(crate) fn required_or_null<E: Error>(self, missing: &'static str) -> Result<Option<T>, E> {
        match self {
            Slot::Value(value) => Ok(Some(value)),
            Slot::Null => Ok(None),
            Slot::Absent => Err(E::custom(missing)),
        }
    }

    /// The value of a member that need not be there and may be null.
    pub(crate) fn optional(self) -> Option<T> {
        match self {
            Slot::Value(value) => Some(value),
            Slot::Null | Slot::Absent => None,
        }
    }

    /// The value of a member that need not be there, and is not null.
    pub(crate) fn optional_not_null<E: Error>(self, null: &'static str) -> Result<Option<T>, E> {
        match self {
            Slot::Value(value) => Ok(Some(value)),
            Slot::Null => Err(E::custom(null)),
            Slot::Absent => Ok(None),
        }
    }

    /// The slot of a member for which null is a value like any other.
    pub(crate) fn or(self, null: T) -> Slot<T> {
        match self {
            Slot::Null => Slot::Value(null),
            other => other,
        }
    }

    /// Refuses a member that may be null at most.
    pub(crate) fn null_at_most<E: Error>(&self, message: &'static str) -> Result<(), E> {
        if self.has_value() { Err(E::custom(message)) } else { Ok(()) }
    }

    /// Refuses a member that may not be there at all.
    pub(crate) fn never<E: Error>(&self, message: &'static str) -> Result<(), E> {
        if self.is_there() { Err(E::custom(message)) } else { Ok(()) }
    }

    /// Refuses the absence of a member that has to be there, whatever it is.
    pub(crate) fn present<E: Error>(&self, message: &'static str) -> Result<(), E> {
        if self.is_there() { Ok(()) } else { Err(E::custom(message)) }
    }
}

/// The error for a member that is there twice.
#[cold]
pub(crate) fn twice<E: Error>(name: &str) -> E {
    E::custom(format_args!("`{name}` is there twice"))
}

/// Reads a value that may be null.
struct OrNull<S>(S);

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for OrNull<S> {
    type Value = Slot<S::Value>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Slot<S::Value>, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de, S: DeserializeSeed<'de>> Visitor<'de> for OrNull<S> {
    type Value = Slot<S::Value>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value or null")
    }

    fn visit_unit<E: Error>(self) -> Result<Slot<S::Value>, E> {
        Ok(Slot::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Slot<S::Value>, E> {
        Ok(Slot::Null)
    }

    #[inline]
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Slot<S::Value>, D::Error> {
        self.0.deserialize(deserializer).map(Slot::Value)
    }
}

#[cfg(test)]
mod tests {
    use super::Slot;

    type Error = serde::de::value::Error;

    #[test]
    fn null_counts_where_it_is_taken() {
        assert_eq!(Slot::Value(1).required::<Error>("missing"), Ok(1));
        assert!(Slot::<u8>::Null.required::<Error>("missing").is_err());
        assert_eq!(Slot::<u8>::Null.required_or_null::<Error>("missing"), Ok(None));
        assert!(Slot::<u8>::Absent.required_or_null::<Error>("missing").is_err());
        assert_eq!(Slot::<u8>::Null.optional(), None);
        assert!(Slot::<u8>::Null.optional_not_null::<Error>("null").is_err());
        assert_eq!(Slot::<u8>::Absent.optional_not_null::<Error>("null"), Ok(None));
        assert!(Slot::Value(1).null_at_most::<Error>("refused").is_err());
        assert!(Slot::<u8>::Null.null_at_most::<Error>("refused").is_ok());
        assert!(Slot::<u8>::Null.never::<Error>("refused").is_err());
        assert!(Slot::<u8>::Absent.present::<Error>("missing").is_err());
    }
}
