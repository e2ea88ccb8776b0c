//! Merging the items of arrays and the members of objects.

use std::collections::{HashMap, HashSet};

use regex::Regex;
use serde_json::Value;

use super::{Merge, leaf::Mix};
use crate::{
    model::{Additional, Kinds, Member, NamePattern, ObjectRules, Shape, StringRules},
    pass::{
        accept::{self, Strings},
        definitions::Conjunction,
        names::pascal,
    },
    read::SchemaId,
    refusal::{Refusal, shorten},
};

/// How many tries of a pattern on a name cost as much as a shape.
const MATCHES_PER_SHAPE: usize = 16;

impl Merge<'_> {
    pub(super) fn mix_items(&mut self, mix: &mut Mix, parts: &[SchemaId], depth: usize) {
        let mut ids: Vec<SchemaId> = parts.iter().filter_map(|&id| self.graph.get(id).items).collect();
        if !ids.is_empty() {
            let items = self.inner(mix, &mut ids, "Item", depth);
            mix.shape.array.items = Some(Box::new(items));
        }
    }

    pub(super) fn mix_members(&mut self, mix: &mut Mix, parts: &[SchemaId], depth: usize) {
        let mut names: Vec<&str> = Vec::new();
        let mut by_name: HashMap<&str, Vec<SchemaId>> = HashMap::new();
        let mut required: HashMap<&str, SchemaId> = HashMap::new();
        let graph = self.graph;
        for &part in parts {
            for (name, id) in &graph.get(part).properties {
                let ids = by_name.entry(name).or_insert_with(|| {
                    names.push(name);
                    Vec::new()
                });
                ids.push(*id);
            }
        }
        for &part in parts {
            for name in &graph.get(part).required {
                required.entry(name).or_insert(part);
                by_name.entry(name).or_insert_with(|| {
                    names.push(name);
                    Vec::new()
                });
            }
        }
        let forbidden = mix.forbidden.clone();
        for name in &forbidden {
            by_name.entry(name).or_insert_with(|| {
                names.push(name);
                Vec::new()
            });
        }
        let mut rest = Vec::new();
        for &part in parts {
            let schema = graph.get(part);
            let patterns: Vec<(Regex, SchemaId)> = schema
                .pattern_properties
                .iter()
                .filter_map(|(pattern, id)| Some((accept::compiled(pattern)?, *id)))
                .collect();
            let own: HashSet<&str> = schema.properties.iter().map(|(name, _)| name.as_str()).collect();
            rest.extend(schema.additional);
            if patterns.is_empty() && schema.additional.is_none() {
                continue;
            }
            // Every pattern is tried on every name.
            let cost = patterns.len() * by_name.len() / MATCHES_PER_SHAPE;
            if cost > 0 && self.burn(cost, part).is_none() {
                return;
            }
            for (name, ids) in &mut by_name {
                let before = ids.len();
                ids.extend(patterns.iter().filter(|(pattern, _)| pattern.is_match(name)).map(|(_, id)| *id));
                if ids.len() == before && !own.contains(name) {
                    ids.extend(schema.additional);
                }
            }
        }
        let name_rules = self.name_rules(parts, depth);
        let name_strings = name_rules.as_ref().map(|rules| Strings::new(&rules.string));
        let is_name = |name: &str| {
            let value = Value::String(name.to_owned());
            name_rules.as_ref().zip(name_strings.as_ref()).is_none_or(|(rules, strings)| {
                rules.values.as_ref().is_none_or(|values| values.contains(&value))
                    && accept::by_itself(rules, strings, &value)
            })
        };
        let is_forbidden = |name: &str| forbidden.iter().any(|other| other == name) || !is_name(name);
        for name in names {
            let mut ids = by_name.remove(name).unwrap_or_default();
            let mut shape = self.inner(mix, &mut ids, name, depth);
            if is_forbidden(name) {
                shape = never(mix);
            }
            if let Some(&part) = required.get(name).filter(|_| takes_nothing(&shape)) {
                let path = self.graph.get(part).keyword("required");
                mix.keep(Kinds::ALL.difference(Kinds::OBJECT), path, |_| {
                    format!("`{}` is required and may not be there", shorten(name))
                });
            }
            mix.shape.object.members.push(Member {
                name: name.to_owned(),
                required: required.contains_key(name),
                shape,
            });
        }
        if !rest.is_empty() {
            let shape = self.inner(mix, &mut rest, "Value", depth);
            mix.shape.object.additional = if takes_nothing(&shape) {
                Additional::Closed
            } else if rest.iter().all(|&id| self.graph.takes_everything(id, &[])) {
                Additional::Open
            } else {
                Additional::Shape(Box::new(shape))
            };
        }
        self.mix_patterns(mix, parts, depth);
        mix.shape.object.names = name_rules.clone().map(Box::new).filter(|rules| rules.kinds.contains(Kinds::STRING));
        if name_rules.is_some_and(|rules| !rules.kinds.contains(Kinds::STRING)) {
            mix.shape.object.additional = Additional::Closed;
            mix.shape.object.patterns.clear();
        }
        settle_count(&mut mix.shape.object);
    }

    /// `patternProperties` of all parts, for members that are not listed.
    fn mix_patterns(&mut self, mix: &mut Mix, parts: &[SchemaId], depth: usize) {
        let graph = self.graph;
        let with_patterns: Vec<SchemaId> =
            parts.iter().copied().filter(|&part| !graph.get(part).pattern_properties.is_empty()).collect();
        let Some(&first) = with_patterns.first() else { return };
        // What one part says of all other members would hold for those that match a pattern of another part.
        let says_more = |&part: &SchemaId| {
            let additional = graph.get(part).additional.filter(|&id| !graph.takes_everything(id, &[]));
            additional.is_some() && with_patterns != [part]
        };
        if parts.iter().any(says_more) {
            self.findings.refuse(
                graph.get(first).keyword("patternProperties"),
                Refusal::UnsupportedKeyword,
                "`patternProperties` and `additionalProperties` of several schemas apply to the same object".to_owned(),
                "write both into one schema",
            );
            return;
        }
        for part in with_patterns {
            for (pattern, id) in &graph.get(part).pattern_properties {
                let shape = self.inner(mix, &mut vec![*id], "Value", depth);
                mix.shape.object.patterns.push(NamePattern { pattern: pattern.clone(), shape });
            }
        }
    }

    /// What the names of members have to be like; nothing where all are fine.
    fn name_rules(&mut self, parts: &[SchemaId], depth: usize) -> Option<Shape> {
        let graph = self.graph;
        let ids: Vec<SchemaId> = parts.iter().filter_map(|&part| graph.get(part).names).collect();
        let &face = ids.first()?;
        let all = graph.closure(&ids);
        let is_simple =
            |&id: &SchemaId| graph.unions(id, &[]).next().is_none() && graph.get(id).annotations.scalar.is_none();
        if !all.iter().all(is_simple) {
            let owner = parts.iter().find(|&&part| graph.get(part).names.is_some());
            self.findings.refuse(
                owner.map_or(graph.get(face).path, |&part| graph.get(part).keyword("propertyNames")),
                Refusal::UnsupportedKeyword,
                "`propertyNames` is supported with rules for strings, `enum`, `const` and `not`".to_owned(),
                "say what names may be like by `pattern` or `enum`",
            );
            return None;
        }
        self.tolerance += 1;
        let rules = self.leaf(&all, &Conjunction { parts: ids, face, done: Vec::new() }, depth + 1);
        self.tolerance -= 1;
        let Some(mut rules) = rules else {
            let mut none = Shape::anything(self.place(face));
            none.kinds = Kinds::NONE;
            return Some(none);
        };
        // A name is a string.
        rules.kinds = rules.kinds.intersection(Kinds::STRING);
        rules.excluded.retain(Value::is_string);
        if let Some(values) = &mut rules.values {
            values.retain(Value::is_string);
        }
        let is_plain = rules.values.is_none() && rules.excluded.is_empty() && rules.string == StringRules::default();
        (!is_plain || rules.kinds.is_empty()).then_some(rules)
    }

    /// The shape of a member or an item: one that takes nothing where parts contradict each other and that is tolerated.
    fn inner(&mut self, mix: &Mix, ids: &mut Vec<SchemaId>, name: &str, depth: usize) -> Shape {
        let mut seen = HashSet::new();
        ids.retain(|&id| seen.insert(id));
        let Some(&face) = ids.first() else { return Shape::anything(mix.shape.place.clone()) };
        let owner = std::mem::replace(&mut self.owner, pascal(name).unwrap_or_default());
        let shape = self.shape(&Conjunction { parts: ids.clone(), face, done: Vec::new() }, depth + 1);
        self.owner = owner;
        shape.unwrap_or_else(|| never(mix))
    }
}

/// A shape that takes nothing.
fn never(mix: &Mix) -> Shape {
    let mut never = Shape::anything(mix.shape.place.clone());
    never.kinds = Kinds::NONE;
    never
}

/// Drops bounds on the number of members that hold anyway.
fn settle_count(object: &mut ObjectRules) {
    let required = object.members.iter().filter(|member| member.required).count() as u64;
    object.min_members = object.min_members.filter(|&least| least > required);
    let possible = object.members.iter().filter(|member| !takes_nothing(&member.shape)).count() as u64;
    let is_closed = matches!(object.additional, Additional::Closed) && object.patterns.is_empty();
    object.max_members = object.max_members.filter(|&most| !is_closed || most < possible);
}

fn takes_nothing(shape: &Shape) -> bool {
    shape.kinds.is_empty() && !shape.nullable && shape.reference.is_none()
}
