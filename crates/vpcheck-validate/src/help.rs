//! What to do about a finding of the schema, where a right answer can be named, and the edits that do it where it is certain.

mod address;
mod id;

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Fix, Kind, Node, Safety, Span, Value};

use crate::message;
use crate::near::{Likeness, likeness, nearest};
use crate::rule::string;
use crate::scalar::Scalar;
use crate::schema::{Dispatch, Kinds, Literal, Member, Place, Schema, Slot, takes};

/// Values that other tools use for one of these.
const ALIASES: [(&str, &str); 7] = [
    ("ca", "verify_ca"),
    ("full", "verify_full"),
    ("mariadb", "mysql"),
    ("none", "disabled"),
    ("off", "disabled"),
    ("pg", "postgresql"),
    ("strict", "verify_full"),
];

/// Puts `text` in the place of `span`.
pub(crate) fn replacement(safety: Safety, span: Span, text: String) -> Fix {
    Fix { safety, edits: vec![Edit { span, text }] }
}

/// Gives the member whose key is at `span` another name.
pub(crate) fn rename(safety: Safety, span: Span, name: &str) -> Fix {
    replacement(safety, span, string(name))
}

/// A likeness of spelling is certain, a likeness of letters is a guess.
pub(crate) fn safety(likeness: Likeness) -> Safety {
    match likeness {
        Likeness::Same => Safety::Safe,
        Likeness::Close => Safety::Unsafe,
    }
}

/// A value of the wrong JSON type that would be right when written another way.
pub(crate) fn for_type(found: &mut Diagnostic, slot: Slot, node: Node<'_>) {
    let schema = slot.schema;
    let mut suggest = |help: String, text: String| {
        found.help = Some(help);
        found.fix = Some(replacement(Safety::Safe, node.span(), text));
    };
    match node.value() {
        Value::String(text) => {
            if schema.kinds.contains(Kinds::INTEGER) && is_plain_number(text, schema) {
                return suggest(format!("write {text} without quotes"), text.to_owned());
            }
            if schema.kinds.contains(Kinds::BOOLEAN) && matches!(text, "true" | "false") {
                return suggest(format!("write {text} without quotes"), text.to_owned());
            }
        }
        Value::Number(number)
            if schema.scalar.is_some_and(|scalar| !matches!(scalar, Scalar::Port) && scalar.takes(number.text())) =>
        {
            return suggest("put quotes around it".to_owned(), string(number.text()));
        }
        Value::Array(items) if items.len() == 1 => {
            if let Some(item) = items.into_iter().next().filter(|item| takes(slot, *item) && item.kind() != Kind::Null)
            {
                return suggest("write the value without the brackets around it".to_owned(), item.text().to_owned());
            }
        }
        _ => {}
    }
    if schema.items.is_some_and(|items| schema.kinds == Kinds::ARRAY && takes(items, node)) {
        suggest(format!("write it in brackets: [{}]", shorten(node.text())), format!("[{}]", node.text()));
    } else if let Some(member) = only_required(schema).filter(|member| takes(member.slot, node)) {
        let text = format!("{{{}: {}}}", string(member.name), node.text());
        suggest(format!("write it as `{}`: {{\"{}\": {}}}", member.name, member.name, shorten(node.text())), text);
    } else if let Some(help) = as_selector(schema, node) {
        found.help = Some(help);
    }
}

fn is_plain_number(text: &str, schema: &Schema) -> bool {
    let is_number =
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    let in_range = |number: i64| {
        schema.minimum.is_none_or(|least| number >= least.value)
            && schema.maximum.is_none_or(|most| number <= most.value)
    };
    is_number && text.parse().is_ok_and(in_range)
}

/// The member that an object has to have, where it is only one.
fn only_required(schema: &'static Schema) -> Option<&'static Member> {
    let mut required = schema.members_of(schema.required).filter(|_| schema.kinds == Kinds::OBJECT);
    required.next().filter(|_| required.next().is_none())
}

/// How a value is written in an object that is told by its members: `"10.0.0.1"` as `{"ipv4": "10.0.0.1", "network": …}`.
fn as_selector(schema: &'static Schema, node: Node<'_>) -> Option<String> {
    let union = schema.union?;
    let Dispatch::Members { selectors, .. } = union.dispatch else { return None };
    let arms = union.arms.iter().map(|arm| arm.schema);
    let (arm, member) = arms
        .flat_map(|arm| arm.members_of(arm.required).map(move |member| (arm, member)))
        .find(|(_, member)| selectors.contains(&member.name) && takes(member.slot, node))?;
    let members = arm.members_of(arm.required).map(|other| {
        if other.name == member.name {
            format!("\"{}\": {}", other.name, shorten(node.text()))
        } else {
            format!("\"{}\": …", other.name)
        }
    });
    Some(format!("write it as {{{}}}", members.collect::<Vec<_>>().join(", ")))
}

/// A value that is not one of those that are listed.
pub(crate) fn for_value(found: &mut Diagnostic, values: &[Literal], node: Node<'_>) {
    let names = values.iter().filter_map(|value| if let Literal::String(text) = value { Some(*text) } else { None });
    let booleans = values.iter().any(|value| matches!(value, Literal::Boolean(_)));
    let Some(text) = node.as_str() else { return };
    if booleans && matches!(text, "true" | "false") {
        found.help = Some(format!("write {text} without quotes"));
        found.fix = Some(replacement(Safety::Safe, node.span(), text.to_owned()));
        return;
    }
    let names: Vec<&'static str> = names.collect();
    let alias = ALIASES.iter().find(|(alias, value)| names.contains(value) && alias.eq_ignore_ascii_case(text.trim()));
    let near = alias.map(|(_, value)| (*value, Likeness::Close)).or_else(|| nearest(text, names));
    if let Some((near, likeness)) = near {
        found.help = Some(format!("did you mean `{near}`?"));
        found.fix = Some(replacement(safety(likeness), node.span(), string(near)));
    }
}

/// A string that a hand-written type refused.
pub(crate) fn for_string(
    found: &mut Diagnostic,
    scalar: Scalar,
    text: &str,
    general: Option<&'static str>,
    node: Node<'_>,
) {
    let special = match scalar {
        Scalar::Hostname | Scalar::Ip | Scalar::Ipv4 | Scalar::Ipv6 => address::suggest(scalar, text, node),
        Scalar::TunnelId => id::suggest(text),
        _ => None,
    };
    let Some(suggestion) = special else {
        found.help = general.map(str::to_owned);
        return;
    };
    found.help = Some(suggestion.help);
    if let Some(text) = suggestion.replacement.filter(|text| scalar.takes(text)) {
        found.fix = Some(replacement(Safety::Safe, node.span(), string(&text)));
    }
}

/// What could be written instead of a text.
struct Suggestion {
    help: String,
    /// The text that was certainly meant.
    replacement: Option<String>,
}

/// Members that are missing, of which any would do: an unknown member that looks as if it was meant is named, and is then
/// taken out of `unknown`, so that one mistake is told once.
pub(crate) fn for_missing(
    found: &mut Diagnostic,
    wanted: &[&'static Member],
    node: Node<'_>,
    unknown: &mut Vec<Node<'_>>,
) {
    let mut best: Option<(usize, &'static Member, Likeness, bool)> = None;
    for (index, written) in unknown.iter().enumerate() {
        for member in wanted {
            let Some(likeness) = likeness(written.name().unwrap_or_default(), member.name) else { continue };
            let fits = takes(member.slot, *written);
            if best.is_none_or(|(_, _, other, other_fits)| (likeness, fits) > (other, other_fits)) {
                best = Some((index, member, likeness, fits));
            }
        }
    }
    if let Some((index, member, likeness, fits)) = best {
        let written = unknown.remove(index);
        let name = shorten(written.name().unwrap_or_default());
        found.help = Some(format!("`{name}` is not a member: did you mean `{}`?", member.name));
        if let Some(span) = written.name_span() {
            found.labels.push(message::label(span, format!("did you mean `{}`?", member.name)));
            if (fits || likeness == Likeness::Same) && node.get(member.name).is_none() {
                found.fix = Some(rename(safety(likeness), span, member.name));
            }
        }
        return;
    }
    // What belongs inside of the missing member may have been written beside it.
    let inside = |written: &Node<'_>| {
        let name = written.name().unwrap_or_default();
        wanted
            .iter()
            .find(|member| member.slot.schema.member(name).is_some_and(|(_, inner)| !inner.slot.schema.is_refusal()))
    };
    if let Some((index, member)) =
        unknown.iter().enumerate().find_map(|(index, written)| Some((index, inside(written)?)))
    {
        let written = unknown.remove(index);
        let name = shorten(written.name().unwrap_or_default());
        found.help = Some(format!("put `{name}` inside `{}`", member.name));
        if let Some(span) = written.name_span() {
            found.labels.push(message::label(span, format!("this belongs inside `{}`", member.name)));
        }
    }
}

/// A member that nobody knows and that is near to none, which may belong inside of one that is there.
pub(crate) fn for_unknown(present: &[&'static Member], name: &str) -> Option<String> {
    let holds =
        |member: &&&Member| member.slot.schema.member(name).is_some_and(|(_, inner)| !inner.slot.schema.is_refusal());
    present.iter().find(holds).map(|owner| format!("`{name}` belongs inside `{}`", owner.name))
}

/// A member that is not wanted: points at what it is at odds with.
pub(crate) fn for_unwanted(found: &mut Diagnostic, schema: &'static Schema, at: Place<'_, '_>, name: &str) {
    let Some(reading) = at.reading.filter(|reading| reading.is_of(schema)) else {
        found.help = Some(match found.rule {
            "resolver-ips-in-network" => {
                "nothing is resolved for an address: `resolver_ips` is for the `resolver_network` of a hostname"
                    .to_owned()
            }
            _ => format!("remove `{name}`"),
        });
        return;
    };
    if let Some(rival) = message::rival(at, name).and_then(|rival| at.node.get(rival)) {
        found.labels.push(message::label(rival.name_span, format!("`{}` is here", rival.name)));
        found.help = Some(format!("remove `{name}`"));
        return;
    }
    match reading.union.dispatch {
        Dispatch::Tag { member, .. } => {
            if let (Some(tag), Some(title)) = (at.node.get(member), schema.title) {
                found
                    .labels
                    .push(message::label(tag.value.span(), format!("this makes it {}", message::with_article(title))));
            }
        }
        Dispatch::Members { selectors, .. } => {
            for selector in selectors.iter().filter_map(|selector| at.node.get(selector)) {
                if selector.value.kind() != Kind::Null {
                    found.labels.push(message::label(selector.name_span, format!("`{}` is here", selector.name)));
                }
            }
        }
        Dispatch::Kind => {}
    }
}
