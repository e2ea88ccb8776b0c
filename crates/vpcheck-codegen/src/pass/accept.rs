//! Whether a shape takes a value: to sort out listed values, and to make sure that a witness is one.

mod format;

use regex::Regex;
use serde_json::{Map, Value};

#[cfg(test)]
pub(crate) use self::format::takes as takes_format;
use super::facts::View;
use crate::model::{Additional, Kinds, Pattern, Shape, StringRules, StringTest, Tested, UnionKeyword};

/// The rules for strings of a shape, with their patterns compiled.
pub(crate) struct Strings<'s> {
    rules: &'s StringRules,
    patterns: Vec<Regex>,
    choices: Vec<Vec<(&'s StringTest, Option<Regex>)>>,
}

/// A pattern, compiled.
pub(crate) fn compiled(pattern: &Pattern) -> Option<Regex> {
    // It was compiled before, when it was read.
    Regex::new(&pattern.rust).ok()
}

impl<'s> Strings<'s> {
    pub(crate) fn new(rules: &'s StringRules) -> Strings<'s> {
        let test = |test: &'s StringTest| match &test.tested {
            Tested::Pattern(pattern) => (test, compiled(pattern)),
            _ => (test, None),
        };
        Strings {
            rules,
            patterns: rules.patterns.iter().filter_map(compiled).collect(),
            choices: rules.choices.iter().map(|choice| choice.iter().map(test).collect()).collect(),
        }
    }

    pub(crate) fn takes(&self, text: &str) -> bool {
        let rules = self.rules;
        let length = || text.chars().count() as u64;
        let holds = |(test, pattern): &(&StringTest, Option<Regex>)| {
            let right = match &test.tested {
                Tested::AtLeast(least) => length() >= *least,
                Tested::AtMost(most) => length() <= *most,
                Tested::Pattern(_) => pattern.as_ref().is_some_and(|pattern| pattern.is_match(text)),
                Tested::Format(format) => format::takes(*format, text),
                Tested::Listed(values) => values.iter().any(|value| value == text),
            };
            right != test.negated
        };
        rules.min_length.is_none_or(|least| length() >= least)
            && rules.max_length.is_none_or(|most| length() <= most)
            && rules.format.is_none_or(|format| format::takes(format, text))
            && self.patterns.iter().all(|pattern| pattern.is_match(text))
            && self.choices.iter().all(|choice| choice.iter().any(holds))
    }
}

/// Whether a shape takes a value by the rules that do not look into it, and apart from the values that it lists.
pub(crate) fn by_itself(shape: &Shape, strings: &Strings<'_>, value: &Value) -> bool {
    if !shape.kinds.contains(Kinds::of(value)) || shape.excluded.contains(value) {
        return false;
    }
    match value {
        Value::Number(number) => shape.number.takes(number),
        Value::String(text) => strings.takes(text),
        _ => true,
    }
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
        let none = StringRules::default();
        let strings = Strings::new(if value.is_string() { &shape.string } else { &none });
        by_itself(shape, &strings, value)
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
            && (!rules.unique || is_unique(items))
    }

    fn takes_members(&self, shape: &'m Shape, members: &Map<String, Value>) -> bool {
        let rules = &shape.object;
        let listed = rules.members.iter().all(|member| match members.get(&member.name) {
            Some(value) => self.takes(&member.shape, value),
            None => !member.required,
        });
        let count = members.len() as u64;
        listed
            && rules.min_members.is_none_or(|least| count >= least)
            && rules.max_members.is_none_or(|most| count <= most)
            && members
                .iter()
                .filter(|(name, _)| rules.members.iter().all(|member| member.name != **name))
                .all(|(name, value)| self.takes_other(shape, name, value))
    }

    /// Whether a member that is not listed is taken.
    fn takes_other(&self, shape: &'m Shape, name: &str, value: &Value) -> bool {
        let rules = &shape.object;
        let named = rules.names.as_ref().is_none_or(|names| self.takes(names, &Value::String(name.to_owned())));
        let mut matches = false;
        let by_pattern = rules.patterns.iter().all(|other| {
            let is_match = compiled(&other.pattern).is_some_and(|pattern| pattern.is_match(name));
            matches |= is_match;
            !is_match || self.takes(&other.shape, value)
        });
        named
            && by_pattern
            && match &rules.additional {
                _ if matches => true,
                Additional::Open => true,
                Additional::Closed => false,
                Additional::Shape(shape) => self.takes(shape, value),
            }
    }
}

/// Whether no two items are the same.
fn is_unique(items: &[Value]) -> bool {
    let mut seen = std::collections::HashSet::new();
    items.iter().all(|item| seen.insert(item))
}
