//! Merging the rules of subschemas that are no unions, or whose arm is chosen.

use serde_json::Value;

use super::{Merge, words};
use crate::{
    ledger::PathId,
    model::{Format, Kinds, Shape},
    pass::{accept, definitions::Conjunction},
    read::{SchemaId, Subschema},
    refusal::{Refusal, shorten},
};

/// What is known while parts are merged.
pub(super) struct Mix {
    pub(super) shape: Shape,
    /// Why there is nothing left that is taken, and the keyword that took the last away.
    pub(super) conflict: Option<(PathId, String)>,
    /// Whether `false` is among the parts: then nothing is taken, and that is meant.
    never: bool,
    path: PathId,
}

impl Mix {
    /// Leaves only some types.
    pub(super) fn keep(&mut self, kinds: Kinds, path: PathId, reason: impl FnOnce(Kinds) -> String) {
        let before = self.shape.kinds;
        self.shape.kinds = before.intersection(kinds);
        if self.shape.kinds.is_empty() && !before.is_empty() {
            self.conflict = Some((path, reason(before)));
        }
    }
}

impl Merge<'_> {
    /// The shape of parts without unions.
    pub(super) fn leaf(&mut self, parts: &[SchemaId], whole: &Conjunction, depth: usize) -> Option<Shape> {
        let mut shape = Shape::anything(self.place(whole.face));
        let is_done = |id: SchemaId| whole.done.iter().any(|&(owner, _)| owner == id);
        let described: Vec<SchemaId> = parts.iter().copied().filter(|&id| !is_done(id)).collect();
        self.annotate(&mut shape, whole.face, &described, &self.graph.closure(&[whole.face]));
        let warns = |&id: &SchemaId| self.graph.get(id).annotations.warns_of_unknown_members;
        shape.annotations.warns_of_unknown_members |= parts.iter().any(warns);
        shape.annotations.scalar = self.scalar(parts, whole);
        let path = self.graph.get(whole.face).path;
        let mut mix = Mix { shape, conflict: None, never: false, path };
        for &id in parts {
            self.mix_scalars(&mut mix, self.graph.get(id));
        }
        settle_ranges(&mut mix);
        if !mix.never && mix.shape.kinds.contains(Kinds::ARRAY) {
            self.mix_items(&mut mix, parts, depth);
        }
        if !mix.never && mix.shape.kinds.contains(Kinds::OBJECT) {
            self.mix_members(&mut mix, parts, depth);
        }
        self.settle_values(&mut mix, parts);
        settle_null(&mut mix.shape);
        if mix.never {
            mix.shape.kinds = Kinds::NONE;
            mix.shape.nullable = false;
            mix.shape.values = None;
            return Some(mix.shape);
        }
        match mix.conflict.take() {
            Some((path, reason)) => self.contradiction(path, whole.face, reason),
            None => Some(mix.shape),
        }
    }

    fn mix_scalars(&mut self, mix: &mut Mix, schema: &Subschema) {
        for &(name, path) in &schema.keywords {
            let is_rule = !matches!(name, "$ref" | "$defs" | "definitions" | "allOf" | "oneOf" | "anyOf");
            if is_rule && !name.starts_with("x-") {
                mix.shape.keywords.push((name, self.findings.ledger.paths().pointer(path)));
            }
        }
        mix.never |= schema.literal == Some(false);
        if let Some(kinds) = schema.kinds {
            mix.keep(kinds, schema.keyword("type"), |before| {
                let (one, other) = (words::kinds(before), words::kinds(kinds));
                format!("one part takes {one} and another takes {other}, so that nothing is taken")
            });
        }
        if let Some(values) = &schema.values {
            let path = values_path(schema);
            let shape = &mut mix.shape;
            shape.values = Some(match shape.values.take() {
                None => values.clone(),
                Some(old) => {
                    let other: std::collections::HashSet<&Value> = values.iter().collect();
                    old.into_iter().filter(|value| other.contains(value)).collect()
                }
            });
            mix.path = path;
        }
        mix_bounds(&mut mix.shape, schema);
        for pattern in &schema.string.patterns {
            if !mix.shape.string.patterns.contains(pattern) {
                mix.shape.string.patterns.push(pattern.clone());
            }
        }
        self.mix_format(mix, schema);
        if let Some(not) = schema.not.filter(|_| !schema.opaque) {
            self.mix_not(mix, schema, not);
        }
    }

    fn mix_format(&mut self, mix: &mut Mix, schema: &Subschema) {
        let Some(format) = schema.string.format else { return };
        match mix.shape.string.format.replace(format) {
            Some(old) if old != format && ![old, format].iter().all(|format| is_address(*format)) => {
                self.findings.refuse(
                    schema.keyword("format"),
                    Refusal::UnsupportedKeyword,
                    "a string has to be of two formats".to_owned(),
                    "keep one of the formats, and write the other as a `pattern`",
                );
            }
            // An address of one family is none of the other.
            Some(old) if old != format => {
                mix.keep(Kinds::ALL.difference(Kinds::STRING), schema.keyword("format"), |_| {
                    "a string has to be of two formats, and none is".to_owned()
                });
            }
            _ => {}
        }
    }

    /// `not` with values or types; anything else under it is refused.
    fn mix_not(&mut self, mix: &mut Mix, schema: &Subschema, not: SchemaId) {
        if self.graph.takes_everything(not, &[]) {
            mix.never = true;
            return;
        }
        let parts = self.graph.closure(&[not]);
        let mut with_rules = parts.iter().map(|&id| self.graph.get(id)).filter(|part| part.has_rules());
        let has_unions = parts.iter().any(|&id| self.graph.unions(id, &[]).next().is_some());
        let is_opaque = parts.iter().any(|&id| self.graph.get(id).annotations.scalar.is_some());
        let only = (with_rules.next(), with_rules.next());
        if let (Some(only), None, false, false) = (only.0, only.1, has_unions, is_opaque) {
            if only.literal == Some(false) {
                return;
            }
            if says_only_values(only) {
                let kinds = only.kinds.unwrap_or(Kinds::ALL);
                let values = only.values.iter().flatten();
                mix.shape.excluded.extend(values.filter(|value| kinds.contains(Kinds::of(value))).cloned());
                return;
            }
            if let Some(kinds) = only.kinds.filter(|_| !only.has_rules_beside_type()) {
                mix.keep(Kinds::ALL.difference(kinds), schema.keyword("not"), |before| {
                    format!("one part takes {} and `not` rules that out", words::kinds(before))
                });
                return;
            }
        }
        self.findings.refuse(
            schema.keyword("not"),
            Refusal::UnsupportedKeyword,
            "`not` is supported with `enum`, `const` or `type` in it".to_owned(),
            "say what is taken instead, by `enum`, `pattern` or `oneOf` with a branch for each case",
        );
    }

    /// Keeps the listed values that the other rules take.
    fn settle_values(&mut self, mix: &mut Mix, parts: &[SchemaId]) {
        let shape = &mut mix.shape;
        let kinds = shape.kinds;
        shape.excluded.retain(|value| kinds.contains(Kinds::of(value)));
        let Some(values) = shape.values.take() else {
            if shape.excluded.contains(&Value::Null) {
                shape.kinds = kinds.difference(Kinds::NULL);
                shape.excluded.retain(|value| !value.is_null());
            }
            return;
        };
        let patterns = accept::patterns(&shape.string);
        let kept: Vec<Value> =
            values.iter().filter(|value| accept::by_itself(shape, &patterns, value)).cloned().collect();
        let listed = kept.iter().fold(Kinds::NONE, |kinds, value| kinds.union(Kinds::of(value)));
        let path = mix.path;
        let inner = Kinds::ARRAY.union(Kinds::OBJECT);
        let has_inner_rules = parts.iter().any(|&id| has_inner_rules(self.graph.get(id)));
        if has_inner_rules && !listed.intersection(inner).is_empty() {
            self.findings.refuse(
                path,
                Refusal::UnsupportedKeyword,
                "arrays or objects are listed beside rules for their items or members".to_owned(),
                "keep only the list",
            );
        }
        // The list says all there is to say.
        mix.shape.excluded.clear();
        mix.shape.values = Some(kept);
        mix.keep(listed, path, |_| {
            let first = values.first().map(Value::to_string).unwrap_or_default();
            format!("no listed value, such as {}, is taken by the rules beside it", shorten(&first))
        });
    }
}

/// Whether both are formats of addresses, which exclude each other.
fn is_address(format: Format) -> bool {
    matches!(format, Format::Ipv4 | Format::Ipv6)
}

fn values_path(schema: &Subschema) -> PathId {
    let has_enum = schema.keywords.iter().any(|(name, _)| *name == "enum");
    schema.keyword(if has_enum { "enum" } else { "const" })
}

/// Whether it lists values and says nothing else but types.
fn says_only_values(schema: &Subschema) -> bool {
    schema.values.is_some()
        && schema
            .keywords
            .iter()
            .all(|(name, _)| matches!(*name, "enum" | "const" | "type" | "$ref" | "allOf" | "$defs"))
}

fn has_inner_rules(schema: &Subschema) -> bool {
    schema.items.is_some()
        || schema.min_items.is_some()
        || schema.max_items.is_some()
        || !schema.properties.is_empty()
        || !schema.required.is_empty()
        || schema.additional.is_some()
}

fn mix_bounds(shape: &mut Shape, schema: &Subschema) {
    if let Some(bound) = &schema.number.minimum {
        shape.number.raise(bound.clone());
    }
    if let Some(bound) = &schema.number.maximum {
        shape.number.lower(bound.clone());
    }
    let most = |old: Option<u64>, new: Option<u64>| old.max(new);
    let least = |old: Option<u64>, new: Option<u64>| [old, new].into_iter().flatten().min();
    shape.string.min_length = most(shape.string.min_length, schema.string.min_length);
    shape.string.max_length = least(shape.string.max_length, schema.string.max_length);
    shape.array.min_items = most(shape.array.min_items, schema.min_items);
    shape.array.max_items = least(shape.array.max_items, schema.max_items);
}

/// Types whose bounds leave nothing are not taken.
fn settle_ranges(mix: &mut Mix) {
    let shape = &mix.shape;
    let crossed = |least: Option<u64>, most: Option<u64>| least.zip(most).is_some_and(|(least, most)| least > most);
    for (is_empty, kinds, what) in [
        (shape.number.is_empty(), Kinds::NUMBER, "number"),
        (crossed(shape.string.min_length, shape.string.max_length), Kinds::STRING, "string"),
        (crossed(shape.array.min_items, shape.array.max_items), Kinds::ARRAY, "array"),
    ] {
        if is_empty {
            mix.keep(Kinds::ALL.difference(kinds), mix.path, |_| {
                format!("the least {what} that is taken is greater than the greatest")
            });
        }
    }
}

/// Null beside other types makes the shape nullable, and is no value and no type any more.
fn settle_null(shape: &mut Shape) {
    if let Some(values) = &mut shape.values {
        values.retain(|value| !value.is_null());
        // Both booleans are all booleans.
        let is_any_boolean = shape.kinds.difference(Kinds::NULL) == Kinds::BOOLEAN && values.len() == 2;
        if values.is_empty() || is_any_boolean {
            shape.values = None;
        }
    }
    let others = shape.kinds.difference(Kinds::NULL);
    if shape.kinds != Kinds::ALL && shape.kinds.contains(Kinds::NULL) && !others.is_empty() {
        shape.nullable = true;
        shape.kinds = others;
    }
}
