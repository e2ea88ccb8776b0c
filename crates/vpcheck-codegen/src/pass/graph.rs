//! Which subschemas apply which others to the same value.

use std::collections::HashSet;

use crate::{
    model::{Kinds, NumberRules, StringRules, UnionKeyword},
    read::{IGNORED_HELP, SchemaId, Schemas, Subschema, ignored_beside_reference},
    refusal::{Findings, Refusal},
};

/// A union of a subschema, by its keyword.
pub(crate) type UnionId = (SchemaId, UnionKeyword);

/// The subschemas of a document, without cycles among those that apply to the same value.
#[derive(Debug)]
pub(crate) struct Graph {
    schemas: Schemas,
    /// All subschemas, each after those that it applies to the same value.
    order: Vec<SchemaId>,
    /// Per subschema the types beyond which it takes nothing.
    bounds: Vec<Kinds>,
    /// Per subschema whether it takes everything.
    trivial: Vec<bool>,
}

/// A way to apply a subschema to the same value.
#[derive(Clone, Copy)]
enum Edge {
    Reference,
    AllOf,
    OneOf,
    AnyOf,
    Not,
}

impl Edge {
    fn keyword(self) -> &'static str {
        match self {
            Edge::Reference => "$ref",
            Edge::AllOf => "allOf",
            Edge::OneOf => "oneOf",
            Edge::AnyOf => "anyOf",
            Edge::Not => "not",
        }
    }
}

impl Graph {
    /// Finds the cycles, refuses them and cuts them.
    pub(crate) fn new(mut schemas: Schemas, findings: &mut Findings) -> Graph {
        let (order, cuts) = sort(&schemas);
        for (id, edge) in cuts {
            let Some(schema) = schemas.list.get_mut(id.index()) else { continue };
            findings.refuse(
                schema.keyword(edge.keyword()),
                Refusal::ReferenceCycle,
                format!("`{}` leads back to this schema for the same value, and so never ends", edge.keyword()),
                "let the schema contain itself in a member or an item, or leave it out",
            );
            match edge {
                Edge::Reference => schema.reference = None,
                Edge::AllOf => schema.all_of.clear(),
                Edge::OneOf => schema.one_of = None,
                Edge::AnyOf => schema.any_of = None,
                Edge::Not => schema.not = None,
            }
        }
        let mut graph = Graph {
            bounds: vec![Kinds::ALL; schemas.list.len()],
            trivial: vec![false; schemas.list.len()],
            order: Vec::new(),
            schemas,
        };
        for &id in &order {
            let (bound, trivial) = (graph.bound_of(graph.get(id)), graph.is_trivial(graph.get(id)));
            graph.bounds[id.index()] = bound;
            graph.trivial[id.index()] = trivial;
        }
        graph.order = order;
        graph.refuse_ignored_types(findings);
        graph
    }

    /// A type beside `$ref` that is ignored has to be one that the target says too: then it does not matter.
    fn refuse_ignored_types(&self, findings: &mut Findings) {
        for schema in &self.schemas.list {
            let (Some(kinds), Some(reference)) = (schema.ignored_kinds, schema.reference) else { continue };
            if !kinds.contains(self.bound(reference)) {
                let message = ignored_beside_reference("type");
                findings.refuse(schema.keyword("type"), Refusal::UnsupportedKeyword, message, IGNORED_HELP);
            }
        }
    }

    pub(crate) fn schemas(&self) -> &Schemas {
        &self.schemas
    }

    pub(crate) fn get(&self, id: SchemaId) -> &Subschema {
        self.schemas.get(id)
    }

    /// All subschemas, each after those that it applies to the same value.
    pub(crate) fn order(&self) -> &[SchemaId] {
        &self.order
    }

    /// The types beyond which it takes nothing.
    pub(crate) fn bound(&self, id: SchemaId) -> Kinds {
        self.bounds.get(id.index()).copied().unwrap_or(Kinds::ALL)
    }

    /// The types beyond which nothing is taken by all of them.
    pub(crate) fn common_bound(&self, ids: &[SchemaId]) -> Kinds {
        ids.iter().fold(Kinds::ALL, |bound, &id| bound.intersection(self.bound(id)))
    }

    /// The subschemas and all that they apply to the same value by `$ref` and `allOf`, each once.
    pub(crate) fn closure(&self, ids: &[SchemaId]) -> Vec<SchemaId> {
        let mut seen = HashSet::new();
        let mut closure = Vec::new();
        let mut stack: Vec<SchemaId> = ids.iter().rev().copied().collect();
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            closure.push(id);
            let schema = self.get(id);
            if !schema.opaque {
                stack.extend(schema.all_of.iter().rev().copied());
                stack.extend(schema.reference);
            }
        }
        closure
    }

    /// The unions of a subschema that are not done yet.
    pub(crate) fn unions(&self, id: SchemaId, done: &[UnionId]) -> impl Iterator<Item = UnionId> {
        let schema = self.get(id);
        let one_of = schema.one_of.as_ref().map(|_| (id, UnionKeyword::OneOf));
        let any_of = schema.any_of.as_ref().map(|_| (id, UnionKeyword::AnyOf));
        let is_left = |union: &UnionId| !schema.opaque && !done.contains(union);
        one_of.into_iter().chain(any_of).filter(is_left)
    }

    /// The arms of a union.
    pub(crate) fn arms(&self, (id, keyword): UnionId) -> &[SchemaId] {
        let schema = self.get(id);
        match keyword {
            UnionKeyword::OneOf => schema.one_of.as_deref().unwrap_or_default(),
            UnionKeyword::AnyOf => schema.any_of.as_deref().unwrap_or_default(),
        }
    }

    /// Whether it takes everything, when unions that are done are left out.
    pub(crate) fn takes_everything(&self, id: SchemaId, done: &[UnionId]) -> bool {
        if self.trivial.get(id.index()).copied().unwrap_or(false) {
            return true;
        }
        let is_silent = |&id: &SchemaId| !self.get(id).has_rules() && self.unions(id, done).next().is_none();
        !done.is_empty() && self.closure(&[id]).iter().all(is_silent)
    }

    /// The types beyond which a subschema takes nothing, when those of all that it applies are known.
    fn bound_of(&self, schema: &Subschema) -> Kinds {
        let listed = schema
            .values
            .as_ref()
            .map(|values| values.iter().fold(Kinds::NONE, |kinds, value| kinds.union(Kinds::of(value))));
        let literal = if schema.literal == Some(false) { Kinds::NONE } else { Kinds::ALL };
        let own = [schema.kinds, listed].into_iter().flatten().fold(literal, Kinds::intersection);
        if schema.opaque {
            return own;
        }
        let applied =
            schema.reference.iter().chain(&schema.all_of).fold(own, |kinds, &id| kinds.intersection(self.bound(id)));
        let unions = schema.one_of.iter().chain(&schema.any_of);
        unions.fold(applied, |kinds, arms| {
            kinds.intersection(arms.iter().fold(Kinds::NONE, |kinds, &arm| kinds.union(self.bound(arm))))
        })
    }

    fn is_trivial(&self, schema: &Subschema) -> bool {
        let applied = schema.reference.iter().chain(&schema.all_of);
        !schema.has_rules()
            && schema.one_of.is_none()
            && schema.any_of.is_none()
            && applied.into_iter().all(|id| self.trivial.get(id.index()).copied().unwrap_or(false))
    }
}

impl Subschema {
    /// Whether it rules something out by itself, apart from `$ref`, `allOf`, `oneOf` and `anyOf`.
    pub(crate) fn has_rules(&self) -> bool {
        self.has_rules_beside_type() || self.kinds.is_some()
    }

    /// The same apart from `type`.
    pub(crate) fn has_rules_beside_type(&self) -> bool {
        self.literal == Some(false)
            || self.values.is_some()
            || self.number != NumberRules::default()
            || self.string != StringRules::default()
            || self.has_rules_for_arrays()
            || self.has_rules_for_objects()
            || self.not.is_some()
    }

    /// Whether it says something of arrays.
    pub(crate) fn has_rules_for_arrays(&self) -> bool {
        self.items.is_some() || self.min_items.is_some() || self.max_items.is_some() || self.unique
    }

    /// Whether it says something of objects.
    pub(crate) fn has_rules_for_objects(&self) -> bool {
        !self.properties.is_empty()
            || !self.required.is_empty()
            || self.additional.is_some()
            || !self.pattern_properties.is_empty()
            || self.names.is_some()
            || self.min_members.is_some()
            || self.max_members.is_some()
    }
}

/// Sorts the subschemas, each after those that it applies to the same value, but for the edges that close a cycle.
fn sort(schemas: &Schemas) -> (Vec<SchemaId>, Vec<(SchemaId, Edge)>) {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        Open,
        Done,
    }
    let mut states = vec![State::New; schemas.list.len()];
    let mut order = Vec::with_capacity(schemas.list.len());
    let mut cuts = Vec::new();
    for start in 0..schemas.list.len() {
        if states[start] != State::New {
            continue;
        }
        states[start] = State::Open;
        let start = SchemaId::new(start);
        let mut stack = vec![(start, edges(schemas.get(start)))];
        while let Some((id, edges_left)) = stack.last_mut() {
            let id = *id;
            let Some((edge, target)) = edges_left.next() else {
                states[id.index()] = State::Done;
                order.push(id);
                stack.pop();
                continue;
            };
            match states[target.index()] {
                State::New => {
                    states[target.index()] = State::Open;
                    stack.push((target, edges(schemas.get(target))));
                }
                State::Open => cuts.push((id, edge)),
                State::Done => {}
            }
        }
    }
    (order, cuts)
}

fn edges(schema: &Subschema) -> impl Iterator<Item = (Edge, SchemaId)> {
    let arms = |arms: &Option<Vec<SchemaId>>| arms.clone().unwrap_or_default();
    let all = [
        (Edge::Reference, schema.reference.into_iter().collect()),
        (Edge::AllOf, schema.all_of.clone()),
        (Edge::OneOf, arms(&schema.one_of)),
        (Edge::AnyOf, arms(&schema.any_of)),
        (Edge::Not, schema.not.into_iter().collect::<Vec<SchemaId>>()),
    ];
    let opaque = schema.opaque;
    all.into_iter().flat_map(|(edge, ids)| ids.into_iter().map(move |id| (edge, id))).filter(move |_| !opaque)
}
