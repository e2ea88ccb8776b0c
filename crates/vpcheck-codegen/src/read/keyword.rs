//! The keywords of JSON Schema, and what becomes of each.
//!
//! A keyword is added with one row in [`KEYWORDS`] and, unless it is an annotation, the code that reads its value in
//! [`super::subschema`].

use Holds::{Members, Nothing, Schema, Schemas};
use Standing::{Annotation, Checked, Refused, Typed};

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Keyword {
    /// The keyword as it is written.
    pub(crate) name: &'static str,
    /// Where subschemas are in its value.
    pub(crate) holds: Holds,
    /// What becomes of it.
    pub(crate) standing: Standing,
}

/// Where the subschemas are in the value of a keyword.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Holds {
    /// There are none.
    Nothing,
    /// The value is one.
    Schema,
    /// The value is an array of them.
    Schemas,
    /// The value is an object whose members are subschemas.
    Members,
}

/// What becomes of a keyword.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Standing {
    /// It decides about types.
    Typed,
    /// It is a check.
    Checked,
    /// It rules nothing out.
    Annotation,
    /// It is refused, with what to do instead.
    Refused(&'static str),
}

/// The row of a keyword, where there is one.
pub(crate) fn find(name: &str) -> Option<&'static Keyword> {
    let index = KEYWORDS.binary_search_by(|keyword| keyword.name.cmp(name)).ok()?;
    KEYWORDS.get(index)
}

/// The keyword that `name` may be a slip of: one that is more than an annotation, and at most two letters away.
///
/// A name that begins with a sign is no slip: people hide keywords in that way (`_enum`, `//`), and `x-` is for extensions.
pub(crate) fn near(name: &str) -> Option<&'static str> {
    let begins_with_sign = name.starts_with(|first: char| !first.is_alphanumeric() && first != '$');
    let rules = KEYWORDS.iter().filter(|keyword| keyword.standing != Annotation && !keyword.name.starts_with("x-"));
    let lower = name.to_lowercase();
    let close = rules.filter_map(|keyword| {
        let distance = strsim::osa_distance(&keyword.name.to_lowercase(), &lower);
        // Of a short keyword two letters are too much.
        (distance <= 2 && distance < keyword.name.len() / 2).then_some((distance, keyword.name))
    });
    if begins_with_sign || name.len() > LONGEST { None } else { close.min().map(|(_, name)| name) }
}

/// No keyword has so many bytes.
const LONGEST: usize = 64;

const fn row(name: &'static str, holds: Holds, standing: Standing) -> Keyword {
    Keyword { name, holds, standing }
}

/// An annotation.
const fn note(name: &'static str) -> Keyword {
    row(name, Nothing, Annotation)
}

/// A keyword that is refused, with what to do instead.
const fn refused(name: &'static str, help: &'static str) -> Keyword {
    row(name, Nothing, Refused(help))
}

const BRANCHES: &str = "write one branch of `oneOf` for each case, with a member that tells the branches apart";
const IDENTIFIERS: &str = "refer with `#/$defs/NAME`, and keep `$id` to the root of the document";
const OPENAPI_NULL: &str = "add \"null\" to `type`, or write `anyOf` with `{\"type\": \"null\"}`";
const SAME_ITEMS: &str = "describe all items by one schema in `items`";

/// All keywords that are known, sorted by name.
pub(crate) static KEYWORDS: &[Keyword] = &[
    note("$anchor"),
    note("$comment"),
    row("$defs", Members, Typed),
    refused("$dynamicAnchor", IDENTIFIERS),
    refused("$dynamicRef", "use `$ref` with `#/$defs/NAME`"),
    note("$id"),
    refused("$recursiveAnchor", IDENTIFIERS),
    refused("$recursiveRef", "use `$ref` with `#`"),
    row("$ref", Nothing, Typed),
    note("$schema"),
    refused("$vocabulary", "it belongs into a metaschema: leave it out"),
    refused("additionalItems", SAME_ITEMS),
    row("additionalProperties", Schema, Typed),
    row("allOf", Schemas, Typed),
    note("allowTrailingCommas"),
    row("anyOf", Schemas, Typed),
    row("const", Nothing, Typed),
    refused("contains", SAME_ITEMS),
    note("contentEncoding"),
    note("contentMediaType"),
    note("contentSchema"),
    note("default"),
    note("defaultSnippets"),
    row("definitions", Members, Typed),
    refused("dependencies", BRANCHES),
    refused("dependentRequired", BRANCHES),
    refused("dependentSchemas", BRANCHES),
    note("deprecated"),
    note("deprecationMessage"),
    note("description"),
    refused("discriminator", "give the member a `const` in every branch of `oneOf`"),
    note("doNotSuggest"),
    refused("else", BRANCHES),
    row("enum", Nothing, Typed),
    note("enumDescriptions"),
    note("errorMessage"),
    note("example"),
    note("examples"),
    row("exclusiveMaximum", Nothing, Checked),
    row("exclusiveMinimum", Nothing, Checked),
    note("externalDocs"),
    row("format", Nothing, Checked),
    refused("id", "write `$id`, and only at the root of the document"),
    refused("if", BRANCHES),
    row("items", Schema, Typed),
    note("markdownDescription"),
    note("markdownEnumDescriptions"),
    refused("maxContains", SAME_ITEMS),
    row("maxItems", Nothing, Checked),
    row("maxLength", Nothing, Checked),
    row("maxProperties", Nothing, Checked),
    row("maximum", Nothing, Checked),
    refused("minContains", SAME_ITEMS),
    row("minItems", Nothing, Checked),
    row("minLength", Nothing, Checked),
    row("minProperties", Nothing, Checked),
    row("minimum", Nothing, Checked),
    row("multipleOf", Nothing, Checked),
    row("not", Schema, Checked),
    refused("nullable", OPENAPI_NULL),
    row("oneOf", Schemas, Typed),
    row("pattern", Nothing, Checked),
    row("patternProperties", Members, Typed),
    refused("prefixItems", SAME_ITEMS),
    row("properties", Members, Typed),
    row("propertyNames", Schema, Checked),
    note("readOnly"),
    row("required", Nothing, Typed),
    note("suggestSortText"),
    refused("then", BRANCHES),
    note("title"),
    note("tsType"),
    row("type", Nothing, Typed),
    refused("unevaluatedItems", SAME_ITEMS),
    refused("unevaluatedProperties", "write `additionalProperties` in each schema that lists members"),
    row("uniqueItems", Nothing, Checked),
    note("writeOnly"),
    note("x-correction"),
    row("x-direction", Nothing, Typed),
    note("x-enum-descriptions"),
    row("x-open", Nothing, Typed),
    row("x-rule", Nothing, Checked),
    row("x-type", Nothing, Typed),
    row("x-unknown-member", Nothing, Checked),
    note("xml"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_is_found() {
        assert!(KEYWORDS.windows(2).all(|pair| matches!(pair, [left, right] if left.name < right.name)));
        for keyword in KEYWORDS {
            assert_eq!(find(keyword.name).map(|found| found.name), Some(keyword.name));
        }
        assert!(find("maxlength").is_none());
    }

    #[test]
    fn slips_of_the_pen_are_recognised() {
        for (slip, meant) in [
            ("maxlength", "maxLength"),
            ("requird", "required"),
            ("additionalProperites", "additionalProperties"),
            ("min_length", "minLength"),
            ("typ", "type"),
            ("item", "items"),
            ("$def", "$defs"),
            ("unevaluatedItem", "unevaluatedItems"),
        ] {
            assert_eq!(near(slip), Some(meant), "{slip}");
        }
        for other in ["somethingElse", "_enum", "//", "x-enum", "tag", "os", "comment", "titel", "name", ""] {
            assert_eq!(near(other), None, "{other}");
        }
        assert_eq!(near(&"x".repeat(1_000_000)), None);
    }
}
