//! `gitlab` by what GitLab says of its Code Quality reports.

use serde_json::Value;
use vpcheck_report::{Format, Renderer, escape};
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};
use vpcheck_validate::Report;

use crate::hostile::cases;

fn issues(report: &str) -> Vec<Value> {
    serde_json::from_str(report).expect("the report is an array")
}

#[test]
fn every_issue_has_what_gitlab_asks_for() {
    for (text, case) in cases() {
        let issues = issues(&case.render(Format::Gitlab));
        assert_eq!(issues.len(), case.report.findings().len());
        for (issue, finding) in issues.iter().zip(case.report.findings()) {
            let members: Vec<&String> = issue.as_object().expect("an object").keys().collect();
            assert_eq!(members, ["check_name", "description", "fingerprint", "location", "severity"]);
            assert_eq!(issue["description"], &*escape(&finding.diagnostic.message));
            assert_eq!(issue["check_name"], finding.diagnostic.rule);
            assert_eq!(issue["location"]["path"], case.name.strip_prefix("./").unwrap_or(&case.name), "{text:?}");
            assert_eq!(issue["location"]["lines"]["begin"], finding.start.line);
            let severity = issue["severity"].as_str().expect("a string");
            assert!(["info", "minor", "major", "critical", "blocker"].contains(&severity), "{severity}");
        }
        let mut fingerprints: Vec<&str> = issues.iter().filter_map(|issue| issue["fingerprint"].as_str()).collect();
        fingerprints.sort_unstable();
        fingerprints.dedup();
        assert_eq!(fingerprints.len(), issues.len(), "{text:?}");
    }
}

#[test]
fn fingerprints_stay_when_lines_move_and_values_change() {
    let fingerprint = |text: &'static str, message: &str| {
        let source = Source::json("web.json", text.as_bytes());
        let end = u32::try_from(text.len()).expect("the text is short");
        let finding = Diagnostic::new("port-range", Severity::Error, Span::new(end - 2, end - 1), message);
        let report = Report::new(&source, vec![finding.with_pointer("/http_port")], 1);
        let issues = issues(&Renderer::new(Format::Gitlab).render(&[(&report, &source)]));
        (issues[0]["fingerprint"].clone(), issues[0]["location"]["lines"]["begin"].clone())
    };
    let before = fingerprint(r#"{"http_port": 0}"#, "`http_port` is 0");
    let after = fingerprint("{\n\n\n\"http_port\": 70000}", "`http_port` is 70000");
    assert_eq!(before.0, after.0);
    assert_ne!(before.1, after.1);
}
