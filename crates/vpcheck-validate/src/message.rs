//! What findings say: one sentence in the terms of the API.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Label, Node, Span, Value};

use crate::schema::{Bound, Dispatch, Kinds, Literal, Member, Place, Schema};

/// A title with its article: `an HTTP service`; without one where it is plural: `TLS settings`.
pub(crate) fn with_article(title: &str) -> String {
    if is_plural(title) {
        return title.to_owned();
    }
    // What is spoken counts: `an HTTP service`, `an IPv4 host`.
    let starts_with_vowel = title.starts_with(['a', 'e', 'i', 'o', 'u', 'I']) || title.starts_with("HTTP");
    written(format_args!("{} {title}", if starts_with_vowel { "an" } else { "a" }))
}

/// A title with its article and the verb in the right number: `a port is`, `TLS settings are`.
fn with_verb(title: &str, singular: &str, plural: &str) -> String {
    written(format_args!("{} {}", with_article(title), if is_plural(title) { plural } else { singular }))
}

/// Whether a title names several: `TLS settings`, and not `list of errors`.
fn is_plural(title: &str) -> bool {
    let head = title.split(' ').take_while(|word| !matches!(*word, "of" | "to" | "with")).last().unwrap_or_default();
    head.ends_with('s') && !head.ends_with("ss")
}

/// How a value is called: by the member it is, such as `` `http_port` `` or `` `resolver_ips[0]` ``.
pub(crate) fn subject(node: Node<'_>) -> String {
    let mut indices = String::new();
    let mut here = Some(node);
    while let Some(node) = here {
        if let Some(name) = node.name() {
            return written(format_args!("`{}{indices}`", shorten(name)));
        }
        if let Some(index) = node.index() {
            indices.insert_str(0, &format!("[{index}]"));
        }
        here = node.parent();
    }
    if indices.is_empty() { "the document".to_owned() } else { written(format_args!("item `{indices}`")) }
}

/// What a value is, as it is written.
pub(crate) fn shown(node: Node<'_>) -> Cow<'_, str> {
    match node.value() {
        Value::Null => "null".into(),
        Value::Boolean(value) => value.to_string().into(),
        Value::Number(number) => shorten(number.text()),
        Value::String(text) => written(format_args!("\"{}\"", shorten(text))).into(),
        Value::Array(items) if items.len() == 0 => "an empty array".into(),
        Value::Array(_) => "an array".into(),
        Value::Object(members) if members.len() == 0 => "an empty object".into(),
        Value::Object(_) => "an object".into(),
        Value::DateTime(text) => written(format_args!("the date {}", shorten(text))).into(),
        Value::Unknown => "not known".into(),
    }
}

/// What a schema's values are called, such as `port`.
pub(crate) fn noun(schema: &'static Schema) -> &'static str {
    schema.title.unwrap_or("value")
}

/// Another place, with what is there.
pub(crate) fn label(span: Span, message: impl Into<String>) -> Label {
    Label { span, message: message.into() }
}

/// `` `http_port` is "8080", and a port is an integer ``.
pub(crate) fn wrong_type(schema: &'static Schema, kinds: Kinds, node: Node<'_>) -> String {
    // Where the values are names, they say more than their type.
    if !schema.values.is_empty() && schema.values.iter().all(|value| matches!(value, Literal::String(_))) {
        return unknown_value(schema.title, schema.values, node);
    }
    let kinds = kinds_in_words(kinds);
    match schema.title {
        Some(title) => {
            written(format_args!("{} is {}, and {} {kinds}", subject(node), shown(node), with_verb(title, "is", "are")))
        }
        None => written(format_args!("{} is {}, and it has to be {kinds}", subject(node), shown(node))),
    }
}

fn kinds_in_words(kinds: Kinds) -> String {
    let names = [
        (Kinds::BOOLEAN, "a boolean"),
        (Kinds::INTEGER, "an integer"),
        (Kinds::STRING, "a string"),
        (Kinds::ARRAY, "an array"),
        (Kinds::OBJECT, "an object"),
        (Kinds::NULL, "null"),
    ];
    let number = Kinds::INTEGER.union(Kinds::FRACTION);
    let name = |(kind, name): &(Kinds, &'static str)| {
        let is_number = *kind == Kinds::INTEGER && kinds.contains(number);
        kinds.contains(*kind).then_some(if is_number { "a number" } else { name })
    };
    let names: Vec<&str> = names.iter().filter_map(name).collect();
    if names.is_empty() { "absent".to_owned() } else { list(&names, "or") }
}

/// `` `type` is "Tcp", and a service type is `http` or `tcp` ``.
pub(crate) fn unknown_value(title: Option<&'static str>, values: &[Literal], node: Node<'_>) -> String {
    let start = written(format_args!("{} is {}", subject(node), shown(node)));
    // A boolean or null that is listed is better told by its type.
    if values.iter().any(|value| matches!(value, Literal::Boolean(_))) && values.len() > 1 {
        return written(format_args!("{start}, and it has to be a boolean"));
    }
    let values: Vec<String> = values.iter().map(|value| literal(*value)).collect();
    let values = list(&values, "or");
    match title {
        Some(title) => written(format_args!("{start}, and {} {values}", with_verb(title, "is", "are"))),
        None => written(format_args!("{start}, and it has to be {values}")),
    }
}

fn literal(value: Literal) -> String {
    match value {
        Literal::Null => "null".to_owned(),
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(value) => value.to_string(),
        Literal::String(text) => written(format_args!("`{text}`")),
    }
}

/// `` `http_port` is 70000, and a port is between 1 and 65535 ``.
pub(crate) fn out_of_range(schema: &'static Schema, node: Node<'_>, side: Side) -> String {
    // A bound that is only that of the numbers which a program can hold explains nothing about the other one.
    let is_of_numbers = |bound: Bound| bound.value.unsigned_abs() >= u64::from(u32::MAX);
    let least = schema.minimum.filter(|least| matches!(side, Side::AtLeast) || !is_of_numbers(*least));
    let most = schema.maximum.filter(|most| matches!(side, Side::AtMost) || !is_of_numbers(*most));
    let range = match (least, most) {
        (Some(least), Some(most)) if !least.exclusive && !most.exclusive => {
            written(format_args!("between {} and {}", least.value, most.value))
        }
        (least, most) => {
            let least = least.map(|least| {
                written(format_args!("{} {}", if least.exclusive { "more than" } else { "at least" }, least.value))
            });
            let most = most.map(|most| {
                written(format_args!("{} {}", if most.exclusive { "less than" } else { "at most" }, most.value))
            });
            least.into_iter().chain(most).collect::<Vec<_>>().join(" and ")
        }
    };
    let noun = with_verb(schema.title.unwrap_or("value"), "is", "are");
    written(format_args!("{} is {}, and {noun} {range}", subject(node), shown(node)))
}

/// Which side of a bound a length has to be on.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Side {
    AtLeast,
    AtMost,
}

/// `` `name` is empty, and a service name has at least 1 character ``.
pub(crate) fn length(schema: &'static Schema, node: Node<'_>, side: Side, bound: usize, unit: &str) -> String {
    let is_empty = match node.value() {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.len() == 0,
        _ => false,
    };
    let state = if is_empty { Cow::Borrowed("empty") } else { shown(node) };
    let side = match side {
        Side::AtLeast => "at least",
        Side::AtMost => "at most",
    };
    let noun = with_verb(schema.title.unwrap_or("value"), "has", "have");
    let plural = if bound == 1 { "" } else { "s" };
    written(format_args!("{} is {state}, and {noun} {side} {bound} {unit}{plural}", subject(node)))
}

/// `` `tcp_port` is missing: a TCP service needs it ``.
pub(crate) fn missing(noun: &str, node: Node<'_>, member: &Member) -> String {
    let state = if node.get(member.name).is_some() { "null" } else { "missing" };
    written(format_args!("`{}` is {state}: {} it", member.name, with_verb(noun, "needs", "need")))
}

/// `` `host` has both `ipv4` and `hostname`: keep one ``.
pub(crate) fn conflict(names: &[&str], node: Node<'_>) -> String {
    let quoted: Vec<String> = names.iter().map(|name| written(format_args!("`{name}`"))).collect();
    let names = list(&quoted, "and");
    if quoted.len() == 2 {
        written(format_args!("{} has both {names}: keep one", subject(node)))
    } else {
        written(format_args!("{} has {names}, which do not go together", subject(node)))
    }
}

/// `` `host` has none of `ipv4`, `ipv6` and `hostname`: a host needs one ``.
pub(crate) fn no_selector(schema: &'static Schema, selectors: &[&str], node: Node<'_>) -> String {
    let quoted: Vec<String> = selectors.iter().map(|name| written(format_args!("`{name}`"))).collect();
    let needs = with_verb(noun(schema), "needs", "need");
    match quoted.as_slice() {
        [one] => written(format_args!("{} has no {one}: {needs} it", subject(node))),
        [one, other] => written(format_args!("{} has neither {one} nor {other}: {needs} one", subject(node))),
        _ => written(format_args!("{} has none of {}: {needs} one", subject(node), list(&quoted, "and"))),
    }
}

/// A member that does not belong into what the value was read as.
pub(crate) fn unwanted(schema: &'static Schema, at: Place<'_, '_>, name: &str) -> String {
    let Some(reading) = at.reading.filter(|reading| reading.is_of(schema)) else {
        return written(format_args!(
            "{} has `{name}`, and {} none",
            subject(at.node),
            with_verb(noun(schema), "has", "have")
        ));
    };
    let noun = with_article(noun(schema));
    if let Some(rival) = rival(at, name) {
        return written(format_args!(
            "{} has both `{}` and `{name}`, and {noun} takes `{}`",
            subject(at.node),
            rival,
            rival
        ));
    }
    let wants = |arm: &Schema| arm.member(name).is_some_and(|(_, member)| !member.slot.schema.is_refusal());
    let owner = reading.union.arms.iter().map(|arm| arm.schema).find(|arm| wants(arm));
    match owner.and_then(|arm| arm.title) {
        Some(title) => written(format_args!("`{name}` belongs to {}, and this is {noun}", with_article(title))),
        None => written(format_args!("`{name}` does not belong to {noun}")),
    }
}

/// The member that stands where another arm has the unwanted one, such as `network` for `resolver_network`.
pub(crate) fn rival<'t>(at: Place<'_, 't>, name: &str) -> Option<&'t str> {
    let reading = at.reading?;
    let Dispatch::Members { selectors, .. } = reading.union.dispatch else { return None };
    let (here, arms) = (reading.schema()?, reading.union.arms);
    let wants = |arm: &Schema, name: &str| arm.member(name).is_some_and(|(_, member)| !member.slot.schema.is_refusal());
    let other = arms.iter().map(|arm| arm.schema).find(|arm| wants(arm, name))?;
    let is_rival = |found: &&str| !selectors.contains(found) && wants(here, found) && !wants(other, found);
    at.node.members().map(|member| member.name).find(is_rival)
}

/// `` there is no member `Name`: did you mean `name`? ``.
pub(crate) fn unknown_member(noun: &str, name: &str, near: Option<&str>) -> String {
    let name = if name.is_empty() { Cow::Borrowed("\"\"") } else { shorten(name) };
    match near {
        Some(near) => written(format_args!("there is no member `{name}`: did you mean `{near}`?")),
        None => written(format_args!("there is no member `{name}` in {}", with_article(noun))),
    }
}

/// The sentence. It has room from the start, since a text that grows is moved several times.
fn written(sentence: fmt::Arguments<'_>) -> String {
    let mut text = String::with_capacity(96);
    // Writing into a string cannot fail.
    let _ = text.write_fmt(sentence);
    text
}

/// `a, b and c`.
pub(crate) fn list<T: AsRef<str>>(items: &[T], conjunction: &str) -> String {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            let is_last = index + 1 == items.len();
            // Writing into a string cannot fail.
            let _ = if is_last { write!(text, " {conjunction} ") } else { write!(text, ", ") };
        }
        text.push_str(item.as_ref());
    }
    text
}
