//! The documents of the collection, with our verdicts.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{Aspect, Judge, Objects};
use crate::{Error, root};

/// A document with our verdict.
#[derive(Debug)]
pub(super) struct Document {
    pub(super) id: u64,
    pub(super) name: String,
    pub(super) root: String,
    pub(super) text: String,
    /// What one has to see to judge it: `value`, or the name of an [`Aspect`](super::Aspect).
    aspect: String,
    /// What we find that rules it out.
    pub(super) errors: Vec<Finding>,
    /// Whether we warn of a member that the contract does not have.
    has_unknown: bool,
}

/// What one has to see of a document that nothing but its value says anything of.
const VALUE: &str = "value";

/// Of the documents that no `--strict` changes, every so manieth is judged by what is exported so.
const SAMPLE: u64 = 10;

/// An error that we find.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) rule: String,
    /// The keyword of the schema that failed; empty where none says it.
    pub(super) schema: String,
    pub(super) message: String,
}

impl Document {
    /// The collection, from the program that knows our verdicts: nothing here may depend on the crates that code is generated
    /// for, since they may not compile before it is.
    pub(super) fn all() -> Result<Vec<Document>, Error> {
        let output = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--package", "vpcheck-tests", "--example", "collection"])
            .current_dir(root())
            .output()
            .map_err(|error| Error(format!("cargo cannot be run: {error}")))?;
        if !output.status.success() {
            return Err(Error(format!("there is no collection:\n{}", String::from_utf8_lossy(&output.stderr))));
        }
        let text = String::from_utf8_lossy(&output.stdout);
        text.lines()
            .map(|line| {
                let line: Value = serde_json::from_str(line)
                    .map_err(|error| Error(format!("a line of the collection is no JSON: {error}")))?;
                Document::read(&line).ok_or_else(|| Error(format!("a line of the collection is not read: {line}")))
            })
            .collect()
    }

    fn read(line: &Value) -> Option<Document> {
        let text = |value: &Value, name: &str| value.get(name)?.as_str().map(str::to_owned);
        let finding = |value: &Value| {
            let schema = text(value, "schema").unwrap_or_default();
            Some(Finding { rule: text(value, "rule")?, schema, message: text(value, "message")? })
        };
        Some(Document {
            id: line.get("id")?.as_u64()?,
            name: text(line, "name")?,
            root: text(line, "root")?,
            text: text(line, "text")?,
            aspect: text(line, "aspect")?,
            errors: line.get("errors")?.as_array()?.iter().map(finding).collect::<Option<_>>()?,
            has_unknown: line.get("unknown")?.as_bool()?,
        })
    }

    /// Whether a judge sees what the verdict depends on. What is exported with `--strict` says more of some documents only.
    pub(super) fn is_for(&self, judge: &Judge) -> bool {
        let is_seen = self.aspect == VALUE || judge.sees.iter().any(|aspect| aspect.name() == self.aspect);
        let is_meant = match judge.objects {
            Objects::Open => true,
            Objects::Closed => self.errors.is_empty() && (self.has_unknown || self.id.is_multiple_of(SAMPLE)),
        };
        is_seen && is_meant
    }

    /// Whether a judge should take it.
    pub(super) fn is_right(&self, judge: &Judge) -> bool {
        self.errors.is_empty() && !(judge.objects == Objects::Closed && self.has_unknown)
    }

    /// Whether the value says all, where it is read digit by digit.
    pub(super) fn is_value(&self) -> bool {
        [VALUE, Aspect::Digits.name()].contains(&self.aspect.as_str())
    }

    /// Whether there is more to see than the value.
    pub(super) fn is_text(&self) -> bool {
        self.aspect != VALUE
    }
}

/// Writes documents as a judge reads them.
pub(super) fn write(documents: &[&Document], path: &Path) -> Result<(), Error> {
    let mut lines = String::new();
    for Document { id, root, text, .. } in documents {
        let _ = writeln!(lines, "{}", json!({"id": id, "root": root, "text": text}));
    }
    fs::write(path, lines).map_err(|error| Error(format!("{} cannot be written: {error}", path.display())))
}
