//! Prints the collection of documents with our verdicts, one JSON object a line: `cargo xtask verdicts` reads it.

use std::io::{self, BufWriter, Write as _};

use serde_json::{Value, json};
use vpcheck::{ApiOperation, Operation, Report, Severity, Source, check};
use vpcheck_tests::{Case, collection};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (id, case) in collection().iter().enumerate() {
        let source = Source::json("document.json", case.text.as_bytes());
        let report = check(&source, operation(case));
        let errors = report.findings().iter().map(|finding| &finding.diagnostic);
        let errors = errors.filter(|diagnostic| diagnostic.severity == Severity::Error).map(|error| {
            json!({
                "rule": error.rule, "pointer": error.pointer, "schema": error.schema.as_ref().map(ToString::to_string), "message": error.message,
            })
        });
        let line = json!({
            "id": id, "name": case.name, "root": case.root(), "aspect": aspect(case, &report), "text": case.text,
            "errors": errors.collect::<Vec<Value>>(), "unknown": has(&report, &["unknown-member"]),
        });
        writeln!(out, "{line}")?;
    }
    out.flush()
}

fn operation(case: &Case) -> Operation {
    match case.operation {
        "request" => Operation::Request,
        "wrangler" => Operation::Wrangler,
        "create" => Operation::ResponseTo(ApiOperation::Create),
        "get" => Operation::ResponseTo(ApiOperation::Get),
        "update" => Operation::ResponseTo(ApiOperation::Update),
        "delete" => Operation::ResponseTo(ApiOperation::Delete),
        "list" => Operation::ResponseTo(ApiOperation::List),
        _ => Operation::Response,
    }
}

fn has(report: &Report, rules: &[&str]) -> bool {
    report.findings().iter().any(|finding| rules.contains(&finding.diagnostic.rule))
}

/// What one has to see in order to judge the document: its value, or something that only its text has.
fn aspect(case: &Case, report: &Report) -> &'static str {
    let read = serde_json::from_str::<Value>(&case.text);
    if has(report, &["duplicate-member"]) {
        "twice"
    } else if has(report, &["number-spelling", "number-out-of-range"]) {
        "numbers"
    } else if read.as_ref().is_ok_and(has_many_digits) {
        "digits"
    } else if read.is_ok() {
        "value"
    } else if report.has_errors() {
        "syntax"
    } else {
        "leniency"
    }
}

/// Whether there is a number that is the same double as a bound of 64 bits, or is that bound.
fn has_many_digits(value: &Value) -> bool {
    const BOUND: f64 = 9_223_372_036_854_775_808.0;
    match value {
        Value::Number(number) => number.as_f64().is_some_and(|number| number.abs().total_cmp(&BOUND).is_eq()),
        Value::Array(items) => items.iter().any(has_many_digits),
        Value::Object(members) => members.values().any(has_many_digits),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}
