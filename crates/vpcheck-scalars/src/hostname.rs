//! Hostnames.

mod explain;

use core::fmt;

use self::explain::{Reason, explain};
use crate::text::{Text, text_value};

/// A name to look up: labels of 1 to 63 characters with dots between them, and at most one dot at the end.
///
/// It is what the API's `hostname` may be, so it is wider than the letters, digits and hyphens of RFC 1123: an underscore and
/// characters outside ASCII are taken. A scheme, port, path, address, wildcard, whitespace or invisible character is not.
/// Lengths are counted in characters. The text is kept as it was given, although the API answers it in lower case.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::Hostname;
///
/// let hostname: Hostname = "api.example.com.".parse()?;
/// assert!(hostname.is_fully_qualified());
/// assert_eq!(hostname.labels().collect::<Vec<_>>(), ["api", "example", "com"]);
///
/// let error = "https://api.example.com".parse::<Hostname>().unwrap_err();
/// assert_eq!(error.to_string(), "a hostname has no scheme");
/// # Ok::<(), vpcheck_scalars::InvalidHostname>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Hostname(Text);

impl Hostname {
    /// How many characters it has at most, counting a dot at the end.
    pub const MAX_CHARACTERS: usize = 253;

    /// How many characters a label has at most.
    pub const MAX_LABEL_CHARACTERS: usize = 63;

    /// The labels, the leftmost first.
    #[must_use]
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        let text = self.as_str();
        text.strip_suffix('.').unwrap_or(text).split('.')
    }

    /// Whether it ends in a dot, so that a resolver appends nothing to it.
    #[must_use]
    pub fn is_fully_qualified(&self) -> bool {
        self.as_str().ends_with('.')
    }
}

text_value!(Hostname, InvalidHostname, check);

fn check(text: &str) -> Result<(), InvalidHostname> {
    match pass(text) {
        Pass::Good => Ok(()),
        Pass::Bad => explain(text).map_or(Ok(()), |reason| Err(InvalidHostname(reason))),
    }
}

/// What one pass over the bytes finds.
enum Pass {
    /// It is ASCII and a hostname.
    Good,
    /// It is none, or it takes more than this pass to see that it is one.
    Bad,
}

/// One pass over the bytes of a text that is ASCII, as nearly all hostnames are.
fn pass(text: &str) -> Pass {
    if text.len() > Hostname::MAX_CHARACTERS {
        return Pass::Bad;
    }
    let mut label = 0;
    let mut numeric = true;
    for byte in text.bytes() {
        match CLASSES[usize::from(byte)] {
            Class::Dot if label == 0 => return Pass::Bad,
            Class::Dot => label = 0,
            class @ (Class::Digit | Class::Other) if label < Hostname::MAX_LABEL_CHARACTERS => {
                label += 1;
                numeric &= matches!(class, Class::Digit);
            }
            _ => return Pass::Bad,
        }
    }
    // Digits and dots only may be an address, and a text of no bytes is no hostname: both are looked at again.
    if numeric { Pass::Bad } else { Pass::Good }
}

/// What a byte is in a hostname.
#[derive(Clone, Copy)]
enum Class {
    Dot,
    Digit,
    Other,
    /// Refused, or not ASCII.
    Refused,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Refused; 256];
    let mut byte = 0x21;
    while byte < 0x7F {
        classes[byte as usize] = match byte {
            b'.' => Class::Dot,
            b'0'..=b'9' => Class::Digit,
            _ if is_delimiter(byte as char) => Class::Refused,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Whether a visible character of ASCII cannot be in a hostname: most of them separate the parts of a URL.
const fn is_delimiter(character: char) -> bool {
    matches!(character, '%' | '#' | '*' | ',' | '/' | ':' | '<' | '>' | '?' | '@' | '[' | '\\' | ']')
}

/// Whether a character shows nothing: whitespace, controls, and what only changes how others are shown.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{20}'
            | '\u{7F}'..='\u{A0}'
            | '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'
            | '\u{1160}'
            | '\u{1680}'
            | '\u{17B4}'
            | '\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{2000}'..='\u{200F}'
            | '\u{2028}'..='\u{202F}'
            | '\u{205F}'..='\u{206F}'
            | '\u{3000}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
    )
}

/// Why a text is no hostname: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidHostname(Reason);

impl InvalidHostname {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        self.0.help()
    }
}

impl fmt::Display for InvalidHostname {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl core::error::Error for InvalidHostname {}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::{String, ToString as _};
    use std::vec::Vec;

    use super::{Hostname, Pass, explain, is_delimiter, is_invisible, pass};

    #[test]
    fn takes_names() {
        let longest = format!("{0}.{0}.{0}.{1}", "a".repeat(63), "b".repeat(61));
        let longest_in_characters = longest.replace('a', "é");
        let long_label = format!("{}.com", "東".repeat(63));
        for text in [
            "localhost",
            "db.internal.example.com",
            "api.example.com.",
            "_dmarc.example.com",
            "3com.example.com",
            "bücher.example",
            "xn--bcher-kva.example",
            "UPPER.Example",
            "-a-.example",
            "10.0.0.256",
            "10.0.0",
            "1.2.3.4.5",
            "1",
            "0000.1.2.1000",
            "a!$&'()+;=^`{|}~\"",
            longest.as_str(),
            longest_in_characters.as_str(),
            long_label.as_str(),
        ] {
            let hostname: Hostname = text.parse().expect(text);
            assert_eq!(hostname.as_str(), text);
            assert_eq!(hostname.to_string(), text);
            assert_eq!(Hostname::try_from(String::from(text)), Ok(hostname));
        }
    }

    #[test]
    fn judges_every_character_alike_on_both_ways() {
        for character in '\0'..=char::MAX {
            let text = format!("a{character}b");
            let refused = is_invisible(character) || character.is_ascii() && is_delimiter(character);
            assert_eq!(explain(&text).is_some(), refused, "{text:?}");
            if matches!(pass(&text), Pass::Good) {
                assert!(!refused && character.is_ascii(), "{text:?}");
            }
        }
    }

    #[test]
    fn takes_253_characters() {
        for unit in ["a", "é", "📦"] {
            for length in 240..=260 {
                let text: String = (0..length).map(|at| if at % 50 == 49 { "." } else { unit }).collect();
                assert_eq!(text.parse::<Hostname>().is_ok(), length <= 253, "{length} {unit}");
            }
        }
    }

    #[test]
    fn splits_into_labels() {
        for (text, labels) in
            [("a", ["a"].as_slice()), ("a.", &["a"]), ("a.b.c", &["a", "b", "c"]), ("a.b.c.", &["a", "b", "c"])]
        {
            let hostname: Hostname = text.parse().expect(text);
            assert_eq!(hostname.labels().collect::<Vec<_>>(), labels);
            assert_eq!(hostname.is_fully_qualified(), text.ends_with('.'));
        }
    }
}
