//! Types whose values are the same where the JSON was the same, and only there.

use std::collections::HashSet;

use super::item::{Extra, Fate, ItemId, ItemKind, MemberKind, Object, Plan, Type};

/// Whether reading a value of the type keeps all that tells it from others.
pub(super) fn is_lossless(plan: &Plan, type_: &Type) -> bool {
    let mut seen = HashSet::new();
    let mut open = vec![type_];
    while let Some(type_) = open.pop() {
        match type_ {
            // An address can be written in several ways, and what a hand-written type keeps is not known here.
            Type::Ipv6 | Type::External(_) => return false,
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => open.push(inner),
            Type::Named(id) => {
                if seen.insert(id.0) && !item(plan, *id, &mut open) {
                    return false;
                }
            }
            Type::Null
            | Type::Boolean
            | Type::Integer(_)
            | Type::NonZero(_)
            | Type::Finite
            | Type::Text
            | Type::Ipv4
            | Type::Any => {}
        }
    }
    true
}

fn item<'p>(plan: &'p Plan, id: ItemId, open: &mut Vec<&'p Type>) -> bool {
    match &plan.item(id).kind {
        ItemKind::Alias(type_) => open.push(type_),
        ItemKind::Names(_) | ItemKind::Scalar(_) => {}
        ItemKind::List(list) => open.push(&list.items),
        ItemKind::Map(map) => open.push(&map.values),
        ItemKind::Choice(choice) => open.extend(choice.arms.iter().map(|arm| &arm.type_)),
        ItemKind::Object(object) => return keeps_all(object, open),
    }
    true
}

/// Whether the members of an object are all kept: none is dropped, and null is not taken for absent.
fn keeps_all<'p>(object: &'p Object, open: &mut Vec<&'p Type>) -> bool {
    for member in &object.members {
        match &member.kind {
            MemberKind::Field { type_, nullable, .. } if member.required || !nullable => open.push(type_),
            MemberKind::Constant(_) | MemberKind::Never => {}
            MemberKind::Null if member.required => {}
            MemberKind::Field { .. } | MemberKind::Dropped { .. } | MemberKind::Null => return false,
        }
    }
    if let Extra::Kept(type_) = &object.extra {
        open.push(type_);
    }
    object.fates.as_ref().map_or(!matches!(object.extra, Extra::Ignored), |fates| !fates.any(Fate::Ignored))
}
