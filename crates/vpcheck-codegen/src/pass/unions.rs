//! Deciding every union: how its arms are told apart, or that they cannot be.

use std::cell::Cell;

use vpcheck_syntax::Span;

use super::{
    arms,
    dispatch::{self, Dispatched},
    facts::View,
    merge::{Draft, Merged},
    simplify::{self, Simplified},
    strings, witness,
};
use crate::{
    ledger::PathId,
    model::{Additional, Arm, Definition, Dispatch, Kinds, Model, Shape, Union, UnionKeyword},
    refusal::{Findings, Refusal, shorten},
};

/// How many steps may be taken to compare shapes and to look for witnesses, all together.
const FUEL: usize = 5_000_000;

/// Decides all unions of a model, and refuses those that cannot be.
pub(crate) fn run(merged: Merged, findings: &mut Findings) -> Model {
    let Merged { mut model, drafts, mut budget } = merged;
    let order = sort(&drafts, &model);
    let mut drafts: Vec<Option<Draft>> = drafts.into_iter().map(Some).collect();
    let mut decided: Vec<Option<Shape>> = drafts.iter().map(|_| None).collect();
    let mut failures = Vec::new();
    let fuel = Cell::new(FUEL);
    for index in order {
        let Some(draft) = drafts.get_mut(index).and_then(Option::take) else { continue };
        let view = View { definitions: &model.definitions, decided: &decided, fuel: &fuel };
        let shape = Decision { view, keyword: draft.keyword, failures: &mut failures, path: draft.path }.shape(draft);
        if let Some(slot) = decided.get_mut(index) {
            *slot = Some(shape);
        }
    }
    // What is refused in an arm may be what tells it apart: then there is nothing to say yet.
    let errors = findings.error_starts();
    for failure in failures.iter().filter(|failure| !failure.is_incomplete(&model.definitions, &errors)) {
        let share = Cell::new(fuel.get().min(FUEL / 50));
        fuel.set(fuel.get() - share.get());
        refuse(failure, View { definitions: &model.definitions, decided: &decided, fuel: &share }, findings);
        fuel.set(fuel.get() + share.get());
    }
    for definition in &mut model.definitions {
        if !insert(&mut definition.shape, &decided, &mut budget) {
            findings.refuse_at(
                PathId::ROOT,
                definition.shape.place.span,
                Refusal::TooLarge,
                format!("the unions of the schema make more than {} shapes", crate::limits::SHAPES),
                "combine fewer schemas by `oneOf` and `anyOf`",
            );
            break;
        }
    }
    model
}

/// Sorts the unions, each after those that its arms are.
fn sort(drafts: &[Draft], model: &Model) -> Vec<usize> {
    let fuel = Cell::new(0);
    let view = View { definitions: &model.definitions, decided: &[], fuel: &fuel };
    let mut seen = vec![false; drafts.len()];
    let mut order = Vec::with_capacity(drafts.len());
    for start in 0..drafts.len() {
        let mut stack = Vec::new();
        let mut visit = Some(start);
        loop {
            if let Some(index) = visit.take().filter(|&index| seen.get(index) == Some(&false)) {
                seen[index] = true;
                stack.push((index, 0));
            }
            let Some((index, next)) = stack.last_mut() else { break };
            let arm = drafts.get(*index).and_then(|draft| draft.arms.get(*next));
            *next += 1;
            if let Some(arm) = arm {
                visit = view.resolve(&arm.shape).0.draft;
            } else {
                order.push(*index);
                stack.pop();
            }
        }
    }
    order
}

/// Puts what was decided in the place of drafts. It is false when the budget does not suffice.
fn insert(shape: &mut Shape, decided: &[Option<Shape>], budget: &mut usize) -> bool {
    let mut stack = vec![shape];
    while let Some(shape) = stack.pop() {
        while let Some(index) = shape.draft.take() {
            let Some(left) = budget.checked_sub(1) else { return false };
            *budget = left;
            if let Some(Some(found)) = decided.get(index) {
                let nullable = shape.nullable;
                *shape = found.clone();
                shape.nullable |= nullable;
            }
        }
        let Shape { array, object, union, .. } = shape;
        stack.extend(array.items.as_deref_mut());
        stack.extend(object.members.iter_mut().map(|member| &mut member.shape));
        stack.extend(object.patterns.iter_mut().map(|other| &mut other.shape));
        if let Additional::Shape(shape) = &mut object.additional {
            stack.push(shape);
        }
        stack.extend(union.iter_mut().flat_map(|union| &mut union.arms).map(|arm| &mut arm.shape));
    }
    true
}

/// Arms that cannot be told apart.
struct Failure {
    path: PathId,
    keyword: UnionKeyword,
    arms: Vec<Arm>,
}

impl Failure {
    /// Whether something in an arm is refused.
    fn is_incomplete(&self, definitions: &[Definition], errors: &[u32]) -> bool {
        let has_error = |span: Span| {
            let first = errors.partition_point(|&start| start < span.start);
            errors.get(first).is_some_and(|&start| start < span.end)
        };
        self.arms.iter().any(|arm| {
            let target = arm.shape.reference.and_then(|id| definitions.get(id.0));
            has_error(arm.shape.place.span) || target.is_some_and(|target| has_error(target.shape.place.span))
        })
    }
}

struct Decision<'m, 'f> {
    view: View<'m>,
    keyword: UnionKeyword,
    path: PathId,
    failures: &'f mut Vec<Failure>,
}

/// What arms come to.
enum Settled {
    /// One shape that takes what they take together.
    One(Box<Arm>),
    /// Arms that are told apart.
    Many(Vec<Arm>, Dispatch),
    /// They cannot be told apart.
    None,
}

impl Decision<'_, '_> {
    /// What the draft becomes.
    fn shape(mut self, draft: Draft) -> Shape {
        let Draft { mut shape, owner, mut arms, .. } = draft;
        arms.retain(|arm| !self.view.facts(&arm.shape).kinds.is_empty());
        if !self.take_null(&mut shape, &mut arms) {
            return shape;
        }
        match self.settle(arms) {
            Settled::None => {
                shape.kinds = Kinds::ALL;
            }
            Settled::One(arm) => simplify::absorb(&mut shape, arm.shape, self.view),
            Settled::Many(mut arms, dispatch) => {
                arms::name(&owner, &mut arms, &dispatch, self.view);
                shape.kinds = self.kinds(&arms);
                shape.union = Some(Union { keyword: self.keyword, arms, dispatch });
            }
        }
        shape
    }

    fn kinds(&self, arms: &[Arm]) -> Kinds {
        arms.iter().fold(Kinds::NONE, |kinds, arm| kinds.union(self.view.facts(&arm.shape).kinds))
    }

    /// Takes null out of the arms, and makes the shape nullable. It is false when nothing is left to decide.
    fn take_null(&mut self, shape: &mut Shape, arms: &mut Vec<Arm>) -> bool {
        let takes_null = |view: View<'_>, arm: &Arm| view.facts(&arm.shape).kinds.contains(Kinds::NULL);
        let takers: Vec<&Arm> = arms.iter().filter(|arm| takes_null(self.view, arm)).collect();
        if takers.is_empty() {
            return true;
        }
        if takers.len() > 1 && self.keyword == UnionKeyword::OneOf {
            let arms = takers.into_iter().cloned().collect();
            self.failures.push(Failure { path: self.path, keyword: self.keyword, arms });
            shape.kinds = Kinds::ALL;
            return false;
        }
        arms.retain(|arm| self.view.facts(&arm.shape).kinds != Kinds::NULL);
        if arms.is_empty() {
            shape.kinds = Kinds::NULL;
            return false;
        }
        if arms.len() == 1 || arms.iter().all(|arm| self.view.resolve(&arm.shape).0.kinds != Kinds::ALL) {
            shape.nullable = true;
        }
        if arms.len() > 1 {
            for arm in arms {
                self.strip_null(arm);
            }
        }
        true
    }

    /// Lets an arm not take null, which the union does for it.
    fn strip_null(&self, arm: &mut Arm) {
        arm.shape.nullable = false;
        let (inner, nullable) = self.view.resolve(&arm.shape);
        if nullable {
            let mut inner = inner.clone();
            inner.nullable = false;
            if arm.shape.documentation != crate::model::Documentation::default() {
                inner.documentation = arm.shape.documentation.clone();
            }
            arm.shape = inner;
        }
    }

    /// Tells arms apart by their types, and those that share some by what is in them.
    fn settle(&mut self, arms: Vec<Arm>) -> Settled {
        let mut settled = Vec::new();
        for group in self.groups(arms) {
            match self.settle_group(group) {
                Settled::None => return Settled::None,
                other => settled.push(other),
            }
        }
        if settled.len() == 1 {
            return settled.pop().unwrap_or(Settled::None);
        }
        let mut arms = Vec::new();
        for group in settled {
            match group {
                Settled::None => return Settled::None,
                Settled::One(arm) => arms.push(*arm),
                Settled::Many(inner, Dispatch::Kind) => arms.extend(inner),
                Settled::Many(mut inner, dispatch) => {
                    let kinds = self.kinds(&inner);
                    arms::name("", &mut inner, &dispatch, self.view);
                    let place = inner.first().map(|arm| arm.shape.place.clone()).unwrap_or_default();
                    let mut shape = Shape::anything(place);
                    shape.kinds = kinds;
                    shape.union = Some(Union { keyword: self.keyword, arms: inner, dispatch });
                    arms.push(Arm { name: String::new(), shape });
                }
            }
        }
        Settled::Many(arms, Dispatch::Kind)
    }

    /// Parts the arms into groups that share no type, in the order of their first arms.
    fn groups(&self, arms: Vec<Arm>) -> Vec<Vec<Arm>> {
        let mut groups: Vec<(Kinds, Vec<Arm>)> = Vec::new();
        for arm in arms {
            let mut kinds = self.view.facts(&arm.shape).kinds;
            let mut members = Vec::new();
            let mut at = groups.len();
            let mut index = 0;
            while let Some((other, _)) = groups.get(index) {
                if kinds.intersection(*other).is_empty() {
                    index += 1;
                } else {
                    let (other, inner) = groups.remove(index);
                    kinds = kinds.union(other);
                    members.extend(inner);
                    at = at.min(index);
                }
            }
            members.push(arm);
            groups.insert(at.min(groups.len()), (kinds, members));
        }
        groups.into_iter().map(|(_, arms)| arms).collect()
    }

    fn settle_group(&mut self, mut arms: Vec<Arm>) -> Settled {
        if arms.len() > 1 && arms.iter().any(|arm| self.inner_union(arm).is_some()) {
            let spliced = self.splice(arms);
            return self.settle(spliced);
        }
        loop {
            if arms.len() == 1 {
                return arms.pop().map_or(Settled::None, |arm| Settled::One(Box::new(arm)));
            }
            let (found, rest) = simplify::values(arms, self.keyword, self.view);
            arms = rest;
            if let Some(arm) = found {
                return Settled::One(Box::new(arm));
            }
            if let Dispatched::By(dispatch) = dispatch::find(&arms, self.view) {
                return Settled::Many(arms, dispatch);
            }
            match simplify::widest(arms, self.keyword, self.view) {
                Simplified::Fewer(fewer) => arms = fewer,
                Simplified::Same(same) => {
                    let arms = match strings::merge(same, self.keyword, self.view) {
                        Ok(arm) => return Settled::One(Box::new(arm)),
                        Err(arms) => arms,
                    };
                    if arms.len() > 1 {
                        self.failures.push(Failure { path: self.path, keyword: self.keyword, arms });
                    }
                    return Settled::None;
                }
            }
        }
    }

    /// The union that an arm is, unless a hand-written type stands for it.
    fn inner_union<'s>(&'s self, arm: &'s Arm) -> Option<&'s Union> {
        let (shape, _) = self.view.resolve(&arm.shape);
        shape.union.as_ref().filter(|_| shape.annotations.scalar.is_none())
    }

    /// Puts the arms of inner unions in their place.
    fn splice(&self, arms: Vec<Arm>) -> Vec<Arm> {
        let mut stack: Vec<Arm> = arms.into_iter().rev().collect();
        let mut spliced = Vec::new();
        while let Some(arm) = stack.pop() {
            match self.inner_union(&arm) {
                Some(union) => stack.extend(union.arms.iter().rev().cloned()),
                None => spliced.push(arm),
            }
        }
        spliced
    }
}

/// How many pairs of arms are looked at for a document that both take.
const PAIRS: usize = 300;

fn refuse(failure: &Failure, view: View<'_>, findings: &mut Findings) {
    let Failure { path, keyword, arms } = failure;
    let name = keyword.name();
    let pairs =
        arms.iter().enumerate().flat_map(|(index, left)| arms.iter().skip(index + 1).map(move |right| (left, right)));
    let found = pairs.take(PAIRS).find_map(|(left, right)| Some((left, right, witness::find(view, left, right)?)));
    let help = "give every arm a required member with a `const` of its own, or let each arm require a member that the others \
                rule out by `false`";
    let Some((left, right, document)) = found else {
        findings.refuse(
            *path,
            Refusal::IndistinctArms,
            format!("nothing was found that tells the arms of `{name}` apart"),
            help,
        );
        return;
    };
    let arm = |arm: &Arm| match arm.name.as_str() {
        "" => format!("`{}`", arm.shape.place.pointer),
        name => format!("`{name}`"),
    };
    let message =
        format!("the arms {} and {} of `{name}` both take `{}`", arm(left), arm(right), shorten(&document.to_string()));
    let help = match keyword {
        UnionKeyword::OneOf => help.to_owned(),
        UnionKeyword::AnyOf => format!("a value has to be of one arm also under `anyOf`: {help}"),
    };
    findings.refuse(*path, Refusal::OverlappingArms, message, help);
}
