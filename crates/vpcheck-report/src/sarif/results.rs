//! The results of a log.

use serde::Serialize;
use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Fix, Label, Safety, Source, Span};
use vpcheck_validate::{Finding, Report};

use super::text::plain;
use super::uri::ArtifactLocation;
use super::{Message, level};
use crate::Part;
use crate::fingerprint::Fingerprints;
use crate::json::write;

/// The findings of one document, separated as in the array that they go into, with gaps for the numbers of their rules.
pub(crate) fn part(report: &Report, source: &Source<'_>) -> Part {
    let document = Document { report, source, artifact: ArtifactLocation::new(report.name()) };
    let mut fingerprints = Fingerprints::default();
    let mut part = Part::default();
    for finding in report.findings() {
        let rule = finding.diagnostic.rule;
        let rest = write(&document.result(finding, fingerprints.next("", &finding.diagnostic)));
        let separator = if part.is_empty() { "" } else { ",\n" };
        part.push(&format!("{separator}{{\"ruleId\":{},\"ruleIndex\":", write(&rule)), rule);
        part.push_str(",");
        part.push_str(rest.strip_prefix('{').unwrap_or(&rest));
    }
    part
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultForm<'r> {
    level: &'static str,
    message: Message,
    locations: [Location<'r>; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location<'r>>,
    partial_fingerprints: PartialFingerprints,
    #[serde(skip_serializing_if = "Option::is_none")]
    fixes: Option<[FixForm<'r>; 1]>,
}

#[derive(Serialize)]
struct PartialFingerprints {
    #[serde(rename = "ruleAndPointer/v1")]
    rule_and_pointer: String,
}

#[expect(clippy::struct_field_names, reason = "they are the names of the specification")]
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location<'r> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: PhysicalLocation<'r>,
    #[serde(skip_serializing_if = "Option::is_none")]
    logical_locations: Option<[LogicalLocation<'r>; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation<'r> {
    artifact_location: &'r ArtifactLocation,
    region: Region,
}

/// Of what is in a JSON document the name is a JSON Pointer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LogicalLocation<'r> {
    fully_qualified_name: &'r str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: u32,
    end_line: u32,
    end_column: u32,
    byte_offset: u32,
    byte_length: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FixForm<'r> {
    description: Message,
    artifact_changes: [ArtifactChange<'r>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange<'r> {
    artifact_location: &'r ArtifactLocation,
    replacements: Vec<Replacement<'r>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement<'r> {
    deleted_region: Region,
    inserted_content: Content<'r>,
}

#[derive(Serialize)]
struct Content<'r> {
    text: &'r str,
}

struct Document<'r> {
    report: &'r Report,
    source: &'r Source<'r>,
    artifact: ArtifactLocation,
}

impl<'r> Document<'r> {
    fn result(&'r self, finding: &'r Finding, fingerprint: String) -> ResultForm<'r> {
        let diagnostic = &finding.diagnostic;
        let mut text = plain(&escape(&diagnostic.message));
        if let Some(help) = &diagnostic.help {
            text.extend(["\nhelp: ", &plain(&escape(help))]);
        }
        let pointer = (!diagnostic.pointer.is_empty()).then_some(&*diagnostic.pointer);
        ResultForm {
            level: level(diagnostic.severity),
            message: Message { text },
            locations: [Location {
                id: None,
                physical_location: self.place(diagnostic.span),
                logical_locations: pointer.map(|pointer| [LogicalLocation { fully_qualified_name: pointer }]),
                message: None,
            }],
            related_locations: (1..).zip(&diagnostic.labels).map(|(id, label)| self.related(id, label)).collect(),
            partial_fingerprints: PartialFingerprints { rule_and_pointer: fingerprint },
            fixes: diagnostic.fix.as_ref().filter(|fix| !fix.edits.is_empty()).map(|fix| [self.fix(fix)]),
        }
    }

    fn related(&'r self, id: usize, label: &Label) -> Location<'r> {
        let message = (!label.message.is_empty()).then(|| Message { text: plain(&escape(&label.message)) });
        Location { id: Some(id), physical_location: self.place(label.span), logical_locations: None, message }
    }

    fn fix(&'r self, fix: &'r Fix) -> FixForm<'r> {
        let text = match fix.safety {
            Safety::Safe => "safe: the meaning stays, or becomes what was certainly meant",
            _ => "unsafe: what was meant is a guess",
        };
        let replacements = fix.edits.iter().map(|edit| Replacement {
            deleted_region: self.region(edit.span),
            inserted_content: Content { text: &edit.text },
        });
        FixForm {
            description: Message { text: text.to_owned() },
            artifact_changes: [ArtifactChange {
                artifact_location: &self.artifact,
                replacements: replacements.collect(),
            }],
        }
    }

    fn place(&'r self, span: Span) -> PhysicalLocation<'r> {
        PhysicalLocation { artifact_location: &self.artifact, region: self.region(span) }
    }

    fn region(&self, span: Span) -> Region {
        let (start, end) = (self.report.position(self.source, span.start), self.report.position(self.source, span.end));
        Region {
            start_line: start.line,
            start_column: start.column,
            end_line: end.line,
            end_column: end.column,
            byte_offset: span.start,
            byte_length: span.end.saturating_sub(span.start),
        }
    }
}
