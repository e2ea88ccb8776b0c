//! What is said when members are missing, refused or too many.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{Item, ItemId, ItemKind, MemberKind, Plan, Type};
use super::names::{list, with_article};
use super::slots::{Leaf, Reading};

pub(super) fn missing(member: &str, one: &str) -> String {
    format!("`{member}` is missing: {one} {} it", need(one))
}

/// The verb for one thing with its article, or for several, which have none.
fn need(one: &str) -> &'static str {
    if one.starts_with("a ") || one.starts_with("an ") { "needs" } else { "need" }
}

/// The arms for members that are there together, or not at all, in no object.
pub(super) fn conflicts(item: &Item, selectors: &[String], patterns: &[Vec<bool>]) -> TokenStream {
    let quoted: Vec<String> = selectors.iter().map(|selector| format!("`{selector}`")).collect();
    let none = format!("{} {} {}", item.one, need(&item.one), list(&quoted, "or"));
    let mut arms = TokenStream::new();
    // Beyond this there would be more combinations than anybody wants to see.
    if selectors.len() > 4 {
        let several = format!("of {} there are too many: keep those of one kind", list(&quoted, "and"));
        let absent = selectors.iter().map(|_| false);
        let takes_none = patterns.iter().any(|pattern| !pattern.contains(&true));
        let none = (!takes_none).then(|| quote!((#(#absent,)*) => return Err(serde::de::Error::custom(#none)),));
        return quote! {
            #none
            _ => return Err(serde::de::Error::custom(#several)),
        };
    }
    for bits in 0..1_usize << selectors.len() {
        let pattern: Vec<bool> = (0..selectors.len()).map(|index| bits >> index & 1 == 1).collect();
        if patterns.contains(&pattern) {
            continue;
        }
        let there: Vec<String> = quoted
            .iter()
            .zip(&pattern)
            .filter(|(_, is_there)| **is_there)
            .map(|(selector, _)| selector.clone())
            .collect();
        let message = match there.len() {
            0 => none.clone(),
            1 => format!("{} does not stand alone in {}", there.join(""), item.one),
            2 => format!("{} has both {}: keep one", item.one, list(&there, "and")),
            _ => format!("{} has {}: keep those of one kind", item.one, list(&there, "and")),
        };
        arms.extend(quote!((#(#pattern,)*) => return Err(serde::de::Error::custom(#message)),));
    }
    arms
}

/// Why a member that another object wants is refused in this one.
pub(super) fn belongs(
    plan: &Plan,
    reading: &Reading<'_>,
    index: usize,
    json: &str,
    one: &str,
    id: ItemId,
    otherwise: &str,
) -> String {
    let wants = |leaf: &Leaf<'_>| {
        let member = leaf.object.members.iter().find(|member| member.json == json);
        member.is_some_and(|member| matches!(member.kind, MemberKind::Field { .. } | MemberKind::Constant(_)))
    };
    let mut others = reading.leaves.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, leaf)| leaf);
    let owner = others.find(|leaf| wants(leaf)).map(|leaf| plan.item(leaf.id).one.clone());
    let owner = owner.or_else(|| sibling(plan, id, json));
    match owner {
        Some(owner) => format!("`{json}` belongs to {owner}, and this is {one}"),
        None => format!("`{json}` {otherwise} in {}", with_article(one.split_once(' ').map_or(one, |(_, noun)| noun))),
    }
}

/// The object that wants a member and stands in a union with this one.
fn sibling(plan: &Plan, id: ItemId, json: &str) -> Option<String> {
    let objects = plan.items.iter().filter_map(|item| {
        let ItemKind::Choice(choice) = &item.kind else { return None };
        let targets: Vec<ItemId> = choice
            .arms
            .iter()
            .filter_map(|arm| if let Type::Named(target) = plan.plain(&arm.type_) { Some(*target) } else { None })
            .collect();
        targets.contains(&id).then_some(targets)
    });
    objects.flatten().find_map(|target| {
        let item = plan.item(target);
        let ItemKind::Object(object) = &item.kind else { return None };
        let member = object.members.iter().find(|member| member.json == json)?;
        matches!(member.kind, MemberKind::Field { .. }).then(|| item.one.clone())
    })
}
