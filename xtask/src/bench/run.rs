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
        command.args(&self.arguments).current_dir(&self.directory).stdin(Stdio::null()).stdout(Stdio::null());
        command
    }

    fn failed(&self, why: impl std::fmt::Display) -> Error {
        Error(format!("{}: {why}", self.name.display()))
    }
}

/// The seconds that each program took in each round; the first round warms up and does not count.
pub(super) fn alternately(programs: &[&Program], rounds: usize) -> Result<Vec<Vec<f64>>, Error> {
    let mut times = vec![Vec::with_capacity(rounds); programs.len()];
    for round in 0..=rounds {
        for (program, times) in programs.iter().zip(&mut times) {
            let seconds = once(program)?;
            if round > 0 {
                times.push(seconds);
            }
        }
    }
    Ok(times)
}

/// The seconds that a program takes.
pub(super) fn once(program: &Program) -> Result<f64, Error> {
    let start = Instant::now();
    let status = program.command().status().map_err(|error| program.failed(error))?;
    let seconds = start.elapsed().as_secs_f64();
    if status.success() { Ok(seconds) } else { Err(program.failed(status)) }
}

/// What a program writes to standard output.
pub(super) fn output(program: &Program) -> Result<Vec<u8>, Error> {
    let output = program.command().stdout(Stdio::piped()).output().map_err(|error| program.failed(error))?;
    if output.status.success() { Ok(output.stdout) } else { Err(program.failed(output.status)) }
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
