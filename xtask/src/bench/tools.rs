//! The commands of others: pinned by version or lock file, and installed where the benchmark builds.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::cargo;
use super::run::Program;
use crate::{Error, root};

/// Commands from crates.io, with the features that do the work: a language server is not it.
const CRATES: [(&str, &str, &[&str]); 2] = [
    ("jsonschema-cli", "0.60.2", &[]),
    ("taplo-cli", "0.10.0", &["--no-default-features", "--features", "lint,rustls-tls"]),
];

/// A command that judges files by a schema.
#[derive(Clone, Debug)]
pub(super) struct Tool {
    /// Name and version.
    pub(super) name: String,
    program: PathBuf,
    before: Vec<String>,
    each: &'static [&'static str],
}

impl Tool {
    /// A run of it on files of a directory.
    pub(super) fn on(&self, directory: &Path, files: &[String]) -> Program {
        let files = files.iter().flat_map(|file| self.each.iter().copied().chain([file.as_str()]));
        Program::new(&self.program, directory).arguments(&self.before).arguments(files)
    }
}

/// All of them.
#[derive(Clone, Debug)]
pub(super) struct Tools {
    /// Checks JSON; written in Rust.
    pub(super) jsonschema: Tool,
    /// Checks JSON; written in JavaScript.
    pub(super) ajv: Tool,
    /// Checks JSON, YAML and TOML; written in Python.
    pub(super) check_jsonschema: Tool,
    /// Checks TOML; written in Rust.
    pub(super) taplo: Tool,
}

impl Tools {
    /// Installs what is not there yet. The schema is what they check by.
    pub(super) fn install(schema: &Path) -> Result<Tools, Error> {
        let directory = cargo::directory().join("tools");
        fs::create_dir_all(&directory).map_err(|error| Error(format!("{}: {error}", directory.display())))?;
        let schema = schema.to_string_lossy().into_owned();
        let words = |words: &[&str]| words.iter().copied().map(str::to_owned).collect::<Vec<String>>();
        let crates = crates(&directory)?;
        let node = node(&directory)?;
        let python = python(&directory)?;
        let [jsonschema, taplo] = CRATES.map(|(name, version, _)| format!("{name} {version}"));
        Ok(Tools {
            jsonschema: Tool {
                name: jsonschema,
                program: crates.join("jsonschema-cli"),
                before: words(&["validate", &schema]),
                each: &["-i"],
            },
            ajv: Tool {
                name: pinned("ajv-cli", "benches/tools/package.json", "\": \"", "\"")?,
                program: node.join("ajv"),
                // What the schema says beside what ajv knows is not for it, and it repeats each format as a pattern.
                before: words(&[
                    "validate",
                    "--spec=draft2020",
                    "--strict=false",
                    "--validate-formats=false",
                    "-s",
                    &schema,
                ]),
                each: &["-d"],
            },
            check_jsonschema: Tool {
                name: pinned("check-jsonschema", "benches/tools/requirements.in", "==", "\n")?,
                program: python.join("check-jsonschema"),
                before: words(&["--schemafile", &schema]),
                each: &[],
            },
            taplo: Tool {
                name: taplo,
                program: crates.join("taplo"),
                before: words(&["lint", "--no-auto-config", "--schema", &format!("file://{schema}")]),
                each: &[],
            },
        })
    }
}

fn crates(directory: &Path) -> Result<PathBuf, Error> {
    let place = directory.join("cargo");
    for (name, version, features) in CRATES {
        let wanted = format!("{version} {features:?}");
        once(&place.join(format!("{name}.installed")), &wanted, || {
            let mut cargo = cargo::command();
            cargo.args(["install", name, "--quiet", "--locked", "--force", "--version", &format!("={version}")]);
            cargo.args(features).arg("--root").arg(&place);
            cargo::done(cargo.env("CARGO_TARGET_DIR", directory.join("build")))
        })?;
    }
    Ok(place.join("bin"))
}

fn node(directory: &Path) -> Result<PathBuf, Error> {
    needs("npm", "install Node.js 20 or later with npm, such as with `apt-get install npm`")?;
    let place = directory.join("node");
    let lock = super::read("benches/tools/package-lock.json")?;
    once(&place.join("installed"), &lock, || {
        for name in ["package.json", "package-lock.json"] {
            let from = root().join("benches/tools").join(name);
            fs::copy(&from, place.join(name)).map_err(|error| Error(format!("{}: {error}", from.display())))?;
        }
        let mut npm = Command::new("npm");
        npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(&place);
        cargo::printed(&mut npm).map(drop)
    })?;
    Ok(place.join("node_modules/.bin"))
}

fn python(directory: &Path) -> Result<PathBuf, Error> {
    needs("python3", "install Python 3.11 or later with venv, such as with `apt-get install python3-venv`")?;
    let place = directory.join("python");
    let lock = super::read("benches/tools/requirements.txt")?;
    once(&place.join("installed"), &lock, || {
        cargo::done(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&place))?;
        let mut pip = Command::new(place.join("bin/python"));
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r"]);
        cargo::done(pip.arg(root().join("benches/tools/requirements.txt")))
    })?;
    Ok(place.join("bin"))
}

/// Says what to install where a program is not there.
fn needs(program: &str, help: &str) -> Result<(), Error> {
    let missing = |_| Error(format!("`{program}` is missing: {help}"));
    Command::new(program).arg("--version").output().map(drop).map_err(missing)
}

/// Does something unless it was done for the same contents; the file says for which.
fn once(stamp: &Path, contents: &str, install: impl FnOnce() -> Result<(), Error>) -> Result<(), Error> {
    if fs::read_to_string(stamp).is_ok_and(|before| before == contents) {
        return Ok(());
    }
    let cannot = |error: std::io::Error| Error(format!("{} cannot be written: {error}", stamp.display()));
    stamp.parent().map_or(Ok(()), fs::create_dir_all).map_err(cannot)?;
    install()?;
    fs::write(stamp, contents).map_err(cannot)
}

/// A name with its version, as a file pins it.
fn pinned(name: &str, path: &str, before: &str, after: &str) -> Result<String, Error> {
    let text = super::read(path)?;
    let version = text.split_once(&format!("{name}{before}")).and_then(|(_, rest)| rest.split(after).next());
    version.map(|version| format!("{name} {version}")).ok_or_else(|| Error(format!("{path} does not pin {name}")))
}
