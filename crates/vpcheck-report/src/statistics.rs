//! How often each rule found something.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

use serde::Serialize;
use vpcheck_syntax::Severity;
use vpcheck_validate::{Report, Rule, rule};

use crate::json::write;

/// How many findings there are of each rule and severity. `Display` is a table for people.
///
/// ```
/// use vpcheck_report::Statistics;
/// use vpcheck_syntax::{Diagnostic, Severity, Source, Span};
/// use vpcheck_validate::Report;
///
/// let source = Source::json("web.json", br#"{"http_port": 70000}"#.as_slice());
/// let finding = |rule| Diagnostic::new(rule, Severity::Error, Span::new(14, 19), "wrong");
/// let report = Report::new(&source, vec![finding("port-range"), finding("empty-name"), finding("port-range")], 1);
/// let statistics: Statistics = [&report].into_iter().collect();
/// assert_eq!(
///     statistics.to_string(),
///     "2  error[port-range]  A port that TCP does not have.\n1  error[empty-name]  A service name without a character.\n"
/// );
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Statistics {
    counts: BTreeMap<(&'static str, Severity), Count>,
}

#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
struct Count {
    findings: usize,
    fixable: usize,
}

impl Statistics {
    /// Counts the findings of one more document.
    pub fn add(&mut self, report: &Report) {
        for finding in report.findings() {
            let diagnostic = &finding.diagnostic;
            let count = self.counts.entry((diagnostic.rule, diagnostic.severity)).or_default();
            count.findings += 1;
            count.fixable += usize::from(diagnostic.fix.is_some());
        }
    }

    /// The rule, the severity and how many findings there are: the most first, then in the order of the names of the rules.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, Severity, usize)> {
        self.sorted().into_iter().map(|(rule, severity, count)| (rule, severity, count.findings))
    }

    /// One JSON document: `{"version":1,"statistics":[{"rule":…,"severity":…,"count":…,"fixable":…}]}`, with a line for each rule and
    /// severity.
    #[must_use]
    pub fn to_json(&self) -> String {
        let entry = |(rule, severity, count): (&'static str, Severity, Count)| {
            write(&Entry { rule, severity: severity.name(), count: count.findings, fixable: count.fixable })
        };
        let entries: Vec<String> = self.sorted().into_iter().map(entry).collect();
        let lines = if entries.is_empty() { String::new() } else { format!("\n{}\n", entries.join(",\n")) };
        format!("{{\"version\":1,\"statistics\":[{lines}]}}\n")
    }

    fn sorted(&self) -> Vec<(&'static str, Severity, Count)> {
        let mut sorted: Vec<_> =
            self.counts.iter().map(|((rule, severity), count)| (*rule, *severity, *count)).collect();
        // The most severe first of what one rule found.
        sorted.sort_by_key(|(rule, severity, count)| {
            (std::cmp::Reverse(count.findings), *rule, std::cmp::Reverse(*severity))
        });
        sorted
    }
}

#[derive(Serialize)]
struct Entry {
    rule: &'static str,
    severity: &'static str,
    count: usize,
    fixable: usize,
}

impl<'r> FromIterator<&'r Report> for Statistics {
    fn from_iter<I: IntoIterator<Item = &'r Report>>(reports: I) -> Statistics {
        let mut statistics = Statistics::default();
        reports.into_iter().for_each(|report| statistics.add(report));
        statistics
    }
}

impl AddAssign for Statistics {
    fn add_assign(&mut self, other: Statistics) {
        for (rule, count) in other.counts {
            let sum = self.counts.entry(rule).or_default();
            sum.findings += count.findings;
            sum.fixable += count.fixable;
        }
    }
}

impl fmt::Display for Statistics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<_> = self
            .sorted()
            .into_iter()
            .map(|(id, severity, count)| {
                let title = rule(id).map(Rule::title).unwrap_or_default();
                (count.findings.to_string(), format!("{}[{id}]", severity.name()), title)
            })
            .collect();
        let numbers = lines.iter().map(|(number, ..)| number.len()).max().unwrap_or_default();
        let heads = lines.iter().map(|(_, head, _)| head.len()).max().unwrap_or_default();
        for (number, head, title) in lines {
            let line = format!("{number:>numbers$}  {head:<heads$}  {title}");
            writeln!(formatter, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::{Diagnostic, Fix, Safety, Severity, Source, Span};
    use vpcheck_validate::Report;

    use super::Statistics;

    fn statistics(findings: &[(&'static str, Severity)]) -> Statistics {
        let source = Source::json("web.json", b"{}".as_slice());
        let finding = |(rule, severity): &(&'static str, Severity)| {
            Diagnostic::new(rule, *severity, Span::new(0, 1), "")
                .with_fix(Fix { safety: Safety::Safe, edits: Vec::new() })
        };
        [&Report::new(&source, findings.iter().map(finding).collect(), 1)].into_iter().collect()
    }

    #[test]
    fn the_most_come_first() {
        let mut sum = statistics(&[("b", Severity::Error), ("a", Severity::Warning), ("a", Severity::Error)]);
        sum += statistics(&[("c", Severity::Info); 10]);
        let counts: Vec<_> = sum.iter().collect();
        assert_eq!(
            counts,
            [
                ("c", Severity::Info, 10),
                ("a", Severity::Error, 1),
                ("a", Severity::Warning, 1),
                ("b", Severity::Error, 1)
            ]
        );
        assert_eq!(sum.to_string(), "10  info[c]\n 1  error[a]\n 1  warning[a]\n 1  error[b]\n");
        let json = sum.to_json();
        assert!(
            json.starts_with(
                "{\"version\":1,\"statistics\":[\n{\"rule\":\"c\",\"severity\":\"info\",\"count\":10,\"fixable\":10},\n"
            ),
            "{json}"
        );
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok(), "{json}");
    }

    #[test]
    fn nothing_is_nothing() {
        assert_eq!(Statistics::default().to_string(), "");
        assert_eq!(Statistics::default().to_json(), "{\"version\":1,\"statistics\":[]}\n");
    }
}
