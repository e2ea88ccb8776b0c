//! From subschemas that a value has to meet all to one shape.

mod leaf;
mod not;
mod object;
mod words;

use std::collections::HashSet;

pub(super) use self::not::tests;
use super::{
    definitions::{Conjunction, Definitions},
    graph::{Graph, UnionId},
    names::pascal,
};
use crate::{
    ledger::PathId,
    model::{Arm, Definition, Documentation, Kinds, Model, Place, Shape, UnionKeyword},
    read::{SchemaId, limits},
    refusal::{Findings, Refusal},
};

/// A model whose unions are not decided yet: a shape with a `draft` stands for one.
#[derive(Debug)]
pub(crate) struct Merged {
    pub(crate) model: Model,
    pub(crate) drafts: Vec<Draft>,
    /// How many shapes may still be made.
    pub(crate) budget: usize,
}

/// A union that is not decided yet.
#[derive(Debug)]
pub(crate) struct Draft {
    /// The shape around it, without rules.
    pub(crate) shape: Shape,
    pub(crate) keyword: UnionKeyword,
    /// Where the keyword is.
    pub(crate) path: PathId,
    /// The name of the definition or member that it belongs to, in `PascalCase`.
    pub(crate) owner: String,
    /// The arms; a name may be missing.
    pub(crate) arms: Vec<Arm>,
}

/// Builds the shapes of all definitions.
pub(crate) fn run(graph: &Graph, definitions: &Definitions, findings: &mut Findings) -> Merged {
    let mut merge = Merge {
        graph,
        definitions,
        findings,
        drafts: Vec::new(),
        owner: String::new(),
        budget: limits::SHAPES,
        tolerance: 0,
        told: Told::default(),
    };
    let mut built = Vec::with_capacity(definitions.list.len());
    for (id, name) in &definitions.list {
        merge.owner.clone_from(name);
        let shape = merge.definition(*id);
        built.push(Definition { name: name.clone(), shape, direction: graph.get(*id).direction });
    }
    let (drafts, budget) = (merge.drafts, merge.budget);
    let order: Vec<usize> = graph.order().iter().filter_map(|&id| definitions.of(id)).map(|id| id.0).collect();
    shorten_chains(&mut built, &order);
    let root = &graph.get(SchemaId::new(0)).documentation;
    let model = Model {
        title: root.title.clone(),
        description: root.description.clone(),
        definitions: built,
        root: definitions.root,
    };
    Merged { model, drafts, budget }
}

/// Lets each definition that is a reference refer to the one at the end of the chain, so that a chain has two links at most.
fn shorten_chains(definitions: &mut [Definition], order: &[usize]) {
    for &index in order {
        let Some(next) = definitions.get(index).and_then(|definition| definition.shape.reference) else { continue };
        let Some(last) = definitions.get(next.0).and_then(|definition| definition.shape.reference) else { continue };
        if let Some(definition) = definitions.get_mut(index) {
            definition.shape.reference = Some(last);
        }
    }
}

struct Merge<'g> {
    graph: &'g Graph,
    definitions: &'g Definitions,
    findings: &'g mut Findings,
    drafts: Vec<Draft>,
    /// The name of the definition or member that is being merged.
    owner: String,
    budget: usize,
    /// How many unions of several in one place are being multiplied: arms that contradict each other are then left out.
    tolerance: usize,
    told: Told,
}

/// What is refused once, however often it happens.
#[derive(Default)]
struct Told {
    too_large: bool,
    too_deep: bool,
}

impl Merge<'_> {
    fn definition(&mut self, id: SchemaId) -> Shape {
        let conjunction = Conjunction::of(id);
        self.shape(&conjunction, 0).unwrap_or_else(|| Shape::anything(self.place(id)))
    }

    fn place(&self, id: SchemaId) -> Place {
        let schema = self.graph.get(id);
        Place { pointer: self.findings.ledger.paths().pointer(schema.path), span: schema.span }
    }

    /// The shape of what the parts say together; nothing where they contradict each other and that is tolerated.
    fn shape(&mut self, conjunction: &Conjunction, depth: usize) -> Option<Shape> {
        let face = conjunction.face;
        if self.budget == 0 {
            return None;
        }
        if depth > limits::SHAPE_DEPTH {
            if !std::mem::replace(&mut self.told.too_deep, true) {
                let schema = self.graph.get(face);
                self.findings.refuse_at(
                    schema.path,
                    schema.span,
                    Refusal::TooDeep,
                    format!("the schema is nested deeper than {} levels", limits::SHAPE_DEPTH),
                    "give an inner schema a name in `$defs`, and refer to it",
                );
            }
            return Some(Shape::anything(Place::default()));
        }
        let applied = conjunction.parts.iter().map(|&id| self.graph.get(id).all_of.len()).sum::<usize>();
        self.budget = self.budget.saturating_sub(applied / 8);
        if let Some(reference) = self.definitions.reference(self.graph, conjunction) {
            self.spend(&conjunction.parts, face)?;
            let mut shape = Shape::anything(self.place(face));
            shape.reference = Some(reference);
            let described = self.silent_parts(&conjunction.parts, &conjunction.done);
            let own = self.silent_parts(&[face], &[]);
            self.annotate(&mut shape, face, &described, &own);
            return Some(shape);
        }
        let parts = self.graph.closure(&conjunction.parts);
        self.spend(&parts, face)?;
        let mut unions = parts.iter().flat_map(|&id| self.graph.unions(id, &conjunction.done));
        match (unions.next(), unions.next()) {
            (None, _) => self.leaf(&parts, conjunction, depth),
            (Some(union), next) => {
                drop(unions);
                let several = usize::from(next.is_some());
                self.tolerance += several;
                let shape = self.union(&parts, conjunction, union, depth);
                self.tolerance -= several;
                shape.or_else(|| {
                    let (owner, keyword) = union;
                    let path = self.graph.get(owner).keyword(keyword.name());
                    self.contradiction(path, face, format!("no arm of `{}` can take anything", keyword.name()))
                })
            }
        }
    }

    /// Takes the cost of a shape off the budget. Where nothing is left, the shape is one that takes anything: nothing is given.
    fn spend(&mut self, parts: &[SchemaId], face: SchemaId) -> Option<()> {
        let cost: usize = parts.iter().map(|&id| self.graph.get(id).weight).sum();
        self.burn(cost, face)
    }

    /// The same for a cost that is known.
    fn burn(&mut self, cost: usize, face: SchemaId) -> Option<()> {
        // It is zero only when that was told.
        if let Some(left) = self.budget.checked_sub(cost.max(1)).filter(|&left| left > 0) {
            self.budget = left;
            return Some(());
        }
        self.budget = 0;
        if !std::mem::replace(&mut self.told.too_large, true) {
            let schema = self.graph.get(face);
            self.findings.refuse_at(
                schema.path,
                schema.span,
                Refusal::TooLarge,
                format!("merging what applies to the same value makes more than {} shapes", limits::SHAPES),
                "combine fewer schemas by `allOf`, `oneOf` and `anyOf`",
            );
        }
        None
    }

    /// What documents a reference: the parts with those that they are made of by `allOf`, and not what is referred to.
    fn silent_parts(&self, parts: &[SchemaId], done: &[UnionId]) -> Vec<SchemaId> {
        let mut seen = HashSet::new();
        let mut silent = Vec::new();
        let mut stack: Vec<SchemaId> = parts.iter().rev().copied().collect();
        while let Some(id) = stack.pop() {
            if seen.insert(id) && !done.iter().any(|&(owner, _)| owner == id) {
                silent.push(id);
                stack.extend(self.graph.get(id).all_of.iter().rev().copied());
            }
        }
        silent
    }

    /// A contradiction: refused, or tolerated.
    fn contradiction(&mut self, path: PathId, face: SchemaId, reason: String) -> Option<Shape> {
        if self.tolerance > 0 || self.budget == 0 {
            return None;
        }
        let schema = self.graph.get(face);
        let span = self.findings.ledger.span(path).unwrap_or(schema.span);
        let help = "mend one of the two, or write `false` where nothing is meant to be taken";
        self.findings.refuse_at(path, span, Refusal::Contradiction, reason, help);
        Some(Shape::anything(self.place(face)))
    }

    fn union(&mut self, parts: &[SchemaId], whole: &Conjunction, union: UnionId, depth: usize) -> Option<Shape> {
        let (owner, keyword) = union;
        let path = self.graph.get(owner).keyword(keyword.name());
        let ids = self.graph.arms(union);
        if ids.len() > limits::ARMS {
            self.findings.refuse(
                path,
                Refusal::TooLarge,
                format!("`{}` has {} arms, and {} are read", keyword.name(), ids.len(), limits::ARMS),
                "split the schema",
            );
            return Some(Shape::anything(self.place(whole.face)));
        }
        let mut done = whole.done.clone();
        done.push(union);
        let mut arms = Vec::new();
        let mut kinds = Kinds::NONE;
        for &id in ids {
            let mut all = whole.parts.clone();
            all.retain(|&part| part != id);
            all.push(id);
            let arm = Conjunction { parts: all, face: id, done: done.clone() };
            let bound = self.graph.common_bound(&arm.parts);
            if let Some(shape) = self.shape(&arm, depth + 1) {
                kinds = kinds.union(bound);
                arms.push(Arm { name: self.hint(id), shape });
            }
        }
        if arms.is_empty() {
            return None;
        }
        let mut shape = Shape::anything(self.place(whole.face));
        self.annotate(&mut shape, whole.face, parts, &self.graph.closure(&[whole.face]));
        shape.annotations.scalar = self.scalar(parts, whole);
        shape.keywords.push((keyword.name(), self.findings.ledger.paths().pointer(path)));
        shape.kinds = kinds;
        let draft = Draft { shape: shape.clone(), keyword, path, owner: self.owner.clone(), arms };
        shape.draft = Some(self.drafts.len());
        self.drafts.push(draft);
        Some(shape)
    }

    /// A first name of an arm: that of the definition that it refers to, or its title, or none.
    fn hint(&self, arm: SchemaId) -> String {
        let reference = self.definitions.reference(self.graph, &Conjunction::of(arm));
        let title =
            || self.graph.get(arm).documentation.title.as_deref().filter(|title| title.len() <= 40).and_then(pascal);
        reference.map(|id| self.definitions.name(id).to_owned()).or_else(title).unwrap_or_default()
    }

    /// Adds what the parts say for people and for us. Words come from the face, and what it lacks from its `own` parts.
    fn annotate(&mut self, shape: &mut Shape, face: SchemaId, parts: &[SchemaId], own: &[SchemaId]) {
        let own: HashSet<SchemaId> = own.iter().copied().collect();
        shape.documentation = self.graph.get(face).documentation.clone();
        shape.annotations = self.graph.get(face).annotations.clone();
        for &id in parts.iter().filter(|&&id| id != face) {
            let other = self.graph.get(id);
            if own.contains(&id) {
                fill(&mut shape.documentation, &other.documentation);
            }
            let flags = &other.documentation;
            shape.documentation.deprecated |= flags.deprecated;
            shape.documentation.read_only |= flags.read_only;
            shape.documentation.write_only |= flags.write_only;
            shape.annotations.rules.extend(other.annotations.rules.iter().cloned());
            shape.annotations.warns_of_unknown_members |= other.annotations.warns_of_unknown_members;
            if shape.annotations.open.is_empty() {
                shape.annotations.open.clone_from(&other.annotations.open);
            }
        }
    }

    /// The hand-written type of the parts. Rules beside it would be lost, and are refused.
    fn scalar(&mut self, parts: &[SchemaId], whole: &Conjunction) -> Option<String> {
        let is_done = |id: SchemaId| whole.done.iter().any(|&(owner, _)| owner == id);
        let mut scalars =
            parts.iter().copied().filter(|&id| self.graph.get(id).annotations.scalar.is_some() && !is_done(id));
        let owner = scalars.next()?;
        let inside = self.graph.closure(&[owner]);
        let beside = parts.iter().find(|&&id| !inside.contains(&id) && self.graph.get(id).has_rules());
        if let Some(&id) = beside {
            let schema = self.graph.get(id);
            self.findings.refuse_at(
                schema.path,
                schema.span,
                Refusal::UnsupportedKeyword,
                "there are rules beside a schema with `x-type`, which the hand-written type knows nothing of"
                    .to_owned(),
                "move them into the schema with `x-type`",
            );
        }
        self.graph.get(owner).annotations.scalar.clone()
    }
}

/// Adds what is missing in the documentation.
pub(super) fn fill(documentation: &mut Documentation, other: &Documentation) {
    let Documentation { title, description, examples, default, values, corrections, .. } = other;
    documentation.title = documentation.title.take().or_else(|| title.clone());
    documentation.description = documentation.description.take().or_else(|| description.clone());
    documentation.default = documentation.default.take().or_else(|| default.clone());
    if documentation.examples.is_empty() {
        documentation.examples.clone_from(examples);
    }
    if documentation.values.is_empty() {
        documentation.values.clone_from(values);
    }
    documentation.corrections.extend(corrections.iter().cloned());
}

impl UnionKeyword {
    /// The keyword as it is written.
    pub(crate) fn name(self) -> &'static str {
        match self {
            UnionKeyword::OneOf => "oneOf",
            UnionKeyword::AnyOf => "anyOf",
        }
    }
}
