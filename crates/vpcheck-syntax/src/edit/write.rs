//! Values and names as text.

mod plain;
mod quoted;

use super::New;
use super::dialect::Dialect;

/// A value in the place of the token `old`, whose quotes it keeps; nothing where the syntax cannot say it.
pub(super) fn value(dialect: Dialect, new: &New, old: &str, is_in_brackets: bool) -> Option<String> {
    if dialect == Dialect::Shell {
        return match new {
            New::String(text) => Some(quoted::word(text, old)),
            New::Integer(number) => Some(number.to_string()),
            _ => None,
        };
    }
    match new {
        New::Null => (dialect != Dialect::Toml).then(|| "null".to_owned()),
        New::Boolean(value) => Some(value.to_string()),
        New::Integer(number) => Some(number.to_string()),
        New::String(text) => Some(string(dialect, text, old, is_in_brackets)),
        New::Array(items) => {
            let items: Option<Vec<String>> = items.iter().map(|item| value(dialect, item, old, true)).collect();
            Some(format!("[{}]", items?.join(", ")))
        }
        New::Object(members) => {
            let assign = if matches!(dialect, Dialect::Toml | Dialect::Terraform) { " =" } else { ":" };
            let padding = if matches!(dialect, Dialect::Toml | Dialect::Terraform) { " " } else { "" };
            let members: Option<Vec<String>> = members
                .iter()
                .map(|(name, member)| {
                    let name = self::name(dialect, name, "", true)?;
                    Some(format!("{name}{assign} {}", value(dialect, member, old, true)?))
                })
                .collect();
            Some(format!("{{{padding}{}{padding}}}", members?.join(", ")))
        }
    }
}

/// A name in the place of the token `old`, or beside it: with its quotes, or bare as it is.
pub(super) fn name(dialect: Dialect, name: &str, old: &str, is_in_brackets: bool) -> Option<String> {
    let is_bare = !old.starts_with(['"', '\'']);
    match dialect {
        Dialect::Shell => None,
        Dialect::Json | Dialect::TerraformJson => Some(quoted::double(dialect, name)),
        Dialect::Toml | Dialect::Terraform if is_bare && plain::is_identifier(dialect, name) => Some(name.to_owned()),
        Dialect::Yaml | Dialect::Toml | Dialect::Terraform => Some(string(dialect, name, old, is_in_brackets)),
    }
}

fn string(dialect: Dialect, text: &str, old: &str, is_in_brackets: bool) -> String {
    match dialect {
        Dialect::Yaml | Dialect::Toml if old.starts_with('\'') && quoted::fits_single(dialect, text) => {
            quoted::single(dialect, text)
        }
        Dialect::Yaml if !old.starts_with(['"', '\'']) && plain::is_plain(text, is_in_brackets) => text.to_owned(),
        _ => quoted::double(dialect, text),
    }
}
