//! The bodies that were sent, as documents of the collection.

use std::collections::HashSet;
use std::fmt::Write as _;

use serde_json::json;

use super::super::table::settle_file;
use super::{CLIENTS, Sent, Table};
use crate::Error;

/// Where they are, from the root of the workspace.
const PATH: &str = "tests/data/clients.jsonl";

/// Writes each body once, or says that these are not what would be written.
pub(super) fn settle(sent: &Sent, table: Table) -> Result<Option<String>, Error> {
    let mut seen = HashSet::new();
    let mut text = String::new();
    for (number, client) in CLIENTS.iter().enumerate() {
        for call in sent.calls[number].iter().filter(|call| call.has_body()) {
            let body = sent.record(number, call).and_then(|record| record.body.as_deref());
            let Some(body) = body.filter(|body| seen.insert(*body)) else { continue };
            let id = format!("{} {} {}", client.name, call.operation, call.name);
            let _ = writeln!(text, "{}", json!({"id": id, "op": "request", "raw": body}));
        }
    }
    settle_file(PATH, &text, table)
}
