//! What came of the calls, beside what has to.

use super::inputs::{Finding, Input};
use super::{CLIENTS, Call, Client, OPERATIONS, Outcome, Sent};

impl Sent {
    /// Everything that is not as it has to be.
    pub(super) fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for (number, client) in CLIENTS.iter().enumerate() {
            let calls = &self.calls[number];
            for operation in OPERATIONS.iter().filter(|name| calls.iter().all(|call| call.operation != **name)) {
                wrong.push(format!("{}: there is no {operation}", client.name));
            }
            for input in &self.inputs[number] {
                if !calls.iter().any(|call| call.name == input.name) {
                    wrong.push(format!("{}: {} is not called", client.name, input.name));
                }
            }
            for call in calls {
                let input = self.inputs[number].iter().find(|input| input.name == call.name);
                wrong.extend(self.wrong_call(number, call, input).map(|why| told(client, call, &why)));
            }
            for (input, findings) in self.inputs[number].iter().zip(&self.findings[number]) {
                let why = wrong_command(input, findings);
                wrong.extend(why.map(|why| format!("{}: {}: {why}", client.name, input.name)));
            }
        }
        let sent = self.records.iter().filter(|record| record.body.is_some()).count();
        let calls = self.calls.iter().flatten();
        let said = calls.filter(|call| call.has_body() && call.outcome != Outcome::Unsent).count();
        if sent != said {
            wrong.push(format!("{sent} bodies came, and the clients tell of {said}"));
        }
        wrong
    }

    fn wrong_call(&self, client: usize, call: &Call, input: Option<&Input>) -> Option<String> {
        let outcome = input.map_or(Outcome::Read, Input::outcome);
        if call.outcome != outcome {
            return Some(format!("it is {:?}, and it has to be {outcome:?}", call.outcome));
        }
        if !call.has_body() {
            return None;
        }
        let Some(record) = self.record(client, call) else {
            return (outcome != Outcome::Unsent).then(|| "nothing came".to_owned());
        };
        let refused = input.map(|input| input.refused.as_str()).unwrap_or_default();
        let is_right = match outcome {
            Outcome::Read => record.errors.is_empty(),
            Outcome::Refused => record.errors == [refused],
            Outcome::Unsent | Outcome::Failed => false,
        };
        (!is_right).then(|| format!("{:?} refuses it, and that has to be {refused:?}", record.errors))
    }
}

/// A command has an error where wrangler or the API refuses it, and nowhere else.
fn wrong_command(input: &Input, findings: &[Finding]) -> Option<String> {
    input.command.as_ref()?;
    let is_found = findings.iter().any(|finding| finding.rule == input.finds);
    if is_found == input.finds.is_empty() {
        return Some(format!("{:?} is not found at the command: {findings:?}", input.finds));
    }
    let is_refused = input.outcome() != Outcome::Read;
    let has_error = findings.iter().any(|finding| finding.is_error);
    (has_error != is_refused).then(|| format!("the command has {findings:?}"))
}

fn told(client: &Client, call: &Call, why: &str) -> String {
    format!("{}: {} {}: {why}\n{}", client.name, call.operation, call.name, call.said)
}
