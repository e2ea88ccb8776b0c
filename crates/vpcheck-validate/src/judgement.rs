//! From what was read to what is wrong with it.

use std::collections::HashSet;

use vpcheck_syntax::{Diagnostic, Kind, Node, Parsed, Severity, Source, Span, Syntax, Tree, limits};

use crate::check::Collected;
use crate::facts::{Collector, Facts};
use crate::generated::{service, wrangler};
use crate::lint::{Found, Lint, Verdict};
use crate::recognise::terraform::{BindingKind, KNOWN, binding_kind};
use crate::recognise::{self, Part, Why, terraform};
use crate::request::settle;
use crate::schema::{Extent, Schema, check as check_schema, check_beside};
use crate::view::{List, WranglerView};
use crate::{ApiOperation, Checker, Operation, broken, run};

/// What was found in a text so far.
#[derive(Debug)]
pub(crate) struct Judgement<'c> {
    checker: &'c Checker,
    syntax: Syntax,
    /// What the documents are judged for, where it was said.
    operation: Option<Operation>,
    collected: Collected,
    collector: Option<Collector>,
    lint: Lint,
    extent: Extent,
    /// Whether there is a document.
    has_documents: bool,
    /// How many bytes the pointers of the parts have together.
    pointer_bytes: usize,
}

impl<'c> Judgement<'c> {
    pub(crate) fn new(
        checker: &'c Checker,
        syntax: Syntax,
        operation: Option<Operation>,
        collected: Collected,
    ) -> Judgement<'c> {
        let lint = Lint::default();
        let extent = Extent::Whole;
        Judgement {
            checker,
            syntax,
            operation,
            collected,
            collector: None,
            lint,
            extent,
            has_documents: false,
            pointer_bytes: 0,
        }
    }

    /// Judges what was read of the text, which is one of its pieces or the whole.
    pub(crate) fn piece(&mut self, parsed: Parsed<'_>) {
        let Parsed { documents, comments, diagnostics } = parsed;
        let parts = parts(self.syntax, &documents, self.operation);
        let has_commands = documents.iter().any(|tree| tree.syntax().is_shell());
        self.has_documents |= !documents.is_empty();
        if !parts.is_empty() || has_commands || self.operation.is_some() {
            self.lint.verdict = Verdict::Ours;
        }
        self.lint.comments.extend(comments);
        let diagnostics = self.ours(diagnostics, &documents, &parts);
        self.lint.diagnostics.extend(diagnostics);
        self.collect(&parts);
        for part in parts {
            self.part(&part);
            self.list(part);
        }
        #[cfg(feature = "embedded")]
        if has_commands {
            for tree in documents.iter().filter(|tree| tree.syntax().is_shell()) {
                self.command(tree.root());
            }
            self.lint.recognised.sort_by_key(|found| found.span);
        }
    }

    /// What is said about the text, without what is none of ours: warnings outside of the parts, and everything about a block of
    /// Markdown that is somebody else's.
    fn ours(&self, mut diagnostics: Vec<Diagnostic>, documents: &[Tree<'_>], parts: &[Part<'_>]) -> Vec<Diagnostic> {
        if diagnostics.is_empty() {
            return diagnostics;
        }
        let mut ours: Vec<Span> = parts.iter().map(|part| part.node.span()).collect();
        ours.sort_unstable();
        let is_ours = |span: Span| {
            let after = ours.partition_point(|part| part.start <= span.start);
            after
                .checked_sub(1)
                .and_then(|last| ours.get(last))
                .is_some_and(|part| span.start < part.end.max(part.start + 1))
        };
        diagnostics.retain(|found| {
            found.severity == Severity::Error || found.rule == "byte-order-mark" || is_ours(found.span)
        });
        if self.syntax.is_markdown() {
            let with_parts: HashSet<u32> = parts.iter().map(|part| part.node.tree().base()).collect();
            let is_ours = |tree: &&Tree<'_>| {
                tree.syntax().is_shell()
                    || with_parts.contains(&tree.base())
                    || broken::is_meant_for_us(tree.syntax(), tree.text().as_bytes())
            };
            let end =
                |tree: &Tree<'_>| tree.base().saturating_add(u32::try_from(tree.text().len()).unwrap_or(u32::MAX));
            let blocks = documents.iter().filter(is_ours).map(|tree| Span::new(tree.base(), end(tree)));
            let blocks: Vec<Span> = blocks.collect();
            diagnostics.retain(|found| {
                let after = blocks.partition_point(|block| block.start <= found.span.start);
                after
                    .checked_sub(1)
                    .and_then(|last| blocks.get(last))
                    .is_some_and(|block| found.span.start <= block.end)
            });
        }
        diagnostics
    }

    /// Collects what the parts say that others may contradict. One document alone contradicts nothing, and of lines there are more.
    fn collect(&mut self, parts: &[Part<'_>]) {
        let syntax = self.syntax;
        let is_several = parts.len() > 1 || syntax == Syntax::Ndjson;
        if syntax.is_markdown() || syntax.is_shell() || !(self.collected != Collected::Within || is_several) {
            return;
        }
        let collector = self.collector.get_or_insert_with(|| Collector::new(self.checker.wants_bound()));
        for part in parts {
            collector.add(part);
        }
    }

    fn part(&mut self, part: &Part<'_>) {
        let (root, operation) = (part.node, part.operation);
        self.lint.services += match operation {
            Operation::Request | Operation::Resource => 1,
            Operation::Response | Operation::ResponseTo(_) => answered_services(root),
            Operation::Wrangler | Operation::Upload => 0,
        };
        let diagnostics = &mut self.lint.diagnostics;
        if diagnostics.len() > limits::DIAGNOSTICS {
            // No more are told, and all that is left comes later in the text.
            return;
        }
        let extent = match operation {
            Operation::Resource => check_beside(&service::SERVICE_REQUEST, root, KNOWN, diagnostics),
            _ => check_schema(schema(root, operation), root, diagnostics),
        };
        if extent == Extent::Partial {
            self.extent = Extent::Partial;
        }
        run::check(operation, root, self.checker.asked_for(), diagnostics);
        if matches!(operation, Operation::Request | Operation::Resource) {
            self.checker.overlays().iter().for_each(|overlay| overlay.check(root, diagnostics));
        } else if operation == Operation::Wrangler && !self.checker.overlays().is_empty() {
            let environments = WranglerView::new(root).environments();
            let lists = environments.filter_map(|environment| environment.list(List::Networks).get());
            for binding in lists.flat_map(|list| list.value.elements()) {
                self.checker.overlays().iter().for_each(|overlay| overlay.check_network_binding(binding, diagnostics));
            }
        }
    }

    /// Judges what a command of wrangler would send.
    #[cfg(feature = "embedded")]
    fn command(&mut self, words: Node<'_>) {
        let from = self.lint.diagnostics.len();
        match crate::command::body(words, &mut self.lint.diagnostics) {
            Some(body) => {
                let from = self.lint.diagnostics.len();
                let part = Part::new(body.tree.root(), Operation::Request, Why::Command);
                self.part(&part);
                body.settle(&mut self.lint.diagnostics, from);
                self.list(part);
            }
            // Help that is asked for sends nothing, and what is refused was meant to.
            None if self.lint.diagnostics.len() > from => {
                self.list(Part::new(words, Operation::Request, Why::Command));
            }
            None => {}
        }
    }

    fn list(&mut self, part: Part<'_>) {
        let is_read = match self.collected {
            // Where somebody said what the text is, and asks for findings only, nobody reads what was recognised.
            Collected::Within => self.operation.is_none(),
            Collected::Across => true,
            Collected::Marked => false,
        };
        if !is_read {
            return;
        }
        // Each pointer repeats the names on its way, so that many parts under a long name would take without bounds.
        if self.pointer_bytes <= limits::POINTER_BYTES {
            let Part { node, operation, reason } = part;
            let pointer = node.pointer();
            self.pointer_bytes += pointer.len();
            self.lint.recognised.push(Found { operation, pointer, span: node.span(), reason });
        }
    }

    /// What is wrong since that was taken last, and the facts; nothing where not everything was judged.
    pub(crate) fn take(&mut self) -> Option<(Vec<Diagnostic>, Facts)> {
        let facts = self.collector.as_mut().map(Collector::take).unwrap_or_default();
        (self.extent == Extent::Whole).then(|| (std::mem::take(&mut self.lint.diagnostics), facts))
    }

    /// All that was found in the text.
    pub(crate) fn finish(mut self, source: &Source<'_>) -> Lint {
        if self.lint.verdict == Verdict::Other {
            self.lint.verdict = broken::verdict(source, self.has_documents, &self.lint.diagnostics);
        }
        let diagnostics = &mut self.lint.diagnostics;
        if let Some(collector) = self.collector {
            let positions = (self.collected == Collected::Across).then_some(source.bytes());
            self.lint.facts = collector.finish(positions, diagnostics);
        }
        if self.syntax.is_terraform() {
            tell_instances_once(diagnostics);
        }
        settle(diagnostics, self.extent, source);
        self.lint
    }
}

/// What there is to judge in the documents of a text.
fn parts<'t>(syntax: Syntax, documents: &'t [Tree<'_>], operation: Option<Operation>) -> Vec<Part<'t>> {
    let is_several = syntax.is_terraform() || syntax.is_markdown() || syntax.is_shell();
    if let Some(operation) = operation.filter(|_| !is_several) {
        return documents.iter().map(|tree| Part::new(tree.root(), operation, Why::Said)).collect();
    }
    let mut parts = Vec::new();
    let (of_terraform, others): (Vec<_>, Vec<_>) = documents.iter().partition(|tree| tree.syntax().is_terraform());
    for tree in others.into_iter().filter(|tree| !tree.syntax().is_shell()) {
        recognise::parts(tree, &mut parts);
    }
    if !of_terraform.is_empty() {
        terraform::parts(&of_terraform, &mut parts);
        parts.sort_by_key(|part| part.node.span());
    }
    parts
}

/// The schema that a document is judged by.
fn schema(root: Node<'_>, operation: Operation) -> &'static Schema {
    match operation {
        Operation::Request | Operation::Resource => &service::SERVICE_REQUEST,
        Operation::Response => response_schema(root),
        Operation::ResponseTo(ApiOperation::List) => &service::COLLECTION_ENVELOPE,
        Operation::ResponseTo(ApiOperation::Delete) => &service::DELETE_ENVELOPE,
        Operation::ResponseTo(_) => &service::SINGLE_ENVELOPE,
        Operation::Wrangler => &wrangler::BINDINGS,
        Operation::Upload if binding_kind(root) == Some(BindingKind::Network) => &wrangler::UPLOADED_NETWORK_BINDING,
        Operation::Upload => &wrangler::UPLOADED_SERVICE_BINDING,
    }
}

/// What is wrong with a value that several instances of a resource share is told once.
fn tell_instances_once(diagnostics: &mut Vec<Diagnostic>) {
    if diagnostics.len() < 2 {
        return;
    }
    let mut told = HashSet::new();
    diagnostics.retain(|found| told.insert((found.rule, found.span, found.pointer.clone(), found.message.clone())));
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
fn is_envelope(root: Node<'_>) -> bool {
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
