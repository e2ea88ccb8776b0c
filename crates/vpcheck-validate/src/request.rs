//! The body of a request by itself, for programs that judge nothing else.

use std::collections::HashSet;

use vpcheck_syntax::{Diagnostic, Severity, Source, Span, limits, parse_json};

use crate::generated::service;
use crate::report::in_order;
use crate::schema::{Extent, check as check_schema};
use crate::{Report, run};

/// Checks a JSON text as the body of a create or an update: what [`check`](crate::check) finds in a source without a name for
/// [`Operation::Request`](crate::Operation::Request).
///
/// Nothing here refers to other operations and syntaxes, so that a program which judges only requests is linked without them.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::check_request;
///
/// let report = check_request(br#"{"name": "", "type": "HTTP", "host": {}}"#);
/// let rules: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.rule).collect();
/// assert_eq!(rules, ["empty-name", "unknown-service-type", "host-without-address"]);
/// ```
#[must_use]
pub fn check_request(bytes: &[u8]) -> Report {
    check_source(&Source::json("", bytes))
}

/// The same for a JSON text with a name.
pub(crate) fn check_source(source: &Source<'_>) -> Report {
    let (tree, mut diagnostics) = parse_json(source.bytes());
    let mut extent = Extent::Whole;
    if let Some(tree) = &tree {
        extent = check_schema(&service::SERVICE_REQUEST, tree.root(), &mut diagnostics);
        run::check_request(tree.root(), extent, &mut diagnostics);
    }
    settle(&mut diagnostics, extent, source);
    Report::new(source, diagnostics, usize::from(tree.is_some()))
}

/// Leaves what a reader has to know of all that was found in a text.
pub(crate) fn settle(diagnostics: &mut Vec<Diagnostic>, extent: Extent, source: &Source<'_>) {
    tell_duplicates_once(diagnostics);
    if extent == Extent::Partial || diagnostics.len() > limits::DIAGNOSTICS {
        say_that_there_are_more(diagnostics, source);
    }
}

fn say_that_there_are_more(diagnostics: &mut Vec<Diagnostic>, source: &Source<'_>) {
    in_order(diagnostics);
    diagnostics.retain(|diagnostic| diagnostic.rule != "too-many-findings");
    diagnostics.truncate(limits::DIAGNOSTICS - 1);
    let end = u32::try_from(source.bytes().len()).unwrap_or(u32::MAX);
    let message = format!("there are more findings than these {}", diagnostics.len());
    let diagnostic = Diagnostic::new("too-many-findings", Severity::Error, Span::new(end, end), message);
    diagnostics.push(diagnostic.with_help("mend these first, then look again"));
}

/// A member that nobody knows and that is there twice is told as twice there only.
fn tell_duplicates_once(diagnostics: &mut Vec<Diagnostic>) {
    let twice = diagnostics.iter().filter(|diagnostic| diagnostic.rule == "duplicate-member");
    let twice: HashSet<String> = twice.map(|diagnostic| diagnostic.pointer.clone()).collect();
    if !twice.is_empty() {
        diagnostics.retain(|diagnostic| diagnostic.rule != "unknown-member" || !twice.contains(&diagnostic.pointer));
    }
}
