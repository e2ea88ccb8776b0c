//! Tokens that say what they mean, without a reference, a template or a second line.

use super::dialect::Dialect;
use crate::{Kind, Node};

/// Whether a value is one token on one line that says what the value is.
pub(super) fn is_plain(dialect: Dialect, node: Node<'_>, written: &str) -> bool {
    if written.is_empty() || written.contains('\n') {
        return false;
    }
    match dialect {
        Dialect::Json | Dialect::TerraformJson => true,
        Dialect::Yaml => !written.starts_with(['*', '&', '!', '|', '>']),
        Dialect::Toml => !written.starts_with("\"\"\"") && !written.starts_with("'''"),
        Dialect::Terraform => match node.kind() {
            Kind::String => is_literal(written),
            Kind::Boolean => matches!(written, "true" | "false"),
            Kind::Number => written.starts_with(|first: char| first.is_ascii_digit() || first == '-'),
            Kind::Null => written == "null",
            _ => false,
        },
        Dialect::Shell => node.as_str().is_some_and(|text| is_word(written, text)) || Some(written) == number(node),
    }
}

fn number(node: Node<'_>) -> Option<&str> {
    node.as_number().map(crate::Number::text)
}

/// Whether it is one string of Terraform without a template.
fn is_literal(written: &str) -> bool {
    let Some(inside) = written.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) else { return false };
    let mut rest = inside;
    while let Some(at) = rest.find(['"', '\\', '$', '%']) {
        let special = rest.get(at..).unwrap_or_default();
        let length = match special.as_bytes() {
            [b'"', ..] | [b'\\'] | [b'$' | b'%', b'{', ..] => return false,
            [b'\\', ..] => 2,
            [b'$', b'$', b'{', ..] | [b'%', b'%', b'{', ..] => 3,
            _ => 1,
        };
        let Some(after) = special.get(length..) else { return false };
        rest = after;
    }
    true
}

/// Whether a word of a shell is that text, with one pair of quotes around it or none.
fn is_word(written: &str, text: &str) -> bool {
    let inside = |quote: char| written.strip_prefix(quote).and_then(|rest| rest.strip_suffix(quote));
    written == text
        || inside('\'') == Some(text)
        || (inside('"') == Some(text) && !text.contains(['\\', '$', '`', '"']))
}

#[cfg(test)]
mod tests {
    use super::{is_literal, is_word};

    #[test]
    fn tells_strings_from_templates() {
        for (written, expected) in [
            (r#""db""#, true),
            (r#""""#, true),
            (r#""a \" b""#, true),
            (r#""a \\""#, true),
            (r#""$${x} $5 100%""#, true),
            (r#""%%{ if }""#, true),
            (r#""${var.x}""#, false),
            (r#""a%{ if x }b""#, false),
            (r#""a" == "b""#, false),
            (r#""a\""#, false),
            ("local.x", false),
            ("\"", false),
        ] {
            assert_eq!(is_literal(written), expected, "{written}");
        }
    }

    #[test]
    fn tells_words_from_expansions() {
        for (written, text, expected) in [
            ("db", "db", true),
            ("'my db'", "my db", true),
            ("\"my db\"", "my db", true),
            ("my\\ db", "my db", false),
            ("\"a\"b", "ab", false),
            ("--name=db", "db", false),
        ] {
            assert_eq!(is_word(written, text), expected, "{written}");
        }
    }
}
