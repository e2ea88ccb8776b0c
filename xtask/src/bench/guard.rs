//! Holds in CI what can be held on a busy machine: instructions, sizes, and the time of a build with a margin.

use std::fmt::Write as _;
use std::fs;

use super::aim::Aim;
use super::{cargo, machine, size};
use crate::{Error, root};

/// The committed counts.
const FILE: &str = "benches/instructions.txt";

/// A count may grow by so many hundredths.
const MARGIN: u64 = 3;

/// What is counted: how many instructions a document takes, which way, on which documents.
#[derive(Clone, Debug, Eq, PartialEq)]
struct Count {
    instructions: u64,
    what: String,
}

/// Compares, and prints what was found: whether everything holds.
///
/// # Errors
///
/// When something cannot be built or counted, or the committed counts are of another compiler.
pub fn guard() -> Result<bool, Error> {
    let committed = super::read(FILE)?;
    let compiler = compiler()?;
    let counted_with = committed.lines().find_map(|line| line.strip_prefix("# Counted with: "));
    if counted_with != Some(compiler.as_str()) {
        return Err(Error(format!(
            "{FILE} was counted with {}, and this is {compiler}: run `cargo xtask bench --recount` with this toolchain on \
             sources that are known to be good, and commit the file",
            counted_with.unwrap_or("an unknown toolchain")
        )));
    }
    let grown = grown(&counts(&committed), &counts(&count()?));
    for line in &grown {
        println!("{line}");
    }
    let sizes = size::guarded()?;
    for aim in &sizes {
        println!("{aim}");
    }
    println!(
        "{} counts of instructions grew by more than {MARGIN} %; {} of size and build are above their bound",
        grown.len(),
        sizes.iter().filter(|aim| !aim.is_kept()).count()
    );
    Ok(grown.is_empty() && sizes.iter().all(Aim::is_kept))
}

/// Counts anew and writes the file.
///
/// # Errors
///
/// When something cannot be built or counted, or the file cannot be written.
pub fn recount() -> Result<(), Error> {
    let mut text = format!(
        "# Instructions per document, as callgrind counts them; written by `cargo xtask bench --recount`.\n\
         # `cargo xtask bench --guard` fails where one has grown by more than {MARGIN} %.\n\
         # Counted with: {}\n",
        compiler()?
    );
    for count in counts(&count()?) {
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{} | {}", count.instructions, count.what);
    }
    fs::write(root().join(FILE), text).map_err(|error| Error(format!("{FILE} cannot be written: {error}")))
}

/// What the counts depend on beside the sources.
fn compiler() -> Result<String, Error> {
    Ok(format!("{}, {}-{}", machine::compiler()?, std::env::consts::ARCH, std::env::consts::OS))
}

fn count() -> Result<String, Error> {
    let run = ["run", "--quiet", "--locked", "--profile", "bench", "-p", "vpcheck-benches", "--bin", "instructions"];
    cargo::printed(cargo::command().args(run))
}

fn counts(text: &str) -> Vec<Count> {
    let count = |line: &str| {
        let (instructions, what) = line.split_once(" | ")?;
        Some(Count { instructions: instructions.parse().ok()?, what: what.to_owned() })
    };
    text.lines().filter_map(count).collect()
}

/// What has grown too much, or is not counted on both sides.
fn grown(committed: &[Count], measured: &[Count]) -> Vec<String> {
    let names = |counts: &[Count]| counts.iter().map(|count| count.what.clone()).collect::<Vec<_>>();
    if committed.is_empty() || names(committed) != names(measured) {
        return vec![format!("{FILE} has other counts than are measured: run `cargo xtask bench --recount`")];
    }
    let too_many = |(before, now): &(&Count, &Count)| now.instructions * 100 > before.instructions * (100 + MARGIN);
    let line = |(before, now): (&Count, &Count)| {
        let (before, what) = (before.instructions, &now.what);
        format!(
            "{what}: {} instructions per document instead of {before}; where they are worth it, run `cargo xtask bench --recount`",
            now.instructions
        )
    };
    committed.iter().zip(measured).filter(too_many).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::{counts, grown};

    #[test]
    fn more_than_three_of_a_hundred_are_too_many() {
        let committed = counts("# 7 | is a comment\n1000 | a | x\n2000 | b | x\n");
        assert_eq!(grown(&committed, &counts("1030 | a | x\n100 | b | x\n")), Vec::<String>::new());
        assert_eq!(grown(&committed, &counts("1031 | a | x\n2061 | b | x\n")).len(), 2);
    }

    #[test]
    fn what_is_not_counted_does_not_hold() {
        let committed = counts("1000 | a | x\n");
        for measured in ["", "1000 | b | x\n", "1000 | a | x\n1000 | b | x\n"] {
            assert_eq!(grown(&committed, &counts(measured)).len(), 1, "{measured:?}");
        }
        assert_eq!(grown(&[], &[]).len(), 1);
    }
}
