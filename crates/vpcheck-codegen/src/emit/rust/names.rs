//! Names of Rust things from names of JSON things.

use std::collections::BTreeSet;

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

/// The words of a name: between other signs than letters and digits, and before an upper case letter after a lower case one.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let characters: Vec<char> = name.chars().collect();
    for (index, &character) in characters.iter().enumerate() {
        let spelled = match character {
            '+' => Some("plus"),
            '*' => Some("star"),
            '<' => Some("less"),
            '>' => Some("greater"),
            '=' => Some("equal"),
            '-' if index == 0 && characters.get(1).is_some_and(char::is_ascii_digit) => Some("minus"),
            _ => None,
        };
        if let Some(spelled) = spelled {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            words.push(spelled.to_owned());
            continue;
        }
        if !character.is_ascii_alphanumeric() {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
            if !character.is_ascii() {
                // A letter of another script would do in Rust, but whether it does depends on the edition's tables.
                words.push(format!("u{:x}", u32::from(character)));
            }
            continue;
        }
        let before = index.checked_sub(1).and_then(|before| characters.get(before));
        let after = characters.get(index + 1);
        let begins = character.is_ascii_uppercase()
            && (before.is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit())
                || before.is_some_and(char::is_ascii_uppercase) && after.is_some_and(char::is_ascii_lowercase));
        if begins {
            words.extend((!word.is_empty()).then(|| std::mem::take(&mut word)));
        }
        word.push(character);
    }
    words.extend((!word.is_empty()).then_some(word));
    words
}

/// What people call something, with its article, such as "an HTTP service". Several things, such as "TLS settings", have none.
pub(super) fn with_article(noun: &str) -> String {
    let head = noun.split(" of ").next().unwrap_or(noun);
    let is_one = ["ss", "us", "is", "as", "os"].iter().any(|end| head.ends_with(end));
    if head.ends_with('s') && !is_one && head.len() > 3 {
        return noun.to_owned();
    }
    let first = noun.chars().next().unwrap_or('x');
    let initials = noun.chars().take_while(char::is_ascii_uppercase).count() > 1;
    let vowel = if initials {
        "AEFHILMNORSX".contains(first)
    } else {
        let lower = noun.to_lowercase();
        let sounds_like_you = ["uni", "use", "uu", "ut", "eu", "one"].iter().any(|start| lower.starts_with(start));
        "aeiouAEIOU".contains(first) && !sounds_like_you || lower.starts_with("ipv")
    };
    format!("{} {noun}", if vowel { "an" } else { "a" })
}

/// A name in words, such as "page size" for `PageSize`, to be read by people where there is no title.
pub(super) fn spaced(name: &str) -> String {
    let words: Vec<String> = words(name)
        .into_iter()
        .map(|word| {
            if word.len() > 1 && word.chars().all(|character| character.is_ascii_uppercase()) {
                word
            } else {
                word.to_lowercase()
            }
        })
        .collect();
    if words.is_empty() { "value".to_owned() } else { words.join(" ") }
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
    use super::{Namer, list, pascal, snake, spaced, with_article};

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
    fn people_read_words() {
        for (noun, read) in [
            ("HTTP service", "an HTTP service"),
            ("TCP service", "a TCP service"),
            ("IPv4 host", "an IPv4 host"),
            ("host", "a host"),
            ("user", "a user"),
            ("id", "an id"),
            ("TLS settings", "TLS settings"),
            ("list of names", "a list of names"),
            ("address", "an address"),
        ] {
            assert_eq!(with_article(noun), read);
        }
        assert_eq!(spaced("ListQueryPerPage"), "list query per page");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()], "or"), "a, b or c");
    }
}
