//! Which dialect of JSON Schema a document is written in.

use vpcheck_syntax::Node;

/// A dialect that is read.
///
/// In all of them the handled keywords mean the same, but for what is said of each here.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Dialect {
    /// 2019-09 and 2020-12.
    Modern,
    /// Drafts 6 and 7: the siblings of `$ref` are ignored.
    SiblingsIgnored,
    /// Draft 4: the same, `$id` is written `id`, `exclusiveMinimum` and `exclusiveMaximum` are booleans beside `minimum` and
    /// `maximum`, and there are fewer keywords. `1.0` is an integer here as well, which that draft leaves to the validator.
    Draft4,
}

impl Dialect {
    /// Whether the siblings of `$ref` are ignored.
    pub(crate) fn ignores_siblings(self) -> bool {
        self != Dialect::Modern
    }

    /// The keyword that gives the address of a schema.
    pub(crate) fn id(self) -> &'static str {
        if self == Dialect::Draft4 { "id" } else { "$id" }
    }

    /// Whether the dialect has no such rule, although later ones do.
    pub(crate) fn lacks(self, keyword: &str) -> bool {
        self == Dialect::Draft4 && matches!(keyword, "const" | "propertyNames")
    }
}

/// The dialect of a document, by `$schema` at its root; 2020-12 without it. One that is not read is refused at the keyword.
pub(crate) fn of(root: Node<'_>) -> Dialect {
    let text = root.get("$schema").and_then(|member| member.value.as_str()).unwrap_or_default();
    named(text).unwrap_or(Dialect::Modern)
}

/// The dialect of that name.
pub(crate) fn named(text: &str) -> Option<Dialect> {
    let text = text.strip_suffix('#').unwrap_or(text);
    let text = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    match text.strip_prefix("json-schema.org/")? {
        "draft/2020-12/schema" | "draft/2019-09/schema" => Some(Dialect::Modern),
        "draft-07/schema" | "draft-06/schema" => Some(Dialect::SiblingsIgnored),
        "draft-04/schema" => Some(Dialect::Draft4),
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
            ("http://json-schema.org/draft-04/schema#", Some(Dialect::Draft4)),
            ("http://json-schema.org/draft-03/schema#", None),
            ("http://json-schema.org/schema#", None),
            ("", None),
        ] {
            assert_eq!(named(text), dialect, "{text}");
        }
    }
}
