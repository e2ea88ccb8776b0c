//! The pages of all rules in one document.

use std::fmt::Write as _;

use vpcheck_syntax::Severity;
use vpcheck_validate::{Applied, Rule, rules};

use crate::page::body;

const HEAD: &str = "\
<!-- Written by `cargo xtask docs` from the rules. Do not edit. -->

# Rules

Every finding names its rule, and `vpcheck explain RULE` prints the page of one. What the API, its schema or its documentation rules out
is an error; what was hardly meant is a warning; what is often meant is found only when it is asked for, with `--also RULE`.
";

/// The rule reference in Markdown: a table of the rules for each severity, and then the page of each, in the order of their names.
///
/// The page of a rule is below a heading that is its id, which is where [`rule_url`](crate::rule_url) leads.
#[must_use]
pub fn reference() -> String {
    let mut rules: Vec<&Rule> = rules().to_vec();
    rules.sort_by_key(|rule| rule.id);
    let mut text = HEAD.to_owned();
    for (severity, title) in
        [(Severity::Error, "Errors"), (Severity::Warning, "Warnings"), (Severity::Info, "Information")]
    {
        let of_severity: Vec<&Rule> = rules.iter().copied().filter(|rule| rule.severity == severity).collect();
        if of_severity.is_empty() {
            continue;
        }
        // Writing to a string cannot fail, here and below.
        let _ = write!(text, "\n## {title}\n\n| rule | what it finds |\n| --- | --- |\n");
        for rule in of_severity {
            let _ = writeln!(text, "| [`{0}`](#{0}) | {1}{2} |", rule.id, cell(rule.title()), off(rule));
        }
    }
    for rule in rules {
        let _ = write!(text, "\n## {}\n\n**{}**{}\n\n{}", rule.id, rule.severity.name(), off(rule), body(rule, "###"));
    }
    text
}

fn off(rule: &Rule) -> &'static str {
    match rule.applied {
        Applied::WhenAsked => " (off by default)",
        _ => "",
    }
}

/// Text in a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use vpcheck_validate::rules;

    use super::reference;

    #[test]
    fn every_rule_is_in_the_table_and_has_a_page() {
        let reference = reference();
        let headings: Vec<&str> = reference.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let different: BTreeSet<&str> = headings.iter().copied().collect();
        assert_eq!(headings.len(), different.len(), "a heading is there twice");
        for rule in rules() {
            assert!(different.contains(rule.id), "{}", rule.id);
            assert!(reference.contains(&format!("| [`{0}`](#{0}) | {1}", rule.id, rule.title().replace('|', "\\|"))));
        }
    }

    #[test]
    fn no_other_heading_takes_the_anchor_of_a_rule() {
        let reference = reference();
        let anchor = |line: &str| line.trim_start_matches(['#', ' ']).to_lowercase().replace(' ', "-");
        let anchors: Vec<String> = reference.lines().filter(|line| line.starts_with('#')).map(anchor).collect();
        for rule in rules() {
            assert_eq!(anchors.iter().filter(|anchor| *anchor == rule.id).count(), 1, "{}", rule.id);
        }
    }
}
