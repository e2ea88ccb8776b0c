//! Strings without quotes.

use std::net::Ipv4Addr;

use crate::edit::dialect::Dialect;

/// Words that YAML 1.2 or YAML 1.1 read as something else than a string, in any case of letters.
const WORDS: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"];

/// Whether every reader of YAML, of version 1.1 as well, reads the text without quotes as that string.
///
/// It is careful: a text may be refused that would be read right.
pub(super) fn is_plain(text: &str, is_in_brackets: bool) -> bool {
    if text.parse::<Ipv4Addr>().is_ok() || is_uuid(text) {
        return true;
    }
    let Some(first) = text.chars().next() else { return false };
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    // What begins as a number may be one, a date, a time, or a number to the base of sixty.
    let may_be_number = first.is_ascii_digit()
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || b"xXoO_.:+-TtZz ".contains(&byte));
    let is_usual = |character: char| character.is_alphanumeric() || "-_./@+".contains(character);
    let between = |character: char| is_usual(character) || character == ' ' || (character == ':' && !is_in_brackets);
    (first.is_alphanumeric() || (first == '_' && text.len() > 1))
        && !is_word
        && !may_be_number
        && text.chars().all(between)
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
}

fn is_uuid(text: &str) -> bool {
    let groups: Vec<&str> = text.split('-').collect();
    groups.iter().map(|group| group.len()).eq([8, 4, 4, 4, 12])
        && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
}

/// Whether a name needs no quotes.
pub(super) fn is_identifier(dialect: Dialect, name: &str) -> bool {
    let is_inside = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    let starts = |first: &u8| first.is_ascii_alphabetic() || *first == b'_' || dialect == Dialect::Toml;
    name.as_bytes().first().is_some_and(starts) && name.bytes().all(is_inside)
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn leaves_no_string_that_is_read_as_something_else() {
        for text in [
            "",
            " ",
            "no",
            "Yes",
            "ON",
            "null",
            "~",
            "true",
            "y",
            "017",
            "0x1F",
            "0o17",
            "12:30",
            "1_000",
            "1e3",
            "8080",
            "-1",
            ".5",
            ".inf",
            "2026-11-24",
            "2026-11-24T07:00:00Z",
            "a: b",
            "a #b",
            "- a",
            "*x",
            "&x",
            "!x",
            "|",
            ">",
            "@x",
            "`x",
            "{x",
            "[x",
            "a ",
            "a:",
            "::1",
            "?",
            "<<",
            "=",
            "a\nb",
            "it's",
            "\"a",
            "%x",
        ] {
            assert!(!is_plain(text, false), "{text:?}");
        }
    }

    #[test]
    fn leaves_what_people_write_without_quotes() {
        for text in [
            "http",
            "verify_full",
            "db.internal",
            "10.0.0.1",
            "fe80::1",
            "0191dce4-9ab4-7fce-b660-8e5dec5172da",
            "00000000-0000-0000-0000-000000000000",
            "Web app",
            "Büro",
            "3com.example",
            "localhost",
            "_ldap._tcp",
        ] {
            assert!(is_plain(text, false), "{text:?}");
        }
        assert!(!is_plain("fe80::1", true));
        assert!(!is_plain("a, b", true));
    }
}
