//! Unions without alternatives: what all arms ask for, then `if` and `then` for each arm.
//!
//! A validator that tries alternatives tells what is wrong in each of them. Since it is proven how the arm is found, it can be told
//! first, and then there is one thing to say.

use serde_json::Value;

use super::{
    Writer,
    condition::{Condition, null_where, when, when_needed},
    members::{Common, Known, Rest, Shared, require},
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
            let then = self.slot(&arm.shape);
            all.push(Members::default().with("if", condition).with("then", then).into());
        }
        members.add("allOf", all);
    }

    fn by_tag(&mut self, tag: &str, values: &[Option<Vec<Value>>], arms: &'e [Arm], members: &mut Members) {
        let known: Vec<Value> = values.iter().flatten().flatten().cloned().collect();
        let is_open = values.iter().any(Option::is_none);
        let common = Common::of(self, arms, Shared::Everywhere);
        if let Some(common) = &common {
            let mut told = Members::default();
            self.describe_tag(tag, values, arms, &mut told);
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
            let condition = Condition::default().follows(tag, told);
            match &common {
                Some(common) => {
                    // What the open arm asks of the tag is not said yet.
                    let known = values.is_some().then_some((tag, Known::Value));
                    let rest = common.rest(self, index, known.as_slice());
                    add_rest(&condition, rest, &mut all);
                }
                None => all.extend(when_needed(condition, self.slot(&arm.shape))),
            }
        }
        if !all.is_empty() {
            members.add("allOf", all);
        }
    }

    /// What the arms say of the tag where they agree, and what each of its values stands for.
    fn describe_tag(&self, tag: &str, values: &[Option<Vec<Value>>], arms: &[Arm], members: &mut Members) {
        let model = self.export.model;
        let mut titles = arms.iter().filter_map(|arm| {
            let object = &model.resolve(&arm.shape).object;
            object.members.iter().find(|member| member.name == tag)?.shape.documentation.title.as_deref()
        });
        if let Some(title) = titles.next().filter(|title| titles.all(|other| other == *title)) {
            members.add("title", title);
        }
        let mut meanings: Vec<String> = Vec::new();
        for (arm, values) in arms.iter().zip(values) {
            let documentation = &model.resolve(&arm.shape).documentation;
            let Some(meaning) = documentation.description.as_ref().or(documentation.title.as_ref()) else { continue };
            for value in values.iter().flatten().filter_map(Value::as_str) {
                meanings.push(format!("- `{value}`: {meaning}"));
            }
        }
        if !meanings.is_empty() {
            members.add("description", meanings.join("\n"));
        }
    }

    fn by_members(&mut self, told: &Told<'_>, ruled_out: RuledOut, arms: &'e [Arm], members: &mut Members) {
        let common = Common::of(self, arms, Shared::Any);
        if let Some(common) = &common {
            common.base(self, None, members);
        }
        let mut all = Vec::new();
        if ruled_out.nothing {
            all.extend(told.one_at_least());
        }
        for (first, others) in ruled_out.together {
            let condition = told.pattern(&[(first, true)]);
            let others: Vec<&str> = others.into_iter().map(|other| told.name(other)).collect();
            if told.null.is_taken() {
                add_rest(&condition, Rest { rules: Members::default(), unused: others }, &mut all);
            } else {
                let absent = others.into_iter().map(|other| (other, Json::from(false)));
                all.push(when(condition, Members::default().with("properties", properties(absent)).into()));
            }
        }
        for set in ruled_out.sets {
            let pattern = told.pattern(&set.into_iter().enumerate().collect::<Vec<_>>()).members();
            let pattern = Members(Members::default().with("type", "object").0.into_iter().chain(pattern.0).collect());
            all.push(Members::default().with("not", pattern).into());
        }
        for (index, (arm, pattern)) in arms.iter().zip(told.patterns).enumerate() {
            let pattern: Vec<(usize, bool)> = pattern.iter().copied().enumerate().collect();
            let condition = told.pattern(&pattern);
            match &common {
                Some(common) => add_rest(&condition, common.rest(self, index, &told.known(&pattern)), &mut all),
                None => all.extend(when_needed(condition, self.slot(&arm.shape))),
            }
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

    /// Whether these members are there or not.
    fn pattern(&self, wanted: &[(usize, bool)]) -> Condition {
        wanted.iter().fold(Condition::default(), |condition, &(selector, there)| {
            let name = self.name(selector);
            if there { condition.there(name, self.null) } else { condition.absent(name, self.null) }
        })
    }

    /// What is known of the members where that is so. Where null counts as a value, there is more to say of them.
    fn known(&self, pattern: &[(usize, bool)]) -> Vec<(&str, Known)> {
        let known = |&(selector, there): &(usize, bool)| {
            (self.name(selector), if there { Known::There } else { Known::Absent })
        };
        if self.null.is_taken() { pattern.iter().map(known).collect() } else { Vec::new() }
    }

    /// Where all others are absent, the first has to be there.
    fn one_at_least(&self) -> Option<Json> {
        let first = self.selectors.first()?;
        let mut then = Members::default();
        require([first.as_str()], &mut then);
        if self.null.is_taken() {
            // One list of types, since editors say no more of a `not` than that it is refused.
            let mut rule = Members::default();
            types(Kinds::ALL.difference(Kinds::NULL), Null::Refused, &mut rule);
            then.add("properties", Members::default().with(first.as_str(), rule));
        }
        let others: Vec<(usize, bool)> = (1..self.selectors.len()).map(|other| (other, false)).collect();
        Some(if others.is_empty() { then.into() } else { when(self.pattern(&others), then.into()) })
    }
}

fn properties<'n>(members: impl IntoIterator<Item = (&'n str, Json)>) -> Members {
    Members(members.into_iter().map(|(name, json)| (name.to_owned(), json)).collect())
}

/// What holds where the condition does. A member without use is told by itself, so that nothing else is said of it.
fn add_rest(condition: &Condition, rest: Rest<'_>, all: &mut Vec<Json>) {
    all.extend(rest.unused.into_iter().map(|name| null_where(condition.clone(), name).into()));
    all.extend(when_needed(condition.clone(), rest.rules.into()));
}
