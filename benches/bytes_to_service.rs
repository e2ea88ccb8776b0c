//! From bytes to a service that one can trust, beside what others do with the same bytes.

#![allow(missing_docs, reason = "a benchmark has no interface")]

mod peers;

use vpcheck::{Operation, ServiceRequest, Source, check};
use vpcheck_benches::{Contender, measure, per};
use vpcheck_tests::{Document, Random, mutate, request};

const DOCUMENTS: usize = 10_000;
const SEED: u64 = 0x5EED_0002;

fn main() {
    // `cargo test --benches` only wants to know whether it builds and starts.
    let rounds = if std::env::args().any(|argument| argument == "--bench") { 15 } else { 1 };
    let (valid, invalid) = corpus();
    let bytes = valid.iter().map(Vec::len).sum::<usize>();
    println!(
        "{DOCUMENTS} valid and {DOCUMENTS} invalid services, {} bytes on average, {rounds} rounds in turn",
        bytes / DOCUMENTS
    );

    let validator = peers::validator();
    let contenders = [
        Contender::new("serde_json into flat structs of String, no checks (the floor)", peers::floor),
        Contender::new("serde_json Value only", |document| {
            serde_json::from_slice::<serde_json::Value>(document).is_ok()
        }),
        Contender::new("Value + jsonschema is_valid", |document| {
            serde_json::from_slice(document).is_ok_and(|value| validator.is_valid(&value))
        }),
        Contender::new("Value + jsonschema, all errors", |document| {
            serde_json::from_slice(document).is_ok_and(|value| validator.iter_errors(&value).count() == 0)
        }),
        Contender::new("serde tagged + untagged enums + garde", peers::serde_and_garde),
        Contender::new("typify", peers::typify),
        Contender::new("vpcheck: serde_json::from_slice::<ServiceRequest>", |document| {
            serde_json::from_slice::<ServiceRequest>(document).is_ok()
        }),
        Contender::new("vpcheck: ServiceRequest::from_json", |document| ServiceRequest::from_json(document).is_ok()),
        Contender::new("vpcheck: check", |document| {
            !check(&Source::json("", document), Operation::Request).has_errors()
        }),
    ];
    for (kind, documents) in [("valid", &valid), ("invalid", &invalid)] {
        println!("\n| from bytes to …, {kind} documents | ns/doc | ratio to the floor | allocations/doc | accepted |");
        println!("| --- | ---: | ---: | ---: | ---: |");
        let measured = measure(&contenders, documents, rounds);
        for (row, contender) in measured.iter().zip(&contenders) {
            let allocations = allocation_counter::measure(|| {
                for document in documents {
                    std::hint::black_box((contender.run)(document));
                }
            });
            println!(
                "| {} | {:.0} | {:.2} | {:.2} | {:.1} % |",
                row.name,
                row.nanoseconds,
                row.ratio,
                per(usize::try_from(allocations.count_total).unwrap_or(usize::MAX)) / per(DOCUMENTS),
                100.0 * per(row.accepted) / per(DOCUMENTS)
            );
        }
    }
}

/// As many valid documents as invalid ones.
fn corpus() -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let mut random = Random::new(SEED);
    let mut valid = Vec::with_capacity(DOCUMENTS);
    let mut invalid = Vec::with_capacity(DOCUMENTS);
    while valid.len() < DOCUMENTS || invalid.len() < DOCUMENTS {
        let value = request(&mut random);
        let mutated = mutate(&mut random, &value).text.into_bytes();
        if valid.len() < DOCUMENTS {
            valid.push(Document::new(&mut random, value).text.into_bytes());
        }
        if invalid.len() < DOCUMENTS && ServiceRequest::from_json(&mutated).is_err() {
            invalid.push(mutated);
        }
    }
    (valid, invalid)
}
