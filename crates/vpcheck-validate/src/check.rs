//! The way from bytes to a report.

use std::sync::Arc;

use vpcheck_syntax::{Parsed, Source, Syntax, parse, pieces};

use crate::judgement::Judgement;
use crate::lint::{Lint, Overlay, Verdict};
use crate::request::check_source;
use crate::run::Checks;
use crate::{ApiOperation, Marker, Marks, Operation, Report, Rule, Stream, recognise};

/// Checks a document and reports everything that is wrong with it: the text, what the schema rules out, and what was hardly
/// meant.
///
/// Where the text could not be read as a whole, what could be read is checked, and nothing is said that the rest could
/// explain: no member of an object with a syntax error in it is reported as missing.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Operation, Source, check};
///
/// let text = r#"{
///   "name": "web-app", "type": "http", "http_port": 70000,
///   "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
/// }"#;
/// let report = check(&Source::json("web.json", text.as_bytes()), Operation::Request);
/// assert!(report.has_errors());
/// assert_eq!(
///     report.to_string(),
///     "web.json:2:51: error[port-range] `http_port` is 70000, and a port is between 1 and 65535\n",
/// );
/// ```
#[must_use]
pub fn check(source: &Source<'_>, operation: Operation) -> Report {
    Checker::new().check(source, operation)
}

/// Checks a text whose operations are found from its content; nothing where there is nothing of ours in it.
///
/// A service is found by itself, in an array, in a map from names, and under any key; each is judged as the body of a request.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Source, check_recognised};
///
/// let report = check_recognised(&Source::json("wrangler.json", br#"{"name": "w", "vpc_services": {}}"#.as_slice()));
/// assert_eq!(report.expect("it is a wrangler configuration").findings()[0].diagnostic.pointer, "/vpc_services");
/// assert!(check_recognised(&Source::json("package.json", br#"{"name": "w", "version": "1.0.0"}"#.as_slice())).is_none());
/// ```
#[must_use]
pub fn check_recognised(source: &Source<'_>) -> Option<Report> {
    Checker::new().check_recognised(source)
}

/// Checks documents, also by rules that are off by default.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Checker, Operation, Source, rule};
///
/// let text = r#"{
///   "name": "web-app", "type": "http", "http_port": 8080,
///   "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}
/// }"#;
/// let source = Source::json("web.json", text.as_bytes());
/// assert!(Checker::new().check(&source, Operation::Request).findings().is_empty());
///
/// let one_port = rule("one-port").expect("there is such a rule");
/// let report = Checker::new().also(one_port).check(&source, Operation::Request);
/// assert_eq!(report.findings()[0].diagnostic.pointer, "/http_port");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    also: Checks,
    /// Whether each binding to a service that no file knows is worth a finding.
    wants_bound: bool,
    overlays: Vec<Arc<dyn Overlay>>,
}

/// What the facts of a text are collected for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Collected {
    /// To compare what is in the text.
    Within,
    /// To compare the text with others as well.
    Across,
    /// To be marked, also after each piece of a text: where they are, nobody asks.
    Marked,
}

impl Checker {
    /// A checker with the rules that are applied by default.
    #[must_use]
    pub fn new() -> Checker {
        Checker::default()
    }

    /// The same with one more rule. One that is applied anyway changes nothing.
    #[must_use]
    pub fn also(mut self, rule: &'static Rule) -> Checker {
        if rule.applied == crate::Applied::WhenAsked && !self.also.has(rule) {
            self.wants_bound |= rule.id == "unknown-service-id";
            self.also = self.also.with(rule.check);
        }
        self
    }

    /// The same with one more judge of each service, such as the policy of an organisation.
    #[must_use]
    pub fn over(mut self, overlay: Arc<dyn Overlay>) -> Checker {
        self.overlays.push(overlay);
        self
    }

    /// Checks a document, as [`check`] does.
    #[must_use]
    pub fn check(&self, source: &Source<'_>, operation: Operation) -> Report {
        let is_plain = self.also.is_empty() && self.overlays.is_empty();
        if operation == Operation::Request && source.syntax() == Syntax::Json && is_plain {
            // One document, whose kind is known: nothing is to be recognised, and nothing can contradict it.
            return check_source(source);
        }
        self.judge(source, Some(operation), Collected::Within).into_report(source)
    }

    /// Checks a text whose operations are found from its content, as [`check_recognised`] does.
    #[must_use]
    pub fn check_recognised(&self, source: &Source<'_>) -> Option<Report> {
        let lint = self.judge(source, None, Collected::Within);
        (!lint.recognised.is_empty()).then(|| lint.into_report(source))
    }

    /// Finds what there is to check in a text, and checks it.
    ///
    /// With an operation every document of the text is judged for that; without one, what each is is found from its content. In
    /// Terraform, Markdown and shell scripts the parts that are ours are always found from the content: such a text as a whole is
    /// never a document.
    #[must_use]
    pub fn lint(&self, source: &Source<'_>, operation: Option<Operation>) -> Lint {
        self.judge(source, operation, Collected::Across)
    }

    /// Checks a text as [`lint`](Checker::lint) does, whose services belong to an account where they do not say. Of its facts there are
    /// only the marks, and what was recognised is not listed: that is enough for who looks at many files.
    #[must_use]
    pub fn mark(
        &self,
        source: &Source<'_>,
        operation: Option<Operation>,
        marker: &Marker,
        account: &str,
    ) -> (Lint, Marks) {
        let mut lint = self.judge(source, operation, Collected::Marked);
        let marks = marker.marks(account, &std::mem::take(&mut lint.facts));
        (lint, marks)
    }

    /// Judges newline-delimited JSON that is read some lines at a time, whose services belong to an account where they do not say.
    #[must_use]
    pub fn stream<'c>(&'c self, operation: Option<Operation>, marker: &'c Marker, account: &'c str) -> Stream<'c> {
        Stream::new(Judgement::new(self, Syntax::Ndjson, operation, Collected::Marked), marker, account)
    }

    fn judge(&self, source: &Source<'_>, operation: Option<Operation>, collected: Collected) -> Lint {
        if operation == Some(Operation::ResponseTo(ApiOperation::Delete)) && source.bytes().trim_ascii().is_empty() {
            // The answer to a delete may have no content.
            return Lint { verdict: Verdict::Ours, ..Lint::default() };
        }
        if source.syntax() == Syntax::Ndjson {
            return self.weigh(source, pieces(source), operation, collected);
        }
        let parsed = parse(source);
        if has_comments_that_wrangler_reads(source, &parsed, operation) {
            let source = Source::new(source.name(), source.bytes(), Syntax::Jsonc);
            return self.weigh(&source, [parse(&source)], operation, collected);
        }
        self.weigh(source, [parsed], operation, collected)
    }

    fn weigh<'p>(
        &self,
        source: &Source<'_>,
        pieces: impl IntoIterator<Item = Parsed<'p>>,
        operation: Option<Operation>,
        collected: Collected,
    ) -> Lint {
        let mut judgement = Judgement::new(self, source.syntax(), operation, collected);
        for piece in pieces {
            judgement.piece(piece);
        }
        judgement.finish(source)
    }

    /// The checks of the rules that were asked for.
    pub(crate) fn asked_for(&self) -> &Checks {
        &self.also
    }

    /// Whether bindings are to be compared with the services that are known.
    pub(crate) fn wants_bound(&self) -> bool {
        self.wants_bound
    }

    /// The other judges.
    pub(crate) fn overlays(&self) -> &[Arc<dyn Overlay>] {
        &self.overlays
    }
}

/// Whether a text is JSON by its name only: wrangler reads comments and trailing commas in its configuration.
fn has_comments_that_wrangler_reads(source: &Source<'_>, parsed: &Parsed<'_>, operation: Option<Operation>) -> bool {
    source.syntax() == Syntax::Json
        && parsed.diagnostics.iter().any(|diagnostic| diagnostic.rule == "json-syntax")
        && match operation {
            Some(operation) => operation == Operation::Wrangler,
            None => parsed.tree().is_some_and(|tree| recognise::is_wrangler(tree.root())),
        }
}
