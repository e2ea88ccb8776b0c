//! A change of a text, and what comes of it.

use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::{Edit, Node, Source, Syntax, Tree, parse};

/// What is done to a value.
pub(crate) enum Change {
    Replace(New),
    Rename(&'static str),
    Remove,
    Insert(&'static str, New),
}

pub(crate) fn text(text: &str) -> Change {
    Change::Replace(New::from(text))
}

pub(crate) fn at<'t>(tree: &'t Tree<'_>, pointer: &str) -> Node<'t> {
    tree.nodes().find(|node| node.pointer() == pointer).unwrap_or_else(|| panic!("there is no {pointer}"))
}

fn edits(node: Node<'_>, change: &Change) -> Option<Vec<Edit>> {
    match change {
        Change::Replace(new) => edit::replace(node, new),
        Change::Rename(name) => edit::rename(node, name),
        Change::Remove => edit::remove(node),
        Change::Insert(name, new) => edit::insert_after(node, name, new),
    }
}

/// The text after a change; empty where that cannot be made.
pub(crate) fn changed(syntax: Syntax, text: &str, pointer: &str, change: &Change) -> String {
    let source = Source::new("text", text.as_bytes(), syntax);
    let parsed = parse(&source);
    assert!(parsed.diagnostics.is_empty(), "{text:?}: {:?}", parsed.diagnostics);
    let tree = parsed.documents.last().expect("there is a document");
    let Some(edits) = edits(at(tree, pointer), change) else { return String::new() };
    let changed = edit::apply(text, &edits).expect("the edits are in order");
    let source = Source::new("changed", changed.as_bytes(), syntax);
    let diagnostics = parse(&source).diagnostics;
    assert!(diagnostics.is_empty(), "{text:?} became {changed:?}: {diagnostics:?}");
    changed
}

pub(crate) fn all(syntax: Syntax, table: &[(&str, &str, Change, &str)]) {
    for (text, pointer, change, expected) in table {
        assert_eq!(changed(syntax, text, pointer, change), *expected, "{pointer} of {text}");
    }
}
