//! What was read: values with their places.

use std::borrow::Cow;

use crate::{Span, decoded::Decoded, node::Node};

/// A document that was read, with a [`Span`] for every key and value.
///
/// The nodes are in one list in the order of the text, each with the end of its subtree and its parent, so that walking
/// needs neither recursion nor allocation. Members that were given twice are all there.
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    text: Cow<'s, str>,
    decoded: Decoded,
    root: Entry,
    entries: Vec<Entry>,
}

impl<'s> Tree<'s> {
    /// The tree of the entries, or nothing where there is no entry.
    pub(crate) fn new(text: Cow<'s, str>, decoded: Decoded, entries: Vec<Entry>) -> Option<Tree<'s>> {
        let root = *entries.first()?;
        Some(Tree { text, decoded, root, entries })
    }

    /// The value that the document is.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// All values in the order of the text; each comes after the array or object that it is in.
    #[must_use]
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        (0..self.size()).map(|index| Node::new(self, index))
    }

    /// The value at `index`.
    pub(crate) fn node(&self, index: u32) -> Node<'_> {
        Node::new(self, index)
    }

    /// How many entries there are.
    pub(crate) fn size(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    /// The entry at `index`, which is that of a node of this tree.
    pub(crate) fn entry(&self, index: u32) -> &Entry {
        self.entries.get(index as usize).unwrap_or(&self.root)
    }

    /// The entry at `index`, to say that something about it could not be read.
    pub(crate) fn set_incomplete(&mut self, index: u32) {
        if let Some(entry) = self.entries.get_mut(index as usize) {
            entry.complete = false;
        }
    }

    /// The index of the last entry that starts at or before `offset`.
    pub(crate) fn last_before(&self, offset: u32) -> Option<u32> {
        let after = self.entries.partition_point(|entry| entry.span.start <= offset);
        u32::try_from(after.checked_sub(1)?).ok()
    }

    /// The text of a string token: what was decoded, or else what stands between its quotes.
    pub(crate) fn string(&self, token: Span, decoded: Option<u32>) -> &str {
        match decoded {
            Some(index) => self.decoded.get(index),
            None => self.slice(Span::new(token.start.saturating_add(1), token.end.saturating_sub(1))),
        }
    }

    /// The text as it is written.
    pub(crate) fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }
}

/// A value in the list of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Its bytes, with quotes and brackets.
    pub(crate) span: Span,
    /// The index of the array or object that it is in.
    pub(crate) parent: Option<u32>,
    /// Where in its parent it is.
    pub(crate) place: Place,
    /// What it holds.
    pub(crate) content: Content,
    /// Whether it and its name could be read as they are written.
    pub(crate) complete: bool,
}

/// Where a value is in its parent.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    /// It has no parent.
    Root,
    /// It is in an array, with its index.
    Element(u32),
    /// It is in an object, with the span of its name and, where that has escapes, the index of the decoded name.
    Member(Span, Option<u32>),
}

/// What a value holds.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Content {
    Null,
    Boolean(bool),
    Number,
    /// A string and, where it has escapes, the index of the decoded text.
    String(Option<u32>),
    Array(Extent),
    Object(Extent),
}

/// How far an array or object goes in the list.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Extent {
    /// The index after the last entry inside.
    pub(crate) end: u32,
    /// How many values it has itself.
    pub(crate) count: u32,
}
