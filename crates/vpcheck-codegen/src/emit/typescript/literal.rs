//! Strings and names.

use crate::export::json::quoted;

/// A string as prettier quotes it: with the quotes that need fewer escapes.
pub(crate) fn string(text: &str) -> String {
    let double = quoted(text);
    let count = |quote: char| text.chars().filter(|&character| character == quote).count();
    if count('"') <= count('\'') {
        return double;
    }
    let inner = double.get(1..double.len() - 1).unwrap_or_default();
    format!("'{}'", inner.replace("\\\"", "\"").replace('\'', "\\'"))
}

/// The name of a member, quoted where it has to be.
pub(crate) fn member_name(name: &str) -> String {
    let is_word = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '$');
    let is_identifier =
        !name.is_empty() && name.chars().all(is_word) && !name.starts_with(|first: char| first.is_ascii_digit());
    if is_identifier { name.to_owned() } else { string(name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_strings_are_quoted_as_prettier_does() {
        for (text, literal, name) in [
            ("a", "\"a\"", "a"),
            ("a-b", "\"a-b\"", "\"a-b\""),
            ("1", "\"1\"", "\"1\""),
            ("say \"hi\"", "'say \"hi\"'", "'say \"hi\"'"),
            ("it's \"", "\"it's \\\"\"", "\"it's \\\"\""),
            ("", "\"\"", "\"\""),
            ("\u{202e}", "\"\\u202e\"", "\"\\u202e\""),
        ] {
            assert_eq!((string(text).as_str(), member_name(text).as_str()), (literal, name));
        }
    }
}
