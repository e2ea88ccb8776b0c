//! What the command exports, and what it says is lost.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::Command;

use crate::{Error, root};

/// A loss as the command lists it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Loss {
    /// The contract, such as `service-request`.
    pub(super) contract: String,
    /// The keyword, or the rule of what is in no schema.
    pub(super) keyword: String,
    /// The place in the schema; empty for what is in none.
    pub(super) pointer: String,
    pub(super) reason: String,
}

/// Where the exports of a target are.
pub(super) fn directory(target: &str) -> PathBuf {
    super::directory().join("exports").join(target)
}

/// The targets of which the closed form is checked as well.
pub(super) const STRICT: [&str; 1] = ["json-schema"];

/// Where the closed form of a target is.
pub(super) fn strict_directory(target: &str) -> PathBuf {
    super::directory().join("strict").join(target)
}

/// Exports everything of a target, into an empty directory.
pub(super) fn write(target: &str) -> Result<(), Error> {
    write_to(directory(target), &mut export(target))?;
    if STRICT.contains(&target) {
        write_strict(target)?;
    }
    Ok(())
}

/// Exports the closed form of a target, into an empty directory.
pub(super) fn write_strict(target: &str) -> Result<(), Error> {
    write_to(strict_directory(target), export(target).arg("--strict"))
}

fn write_to(directory: PathBuf, command: &mut Command) -> Result<(), Error> {
    if let Err(error) = fs::remove_dir_all(&directory)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(Error(format!("{} cannot be removed: {error}", directory.display())));
    }
    run(command.arg("-o").arg(directory)).map(drop)
}

/// Where what is exported of the schemas of other people is.
pub(super) fn foreign_directory(target: &str) -> PathBuf {
    super::directory().join("foreign").join(target)
}

/// Exports the schemas of other people, into an empty directory. What a target cannot say is refused.
pub(super) fn write_foreign(target: &str) -> Result<(), Error> {
    let directory = foreign_directory(target);
    if directory.exists() {
        fs::remove_dir_all(&directory)
            .map_err(|error| Error(format!("{} cannot be removed: {error}", directory.display())))?;
    }
    let schemas = root().join("tests/data/schemas");
    let unread = |error| Error(format!("{} cannot be read: {error}", schemas.display()));
    let mut is_any = false;
    for entry in fs::read_dir(&schemas).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let mut command = export(target);
        command.arg("--schema").arg(&path).arg("-o").arg(&directory);
        let output = command.output().map_err(|error| Error(format!("cargo cannot be run: {error}")))?;
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        // A refusal names its place.
        if !output.status.success() && !said.contains(".json:") {
            return Err(Error(format!("{command:?} failed:\n{said}")));
        }
        is_any |= output.status.success();
    }
    if is_any { Ok(()) } else { Err(Error(format!("nothing that other people wrote becomes {target}"))) }
}

/// What the command says is lost in a form.
pub(super) fn losses(target: &str, form: &str) -> Result<Vec<Loss>, Error> {
    let mut command = export(target);
    command.arg("--losses");
    if !form.is_empty() {
        command.args(["--form", form]);
    }
    let line = |line: &str| {
        let parts: Vec<String> = line.split('\t').map(str::to_owned).collect();
        let [contract, keyword, pointer, reason] = <[String; 4]>::try_from(parts)
            .map_err(|_| Error(format!("this line of the losses is not read: {line}")))?;
        Ok(Loss { contract, keyword, pointer, reason })
    };
    run(&mut command)?.lines().map(line).collect()
}

fn export(target: &str) -> Command {
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "vpcheck-cli", "--", "export", target]).current_dir(root());
    command
}

fn run(command: &mut Command) -> Result<String, Error> {
    let output = command.output().map_err(|error| Error(format!("cargo cannot be run: {error}")))?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    if output.status.success() {
        Ok(text(&output.stdout))
    } else {
        Err(Error(format!("{command:?} failed:\n{}{}", text(&output.stdout), text(&output.stderr))))
    }
}
