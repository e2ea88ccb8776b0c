//! `sarif` by the official schema, and by what the specification says beyond it.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;
use vpcheck_report::{Format, Renderer, rule_url};
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};
use vpcheck_validate::{Report, rules};

use crate::hostile::{Case, cases};

static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = include_str!("../data/sarif-schema-2.1.0.json");
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    jsonschema::draft4::options().should_validate_formats(true).build(&schema).expect("the schema is one")
});

fn read(text: &str, what: &str) -> Value {
    let log: Value = serde_json::from_str(text).expect("it is JSON");
    let errors: Vec<String> =
        SCHEMA.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new(), "{what}");
    log
}

fn strings<'v>(values: &'v Value, member: &str) -> Vec<&'v str> {
    values.as_array().into_iter().flatten().filter_map(|value| value[member].as_str()).collect()
}

#[test]
fn the_schema_refuses_what_is_no_log() {
    for text in [
        "{}",
        r#"{"version": "2.1.0", "runs": [{}]}"#,
        r#"{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": 1}}}]}"#,
    ] {
        assert!(!SCHEMA.is_valid(&serde_json::from_str(text).expect("it is JSON")), "{text}");
    }
}

#[test]
fn hostile_findings_make_a_valid_log() {
    for (text, case) in cases() {
        let log = read(&case.render(Format::Sarif), &format!("{text:?}"));
        let run = &log["runs"][0];
        let rules = strings(&run["tool"]["driver"]["rules"], "id");
        assert_eq!(rules, ["json-syntax", "unknown-member"]);
        let results = run["results"].as_array().expect("an array");
        assert_eq!(results.len(), case.report.findings().len());
        let mut fingerprints = BTreeSet::new();
        for (result, finding) in results.iter().zip(case.report.findings()) {
            let rule = finding.diagnostic.rule;
            assert_eq!(result["ruleId"], rule);
            assert_eq!(
                rules[usize::try_from(result["ruleIndex"].as_u64().expect("a number")).expect("it is small")],
                rule
            );
            let location = &result["locations"][0];
            let uri = location["physicalLocation"]["artifactLocation"]["uri"].as_str().expect("a string");
            assert!(uri.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~/%".contains(&byte)), "{uri}");
            assert_eq!(decoded(uri), case.name.strip_prefix("./").unwrap_or(&case.name));
            let pointer = location["logicalLocations"][0]["fullyQualifiedName"].as_str().unwrap_or_default();
            assert_eq!(pointer, finding.diagnostic.pointer);
            let message = result["message"]["text"].as_str().expect("a string");
            assert!(!message.replace("\\](", "").contains("]("), "{message}");
            let edits = finding.diagnostic.fix.iter().flat_map(|fix| &fix.edits).enumerate();
            for (index, edit) in edits {
                let replacement = &result["fixes"][0]["artifactChanges"][0]["replacements"][index];
                assert_eq!(replacement["insertedContent"]["text"], edit.text.as_str());
                assert_eq!(replacement["deletedRegion"]["byteOffset"], edit.span.start);
            }
            fingerprints.insert(result["partialFingerprints"].to_string());
        }
        assert_eq!(fingerprints.len(), results.len(), "{text:?}");
    }
}

fn decoded(uri: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = uri.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        if *byte == b'%' {
            let (digits, after) = rest.split_at(2);
            let digits = str::from_utf8(digits).expect("digits are ASCII");
            bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
            rest = after;
        } else {
            bytes.push(*byte);
        }
    }
    String::from_utf8(bytes).expect("the name is UTF-8")
}

#[test]
fn every_rule_has_a_valid_description() {
    let source = Source::json("web.json", b"{}".as_slice());
    let mut findings: Vec<Diagnostic> =
        rules().iter().map(|rule| Diagnostic::new(rule.id, rule.severity, Span::new(0, 2), "wrong")).collect();
    findings.push(Diagnostic::new("no-such-page", Severity::Error, Span::new(0, 2), "refused"));
    let report = Report::new(&source, findings, 1);
    let log = read(&Renderer::new(Format::Sarif).render(&[(&report, &source)]), "all rules");
    let described = log["runs"][0]["tool"]["driver"]["rules"].as_array().expect("an array");
    assert_eq!(described.len(), rules().len() + 1);
    for rule in described {
        let id = rule["id"].as_str().expect("a string");
        match vpcheck_validate::rule(id) {
            Some(known) => {
                assert_eq!(rule["helpUri"], rule_url(id));
                assert_eq!(rule["shortDescription"]["text"], known.title());
                let markdown = rule["help"]["markdown"].as_str().expect("a string");
                assert!(markdown.contains("## Why\n") && markdown.contains("## Fix\n"), "{markdown}");
            }
            None => assert_eq!(rule.as_object().map(serde_json::Map::len), Some(1), "{rule}"),
        }
    }
}

#[test]
fn several_documents_are_one_run() {
    let cases: Vec<Case> = (0..3).map(|number| Case::named(format!("{number}.json"), "x")).collect();
    let documents: Vec<_> = cases.iter().map(|case| (&case.report, &case.source)).collect();
    let log = read(&Renderer::new(Format::Sarif).render(&documents), "three documents");
    assert_eq!(log["runs"].as_array().map(Vec::len), Some(1));
    assert_eq!(log["runs"][0]["results"].as_array().map(Vec::len), Some(9));
    let nothing = read(&Renderer::new(Format::Sarif).render(&[]), "no documents");
    assert_eq!(nothing["runs"][0]["results"].as_array().map(Vec::len), Some(0));
}
