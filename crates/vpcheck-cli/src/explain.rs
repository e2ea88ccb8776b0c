//! `vpcheck explain`: the pages of the rules.

use std::fmt::Write as _;

use vpcheck_report::escape;
use vpcheck_validate::{Rule, rule, rules};

use crate::arguments::ExplainArguments;
use crate::exit::{Exit, Failure};
use crate::output::Destination;

/// How alike two names have to be for one to be a likely slip of the other, from 0 to 1.
const ALIKE: f64 = 0.6;

pub(crate) fn run(arguments: &ExplainArguments) -> Exit {
    let text = arguments.rule.as_deref().map_or_else(|| Ok(all()), |id| rule(id).map(page).ok_or_else(|| unknown(id)));
    match text.and_then(|text| Destination::Stdout.write(&text)) {
        Ok(()) => Exit::Clean,
        Err(failure) => {
            failure.print();
            Exit::Failed
        }
    }
}

fn all() -> String {
    let mut rules: Vec<&Rule> = rules().to_vec();
    rules.sort_by_key(|rule| rule.id);
    rules.into_iter().map(page).collect::<Vec<_>>().join("\n")
}

/// The page of a rule, in Markdown.
fn page(rule: &Rule) -> String {
    let mut text = format!("# {} ({})\n\n", rule.id, rule.severity.name());
    for line in rule.page().trim_end().lines() {
        // The page is below the title.
        let deeper = if line.starts_with('#') { "#" } else { "" };
        text.push_str(deeper);
        text.push_str(line);
        text.push('\n');
    }
    examples(&mut text, rule);
    text
}

fn examples(text: &mut String, rule: &Rule) {
    let good = rule.good.iter().map(|example| (*example, "Fine".to_owned()));
    let bad = rule.bad.iter().map(|example| match example.pointer {
        "" => (example.text, "Found, at the document itself".to_owned()),
        pointer => (example.text, format!("Found, at `{pointer}`")),
    });
    let examples: Vec<_> = good.chain(bad).collect();
    if examples.is_empty() {
        return;
    }
    text.push_str("\n## Examples\n");
    if examples.iter().any(|(example, _)| rule.completed(example) != *example) {
        text.push_str("\nThey show only the members that the rule is about.\n");
    }
    for (example, title) in examples {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{title}:\n\n```json\n{}\n```\n", escape_lines(example));
    }
}

fn unknown(id: &str) -> Failure {
    let likeness = |rule: &&Rule| strsim::jaro_winkler(rule.id, &id.to_lowercase().replace('_', "-"));
    let nearest = rules().iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let failure = Failure::new(format!("there is no rule `{id}`"));
    match nearest.filter(|rule| likeness(rule) > ALIKE) {
        Some(rule) => failure.with_help(format!("did you mean `{}`?", rule.id)),
        None => failure.with_help("`vpcheck explain --all` prints all of them"),
    }
}

/// An example, in which lines stay lines.
fn escape_lines(example: &str) -> String {
    example.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}
