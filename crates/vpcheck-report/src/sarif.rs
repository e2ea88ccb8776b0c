//! A log in the Static Analysis Results Interchange Format, SARIF 2.1.0.

mod results;
mod rules;
mod text;
mod uri;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Serialize;
use vpcheck_syntax::Severity;

pub(crate) use self::results::part;
use self::rules::Descriptor;
use crate::Part;
use crate::json::write;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to. Whoever reads the log knows where that is.
const BASE: &str = "%SRCROOT%";

/// The whole log, with one rule or result per line.
pub(crate) fn assemble(parts: &[&Part]) -> String {
    let fired: BTreeSet<&str> = parts.iter().flat_map(|part| part.rules()).collect();
    let fired: Vec<&str> = fired.into_iter().collect();
    let mut text = format!("{{\"$schema\":\"{SCHEMA}\",\"version\":\"2.1.0\",\"runs\":[{{\"tool\":{{\"driver\":{{");
    // Writing to a string cannot fail, here and below.
    let _ = write!(
        text,
        "\"name\":\"vpcheck\",\"semanticVersion\":{},\"informationUri\":{},\"rules\":[",
        write(&env!("CARGO_PKG_VERSION")),
        write(&env!("CARGO_PKG_REPOSITORY")),
    );
    let rules: Vec<String> = fired.iter().map(|rule| write(&Descriptor::new(rule))).collect();
    push_lines(&mut text, &rules);
    let _ = write!(
        text,
        "]}}}},\"originalUriBaseIds\":{{\"{BASE}\":{{\"description\":{{\"text\":\"the directory that vpcheck was run in\"}}}}}},\
         \"columnKind\":\"unicodeCodePoints\",\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\"],\"results\":["
    );
    let results: Vec<String> = parts.iter().map(|part| numbered(part, &fired)).collect();
    push_lines(&mut text, &results);
    text.push_str("]}]}\n");
    text
}

/// The results of a document with the numbers of their rules.
fn numbered(part: &Part, fired: &[&str]) -> String {
    let mut text = String::new();
    for (piece, rule) in part.pieces() {
        text.push_str(piece);
        if let Some(number) = rule.and_then(|rule| fired.binary_search(&rule).ok()) {
            // Writing to a string cannot fail.
            let _ = write!(text, "{number}");
        }
    }
    text
}

fn push_lines(text: &mut String, lines: &[String]) {
    if !lines.is_empty() {
        text.extend(["\n", &lines.join(",\n"), "\n"]);
    }
}

/// A message or a description.
#[derive(Serialize)]
struct Message {
    text: String,
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        _ => "note",
    }
}
