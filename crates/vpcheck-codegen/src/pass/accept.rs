//! Whether a shape takes a value: to sort out listed values, and to make sure that a witness is one.

mod format;

use regex::Regex;
use serde_json::{Map, Value};

use super::facts::View;
use crate::model::{Additional, Kinds, Shape, StringRules, UnionKeyword};

/// The patterns of a shape, compiled.
pub(crate) fn patterns(rules: &StringRules) -> Vec<Regex> {
    // They were compiled before, when they were read.
    rules.patterns.iter().filter_map(|pattern| Regex::new(&pattern.rust).ok()).collect()
}

/// Whether a shape takes a value by the rules that do not look into it, and apart from the values that it lists.
pub(crate) fn by_itself(shape: &Shape, patterns: &[Regex], value: &Value) -> bool {
    if !shape.kinds.contains(Kinds::of(value)) || shape.excluded.contains(value) {
        return false;
    }
    match value {
        Value::Number(number) => shape.number.takes(number),
        Value::String(text) => is_string(&shape.string, patterns, text),
        _ => true,
    }
}

fn is_string(rules: &StringRules, patterns: &[Regex], text: &str) -> bool {
    let length = || text.chars().count() as u64;
    rules.min_length.is_none_or(|least| length() >= least)
        && rules.max_length.is_none_or(|most| length() <= most)
        && rules.format.is_none_or(|format| format::takes(format, text))
        && patterns.iter().all(|pattern| pattern.is_match(text))
}

impl<'m> View<'m> {
    /// Whether the shape takes the value for sure: not when the fuel ran out.
    pub(crate) fn takes(&self, shape: &'m Shape, value: &Value) -> bool {
        let (shape, nullable) = self.resolve(shape);
        if !self.burn(1 + shape.object.members.len()) {
            return false;
        }
        if value.is_null() && nullable {
            return true;
        }
        if let Some(union) = &shape.union {
            let mut takers = union.arms.iter().filter(|arm| self.takes(&arm.shape, value));
            return takers.next().is_some() && (union.keyword == UnionKeyword::AnyOf || takers.next().is_none());
        }
        if shape.draft.is_some() || shape.values.as_ref().is_some_and(|values| !values.contains(value)) {
            return false;
        }
        let patterns = if value.is_string() { patterns(&shape.string) } else { Vec::new() };
        by_itself(shape, &patterns, value)
            && match value {
                Value::Array(items) => self.takes_items(shape, items),
                Value::Object(members) => self.takes_members(shape, members),
                _ => true,
            }
    }

    fn takes_items(&self, shape: &'m Shape, items: &[Value]) -> bool {
        let rules = &shape.array;
        let length = items.len() as u64;
        rules.min_items.is_none_or(|least| length >= least)
            && rules.max_items.is_none_or(|most| length <= most)
            && rules.items.as_ref().is_none_or(|shape| items.iter().all(|item| self.takes(shape, item)))
    }

    fn takes_members(&self, shape: &'m Shape, members: &Map<String, Value>) -> bool {
        let rules = &shape.object;
        let listed = rules.members.iter().all(|member| match members.get(&member.name) {
            Some(value) => self.takes(&member.shape, value),
            None => !member.required,
        });
        let mut others = members.iter().filter(|(name, _)| rules.members.iter().all(|member| member.name != **name));
        listed
            && match &rules.additional {
                Additional::Open => true,
                Additional::Closed => others.next().is_none(),
                Additional::Shape(shape) => others.all(|(_, value)| self.takes(shape, value)),
            }
    }
}
