//! A JSON Schema of an organisation, laid over each service.

mod instance;

use std::borrow::Cow;

use jsonschema::error::ValidationErrorKind;
use jsonschema::{PatternOptions, Retrieve, Uri, ValidationError, Validator};
use serde_json::Value;
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Kind, Node, SchemaPointer, Source, limits, parse, pointer};
use vpcheck_validate::{Report, Severity};

use self::instance::Instance;
use super::finding;
use crate::pointer_tree::{PlaceIndex, PointerTree};
use crate::read::{Reader, subject};
use crate::rule_ids::POLICY_SCHEMA;

/// Keywords whose answer depends on values elsewhere in the instance.
const CONDITIONS: [&str; 12] = [
    "if",
    "then",
    "else",
    "anyOf",
    "oneOf",
    "not",
    "contains",
    "dependencies",
    "dependentSchemas",
    "dependentRequired",
    "unevaluatedItems",
    "unevaluatedProperties",
];

/// A JSON Schema that is laid over each service.
#[derive(Clone, Debug)]
pub(super) struct ServiceSchema {
    validator: Validator,
}

/// Refuses to read other files.
struct Nowhere;

impl Retrieve for Nowhere {
    fn retrieve(&self, _uri: &Uri<String>) -> Result<Value, Box<dyn std::error::Error + Send + Sync>> {
        Err("a schema of the policy may not refer to other files".into())
    }
}

impl ServiceSchema {
    /// Reads and compiles the text of a schema, with everything that is wrong with it in the report.
    pub(super) fn read(source: &Source<'_>) -> Result<ServiceSchema, Report> {
        let parsed = parse(source);
        let mut reader = Reader { diagnostics: parsed.diagnostics };
        let is_wrong = reader.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        let Some(tree) = parsed.documents.first().filter(|_| !is_wrong) else {
            return Err(Report::new(source, reader.diagnostics, 0));
        };
        let root = tree.root();
        let patterns = PatternOptions::regex().size_limit(limits::PATTERN_SIZE).dfa_size_limit(limits::PATTERN_SIZE);
        let options = jsonschema::options().with_retriever(Nowhere).with_pattern_options(patterns);
        match options.build(&Instance::whole(root).value) {
            Ok(validator) => Ok(ServiceSchema { validator }),
            Err(error) => {
                let place = find(root, error.instance_path().as_str());
                let reason = error.masked_with("it").to_string();
                let reason = reason.lines().last().unwrap_or_default();
                reader.refuse(place, format!("this is no JSON Schema that can be used: {}", shorten(reason)));
                Err(Report::new(source, reader.diagnostics, 0))
            }
        }
    }

    /// Adds what the schema rules out in a service.
    pub(super) fn check(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>) {
        let instance = Instance::of_service(service);
        let errors = self.validator.iter_errors(&instance.value).filter(|error| is_certain(error, &instance));
        let left = limits::DIAGNOSTICS.saturating_sub(diagnostics.len()).saturating_add(1);
        let errors: Vec<ValidationError<'_>> = errors.take(left).collect();
        if errors.is_empty() {
            return;
        }
        let mut by_place: PointerTree<Vec<usize>> = PointerTree::default();
        for (index, error) in errors.iter().enumerate() {
            if let Some(there) = by_place.entry(error.instance_path().as_str()) {
                there.push(index);
            }
        }
        let mut left: Vec<(Node<'_>, PlaceIndex)> = vec![(service, PointerTree::<Vec<usize>>::ROOT)];
        while let Some((node, place)) = left.pop() {
            for error in by_place.get(place).into_iter().flatten().filter_map(|index| errors.get(*index)) {
                report(node, error, diagnostics);
            }
            if by_place.is_leaf(place) {
                continue;
            }
            let members = node.members().map(|member| (member.value, Cow::Borrowed(member.name)));
            let elements = node.elements().enumerate().map(|(index, node)| (node, Cow::Owned(index.to_string())));
            for (below, token) in members.chain(elements) {
                left.extend(by_place.below(place, &token).map(|place| (below, place)));
            }
        }
    }
}

/// Whether an error is one whatever the values are that cannot be known.
fn is_certain(error: &ValidationError<'_>, instance: &Instance) -> bool {
    if instance.uncertain.is_empty() {
        return true;
    }
    let is_conditional = error.evaluation_path().as_str().split('/').any(|token| CONDITIONS.contains(&token));
    let is_about_names =
        matches!(error.kind(), ValidationErrorKind::Required { .. } | ValidationErrorKind::AdditionalProperties { .. });
    !is_conditional && (is_about_names || !instance.uncertain.contains(error.instance_path().as_str()))
}

/// Reports an error of a value.
fn report(node: Node<'_>, error: &ValidationError<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let schema = error.schema_path().as_str().to_owned();
    let mut push = |mut diagnostic: Diagnostic| {
        diagnostic.schema = Some(SchemaPointer::new(schema.clone()));
        diagnostics.push(diagnostic);
    };
    if let ValidationErrorKind::AdditionalProperties { unexpected } = error.kind() {
        for name in unexpected {
            // What cannot be known may be null, and then it is not there.
            let Some(member) = node.get(name).filter(|member| member.value.kind() != Kind::Unknown) else { continue };
            let message = format!("the schema of the policy does not allow the member `{}`", shorten(name));
            let mut diagnostic = finding(POLICY_SCHEMA, member.value, message);
            diagnostic.span = member.name_span;
            push(diagnostic);
        }
        return;
    }
    let said = error.masked_with("it").to_string();
    let subject =
        if node.name().is_none() && node.index().is_none() { "the service".to_owned() } else { subject(node) };
    push(finding(POLICY_SCHEMA, node, format!("{subject} breaks the schema of the policy: {}", shorten(&said))));
}

/// The value at a pointer, or as far as there is one.
fn find<'t>(root: Node<'t>, path: &str) -> Node<'t> {
    let mut node = root;
    for token in path.split('/').skip(1) {
        let token = pointer::unescape(token);
        let element = token.parse().ok().and_then(|index| node.elements().nth(index));
        let Some(below) = node.get(&token).map(|member| member.value).or(element) else { break };
        node = below;
    }
    node
}
