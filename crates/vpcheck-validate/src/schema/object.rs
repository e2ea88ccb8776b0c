//! Checks the members of an object.

use vpcheck_syntax::{Diagnostic, Kind, Node, Safety, edit, limits};

use super::engine::{Engine, Failure, takes};
use super::{Absence, Additional, Kinds, Member, Place, Reading, Schema, bit};
use crate::message::sentence;
use crate::near::nearest;
use crate::{help, message};

/// What an object could have: the members of one shape, or of all arms of a union that was not decided. It is made once for
/// an object and not for each of its unknown members, of which there may be any number.
#[derive(Debug)]
pub(super) struct Known {
    /// What the object is called.
    noun: &'static str,
    /// The members that are wanted and are not there.
    free: Vec<&'static Member>,
    /// The members that are wanted and are there.
    present: Vec<&'static Member>,
    /// The shape that takes no other members.
    closed: Option<&'static Schema>,
}

impl Known {
    pub(super) fn of(noun: &'static str, shapes: &[&'static Schema], node: Node<'_>) -> Known {
        let members = shapes.iter().flat_map(|shape| shape.members);
        let members = members.filter(|member| !member.read_only && !member.slot.schema.is_refusal());
        let (present, free): (Vec<_>, Vec<_>) = members.partition(|member| node.get_value(member.name).is_some());
        let closed = shapes.iter().copied().find(|shape| matches!(shape.additional, Additional::Closed));
        Known { noun, free, present, closed }
    }
}

/// What is wrong with the members as a whole.
#[derive(Clone, Copy, Debug)]
struct Shape {
    /// Bits of the members that have to be there and are not.
    missing: u64,
    /// Bits of the members that are there and are not wanted.
    unwanted: u64,
}

impl Engine<'_> {
    pub(super) fn object(&mut self, schema: &'static Schema, at: Place<'_, '_>, absence: Absence) {
        let mut seen = 0;
        let mut unwanted = 0;
        let mut has_unknown = false;
        for value in at.node.member_values() {
            let Some((index, known)) = schema.member(value.name().unwrap_or_default()) else {
                match schema.additional {
                    Additional::Open => {}
                    Additional::Warned | Additional::Closed => has_unknown = true,
                    Additional::Each(slot) => self.value(slot, at.inside(value)),
                }
                continue;
            };
            // The second of two equal members was reported when it was read.
            if seen & bit(index) != 0 {
                continue;
            }
            let is_null = value.kind() == Kind::Null;
            if is_null && absence == Absence::KeyOrNull && !known.slot.takes_null() {
                continue;
            }
            seen |= bit(index);
            if known.slot.schema.is_refusal() {
                // What is not known may be null.
                if !(is_null && known.slot.takes_null()) && value.kind() != Kind::Unknown {
                    unwanted |= bit(index);
                }
                continue;
            }
            let found = self.count();
            self.value(known.slot, at.inside(value));
            if known.read_only && self.count() == found {
                self.read_only(at.inside(value));
            }
        }
        // A member that could not be read may be the one that is missing.
        let missing = if at.node.is_complete() { schema.required & !seen } else { 0 };
        if missing | unwanted != 0 || has_unknown {
            self.shape(schema, at, Shape { missing, unwanted }, absence);
        }
    }

    #[cold]
    fn shape(&mut self, schema: &'static Schema, at: Place<'_, '_>, shape: Shape, absence: Absence) {
        let mut unknown = match schema.additional {
            Additional::Warned | Additional::Closed => {
                unknown_members(at.node, |name| schema.member(name).is_some() || self.is_beside(at.node, name))
            }
            Additional::Open | Additional::Each(_) => Vec::new(),
        };
        let missing = || schema.members_of(shape.missing);
        let unwanted = || schema.members_of(shape.unwanted);
        if absence == Absence::KeyOrNull
            && let (Some(wanted), Some(other)) = (missing().next(), unwanted().next())
        {
            self.swapped(schema, at, wanted, other);
        } else {
            for member in missing() {
                self.missing(schema, message::noun(schema), at, member, &mut unknown);
            }
            for member in unwanted() {
                self.unwanted(schema, at, member);
            }
        }
        if !unknown.is_empty() {
            self.unknown(&Known::of(message::noun(schema), &[schema], at.node), &unknown, at);
        }
    }

    /// Reports a member that was written in place of another one.
    pub(super) fn swapped(
        &mut self,
        schema: &'static Schema,
        at: Place<'_, '_>,
        wanted: &'static Member,
        other: &'static Member,
    ) {
        let Some(found) = at.node.get(other.name) else { return };
        let text = format!(
            "{} has `{}`, and {} needs `{}`",
            message::subject(at.node),
            other.name,
            message::with_article(message::noun(schema)),
            wanted.name,
        );
        let rule = other.slot.schema.rule("type").unwrap_or("missing-member");
        // Both are one mistake, which is named after the member that is not wanted.
        let failure = Failure { named: Some(rule), ..Failure::of(schema, "required", "missing-member") };
        let fits = takes(wanted.slot, found.value);
        if let Some(diagnostic) = self.error(failure, at, text) {
            diagnostic.note = at.reading.and_then(Reading::note);
            let is_free = at.node.get_value(wanted.name).is_none();
            let (label, help) = if is_free {
                (format!("rename this to `{}`", wanted.name), format!("rename `{}` to `{}`", other.name, wanted.name))
            } else {
                let help = format!("give `{}` the value of `{}`", wanted.name, other.name);
                (format!("this is for `{}`", wanted.name), help)
            };
            diagnostic.labels.push(message::label(found.name_span, label));
            diagnostic.help = Some(help);
            if fits {
                let rename = edit::rename(found.value, wanted.name);
                let null = at.node.get(wanted.name).filter(|null| null.value.kind() == Kind::Null);
                let edits = match null {
                    Some(null) => edit::all([edit::remove(null.value), rename]),
                    None => rename.filter(|_| is_free),
                };
                help::mend(diagnostic, Safety::Safe, edits);
            }
        }
    }

    /// Reports a member that is not there, with help where an unknown member looks as if it was meant.
    pub(super) fn missing(
        &mut self,
        schema: &'static Schema,
        noun: &'static str,
        at: Place<'_, '_>,
        member: &'static Member,
        unknown: &mut Vec<Node<'_>>,
    ) -> Option<&mut Diagnostic> {
        let text = message::missing(noun, at.node, member);
        let diagnostic = self.error(Failure::of(schema, "required", "missing-member"), at, text)?;
        diagnostic.note = at.reading.and_then(Reading::note);
        if let Some(null) = at.node.get_value(member.name) {
            diagnostic.labels.push(message::label(null.span(), "null counts as absent"));
        }
        help::for_missing(diagnostic, &[member], at.node, unknown);
        Some(diagnostic)
    }

    /// Reports a member that is there and is not wanted.
    pub(super) fn unwanted(&mut self, schema: &'static Schema, at: Place<'_, '_>, member: &'static Member) {
        let Some(found) = at.node.get(member.name) else { return };
        let refusal = member.slot.schema;
        let failure = match refusal.kinds {
            Kinds::NONE => Failure::of(refusal, "", "unknown-member"),
            _ => Failure::of(refusal, "type", "wrong-type"),
        };
        let text = message::unwanted(schema, at, member.name);
        if let Some(diagnostic) = self.error(failure, at.inside(found.value), text) {
            diagnostic.note = at.reading.and_then(Reading::note);
            help::for_unwanted(diagnostic, schema, at, member.name);
        }
    }

    /// Reports the members that nobody knows.
    pub(super) fn unknown(&mut self, known: &Known, unknown: &[Node<'_>], object: Place<'_, '_>) {
        for at in unknown.iter().map(|node| object.inside(*node)) {
            let name = at.node.name().unwrap_or_default();
            let near = nearest(name, known.free.iter().map(|member| member.name));
            let text = message::unknown_member(known.noun, name, near.map(|(near, _)| near));
            let found = match known.closed {
                Some(closed) => self.error(Failure::of(closed, "additionalProperties", "unknown-member"), at, text),
                None => self.warning("unknown-member", at, text),
            };
            let Some(found) = found else { return };
            found.span = at.name_span();
            match near {
                Some((near, likeness)) => {
                    let member = known.free.iter().find(|member| member.name == near);
                    let fits = member.is_some_and(|member| takes(member.slot, at.node));
                    let edits = edit::rename(at.node, near).filter(|_| fits);
                    help::mend(found, help::safety(likeness), edits);
                }
                None => help::for_unknown(found, &known.present, at.node),
            }
        }
    }

    /// Warns of a member that the API sets.
    #[cold]
    pub(super) fn read_only(&mut self, at: Place<'_, '_>) {
        let text = sentence([&message::subject(at.node), " is set by the API, and what is sent is ignored"]);
        if let Some(found) = self.warning("read-only-member", at, text) {
            found.help = Some("leave it out".to_owned());
            help::mend(found, Safety::Safe, edit::remove(at.node));
        }
    }
}

/// The members of an object that are not known: one more than can be reported at most, so that it shows that there are more.
pub(super) fn unknown_members(node: Node<'_>, is_known: impl Fn(&str) -> bool) -> Vec<Node<'_>> {
    let unknown = node.members().filter(|member| member.value.is_complete() || member.value.as_str().is_none());
    unknown.filter(|member| !is_known(member.name)).map(|member| member.value).take(limits::DIAGNOSTICS + 1).collect()
}
