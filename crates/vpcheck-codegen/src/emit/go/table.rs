//! What is checked, as a table that one engine reads.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Number, Value};
use vpcheck_syntax::{Diagnostic, escape::escape};

use super::{
    pattern,
    plan::{Item, Plan},
    text::{quoted, sentence},
};
use crate::{
    export::{Export, formats, refuse, words::with_article},
    model::{Additional, Bound, Dispatch, Format, Kinds, Pattern, Shape, StringTest, Tested, Union},
};

/// More than any list or text has: a limit of so many is none.
const UNLIMITED: u64 = 1 << 30;

/// The bounds of an `int64`.
const LEAST: &str = "-9223372036854775808";
const MOST: &str = "9223372036854775807";

/// Writes the table: a schema for each type that has a name.
pub(super) fn write(export: &Export<'_>, plan: &Plan<'_>) -> Result<String, Vec<Diagnostic>> {
    let named = plan.items.iter().map(|item| (key(item.shape), item)).rev().collect();
    let mut writer = Writer { export, plan, named, refusals: Vec::new() };
    let mut text = "// The places of what is taken, for each type.\nconst (\n\t_ = iota\n".to_owned();
    for item in &plan.items {
        let _ = writeln!(text, "\tschema{}", item.name);
    }
    text.push_str(")\n\n// schemas has what is taken, as the schema says it.\nvar schemas = []schema{\n\t{},\n");
    for item in &plan.items {
        let pointer = escape(&item.shape.place.pointer).into_owned();
        let place = if pointer.is_empty() { String::new() } else { format!(": {pointer}") };
        let _ = write!(text, "\n\t// {}{place}\n\t{{", item.name);
        text.push_str(&writer.fields(item.shape, 1));
        text.push_str("},\n");
    }
    text.push_str("}\n");
    if writer.refusals.is_empty() { Ok(text) } else { Err(writer.refusals) }
}

/// Whether a whole number may be further from zero than an `int64` holds.
pub(super) fn passes_int64(shape: &Shape) -> bool {
    let is_within = |bound: &Option<Bound>| bound.as_ref().is_some_and(|bound| bound.value.is_i64());
    shape.kinds == Kinds::INTEGER
        && shape.values.is_none()
        && !(is_within(&shape.number.minimum) && is_within(&shape.number.maximum))
}

/// A value as the engine writes it where it compares values: equal ones alike.
fn canonical(value: &Value) -> String {
    match value {
        Value::String(text) => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        Value::Number(number) => decimal(number),
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let name = |name: &String| canonical(&Value::from(name.as_str()));
            let mut members: Vec<String> =
                members.iter().map(|(key, value)| format!("{}:{}", name(key), canonical(value))).collect();
            members.sort();
            format!("{{{}}}", members.join(","))
        }
        leaf => leaf.to_string(),
    }
}

/// A number by its value: its digits without zeros at either end, and the power of ten where it is not near.
fn decimal(number: &Number) -> String {
    let text = number.to_string();
    let (sign, text) = text.strip_prefix('-').map_or(("", text.as_str()), |rest| ("-", rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let significant = digits.trim_end_matches('0');
    if significant.is_empty() {
        return "0".to_owned();
    }
    let exponent: i64 = exponent.parse().unwrap_or(0);
    let length = |text: &str| i64::try_from(text.len()).unwrap_or(i64::MAX);
    let exponent = exponent - length(fraction) + length(digits) - length(significant);
    match usize::try_from(exponent) {
        Ok(zeros @ 0..=20) => format!("{sign}{significant}{}", "0".repeat(zeros)),
        _ => format!("{sign}{significant}e{exponent}"),
    }
}

fn key(shape: &Shape) -> usize {
    std::ptr::from_ref(shape).addr()
}

struct Writer<'w, 'e> {
    export: &'e Export<'e>,
    plan: &'w Plan<'e>,
    named: BTreeMap<usize, &'w Item<'e>>,
    refusals: Vec<Diagnostic>,
}

impl Writer<'_, '_> {
    /// A schema where it is used.
    fn slot(&mut self, shape: &Shape, depth: usize) -> String {
        match self.named.get(&key(shape)) {
            Some(item) => format!("&schema{{as: schema{}}}", item.name),
            None => format!("&schema{{{}}}", self.fields(shape, depth)),
        }
    }

    fn fields(&mut self, shape: &Shape, depth: usize) -> String {
        let mut fields = Vec::new();
        if let Some(title) = &shape.documentation.title {
            fields.push(format!("what: {}", quoted(&with_article(title))));
        }
        if shape.nullable {
            fields.push("nullable: true".to_owned());
        }
        if let Some(id) = shape.reference {
            let name = self.plan.definitions.get(&id).map_or("", String::as_str);
            fields.push(format!("as: schema{name}"));
            return fields.join(", ");
        }
        fields.push(format!("kinds: {}", kinds(shape.kinds)));
        if let Some(values) = &shape.values {
            fields.push(format!("values: {}", strings(values.iter().map(canonical))));
        }
        if !shape.excluded.is_empty() {
            fields.push(format!("excluded: {}", strings(shape.excluded.iter().map(canonical))));
        }
        number(shape, &mut fields);
        self.string(shape, &mut fields);
        let array = &shape.array;
        if let Some(items) = &array.items {
            let slot = self.slot(items, depth);
            fields.push(format!("items: {slot}"));
        }
        limits(["minItems", "maxItems"], array.min_items, array.max_items, &mut fields);
        if array.unique {
            fields.push("unique: true".to_owned());
        }
        self.object(shape, depth, &mut fields);
        if let Some(union) = &shape.union {
            self.union(union, depth, &mut fields);
        }
        fields.join(", ")
    }

    fn string(&mut self, shape: &Shape, fields: &mut Vec<String>) {
        let rules = &shape.string;
        limits(["minLength", "maxLength"], rules.min_length, rules.max_length, fields);
        // A format is checked by code, so that its pattern beside it says nothing more.
        let is_spelt = |pattern: &Pattern| rules.format.is_some_and(|format| pattern.ecma == formats::pattern(format));
        let is_foreign = |test: &StringTest| match (rules.format, test) {
            (Some(format), StringTest { negated: true, tested: Tested::Pattern(pattern) }) => {
                pattern.ecma == formats::foreign_characters(format)
            }
            _ => false,
        };
        let mut tests: Vec<String> = Vec::new();
        if let Some(format) = rules.format {
            tests.push(format!("{{{}}}", format_test(format, false)));
        }
        for pattern in rules.patterns.iter().filter(|pattern| !is_spelt(pattern)) {
            tests.push(format!("{{{}}}", self.pattern(shape, "pattern", pattern, false)));
        }
        for choice in rules.choices.iter().filter(|choice| !matches!(choice.as_slice(), [test] if is_foreign(test))) {
            let choice: Vec<String> = choice.iter().map(|test| self.test(shape, test)).collect();
            tests.push(format!("{{{}}}", choice.join(", ")));
        }
        if !tests.is_empty() {
            fields.push(format!("tests: [][]test{{{}}}", tests.join(", ")));
        }
    }

    fn test(&mut self, shape: &Shape, test: &StringTest) -> String {
        let StringTest { negated, tested } = test;
        let negated = *negated;
        let want = !negated;
        match tested {
            Tested::AtLeast(least) => {
                let least = (*least).min(UNLIMITED);
                let says = if negated { "has too many characters" } else { "has too few characters" };
                format!("{{atLeast({least}), {want}, {}}}", quoted(says))
            }
            Tested::AtMost(most) => {
                let most = (*most).min(UNLIMITED);
                let says = if negated { "has too few characters" } else { "has too many characters" };
                format!("{{atLeast({}), {negated}, {}}}", most + 1, quoted(says))
            }
            Tested::Pattern(pattern) => {
                match [Format::Ipv4, Format::Ipv6].into_iter().find(|&format| pattern.ecma == formats::pattern(format))
                {
                    Some(format) => format_test(format, negated),
                    None => self.pattern(shape, "not", pattern, negated),
                }
            }
            Tested::Format(format) => format_test(*format, negated),
            Tested::Listed(texts) => {
                let listed: Vec<String> = texts.iter().map(|text| quoted(text)).collect();
                let says = if negated { "is not allowed" } else { "is none that is listed" };
                format!("{{oneOfTexts({}), {want}, {}}}", listed.join(", "), quoted(says))
            }
        }
    }

    fn pattern(&mut self, shape: &Shape, keyword: &str, pattern: &Pattern, negated: bool) -> String {
        let compiled = self.compiled(shape, keyword, pattern);
        let shown = escape(&pattern.ecma).into_owned();
        let says = if negated { format!("matches {shown}") } else { format!("does not match {shown}") };
        format!("{{{compiled}.MatchString, {}, {}}}", !negated, quoted(&says))
    }

    fn compiled(&mut self, shape: &Shape, keyword: &str, pattern: &Pattern) -> String {
        let go = pattern::translate(pattern).unwrap_or_else(|reason| {
            let help = "write the pattern in another way";
            self.refusals.push(refuse(shape, keyword, sentence(reason).trim_end_matches('.')).with_help(help));
            String::new()
        });
        format!("regexp.MustCompile({})", quoted(&go))
    }

    fn object(&mut self, shape: &Shape, depth: usize, fields: &mut Vec<String>) {
        let object = &shape.object;
        let indent = "\t".repeat(depth + 1);
        if !object.members.is_empty() {
            let mut members = String::new();
            for member in &object.members {
                let slot = self.slot(&member.shape, depth + 1);
                let _ = writeln!(members, "{indent}{{{}, {}, {slot}}},", quoted(&member.name), member.required);
            }
            fields.push(format!("members: []member{{\n{members}{}}}", "\t".repeat(depth)));
        }
        if !object.patterns.is_empty() {
            let mut patterns = String::new();
            for named in &object.patterns {
                let compiled = self.compiled(shape, "patternProperties", &named.pattern);
                let slot = self.slot(&named.shape, depth + 1);
                let _ = writeln!(patterns, "{indent}{{{compiled}, {slot}}},");
            }
            fields.push(format!("patterns: []namePattern{{\n{patterns}{}}}", "\t".repeat(depth)));
        }
        if let Some(names) = &object.names {
            let slot = self.slot(names, depth);
            fields.push(format!("names: {slot}"));
        }
        match &object.additional {
            Additional::Shape(others) => {
                let slot = self.slot(others, depth);
                fields.push(format!("others: {slot}"));
            }
            Additional::Closed => fields.push("closed: true".to_owned()),
            Additional::Open if self.export.closes(shape) => fields.push("closed: true".to_owned()),
            Additional::Open => {}
        }
        limits(["minMembers", "maxMembers"], object.min_members, object.max_members, fields);
    }

    fn union(&mut self, union: &Union, depth: usize, fields: &mut Vec<String>) {
        let indent = "\t".repeat(depth + 1);
        let mut arms = String::new();
        for (index, arm) in union.arms.iter().enumerate() {
            let slot = self.slot(&arm.shape, depth + 1);
            let (tags, present) = match &union.dispatch {
                Dispatch::Kind => ("nil".to_owned(), "nil".to_owned()),
                Dispatch::Tag { values, .. } => {
                    let tags = values.get(index).and_then(Option::as_ref);
                    let tags = tags.map_or("nil".to_owned(), |values| strings(values.iter().map(canonical)));
                    (tags, "nil".to_owned())
                }
                Dispatch::Members { patterns, .. } => {
                    let pattern = patterns.get(index).map(Vec::as_slice).unwrap_or_default();
                    let present: Vec<String> = pattern.iter().map(ToString::to_string).collect();
                    ("nil".to_owned(), format!("[]bool{{{}}}", present.join(", ")))
                }
            };
            let _ = writeln!(arms, "{indent}{{{slot}, {tags}, {present}}},");
        }
        fields.push(format!("arms: []arm{{\n{arms}{}}}", "\t".repeat(depth)));
        match &union.dispatch {
            Dispatch::Kind => {}
            Dispatch::Tag { member, .. } => fields.push(format!("tag: {}, isTagged: true", quoted(member))),
            Dispatch::Members { selectors, null_is_absent, .. } => {
                fields.push(format!("selectors: {}", strings(selectors.iter().cloned())));
                if *null_is_absent {
                    fields.push("nullIsAbsent: true".to_owned());
                }
            }
        }
    }
}

/// What is said of numbers.
fn number(shape: &Shape, fields: &mut Vec<String>) {
    let rules = &shape.number;
    let int64 = passes_int64(shape);
    for (name, bound, end) in [("minimum", &rules.minimum, LEAST), ("maximum", &rules.maximum, MOST)] {
        let (number, exclusive) = match bound {
            Some(bound) if !int64 || bound.value.is_i64() => (bound.value.to_string(), bound.exclusive),
            _ if int64 => (end.to_owned(), false),
            _ => continue,
        };
        let exclusive = if exclusive { ", exclusive: true" } else { "" };
        fields.push(format!("{name}: &bound{{number: {}{exclusive}}}", quoted(&number)));
    }
    if !rules.multiples.is_empty() {
        let steps: Vec<String> = rules.multiples.iter().map(ToString::to_string).collect();
        fields.push(format!("multiples: []uint64{{{}}}", steps.join(", ")));
    }
    if shape.kinds == Kinds::INTEGER && shape.annotations.scalar.is_some() {
        fields.push("plain: true".to_owned());
    }
}

fn format_test(format: Format, negated: bool) -> String {
    let function = match format {
        Format::DateTime => "isDateTime",
        Format::Hostname => "isHostname",
        Format::Ipv4 => "isIPv4",
        Format::Ipv6 => "isIPv6",
        Format::Uuid => "isUUID",
    };
    let says = if negated { "is of the format" } else { "is not of the format" };
    format!("{{{function}, {}, {}}}", !negated, quoted(&format!("{says} {}", formats::name(format))))
}

fn strings(texts: impl Iterator<Item = String>) -> String {
    let texts: Vec<String> = texts.map(|text| quoted(&text)).collect();
    format!("[]string{{{}}}", texts.join(", "))
}

/// How many there may be. The engine has the greatest number plus one, so that 0 is no limit.
fn limits(names: [&str; 2], least: Option<u64>, most: Option<u64>, fields: &mut Vec<String>) {
    let [least_name, most_name] = names;
    if let Some(least) = least.filter(|&least| least > 0) {
        fields.push(format!("{least_name}: {}", least.min(UNLIMITED)));
    }
    if let Some(most) = most.filter(|&most| most < UNLIMITED) {
        fields.push(format!("{most_name}: {}", most + 1));
    }
}

/// A set of JSON types, as the engine calls it.
pub(super) fn kinds(kinds: Kinds) -> String {
    if kinds == Kinds::ALL {
        return "kindAny".to_owned();
    }
    let names = [
        (Kinds::NULL, "kindNull"),
        (Kinds::BOOLEAN, "kindBool"),
        (Kinds::NUMBER, "kindNumber"),
        (Kinds::INTEGER, "kindInteger"),
        (Kinds::FRACTION, "kindFraction"),
        (Kinds::STRING, "kindString"),
        (Kinds::ARRAY, "kindArray"),
        (Kinds::OBJECT, "kindObject"),
    ];
    let is_number = kinds.contains(Kinds::NUMBER);
    let names: Vec<&str> = names
        .into_iter()
        .filter(|(kind, _)| kinds.contains(*kind))
        .filter(|(kind, _)| !is_number || (*kind != Kinds::INTEGER && *kind != Kinds::FRACTION))
        .map(|(_, name)| name)
        .collect();
    if names.is_empty() { "kindNone".to_owned() } else { names.join(" | ") }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn equal_values_are_written_alike() {
        for (value, expected) in [
            (json!(80), "80"),
            (json!(80.0), "80"),
            (json!(-0.5), "-5e-1"),
            (json!(1e300), "1e300"),
            (json!(0.0), "0"),
            (json!("a\"\\"), r#""a\"\\""#),
            (json!({"b": [1], "a": null}), r#"{"a":null,"b":[1]}"#),
        ] {
            assert_eq!(canonical(&value), expected);
        }
    }
}
