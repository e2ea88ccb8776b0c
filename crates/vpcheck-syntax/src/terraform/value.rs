//! What is known of the value of an expression.

use std::rc::Rc;

use crate::{Span, limits};

/// A value with the places where it is written. What is used in several places is shared.
pub(super) type Value = Rc<Known>;

/// What is known of a value.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whether everything in it could be read and is known to be there.
    pub(super) complete: bool,
    /// About how much memory it takes in a tree.
    pub(super) weight: usize,
    /// How deep arrays and objects in it are nested.
    pub(super) depth: usize,
}

/// What a value is.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Boolean(bool),
    /// A number as JSON writes it.
    Number(Rc<str>),
    String(Rc<str>),
    /// A list or tuple.
    List(Vec<Value>),
    /// A list without repetitions, which resources can be made for.
    Set(Vec<Value>),
    Object(Vec<Member>),
    Unknown,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) name: Rc<str>,
    pub(super) name_span: Span,
    pub(super) value: Value,
}

/// What a value takes beside its text.
const NODE_WEIGHT: usize = 16;

impl Known {
    pub(super) fn new(span: Span, kind: Kind, complete: bool) -> Value {
        let inside = |weight: usize, value: &Value| weight.saturating_add(value.weight);
        let weight = match &kind {
            Kind::Null | Kind::Boolean(_) | Kind::Unknown => 0,
            Kind::Number(text) | Kind::String(text) => text.len(),
            Kind::List(elements) | Kind::Set(elements) => elements.iter().fold(0, inside),
            Kind::Object(members) => members
                .iter()
                .fold(0, |weight: usize, member| inside(weight.saturating_add(member.name.len()), &member.value)),
        };
        let depth = match &kind {
            Kind::List(elements) | Kind::Set(elements) => {
                1 + elements.iter().map(|value| value.depth).max().unwrap_or(0)
            }
            Kind::Object(members) => 1 + members.iter().map(|member| member.value.depth).max().unwrap_or(0),
            _ => 0,
        };
        if depth > limits::DEPTH {
            return Known::unknown(span);
        }
        Rc::new(Known { span, kind, complete, weight: weight.saturating_add(NODE_WEIGHT), depth })
    }

    /// A value that only a run of Terraform can tell.
    pub(super) fn unknown(span: Span) -> Value {
        Rc::new(Known { span, kind: Kind::Unknown, complete: true, weight: NODE_WEIGHT, depth: 0 })
    }

    /// The value as Terraform puts it into a string.
    pub(super) fn text(&self) -> Option<Rc<str>> {
        match &self.kind {
            Kind::String(text) => Some(text.clone()),
            Kind::Boolean(boolean) => Some(if *boolean { "true" } else { "false" }.into()),
            // Other numbers are written out in full by Terraform, which nobody does in a name.
            Kind::Number(number) => crate::Number::new(number).as_i64().map(|number| number.to_string().into()),
            _ => None,
        }
    }

    /// How many values it has directly inside.
    pub(super) fn len(&self) -> usize {
        match &self.kind {
            Kind::List(elements) | Kind::Set(elements) => elements.len(),
            Kind::Object(members) => members.len(),
            _ => 0,
        }
    }

    /// The value inside that a step leads to.
    pub(super) fn inside(&self, step: &Known) -> Option<Value> {
        match &self.kind {
            Kind::Object(members) => {
                let name = step.text()?;
                // Of several members with one name the last one counts.
                members.iter().rev().find(|member| member.name == name).map(|member| member.value.clone())
            }
            Kind::List(elements) => {
                let index = crate::Number::new(&step.text()?).as_i64()?;
                elements.get(usize::try_from(index).ok()?).cloned()
            }
            _ => None,
        }
    }
}
