//! `github` by the rules that GitHub's runner reads workflow commands by.

use std::collections::BTreeMap;

use vpcheck_report::{Format, escape};

use crate::hostile::{Case, cases};

/// A command as the runner reads it.
struct Command {
    name: String,
    properties: BTreeMap<String, String>,
    message: String,
}

/// Reads a line as the runner does: `::name key=value,key=value::message`.
fn read(line: &str) -> Option<Command> {
    let (head, message) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let property = |text: &str| text.split_once('=').map(|(name, value)| (name.to_owned(), unescape_property(value)));
    let properties = properties.split(',').filter_map(property).collect();
    Some(Command { name: name.to_owned(), properties, message: unescape(message) })
}

fn unescape(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
}

fn unescape_property(text: &str) -> String {
    text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
}

/// The name without what a terminal would obey; its lines stay lines.
fn shown(name: &str) -> String {
    let name = name.strip_prefix("./").unwrap_or(name);
    let pieces = name.split_inclusive(['\r', '\n']).map(|piece| {
        let line = piece.trim_end_matches(['\r', '\n']);
        escape(line).into_owned() + piece.strip_prefix(line).unwrap_or_default()
    });
    pieces.collect()
}

#[test]
fn the_runner_reads_what_was_meant() {
    for (text, case) in cases() {
        let output = case.render(Format::Github);
        let commands: Vec<Command> = output.lines().filter_map(read).collect();
        assert_eq!(commands.len(), case.report.findings().len(), "{text:?}: {output}");
        for (command, finding) in commands.iter().zip(case.report.findings()) {
            let diagnostic = &finding.diagnostic;
            let name = match diagnostic.severity.name() {
                "info" => "notice",
                other => other,
            };
            assert_eq!(command.name, name);
            let (start, end) = (finding.start, finding.end);
            let mut expected = vec![
                ("file", shown(&case.name)),
                ("line", start.line.to_string()),
                ("endLine", end.line.to_string()),
                ("title", format!("vpcheck ({})", diagnostic.rule)),
            ];
            if start.line == end.line {
                expected.extend([("col", start.column.to_string()), ("endColumn", end.column.to_string())]);
            }
            let expected = expected.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
            assert_eq!(command.properties, expected, "{text:?}");
            let place = format!("{}:{}:{}: ", escape(&case.name), start.line, start.column);
            let help = diagnostic.help.as_deref().map(|help| format!("\nhelp: {}", escape(help))).unwrap_or_default();
            assert_eq!(command.message, format!("{place}{}{help}", escape(&diagnostic.message)), "{text:?}");
        }
    }
}

#[test]
fn a_path_is_found_as_it_is() {
    for name in ["services/web app.json", "a,b=c:d%20.json", "ü/日本.json"] {
        let output = Case::named(name.to_owned(), "x").render(Format::Github);
        let command = output.lines().find_map(read).expect("there is a command");
        assert_eq!(command.properties["file"], name);
    }
}
