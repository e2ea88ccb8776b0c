//! `--show-files`: what was recognised, and why.

use std::fmt::Write as _;

use vpcheck_report::escape;
use vpcheck_syntax::{LineIndex, Position, Source};
use vpcheck_validate::Operation;

use super::Check;
use super::judge::{Judge, Pass, Verdict};
use super::workers::Workers;
use crate::exit::{Exit, Failure};
use crate::files::Input;
use crate::output::Destination;

impl Check<'_> {
    /// Says what was recognised in each file.
    pub(super) fn show(&self, judge: &Judge, inputs: &[Input], mut failed: bool) -> Exit {
        let mut text = String::new();
        for shown in Workers::new(self.arguments.threads, inputs.len()).all(inputs, |input| show(judge, input)) {
            match shown {
                Ok(lines) => text.push_str(&lines),
                Err(failure) => {
                    failed = true;
                    failure.print();
                }
            }
        }
        if let Err(failure) = Destination::Stdout.write(&text) {
            failed = true;
            failure.print();
        }
        if failed { Exit::Failed } else { Exit::Clean }
    }
}

/// A line for each part that was recognised in a document, or one that says why it is passed over.
fn show(judge: &Judge, input: &Input) -> Result<String, Failure> {
    let name = escape(input.name());
    match judge.judged(input, &Pass::Again { more: &[], applied: 0 }).verdict {
        Verdict::Failed(failure) => return Err(*failure),
        Verdict::Skipped(reason) => return Ok(format!("{name}: passed over, since {reason}\n")),
        Verdict::Clean(_) | Verdict::Checked(_) => {}
    }
    let source = Source::new(input.name(), input.place().read()?, input.syntax);
    let recognised = vpcheck_validate::Checker::new().lint(&source, judge.operation).recognised;
    if recognised.is_empty() {
        return Ok(format!("{name}: it is broken, and nothing in it could be recognised\n"));
    }
    let index = LineIndex::new(source.bytes());
    let mut lines = String::new();
    for found in recognised {
        let Position { line, column } = index.position(source.bytes(), found.span.start);
        let reason = found.reason.to_string();
        let place = if found.pointer.is_empty() { String::new() } else { format!(" at {}", escape(&found.pointer)) };
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "{name}:{line}:{column}: {}{place}: {}", judged_as(found.operation), escape(&reason));
    }
    Ok(lines)
}

/// What something is judged as, as `--as` has it.
fn judged_as(operation: Operation) -> &'static str {
    match operation {
        Operation::Request | Operation::Resource => "request",
        Operation::Wrangler | Operation::Upload => "wrangler",
        _ => "response",
    }
}
