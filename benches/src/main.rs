//! Counts the instructions that a document takes: `cargo xtask bench --guard` holds them against `instructions.txt`.

use std::process::ExitCode;

use vpcheck::{Operation, ServiceRequest, Source, check};
use vpcheck_benches::{Corpus, Layout, counted, instructions};

/// How many documents are run: enough for every shape, few enough for seconds under valgrind.
const DOCUMENTS: usize = 1_000;

type Run = fn(&[u8]) -> bool;

/// What is counted: a name, the way, and on which documents.
const COUNTED: [(&str, Run, Corpus); 7] = [
    ("from_json", from_json, Corpus::Valid(Layout::Minified)),
    ("from_json", from_json, Corpus::Valid(Layout::Pretty)),
    ("from_json", from_json, Corpus::Long),
    ("is_valid_json", |text| ServiceRequest::is_valid_json(text), Corpus::Invalid(Layout::Minified)),
    ("deserialize", |text| serde_json::from_slice::<ServiceRequest>(text).is_ok(), Corpus::Valid(Layout::Minified)),
    ("check", check_request, Corpus::Valid(Layout::Minified)),
    ("check", check_request, Corpus::Invalid(Layout::Minified)),
];

fn from_json(text: &[u8]) -> bool {
    ServiceRequest::from_json(text).is_ok()
}

fn check_request(text: &[u8]) -> bool {
    !check(&Source::json("", text), Operation::Request).has_errors()
}

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|argument| argument == "run") {
        for (_, run, corpus) in COUNTED {
            let documents = corpus.documents(DOCUMENTS);
            // What is set up at the first document is not a document's.
            documents.first().map(|document| run(document));
            counted(&run, &documents);
        }
        return ExitCode::SUCCESS;
    }
    match instructions(&["run"]) {
        Ok(counts) if counts.len() == COUNTED.len() => {
            for ((name, _, corpus), count) in COUNTED.iter().zip(counts) {
                println!("{} | {name} | {}", count / DOCUMENTS as u64, corpus.name());
            }
            ExitCode::SUCCESS
        }
        Ok(counts) => {
            eprintln!("error: callgrind wrote {} counts instead of {}", counts.len(), COUNTED.len());
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
