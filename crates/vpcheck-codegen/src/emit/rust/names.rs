//! Names of Rust things from names of JSON things.

use std::collections::BTreeSet;

use crate::export::words::words;
pub(super) use crate::export::words::{spaced, with_article};

/// Words that a member or a variable cannot be called: those of the language.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "union", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Names that generated code uses itself, so that no type of the schema may take them.
const TAKEN: &[&str] = &[
    "Any",
    "AnyText",
    "AsRef",
    "BTreeMap",
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "DeserializeSeed",
    "Deserializer",
    "Display",
    "Drop",
    "Eq",
    "Err",
    "Error",
    "Extend",
    "Finite",
    "Fn",
    "Formatter",
    "Found",
    "From",
    "FromStr",
    "Hash",
    "Hasher",
    "Ignored",
    "Integer",
    "Into",
    "IntoIterator",
    "InvalidValue",
    "Ipv4Addr",
    "Ipv6Addr",
    "Iterator",
    "JsonSchema",
    "Known",
    "LazyLock",
    "Lenient",
    "List",
    "Literal",
    "Map",
    "MapAccess",
    "Member",
    "Names",
    "None",
    "Nullable",
    "Ok",
    "Option",
    "Ord",
    "Parse",
    "PartialEq",
    "PartialOrd",
    "PhantomData",
    "Pick",
    "Reader",
    "Regex",
    "Result",
    "Schema",
    "Self",
    "SeqAccess",
    "Serialize",
    "SerializeMap",
    "Serializer",
    "Slot",
    "Some",
    "String",
    "Tag",
    "ToString",
    "TryFrom",
    "TryInto",
    "Value",
    "Vec",
    "Visitor",
];

/// Hands out names that are not taken yet.
#[derive(Clone, Debug, Default)]
pub(super) struct Namer {
    taken: BTreeSet<String>,
}

impl Namer {
    /// A namer of types.
    pub(super) fn types() -> Namer {
        Namer { taken: TAKEN.iter().map(ToString::to_string).collect() }
    }

    /// A namer that does not hand out `taken`.
    pub(super) fn without(taken: &[&str]) -> Namer {
        Namer { taken: taken.iter().map(ToString::to_string).collect() }
    }

    /// The wanted name, or else the first of name with `between` and 2, 3, … that is free.
    pub(super) fn name(&mut self, wanted: &str, between: &str) -> String {
        self.name_with(wanted, between, |name| vec![name.to_owned()])
    }

    /// The same where several names go together: `family` makes them from the one.
    pub(super) fn name_with(&mut self, wanted: &str, between: &str, family: impl Fn(&str) -> Vec<String>) -> String {
        let free = |name: &str| family(name).iter().all(|name| !self.taken.contains(name));
        let between = if wanted.ends_with('_') { "" } else { between };
        let mut number = 2_usize;
        let mut name = wanted.to_owned();
        while !free(&name) {
            name = format!("{wanted}{between}{number}");
            number += 1;
        }
        self.taken.extend(family(&name));
        name
    }
}

/// The name as a type or variant, such as `VerifyFull` for `verify_full`. `fallback` begins a name that would begin with a digit.
pub(super) fn pascal(name: &str, fallback: &str) -> String {
    let mut result = String::new();
    for word in words(name) {
        let mut characters = word.chars();
        if let Some(first) = characters.next() {
            result.extend(first.to_uppercase());
            result.push_str(characters.as_str());
        }
    }
    if result.is_empty() {
        fallback.to_owned()
    } else if result.starts_with(|character: char| character.is_ascii_digit()) {
        format!("{fallback}{result}")
    } else if result == "Self" {
        "SelfValue".to_owned()
    } else {
        result
    }
}

/// The name as a member or variable, such as `http_port` for `httpPort`. A word of the language gets a `_` at its end.
pub(super) fn snake(name: &str) -> String {
    let result = words(name).join("_").to_lowercase();
    if result.is_empty() {
        "member".to_owned()
    } else if result.starts_with(|character: char| character.is_ascii_digit()) {
        format!("member_{result}")
    } else if KEYWORDS.contains(&result.as_str()) {
        format!("{result}_")
    } else {
        result
    }
}

/// Words in a row: "`a`, `b` or `c`".
pub(super) fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., end] => format!("{} {last} {end}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Namer, list, pascal, snake};

    #[test]
    fn names_are_those_of_rust() {
        let cases = [
            ("verify_full", "VerifyFull", "verify_full"),
            ("httpPort", "HttpPort", "http_port"),
            ("HTTPServer", "HTTPServer", "http_server"),
            ("type", "Type", "type_"),
            ("Self", "SelfValue", "self_"),
            ("3d", "Value3d", "member_3d"),
            ("", "Value", "member"),
            ("$ref", "Ref", "ref_"),
            ("@id", "Id", "id"),
            ("-1", "Minus1", "minus_1"),
            ("ü", "Ufc", "ufc"),
            ("a.b/c", "ABC", "a_b_c"),
        ];
        for (name, type_, member) in cases {
            assert_eq!((pascal(name, "Value").as_str(), snake(name).as_str()), (type_, member), "{name:?}");
        }
    }

    #[test]
    fn names_are_handed_out_once() {
        let mut namer = Namer::types();
        assert_eq!(namer.name("Port", ""), "Port");
        assert_eq!(namer.name("Port", ""), "Port2");
        assert_eq!(namer.name("String", ""), "String2");
    }

    #[test]
    fn words_are_listed() {
        assert_eq!(list(&["a".into(), "b".into(), "c".into()], "or"), "a, b or c");
    }
}
