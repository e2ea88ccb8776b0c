//! The instances of resources that are made several times.

use std::rc::Rc;

use super::build::Writer;
use super::evaluate::{Instance, Scope};
use super::syntax::{Block, Body, Content, Expression};
use super::value::{Kind, Known};
use crate::{Span, Syntax, Tree, escape::shorten, limits, pointer};

/// How much of the budget each byte of a body takes in each instance: a value with its name takes more than its text.
const WEIGHT: usize = 4;

/// The locals of a file, in the order of the text.
pub(super) fn written_locals(body: &Body) -> Vec<(Rc<str>, &Expression)> {
    let blocks = body.items.iter().filter(|item| &*item.name.text == "locals");
    let items = blocks.flat_map(|item| match &item.content {
        Content::Block(block) => block.body.items.as_slice(),
        Content::Attribute(_) => &[],
    });
    items.filter_map(|item| Some((item.name.text.clone(), attribute(&item.content)?))).collect()
}

fn attribute(content: &Content) -> Option<&Expression> {
    match content {
        Content::Attribute(expression) => Some(expression),
        Content::Block(_) => None,
    }
}

/// How often a resource is made.
pub(super) struct Repetition<'e> {
    pub(super) for_each: Option<&'e Expression>,
    pub(super) count: Option<&'e Expression>,
    /// Where its body is.
    pub(super) body: Span,
}

/// Adds a document for each instance of the resources that are made several times, where it is known how often.
pub(super) fn add<'s>(text: &'s str, body: &Body, scope: &Scope<'_>, documents: &mut Vec<Tree<'s>>) {
    for item in body.items.iter().filter(|item| &*item.name.text == "resource") {
        if let Content::Block(block) = &item.content
            && let [kind, name] = block.labels.as_slice()
        {
            let mut prefix = String::from("/resource");
            pointer::push(&mut prefix, &kind.text);
            pointer::push(&mut prefix, &name.text);
            for instance in known(&repetition(block), scope) {
                let scope = Scope { instance: Some(&instance), ..*scope };
                let mut writer = Writer::new(text, Syntax::Terraform, &scope);
                writer.body(&block.body, 4);
                let tree =
                    writer.finish().map(|(tree, _)| tree.with_prefix(prefix.clone()).with_instance(instance.name()));
                documents.extend(tree);
            }
        }
    }
}

fn repetition(block: &Block) -> Repetition<'_> {
    let find = |name: &str| {
        let item = block.body.items.iter().find(|item| &*item.name.text == name)?;
        attribute(&item.content)
    };
    Repetition { for_each: find("for_each"), count: find("count"), body: block.body.span }
}

/// The instances of a resource; none where they are not known, are too many or are the resource itself.
pub(super) fn known(repetition: &Repetition<'_>, scope: &Scope<'_>) -> Vec<Instance> {
    let instances = match (repetition.for_each, repetition.count) {
        (Some(each), None) => of_each(&scope.value(each)),
        (None, Some(count)) => of_count(&scope.value(count)),
        _ => Vec::new(),
    };
    let length = (repetition.body.end - repetition.body.start) as usize;
    let weight = length.saturating_mul(WEIGHT).saturating_mul(instances.len());
    if scope.budget.take(weight) { instances } else { Vec::new() }
}

fn of_each(value: &Known) -> Vec<Instance> {
    match &value.kind {
        Kind::Object(members) if members.len() <= limits::INSTANCES => members
            .iter()
            .map(|member| {
                let key = Known::new(member.name_span, Kind::String(member.name.clone()), true);
                Instance::Each { key, value: member.value.clone() }
            })
            .collect(),
        Kind::Set(elements) if elements.len() <= limits::INSTANCES => {
            elements.iter().map(|value| Instance::Each { key: value.clone(), value: value.clone() }).collect()
        }
        _ => Vec::new(),
    }
}

fn of_count(value: &Known) -> Vec<Instance> {
    let Kind::Number(number) = &value.kind else { return Vec::new() };
    let count = crate::Number::new(number).as_i64().and_then(|count| usize::try_from(count).ok());
    let indices = 0..count.filter(|&count| count <= limits::INSTANCES).unwrap_or(0);
    let index = |index: usize| Known::new(value.span, Kind::Number(index.to_string().into()), true);
    indices.map(|at| Instance::Count { index: index(at) }).collect()
}

impl Instance {
    /// How Terraform tells the instance from the others.
    pub(super) fn name(&self) -> String {
        match self {
            Instance::Each { key, .. } => format!("each.key = \"{}\"", shorten(&key.text().unwrap_or_default())),
            Instance::Count { index } => format!("count.index = {}", index.text().unwrap_or_default()),
        }
    }
}
