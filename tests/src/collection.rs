//! The collection of documents that every export is judged on: the judged examples, every valid shape, every mutation of every
//! member, and values that some languages read as others. It is the same on every machine.

mod mutations;
mod readings;
mod shapes;

use std::collections::HashSet;

use serde_json::Value;

/// A document, and what it is judged as.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it is called in a report.
    pub name: String,
    /// What it is the body of: `request`, `wrangler`, `response`, or the answer to a `create`, `get`, `update`, `delete` or `list`.
    pub operation: &'static str,
    /// The text, which need not be JSON.
    pub text: String,
}

const EXAMPLES: [&str; 4] = [
    include_str!("../data/clients.jsonl"),
    include_str!("../data/domain.jsonl"),
    include_str!("../data/wrangler_config.jsonl"),
    include_str!("../data/verdicts.jsonl"),
];

const OPERATIONS: [&str; 8] = ["request", "wrangler", "response", "create", "get", "update", "delete", "list"];

impl Case {
    /// The definition that judges the document, as vpcheck chooses it.
    #[must_use]
    pub fn root(&self) -> &'static str {
        let value: Value = serde_json::from_str(&self.text).unwrap_or_default();
        root(&value, self.operation)
    }
}

/// The definition that judges a document of an operation, as vpcheck chooses it.
#[must_use]
pub fn root(document: &Value, operation: &str) -> &'static str {
    let is_envelope = ["success", "errors", "messages", "result"].iter().any(|name| document.get(name).is_some());
    match operation {
        "request" => "ServiceRequest",
        "wrangler" => "Bindings",
        "list" => "CollectionEnvelope",
        "delete" => "DeleteEnvelope",
        "response" if !is_envelope && document.is_object() => "ServiceResponse",
        "response" if is_envelope => match document.get("result") {
            Some(Value::Array(_)) => "CollectionEnvelope",
            None | Some(Value::Null) => "DeleteEnvelope",
            Some(_) => "SingleEnvelope",
        },
        _ => "SingleEnvelope",
    }
}

/// All documents, each once.
///
/// # Panics
///
/// Where a line of the examples is not what they are written in.
#[must_use]
pub fn collection() -> Vec<Case> {
    let mut cases = examples();
    cases.extend(shapes::all());
    cases.extend(mutations::all());
    cases.extend(readings::all());
    let mut seen = HashSet::new();
    cases.retain(|case| seen.insert((case.operation, case.text.clone())));
    cases
}

/// The judged examples that are written in JSON.
fn examples() -> Vec<Case> {
    let lines = EXAMPLES.iter().flat_map(|examples| examples.lines());
    let examples = lines.map(|line| serde_json::from_str(line).expect("each line is JSON"));
    examples.filter(|example: &Value| example.get("format").is_none()).map(|example| case(&example)).collect()
}

fn case(example: &Value) -> Case {
    let operation = example["response_of"].as_str().or(example["op"].as_str());
    let operation = OPERATIONS.into_iter().find(|&name| Some(name) == operation).expect("it is an operation");
    let text = match (example.get("body"), example["raw"].as_str()) {
        (Some(body), _) => body.to_string(),
        (None, Some(text)) => text.to_owned(),
        (None, None) => unreachable!("an example has a body or a text"),
    };
    Case { name: example["id"].as_str().expect("it has a name").to_owned(), operation, text }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn there_are_thousands_of_documents_for_every_root() {
        let cases = collection();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for case in &cases {
            *counts.entry(case.root()).or_default() += 1;
        }
        assert!(cases.len() > 4_000, "{}", cases.len());
        assert!(counts.len() == 6 && counts.values().all(|&count| count > 200), "{counts:?}");
    }

    #[test]
    fn names_are_told_apart() {
        let cases = collection();
        let names: HashSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), cases.len());
    }
}
