//! What becomes of one document.

use std::fmt::Write as _;

use vpcheck_report::{Part, Renderer, Summary, escape};
use vpcheck_syntax::{LineIndex, Position, Source};
use vpcheck_validate::{Checker, Diagnostic, Facts, Operation, Verdict as Whose};

use crate::arguments::CheckArguments;
use crate::exit::Failure;
use crate::files::{Input, Origin};
use crate::rule::named;

/// How documents are judged.
pub(super) struct Judge {
    /// What the documents are judged for, where it was said.
    operation: Option<Operation>,
    checker: Checker,
    /// One for each output.
    renderers: Vec<Renderer>,
}

/// What became of a document.
pub(super) enum Verdict {
    /// It was checked.
    Checked(Box<Checked>),
    /// It is not one of ours.
    Skipped(&'static str),
    /// It could not be checked.
    Failed(Failure),
}

/// What `--show-files` says of a document.
pub(super) enum Shown {
    /// A line for each part that was recognised.
    Lines(String),
    /// It could not be read.
    Failed(Failure),
}

/// A document that was checked.
pub(super) struct Checked {
    /// Its part of each output.
    pub(super) parts: Vec<Part>,
    /// What was found.
    pub(super) summary: Summary,
    /// The account that its services belong to.
    pub(super) account: String,
    /// What other documents may contradict.
    pub(super) facts: Facts,
}

impl Judge {
    pub(super) fn new(
        arguments: &CheckArguments,
        operation: Option<Operation>,
        renderers: Vec<Renderer>,
    ) -> Result<Judge, Failure> {
        let rules = arguments.also.iter().map(|id| named(id)).collect::<Result<Vec<_>, _>>()?;
        let checker = rules.into_iter().fold(Checker::new(), Checker::also);
        Ok(Judge { operation, checker, renderers })
    }

    pub(super) fn renderers(&self) -> &[Renderer] {
        &self.renderers
    }

    /// What was recognised in a document.
    pub(super) fn recognise(&self, input: &Input) -> Shown {
        let bytes = match input.place.read() {
            Ok(bytes) => bytes,
            Err(_) if input.origin == Origin::Found && input.place.is_gone() => return Shown::Lines(String::new()),
            Err(failure) => return Shown::Failed(failure),
        };
        let source = Source::new(input.name.as_str(), bytes, input.syntax);
        let index = LineIndex::new(source.bytes());
        let name = escape(source.name());
        let mut lines = String::new();
        for found in self.checker.lint(&source, self.operation).recognised {
            let Position { line, column } = index.position(source.bytes(), found.span.start);
            let pointer = escape(&found.pointer);
            // Writing to a string cannot fail.
            let reason = found.reason.to_string();
            let _ = writeln!(
                lines,
                "{name}:{line}:{column}: {} {pointer} ({})",
                operation_name(found.operation),
                escape(&reason)
            );
        }
        Shown::Lines(lines)
    }

    /// What becomes of a document, in which other documents showed that something is wrong.
    pub(super) fn verdict(&self, input: &Input, more: &[Diagnostic]) -> Verdict {
        let bytes = match input.place.read() {
            Ok(bytes) => bytes,
            Err(_) if input.origin == Origin::Found && input.place.is_gone() => {
                return Verdict::Skipped("it went away before it was read");
            }
            Err(failure) => return Verdict::Failed(failure),
        };
        let _ = more;
        let source = Source::new(input.name.as_str(), bytes, input.syntax);
        let lint = self.checker.lint(&source, self.operation);
        let report = match (lint.verdict, input.origin) {
            (Whose::Ours, _) | (Whose::Broken, Origin::Named) => lint.into_report(&source),
            (Whose::Broken, Origin::Found) => {
                return Verdict::Skipped("it cannot be read, and names no member of a service or a binding");
            }
            (_, Origin::Named) => return Verdict::Failed(stranger(&input.name)),
            (_, Origin::Found) => {
                return Verdict::Skipped(
                    "it has no service, no API response with services and no wrangler configuration",
                );
            }
        };
        let parts = self.renderers.iter().map(|renderer| renderer.part(&report, &source)).collect();
        let summary = [&report].into_iter().collect();
        Verdict::Checked(Box::new(Checked { parts, summary, account: String::new(), facts: Facts::default() }))
    }
}

fn operation_name(operation: Operation) -> &'static str {
    match operation {
        Operation::Request | Operation::Resource => "request",
        Operation::Wrangler | Operation::Upload => "wrangler",
        _ => "response",
    }
}

fn stranger(name: &str) -> Failure {
    Failure::new(format!(
        "{name} has no service, no API response with services and no wrangler configuration with VPC bindings"
    ))
    .with_help("if it is meant to be one, say which: `--as request`, `--as response` or `--as wrangler`")
}
