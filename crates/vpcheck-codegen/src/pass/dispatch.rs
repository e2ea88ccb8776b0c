//! How the arms of a union of objects are told apart.

use std::collections::{HashMap, HashSet};

use regex::Regex;
use serde_json::Value;

use super::{
    accept,
    facts::{Facts, Presence, View},
};
use crate::model::{Arm, Dispatch, Kinds, Member, Shape};

/// Whether arms can be told apart.
pub(crate) enum Dispatched {
    /// By this.
    By(Dispatch),
    /// Nothing was found.
    Unknown,
}

/// How many members are tried as tags or selectors.
const CANDIDATES: usize = 64;

/// How many members of arms are looked at to find selectors.
const LOOKED_AT: usize = 1_000_000;

/// An arm with its members by name.
struct Object<'m> {
    shape: &'m Shape,
    members: HashMap<&'m str, &'m Member>,
    patterns: Vec<(Regex, &'m Shape)>,
}

/// Finds how arms are told apart that may all be objects.
pub(crate) fn find(arms: &[Arm], view: View<'_>) -> Dispatched {
    let mut objects = Vec::new();
    for arm in arms {
        let (shape, nullable) = view.resolve(&arm.shape);
        let lists_members = shape.kinds == Kinds::OBJECT && shape.union.is_none() && shape.draft.is_none();
        if nullable || !lists_members || shape.values.is_some() {
            return Dispatched::Unknown;
        }
        let members = shape.object.members.iter().map(|member| (member.name.as_str(), member)).collect();
        let patterns = shape.object.patterns.iter();
        let patterns = patterns.filter_map(|other| Some((accept::compiled(&other.pattern)?, &other.shape))).collect();
        objects.push(Object { shape, members, patterns });
    }
    match tag(&objects, view).or_else(|| members(&objects, view)) {
        Some(dispatch) => Dispatched::By(dispatch),
        None => Dispatched::Unknown,
    }
}

/// A member that every arm requires, and whose values are of one arm each.
fn tag(objects: &[Object<'_>], view: View<'_>) -> Option<Dispatch> {
    let first = objects.first()?;
    let is_candidate = |member: &&Member| {
        let facts = view.facts(&member.shape);
        member.required && (facts.values.is_some() || !facts.excluded.is_empty() || facts.kinds == Kinds::BOOLEAN)
    };
    let mut candidates = first.shape.object.members.iter().filter(is_candidate).take(CANDIDATES);
    candidates.find_map(|member| {
        let facts = objects.iter().map(|object| {
            let member = object.members.get(member.name.as_str()).filter(|member| member.required)?;
            Some(view.facts(&member.shape))
        });
        let values = disjoint(&facts.collect::<Option<Vec<Facts<'_>>>>()?)?;
        Some(Dispatch::Tag { member: member.name.clone(), values })
    })
}

/// Per arm the values of a tag, where they are disjoint; nothing for the one arm that takes all others.
fn disjoint(facts: &[Facts<'_>]) -> Option<Vec<Option<Vec<Value>>>> {
    let mut seen = HashSet::new();
    let mut values = Vec::new();
    let mut rest = None;
    for facts in facts {
        match facts.values {
            Some(listed) => {
                let null = facts.kinds.contains(Kinds::NULL).then_some(Value::Null);
                let listed: Vec<Value> = listed.iter().cloned().chain(null).collect();
                if !listed.iter().all(|value| seen.insert(value.clone())) {
                    return None;
                }
                values.push(Some(listed));
            }
            None if rest.is_none() => {
                rest = Some(facts);
                values.push(None);
            }
            None => return None,
        }
    }
    rest.is_none_or(|rest| !seen.iter().any(|value| rest.may_take(value))).then_some(values)
}

/// Members whose presence tells the arms apart.
fn members(objects: &[Object<'_>], view: View<'_>) -> Option<Dispatch> {
    let mut seen = HashSet::new();
    let all = objects.iter().flat_map(|object| &object.shape.object.members).map(|member| member.name.as_str());
    let names = all.filter(|name| seen.insert(*name)).take(LOOKED_AT / objects.len().max(1));
    let mut candidates = Vec::new();
    for name in names {
        let presence = |object: &Object<'_>| {
            let mut matching =
                object.patterns.iter().filter(|(pattern, _)| pattern.is_match(name)).map(|(_, shape)| *shape);
            view.presence(object.shape, object.members.get(name).copied(), &mut matching)
        };
        let presences: Vec<Presence> = objects.iter().map(presence).collect();
        let is_required = |presence: &Presence| matches!(presence, Presence::Required | Presence::RequiredOrNull);
        let tells = presences.iter().any(is_required) && !presences.iter().all(is_required);
        if tells && !presences.contains(&Presence::Optional) {
            candidates.push((name, presences));
        }
        if candidates.len() == CANDIDATES {
            break;
        }
    }
    // Where an arm lets a member be null, null has to count as absent; where an arm requires one that may be null, it cannot.
    let with_null = |(_, presences): &&(&str, Vec<Presence>)| !presences.contains(&Presence::RequiredOrNull);
    let without_null = |(_, presences): &&(&str, Vec<Presence>)| !presences.contains(&Presence::NullOnly);
    let prefers_null = candidates.iter().any(|(_, presences)| presences.contains(&Presence::NullOnly));
    let select_null = || select(candidates.iter().filter(with_null), objects.len(), true);
    let select_plain = || select(candidates.iter().filter(without_null), objects.len(), false);
    if prefers_null { select_null().or_else(select_plain) } else { select_plain() }
}

/// Chooses selectors in order: one that parts arms which were alike, or that is the first of an arm.
fn select<'c>(
    candidates: impl Iterator<Item = &'c (&'c str, Vec<Presence>)>,
    arms: usize,
    null_is_absent: bool,
) -> Option<Dispatch> {
    let mut selectors = Vec::new();
    let mut patterns: Vec<Vec<bool>> = vec![Vec::new(); arms];
    let count = |patterns: &[Vec<bool>]| patterns.iter().collect::<HashSet<_>>().len();
    for (name, presences) in candidates {
        let before = count(&patterns);
        let mut next = patterns.clone();
        let mut is_first = false;
        for (pattern, presence) in next.iter_mut().zip(presences) {
            let is_required = matches!(presence, Presence::Required | Presence::RequiredOrNull);
            is_first |= is_required && !pattern.contains(&true);
            pattern.push(is_required);
        }
        if is_first || count(&next) > before {
            patterns = next;
            selectors.push((*name).to_owned());
        }
    }
    (count(&patterns) == arms).then_some(Dispatch::Members { selectors, patterns, null_is_absent })
}
