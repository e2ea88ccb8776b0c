//! What was read: values with their places.

use std::borrow::Cow;

use crate::{Span, Syntax, decoded::Decoded, node::Node};

/// A document that was read, with a [`Span`] for every key and value.
///
/// The nodes are in one list in the order of the text, each with the end of its subtree and its parent, so that walking
/// needs neither recursion nor allocation. Members that were given twice are all there.
///
/// A file may hold several documents, and one document may be a part of a file: spans are always those in the file.
#[derive(Clone, Debug)]
pub struct Tree<'s> {
    text: Cow<'s, str>,
    /// Where in the file the text starts.
    base: u32,
    syntax: Syntax,
    /// JSON Pointer of the root within the file.
    prefix: String,
    /// Which instance of a resource it is.
    instance: Option<String>,
    decoded: Decoded,
    root: Entry,
    entries: Vec<Entry>,
}

impl<'s> Tree<'s> {
    /// The tree of the entries, or nothing where there is no entry.
    pub(crate) fn new(text: Cow<'s, str>, syntax: Syntax, decoded: Decoded, entries: Vec<Entry>) -> Option<Tree<'s>> {
        let root = *entries.first()?;
        Some(Tree { text, base: 0, syntax, prefix: String::new(), instance: None, decoded, root, entries })
    }

    /// The same as a part of a file that starts at `base`: all spans are moved.
    pub(crate) fn moved(mut self, base: u32) -> Tree<'s> {
        let moved = |span: Span| Span::new(span.start.saturating_add(base), span.end.saturating_add(base));
        for entry in self.entries.iter_mut().chain([&mut self.root]) {
            entry.span = moved(entry.span);
            if let Place::Member(name, _) = &mut entry.place {
                *name = moved(*name);
            }
        }
        self.base = self.base.saturating_add(base);
        self
    }

    /// The same, whose spans are those in a file already: its text is the part of that from `base` on.
    pub(crate) fn based(self, base: u32) -> Tree<'s> {
        Tree { base, ..self }
    }

    /// The same as a part of a file, of which `text` is the part from `base` on: `place` tells where in the file an offset is.
    #[cfg(feature = "embedded")]
    pub(crate) fn placed(self, text: Cow<'_, str>, base: u32, place: impl Fn(Span) -> Span) -> Tree<'_> {
        let Tree { text: _, base: _, syntax, prefix, decoded, mut root, mut entries, instance } = self;
        for entry in entries.iter_mut().chain([&mut root]) {
            entry.span = place(entry.span);
            if let Place::Member(name, _) = &mut entry.place {
                *name = place(*name);
            }
        }
        Tree { text, base, syntax, prefix, instance, decoded, root, entries }
    }

    /// The same with the JSON Pointer that its root has within the file.
    pub(crate) fn with_prefix(mut self, prefix: String) -> Tree<'s> {
        self.prefix = prefix;
        self
    }

    /// The syntax that the document is written in, which is another one than that of its file where it is embedded.
    #[must_use]
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// JSON Pointer of the root within the file: empty, unless the document is one of several or a part of another.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The same as an instance of a resource.
    #[cfg(feature = "terraform")]
    pub(crate) fn with_instance(mut self, instance: String) -> Tree<'s> {
        self.instance = Some(instance);
        self
    }

    /// Which instance of a Terraform resource with `for_each` or `count` the document is, such as `each.key = "web"`.
    ///
    /// Several instances have one prefix, and their values may have one place.
    #[must_use]
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// The text that the document was read from.
    ///
    /// It is the whole file, or the part of it that starts at [`Tree::base`].
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text for another tree of it.
    #[cfg(feature = "terraform")]
    pub(crate) fn shared_text(&self) -> Cow<'s, str> {
        self.text.clone()
    }

    /// Where in the file [`Tree::text`] starts.
    #[must_use]
    pub fn base(&self) -> u32 {
        self.base
    }

    /// The value that the document is.
    #[must_use]
    pub fn root(&self) -> Node<'_> {
        Node::new(self, 0)
    }

    /// All values in the order of the text; each comes after the array or object that it is in.
    #[must_use]
    pub fn nodes(&self) -> impl ExactSizeIterator<Item = Node<'_>> {
        self.entries.iter().map(|entry| Node::of_entry(self, entry))
    }

    /// The value at `index`.
    pub(crate) fn node(&self, index: u32) -> Node<'_> {
        Node::new(self, index)
    }

    /// The entries from `index` on.
    pub(crate) fn entries_from(&self, index: u32) -> &[Entry] {
        self.entries.get(index as usize..).unwrap_or_default()
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
    #[inline]
    pub(crate) fn string(&self, token: Span, decoded: Option<u32>) -> &str {
        match decoded {
            Some(index) => self.decoded.get(index),
            None => self.slice(Span::new(token.start.saturating_add(1), token.end.saturating_sub(1))),
        }
    }

    /// Whether a string token has this text, which most have not: the length tells.
    #[inline]
    pub(crate) fn is_string(&self, token: Span, decoded: Option<u32>, text: &str) -> bool {
        if decoded.is_some() {
            return self.string(token, decoded) == text;
        }
        token.end.saturating_sub(token.start) as usize == text.len() + 2 && {
            let bytes = self.text.as_bytes();
            let start = self.within(token.start).wrapping_add(1);
            // The first byte is looked at before all are compared, since names of one length are many.
            text.as_bytes().first().is_none_or(|first| bytes.get(start) == Some(first))
                && bytes.get(start..start.wrapping_add(text.len())) == Some(text.as_bytes())
        }
    }

    /// A number for a string token, by its length and the bytes at its ends. The names of the API have different ones.
    #[inline]
    pub(crate) fn mark(&self, token: Span) -> Option<u8> {
        let [_, first, .., last, _] = self.text.as_bytes().get(self.within(token.start)..self.within(token.end))?
        else {
            return None;
        };
        let length = token.end.wrapping_sub(token.start).to_le_bytes()[0];
        Some(first.wrapping_mul(5).wrapping_add(*last).wrapping_add(length.wrapping_mul(7)))
    }

    /// The text of a number: what was decoded, or else what is written.
    pub(crate) fn number(&self, token: Span, decoded: Option<u32>) -> &str {
        decoded.map_or_else(|| self.slice(token), |index| self.decoded.get(index))
    }

    /// The text as it is written.
    #[inline]
    pub(crate) fn slice(&self, span: Span) -> &str {
        self.text.get(self.within(span.start)..self.within(span.end)).unwrap_or_default()
    }

    /// A place in the source as one in the text of the tree. What is before that becomes a place far after its end, where there is nothing.
    #[inline]
    fn within(&self, offset: u32) -> usize {
        offset.wrapping_sub(self.base) as usize
    }
}

/// A value in the list of a [`Tree`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// Its place in the list.
    pub(crate) index: u32,
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

impl Entry {
    /// The index after that of the last entry inside.
    pub(crate) fn end(&self) -> u32 {
        match self.content {
            Content::Array(extent) | Content::Object(extent) => extent.end.max(self.index + 1),
            _ => self.index + 1,
        }
    }
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
    /// A number and, where JSON would write it in another way, the index of how.
    Number(Option<u32>),
    /// A date, a time or both, which JSON does not have.
    DateTime,
    /// What only a run of another program can tell, such as the value of a variable.
    Unknown,
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
