//! The ways into the crate, and what comes out of it.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use vpcheck_validate::{
    ApiError, ApiOperation, Operation, Report, Severity, Source, check, check_recognised, check_value,
};

fn report(text: &str, operation: Operation) -> Report {
    check(&Source::json("test.json", text.as_bytes()), operation)
}

const SERVICE: &str = r#"{"name": "a", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;

#[test]
fn services_in_an_array_or_object_are_judged_each() {
    let bad = SERVICE.replace("10.0.0.1", "10.0.0.300").replace("\"a\"", "\"b\"");
    for (text, pointer) in
        [(format!("[{SERVICE}, {bad}]"), "/1/host/ipv4"), (format!(r#"{{"web": {bad}}}"#), "/web/host/ipv4")]
    {
        let report = check_recognised(&Source::json("all.json", text.as_bytes())).expect("these are services");
        let pointers: Vec<&str> = report.findings().iter().map(|finding| finding.diagnostic.pointer.as_str()).collect();
        assert_eq!(pointers, [pointer]);
    }
    let report = check_recognised(&Source::json("all.json", format!("[{SERVICE}, {SERVICE}]").as_bytes()));
    assert_eq!(report.map(|report| report.services()), Some(2));
    // Asked for one request, an array of them is none.
    assert_eq!(report_rules(&format!("[{SERVICE}]"), Operation::Request), ["wrong-type"]);
}

fn report_rules(text: &str, operation: Operation) -> Vec<&'static str> {
    report(text, operation).findings().iter().map(|finding| finding.diagnostic.rule).collect()
}

#[test]
fn a_broken_text_is_checked_as_far_as_it_is_certain() {
    for (text, rules) in [
        (r#"{"type": "http", "http_port": 70000, "host": "#, ["port-range", "json-syntax"].as_slice()),
        (
            r#"{"name": "a", "type": "http", "host": {"hostname": a.example, "network": {}}}"#,
            &["wrong-network", "json-syntax"],
        ),
        (r#"{"name": "a", "type": "http" "host": {"ipv4": 1"#, &["json-syntax", "wrong-type", "json-syntax"]),
        ("", &["json-syntax"]),
    ] {
        assert_eq!(report_rules(text, Operation::Request), rules, "{text}");
    }
}

#[test]
fn the_answer_to_a_delete_may_be_empty() {
    let delete = Operation::ResponseTo(ApiOperation::Delete);
    assert!(report("", delete).findings().is_empty());
    assert!(report(" \n", delete).findings().is_empty());
    assert!(report(r#"{"success": true, "errors": [], "messages": [], "result": null}"#, delete).findings().is_empty());
    assert!(report("", Operation::ResponseTo(ApiOperation::Get)).has_errors());
}

#[test]
fn counts_services() {
    let list = format!(r#"{{"success": true, "errors": [], "messages": [], "result": [{SERVICE}, {SERVICE}]}}"#);
    assert_eq!(report(SERVICE, Operation::Request).services(), 1);
    assert_eq!(report(SERVICE, Operation::Response).services(), 1);
    assert_eq!(report(&list, Operation::Response).services(), 2);
    assert_eq!(report(r#"{"vpc_services": []}"#, Operation::Wrangler).services(), 0);
}

#[test]
fn a_value_is_checked_as_text() {
    let mut value: serde_json::Value = serde_json::from_str(SERVICE).expect("it is JSON");
    assert!(check_value(&value, Operation::Request).findings().is_empty());
    value["http_port"] = 0.into();
    let report = check_value(&value, Operation::Request);
    assert_eq!(
        report.to_string(),
        "value:8:16: error[port-range] `http_port` is 0, and a port is between 1 and 65535\n"
    );
}

#[test]
fn a_value_of_any_depth_is_checked() {
    let mut value = serde_json::Value::Null;
    for _ in 0..5_000 {
        value = serde_json::Value::Array(vec![value]);
    }
    let report = check_value(&value, Operation::Request);
    assert_eq!(report.findings()[0].diagnostic.rule, "depth-limit");
}

#[test]
fn lines_for_people_hide_nothing() {
    let text = "{\"name\": \"a\", \"type\": \"http\", \"host\": {\"hostname\": \"a\\u001b[31m\\u202e\", \"resolver_network\": null}}";
    let shown = check(&Source::json("a\u{1b}.json", text.as_bytes()), Operation::Request).to_string();
    assert!(shown.contains(r"a\u{1b}.json:1:"), "{shown}");
    assert!(shown.contains(r#"`hostname` is "a\u{1b}[31m\u{202e}""#), "{shown}");
    assert!(!shown.contains(['\u{1b}', '\u{202e}']));
}

#[test]
fn errors_of_the_api_are_errors_only() {
    let text = r#"{"name": "a", "type": "http", "host": {}, "http_port": 0, "https_port": "1", "other": 1}"#;
    let errors = report(text, Operation::Request).to_api_errors();
    let codes: Vec<(u32, &str)> = errors.iter().map(|error| (error.code, error.source.pointer.as_str())).collect();
    assert_eq!(
        codes,
        [(ApiError::INVALID, "/host"), (ApiError::INVALID, "/http_port"), (ApiError::UNREADABLE, "/https_port")]
    );
}

#[test]
fn hostile_documents_take_bounded_time_and_space() {
    let many = |item: &str, count: usize| vec![item; count].join(",");
    let mut names = String::new();
    for index in 0..100_000 {
        let _ = write!(names, "{}\"ipv{index}\": \"10.0.0.1\"", if index > 0 { "," } else { "" });
    }
    for (name, text, operation) in [
        ("unknown members", format!(r#"{{"type": "http", "host": {{{names}}}}}"#), Operation::Request),
        ("members twice", format!("{{{}}}", many(r#""hosts": {"hosts": 1}"#, 100_000)), Operation::Request),
        (
            "bad items",
            format!(r#"{{"vpc_networks": [{}]}}"#, many(r#"{"tunnelId": []}"#, 100_000)),
            Operation::Wrangler,
        ),
        (
            "one long name",
            format!(r#"{{"env": {{"{}": {{"vpc_services": [{}]}}}}}}"#, "k".repeat(1_000_000), many("1", 50_000)),
            Operation::Wrangler,
        ),
        (
            "deep arrays",
            format!(r#"{{"type": "http", "http_port": {}1{}}}"#, "[".repeat(120), "]".repeat(120)),
            Operation::Request,
        ),
        (
            "deep host",
            format!(r#"{{"type": "http", "host": {}1{}}}"#, "[".repeat(120), "]".repeat(120)),
            Operation::Request,
        ),
    ] {
        let start = Instant::now();
        let report = report(&text, operation);
        assert!(start.elapsed() < Duration::from_secs(20), "{name}: {:?}", start.elapsed());
        assert!(report.has_errors() && report.findings().len() <= 10_000, "{name}: {}", report.findings().len());
        let bytes: usize = report.findings().iter().map(|finding| finding.diagnostic.pointer.len()).sum();
        assert!(bytes < 64 << 20, "{name}: {bytes}");
        if report.findings().len() == 10_000 || name == "one long name" {
            assert_eq!(report.findings().last().map(|last| last.diagnostic.rule), Some("too-many-findings"), "{name}");
        }
        assert_eq!(report.count(Severity::Info), 0);
    }
}
