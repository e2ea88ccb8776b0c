//! Checks a value whose arm depends on something that cannot be known.

use vpcheck_syntax::{Kind, Node};

use super::engine::{Engine, takes};
use super::object::Known;
use super::union::Choice;
use super::{Absence, Member, Place, Reading, Schema, Slot, bit};
use crate::message;

/// What is known of a member whichever of some arms is taken.
#[derive(Clone, Copy, Debug)]
enum Fate {
    /// No arm says anything about it, or one of them may let it be.
    Open,
    /// It is there, and has to be this where an arm wants it.
    Wanted(&'static Member),
    /// Every arm refuses it.
    Refused(&'static Member),
}

impl Engine<'_> {
    /// Checks what holds whichever of these arms it turns out to be, given by their indices in the union: what is wrong in all of
    /// them is wrong.
    #[cold]
    pub(super) fn between(&mut self, choice: Choice, possible: &[usize], absence: Absence, at: Place<'_, '_>) {
        let arms: Vec<Slot> = possible.iter().filter_map(|&arm| choice.union.arms.get(arm)).copied().collect();
        let (Some(&arm), Some(first)) = (possible.first(), arms.first()) else { return };
        let mut seen = Vec::new();
        let mut refused = Vec::new();
        for member in at.node.members() {
            // The second of two equal members was reported when it was read.
            if seen.contains(&member.name) {
                continue;
            }
            let fate = fate(&arms, member.value, member.name, absence);
            if !matches!(fate, Fate::Open) {
                seen.push(member.name);
            }
            match fate {
                Fate::Open => {}
                Fate::Refused(known) => refused.push(known),
                Fate::Wanted(known) => {
                    let found = self.count();
                    self.value(known.slot, at.inside(member.value));
                    if known.read_only && self.count() == found {
                        self.read_only(at.inside(member.value));
                    }
                }
            }
        }
        let mut unknown = self.unknown_to_all(choice, at.node);
        let is_missing = |member: &&Member| {
            !is_there(at.node, member, absence) && arms.iter().all(|arm| is_required(arm.schema, member.name))
        };
        // A member that could not be read may be the one that is missing.
        let missing: Vec<_> =
            first.schema.members.iter().filter(|_| at.node.is_complete()).filter(is_missing).collect();
        let reading = Reading { union: choice.union, arm, outer: at.reading };
        let as_first = Place { node: at.node, reading: Some(&reading) };
        if let (Absence::KeyOrNull, Some(wanted), Some(other)) = (absence, missing.first(), refused.first()) {
            self.swapped(first.schema, as_first, wanted, other);
        } else {
            for member in missing {
                self.missing(first.schema, message::noun(choice.schema), at, member, &mut unknown);
            }
            for member in refused {
                self.unwanted(first.schema, as_first, member);
            }
        }
        let shapes: Vec<&'static Schema> = arms.iter().map(|arm| arm.schema).collect();
        self.unknown(&Known::of(message::noun(choice.schema), &shapes, at.node), &unknown, at);
    }
}

fn fate(arms: &[Slot], value: Node<'_>, name: &str, absence: Absence) -> Fate {
    let known: Vec<&'static Member> =
        arms.iter().filter_map(|arm| arm.schema.member(name)).map(|(_, member)| member).collect();
    let is_null = value.kind() == Kind::Null;
    if is_null && (absence == Absence::KeyOrNull || known.iter().any(|member| member.slot.takes_null())) {
        return Fate::Open;
    }
    let mut wanted = known.iter().copied().filter(|member| !member.slot.schema.is_refusal());
    match (wanted.next(), known.first()) {
        (None, Some(member)) if known.len() == arms.len() && value.kind() != Kind::Unknown => Fate::Refused(member),
        (None, _) => Fate::Open,
        (Some(member), _) => {
            let is_other = |other: &&'static Member| !std::ptr::eq(other.slot.schema, member.slot.schema);
            // What one arm takes is no mistake, whatever the others say.
            let taken = wanted.filter(is_other).find(|other| !takes(member.slot, value) && takes(other.slot, value));
            Fate::Wanted(taken.unwrap_or(member))
        }
    }
}

fn is_there(node: Node<'_>, member: &Member, absence: Absence) -> bool {
    node.get_value(member.name)
        .is_some_and(|found| absence == Absence::Key || found.kind() != Kind::Null || member.slot.takes_null())
}

fn is_required(schema: &Schema, name: &str) -> bool {
    schema.member(name).is_some_and(|(index, _)| schema.required & bit(index) != 0)
}
