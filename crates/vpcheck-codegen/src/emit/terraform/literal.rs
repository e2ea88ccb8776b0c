//! Strings, values and names of Terraform.

use std::{borrow::Cow, fmt::Write as _};

use serde_json::Value;
use vpcheck_syntax::escape::escape;

/// A string in quotes that is never taken for a template.
pub(super) fn string(text: &str) -> String {
    format!("\"{}\"", inside(text))
}

/// What stands between quotes for a text: no quote, no template and nothing that cannot be seen.
pub(super) fn inside(text: &str) -> String {
    let mut inside = String::new();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let starts_template = matches!(character, '$' | '%') && characters.peek() == Some(&'{');
        match character {
            '"' | '\\' => inside.extend(['\\', character]),
            '\n' => inside.push_str("\\n"),
            '\r' => inside.push_str("\\r"),
            '\t' => inside.push_str("\\t"),
            _ if starts_template || is_hidden(character) => {
                let _ = match u32::from(character) {
                    code @ ..=0xFFFF => write!(inside, "\\u{code:04x}"),
                    code => write!(inside, "\\U{code:08x}"),
                };
            }
            _ => inside.push(character),
        }
    }
    inside
}

fn is_hidden(character: char) -> bool {
    matches!(escape(character.encode_utf8(&mut [0; 4])), Cow::Owned(_))
}

/// A value as an expression.
pub(super) fn value(value: &Value) -> String {
    match value {
        Value::String(text) => string(text),
        Value::Array(_) | Value::Object(_) => format!("jsondecode({})", string(&value.to_string())),
        leaf => leaf.to_string(),
    }
}

/// Values as a list.
pub(super) fn list(values: &[Value]) -> String {
    format!("[{}]", values.iter().map(value).collect::<Vec<_>>().join(", "))
}

/// Names as a list, in the order of the alphabet, so that the same names are the same list.
pub(super) fn names<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut names: Vec<String> = names.map(string).collect();
    names.sort();
    format!("[{}]", names.join(", "))
}

/// Whether a name can stand in an object type, and behind a dot, as it is.
pub(super) fn is_identifier(name: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let is_word = matches!(name, "true" | "false" | "null" | "for" | "in" | "if");
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') && name.chars().all(is_part) && !is_word
}

/// The member of an object, as an expression.
pub(super) fn member(object: &str, name: &str) -> String {
    if is_identifier(name) { format!("{object}.{name}") } else { format!("{object}[{}]", string(name)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_taken_for_a_template() {
        for (text, expected) in [
            ("a", "\"a\""),
            ("${var.x}%{ if true }", "\"\\u0024{var.x}\\u0025{ if true }\""),
            ("100% $", "\"100% $\""),
            ("\"\\\n\t\r", "\"\\\"\\\\\\n\\t\\r\""),
            ("\u{202e}\u{e0041}\u{8}\u{0}é", "\"\\u202e\\U000e0041\\u0008\\u0000é\""),
        ] {
            assert_eq!(string(text), expected);
        }
    }

    #[test]
    fn names_that_are_no_words_are_quoted() {
        for (name, expected) in [
            ("http_port", "var.s.http_port"),
            ("$schema", "var.s[\"$schema\"]"),
            ("a-b", "var.s[\"a-b\"]"),
            ("1", "var.s[\"1\"]"),
            ("null", "var.s[\"null\"]"),
            ("", "var.s[\"\"]"),
        ] {
            assert_eq!(member("var.s", name), expected);
        }
    }
}
