//! What was found in a text, before it is made into a report.

use std::fmt;

use vpcheck_syntax::{Diagnostic, Node, Source, Span};

use crate::{Facts, Operation, Reason, Report};

/// What was found in a text.
///
/// Whoever weighs findings in another way, hides some or adds some does so here, and makes the [`Report`] then.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Lint {
    /// What was recognised and checked, in the order of the text. Beyond [`POINTER_BYTES`](vpcheck_syntax::limits::POINTER_BYTES) of
    /// pointers it is checked and not listed.
    pub recognised: Vec<Found>,
    /// What is wrong, in no order.
    pub diagnostics: Vec<Diagnostic>,
    /// Where comments are, with what starts and ends them, in the order of the text.
    pub comments: Vec<Span>,
    /// How many services were judged.
    pub services: usize,
    /// What other files may contradict.
    pub facts: Facts,
    /// Whose the text is.
    pub verdict: Verdict,
}

/// Whose a text is.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Verdict {
    /// Something in it was recognised, or it is broken and has a name in it that only ours have.
    Ours,
    /// It is broken, and nothing tells whose it is.
    Broken,
    /// It is of another kind.
    #[default]
    Other,
}

/// A part of a text that was checked.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Found {
    /// What it was judged for.
    pub operation: Operation,
    /// JSON Pointer of it within the file.
    pub pointer: String,
    /// Where it is.
    pub span: Span,
    /// Why it was taken for that.
    pub reason: Reason,
}

impl Lint {
    /// Sorts the findings and gives them their positions in the source, which has to be the one that was checked.
    #[must_use]
    pub fn into_report(self, source: &Source<'_>) -> Report {
        Report::new(source, self.diagnostics, self.services)
    }
}

/// One more judge of services, such as the policy of an organisation.
pub trait Overlay: fmt::Debug + Send + Sync {
    /// Adds what is wrong with a service in a request. What the bundled schema rules out is reported already, so that a malformed
    /// member is nothing to say again.
    fn check(&self, service: Node<'_>, diagnostics: &mut Vec<Diagnostic>);

    /// Adds what is wrong with an item of `vpc_networks` in a wrangler configuration, as for a service.
    fn check_network_binding(&self, _binding: Node<'_>, _diagnostics: &mut Vec<Diagnostic>) {}
}
