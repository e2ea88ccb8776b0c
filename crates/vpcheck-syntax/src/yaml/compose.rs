//! Items to a tree: aliases are what they stand for, merge keys are the members that they bring.

use std::{borrow::Cow, vec};

use super::{
    events::{Content, Document, Item, Tag, too_deep},
    older,
    scalar::{self, Scalar},
};
use crate::{
    Diagnostic, Severity, Span, Syntax, TreeBuilder, encoding::offset, escape::shorten, limits, sink::Sink, tree::Tree,
};

/// Makes the tree of a document; what is wrong with its values goes into the sink.
pub(super) fn compose<'s>(text: &'s str, document: &Document<'_>, sink: &mut Sink) -> Option<Tree<'s>> {
    let mut composer = Composer {
        text,
        items: &document.items,
        builder: TreeBuilder::new(text, Syntax::Yaml),
        sink,
        frames: Vec::new(),
        repeated: 0,
        is_too_deep: false,
        overflows: false,
    };
    composer.value(0, None, Origin::Here);
    while let Some(frame) = composer.frames.pop() {
        composer.step(frame);
    }
    if let Some(diagnostic) = document.too_deep.clone().filter(|_| !composer.is_too_deep) {
        composer.sink.report(diagnostic);
    }
    composer.builder.finish()
}

/// Makes the tree of a document without recursion.
pub(super) struct Composer<'d, 's, 't> {
    text: &'s str,
    pub(super) items: &'d [Item<'t>],
    builder: TreeBuilder<'s>,
    sink: &'d mut Sink,
    /// The arrays and objects that are open.
    frames: Vec<Frame>,
    /// How many values were repeated by aliases.
    repeated: usize,
    /// Whether a value is too deep, which was told.
    is_too_deep: bool,
    /// Whether aliases repeat too much, which was told.
    overflows: bool,
}

/// An array or object that is open.
struct Frame {
    rest: Rest,
    origin: Origin,
    /// Whether all of it is in the tree so far.
    complete: bool,
}

/// What is still to come in an array or object.
enum Rest {
    /// Elements from an index up to another.
    Elements(u32, u32),
    /// Keys and values from an index up to another.
    Members(u32, u32),
    /// Keys and values of an object with merge keys.
    Merged(vec::IntoIter<Pair>),
}

/// A key and its value.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) key: u32,
    pub(super) value: u32,
    pub(super) origin: Origin,
}

/// Whether a value stands where it is in the tree. What is wrong with the text of another one is told where it stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Origin {
    Here,
    Alias,
}

impl<'d, 't> Composer<'d, '_, 't> {
    /// Goes on with the innermost array or object.
    fn step(&mut self, mut frame: Frame) {
        let origin = frame.origin;
        if origin == Origin::Alias && self.overflows {
            self.builder.set_incomplete();
            self.builder.end();
            return;
        }
        let next = match &mut frame.rest {
            Rest::Elements(next, end) if *next < *end => {
                let index = *next;
                *next = self.end(index);
                Some((None, index, origin))
            }
            Rest::Elements(..) => None,
            Rest::Members(next, end) => {
                let (key, value) = (*next, self.end(*next));
                // A key without a value is the last thing before an error.
                let pair = (value < *end).then_some((Some(key), value, origin));
                *next = self.end(value);
                pair
            }
            Rest::Merged(pairs) => pairs.next().map(|pair| (Some(pair.key), pair.value, pair.origin)),
        };
        let Some((key, value, origin)) = next else {
            if !frame.complete {
                self.builder.set_incomplete();
            }
            self.builder.end();
            return;
        };
        if let Some(key) = key
            && !self.name(key, origin)
        {
            frame.complete = false;
            self.frames.push(frame);
            return;
        }
        self.frames.push(frame);
        self.value(value, None, origin);
    }

    /// Gives the next value its name, or says why it cannot have it.
    fn name(&mut self, index: u32, origin: Origin) -> bool {
        let Some(key) = self.item(index) else { return false };
        let Some(name) = self.key(index) else {
            if origin == Origin::Here && !matches!(key.content, Content::Lost) {
                self.sink.report(self.complex_key(key));
            }
            return false;
        };
        if origin == Origin::Here
            && let Some(warning) = older::judge(key, older::Role::Name)
        {
            self.sink.report_at(offset(self.builder.len()), warning);
        }
        self.builder.name(key.span, &name);
        true
    }

    /// A finding for a key that is no scalar.
    fn complex_key(&self, key: &Item<'_>) -> Diagnostic {
        let message = match key.content {
            Content::Sequence => "a key is a list, and the name of a member is a string",
            Content::Mapping { .. } => "a key is a mapping, and the name of a member is a string",
            _ => "a key is not known, and the name of a member is a string",
        };
        let diagnostic = Diagnostic::new("yaml-syntax", Severity::Error, key.span, message);
        let before = self.text.get(..key.span.start as usize).unwrap_or_default();
        let is_template =
            before.ends_with('{') && self.text.get(key.span.range()).is_some_and(|key| key.starts_with('{'));
        if is_template { diagnostic.with_help("put quotes around a value with `{{` in it") } else { diagnostic }
    }

    /// The name that a key is; nothing for an array, an object, and what is not known.
    pub(super) fn key(&self, index: u32) -> Option<Cow<'d, str>> {
        let mut item = self.item(index)?;
        if let Content::Alias(target) = item.content {
            item = self.item(target)?;
        }
        let Content::Scalar(text, _) = &item.content else { return None };
        Some(match scalar::resolve(item) {
            Scalar::Null => Cow::Borrowed("null"),
            Scalar::Boolean(true) => Cow::Borrowed("true"),
            Scalar::Boolean(false) => Cow::Borrowed("false"),
            Scalar::Number(number) => number,
            Scalar::String | Scalar::OutOfRange | Scalar::Mismatch => Cow::Borrowed(text),
            Scalar::Unknown => return None,
        })
    }

    /// Adds a value; `alias` is where an alias of it stands.
    fn value(&mut self, index: u32, alias: Option<Span>, origin: Origin) {
        let Some(item) = self.item(index) else { return };
        let span = alias.unwrap_or(item.span);
        if origin == Origin::Alias && !self.repeat(span) {
            self.unreadable(span);
            return;
        }
        match &item.content {
            Content::Alias(target) => return self.value(*target, Some(span), Origin::Alias),
            Content::Lost => return self.unreadable(span),
            Content::Scalar(..) => return self.scalar(item, span, origin),
            Content::Sequence if matches!(item.tag, Tag::None | Tag::Plain | Tag::Sequence) => {}
            Content::Mapping { .. } if matches!(item.tag, Tag::None | Tag::Plain | Tag::Mapping) => {}
            _ if item.tag == Tag::Other => return self.builder.unknown(span),
            _ => return self.mismatch(item, span, origin),
        }
        if self.frames.len() >= limits::DEPTH {
            self.unreadable(span);
            if !self.is_too_deep {
                self.is_too_deep = true;
                self.report_last(too_deep(span));
            }
            return;
        }
        let rest = if let Content::Mapping { merges } = item.content {
            self.builder.begin_object(span);
            if merges {
                Rest::Merged(self.merged(index, origin).into_iter())
            } else {
                Rest::Members(index + 1, item.end)
            }
        } else {
            self.builder.begin_array(span);
            Rest::Elements(index + 1, item.end)
        };
        self.frames.push(Frame { rest, origin, complete: item.complete });
    }

    fn scalar(&mut self, item: &Item<'_>, span: Span, origin: Origin) {
        let Content::Scalar(text, _) = &item.content else { return };
        match scalar::resolve(item) {
            Scalar::Null => self.builder.null(span),
            Scalar::Boolean(value) => self.builder.boolean(span, value),
            Scalar::Number(number) => self.builder.number(span, &number),
            Scalar::String => self.builder.string(span, text),
            Scalar::Unknown => self.builder.unknown(span),
            Scalar::Mismatch => return self.mismatch(item, span, origin),
            Scalar::OutOfRange => {
                self.unreadable(span);
                if origin == Origin::Here {
                    let message = if scalar::is_not_finite(text) {
                        format!("{text} is no number that JSON can write")
                    } else {
                        format!("{} is out of range: a number has to fit into a double", shorten(text))
                    };
                    self.report_last(Diagnostic::new("number-out-of-range", Severity::Error, span, message));
                }
            }
        }
        if origin == Origin::Here
            && let Some(warning) = older::judge(item, older::Role::Value)
        {
            self.report_last(warning);
        }
    }

    /// Adds a value whose tag says something else than it is.
    fn mismatch(&mut self, item: &Item<'_>, span: Span, origin: Origin) {
        self.unreadable(span);
        if origin == Origin::Here {
            let (tag, what) = scalar::expectation(item.tag);
            let message = format!("the tag `{tag}` stands before what is no {what}");
            self.report_last(Diagnostic::new("yaml-syntax", Severity::Error, span, message));
        }
    }

    /// Adds a value that could not be read.
    fn unreadable(&mut self, span: Span) {
        self.builder.unknown(span);
        self.builder.set_last_incomplete();
    }

    /// Counts a value that an alias repeats; false where there are too many.
    pub(super) fn repeat(&mut self, span: Span) -> bool {
        if self.overflows {
            return false;
        }
        self.repeated += 1;
        self.overflows = self.repeated > limits::ALIAS_NODES;
        if self.overflows {
            let message = format!("aliases repeat more than {} values", limits::ALIAS_NODES);
            let diagnostic = Diagnostic::new("alias-limit", Severity::Error, span, message);
            self.sink.report(diagnostic.with_help("write out what is meant"));
        }
        !self.overflows
    }

    /// Says that something of the object that was just begun is left out.
    pub(super) fn leave_out(&mut self, finding: Option<Diagnostic>) {
        self.builder.set_incomplete();
        if let Some(diagnostic) = finding {
            self.report_last(diagnostic);
        }
    }

    /// Reports the value that was added last.
    fn report_last(&mut self, diagnostic: Diagnostic) {
        self.sink.report_at(offset(self.builder.len().saturating_sub(1)), diagnostic);
    }

    pub(super) fn item(&self, index: u32) -> Option<&'d Item<'t>> {
        self.items.get(index as usize)
    }

    /// The index after the last item in the one at `index`.
    pub(super) fn end(&self, index: u32) -> u32 {
        // One that is not there ends everything.
        self.item(index).map_or(u32::MAX, |item| item.end)
    }
}
