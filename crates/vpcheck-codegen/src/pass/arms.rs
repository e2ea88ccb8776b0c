//! Names of the arms of a union.

use serde_json::Value;

use super::{
    facts::View,
    names::{Taken, pascal, words},
};
use crate::model::{Arm, Dispatch, Kinds};

/// Names the arms: by their definitions or titles, without the words that they share with the union; else by what tells them
/// apart.
pub(crate) fn name(owner: &str, arms: &mut [Arm], dispatch: &Dispatch, view: View<'_>) {
    for arm in arms.iter_mut() {
        if let Some(definition) = arm.shape.reference.and_then(|id| view.definitions.get(id.0)) {
            arm.name.clone_from(&definition.name);
        }
    }
    let short = shorten(owner, arms);
    let mut taken = Taken::default();
    for (index, (arm, short)) in arms.iter_mut().zip(short).enumerate() {
        let name = Some(short)
            .filter(|name| !name.is_empty())
            .or_else(|| told_by(index, dispatch))
            .or_else(|| by_kind(view.facts(&arm.shape).kinds))
            .unwrap_or_else(|| format!("Variant{}", index + 1));
        arm.name = taken.unique(name);
    }
}

/// The names without the words at the end that each has in common with the union, or else that all have in common.
fn shorten(owner: &str, arms: &[Arm]) -> Vec<String> {
    let owner = words(owner);
    let split: Vec<Vec<&str>> = arms.iter().map(|arm| words(&arm.name)).collect();
    let named = split.iter().filter(|words| !words.is_empty());
    let shared = named.clone().skip(1).fold(named.clone().next().cloned().unwrap_or_default(), |shared, words| {
        let length = common_end(&shared, words);
        shared.into_iter().rev().take(length).rev().collect()
    });
    let is_shared = named.count() > 1;
    let without = |words: &Vec<&str>| {
        let with_owner = common_end(words, &owner);
        let cut = if with_owner > 0 {
            with_owner
        } else if is_shared {
            shared.len()
        } else {
            0
        };
        let start = if cut == 0 && words.len() > owner.len() && !owner.is_empty() && words.starts_with(&owner) {
            owner.len()
        } else {
            0
        };
        let end = if cut < words.len() { words.len() - cut } else { words.len() };
        words.get(start..end).unwrap_or_default().concat()
    };
    let mut seen = std::collections::HashSet::new();
    let full = |words: &Vec<&str>| words.concat();
    let short: Vec<String> = split.iter().map(without).collect();
    let is_usable = |name: &String| name.is_empty() || !name.starts_with(|first: char| first.is_ascii_digit());
    if short.iter().all(|name| name.is_empty() || (seen.insert(name.clone()) && is_usable(name))) {
        short
    } else {
        split.iter().map(full).collect()
    }
}

/// How many words two names have in common at the end.
fn common_end(left: &[&str], right: &[&str]) -> usize {
    left.iter().rev().zip(right.iter().rev()).take_while(|(left, right)| left == right).count()
}

/// The name of an arm by what tells it from the others.
fn told_by(index: usize, dispatch: &Dispatch) -> Option<String> {
    match dispatch {
        Dispatch::Kind => None,
        Dispatch::Tag { values, .. } => match values.get(index)?.as_deref() {
            None => Some("Other".to_owned()),
            Some([Value::String(text)]) => pascal(text).filter(|name| name.len() <= 40),
            Some([Value::Bool(boolean)]) => Some(if *boolean { "True" } else { "False" }.to_owned()),
            Some(_) => None,
        },
        Dispatch::Members { selectors, patterns, .. } => {
            let there = selectors.iter().zip(patterns.get(index)?).filter(|(_, there)| **there);
            let names: Vec<&str> = there.map(|(name, _)| name.as_str()).collect();
            pascal(&names.join(" ")).filter(|name| name.len() <= 40)
        }
    }
}

fn by_kind(kinds: Kinds) -> Option<String> {
    let name = match kinds {
        Kinds::BOOLEAN => "Boolean",
        Kinds::INTEGER => "Integer",
        Kinds::NUMBER | Kinds::FRACTION => "Number",
        Kinds::STRING => "String",
        Kinds::ARRAY => "Array",
        Kinds::OBJECT => "Object",
        _ => return None,
    };
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Place, Shape};

    #[test]
    fn words_that_say_nothing_are_left_out() {
        for (owner, names, expected) in [
            ("Host", vec!["Ipv4Host", "Ipv6Host", "DualStackHost"], vec!["Ipv4", "Ipv6", "DualStack"]),
            ("ServiceRequest", vec!["HttpServiceRequest", "TcpServiceRequest"], vec!["Http", "Tcp"]),
            ("VpcNetworkBinding", vec!["TunnelNetworkBinding", "IdNetworkBinding"], vec!["Tunnel", "Id"]),
            ("SingleEnvelope", vec!["Success", "FailureEnvelope"], vec!["Success", "Failure"]),
            ("Animal", vec!["AnimalCat", "AnimalDog"], vec!["Cat", "Dog"]),
            ("Value", vec!["CatToy", "DogToy"], vec!["Cat", "Dog"]),
            ("Pet", vec!["Pet", "OtherPet"], vec!["Pet", "Other"]),
            ("", vec!["Cat", ""], vec!["Cat", "Variant2"]),
        ] {
            let arm = |name: &str| Arm { name: name.to_owned(), shape: Shape::anything(Place::default()) };
            let mut arms: Vec<Arm> = names.iter().map(|name| arm(name)).collect();
            super::name(
                owner,
                &mut arms,
                &Dispatch::Kind,
                View { definitions: &[], decided: &[], fuel: &std::cell::Cell::new(0) },
            );
            let names: Vec<&str> = arms.iter().map(|arm| arm.name.as_str()).collect();
            assert_eq!(names, expected, "{owner}");
        }
    }
}
