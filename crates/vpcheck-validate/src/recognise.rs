//! Finds the parts of a document that are ours, from what is in them.
//!
//! Files that nobody named are searched as well, so that a part has to look like nothing else: precision goes before recall.

mod foreign;
mod reason;
mod search;
mod service;
pub(crate) mod terraform;
mod wrangler;

use vpcheck_syntax::{Kind, Node, Tree};

use crate::Operation;

pub use reason::Reason;
pub(crate) use reason::Why;

/// A part of a document, and what it is judged for.
#[derive(Clone, Debug)]
pub(crate) struct Part<'t> {
    pub(crate) node: Node<'t>,
    pub(crate) operation: Operation,
    pub(crate) reason: Reason,
}

impl<'t> Part<'t> {
    pub(crate) fn new(node: Node<'t>, operation: Operation, why: Why) -> Part<'t> {
        Part { node, operation, reason: Reason(why) }
    }
}

/// Adds the parts of a document that is no configuration of Terraform, in the order of the text.
///
/// A service is taken for the body of a request, also when it has the members that the API sets: that is what is kept in files.
pub(crate) fn parts<'t>(tree: &'t Tree<'_>, parts: &mut Vec<Part<'t>>) {
    let root = tree.root();
    if !matches!(root.kind(), Kind::Object | Kind::Array) {
        return;
    }
    if let Some(part) = whole(root) {
        parts.push(part);
    } else if !foreign::is_foreign(root) {
        search::search(root, parts);
    }
}

/// The document as a whole, where it is one of ours.
fn whole(root: Node<'_>) -> Option<Part<'_>> {
    if let Some(why) = wrangler::why(root) {
        return Some(Part::new(root, Operation::Wrangler, why));
    }
    part(root).or_else(|| service::why_empty_envelope(root).map(|why| Part::new(root, Operation::Response, why)))
}

/// A value that is ours wherever it stands.
fn part(node: Node<'_>) -> Option<Part<'_>> {
    if let Some(why) = service::why(node) {
        return Some(Part::new(node, Operation::Request, why));
    }
    service::why_envelope(node).map(|why| Part::new(node, Operation::Response, why))
}

/// Whether a document is read by wrangler, so that it may have comments whatever its name ends in.
pub(crate) fn is_wrangler(root: Node<'_>) -> bool {
    wrangler::why(root).is_some()
}
