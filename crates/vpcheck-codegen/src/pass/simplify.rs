//! Unions that are something simpler.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::facts::{Facts, View};
use crate::model::{Additional, Arm, Documentation, Kinds, NumberRules, ObjectRules, Shape, StringRules, UnionKeyword};

/// What is left of arms.
pub(crate) enum Simplified {
    /// Some were taken by others.
    Fewer(Vec<Arm>),
    /// None was.
    Same(Vec<Arm>),
}

/// Makes arms that only list values one list. The arms come back where they are not all of that kind.
pub(crate) fn values(arms: Vec<Arm>, keyword: UnionKeyword, view: View<'_>) -> (Option<Arm>, Vec<Arm>) {
    let mut seen = HashSet::new();
    let mut merged: Vec<Value> = Vec::new();
    let mut described = Vec::new();
    let mut keywords = Vec::new();
    for arm in &arms {
        let (shape, nullable) = view.resolve(&arm.shape);
        let Some(values) = shape.values.as_ref().filter(|_| !nullable && shape.annotations.scalar.is_none()) else {
            return (None, arms);
        };
        for value in values {
            if seen.insert(value) {
                merged.push(value.clone());
            } else if keyword == UnionKeyword::OneOf {
                return (None, arms);
            }
        }
        described.extend(shape.documentation.values.iter().cloned());
        if let [Value::String(value)] = values.as_slice() {
            let Documentation { title, description, .. } = &shape.documentation;
            described.extend(description.iter().chain(title).next().map(|text| (value.clone(), text.clone())));
        }
        keywords.extend(shape.keywords.iter().cloned());
    }
    let mut shape = Shape::anything(arms.first().map(|arm| arm.shape.place.clone()).unwrap_or_default());
    shape.kinds = merged.iter().fold(Kinds::NONE, |kinds, value| kinds.union(Kinds::of(value)));
    shape.values = Some(merged);
    shape.documentation.values = described;
    shape.keywords = keywords;
    (Some(Arm { name: String::new(), shape }), Vec::new())
}

/// How many arms are compared with each other.
const COMPARED: usize = 128;

/// Leaves out arms of `anyOf` of which another takes everything. What they list is known then, and the wider one is open.
pub(crate) fn widest(arms: Vec<Arm>, keyword: UnionKeyword, view: View<'_>) -> Simplified {
    if keyword == UnionKeyword::OneOf || arms.len() > COMPARED {
        return Simplified::Same(arms);
    }
    let mut kept: Vec<Arm> = Vec::new();
    let mut dropped = Vec::new();
    for arm in arms {
        if kept.iter().any(|wider| takes_all(view, &wider.shape, &arm.shape)) {
            dropped.push(arm);
            continue;
        }
        let (narrower, others) = kept.into_iter().partition(|old| takes_all(view, &arm.shape, &old.shape));
        kept = others;
        kept.push(arm);
        dropped.extend::<Vec<Arm>>(narrower);
    }
    if dropped.is_empty() {
        return Simplified::Same(kept);
    }
    if let [wide] = kept.as_mut_slice() {
        open(&mut wide.shape, &dropped, view);
    }
    Simplified::Fewer(kept)
}

/// Notes the strings that narrower arms list as the known values of a string.
fn open(wide: &mut Shape, dropped: &[Arm], view: View<'_>) {
    if wide.reference.is_some() || wide.kinds != Kinds::STRING || !wide.annotations.open.is_empty() {
        return;
    }
    for arm in dropped {
        let (shape, _) = view.resolve(&arm.shape);
        let values = shape.values.iter().flatten().filter_map(Value::as_str);
        wide.annotations.open.extend(values.map(str::to_owned));
        wide.documentation.values.extend(shape.documentation.values.iter().cloned());
    }
}

/// Whether `wide` takes everything that `narrow` takes, as far as can be seen.
fn takes_all<'m>(view: View<'m>, wide: &'m Shape, narrow: &'m Shape) -> bool {
    let Facts { kinds, values, .. } = view.facts(narrow);
    if !view.facts(wide).kinds.contains(kinds) {
        return false;
    }
    if let Some(values) = values {
        return values.iter().all(|value| view.takes(wide, value));
    }
    if wide.reference.is_some() && wide.reference == narrow.reference {
        return true;
    }
    let (wide, _) = view.resolve(wide);
    let (narrow, _) = view.resolve(narrow);
    has_no_rules(wide) || is_same(wide, narrow, view)
}

/// Whether nothing but types is asked for.
fn has_no_rules(shape: &Shape) -> bool {
    shape.values.is_none()
        && shape.excluded.is_empty()
        && shape.number == NumberRules::default()
        && shape.string == StringRules::default()
        && shape.array.items.is_none()
        && shape.array.min_items.is_none()
        && shape.array.max_items.is_none()
        && !shape.array.unique
        && shape.object.members.is_empty()
        && shape.object.patterns.is_empty()
        && shape.object.names.is_none()
        && shape.object.min_members.is_none()
        && shape.object.max_members.is_none()
        && matches!(shape.object.additional, Additional::Open)
        && shape.union.is_none()
        && shape.draft.is_none()
        && shape.annotations.scalar.is_none()
}

/// Whether two shapes have the same rules, apart from their types at the top.
fn is_same(left: &Shape, right: &Shape, view: View<'_>) -> bool {
    if left.union.is_some() || right.union.is_some() || left.draft.is_some() || right.draft.is_some() {
        return false;
    }
    left.values == right.values
        && left.excluded == right.excluded
        && left.number == right.number
        && left.string == right.string
        && left.array.min_items == right.array.min_items
        && left.array.max_items == right.array.max_items
        && left.array.unique == right.array.unique
        && left.annotations.scalar == right.annotations.scalar
        && match (&left.array.items, &right.array.items) {
            (None, None) => true,
            (Some(left), Some(right)) => is_same_inside(left, right, view),
            _ => false,
        }
        && has_same_members(&left.object, &right.object, view)
}

/// Whether two shapes have the same rules and types.
fn is_same_inside(left: &Shape, right: &Shape, view: View<'_>) -> bool {
    left.reference == right.reference
        && left.nullable == right.nullable
        && left.kinds == right.kinds
        && is_same(left, right, view)
}

fn has_same_members(left: &ObjectRules, right: &ObjectRules, view: View<'_>) -> bool {
    if !view.burn(left.members.len() + right.members.len()) {
        return false;
    }
    let additional = match (&left.additional, &right.additional) {
        (Additional::Open, Additional::Open) | (Additional::Closed, Additional::Closed) => true,
        (Additional::Shape(left), Additional::Shape(right)) => is_same_inside(left, right, view),
        _ => false,
    };
    let right_members: HashMap<&str, _> = right.members.iter().map(|member| (member.name.as_str(), member)).collect();
    let patterns = left.patterns.len() == right.patterns.len()
        && left
            .patterns
            .iter()
            .zip(&right.patterns)
            .all(|(left, right)| left.pattern == right.pattern && is_same_inside(&left.shape, &right.shape, view));
    additional
        && patterns
        && left.names.is_none()
        && right.names.is_none()
        && left.min_members == right.min_members
        && left.max_members == right.max_members
        && left.members.len() == right.members.len()
        && left.members.iter().all(|member| {
            right_members.get(member.name.as_str()).is_some_and(|other| {
                member.required == other.required && is_same_inside(&member.shape, &other.shape, view)
            })
        })
}

/// Makes `outer` take what `inner` takes, and keeps what it says itself.
pub(crate) fn absorb(outer: &mut Shape, inner: Shape, view: View<'_>) {
    let inner = match inner.draft.and_then(|index| view.decided.get(index)?.clone()) {
        Some(mut decided) => {
            decided.nullable |= inner.nullable;
            decided
        }
        None => inner,
    };
    // A chain of references has two links at most.
    let last = inner.reference.and_then(|id| {
        let shape = &view.definitions.get(id.0)?.shape;
        let shape = shape.draft.and_then(|index| view.decided.get(index)?.as_ref()).unwrap_or(shape);
        Some((shape.reference?, shape.nullable))
    });
    let Shape { documentation, annotations, keywords, .. } = inner;
    outer.nullable |= inner.nullable | last.is_some_and(|(_, nullable)| nullable);
    outer.reference = last.map(|(id, _)| id).or(inner.reference);
    outer.kinds = inner.kinds;
    outer.values = inner.values;
    outer.excluded = inner.excluded;
    outer.number = inner.number;
    outer.string = inner.string;
    outer.array = inner.array;
    outer.object = inner.object;
    outer.union = inner.union;
    outer.draft = None;
    outer.keywords.extend(keywords);
    outer.annotations.rules.extend(annotations.rules);
    outer.annotations.scalar = outer.annotations.scalar.take().or(annotations.scalar);
    outer.annotations.warns_of_unknown_members |= annotations.warns_of_unknown_members;
    if outer.annotations.open.is_empty() {
        outer.annotations.open = annotations.open;
    }
    super::merge::fill(&mut outer.documentation, &documentation);
}
