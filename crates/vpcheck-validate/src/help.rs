//! What to do about a finding of the schema, where a right answer can be named, and the edits that do it where it is certain.

mod address;
mod id;
mod members;
mod split;

use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Edit, Fix, Kind, Node, Safety, Value};

use crate::near::{Likeness, nearest};
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

/// Mends a finding by edits, where they can be made in the syntax of the document.
pub(crate) fn mend(found: &mut Diagnostic, safety: Safety, edits: Option<Vec<Edit>>) {
    found.fix = edits.map(|edits| Fix { safety, edits });
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
    let mut suggest = |help: String, edits: Option<Vec<Edit>>| {
        found.help = Some(help);
        mend(found, Safety::Safe, edits);
    };
    let instead = |new: New| edit::replace(node, &new);
    match node.value() {
        Value::String(text) => {
            if schema.kinds.contains(Kinds::INTEGER) && is_plain_number(text.trim(), schema) {
                let number = text.trim();
                let edits = number.parse().ok().and_then(|number: i64| instead(New::from(number)));
                return suggest(format!("write {number} without quotes"), edits);
            }
            if schema.kinds.contains(Kinds::BOOLEAN) && matches!(text, "true" | "false") {
                return suggest(format!("write {text} without quotes"), instead(New::from(text == "true")));
            }
            if let Some(items) = listed(text, schema) {
                return suggest("write each of them in quotes, and brackets around".to_owned(), instead(items));
            }
        }
        Value::Number(number)
            if schema.scalar.is_some_and(|scalar| !matches!(scalar, Scalar::Port) && scalar.takes(number.text())) =>
        {
            return suggest("put quotes around it".to_owned(), instead(New::from(node.text())));
        }
        Value::Array(items)
            if items.len() == 1 && items.clone().any(|item| takes(slot, item) && item.kind() != Kind::Null) =>
        {
            return suggest("write the value without the brackets around it".to_owned(), edit::unwrap(node));
        }
        _ => {}
    }
    if schema.items.is_some_and(|items| schema.kinds == Kinds::ARRAY && takes(items, node)) {
        let edits = New::of(node).and_then(|item| instead(New::Array(vec![item])));
        suggest(format!("write it in brackets: [{}]", shorten(node.text())), edits);
    } else if let Some(member) = only_required(schema).filter(|member| takes(member.slot, node)) {
        let edits = New::of(node).and_then(|value| instead(New::Object(vec![(member.name.to_owned(), value)])));
        suggest(format!("write it as `{}`: {{\"{}\": {}}}", member.name, member.name, shorten(node.text())), edits);
    } else if let Some(help) = as_selector(schema, node) {
        found.help = Some(help);
    }
}

/// The values in a text with commas or spaces between them, where a list of such is wanted.
fn listed(text: &str, schema: &Schema) -> Option<New> {
    let scalar = schema.items.filter(|_| schema.kinds == Kinds::ARRAY)?.schema.scalar?;
    let items = text.split([',', ';', ' ']).map(str::trim).filter(|item| !item.is_empty());
    let items: Option<Vec<New>> = items.map(|item| scalar.takes(item).then(|| New::from(item))).collect();
    items.filter(|items| items.len() > 1).map(New::Array)
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
        return mend(found, Safety::Safe, edit::replace(node, &New::from(text == "true")));
    }
    let names: Vec<&'static str> = names.collect();
    let alias = ALIASES.iter().find(|(alias, value)| names.contains(value) && alias.eq_ignore_ascii_case(text.trim()));
    let near = alias.map(|(_, value)| (*value, Likeness::Close)).or_else(|| nearest(text, names));
    if let Some((near, likeness)) = near {
        found.help = Some(format!("did you mean `{near}`?"));
        mend(found, safety(likeness), edit::replace(node, &New::from(near)));
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
        Scalar::TunnelId => for_id(text, TUNNELS).map(|suggestion| {
            let id = suggestion.replacement.filter(|text| scalar.takes(text));
            let edits = id.and_then(|id| edit::replace(node, &New::from(id.as_str())));
            (suggestion.help, edits.map(|edits| Fix { safety: Safety::Safe, edits }))
        }),
        _ => None,
    };
    if let Some((help, fix)) = special {
        found.help = Some(help);
        found.fix = fix;
    } else {
        found.help = general.map(str::to_owned);
    }
}

/// What could be written instead of a text.
pub(crate) struct Suggestion {
    /// What to do, in words.
    pub(crate) help: String,
    /// The text that was certainly meant.
    pub(crate) replacement: Option<String>,
}
