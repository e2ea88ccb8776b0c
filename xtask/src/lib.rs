//! Tasks of the workspace.
//!
//! `cargo xtask codegen` writes the generated files from the schemas, and `cargo xtask codegen --check` says which of them are
//! not what it would write. `cargo xtask docs` writes the rule reference; a test of `vpcheck-report` says whether it is current.
//! `cargo xtask bench` measures everything and writes BENCHMARKS.md. `cargo xtask verdicts` lets the tools of other languages judge what is
//! exported.

use std::fmt;
use std::path::Path;

pub mod bench;
pub mod codegen;
pub mod docs;
mod rustfmt;
mod schema;
pub mod verdicts;

/// Why a task could not be done.
#[derive(Debug)]
pub struct Error(String);

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// The directory of the workspace.
#[must_use]
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}
