//! Whether a type is read from an array.

use core::fmt;

use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// Whether a type is read from an array: it is asked to read, and what it asks for says so.
///
/// An envelope has pages where its result is a list, and that is all that an envelope knows of its result.
pub(super) fn is_list<'de, T: Deserialize<'de>>() -> bool {
    matches!(T::deserialize(Question), Err(Answer::List))
}

/// A deserializer that has nothing and remembers what it was asked for.
struct Question;

#[derive(Debug)]
enum Answer {
    List,
    Other,
}

impl fmt::Display for Answer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("there is nothing to read")
    }
}

impl core::error::Error for Answer {}

impl Error for Answer {
    fn custom<T: fmt::Display>(_message: T) -> Answer {
        Answer::Other
    }
}

impl<'de> Deserializer<'de> for Question {
    type Error = Answer;

    fn deserialize_any<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Answer> {
        Err(Answer::Other)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, _visitor: V) -> Result<V::Value, Answer> {
        Err(Answer::List)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Answer> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct tuple
        tuple_struct map struct enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::is_list;
    use crate::{Nothing, ServiceResponse};

    #[test]
    fn knows_lists() {
        assert!(is_list::<Vec<ServiceResponse>>());
        assert!(is_list::<Vec<String>>());
        assert!(!is_list::<ServiceResponse>());
        assert!(!is_list::<Nothing>());
        assert!(!is_list::<Option<Vec<String>>>());
        assert!(!is_list::<String>());
    }
}
