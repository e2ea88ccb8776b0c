//! The rules of a log.

use serde::Serialize;
use vpcheck_validate::{Applied, Rule};

use super::{Message, level};
use crate::page::{body, rule_url};

/// What a log says about a rule that fired.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Descriptor<'r> {
    id: &'r str,
    /// What a generator of code refuses has no page.
    #[serde(flatten)]
    page: Option<Page>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    short_description: Message,
    full_description: Message,
    help: Help,
    help_uri: String,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    enabled: bool,
    level: &'static str,
}

impl<'r> Descriptor<'r> {
    pub(super) fn new(id: &'r str) -> Descriptor<'r> {
        Descriptor { id, page: vpcheck_validate::rule(id).map(Page::new) }
    }
}

impl Page {
    fn new(rule: &Rule) -> Page {
        let enabled = rule.applied == Applied::ByDefault;
        Page {
            short_description: Message { text: rule.title().to_owned() },
            full_description: Message { text: reason(&rule.page()) },
            help: Help { text: rule.page().trim_end().to_owned(), markdown: body(rule, "##") },
            help_uri: rule_url(rule.id),
            default_configuration: Configuration { enabled, level: level(rule.severity) },
        }
    }
}

/// What a page says before it says how to mend it, as plain text of one line per paragraph.
fn reason(page: &str) -> String {
    let before = page.split("\n# Fix").next().unwrap_or_default();
    let paragraphs =
        before.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty() && !paragraph.starts_with('#'));
    paragraphs.map(|paragraph| paragraph.trim().replace('\n', " ")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use vpcheck_validate::rules;

    use super::reason;

    #[test]
    fn every_rule_has_a_reason() {
        for rule in rules() {
            let reason = reason(&rule.page());
            assert!(reason.starts_with(rule.title()) && reason.contains('\n') && !reason.contains('#'), "{reason}");
        }
    }
}
