//! Workflow commands, which GitHub shows beside the lines of a change.

use std::fmt::{self, Write as _};

use vpcheck_syntax::Severity;
use vpcheck_syntax::escape::escape;
use vpcheck_validate::{Finding, Report};

use crate::Part;

/// `::error file=…,line=…::message`, one line per finding.
pub(crate) fn part(report: &Report) -> Part {
    let mut text = String::new();
    for finding in report.findings() {
        write(&mut text, report.name(), finding);
    }
    Part::text(text)
}

fn write(text: &mut String, name: &str, finding: &Finding) {
    let Finding { diagnostic, start, end, .. } = finding;
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "notice",
    };
    // Writing to a string cannot fail.
    let _ = write!(text, "::{command} file={},line={},endLine={}", Property(&path(name)), start.line, end.line);
    // GitHub takes columns of one line only.
    if start.line == end.line {
        let _ = write!(text, ",col={},endColumn={}", start.column, end.column);
    }
    // The log shows neither file nor line, so that the message says both.
    let message = format!("{}:{}:{}: {}", escape(name), start.line, start.column, escape(&diagnostic.message));
    let _ = write!(text, ",title={}::{}", Property(&format!("vpcheck ({})", diagnostic.rule)), Data(&message));
    if let Some(help) = &diagnostic.help {
        let _ = write!(text, "{}", Data(&format!("\nhelp: {}", escape(help))));
    }
    text.push('\n');
}

/// The name of a file as it is, so that it can be found, but for what is obeyed or hidden. Its lines stay lines: a line feed is
/// written as `%0A`.
fn path(name: &str) -> String {
    let name = name.strip_prefix("./").unwrap_or(name);
    let ends_line = |character: char| matches!(character, '\r' | '\n');
    let lines = name.split_inclusive(ends_line).flat_map(|line| {
        let (text, end) = line.split_at(line.trim_end_matches(ends_line).len());
        [escape(text), end.into()]
    });
    lines.collect()
}

/// The message of a command, escaped as `escapeData` of GitHub's toolkit does it.
struct Data<'t>(&'t str);

/// The value of a property of a command, escaped as `escapeProperty` of GitHub's toolkit does it.
struct Property<'t>(&'t str);

impl fmt::Display for Data<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        percent(formatter, self.0, &['%', '\r', '\n'])
    }
}

impl fmt::Display for Property<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        percent(formatter, self.0, &['%', '\r', '\n', ':', ','])
    }
}

fn percent(formatter: &mut fmt::Formatter<'_>, text: &str, special: &[char]) -> fmt::Result {
    let mut rest = text;
    while let Some(offset) = rest.find(special) {
        let (plain, special) = rest.split_at(offset);
        let mut characters = special.chars();
        let code = characters.next().map_or(0, u32::from);
        write!(formatter, "{plain}%{code:02X}")?;
        rest = characters.as_str();
    }
    formatter.write_str(rest)
}

#[cfg(test)]
mod tests {
    use super::{Data, Property, path};

    #[test]
    fn escapes_as_the_toolkit_does() {
        let table = [
            ("plain", "plain", "plain"),
            ("100%, a:b\r\n", "100%25, a:b%0D%0A", "100%25%2C a%3Ab%0D%0A"),
            ("%0A::error::", "%250A::error::", "%250A%3A%3Aerror%3A%3A"),
            ("ü%", "ü%25", "ü%25"),
        ];
        for (text, data, property) in table {
            assert_eq!(Data(text).to_string(), data);
            assert_eq!(Property(text).to_string(), property);
        }
    }

    #[test]
    fn paths_stay_what_they_are() {
        let table = [
            ("services/web.json", "services/web.json"),
            ("./web.json", "web.json"),
            ("a\nb\u{1b}c\u{202e}.json", "a\nb\\u{1b}c\\u{202e}.json"),
        ];
        for (name, expected) in table {
            assert_eq!(path(name), expected);
        }
    }
}
