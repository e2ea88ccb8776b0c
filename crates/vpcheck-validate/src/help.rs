//! What to do about a finding of the schema, where a right answer can be named, and the edits that do it where it is certain.

mod address;
mod id;
mod members;

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Fix, Kind, Node, Safety, Span, Value};

use crate::near::{Likeness, nearest};
use crate::rule::string;
use crate::scalar::Scalar;
use crate::schema::{Dispatch, Kinds, Literal, Member, Schema, Slot, takes};

pub(crate) use id::{SERVICES, TUNNELS, suggest as for_id};
pub(crate) use members::{for_conflict, for_missing, for_unknown, for_unwanted, of_values};

/// Values that other tools use for one of these.
const ALIASES: [(&str, &str); 8] = [
    ("ca", "verify_ca"),
    ("full", "verify_full"),
    ("mariadb", "mysql"),
    ("none", "disabled"),
    ("off", "disabled"),
    ("pg", "postgresql"),
    ("strict", "verify_full"),
    // Of the two that verify, the one that is safe.
    ("verify", "verify_full"),
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
        Scalar::TunnelId => for_id(text, TUNNELS),
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
pub(crate) struct Suggestion {
    /// What to do, in words.
    pub(crate) help: String,
    /// The text that was certainly meant.
    pub(crate) replacement: Option<String>,
}
