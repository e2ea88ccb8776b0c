//! A document means the same in every syntax: the same rules at the same places, whatever it is written in.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vpcheck_syntax::Syntax;
use vpcheck_tests::Random;
use vpcheck_tests::write::Form;
use vpcheck_validate::{ApiOperation, Checker, Operation, Rule, Severity, Source, rules};

const CASES: [&str; 3] = [
    include_str!("../../../tests/data/domain.jsonl"),
    include_str!("../../../tests/data/wrangler_config.jsonl"),
    include_str!("../../../tests/data/verdicts.jsonl"),
];

/// In how many layouts each case is written.
const LAYOUTS: u64 = 3;

type Finding = (Severity, &'static str, String);

struct Case {
    id: String,
    body: Value,
    operation: Operation,
}

fn cases() -> Vec<Case> {
    CASES.iter().flat_map(|cases| cases.lines()).filter_map(case).collect()
}

fn case(line: &str) -> Option<Case> {
    let case: Value = serde_json::from_str(line).expect("a case is JSON");
    let text = |name: &str| case.get(name).and_then(Value::as_str);
    let operation = match (text("op"), text("response_of")) {
        (Some("request"), _) => Operation::Request,
        (Some("wrangler"), _) => Operation::Wrangler,
        (_, Some("create")) => Operation::ResponseTo(ApiOperation::Create),
        (_, Some("get")) => Operation::ResponseTo(ApiOperation::Get),
        (_, Some("update")) => Operation::ResponseTo(ApiOperation::Update),
        (_, Some("delete")) => Operation::ResponseTo(ApiOperation::Delete),
        (_, Some("list")) => Operation::ResponseTo(ApiOperation::List),
        _ => Operation::Response,
    };
    Some(Case { id: text("id")?.to_owned(), body: case.get("body")?.clone(), operation })
}

/// What is found in a text, with pointers from where the document is.
fn findings(name: &'static str, text: &str, prefix: &str, operation: Option<Operation>) -> BTreeSet<Finding> {
    let syntax = Syntax::of_name(name).expect("the name tells the syntax");
    let lint = Checker::new().lint(&Source::new(name, text.as_bytes(), syntax), operation);
    let place =
        |pointer: &str| pointer.strip_prefix(prefix).map_or_else(|| format!("outside: {pointer}"), str::to_owned);
    lint.diagnostics.iter().map(|found| (found.severity, found.rule, place(&found.pointer))).collect()
}

/// Cases whose finding is at the second of two places, so that it depends on the order of the members.
const BY_ORDER: [&str; 2] = ["cfg-dup-svc-net", "cfg-dup-svc-net-env"];

/// What is something else in a syntax: the case, the syntax, the place, what is found in JSON and what is found there, and why.
const OTHER: [(&str, Form, &str, &str, &str, &str); 1] = [(
    "unknown-account_id",
    Form::Terraform,
    "/account_id",
    "unknown-member",
    "account-id-not-hex",
    "a resource has the account that is in the path of a request",
)];

/// How many cases cannot be said in a syntax, and why.
const UNSAYABLE: [(Form, &str, usize); 4] = [
    (Form::Toml, "the root is no object", 19),
    (Form::Toml, "there is no null", 278),
    (Form::Terraform, "the root is no object", 7),
    (Form::Terraform, "there is no argument of that name", 5),
];

/// Why a syntax cannot say a value.
fn unsayable(form: Form, value: &Value) -> Option<&'static str> {
    let has = |is: fn(&Value) -> bool| {
        let mut left = vec![value];
        while let Some(value) = left.pop() {
            if is(value) {
                return true;
            }
            left.extend(value.as_array().into_iter().flatten());
            left.extend(value.as_object().into_iter().flat_map(|members| members.values()));
        }
        false
    };
    let is_argument = |name: &String| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    match (form, value.as_object()) {
        (Form::Toml | Form::Terraform, None) => Some("the root is no object"),
        (Form::Toml, _) if has(Value::is_null) => Some("there is no null"),
        (Form::Terraform, Some(members)) if !members.keys().all(is_argument) => {
            Some("there is no argument of that name")
        }
        _ => None,
    }
}

#[test]
fn every_case_is_the_same_in_every_syntax() {
    let mut failed = Vec::new();
    let mut skipped = BTreeMap::<(String, &str), usize>::new();
    let mut judged = 0;
    for case in cases() {
        let json = findings("case.json", &case.body.to_string(), "", Some(case.operation));
        for form in Form::ALL {
            // Only what is sent is kept as resources.
            if form == Form::Terraform && case.operation != Operation::Request {
                continue;
            }
            if let Some(reason) = unsayable(form, &case.body) {
                *skipped.entry((format!("{form:?}"), reason)).or_default() += 1;
                assert!(form.write(&mut Random::new(1), &case.body).is_none(), "{}: {form:?}: {reason}", case.id);
                continue;
            }
            let mut expected = json.clone();
            for (_, _, pointer, here, there, _) in OTHER.iter().filter(|(id, of, ..)| *id == case.id && *of == form) {
                assert!(expected.remove(&(Severity::Warning, *here, (*pointer).to_owned())), "{}: {here}", case.id);
                expected.insert((Severity::Warning, *there, (*pointer).to_owned()));
            }
            for seed in 1..=LAYOUTS {
                let document = form.write(&mut Random::new(seed), &case.body);
                let document = document.unwrap_or_else(|| panic!("{}: {form:?} cannot say it", case.id));
                // A resource is found in its file.
                let operation = (form != Form::Terraform).then_some(case.operation);
                let found = findings(document.name, &document.text, document.prefix, operation);
                judged += 1;
                let is_same = if BY_ORDER.contains(&case.id.as_str()) {
                    weights(&found) == weights(&expected)
                } else {
                    found == expected
                };
                if !is_same {
                    let (less, more) = (expected.difference(&found), found.difference(&expected));
                    failed.push(format!(
                        "{}, {form:?}, layout {seed}: not found: {:?}; found: {:?}\n{}",
                        case.id,
                        less.collect::<Vec<_>>(),
                        more.collect::<Vec<_>>(),
                        document.text
                    ));
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} of {judged} failed:\n{}", failed.len(), failed.join("\n"));
    let expected = UNSAYABLE.map(|(form, reason, count)| ((format!("{form:?}"), reason), count));
    assert_eq!(skipped, BTreeMap::from(expected));
    assert!(judged > 20_000, "{judged}");
}

fn weights(findings: &BTreeSet<Finding>) -> Vec<(Severity, &'static str)> {
    findings.iter().map(|(severity, rule, _)| (*severity, *rule)).collect()
}

/// Rules about the text itself: what their examples are about is lost where they are written anew.
const OF_THE_TEXT: [&str; 17] = [
    "alias-limit",
    "byte-order-mark",
    "conflicting-options",
    "dropped-option",
    "duplicate-member",
    "json-syntax",
    "lone-surrogate",
    "missing-option",
    "node-limit",
    "number-out-of-range",
    "shell-syntax",
    "terraform-syntax",
    "toml-1-1",
    "toml-syntax",
    "unknown-option",
    "yaml-1-1",
    "yaml-syntax",
];

/// Rules whose finding is at the second of two places, so that it depends on the order of the members.
const RULES_BY_ORDER: [&str; 3] = ["binding-twice", "name-twice", "same-origin-twice"];

/// Rules none of whose bad examples can be said in TOML, and why.
const NOT_IN_TOML: [(&str, &str); 2] = [
    ("failure-without-errors", "the result of a failure is null"),
    ("low-error-code", "the result of a failure is null"),
];

#[test]
fn every_example_of_a_rule_is_the_same_in_every_syntax() {
    let mut failed = Vec::new();
    let mut of_the_text = BTreeSet::new();
    let mut shown = BTreeSet::new();
    for rule in rules().iter().copied().filter(|rule| !rule.is_from_configuration()) {
        let good = rule.good.iter().map(|text| (*text, None));
        let bad = rule.bad.iter().map(|bad| (bad.text, Some(bad.pointer)));
        for (text, pointer) in good.chain(bad) {
            let value = serde_json::from_str::<Value>(&rule.completed(text));
            let is_kept = |value: &Value| {
                let found = findings_of(rule, "example.json", &value.to_string(), "", rule.operation());
                is_expected(rule, &found, pointer)
            };
            let Some(value) = value.ok().filter(is_kept) else {
                of_the_text.insert(rule.id);
                continue;
            };
            for form in Form::ALL {
                let is_sent = matches!(rule.operation(), Some(Operation::Request | Operation::Resource));
                if unsayable(form, &value).is_some() || (form == Form::Terraform && !is_sent) {
                    continue;
                }
                for seed in 1..=LAYOUTS {
                    let written = form.write(&mut Random::new(seed), &value);
                    let written = written.unwrap_or_else(|| panic!("{}: {form:?} cannot say {text}", rule.id));
                    let operation = rule.operation().filter(|_| form != Form::Terraform);
                    let found = findings_of(rule, written.name, &written.text, written.prefix, operation);
                    let is_right = is_expected(rule, &found, pointer);
                    if !is_right {
                        failed.push(format!("{}, {form:?}: {found:?} and not {pointer:?}\n{}", rule.id, written.text));
                    }
                    if pointer.is_some() {
                        shown.insert((rule.id, format!("{form:?}")));
                    }
                }
            }
        }
    }
    assert!(failed.is_empty(), "{} failed:\n{}", failed.len(), failed.join("\n"));
    assert_eq!(of_the_text.into_iter().collect::<Vec<_>>(), OF_THE_TEXT);
    let is_shown = |rule: &Rule, form: Form| shown.contains(&(rule.id, format!("{form:?}")));
    let in_json = rules().iter().copied().filter(|rule| is_shown(rule, Form::Json));
    let (in_json, not_in_toml): (Vec<_>, Vec<_>) = in_json.partition(|rule| is_shown(rule, Form::Toml));
    assert_eq!(not_in_toml.iter().map(|rule| rule.id).collect::<Vec<_>>(), NOT_IN_TOML.map(|(id, _)| id));
    for rule in in_json.iter().chain(&not_in_toml) {
        for form in [Form::Jsonc, Form::YamlBlock, Form::YamlFlow] {
            assert!(is_shown(rule, form), "{} has no bad example in {form:?}", rule.id);
        }
    }
    assert!(in_json.len() > 60, "{}", in_json.len());
}

fn is_expected(rule: &Rule, found: &[String], pointer: Option<&str>) -> bool {
    if RULES_BY_ORDER.contains(&rule.id) {
        found.len() == usize::from(pointer.is_some())
    } else {
        found.iter().map(String::as_str).eq(pointer)
    }
}

/// The pointers of what one rule finds in a text, from where the document is.
fn findings_of(
    rule: &'static Rule,
    name: &'static str,
    text: &str,
    prefix: &str,
    operation: Option<Operation>,
) -> Vec<String> {
    let syntax = Syntax::of_name(name).expect("the name tells the syntax");
    let lint = Checker::new().also(rule).lint(&Source::new(name, text.as_bytes(), syntax), operation);
    let found = lint.diagnostics.iter().filter(|found| found.rule == rule.id);
    found.map(|found| found.pointer.strip_prefix(prefix).unwrap_or("outside").to_owned()).collect()
}
