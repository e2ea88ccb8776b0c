//! Documents to measure on, and what it takes to measure.
//!
//! What others need to do the same is in `peers`, a workspace of its own, so that nobody builds a dozen parsers to run the tests.
//! `cargo xtask bench` runs everything and writes BENCHMARKS.md.

mod callgrind;
mod corpus;
mod layout;
mod rounds;

pub use callgrind::{counted, instructions};
pub use corpus::Corpus;
pub use layout::Layout;
pub use rounds::{Contender, Measured, measure, median, per};
