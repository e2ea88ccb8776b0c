//! What findings say: one sentence in the terms of the API.

use std::borrow::Cow;

use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Label, Node, Span, Value};

use crate::schema::{Bound, Dispatch, Kinds, Literal, Member, Place, Schema};

/// A title with its article: `an HTTP service`; without one where it is plural: `TLS settings`.
pub(crate) fn with_article(title: &str) -> String {
    article_and_title(title).concat()
}

/// The same before it is put together.
pub(crate) fn article_and_title(title: &str) -> [&str; 2] {
    [article(title, is_plural(title)), title]
}

/// A title with its article and the verb in the right number: `a port is`, `TLS settings are`.
fn with_verb<'t>(title: &'t str, singular: &'t str, plural: &'t str) -> [&'t str; 4] {
    let is_plural = is_plural(title);
    [article(title, is_plural), title, " ", if is_plural { plural } else { singular }]
}

fn article(title: &str, is_plural: bool) -> &'static str {
    // What is spoken counts: `an HTTP service`, `an IPv4 host`.
    let starts_with_vowel = || title.starts_with(['a', 'e', 'i', 'o', 'u', 'I']) || title.starts_with("HTTP");
    match is_plural {
        true => "",
        false if starts_with_vowel() => "an ",
        false => "a ",
    }
}

/// Whether a title names several: `TLS settings`, and not `list of errors`.
fn is_plural(title: &str) -> bool {
    let words = title.as_bytes().split(|byte| *byte == b' ');
    let head = words.take_while(|word| !matches!(*word, b"of" | b"to" | b"with")).last().unwrap_or_default();
    head.ends_with(b"s") && !head.ends_with(b"ss")
}

/// How many bytes most sentences take at most.
pub(crate) const ROOM: usize = 160;

/// How a value is called: by the member it is, such as `` `http_port` `` or `` `resolver_ips[0]` ``.
///
/// A sentence nearly always begins with it, so that there is room for the rest.
pub(crate) fn subject(node: Node<'_>) -> String {
    let mut indices = String::new();
    let mut here = Some(node);
    while let Some(node) = here {
        if let Some(name) = node.name() {
            let mut text = String::with_capacity(ROOM);
            text.push('`');
            text.push_str(&shorten(name));
            text.push_str(&indices);
            text.push('`');
            return text;
        }
        if let Some(index) = node.index() {
            indices.insert_str(0, &format!("[{index}]"));
        }
        here = node.parent();
    }
    if indices.is_empty() { "the document".to_owned() } else { sentence(["item `", &indices, "`"]) }
}

/// What a value is, as it is written.
pub(crate) fn shown(node: Node<'_>) -> String {
    let mut text = String::new();
    show(&mut text, node);
    text
}

/// Goes on with what a value is, as it is written.
fn show(text: &mut String, node: Node<'_>) {
    match node.value() {
        Value::Null => text.push_str("null"),
        Value::Boolean(value) => text.push_str(if value { "true" } else { "false" }),
        Value::Number(number) => text.push_str(&shorten(number.text())),
        Value::String(string) => {
            text.push('"');
            text.push_str(&shorten(string));
            text.push('"');
        }
        Value::Array(items) if items.len() == 0 => text.push_str("an empty array"),
        Value::Array(_) => text.push_str("an array"),
        Value::Object(members) if members.len() == 0 => text.push_str("an empty object"),
        Value::Object(_) => text.push_str("an object"),
        Value::DateTime(date) => text.extend(["the date ", &shorten(date)]),
        Value::Unknown => text.push_str("not known"),
    }
}

/// `` `hostname` is "db:5432", and a hostname has no port ``.
pub(crate) fn refused(node: Node<'_>, reason: &str) -> String {
    let mut text = subject(node);
    text.push_str(" is ");
    show(&mut text, node);
    text.push_str(", and ");
    text.push_str(reason);
    text
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
    is_instead(node, schema.title, &kinds_in_words(kinds))
}

/// `` `http_port` is "8080", and a port is `` what it has to be.
fn is_instead(node: Node<'_>, title: Option<&str>, right: &str) -> String {
    let mut text = beginning(node, title);
    text.push_str(right);
    text
}

/// `` `http_port` is "8080", and a port is `` with a space.
fn beginning(node: Node<'_>, title: Option<&str>) -> String {
    let mut text = refused(node, "");
    match title {
        Some(title) => text.extend(with_verb(title, "is", "are")),
        None => text.push_str("it has to be"),
    }
    text.push(' ');
    text
}

fn kinds_in_words(kinds: Kinds) -> Cow<'static, str> {
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
    let names = || names.iter().filter_map(name);
    match (names().next(), names().nth(1)) {
        (None, _) => "absent".into(),
        (Some(only), None) => only.into(),
        _ => list(&names().collect::<Vec<_>>(), "or").into(),
    }
}

/// `` `type` is "Tcp", and a service type is `http` or `tcp` ``.
pub(crate) fn unknown_value(title: Option<&'static str>, values: &[Literal], node: Node<'_>) -> String {
    // A boolean or null that is listed is better told by its type.
    if values.iter().any(|value| matches!(value, Literal::Boolean(_))) && values.len() > 1 {
        return is_instead(node, None, "a boolean");
    }
    let mut text = beginning(node, title);
    enumerate(&mut text, values, "or", |text, value| match value {
        Literal::Null => text.push_str("null"),
        Literal::Boolean(value) => text.push_str(if *value { "true" } else { "false" }),
        Literal::Integer(value) => text.push_str(&value.to_string()),
        Literal::String(name) => quote(text, name),
    });
    text
}

/// `` `http_port` is 70000, and a port is between 1 and 65535 ``.
pub(crate) fn out_of_range(schema: &'static Schema, node: Node<'_>, side: Side) -> String {
    // A bound that is only that of the numbers which a program can hold explains nothing about the other one.
    let is_of_numbers = |bound: Bound| bound.value.unsigned_abs() >= u64::from(u32::MAX);
    let least = schema.minimum.filter(|least| matches!(side, Side::AtLeast) || !is_of_numbers(*least));
    let most = schema.maximum.filter(|most| matches!(side, Side::AtMost) || !is_of_numbers(*most));
    let range = match (least, most) {
        (Some(least), Some(most)) if !least.exclusive && !most.exclusive => {
            format!("between {} and {}", least.value, most.value)
        }
        (least, most) => {
            let least = least
                .map(|least| format!("{} {}", if least.exclusive { "more than" } else { "at least" }, least.value));
            let most =
                most.map(|most| format!("{} {}", if most.exclusive { "less than" } else { "at most" }, most.value));
            least.into_iter().chain(most).collect::<Vec<_>>().join(" and ")
        }
    };
    is_instead(node, Some(noun(schema)), &range)
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
    let state = if is_empty { "empty".to_owned() } else { shown(node) };
    let side = match side {
        Side::AtLeast => "at least",
        Side::AtMost => "at most",
    };
    let noun = with_verb(noun(schema), "has", "have").concat();
    let plural = if bound == 1 { "" } else { "s" };
    format!("{} is {state}, and {noun} {side} {bound} {unit}{plural}", subject(node))
}

/// `` `tcp_port` is missing: a TCP service needs it ``.
pub(crate) fn missing(noun: &str, node: Node<'_>, member: &Member) -> String {
    let state = if node.get_value(member.name).is_some() { "null" } else { "missing" };
    let [article, noun, space, needs] = with_verb(noun, "needs", "need");
    sentence(["`", member.name, "` is ", state, ": ", article, noun, space, needs, " it"])
}

/// `` `host` has both `ipv4` and `hostname`: keep one ``.
pub(crate) fn conflict(names: &[&str], node: Node<'_>) -> String {
    if let [one, other] = names {
        sentence([&subject(node), " has both `", one, "` and `", other, "`: keep one"])
    } else {
        sentence([&subject(node), " has ", &quoted(names, "and"), ", which do not go together"])
    }
}

/// `` `host` has none of `ipv4`, `ipv6` and `hostname`: a host needs one ``.
pub(crate) fn no_selector(schema: &'static Schema, selectors: &[&str], node: Node<'_>) -> String {
    let needs = with_verb(noun(schema), "needs", "need").concat();
    match selectors {
        [one] => sentence([&subject(node), " has no `", one, "`: ", &needs, " it"]),
        [one, other] => sentence([&subject(node), " has neither `", one, "` nor `", other, "`: ", &needs, " one"]),
        _ => sentence([&subject(node), " has none of ", &quoted(selectors, "and"), ": ", &needs, " one"]),
    }
}

/// A member that does not belong into what the value was read as.
pub(crate) fn unwanted(schema: &'static Schema, at: Place<'_, '_>, name: &str) -> String {
    let Some(reading) = at.reading.filter(|reading| reading.is_of(schema)) else {
        return sentence([
            &subject(at.node),
            " has `",
            name,
            "`, and ",
            &with_verb(noun(schema), "has", "have").concat(),
            " none",
        ]);
    };
    let noun = with_article(noun(schema));
    if let Some(rival) = rival(at, name) {
        return sentence([
            &subject(at.node),
            " has both `",
            rival,
            "` and `",
            name,
            "`, and ",
            &noun,
            " takes `",
            rival,
            "`",
        ]);
    }
    let wants = |arm: &Schema| arm.member(name).is_some_and(|(_, member)| !member.slot.schema.is_refusal());
    let owner = reading.union.arms.iter().map(|arm| arm.schema).find(|arm| wants(arm));
    match owner.and_then(|arm| arm.title) {
        Some(title) => sentence(["`", name, "` belongs to ", &with_article(title), ", and this is ", &noun]),
        None => sentence(["`", name, "` does not belong to ", &noun]),
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
        Some(near) => sentence(["there is no member `", &name, "`: did you mean `", near, "`?"]),
        None => sentence(["there is no member `", &name, "` in ", &with_article(noun)]),
    }
}

/// A sentence from its parts, which costs a fraction of what `format!` does: most of the time that findings take is spent here.
pub(crate) fn sentence<const N: usize>(parts: [&str; N]) -> String {
    parts.concat()
}

/// `a, b and c`.
pub(crate) fn list<T: AsRef<str>>(items: &[T], conjunction: &str) -> String {
    let mut text = String::new();
    enumerate(&mut text, items, conjunction, |text, item| text.push_str(item.as_ref()));
    text
}

/// `` `a`, `b` and `c` ``.
pub(crate) fn quoted(names: &[&str], conjunction: &str) -> String {
    let mut text = String::with_capacity(ROOM);
    enumerate(&mut text, names, conjunction, |text, name| quote(text, name));
    text
}

/// Goes on with a name in backticks.
fn quote(text: &mut String, name: &str) {
    text.push('`');
    text.push_str(name);
    text.push('`');
}

/// Goes on with items, a comma or the conjunction between them.
fn enumerate<T>(text: &mut String, items: &[T], conjunction: &str, add: impl Fn(&mut String, &T)) {
    for (index, item) in items.iter().enumerate() {
        if index > 0 && index + 1 == items.len() {
            text.extend([" ", conjunction, " "]);
        } else if index > 0 {
            text.push_str(", ");
        }
        add(text, item);
    }
}
