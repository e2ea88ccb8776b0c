//! Test results in XML, as the task `junit` of Ant writes them and Jenkins, GitLab and others read them.

use std::fmt::Write as _;

use vpcheck_syntax::escape::escape;
use vpcheck_validate::{Finding, Report};

use crate::Part;
use crate::xml::Text;

/// Attributes that the schema of Ant asks for. The same findings are to give the same bytes, so they say nothing.
const NOTHING: &str = r#"timestamp="1970-01-01T00:00:00" hostname="localhost" time="0""#;

/// The test suite of a document from its second attribute on. The first is its number.
///
/// Each finding is a test that failed; where nothing was found, one test passed.
pub(crate) fn part(report: &Report) -> Part {
    let name = escape(report.name());
    // The schema of Ant wants names that are more than white space.
    let directory = if name.trim().is_empty() { "./" } else { "" };
    let name = Text(&format!("{directory}{name}")).to_string();
    let failures = report.findings().len();
    let tests = failures.max(1);
    // Writing to a string cannot fail, here and below.
    let mut text =
        format!(r#"name="{name}" package="vpcheck" tests="{tests}" failures="{failures}" errors="0" {NOTHING}>"#);
    text.push_str("\n    <properties/>\n");
    for finding in report.findings() {
        test(&mut text, &name, finding);
    }
    if failures == 0 {
        let _ = writeln!(text, r#"    <testcase name="nothing found" classname="{name}" time="0"/>"#);
    }
    text.push_str("    <system-out/>\n    <system-err/>\n  </testsuite>\n");
    Part::text(text)
}

fn test(text: &mut String, name: &str, Finding { diagnostic, start, .. }: &Finding) {
    let (rule, severity) = (diagnostic.rule, diagnostic.severity.name());
    let pointer = match &*diagnostic.pointer {
        "" => String::new(),
        pointer => format!(" ({})", escape(pointer)),
    };
    let message = escape(&diagnostic.message);
    let message = Text(&message);
    let pointer = Text(&pointer);
    let _ = writeln!(text, r#"    <testcase name="{rule}{pointer}" classname="{name}" time="0">"#);
    let _ = write!(text, r#"      <failure type="{severity}" message="{message}">"#);
    let _ = write!(text, "{name}:{}:{}: {severity}[{rule}] {message}", start.line, start.column);
    if let Some(help) = &diagnostic.help {
        let _ = write!(text, "\nhelp: {}", Text(&escape(help)));
    }
    text.push_str("</failure>\n    </testcase>\n");
}

/// The whole file.
pub(crate) fn assemble<'p>(parts: impl Iterator<Item = &'p Part>) -> String {
    let mut text = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n");
    for (number, part) in parts.enumerate() {
        // Writing to a string cannot fail.
        let _ = write!(text, "  <testsuite id=\"{number}\" {}", part.as_str());
    }
    text.push_str("</testsuites>\n");
    text
}
