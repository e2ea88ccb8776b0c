//! What is refused, and where.

use vpcheck_syntax::{Diagnostic, Severity, Span, limits};

use crate::ledger::{Ledger, PathId};

/// Why something in a schema is refused: the rule of its diagnostic.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Refusal {
    /// The value of a keyword is not what the keyword takes.
    BadKeywordValue,
    /// A subschema is neither an object nor a boolean.
    BadSchema,
    /// No value can meet all of it.
    Contradiction,
    /// Arms that cannot be told apart, although no document is known that two of them take.
    IndistinctArms,
    /// Two arms take the same document.
    OverlappingArms,
    /// A schema that applies itself to the same value again.
    ReferenceCycle,
    /// It is nested too deep.
    TooDeep,
    /// There is too much of it.
    TooLarge,
    /// A reference that leads nowhere, or out of the document.
    UnresolvedReference,
    /// Another dialect of JSON Schema.
    UnsupportedDialect,
    /// A keyword that is not handled, or not in this place.
    UnsupportedKeyword,
    /// A regular expression that the `regex` crate cannot take.
    UnsupportedPattern,
}

impl Refusal {
    /// The id of the rule.
    pub(crate) const fn rule(self) -> &'static str {
        match self {
            Refusal::BadKeywordValue => "bad-keyword-value",
            Refusal::BadSchema => "bad-schema",
            Refusal::Contradiction => "contradiction",
            Refusal::IndistinctArms => "indistinct-arms",
            Refusal::OverlappingArms => "overlapping-arms",
            Refusal::ReferenceCycle => "reference-cycle",
            Refusal::TooDeep => "too-deep",
            Refusal::TooLarge => "too-large",
            Refusal::UnresolvedReference => "unresolved-reference",
            Refusal::UnsupportedDialect => "unsupported-dialect",
            Refusal::UnsupportedKeyword => "unsupported-keyword",
            Refusal::UnsupportedPattern => "unsupported-pattern",
        }
    }
}

/// The ledger and the diagnostics, which every step adds to.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub(crate) ledger: Ledger,
    diagnostics: Vec<Diagnostic>,
    pointer_bytes: usize,
}

impl Findings {
    /// Findings that begin with what is wrong with the text.
    pub(crate) fn new(diagnostics: Vec<Diagnostic>) -> Findings {
        Findings { ledger: Ledger::default(), diagnostics, pointer_bytes: 0 }
    }

    /// Refuses the keyword at `path`, with help.
    pub(crate) fn refuse(&mut self, path: PathId, refusal: Refusal, message: String, help: impl Into<String>) {
        let span = self.ledger.span(path).unwrap_or_default();
        self.refuse_at(path, span, refusal, message, help);
    }

    /// Refuses what stands at `path` and in the bytes of `span`, with help.
    pub(crate) fn refuse_at(
        &mut self,
        path: PathId,
        span: Span,
        refusal: Refusal,
        message: String,
        help: impl Into<String>,
    ) {
        self.ledger.set_refused(path);
        let paths = self.ledger.paths();
        // The diagnostic that goes beyond a limit is replaced by one that says so.
        if self.diagnostics.len() >= limits::DIAGNOSTICS || self.pointer_bytes > limits::POINTER_BYTES {
            return;
        }
        self.pointer_bytes = self.pointer_bytes.saturating_add(paths.length(path) as usize);
        let full = self.diagnostics.len() + 1 == limits::DIAGNOSTICS || self.pointer_bytes > limits::POINTER_BYTES;
        self.diagnostics.push(if full {
            Diagnostic::new("too-many-findings", Severity::Error, span, "there are more findings than are listed")
                .with_help("mend those that are listed first")
        } else {
            Diagnostic::new(refusal.rule(), Severity::Error, span, message)
                .with_pointer(paths.pointer(path))
                .with_help(help)
        });
    }

    /// Where errors begin, in order.
    pub(crate) fn error_starts(&self) -> Vec<u32> {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let mut starts: Vec<u32> = errors.map(|diagnostic| diagnostic.span.start).collect();
        starts.sort_unstable();
        starts
    }

    /// Whether anything is refused, here or in the text.
    pub(crate) fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The ledger, and the diagnostics in the order of the text.
    pub(crate) fn finish(mut self) -> (Ledger, Vec<Diagnostic>) {
        self.ledger.sort();
        self.diagnostics.sort_by_key(|diagnostic| (diagnostic.rule == "too-many-findings", diagnostic.span.start));
        (self.ledger, self.diagnostics)
    }
}

/// A piece of the schema to quote in a message: 80 characters at most.
pub(crate) fn shorten(text: &str) -> String {
    const CHARACTERS: usize = 80;
    match text.char_indices().nth(CHARACTERS) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_texts_are_shortened_between_characters() {
        assert_eq!(shorten("ü"), "ü");
        let shortened = shorten(&"ü".repeat(81));
        assert_eq!(shortened.chars().count(), 81);
        assert!(shortened.ends_with('…'));
    }

    #[test]
    fn findings_end_when_there_are_too_many() {
        let mut findings = Findings::default();
        for _ in 0..limits::DIAGNOSTICS + 10 {
            findings.refuse(PathId::ROOT, Refusal::BadSchema, "message".to_owned(), "help");
        }
        let (_, diagnostics) = findings.finish();
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
        assert_eq!(diagnostics.last().map(|last| last.rule), Some("too-many-findings"));
    }
}
