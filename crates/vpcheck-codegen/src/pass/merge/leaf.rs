//! Merging the rules of subschemas that are no unions, or whose arm is chosen.

use serde_json::Value;

use super::{Merge, words};
use crate::{
    ledger::PathId,
    model::{Format, Kinds, Shape},
    pass::{
        accept::{self, Strings},
        definitions::Conjunction,
    },
    read::{SchemaId, Subschema},
    refusal::{Refusal, shorten},
};

/// What is known while parts are merged.
pub(super) struct Mix {
    pub(super) shape: Shape,
    /// Why there is nothing left that is taken, and the keyword that took the last away.
    pub(super) conflict: Option<(PathId, String)>,
    /// Whether `false` is among the parts: then nothing is taken, and that is meant.
    pub(super) never: bool,
    /// Members that may not be there.
    pub(super) forbidden: Vec<String>,
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
        let mut mix = Mix { shape, conflict: None, never: false, forbidden: Vec::new(), path };
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
        if !schema.number.multiples.is_empty() {
            // A multiple of an integer is one.
            mix.keep(Kinds::ALL.difference(Kinds::FRACTION), schema.keyword("multipleOf"), |_| {
                "one part takes fractions only, and `multipleOf` rules them out".to_owned()
            });
        }
        for pattern in &schema.string.patterns {
            if !mix.shape.string.patterns.contains(pattern) {
                mix.shape.string.patterns.push(pattern.clone());
            }
        }
        self.mix_format(mix, schema);
        if let Some(not) = schema.not {
            self.mix_not(mix, schema, not);
        }
        if schema.opaque {
            self.mix_hand_written(mix, schema);
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
        let strings = Strings::new(&shape.string);
        let kept: Vec<Value> =
            values.iter().filter(|value| accept::by_itself(shape, &strings, value)).cloned().collect();
        let listed = kept.iter().fold(Kinds::NONE, |kinds, value| kinds.union(Kinds::of(value)));
        let path = mix.path;
        let inner = Kinds::ARRAY.union(Kinds::OBJECT);
        let has_inner_rules = !mix.forbidden.is_empty()
            || parts.iter().any(|&id| {
                let part = self.graph.get(id);
                part.has_rules_for_arrays() || part.has_rules_for_objects()
            });
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
    shape.array.unique |= schema.unique;
    shape.object.min_members = most(shape.object.min_members, schema.min_members);
    shape.object.max_members = least(shape.object.max_members, schema.max_members);
    for step in &schema.number.multiples {
        if !shape.number.multiples.contains(step) {
            shape.number.multiples.push(*step);
        }
    }
}

/// Types whose bounds leave nothing are not taken.
fn settle_ranges(mix: &mut Mix) {
    let shape = &mix.shape;
    let crossed = |least: Option<u64>, most: Option<u64>| least.zip(most).is_some_and(|(least, most)| least > most);
    for (is_empty, kinds, what) in [
        (shape.number.is_empty(), Kinds::NUMBER, "number"),
        (crossed(shape.string.min_length, shape.string.max_length), Kinds::STRING, "string"),
        (crossed(shape.array.min_items, shape.array.max_items), Kinds::ARRAY, "array"),
        (crossed(shape.object.min_members, shape.object.max_members), Kinds::OBJECT, "object"),
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
