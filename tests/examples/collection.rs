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
                "rule": error.rule, "pointer": error.pointer, "schema": error.schema.as_deref(), "message": error.message,
            })
        });
        let line = json!({
            "id": id, "name": case.name, "root": case.root(), "aspect": aspect(case, &report), "text": case.text,
            "errors": errors.collect::<Vec<Value>>(),
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

/// What one has to see in order to judge the document: its value, or something that only its text has.
fn aspect(case: &Case, report: &Report) -> &'static str {
    let has = |rules: &[&str]| report.findings().iter().any(|finding| rules.contains(&finding.diagnostic.rule));
    let is_read = serde_json::from_str::<Value>(&case.text).is_ok();
    if has(&["duplicate-member"]) {
        "twice"
    } else if has(&["number-spelling", "number-out-of-range"]) {
        "numbers"
    } else if is_read {
        "value"
    } else if report.has_errors() {
        "syntax"
    } else {
        "leniency"
    }
}
