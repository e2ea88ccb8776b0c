//! What strings have to be like.

use vpcheck_syntax::Diagnostic;

use super::{condition::Condition, literal::string, re2};
use crate::{
    export::{formats, refuse},
    model::{Format, Pattern, Shape, StringTest, Tested},
};

/// The conditions that a string, which `it` is, has to meet.
///
/// # Errors
///
/// Patterns that Terraform cannot take.
pub(super) fn conditions(shape: &Shape, it: &str) -> Result<Vec<Condition>, Vec<Diagnostic>> {
    let rules = &shape.string;
    if let Some(keyword) = rules.hand_written.first() {
        let message = format!("only the hand-written type of `x-type` knows what this `{keyword}` says");
        let help = "say it by `pattern`, or by `not` with patterns in it";
        return Err(vec![refuse(shape, keyword, message).with_help(help)]);
    }
    let mut all = Vec::new();
    if let Some(length) = rules.min_length.filter(|&least| Some(least) == rules.max_length) {
        all.push(Condition::unsure(format!("{} == {length}", count(it))));
    } else {
        all.extend(rules.min_length.and_then(|least| at_least(least, it)));
        all.extend(rules.max_length.map(|most| at_most(most, it)));
    }
    if let Some(format) = rules.format {
        let is_spelt = rules.patterns.iter().any(|pattern| pattern.ecma == formats::pattern(format));
        all.extend(of_format(format, it).into_iter().skip(usize::from(is_spelt)));
    }
    for pattern in &rules.patterns {
        all.push(Condition::sure(matches(shape, "pattern", pattern, it)?));
    }
    for choice in &rules.choices {
        let mut tests = Vec::new();
        for test in choice {
            tests.push(tested(shape, test, it)?);
        }
        all.push(Condition::any(tests));
    }
    Ok(all)
}

fn tested(shape: &Shape, test: &StringTest, it: &str) -> Result<Condition, Vec<Diagnostic>> {
    let all = match &test.tested {
        Tested::AtLeast(least) => at_least(*least, it).into_iter().collect(),
        Tested::AtMost(most) => vec![at_most(*most, it)],
        Tested::Pattern(pattern) => {
            let keyword = if test.negated { "not" } else { "anyOf" };
            vec![Condition::sure(matches(shape, keyword, pattern, it)?)]
        }
        Tested::Format(format) => of_format(*format, it),
        Tested::Listed(texts) => {
            let texts: Vec<String> = texts.iter().map(|text| string(text)).collect();
            vec![Condition::unsure(format!("contains([{}], {it})", texts.join(", ")))]
        }
    };
    let all = Condition::all(all);
    Ok(if test.negated { all.not() } else { all })
}

/// `length` counts what people see as one character: an emoji of a family is one. JSON Schema counts all that it is made of.
fn count(it: &str) -> String {
    format!("length(split(\"\", {it}))")
}

fn at_least(least: u64, it: &str) -> Option<Condition> {
    let text = match least {
        0 => return None,
        1 => format!("{it} != \"\""),
        _ => format!("{} >= {least}", count(it)),
    };
    Some(Condition::unsure(text))
}

fn at_most(most: u64, it: &str) -> Condition {
    Condition::unsure(format!("{} <= {most}", count(it)))
}

/// Whether a string matches a pattern, which is false where there is none.
pub(super) fn matches(shape: &Shape, keyword: &str, pattern: &Pattern, it: &str) -> Result<String, Vec<Diagnostic>> {
    let pattern = re2::translate(pattern).map_err(|reason| {
        vec![refuse(shape, keyword, reason).with_help("write the pattern without it, or leave it out of this export")]
    })?;
    Ok(matching(&pattern, it))
}

fn matching(pattern: &str, it: &str) -> String {
    format!("can(regex({}, {it}))", string(pattern))
}

/// The pattern of a format, and what a pattern cannot say.
fn of_format(format: Format, it: &str) -> Vec<Condition> {
    let mut all = vec![Condition::sure(matching(formats::pattern(format), it))];
    match format {
        Format::Hostname => all.push(at_most(formats::HOSTNAME_LENGTH, it)),
        // A leap second ends a day of UTC.
        Format::DateTime => all.push(Condition::unsure(format!(
            "alltrue([for t in regexall(\"[Tt](..):(..):60[^+-]*(?:([+-])(..):(..))?$\", {it}) : \
             (t[0] * 60 + t[1] + (t[2] == \"-\" ? 1 : -1) * (coalesce(t[3], \"0\") * 60 + coalesce(t[4], \"0\")) + 1440) % 1440 == 1439])"
        ))),
        Format::Ipv4 | Format::Ipv6 | Format::Uuid => {}
    }
    all
}
