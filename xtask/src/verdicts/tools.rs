//! The programs of other languages: what has to be there, what is installed by lock file, and which version it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use super::{Check, Judge};
use crate::{Error, root};

/// Whose verdict it is, and where its version is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Tool {
    /// A package of npm, in tests/verdicts/package-lock.json.
    Npm(&'static str),
    /// A package of `PyPI`, in tests/verdicts/requirements.txt.
    Pip(&'static str),
    /// A crate, in Cargo.lock.
    Crate(&'static str),
    /// Part of the Rust toolchain.
    Rust(&'static str),
    /// A program of the system, whose version is what is there.
    System(&'static str),
}

/// The browser that looks at pages.
pub(super) const CHROMIUM: Tool = Tool::System("chromium");

impl Tool {
    /// What it is called where it comes from.
    #[must_use]
    pub fn package(self) -> &'static str {
        let (Tool::Npm(name) | Tool::Pip(name) | Tool::Crate(name) | Tool::Rust(name) | Tool::System(name)) = self;
        name
    }
}

/// How something is run.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Program {
    /// A judge in tests/verdicts/judges, by Node.
    Node(&'static str),
    /// A judge in tests/verdicts/judges, by the Python that has what is installed.
    Python(&'static str),
    /// A command that comes with a package of npm.
    NodeTool(&'static str),
    /// A command that comes with a package of `PyPI`.
    PythonTool(&'static str),
    /// A command of the Rust toolchain.
    Rust(&'static str),
    /// A judge in tests/verdicts/judges that is a crate of its own.
    Cargo(&'static str),
}

impl Program {
    /// The command, without its arguments.
    pub(super) fn command(self) -> Command {
        self.command_with(Packages::JUDGES)
    }

    /// The command, with what some lock files say.
    pub(super) fn command_with(self, packages: Packages) -> Command {
        let judge = |name| root().join("tests/verdicts/judges").join(name);
        let with = |program: PathBuf, script: PathBuf| {
            let mut command = Command::new(program);
            command.arg(script);
            command
        };
        match self {
            Program::Node(name) => with("node".into(), judge(name)),
            Program::Python(name) => with(packages.python().join("bin/python"), judge(name)),
            Program::NodeTool(name) => Command::new(packages.modules().join(".bin").join(name)),
            Program::PythonTool(name) => Command::new(packages.python().join("bin").join(name)),
            Program::Rust(name) => Command::new(name),
            Program::Cargo(name) => {
                let mut command = Command::new(env!("CARGO"));
                command.args(["run", "--quiet", "--locked", "--manifest-path"]).arg(judge(name).join("Cargo.toml"));
                command
                    .arg("--")
                    .env("CARGO_TARGET_DIR", super::directory().join("rust"))
                    .env("RUSTFLAGS", "-D warnings");
                command
            }
        }
    }
}

/// A directory with lock files for npm and `PyPI`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Packages {
    directory: &'static str,
    /// What what is installed is called; empty for the judges.
    name: &'static str,
}

impl Packages {
    /// What judges and checks need.
    pub(super) const JUDGES: Packages = Packages { directory: "tests/verdicts", name: "" };

    /// The clients, which are large, and needed by nobody else.
    pub(super) const CLIENTS: Packages = Packages { directory: "tests/verdicts/clients", name: "clients-" };

    fn python(self) -> PathBuf {
        super::directory().join(format!("{}python", self.name))
    }

    fn modules(self) -> PathBuf {
        root().join(self.directory).join("node_modules")
    }

    fn read(self, file: &str) -> Result<String, Error> {
        read(&format!("{}/{file}", self.directory))
    }
}

/// Everything that is installed, by the lock files that say what that is.
#[derive(Debug)]
pub(super) struct Tools {
    packages: Packages,
    npm: String,
    pip: String,
    cargo: String,
}

impl Tools {
    /// Installs what judges and checks need.
    pub(super) fn install(judges: &[&Judge], checks: &[&Check]) -> Result<Tools, Error> {
        let programs = || judges.iter().map(|judge| judge.program).chain(checks.iter().map(|check| check.program));
        let tools = Tools::read(Packages::JUDGES)?;
        if programs().any(|program| matches!(program, Program::Node(_) | Program::NodeTool(_))) {
            tools.install_npm()?;
        }
        if programs().any(|program| matches!(program, Program::Python(_) | Program::PythonTool(_))) {
            tools.install_pip()?;
        }
        if checks.iter().any(|check| check.tool == CHROMIUM) {
            needs(CHROMIUM.package(), "Chromium, such as that of `apt-get install chromium`")?;
        }
        Ok(tools)
    }

    /// Reads lock files.
    pub(super) fn read(packages: Packages) -> Result<Tools, Error> {
        Ok(Tools {
            packages,
            npm: packages.read("package-lock.json")?,
            pip: packages.read("requirements.txt")?,
            cargo: read("Cargo.lock")?,
        })
    }

    /// Installs the packages of npm. No script of theirs is run.
    pub(super) fn install_npm(&self) -> Result<(), Error> {
        needs("node", "Node.js 20 or later")?;
        needs("npm", "npm, which comes with Node.js")?;
        let mut command = Command::new("npm");
        command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        command.current_dir(root().join(self.packages.directory));
        once(&format!("{}npm", self.packages.name), &self.npm, &self.packages.modules(), &mut [command])
    }

    /// Installs the packages of `PyPI`.
    pub(super) fn install_pip(&self) -> Result<(), Error> {
        needs("python3", "Python 3.11 or later")?;
        let place = self.packages.python();
        let mut environment = Command::new("python3");
        environment.args(["-m", "venv", "--clear"]).arg(&place);
        let mut packages = Command::new(place.join("bin/python"));
        packages.args(["-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r"]);
        packages.arg(root().join(self.packages.directory).join("requirements.txt"));
        once(&format!("{}pip", self.packages.name), &self.pip, &place, &mut [environment, packages])
    }

    /// The name of a tool with its version.
    pub(super) fn name(&self, tool: Tool) -> Result<String, Error> {
        let (name, version) = match tool {
            Tool::Npm(name) => {
                let lock: Value = serde_json::from_str(&self.npm).unwrap_or_default();
                let place = format!("node_modules/{name}");
                let packages = lock["packages"].as_object().into_iter().flatten();
                // One that wants another version of something has a directory of its own.
                let mut packages = packages.filter(|(path, _)| path.strip_suffix(&place).is_some());
                let version = lock["packages"].get(&place).or_else(|| packages.next().map(|(_, package)| package));
                let version = version.and_then(|package| package["version"].as_str()).map(str::to_owned);
                (name, version)
            }
            Tool::Pip(name) => {
                let version = self.pip.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix("=="));
                (name, version.and_then(|version| version.split_whitespace().next()).map(str::to_owned))
            }
            Tool::Crate(name) => {
                let start = format!("name = \"{name}\"\nversion = \"");
                let rest = self.cargo.split_once(&start).map(|(_, rest)| rest);
                (name, rest.and_then(|rest| rest.split('"').next()).map(str::to_owned))
            }
            Tool::Rust(name) | Tool::System(name) => return Ok(name.to_owned()),
        };
        version.map(|version| format!("{name} {version}")).ok_or_else(|| Error(format!("{name} is in no lock file")))
    }
}

fn read(path: &str) -> Result<String, Error> {
    fs::read_to_string(root().join(path)).map_err(|error| Error(format!("{path} cannot be read: {error}")))
}

/// Says what to install where a program is not there.
fn needs(program: &str, what: &str) -> Result<(), Error> {
    let missing = |_| Error(format!("`{program}` is not there: the verdict matrix needs {what}"));
    Command::new(program).arg("--version").output().map(drop).map_err(missing)
}

/// Installs something unless that was done by the same lock file.
fn once(name: &str, lock: &str, place: &Path, commands: &mut [Command]) -> Result<(), Error> {
    let stamp = super::directory().join(format!("installed-by-{name}"));
    if place.exists() && fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    for command in commands {
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            return Err(Error(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&said))));
        }
    }
    fs::write(&stamp, lock).map_err(|error| Error(format!("{} cannot be written: {error}", stamp.display())))
}
