//! The machine and the compiler, which every number depends on.

use std::process::Command;
use std::{env, fs, thread};

use super::cargo;
use crate::Error;

/// Processor, memory, system and compiler, and what of the sources was measured.
pub(super) fn describe() -> Result<String, Error> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let processor = field("/proc/cpuinfo", "model name").unwrap_or_else(|| "a processor without a name".to_owned());
    let memory = field("/proc/meminfo", "MemTotal").and_then(|memory| memory.strip_suffix(" kB")?.parse::<u64>().ok());
    let memory = memory.map_or_else(String::new, |kilobytes| format!(", {} GB of memory", kilobytes / 1_000_000));
    let system = fs::read_to_string("/proc/sys/kernel/osrelease").unwrap_or_default();
    Ok(format!(
        "Measured on {cores} cores of {processor}{memory}, {} {}, {}, at commit {}.",
        env::consts::OS,
        system.trim(),
        compiler()?,
        commit()?
    ))
}

/// The compiler, as it calls itself.
pub(super) fn compiler() -> Result<String, Error> {
    let mut command = Command::new(env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
    Ok(cargo::printed(command.arg("--version"))?.trim().to_owned())
}

fn commit() -> Result<String, Error> {
    let git = |arguments: &[&str]| cargo::printed(Command::new("git").args(arguments).current_dir(crate::root()));
    let commit = git(&["rev-parse", "--short=10", "HEAD"])?;
    // What is measured is not in the way of what is measured.
    let changes = git(&["status", "--porcelain", "--untracked-files=no", "--", ":!BENCHMARKS.md"])?;
    let dirty = if changes.is_empty() { "" } else { " with changes" };
    Ok(format!("{}{dirty}", commit.trim()))
}

fn field(path: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(':'))?;
    Some(value.trim().to_owned())
}
