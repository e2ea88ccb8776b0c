//! One line per finding.

use std::fmt::Write as _;

use annotate_snippets::renderer::{AnsiColor, Effects, Reset, Style};
use vpcheck_syntax::Severity;
use vpcheck_syntax::escape::escape;
use vpcheck_validate::Report;

use crate::{Color, Part};

/// `file:line:column: severity[rule] message`.
pub(crate) fn part(report: &Report, color: Color) -> Part {
    let name = escape(report.name());
    // GitHub obeys a line that starts with two colons, and the same file has another name.
    let directory = if name.trim_start().starts_with("::") { "./" } else { "" };
    let mut text = String::new();
    for finding in report.findings() {
        let diagnostic = &finding.diagnostic;
        let (line, column) = (finding.start.line, finding.start.column);
        let severity = diagnostic.severity;
        let head = format!("{}[{}]", severity.name(), diagnostic.rule);
        let head = match color {
            Color::Always => format!("{}{head}{}", style(severity), Reset),
            Color::Never => head,
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{directory}{name}:{line}:{column}: {head} {}", escape(&diagnostic.message));
    }
    Part::text(text)
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        _ => AnsiColor::BrightBlue,
    };
    color.on_default().effects(Effects::BOLD)
}
