//! Prints what each contender allocates. It is a program of its own, since counting takes time at each allocation.

use std::hint::black_box;

use serde_json::json;
use vpcheck_benches::{Corpus, per};
use vpcheck_peers::{contenders, count, tell};

fn main() {
    let contenders = contenders();
    for corpus in Corpus::ALL {
        let documents = corpus.documents(count(corpus));
        for contender in &contenders {
            let run = || documents.iter().for_each(|document| _ = black_box((contender.run)(document)));
            // What is kept for the next document is not counted.
            run();
            let allocated = allocation_counter::measure(run);
            let each = |total: u64| usize::try_from(total).map(|total| per(total) / per(documents.len()));
            let measured = json!({
                "allocations": each(allocated.count_total).unwrap_or(f64::NAN),
                "allocated": each(allocated.bytes_total).unwrap_or(f64::NAN),
            });
            tell(corpus, contender, measured);
        }
    }
}
