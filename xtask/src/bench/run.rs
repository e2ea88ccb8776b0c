//! Runs programs, in turn, and looks at how long and how large they are.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::Error;

/// A program with its arguments.
#[derive(Clone, Debug)]
pub(super) struct Program {
    name: OsString,
    arguments: Vec<OsString>,
    directory: PathBuf,
}

impl Program {
    /// A program in a directory.
    pub(super) fn new(name: impl AsRef<OsStr>, directory: &Path) -> Program {
        Program { name: name.as_ref().to_owned(), arguments: Vec::new(), directory: directory.to_owned() }
    }

    /// The same with more arguments.
    pub(super) fn arguments(mut self, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Program {
        self.arguments.extend(arguments.into_iter().map(|argument| argument.as_ref().to_owned()));
        self
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.name);
        command
            .args(&self.arguments)
            .current_dir(&self.directory)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn failed(&self, why: impl std::fmt::Display) -> Error {
        Error(format!("{}: {why}", self.name.display()))
    }
}

/// A program, and in how many rounds it is run.
#[derive(Clone, Debug)]
pub(super) struct Contender {
    /// Name in the table.
    pub(super) name: String,
    /// What is run.
    pub(super) program: Program,
    /// How often; what takes seconds says enough in one round.
    pub(super) rounds: usize,
}

/// The seconds that each program took in each round, in which all run in turn; what runs more than once warms up first.
pub(super) fn alternately(contenders: &[Contender]) -> Result<Vec<Vec<f64>>, Error> {
    let mut times = vec![Vec::new(); contenders.len()];
    for contender in contenders.iter().filter(|contender| contender.rounds > 1) {
        once(&contender.program)?;
    }
    let rounds = contenders.iter().map(|contender| contender.rounds).max().unwrap_or_default();
    for round in 0..rounds {
        for (contender, times) in contenders.iter().zip(&mut times) {
            if round < contender.rounds {
                times.push(once(&contender.program)?);
            }
        }
    }
    Ok(times)
}

/// The median of the ratios in the rounds that both ran.
pub(super) fn ratio(times: &[f64], to: &[f64]) -> f64 {
    median(times.iter().zip(to).map(|(time, to)| time / to).collect())
}

/// The seconds that a program takes.
pub(super) fn once(program: &Program) -> Result<f64, Error> {
    let start = Instant::now();
    let status = program.command().status().map_err(|error| program.failed(error))?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() { Ok(seconds) } else { Err(program.failed(status)) }
}

/// Whether a program exits with 0.
pub(super) fn succeeds(program: &Program) -> Result<bool, Error> {
    let status = program.command().status().map_err(|error| program.failed(error))?;
    Ok(status.success())
}

/// The most memory that a program has at once, as Linux counts it; not a number elsewhere.
pub(super) fn peak_kilobytes(program: &Program) -> Result<f64, Error> {
    let mut child = program.command().spawn().map_err(|error| program.failed(error))?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = f64::NAN;
    loop {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
        peak = kilobytes.map_or(peak, |kilobytes| peak.max(kilobytes));
        if child.try_wait().map_err(|error| program.failed(error))?.is_some() {
            return Ok(peak);
        }
        thread::sleep(Duration::from_micros(200));
    }
}

/// The middle one of some numbers.
pub(super) fn median(mut numbers: Vec<f64>) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(f64::NAN)
}
