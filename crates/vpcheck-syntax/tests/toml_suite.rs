//! toml-test: what is TOML 1.0 is read as the suite says, and what is not is refused.

#![cfg(feature = "toml")]

mod suite;

use std::collections::BTreeMap;

use serde_json::Value as Json;
use suite::{cases, differences};
use vpcheck_syntax::{Node, Severity, Source, Syntax, Value, parse};

const SUITE: &str = include_str!("../../../tests/data/toml-test.jsonl");
const DIFFERENCES: &str = include_str!("../../../tests/data/toml-differences.jsonl");

/// What we make of a text: nothing where it is as the suite wants it, or else what is different.
fn difference(text: &[u8], expected: Option<&Json>) -> Option<String> {
    let source = Source::new("case.toml", text, Syntax::Toml);
    let parsed = parse(&source);
    let errors: Vec<&str> =
        parsed.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(|found| found.rule).collect();
    let Some(expected) = expected else { return errors.is_empty().then(|| "taken".to_owned()) };
    if !errors.is_empty() {
        return Some(errors.join(" "));
    }
    let tree = parsed.tree().expect("a text without an error has a tree");
    tree.nodes().for_each(|node| assert!(node.is_complete()));
    (!is_same(tree.root(), expected)).then(|| "other values".to_owned())
}

fn is_same(ours: Node<'_>, expected: &Json) -> bool {
    match (ours.value(), expected) {
        (Value::Array(elements), Json::Array(expected)) => {
            elements.len() == expected.len() && elements.zip(expected).all(|(ours, expected)| is_same(ours, expected))
        }
        (Value::Object(members), Json::Object(expected)) if !is_tagged(expected) => {
            let ours: BTreeMap<&str, Node<'_>> = members.map(|member| (member.name, member.value)).collect();
            ours.len() == expected.len()
                && ours.iter().all(|(name, ours)| expected.get(*name).is_some_and(|expected| is_same(*ours, expected)))
        }
        (_, Json::Object(expected)) => {
            let text = |name: &str| expected.get(name).and_then(Json::as_str).unwrap_or_default();
            is_same_scalar(ours, text("type"), text("value"))
        }
        _ => false,
    }
}

fn is_tagged(object: &serde_json::Map<String, Json>) -> bool {
    object.len() == 2
        && object.get("type").is_some_and(Json::is_string)
        && object.get("value").is_some_and(Json::is_string)
}

fn is_same_scalar(ours: Node<'_>, kind: &str, expected: &str) -> bool {
    match ours.value() {
        Value::String(text) => kind == "string" && text == expected,
        Value::Boolean(value) => kind == "bool" && value.to_string() == expected,
        Value::Number(number) if number.is_written_as_integer() => kind == "integer" && number.text() == expected,
        Value::Number(number) => {
            let expected: f64 = expected.parse().expect("a float");
            kind == "float" && number.as_f64().to_bits() == expected.to_bits()
        }
        Value::DateTime(text) => {
            let is_date = text.contains('-') && !text.starts_with(|_: char| text.as_bytes()[2] == b':');
            let form = match (is_date, text.contains(':')) {
                (true, true) if text.ends_with(['Z', 'z']) || text.rfind(['+', '-']) > Some(10) => "datetime",
                (true, true) => "datetime-local",
                (true, false) => "date-local",
                (false, _) => "time-local",
            };
            kind == form && normal(text) == normal(expected)
        }
        _ => false,
    }
}

/// A date and time in one form of several that mean the same.
fn normal(text: &str) -> String {
    let text = text.to_ascii_uppercase().replace(' ', "T");
    let Some((before, after)) = text.split_once('.') else { return text };
    let digits = after.find(|character: char| !character.is_ascii_digit()).unwrap_or(after.len());
    let (fraction, zone) = after.split_at(digits);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{before}{point}{fraction}{zone}")
}

#[test]
fn agrees_apart_from_what_is_listed() {
    let (mut valid, mut invalid) = (0, 0);
    let mut found = BTreeMap::new();
    for case in cases(SUITE) {
        assert_eq!(case.value.is_some(), case.id.starts_with("valid/"), "{}", case.id);
        *if case.value.is_some() { &mut valid } else { &mut invalid } += 1;
        if let Some(difference) = difference(&case.bytes, case.value.as_ref()) {
            found.insert(case.id, difference);
        }
    }
    assert_eq!((valid, invalid), (210, 499));
    assert_eq!(found, differences(DIFFERENCES));
}
