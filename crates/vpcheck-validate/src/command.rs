//! What `wrangler vpc service create` and `update` would send.
//!
//! The words of a command are read as wrangler reads them, and the body of the request is made with the places of the words, so that
//! schema and rules judge it like any other. What wrangler itself refuses, and what it drops in silence, is reported here; nothing is
//! then said of it a second time.

mod arguments;
mod flag;
mod hostname;
mod number;
mod refusal;
mod request;

use std::collections::HashSet;

use vpcheck_syntax::{Diagnostic, Node, Span, Tree};

use arguments::Arguments;

/// The request that a command would send.
#[derive(Debug)]
pub(crate) struct Body<'t> {
    pub(crate) tree: Tree<'t>,
    /// The places that hold one value each, so that another word may be put there.
    replaceable: HashSet<Span>,
}

/// Reads the words of a command, of which the first is the name of the program.
///
/// It gives nothing where nothing would be sent, such as where help is asked for.
pub(crate) fn body<'t>(words: Node<'t>, diagnostics: &mut Vec<Diagnostic>) -> Option<Body<'t>> {
    let mut arguments = Arguments::read(words);
    if arguments.asks_for_help {
        return None;
    }
    refusal::report(&mut arguments, words.tree().prefix(), diagnostics);
    request::build(words, &arguments, diagnostics)
}

impl Body<'_> {
    /// Takes from the findings on the body, which start at `from`, what cannot be done in a command, and what was said in other words.
    pub(crate) fn settle(&self, diagnostics: &mut Vec<Diagnostic>, from: usize) {
        let is_word = |span: Span| self.replaceable.contains(&span);
        let mut found = diagnostics.split_off(from.min(diagnostics.len()));
        // wrangler refuses two addresses, which is told as such.
        found.retain(|diagnostic| diagnostic.rule != "dual-stack");
        for diagnostic in &mut found {
            if diagnostic.fix.as_ref().is_some_and(|fix| !fix.edits.iter().all(|edit| is_word(edit.span))) {
                diagnostic.fix = None;
            }
        }
        diagnostics.append(&mut found);
    }
}

#[cfg(test)]
mod tests;
