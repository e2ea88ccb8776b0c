//! JSON, JSON with comments, and YAML in brackets.

use serde_json::Value;

use super::yaml::{name, scalar};
use super::{Form, Layout};

pub(super) fn document(layout: &mut Layout<'_>, value: &Value) {
    let is_on_lines = layout.chance(2, 3);
    inside(layout, value, is_on_lines.then_some(0));
    if layout.chance(3, 4) {
        layout.end_line();
    }
}

/// A value on lines that are indented by `depth`, or on one line.
pub(super) fn inside(layout: &mut Layout<'_>, value: &Value, depth: Option<usize>) {
    let (open, close, count) = match value {
        Value::Array(items) => ("[", "]", items.len()),
        Value::Object(members) => ("{", "}", members.len()),
        other => {
            let text = if layout.form == Form::YamlFlow { scalar(layout, other, true) } else { json(layout, other) };
            return layout.push(&text);
        }
    };
    // Short ones stay on a line here and there.
    let depth = if depth != Some(0) && layout.chance(1, 3) { None } else { depth };
    let deeper = depth.map(|depth| depth + 1);
    layout.push(open);
    let pad = if depth.is_none() && count > 0 && layout.chance(1, 3) { " " } else { "" };
    layout.push(pad);
    let tight = layout.form != Form::YamlFlow && layout.chance(1, 6);
    let members: Vec<(Option<&String>, &Value)> = match value {
        Value::Object(members) => {
            layout.shuffled(members).into_iter().map(|(name, value)| (Some(name), value)).collect()
        }
        _ => value.as_array().into_iter().flatten().map(|item| (None, item)).collect(),
    };
    for (index, (member, value)) in members.into_iter().enumerate() {
        if let Some(deeper) = deeper {
            layout.line(deeper);
        }
        if let Some(member) = member {
            let text = if layout.form == Form::YamlFlow { name(layout, member) } else { layout.quoted(member) };
            layout.push(&text);
            layout.push(if tight { ":" } else { ": " });
        }
        inside(layout, value, deeper);
        let is_last = index + 1 == count;
        let is_trailing = layout.form != Form::Json && deeper.is_some() && layout.chance(1, 3);
        if !is_last || is_trailing {
            layout.push(if deeper.is_none() && !tight { ", " } else { "," });
        }
    }
    layout.push(pad);
    if let Some(depth) = depth.filter(|_| count > 0) {
        layout.line(depth);
    }
    layout.push(close);
}

fn json(layout: &mut Layout<'_>, value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), |text| layout.quoted(text))
}
