//! Items that differ, where they hold values of any type.

use std::collections::HashSet;
use std::string::String;

use serde::Serialize;
use serde_json::Value;

/// Whether no two items are the same JSON.
pub(crate) fn all_differ_as_json<T: Serialize>(items: &[T]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|item| {
        let mut text = String::new();
        // What is no JSON is the same as nothing.
        serde_json::to_value(item).is_ok_and(|value| {
            write(&mut text, &value);
            seen.insert(text)
        })
    })
}

/// The value as a text that equal values share. The depth of a value that was read is bounded.
fn write(text: &mut String, value: &Value) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for item in items {
                write(text, item);
                text.push(',');
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<(&String, &Value)> = members.iter().collect();
            members.sort_by_key(|(name, _)| *name);
            text.push('{');
            for (name, value) in members {
                text.push_str(&Value::String(name.clone()).to_string());
                text.push(':');
                write(text, value);
            }
            text.push('}');
        }
        Value::Number(number) => {
            // The same number may be written as an integer or with a fraction of zero, and zero with a sign.
            let float = number.as_f64().unwrap_or_default() + 0.0;
            let is_whole = number.is_f64() && float.fract() == 0.0;
            let digits = if is_whole { format!("{float:.0}") } else { number.to_string() };
            text.push_str(&digits);
        }
        other => text.push_str(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::all_differ_as_json;

    #[test]
    fn equal_values_are_the_same_item() {
        for (items, differ) in [
            (json!([1, "1", true, null, [1], {"a": 1}, {}, []]), true),
            (json!([1, 1.0]), false),
            (json!([0, -0.0]), false),
            (json!([{"a": [1], "b": 2}, {"b": 2.0, "a": [1]}]), false),
            (json!([["a,b"], ["a", "b"]]), true),
            (json!([{"a": {"b": 1}}, {"a": {"b": 2}}]), true),
            (json!([1e300, 1e300]), false),
        ] {
            let Value::Array(items) = items else { continue };
            assert_eq!(all_differ_as_json(&items), differ, "{items:?}");
        }
    }
}
