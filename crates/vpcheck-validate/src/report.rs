//! Everything that was found in one document.

use std::fmt;

use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Diagnostic, LineIndex, Position, Severity, Source};

/// Everything that was found in one document.
///
/// `Display` writes one line per finding, `name:line:column: severity[rule] message` without the name where there is none, with hidden characters escaped; crate
/// `vpcheck-report` writes more forms.
#[derive(Clone, Debug)]
pub struct Report {
    name: String,
    findings: Vec<Finding>,
    services: usize,
    /// Where lines start, where anything was found.
    lines: Option<LineIndex>,
}

/// A diagnostic with its place as people count.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Finding {
    /// What was found.
    pub diagnostic: Diagnostic,
    /// Where it starts.
    pub start: Position,
    /// Where it ends: the position after its last character.
    pub end: Position,
}

impl Report {
    /// Sorts the diagnostics of a source and gives them their positions.
    #[must_use]
    pub fn new(source: &Source<'_>, mut diagnostics: Vec<Diagnostic>, services: usize) -> Report {
        in_order(&mut diagnostics);
        let lines = (!diagnostics.is_empty()).then(|| LineIndex::new(source.bytes()));
        let mut report = Report { name: source.name().to_owned(), findings: Vec::new(), services, lines };
        if let Some(lines) = &report.lines {
            let finding = |diagnostic: Diagnostic| {
                let (start, end) = lines.positions(source.bytes(), diagnostic.span);
                Finding { diagnostic, start, end }
            };
            report.findings = diagnostics.into_iter().map(finding).collect();
        }
        report
    }

    /// The position of an offset in the source, which has to be the one that the report is about.
    ///
    /// The lines were counted once for all findings, so that this is cheap for the labels and edits of each.
    #[must_use]
    pub fn position(&self, source: &Source<'_>, offset: u32) -> Position {
        match &self.lines {
            Some(lines) => lines.position(source.bytes(), offset),
            None => LineIndex::new(source.bytes()).position(source.bytes(), offset),
        }
    }

    /// The name of the source.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was found, in the order of the text.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// How many services were judged.
    #[must_use]
    pub fn services(&self) -> usize {
        self.services
    }

    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.diagnostic.severity == severity).count()
    }

    /// Whether an error was found.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

/// Sorts diagnostics by their places, and those of one place by what they say.
pub(crate) fn in_order(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| (a.span, a.rule, &a.pointer).cmp(&(b.span, b.rule, &b.pointer)));
}

impl fmt::Display for Report {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Finding { diagnostic, start, .. } in &self.findings {
            if !self.name.is_empty() {
                write!(formatter, "{}:", escape(&self.name))?;
            }
            writeln!(
                formatter,
                "{}:{}: {}[{}] {}",
                start.line,
                start.column,
                diagnostic.severity.name(),
                diagnostic.rule,
                escape(&diagnostic.message),
            )?;
        }
        Ok(())
    }
}

impl std::error::Error for Report {}
