//! What became of every keyword of a schema.

use std::collections::HashMap;

use vpcheck_syntax::{Span, pointer};

/// Every occurrence of a keyword in a schema, with what became of it.
///
/// An occurrence that is not in here was lost, and losing one is a bug of the front end: its tests walk schemas and compare.
/// What stands below a refused keyword is not read, and has no entries.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    paths: Paths,
    records: Vec<Record>,
    by_path: HashMap<PathId, usize>,
}

/// One occurrence of a keyword.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Entry {
    /// JSON Pointer of the keyword in the schema, such as `/$defs/Port/maximum`.
    pub pointer: String,
    /// The bytes of the keyword, with its quotes.
    pub span: Span,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a keyword.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Outcome {
    /// It decides which type a value has in the model.
    Typed,
    /// It is a check beside the type, or one that a hand-written type makes.
    Checked,
    /// It says something for people or for tools, and rules nothing out.
    Annotation,
    /// It cannot be kept, and a diagnostic says so.
    Refused,
}

impl Ledger {
    /// All occurrences, in the order of the text.
    pub fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        self.records.iter().map(|record| Entry {
            pointer: self.paths.pointer(record.path),
            span: record.span,
            outcome: record.outcome,
        })
    }

    /// How many occurrences there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// How many occurrences ended as `outcome`.
    #[must_use]
    pub fn count(&self, outcome: Outcome) -> usize {
        self.records.iter().filter(|record| record.outcome == outcome).count()
    }

    pub(crate) fn paths(&self) -> &Paths {
        &self.paths
    }

    pub(crate) fn paths_mut(&mut self) -> &mut Paths {
        &mut self.paths
    }

    /// Notes an occurrence.
    pub(crate) fn record(&mut self, path: PathId, span: Span, outcome: Outcome) {
        self.by_path.insert(path, self.records.len());
        self.records.push(Record { path, span, outcome });
    }

    /// Notes that an occurrence is refused after all.
    pub(crate) fn set_refused(&mut self, path: PathId) {
        if let Some(record) = self.by_path.get(&path).and_then(|&index| self.records.get_mut(index)) {
            record.outcome = Outcome::Refused;
        }
    }

    /// Puts the entries in the order of the text. Nothing may be refused afterwards.
    pub(crate) fn sort(&mut self) {
        self.records.sort_by_key(|record| record.span.start);
        self.by_path.clear();
    }

    /// The bytes of the keyword at `path`.
    pub(crate) fn span(&self, path: PathId) -> Option<Span> {
        let index = *self.by_path.get(&path)?;
        self.records.get(index).map(|record| record.span)
    }
}

/// An [`Entry`] whose pointer is not spelt out.
#[derive(Clone, Copy, Debug)]
struct Record {
    path: PathId,
    span: Span,
    outcome: Outcome,
}

/// Index of a path in [`Paths`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(crate) struct PathId(u32);

impl PathId {
    pub(crate) const ROOT: PathId = PathId(0);
}

/// JSON Pointers that share their beginnings: spelt out, those of a hostile schema could be far longer than the schema.
#[derive(Clone, Debug)]
pub(crate) struct Paths {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
struct Step {
    parent: PathId,
    token: Box<str>,
    /// Bytes of the whole pointer, without escapes.
    length: u32,
}

impl Default for Paths {
    fn default() -> Paths {
        Paths { steps: vec![Step { parent: PathId::ROOT, token: Box::default(), length: 0 }] }
    }
}

impl Paths {
    /// The path one step below `parent`.
    pub(crate) fn child(&mut self, parent: PathId, token: &str) -> PathId {
        let length = u32::try_from(token.len()).unwrap_or(u32::MAX).saturating_add(1);
        let id = PathId(u32::try_from(self.steps.len()).unwrap_or(u32::MAX));
        self.steps.push(Step { parent, token: token.into(), length: self.length(parent).saturating_add(length) });
        id
    }

    /// The last token.
    pub(crate) fn token(&self, id: PathId) -> &str {
        self.steps.get(id.0 as usize).map_or("", |step| &step.token)
    }

    /// The path without its last token.
    pub(crate) fn parent(&self, id: PathId) -> PathId {
        self.steps.get(id.0 as usize).map_or(PathId::ROOT, |step| step.parent)
    }

    /// How long the pointer is, about.
    pub(crate) fn length(&self, id: PathId) -> u32 {
        self.steps.get(id.0 as usize).map_or(0, |step| step.length)
    }

    /// The pointer, spelt out.
    pub(crate) fn pointer(&self, id: PathId) -> String {
        let mut tokens = Vec::new();
        let mut next = id;
        while next != PathId::ROOT {
            tokens.push(self.token(next));
            next = self.parent(next);
        }
        let mut text = String::with_capacity(self.length(id) as usize);
        for token in tokens.into_iter().rev() {
            pointer::push(&mut text, token);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pointers_are_spelt_out_with_escapes() {
        let mut paths = Paths::default();
        let defs = paths.child(PathId::ROOT, "$defs");
        let name = paths.child(defs, "a/b~c");
        assert_eq!(paths.pointer(name), "/$defs/a~1b~0c");
        assert_eq!(paths.pointer(PathId::ROOT), "");
        assert_eq!(paths.parent(name), defs);
    }

    #[test]
    fn a_keyword_can_be_refused_after_it_was_recorded() {
        let mut ledger = Ledger::default();
        let path = ledger.paths_mut().child(PathId::ROOT, "oneOf");
        ledger.record(path, Span::new(1, 8), Outcome::Typed);
        ledger.set_refused(path);
        let entries: Vec<Entry> = ledger.entries().collect();
        assert_eq!(entries, [Entry { pointer: "/oneOf".to_owned(), span: Span::new(1, 8), outcome: Outcome::Refused }]);
        assert_eq!(ledger.count(Outcome::Refused), 1);
    }
}
