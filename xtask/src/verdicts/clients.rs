//! Real clients: what they send to a server on loopback, and what they make of its answers.
//!
//! A client is a program in `tests/verdicts/clients` that is called as `CLIENT BASE_URL ACCOUNT`. It makes a call for each line of
//! its inputs, holds the answer against what it sent, and prints a line `{"operation": "create", "name": "tcp-ipv4", "outcome":
//! "read", "said": "…"}` for each. The server, an example of `tests`, records what came and answers from our types.

mod compare;
mod documents;
mod inputs;
mod openapi;
mod page;
mod server;

use std::collections::HashSet;
use std::panic::resume_unwind;
use std::thread;

use serde_json::Value;

use self::inputs::Input;
use self::openapi::Judged;
use self::server::{Record, Server};
use super::documents::Document;
use super::tools::{Packages, Tools};
use super::{Program, Table, Tool};
use crate::Error;

pub(super) use page::section;

/// A program that sends services.
#[derive(Debug)]
pub struct Client {
    /// What it is called in reports and in the names of documents.
    pub name: &'static str,
    /// What it uses, for the table.
    pub tool: Tool,
    /// How it is run.
    pub program: Program,
    /// What it is given: a file in tests/verdicts/clients.
    inputs: &'static str,
}

/// All clients, in the order of the table.
pub const CLIENTS: &[Client] = &[
    Client {
        name: "npm",
        tool: Tool::Npm("cloudflare"),
        program: Program::Node("../clients/services.mjs"),
        inputs: "services.jsonl",
    },
    Client {
        name: "PyPI",
        tool: Tool::Pip("cloudflare"),
        program: Program::Python("../clients/services.py"),
        inputs: "services.jsonl",
    },
    Client {
        name: "wrangler",
        tool: Tool::Npm("wrangler"),
        program: Program::Python("../clients/wrangler.py"),
        inputs: "commands.jsonl",
    },
];

/// The operations, in the order of the table.
const OPERATIONS: [&str; 5] = ["create", "update", "get", "list", "delete"];

/// What was sent, and what became of it.
#[derive(Debug)]
pub(super) struct Sent {
    tools: Tools,
    /// By client.
    inputs: Vec<Vec<Input>>,
    calls: Vec<Vec<Call>>,
    records: Vec<Record>,
    /// What we find in the commands of each client, by its inputs.
    findings: Vec<Vec<Vec<inputs::Finding>>>,
    /// What the exported operations say of requests and answers.
    judged: Vec<Judged>,
}

/// What a client says of a call.
#[derive(Debug)]
struct Call {
    operation: String,
    name: String,
    outcome: Outcome,
    said: String,
}

/// What became of a call.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Outcome {
    /// The answer is what was sent.
    Read,
    /// The answer is a failure, which the client read.
    Refused,
    /// The client sent nothing.
    Unsent,
    /// Something else.
    Failed,
}

/// Runs all clients, and writes or compares the documents that are made of what they sent. Gives what is wrong as well.
pub(super) fn run(table: Table) -> Result<(Sent, Vec<String>), Error> {
    let packages = Packages::CLIENTS;
    let tools = Tools::read(packages)?;
    tools.install_npm()?;
    tools.install_pip()?;
    let inputs: Vec<Vec<Input>> = CLIENTS.iter().map(|client| inputs::read(client.inputs)).collect::<Result<_, _>>()?;
    let server = Server::start()?;
    let address = server.address();
    let calls: Result<Vec<Vec<Call>>, Error> = thread::scope(|scope| {
        let running: Vec<_> = CLIENTS
            .iter()
            .enumerate()
            .map(|(number, client)| scope.spawn(move || client.calls(packages, address, number)))
            .collect();
        running.into_iter().map(|client| client.join().unwrap_or_else(|panic| resume_unwind(panic))).collect()
    });
    let records = server.stop()?;
    let findings = inputs.iter().map(|inputs| inputs::findings(inputs)).collect::<Result<_, _>>()?;
    let (judged, differences) = openapi::judge(&records)?;
    let sent = Sent { tools, inputs, calls: calls?, records, findings, judged };
    let mut wrong = sent.wrong();
    wrong.extend(differences);
    if wrong.is_empty() {
        wrong.extend(documents::settle(&sent, table)?);
    }
    Ok((sent, wrong))
}

impl Client {
    /// What is special about the inputs that the table has a row for.
    ///
    /// # Errors
    ///
    /// Where the inputs cannot be read.
    pub fn given(&self) -> Result<Vec<String>, Error> {
        let inputs = inputs::read(self.inputs)?.into_iter();
        Ok(inputs.map(|input| input.given).filter(|given| !given.is_empty()).collect())
    }

    /// What it says of each call.
    fn calls(&self, packages: Packages, address: &str, number: usize) -> Result<Vec<Call>, Error> {
        let mut command = self.program.command_with(packages);
        command.arg(format!("http://{address}/client/v4")).arg(account(number));
        let output = command.output().map_err(|error| Error(format!("{command:?} cannot be run: {error}")))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            return Err(Error(format!("{command:?} failed:\n{said}")));
        }
        let unread = |line: &str| Error(format!("this is no call of {}: {line}", self.name));
        let lines = String::from_utf8_lossy(&output.stdout);
        let calls: Vec<Call> =
            lines.lines().map(|line| Call::read(line).ok_or_else(|| unread(line))).collect::<Result<_, _>>()?;
        println!("{}: {} calls", self.name, calls.len());
        Ok(calls)
    }
}

/// The account of a client, by which the server tells them apart.
fn account(number: usize) -> String {
    format!("{number:032x}")
}

impl Call {
    fn read(line: &str) -> Option<Call> {
        let line: Value = serde_json::from_str(line).ok()?;
        let text = |name: &str| line.get(name)?.as_str().map(str::to_owned);
        let outcome = match line.get("outcome")?.as_str()? {
            "read" => Outcome::Read,
            "refused" => Outcome::Refused,
            "unsent" => Outcome::Unsent,
            "failed" => Outcome::Failed,
            _ => return None,
        };
        Some(Call {
            operation: text("operation")?,
            name: text("name")?,
            outcome,
            said: text("said").unwrap_or_default(),
        })
    }

    /// Whether it has a body.
    fn has_body(&self) -> bool {
        ["create", "update"].contains(&self.operation.as_str())
    }
}

impl Sent {
    /// What the server recorded of a call with a body: the name of the service is that of the input.
    fn record(&self, client: usize, call: &Call) -> Option<&Record> {
        self.records.iter().find(|record| {
            record.client == client && record.operation == call.operation && record.name.as_ref() == Some(&call.name)
        })
    }

    /// Bodies that are in no document, so that no export judges them.
    pub(super) fn unjudged(&self, documents: &[Document]) -> Vec<String> {
        let judged: HashSet<&str> = documents.iter().map(|document| document.text.as_str()).collect();
        let bodies = self.records.iter().filter_map(|record| record.body.as_deref());
        let bodies = bodies.filter(|body| !judged.contains(body));
        bodies.map(|body| format!("a client sends what is not in the collection: {body}")).collect()
    }
}
