//! The page of a rule, laid out for a terminal.

mod layout;

use std::fmt::Write as _;

use vpcheck_report::escape;
use vpcheck_validate::{Applied, Rule};

use self::layout::{document, prose};

/// How many columns a page may take. Pages are Markdown, in which a paragraph may be broken anywhere.
const WIDTH: usize = 80;

/// The page of a rule, in Markdown.
pub(crate) fn page(rule: &Rule) -> String {
    let off = if rule.applied == Applied::WhenAsked { ", off by default" } else { "" };
    let mut text = format!("# {} ({}{off})\n\n", rule.id, rule.severity.name());
    for line in prose(rule.page().trim_end(), WIDTH).lines() {
        // The page is below the title.
        let deeper = if line.starts_with('#') { "#" } else { "" };
        text.push_str(deeper);
        text.push_str(line);
        text.push('\n');
    }
    if rule.applied == Applied::WhenAsked {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n## Ask for it\n\n```console\n$ vpcheck check --also {}\n```\n", rule.id);
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
        let shown = escape_lines(&document(example, WIDTH));
        let _ = write!(text, "\n{title}:\n\n```json\n{shown}\n```\n");
    }
}

/// An example, in which lines stay lines.
fn escape_lines(example: &str) -> String {
    example.split('\n').map(escape).collect::<Vec<_>>().join("\n")
}
