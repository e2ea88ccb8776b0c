//! Members that stand in several arms of a union and say the same: they become one type.

use std::collections::BTreeMap;

use super::canonical::canonical;
use super::names::pascal;
use crate::model::{Additional, Dispatch, Model, Shape, Union};

/// Per place of such a member the place of the first one, and a name for the type.
pub(super) fn find(model: &Model) -> BTreeMap<String, (String, Option<String>)> {
    let mut alike = BTreeMap::new();
    for definition in &model.definitions {
        let mut open = vec![(&definition.shape, Some(definition.name.as_str()))];
        while let Some((shape, name)) = open.pop() {
            if let Some(union) = &shape.union {
                if !matches!(union.dispatch, Dispatch::Kind) {
                    compare(model, union, name, &mut alike);
                }
                open.extend(union.arms.iter().map(|arm| (&arm.shape, None)));
            }
            open.extend(shape.object.members.iter().map(|member| (&member.shape, None)));
            open.extend(shape.array.items.iter().map(|items| (&**items, None)));
            open.extend(shape.object.patterns.iter().map(|other| (&other.shape, None)));
            if let Additional::Shape(values) = &shape.object.additional {
                open.push((values, None));
            }
        }
    }
    alike
}

fn compare(model: &Model, union: &Union, name: Option<&str>, alike: &mut BTreeMap<String, (String, Option<String>)>) {
    let mut groups: BTreeMap<(&str, String), Vec<&Shape>> = BTreeMap::new();
    for arm in &union.arms {
        for member in &model.resolve(&arm.shape).object.members {
            if member.shape.reference.is_none() {
                groups.entry((&member.name, canonical(&member.shape))).or_default().push(&member.shape);
            }
        }
    }
    for ((member, _), shapes) in groups {
        let [first, others @ ..] = shapes.as_slice() else { continue };
        if others.is_empty() {
            continue;
        }
        let named = name.map(|name| format!("{name}{}", pascal(member, "Value")));
        for shape in &shapes {
            let first = (first.place.pointer.clone(), named.clone());
            alike.entry(shape.place.pointer.clone()).or_insert(first);
        }
    }
}
