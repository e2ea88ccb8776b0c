//! YAML with a line for each member.

use serde_json::Value;

use super::{Layout, brackets};

pub(super) fn document(layout: &mut Layout<'_>, value: &Value) {
    if layout.chance(1, 5) {
        layout.push("---");
        layout.end_line();
    }
    block(layout, value, 0);
    layout.line(0);
}

/// A value whose first line is where the text is, and whose other lines are indented by `depth`.
fn block(layout: &mut Layout<'_>, value: &Value, depth: usize) {
    match value {
        Value::Object(members) if !members.is_empty() => {
            for (index, (member, value)) in layout.shuffled(members).into_iter().enumerate() {
                if index > 0 {
                    layout.line(depth);
                }
                let member = name(layout, member);
                layout.push(&member);
                layout.push(":");
                nested(layout, value, depth);
            }
        }
        Value::Array(items) if !items.is_empty() => {
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    layout.line(depth);
                }
                layout.push("-");
                if item.is_object() {
                    // The first member stands behind the dash, so that the others stand below it.
                    layout.push(" ");
                    brackets::inside(layout, item, None);
                } else {
                    nested(layout, item, depth);
                }
            }
        }
        other => brackets::inside(layout, other, None),
    }
}

/// A value after a name or a dash.
fn nested(layout: &mut Layout<'_>, value: &Value, depth: usize) {
    let is_block = match value {
        Value::Object(members) => !members.is_empty() && layout.chance(3, 4),
        Value::Array(items) => !items.is_empty() && layout.chance(1, 2),
        _ => false,
    };
    if is_block {
        layout.line(depth + 1);
        block(layout, value, depth + 1);
    } else if value.is_object() || value.is_array() {
        layout.push(" ");
        brackets::inside(layout, value, None);
    } else {
        layout.push(" ");
        let text = scalar(layout, value, false);
        layout.push(&text);
    }
}

/// A value that has nothing in it, without quotes where every reader of YAML takes it for a string.
pub(super) fn scalar(layout: &mut Layout<'_>, value: &Value, is_in_brackets: bool) -> String {
    let Some(text) = value.as_str() else { return value.to_string() };
    if is_plain(text, is_in_brackets) && layout.chance(1, 2) { text.to_owned() } else { layout.quoted(text) }
}

/// A name, without quotes where it can be.
pub(super) fn name(layout: &mut Layout<'_>, name: &str) -> String {
    let is_plain = is_plain(name, true);
    if is_plain && layout.chance(4, 5) { name.to_owned() } else { layout.quoted(name) }
}

fn is_plain(text: &str, is_in_brackets: bool) -> bool {
    let is_usual =
        |byte: u8| byte.is_ascii_alphanumeric() || b"._-/".contains(&byte) || (byte == b':' && !is_in_brackets);
    let is_word = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(text));
    let starts = text.starts_with(|first: char| first.is_ascii_alphabetic());
    let is_address = text.parse::<std::net::Ipv4Addr>().is_ok();
    (starts || is_address) && !is_word && text.bytes().all(is_usual) && !text.ends_with(':')
}
