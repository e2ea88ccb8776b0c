//! What clients are given, and what has to come of it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use serde_json::Value;

use super::Outcome;
use crate::{Error, root};

/// A line of `services.jsonl` or `commands.jsonl`.
#[derive(Debug)]
pub(super) struct Input {
    pub(super) name: String,
    /// What is special about it, for the table; empty where nothing is.
    pub(super) given: String,
    /// The rule that refuses the body; empty where it is taken.
    pub(super) refused: String,
    /// Whether the client has to refuse it by itself.
    is_unsent: bool,
    /// The command, where it is one.
    pub(super) command: Option<String>,
    /// The rule that is told at the command.
    pub(super) finds: String,
}

/// What `vpcheck check` says of a command.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) rule: String,
    pub(super) is_error: bool,
}

impl Input {
    fn read(line: &str) -> Option<Input> {
        let line: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| line.get(name).and_then(Value::as_str).map(str::to_owned);
        Some(Input {
            name: text("name")?,
            given: text("given").unwrap_or_default(),
            refused: text("refused").unwrap_or_default(),
            is_unsent: line.get("unsent") == Some(&Value::Bool(true)),
            command: text("command"),
            finds: text("finds").unwrap_or_default(),
        })
    }

    /// What has to become of it.
    pub(super) fn outcome(&self) -> Outcome {
        match (self.is_unsent, self.refused.as_str()) {
            (true, _) => Outcome::Unsent,
            (false, "") => Outcome::Read,
            (false, _) => Outcome::Refused,
        }
    }
}

/// Reads the inputs of a client.
pub(super) fn read(file: &str) -> Result<Vec<Input>, Error> {
    let path = format!("tests/verdicts/clients/{file}");
    let text =
        fs::read_to_string(root().join(&path)).map_err(|error| Error(format!("{path} cannot be read: {error}")))?;
    text.lines()
        .map(|line| Input::read(line).ok_or_else(|| Error(format!("a line of {path} is not read: {line}"))))
        .collect()
}

/// What we say of the commands, as lines of a shell script.
pub(super) fn findings(inputs: &[Input]) -> Result<Vec<Vec<Finding>>, Error> {
    let mut findings: Vec<Vec<Finding>> = inputs.iter().map(|_| Vec::new()).collect();
    let mut script = String::new();
    for input in inputs {
        let _ = writeln!(script, "{}", input.command.as_deref().unwrap_or_default());
    }
    if script.trim().is_empty() {
        return Ok(findings);
    }
    let report = check(&script)?;
    let listed = report["findings"].as_array().ok_or_else(|| Error("a report has no findings".to_owned()))?;
    for finding in listed {
        let line = finding["start"]["line"].as_u64().and_then(|line| usize::try_from(line).ok()).unwrap_or_default();
        let place = line.checked_sub(1).and_then(|line| findings.get_mut(line));
        let rule = finding["rule"].as_str().unwrap_or_default().to_owned();
        let is_error = finding["severity"] == "error";
        place.ok_or_else(|| Error(format!("{rule} is at no command")))?.push(Finding { rule, is_error });
    }
    Ok(findings)
}

fn check(script: &str) -> Result<Value, Error> {
    let failed = |error| Error(format!("the commands cannot be checked: {error}"));
    let mut command = Command::new(env!("CARGO"));
    command.args(["run", "--quiet", "--package", "vpcheck-cli", "--", "check", "--isolated", "--fail-on", "never"]);
    command.args(["--output-format", "json", "--stdin-filename", "commands.sh", "-"]).current_dir(root());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().map_err(failed)?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(script.as_bytes()).map_err(failed)?;
    }
    let output = child.wait_with_output().map_err(failed)?;
    serde_json::from_slice(&output.stdout).map_err(|error| Error(format!("a report is no JSON: {error}")))
}
