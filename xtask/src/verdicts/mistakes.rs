//! The six typical mistakes, and how other tools tell them by the flat profile of the exported JSON Schema.
//!
//! A program is called as `PROGRAM EXPORT_DIR FORM ARGUMENT…` in the root of the workspace. For every line that its tool prints of a
//! mistake it prints `{"mistake": "port-70000", "at": "/http_port", "text": "…"}`, where `at` is the member that the line is about.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use super::tools::Tools;
use super::{Program, Tool, exports};
use crate::{Error, root};

/// Where the mistakes are, from the root of the workspace.
pub const PATH: &str = "tests/data/mistakes.json";

/// The target, and its form that is for short messages.
pub(super) const TARGET: &str = "json-schema";
const FORM: &str = "2020-12-flat";

/// How many lines a mistake may take.
const LINES: usize = 2;

const START: &str = "
## Six typical mistakes

How many lines other tools take to tell the mistakes that people make most, by the JSON Schema of the form `2020-12-flat`. At most two are allowed,
and they have to name the member or stand at it. The second line is ajv's about the `if` around the rule, and for an address that of `format` beside
the pattern that spells it out. The line with which check-jsonschema says that there are errors is not counted. `vpcheck check` takes one
finding for each.
";

/// A tool that is shown the mistakes.
#[derive(Debug)]
pub struct Teller {
    /// Whose words they are.
    pub tool: Tool,
    program: Program,
    arguments: &'static [&'static str],
}

/// All of them, in the order of the table.
pub const TELLERS: &[Teller] = &[
    Teller { tool: Tool::Npm("ajv"), program: Program::Node("mistakes/ajv.mjs"), arguments: &[] },
    Teller {
        tool: Tool::Pip("check-jsonschema"),
        program: Program::Python("mistakes/check_jsonschema.py"),
        arguments: &[],
    },
    Teller {
        tool: Tool::Npm("vscode-json-languageservice"),
        program: Program::Node("editors/mistakes.mjs"),
        arguments: &["json_service"],
    },
    Teller {
        tool: Tool::Npm("yaml-language-server"),
        program: Program::Node("editors/mistakes.mjs"),
        arguments: &["yaml_server"],
    },
];

/// A mistake, with what each of the [`TELLERS`] says of it.
#[derive(Debug)]
pub(super) struct Mistake {
    name: String,
    /// The member that it is about, as a JSON Pointer; one that is missing too.
    member: String,
    told: Vec<Vec<Line>>,
}

/// A line of what is said.
#[derive(Debug)]
struct Line {
    at: Option<String>,
    text: String,
}

/// Shows the mistakes to each of the tools.
pub(super) fn tell() -> Result<Vec<Mistake>, Error> {
    let text =
        fs::read_to_string(root().join(PATH)).map_err(|error| Error(format!("{PATH} cannot be read: {error}")))?;
    let listed: Value = serde_json::from_str(&text).map_err(|error| Error(format!("{PATH} is no JSON: {error}")))?;
    let mistake = |value: &Value| {
        Some(Mistake { name: text_of(value, "name")?, member: text_of(value, "member")?, told: Vec::new() })
    };
    let listed: Option<Vec<Mistake>> = listed.as_array().and_then(|listed| listed.iter().map(mistake).collect());
    let mut mistakes = listed.ok_or_else(|| Error(format!("{PATH} is not read")))?;
    for teller in TELLERS {
        let mut lines = teller.run()?;
        for mistake in &mut mistakes {
            let (about, others) = lines.into_iter().partition(|(name, _)| *name == mistake.name);
            let about: Vec<(String, Line)> = about;
            mistake.told.push(about.into_iter().map(|(_, line)| line).collect());
            lines = others;
        }
        if let Some((name, _)) = lines.first() {
            return Err(Error(format!("{} tells of `{name}`, which is no mistake", teller.tool.package())));
        }
    }
    Ok(mistakes)
}

/// What the page says of them.
pub(super) fn section(mistakes: &[Mistake], tools: &Tools) -> Result<String, Error> {
    let mut text = START.to_owned();
    text.push_str("\n| mistake | member |");
    for teller in TELLERS {
        let _ = write!(text, " {} |", tools.name(teller.tool)?);
    }
    let _ = writeln!(text, "\n| --- | --- |{}", " ---: |".repeat(TELLERS.len()));
    for Mistake { name, member, told } in mistakes {
        let _ = write!(text, "| {name} | `{member}` |");
        for lines in told {
            let _ = write!(text, " {} |", lines.len());
        }
        text.push('\n');
    }
    Ok(text)
}

impl Mistake {
    /// What is not as it has to be.
    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (teller, lines) in TELLERS.iter().zip(&self.told) {
            let mut is_not = |what: String| {
                let said: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
                wrong.push(format!("{} by {}: {what}:\n{}", self.name, teller.tool.package(), said.join("\n")));
            };
            if !(1..=LINES).contains(&lines.len()) {
                is_not(format!("{} lines, and it may take {LINES}", lines.len()));
            }
            if lines.iter().any(|line| line.text.contains('\n')) {
                is_not("a message of several lines".to_owned());
            }
            if !lines.iter().any(|line| self.is_named(line)) {
                is_not(format!("no line names {}", self.member));
            }
            if !lines.iter().all(|line| self.is_near(line)) {
                is_not(format!("a line is about something else than {}", self.member));
            }
        }
        wrong
    }

    /// Whether the line has the name of the member, or stands at it.
    fn is_named(&self, line: &Line) -> bool {
        let name = self.member.rsplit('/').next().unwrap_or_default();
        line.text.contains(name) || line.at.as_deref() == Some(self.member.as_str())
    }

    /// Whether the line is about the member or what it is in.
    fn is_near(&self, line: &Line) -> bool {
        let rest = line.at.as_deref().and_then(|at| self.member.strip_prefix(at));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

impl Teller {
    /// The lines that it prints, each with the name of the mistake.
    fn run(&self) -> Result<Vec<(String, Line)>, Error> {
        let mut command = self.program.command();
        command.arg(exports::directory(TARGET)).arg(FORM).args(self.arguments).current_dir(root());
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        if !output.status.success() || !output.stderr.is_empty() {
            return Err(Error(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))));
        }
        let line = |line: &str| {
            let value: Value = serde_json::from_str(line).ok()?;
            Some((text_of(&value, "mistake")?, Line { at: text_of(&value, "at"), text: text_of(&value, "text")? }))
        };
        let text = String::from_utf8_lossy(&output.stdout);
        let lines: Option<Vec<(String, Line)>> = text.lines().map(line).collect();
        lines.ok_or_else(|| Error(format!("{command:?} printed what is not read:\n{text}")))
    }
}

fn text_of(value: &Value, name: &str) -> Option<String> {
    value.get(name)?.as_str().map(str::to_owned)
}
