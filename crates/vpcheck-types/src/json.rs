//! JSON as a format of serde, for the one thing that has to be fast: to accept a right document.
//!
//! [`read`] answers with a value or with no; what is wrong is found by reading the text again, in the way that says all of it. So there are
//! no messages here and no places. It takes what `serde_json` takes and gives the same values, but for decimal fractions, which are those
//! of the standard library.

#[cfg(test)]
mod tests;

use alloc::string::String;
use core::fmt::{self, Display};

use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

/// How deep arrays and objects may be nested, as in `serde_json`.
const DEPTH: u8 = 127;

/// The value of a JSON text, where it is the text of one.
pub(crate) fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    T::deserialize(&mut reader).ok().filter(|_| reader.next().is_none())
}

/// There is no value. It says no more, so that a result takes no more room than its value.
#[derive(Clone, Copy, Debug)]
struct Stop;

impl Display for Stop {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the text is refused")
    }
}

impl core::error::Error for Stop {}

impl Error for Stop {
    #[cold]
    fn custom<T: Display>(_: T) -> Stop {
        Stop
    }
}

/// A text and how far it was read.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: u8,
}

impl<'t> Reader<'t> {
    /// The next byte that is no white space, which stays.
    #[inline]
    fn next(&mut self) -> Option<u8> {
        // All white space is below what can come otherwise.
        match *self.text.as_bytes().get(self.at)? {
            byte @ b'!'.. => Some(byte),
            _ => self.after_space(),
        }
    }

    #[inline(never)]
    fn after_space(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        // Nearly always it is one space, or the end of a line and an indentation.
        let start = self.at + usize::from(bytes.get(self.at) == Some(&b'\n'));
        let spaces = bytes.get(start..)?.first_chunk().map_or(0, |chunk| {
            let others = u64::from_le_bytes(*chunk) ^ u64::from_le_bytes([b' '; 8]);
            (others.trailing_zeros() / 8) as usize
        });
        self.at = start + spaces;
        match *bytes.get(self.at)? {
            byte @ b'!'.. => Some(byte),
            _ => self.after_unusual_space(),
        }
    }

    #[cold]
    fn after_unusual_space(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        let length = rest.iter().position(|byte| !matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))?;
        self.at += length;
        rest.get(length).copied()
    }

    /// Goes past a byte that has to come next.
    #[inline]
    fn take(&mut self, byte: u8) -> Result<(), Stop> {
        if !self.is_next(byte) {
            return Err(Stop);
        }
        self.at += 1;
        Ok(())
    }

    /// Whether a byte that is no white space comes next. Nearly always it is there at once.
    #[inline]
    fn is_next(&mut self, byte: u8) -> bool {
        self.text.as_bytes().get(self.at) == Some(&byte) || self.after_space() == Some(byte)
    }

    /// Goes past a word that has to come next, and not a longer one: whatever follows is no letter where the text is right.
    fn word(&mut self, word: &str) -> Result<(), Stop> {
        if self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(word.as_bytes())) {
            self.at += word.len();
            Ok(())
        } else {
            Err(Stop)
        }
    }

    /// Reads a string without escapes, whose opening quote comes next; nothing where it is another string, or none.
    #[expect(clippy::inline_always, reason = "most of the work is here, and it is a fourteenth less of it in place")]
    #[inline(always)]
    fn plain(&mut self) -> Option<&'t str> {
        if !self.is_next(b'"') {
            return None;
        }
        let start = self.at + 1;
        let end = start + special(self.text.as_bytes().get(start..)?)?;
        if self.text.as_bytes().get(end) != Some(&b'"') {
            return None;
        }
        self.at = end + 1;
        self.text.get(start..end)
    }

    /// Reads a string with escapes, whose opening quote comes next, in no place of its own: there the visitor is for the usual string.
    #[cold]
    #[inline(never)]
    fn visit_escaped<'de, V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_str(&self.escaped()?)
    }

    /// Reads a string with escapes, whose opening quote comes next.
    #[cold]
    fn escaped(&mut self) -> Result<String, Stop> {
        self.take(b'"')?;
        let mut decoded = String::new();
        loop {
            let rest = self.text.get(self.at..).ok_or(Stop)?;
            let length = special(rest.as_bytes()).ok_or(Stop)?;
            decoded.push_str(rest.get(..length).ok_or(Stop)?);
            let rest = rest.get(length..).ok_or(Stop)?;
            self.at += length + 1;
            let Some(escape) = rest.strip_prefix('\\') else {
                return if rest.starts_with('"') { Ok(decoded) } else { Err(Stop) };
            };
            self.at += 1;
            decoded.push(match escape.as_bytes().first().ok_or(Stop)? {
                byte @ (b'"' | b'\\' | b'/') => char::from(*byte),
                b'b' => '\u{8}',
                b'f' => '\u{c}',
                b'n' => '\n',
                b'r' => '\r',
                b't' => '\t',
                b'u' => {
                    let first = code_unit(escape).ok_or(Stop)?;
                    self.at += 4;
                    let second = escape.get(5..).and_then(|rest| rest.strip_prefix('\\')).and_then(code_unit);
                    match (first, second) {
                        (0xD800..0xDC00, Some(second @ 0xDC00..0xE000)) => {
                            self.at += 6;
                            char::from_u32(0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00)).ok_or(Stop)?
                        }
                        // Half of a surrogate pair is no character.
                        _ => char::from_u32(first).ok_or(Stop)?,
                    }
                }
                _ => return Err(Stop),
            });
        }
    }

    /// Reads a number.
    #[inline]
    fn number<'de, V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, Stop> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut number = 0_u64;
        while let Some(digit) = bytes.get(self.at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10) {
            // So many digits overflow nothing.
            if self.at - start == 18 {
                return self.other_number(start, visitor);
            }
            number = number * 10 + u64::from(digit);
            self.at += 1;
        }
        let has_leading_zero = bytes.get(start) == Some(&b'0') && self.at - start > 1;
        if self.at == start || has_leading_zero || matches!(bytes.get(self.at), Some(b'.' | b'e' | b'E')) {
            return self.other_number(start, visitor);
        }
        visitor.visit_u64(number)
    }

    /// Reads a number that is negative, long or no integer.
    #[cold]
    fn other_number<'de, V: Visitor<'de>>(&mut self, start: usize, visitor: V) -> Result<V::Value, Stop> {
        let rest = self.text.get(start..).ok_or(Stop)?;
        let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E');
        let length = rest.bytes().take_while(is_part).count();
        let text = rest.get(..length).filter(|text| is_number(text)).ok_or(Stop)?;
        self.at = start + length;
        if let Ok(number) = text.parse::<u64>() {
            return visitor.visit_u64(number);
        }
        if let Ok(number) = text.parse::<i64>() {
            // The negative zero is no integer to `serde_json`.
            return if number == 0 { visitor.visit_f64(-0.0) } else { visitor.visit_i64(number) };
        }
        let number = text.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or(Stop)?;
        visitor.visit_f64(number)
    }

    /// Goes into an array or object.
    #[inline]
    fn deeper(&mut self) -> Result<(), Stop> {
        self.depth += 1;
        if self.depth > DEPTH { Err(Stop) } else { Ok(()) }
    }

    /// What separates the values of an array or object: whether there is one more.
    #[inline]
    fn is_followed(&mut self, is_first: &mut bool, end: u8) -> Result<bool, Stop> {
        match self.next() {
            Some(byte) if byte == end => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            Some(b',') if !*is_first => {
                self.at += 1;
                Ok(true)
            }
            Some(_) if core::mem::take(is_first) => Ok(true),
            _ => Err(Stop),
        }
    }
}

/// Where the first byte is that ends a string or stands for something else in it.
#[inline]
fn special(bytes: &[u8]) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const QUOTES: u64 = ONES * b'"' as u64;
    const BACKSLASHES: u64 = ONES * b'\\' as u64;
    const SPACES: u64 = ONES * b' ' as u64;
    const HIGH: u64 = ONES << 7;
    let mut rest = bytes;
    while let Some((chunk, after)) = rest.split_first_chunk::<8>() {
        let word = u64::from_le_bytes(*chunk);
        let found =
            (word ^ QUOTES).wrapping_sub(ONES) | (word ^ BACKSLASHES).wrapping_sub(ONES) | word.wrapping_sub(SPACES);
        // The lowest bit that is set is right; those above may have been borrowed from.
        let found = found & !word & HIGH;
        if found != 0 {
            return Some(bytes.len() - rest.len() + (found.trailing_zeros() / 8) as usize);
        }
        rest = after;
    }
    let offset = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
    Some(bytes.len() - rest.len() + offset)
}

/// The number that `u` and four hexadecimal digits give.
fn code_unit(escape: &str) -> Option<u32> {
    let digits = escape.strip_prefix('u')?.as_bytes().first_chunk::<4>()?;
    digits.iter().try_fold(0, |value, &digit| Some(value * 16 + char::from(digit).to_digit(16)?))
}

/// Whether a text is a number of RFC 8259.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let whole = whole.strip_prefix('-').unwrap_or(whole);
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|exponent| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Stop;

    #[inline]
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.next().ok_or(Stop)? {
            b'"' => self.deserialize_str(visitor),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b't' => self.word("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.word("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.word("null").and_then(|()| visitor.visit_unit()),
            _ => self.number(visitor),
        }
    }

    #[inline]
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.plain() {
            Some(text) => visitor.visit_borrowed_str(text),
            None => self.visit_escaped(visitor),
        }
    }

    #[inline]
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    #[inline]
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.take(b'{')?;
        self.deeper()?;
        visitor.visit_map(Inside { reader: self, is_first: true })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.take(b'[')?;
        self.deeper()?;
        visitor.visit_seq(Inside { reader: self, is_first: true })
    }

    #[inline]
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        if self.next() == Some(b'n') {
            self.word("null")?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    #[inline]
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.next() {
            Some(b'0'..=b'9' | b'-') => self.number(visitor),
            _ => Err(Stop),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u128 f32 f64 char bytes byte_buf unit unit_struct newtype_struct tuple tuple_struct struct
        enum ignored_any
    }
}

/// An array or object that is being read.
struct Inside<'r, 't> {
    reader: &'r mut Reader<'t>,
    is_first: bool,
}

impl<'de> MapAccess<'de> for Inside<'_, 'de> {
    type Error = Stop;

    #[inline]
    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Stop> {
        if !self.reader.is_followed(&mut self.is_first, b'}')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    #[inline]
    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Stop> {
        self.reader.take(b':')?;
        // Where a text is laid out, it is one space here.
        self.reader.at += usize::from(self.reader.text.as_bytes().get(self.reader.at) == Some(&b' '));
        seed.deserialize(&mut *self.reader)
    }
}

impl<'de> SeqAccess<'de> for Inside<'_, 'de> {
    type Error = Stop;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Stop> {
        if !self.reader.is_followed(&mut self.is_first, b']')? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }
}
