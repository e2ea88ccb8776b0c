//! Which members go together.

use super::{
    facts::{kind, value},
    page::{Block, Row, Table, Text},
};
use crate::model::{Arm, Dispatch, Kinds, Model, Shape, Union};

/// How many alternatives are compared side by side.
const SIDE_BY_SIDE: usize = 6;

/// How the alternatives of a union are told apart, and which members each takes.
pub(super) fn blocks(model: &Model, anchor: &str, union: &Union) -> Vec<Block> {
    let told = (0..union.arms.len()).map(|arm| told_by(model, union, arm));
    let rows = told.zip(&union.arms).map(|(told, arm)| Row { anchor: None, cells: vec![told, arm_name(model, arm)] });
    let head = ["Where", "It is"].map(Text::plain).to_vec();
    let about = format!("Alternatives of {anchor}");
    let mut blocks = vec![Block::Table(Table { head, rows: rows.collect(), about })];
    blocks.extend(
        together(model, anchor, union).into_iter().flat_map(|table| [Block::Label("What goes together"), table]),
    );
    blocks
}

fn arm_name(model: &Model, arm: &Arm) -> Text {
    let shape = &arm.shape;
    if shape.reference.is_none() && (shape.union.is_some() || !shape.object.members.is_empty()) {
        return Text::plain(shape.documentation.title.clone().unwrap_or_else(|| arm.name.clone()));
    }
    kind(model, shape)
}

fn told_by(model: &Model, union: &Union, arm: usize) -> Text {
    match &union.dispatch {
        Dispatch::Kind => union
            .arms
            .get(arm)
            .map(|arm| Text::plain("a value of type ").and(types(model.resolve(&arm.shape))))
            .unwrap_or_default(),
        Dispatch::Tag { member, values } => match values.get(arm) {
            Some(Some(values)) => Text::code(member).then(" is ").and(Text::join(values.iter().map(value), " or ")),
            _ => Text::code(member).then(" is something else"),
        },
        Dispatch::Members { selectors, patterns, null_is_absent } => {
            let pattern = patterns.get(arm).map(Vec::as_slice).unwrap_or_default();
            let there = selectors.iter().zip(pattern).filter(|(_, there)| **there);
            let there = Text::join(there.map(|(name, _)| Text::code(name)), " and ");
            if there.is_empty() {
                return Text::plain("none of the others is there");
            }
            let is_there = if *null_is_absent { " (not null)" } else { "" };
            there
                .then(if pattern.iter().filter(|there| **there).count() > 1 { " are there" } else { " is there" })
                .then(is_there)
        }
    }
}

fn types(shape: &Shape) -> Text {
    let names = [
        (Kinds::STRING, "string"),
        (Kinds::INTEGER, "integer"),
        (Kinds::FRACTION, "number"),
        (Kinds::BOOLEAN, "boolean"),
        (Kinds::ARRAY, "list"),
        (Kinds::OBJECT, "object"),
        (Kinds::NULL, "null"),
    ];
    let names = names.into_iter().filter(|(kind, _)| shape.kinds.contains(*kind));
    Text::join(names.map(|(_, name)| Text::plain(name)), " or ")
}

/// Members beside alternatives: what each asks of each.
fn together(model: &Model, anchor: &str, union: &Union) -> Option<Block> {
    let arms: Vec<&Shape> = union.arms.iter().map(|arm| model.resolve(&arm.shape)).collect();
    let is_object = |shape: &&Shape| shape.union.is_none() && !shape.object.members.is_empty();
    if arms.len() > SIDE_BY_SIDE || !arms.iter().all(is_object) {
        return None;
    }
    let mut names: Vec<&str> = Vec::new();
    for member in arms.iter().flat_map(|shape| &shape.object.members) {
        if !names.contains(&member.name.as_str()) {
            names.push(&member.name);
        }
    }
    let rows = names.into_iter().map(|name| {
        let cells = arms.iter().map(|shape| Text::plain(asked(shape, name)));
        Row { anchor: None, cells: std::iter::once(Text::code(name)).chain(cells).collect() }
    });
    let head = std::iter::once(Text::plain("Member")).chain(union.arms.iter().map(|arm| arm_name(model, arm)));
    let about = format!("Members of the alternatives of {anchor}");
    Some(Block::Table(Table { head: head.collect(), rows: rows.collect(), about }))
}

fn asked(shape: &Shape, name: &str) -> &'static str {
    let Some(member) = shape.object.members.iter().find(|member| member.name == name) else { return "not listed" };
    let part = &member.shape;
    let has_own = part.reference.is_none() && part.union.is_none();
    if member.required {
        "required"
    } else if has_own && part.kinds.is_empty() && !part.nullable {
        "never"
    } else if has_own && part.kinds == Kinds::NULL {
        "null or absent"
    } else {
        "optional"
    }
}
