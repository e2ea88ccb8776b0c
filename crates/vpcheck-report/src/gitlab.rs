//! A Code Quality report, which GitLab shows beside the lines of a change.

use serde::Serialize;
use vpcheck_syntax::Severity;
use vpcheck_syntax::escape::escape;
use vpcheck_validate::Report;

use crate::Part;
use crate::fingerprint::Fingerprints;
use crate::json::{write, write_items};

/// What GitLab reads of an issue of Code Climate.
#[derive(Serialize)]
struct Issue<'r> {
    description: &'r str,
    check_name: &'r str,
    fingerprint: &'r str,
    severity: &'r str,
    location: Location<'r>,
}

#[derive(Serialize)]
struct Location<'r> {
    path: &'r str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: u32,
}

/// The findings of one document, separated as in the array that they go into.
pub(crate) fn part(report: &Report) -> Part {
    // GitLab takes no other form of a path in the repository.
    let path = report.name().strip_prefix("./").unwrap_or(report.name());
    let mut fingerprints = Fingerprints::default();
    let issues = report.findings().iter().map(|finding| {
        let diagnostic = &finding.diagnostic;
        write(&Issue {
            description: &escape(&diagnostic.message),
            check_name: diagnostic.rule,
            fingerprint: &fingerprints.next(path, diagnostic),
            severity: match diagnostic.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                _ => "info",
            },
            location: Location { path, lines: Lines { begin: finding.start.line } },
        })
    });
    Part::text(issues.collect::<Vec<_>>().join(",\n"))
}

/// The whole report, with one finding per line.
pub(crate) fn assemble<'p>(parts: impl Iterator<Item = &'p Part>) -> String {
    let mut text = "[".to_owned();
    write_items(&mut text, parts);
    text.push_str("]\n");
    text
}
