//! Unions without alternatives: what all arms ask for, then `if` and `then` for each arm.
//!
//! A validator that tries alternatives tells what is wrong in each of them. Since it is proven how the arm is found, it can be told
//! first, and then there is one thing to say.

use serde_json::Value;

use super::{
    Writer,
    members::{Common, require},
    shape::{Null, listed, no_integer, types},
};
use crate::{
    export::json::{Json, Members},
    model::{Arm, Dispatch, Kinds, Shape, Union},
};

/// How many members may decide: each set of them is looked at.
const SELECTORS: usize = 8;

/// How many sets of members are ruled out one by one.
const RULED_OUT: usize = 16;

impl<'e> Writer<'e> {
    /// Writes a union flat, or as alternatives where that would be longer.
    pub(super) fn flat(&mut self, shape: &Shape, union: &'e Union, null: Null, members: &mut Members) {
        match &union.dispatch {
            Dispatch::Kind => {
                types(shape.kinds, null, members);
                self.by_kind(&union.arms, members);
            }
            Dispatch::Tag { member, values } => {
                types(shape.kinds, null, members);
                self.by_tag(member, values, &union.arms, members);
            }
            Dispatch::Members { selectors, patterns, null_is_absent } => {
                let told = Told { selectors, patterns, null: Null::when(*null_is_absent) };
                match told.ruled_out() {
                    Some(ruled_out) => {
                        types(shape.kinds, null, members);
                        self.by_members(&told, ruled_out, &union.arms, members);
                    }
                    None => self.branches(union, null, members),
                }
            }
        }
    }

    fn by_kind(&mut self, arms: &'e [Arm], members: &mut Members) {
        let mut all: Vec<Json> = Vec::new();
        for arm in arms {
            let mut condition = Members::default();
            let kinds = self.export.model.resolve(&arm.shape).kinds;
            types(kinds, Null::when(self.export.model.takes_null(&arm.shape)), &mut condition);
            condition.0.extend(no_integer(kinds).into_iter().flat_map(|rule| rule.0));
            all.push(when(condition, self.slot(&arm.shape)));
        }
        members.add("allOf", all);
    }

    fn by_tag(&mut self, tag: &str, values: &[Option<Vec<Value>>], arms: &'e [Arm], members: &mut Members) {
        let known: Vec<Value> = values.iter().flatten().flatten().cloned().collect();
        let is_open = values.iter().any(Option::is_none);
        let common = Common::of(self, arms);
        if let Some(common) = &common {
            let mut told = Members::default();
            self.describe_tag(tag, arms, &mut told);
            if !is_open {
                listed(&known, Null::Refused, &mut told);
            }
            common.base(self, Some((tag, &told)), members);
        } else {
            require([tag], members);
            if !is_open {
                let mut told = Members::default();
                listed(&known, Null::Refused, &mut told);
                members.add("properties", Members::default().with(tag, told));
            }
        }
        let mut all = Vec::new();
        for (index, (arm, values)) in arms.iter().zip(values).enumerate() {
            let mut told = Members::default();
            if let Some(values) = values {
                listed(values, Null::Refused, &mut told);
            } else {
                let mut others = Members::default();
                listed(&known, Null::Refused, &mut others);
                told.add("not", others);
            }
            let mut condition = Members::default();
            require([tag], &mut condition);
            condition.add("properties", Members::default().with(tag, told));
            // What the open arm asks of the tag is not said yet.
            let told = values.is_some().then_some(tag);
            let then = match &common {
                Some(common) => Json::from(common.rest(self, index, told)),
                None => self.slot(&arm.shape),
            };
            all.extend(when_needed(condition, then));
        }
        if !all.is_empty() {
            members.add("allOf", all);
        }
    }

    /// What the arms say of the tag, where they agree.
    fn describe_tag(&self, tag: &str, arms: &[Arm], members: &mut Members) {
        let model = self.export.model;
        let mut titles = arms.iter().filter_map(|arm| {
            let object = &model.resolve(&arm.shape).object;
            object.members.iter().find(|member| member.name == tag)?.shape.documentation.title.as_deref()
        });
        if let Some(title) = titles.next().filter(|title| titles.all(|other| other == *title)) {
            members.add("title", title);
        }
    }

    fn by_members(&mut self, told: &Told<'_>, ruled_out: RuledOut, arms: &'e [Arm], members: &mut Members) {
        let common = Common::of(self, arms);
        if let Some(common) = &common {
            common.base(self, None, members);
        }
        let mut all = Vec::new();
        if ruled_out.nothing {
            all.extend(told.one_at_least());
        }
        for (first, others) in ruled_out.together {
            let absent = others.into_iter().map(|other| (told.name(other), told.absent()));
            let then = Members::default().with("properties", properties(absent));
            all.push(when(told.pattern(&[(first, true)]), then.into()));
        }
        for set in ruled_out.sets {
            let pattern = told.pattern(&set.into_iter().enumerate().collect::<Vec<_>>());
            let pattern = Members(Members::default().with("type", "object").0.into_iter().chain(pattern.0).collect());
            all.push(Members::default().with("not", pattern).into());
        }
        for (index, (arm, pattern)) in arms.iter().zip(told.patterns).enumerate() {
            let condition = told.pattern(&pattern.iter().copied().enumerate().collect::<Vec<_>>());
            let then = match &common {
                Some(common) => Json::from(common.rest(self, index, None)),
                None => self.slot(&arm.shape),
            };
            all.extend(when_needed(condition, then));
        }
        if !all.is_empty() {
            members.add("allOf", all);
        }
    }
}

/// How members tell the arms.
struct Told<'m> {
    selectors: &'m [String],
    patterns: &'m [Vec<bool>],
    /// Whether null counts as absent.
    null: Null,
}

/// Sets of members that no arm has.
struct RuledOut {
    /// None of them.
    nothing: bool,
    /// Each with the later ones that no arm has beside it.
    together: Vec<(usize, Vec<usize>)>,
    /// Others.
    sets: Vec<Vec<bool>>,
}

impl Told<'_> {
    fn name(&self, selector: usize) -> &str {
        self.selectors.get(selector).map_or("", String::as_str)
    }

    /// The sets that no arm has, where they are few.
    fn ruled_out(&self) -> Option<RuledOut> {
        let count = self.selectors.len();
        if count == 0 || count > SELECTORS {
            return None;
        }
        let has = |pattern: &[bool], selector: usize| pattern.get(selector).copied().unwrap_or(false);
        let meet =
            |one: usize, other: usize| self.patterns.iter().any(|pattern| has(pattern, one) && has(pattern, other));
        let mut ruled_out = RuledOut { nothing: false, together: Vec::new(), sets: Vec::new() };
        for first in 0..count {
            let others: Vec<usize> = (first + 1..count).filter(|&other| !meet(first, other)).collect();
            if !others.is_empty() {
                ruled_out.together.push((first, others));
            }
        }
        for bits in 0..1_usize << count {
            let set: Vec<bool> = (0..count).map(|selector| bits >> selector & 1 == 1).collect();
            let is_told = ruled_out
                .together
                .iter()
                .any(|(first, others)| has(&set, *first) && others.iter().any(|&other| has(&set, other)));
            if self.patterns.contains(&set) || is_told {
                continue;
            }
            if bits == 0 {
                ruled_out.nothing = true;
            } else {
                ruled_out.sets.push(set);
            }
        }
        (ruled_out.sets.len() <= RULED_OUT).then_some(ruled_out)
    }

    /// What an absent member has to be.
    fn absent(&self) -> Json {
        if self.null.is_taken() { Members::default().with("type", "null").into() } else { Json::from(false) }
    }

    /// Whether these members are there or not.
    fn pattern(&self, wanted: &[(usize, bool)]) -> Members {
        let mut members = Members::default();
        require(wanted.iter().filter(|(_, there)| *there).map(|&(selector, _)| self.name(selector)), &mut members);
        let rules = wanted
            .iter()
            .filter(|(_, there)| !there || self.null.is_taken())
            .map(|&(selector, there)| (self.name(selector), if there { not_null() } else { self.absent() }));
        let rules = properties(rules);
        if !rules.is_empty() {
            members.add("properties", rules);
        }
        members
    }

    /// Where all others are absent, the first has to be there.
    fn one_at_least(&self) -> Option<Json> {
        let first = self.selectors.first()?;
        let mut then = Members::default();
        require([first.as_str()], &mut then);
        if self.null.is_taken() {
            then.add("properties", Members::default().with(first.as_str(), not_null()));
        }
        let others: Vec<(usize, bool)> = (1..self.selectors.len()).map(|other| (other, false)).collect();
        Some(if others.is_empty() { then.into() } else { when(self.pattern(&others), then.into()) })
    }
}

fn properties<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Members {
    Members(members.into_iter().map(|(name, json)| (name.to_owned(), json)).collect())
}

fn not_null() -> Json {
    let kinds = Kinds::ALL.difference(Kinds::NULL);
    let mut members = Members::default();
    types(kinds, Null::Refused, &mut members);
    members.into()
}

fn when(condition: Members, then: Json) -> Json {
    Members::default().with("if", condition).with("then", then).into()
}

/// The same, unless there is nothing to say.
fn when_needed(condition: Members, then: Json) -> Option<Json> {
    let is_empty = matches!(&then, Json::Object(members) if members.is_empty());
    (!is_empty).then(|| when(condition, then))
}
