//! Strings in quotes.

use std::fmt::Write as _;

use crate::edit::dialect::Dialect;
use crate::escape::is_hidden;

/// A string in `"`, with escapes that JSON, YAML, TOML and Terraform share.
pub(super) fn double(dialect: Dialect, text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // A template begins so, and does not where the sign is there twice.
            '$' | '%'
                if matches!(dialect, Dialect::Terraform | Dialect::TerraformJson)
                    && characters.peek() == Some(&'{') =>
            {
                out.extend([character, character]);
            }
            hidden if is_hidden(hidden) => {
                let mut units = [0; 2];
                let units = hidden.encode_utf16(&mut units);
                if let [unit] = units {
                    // Writing into a string cannot fail.
                    let _ = write!(out, "\\u{unit:04x}");
                } else {
                    out.push(hidden);
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// Whether a string can be written in `'`.
pub(super) fn fits_single(dialect: Dialect, text: &str) -> bool {
    !text.contains(is_hidden) && (dialect == Dialect::Yaml || !text.contains('\''))
}

/// A string in `'` that fits.
pub(super) fn single(dialect: Dialect, text: &str) -> String {
    let text = if dialect == Dialect::Yaml { text.replace('\'', "''") } else { text.to_owned() };
    format!("'{text}'")
}

/// A word of a shell in the place of `old`.
pub(super) fn word(text: &str, old: &str) -> String {
    let is_safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:@%+,=".contains(&byte);
    if old.starts_with('"') && !text.contains(['\\', '$', '`', '"', '!']) {
        format!("\"{text}\"")
    } else if !old.starts_with('\'') && !text.is_empty() && text.bytes().all(is_safe) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{double, fits_single, single, word};
    use crate::edit::dialect::Dialect;

    #[test]
    fn escapes_what_has_to_be() {
        for (dialect, text, written) in [
            (Dialect::Json, "a \"b\" \\ c\n\t\r", r#""a \"b\" \\ c\n\t\r""#),
            (Dialect::Json, "\u{0}\u{7f}\u{85}\u{2028}\u{202e}", "\"\\u0000\\u007f\\u0085\\u2028\\u202e\""),
            (Dialect::Json, "Büro 📦 ${x}", "\"Büro 📦 ${x}\""),
            (Dialect::TerraformJson, "${x} $y %{z}", "\"$${x} $y %%{z}\""),
        ] {
            assert_eq!(double(dialect, text), written);
        }
        assert_eq!(single(Dialect::Yaml, "it's"), "'it''s'");
        assert!(!fits_single(Dialect::Toml, "it's"));
        assert!(!fits_single(Dialect::Yaml, "a\nb"));
    }

    #[test]
    fn words_keep_their_quotes() {
        for (text, old, written) in [
            ("10.0.0.1", "10.0.0.1/32", "10.0.0.1"),
            ("10.0.0.1", "'10.0.0.1 '", "'10.0.0.1'"),
            ("10.0.0.1", "\"10.0.0.1 \"", "\"10.0.0.1\""),
            ("it's", "its", "'it'\\''s'"),
            ("$x", "\"x\"", "'$x'"),
            ("", "x", "''"),
        ] {
            assert_eq!(word(text, old), written);
        }
    }
}
