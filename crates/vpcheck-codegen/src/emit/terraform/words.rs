//! What is said of a value that is wrong.

use serde_json::Value;

use super::literal::inside;
use crate::model::{Bound, Format, Kinds, NumberRules, Shape, StringRules};

/// How much of a value is shown.
const SHOWN: usize = 80;

/// A name in backquotes.
pub(super) fn quoted(name: &str) -> String {
    format!("`{}`", inside(name))
}

/// `` `http_port` is 70000``, for a value that an expression gives.
pub(super) fn is_shown(subject: &str, got: &str) -> String {
    format!("{subject} is ${{substr(jsonencode({got}), 0, {SHOWN})}}")
}

/// A title with its article: `an HTTP service`; without one where it is plural: `TLS settings`.
pub(super) fn with_article(title: &str) -> String {
    let starts_with_vowel = title.starts_with(['a', 'e', 'i', 'o', 'u', 'I']) || title.starts_with("HTTP");
    match (is_plural(title), starts_with_vowel) {
        (true, _) => inside(title),
        (false, true) => format!("an {}", inside(title)),
        (false, false) => format!("a {}", inside(title)),
    }
}

/// The same with a verb.
pub(super) fn with_verb(title: &str, singular: &str, plural: &str) -> String {
    format!("{} {}", with_article(title), if is_plural(title) { plural } else { singular })
}

/// Whether a title names several: `TLS settings`, and not `list of errors`.
fn is_plural(title: &str) -> bool {
    let head = title.split(" of ").next().unwrap_or_default();
    let head = head.split(" to ").next().unwrap_or_default();
    head.ends_with('s') && !head.ends_with("ss")
}

/// A list of words.
pub(super) fn join(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// What a value has to be: after "it has to be".
pub(super) fn wanted(shape: &Shape) -> String {
    if let Some(values) = &shape.values {
        return join(&values.iter().map(value).collect::<Vec<_>>(), "or");
    }
    let kinds = shape.kinds;
    let mut words = Vec::new();
    if kinds.contains(Kinds::STRING) {
        words.push(string(&shape.string));
    }
    if !kinds.intersection(Kinds::NUMBER).is_empty() {
        words.push(number(kinds, &shape.number));
    }
    for (kind, name) in [(Kinds::BOOLEAN, "true or false"), (Kinds::ARRAY, "a list"), (Kinds::OBJECT, "an object")] {
        if kinds.contains(kind) {
            words.push(name.to_owned());
        }
    }
    if kinds.contains(Kinds::NULL) {
        words.push("null".to_owned());
    }
    let other = if shape.excluded.is_empty() { "" } else { ", and none of those that are ruled out" };
    format!("{}{other}", join(&words, "or"))
}

/// A value that is listed.
pub(super) fn value(value: &Value) -> String {
    value.as_str().map_or_else(|| inside(&value.to_string()), quoted)
}

/// Whether the rules for strings can be said in a few words.
pub(super) fn is_simple(rules: &StringRules) -> bool {
    rules.patterns.is_empty() && rules.choices.is_empty() && rules.format.is_none()
}

fn string(rules: &StringRules) -> String {
    let start = match rules.format {
        Some(Format::DateTime) => "a date and time of RFC 3339 such as `2024-01-15T09:30:00Z`",
        Some(Format::Hostname) => "a hostname",
        Some(Format::Ipv4) => "an IPv4 address",
        Some(Format::Ipv6) => "an IPv6 address",
        Some(Format::Uuid) => "a UUID",
        None => "a string",
    };
    let length = match (rules.min_length, rules.max_length) {
        (None, None) => String::new(),
        (Some(1), None) => " that is not empty".to_owned(),
        (Some(least), None) => format!(" of {least} characters at least"),
        (Some(least), Some(most)) if least == most => format!(" of {least} characters"),
        (None | Some(0), Some(most)) => format!(" of {most} characters at most"),
        (Some(least), Some(most)) => format!(" of {least} to {most} characters"),
    };
    let patterns: Vec<String> = rules.patterns.iter().map(|pattern| quoted(&pattern.ecma)).collect();
    let matches = match patterns.is_empty() {
        _ if rules.format.is_some() => String::new(),
        false => format!(" that matches {}", join(&patterns, "and")),
        true if rules.choices.is_empty() => String::new(),
        true => " of the right form".to_owned(),
    };
    format!("{start}{length}{matches}")
}

fn number(kinds: Kinds, rules: &NumberRules) -> String {
    let start = match (kinds.contains(Kinds::INTEGER), kinds.contains(Kinds::FRACTION)) {
        (true, false) => "a whole number",
        (false, true) => "a number with a fraction",
        _ => "a number",
    };
    let step: Vec<String> = rules.multiples.iter().map(|step| format!(" that {step} divides")).collect();
    let step = step.concat();
    let range = match (&rules.minimum, &rules.maximum) {
        (Some(Bound { value: least, exclusive: false }), Some(Bound { value: most, exclusive: false })) => {
            format!(" from {least} to {most}")
        }
        (least, most) => {
            let least = least.as_ref().map(|least| {
                format!(" {} {}", if least.exclusive { "greater than" } else { "not less than" }, least.value)
            });
            let most = most.as_ref().map(|most| {
                format!(" {} {}", if most.exclusive { "less than" } else { "not greater than" }, most.value)
            });
            join(&least.into_iter().chain(most).collect::<Vec<_>>(), "and")
        }
    };
    format!("{start}{step}{range}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_those_that_are_spoken() {
        for (title, expected) in [
            ("port", "a port"),
            ("IPv4 address", "an IPv4 address"),
            ("HTTP service", "an HTTP service"),
            ("TLS settings", "TLS settings"),
            ("list of resolvers", "a list of resolvers"),
            ("UUID", "a UUID"),
        ] {
            assert_eq!(with_article(title), expected);
        }
    }
}
