//! Rules that are off by default, for those who ask for them.

use vpcheck_syntax::{Diagnostic, Node, Severity, Source, Span, limits, parse};
use vpcheck_validate::{Applied, Operation, Recognised, Report, Rule, recognise};

use crate::exit::Failure;
use crate::rule::named;

/// Rules that were asked for, without those that are on anyway.
pub(crate) struct Also(Vec<&'static Rule>);

impl Also {
    /// Fails where there is no rule of one of these names.
    pub(crate) fn new(ids: &[String]) -> Result<Also, Failure> {
        let mut rules = ids.iter().map(|id| named(id)).collect::<Result<Vec<_>, _>>()?;
        rules.retain(|rule| rule.applied == Applied::WhenAsked);
        rules.sort_by_key(|rule| rule.id);
        rules.dedup_by_key(|rule| rule.id);
        Ok(Also(rules))
    }

    /// The report of a document with what these rules find in it. The operation is recognised where it is not said.
    pub(crate) fn add(&self, report: Report, source: &Source<'_>, operation: Option<Operation>) -> Report {
        if self.0.is_empty() {
            return report;
        }
        let parsed = parse(source);
        let Some(tree) = &parsed.tree else { return report };
        let root = tree.root();
        let mut found = match operation.map(Recognised::Document).or_else(|| recognise(root)) {
            Some(Recognised::Document(operation)) => self.find(operation, [root]),
            Some(Recognised::Services) => {
                self.find(Operation::Request, root.elements().chain(root.members().map(|member| member.value)))
            }
            _ => Vec::new(),
        };
        if found.is_empty() {
            return report;
        }

        let mut diagnostics: Vec<Diagnostic> =
            report.findings().iter().map(|finding| finding.diagnostic.clone()).collect();
        let most = limits::DIAGNOSTICS.saturating_sub(diagnostics.len() + 1);
        if found.len() > most {
            found.truncate(most);
            // A report that is full says so already.
            if diagnostics.len() < limits::DIAGNOSTICS {
                let end = u32::try_from(source.bytes().len()).unwrap_or(u32::MAX);
                let message = format!("there are more findings than these {}", limits::DIAGNOSTICS - 1);
                diagnostics.push(Diagnostic::new("too-many-findings", Severity::Error, Span::new(end, end), message));
            }
        }
        diagnostics.append(&mut found);
        Report::new(source, diagnostics, report.services())
    }

    /// What is found in some documents, which may be a few more findings than a report takes.
    fn find<'n>(&self, operation: Operation, documents: impl IntoIterator<Item = Node<'n>>) -> Vec<Diagnostic> {
        let operation = match operation {
            Operation::ResponseTo(_) => Operation::Response,
            operation => operation,
        };
        let mut found = Vec::new();
        for document in documents {
            for rule in self.0.iter().filter(|rule| rule.operation() == operation) {
                found.append(&mut rule.find(document));
            }
            if found.len() > limits::DIAGNOSTICS {
                break;
            }
        }
        found
    }
}
