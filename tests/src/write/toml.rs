//! TOML, with tables that have headers, dotted names or brackets.

use serde_json::{Map, Value};

use super::Layout;

/// Writes a document; nothing where there is null in it, or a number that TOML has not.
pub(super) fn document(layout: &mut Layout<'_>, members: &Map<String, Value>) -> Option<()> {
    table(layout, members, &[])
}

/// Writes the members of a table, and then the tables in it that have headers.
fn table(layout: &mut Layout<'_>, members: &Map<String, Value>, path: &[String]) -> Option<()> {
    let mut later = Vec::new();
    for (member, value) in layout.shuffled(members) {
        let is_list = value.as_array().is_some_and(|items| !items.is_empty() && items.iter().all(Value::is_object));
        match value {
            Value::Object(_) if layout.chance(1, 2) => later.push((member, value)),
            Value::Array(_) if is_list && layout.chance(2, 3) => later.push((member, value)),
            Value::Object(inner) if !inner.is_empty() && layout.chance(1, 3) => {
                let member = name(layout, member);
                for (second, value) in layout.shuffled(inner) {
                    let second = name(layout, second);
                    line(layout, &format!("{member}.{second}"), value)?;
                }
            }
            _ => {
                let member = name(layout, member);
                line(layout, &member, value)?;
            }
        }
    }
    for (member, value) in later {
        let mut path = path.to_vec();
        path.push(name(layout, member));
        let header = path.join(".");
        let (open, close) = if value.is_array() { ("[[", "]]") } else { ("[", "]") };
        let tables = value.as_array().map_or_else(|| vec![value], |items| items.iter().collect());
        for inner in tables {
            if layout.chance(1, 2) {
                layout.end_line();
            }
            layout.push(&format!("{open}{header}{close}"));
            layout.line(0);
            table(layout, inner.as_object()?, &path)?;
        }
    }
    Some(())
}

fn line(layout: &mut Layout<'_>, name: &str, value: &Value) -> Option<()> {
    layout.push(name);
    let sign = if layout.chance(1, 8) { "=" } else { " = " };
    layout.push(sign);
    inline(layout, value)?;
    layout.line(0);
    Some(())
}

/// A value on one line, or an array on several.
fn inline(layout: &mut Layout<'_>, value: &Value) -> Option<()> {
    match value {
        Value::Null => return None,
        // What JSON writes as `1e400` or as a larger integer has no such form here.
        Value::Number(number) if number.as_i64().is_none() && !number.to_string().contains('.') => return None,
        Value::Array(items) => {
            let is_on_lines = !items.is_empty() && layout.chance(1, 4);
            layout.push("[");
            for (index, item) in items.iter().enumerate() {
                if is_on_lines {
                    layout.line(1);
                }
                inline(layout, item)?;
                if index + 1 < items.len() {
                    layout.push(if is_on_lines { "," } else { ", " });
                } else if is_on_lines && layout.chance(1, 2) {
                    layout.push(",");
                }
            }
            if is_on_lines {
                layout.line(0);
            }
            layout.push("]");
        }
        Value::Object(members) => {
            layout.push(if members.is_empty() { "{" } else { "{ " });
            for (index, (member, value)) in layout.shuffled(members).into_iter().enumerate() {
                layout.push(if index > 0 { ", " } else { "" });
                let member = name(layout, member);
                layout.push(&format!("{member} = "));
                one_line(layout, value)?;
            }
            layout.push(if members.is_empty() { "}" } else { " }" });
        }
        Value::String(text) => {
            let text = layout.quoted(text);
            layout.push(&text);
        }
        other => layout.push(&other.to_string()),
    }
    Some(())
}

/// A value in an inline table, which has one line.
fn one_line(layout: &mut Layout<'_>, value: &Value) -> Option<()> {
    let Value::Array(items) = value else { return inline(layout, value) };
    layout.push("[");
    for (index, item) in items.iter().enumerate() {
        layout.push(if index > 0 { ", " } else { "" });
        one_line(layout, item)?;
    }
    layout.push("]");
    Some(())
}

fn name(layout: &mut Layout<'_>, name: &str) -> String {
    let is_bare = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
    if is_bare && layout.chance(7, 8) { name.to_owned() } else { layout.quoted(name) }
}
