//! The benchmark: what it costs to check, beside what others do, written into BENCHMARKS.md.
//!
//! Each part is a section of that file with the machine it was measured on. The words between come from `benches/template.md`.
//! [`guard`] holds in CI what does not depend on a quiet machine.

mod aim;
mod cargo;
mod command;
mod corpus;
mod growth;
mod guard;
mod library;
mod machine;
mod page;
mod run;
mod scaling;
mod size;
mod tools;

use std::fs;

use crate::{Error, root};

pub use guard::{guard, recount};

/// A part of the benchmark.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Part {
    /// From bytes to a service, beside other libraries.
    Library,
    /// How the time of the library grows with a text that is large in one way.
    Growth,
    /// The command, beside other commands.
    Command,
    /// The command on a thousand to a million services.
    Scaling,
    /// How large the command and the library are, and how long they take to build.
    Size,
}

impl Part {
    /// Every part, in the order of the file.
    pub const ALL: [Part; 5] = [Part::Library, Part::Growth, Part::Command, Part::Scaling, Part::Size];

    /// What it is called on the command line and in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Part::Library => "library",
            Part::Growth => "growth",
            Part::Command => "command",
            Part::Scaling => "scaling",
            Part::Size => "size",
        }
    }

    fn measure(self) -> Result<String, Error> {
        match self {
            Part::Library => library::measure(),
            Part::Growth => growth::measure(),
            Part::Command => command::measure(),
            Part::Scaling => scaling::measure(),
            Part::Size => size::measure(),
        }
    }
}

/// Measures the parts, prints them, and writes them into BENCHMARKS.md.
///
/// # Errors
///
/// When something that is compared cannot be built, installed or run, or the file cannot be written.
pub fn measure(parts: &[Part]) -> Result<(), Error> {
    for part in parts {
        let text = format!("{}\n\n{}", machine::describe()?, part.measure()?.trim());
        println!("## {}\n\n{text}\n", part.name());
        // What was measured is kept also where the next part fails.
        let template = read("benches/template.md")?;
        // It is not there before the first time.
        let before = fs::read_to_string(root().join(FILE)).unwrap_or_default();
        let page = page::written(&template, &before, part.name(), &text)
            .ok_or_else(|| Error(format!("benches/template.md has no place for `{}`", part.name())))?;
        fs::write(root().join(FILE), page).map_err(|error| Error(format!("{FILE} cannot be written: {error}")))?;
    }
    Ok(())
}

const FILE: &str = "BENCHMARKS.md";

fn read(path: &str) -> Result<String, Error> {
    fs::read_to_string(root().join(path)).map_err(|error| Error(format!("{path} cannot be read: {error}")))
}
