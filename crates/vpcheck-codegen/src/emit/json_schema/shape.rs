//! The rules of a shape.

use std::collections::HashSet;

use serde_json::Value;

use super::{Draft, Profile, Writer, condition, lowered, members, string};
use crate::{
    export::json::{Json, Members},
    model::{
        Additional, Bound, DefinitionId, Direction, Dispatch, Documentation, Kinds, Member, NumberRules, Shape, Union,
        UnionKeyword,
    },
};

/// Whether null is taken beside everything else.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Null {
    Taken,
    Refused,
}

impl Null {
    pub(crate) fn when(is_taken: bool) -> Null {
        if is_taken { Null::Taken } else { Null::Refused }
    }

    pub(super) fn is_taken(self) -> bool {
        self == Null::Taken
    }
}

impl<'e> Writer<'e> {
    /// A shape where it is used.
    pub(super) fn slot(&mut self, shape: &'e Shape) -> Json {
        self.slot_with(shape, Null::when(shape.nullable))
    }

    /// The same, with null taken or not, whatever the shape itself says.
    pub(crate) fn slot_with(&mut self, shape: &'e Shape, null: Null) -> Json {
        let Some(id) = shape.reference else { return self.rules(shape, &shape.documentation, null) };
        let target = self.export.model.resolve(shape);
        if null.is_taken() && !self.export.model.takes_null(target) {
            return self.nullable_reference(shape, id, target);
        }
        let mut members = Members::default();
        self.document(&shape.documentation, &mut members);
        if self.profile == Profile::Flat && !members.is_empty() && is_leaf(target) {
            // Editors show what is said of the definition before what is said beside the reference.
            let null = Null::when(null.is_taken() || target.nullable);
            return self.rules(target, &or(&shape.documentation, &target.documentation), null);
        }
        let reference = Members::default().with("$ref", self.refer(id));
        if members.is_empty() {
            return reference.into();
        }
        if self.draft.reads_beside_references() {
            members.0.extend(reference.0);
        } else {
            members.add("allOf", vec![reference.into()]);
        }
        members.into()
    }

    fn nullable_reference(&mut self, shape: &'e Shape, id: DefinitionId, target: &'e Shape) -> Json {
        if (self.profile == Profile::Flat || self.draft == Draft::OpenApi30) && is_leaf(target) {
            // One message of one rule, where a reference beside null has three.
            let documentation = or(&shape.documentation, &target.documentation);
            return self.rules(target, &documentation, Null::Taken);
        }
        let mut members = Members::default();
        if self.profile == Profile::Flat {
            // Editors show what is said of a member where they propose it, and not what is said behind a condition.
            let said = Documentation { examples: Vec::new(), default: None, ..target.documentation.clone() };
            self.document(&or(&shape.documentation, &said), &mut members);
        } else {
            self.document(&shape.documentation, &mut members);
        }
        let reference = Members::default().with("$ref", self.refer(id));
        let is_null = self.only_null();
        if self.profile == Profile::Flat {
            types(target.kinds, Null::Taken, &mut members);
            members.add("if", Members::default().with("not", is_null));
            members.add("then", reference);
        } else {
            members.add("anyOf", vec![reference.into(), is_null.into()]);
        }
        members.into()
    }

    /// The rules of a shape that is no reference.
    fn rules(&mut self, shape: &'e Shape, documentation: &Documentation, null: Null) -> Json {
        if is_empty(shape) {
            return if null.is_taken() { self.only_null().into() } else { self.never() };
        }
        let mut members = Members::default();
        self.document(documentation, &mut members);
        if let Some(union) = &shape.union {
            match self.profile {
                Profile::Flat => self.flat(shape, union, null, &mut members),
                Profile::Branches => self.branches(union, null, &mut members),
            }
            return members.into();
        }
        if self.draft == Draft::OpenApi30 {
            self.lowered(shape, null, &mut members);
            return members.into();
        }
        if let Some(values) = &shape.values {
            listed(values, null, &mut members);
            return members.into();
        }
        types(shape.kinds, null, &mut members);
        number(&shape.number, &mut members);
        let mut all = Vec::new();
        all.extend(no_integer(shape.kinds));
        string::rules(shape, null, &mut members, &mut all);
        for step in shape.number.multiples.iter().skip(1) {
            all.push(Members::default().with("multipleOf", *step));
        }
        self.array(shape, &mut members);
        self.object(shape, &mut members);
        all.extend(self.unused(shape).map(|member| condition::null_at_most(&member.name)));
        together(all, &mut members);
        members.into()
    }

    /// A union as it is: arms of which one takes the value.
    pub(super) fn branches(&mut self, union: &'e Union, null: Null, members: &mut Members) {
        let mut branches: Vec<Json> = union.arms.iter().map(|arm| self.slot(&arm.shape)).collect();
        let discriminator = if self.draft.is_open_api() { discriminator(&union.dispatch, &branches) } else { None };
        let is_named = union.arms.iter().any(|arm| self.export.model.takes_null(&arm.shape));
        if null.is_taken() && !is_named {
            branches.push(self.only_null().into());
        }
        let keyword = if union.keyword == UnionKeyword::OneOf { "oneOf" } else { "anyOf" };
        members.add(keyword, branches);
        if let Some(discriminator) = discriminator.filter(|_| !null.is_taken() && !is_named) {
            members.add("discriminator", discriminator);
        }
    }

    /// What is said for people.
    pub(super) fn document(&self, documentation: &Documentation, members: &mut Members) {
        if let Some(title) = &documentation.title {
            members.add("title", title.as_str());
        }
        let described = documentation.values.iter().map(|(value, meaning)| format!("- `{value}`: {meaning}"));
        let description: Vec<String> = documentation.description.iter().cloned().chain(described).collect();
        if !description.is_empty() {
            members.add("description", description.join("\n"));
        }
        if let Some(default) = &documentation.default {
            members.add("default", default);
        }
        // Readers of OpenAPI refuse a member that is marked for the other way, and the contract takes it.
        let only = self.direction.filter(|_| self.draft.is_open_api());
        let is_read = documentation.read_only && only != Some(Direction::Request);
        let is_written = documentation.write_only && only != Some(Direction::Response);
        // In OpenAPI 3.0 no member may be both.
        let is_both = self.draft == Draft::OpenApi30 && is_read && is_written;
        for (keyword, is_so) in [
            ("deprecated", documentation.deprecated),
            ("readOnly", is_read && !is_both),
            ("writeOnly", is_written && !is_both),
        ] {
            if is_so {
                members.add(keyword, true);
            }
        }
        match documentation.examples.as_slice() {
            [] => {}
            [first, ..] if self.draft == Draft::OpenApi30 => members.add("example", first),
            examples => members.add("examples", examples.iter().map(Json::from).collect::<Vec<Json>>()),
        }
    }

    /// A schema that takes null and nothing else.
    pub(super) fn only_null(&self) -> Members {
        match self.draft {
            Draft::OpenApi30 => lowered::only_null(),
            _ => Members::default().with("type", "null"),
        }
    }

    /// A schema that takes nothing.
    fn never(&self) -> Json {
        match self.draft {
            Draft::OpenApi30 => Members::default().with("not", Members::default()).into(),
            _ => Json::from(false),
        }
    }

    /// The members that are null if they are there, where that can be said in a way that editors do not take for a proposal.
    fn unused(&self, shape: &'e Shape) -> impl Iterator<Item = &'e Member> {
        let is_told = self.profile == Profile::Flat && matches!(shape.object.additional, Additional::Open);
        shape.object.members.iter().filter(move |member| {
            is_told
                && !member.required
                && members::is_null(&member.shape)
                && member.shape.documentation.description.is_none()
        })
    }

    pub(super) fn array(&mut self, shape: &'e Shape, members: &mut Members) {
        let rules = &shape.array;
        if let Some(items) = &rules.items {
            members.add("items", self.slot(items));
        }
        count("minItems", rules.min_items, members);
        count("maxItems", rules.max_items, members);
        if rules.unique {
            members.add("uniqueItems", true);
        }
    }

    pub(super) fn object(&mut self, shape: &'e Shape, members: &mut Members) {
        let rules = &shape.object;
        let required = rules.members.iter().filter(|member| member.required).map(|member| member.name.as_str());
        members::require(required, members);
        let unused: HashSet<&str> = self.unused(shape).map(|member| member.name.as_str()).collect();
        let is_closed = self.export.closes(shape);
        let mut listed: Vec<(String, Json)> = Vec::new();
        for member in &rules.members {
            if !unused.contains(member.name.as_str()) {
                listed.push((member.name.clone(), self.slot(&member.shape)));
            } else if is_closed {
                listed.push((member.name.clone(), Json::from(true)));
            }
        }
        if !listed.is_empty() {
            members.add("properties", Members(listed));
        }
        let patterns: Vec<(String, Json)> =
            rules.patterns.iter().map(|pattern| (pattern.pattern.ecma.clone(), self.slot(&pattern.shape))).collect();
        if !patterns.is_empty() {
            members.add("patternProperties", Members(patterns));
        }
        match &rules.additional {
            Additional::Open if is_closed => members.add("additionalProperties", false),
            Additional::Open => {}
            Additional::Closed => members.add("additionalProperties", false),
            Additional::Shape(other) => members.add("additionalProperties", self.slot(other)),
        }
        if let Some(names) = &rules.names {
            members.add("propertyNames", self.slot(names));
        }
        count("minProperties", rules.min_members, members);
        count("maxProperties", rules.max_members, members);
    }
}

/// Whether nothing is taken but null at most.
fn is_empty(shape: &Shape) -> bool {
    shape.union.as_ref().map_or(shape.kinds.is_empty(), |union| union.arms.is_empty())
}

/// Whether nothing is in the shape but its own rules.
pub(super) fn is_leaf(shape: &Shape) -> bool {
    shape.reference.is_none()
        && shape.union.is_none()
        && shape.kinds.intersection(Kinds::ARRAY.union(Kinds::OBJECT)).is_empty()
}

/// Which of the arms it is, by the member that tells: only where each arm is a definition and each value has one, since a
/// reader finds the arm by that and looks at no other.
fn discriminator(dispatch: &Dispatch, branches: &[Json]) -> Option<Members> {
    let Dispatch::Tag { member, values } = dispatch else { return None };
    let mut mapping = Members::default();
    for (branch, values) in branches.iter().zip(values) {
        let Json::Object(Members(reference)) = branch else { return None };
        let [(name, definition)] = reference.as_slice() else { return None };
        if name != "$ref" {
            return None;
        }
        for value in values.as_ref()? {
            mapping.add(value.as_str()?, definition.clone());
        }
    }
    Some(Members::default().with("propertyName", member.as_str()).with("mapping", mapping))
}

/// The first where it says something, and the second for the rest.
fn or(first: &Documentation, second: &Documentation) -> Documentation {
    Documentation {
        title: first.title.clone().or_else(|| second.title.clone()),
        description: first.description.clone().or_else(|| second.description.clone()),
        examples: if first.examples.is_empty() { second.examples.clone() } else { first.examples.clone() },
        default: first.default.clone().or_else(|| second.default.clone()),
        deprecated: first.deprecated || second.deprecated,
        read_only: first.read_only || second.read_only,
        write_only: first.write_only || second.write_only,
        values: if first.values.is_empty() { second.values.clone() } else { first.values.clone() },
        corrections: Vec::new(),
    }
}

/// `type`, where not every one is taken.
pub(super) fn types(kinds: Kinds, null: Null, members: &mut Members) {
    let kinds = if null.is_taken() { kinds.union(Kinds::NULL) } else { kinds };
    if kinds == Kinds::ALL {
        return;
    }
    let number = match (kinds.contains(Kinds::INTEGER), kinds.contains(Kinds::FRACTION)) {
        (_, true) => Some("number"),
        (true, false) => Some("integer"),
        (false, false) => None,
    };
    let has = |kind: Kinds, name: &'static str| kinds.contains(kind).then_some(name);
    let names = [
        has(Kinds::STRING, "string"),
        number,
        has(Kinds::BOOLEAN, "boolean"),
        has(Kinds::ARRAY, "array"),
        has(Kinds::OBJECT, "object"),
        has(Kinds::NULL, "null"),
    ];
    let names: Vec<&str> = names.into_iter().flatten().collect();
    match names.as_slice() {
        [one] => members.add("type", *one),
        _ => members.add("type", names.into_iter().map(Json::from).collect::<Vec<Json>>()),
    }
}

/// Beside `type: number`, where only numbers with a fraction are taken.
pub(super) fn no_integer(kinds: Kinds) -> Option<Members> {
    let is_odd = kinds.contains(Kinds::FRACTION) && !kinds.contains(Kinds::INTEGER);
    is_odd.then(|| Members::default().with("not", Members::default().with("type", "integer")))
}

/// `const` or `enum`.
pub(super) fn listed(values: &[Value], null: Null, members: &mut Members) {
    let mut all: Vec<Json> = values.iter().map(Json::from).collect();
    if null.is_taken() {
        all.push(Json::from(&Value::Null));
    }
    match all.as_slice() {
        [one] => members.add("const", one.clone()),
        _ => members.add("enum", all),
    }
}

fn number(rules: &NumberRules, members: &mut Members) {
    for (bound, keyword, exclusive) in
        [(&rules.minimum, "minimum", "exclusiveMinimum"), (&rules.maximum, "maximum", "exclusiveMaximum")]
    {
        if let Some(Bound { value, exclusive: is_exclusive }) = bound {
            members.add(if *is_exclusive { exclusive } else { keyword }, Json::Leaf(value.to_string()));
        }
    }
    if let Some(step) = rules.multiples.first() {
        members.add("multipleOf", *step);
    }
}

fn count(keyword: &str, bound: Option<u64>, members: &mut Members) {
    if let Some(bound) = bound {
        members.add(keyword, bound);
    }
}

/// Rules that all have to be met, at the end: right in the schema where there is one, and no keyword is there twice.
pub(super) fn together(all: Vec<Members>, members: &mut Members) {
    let is_free = |part: &Members| part.0.iter().all(|(name, _)| members.0.iter().all(|(other, _)| other != name));
    match <[Members; 1]>::try_from(all) {
        Ok([one]) if is_free(&one) => members.0.extend(one.0),
        Ok([one]) => members.add("allOf", vec![one.into()]),
        Err(all) if all.is_empty() => {}
        Err(all) => members.add("allOf", all.into_iter().map(Json::from).collect::<Vec<Json>>()),
    }
}
