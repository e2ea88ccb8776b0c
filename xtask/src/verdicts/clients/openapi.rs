//! Whole requests and answers, judged by the operations of what is exported as `OpenAPI`.

use std::collections::HashSet;
use std::fmt::Write as _;
use std::fs;
use std::panic::resume_unwind;
use std::path::Path;
use std::thread;

use serde_json::Value;

use super::super::exports;
use super::super::tools::Packages;
use super::super::{Program, Tool, directory};
use super::Record;
use crate::{Error, root};

const PROGRAM: Program = Program::Python("../clients/openapi.py");
pub(super) const TOOL: Tool = Tool::Pip("openapi-core");
const FORMS: [&str; 2] = ["3.1", "3.0.3"];

/// What no client sends and no server of ours answers, with `valid_request` and `valid_response`.
const MADE_UP: &str = "tests/verdicts/clients/exchanges.jsonl";

/// How many requests and answers of a form are taken and refused, as they have to be.
#[derive(Debug)]
pub(super) struct Judged {
    pub(super) form: &'static str,
    pub(super) requests: [usize; 2],
    pub(super) answers: [usize; 2],
}

/// A request with its answer, and whether they have to be taken.
struct Exchange {
    line: String,
    request: bool,
    answer: bool,
}

/// Judges what was recorded and what is made up. Gives what is wrong as well.
pub(super) fn judge(records: &[Record]) -> Result<(Vec<Judged>, Vec<String>), Error> {
    exports::write("openapi")?;
    let mut seen = HashSet::new();
    let new = records.iter().filter(|record| seen.insert(value(record)));
    let mut exchanges: Vec<Exchange> = new.map(Exchange::recorded).collect();
    exchanges.extend(made_up()?);
    let path = directory().join("exchanges.jsonl");
    let mut text = String::new();
    for exchange in &exchanges {
        let _ = writeln!(text, "{}", exchange.line);
    }
    fs::write(&path, text).map_err(|error| Error(format!("{} cannot be written: {error}", path.display())))?;
    let said: Result<Vec<String>, Error> = thread::scope(|scope| {
        let path = &path;
        let running = FORMS.map(|form| scope.spawn(move || run(path, form)));
        running.into_iter().map(|form| form.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let mut wrong = Vec::new();
    let mut all = Vec::new();
    for (form, said) in FORMS.into_iter().zip(said?) {
        let lines: Vec<&str> = said.lines().collect();
        if lines.len() != exchanges.len() {
            return Err(Error(format!("openapi {form}: there are {} verdicts of {}", lines.len(), exchanges.len())));
        }
        let mut judged = Judged { form, requests: [0; 2], answers: [0; 2] };
        for (exchange, line) in exchanges.iter().zip(lines) {
            let verdict: Value = serde_json::from_str(line).unwrap_or_default();
            let is_taken = |name: &str| verdict[name] == true;
            judged.requests[usize::from(!exchange.request)] += 1;
            judged.answers[usize::from(!exchange.answer)] += 1;
            if [is_taken("request"), is_taken("response")] != [exchange.request, exchange.answer] {
                wrong.push(format!("openapi {form}: this is said: {line}\n    of {}", exchange.line));
            }
        }
        println!("openapi {form} by openapi-core: {:?} requests and {:?} answers", judged.requests, judged.answers);
        all.push(judged);
    }
    Ok((all, wrong))
}

impl Exchange {
    fn recorded(record: &Record) -> Exchange {
        Exchange { line: record.line.clone(), request: record.errors.is_empty(), answer: true }
    }
}

/// What a request and its answer are by value, whoever sent it and whatever the id of the service is.
fn value(record: &Record) -> String {
    let line: Value = serde_json::from_str(&record.line).unwrap_or_default();
    let read =
        |name: &str| -> Value { serde_json::from_str(line[name].as_str().unwrap_or_default()).unwrap_or_default() };
    let mut answer = read("answer");
    if let Some(service) = answer["result"].as_object_mut() {
        service.remove("service_id");
    }
    format!("{} {} {answer}", record.operation, read("body"))
}

fn made_up() -> Result<Vec<Exchange>, Error> {
    let text = fs::read_to_string(root().join(MADE_UP))
        .map_err(|error| Error(format!("{MADE_UP} cannot be read: {error}")))?;
    text.lines()
        .map(|line| {
            let value: Value = serde_json::from_str(line).unwrap_or_default();
            let [request, answer] = ["valid_request", "valid_response"].map(|name| value[name].as_bool());
            let (Some(request), Some(answer)) = (request, answer) else {
                return Err(Error(format!("a line of {MADE_UP} is not read: {line}")));
            };
            Ok(Exchange { line: line.to_owned(), request, answer })
        })
        .collect()
}

fn run(exchanges: &Path, form: &str) -> Result<String, Error> {
    let mut command = PROGRAM.command_with(Packages::CLIENTS);
    command.arg(exports::directory("openapi")).arg(exchanges).arg(form);
    let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(Error(format!("{command:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
    }
}
