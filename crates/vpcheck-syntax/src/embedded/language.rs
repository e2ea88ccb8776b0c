//! What a fenced block is written in.

use crate::Syntax;

/// What a fenced block is written in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Language {
    /// Documents in this syntax.
    Data(Syntax),
    /// Commands, maybe with what they print.
    Shell,
}

impl Language {
    /// The language that the text after the opening fence names; nothing where it is none that is read.
    ///
    /// Attributes may follow the name, and some write the name as one: `json title="web.json"`, `jsonc {1,3}`, `{.toml}`.
    pub(super) fn of_info(info: &str) -> Option<Language> {
        let start = info.trim_start_matches(['{', '.', ' ', '\t']);
        let end =
            start.find(|character: char| !(character.is_ascii_alphanumeric() || matches!(character, '-' | '_' | '+')));
        let name = start.get(..end.unwrap_or(start.len())).unwrap_or_default();
        // The longest name has fewer letters, and an info string may have any number.
        let name = (name.len() <= 16).then(|| name.replace(['-', '_'], "").to_ascii_lowercase())?;
        Some(match name.as_str() {
            // JSON in instructions has comments more often than not.
            "json" | "jsonc" => Language::Data(Syntax::Jsonc),
            "jsonl" | "ndjson" => Language::Data(Syntax::Ndjson),
            #[cfg(feature = "yaml")]
            "yaml" | "yml" => Language::Data(Syntax::Yaml),
            #[cfg(feature = "toml")]
            "toml" => Language::Data(Syntax::Toml),
            #[cfg(feature = "terraform")]
            "hcl" | "terraform" | "tf" => Language::Data(Syntax::Terraform),
            "bash" | "console" | "sh" | "shell" | "shellsession" | "zsh" => Language::Shell,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_with_attributes() {
        let json = Some(Language::Data(Syntax::Jsonc));
        for (info, expected) in [
            ("json", json),
            ("  JSON  ", json),
            ("jsonc title=\"wrangler.jsonc\"", json),
            ("json{1,3}", json),
            ("json,ignore", json),
            ("json:web.json", json),
            ("{.json}", json),
            ("{ .json #web }", json),
            ("Console", Some(Language::Shell)),
            ("shell-session", Some(Language::Shell)),
            ("zsh", Some(Language::Shell)),
            ("", None),
            ("{", None),
            ("json5", None),
            ("jsonnet", None),
            ("text json", None),
            ("powershell", None),
            (&"json".repeat(1000), None),
        ] {
            assert_eq!(Language::of_info(info), expected, "{info:?}");
        }
    }
}
