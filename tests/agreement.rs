//! Every way to judge a document gives the same verdict, on a hundred thousand documents made from a fixed seed.

use serde_json::Value;
use vpcheck::{Envelope, Finding, Operation, ServiceRequest, ServiceResponse, Severity, Source, check};
use vpcheck_tests::{Document, Random, mutate, request, response, wrangler, write};

const SEED: u64 = 0x5EED_0001;

const SERVICE: &str = include_str!("../schema/service.schema.json");
const WRANGLER: &str = include_str!("../schema/wrangler.schema.json");

/// What stands in no schema, since it takes a look at several bindings or at the kind of project.
const BEYOND_THE_SCHEMA: [&str; 2] = ["binding-twice", "vpc-in-pages"];

/// A bundled schema, read by the independent validator from one of its definitions.
fn validator(schema: &str, definition: &str) -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(schema).expect("the bundled schema is JSON");
    schema["$ref"] = Value::from(format!("#/$defs/{definition}"));
    jsonschema::draft202012::options()
        .should_validate_formats(true)
        .build(&schema)
        .expect("the bundled schema is a schema")
}

/// How many documents were taken, and how many were refused.
#[derive(Default)]
struct Tally {
    taken: u32,
    refused: u32,
}

impl Tally {
    fn count(&mut self, verdict: bool) {
        if verdict { self.taken += 1 } else { self.refused += 1 }
    }
}

#[test]
fn every_way_judges_a_request_alike() {
    let validator = validator(SERVICE, "ServiceRequest");
    let mut random = Random::new(SEED);
    let mut tally = Tally::default();
    for number in 0..100_000 {
        let valid = request(&mut random);
        let document = match number % 4 {
            0 => Document::new(&mut random, valid),
            1 => {
                let once = mutate(&mut random, &valid);
                once.value
                    .map_or_else(|| Document { text: once.text, value: None }, |value| mutate(&mut random, &value))
            }
            _ => mutate(&mut random, &valid),
        };
        let text = document.text.as_str();
        let report = check(&Source::json("document.json", text.as_bytes()), Operation::Request);
        let verdict = !report.has_errors();
        tally.count(verdict);
        if number % 4 == 0 {
            assert!(verdict, "a valid document is refused:\n{text}\n{report}");
        }

        let read = ServiceRequest::from_json(text);
        assert_eq!(read.is_ok(), verdict, "from_json, against check:\n{text}\n{report}");
        assert_eq!(ServiceRequest::is_valid_json(text), verdict, "is_valid_json, against check:\n{text}\n{report}");
        let deserialized = serde_json::from_slice::<ServiceRequest>(text.as_bytes());
        assert_eq!(deserialized.is_ok(), verdict, "Deserialize, against check:\n{text}\n{report}\n{deserialized:?}");
        if let Some(value) = &document.value {
            assert_eq!(validator.is_valid(value), verdict, "jsonschema, against check:\n{text}\n{report}");
        }
        if let Err(refused) = &read {
            assert_eq!(refused.findings(), report.findings(), "from_json, against check:\n{text}");
        }
        if let Ok(service) = read {
            let again = serde_json::to_string(&service).expect("a service can be written");
            assert_eq!(ServiceRequest::from_json(&again).ok().as_ref(), Some(&service), "{text}\n{again}");
        }
    }
    assert!(tally.taken > 30_000 && tally.refused > 30_000, "{} taken, {} refused", tally.taken, tally.refused);
}

#[test]
fn every_way_judges_a_response_alike() {
    let validator = validator(SERVICE, "SingleEnvelope");
    let mut random = Random::new(SEED);
    let mut tally = Tally::default();
    for number in 0..20_000 {
        let service = response(&mut random);
        let envelope = serde_json::json!({"success": true, "errors": [], "messages": [], "result": service});
        let document =
            if number % 4 == 0 { Document::new(&mut random, envelope) } else { mutate(&mut random, &envelope) };
        let text = document.text.as_str();
        let operation = Operation::ResponseTo(vpcheck::ApiOperation::Get);
        let report = check(&Source::json("document.json", text.as_bytes()), operation);
        let verdict = !report.has_errors();
        tally.count(verdict);

        let read = serde_json::from_str::<Envelope<ServiceResponse>>(text);
        assert_eq!(read.is_ok(), verdict, "Deserialize, against check:\n{text}\n{report}\n{read:?}");
        if let Some(value) = &document.value {
            assert_eq!(validator.is_valid(value), verdict, "jsonschema, against check:\n{text}\n{report}");
        }
    }
    assert!(tally.taken > 5_000 && tally.refused > 3_000, "{} taken, {} refused", tally.taken, tally.refused);
}

#[test]
fn every_way_judges_bindings_alike() {
    let validator = validator(WRANGLER, "Bindings");
    let mut random = Random::new(SEED);
    let mut tally = Tally::default();
    for number in 0..20_000 {
        let configuration = wrangler(&mut random);
        let document = if number % 4 == 0 {
            Document::new(&mut random, configuration)
        } else {
            mutate(&mut random, &configuration)
        };
        let Some(value) = &document.value else { continue };
        let text = document.text.as_str();
        let report = check(&Source::json("wrangler.json", text.as_bytes()), Operation::Wrangler);
        let is_error = |finding: &Finding| {
            finding.diagnostic.severity == Severity::Error && !BEYOND_THE_SCHEMA.contains(&finding.diagnostic.rule)
        };
        let verdict = !report.findings().iter().any(is_error);
        tally.count(verdict);
        assert_eq!(validator.is_valid(value), verdict, "jsonschema, against check:\n{text}\n{report}");
    }
    assert!(tally.taken > 8_000 && tally.refused > 3_000, "{} taken, {} refused", tally.taken, tally.refused);
}

/// Cut anywhere, a document is refused by all of them, and nothing falls over.
#[test]
fn a_document_that_ends_early_is_refused() {
    let mut random = Random::new(SEED);
    for _ in 0..50 {
        let valid = request(&mut random);
        let text = write(&mut random, &valid);
        for end in 0..text.len() {
            let bytes = &text.as_bytes()[..end];
            assert!(check(&Source::json("document.json", bytes), Operation::Request).has_errors(), "{bytes:?}");
            assert!(ServiceRequest::from_json(bytes).is_err(), "{bytes:?}");
            assert!(serde_json::from_slice::<ServiceRequest>(bytes).is_err(), "{bytes:?}");
        }
    }
}
