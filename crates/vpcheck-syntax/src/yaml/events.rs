//! What a document is made of, in the order of the text, before aliases, merge keys and scalars are resolved.

use std::borrow::Cow;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError, StrInput, options};

use super::{
    recovery::{Gap, mark, next_mark},
    syntax::Stop,
};
use crate::{Diagnostic, Severity, Span, encoding::offset, escape::shorten, limits, sink::Sink};

/// How deep the parser goes. It looks ahead by at most 1024 characters.
const PARSER_DEPTH: usize = limits::DEPTH + 2 * 1024;

/// The end of a collection that is still open.
const OPEN: u32 = u32::MAX;

/// A value as it is written.
#[derive(Debug)]
pub(super) struct Item<'s> {
    pub(super) span: Span,
    /// The index after the last item inside.
    pub(super) end: u32,
    pub(super) content: Content<'s>,
    pub(super) tag: Tag,
    /// Whether everything in it was read.
    pub(super) complete: bool,
}

/// What an item is.
#[derive(Debug)]
pub(super) enum Content<'s> {
    /// A scalar, its escapes and lines resolved.
    Scalar(Cow<'s, str>, Style),
    Sequence,
    /// A mapping: its keys and values stand after it in turn.
    Mapping {
        /// Whether one of its keys is a merge key.
        merges: bool,
    },
    /// An alias of the item at this index.
    Alias(u32),
    /// An alias that stands for nothing, which was told.
    Lost,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Style {
    /// Without quotes, so that its text tells its type.
    Plain,
    /// In quotes or as a block, which is a string.
    Quoted,
}

/// What the tag of an item says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Tag {
    /// Nothing is written.
    None,
    /// `!`: a string, an array or an object, by how it is written.
    Plain,
    Null,
    Boolean,
    Integer,
    Float,
    String,
    Sequence,
    Mapping,
    /// `!!merge`.
    Merge,
    /// One that means something to another program.
    Other,
}

/// A document of a stream.
#[derive(Debug, Default)]
pub(super) struct Document<'s> {
    /// Its items; the first is the root.
    pub(super) items: Vec<Item<'s>>,
    /// A finding for what is nested deeper than the parser goes, unless the way to it is too deep already.
    pub(super) too_deep: Option<Diagnostic>,
}

/// Reads a stream of documents.
pub(super) struct Reader<'s> {
    text: &'s str,
    parser: Parser<'s, StrInput<'s>>,
    pub(super) comments: Vec<Span>,
    /// The errors that ended a document, with what to leave out to go on.
    pub(super) errors: Vec<(Gap, Diagnostic)>,
    /// What is left out of the text.
    gaps: &'s [Gap],
    /// Where the last document ended.
    document_end: u32,
    document: Document<'s>,
    /// The collections that are open.
    open: Vec<Open>,
    /// The items that have an anchor, by the number of the anchor.
    anchors: Vec<u32>,
    /// Where the last token that belongs to a value ends.
    last_end: u32,
    /// How many items there were in all documents.
    count: usize,
    /// How many there may be.
    limit: usize,
    stopped: bool,
}

/// A collection that is open.
struct Open {
    index: u32,
    /// How many items it has itself.
    count: usize,
}

impl<'s> Reader<'s> {
    pub(super) fn new(text: &'s str, gaps: &'s [Gap], limit: usize) -> Reader<'s> {
        let options = options! {
            emit_unresolved_aliases: true,
            // They are kept anyway, and a license of a hundred lines is no attack.
            max_buffered_comment_events: usize::MAX,
            // What the parser looks ahead is lost at an error, so that it has to go on further than we do.
            flow_nesting_limit: PARSER_DEPTH,
            block_nesting_limit: PARSER_DEPTH,
        };
        Reader {
            text,
            parser: Parser::new_from_str_with_options(text, options),
            comments: Vec::new(),
            errors: Vec::new(),
            gaps,
            document_end: 0,
            document: Document::default(),
            open: Vec::new(),
            anchors: Vec::new(),
            last_end: 0,
            count: 0,
            limit,
            stopped: false,
        }
    }

    /// The next document that has something in it; what is wrong with it goes into the sink.
    pub(super) fn next_document(&mut self, sink: &mut Sink) -> Option<Document<'s>> {
        while !self.stopped {
            let mut end = u32::MAX;
            let is_whole = match self.parser.next_event() {
                None | Some(Ok((Event::StreamEnd, _))) => {
                    self.stopped = true;
                    true
                }
                Some(Ok((Event::DocumentEnd, span))) => {
                    end = self.mark_after(range(span).start);
                    true
                }
                Some(Ok((event, span))) => {
                    self.event(event, span, sink);
                    if self.count <= self.limit {
                        continue;
                    }
                    let message = format!("the text has more than {} values", self.limit);
                    let diagnostic = Diagnostic::new("node-limit", Severity::Error, self.here(), message);
                    sink.report(diagnostic.with_help("split it into several files"));
                    self.stopped = true;
                    false
                }
                Some(Err(error)) => {
                    self.error(&error);
                    end = self.mark_after(self.last_end);
                    self.stopped = !matches!(self.parser.proceed_next_document(), Ok(true));
                    false
                }
            };
            if !is_whole {
                for open in &self.open {
                    if let Some(item) = self.document.items.get_mut(open.index as usize) {
                        item.complete = false;
                    }
                }
            }
            while !self.open.is_empty() {
                self.close(self.last_end);
            }
            let mut document = std::mem::take(&mut self.document);
            let start = std::mem::replace(&mut self.document_end, end);
            let first = self.gaps.partition_point(|gap| gap.0.start < start);
            for gap in self.gaps.iter().skip(first).take_while(|gap| gap.0.start < end) {
                mark(self.text, &mut document.items, *gap);
            }
            if !document.is_empty() {
                return Some(document);
            }
        }
        None
    }

    fn event(&mut self, event: Event<'s>, span: granit_parser::Span, sink: &mut Sink) {
        let place = range(span);
        match event {
            Event::Comment(..) => self.comments.push(place),
            Event::Scalar(text, style, anchor, tag) => {
                let is_left_out = style == ScalarStyle::Plain && place.start == place.end;
                let (style, place) = match style {
                    ScalarStyle::Plain => (Style::Plain, place),
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => (Style::Quoted, place),
                    ScalarStyle::Literal | ScalarStyle::Folded => (Style::Quoted, self.block(place)),
                };
                let text = if is_left_out { Cow::Borrowed("") } else { text };
                self.push(place, Content::Scalar(text, style), anchor, tag.as_deref());
                self.last_end = self.last_end.max(place.end);
            }
            Event::SequenceStart(_, anchor, tag) => {
                let place = if place.start == place.end { self.dash(place) } else { place };
                self.begin(place, Content::Sequence, anchor, tag.as_deref());
            }
            Event::MappingStart(_, anchor, tag) => {
                self.begin(place, Content::Mapping { merges: false }, anchor, tag.as_deref());
            }
            Event::SequenceEnd | Event::MappingEnd => {
                // A block has no last token, and ends with what is in it.
                let end = if place.start == place.end { self.last_end } else { place.end };
                self.last_end = self.last_end.max(end);
                self.close(end);
            }
            Event::Alias(anchor) => {
                let target = anchor.checked_sub(1).and_then(|index| self.anchors.get(index)).copied();
                let content = match target {
                    Some(target) if self.document.items.get(target as usize).is_some_and(|item| item.end == OPEN) => {
                        let message = format!(
                            "`{}` stands inside of its own anchor, so that it would hold itself",
                            self.slice(place)
                        );
                        sink.report(Diagnostic::new("alias-limit", Severity::Error, place, message));
                        Content::Lost
                    }
                    Some(target) => Content::Alias(target),
                    None => Content::Lost,
                };
                self.push(place, content, 0, None);
                self.last_end = self.last_end.max(place.end);
            }
            Event::UnresolvedAlias(name) => {
                let name = shorten(&name);
                let message =
                    format!("`*{name}` stands for nothing: no anchor `&{name}` is before it in this document");
                let help = "a value that begins with `*` needs quotes";
                sink.report(Diagnostic::new("yaml-syntax", Severity::Error, place, message).with_help(help));
                self.push(place, Content::Lost, 0, None);
                self.last_end = self.last_end.max(place.end);
            }
            _ => {}
        }
    }

    /// Where the document ends whose last event is at `at`. Behind that may be a gap.
    fn mark_after(&self, at: u32) -> u32 {
        if self.gaps.is_empty() { at } else { offset(next_mark(self.text, at as usize)) }
    }

    fn slice(&self, span: Span) -> Cow<'s, str> {
        shorten(self.text.get(span.range()).unwrap_or_default())
    }

    /// The place after the last token.
    fn here(&self) -> Span {
        Span::new(self.last_end, self.last_end)
    }

    fn push(&mut self, span: Span, content: Content<'s>, anchor: usize, tag: Option<&granit_parser::Tag>) {
        let index = offset(self.document.items.len());
        let tag = tag.map_or(Tag::None, tag_of);
        if let Some(open) = self.open.last_mut() {
            let is_merge_key = open.count.is_multiple_of(2) && is_merge_key(&content, tag);
            open.count += 1;
            if is_merge_key
                && let Some(Item { content: Content::Mapping { merges }, .. }) =
                    self.document.items.get_mut(open.index as usize)
            {
                *merges = true;
            }
        }
        if let Some(number) = anchor.checked_sub(1) {
            // Anchors are numbered one after the other.
            if self.anchors.len() <= number {
                self.anchors.resize(number + 1, index);
            }
        }
        self.document.items.push(Item { span, end: index + 1, content, tag, complete: true });
        self.count += 1;
    }

    fn begin(&mut self, span: Span, content: Content<'s>, anchor: usize, tag: Option<&granit_parser::Tag>) {
        let index = offset(self.document.items.len());
        self.push(span, content, anchor, tag);
        if let Some(item) = self.document.items.last_mut() {
            item.end = OPEN;
        }
        self.open.push(Open { index, count: 0 });
        self.last_end = self.last_end.max(span.end);
    }

    /// Ends the innermost collection.
    fn close(&mut self, end: u32) {
        let length = offset(self.document.items.len());
        if let Some(open) = self.open.pop()
            && let Some(item) = self.document.items.get_mut(open.index as usize)
        {
            item.end = length;
            item.span.end = end.max(item.span.start);
        }
    }

    /// A block scalar from its `|` or `>` to the end of its last line that is not blank.
    fn block(&self, content: Span) -> Span {
        let start = self.last_end.min(content.start);
        let before = self.text.get(start as usize..content.start as usize).unwrap_or_default();
        let header = places(before).find(|&at| before.get(at..).is_some_and(|rest| rest.starts_with(['|', '>'])));
        let start = header.map_or(content.start, |at| start + offset(at));
        let written = self.text.get(start as usize..content.end as usize).unwrap_or_default();
        Span::new(start, start + offset(written.trim_end_matches([' ', '\t', '\n', '\r']).len()))
    }

    /// The dash of the first element of a block.
    ///
    /// The parser gives its place, except for what is no further in than the key that it belongs to: there it gives what follows.
    fn dash(&self, first: Span) -> Span {
        let parent = self.open.last().and_then(|open| self.document.items.get(open.index as usize));
        let start = match parent.map(|parent| &parent.content) {
            Some(Content::Mapping { .. }) => self.last_end.min(first.start),
            _ => first.start,
        };
        let before = self.text.get(start as usize..first.start as usize).unwrap_or_default();
        let is_dash = |at: &usize| {
            let rest = before.get(*at..).and_then(|rest| rest.strip_prefix('-'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\n', '\r']))
        };
        let dash = places(before).find(is_dash).map_or(first.start, |at| start + offset(at));
        Span::new(dash, dash)
    }

    fn error(&mut self, error: &ScanError) {
        let at = error.marker().byte_offset().unwrap_or_default().min(self.text.len());
        let at = self.text.floor_char_boundary(at);
        if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
            self.document.too_deep = Some(too_deep(Span::new(offset(at), offset(at))));
            return;
        }
        // What stands before a colon that may not be there was not meant as it was read.
        let last = self.document.items.last().filter(|last| last.span.end == offset(at));
        let last = last.filter(|last| matches!(last.content, Content::Scalar(_, Style::Plain))).map(|last| last.span);
        if last.is_some() {
            self.document.items.pop();
        }
        let brackets = || {
            self.open.iter().filter_map(|open| {
                let item = self.document.items.get(open.index as usize)?;
                (item.span.start < item.span.end).then_some(item.span)
            })
        };
        let from = (self.last_end as usize).min(at);
        let (bracket, outermost) = (brackets().next_back(), brackets().next());
        let stop = Stop { text: self.text, at, before: last, bracket, outermost, from };
        let diagnostic = stop.explain(error.kind());
        self.errors.push((stop.gap(error.kind(), &diagnostic), diagnostic));
    }
}

impl Document<'_> {
    /// Whether nothing is written in it.
    fn is_empty(&self) -> bool {
        match self.items.as_slice() {
            [] => self.too_deep.is_none(),
            [Item { span, content: Content::Scalar(_, Style::Plain), tag: Tag::None, .. }] => span.start == span.end,
            _ => false,
        }
    }
}

/// Whether an item without anything in it is a merge key.
pub(super) fn is_merge_key(content: &Content<'_>, tag: Tag) -> bool {
    match content {
        Content::Scalar(text, Style::Plain) => text == "<<" && matches!(tag, Tag::None | Tag::Merge),
        Content::Scalar(text, Style::Quoted) => text == "<<" && tag == Tag::Merge,
        _ => false,
    }
}

/// A finding for a value that is too deep.
pub(super) fn too_deep(span: Span) -> Diagnostic {
    let message = format!("arrays and objects are nested deeper than {} levels", limits::DEPTH);
    Diagnostic::new("depth-limit", Severity::Error, span, message)
}

/// Where something may begin in what is between a value and the token before it.
fn places(text: &str) -> impl Iterator<Item = usize> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let at = next;
        let rest = text.get(at..)?;
        next += match rest.bytes().next()? {
            // Comments, directives and properties may have anything in them.
            b'#' | b'%' => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            b'&' | b'!' => rest.find([' ', '\t', '\n', '\r']).unwrap_or(rest.len()),
            b'-' if rest.starts_with("---") => 3,
            _ => rest.chars().next().map_or(1, char::len_utf8),
        };
        Some(at)
    })
}

fn range(span: granit_parser::Span) -> Span {
    span.byte_range().map_or_else(Span::default, |range| Span::new(offset(range.start), offset(range.end)))
}

fn tag_of(tag: &granit_parser::Tag) -> Tag {
    match tag.suffix_in_namespace("tag:yaml.org,2002:").as_deref() {
        Some("null") => Tag::Null,
        Some("bool") => Tag::Boolean,
        Some("int") => Tag::Integer,
        Some("float") => Tag::Float,
        Some("str") => Tag::String,
        Some("seq" | "omap" | "pairs") => Tag::Sequence,
        Some("map" | "set") => Tag::Mapping,
        Some("merge") => Tag::Merge,
        None if tag.handle().is_empty() && tag.suffix() == "!" => Tag::Plain,
        _ => Tag::Other,
    }
}
