//! Builds and runs what is measured.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Error, root};

/// Cargo in the root of the workspace.
pub(super) fn command() -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root());
    cargo
}

/// Where everything is built.
pub(super) fn target() -> PathBuf {
    root().join(env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from))
}

/// Where the benchmark puts what it makes and installs.
pub(super) fn directory() -> PathBuf {
    target().join("bench")
}

/// Installs the command, as whoever uses it does, and gives its path. What a linker has written piece by piece, and is not copied, is
/// loaded more slowly.
pub(super) fn vpcheck() -> Result<PathBuf, Error> {
    let installed = directory().join("installed");
    let install = ["install", "--path", "crates/vpcheck-cli", "--locked", "--quiet", "--force", "--no-track", "--root"];
    done(command().args(install).arg(&installed))?;
    Ok(installed.join("bin/vpcheck"))
}

/// Builds a package of another workspace and gives where its programs are.
pub(super) fn build(workspace: &str, arguments: &[&str], target: &Path) -> Result<PathBuf, Error> {
    let manifest = root().join(workspace).join("Cargo.toml");
    let mut cargo = command();
    cargo.args(["build", "--quiet", "--locked", "--manifest-path"]).arg(manifest).args(arguments);
    done(cargo.arg("--target-dir").arg(target))?;
    let profile = arguments.iter().skip_while(|argument| **argument != "--profile").nth(1);
    Ok(target.join(profile.unwrap_or(&"debug")))
}

/// Runs a program to its end. What it tells is shown.
pub(super) fn done(command: &mut Command) -> Result<(), Error> {
    let status = command.status().map_err(|error| failed(command, error))?;
    if status.success() { Ok(()) } else { Err(failed(command, status)) }
}

/// What a program prints. What it tells is shown.
pub(super) fn printed(command: &mut Command) -> Result<String, Error> {
    let output = command.stderr(Stdio::inherit()).output().map_err(|error| failed(command, error))?;
    if !output.status.success() {
        return Err(failed(command, output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(command, error))
}

fn failed(command: &Command, why: impl std::fmt::Display) -> Error {
    Error(format!("`{}` cannot be run: {why}", command.get_program().display()))
}
