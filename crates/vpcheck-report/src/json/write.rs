//! JSON on one line, in which nothing hides.

use std::io;

use serde::Serialize;
use serde_json::ser::Formatter;
use vpcheck_syntax::escape::is_command;

use crate::visible::is_visible;

/// The value as JSON on one line.
pub(crate) fn write(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Visible);
    // Writing to memory cannot fail, and none of the values can.
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => String::new(),
    }
}

/// Compact JSON in which a character that must not reach a terminal is written as an escape sequence, and so is the first one of
/// what a build server would obey.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        let is_hidden = |(offset, character): &(usize, char)| {
            !is_visible(*character) || *character == '#' && fragment.as_bytes().get(*offset..).is_some_and(is_command)
        };
        for (offset, character) in fragment.char_indices().filter(is_hidden) {
            writer.write_all(fragment.get(plain..offset).unwrap_or_default().as_bytes())?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = offset + character.len_utf8();
        }
        writer.write_all(fragment.get(plain..).unwrap_or_default().as_bytes())
    }
}
