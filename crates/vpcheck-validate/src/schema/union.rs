//! Finds the arm of a union and checks the value as that.

use vpcheck_syntax::{Kind, Node, SchemaPointer};

use super::engine::{Engine, Failure};
use super::object::{Known, unknown_members};
use super::{Absence, Additional, Kinds, Literal, Place, Reading, Schema, Slot, Union};
use crate::{help, message};

/// A union where it is used: the schema that has it, and the union itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) schema: &'static Schema,
    pub(super) union: &'static Union,
}

/// How a union is told by the members that are there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patterns {
    pub(super) selectors: &'static [&'static str],
    /// Per arm the bits of the selectors that it requires.
    pub(super) required: &'static [u64],
    pub(super) absence: Absence,
}

impl Engine<'_> {
    pub(super) fn by_kind(&mut self, choice: Choice, at: Place<'_, '_>) {
        let arms = choice.union.arms;
        let takes = |slot: &Slot| slot.schema.kinds.takes(at.node) || (slot.nullable && at.node.kind() == Kind::Null);
        match arms.iter().position(takes) {
            Some(arm) => self.as_arm(choice.union, arm, at, Absence::Key),
            None => self.wrong_type(
                Slot::of(choice.schema),
                arms.iter().fold(Kinds::NONE, |kinds, arm| kinds.union(arm.schema.kinds)),
                at,
            ),
        }
    }

    pub(super) fn by_tag(
        &mut self,
        choice: Choice,
        tag: &'static str,
        values: &'static [Option<&'static [Literal]>],
        at: Place<'_, '_>,
    ) {
        if at.node.kind() != Kind::Object {
            return self.wrong_type(Slot::of(choice.schema), Kinds::OBJECT, at);
        }
        let Some(found) = at.node.get_value(tag) else {
            let mut unknown = self.unknown_to_all(choice, at.node);
            let known = choice.union.arms.iter().find_map(|arm| Some((arm.schema, arm.schema.member(tag)?.1)));
            if let Some((schema, member)) = known.filter(|_| at.node.is_complete()) {
                let found = self.missing(schema, message::noun(choice.schema), at, member, &mut unknown);
                if let Some(found) = found.filter(|found| found.help.is_none()) {
                    let values: Vec<Literal> = values.iter().flatten().copied().flatten().copied().collect();
                    found.help = help::of_values(&values);
                }
            }
            return self.undecided(choice, &[tag], unknown, at);
        };
        if found.kind() == Kind::Unknown {
            let all: Vec<usize> = (0..choice.union.arms.len()).collect();
            return self.between(choice, &all, Absence::Key, at);
        }
        let is_listed = |values: &[Literal]| values.iter().any(|value| value.is(found));
        let listed = values.iter().position(|values| values.is_some_and(is_listed));
        if let Some(arm) = listed.or_else(|| values.iter().position(Option::is_none)) {
            return self.as_arm(choice.union, arm, at, Absence::Key);
        }
        if found.is_complete() {
            self.unknown_tag(choice, tag, values, at.inside(found));
        }
        self.undecided(choice, &[tag], self.unknown_to_all(choice, at.node), at);
    }

    pub(super) fn by_members(&mut self, choice: Choice, patterns: Patterns, at: Place<'_, '_>) {
        if at.node.kind() != Kind::Object {
            return self.wrong_type(Slot::of(choice.schema), Kinds::OBJECT, at);
        }
        let mut present = 0_u64;
        // What is there or null, nobody knows.
        let mut open = 0_u64;
        for value in at.node.member_values() {
            let kind = value.kind();
            if patterns.absence == Absence::KeyOrNull && kind == Kind::Null {
                continue;
            }
            let name = value.name();
            if let Some((index, _)) = (0..).zip(patterns.selectors).find(|(_, wanted)| Some(**wanted) == name) {
                let is_open = patterns.absence == Absence::KeyOrNull && kind == Kind::Unknown;
                *(if is_open { &mut open } else { &mut present }) |= super::bit(index);
            }
        }
        if open & !present != 0 && at.node.is_complete() {
            let is_possible = |pattern: u64| pattern & present == present && pattern & !(present | open) == 0;
            let possible = (0..).zip(patterns.required).filter(|(_, pattern)| is_possible(**pattern));
            match possible.map(|(arm, _)| arm).collect::<Vec<usize>>().as_slice() {
                [] => {}
                // Whatever the unknown turns out to be, another reading is an error.
                &[arm] => return self.as_arm(choice.union, arm, at, patterns.absence),
                several => return self.between(choice, several, patterns.absence, at),
            }
        }
        // Where something could not be read, it may have been one more of the members that decide.
        let arm = patterns.required.iter().position(|pattern| *pattern == present);
        if let Some(arm) = arm.filter(|_| at.node.is_complete()) {
            return self.as_arm(choice.union, arm, at, patterns.absence);
        }
        let mut unknown = self.unknown_to_all(choice, at.node);
        if at.node.is_complete() {
            let names = (0..).zip(patterns.selectors).filter(|(index, _)| present & super::bit(*index) != 0);
            let names: Vec<&'static str> = names.map(|(_, name)| *name).collect();
            if names.is_empty() {
                self.no_selector(choice, patterns.selectors, at, &mut unknown);
            } else {
                self.conflict(choice, &names, at);
            }
        }
        self.undecided(choice, patterns.selectors, unknown, at);
    }

    fn as_arm(&mut self, union: &'static Union, arm: usize, at: Place<'_, '_>, absence: Absence) {
        let Some(&slot) = union.arms.get(arm) else { return };
        let reading = Reading { union, arm, outer: at.reading };
        let at = Place { node: at.node, reading: Some(&reading) };
        // The usual arm is an object and nothing more; it is asked to pair what is missing with what is not wanted.
        if at.node.kind() == Kind::Object && slot.schema.union.is_none() && slot.schema.values.is_empty() {
            self.object(slot.schema, at, absence);
        } else {
            self.value(slot, at);
        }
    }

    #[cold]
    fn unknown_tag(&mut self, choice: Choice, tag: &str, values: &[Option<&'static [Literal]>], at: Place<'_, '_>) {
        let values: Vec<Literal> = values.iter().flatten().copied().flatten().copied().collect();
        let title = choice
            .union
            .arms
            .iter()
            .find_map(|arm| arm.schema.member(tag))
            .and_then(|(_, member)| member.slot.schema.title);
        let is_wrong_type = values.iter().all(|value| value.kind() != at.node.kind());
        let text = message::unknown_value(title, &values, at.node);
        let named = is_wrong_type.then_some("wrong-type");
        let failure = Failure { named, ..Failure::of(choice.schema, choice.union.keyword, "unknown-value") };
        if let Some(found) = self.error(failure, at, text) {
            help::for_value(found, &values, at.node);
        }
    }

    #[cold]
    fn no_selector(
        &mut self,
        choice: Choice,
        selectors: &[&'static str],
        at: Place<'_, '_>,
        unknown: &mut Vec<Node<'_>>,
    ) {
        let text = message::no_selector(choice.schema, selectors, at.node);
        if let Some(found) = self.error(Failure::of(choice.schema, "required", "no-arm"), at, text) {
            // The keyword stands in each of the arms.
            found.schema = Some(SchemaPointer::keyword(choice.schema.pointer, choice.union.keyword));
            for name in selectors {
                if let Some(null) = at.node.get(name) {
                    found.labels.push(message::label(null.value.span(), "null counts as absent"));
                }
            }
            let wanted =
                selectors.iter().filter_map(|name| choice.union.arms.iter().find_map(|arm| wanted(*arm, name)));
            help::for_missing(found, &wanted.collect::<Vec<_>>(), at.node, unknown);
        }
    }

    #[cold]
    fn conflict(&mut self, choice: Choice, names: &[&'static str], at: Place<'_, '_>) {
        let text = message::conflict(names, at.node);
        if let Some(found) = self.error(Failure::of(choice.schema, choice.union.keyword, "no-arm"), at, text) {
            for name in names {
                if let Some(member) = at.node.get(name) {
                    found.labels.push(message::label(member.name_span, message::sentence(["`", name, "` is here"])));
                }
            }
            help::for_conflict(found, names, at.node);
        }
    }

    /// The members that no arm knows, where each arm cares.
    pub(super) fn unknown_to_all<'t>(&self, choice: Choice, node: Node<'t>) -> Vec<Node<'t>> {
        let arms = choice.union.arms;
        if arms.iter().any(|arm| !matches!(arm.schema.additional, Additional::Warned | Additional::Closed)) {
            return Vec::new();
        }
        let is_known = |name: &str| arms.iter().any(|arm| arm.schema.member(name).is_some());
        unknown_members(node, |name| is_known(name) || self.is_beside(node, name))
    }

    /// Checks what holds whichever arm was meant. `unknown` are the members that no arm knows.
    #[cold]
    fn undecided(&mut self, choice: Choice, deciding: &[&str], mut unknown: Vec<Node<'_>>, at: Place<'_, '_>) {
        let arms = choice.union.arms;
        let mut seen = Vec::new();
        for member in at.node.members() {
            let Some(known) = arms.iter().find_map(|arm| wanted(*arm, member.name)) else { continue };
            let is_tag = choice.union.tag() == Some(known.name);
            let takes_null =
                arms.iter().filter_map(|arm| arm.schema.member(known.name)).any(|(_, member)| member.slot.takes_null());
            // A member that should not be there at all is not judged by its null.
            let is_null = member.value.kind() == Kind::Null && (takes_null || deciding.contains(&known.name));
            if is_tag || is_null || seen.contains(&known.name) {
                continue;
            }
            seen.push(known.name);
            let found = self.count();
            self.value(known.slot, at.inside(member.value));
            if known.read_only && self.count() == found {
                self.read_only(at.inside(member.value));
            }
        }
        if at.node.is_complete() {
            let members = arms.first().map_or(&[][..], |arm| arm.schema.members);
            for member in members {
                let requires = |arm: &&Slot| {
                    arm.schema
                        .member(member.name)
                        .is_some_and(|(index, _)| arm.schema.required & super::bit(index) != 0)
                };
                let is_left_out = !deciding.contains(&member.name) && at.node.get_value(member.name).is_none();
                if let Some(arm) = arms.first().filter(|_| is_left_out && arms.iter().all(|arm| requires(&arm))) {
                    self.missing(arm.schema, message::noun(choice.schema), at, member, &mut unknown);
                }
            }
        }
        if unknown.is_empty() {
            return;
        }
        let shapes: Vec<&'static Schema> = arms.iter().map(|arm| arm.schema).collect();
        self.unknown(&Known::of(message::noun(choice.schema), &shapes, at.node), &unknown, at);
    }
}

/// The member of an arm, where the arm wants it.
fn wanted(arm: Slot, name: &str) -> Option<&'static super::Member> {
    arm.schema.member(name).map(|(_, member)| member).filter(|member| !member.slot.schema.is_refusal())
}
