//! What strings have to be like.

use super::{
    Writer,
    code::Code,
    support::Function::{Characters, EndsDay, Open},
};
use crate::{
    emit::typescript::literal::string,
    export::{
        formats::{HOSTNAME_LENGTH, foreign_characters, name, pattern},
        json::quoted,
        words::with_article,
    },
    model::{Documentation, Format, Shape, StringRules, StringTest, Tested},
};

/// How long a regular expression is that gets a name.
const LONG: usize = 40;

impl Writer<'_> {
    /// A string. `place` is what it is called.
    pub(super) fn string(&mut self, place: &str, shape: &Shape) -> Code {
        let known = &shape.annotations.open;
        let code = if known.is_empty() {
            Code::z("string", Vec::new())
        } else {
            let known = known.iter().map(|text| Code::text(string(text))).collect();
            Code::function(self.support.uses(Open), vec![Code::List(known)])
        };
        let tests = tests(shape);
        let message = Code::text(string(&expected(&shape.documentation, &shape.string)));
        match tests.as_slice() {
            [] => code,
            [one]
                if known.is_empty()
                    && matches!(one.as_slice(), [test] if !test.negated && test.tested == Tested::AtLeast(1)) =>
            {
                code.then("min", vec![Code::text("1"), Code::text("\"expected one character at least\"")])
            }
            [one]
                if known.is_empty()
                    && let [StringTest { negated: false, tested: Tested::Pattern(pattern) }] = one.as_slice() =>
            {
                let regex = self.regex(&format!("{place}Pattern"), &pattern.ecma);
                code.then("regex", vec![regex, message])
            }
            [one] if one.len() > 1 => {
                let conditions = one.iter().map(|test| together(&self.test(place, test))).collect();
                code.then("refine", vec![Code::Test { name: "text", conditions, joint: "||" }, message])
            }
            several => {
                let mut conditions = Vec::new();
                for choice in several {
                    match choice.as_slice() {
                        [one] => conditions.extend(self.test(place, one)),
                        tests => {
                            let tests: Vec<String> =
                                tests.iter().map(|test| together(&self.test(place, test))).collect();
                            conditions.push(format!("({})", tests.join(" || ")));
                        }
                    }
                }
                code.then("refine", vec![Code::Test { name: "text", conditions, joint: "&&" }, message])
            }
        }
    }

    /// Conditions on `text` that have to be true together.
    fn test(&mut self, place: &str, test: &StringTest) -> Vec<String> {
        let not = if test.negated { "!" } else { "" };
        let one = match &test.tested {
            Tested::AtLeast(least) => self.length(*least, if test.negated { "<" } else { ">=" }),
            Tested::AtMost(most) => self.length(*most, if test.negated { ">" } else { "<=" }),
            Tested::Pattern(pattern) => {
                let place = if test.negated { format!("{place}Exclusion") } else { format!("{place}Pattern") };
                let regex = self.regex(&place, &pattern.ecma).into_text();
                format!("{not}{regex}.test(text)")
            }
            Tested::Listed(texts) => match texts.as_slice() {
                [one] => format!("text {}== {}", if test.negated { "!" } else { "=" }, string(one)),
                several => {
                    let several: Vec<String> = several.iter().map(|text| string(text)).collect();
                    format!("{not}[{}].includes(text)", several.join(", "))
                }
            },
            Tested::Format(format) => {
                let regex = self.regex(&format!("{}Pattern", name(*format)), pattern(*format)).into_text();
                let mut conditions = vec![format!("{regex}.test(text)")];
                if *format == Format::Hostname {
                    conditions.push(format!("text.length <= {HOSTNAME_LENGTH}"));
                }
                if *format == Format::DateTime {
                    conditions.push(format!("{}(text)", self.support.uses(EndsDay)));
                }
                if !test.negated {
                    return conditions;
                }
                format!("!{}", together(&conditions))
            }
        };
        vec![one]
    }

    /// A comparison of the length. No text and any text are told apart by `length` as well.
    fn length(&mut self, length: u64, operator: &str) -> String {
        match (length, operator) {
            (1, ">=") => "text.length > 0".to_owned(),
            (1, "<") | (0, "<=") => "text.length === 0".to_owned(),
            _ => format!("{}(text) {operator} {length}", self.support.uses(Characters)),
        }
    }

    /// A regular expression; a long one gets a name.
    pub(super) fn regex(&mut self, place: &str, ecma: &str) -> Code {
        let literal = format!("/{}/u", source(ecma));
        if literal.chars().count() <= LONG {
            return Code::Regex(literal);
        }
        if let Some(name) = self.patterns.get(&literal) {
            return Code::text(name.clone());
        }
        let mut name = crate::pass::pascal(place).unwrap_or_default();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_lowercase();
        }
        let name = self.unique(&name);
        self.text.push('\n');
        self.text.push_str(&Code::Regex(literal.clone()).statement(&format!("const {name} =")));
        self.text.push('\n');
        self.patterns.insert(literal, name.clone());
        Code::text(name)
    }
}

/// Conditions that are true together, as one.
fn together(conditions: &[String]) -> String {
    if conditions.len() == 1 { conditions.concat() } else { format!("({})", conditions.join(" && ")) }
}

/// All that a string has to meet: of each list one test.
fn tests(shape: &Shape) -> Vec<Vec<StringTest>> {
    let rules = &shape.string;
    let holds = |tested: Tested| vec![StringTest { negated: false, tested }];
    let mut tests = Vec::new();
    let spelt = rules.patterns.iter().find_map(|pattern| spelt(&pattern.ecma));
    let is_implied = |length: u64| spelt == Some(Format::Uuid) && length == 36;
    if let Some(least) = rules.min_length.filter(|&least| least > 0 && !is_implied(least)) {
        tests.push(holds(Tested::AtLeast(least)));
    }
    if let Some(most) = rules.max_length.filter(|&most| !is_implied(most)) {
        tests.push(holds(Tested::AtMost(most)));
    }
    if let Some(format) = rules.format {
        // A schema with a hand-written type knows better than we do what the format is.
        let is_hand_written = shape.annotations.scalar.is_some();
        let is_needed = if is_hand_written { format == Format::DateTime } else { spelt != Some(format) };
        if is_needed || format == Format::DateTime {
            tests.push(holds(Tested::Format(format)));
        }
    }
    for pattern in &rules.patterns {
        if rules.format != Some(Format::DateTime)
            || spelt != Some(Format::DateTime)
            || self::spelt(&pattern.ecma).is_none()
        {
            tests.push(holds(Tested::Pattern(pattern.clone())));
        }
    }
    tests.extend(rules.choices.iter().filter(|choice| !is_for_other_languages(rules, choice)).cloned());
    if !shape.excluded.is_empty() {
        let excluded = shape.excluded.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect::<Vec<_>>();
        if !excluded.is_empty() {
            tests.push(vec![StringTest { negated: true, tested: Tested::Listed(excluded) }]);
        }
    }
    tests
}

/// The format that a pattern spells out.
fn spelt(ecma: &str) -> Option<Format> {
    [Format::DateTime, Format::Hostname, Format::Ipv4, Format::Ipv6, Format::Uuid]
        .into_iter()
        .find(|&format| pattern(format) == ecma)
}

/// Whether a test rules out what the patterns do not take anyway, where `$` is only the end of the text.
fn is_for_other_languages(rules: &StringRules, choice: &[StringTest]) -> bool {
    let [StringTest { negated: true, tested: Tested::Pattern(foreign) }] = choice else { return false };
    let is_inside = |ecma: &str| match spelt(ecma) {
        Some(Format::Ipv4) if foreign.ecma == foreign_characters(Format::Ipv6) => true,
        Some(format) => foreign.ecma == foreign_characters(format),
        None => false,
    };
    let all_inside = |other: &Vec<StringTest>| {
        other.iter().all(|test| {
            matches!(test, StringTest { negated: false, tested: Tested::Pattern(pattern) } if is_inside(&pattern.ecma))
        })
    };
    rules.patterns.iter().any(|pattern| is_inside(&pattern.ecma)) || rules.choices.iter().any(all_inside)
}

/// What is right, as a person would say it.
fn expected(documentation: &Documentation, rules: &StringRules) -> String {
    let what = documentation.description.as_deref().map(|text| {
        let text = text.trim_end().trim_end_matches('.');
        let mut letters = text.chars();
        match (letters.next(), letters.next()) {
            (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
                format!("{}{}", first.to_lowercase(), text.get(first.len_utf8()..).unwrap_or_default())
            }
            _ => text.to_owned(),
        }
    });
    match (&documentation.title, what) {
        (Some(title), Some(what)) => format!("expected {}: {what}", with_article(title)),
        (Some(title), None) => format!("expected {}", with_article(title)),
        (None, Some(what)) => format!("expected: {what}"),
        (None, None) => match (rules.format, rules.patterns.as_slice()) {
            (Some(format), _) => format!("expected a text of the format {}", name(format)),
            (None, [pattern, ..]) => format!("expected a match of {}", pattern.ecma),
            (None, []) => match (rules.min_length, rules.max_length) {
                (Some(least), Some(most)) => format!("expected {least} to {most} characters"),
                (Some(least), None) => format!("expected {least} characters at least"),
                (None, Some(most)) => format!("expected {most} characters at most"),
                (None, None) => "expected another text".to_owned(),
            },
        },
    }
}

/// The source of a regular expression between slashes and with the flag `u`, in which all can be seen.
fn source(ecma: &str) -> String {
    let mut text = String::new();
    let mut characters = ecma.chars().peekable();
    let mut is_class = false;
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next() {
                // With the flag `u` only these may be escaped for nothing.
                Some(next) if next.is_ascii_alphanumeric() || r"^$\.*+?()[]{}|/".contains(next) => {
                    text.push('\\');
                    text.push(next);
                    if next == 'u' && characters.peek() == Some(&'{') || matches!(next, 'p' | 'P') {
                        for inner in characters.by_ref() {
                            text.push(inner);
                            if inner == '}' {
                                break;
                            }
                        }
                    }
                }
                Some('-') if is_class => text.push_str("\\-"),
                Some(next) => text.push_str(&visible(next)),
                None => text.push_str("\\\\"),
            },
            '/' => text.push_str("\\/"),
            '[' if !is_class => {
                is_class = true;
                text.push('[');
                if characters.next_if_eq(&'^').is_some() {
                    text.push('^');
                }
            }
            ']' if is_class => {
                is_class = false;
                text.push(']');
            }
            ']' => text.push_str("\\]"),
            '{' if !is_class => {
                let ahead: String = characters.clone().take_while(|&next| next != '}').take(24).collect();
                let closes = characters.clone().nth(ahead.chars().count()) == Some('}');
                let is_count = ahead.starts_with(|first: char| first.is_ascii_digit())
                    && ahead.chars().all(|inner| inner.is_ascii_digit() || inner == ',')
                    && ahead.matches(',').count() < 2;
                if closes && is_count {
                    text.push('{');
                    text.push_str(&ahead);
                    text.push('}');
                    for _ in 0..=ahead.chars().count() {
                        characters.next();
                    }
                } else {
                    text.push_str("\\{");
                }
            }
            '}' if !is_class => text.push_str("\\}"),
            other => text.push_str(&visible(other)),
        }
    }
    if text.is_empty() { "(?:)".to_owned() } else { text }
}

/// A character of a regular expression, by its number where it cannot be seen.
fn visible(character: char) -> String {
    let text = character.to_string();
    let shown = quoted(&text);
    if matches!(character, '"' | '\\') || shown == format!("\"{text}\"") {
        text
    } else {
        format!("\\u{{{:x}}}", u32::from(character))
    }
}
