//! Runs several ways to do one thing in turn, in one process, and says how they compare.
//!
//! Times on a shared machine drift, so nothing is said but medians over rounds in which every contender ran, and ratios within the round.

use std::hint::black_box;
use std::time::Instant;

/// Takes a document and says whether it is accepted.
type Run = dyn Fn(&[u8]) -> bool;

/// One way to do it.
pub struct Contender {
    /// Name in the table.
    pub name: &'static str,
    /// What is measured.
    pub run: Box<Run>,
}

impl Contender {
    /// A contender.
    pub fn new(name: &'static str, run: impl Fn(&[u8]) -> bool + 'static) -> Contender {
        Contender { name, run: Box::new(run) }
    }
}

/// What was measured of one contender.
#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// Median of the nanoseconds per document.
    pub nanoseconds: f64,
    /// Median of the ratios to the first contender in the same round.
    pub ratio: f64,
    /// How many documents were accepted.
    pub accepted: usize,
}

/// Runs every contender over all documents, `rounds` times in turn; the first one is the floor.
#[must_use]
pub fn measure(contenders: &[Contender], documents: &[Vec<u8>], rounds: usize) -> Vec<Measured> {
    let mut times = vec![Vec::with_capacity(rounds); contenders.len()];
    let mut accepted = vec![0; contenders.len()];
    for round in 0..=rounds {
        for ((contender, times), accepted) in contenders.iter().zip(&mut times).zip(&mut accepted) {
            let start = Instant::now();
            *accepted = documents.iter().filter(|document| (contender.run)(black_box(document))).count();
            let elapsed = start.elapsed();
            // The first round warms up.
            if round > 0 {
                times.push(elapsed.as_secs_f64() * 1e9 / per(documents.len()));
            }
        }
    }
    let floor = times.first().cloned().unwrap_or_default();
    let measured = times.into_iter().zip(accepted).map(|(times, accepted)| {
        let ratios = times.iter().zip(&floor).map(|(time, floor)| time / floor).collect();
        Measured { nanoseconds: median(times), ratio: median(ratios), accepted }
    });
    measured.collect()
}

/// The middle one of some numbers.
#[must_use]
pub fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A count to divide by.
#[expect(clippy::cast_precision_loss, reason = "counts of documents are far below 2^52")]
#[must_use]
pub fn per(count: usize) -> f64 {
    count as f64
}
