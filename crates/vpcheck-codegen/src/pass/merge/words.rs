//! Types in words, for messages.

use crate::model::Kinds;

/// The types of a set, as in `string or null`.
pub(super) fn kinds(kinds: Kinds) -> String {
    let mut names = Vec::new();
    for (kind, name) in [
        (Kinds::BOOLEAN, "boolean"),
        (Kinds::NUMBER, "number"),
        (Kinds::INTEGER, "integer"),
        (Kinds::STRING, "string"),
        (Kinds::ARRAY, "array"),
        (Kinds::OBJECT, "object"),
        (Kinds::NULL, "null"),
    ] {
        let is_covered = kind == Kinds::INTEGER && kinds.contains(Kinds::NUMBER);
        if kinds.contains(kind) && !is_covered {
            names.push(name);
        }
    }
    match names.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_listed() {
        assert_eq!(kinds(Kinds::STRING), "string");
        assert_eq!(kinds(Kinds::NUMBER.union(Kinds::NULL)), "number or null");
        assert_eq!(kinds(Kinds::INTEGER.union(Kinds::STRING).union(Kinds::NULL)), "integer, string or null");
        assert_eq!(kinds(Kinds::NONE), "nothing");
    }
}
