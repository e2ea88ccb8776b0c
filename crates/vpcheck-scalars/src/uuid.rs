//! UUIDs in their one text form: 8, 4, 4, 4 and 12 hexadecimal digits.

use core::fmt;

use crate::placeholder::{self, is_placeholder};

/// Characters of the text form.
const LENGTH: usize = 36;

/// Where the groups of two digits start, each of which is one byte.
const STARTS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// Where the dashes are.
const DASHES: [usize; 4] = [8, 13, 18, 23];

/// The bytes of a UUID. Any version and variant is taken, and either case of hexadecimal digits.
#[derive(Clone, Copy, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct Uuid(pub(crate) [u8; 16]);

impl Uuid {
    pub(crate) fn parse(text: &str) -> Result<Uuid, Reason> {
        read(text).map(Uuid).ok_or_else(|| explain(text))
    }

    /// Calls `then` with the text form, in lower case.
    pub(crate) fn with_text<R>(self, then: impl FnOnce(&str) -> R) -> R {
        let mut text = [b'-'; LENGTH];
        for (byte, start) in self.0.into_iter().zip(STARTS) {
            text[start] = digit(byte >> 4);
            text[start + 1] = digit(byte & 15);
        }
        then(core::str::from_utf8(&text).expect("hexadecimal digits and dashes are ASCII"))
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| formatter.pad(text))
    }
}

impl fmt::Debug for Uuid {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| formatter.write_str(text))
    }
}

const fn digit(value: u8) -> u8 {
    if value < 10 { b'0' + value } else { b'a' + (value - 10) }
}

/// What is no hexadecimal digit, as a value that no digit has.
const NO_DIGIT: u8 = 0x80;

/// The value of each byte as a hexadecimal digit.
static DIGITS: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut value = 0;
    while value < 16 {
        values[digit(value) as usize] = value;
        values[digit(value).to_ascii_uppercase() as usize] = value;
        value += 1;
    }
    values
};

fn read(text: &str) -> Option<[u8; 16]> {
    let text: &[u8; LENGTH] = text.as_bytes().try_into().ok()?;
    let mut bytes = [0; 16];
    // It is asked once, at the end, whether there was anything else than digits: nearly all ids are right.
    let mut all = 0;
    for (byte, start) in bytes.iter_mut().zip(STARTS) {
        let (high, low) = (DIGITS[usize::from(text[start])], DIGITS[usize::from(text[start + 1])]);
        all |= high | low;
        *byte = high << 4 | low;
    }
    let has_dashes = DASHES.iter().all(|&dash| text[dash] == b'-');
    (all & NO_DIGIT == 0 && has_dashes).then_some(bytes)
}

/// Why a text is no UUID.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Reason {
    Empty,
    Placeholder,
    Whitespace,
    Braces,
    Urn,
    Length { characters: usize },
    Dashes,
    Digit { character: char },
}

/// Finds the reason, for a text that was refused.
#[cold]
fn explain(text: &str) -> Reason {
    let characters = text.chars().count();
    if text.is_empty() {
        Reason::Empty
    } else if is_placeholder(text) {
        Reason::Placeholder
    } else if text.contains(char::is_whitespace) {
        Reason::Whitespace
    } else if text.starts_with('{') || text.ends_with('}') {
        Reason::Braces
    } else if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("urn:")) {
        Reason::Urn
    } else if characters != LENGTH {
        Reason::Length { characters }
    } else if let Some(character) = text.chars().find(|character| *character != '-' && !character.is_ascii_hexdigit()) {
        Reason::Digit { character }
    } else {
        Reason::Dashes
    }
}

impl Reason {
    /// Writes the end of a sentence, where `noun` is such as `a tunnel id`.
    pub(crate) fn write(&self, noun: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Reason::Empty => write!(formatter, "{noun} has {LENGTH} characters"),
            Reason::Placeholder => formatter.write_str(placeholder::REASON),
            Reason::Whitespace => write!(formatter, "{noun} has no whitespace in it or around it"),
            Reason::Braces => write!(formatter, "{noun} has no braces around it"),
            Reason::Urn => write!(formatter, "{noun} has no `urn:uuid:` before it"),
            Reason::Length { characters } => {
                write!(formatter, "{noun} has {LENGTH} characters and this has {characters}")
            }
            Reason::Dashes => write!(formatter, "{noun} is 8, 4, 4, 4 and 12 hexadecimal digits with dashes between"),
            Reason::Digit { character } => {
                write!(formatter, "{noun} is made of hexadecimal digits and dashes, which {character:?} is not")
            }
        }
    }

    pub(crate) fn help(&self) -> &'static str {
        match self {
            Reason::Placeholder => placeholder::HELP,
            Reason::Whitespace => "remove the whitespace",
            Reason::Braces => "remove the braces",
            Reason::Urn => "remove `urn:uuid:`",
            Reason::Length { characters: 32 } => "put dashes after 8, 12, 16 and 20 digits",
            Reason::Empty | Reason::Length { .. } | Reason::Dashes | Reason::Digit { .. } => {
                "write it as in 0191dce4-9ab4-7fce-b660-8e5dec5172da"
            }
        }
    }
}

/// Implements what both kinds of ids have: a struct around [`Uuid`], its error, and what a message calls it.
macro_rules! uuid_value {
    ($value:ident, $error:ident, $noun:literal) => {
        impl $value {
            /// The id of these bytes, the first digits first.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; 16]) -> $value {
                $value(crate::uuid::Uuid(bytes))
            }

            /// The bytes, the first digits first.
            #[must_use]
            pub const fn to_bytes(self) -> [u8; 16] {
                self.0.0
            }

            /// Whether every digit is 0, which is valid and names nothing.
            #[must_use]
            pub fn is_nil(self) -> bool {
                self.0.0 == [0; 16]
            }

            #[cfg(feature = "serde")]
            pub(crate) fn with_text<R>(self, then: impl FnOnce(&str) -> R) -> R {
                self.0.with_text(then)
            }
        }

        impl core::str::FromStr for $value {
            type Err = $error;

            fn from_str(text: &str) -> Result<$value, $error> {
                crate::uuid::Uuid::parse(text).map($value).map_err($error)
            }
        }

        impl TryFrom<&str> for $value {
            type Error = $error;

            fn try_from(text: &str) -> Result<$value, $error> {
                text.parse()
            }
        }

        impl core::fmt::Display for $value {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.fmt(formatter)
            }
        }

        #[doc = concat!("Why a text is not ", $noun, ": the end of a sentence that names it.")]
        #[derive(Clone, Debug, Eq, PartialEq)]
        pub struct $error(crate::uuid::Reason);

        impl $error {
            /// What to do about it, where that can be said without knowing what was meant.
            #[must_use]
            pub fn help(&self) -> Option<&'static str> {
                Some(self.0.help())
            }
        }

        impl core::fmt::Display for $error {
            fn fmt(&self, formatter: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                self.0.write($noun, formatter)
            }
        }

        impl core::error::Error for $error {}
    };
}
pub(crate) use uuid_value;

#[cfg(test)]
mod tests {
    use std::string::{String, ToString as _};

    use super::{Reason, Uuid};

    const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

    #[test]
    fn every_byte_round_trips_at_every_place() {
        for place in 0..16 {
            for byte in 0..=u8::MAX {
                let mut bytes = [0; 16];
                bytes[place] = byte;
                let text = Uuid(bytes).to_string();
                assert_eq!(Uuid::parse(&text), Ok(Uuid(bytes)));
                assert_eq!(Uuid::parse(&text.to_uppercase()), Ok(Uuid(bytes)));
            }
        }
    }

    #[test]
    fn refuses_every_other_character_at_every_place() {
        for place in 0..ID.len() {
            for character in (0..=u8::MAX).map(char::from).chain(['০', '\u{2010}']) {
                let mut text = String::from(ID);
                text.replace_range(place..=place, character.encode_utf8(&mut [0; 4]));
                let right = if ID.as_bytes()[place] == b'-' { character == '-' } else { character.is_ascii_hexdigit() };
                assert_eq!(Uuid::parse(&text).is_ok(), right, "{text:?}");
            }
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, reason) in [
            ("", Reason::Empty),
            ("<YOUR_TUNNEL_ID>", Reason::Placeholder),
            (&std::format!("{ID}\n"), Reason::Whitespace),
            (&std::format!("{{{ID}}}"), Reason::Braces),
            (&std::format!("urn:uuid:{ID}"), Reason::Urn),
            (&std::format!("URN:UUID:{ID}"), Reason::Urn),
            (&ID.replace('-', ""), Reason::Length { characters: 32 }),
            (&std::format!("{ID}-"), Reason::Length { characters: 37 }),
            ("2eb8-aa08-aa98-11ea-b4aa73b44-1d16380", Reason::Length { characters: 37 }),
            ("2eb8aa0-8aa98-11e-ab4aa7-3b441d16380", Reason::Dashes),
            (&ID.replace('f', "g"), Reason::Digit { character: 'g' }),
        ] {
            assert_eq!(Uuid::parse(text), Err(reason), "{text:?}");
        }
    }
}
