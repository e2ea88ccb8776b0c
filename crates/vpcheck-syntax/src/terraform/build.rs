//! Trees of what was read, as Terraform's JSON syntax has it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::rc::Rc;

use super::evaluate::Scope;
use super::syntax::{Block, Body, Content, Item, Name};
use super::value::{Kind, Known, Value};
use crate::{Span, Syntax, Tree, TreeBuilder, encoding::offset, limits};

/// Adds values to a tree.
pub(super) struct Writer<'s, 'a> {
    builder: TreeBuilder<'s>,
    scope: &'a Scope<'a>,
    /// The indices of values that are written outside of the expression that has them.
    copies: Vec<u32>,
}

/// A block without its type and the labels that lead to it.
#[derive(Clone, Copy)]
struct Rest<'e> {
    block: &'e Block,
    /// How many of its labels are behind.
    labels: usize,
    /// What it takes in the file, from its name on.
    span: Span,
}

/// What becomes one member of an object.
enum Group<'e> {
    Item(&'e Item),
    Blocks(&'e Name, Vec<Rest<'e>>),
}

impl<'s, 'a> Writer<'s, 'a> {
    pub(super) fn new(text: impl Into<Cow<'s, str>>, syntax: Syntax, scope: &'a Scope<'a>) -> Writer<'s, 'a> {
        Writer { builder: TreeBuilder::new(text, syntax), scope, copies: Vec::new() }
    }

    /// The tree, and the indices of values in it that are written somewhere else.
    pub(super) fn finish(self) -> Option<(Tree<'s>, Vec<u32>)> {
        Some((self.builder.finish()?, self.copies))
    }

    /// Adds what is in a body as an object. At the top of a file, blocks are told apart by their labels.
    pub(super) fn body(&mut self, body: &Body, depth: usize) {
        self.builder.begin_object(body.span);
        if !body.complete {
            self.builder.set_incomplete();
        }
        for group in groups(&body.items) {
            match group {
                Group::Item(item) => self.item(item, depth),
                Group::Blocks(name, blocks) => {
                    let is_named = depth == 1 && is_unique(&name.text);
                    self.blocks(name, &blocks, is_named, depth + 1);
                }
            }
        }
        self.builder.end();
    }

    fn item(&mut self, item: &Item, depth: usize) {
        match &item.content {
            Content::Attribute(expression) => {
                self.builder.name(item.name.span, &item.name.text);
                // What all instances are made of would be in each of them.
                if self.scope.instance.is_some() && &*item.name.text == "for_each" {
                    self.builder.unknown(expression.span);
                    return;
                }
                self.value(&self.scope.value(expression), expression.span, false, depth + 1);
            }
            // A `dynamic` block makes any number of blocks, maybe none, that are named as its label.
            Content::Block(block) => {
                if let Some(label) = block.labels.first() {
                    self.builder.name(label.span, &label.text);
                    self.builder.unknown(block.body.span);
                }
            }
        }
    }

    /// Adds blocks that have a type, and maybe some labels, in common.
    fn blocks(&mut self, name: &Name, blocks: &[Rest<'_>], is_named: bool, depth: usize) {
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return };
        if first.block.labels.len() > first.labels {
            self.builder.name(name.span, &name.text);
            self.builder.begin_object(Span::new(first.span.start, last.span.end));
            let mut index = HashMap::new();
            let mut by_label: Vec<(&Name, Vec<Rest<'_>>)> = Vec::new();
            for rest in blocks {
                let Some(label) = rest.block.labels.get(rest.labels) else { continue };
                let next = Rest { labels: rest.labels + 1, span: Span::new(label.span.start, rest.span.end), ..*rest };
                let has_labels = rest.block.labels.len() > next.labels;
                let at = *index.entry((&*label.text, has_labels)).or_insert(by_label.len());
                match by_label.get_mut(at) {
                    Some((_, same)) => same.push(next),
                    None => by_label.push((label, vec![next])),
                }
            }
            for (label, same) in by_label {
                self.blocks(label, &same, is_named, depth + 1);
            }
            self.builder.end();
        } else if is_named || blocks.len() == 1 {
            for (at, rest) in blocks.iter().enumerate() {
                let label = rest.labels.checked_sub(1).and_then(|label| rest.block.labels.get(label));
                let span = label.filter(|_| at > 0).map_or(name.span, |label| label.span);
                self.builder.name(span, &name.text);
                self.body(&rest.block.body, depth);
            }
        } else {
            self.builder.name(name.span, &name.text);
            self.builder.begin_array(Span::new(first.block.body.span.start, last.span.end));
            for rest in blocks {
                self.body(&rest.block.body, depth + 1);
            }
            self.builder.end();
        }
    }

    /// Adds a value that an expression has. One that is written outside of it is paid from the budget, once.
    fn value(&mut self, value: &Known, expression: Span, is_paid: bool, depth: usize) {
        let is_here = expression.start <= value.span.start && value.span.end <= expression.end;
        let mut is_paid = is_paid;
        if !is_paid && !is_here {
            if depth + value.depth > limits::DEPTH || !self.scope.budget.take(value.weight) {
                self.builder.unknown(expression);
                return;
            }
            is_paid = true;
            self.copies.push(offset(self.builder.len()));
        }
        match &value.kind {
            Kind::Null => self.builder.null(value.span),
            Kind::Boolean(boolean) => self.builder.boolean(value.span, *boolean),
            Kind::Number(number) => self.builder.number(value.span, number),
            Kind::String(text) => self.builder.string(value.span, text),
            Kind::Unknown => self.builder.unknown(value.span),
            Kind::List(elements) | Kind::Set(elements) => {
                self.builder.begin_array(value.span);
                for element in elements {
                    self.value(element, expression, is_paid, depth + 1);
                }
                if !value.complete {
                    self.builder.set_incomplete();
                }
                self.builder.end();
                return;
            }
            Kind::Object(members) => {
                self.builder.begin_object(value.span);
                for member in members {
                    self.builder.name(member.name_span, &member.name);
                    self.value(&member.value, expression, is_paid, depth + 1);
                }
                if !value.complete {
                    self.builder.set_incomplete();
                }
                self.builder.end();
                return;
            }
        }
        if !value.complete {
            self.builder.set_last_incomplete();
        }
    }

    /// Adds a whole value as the root.
    pub(super) fn root(&mut self, value: &Value) {
        self.value(value, value.span, false, 1);
    }
}

/// Puts blocks together that have one type, where the first of them stands.
fn groups(items: &[Item]) -> Vec<Group<'_>> {
    let mut index: HashMap<(Rc<str>, bool), usize> = HashMap::new();
    let mut groups = Vec::with_capacity(items.len());
    for item in items {
        match &item.content {
            Content::Block(block) if &*item.name.text != "dynamic" => {
                let span = Span::new(item.name.span.start, block.body.span.end);
                let rest = Rest { block, labels: 0, span };
                let at = *index.entry((item.name.text.clone(), block.labels.is_empty())).or_insert(groups.len());
                match groups.get_mut(at) {
                    Some(Group::Blocks(_, same)) => same.push(rest),
                    _ => groups.push(Group::Blocks(&item.name, vec![rest])),
                }
            }
            _ => groups.push(Group::Item(item)),
        }
    }
    groups
}

/// Whether a file may have one block of the type with the same labels.
fn is_unique(kind: &str) -> bool {
    matches!(kind, "resource" | "data" | "ephemeral" | "variable" | "output" | "module" | "check")
}
