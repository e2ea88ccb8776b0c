//! Names in `PascalCase`.

use std::collections::HashMap;

/// The text as a name of a type: `service_id` is `ServiceId`, `IPv4 host` is `IPv4Host`, `GET` is `Get`.
///
/// What is neither an ASCII letter nor a digit only parts words. It is nothing where no letter is left to begin with.
pub(crate) fn pascal(text: &str) -> Option<String> {
    let mut name = String::new();
    for word in text.split(|character: char| !character.is_ascii_alphanumeric()) {
        let is_shouted = word.len() > 1 && !word.bytes().any(|byte| byte.is_ascii_lowercase());
        for (index, character) in word.chars().enumerate() {
            name.push(match index {
                0 => character.to_ascii_uppercase(),
                _ if is_shouted => character.to_ascii_lowercase(),
                _ => character,
            });
        }
    }
    if name.starts_with(|character: char| character.is_ascii_digit()) {
        name.insert_str(0, "Type");
    }
    match name.as_str() {
        "" => None,
        // It is the one name in this style that cannot be written as an identifier.
        "Self" => Some("SelfType".to_owned()),
        _ => Some(name),
    }
}

/// The words of a name in `PascalCase`.
pub(crate) fn words(name: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = Vec::new();
    let bytes = name.as_bytes();
    for (index, byte) in bytes.iter().enumerate() {
        let after = index.checked_sub(1).and_then(|before| bytes.get(before));
        let ends_shout = bytes.get(index + 1).is_some_and(u8::is_ascii_lowercase);
        let begins = byte.is_ascii_uppercase() && after.is_none_or(|after| !after.is_ascii_uppercase() || ends_shout);
        if index == 0 || begins {
            starts.push(index);
        }
    }
    starts.push(name.len());
    starts.windows(2).filter_map(|pair| name.get(*pair.first()?..*pair.last()?)).collect()
}

/// Names that are taken, each with the number that it was given last.
#[derive(Debug, Default)]
pub(crate) struct Taken(HashMap<String, usize>);

impl Taken {
    /// Whether the name is given already.
    pub(crate) fn contains(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The name, or the name with the first number from 2 that is free.
    pub(crate) fn unique(&mut self, name: String) -> String {
        let Some(last) = self.0.get(&name) else {
            self.0.insert(name.clone(), 1);
            return name;
        };
        // Names that end in a digit get a letter between, so that `A2` and `A` do not take each other's.
        let joint = if name.ends_with(|character: char| character.is_ascii_digit()) { "N" } else { "" };
        let mut number = *last;
        loop {
            number += 1;
            let numbered = format!("{name}{joint}{number}");
            if !self.0.contains_key(&numbered) {
                self.0.insert(numbered.clone(), 1);
                self.0.insert(name, number);
                return numbered;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_pascal_case() {
        for (text, name) in [
            ("service_id", Some("ServiceId")),
            ("HttpServiceRequest", Some("HttpServiceRequest")),
            ("HTTP service", Some("HttpService")),
            ("IPv4 host", Some("IPv4Host")),
            ("3d-model", Some("Type3dModel")),
            ("Self", Some("SelfType")),
            ("größe", Some("GrE")),
            ("*", None),
            ("", None),
        ] {
            assert_eq!(pascal(text).as_deref(), name, "{text}");
        }
    }

    #[test]
    fn names_part_into_words() {
        for (name, expected) in [
            ("HttpServiceRequest", vec!["Http", "Service", "Request"]),
            ("Ipv4Host", vec!["Ipv4", "Host"]),
            ("IPv4Host", vec!["I", "Pv4", "Host"]),
            ("ABCDef", vec!["ABC", "Def"]),
            ("x", vec!["x"]),
            ("", vec![]),
        ] {
            assert_eq!(words(name), expected, "{name}");
        }
    }

    #[test]
    fn taken_names_are_numbered() {
        let mut taken = Taken::default();
        let names: Vec<String> = ["A", "A", "A2", "A"].map(|name| taken.unique(name.to_owned())).into();
        assert_eq!(names, ["A", "A2", "A2N2", "A3"]);
    }
}
