//! Comments that hide findings.

mod directive;
mod target;

use std::collections::HashMap;

use vpcheck_syntax::{Diagnostic, Severity, Source, Span, limits};
use vpcheck_validate::Rule;

use self::directive::{Form, Problem, directives};
use self::target::{Target, Targets};
use crate::rule_ids::{EXPIRED, UNKNOWN, UNUSED, WITHOUT_REASON};
use crate::value::Date;

/// Rules whose findings say that a text was not read as a whole.
const UNREADABLE: [&str; 11] = [
    "alias-limit",
    "depth-limit",
    "invalid-utf8",
    "json-syntax",
    "node-limit",
    "shell-syntax",
    "size-limit",
    "terraform-syntax",
    "toml-syntax",
    "too-many-findings",
    "yaml-syntax",
];

/// Rules whose findings depend on which other files are checked as well.
const ACROSS_FILES: [&str; 4] = ["name-twice", "same-origin-twice", "too-many-services", "unknown-service-id"];

/// Whether findings of the rule say that a text was not read as a whole.
pub(crate) fn is_unreadable(rule: &str) -> bool {
    UNREADABLE.contains(&rule)
}

/// Why the findings of a rule cannot be hidden; nothing where they can.
pub(crate) fn cannot_be_hidden(rule: &str) -> Option<&'static str> {
    if is_unreadable(rule) {
        Some("what was not read is not checked")
    } else if [EXPIRED, UNKNOWN, UNUSED, WITHOUT_REASON].contains(&rule) {
        Some("findings about suppressions are switched off in `rules` of the configuration")
    } else {
        None
    }
}

/// Whether findings of the rule may depend on other files, so that there are none where those are not checked.
pub(crate) fn may_be_found_elsewhere(rule: &str) -> bool {
    ACROSS_FILES.contains(&rule)
}

/// What the comments of a text hide.
///
/// `vpcheck: ignore[rule, rule] reason` is for a line: for that of code before or behind it, or else for the next line that is not a comment.
/// What counts is the line on which a finding starts. `vpcheck: ignore-file[rule] reason` is for the whole text. With `until=2027-01-31` before
/// the reason it hides nothing after that day. In Markdown, a comment before a block of code is for the block.
#[derive(Debug, Default)]
pub struct Suppressions {
    all: Vec<Suppression>,
    /// By rule, those for the whole text.
    for_file: HashMap<&'static str, usize>,
    /// By the start of the range and the rule, those for a part of the text.
    for_range: HashMap<(u32, &'static str), usize>,
    /// The lines in the order of the text.
    lines: Vec<Span>,
    /// The blocks of Markdown in the order of the text.
    blocks: Vec<Span>,
    /// What is wrong with the comments.
    problems: Vec<Diagnostic>,
}

/// A rule that a comment hides.
#[derive(Debug)]
struct Suppression {
    rule: &'static Rule,
    span: Span,
    until: Option<(Date, Span)>,
    is_used: bool,
}

impl Suppressions {
    /// Reads the comments of a text, which are those that were found in it.
    #[must_use]
    pub fn read(source: &Source<'_>, comments: &[Span]) -> Suppressions {
        let mut suppressions = Suppressions::default();
        let mut targets = None;
        for (index, comment) in comments.iter().enumerate() {
            for directive in directives(source.bytes(), *comment, suppressions.problems.len()) {
                suppressions.problems.extend(directive.problems.into_iter().map(Problem::into_diagnostic));
                if suppressions.problems.len() > limits::DIAGNOSTICS {
                    return suppressions;
                }
                let range = match directive.form {
                    Form::File => None,
                    Form::Line => {
                        let targets = targets.get_or_insert_with(|| Targets::new(source, comments));
                        // Without a line behind it, the comment hides nothing.
                        Some(targets.of(index).unwrap_or(Target::Line(Span::default())))
                    }
                };
                for (rule, span) in directive.rules {
                    suppressions.add(range, Suppression { rule, span, until: directive.until, is_used: false });
                }
            }
        }
        for ranges in [&mut suppressions.lines, &mut suppressions.blocks] {
            ranges.sort_unstable();
            ranges.dedup();
        }
        suppressions
    }

    fn add(&mut self, target: Option<Target>, suppression: Suppression) {
        let index = self.all.len();
        let place = match target {
            None => self.for_file.entry(suppression.rule.id).or_insert(index),
            Some(Target::Line(range)) => {
                self.lines.push(range);
                self.for_range.entry((range.start, suppression.rule.id)).or_insert(index)
            }
            Some(Target::Block(range)) => {
                self.blocks.push(range);
                // No line with its start is one that a comment is for.
                self.for_range.entry((range.start, suppression.rule.id)).or_insert(index)
            }
        };
        // Of two for the same, the one that lasts longer counts.
        let lasts = |until: Option<(Date, Span)>| (until.is_none(), until.map(|(date, _)| date));
        if self.all.get(*place).is_some_and(|other| lasts(other.until) < lasts(suppression.until)) {
            *place = index;
        }
        self.all.push(suppression);
    }

    /// Removes what is hidden.
    pub(crate) fn hide(&mut self, diagnostics: &mut Vec<Diagnostic>, today: &str) {
        if self.all.is_empty() {
            return;
        }
        diagnostics.retain(|diagnostic| cannot_be_hidden(diagnostic.rule).is_some() || !self.hides(diagnostic, today));
    }

    fn hides(&mut self, diagnostic: &Diagnostic, today: &str) -> bool {
        let start = diagnostic.span.start;
        let within = |ranges: &[Span]| {
            let after = ranges.partition_point(|range| range.start <= start);
            let range = after.checked_sub(1).and_then(|before| ranges.get(before)).filter(|range| start < range.end)?;
            self.for_range.get(&(range.start, diagnostic.rule)).copied()
        };
        let for_file = self.for_file.get(diagnostic.rule).copied();
        for index in [within(&self.lines), within(&self.blocks), for_file].into_iter().flatten() {
            if let Some(suppression) = self.all.get_mut(index)
                && suppression.until.is_none_or(|(date, _)| !date.is_before(today))
            {
                suppression.is_used = true;
                return true;
            }
        }
        false
    }

    /// What is wrong with the comments, when what they hide is hidden. `diagnostics` is what is left.
    pub(crate) fn findings(
        self,
        diagnostics: &[Diagnostic],
        today: &str,
        is_told_when_unused: impl Fn(&'static Rule) -> bool,
    ) -> Vec<Diagnostic> {
        let mut found = self.problems;
        // What could not be read may have had what is to be hidden.
        let is_partial = diagnostics.iter().any(|diagnostic| is_unreadable(diagnostic.rule));
        let mut last_over = None;
        for Suppression { rule, span, until, is_used } in self.all {
            if let Some((date, span)) = until.filter(|(date, _)| date.is_before(today)) {
                // A comment that names several rules has one date.
                if last_over.replace(span) != Some(span) {
                    let message = format!("this was to hide findings until {date}, and hides none now");
                    found.push(Diagnostic::new(EXPIRED, Severity::Warning, span, message));
                }
            } else if !is_used && !is_partial && is_told_when_unused(rule) {
                let message = format!("there is no finding of `{}` to hide here", rule.id);
                found.push(Diagnostic::new(UNUSED, Severity::Warning, span, message));
            }
        }
        found
    }
}
