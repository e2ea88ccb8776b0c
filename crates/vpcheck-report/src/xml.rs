//! Text in XML.

use std::fmt::{self, Write as _};

/// Text as the value of an attribute in double quotes, or between two tags.
///
/// What XML has a meaning for is written as a reference. XML 1.0 forbids some characters in every form: they are written as `\u{…}`.
///
/// # Examples
///
/// `a<b>\u{1b}` is written as `a&lt;b&gt;\u{1b}`.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;")?,
                '<' => formatter.write_str("&lt;")?,
                // `]]>` must not stand in text.
                '>' => formatter.write_str("&gt;")?,
                '"' => formatter.write_str("&quot;")?,
                '\t' | '\n' | '\r' => write!(formatter, "&#{};", u32::from(character))?,
                '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => write!(formatter, "\\u{{{:x}}}", u32::from(character))?,
                other => formatter.write_char(other)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn writes_what_xml_has_no_meaning_for() {
        let table = [
            ("", ""),
            ("tür 日本", "tür 日本"),
            (r#"<a b="c">&]]>'"#, "&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;'"),
            ("\t\r\n", "&#9;&#13;&#10;"),
            ("\0\u{1b}\u{fffe}\u{ffff}", "\\u{0}\\u{1b}\\u{fffe}\\u{ffff}"),
            ("\u{fffd}\u{10ffff}", "\u{fffd}\u{10ffff}"),
        ];
        for (text, expected) in table {
            assert_eq!(Text(text).to_string(), expected, "{text:?}");
        }
    }
}
