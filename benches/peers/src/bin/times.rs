//! Prints how long each contender takes, or with `count` how many instructions.

use std::process::ExitCode;

use serde_json::json;
use vpcheck_benches::{Corpus, counted, instructions, measure, per};
use vpcheck_peers::{contenders, count, tell};

/// How often each contender runs over all documents.
const ROUNDS: usize = 15;

/// How many documents are run under callgrind, which takes fifty times as long.
const COUNTED: usize = 500;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => times(),
        ["count"] => {
            for corpus in Corpus::ALL {
                if let Err(error) = tell_instructions(corpus) {
                    eprintln!("error: {error}");
                    return ExitCode::from(2);
                }
            }
        }
        // What runs under callgrind.
        ["run", corpus] => match Corpus::named(corpus) {
            Some(corpus) => run(corpus),
            None => return ExitCode::from(2),
        },
        _ => return ExitCode::from(2),
    }
    ExitCode::SUCCESS
}

fn times() {
    let contenders = contenders();
    for corpus in Corpus::ALL {
        let documents = corpus.documents(count(corpus));
        let bytes = per(documents.iter().map(Vec::len).sum()) / per(documents.len());
        for (contender, measured) in contenders.iter().zip(measure(&contenders, &documents, ROUNDS)) {
            let measured = json!({
                "documents": documents.len(),
                "rounds": ROUNDS,
                "bytes": bytes,
                "nanoseconds": measured.nanoseconds,
                "ratio": measured.ratio,
                "accepted": per(measured.accepted) / per(documents.len()),
            });
            tell(corpus, contender, measured);
        }
    }
}

fn run(corpus: Corpus) {
    let documents = corpus.documents(COUNTED);
    for contender in contenders() {
        // Engines for patterns learn from the first documents.
        documents.iter().for_each(|document| _ = (contender.run)(document));
        counted(&*contender.run, &documents);
    }
}

fn tell_instructions(corpus: Corpus) -> std::io::Result<()> {
    let counts = instructions(&["run", corpus.name()])?;
    let contenders = contenders();
    if counts.len() != contenders.len() {
        return Err(std::io::Error::other(format!("callgrind wrote {} counts", counts.len())));
    }
    for (contender, count) in contenders.iter().zip(counts) {
        tell(corpus, contender, json!({"instructions": count / COUNTED as u64}));
    }
    Ok(())
}
