//! Collects what is found in one text, within bounds.

use crate::{Diagnostic, Severity, Span, limits, tree::Tree};

/// Collects what is found in one text, within bounds.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    found: Vec<Found>,
    overflows: bool,
    /// Which of several documents is read.
    document: u32,
    /// Where in the file that document starts.
    base: u32,
    /// How many diagnostics were taken out before.
    drained: usize,
    /// How many bytes their pointers have together.
    pointer_bytes: usize,
}

/// A diagnostic and the value that it points at.
#[derive(Debug)]
struct Found {
    diagnostic: Diagnostic,
    /// The document and the index in its tree.
    node: Option<(u32, u32)>,
}

impl Sink {
    /// Takes what comes next as being about the document of this number, whose spans are counted from `base`.
    pub(crate) fn begin(&mut self, document: u32, base: u32) {
        self.document = document;
        self.base = base;
    }

    /// Whether nothing more is taken, so that looking for more is in vain.
    pub(crate) fn overflows(&self) -> bool {
        self.overflows
    }

    /// Whether an error was found so far.
    pub(crate) fn has_errors(&self) -> bool {
        self.found.iter().any(|found| found.diagnostic.severity == Severity::Error)
    }

    /// Adds a diagnostic of the text itself.
    pub(crate) fn report(&mut self, diagnostic: Diagnostic) {
        self.push(diagnostic, None);
    }

    /// Adds a diagnostic of the value that has this index in the tree.
    pub(crate) fn report_at(&mut self, node: u32, diagnostic: Diagnostic) {
        self.push(diagnostic, Some((self.document, node)));
    }

    /// Gives each diagnostic the index that its value got in the tree; what is in no tree belongs to the root.
    #[cfg(feature = "toml")]
    pub(crate) fn renumber(&mut self, positions: &[u32]) {
        for (_, node) in self.found.iter_mut().filter_map(|found| found.node.as_mut()) {
            *node = positions.get(*node as usize).copied().unwrap_or(0);
        }
    }

    fn push(&mut self, mut diagnostic: Diagnostic, node: Option<(u32, u32)>) {
        if self.drained + self.found.len() < limits::DIAGNOSTICS {
            if self.base > 0 {
                diagnostic.move_by(self.base);
            }
            self.found.push(Found { diagnostic, node });
        } else {
            self.overflows = true;
        }
    }

    /// Takes out the diagnostics that there are so far, in the order of the text, with the pointers of their values.
    pub(crate) fn drain(&mut self, trees: &[Tree<'_>]) -> Vec<Diagnostic> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let mut found = std::mem::take(&mut self.found);
        self.drained += found.len();
        found.sort_by_key(|found| found.diagnostic.span);
        let mut diagnostics = Vec::with_capacity(found.len());
        for Found { mut diagnostic, node } in found {
            // Each pointer repeats the names on its way, so that many findings under long names would take without bounds.
            if self.pointer_bytes > limits::POINTER_BYTES {
                self.overflows = true;
                break;
            }
            if let Some((document, node)) = node
                && let Some(tree) = trees.get(document as usize)
            {
                diagnostic.pointer = tree.node(node).pointer();
                self.pointer_bytes = self.pointer_bytes.saturating_add(diagnostic.pointer.len());
            }
            diagnostics.push(diagnostic);
        }
        diagnostics
    }

    /// The diagnostics that are left, and one more where there are more than these.
    pub(crate) fn finish(mut self, trees: &[Tree<'_>], text_end: u32) -> Vec<Diagnostic> {
        let earlier = self.drained;
        let mut diagnostics = self.drain(trees);
        if self.overflows {
            diagnostics.truncate((limits::DIAGNOSTICS - 1).saturating_sub(earlier));
            let message = format!("there are more findings than these {}", earlier + diagnostics.len());
            let end = Span::new(text_end, text_end);
            diagnostics.push(
                Diagnostic::new("too-many-findings", Severity::Error, end, message)
                    .with_help("mend these first, then look again"),
            );
        }
        diagnostics
    }
}
