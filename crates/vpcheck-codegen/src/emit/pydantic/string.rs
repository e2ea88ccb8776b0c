//! What strings have to be like.

use super::{
    Writer,
    layout::Code,
    literal::{pattern, string},
    support::Support,
};
use crate::{
    export::formats,
    model::{Format, Shape, StringTest, Tested},
};

impl Writer<'_> {
    /// A string with its rules.
    pub(super) fn string(&mut self, shape: &Shape) -> Code {
        let rules = &shape.string;
        let mut constraints = Vec::new();
        let mut checks = Vec::new();
        let mut max_length = rules.max_length;
        let mut patterns: Vec<&str> = rules.patterns.iter().map(|pattern| pattern.rust.as_str()).collect();
        if let Some(format) = rules.format {
            // A schema that spells its format out knows better than we do, such as one with a hand-written type.
            if shape.annotations.scalar.is_none() && !patterns.contains(&formats::pattern(format)) {
                patterns.push(formats::pattern(format));
                max_length = max_length.or((format == Format::Hostname).then_some(formats::HOSTNAME_LENGTH));
            }
        }
        for (name, length) in [("min_length", rules.min_length), ("max_length", max_length)] {
            constraints.extend(length.map(|length| Code::named(name, length.to_string())));
        }
        if let Some((first, others)) = patterns.split_first() {
            constraints.push(Code::named("pattern", pattern(first)));
            checks.extend(others.iter().map(|other| constrained(self, vec![Code::named("pattern", pattern(other))])));
        }
        if rules.format == Some(Format::DateTime) {
            let test = self.support(Support::LeapSecond, "_has_right_second");
            checks.push(self.one_of("Input should be a time of day that there is", vec![Code::word(test)]));
        }
        let mut refused = Vec::new();
        for choice in &rules.choices {
            match choice.as_slice() {
                [StringTest { negated: true, tested: Tested::Pattern(one) }] => {
                    refused.push(Code::word(pattern(&one.rust)));
                }
                tests => {
                    let tests = tests.iter().map(|test| self.test(test)).collect();
                    let message = match &shape.documentation.description {
                        Some(description) => format!("String should be right: {description}"),
                        None => "String should have one of the forms of the schema".to_owned(),
                    };
                    checks.push(self.one_of(&message, tests));
                }
            }
        }
        if !refused.is_empty() {
            let name = self.support(Support::Refuse, "_refuse");
            checks.insert(0, Code::call(name, refused));
        }
        let excluded: Vec<Code> =
            shape.excluded.iter().filter_map(|value| Some(Code::word(string(value.as_str()?)))).collect();
        if !excluded.is_empty() {
            let name = self.support(Support::NoneOf, "_none_of");
            checks.push(Code::call(name, excluded));
        }
        let mut parts = vec![Code::word("str")];
        if !constraints.is_empty() {
            parts.push(constrained(self, constraints));
        }
        parts.extend(checks);
        self.annotated(parts)
    }

    fn one_of(&mut self, message: &str, tests: Vec<Code>) -> Code {
        let name = self.support(Support::OneOf, "_one_of");
        Code::call(name, [vec![Code::word(string(message))], tests].concat())
    }

    fn test(&mut self, test: &StringTest) -> Code {
        let code = match &test.tested {
            Tested::AtLeast(least) => {
                Code::call(self.support(Support::Length, "_is_long"), vec![Code::word(least.to_string())])
            }
            Tested::AtMost(most) => {
                let name = self.support(Support::Length, "_is_long");
                Code::call(name, vec![Code::word("0"), Code::word(most.to_string())])
            }
            Tested::Pattern(one) => self.matches(&one.rust),
            Tested::Listed(texts) => {
                let texts: Vec<Code> = texts.iter().map(|text| Code::word(string(text))).collect();
                Code::call(self.support(Support::Listed, "_is_any_of"), texts)
            }
            Tested::Format(format) => self.is_of(*format),
        };
        if test.negated { Code::call(self.support(Support::Not, "_not"), vec![code]) } else { code }
    }

    fn is_of(&mut self, format: Format) -> Code {
        let spelt = self.matches(formats::pattern(format));
        let more = match format {
            Format::Hostname => {
                let most = Code::word(formats::HOSTNAME_LENGTH.to_string());
                Code::call(self.support(Support::Length, "_is_long"), vec![Code::word("0"), most])
            }
            Format::DateTime => Code::word(self.support(Support::LeapSecond, "_has_right_second")),
            Format::Ipv4 | Format::Ipv6 | Format::Uuid => return spelt,
        };
        Code::call(self.support(Support::AllOf, "_all_of"), vec![spelt, more])
    }

    /// A test by a regular expression.
    pub(super) fn matches(&mut self, rust: &str) -> Code {
        Code::call(self.support(Support::Pattern, "_matches"), vec![Code::word(pattern(rust))])
    }
}

fn constrained(writer: &mut Writer<'_>, constraints: Vec<Code>) -> Code {
    Code::call(writer.import("pydantic", "StringConstraints"), constraints)
}
