//! What was read and what is said, as text that is easy to compare.

use std::fmt::Write;

use vpcheck_syntax::{Diagnostic, Node, Value};

/// The value in the way of JSON, with a `?` after what could not be read as it is written.
pub(crate) fn show(node: Node<'_>) -> String {
    let mut shown = match node.value() {
        Value::Null => "null".to_owned(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Number(number) => number.text().to_owned(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(elements) => format!("[{}]", elements.map(show).collect::<Vec<_>>().join(",")),
        Value::DateTime(text) => text.to_owned(),
        Value::Unknown => "unknown".to_owned(),
        Value::Object(members) => {
            let members: Vec<_> = members.map(|member| format!("{}:{}", member.name, show(member.value))).collect();
            format!("{{{}}}", members.join(","))
        }
    };
    if !node.is_complete() {
        shown.push('?');
    }
    shown
}

/// The bytes, the message and the help of a diagnostic.
pub(crate) fn tell(diagnostic: &Diagnostic) -> String {
    let mut told = format!("{}..{} {}", diagnostic.span.start, diagnostic.span.end, diagnostic.message);
    if let Some(help) = &diagnostic.help {
        let _ = write!(told, " ({help})");
    }
    told
}
