//! The schemas of `OpenAPI` 3.0.3, which know one type in each, and null only beside it.
//!
//! Rules bind values of one type, so a shape that takes several types is one schema for each. That `nullable` says nothing without
//! a `type` in the same schema, and that a schema without a type takes null, is what 3.0.3 made clear.

use serde_json::Value;
use vpcheck_syntax::Diagnostic;

use super::{
    Writer,
    shape::{Null, no_integer, together},
    string,
};
use crate::{
    export::{
        Export,
        json::{Json, Members},
        refuse, shapes,
    },
    model::{Bound, Kinds, NumberRules, Shape},
};

/// The types, with their names.
const TYPES: [(Kinds, &str); 5] = [
    (Kinds::STRING, "string"),
    (Kinds::NUMBER, "number"),
    (Kinds::BOOLEAN, "boolean"),
    (Kinds::ARRAY, "array"),
    (Kinds::OBJECT, "object"),
];

/// The names of members that are not listed cannot be looked at.
pub(super) fn refuse_names(export: &Export<'_>) -> Result<(), Vec<Diagnostic>> {
    let refusals: Vec<Diagnostic> = shapes(export.model, &export.roots)
        .into_iter()
        .filter_map(|shape| {
            let keyword = if !shape.object.patterns.is_empty() {
                "patternProperties"
            } else if shape.object.names.is_some() {
                "propertyNames"
            } else {
                return None;
            };
            let message = format!("OpenAPI 3.0 has no `{keyword}`");
            Some(refuse(shape, keyword, message).with_help("list the members, or write the form `3.1`"))
        })
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// A schema that takes null and nothing else.
pub(super) fn only_null() -> Members {
    let null = vec![Json::from(&Value::Null)];
    Members::default().with("type", "object").with("nullable", true).with("enum", null)
}

impl<'e> Writer<'e> {
    /// The rules of a shape that is neither a reference nor a union.
    pub(super) fn lowered(&mut self, shape: &'e Shape, null: Null, members: &mut Members) {
        let null = Null::when(null.is_taken() || shape.kinds.contains(Kinds::NULL));
        let kinds = shape.kinds.difference(Kinds::NULL);
        if kinds.union(Kinds::NULL) == Kinds::ALL && null.is_taken() && shape.values.is_none() {
            return self.rules_of(shape, Kinds::ALL, null, members);
        }
        let mut types = TYPES.iter().filter(|(kind, _)| takes(shape, *kind)).copied();
        match (types.next(), types.next()) {
            (None, _) => members.0.extend(if null.is_taken() { only_null() } else { Members::default() }.0),
            (Some((kind, name)), None) => self.typed(shape, kind, name, null, members),
            (Some(first), Some(second)) => {
                let mut arms = Vec::new();
                for (index, (kind, name)) in [first, second].into_iter().chain(types.collect::<Vec<_>>()).enumerate() {
                    let mut arm = Members::default();
                    self.typed(shape, kind, name, Null::when(null.is_taken() && index == 0), &mut arm);
                    arms.push(arm.into());
                }
                members.add("anyOf", arms);
            }
        }
    }

    /// What values of one type have to be like.
    fn typed(&mut self, shape: &'e Shape, kind: Kinds, name: &'static str, null: Null, members: &mut Members) {
        let kinds = shape.kinds.intersection(kind);
        let is_whole = kind == Kinds::NUMBER && kinds == Kinds::INTEGER;
        members.add("type", if is_whole { "integer" } else { name });
        if null.is_taken() {
            members.add("nullable", true);
        }
        let Some(values) = &shape.values else { return self.rules_of(shape, kinds, null, members) };
        let values = values.iter().filter(|value| kind.contains(Kinds::of(value))).map(Json::from);
        let null = null.is_taken().then(|| Json::from(&Value::Null));
        members.add("enum", values.chain(null).collect::<Vec<Json>>());
        if kind == Kinds::ARRAY {
            members.add("items", Members::default());
        }
    }

    fn rules_of(&mut self, shape: &'e Shape, kinds: Kinds, null: Null, members: &mut Members) {
        let mut all = Vec::new();
        let has = |kind: Kinds| !kinds.intersection(kind).is_empty();
        if has(Kinds::NUMBER) {
            number(&shape.number, members);
            all.extend(no_integer(kinds));
            let others = shape.number.multiples.iter().skip(1);
            all.extend(others.map(|step| Members::default().with("multipleOf", *step)));
        }
        let mut part = Shape::anything(shape.place.clone());
        part.kinds = kinds;
        part.excluded = shape.excluded.iter().filter(|value| has(Kinds::of(value))).cloned().collect();
        if has(Kinds::STRING) {
            part.annotations.scalar.clone_from(&shape.annotations.scalar);
            part.string.clone_from(&shape.string);
        }
        string::rules(&part, null, members, &mut all);
        if has(Kinds::ARRAY) {
            self.array(shape, members);
            if kinds == Kinds::ARRAY && shape.array.items.is_none() {
                members.add("items", Members::default());
            }
        }
        if has(Kinds::OBJECT) {
            self.object(shape, members);
        }
        together(all, members);
    }
}

fn number(rules: &NumberRules, members: &mut Members) {
    for (bound, keyword, exclusive) in
        [(&rules.minimum, "minimum", "exclusiveMinimum"), (&rules.maximum, "maximum", "exclusiveMaximum")]
    {
        if let Some(Bound { value, exclusive: is_exclusive }) = bound {
            members.add(keyword, Json::Leaf(value.to_string()));
            if *is_exclusive {
                members.add(exclusive, true);
            }
        }
    }
    if let Some(step) = rules.multiples.first() {
        members.add("multipleOf", *step);
    }
}

/// Whether a value of that type is taken at all.
fn takes(shape: &Shape, kind: Kinds) -> bool {
    match &shape.values {
        Some(values) => values.iter().any(|value| kind.contains(Kinds::of(value))),
        None => !shape.kinds.intersection(kind).is_empty(),
    }
}
