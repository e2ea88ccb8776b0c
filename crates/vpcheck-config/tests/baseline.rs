//! What was there before.

use vpcheck_config::Baseline;
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};

fn diagnostic(rule: &'static str, pointer: &str, start: u32) -> Diagnostic {
    Diagnostic::new(rule, Severity::Error, Span::new(start, start + 1), "…").with_pointer(pointer)
}

fn read(text: &str) -> Result<Baseline, String> {
    Baseline::read(&Source::json("baseline.json", text.as_bytes())).map_err(|report| report.to_string())
}

#[test]
fn hides_as_many_as_there_were() {
    let mut baseline = Baseline::default();
    baseline.add("a.json", &[diagnostic("port-range", "/http_port", 9), diagnostic("port-range", "/http_port", 30)]);
    baseline.add("a.json", &[diagnostic("blank-name", "/name", 5), diagnostic("json-syntax", "", 0)]);
    let mut found = vec![
        diagnostic("port-range", "/http_port", 400),
        diagnostic("port-range", "/http_port", 100),
        diagnostic("port-range", "/http_port", 300),
        diagnostic("port-range", "/https_port", 1),
        diagnostic("json-syntax", "", 0),
    ];
    let hidden = baseline.hide("a.json", &mut found);
    assert_eq!((hidden.findings, hidden.stale), (2, 1));
    let left: Vec<_> = found.iter().map(|diagnostic| (diagnostic.rule, diagnostic.span.start)).collect();
    assert_eq!(left, [("json-syntax", 0), ("port-range", 1), ("port-range", 400)]);
    assert_eq!(baseline.hide("b.json", &mut found).findings, 0);
    assert_eq!(baseline.paths().collect::<Vec<_>>(), ["a.json"]);
}

#[test]
fn the_same_findings_have_the_same_bytes() {
    let findings =
        [diagnostic("port-range", "/b", 9), diagnostic("blank-name", "/a", 30), diagnostic("port-range", "/a", 3)];
    let mut forwards = Baseline::default();
    let mut backwards = Baseline::default();
    forwards.add("b.json", &findings);
    forwards.add("a.json", &findings);
    for finding in findings.iter().rev() {
        backwards.add("a.json", std::slice::from_ref(finding));
        backwards.add("b.json", std::slice::from_ref(finding));
    }
    assert_eq!(forwards.to_json(), backwards.to_json());
    assert_eq!(read(&forwards.to_json()), Ok(forwards.clone()));
    let start = "{\n  \"version\": 1,\n  \"findings\": [\n    {\n      \"path\": \"a.json\",\n      \"rule\": \"blank-name\",\n      \"pointer\": \"/a\",\n      \"count\": 1\n    },\n";
    assert!(forwards.to_json().starts_with(start), "{}", forwards.to_json());
    assert_eq!(Baseline::default().to_json(), "{\n  \"version\": 1,\n  \"findings\": []\n}\n");
}

#[test]
fn nothing_in_it_is_obeyed_by_a_terminal() {
    let name = "a\u{1b}[31m\u{202e}\n\u{7f}\u{e0041}\"ü.json";
    let mut baseline = Baseline::default();
    baseline.add(name, &[diagnostic("port-range", "/\u{9b}", 9)]);
    let text = baseline.to_json();
    assert!(text.contains(r#""a\u001b[31m\u202e\n\u007f\udb40\udc41\"ü.json""#), "{text}");
    assert!(text.contains(r#""/\u009b""#), "{text}");
    assert_eq!(read(&text), Ok(baseline));
}

#[test]
fn a_bad_one_is_refused_with_its_place() {
    for (text, message) in [
        ("", "1:1: error[json-syntax]"),
        ("[]", "1:1: error[configuration] this is an array, and should be an object, as `--write-baseline` writes it"),
        ("{}", "1:1: error[configuration] there is no `version`, so that this is no baseline"),
        (
            r#"{"version": 2}"#,
            "1:13: error[configuration] `version` is not 1, which is the only one that this version reads",
        ),
        (r#"{"version": 1}"#, "there are no `findings`"),
        (
            r#"{"version": 1, "findings": {}}"#,
            "1:28: error[configuration] `findings` is a table, and should be an array",
        ),
        (
            r#"{"version": 1, "findings": [{"path": 1, "rule": "a"}]}"#,
            "1:38: error[configuration] `path` is a number, and should be a string",
        ),
        (
            r#"{"version": 1, "findings": [{"path": "a", "rule": "a"}]}"#,
            "1:29: error[configuration] there is no `pointer` here",
        ),
        (
            r#"{"version": 1, "findings": [{"path": "a", "rule": "a", "pointer": "", "count": 0}]}"#,
            "`count` should be a number from 1",
        ),
    ] {
        let report = read(text).expect_err(text);
        assert!(report.contains(message), "{text}: {report}");
    }
}
