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

#[cfg(test)]
mod tests {
    use core::num::NonZeroU64;

    use serde::de::DeserializeSeed;

    use super::{Integer, Whole};

    fn read<T: Whole>(text: &str) -> Option<T> {
        Integer::<T>::new().deserialize(&mut serde_json::Deserializer::from_str(text)).ok()
    }

    #[test]
    fn takes_integers_however_they_are_written() {
        for (text, number) in [("0", 0), ("255", 255), ("80.0", 80), ("8e1", 80), ("-0.0", 0)] {
            assert_eq!(read::<u8>(text), Some(number), "{text}");
        }
        for text in ["256", "-1", "1.5", "1e3", "1e300", "\"1\"", "null", "true", "[1]"] {
            assert_eq!(read::<u8>(text), None, "{text}");
        }
        assert_eq!(read::<i64>("-9223372036854775808"), Some(i64::MIN));
        assert_eq!(read::<i64>("9223372036854775808"), None);
        assert_eq!(read::<i64>("-9223372036854775809"), None);
        assert_eq!(read::<NonZeroU64>("0"), None);
        assert_eq!(read::<NonZeroU64>("18446744073709551615"), Some(NonZeroU64::MAX));
    }
}
