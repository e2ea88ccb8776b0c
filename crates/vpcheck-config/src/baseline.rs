//! What was there before.

use std::collections::BTreeMap;
use std::collections::HashMap;

use serde::Serialize;
use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Diagnostic, Kind, Node, Number, Source, parse};
use vpcheck_validate::Report;

use crate::read::{Reader, subject};
use crate::suppression::is_unreadable;

/// The version of the form.
const VERSION: i64 = 1;

/// What was there before: how many findings each rule has at each place, by path and JSON Pointer. Lines do not count, so that a finding
/// stays known when something is written above it.
///
/// # Examples
///
/// ```
/// use vpcheck_config::Baseline;
/// use vpcheck_validate::{Diagnostic, Severity, Source, Span};
///
/// let known = Diagnostic::new("blank-name", Severity::Warning, Span::new(9, 11), "…").with_pointer("/name");
/// let mut baseline = Baseline::default();
/// baseline.add("web.json", std::slice::from_ref(&known));
/// let text = baseline.to_json();
///
/// let baseline = Baseline::read(&Source::json("baseline.json", text.as_bytes()))?;
/// let mut found = vec![known.clone(), known];
/// assert_eq!(baseline.hide("web.json", &mut found).findings, 1);
/// assert_eq!(found.len(), 1);
/// # Ok::<(), vpcheck_validate::Report>(())
/// ```
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Baseline {
    counts: BTreeMap<String, BTreeMap<(String, String), u64>>,
}

/// What a baseline did to the findings of a file.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
#[non_exhaustive]
pub struct Hidden {
    /// How many findings were hidden.
    pub findings: usize,
    /// How many findings the baseline has that are not there anymore.
    pub stale: usize,
}

#[derive(Serialize)]
struct Form<'b> {
    version: i64,
    findings: Vec<Entry<'b>>,
}

#[derive(Serialize)]
struct Entry<'b> {
    path: &'b str,
    rule: &'b str,
    pointer: &'b str,
    count: u64,
}

impl Baseline {
    /// Reads a baseline file.
    ///
    /// # Errors
    ///
    /// If the text is no JSON, or is not what [`Baseline::to_json`] writes. The report has everything that is wrong.
    pub fn read(source: &Source<'_>) -> Result<Baseline, Report> {
        let parsed = parse(source);
        let mut reader = Reader { diagnostics: parsed.diagnostics };
        let mut baseline = Baseline::default();
        if let Some(tree) = parsed.documents.first() {
            baseline.fill(tree.root(), &mut reader);
        }
        if reader.diagnostics.is_empty() { Ok(baseline) } else { Err(Report::new(source, reader.diagnostics, 0)) }
    }

    fn fill(&mut self, root: Node<'_>, reader: &mut Reader) {
        if root.kind() != Kind::Object {
            return reader.refuse_kind(root, "an object, as `--write-baseline` writes it");
        }
        let Some(version) = root.get("version") else {
            reader.refuse(root, "there is no `version`, so that this is no baseline");
            return;
        };
        if version.value.as_number().and_then(Number::as_i64) != Some(VERSION) {
            let message = format!("`version` is not {VERSION}, which is the only one that this version reads");
            reader.refuse(version.value, message);
            return;
        }
        let Some(findings) = root.get("findings").map(|member| member.value) else {
            reader.refuse(root, "there are no `findings`");
            return;
        };
        if findings.kind() != Kind::Array {
            return reader.refuse_kind(findings, "an array");
        }
        for entry in findings.elements() {
            let text = |name: &str, reader: &mut Reader| {
                let Some(member) = entry.get(name) else {
                    reader.refuse(entry, format!("there is no `{name}` here"));
                    return None;
                };
                reader.text(member.value).map(str::to_owned)
            };
            let (path, rule, pointer) = (text("path", reader), text("rule", reader), text("pointer", reader));
            let number = entry.get("count").map_or(Some(1), |member| {
                let number = member.value.as_number().and_then(Number::as_i64);
                let count = number.and_then(|number| u64::try_from(number).ok()).filter(|count| *count > 0);
                if count.is_none() {
                    reader.refuse(member.value, format!("{} should be a number from 1", subject(member.value)));
                }
                count
            });
            if let (Some(path), Some(rule), Some(pointer), Some(number)) = (path, rule, pointer, number) {
                let count = self.counts.entry(path).or_default().entry((rule, pointer)).or_default();
                *count = count.saturating_add(number);
            }
        }
    }

    /// Adds what is found in a file. That a text was not read as a whole is left out: the rest of it was not checked.
    pub fn add(&mut self, path: &str, diagnostics: &[Diagnostic]) {
        for diagnostic in diagnostics.iter().filter(|diagnostic| !is_unreadable(diagnostic.rule)) {
            let places = self.counts.entry(path.to_owned()).or_default();
            *places.entry((diagnostic.rule.to_owned(), diagnostic.pointer.clone())).or_default() += 1;
        }
    }

    /// Adds what another baseline knows, such as that of another file.
    pub fn merge(&mut self, other: Baseline) {
        for (path, places) in other.counts {
            let own = self.counts.entry(path).or_default();
            for (place, count) in places {
                let sum = own.entry(place).or_default();
                *sum = sum.saturating_add(count);
            }
        }
    }

    /// Hides what is known of a file. Of several findings of a rule at one place, the first ones in the text are hidden.
    pub fn hide(&self, path: &str, diagnostics: &mut Vec<Diagnostic>) -> Hidden {
        let Some(places) = self.counts.get(path) else { return Hidden::default() };
        let mut left: HashMap<&str, HashMap<&str, u64>> = HashMap::new();
        for ((rule, pointer), count) in places {
            left.entry(rule).or_default().insert(pointer, *count);
        }
        let before = diagnostics.len();
        diagnostics.sort_by(|a, b| (a.span, a.rule, &a.pointer).cmp(&(b.span, b.rule, &b.pointer)));
        diagnostics.retain(|diagnostic| {
            let there = left.get_mut(diagnostic.rule).filter(|_| !is_unreadable(diagnostic.rule));
            match there.and_then(|there| there.get_mut(diagnostic.pointer.as_str())).filter(|count| **count > 0) {
                Some(count) => {
                    *count -= 1;
                    false
                }
                None => true,
            }
        });
        let stale = left.into_values().flat_map(HashMap::into_values).fold(0_u64, u64::saturating_add);
        Hidden { findings: before - diagnostics.len(), stale: usize::try_from(stale).unwrap_or(usize::MAX) }
    }

    /// The files that something is known of, in the order of their names.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.counts.keys().map(String::as_str)
    }

    /// The form that is written to a file: JSON, in which the same findings have the same bytes.
    #[must_use]
    pub fn to_json(&self) -> String {
        let entries = self.counts.iter().flat_map(|(path, places)| {
            places.iter().map(|((rule, pointer), count)| Entry { path, rule, pointer, count: *count })
        });
        let form = Form { version: VERSION, findings: entries.collect() };
        // Strings and numbers only, so that writing them cannot fail.
        let text = serde_json::to_string_pretty(&form).unwrap_or_default();
        let mut out = String::with_capacity(text.len() + 1);
        let mut units = [0; 2];
        for character in text.chars() {
            // Line feeds are those of the form: in a string they are escaped already.
            if character == '\n' || escape(character.encode_utf8(&mut [0; 4])).len() == character.len_utf8() {
                out.push(character);
            } else {
                out.extend(character.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")));
            }
        }
        out.push('\n');
        out
    }
}
