//! The server that clients call.

use std::io::{self, BufRead as _, BufReader};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread::{self, JoinHandle};

use serde_json::Value;

use super::{CLIENTS, account};
use crate::{Error, root};

/// A running server. It ends with its standard input, also where this is dropped.
pub(super) struct Server {
    child: Child,
    input: Option<ChildStdin>,
    address: String,
    /// Reads what is recorded, as it comes: the server waits where nobody does.
    lines: JoinHandle<io::Result<Vec<String>>>,
}

/// What came.
#[derive(Debug)]
pub(super) struct Record {
    /// The place in [`CLIENTS`].
    pub(super) client: usize,
    pub(super) operation: String,
    /// The name of the service in the body.
    pub(super) name: Option<String>,
    pub(super) body: Option<String>,
    /// The rules of the errors that we find in the body.
    pub(super) errors: Vec<String>,
    /// All of it, as it is recorded.
    pub(super) line: String,
}

impl Server {
    pub(super) fn start() -> Result<Server, Error> {
        let failed = |error| Error(format!("the server cannot be run: {error}"));
        let mut child = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "vpcheck-tests", "--example", "api"])
            .current_dir(root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let input = child.stdin.take();
        let output = child.stdout.take().ok_or_else(|| Error("the server has no output".to_owned()))?;
        let mut output = BufReader::new(output);
        let mut address = String::new();
        output.read_line(&mut address).map_err(failed)?;
        if address.trim().is_empty() {
            return Err(Error("the server does not say its address".to_owned()));
        }
        let lines = thread::spawn(move || output.lines().collect());
        Ok(Server { child, input, address: address.trim().to_owned(), lines })
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }

    /// Ends it and gives what it recorded.
    pub(super) fn stop(mut self) -> Result<Vec<Record>, Error> {
        let failed = |error| Error(format!("the server failed: {error}"));
        drop(self.input.take());
        let lines = self.lines.join().map_err(|_| Error("the server was not read".to_owned()))?.map_err(failed)?;
        let status = self.child.wait().map_err(failed)?;
        if !status.success() {
            return Err(Error(format!("the server ended with {status}")));
        }
        lines.iter().map(|line| Record::read(line)).collect()
    }
}

impl Record {
    fn read(line: &str) -> Result<Record, Error> {
        let value: Value = serde_json::from_str(line).unwrap_or_default();
        if let Some(why) = value.get("unexpected") {
            return Err(Error(format!("a client sends what it should not: {why}")));
        }
        Record::of(&value, line).ok_or_else(|| Error(format!("this is no record of a request: {line}")))
    }

    fn of(value: &Value, line: &str) -> Option<Record> {
        let sender = value.get("account")?.as_str()?;
        let body = value.get("body").and_then(Value::as_str).map(str::to_owned);
        let read: Value = serde_json::from_str(body.as_deref().unwrap_or_default()).unwrap_or_default();
        let rules = value.get("errors").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        Some(Record {
            client: (0..CLIENTS.len()).find(|number| account(*number) == sender)?,
            operation: value.get("operation")?.as_str()?.to_owned(),
            name: read.get("name").and_then(Value::as_str).map(str::to_owned),
            body,
            errors: rules.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            line: line.to_owned(),
        })
    }
}
