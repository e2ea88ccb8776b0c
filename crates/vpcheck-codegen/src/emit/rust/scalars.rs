//! Booleans, numbers, strings and arrays: from shapes to types.

use super::item::{Base, Check, ItemKind, List, Literal, Native, Scalar, Type};
use super::lower::{Context, Lowering, Made, listed, noun};
use super::names::{list, with_article};
use super::shapes::{least, literal, most};
use crate::model::{Format, Kinds, Pattern, Shape, StringTest, Tested};
use crate::refusal::shorten;

/// How many values a rule lists before it says that there are others.
const LISTED: usize = 12;

impl Lowering<'_> {
    pub(super) fn scalar(&mut self, shape: &Shape, kinds: Kinds, context: &Context) -> Made {
        let one = with_article(&noun(&shape.documentation, &context.noun));
        let mut checks = Vec::new();
        let mut says = Vec::new();
        self.listed(shape, &mut checks, &mut says);
        if kinds == Kinds::BOOLEAN {
            let both = checks.iter().all(|check| matches!(check, Check::OneOf(values) if values.len() > 1));
            return if both {
                Made::Plain(Type::Boolean)
            } else {
                scalar(Base::Boolean, checks, &one, "a boolean", says)
            };
        }
        if kinds == Kinds::STRING {
            return self.text(shape, checks, says, &one);
        }
        if kinds == Kinds::FRACTION {
            self.refuse(&shape.place, "a number that is no integer has no type of Rust", "take numbers of both kinds");
        }
        if kinds.contains(Kinds::FRACTION) {
            if !checks.is_empty() {
                self.refuse(
                    &shape.place,
                    "numbers that are listed have no type of Rust",
                    "list integers, with the type `integer`",
                );
            }
            return number(shape, checks, says, &one);
        }
        let (made, is_possible) = integer(shape, checks, says, &one);
        if !is_possible {
            self.refuse(&shape.place, "no type of Rust has integers in these bounds", "take integers of 64 bits");
        }
        made
    }

    /// Checks for `enum`, `const` and the values that are ruled out.
    pub(super) fn listed(&mut self, shape: &Shape, checks: &mut Vec<Check>, says: &mut Vec<String>) {
        let literals = |values: &[serde_json::Value], lowering: &mut Self| -> Vec<Literal> {
            let others = values.iter().filter(|value| !value.is_null());
            let found: Vec<Option<Literal>> = others.map(literal).collect();
            if found.iter().any(Option::is_none) {
                let message = "a fraction, an array or an object that is listed has no type of Rust";
                lowering.refuse(&shape.place, message, "list strings, integers or booleans");
            }
            found.into_iter().flatten().collect()
        };
        if let Some(values) = &shape.values {
            let values = literals(values, self);
            says.push(listed(&values.iter().take(LISTED).map(shown).collect::<Vec<_>>()));
            checks.push(Check::OneOf(values));
        }
        if !shape.excluded.is_empty() {
            // A value of another type is ruled out already.
            let values: Vec<Literal> = literals(&shape.excluded, self);
            says.push(format!("other than {}", listed(&values.iter().take(LISTED).map(shown).collect::<Vec<_>>())));
            checks.push(Check::NoneOf(values));
        }
    }

    fn text(&mut self, shape: &Shape, mut checks: Vec<Check>, mut says: Vec<String>, one: &str) -> Made {
        let rules = &shape.string;
        let shortest = rules.min_length.filter(|&length| length > 0);
        let plain = checks.is_empty()
            && shortest.is_none()
            && rules.max_length.is_none()
            && rules.patterns.is_empty()
            && rules.choices.is_empty();
        match rules.format {
            None if plain => return Made::Plain(Type::Text),
            Some(Format::Ipv4) if plain => return Made::Plain(Type::Ipv4),
            Some(Format::Ipv6) if plain => return Made::Plain(Type::Ipv6),
            _ => {}
        }
        self.text_checks(shape, &mut checks, &mut says);
        scalar(Base::Text, checks, one, "a string", says)
    }

    /// Checks for the rules for strings.
    pub(super) fn text_checks(&mut self, shape: &Shape, checks: &mut Vec<Check>, says: &mut Vec<String>) {
        let rules = &shape.string;
        let shortest = rules.min_length.filter(|&length| length > 0);
        if let Some(format) = rules.format {
            says.push(format_noun(format).to_owned());
            checks.push(Check::Format(format));
        }
        match (shortest, rules.max_length) {
            (Some(least), Some(most)) => says.push(format!("of {least} to {most} characters")),
            (Some(least), None) => says.push(format!("of {least} or more characters")),
            (None, Some(most)) => says.push(format!("of {most} characters at most")),
            (None, None) => {}
        }
        checks.extend(shortest.map(Check::Shortest));
        checks.extend(rules.max_length.map(Check::Longest));
        for pattern in &rules.patterns {
            self.check_pattern(shape, pattern);
            says.push(format!("that matches `{}`", shorten(&pattern.ecma)));
            checks.push(Check::Pattern(pattern.rust.clone()));
        }
        for choice in &rules.choices {
            says.push(self.choice_of_tests(shape, choice, checks));
        }
    }

    /// Adds a check of which one part has to hold, and gives it in words.
    fn choice_of_tests(&mut self, shape: &Shape, choice: &[StringTest], checks: &mut Vec<Check>) -> String {
        let mut parts = Vec::new();
        let mut words = Vec::new();
        for StringTest { negated, tested } in choice {
            let (check, right) = match tested {
                Tested::AtLeast(least) => (Check::Shortest(*least), format!("of {least} or more characters")),
                Tested::AtMost(most) => (Check::Longest(*most), format!("of {most} characters at most")),
                Tested::Format(format) => (Check::Format(*format), format_noun(*format).to_owned()),
                Tested::Pattern(pattern) => {
                    self.check_pattern(shape, pattern);
                    (Check::Pattern(pattern.rust.clone()), format!("that matches `{}`", shorten(&pattern.ecma)))
                }
                Tested::Listed(texts) => {
                    let literals = texts.iter().cloned().map(Literal::Text).collect();
                    (Check::OneOf(literals), listed(texts.get(..LISTED).unwrap_or(texts)))
                }
            };
            words.push(match (negated, tested) {
                (false, _) => right,
                (true, Tested::Pattern(pattern)) => format!("that does not match `{}`", shorten(&pattern.ecma)),
                (true, Tested::AtLeast(_) | Tested::AtMost(_)) => format!("not {right}"),
                (true, _) => format!("other than {right}"),
            });
            parts.push((*negated, check));
        }
        checks.push(Check::Any(parts));
        list(&words, "or")
    }

    pub(super) fn check_pattern(&mut self, shape: &Shape, pattern: &Pattern) {
        if self.embedded {
            let message = "a pattern needs a dependency, and this output has none";
            self.refuse(&shape.place, message, "name a hand-written type with `x-type`");
        } else if let Err(error) = regex::Regex::new(&pattern.rust) {
            let reason = error.to_string();
            let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
            let message = format!("the pattern is none of the `regex` crate: {reason}");
            self.refuse(&shape.place, message, "write the pattern without it");
        }
    }

    pub(super) fn array(&mut self, shape: &Shape, context: &Context) -> Made {
        if shape.values.is_some() || !shape.excluded.is_empty() {
            self.refuse(
                &shape.place,
                "an array that is one of a list is no type of Rust",
                "describe its items with `items`",
            );
        }
        let items = if let Some(items) = &shape.array.items {
            self.inner(items, &context.part("item"))
        } else {
            self.any(&shape.place);
            Type::Any
        };
        let least = shape.array.min_items.filter(|&count| count > 0);
        let most = shape.array.max_items;
        let unique = shape.array.unique && most.is_none_or(|most| most > 1);
        let count = match (least, most) {
            (None, None) if !unique => return Made::Plain(Type::List(Box::new(items))),
            (None, None) => "items".to_owned(),
            (Some(least), Some(most)) => format!("{least} to {most} items"),
            (Some(least), None) => format!("{least} or more items"),
            (None, Some(most)) => format!("{most} items at most"),
        };
        if unique && self.embedded {
            let message = "to find items that are the same takes a hash table, and this output has none";
            self.refuse(&shape.place, message, "leave out `uniqueItems`, and check it by hand");
        }
        let differ = if unique { " that all differ" } else { "" };
        let rule = format!("{} has {count}{differ}", with_article(&noun(&shape.documentation, &context.noun)));
        Made::Item(ItemKind::List(List { items, least, most, unique, rule }))
    }
}

fn scalar(base: Base, checks: Vec<Check>, one: &str, kind: &str, says: Vec<String>) -> Made {
    let mut says = says;
    let starts_alone = says.first().is_some_and(|first| first.starts_with(['`', 'a']) && !first.starts_with("an int"));
    let says = if starts_alone {
        says.join(" ")
    } else {
        says.insert(0, kind.to_owned());
        says.join(" ")
    };
    Made::Item(ItemKind::Scalar(Scalar { base, checks, rule: format!("{one} is {says}") }))
}

fn format_noun(format: Format) -> &'static str {
    match format {
        Format::DateTime => "a date and time of RFC 3339",
        Format::Hostname => "a hostname",
        Format::Ipv4 => "an IPv4 address",
        Format::Ipv6 => "an IPv6 address",
        Format::Uuid => "a UUID",
    }
}

/// The type of an integer, and whether there is one that its bounds fit in.
fn integer(shape: &Shape, mut checks: Vec<Check>, mut says: Vec<String>, one: &str) -> (Made, bool) {
    let rules = &shape.number;
    let (lower, upper) = (rules.minimum.as_ref().map(least), rules.maximum.as_ref().map(most));
    // A list of values bounds them as well.
    let listed: Vec<i128> = checks
        .iter()
        .filter_map(|check| if let Check::OneOf(values) = check { Some(values) } else { None })
        .flatten()
        .filter_map(|literal| if let Literal::Integer(number) = literal { Some(*number) } else { None })
        .collect();
    let lower = lower.or_else(|| listed.iter().min().copied());
    let upper = upper.or_else(|| listed.iter().max().copied());
    let candidates = if lower.is_some_and(|lower| lower >= 0) { Native::UNSIGNED } else { Native::SIGNED };
    let widest = candidates[candidates.len() - 1];
    let fits = |native: &Native| {
        let (smallest, largest) = native.range();
        lower.is_some_and(|lower| smallest <= lower && lower <= largest)
            && upper.is_some_and(|upper| smallest <= upper && upper <= largest)
    };
    let native = candidates.into_iter().find(fits).unwrap_or(widest);
    let (smallest, largest) = native.range();
    let below = lower.filter(|&lower| lower > smallest);
    let above = upper.filter(|&upper| upper < largest);
    if checks.is_empty() && rules.multiples.is_empty() {
        match (below, above) {
            (None, None) => return (Made::Plain(Type::Integer(native)), true),
            (Some(1), None) if smallest == 0 => return (Made::Plain(Type::NonZero(native)), true),
            _ => {}
        }
    }
    match (lower, upper) {
        _ if !says.is_empty() => {}
        (Some(lower), Some(upper)) => says.push(format!("an integer from {lower} to {upper}")),
        (Some(lower), None) => says.push(format!("an integer of {lower} or more")),
        (None, Some(upper)) => says.push(format!("an integer of {upper} or less")),
        (None, None) => {}
    }
    checks.extend(below.map(Check::AtLeast));
    checks.extend(above.map(Check::AtMost));
    for step in &rules.multiples {
        says.push(if says.is_empty() {
            format!("a multiple of {step}")
        } else {
            format!("that is a multiple of {step}")
        });
        checks.push(Check::MultipleOf(*step));
    }
    let says = if says.is_empty() { vec!["an integer".to_owned()] } else { says };
    let rule = format!("{one} is {}", says.join(" "));
    let is_possible = below.is_none_or(|lower| lower <= largest) && above.is_none_or(|upper| upper >= smallest);
    (Made::Item(ItemKind::Scalar(Scalar { base: Base::Integer(native), checks, rule })), is_possible)
}

fn number(shape: &Shape, mut checks: Vec<Check>, mut says: Vec<String>, one: &str) -> Made {
    let rules = &shape.number;
    let bounds =
        [(&rules.minimum, ">", ">=", "more than", "at least"), (&rules.maximum, "<", "<=", "less than", "at most")];
    let mut words = Vec::new();
    for (bound, open, closed, exclusive, inclusive) in bounds {
        let Some(bound) = bound else { continue };
        let (operator, word) = if bound.exclusive { (open, exclusive) } else { (closed, inclusive) };
        words.push(format!("{word} {}", bound.value));
        checks.push(Check::Compare(operator, bound.value.as_f64().unwrap_or_default()));
    }
    if checks.is_empty() {
        return Made::Plain(Type::Finite);
    }
    if !words.is_empty() {
        says.push(list(&words, "and"));
    }
    scalar(Base::Finite, checks, one, "a number", says)
}

fn shown(literal: &Literal) -> String {
    match literal {
        Literal::Boolean(value) => value.to_string(),
        Literal::Integer(number) => number.to_string(),
        Literal::Text(text) => text.clone(),
    }
}
