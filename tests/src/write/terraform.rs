//! A resource of Terraform.

use serde_json::{Map, Value};

use super::Layout;

/// Writes a resource; nothing where a member has a name that no argument can have.
pub(super) fn document(layout: &mut Layout<'_>, members: &Map<String, Value>) -> Option<()> {
    layout.push("resource \"cloudflare_connectivity_directory_service\" \"web\" {");
    layout.line(1);
    if !members.contains_key("account_id") {
        layout.push("account_id = var.account_id");
        layout.line(1);
    }
    let is_aligned = layout.chance(1, 2);
    let width = members.keys().map(String::len).max().filter(|_| is_aligned).unwrap_or_default();
    let count = members.len();
    for (index, (member, value)) in layout.shuffled(members).into_iter().enumerate() {
        if !is_identifier(member) {
            return None;
        }
        layout.push(&format!("{member:width$} = "));
        expression(layout, value, 1);
        layout.line(usize::from(index + 1 < count));
    }
    layout.push("}");
    layout.end_line();
    Some(())
}

fn expression(layout: &mut Layout<'_>, value: &Value, depth: usize) {
    match value {
        Value::Array(items) => {
            layout.push("[");
            for (index, item) in items.iter().enumerate() {
                layout.push(if index > 0 { ", " } else { "" });
                expression(layout, item, depth);
            }
            layout.push("]");
        }
        Value::Object(members) if members.is_empty() => layout.push("{}"),
        Value::Object(members) => {
            let is_on_lines = layout.chance(3, 4);
            let has_commas = !is_on_lines || layout.chance(1, 3);
            let sign = if layout.chance(1, 5) { " : " } else { " = " };
            layout.push(if is_on_lines { "{" } else { "{ " });
            let count = members.len();
            for (index, (member, value)) in layout.shuffled(members).into_iter().enumerate() {
                if is_on_lines {
                    layout.line(depth + 1);
                }
                let member =
                    if is_identifier(member) && layout.chance(4, 5) { member.clone() } else { layout.quoted(member) };
                layout.push(&member);
                layout.push(sign);
                expression(layout, value, depth + 1);
                if has_commas && index + 1 < count {
                    layout.push(if is_on_lines { "," } else { ", " });
                }
            }
            if is_on_lines {
                layout.line(depth);
                layout.push("}");
            } else {
                layout.push(" }");
            }
        }
        Value::String(text) => {
            let text = layout.quoted(text);
            layout.push(&text);
        }
        other => layout.push(&other.to_string()),
    }
}

fn is_identifier(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
}
