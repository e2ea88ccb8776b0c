//! One JSON document, the form that programs rely on.

use std::io;

use serde::ser::{Serialize, SerializeStruct, Serializer};
use serde_json::ser::Formatter;
use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Edit, Fix, Label, LineIndex, Position, Safety, Source, Span};
use vpcheck_validate::{Finding, Report};

use crate::Summary;
use crate::visible::is_visible;

/// Version of the form. A change that is not only an addition gets another one.
const VERSION: u32 = 1;

/// The findings of one document, separated as in the array that they go into.
pub(crate) fn part(report: &Report, source: &Source<'_>) -> String {
    let text = source.bytes();
    let places = Places { text, index: LineIndex::new(text) };
    let lines =
        report.findings().iter().map(|finding| write(&FindingForm { file: report.name(), finding, places: &places }));
    lines.collect::<Vec<_>>().join(",\n")
}

/// The whole document, with one finding per line.
pub(crate) fn assemble<'p>(parts: impl Iterator<Item = &'p str>, summary: &Summary) -> String {
    let mut text = format!("{{\"version\":{VERSION},\"findings\":[");
    for (index, part) in parts.enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(part);
    }
    if !text.ends_with('[') {
        text.push('\n');
    }
    text.push_str("],\"summary\":");
    text.push_str(&write(&SummaryForm(*summary)));
    text.push_str("}\n");
    text
}

/// The places of a document as people count.
struct Places<'s> {
    text: &'s [u8],
    index: LineIndex,
}

impl Places<'_> {
    fn get(&self, offset: u32) -> PositionForm {
        PositionForm(self.index.position(self.text, offset))
    }
}

fn write(value: &impl Serialize) -> String {
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Visible);
    // Writing to memory cannot fail, and none of the values can.
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(_) => String::new(),
    }
}

/// Compact JSON in which a character that must not reach a terminal is written as an escape sequence.
struct Visible;

impl Formatter for Visible {
    fn write_string_fragment<W: ?Sized + io::Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut plain = 0;
        for (offset, character) in fragment.char_indices().filter(|(_, character)| !is_visible(*character)) {
            writer.write_all(fragment.get(plain..offset).unwrap_or_default().as_bytes())?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            plain = offset + character.len_utf8();
        }
        writer.write_all(fragment.get(plain..).unwrap_or_default().as_bytes())
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
        form.serialize_field("schema", &diagnostic.schema.as_deref())?;
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
