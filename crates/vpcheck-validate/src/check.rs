//! The way from bytes to a report.

use std::sync::Arc;

use serde_json::Value;
use vpcheck_syntax::{Diagnostic, Kind, Node, Parsed, Severity, Source, Span, Syntax, limits, parse};

use crate::generated::{service, wrangler};
use crate::lint::{Found, Lint, Overlay};
use crate::recognise::{Recognised, recognise};
use crate::schema::{Extent, Schema, check as check_schema};
use crate::{ApiOperation, Operation, Report, Rule, command, rules};

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

/// Checks a document whose operation is found from its content; nothing where it is none of ours.
///
/// An array or an object of services is judged element by element, each as the body of a request.
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
    also: Vec<&'static Rule>,
    overlays: Vec<Arc<dyn Overlay>>,
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
        self.also.push(rule);
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
        self.lint(source, Some(operation)).into_report(source)
    }

    /// Checks a document whose operation is found from its content, as [`check_recognised`] does.
    #[must_use]
    pub fn check_recognised(&self, source: &Source<'_>) -> Option<Report> {
        let lint = self.lint(source, None);
        (!lint.recognised.is_empty()).then(|| lint.into_report(source))
    }

    /// Finds what there is to check in a text, and checks it.
    ///
    /// With an operation every document of the text is judged for that; without one, what each is is found from its content.
    #[must_use]
    pub fn lint(&self, source: &Source<'_>, operation: Option<Operation>) -> Lint {
        if operation == Some(Operation::ResponseTo(ApiOperation::Delete)) && source.bytes().trim_ascii().is_empty() {
            // The answer to a delete may have no content.
            return Lint::default();
        }
        let Parsed { documents, comments, diagnostics } = parse(source);
        let mut judgement = Judgement::new(self, diagnostics);
        for tree in &documents {
            if tree.syntax() == Syntax::Shell {
                judgement.command(tree.root());
                continue;
            }
            match operation {
                Some(operation) => judgement.document(tree.root(), operation),
                None => recognise(tree.root()).into_iter().for_each(|recognised| match recognised {
                    Recognised::Document(operation) => judgement.document(tree.root(), operation),
                    Recognised::Services => {
                        for service in services_in(tree.root()) {
                            judgement.document(service, Operation::Request);
                        }
                    }
                }),
            }
        }
        judgement.finish(source, comments)
    }
}

/// Checks a document that was read already.
///
/// The value is written out as indented JSON and that text is checked, so positions are those in it. What only a text can have,
/// such as a member twice, was lost when the value was made.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Operation, check_value};
///
/// let value = serde_json::json!({"name": "web-app", "type": "HTTP", "host": null});
/// let report = check_value(&value, Operation::Request);
/// let rules: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.rule).collect();
/// assert_eq!(rules, ["wrong-type", "unknown-service-type"]);
/// ```
#[must_use]
pub fn check_value(value: &Value, operation: Operation) -> Report {
    if depth(value) > limits::DEPTH {
        let source = Source::json("value", Vec::new());
        let message = format!("arrays and objects are nested deeper than {} levels", limits::DEPTH);
        let diagnostic = Diagnostic::new("depth-limit", Severity::Error, Span::default(), message);
        return Report::new(&source, vec![diagnostic], 0);
    }
    // A value has string keys and finite numbers only, so that writing it cannot fail.
    let text = serde_json::to_vec_pretty(value).unwrap_or_default();
    check(&Source::json("value", text), operation)
}

/// How deep a value is nested, found without recursion.
fn depth(value: &Value) -> usize {
    let mut deepest = 0;
    let mut left = vec![(value, 1)];
    while let Some((value, depth)) = left.pop() {
        match value {
            Value::Array(items) => left.extend(items.iter().map(|item| (item, depth + 1))),
            Value::Object(members) => left.extend(members.values().map(|member| (member, depth + 1))),
            _ => continue,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// What was found so far.
struct Judgement<'c> {
    checker: &'c Checker,
    lint: Lint,
    extent: Extent,
}

impl<'c> Judgement<'c> {
    fn new(checker: &'c Checker, diagnostics: Vec<Diagnostic>) -> Judgement<'c> {
        Judgement { checker, lint: Lint { diagnostics, ..Lint::default() }, extent: Extent::Whole }
    }

    fn document(&mut self, root: Node<'_>, operation: Operation) {
        let schema = match operation {
            Operation::Request => &service::SERVICE_REQUEST,
            Operation::Response => response_schema(root),
            Operation::ResponseTo(ApiOperation::List) => &service::COLLECTION_ENVELOPE,
            Operation::ResponseTo(ApiOperation::Delete) => &service::DELETE_ENVELOPE,
            Operation::ResponseTo(_) => &service::SINGLE_ENVELOPE,
            Operation::Wrangler => &wrangler::BINDINGS,
        };
        self.lint.recognised.push(Found { operation, pointer: root.pointer(), span: root.span() });
        self.lint.services += match operation {
            Operation::Request => 1,
            Operation::Response | Operation::ResponseTo(_) => answered_services(root),
            Operation::Wrangler => 0,
        };
        let diagnostics = &mut self.lint.diagnostics;
        if check_schema(schema, root, diagnostics) == Extent::Partial {
            self.extent = Extent::Partial;
        }
        rules::check(operation, root, &self.checker.also, diagnostics);
        if operation == Operation::Request {
            self.checker.overlays.iter().for_each(|overlay| overlay.check(root, diagnostics));
        }
    }

    /// Judges what a command of wrangler would send.
    fn command(&mut self, words: Node<'_>) {
        let diagnostics = &mut self.lint.diagnostics;
        if let Some(body) = command::body(words, diagnostics) {
            let from = diagnostics.len();
            self.document(body.tree.root(), Operation::Request);
            body.settle(&mut self.lint.diagnostics, from);
        }
    }

    fn finish(mut self, source: &Source<'_>, comments: Vec<Span>) -> Lint {
        let diagnostics = &mut self.lint.diagnostics;
        tell_duplicates_once(diagnostics);
        if self.extent == Extent::Partial || diagnostics.len() > limits::DIAGNOSTICS {
            say_that_there_are_more(diagnostics, source);
        }
        Lint { comments, ..self.lint }
    }
}

fn say_that_there_are_more(diagnostics: &mut Vec<Diagnostic>, source: &Source<'_>) {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
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
    let twice: std::collections::HashSet<String> = twice.map(|diagnostic| diagnostic.pointer.clone()).collect();
    if !twice.is_empty() {
        diagnostics.retain(|diagnostic| diagnostic.rule != "unknown-member" || !twice.contains(&diagnostic.pointer));
    }
}

/// The schema of an answer whose operation is not known: what `result` is tells it.
fn response_schema(root: Node<'_>) -> &'static Schema {
    if !is_envelope(root) {
        return if root.kind() == Kind::Object { &service::SERVICE_RESPONSE } else { &service::SINGLE_ENVELOPE };
    }
    match root.get("result").map(|member| member.value.kind()) {
        Some(Kind::Array) => &service::COLLECTION_ENVELOPE,
        None | Some(Kind::Null) => &service::DELETE_ENVELOPE,
        Some(_) => &service::SINGLE_ENVELOPE,
    }
}

/// Whether a document is an envelope and not a service.
pub(crate) fn is_envelope(root: Node<'_>) -> bool {
    ["success", "errors", "messages", "result"].iter().any(|name| root.get(name).is_some())
}

fn answered_services(root: Node<'_>) -> usize {
    if !is_envelope(root) {
        return usize::from(root.kind() == Kind::Object);
    }
    match root.get("result").map(|member| member.value) {
        Some(result) if result.kind() == Kind::Array => result.elements().len(),
        Some(result) => usize::from(result.kind() == Kind::Object),
        None => 0,
    }
}

/// The services in an array or an object of them.
fn services_in(root: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    root.elements().chain(root.members().map(|member| member.value))
}
