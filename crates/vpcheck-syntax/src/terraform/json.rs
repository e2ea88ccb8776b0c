//! Terraform's JSON syntax: JSON whose strings are templates.

use super::evaluate::{Budget, Scope};
use super::instances::{self, Repetition};
use super::syntax::{Expression, Kind};
use super::value::{Kind as ValueKind, Known, Member, Value};
use super::{build::Writer, expression, locals};
use crate::{Node, Span, Syntax, Tree, Value as Json, pointer};

/// Up to this depth an object is the body of a file or of a resource, where `//` names a comment.
const BODY_DEPTH: usize = 4;

/// The documents of a file, given as JSON: the file with its templates replaced by what they are known to be, and its instances.
pub(super) fn documents<'s>(tree: &Tree<'s>) -> Vec<Tree<'s>> {
    let root = expression(tree.root(), 1);
    let budget = Budget::new();
    let written: Vec<_> = members(&root)
        .filter(|(name, _, _)| *name == "locals")
        .flat_map(|(_, _, locals)| bodies(locals))
        .flat_map(members)
        .map(|(name, _, value)| (name.into(), value))
        .collect();
    let locals = locals::resolve(&written, &budget);
    let scope = Scope { locals: &locals, instance: None, budget: &budget };
    let mut documents = Vec::new();
    documents.extend(write(tree, &scope, &scope.value(&root)));
    for (_, _, kinds) in members(&root).filter(|(name, _, _)| *name == "resource") {
        for (kind, _, resources) in bodies(kinds).flat_map(members) {
            for (name, _, resource) in bodies(resources).flat_map(members) {
                let mut prefix = String::from("/resource");
                pointer::push(&mut prefix, kind);
                pointer::push(&mut prefix, name);
                for body in bodies(resource) {
                    add_instances(tree, body, &prefix, &scope, &mut documents);
                }
            }
        }
    }
    documents
}

fn add_instances<'s>(tree: &Tree<'s>, body: &Expression, prefix: &str, scope: &Scope<'_>, to: &mut Vec<Tree<'s>>) {
    let find = |wanted: &str| members(body).find(|(name, _, _)| *name == wanted).map(|(_, _, value)| value);
    let repetition = Repetition { for_each: find("for_each"), count: find("count"), body: body.span };
    for instance in instances::known(&repetition, scope) {
        let scope = Scope { instance: Some(&instance), ..*scope };
        let values = members(body).map(|(name, name_span, value)| {
            // What all instances are made of would be in each of them.
            let value = if name == "for_each" { Known::unknown(value.span) } else { scope.value(value) };
            Member { name: name.into(), name_span, value }
        });
        let value = Known::new(body.span, ValueKind::Object(values.collect()), body.complete);
        let tree = write(tree, &scope, &value);
        to.extend(tree.map(|tree| tree.with_prefix(prefix.to_owned()).with_instance(instance.name())));
    }
}

fn write<'s>(tree: &Tree<'s>, scope: &Scope<'_>, value: &Value) -> Option<Tree<'s>> {
    let mut writer = Writer::new(tree.shared_text(), Syntax::TerraformJson, scope);
    writer.root(value);
    Some(writer.finish()?.0)
}

/// The members of an object whose names are known.
fn members(object: &Expression) -> impl Iterator<Item = (&str, Span, &Expression)> {
    let members = match &object.kind {
        Kind::Object(members) => members.as_slice(),
        _ => &[],
    };
    members.iter().filter_map(|(key, value)| match &key.kind {
        Kind::String(name) => Some((name.as_ref(), key.span, value)),
        _ => None,
    })
}

/// The bodies that a value stands for: an array holds one for each block.
fn bodies(value: &Expression) -> impl Iterator<Item = &Expression> {
    match &value.kind {
        Kind::Tuple(elements) => elements.as_slice(),
        _ => std::slice::from_ref(value),
    }
    .iter()
}

/// What JSON says in the terms of the native syntax. It is nested no deeper than JSON may be.
fn expression(node: Node<'_>, depth: usize) -> Expression {
    let kind = match node.value() {
        Json::Null => Kind::Null,
        Json::Boolean(boolean) => Kind::Boolean(boolean),
        Json::Number(number) => Kind::Number(number.text().into()),
        Json::String(text) => template(text, node.span(), depth),
        Json::Array(elements) => Kind::Tuple(elements.map(|element| expression(element, depth + 1)).collect()),
        Json::Object(members) => {
            let members = members.filter(|member| member.name != "//" || depth > BODY_DEPTH).map(|member| {
                let key = Expression::new(member.name_span, template(member.name, member.name_span, depth));
                (key, expression(member.value, depth + 1))
            });
            Kind::Object(members.collect())
        }
        Json::DateTime(_) | Json::Unknown => Kind::Unknown,
    };
    Expression { span: node.span(), kind, complete: node.is_complete() }
}

fn template(text: &str, place: Span, depth: usize) -> Kind {
    if text.contains("${") || text.contains("%{") {
        expression::template(text, place, depth)
    } else {
        Kind::String(text.into())
    }
}
