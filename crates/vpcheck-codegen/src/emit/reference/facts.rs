//! Rules in words.

use serde_json::Value;

use super::page::{Span, Text};
use crate::{
    export::formats,
    model::{Additional, Bound, Kinds, Model, NumberRules, Shape, StringTest, Tested},
};

/// What a value has to be, in a few words: its type, or the definition that says it.
pub(super) fn kind(model: &Model, shape: &Shape) -> Text {
    if let Some(id) = shape.reference {
        let name = &model.definition(id).name;
        let link = Text(vec![Span::Link(name.clone(), name.clone())]);
        let is_null_new = shape.nullable && !model.takes_null(model.resolve(shape));
        return if is_null_new { link.then(" or null") } else { link };
    }
    let text = if let Some(union) = &shape.union {
        Text::join(union.arms.iter().map(|arm| kind(model, &arm.shape)), " or ")
    } else if let Some(values) = &shape.values {
        Text::join(values.iter().map(value), " or ")
    } else {
        types(model, shape)
    };
    match text.is_empty() {
        true if shape.nullable => Text::plain("null"),
        true => Text::plain("nothing"),
        false if shape.nullable => text.then(" or null"),
        false => text,
    }
}

fn types(model: &Model, shape: &Shape) -> Text {
    let kinds = shape.kinds;
    if kinds.union(Kinds::NULL) == Kinds::ALL && (shape.nullable || kinds.contains(Kinds::NULL)) {
        return Text::plain("anything");
    }
    let number = match (kinds.contains(Kinds::INTEGER), kinds.contains(Kinds::FRACTION)) {
        (_, true) => "number",
        (true, false) => "integer",
        (false, false) => "",
    };
    let has = |kind, name: &'static str| if kinds.contains(kind) { name } else { "" };
    let list = match &shape.array.items {
        Some(items) => Text::plain("list of ").and(kind(model, items)),
        None => Text::plain("list"),
    };
    let mut texts: Vec<Text> = [has(Kinds::STRING, "string"), number, has(Kinds::BOOLEAN, "boolean")]
        .into_iter()
        .filter(|name| !name.is_empty())
        .map(Text::plain)
        .collect();
    texts.extend(kinds.contains(Kinds::ARRAY).then_some(list));
    let names = [has(Kinds::OBJECT, "object"), has(Kinds::NULL, "null")];
    texts.extend(names.into_iter().filter(|name| !name.is_empty()).map(Text::plain));
    Text::join(texts, " or ")
}

/// What is asked of a value beyond its type, a sentence each.
pub(super) fn facts(model: &Model, shape: &Shape) -> Vec<Text> {
    let mut facts = Vec::new();
    if shape.reference.is_some() || shape.union.is_some() {
        return facts;
    }
    facts.extend(number(&shape.number));
    string(shape, &mut facts);
    let array = &shape.array;
    facts.extend(count(array.min_items, array.max_items, "items"));
    facts.extend(array.unique.then(|| Text::plain("no item twice")));
    object(model, shape, &mut facts);
    if !shape.excluded.is_empty() {
        facts.push(Text::plain("not ").and(Text::join(shape.excluded.iter().map(value), " or ")));
    }
    facts.into_iter().map(Text::sentence).collect()
}

fn number(rules: &NumberRules) -> Vec<Text> {
    let code = |bound: &Bound| Text::code(&bound.value.to_string());
    let mut facts = Vec::new();
    match (&rules.minimum, &rules.maximum) {
        (Some(least), Some(most)) if !least.exclusive && !most.exclusive => {
            facts.push(Text::plain("from ").and(code(least)).then(" to ").and(code(most)));
        }
        (least, most) => {
            let word = |bound: &Bound, with, without| Text::plain(if bound.exclusive { without } else { with });
            facts.extend(least.as_ref().map(|bound| word(bound, "at least ", "more than ").and(code(bound))));
            facts.extend(most.as_ref().map(|bound| word(bound, "at most ", "less than ").and(code(bound))));
        }
    }
    facts.extend(rules.multiples.iter().map(|step| Text::plain("a multiple of ").and(Text::code(&step.to_string()))));
    facts
}

fn string(shape: &Shape, facts: &mut Vec<Text>) {
    let rules = &shape.string;
    facts.extend(count(rules.min_length, rules.max_length, "characters"));
    facts.extend(rules.format.map(|format| Text::plain("of the format ").and(Text::code(formats::name(format)))));
    facts.extend(rules.patterns.iter().map(|pattern| Text::plain("matches ").and(Text::code(&pattern.ecma))));
    for choice in &rules.choices {
        facts.push(Text::join(choice.iter().map(test), ", or "));
    }
    if !shape.annotations.open.is_empty() {
        let known = Text::join(shape.annotations.open.iter().map(|known| Text::code(known)), ", ");
        facts.push(Text::plain("known are ").and(known).then("; any other is read as well"));
    }
}

fn test(test: &StringTest) -> Text {
    let word = |with: &str, without: &str| Text::plain(if test.negated { without } else { with });
    match &test.tested {
        Tested::AtLeast(least) => word("at least ", "not at least ").then(&format!("{least} characters")),
        Tested::AtMost(most) => word("at most ", "not at most ").then(&format!("{most} characters")),
        Tested::Pattern(pattern) => word("matches ", "does not match ").and(Text::code(&pattern.ecma)),
        Tested::Format(format) => word("of the format ", "not of the format ").and(Text::code(formats::name(*format))),
        Tested::Listed(texts) => word("", "not ").and(Text::join(texts.iter().map(|text| Text::code(text)), " or ")),
    }
}

fn object(model: &Model, shape: &Shape, facts: &mut Vec<Text>) {
    let rules = &shape.object;
    facts.extend(count(rules.min_members, rules.max_members, "members"));
    for named in &rules.patterns {
        let name = Text::plain("a member whose name matches ").and(Text::code(&named.pattern.ecma));
        facts.push(name.then(": ").and(kind(model, &named.shape)));
    }
    if let Some(names) = &rules.names {
        let all = self::facts(model, names);
        facts.extend(all.into_iter().map(|fact| Text::plain("names of other members: ").and(fact)));
    }
    match &rules.additional {
        Additional::Shape(other) => facts.push(Text::plain("any other member: ").and(kind(model, other))),
        Additional::Closed => facts.push(Text::plain("no other members")),
        Additional::Open if shape.annotations.warns_of_unknown_members => {
            facts.push(Text::plain("a member that is not listed is worth a warning"));
        }
        Additional::Open => {}
    }
}

/// A value as JSON.
pub(super) fn value(value: &Value) -> Text {
    Text::code(&crate::export::json::Json::from(value).line())
}

fn count(least: Option<u64>, most: Option<u64>, what: &str) -> Option<Text> {
    let text = match (least, most) {
        (None | Some(0), None) => return None,
        (Some(least), Some(most)) if least == most => format!("{least} {what}"),
        (Some(least), Some(most)) => format!("{least} to {most} {what}"),
        (Some(least), None) => format!("at least {least} {what}"),
        (None, Some(most)) => format!("at most {most} {what}"),
    };
    Some(Text::plain(text))
}
