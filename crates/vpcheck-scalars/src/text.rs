//! Short text without an allocation, and what every value that keeps its text has in common.

use alloc::boxed::Box;
use alloc::string::String;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};

/// How many bytes are kept inline: with its length and the tag of the enum the value is four words.
const INLINE: usize = 30;

/// A text that is inline while it is short. It compares, sorts and hashes as the `str` that it holds.
#[derive(Clone)]
pub(crate) struct Text(Repr);

#[derive(Clone)]
enum Repr {
    Inline { length: u8, bytes: [u8; INLINE] },
    Heap(Box<str>),
}

impl Text {
    pub(crate) fn new(text: &str) -> Text {
        Text::inline(text).unwrap_or_else(|| Text(Repr::Heap(text.into())))
    }

    fn inline(text: &str) -> Option<Text> {
        let mut bytes = [0; INLINE];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Text(Repr::Inline { length: u8::try_from(text.len()).ok()?, bytes }))
    }

    pub(crate) fn as_str(&self) -> &str {
        match &self.0 {
            Repr::Inline { length, bytes } => bytes
                .get(..usize::from(*length))
                .and_then(|bytes| core::str::from_utf8(bytes).ok())
                .expect("the bytes and the length come from a str"),
            Repr::Heap(text) => text,
        }
    }
}

impl From<String> for Text {
    fn from(text: String) -> Text {
        Text::inline(&text).unwrap_or_else(|| Text(Repr::Heap(text.into_boxed_str())))
    }
}

impl From<Text> for String {
    fn from(text: Text) -> String {
        match text.0 {
            Repr::Heap(text) => text.into_string(),
            Repr::Inline { .. } => text.as_str().into(),
        }
    }
}

impl PartialEq for Text {
    fn eq(&self, other: &Text) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text {}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Text) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Text) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(formatter)
    }
}

/// Implements what every value that keeps its text has: a struct around [`Text`], its error, and a function that checks.
macro_rules! text_value {
    ($value:ident, $error:ident, $check:path) => {
        impl $value {
            /// The text as it was given.
            #[must_use]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl core::str::FromStr for $value {
            type Err = $error;

            fn from_str(text: &str) -> Result<$value, $error> {
                $check(text)?;
                Ok($value(crate::text::Text::new(text)))
            }
        }

        impl TryFrom<&str> for $value {
            type Error = $error;

            fn try_from(text: &str) -> Result<$value, $error> {
                text.parse()
            }
        }

        impl TryFrom<alloc::string::String> for $value {
            type Error = $error;

            fn try_from(text: alloc::string::String) -> Result<$value, $error> {
                $check(&text)?;
                Ok($value(text.into()))
            }
        }

        impl From<$value> for alloc::string::String {
            fn from(value: $value) -> alloc::string::String {
                value.0.into()
            }
        }

        impl AsRef<str> for $value {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl core::fmt::Display for $value {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }
    };
}
pub(crate) use text_value;

#[cfg(test)]
mod tests {
    use std::format;
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    use std::string::String;

    use super::{INLINE, Repr, Text};

    #[test]
    fn every_length_round_trips() {
        for length in 0..=2 * INLINE {
            for unit in ["a", "é", "東", "📦"] {
                let text = unit.repeat(length);
                for value in [Text::new(&text), Text::from(text.clone())] {
                    assert_eq!(value.as_str(), text);
                    assert_eq!(matches!(value.0, Repr::Inline { .. }), text.len() <= INLINE, "{text}");
                    assert_eq!(String::from(value.clone()), text);
                    assert_eq!(value.clone(), value);
                }
            }
        }
    }

    #[test]
    fn compares_and_hashes_as_str() {
        let long = "b".repeat(INLINE + 1);
        let hash = |value: &dyn Fn(&mut DefaultHasher)| {
            let mut hasher = DefaultHasher::new();
            value(&mut hasher);
            hasher.finish()
        };
        for left in ["", "a", "ab", "b", long.as_str()] {
            assert_eq!(hash(&|hasher| Text::new(left).hash(hasher)), hash(&|hasher| left.hash(hasher)), "{left:?}");
            assert_eq!(format!("{:?}", Text::new(left)), format!("{left:?}"));
            for right in ["", "a", "ab", "b", long.as_str()] {
                assert_eq!(Text::new(left).cmp(&Text::new(right)), left.cmp(right), "{left:?} {right:?}");
                assert_eq!(Text::new(left) == Text::new(right), left == right, "{left:?} {right:?}");
            }
        }
    }

    #[test]
    fn is_four_words() {
        assert_eq!(size_of::<Text>(), 4 * size_of::<u64>());
        assert_eq!(size_of::<Option<Text>>(), size_of::<Text>(), "the tag has room for `None`");
    }
}
