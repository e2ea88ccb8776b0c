//! JSON whose members stay in the order in which they are written, laid out as prettier does.

use std::{borrow::Cow, fmt::Write as _};

use serde_json::Value;
use vpcheck_syntax::escape::escape;

/// The width that prettier fills.
const WIDTH: usize = 80;

/// A value that is written.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Json {
    /// Null, a boolean, a number or a string, as JSON writes it.
    Leaf(String),
    List(Vec<Json>),
    Object(Members),
}

/// Members of an object, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Members(pub(crate) Vec<(String, Json)>);

impl Members {
    /// Adds a member at the end.
    pub(crate) fn add(&mut self, name: impl Into<String>, value: impl Into<Json>) {
        self.0.push((name.into(), value.into()));
    }

    /// The same with a member at the end.
    pub(crate) fn with(mut self, name: impl Into<String>, value: impl Into<Json>) -> Members {
        self.add(name, value);
        self
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Members> for Json {
    fn from(members: Members) -> Json {
        Json::Object(members)
    }
}

impl From<Vec<Json>> for Json {
    fn from(list: Vec<Json>) -> Json {
        Json::List(list)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Leaf(quoted(text))
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::from(text.as_str())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Json {
        Json::Leaf(value.to_string())
    }
}

impl From<u64> for Json {
    fn from(value: u64) -> Json {
        Json::Leaf(value.to_string())
    }
}

impl From<&Value> for Json {
    fn from(value: &Value) -> Json {
        match value {
            Value::Array(items) => Json::List(items.iter().map(Json::from).collect()),
            Value::Object(members) => {
                Json::Object(Members(members.iter().map(|(name, value)| (name.clone(), Json::from(value))).collect()))
            }
            Value::String(text) => Json::from(text.as_str()),
            leaf => Json::Leaf(leaf.to_string()),
        }
    }
}

impl Json {
    /// The whole text, with a line end.
    pub(crate) fn document(&self) -> String {
        let mut text = String::new();
        self.write(&mut text, 0, 0);
        text.push('\n');
        text
    }

    /// All of it in one line.
    pub(crate) fn line(&self) -> String {
        match self {
            Json::Leaf(leaf) => leaf.clone(),
            Json::List(items) => format!("[{}]", items.iter().map(Json::line).collect::<Vec<_>>().join(", ")),
            Json::Object(Members(members)) if members.is_empty() => "{}".to_owned(),
            Json::Object(Members(members)) => {
                let members = members.iter().map(|(name, value)| format!("{}: {}", quoted(name), value.line()));
                format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Writes at a depth of indentation; `used` is how much of the line is filled, with the comma that follows.
    fn write(&self, text: &mut String, depth: usize, used: usize) {
        match self {
            Json::Leaf(leaf) => text.push_str(leaf),
            Json::Object(Members(members)) if members.is_empty() => text.push_str("{}"),
            Json::Object(Members(members)) => {
                text.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    let name = quoted(name);
                    start(text, index, depth + 1);
                    text.push_str(&name);
                    text.push_str(": ");
                    let comma = usize::from(index + 1 < members.len());
                    value.write(text, depth + 1, 2 * (depth + 1) + width(&name) + 2 + comma);
                }
                end(text, depth, '}');
            }
            Json::List(items) => match self.in_one_line() {
                Some(line) if used + width(&line) <= WIDTH => text.push_str(&line),
                _ => {
                    text.push('[');
                    for (index, item) in items.iter().enumerate() {
                        start(text, index, depth + 1);
                        item.write(text, depth + 1, 2 * (depth + 1) + usize::from(index + 1 < items.len()));
                    }
                    end(text, depth, ']');
                }
            },
        }
    }

    /// The value in one line, where it has no object in it and no list of several lists: prettier opens these.
    fn in_one_line(&self) -> Option<String> {
        match self {
            Json::Leaf(leaf) => Some(leaf.clone()),
            Json::Object(Members(members)) => members.is_empty().then(|| "{}".to_owned()),
            Json::List(items) => {
                let is_matrix =
                    items.len() > 1 && items.iter().all(|item| matches!(item, Json::List(inner) if inner.len() > 1));
                let items: Option<Vec<String>> = items.iter().map(Json::in_one_line).collect();
                items.filter(|_| !is_matrix).map(|items| format!("[{}]", items.join(", ")))
            }
        }
    }
}

/// A string of JSON in which every character can be seen: texts of a schema that nobody trusts are in it.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::new();
    for character in Value::from(text).to_string().chars() {
        if character.is_ascii() || matches!(escape(character.encode_utf8(&mut [0; 4])), Cow::Borrowed(_)) {
            quoted.push(character);
        } else {
            for unit in character.encode_utf16(&mut [0; 2]) {
                let _ = write!(quoted, "\\u{unit:04x}");
            }
        }
    }
    quoted
}

fn start(text: &mut String, index: usize, depth: usize) {
    if index > 0 {
        text.push(',');
    }
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
}

fn end(text: &mut String, depth: usize, bracket: char) {
    text.push('\n');
    text.extend(std::iter::repeat_n("  ", depth));
    text.push(bracket);
}

fn width(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        let text = Json::from("a\u{202e}\u{e0041}\n\"é").document();
        assert_eq!(text, "\"a\\u202e\\udb40\\udc41\\n\\\"é\"\n");
    }

    #[test]
    fn lists_are_opened_where_the_line_is_full() {
        let long = "x".repeat(59);
        let value = Members::default()
            .with("b", Json::from(&json!(["a", 1, null])))
            .with("a", Json::from(&json!([{"c": []}, {}])))
            .with("long", Json::from(&json!([long, "123"])));
        let expected = format!(
            "{{\n  \"b\": [\"a\", 1, null],\n  \"a\": [\n    {{\n      \"c\": []\n    }},\n    {{}}\n  ],\n  \"long\": [\"{long}\", \"123\"]\n}}\n"
        );
        let text = Json::from(value).document();
        assert_eq!(text, expected);
        let longer = "x".repeat(60);
        let text = Json::from(Members::default().with("long", Json::from(&json!([longer, "123"])))).document();
        assert_eq!(text, format!("{{\n  \"long\": [\n    \"{longer}\",\n    \"123\"\n  ]\n}}\n"));
    }
}
