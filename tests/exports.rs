//! What is exported gives our verdict on every document of the collection.

use std::collections::BTreeMap;

use jsonschema::{Draft, Validator};
use serde_json::Value;
use vpcheck::{ApiOperation, Operation, Severity, Source, check};
use vpcheck_codegen::export::{Export, Target};
use vpcheck_tests::{Random, mutate, request, response, root, wrangler};

const SERVICE: &str = include_str!("../schema/service.schema.json");
const WRANGLER: &str = include_str!("../schema/wrangler.schema.json");
const CASES: [&str; 3] = [
    include_str!("data/domain.jsonl"),
    include_str!("data/wrangler_config.jsonl"),
    include_str!("data/verdicts.jsonl"),
];
const RESPONSES: [&str; 4] = ["SingleEnvelope", "CollectionEnvelope", "DeleteEnvelope", "ServiceResponse"];

/// What stands in no schema, since it takes a look at several bindings or at the kind of project.
const BEYOND_THE_SCHEMA: [&str; 2] = ["binding-twice", "vpc-in-pages"];

/// The schemas that are written in one form, by the definition that judges.
struct Judges(BTreeMap<String, Validator>);

#[derive(Clone, Copy, PartialEq)]
enum Objects {
    Open,
    Closed,
}

impl Judges {
    fn new(form: &str, objects: Objects) -> Judges {
        let target = Target::named("json-schema").expect("there is such a target");
        let draft = match &form[..7] {
            "2020-12" => Draft::Draft202012,
            "2019-09" => Draft::Draft201909,
            _ => Draft::Draft7,
        };
        let form = target.form(form).expect("there is such a form");
        let mut judges = BTreeMap::new();
        let all = [(SERVICE, vec!["ServiceRequest"]), (SERVICE, RESPONSES.to_vec()), (WRANGLER, vec!["Bindings"])];
        for (schema, roots) in all {
            let source = Source::json("s.json", schema.as_bytes());
            let model = vpcheck_codegen::read(&source).model.expect("nothing is refused");
            let export = Export::of(&model, &source, &roots).expect("all of them are defined");
            let export = if objects == Objects::Closed { export.closed() } else { export };
            let text = target.write(&export, form).expect("all can be said");
            let written: Value = serde_json::from_str(&text).expect("it is JSON");
            for root in roots {
                let place = if draft == Draft::Draft7 { "definitions" } else { "$defs" };
                let mut judge = written.clone();
                let members = judge.as_object_mut().expect("it is an object");
                members.remove("allOf");
                members.insert("$ref".to_owned(), format!("#/{place}/{root}").into());
                let built = jsonschema::options().with_draft(draft).should_validate_formats(false).build(&judge);
                judges.insert(root.to_owned(), built.expect("it is a schema"));
                if export.roots.first().is_some_and(|&id| model.definition(id).name == root) {
                    let built = jsonschema::options().with_draft(draft).should_validate_formats(false).build(&written);
                    judges.insert(root.to_owned(), built.expect("it is a schema"));
                }
            }
        }
        Judges(judges)
    }

    /// Compares with our verdict, and gives it.
    fn compare(&self, document: &Value, asked: &str, objects: Objects, name: &str) -> bool {
        let text = document.to_string();
        let report = check(&Source::json("document.json", text.as_bytes()), operation(asked));
        let counts = |rule: &str, severity: Severity| match severity {
            Severity::Error => !BEYOND_THE_SCHEMA.contains(&rule),
            Severity::Warning => objects == Objects::Closed && rule == "unknown-member",
            _ => false,
        };
        let expected =
            !report.findings().iter().any(|finding| counts(finding.diagnostic.rule, finding.diagnostic.severity));
        let judge = &self.0[root(document, asked)];
        let verdict = judge.is_valid(document);
        let errors: Vec<String> = judge.iter_errors(document).map(|error| error.to_string()).collect();
        assert_eq!(verdict, expected, "{name}: {text}\n{report}\n{errors:#?}");
        expected
    }
}

fn operation(name: &str) -> Operation {
    match name {
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

fn every_form() -> impl Iterator<Item = &'static str> {
    Target::named("json-schema").expect("there is such a target").forms.iter().map(|form| form.name)
}

#[test]
fn every_json_schema_judges_the_collection_as_we_do() {
    let cases: Vec<Value> = CASES
        .iter()
        .flat_map(|cases| cases.lines())
        .map(|line| serde_json::from_str(line).expect("it is JSON"))
        .filter(|case: &Value| case.get("body").is_some())
        .collect();
    assert!(cases.len() > 1_200, "{}", cases.len());
    for form in every_form() {
        for objects in [Objects::Open, Objects::Closed] {
            let judges = Judges::new(form, objects);
            let mut refused = 0;
            for case in &cases {
                let name = format!("{form}, {}", case["id"]);
                let asked = case["response_of"].as_str().or(case["op"].as_str()).expect("it has an operation");
                refused += usize::from(!judges.compare(&case["body"], asked, objects, &name));
            }
            assert!(refused > 600 && cases.len() - refused > 400, "{refused} of {} are refused", cases.len());
        }
    }
}

#[test]
fn every_json_schema_judges_made_documents_as_we_do() {
    let all: Vec<(Judges, Objects, &str)> = every_form()
        .flat_map(|form| [Objects::Open, Objects::Closed].map(|objects| (Judges::new(form, objects), objects, form)))
        .collect();
    let mut random = Random::new(0x5EED_0004);
    let mut tally = [0_u32; 2];
    for number in 0..3_000 {
        let (valid, asked) = match number % 3 {
            0 => (request(&mut random), "request"),
            1 => (response(&mut random), "response"),
            _ => (wrangler(&mut random), "wrangler"),
        };
        let document = if number % 4 == 0 { Some(valid) } else { mutate(&mut random, &valid).value };
        let Some(document) = document else { continue };
        let (judges, objects, form) = &all[number % all.len()];
        tally[usize::from(judges.compare(&document, asked, *objects, form))] += 1;
    }
    assert!(tally.iter().all(|&count| count > 500), "{tally:?}");
}

#[test]
fn examples_of_the_reference_are_right() {
    let target = Target::named("markdown").expect("there is such a target");
    let contracts =
        [(SERVICE, "ServiceRequest", Operation::Request, 8), (WRANGLER, "VpcServiceBinding", Operation::Wrangler, 1)];
    for (schema, root, operation, least) in contracts {
        let source = Source::json("s.json", schema.as_bytes());
        let model = vpcheck_codegen::read(&source).model.expect("nothing is refused");
        let export = Export::of(&model, &source, &[root]).expect("it is defined");
        let text = target.write(&export, &target.forms[0]).expect("all can be said");
        let section =
            text.split("\n## ").find(|section| section.ends_with(root) || section.contains(&format!("</a>{root}\n")));
        let section = section.expect("there is a section");
        let blocks: Vec<&str> =
            section.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
        assert!(blocks.len() >= least, "{}", blocks.len());
        for block in blocks {
            let text = if operation == Operation::Wrangler {
                format!("{{\"vpc_services\": [{block}]}}")
            } else {
                block.to_owned()
            };
            let report = check(&Source::json("document.json", text.as_bytes()), operation);
            assert!(!report.has_errors(), "{text}\n{report}");
        }
    }
}
