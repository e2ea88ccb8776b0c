//! What the generated types stand on.
//!
//! Written by `cargo xtask codegen`: change the generator instead.
#![allow(dead_code, unused_imports, reason = "a part is written as a whole")]

pub(crate) mod invalid_value {
    //! Why a value is refused.

    use core::error::Error;
    use core::fmt::{self, Display, Formatter};

    /// Why a text, a number or a list is not a value of a type: what such a value is like.
    #[derive(Clone, Copy, Debug, Eq, PartialEq)]
    pub struct InvalidValue(&'static str);

    impl InvalidValue {
        /// The error that says what right values are like, such as `a port is an integer from 1 to 65535`.
        pub(crate) const fn new(rule: &'static str) -> InvalidValue {
            InvalidValue(rule)
        }
    }

    impl Display for InvalidValue {
        fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            formatter.write_str(self.0)
        }
    }

    impl Error for InvalidValue {}
}

pub(crate) mod finite {
    //! Numbers.

    use core::fmt::{self, Display, Formatter};
    use core::hash::{Hash, Hasher};

    use super::invalid_value::InvalidValue;

    /// A number that JSON can hold: neither infinite nor undefined.
    #[derive(Clone, Copy, Debug, Default)]
    pub struct Finite(f64);

    impl Finite {
        /// The number, if it is finite.
        #[must_use]
        pub fn new(number: f64) -> Option<Finite> {
            // Adding zero makes the negative zero the positive one, so that equal numbers have equal hashes.
            number.is_finite().then_some(Finite(number + 0.0))
        }

        /// The number.
        #[must_use]
        pub fn get(self) -> f64 {
            self.0
        }
    }

    impl PartialEq for Finite {
        fn eq(&self, other: &Finite) -> bool {
            self.0.to_bits() == other.0.to_bits()
        }
    }

    impl Eq for Finite {}

    impl Hash for Finite {
        fn hash<H: Hasher>(&self, state: &mut H) {
            self.0.to_bits().hash(state);
        }
    }

    impl Display for Finite {
        fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            self.0.fmt(formatter)
        }
    }

    impl From<i32> for Finite {
        fn from(number: i32) -> Finite {
            Finite(f64::from(number))
        }
    }

    impl TryFrom<f64> for Finite {
        type Error = InvalidValue;

        fn try_from(number: f64) -> Result<Finite, InvalidValue> {
            Finite::new(number).ok_or(InvalidValue::new("a number is finite"))
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) mod read_finite {
    //! Numbers, read and written.

    use core::fmt::{self, Formatter};

    use serde::de::{Deserialize, Deserializer, Error, Visitor};
    use serde::ser::{Serialize, Serializer};

    use super::finite::Finite;

    impl Serialize for Finite {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "a number that would change is written as it is"
        )]
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let whole = self.get() as i64;
            // A whole number is written without a fraction as long as every neighbour can be told from it.
            if (whole as f64).to_bits() == self.get().to_bits() && whole.unsigned_abs() < 1 << 53 {
                serializer.serialize_i64(whole)
            } else {
                serializer.serialize_f64(self.get())
            }
        }
    }

    impl<'de> Deserialize<'de> for Finite {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Finite, D::Error> {
            deserializer.deserialize_f64(FiniteVisitor)
        }
    }

    struct FiniteVisitor;

    impl Visitor<'_> for FiniteVisitor {
        type Value = Finite;

        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            formatter.write_str("a number")
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<Finite, E> {
            Finite::new(number).ok_or_else(|| E::custom("a number is finite"))
        }

        #[expect(clippy::cast_precision_loss, reason = "a number of JSON is a double here, as in most readers")]
        fn visit_u64<E: Error>(self, number: u64) -> Result<Finite, E> {
            self.visit_f64(number as f64)
        }

        #[expect(clippy::cast_precision_loss, reason = "a number of JSON is a double here, as in most readers")]
        fn visit_i64<E: Error>(self, number: i64) -> Result<Finite, E> {
            self.visit_f64(number as f64)
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) mod integer {
    //! Integers, however they are written.

    use core::fmt::{self, Formatter};
    use core::marker::PhantomData;
    use core::num::{NonZeroU8, NonZeroU16, NonZeroU32, NonZeroU64};

    use serde::de::{DeserializeSeed, Deserializer, Error, Unexpected, Visitor};

    /// Reads an integer. As in JSON Schema, `80.0` and `8e1` are the integer 80.
    pub(crate) struct Integer<T>(PhantomData<T>);

    impl<T> Integer<T> {
        pub(crate) const fn new() -> Integer<T> {
            Integer(PhantomData)
        }
    }

    impl<T> Clone for Integer<T> {
        fn clone(&self) -> Integer<T> {
            *self
        }
    }

    impl<T> Copy for Integer<T> {}

    /// A type that holds the integers of a range.
    pub(crate) trait Whole: Sized {
        const SMALLEST: i128;
        const LARGEST: i128;

        fn from_whole(number: i128) -> Option<Self>;
    }

    macro_rules! whole {
        ($($name:ty)*) => {$(
            impl Whole for $name {
                const SMALLEST: i128 = <$name>::MIN as i128;
                const LARGEST: i128 = <$name>::MAX as i128;

                fn from_whole(number: i128) -> Option<$name> {
                    <$name>::try_from(number).ok()
                }
            }
        )*};
    }

    macro_rules! not_zero {
        ($($name:ty, $inner:ty;)*) => {$(
            impl Whole for $name {
                const SMALLEST: i128 = 1;
                const LARGEST: i128 = <$inner>::MAX as i128;

                fn from_whole(number: i128) -> Option<$name> {
                    <$name>::new(<$inner>::try_from(number).ok()?)
                }
            }
        )*};
    }

    whole!(u8 u16 u32 u64 i8 i16 i32 i64);
    not_zero!(NonZeroU8, u8; NonZeroU16, u16; NonZeroU32, u32; NonZeroU64, u64;);

    impl<'de, T: Whole> DeserializeSeed<'de> for Integer<T> {
        type Value = T;

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
            deserializer.deserialize_i64(self)
        }
    }

    impl<T: Whole> Visitor<'_> for Integer<T> {
        type Value = T;

        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            write!(formatter, "an integer from {} to {}", T::SMALLEST, T::LARGEST)
        }

        fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
            T::from_whole(number.into()).ok_or_else(|| E::invalid_value(Unexpected::Unsigned(number), &self))
        }

        fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
            T::from_whole(number.into()).ok_or_else(|| E::invalid_value(Unexpected::Signed(number), &self))
        }

        fn visit_f64<E: Error>(self, number: f64) -> Result<T, E> {
            // What is just below the smallest integer of 64 bits is read as the same double.
            let whole = whole(number).filter(|&whole| whole > i64::MIN.into());
            whole.and_then(T::from_whole).ok_or_else(|| E::invalid_value(Unexpected::Float(number), &self))
        }
    }

    /// The number as an integer, if it is one. Beyond `i128` there is no type to hold it anyway.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "compared after the way there and back"
    )]
    pub(crate) fn whole(number: f64) -> Option<i128> {
        let integer = number as i128;
        // Adding zero makes the negative zero the positive one.
        ((integer as f64).to_bits() == (number + 0.0).to_bits()).then_some(integer)
    }
}

#[cfg(feature = "serde")]
pub(crate) mod slot {
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
        pub(crate) fn read_or_null<'de, A, S>(
            &mut self,
            map: &mut A,
            name: &'static str,
            seed: S,
        ) -> Result<(), A::Error>
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
}

#[cfg(feature = "serde")]
pub(crate) mod known {
    //! The members that are known.

    /// A member by its name.
    ///
    /// It is a trait and no function that is handed on, so that finding a member and reading it become one jump.
    pub(crate) trait Known: Sized {
        /// The member of this name, or nothing for a name that is not known.
        fn find(name: &str) -> Option<Self>;
    }

    /// No member is known.
    impl Known for () {
        #[inline]
        fn find(_: &str) -> Option<()> {
            None
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) mod names {
    //! The names of members.

    use alloc::collections::BTreeSet;
    use alloc::string::String;
    use core::fmt::{self, Formatter};
    use core::marker::PhantomData;

    use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

    use super::known::Known;
    use super::slot::twice;

    /// The names of the members that are not known, to find one that is there twice. Nothing is allocated before there is one.
    pub(crate) struct Names(Option<BTreeSet<String>>);

    impl Names {
        pub(crate) const fn new() -> Names {
            Names(None)
        }

        /// The next member, or `None` in its place for one that is not known.
        #[expect(clippy::option_option, reason = "the end of the object, a name that is not known, and one that is")]
        #[inline]
        pub(crate) fn next<'de, A, M>(&mut self, map: &mut A) -> Result<Option<Option<M>>, A::Error>
        where
            A: MapAccess<'de>,
            M: Known,
        {
            map.next_key_seed(Name { names: self, _member: PhantomData })
        }

        /// The name of a member that is not known, if there was one.
        pub(crate) fn first(&self) -> Option<&str> {
            self.0.as_ref()?.first().map(String::as_str)
        }

        /// Refuses members that are not known.
        pub(crate) fn none<E: Error>(&self, of: &'static str) -> Result<(), E> {
            match self.first() {
                Some(name) => Err(E::custom(format_args!("there is no member `{}` in {of}", Shortened(name)))),
                None => Ok(()),
            }
        }

        #[cold]
        fn add<E: Error>(&mut self, name: &str) -> Result<(), E> {
            if self.0.get_or_insert_default().insert(String::from(name)) { Ok(()) } else { Err(twice(name)) }
        }
    }

    struct Name<'n, M> {
        names: &'n mut Names,
        _member: PhantomData<M>,
    }

    impl<'de, M: Known> DeserializeSeed<'de> for Name<'_, M> {
        type Value = Option<M>;

        #[inline]
        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<M>, D::Error> {
            deserializer.deserialize_identifier(self)
        }
    }

    impl<M: Known> Visitor<'_> for Name<'_, M> {
        type Value = Option<M>;

        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            formatter.write_str("the name of a member")
        }

        #[expect(
            clippy::inline_always,
            reason = "only in place is the jump to the member one with that to how it is read"
        )]
        #[inline(always)]
        fn visit_str<E: Error>(self, name: &str) -> Result<Option<M>, E> {
            match M::find(name) {
                Some(member) => Ok(Some(member)),
                None => self.names.add(name).map(|()| None),
            }
        }
    }

    /// A text of the input in a message, 80 characters of it at most.
    pub(crate) struct Shortened<'t>(pub(crate) &'t str);

    impl fmt::Display for Shortened<'_> {
        fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            match self.0.char_indices().nth(80) {
                Some((end, _)) => write!(formatter, "{}…", self.0.get(..end).unwrap_or_default()),
                None => formatter.write_str(self.0),
            }
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) mod ignored {
    //! Values that are skipped.

    use core::fmt::{self, Formatter};

    use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

    use super::names::Names;

    /// Skips a value of any type. A member that is there twice is an error here as well, at any depth.
    #[derive(Clone, Copy)]
    pub(crate) struct Ignored;

    impl<'de> DeserializeSeed<'de> for Ignored {
        type Value = ();

        fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            // `deserialize_ignored_any` would skip the names unseen.
            deserializer.deserialize_any(self)
        }
    }

    impl<'de> Visitor<'de> for Ignored {
        type Value = ();

        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
            formatter.write_str("any value")
        }

        fn visit_unit<E: Error>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_none<E: Error>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            self.deserialize(deserializer)
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
            self.deserialize(deserializer)
        }

        fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
            Ok(())
        }

        fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
            Ok(())
        }

        fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
            Ok(())
        }

        fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
            Ok(())
        }

        fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
            Ok(())
        }

        fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
            Ok(())
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
            while items.next_element_seed(Ignored)?.is_some() {}
            Ok(())
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            let mut names = Names::new();
            while names.next::<_, ()>(&mut map)?.is_some() {
                map.next_value_seed(Ignored)?;
            }
            Ok(())
        }
    }
}

#[cfg(feature = "serde")]
pub(crate) mod pick {
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
}

#[cfg(feature = "serde")]
pub(crate) mod parse {
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
}

#[cfg(feature = "serde")]
pub(crate) mod list {
    //! Arrays, maps and nulls around other values.

    use alloc::collections::BTreeMap;
    use alloc::string::String;
    use alloc::vec::Vec;
    use core::fmt::{self, Formatter};

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
}

#[cfg(feature = "serde")]
pub(crate) mod named {
    //! Members that are kept under their names.

    use alloc::collections::BTreeMap;
    use alloc::string::String;
    use core::fmt::{self, Formatter};
    use core::marker::PhantomData;

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
}

#[cfg(feature = "serde")]
pub(crate) mod lenient {
    //! Members that only some of several objects care for.

    use alloc::boxed::Box;
    use alloc::string::ToString;
    use core::fmt::{self, Display, Formatter};

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
}

#[cfg(feature = "schemars")]
pub(crate) mod schema {
    //! The schema that a type was made from, for `schemars`.

    use alloc::string::String;

    use schemars::Schema;
    use serde_json::{Map, Value};

    /// Keywords whose value is a schema, or a list of them, or a map of them.
    const ONE: [&str; 5] = ["additionalProperties", "items", "not", "contains", "propertyNames"];
    const LIST: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
    const MAP: [&str; 4] = ["properties", "patternProperties", "$defs", "dependentSchemas"];

    /// The schema that `text` holds, its references replaced by what `target` gives for the name of their definition.
    pub(crate) fn schema(text: &str, mut target: impl FnMut(&str) -> Option<Schema>) -> Schema {
        let mut value = serde_json::from_str(text).unwrap_or(Value::Bool(true));
        resolve(&mut value, &mut target);
        Schema::try_from(value).unwrap_or_default()
    }

    /// The text is a constant of the generator, which bounds its depth.
    fn resolve(value: &mut Value, target: &mut dyn FnMut(&str) -> Option<Schema>) {
        let Value::Object(members) = value else { return };
        for name in ONE {
            if let Some(schema) = members.get_mut(name) {
                resolve(schema, target);
            }
        }
        for name in LIST {
            if let Some(Value::Array(schemas)) = members.get_mut(name) {
                for schema in schemas {
                    resolve(schema, target);
                }
            }
        }
        for name in MAP {
            if let Some(Value::Object(schemas)) = members.get_mut(name) {
                for schema in schemas.values_mut() {
                    resolve(schema, target);
                }
            }
        }
        if let Some(schema) = reference(members).and_then(|name| target(&name)) {
            match schema.to_value() {
                Value::Object(there) => {
                    members.remove("$ref");
                    for (name, value) in there {
                        members.entry(name).or_insert(value);
                    }
                }
                other => *value = other,
            }
        }
    }

    /// What the `$ref` of a schema points at.
    fn reference(members: &Map<String, Value>) -> Option<String> {
        members.get("$ref").and_then(Value::as_str).map(String::from)
    }
}

pub use finite::Finite;
#[cfg(feature = "serde")]
pub(crate) use ignored::Ignored;
#[cfg(feature = "serde")]
pub(crate) use integer::Integer;
pub use invalid_value::InvalidValue;
#[cfg(feature = "serde")]
pub(crate) use known::Known;
#[cfg(feature = "serde")]
pub(crate) use lenient::Lenient;
#[cfg(feature = "serde")]
pub(crate) use list::{List, Map, Nullable};
#[cfg(feature = "serde")]
pub(crate) use named::{Found, insert, next};
#[cfg(feature = "serde")]
pub(crate) use names::Names;
#[cfg(feature = "serde")]
pub(crate) use parse::{AnyText, Parse};
#[cfg(feature = "serde")]
pub(crate) use pick::{Literal, Pick};
#[cfg(feature = "schemars")]
pub(crate) use schema::schema;
#[cfg(feature = "serde")]
pub(crate) use slot::Slot;
