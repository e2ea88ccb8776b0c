//! Which dialect of JSON Schema a document is written in.

use vpcheck_syntax::Node;

/// A dialect that is read.
///
/// In all of them the handled keywords mean the same, with one difference: before 2019-09 the siblings of `$ref` are ignored.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Dialect {
    /// 2019-09 and 2020-12.
    Modern,
    /// Drafts 6 and 7.
    SiblingsIgnored,
}

/// The dialect of a document, by `$schema` at its root; 2020-12 without it.
///
/// A dialect that is not read is refused at the keyword; draft 4 is closest to the drafts after it.
pub(crate) fn of(root: Node<'_>) -> Dialect {
    let text = root.get("$schema").and_then(|member| member.value.as_str()).unwrap_or_default();
    let fallback = if text.contains("draft-04") { Dialect::SiblingsIgnored } else { Dialect::Modern };
    named(text).unwrap_or(fallback)
}

/// The dialect of that name.
pub(crate) fn named(text: &str) -> Option<Dialect> {
    let text = text.strip_suffix('#').unwrap_or(text);
    let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    match text.strip_prefix("json-schema.org/")? {
        "draft/2020-12/schema" | "draft/2019-09/schema" => Some(Dialect::Modern),
        "draft-07/schema" | "draft-06/schema" => Some(Dialect::SiblingsIgnored),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_dialects_that_mean_the_same() {
        for (text, dialect) in [
            ("https://json-schema.org/draft/2020-12/schema", Some(Dialect::Modern)),
            ("https://json-schema.org/draft/2019-09/schema#", Some(Dialect::Modern)),
            ("http://json-schema.org/draft-07/schema#", Some(Dialect::SiblingsIgnored)),
            ("http://json-schema.org/draft-06/schema", Some(Dialect::SiblingsIgnored)),
            ("http://json-schema.org/draft-04/schema#", None),
            ("http://json-schema.org/schema#", None),
            ("", None),
        ] {
            assert_eq!(named(text), dialect, "{text}");
        }
    }
}
