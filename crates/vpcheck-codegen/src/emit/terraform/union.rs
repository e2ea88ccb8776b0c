//! Alternatives: how the arm is found comes first, then what each arm asks for.

use serde_json::Value;
use vpcheck_syntax::Diagnostic;

use super::{
    check::{Check, Message, Test, is_one_of, merged},
    compile::{Compiler, Owners, Slot, named},
    condition::condition,
    place::{Place, test},
    words,
};
use crate::{
    export::refuse,
    model::{Arm, Dispatch, Kinds, Shape, Union},
};

/// How many members may decide: each set of them is looked at.
const SELECTORS: usize = 8;

/// Up to how many members the shortest condition is looked for.
const FEW: usize = 5;

type Checks = Result<Vec<Check>, Vec<Diagnostic>>;

impl<'e> Compiler<'e> {
    /// The checks of a union.
    pub(super) fn union(&mut self, shape: &'e Shape, union: &'e Union, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let mut checks = Vec::new();
        // One thing to say where the value is of a type that no arm takes.
        let whole = Shape { union: None, ..shape.clone() };
        if let Some(condition) = condition(&whole, place)? {
            checks.push(slot.check(&whole, place, condition));
        }
        checks.extend(match &union.dispatch {
            Dispatch::Kind => self.by_kind(union, place, slot)?,
            Dispatch::Tag { member, values } => self.by_tag(member, values, union, place, slot)?,
            Dispatch::Members { selectors, patterns, null_is_absent } => {
                if selectors.len() > SELECTORS {
                    let keyword = if shape.keyword("oneOf").is_some() { "oneOf" } else { "anyOf" };
                    let message = "too many members decide together which alternative is meant";
                    let help = "tell the alternatives apart by one member";
                    return Err(vec![refuse(shape, keyword, message).with_help(help)]);
                }
                let present = |name: &String| {
                    let member = place.member(name);
                    if *null_is_absent || place.is_sure() {
                        member.not_null()
                    } else {
                        test(&format!("can({})", member.it))
                    }
                };
                let told = Told {
                    names: selectors,
                    about: selectors.iter().map(|name| place.member(name).it).collect(),
                    present: selectors.iter().map(present).collect(),
                    given: selectors.iter().map(|name| place.member(name).not_null().holds).collect(),
                    patterns,
                };
                self.by_members(&told, union, place, slot)?
            }
        });
        Ok(checks)
    }

    /// The checks of each arm, where arms are objects.
    fn arms(
        &mut self,
        arms: &'e [Arm],
        place: &Place<'_>,
        slot: &Slot<'_>,
        told: impl Fn(usize, &Check) -> bool,
    ) -> Result<Vec<Vec<Check>>, Vec<Diagnostic>> {
        let owners = self.owners(arms);
        let mut all = Vec::new();
        for (index, arm) in arms.iter().enumerate() {
            let target = self.export.model.resolve(&arm.shape);
            let title = arm.shape.documentation.title.as_deref().or(target.documentation.title.as_deref());
            let slot = Slot { title, exempt: slot.exempt.clone(), owners: Some(&owners) };
            let mut checks = self.shape(&arm.shape, place, &slot)?;
            let kind = condition(&of_kinds(target), place)?;
            let is_kind = |check: &Check| check.about == place.it && check.any.last() == kind.as_ref();
            checks.retain(|check| !told(index, check) && !is_kind(check));
            all.push(checks);
        }
        Ok(all)
    }

    /// Which arms take which member, by their titles.
    fn owners(&self, arms: &[Arm]) -> Owners {
        let model = self.export.model;
        let mut owners = Owners::new();
        for arm in arms {
            let target = model.resolve(&arm.shape);
            let title = arm.shape.documentation.title.as_deref().or(target.documentation.title.as_deref());
            let title = title.map_or_else(|| words::quoted(&arm.name), words::with_article);
            for member in &target.object.members {
                let value = model.resolve(&member.shape);
                if value.union.is_some() || !value.kinds.difference(Kinds::NULL).is_empty() {
                    let titles = owners.entry(member.name.clone()).or_default();
                    if !titles.contains(&title) {
                        titles.push(title.clone());
                    }
                }
            }
        }
        owners
    }

    fn by_kind(&mut self, union: &'e Union, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let model = self.export.model;
        let mut all = Vec::new();
        let mut guards = Vec::new();
        for arm in &union.arms {
            let target = model.resolve(&arm.shape);
            let title = arm.shape.documentation.title.as_deref().or(target.documentation.title.as_deref());
            let inner = Slot { title, exempt: slot.exempt.clone(), owners: None };
            all.push(self.shape(&arm.shape, place, &inner)?);
            guards.push(condition(&of_kinds(target), place)?);
        }
        Ok(merged(all, slot.title, |arms, _| {
            if arms.len() == guards.len() || place.is_sure() {
                return None;
            }
            let any: Option<Vec<&str>> = arms.iter().map(|&arm| guards.get(arm)?.as_deref()).collect();
            let any = any?;
            let holds = any.join(" || ");
            Some(Test::new(holds.clone(), format!("!({holds})")))
        }))
    }

    fn by_tag(
        &mut self,
        tag: &str,
        values: &[Option<Vec<Value>>],
        union: &'e Union,
        place: &Place<'_>,
        slot: &Slot<'_>,
    ) -> Checks {
        let member = place.member(tag);
        let got = member.got();
        let known: Vec<Value> = values.iter().flatten().flatten().cloned().collect();
        let is_open = values.iter().any(Option::is_none);
        let is_known = is_tagged(&member, &known);
        let mut checks = Vec::new();
        if !is_open {
            let all: Vec<String> = known.iter().map(words::value).collect();
            let all = words::join(&all, "or");
            let is_object = place.is_object();
            let missing = Message::new(format!("`{}` is missing: it has to be {all}", member.path));
            checks.push(Check {
                about: member.it.clone(),
                guards: vec![is_object],
                any: vec![member.not_null().holds],
                message: missing,
            });
            let shown = words::is_shown(&named(&member.path), &got);
            checks.push(Check {
                about: member.it.clone(),
                guards: vec![member.not_null()],
                any: vec![is_known.holds.clone()],
                message: Message::new(format!("{shown}: it has to be {all}")),
            });
        }
        let told = |arm: usize, check: &Check| check.about == member.it && values.get(arm).is_some_and(Option::is_some);
        let arms = self.arms(&union.arms, place, slot, told)?;
        let count = arms.len();
        checks.extend(merged(arms, slot.title, |arms, _| {
            if arms.len() == count {
                return None;
            }
            let of = |arm: &usize| values.get(*arm).and_then(Option::as_deref);
            if let Some(wanted) = arms.iter().map(of).collect::<Option<Vec<&[Value]>>>() {
                return Some(is_tagged(&member, &wanted.concat()));
            }
            // One of them takes all that no arm lists: none of the others is meant.
            let others: Vec<usize> = (0..count).filter(|arm| !arms.contains(arm)).collect();
            let others: Vec<&[Value]> = others.iter().filter_map(of).collect();
            let is_other = is_tagged(&member, &others.concat());
            Some(Test::new(is_other.fails(), is_other.holds))
        }));
        Ok(checks)
    }

    fn by_members(&mut self, told: &Told<'_>, union: &'e Union, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let mut checks = told.combinations(place, slot);
        let is_told = |arm: usize, check: &Check| {
            let selector = told.about.iter().position(|about| *about == check.about);
            selector
                .is_some_and(|selector| !told.has(arm, selector) || check.any == [told.present(selector).holds.clone()])
        };
        let arms = self.arms(&union.arms, place, slot, is_told)?;
        checks.extend(merged(arms, slot.title, |arms, check| told.guard(arms, check)));
        Ok(checks)
    }
}

/// Whether a member is one of these values.
fn is_tagged(member: &Place<'_>, values: &[Value]) -> Test {
    match values {
        [one] if !one.is_array() && !one.is_object() => is_one_of(&member.got(), values),
        _ => {
            let holds = format!("try({}, false)", is_one_of(&member.it, values).holds);
            Test::new(holds.clone(), format!("!{holds}"))
        }
    }
}

/// A shape that asks for the same JSON types and for nothing else.
fn of_kinds(shape: &Shape) -> Shape {
    let mut bare = Shape::anything(shape.place.clone());
    bare.kinds = shape.kinds.difference(Kinds::NULL);
    bare
}

/// How members tell the arms.
struct Told<'m> {
    names: &'m [String],
    /// The expression of each.
    about: Vec<String>,
    /// Whether each is there.
    present: Vec<Test>,
    /// The condition that it has to be there and is not null.
    given: Vec<String>,
    patterns: &'m [Vec<bool>],
}

impl Told<'_> {
    fn has(&self, arm: usize, selector: usize) -> bool {
        self.patterns.get(arm).and_then(|pattern| pattern.get(selector)).copied().unwrap_or(false)
    }

    fn present(&self, selector: usize) -> Test {
        self.present.get(selector).cloned().unwrap_or_else(|| test("true"))
    }

    fn name(&self, selector: usize) -> String {
        words::quoted(self.names.get(selector).map_or("", String::as_str))
    }

    /// Sets of members that no arm has.
    fn combinations(&self, place: &Place<'_>, slot: &Slot<'_>) -> Vec<Check> {
        let count = self.names.len();
        let path = named(&place.path);
        let check = |guards: Vec<Test>, any: Vec<String>, text: String| Check {
            about: place.it.clone(),
            guards,
            any,
            message: Message::new(text),
        };
        let mut checks = Vec::new();
        let arms = 0..self.patterns.len();
        let meet = |one: usize, other: usize| arms.clone().any(|arm| self.has(arm, one) && self.has(arm, other));
        let mut apart = Vec::new();
        for first in 0..count {
            for other in (first + 1..count).filter(|&other| !meet(first, other)) {
                apart.push((first, other));
                let (one, two) = (self.present(first), self.present(other));
                let text = format!("{path} has both {} and {}: keep one", self.name(first), self.name(other));
                checks.push(check(Vec::new(), [one.fails, two.fails].concat(), text));
            }
        }
        for bits in 0..1_usize << count {
            let set: Vec<bool> = (0..count).map(|selector| bits >> selector & 1 == 1).collect();
            let has = |selector: usize| set.get(selector).copied().unwrap_or(false);
            if self.patterns.contains(&set) || apart.iter().any(|&(one, two)| has(one) && has(two)) {
                continue;
            }
            let names = |wanted: bool| {
                (0..count)
                    .filter(|&selector| has(selector) == wanted)
                    .map(|selector| self.name(selector))
                    .collect::<Vec<_>>()
            };
            let (there, missing) = (names(true), names(false));
            let text = if there.is_empty() {
                let needs = slot.title.map(|title| format!(": {} needs one", words::with_article(title)));
                let none = if let [one] = missing.as_slice() {
                    format!("no {one}")
                } else {
                    format!("none of {}", words::join(&missing, "and"))
                };
                format!("{path} has {none}{}", needs.unwrap_or_default())
            } else {
                format!("{path} has {} without {}", words::join(&there, "and"), words::join(&missing, "or"))
            };
            let any = (0..count).map(|selector| {
                let present = self.present(selector);
                if has(selector) { present.fails() } else { present.holds }
            });
            checks.push(check(vec![place.is_object()], any.collect(), text));
        }
        checks
    }

    /// Where exactly these arms are meant.
    fn guard(&self, arms: &[usize], check: &Check) -> Option<Test> {
        let all: Vec<usize> = (0..self.patterns.len()).collect();
        if arms.len() == all.len() {
            return None;
        }
        // A member that decides is told to be right by itself.
        let selector = self.about.iter().position(|about| *about == check.about);
        let is_missing = |selector: usize| self.given.get(selector) == check.any.first();
        let is_free = |selector: usize| all.iter().all(|&arm| self.has(arm, selector) == arms.contains(&arm));
        if selector.is_some_and(|selector| is_free(selector) && !is_missing(selector)) {
            return None;
        }
        let Some((some, none)) = self.told_by(arms) else {
            let arms: Vec<String> = arms.iter().map(|&arm| format!("({})", self.is_arm(arm))).collect();
            let holds = arms.join(" || ");
            return Some(Test::new(holds.clone(), format!("!({holds})")));
        };
        let tests = |selectors: &[usize]| selectors.iter().map(|&selector| self.present(selector)).collect::<Vec<_>>();
        let (some, none) = (tests(&some), tests(&none));
        let bracket = |parts: Vec<String>, word: &str| match parts.as_slice() {
            [one] => one.clone(),
            _ => format!("({})", parts.join(word)),
        };
        let mut holds: Vec<String> = Vec::new();
        let mut fails: Vec<String> = Vec::new();
        if !some.is_empty() {
            holds.push(bracket(some.iter().map(|test| test.holds.clone()).collect(), " || "));
            fails.push(bracket(some.iter().map(Test::fails).collect(), " && "));
        }
        holds.extend(none.iter().map(Test::fails));
        fails.extend(none.iter().map(|test| test.holds.clone()));
        Some(Test { holds: holds.join(" && "), fails })
    }

    /// Whether the members are those of an arm.
    fn is_arm(&self, arm: usize) -> String {
        let side = |selector: usize| {
            let test = self.present(selector);
            if self.has(arm, selector) { test.holds } else { test.fails() }
        };
        (0..self.names.len()).map(side).collect::<Vec<_>>().join(" && ")
    }

    /// Members of which one is there in these arms, and members of which none is, if that tells the arms from all other sets of
    /// members.
    fn told_by(&self, arms: &[usize]) -> Option<(Vec<usize>, Vec<usize>)> {
        let count = self.names.len();
        if count > FEW {
            return None;
        }
        let set = |arm: usize| {
            (0..count).filter(|&selector| self.has(arm, selector)).fold(0, |bits, selector| bits | 1 << selector)
        };
        let wanted: Vec<usize> = arms.iter().map(|&arm| set(arm)).collect();
        let mut best: Option<(usize, usize)> = None;
        for some in 0..1_usize << count {
            for none in (0..1_usize << count).filter(|none| none & some == 0) {
                let fits = |bits: usize| (some == 0 || bits & some != 0) && bits & none == 0;
                let is_told = (0..1_usize << count).all(|bits| fits(bits) == wanted.contains(&bits));
                let is_shorter = best.is_none_or(|(one, two)| {
                    some.count_ones() + none.count_ones() < one.count_ones() + two.count_ones()
                });
                if is_told && is_shorter {
                    best = Some((some, none));
                }
            }
        }
        let members = |bits: usize| (0..count).filter(|selector| bits >> selector & 1 == 1).collect::<Vec<_>>();
        best.map(|(some, none)| (members(some), members(none)))
    }
}
