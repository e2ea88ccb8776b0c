//! What strings have to be like.

use regex::Regex;
use serde_json::Value;

use super::{
    leap_seconds,
    shape::{Null, together},
};
use crate::{
    export::{
        formats::{HOSTNAME_LENGTH, foreign_characters, name, pattern},
        json::{Json, Members},
    },
    model::{Format, Kinds, Pattern, Shape, StringRules, StringTest, Tested},
};

/// The rules for strings, and the values that are ruled out. What cannot stand right in the schema comes into `all`.
pub(super) fn rules(shape: &Shape, null: Null, members: &mut Members, all: &mut Vec<Members>) {
    let rules = &shape.string;
    // A pattern says nothing of what is no string, and so its opposite rules that out.
    let guard = null.is_taken() || shape.kinds != Kinds::STRING;
    let mut patterns: Vec<&str> = rules.patterns.iter().map(|pattern| pattern.ecma.as_str()).collect();
    let mut ruled_out = Vec::new();
    if let Some(format) = rules.format {
        members.add("format", name(format));
        // A schema that spells its format out knows better than we do, such as one with a hand-written type.
        if shape.annotations.scalar.is_none() && !patterns.contains(&pattern(format)) {
            patterns.push(pattern(format));
            let foreign = Members::default().with("pattern", foreign_characters(format));
            ruled_out.push(guarded(foreign, guard));
        }
        all.extend(beyond_pattern(format));
        if format == Format::Hostname && shape.annotations.scalar.is_none() && rules.max_length.is_none() {
            members.add("maxLength", HOSTNAME_LENGTH);
        }
    }
    for (keyword, length) in [("minLength", rules.min_length), ("maxLength", rules.max_length)] {
        if let Some(length) = length {
            members.add(keyword, length);
        }
    }
    if let Some((first, others)) = patterns.split_first() {
        members.add("pattern", *first);
        all.extend(others.iter().map(|pattern| Members::default().with("pattern", *pattern)));
    }
    if rules.patterns.iter().any(|pattern| !alike_in_python(rules, pattern) && ends_in_what_is_seen(pattern)) {
        ruled_out.push(guarded(Members::default().with("pattern", LINE_END), guard));
    }
    for choice in &rules.choices {
        match choice.as_slice() {
            [StringTest { negated: true, tested: Tested::Pattern(pattern) }]
                if !alike_in_python(rules, pattern) && ends_in_what_is_seen(pattern) =>
            {
                let test = tested(&Tested::Pattern(pattern.clone()));
                ruled_out.push(guarded(test.with("not", Members::default().with("pattern", LINE_END)), guard));
            }
            [StringTest { negated: true, tested: what }] => ruled_out.push(guarded(tested(what), guard)),
            [StringTest { negated: false, tested: what }] => all.push(tested(what)),
            tests => {
                let tests = tests.iter().map(|test| {
                    let one = tested(&test.tested);
                    if test.negated { not(guarded(one, guard)).into() } else { one.into() }
                });
                all.push(Members::default().with("anyOf", tests.collect::<Vec<Json>>()));
            }
        }
    }
    if !shape.excluded.is_empty() {
        let values: Vec<Json> = shape.excluded.iter().map(Json::from).collect();
        ruled_out.push(Members::default().with("enum", values));
    }
    match <[Members; 1]>::try_from(ruled_out) {
        Ok([one]) => all.insert(0, not(one)),
        Err(several) if several.is_empty() => {}
        Err(several) => {
            let arms: Vec<Json> = several.into_iter().map(Json::from).collect();
            all.insert(0, not(Members::default().with("anyOf", arms)));
        }
    }
    // The most important one stands right in the schema.
    if all.len() > 1 {
        let first = all.remove(0);
        let mut probe = Members::default();
        together(vec![first], &mut probe);
        members.0.extend(probe.0);
    }
}

/// A line end at the end, for ECMA-262, Python and RE2 alike.
const LINE_END: &str = "\\n$";

/// Whether a pattern of the keyword is read differently by Python, and nothing can be written that makes up for it.
pub(super) fn differs_in_python(rules: &StringRules, keyword: &str) -> bool {
    let differs = |pattern: &Pattern| !alike_in_python(rules, pattern) && !ends_in_what_is_seen(pattern);
    if keyword == "not" { ruled_out(rules).any(differs) } else { rules.patterns.iter().any(differs) }
}

/// Whether Python reads the pattern as ECMA-262 does: it does not end with `$`, or what is refused anyway makes no difference.
fn alike_in_python(rules: &StringRules, pattern: &Pattern) -> bool {
    let refuses = |pattern: &Pattern| Regex::new(&pattern.rust).is_ok_and(|regex| regex.is_match("\n"));
    let is_one_length = rules.min_length.is_some() && rules.min_length == rules.max_length;
    let ends = pattern.ecma.ends_with('$') && !pattern.ecma.ends_with(r"\$");
    !ends || is_one_length || ruled_out(rules).any(refuses)
}

/// The patterns that a string may not match.
fn ruled_out(rules: &StringRules) -> impl Iterator<Item = &Pattern> {
    rules.choices.iter().filter_map(|choice| match choice.as_slice() {
        [StringTest { negated: true, tested: Tested::Pattern(pattern) }] => Some(pattern),
        _ => None,
    })
}

/// Whether all that the pattern matches ends in a letter, a digit or a sign that stands before its `$`: then a text with a line
/// end at its end does not match. There are others of which that is true, and none of which it is not.
fn ends_in_what_is_seen(pattern: &Pattern) -> bool {
    let Some(before) = pattern.ecma.strip_suffix('$') else { return false };
    let mut last = before.chars().rev();
    let is_literal =
        last.next().is_some_and(|character| character.is_ascii_graphic() && !r"^$\.*+?()[]{}|".contains(character));
    is_literal && last.next() != Some('\\') && !before.contains('|')
}

fn not(what: Members) -> Members {
    Members::default().with("not", what)
}

fn guarded(test: Members, guard: bool) -> Members {
    if guard { Members(Members::default().with("type", "string").0.into_iter().chain(test.0).collect()) } else { test }
}

fn tested(what: &Tested) -> Members {
    let members = Members::default();
    match what {
        Tested::AtLeast(least) => members.with("minLength", *least),
        Tested::AtMost(most) => members.with("maxLength", *most),
        Tested::Pattern(pattern) => members.with("pattern", pattern.ecma.as_str()),
        Tested::Listed(texts) => members
            .with("enum", texts.iter().map(|text| Json::from(&Value::from(text.as_str()))).collect::<Vec<Json>>()),
        Tested::Format(format) => {
            let spelt = members.with("pattern", pattern(*format));
            let spelt = if *format == Format::Hostname { spelt.with("maxLength", HOSTNAME_LENGTH) } else { spelt };
            let beyond: Vec<Json> = beyond_pattern(*format).into_iter().map(Json::from).collect();
            let spelt = if beyond.is_empty() { spelt } else { spelt.with("allOf", beyond) };
            spelt.with("not", Members::default().with("pattern", foreign_characters(*format)))
        }
    }
}

/// What the pattern of a format does not say: which minutes may have a leap second.
fn beyond_pattern(format: Format) -> Vec<Members> {
    let patterns = if format == Format::DateTime { leap_seconds::patterns().to_vec() } else { Vec::new() };
    patterns.into_iter().map(|pattern| Members::default().with("pattern", pattern)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pass::takes_format;

    #[test]
    fn patterns_take_what_the_formats_do() {
        let table = [
            (
                Format::Ipv4,
                vec!["10.0.0.1", "255.255.255.255", "256.1.1.1", "01.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.4\n", ""],
            ),
            (
                Format::Ipv6,
                vec![
                    "::",
                    "::1",
                    "1::",
                    "fe80::1",
                    "1:2:3:4:5:6:7:8",
                    "1:2:3:4:5:6:7::",
                    "::2:3:4:5:6:7:8",
                    "1::3:4:5:6:7:8",
                    "1:2:3:4:5:6:1.2.3.4",
                    "::1.2.3.4",
                    "1:2:3:4:5:6:7:8:9",
                    "1:2:3:4:5:6:7",
                    "::1::",
                    "12345::",
                    "fe80::1%eth0",
                    "1:2:3:4:5:6:7:1.2.3.4",
                    ":1",
                    "1:",
                    "g::",
                ],
            ),
            (
                Format::Uuid,
                vec![
                    "0191dce4-9ab4-7fce-b660-8e5dec5172da",
                    "0191DCE4-9ab4-7fce-b660-8e5dec5172da",
                    "0191dce49ab47fceb6608e5dec5172da",
                    "{0191dce4-9ab4-7fce-b660-8e5dec5172da}",
                ],
            ),
            (Format::Hostname, vec!["a", "a.b", "a-b.c", "-a", "a-", "a..b", "a.", "", "ü", "a_b"]),
            (
                Format::DateTime,
                vec![
                    "2024-02-29T23:59:60Z",
                    "2023-02-29T00:00:00Z",
                    "2024-01-15t09:30:00.123+05:30",
                    "2024-04-31T00:00:00Z",
                    "2024-01-15 09:30:00Z",
                    "2024-01-15T24:30:00Z",
                    "2024-01-15T09:30:00",
                    "1900-02-29T00:00:00Z",
                    "2000-02-29T00:00:00Z",
                    "2024-01-15T09:30:60Z",
                    "1998-12-31T15:59:60-08:00",
                ],
            ),
        ];
        for (format, texts) in table {
            let spelt = Regex::new(pattern(format)).expect("it is a pattern");
            let foreign = Regex::new(foreign_characters(format)).expect("it is a pattern");
            for text in texts {
                let others = leap_seconds::patterns().map(|other| Regex::new(&other).expect("it is a pattern"));
                let is_other = format != Format::DateTime || others.iter().all(|other| other.is_match(text));
                let taken = spelt.is_match(text) && !foreign.is_match(text) && is_other;
                assert_eq!(taken, takes_format(format, text), "{format:?} {text:?}");
            }
        }
    }
}
