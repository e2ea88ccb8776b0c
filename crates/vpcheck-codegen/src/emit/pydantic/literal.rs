//! Strings, values and names of Python.

use std::{borrow::Cow, fmt::Write as _};

use serde_json::Value;
use vpcheck_syntax::escape::escape;

use crate::pass::words;

/// A string as ruff quotes it: with the quotes that need fewer escapes.
pub(super) fn string(text: &str) -> String {
    let count = |quote: char| text.chars().filter(|&character| character == quote).count();
    let quote = if count('"') <= count('\'') { '"' } else { '\'' };
    let mut literal = String::from(quote);
    for character in text.chars() {
        match character {
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            '\\' => literal.push_str("\\\\"),
            _ if character == quote => literal.extend(['\\', quote]),
            _ if is_shown(character) => literal.push(character),
            _ => {
                let code = u32::from(character);
                let _ = match code {
                    0..=0xFF => write!(literal, "\\x{code:02x}"),
                    0x100..=0xFFFF => write!(literal, "\\u{code:04x}"),
                    _ => write!(literal, "\\U{code:08x}"),
                };
            }
        }
    }
    literal.push(quote);
    literal
}

/// A regular expression, without escapes of its own where that can be.
pub(super) fn pattern(text: &str) -> String {
    let text = &readable(text);
    let is_raw = text.contains('\\') && !text.contains('"') && !text.ends_with('\\') && text.chars().all(is_shown);
    if is_raw { format!("r\"{text}\"") } else { string(text) }
}

/// The expression with letters and digits as they are, where they are given by their number.
fn readable(text: &str) -> String {
    let mut readable = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        readable.push_str(before);
        let by_number = escape.strip_prefix("x{").and_then(|inside| inside.split_once('}'));
        let plain = by_number
            .and_then(|(number, after)| Some((char::from_u32(u32::from_str_radix(number, 16).ok()?)?, after)))
            .filter(|(character, _)| character.is_ascii_alphanumeric());
        rest = if let Some((character, after)) = plain {
            readable.push(character);
            after
        } else {
            readable.push('\\');
            let mut characters = escape.chars();
            readable.extend(characters.next());
            characters.as_str()
        };
    }
    readable.push_str(rest);
    readable
}

/// A value that a `Literal` can list.
pub(super) fn listed(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(string(text)),
        Value::Bool(true) => Some("True".to_owned()),
        Value::Bool(false) => Some("False".to_owned()),
        Value::Number(number) if number.is_i64() || number.is_u64() => Some(number.to_string()),
        Value::Number(number) => {
            number.as_f64().filter(|float| float.fract() == 0.0).map(|float| format!("{float:.0}"))
        }
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The name of a member as an attribute: `imageName` is `image_name`.
pub(super) fn attribute(member: &str) -> String {
    let parts = member.split(|character: char| !character.is_ascii_alphanumeric());
    let words: Vec<String> =
        parts.flat_map(words).filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    let name = words.join("_");
    if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
        let joint = if name.is_empty() { "" } else { "_" };
        return format!("member{joint}{name}");
    }
    if TAKEN.contains(&name.as_str()) { name + "_" } else { name }
}

fn is_shown(character: char) -> bool {
    // A single `#` is never a command, so nothing is said of the text around it.
    character == '#' || matches!(escape(character.encode_utf8(&mut [0; 4])), Cow::Borrowed(_))
}

/// Keywords, what a model of pydantic has already, and what annotations of its members mention.
const TAKEN: &[&str] = &[
    "and",
    "as",
    "assert",
    "async",
    "await",
    "bool",
    "break",
    "class",
    "construct",
    "continue",
    "copy",
    "def",
    "del",
    "dict",
    "elif",
    "else",
    "except",
    "finally",
    "float",
    "for",
    "from",
    "from_orm",
    "global",
    "if",
    "import",
    "in",
    "int",
    "is",
    "json",
    "lambda",
    "list",
    "model_computed_fields",
    "model_config",
    "model_construct",
    "model_copy",
    "model_dump",
    "model_dump_json",
    "model_extra",
    "model_fields",
    "model_fields_set",
    "model_json_schema",
    "model_parametrized_name",
    "model_post_init",
    "model_rebuild",
    "model_validate",
    "model_validate_json",
    "model_validate_strings",
    "nonlocal",
    "not",
    "object",
    "or",
    "parse_file",
    "parse_obj",
    "parse_raw",
    "pass",
    "raise",
    "return",
    "schema",
    "schema_json",
    "str",
    "try",
    "tuple",
    "type_",
    "update_forward_refs",
    "validate",
    "while",
    "with",
    "yield",
    "set",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_quoted_as_ruff_does() {
        for (text, literal) in [
            ("a", "\"a\""),
            ("say \"hi\"", "'say \"hi\"'"),
            ("it's \"", "\"it's \\\"\""),
            ("\u{202e}\u{7}\u{e0041}\\\n", "\"\\u202e\\x07\\U000e0041\\\\\\n\""),
        ] {
            assert_eq!(string(text), literal);
        }
        for (text, literal) in [
            (r"[\x{30}-\x{39}\x{2F}]\\x{30}", r#"r"[0-9\x{2F}]\\x{30}""#),
            (r"^\d$", r#"r"^\d$""#),
            ("a\\", "\"a\\\\\""),
            ("\"\\d", "'\"\\\\d'"),
            ("a", "\"a\""),
        ] {
            assert_eq!(pattern(text), literal);
        }
    }

    #[test]
    fn members_become_attributes() {
        for (member, name) in [
            ("tcp_port", "tcp_port"),
            ("imageName", "image_name"),
            ("HTTPPort", "http_port"),
            ("x-more", "x_more"),
            ("_id", "id"),
            ("3d", "member_3d"),
            ("*", "member"),
            ("class", "class_"),
            ("schema", "schema_"),
            ("model_dump", "model_dump_"),
            ("$ref", "ref"),
            ("str", "str_"),
        ] {
            assert_eq!(attribute(member), name);
        }
    }
}
