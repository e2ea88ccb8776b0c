//! The public suite of YAML tests, <https://github.com/yaml/yaml-test-suite>.
//!
//! Where we take another side, the case is listed in `tests/data/yaml-differences.jsonl` with its reason. A difference that is
//! listed and no longer there fails as well.

#![cfg(feature = "yaml")]

use std::collections::BTreeMap;

use serde_json::{Map, Value as Json};
use vpcheck_syntax::{Node, Severity, Source, Syntax, Value, parse};

const CASES: &str = include_str!("../../../tests/data/yaml-test-suite/cases.jsonl");
const DIFFERENCES: &str = include_str!("../../../tests/data/yaml-differences.jsonl");

fn lines(text: &'static str) -> impl Iterator<Item = Json> {
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON"))
}

/// The value as JSON; what is not known is a string that no case has.
fn json(node: Node<'_>) -> Json {
    match node.value() {
        Value::Null => Json::Null,
        Value::Boolean(value) => Json::Bool(value),
        // The suite compares numbers, and not how they are written.
        Value::Number(number) => Json::from(number.as_f64()),
        Value::String(text) => Json::from(text),
        Value::Array(elements) => elements.map(json).collect(),
        Value::Object(members) => {
            let members = members.map(|member| (member.name.to_owned(), json(member.value)));
            Json::Object(members.collect::<Map<_, _>>())
        }
        Value::DateTime(_) | Value::Unknown => Json::from("\0unknown"),
    }
}

/// The same with every number as a double.
fn doubles(value: &Json) -> Json {
    match value {
        Json::Number(number) => Json::from(number.as_f64()),
        Json::Array(items) => items.iter().map(doubles).collect(),
        Json::Object(members) => members.iter().map(|(name, value)| (name.clone(), doubles(value))).collect(),
        other => other.clone(),
    }
}

/// How we judge a case, if it is not as the suite has it.
fn difference(case: &Json) -> Option<String> {
    let text = case["yaml"].as_str().expect("each case has a text");
    let source = Source::new("case.yaml", text.as_bytes(), Syntax::Yaml);
    let parsed = parse(&source);
    let errors: Vec<&str> =
        parsed.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(|found| found.rule).collect();
    if case["error"] == true {
        return errors.is_empty().then(|| "accepted".to_owned());
    }
    if let Some(rule) = errors.first() {
        return Some(format!("refused: {rule}"));
    }
    let expected = case["documents"].as_array()?;
    // Documents with nothing in them are left out here, and null there.
    let expected: Vec<Json> = expected.iter().filter(|value| !value.is_null()).map(doubles).collect();
    let values: Vec<Json> =
        parsed.documents.iter().map(|tree| json(tree.root())).filter(|value| !value.is_null()).collect();
    (values != expected).then(|| "read otherwise".to_owned())
}

#[test]
fn the_suite_is_judged_as_listed() {
    let listed: BTreeMap<String, String> = lines(DIFFERENCES)
        .map(|difference| {
            assert!(difference["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{difference}");
            let text = |name: &str| difference[name].as_str().expect("it is text").to_owned();
            (text("id"), text("judged"))
        })
        .collect();
    let found: BTreeMap<String, String> =
        lines(CASES).filter_map(|case| Some((case["id"].as_str()?.to_owned(), difference(&case)?))).collect();
    assert_eq!(lines(CASES).count(), 402);
    assert_eq!(found, listed);
}
