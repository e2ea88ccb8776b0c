//! The judged examples, through the command and its JSON output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use serde_json::value::RawValue;

/// Examples in syntaxes that the command does not read yet.
const OTHER_SYNTAXES: &[&str] = &["toml"];

#[test]
fn every_judged_example_gets_its_verdict() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut failed = Vec::new();
    let mut judged = 0;
    for file in ["domain.jsonl", "wrangler_config.jsonl"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data").join(file);
        let lines = std::fs::read_to_string(path).expect("the examples are there");
        for line in lines.lines() {
            let case: Value = serde_json::from_str(line).expect("each line is JSON");
            // As it is written: the order of members is a part of some examples.
            let written: BTreeMap<String, Box<RawValue>> = serde_json::from_str(line).expect("each line is an object");
            let body = written.get("body").map(|body| body.get());
            if case["format"].as_str().is_some_and(|format| OTHER_SYNTAXES.contains(&format)) {
                continue;
            }
            judged += 1;
            if let Err(reason) = judge(&case, body, directory.path()) {
                failed.push(format!("{}: {reason}", case["id"]));
            }
        }
    }
    assert!(failed.is_empty(), "{} of {judged} failed:\n{}", failed.len(), failed.join("\n"));
    assert_eq!(judged, 245, "the examples that are left out are the TOML ones");
}

/// Says how the findings differ from what the case expects.
fn judge(case: &Value, body: Option<&str>, directory: &Path) -> Result<(), String> {
    let text = body.or(case["raw"].as_str()).ok_or("neither a body nor a text")?;
    let file: PathBuf = directory.join("case.json");
    std::fs::write(&file, text).map_err(|error| error.to_string())?;

    let mut command = Command::new(env!("CARGO_BIN_EXE_vpcheck"));
    command.args(["check", "--output-format", "json"]).arg(&file);
    match (case["op"].as_str(), case["response_of"].as_str()) {
        (_, Some(operation)) => command.args(["--response-of", operation]),
        (Some(operation @ ("request" | "response")), None) => command.args(["--as", operation]),
        _ => command.args(["--as", "wrangler"]),
    };
    let output = command.output().map_err(|error| error.to_string())?;
    let report: Value = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}\n{}", String::from_utf8_lossy(&output.stderr)))?;

    let findings = report["findings"].as_array().ok_or("no findings")?;
    let of = |severity: &'static str| findings.iter().filter(move |finding| finding["severity"] == severity);
    let is_at = |finding: &Value| case["pointer"].is_null() || finding["pointer"] == case["pointer"];
    let is_as_expected = match case["expect"].as_str() {
        Some("valid") => of("error").count() == 0 && of("warning").count() == 0,
        Some("warning") => of("error").count() == 0 && of("warning").any(is_at),
        _ => of("error").any(is_at),
    };
    let exit = i32::from(of("error").count() > 0);
    if !is_as_expected {
        return Err(format!("{} at {} expected, and this was found: {findings:#?}", case["expect"], case["pointer"]));
    }
    if output.status.code() == Some(exit) { Ok(()) } else { Err(format!("exit code {:?}", output.status.code())) }
}
