//! The verdict matrix: every export is judged by the real tools of its language on the same documents.
//!
//! A judge is a program in `tests/verdicts/judges` that is called as `JUDGE EXPORT_DIR DOCUMENTS FORM [--strict]` in the root of the
//! workspace. DOCUMENTS has a line `{"id": 17, "root": "ServiceRequest", "text": "{…}"}` for each document; for each the judge
//! prints one line `{"id": 17, "valid": true}` or `{"id": 17, "valid": false, "error": "…"}`, and nothing else.
//! [`JUDGES`] has a row for each, and [`CHECKS`] what shows that the code is as the language wants it. [`TELLERS`] are shown the
//! typical mistakes.

mod checks;
mod clients;
mod compare;
mod documents;
mod explain;
mod exports;
mod judges;
mod mistakes;
mod table;
mod tools;

use std::fs;
use std::panic::resume_unwind;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub use checks::{CHECKS, Check};
pub use clients::{CLIENTS, Client};
pub use judges::{Aspect, JUDGES, Judge, Objects, UNJUDGED};
pub use mistakes::{PATH as MISTAKES, TELLERS, Teller};
pub use table::PATH as TABLE;
pub use tools::{Program, Tool};

use self::compare::Compared;
use self::documents::Document;
use self::mistakes::Mistake;
use self::tools::Tools;
use crate::{Error, root};

/// Which targets are judged, and what becomes of the table.
#[derive(Debug, Default)]
pub struct Options {
    /// Only these targets; all where there are none.
    pub targets: Vec<String>,
    /// Whether there is more to do than to run the clients.
    pub extent: Extent,
    /// Whether the table is only compared.
    pub table: Table,
}

/// What is done.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Extent {
    /// All clients are run, and everything is judged.
    #[default]
    All,
    /// The clients are run, and the documents written that are made of what they send.
    Clients,
}

/// What becomes of the table.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Table {
    /// It is written.
    #[default]
    Write,
    /// It has to be what would be written.
    Check,
}

/// Judges, compares, and prints what was found. Gives what is wrong, which is nothing where all is well.
///
/// # Errors
///
/// Where a tool is missing or a judge cannot do its work.
pub fn run(options: &Options) -> Result<Vec<String>, Error> {
    let wanted = |target: &str| options.targets.is_empty() || options.targets.iter().any(|name| name == target);
    let known = || JUDGES.iter().map(|judge| judge.target).chain(CHECKS.iter().map(|check| check.target));
    if let Some(unknown) = options.targets.iter().find(|name| known().all(|target| target != name.as_str())) {
        return Err(Error(format!("nothing judges or checks `{unknown}`")));
    }
    let judges: Vec<&Judge> = JUDGES.iter().filter(|judge| wanted(judge.target)).collect();
    let checks: Vec<&Check> = CHECKS.iter().filter(|check| wanted(check.target)).collect();
    let directory = directory();
    fs::create_dir_all(&directory)
        .map_err(|error| Error(format!("{} cannot be made: {error}", directory.display())))?;
    let mut wrong = Vec::new();
    let sent = if options.targets.is_empty() {
        let (sent, why) = clients::run(options.table)?;
        wrong.extend(why);
        Some(sent)
    } else {
        None
    };
    if options.extent == Extent::Clients {
        return Ok(wrong);
    }
    let tools = Tools::install(&judges, &checks)?;
    let documents = Document::all()?;
    wrong.extend(sent.iter().flat_map(|sent| sent.unjudged(&documents)));
    let mut targets: Vec<&str> = judges.iter().map(|judge| judge.target).collect();
    targets.extend(checks.iter().map(|check| check.target));
    targets.dedup();
    for target in targets {
        exports::write(target)?;
    }
    let mut closed: Vec<&str> =
        judges.iter().filter(|judge| judge.objects == Objects::Closed).map(|judge| judge.target).collect();
    closed.dedup();
    for target in closed {
        exports::write_strict(target)?;
    }
    let all = compare_all(&judges, &documents, &tools)?;
    wrong.extend(all.iter().flat_map(Compared::wrong));
    wrong.extend(compare::losses_that_nothing_shows(&all)?);
    let mistakes = if wanted(mistakes::TARGET) { mistakes::tell()? } else { Vec::new() };
    wrong.extend(mistakes.iter().flat_map(Mistake::wrong));
    for check in &checks {
        match check.run()? {
            None => println!("{}: {}", check.target, check.says),
            Some(said) => wrong.push(format!("{}: not so: {}\n{said}", check.target, check.says)),
        }
    }
    if wrong.is_empty()
        && let Some(sent) = &sent
    {
        wrong.extend(table::settle(&documents, &all, &mistakes, sent, &tools, options.table)?);
    }
    Ok(wrong)
}

/// Runs the judges, several at a time, and gives what they say in their order.
fn compare_all(judges: &[&'static Judge], documents: &[Document], tools: &Tools) -> Result<Vec<Compared>, Error> {
    let losses: Vec<_> =
        judges.iter().map(|judge| exports::losses(judge.target, judge.form)).collect::<Result<_, _>>()?;
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let (Some(judge), Some(losses)) = (judges.get(number), losses.get(number)) else { return done };
            let compared = Compared::new(judge, number, documents, losses.clone(), tools);
            if let Ok(compared) = &compared {
                println!("{compared}");
            }
            done.push((number, compared));
        }
    };
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut all: Vec<_> = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().map(|(_, compared)| compared).collect()
}

/// Where everything is written that is not kept.
fn directory() -> PathBuf {
    root().join("target/verdicts")
}
