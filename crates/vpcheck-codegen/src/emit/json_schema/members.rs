//! What plain objects have in common, and what each asks for beyond that.
//!
//! Editors propose every member that stands in `properties` with a schema of its own, be it null at most, and know only `false` as
//! what is not to be proposed. So a member that an arm has no use for is never listed with `type: null`: it is ruled out where it is
//! there and not null.

use std::collections::{HashMap, HashSet};

use super::Writer;
use super::shape::{Null, is_leaf, listed, types};
use crate::{
    export::json::{Json, Members},
    model::{Additional, Arm, Kinds, Member, Shape},
};

/// `required`, where there is any.
pub(super) fn require<'n>(names: impl IntoIterator<Item = &'n str>, members: &mut Members) {
    let names: Vec<Json> = names.into_iter().map(Json::from).collect();
    if !names.is_empty() {
        members.add("required", names);
    }
}

/// Arms that are plain objects, so that what they have in common can be said once.
pub(super) struct Common<'m> {
    /// The members of each arm.
    arms: Vec<HashMap<&'m str, &'m Member>>,
    /// All names, in the order of the arms, with what is said of each.
    names: Vec<(&'m str, Said<'m>)>,
    is_closed: bool,
}

/// What the arms say of a member.
#[derive(Clone, Copy)]
struct Said<'m> {
    shape: Together<'m>,
    /// Whether all of them require it.
    is_required: bool,
}

/// Which members are said for all arms together.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Shared {
    /// All that can be said so.
    Any,
    /// Those that every arm has a use for: editors shall propose the others with their arm.
    Everywhere,
}

/// What is known of a member in an arm, before its rules are looked at. Null counts as absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Known {
    /// Its value: there is nothing to say of it.
    Value,
    /// That it is there.
    There,
    /// That it is not there.
    Absent,
}

/// What one arm says beyond the base.
pub(super) struct Rest<'m> {
    /// What it asks for.
    pub(super) rules: Members,
    /// The members that are null if they are there.
    pub(super) unused: Vec<&'m str>,
}

/// What the arms ask of a member together.
#[derive(Clone, Copy)]
enum Together<'m> {
    /// The same shape in all arms that take it; null is taken where one of them takes null.
    Shape(&'m Shape, Null),
    /// It is null in all arms.
    Null,
    /// Each arm something else.
    Apart,
}

impl<'m> Common<'m> {
    /// The arms, where all of them are objects that only list members.
    pub(super) fn of(writer: &Writer<'m>, arms: &'m [Arm], shared: Shared) -> Option<Common<'m>> {
        let model = writer.export.model;
        let resolved: Vec<&Shape> = arms.iter().map(|arm| model.resolve(&arm.shape)).collect();
        let is_plain = |shape: &&Shape| {
            let object = &shape.object;
            shape.kinds == Kinds::OBJECT
                && !shape.nullable
                && shape.union.is_none()
                && shape.values.is_none()
                && shape.excluded.is_empty()
                && object.patterns.is_empty()
                && object.names.is_none()
                && object.min_members.is_none()
                && object.max_members.is_none()
                && matches!(object.additional, Additional::Open)
        };
        let closed = resolved.iter().filter(|shape| writer.export.closes(shape)).count();
        let is_alike = closed == 0 || closed == resolved.len();
        if !is_alike || !resolved.iter().all(is_plain) || arms.iter().any(|arm| model.takes_null(&arm.shape)) {
            return None;
        }
        let mut names: Vec<&str> = Vec::new();
        let mut seen = HashSet::new();
        for member in resolved.iter().flat_map(|shape| &shape.object.members) {
            if seen.insert(member.name.as_str()) {
                names.push(&member.name);
            }
        }
        let index = |shape: &&'m Shape| {
            shape.object.members.iter().map(|member| (member.name.as_str(), member)).collect::<HashMap<_, _>>()
        };
        let arms: Vec<HashMap<_, _>> = resolved.iter().map(index).collect();
        let is_closed = closed > 0;
        let names = names.into_iter().map(|name| (name, said(writer, &arms, is_closed, shared, name))).collect();
        Some(Common { arms, names, is_closed })
    }

    /// What all arms say. The member `told` decides, and is not in it.
    pub(super) fn base(&self, writer: &mut Writer<'m>, told: Option<(&str, &Members)>, members: &mut Members) {
        require(self.names.iter().filter(|(_, said)| said.is_required).map(|(name, _)| *name), members);
        let mut properties = Members::default();
        for &(name, said) in &self.names {
            if let Some((_, rules)) = told.filter(|(told, _)| *told == name) {
                properties.add(name, rules.clone());
                continue;
            }
            match said.shape {
                Together::Shape(shape, null) => properties.add(name, writer.slot_with(shape, null)),
                Together::Null => properties.add(name, Members::default().with("type", "null")),
                // It is listed so that a closed object knows it.
                Together::Apart if self.is_closed => properties.add(name, true),
                Together::Apart => {}
            }
        }
        if !properties.is_empty() {
            members.add("properties", properties);
        }
        if self.is_closed {
            members.add("additionalProperties", false);
        }
    }

    /// What one arm says beyond that.
    pub(super) fn rest(&self, writer: &mut Writer<'m>, arm: usize, known: &[(&str, Known)]) -> Rest<'m> {
        let mut rest = Rest { rules: Members::default(), unused: Vec::new() };
        let Some(arm) = self.arms.get(arm) else { return rest };
        let mut required = Vec::new();
        let mut properties = Members::default();
        for &(name, said) in &self.names {
            let member = arm.get(name).copied();
            let known = known.iter().find(|(known, _)| *known == name).map(|(_, known)| *known);
            if !said.is_required && known.is_none() && member.is_some_and(|member| member.required) {
                required.push(name);
            }
            let is_implied = match known {
                Some(Known::Value) => true,
                Some(Known::There) => {
                    matches!(said.shape, Together::Shape(..)) && member.is_some_and(|member| !is_never(&member.shape))
                }
                Some(Known::Absent) => member.is_some_and(|member| is_null(&member.shape)),
                None => false,
            };
            let narrower = match (said.shape, member) {
                _ if is_implied => None,
                (_, None) => self.is_closed.then(|| Json::from(false)),
                (Together::Null, _) => None,
                (_, Some(member)) if is_null(&member.shape) && known.is_none() => {
                    rest.unused.push(name);
                    None
                }
                (Together::Shape(_, null), Some(member)) => narrower(writer, &member.shape, null),
                (Together::Apart, Some(member)) => Some(writer.slot(&member.shape)),
            };
            if let Some(narrower) = narrower {
                properties.add(name, narrower);
            }
        }
        require(required, &mut rest.rules);
        if !properties.is_empty() {
            rest.rules.add("properties", properties);
        }
        rest
    }
}

/// What the arms say of the member of that name.
fn said<'m>(
    writer: &Writer<'m>,
    arms: &[HashMap<&'m str, &'m Member>],
    is_closed: bool,
    shared: Shared,
    name: &str,
) -> Said<'m> {
    let model = writer.export.model;
    let listed: Vec<&'m Member> = arms.iter().filter_map(|arm| arm.get(name).copied()).collect();
    let is_everywhere = listed.len() == arms.len();
    let is_required = is_everywhere && listed.iter().all(|member| member.required);
    if !is_closed && !is_everywhere {
        return Said { shape: Together::Apart, is_required };
    }
    let shapes: Vec<&'m Shape> = listed.into_iter().map(|member| &member.shape).collect();
    let takes_null = shapes.iter().any(|shape| !is_never(shape) && model.takes_null(shape));
    let is_used = |shape: &&&'m Shape| !is_never(shape) && !is_null(shape);
    let users = shapes.iter().filter(is_used).count();
    if shared == Shared::Everywhere && users > 0 && users < arms.len() {
        return Said { shape: Together::Apart, is_required };
    }
    let mut taken = shapes.iter().filter(is_used);
    let shape = match taken.next() {
        None if shapes.iter().all(|shape| is_null(shape)) => Together::Null,
        Some(&first) if taken.all(|other| is_same(first, other)) => Together::Shape(first, Null::when(takes_null)),
        _ => Together::Apart,
    };
    Said { shape, is_required }
}

/// What an arm asks of a member whose shape all arms share.
fn narrower(writer: &Writer<'_>, shape: &Shape, null: Null) -> Option<Json> {
    let model = writer.export.model;
    let mut members = Members::default();
    if is_never(shape) {
        return Some(Json::from(false));
    } else if is_null(shape) {
        types(Kinds::NULL, Null::Refused, &mut members);
    } else if !null.is_taken() || model.takes_null(shape) {
        return None;
    } else {
        let target = model.resolve(shape);
        match &target.values {
            Some(values) => listed(values, Null::Refused, &mut members),
            None => types(target.kinds.difference(Kinds::NULL), Null::Refused, &mut members),
        }
    }
    Some(members.into())
}

fn is_never(shape: &Shape) -> bool {
    shape.reference.is_none() && shape.kinds.is_empty() && shape.union.is_none() && !shape.nullable
}

pub(super) fn is_null(shape: &Shape) -> bool {
    let is_only = shape.kinds == Kinds::NULL || (shape.kinds.is_empty() && shape.nullable);
    shape.reference.is_none() && is_only && shape.union.is_none()
}

/// Whether two shapes take the same but for null. What has shapes in it is not looked into, so that the work stays bounded.
fn is_same(left: &Shape, right: &Shape) -> bool {
    if left.reference.is_some() || right.reference.is_some() {
        return left.reference == right.reference;
    }
    std::ptr::eq(left, right)
        || is_leaf(left)
            && is_leaf(right)
            && left.kinds == right.kinds
            && left.values == right.values
            && left.excluded == right.excluded
            && left.number == right.number
            && left.string == right.string
            && left.annotations.scalar == right.annotations.scalar
}
