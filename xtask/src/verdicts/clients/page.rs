//! What is said of clients in docs/verdicts.md.

use std::fmt::Write as _;

use super::openapi::{self, Judged};
use super::{CLIENTS, Call, OPERATIONS, Outcome, Sent};
use crate::Error;

const START: &str = "
## Clients

Real clients send services to a server on loopback that judges each body with vpcheck and answers from its types. They hold each
answer against what they sent: all members, the id and the dates. The Python package validates answers against its own models. Each
body is one of the documents above, so that every export has judged it too.

| client | operation | calls | bodies sent | taken | answers read | failures read |
| --- | --- | ---: | ---: | ---: | ---: | ---: |
";

const REFUSED: &str = "
Where they send something that vpcheck refuses, or something else than they were given:

| client | is given | sends | found in the body | found at the command |
| --- | --- | --- | --- | --- |
";

const OPERATIONS_JUDGED: &str = "
Whole requests with their answers, those of the clients and some that are made up, judged by the operations of what is exported as
OpenAPI: method, path, query, body, and the answer by its status. All verdicts are those that they have to be.

| target | form | judged by | requests taken | refused | answers taken | refused |
| --- | --- | --- | ---: | ---: | ---: | ---: |
";

/// The section.
pub(in super::super) fn section(sent: &Sent) -> Result<String, Error> {
    let mut text = START.to_owned();
    for (number, client) in CLIENTS.iter().enumerate() {
        let tool = sent.tools.name(client.tool)?;
        for operation in OPERATIONS {
            let calls: Vec<&Call> = sent.calls[number].iter().filter(|call| call.operation == operation).collect();
            let count = |outcome| calls.iter().filter(|call| call.outcome == outcome).count();
            let records = calls.iter().filter(|call| call.has_body()).filter_map(|call| sent.record(number, call));
            let bodies = records.clone().count();
            let taken = records.filter(|record| record.errors.is_empty()).count();
            let (read, refused) = (count(Outcome::Read), count(Outcome::Refused));
            let calls = calls.len();
            let _ = writeln!(
                text,
                "| {}: {tool} | {operation} | {calls} | {bodies} | {taken} | {read} | {refused} |",
                client.name
            );
        }
    }
    text.push_str(REFUSED);
    for (number, client) in CLIENTS.iter().enumerate() {
        for input in sent.inputs[number].iter().filter(|input| !input.given.is_empty()) {
            let call = sent.calls[number].iter().find(|call| call.name == input.name);
            let record = call.and_then(|call| sent.record(number, call));
            let sends = record.and_then(|record| record.body.as_deref());
            let sends = sends.map_or_else(|| "nothing".to_owned(), |body| format!("`{body}`"));
            let rule = |rule: &str| if rule.is_empty() { String::new() } else { format!("`{rule}`") };
            let _ = writeln!(
                text,
                "| {} | {} | {sends} | {} | {} |",
                client.name,
                input.given,
                rule(&input.refused),
                rule(&input.finds)
            );
        }
    }
    text.push_str(OPERATIONS_JUDGED);
    let tool = sent.tools.name(openapi::TOOL)?;
    for Judged { form, requests: [taken, refused], answers: [read, unread] } in &sent.judged {
        let _ = writeln!(text, "| openapi | {form} | {tool} | {taken} | {refused} | {read} | {unread} |");
    }
    Ok(text)
}
