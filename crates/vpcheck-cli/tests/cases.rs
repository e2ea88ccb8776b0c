//! The judged examples, through the command and its JSON output.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde_json::Value;
use serde_json::value::RawValue;

/// Examples in syntaxes that the command does not read yet.
const OTHER_SYNTAXES: &[&str] = &["toml"];

/// What an error case says about how many errors there are where it says nothing.
#[derive(Clone, Copy)]
enum Count {
    /// One mistake gives one error.
    One,
    /// Any number.
    Any,
}

#[test]
fn every_judged_example_gets_its_verdict() {
    let judged = judge_all(&["domain.jsonl", "wrangler_config.jsonl"], Count::Any);
    assert_eq!(judged, 245, "the examples that are left out are the TOML ones");
}

/// These were decided from the documentation of the API before anything was asked what it says. In an error case `errors` is
/// how many errors there are: one where it is not there, any number where it is null.
#[test]
fn every_predicted_example_gets_its_verdict() {
    let judged = judge_all(&["verdicts.jsonl"], Count::One);
    assert!(judged > 1000, "{judged}");
}

/// Judges all examples in some files and says how many there are.
fn judge_all(files: &[&str], count: Count) -> usize {
    let lines: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/data").join(file);
            let text = std::fs::read_to_string(path).expect("the examples are there");
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        })
        .collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let results: Vec<Result<(), String>> = thread::scope(|scope| {
        let parts = lines.chunks(lines.len().div_ceil(threads));
        let workers: Vec<_> = parts.map(|part| scope.spawn(|| judge_lines(part, count))).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a judge does not panic")).collect()
    });
    let failed: Vec<&str> = results.iter().filter_map(|result| result.as_ref().err().map(String::as_str)).collect();
    assert!(failed.is_empty(), "{} of {} failed:\n{}", failed.len(), results.len(), failed.join("\n"));
    results.len()
}

fn judge_lines(lines: &[String], count: Count) -> Vec<Result<(), String>> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let mut results = Vec::new();
    for line in lines {
        let case: Value = serde_json::from_str(line).expect("each line is JSON");
        // As it is written: the order of members is a part of some examples.
        let written: BTreeMap<String, Box<RawValue>> = serde_json::from_str(line).expect("each line is an object");
        let body = written.get("body").map(|body| body.get());
        if case["format"].as_str().is_some_and(|format| OTHER_SYNTAXES.contains(&format)) {
            continue;
        }
        results.push(judge(&case, body, directory.path(), count).map_err(|reason| format!("{}: {reason}", case["id"])));
    }
    results
}

/// Says how the findings differ from what the case expects.
fn judge(case: &Value, body: Option<&str>, directory: &Path, count: Count) -> Result<(), String> {
    let text = body.or(case["raw"].as_str()).ok_or("neither a body nor a text")?;
    let arguments: &[&str] = match (case["op"].as_str(), case["response_of"].as_str()) {
        (_, Some(operation)) => &["--response-of", operation],
        (Some(operation @ ("request" | "response")), None) => &["--as", operation],
        _ => &["--as", "wrangler"],
    };
    let (report, exit) = check(text.as_bytes(), arguments, directory)?;

    let findings = report["findings"].as_array().ok_or("no findings")?;
    let of = |severity: &'static str| findings.iter().filter(move |finding| finding["severity"] == severity);
    let is_at = |finding: &Value| case["pointer"].is_null() || finding["pointer"] == case["pointer"];
    let errors = of("error").count();
    let is_as_expected = match case["expect"].as_str() {
        Some("valid") => errors == 0 && of("warning").count() == 0,
        Some("warning") => errors == 0 && of("warning").any(is_at),
        _ => of("error").any(is_at),
    };
    if !is_as_expected {
        return Err(format!("{} at {} expected, and this was found: {findings:#?}", case["expect"], case["pointer"]));
    }
    let expected = match (case.get("errors"), count) {
        (Some(errors), _) => errors.as_u64(),
        (None, Count::One) => Some(u64::from(case["expect"] == "error")),
        (None, Count::Any) => None,
    };
    if expected.is_some_and(|expected| expected != errors as u64) {
        return Err(format!("there are {errors} errors: {findings:#?}"));
    }
    if exit == Some(i32::from(errors > 0)) { Ok(()) } else { Err(format!("exit code {exit:?}")) }
}

/// What the command says about a text, and its exit code.
fn check(text: &[u8], arguments: &[&str], directory: &Path) -> Result<(Value, Option<i32>), String> {
    let file: PathBuf = directory.join("case.json");
    std::fs::write(&file, text).map_err(|error| error.to_string())?;
    let mut command = Command::new(env!("CARGO_BIN_EXE_vpcheck"));
    command.args(["check", "--output-format", "json"]).args(arguments).arg(&file);
    let output = command.output().map_err(|error| error.to_string())?;
    let report = serde_json::from_slice(&output.stdout)
        .map_err(|error| format!("{error}\n{}", String::from_utf8_lossy(&output.stderr)))?;
    Ok((report, output.status.code()))
}

/// The rule, pointer, line, column and end column of each finding in a text.
fn places(text: &[u8], arguments: &[&str]) -> Vec<(String, String, u64, u64, u64)> {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let (report, _) = check(text, arguments, directory.path()).expect("the command answers");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let number = |value: &Value| value.as_u64().unwrap_or_default();
    let findings = report["findings"].as_array().expect("there are findings").iter();
    findings
        .map(|finding| {
            let (start, end) = (&finding["start"], &finding["end"]);
            let (line, column) = (number(&start["line"]), number(&start["column"]));
            (text(&finding["rule"]), text(&finding["pointer"]), line, column, number(&end["column"]))
        })
        .collect()
}

#[test]
fn bytes_that_are_no_utf8_are_errors_wherever_they_are() {
    let host = r#""host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}"#;
    for (name, bytes) in [
        ("a byte of Latin-1", b"B\xFCro".as_slice()),
        ("a lone continuation", b"a\x80b"),
        ("a sequence that ends early", b"a\xE6\x9D"),
        ("an overlong form", b"\xC0\xAF"),
        ("a surrogate", b"\xED\xA0\xBD"),
        ("beyond the last character", b"\xF4\x90\x80\x80"),
        ("no byte of UTF-8", b"\xFF"),
    ] {
        let value = [b"{\"name\": \"", bytes, b"\", \"type\": \"http\", ", host.as_bytes(), b"}"].concat();
        let key = [b"{\"name\": \"a\", \"type\": \"http\", \"x", bytes, b"\": 1, ", host.as_bytes(), b"}"].concat();
        let inside =
            [b"{\"name\": \"a\", \"type\": \"http\", \"x\": [\"", bytes, b"\"], ", host.as_bytes(), b"}"].concat();
        let after = [b"{\"name\": \"a\", \"type\": \"http\", ", host.as_bytes(), b"} ", bytes].concat();
        for text in [value, key, inside, after] {
            let found = places(&text, &["--as", "request"]);
            let is_found = found.iter().any(|(rule, ..)| rule == "invalid-utf8" || rule == "json-syntax");
            assert!(is_found, "{name}: {}: {found:?}", String::from_utf8_lossy(&text));
        }
    }
    let wide: Vec<u8> = "\u{FEFF}{}".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(places(&wide, &["--as", "request"]).iter().any(|(rule, ..)| rule == "invalid-utf8"));
}

#[test]
fn findings_point_at_what_they_are_about() {
    let text = "{\r\n  \"name\": \"Büro 📦\", \"Büro\": 1,\r\n  \"type\": \"tcp\",\r\n\t\"app_protocol\": \"postgres\",\r\n  \"host\": {\r\n    \"hostname\": \"10.0.0.1\",\r\n    \"resolver_network\": {\"resolver_ips\": [\"10.0.0.53\", \"10.0.0\"]}\r\n  }\r\n}\r\n";
    let expected = [
        // A missing member is the object's, and goes over several lines.
        ("missing-member", "", 1, 1, 2),
        // Columns count characters, and an unknown member is its name.
        ("unknown-member", "/Büro", 2, 21, 27),
        ("unknown-app-protocol", "/app_protocol", 4, 18, 28),
        ("invalid-hostname", "/host/hostname", 6, 17, 27),
        ("missing-member", "/host/resolver_network", 7, 25, 66),
        ("invalid-resolver-ip", "/host/resolver_network/resolver_ips/1", 7, 56, 64),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(rule, pointer, line, column, end)| (rule.to_owned(), pointer.to_owned(), line, column, end))
        .collect();
    assert_eq!(places(text.as_bytes(), &["--as", "request"]), expected);
}
