//! From bytes to a service that one can trust, beside what others do with the same bytes, each in its fastest correct use.
//!
//! `cargo xtask bench` runs the programs of this package and puts what they print into BENCHMARKS.md.

mod flat;
mod schemas;
mod typed;

use serde_json::{Value, from_slice, json};
use vpcheck::{Operation, ServiceRequest, Source, check};
use vpcheck_benches::{Contender, Corpus};

/// All that are measured; the first one is the floor.
#[must_use]
pub fn contenders() -> Vec<Contender> {
    let (validator, errors, boon) = (schemas::validator(), schemas::validator(), schemas::Boon::new());
    vec![
        Contender::new("serde_json into flat structs of `String`, no checks (the floor)", flat::serde),
        Contender::new("**vpcheck** `ServiceRequest::from_json`", |text| ServiceRequest::from_json(text).is_ok()),
        Contender::new("**vpcheck** `ServiceRequest::is_valid_json`", |text| ServiceRequest::is_valid_json(text)),
        Contender::new("**vpcheck** `serde_json::from_slice::<ServiceRequest>`", |text| {
            from_slice::<ServiceRequest>(text).is_ok()
        }),
        Contender::new("**vpcheck** `check`, all findings", |text| {
            !check(&Source::json("", text), Operation::Request).has_errors()
        }),
        Contender::new("serde_json `Value`, no checks", |text| from_slice::<Value>(text).is_ok()),
        Contender::new("`Value` + jsonschema `is_valid`", move |text| {
            from_slice(text).is_ok_and(|value| validator.is_valid(&value))
        }),
        Contender::new("`Value` + jsonschema, all errors", move |text| {
            from_slice(text).is_ok_and(|value| errors.iter_errors(&value).count() == 0)
        }),
        Contender::new("`Value` + jsonschema, compiled by its macro", |text| {
            from_slice(text).is_ok_and(|value| schemas::Compiled::is_valid(&value))
        }),
        Contender::new("`Value` + boon", move |text| from_slice(text).is_ok_and(|value| boon.is_valid(&value))),
        Contender::new("serde tagged and untagged enums", typed::serde),
        Contender::new("serde tagged and untagged enums + garde", typed::serde_and_garde),
        Contender::new("typify", typed::typify),
        Contender::new("sonic-rs into flat structs, no checks", flat::sonic),
        Contender::new("simd-json into flat structs, no checks", flat::simd),
        Contender::new("limit: sonic-rs skips the document", flat::skip),
        Contender::new("limit: memcpy", flat::copy),
    ]
}

/// How many documents are measured: long ones have the bytes of dozens.
#[must_use]
pub fn count(corpus: Corpus) -> usize {
    if corpus == Corpus::Long { 1_000 } else { 10_000 }
}

/// Prints a line of JSON about a contender.
pub fn tell(corpus: Corpus, contender: &Contender, measured: Value) {
    let mut line = json!({"corpus": corpus.name(), "contender": contender.name});
    if let (Some(line), Value::Object(measured)) = (line.as_object_mut(), measured) {
        line.extend(measured);
    }
    println!("{line}");
}
