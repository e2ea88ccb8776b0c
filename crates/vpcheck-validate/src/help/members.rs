//! Members that are missing, that are not known, or that do not belong where they are.

use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Kind, Node, Safety};

use super::{SERVICES, TUNNELS, mend, safety};
use crate::message::{self, sentence};
use crate::near::{Likeness, likeness};
use crate::schema::{Dispatch, Kinds, Literal, Member, Place, Schema, takes};
use crate::view::AppProtocol;

/// Names that other tools give to a member.
const ALIASES: [(&str, &str); 3] = [("address", "ipv4"), ("address", "ipv6"), ("name", "binding")];

/// How many members an object has at most that others are moved into.
const MOST_MEMBERS: usize = 64;

/// Members that are missing, of which any would do: an unknown member that looks as if it was meant is named, and is then
/// taken out of `unknown`, so that one mistake is told once.
pub(crate) fn for_missing(
    found: &mut Diagnostic,
    wanted: &[&'static Member],
    node: Node<'_>,
    unknown: &mut Vec<Node<'_>>,
) {
    if name_misspelled(found, wanted, node, unknown) || name_misplaced(found, wanted, unknown) {
        return;
    }
    if let [member] = wanted {
        found.help = for_absent(member, node);
    }
}

/// Names an unknown member that looks as if one of those was meant.
fn name_misspelled(
    found: &mut Diagnostic,
    wanted: &[&'static Member],
    node: Node<'_>,
    unknown: &mut Vec<Node<'_>>,
) -> bool {
    let mut best: Option<(usize, &'static Member, Likeness, bool)> = None;
    for (index, written) in unknown.iter().enumerate() {
        for member in wanted {
            let name = written.name().unwrap_or_default();
            let alias = || ALIASES.contains(&(name, member.name)).then_some(Likeness::Close);
            let Some(likeness) = likeness(name, member.name).or_else(alias) else { continue };
            let fits = takes(member.slot, *written);
            if best.is_none_or(|(_, _, other, other_fits)| (likeness, fits) > (other, other_fits)) {
                best = Some((index, member, likeness, fits));
            }
        }
    }
    let Some((index, member, likeness, fits)) = best else { return false };
    let written = unknown.remove(index);
    let name = shorten(written.name().unwrap_or_default());
    found.help = Some(sentence(["`", &name, "` is not a member: did you mean `", member.name, "`?"]));
    if let Some(span) = written.name_span() {
        found.labels.push(message::label(span, sentence(["did you mean `", member.name, "`?"])));
        if (fits || likeness == Likeness::Same) && node.get(member.name).is_none() {
            mend(found, safety(likeness), edit::rename(written, member.name));
        }
    }
    true
}

/// Names unknown members that belong inside of one of those.
fn name_misplaced(found: &mut Diagnostic, wanted: &[&'static Member], unknown: &mut Vec<Node<'_>>) -> bool {
    let is_misplaced = |written: &Node<'_>, owner: &Member| holds(owner, written.name().unwrap_or_default());
    let Some(owner) = wanted.iter().find(|member| unknown.iter().any(|written| is_misplaced(written, member))) else {
        return false;
    };
    let (misplaced, rest): (Vec<_>, Vec<_>) = unknown.drain(..).partition(|written| is_misplaced(written, owner));
    *unknown = rest;
    let names: Vec<_> = misplaced.iter().map(|written| shorten(written.name().unwrap_or_default())).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    found.help = Some(format!("put {} inside `{}`", message::quoted(&names, "and"), owner.name));
    for span in misplaced.iter().filter_map(|written| written.name_span()) {
        found.labels.push(message::label(span, format!("this belongs inside `{}`", owner.name)));
    }
    if let [_] = wanted {
        mend(found, Safety::Unsafe, into_new(owner, &misplaced));
    }
    true
}

/// Makes the object that misplaced members belong inside, where they are all that it needs.
fn into_new(owner: &'static Member, misplaced: &[Node<'_>]) -> Option<Vec<Edit>> {
    let (first, rest) = misplaced.split_first()?;
    if first.parent()?.get(owner.name).is_some() {
        return None;
    }
    let fits = |schema: &Schema| {
        let is_there = |member: &Member| misplaced.iter().any(|node| node.name() == Some(member.name));
        let takes_it = |node: &Node<'_>| {
            let member = schema.member(node.name().unwrap_or_default());
            member.is_some_and(|(_, member)| !member.slot.schema.is_refusal() && takes(member.slot, *node))
        };
        schema.members_of(schema.required).all(is_there) && misplaced.iter().all(takes_it)
    };
    let schema = owner.slot.schema;
    let arms = schema.union.map_or(&[][..], |union| union.arms);
    let has_all = if arms.is_empty() { fits(schema) } else { arms.iter().any(|arm| fits(arm.schema)) };
    if !has_all {
        return None;
    }
    let member = |node: &Node<'_>| Some((node.name()?.to_owned(), New::of(*node)?));
    let object = New::Object(misplaced.iter().map(member).collect::<Option<Vec<_>>>()?);
    let first = [edit::rename(*first, owner.name), edit::replace(*first, &object)];
    edit::all(first.into_iter().chain(rest.iter().map(|node| edit::remove(*node))))
}

/// What a member that is not there has to be, where that can be named.
fn for_absent(member: &'static Member, node: Node<'_>) -> Option<String> {
    let schema = member.slot.schema;
    match member.name {
        "tcp_port" => {
            let protocol = AppProtocol::of(node.get("app_protocol")?.value)?;
            return Some(format!("`{}` is usually on port {}", protocol.name(), protocol.usual_port()));
        }
        "tunnel_id" => return Some(TUNNELS.to_owned()),
        "service_id" => return Some(SERVICES.to_owned()),
        _ => {}
    }
    if schema.values.len() > 1 {
        return of_values(schema.values);
    }
    if let Some(Dispatch::Members { selectors, .. }) = schema.union.map(|union| &union.dispatch) {
        return Some(sentence(["it is an object with ", &message::quoted(selectors, "or")]));
    }
    let required = schema.members_of(schema.required).filter(|_| schema.kinds == Kinds::OBJECT);
    let names: Vec<&str> = required.map(|member| member.name).collect();
    (!names.is_empty()).then(|| sentence(["it is an object with ", &message::quoted(&names, "and")]))
}

/// The values of a list, where they are names.
pub(crate) fn of_values(values: &[Literal]) -> Option<String> {
    let name = |value: &Literal| if let Literal::String(text) = value { Some(*text) } else { None };
    let names: Option<Vec<&str>> = values.iter().map(name).collect();
    names.filter(|names| !names.is_empty()).map(|names| sentence(["it is ", &message::quoted(&names, "or")]))
}

/// Whether an object under the name of a member could have a member of that name.
fn holds(owner: &Member, name: &str) -> bool {
    let wants = |schema: &Schema| schema.member(name).is_some_and(|(_, inner)| !inner.slot.schema.is_refusal());
    let schema = owner.slot.schema;
    wants(schema) || schema.union.is_some_and(|union| union.arms.iter().any(|arm| wants(arm.schema)))
}

/// A member that nobody knows and that is near to none, which may belong inside of one that is there.
pub(crate) fn for_unknown(found: &mut Diagnostic, present: &[&'static Member], node: Node<'_>) {
    let name = node.name().unwrap_or_default();
    let Some(owner) = present.iter().find(|owner| holds(owner, name)) else { return };
    found.help = Some(format!("`{name}` belongs inside `{}`", owner.name));
    mend(found, Safety::Unsafe, into_present(owner, node));
}

/// Moves a misplaced member into the object that it belongs inside, where there is room for it.
fn into_present(owner: &'static Member, node: Node<'_>) -> Option<Vec<Edit>> {
    let name = node.name()?;
    let inside = node.parent()?.get(owner.name)?.value;
    let schema = owner.slot.schema;
    let is_read = |schema: &&Schema| schema.members_of(schema.required).all(|member| inside.get(member.name).is_some());
    let arms = schema.union.map_or(&[][..], |union| union.arms).iter().map(|arm| arm.schema);
    let (_, member) = std::iter::once(schema).chain(arms).filter(is_read).find_map(|schema| schema.member(name))?;
    if member.slot.schema.is_refusal() || inside.get(name).is_some() || !takes(member.slot, node) {
        return None;
    }
    // The last member is found by looking at each.
    let last =
        inside.members().take(MOST_MEMBERS + 1).enumerate().last().filter(|(index, _)| *index < MOST_MEMBERS)?.1.value;
    edit::all([edit::insert_after(last, name, &New::of(node)?), edit::remove(node)])
}

/// Members that do not go together.
pub(crate) fn for_conflict(found: &mut Diagnostic, names: &[&'static str], node: Node<'_>) {
    if found.rule == "address-and-hostname" {
        found.help = Some("an address goes with `network`, and a hostname with `resolver_network`".to_owned());
    }
    // Of two keys that count by being there, null is not the one that was meant.
    let members = names.iter().filter_map(|name| node.get(name)).map(|member| member.value);
    let (nulls, others): (Vec<_>, Vec<_>) = members.partition(|value| value.kind() == Kind::Null);
    if let ([null], [_]) = (nulls.as_slice(), others.as_slice()) {
        mend(found, Safety::Safe, edit::remove(*null));
    }
}

/// A member that is not wanted: points at what it is at odds with.
pub(crate) fn for_unwanted(found: &mut Diagnostic, schema: &'static Schema, at: Place<'_, '_>, name: &str) {
    let unwanted = at.node.get(name).map(|member| member.value);
    let Some(reading) = at.reading.filter(|reading| reading.is_of(schema)) else {
        found.help = Some(match found.rule {
            "resolver-ips-in-network" => {
                "nothing is resolved for an address: `resolver_ips` is for the `resolver_network` of a hostname"
                    .to_owned()
            }
            _ => format!("remove `{name}`"),
        });
        return mend(found, Safety::Unsafe, unwanted.and_then(edit::remove));
    };
    if let Some(rival) = message::rival(at, name).and_then(|rival| at.node.get(rival)) {
        found.labels.push(message::label(rival.name_span, sentence(["`", rival.name, "` is here"])));
        found.help = Some(format!("remove `{name}`"));
        return mend(found, Safety::Unsafe, unwanted.and_then(edit::remove));
    }
    match reading.union.dispatch {
        Dispatch::Tag { member, values } => {
            if let (Some(tag), Some(title)) = (at.node.get(member), schema.title) {
                found.labels.push(message::label(
                    tag.value.span(),
                    sentence(["this makes it ", &message::with_article(title)]),
                ));
            }
            let wants = |schema: &Schema| schema.member(name).is_some_and(|(_, other)| !other.slot.schema.is_refusal());
            let owner = reading.union.arms.iter().zip(values).find(|(arm, _)| wants(arm.schema));
            if let Some((_, Some([Literal::String(value)]))) = owner {
                let other = edit::member(at.node.tree().syntax(), member, &New::from(*value));
                found.help = other.map(|other| format!("remove `{name}`, or write `{other}`"));
            }
        }
        Dispatch::Members { selectors, .. } => {
            for selector in selectors.iter().filter_map(|selector| at.node.get(selector)) {
                if selector.value.kind() != Kind::Null {
                    found.labels.push(message::label(selector.name_span, sentence(["`", selector.name, "` is here"])));
                }
            }
        }
        Dispatch::Kind => {}
    }
}
