//! Makes a tree value by value.

use std::borrow::Cow;

use crate::decoded::Decoded;
use crate::node::{Kind, Node, Value};
use crate::tree::{Content, Entry, Extent, Place, Tree};
use crate::{Span, Syntax};

/// Makes a [`Tree`] value by value, in the order in which they are to be in it.
///
/// Spans are those in the text, and need not be in order: a value may stand somewhere else than where it is used.
///
/// ```
/// # #[cfg(feature = "embedded")] {
/// use vpcheck_syntax::{Span, Syntax, TreeBuilder};
///
/// let mut builder = TreeBuilder::new("tcp 5432", Syntax::Shell);
/// builder.begin_object(Span::new(0, 8));
/// builder.name(Span::new(0, 3), "type");
/// builder.string(Span::new(0, 3), "tcp");
/// builder.name(Span::new(4, 8), "tcp_port");
/// builder.number(Span::new(4, 8), "5432");
/// builder.end();
/// let tree = builder.finish().expect("there is a value");
/// let port = tree.root().get("tcp_port").expect("the member is there").value;
/// assert_eq!((port.pointer().as_str(), port.text()), ("/tcp_port", "5432"));
/// # }
/// ```
#[derive(Debug)]
pub struct TreeBuilder<'s> {
    text: Cow<'s, str>,
    base: u32,
    prefix: String,
    syntax: Syntax,
    decoded: Decoded,
    entries: Vec<Entry>,
    /// The index of the array or object that is open.
    open: Option<u32>,
    /// The name of the member that comes next.
    name: Option<(Span, u32)>,
}

impl<'s> TreeBuilder<'s> {
    /// Starts a tree of a text.
    #[must_use]
    pub fn new(text: impl Into<Cow<'s, str>>, syntax: Syntax) -> TreeBuilder<'s> {
        TreeBuilder {
            text: text.into(),
            base: 0,
            prefix: String::new(),
            syntax,
            decoded: Decoded::default(),
            entries: Vec::new(),
            open: None,
            name: None,
        }
    }

    /// Starts a tree of the same text as another one, at the same place of the file and under the same JSON Pointer.
    #[must_use]
    pub fn beside(tree: &'s Tree<'_>) -> TreeBuilder<'s> {
        let builder = TreeBuilder::new(tree.text(), tree.syntax());
        TreeBuilder { base: tree.base(), prefix: tree.prefix().to_owned(), ..builder }
    }

    /// The same for a text that is the part of a file from `base` on. Spans are those in the file.
    #[cfg(feature = "embedded")]
    pub(crate) fn at(self, base: u32) -> TreeBuilder<'s> {
        TreeBuilder { base, ..self }
    }

    /// How many values there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no value yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Gives the value that comes next a name: it is a member of the object that is open.
    pub fn name(&mut self, span: Span, name: &str) {
        self.name = Some((span, self.decoded.add(name)));
    }

    /// Adds `null`.
    pub fn null(&mut self, span: Span) {
        self.push(span, Content::Null);
    }

    /// Adds a boolean.
    pub fn boolean(&mut self, span: Span, value: bool) {
        self.push(span, Content::Boolean(value));
    }

    /// Adds a number, given as JSON writes it.
    pub fn number(&mut self, span: Span, json: &str) {
        let decoded = self.decoded.add(json);
        self.push(span, Content::Number(Some(decoded)));
    }

    /// Adds a string.
    pub fn string(&mut self, span: Span, text: &str) {
        let decoded = self.decoded.add(text);
        self.push(span, Content::String(Some(decoded)));
    }

    /// Adds a date, a time or both.
    pub fn date_time(&mut self, span: Span) {
        self.push(span, Content::DateTime);
    }

    /// Adds what cannot be known.
    pub fn unknown(&mut self, span: Span) {
        self.push(span, Content::Unknown);
    }

    /// Starts an array; what comes next is in it, until [`TreeBuilder::end`].
    pub fn begin_array(&mut self, span: Span) {
        self.begin(span, Content::Array(Extent::default()));
    }

    /// Starts an object; what comes next is in it, until [`TreeBuilder::end`].
    pub fn begin_object(&mut self, span: Span) {
        self.begin(span, Content::Object(Extent::default()));
    }

    /// Ends the array or object that is open.
    pub fn end(&mut self) {
        let length = narrow(self.entries.len());
        if let Some(entry) = self.open.and_then(|index| self.entries.get_mut(index as usize)) {
            if let Content::Array(extent) | Content::Object(extent) = &mut entry.content {
                extent.end = length;
            }
            self.open = entry.parent;
        }
    }

    /// Ends the array or object that is open, whose last byte is before `end`.
    pub fn end_at(&mut self, end: u32) {
        if let Some(entry) = self.open.and_then(|index| self.entries.get_mut(index as usize)) {
            entry.span.end = end;
        }
        self.end();
    }

    /// Says that something in the array or object that is open could not be read; see [`Node::is_complete`].
    pub fn set_incomplete(&mut self) {
        if let Some(entry) = self.open.and_then(|index| self.entries.get_mut(index as usize)) {
            entry.complete = false;
        }
    }

    /// Says that the value that was added last, which is no array or object, could not be read as it is written.
    pub fn set_last_incomplete(&mut self) {
        if let Some(entry) = self.entries.last_mut() {
            entry.complete = false;
        }
    }

    /// Adds a value with everything in it as it is in another tree of the same text.
    pub fn copy(&mut self, node: Node<'_>) {
        let Some(end) = self.copy_start(node) else { return };
        // What is open in the copy, with the index in its tree after the last entry inside.
        let mut open = vec![end];
        for index in node.position() + 1..end {
            while open.last().is_some_and(|end| *end <= index) {
                open.pop();
                self.end();
            }
            let inner = node.tree().node(index);
            if let (Some(name), Some(span)) = (inner.name(), inner.name_span()) {
                self.name(span, name);
            }
            open.extend(self.copy_start(inner));
        }
        for _ in open {
            self.end();
        }
    }

    /// Adds a value without what is in it; gives the index after the last entry inside of an array or object.
    fn copy_start(&mut self, node: Node<'_>) -> Option<u32> {
        let span = node.span();
        match node.value() {
            Value::Null => self.null(span),
            Value::Boolean(value) => self.boolean(span, value),
            Value::Number(number) => self.number(span, number.text()),
            Value::String(text) => self.string(span, text),
            Value::DateTime(_) => self.date_time(span),
            Value::Unknown => self.unknown(span),
            Value::Array(_) => self.begin_array(span),
            Value::Object(_) => self.begin_object(span),
        }
        if !node.is_complete() {
            self.set_last_incomplete();
        }
        matches!(node.kind(), Kind::Array | Kind::Object).then(|| node.end_position())
    }

    /// The tree; nothing where no value was added. What is still open is ended.
    #[must_use]
    pub fn finish(mut self) -> Option<Tree<'s>> {
        while self.open.is_some() {
            self.end();
        }
        let tree = Tree::new(self.text, self.syntax, self.decoded, self.entries)?;
        Some(tree.based(self.base).with_prefix(self.prefix))
    }

    fn begin(&mut self, span: Span, content: Content) {
        let index = narrow(self.entries.len());
        self.push(span, content);
        self.open = Some(index);
    }

    fn push(&mut self, span: Span, content: Content) {
        let mut place = Place::Root;
        if let Some(parent) = self.open.and_then(|index| self.entries.get_mut(index as usize)) {
            match &mut parent.content {
                Content::Array(extent) => {
                    place = Place::Element(extent.count);
                    extent.count += 1;
                }
                Content::Object(extent) => {
                    let (span, name) = self.name.take().unwrap_or_else(|| (span, self.decoded.add("")));
                    place = Place::Member(span, Some(name));
                    extent.count += 1;
                }
                _ => {}
            }
        } else if !self.entries.is_empty() {
            // A tree has one root.
            return;
        }
        let index = narrow(self.entries.len());
        self.entries.push(Entry { index, span, parent: self.open, place, content, complete: true });
    }
}

/// An index as it is kept.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use crate::{Source, Syntax, TreeBuilder, parse};

    #[test]
    fn a_copy_is_what_was_copied() {
        let text = r#"{"a": [null, {"b": -1.5}, []], "c": "x\ny", "d": {}, "e": true}"#;
        let source = Source::json("text.json", text.as_bytes());
        let parsed = parse(&source);
        let tree = parsed.tree().expect("the text is valid");
        let mut builder = TreeBuilder::new(text, Syntax::Json);
        builder.copy(tree.root());
        let copy = builder.finish().expect("there is a value");
        let show = |tree: &crate::Tree<'_>| {
            tree.nodes().map(|node| format!("{} {:?} {}", node.pointer(), node.kind(), node.text())).collect::<Vec<_>>()
        };
        assert_eq!(show(&copy), show(tree));
    }
}
