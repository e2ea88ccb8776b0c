//! The judged examples: every one gives its verdict at its place, and every mistake is told once.

use vpcheck_syntax::Syntax;
use vpcheck_validate::{ApiOperation, Operation, Report, Severity, Source, check};

const CASES: [&str; 2] =
    [include_str!("../../../tests/data/domain.jsonl"), include_str!("../../../tests/data/wrangler_config.jsonl")];

/// Cases with a reason to have another number of errors than one.
const SEVERAL_ERRORS: [(&str, usize, &str); 5] = [
    ("root-empty", 3, "`name`, `type` and `host` are three members that are missing"),
    ("dual-swapped", 2, "each address is in the place of the other"),
    ("cfg-svc-three-faults", 2, "two members are malformed, and the third fault is a warning"),
    ("cfg-vpc_services-second-bad", 2, "the item has neither of two members"),
    ("cfg-vpc_networks-second-bad", 2, "the item has neither a name nor an id"),
];

struct Case {
    id: String,
    expect: String,
    pointer: Option<String>,
    text: String,
    syntax: Syntax,
    operation: Operation,
}

fn cases() -> Vec<Case> {
    CASES.iter().flat_map(|cases| cases.lines()).map(case).collect()
}

fn case(line: &str) -> Case {
    // The tree keeps the order of the members, on which the place of a finding may depend.
    let source = Source::json("case", line.as_bytes());
    let tree = vpcheck_syntax::parse(&source).into_tree().expect("a case is JSON");
    let text = |name: &str| tree.root().get(name).and_then(|member| member.value.as_str()).map(str::to_owned);
    let operation = match (text("op").as_deref(), text("response_of").as_deref()) {
        (Some("request"), _) => Operation::Request,
        (Some("wrangler"), _) => Operation::Wrangler,
        (_, Some("create")) => Operation::ResponseTo(ApiOperation::Create),
        (_, Some("get")) => Operation::ResponseTo(ApiOperation::Get),
        (_, Some("update")) => Operation::ResponseTo(ApiOperation::Update),
        (_, Some("delete")) => Operation::ResponseTo(ApiOperation::Delete),
        (_, Some("list")) => Operation::ResponseTo(ApiOperation::List),
        _ => Operation::Response,
    };
    let body = tree.root().get("body").map(|member| member.value.text().to_owned());
    let syntax = match text("format").as_deref() {
        None => Syntax::Json,
        Some("jsonc") => Syntax::Jsonc,
        Some("toml") => Syntax::Toml,
        Some(other) => panic!("there is no syntax {other}"),
    };
    Case {
        id: text("id").expect("a case has an id"),
        expect: text("expect").expect("a case has a verdict"),
        pointer: text("pointer"),
        text: text("raw").or(body).expect("a case has a document"),
        syntax,
        operation,
    }
}

fn report(case: &Case) -> Report {
    check(&Source::new(case.id.as_str(), case.text.as_bytes(), case.syntax), case.operation)
}

#[test]
fn every_case_gives_its_verdict() {
    let mut failed = Vec::new();
    for case in cases() {
        let report = report(&case);
        let at_pointer = |severity: Severity| {
            report.findings().iter().any(|finding| {
                let is_there = case.pointer.as_ref().is_none_or(|pointer| finding.diagnostic.pointer == *pointer);
                finding.diagnostic.severity == severity && is_there
            })
        };
        let holds = match case.expect.as_str() {
            "valid" => report.count(Severity::Error) + report.count(Severity::Warning) == 0,
            "warning" => !report.has_errors() && at_pointer(Severity::Warning),
            "error" => at_pointer(Severity::Error),
            other => panic!("{}: there is no verdict {other}", case.id),
        };
        if !holds {
            failed.push(format!("{}: {} at {:?}, but\n{report}", case.id, case.expect, case.pointer));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn one_mistake_is_one_error() {
    let mut failed = Vec::new();
    for case in cases().iter().filter(|case| case.expect == "error") {
        let report = report(case);
        let expected = SEVERAL_ERRORS.iter().find(|(id, ..)| *id == case.id).map_or(1, |(_, errors, _)| *errors);
        if report.count(Severity::Error) != expected {
            failed.push(format!("{}: {expected} expected, but\n{report}", case.id));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn every_finding_of_the_schema_names_a_keyword_of_it() {
    let schemas =
        [include_str!("../../../schema/service.schema.json"), include_str!("../../../schema/wrangler.schema.json")];
    let schemas = schemas.map(|schema| serde_json::from_str::<serde_json::Value>(schema).expect("a schema is JSON"));
    for case in cases() {
        for finding in report(&case).findings() {
            let Some(pointer) = &finding.diagnostic.schema else { continue };
            assert!(
                schemas.iter().any(|schema| schema.pointer(&pointer.to_string()).is_some()),
                "{}: {pointer}",
                case.id
            );
        }
    }
}

#[test]
fn there_are_cases_in_other_syntaxes() {
    let cases = cases();
    let count = |syntax| cases.iter().filter(|case| case.syntax == syntax).count();
    assert_eq!((count(Syntax::Jsonc), count(Syntax::Toml)), (1, 6));
}

/// What a configuration says does not hang on how it is written: JSON is JSON with comments as well.
#[test]
fn cases_in_json_are_the_same_with_comments() {
    for case in cases().iter().filter(|case| case.syntax == Syntax::Json) {
        let text = format!("// a\n{} // b", case.text);
        let with_comments = check(&Source::new(case.id.as_str(), text.as_bytes(), Syntax::Jsonc), case.operation);
        let show = |report: &Report| {
            let findings = report.findings().iter().map(|finding| &finding.diagnostic);
            findings.map(|found| format!("{} {} {}", found.rule, found.pointer, found.message)).collect::<Vec<_>>()
        };
        assert_eq!(show(&with_comments), show(&report(case)), "{}", case.id);
    }
}
