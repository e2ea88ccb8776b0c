//! A document that was read already.

use serde_json::Value;
use vpcheck_syntax::{Diagnostic, Severity, Source, Span, limits};

use crate::{Operation, Report, check};

/// Checks a document that was read already.
///
/// The value is written out as indented JSON and that text is checked, so positions are those in it. What only a text can have,
/// such as a member twice, was lost when the value was made.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Operation, check_value};
///
/// let value = serde_json::json!({"name": "web-app", "type": "HTTP", "host": null});
/// let report = check_value(&value, Operation::Request);
/// let rules: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.rule).collect();
/// assert_eq!(rules, ["wrong-type", "unknown-service-type"]);
/// ```
#[must_use]
pub fn check_value(value: &Value, operation: Operation) -> Report {
    if depth(value) > limits::DEPTH {
        let source = Source::json("value", Vec::new());
        let message = format!("arrays and objects are nested deeper than {} levels", limits::DEPTH);
        let diagnostic = Diagnostic::new("depth-limit", Severity::Error, Span::default(), message);
        return Report::new(&source, vec![diagnostic], 0);
    }
    // A value has string keys and finite numbers only, so that writing it cannot fail.
    let text = serde_json::to_vec_pretty(value).unwrap_or_default();
    check(&Source::json("value", text), operation)
}

/// How deep a value is nested, found without recursion.
fn depth(value: &Value) -> usize {
    let mut deepest = 0;
    let mut left = vec![(value, 1)];
    while let Some((value, depth)) = left.pop() {
        match value {
            Value::Array(items) => left.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(members) => left.extend(members.values().map(|member| (member, depth + 1))),
            _ => continue,
        }
        deepest = deepest.max(depth);
    }
    deepest
}
