//! The page of a rule in the manual.

mod layout;

use std::fmt::Write as _;

use vpcheck_syntax::escape::escape;
use vpcheck_validate::{Applied, Rule};

use self::layout::{document, prose};

/// How many columns a page may take. Pages are Markdown, in which a paragraph may be broken anywhere.
const WIDTH: usize = 80;

/// Where the pages of all rules are on the web.
pub const RULES_URL: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/main/docs/rules.md");

/// Where the page of a rule is on the web.
///
/// ```
/// let url = vpcheck_report::rule_url("port-range");
/// assert!(url.starts_with(vpcheck_report::RULES_URL) && url.ends_with("#port-range"));
/// ```
#[must_use]
pub fn rule_url(id: &str) -> String {
    format!("{RULES_URL}#{id}")
}

/// The page of a rule in Markdown, in 80 columns: what is wrong, why, how to mend it, and examples.
///
/// ```
/// let rule = vpcheck_validate::rule("port-range").expect("the rule is there");
/// assert!(vpcheck_report::page(rule).starts_with("# port-range (error)\n\nA port that TCP does not have.\n"));
/// ```
#[must_use]
pub fn page(rule: &Rule) -> String {
    let off = if rule.applied == Applied::WhenAsked { ", off by default" } else { "" };
    format!("# {} ({}{off})\n\n{}", rule.id, rule.severity.name(), body(rule, "##"))
}

/// The page of a rule without its title. Its headings start with `heading`.
pub(crate) fn body(rule: &Rule, heading: &str) -> String {
    let mut text = String::new();
    let mut is_fenced = false;
    for line in prose(rule.page().trim_end(), WIDTH).lines() {
        is_fenced ^= line.starts_with("```");
        // The page is below a title.
        match line.strip_prefix('#').filter(|_| !is_fenced) {
            Some(title) => text.extend([heading, title, "\n"]),
            None => text.extend([line, "\n"]),
        }
    }
    if rule.applied == Applied::WhenAsked {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n{heading} Ask for it\n\n```console\n$ vpcheck check --also {}\n```\n", rule.id);
    }
    examples(&mut text, rule, heading);
    text
}

fn examples(text: &mut String, rule: &Rule, heading: &str) {
    let good = rule.good.iter().map(|example| (*example, "Fine".to_owned()));
    let bad = rule.bad.iter().map(|example| match example.pointer {
        "" => (example.text, "Found, at the document itself".to_owned()),
        pointer => (example.text, format!("Found, at `{pointer}`")),
    });
    let examples: Vec<_> = good.chain(bad).collect();
    if examples.is_empty() {
        return;
    }
    // Writing to a string cannot fail.
    let _ = write!(text, "\n{heading} Examples\n");
    if examples.iter().any(|(example, _)| rule.completed(example) != *example) {
        text.push_str("\nThey show only the members that the rule is about.\n");
    }
    for (example, title) in examples {
        let shown = escape_lines(&document(example, WIDTH));
        let syntax = rule.example_name().rsplit('.').next().unwrap_or_default();
        let _ = write!(text, "\n{title}:\n\n```{syntax}\n{shown}\n```\n");
    }
}

/// An example, in which lines stay lines.
fn escape_lines(example: &str) -> String {
    example.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}
