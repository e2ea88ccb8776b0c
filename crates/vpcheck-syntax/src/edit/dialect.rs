//! What the syntaxes have in common, and in what they differ.

use crate::Syntax;

/// A way to write values.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[cfg_attr(
    not(all(feature = "yaml", feature = "toml", feature = "terraform", feature = "embedded")),
    allow(dead_code, reason = "nothing is read in a syntax whose feature is off")
)]
pub(super) enum Dialect {
    Json,
    /// JSON whose strings are templates.
    TerraformJson,
    Yaml,
    Toml,
    Terraform,
    Shell,
}

/// Whether a syntax is read in which members have lines of their own, without brackets around them.
pub(super) const HAS_LINES: bool = cfg!(any(feature = "yaml", feature = "toml", feature = "terraform"));

impl Dialect {
    /// The way in which documents of a syntax are written; Markdown only has others in it.
    #[cfg_attr(not(feature = "embedded"), expect(clippy::unnecessary_wraps, reason = "only Markdown has none"))]
    pub(super) fn of(syntax: Syntax) -> Option<Dialect> {
        match syntax {
            Syntax::Json | Syntax::Jsonc | Syntax::Ndjson => Some(Dialect::Json),
            #[cfg(feature = "yaml")]
            Syntax::Yaml => Some(Dialect::Yaml),
            #[cfg(feature = "toml")]
            Syntax::Toml => Some(Dialect::Toml),
            #[cfg(feature = "terraform")]
            Syntax::Terraform => Some(Dialect::Terraform),
            #[cfg(feature = "terraform")]
            Syntax::TerraformJson => Some(Dialect::TerraformJson),
            #[cfg(feature = "embedded")]
            Syntax::Shell => Some(Dialect::Shell),
            #[cfg(feature = "embedded")]
            Syntax::Markdown => None,
        }
    }

    /// How many bytes a comment has at the start of `text`, without the end of its line; nothing where there is none.
    pub(super) fn comment(self, text: &str) -> Option<usize> {
        let hash = matches!(self, Dialect::Yaml | Dialect::Toml | Dialect::Terraform | Dialect::Shell);
        let slashes = matches!(self, Dialect::Json | Dialect::TerraformJson | Dialect::Terraform);
        if (hash && text.starts_with('#')) || (slashes && text.starts_with("//")) {
            let end = text.find('\n').unwrap_or(text.len());
            return Some(text.get(..end).map_or(end, |line| line.trim_end_matches('\r').len()));
        }
        let end = text.strip_prefix("/*").filter(|_| slashes)?.find("*/")?;
        Some(end + "/**/".len())
    }
}
