//! One JSON document, the form that programs rely on.

mod write;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Edit, Fix, Label, Position, Safety, Source, Span};
use vpcheck_validate::{Finding, Report};

pub(crate) use self::write::write;
use crate::{Part, Summary};

/// Version of the form. A change that is not only an addition gets another one.
const VERSION: u32 = 1;

/// The findings of one document, one per line, with something between two of them.
pub(crate) fn part(report: &Report, source: &Source<'_>, separator: &str) -> Part {
    let places = Places { report, source };
    let lines =
        report.findings().iter().map(|finding| write(&FindingForm { file: report.name(), finding, places: &places }));
    Part::text(lines.collect::<Vec<_>>().join(separator))
}

/// The whole document, with one finding per line.
pub(crate) fn assemble<'p>(parts: impl Iterator<Item = &'p Part>, summary: &Summary) -> String {
    let mut text = format!("{{\"version\":{VERSION},\"findings\":[");
    write_items(&mut text, parts);
    text.push_str("],\"summary\":");
    text.push_str(&write(&SummaryForm(*summary)));
    text.push_str("}\n");
    text
}

/// The parts as the items of an array whose bracket was just opened, each on lines of its own.
pub(crate) fn write_items<'p>(text: &mut String, parts: impl Iterator<Item = &'p Part>) {
    let before = text.len();
    for part in parts {
        text.push_str(if text.len() == before { "\n" } else { ",\n" });
        text.push_str(part.as_str());
    }
    if text.len() > before {
        text.push('\n');
    }
}

/// The places of a document as people count.
struct Places<'r> {
    report: &'r Report,
    source: &'r Source<'r>,
}

impl Places<'_> {
    fn get(&self, offset: u32) -> PositionForm {
        PositionForm(self.report.position(self.source, offset))
    }
}

struct FindingForm<'r> {
    file: &'r str,
    finding: &'r Finding,
    places: &'r Places<'r>,
}

impl Serialize for FindingForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let diagnostic = &self.finding.diagnostic;
        let places = self.places;
        let labels: Vec<_> = diagnostic.labels.iter().map(|label| LabelForm { label, places }).collect();
        // Sentences are for people and escaped as in every format; the rest is for programs and stays what it is.
        let help = diagnostic.help.as_deref().map(escape);
        let mut form = serializer.serialize_struct("Finding", 12)?;
        form.serialize_field("file", self.file)?;
        form.serialize_field("rule", diagnostic.rule)?;
        form.serialize_field("severity", diagnostic.severity.name())?;
        form.serialize_field("message", &*escape(&diagnostic.message))?;
        form.serialize_field("pointer", &diagnostic.pointer)?;
        form.serialize_field("span", &SpanForm(diagnostic.span))?;
        form.serialize_field("start", &PositionForm(self.finding.start))?;
        form.serialize_field("end", &PositionForm(self.finding.end))?;
        form.serialize_field("schema", &diagnostic.schema.as_ref().map(ToString::to_string))?;
        form.serialize_field("help", &help.as_deref())?;
        form.serialize_field("labels", &labels)?;
        form.serialize_field("fix", &diagnostic.fix.as_ref().map(|fix| FixForm { fix, places }))?;
        form.end()
    }
}

struct LabelForm<'r> {
    label: &'r Label,
    places: &'r Places<'r>,
}

impl Serialize for LabelForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Label", 4)?;
        form.serialize_field("message", &*escape(&self.label.message))?;
        form.serialize_field("span", &SpanForm(self.label.span))?;
        form.serialize_field("start", &self.places.get(self.label.span.start))?;
        form.serialize_field("end", &self.places.get(self.label.span.end))?;
        form.end()
    }
}

struct FixForm<'r> {
    fix: &'r Fix,
    places: &'r Places<'r>,
}

impl Serialize for FixForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let edits: Vec<_> = self.fix.edits.iter().map(|edit| EditForm { edit, places: self.places }).collect();
        let safety = match self.fix.safety {
            Safety::Safe => "safe",
            _ => "unsafe",
        };
        let mut form = serializer.serialize_struct("Fix", 2)?;
        form.serialize_field("safety", safety)?;
        form.serialize_field("edits", &edits)?;
        form.end()
    }
}

struct EditForm<'r> {
    edit: &'r Edit,
    places: &'r Places<'r>,
}

impl Serialize for EditForm<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Edit", 4)?;
        form.serialize_field("span", &SpanForm(self.edit.span))?;
        form.serialize_field("start", &self.places.get(self.edit.span.start))?;
        form.serialize_field("end", &self.places.get(self.edit.span.end))?;
        form.serialize_field("text", &self.edit.text)?;
        form.end()
    }
}

struct SpanForm(Span);

impl Serialize for SpanForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Span", 2)?;
        form.serialize_field("start", &self.0.start)?;
        form.serialize_field("end", &self.0.end)?;
        form.end()
    }
}

struct PositionForm(Position);

impl Serialize for PositionForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Position", 2)?;
        form.serialize_field("line", &self.0.line)?;
        form.serialize_field("column", &self.0.column)?;
        form.end()
    }
}

struct SummaryForm(Summary);

impl Serialize for SummaryForm {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut form = serializer.serialize_struct("Summary", 4)?;
        form.serialize_field("files", &self.0.files)?;
        form.serialize_field("services", &self.0.services)?;
        form.serialize_field("errors", &self.0.errors)?;
        form.serialize_field("warnings", &self.0.warnings)?;
        form.end()
    }
}
