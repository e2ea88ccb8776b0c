//! The grammar: what follows what.

use super::{encoding::REPLACEMENT, string::Token};
use crate::{
    Diagnostic, Severity, Span, Syntax,
    decoded::Decoded,
    limits,
    sink::Sink,
    tree::{Content, Entry, Extent, Place},
};

/// Reads a text from its start to its end, without recursion: what is open is a chain of parents in the list of entries.
pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) bytes: &'t [u8],
    /// The bytes as they are on disk.
    original: &'t [u8],
    /// Offset of the next byte.
    pub(super) at: usize,
    pub(super) entries: Vec<Entry>,
    pub(super) decoded: Decoded,
    /// The innermost array or object that is open.
    pub(super) open: Option<u32>,
    depth: usize,
    /// Where the value that is read next, or was read last, is in its parent.
    pub(super) place: Place,
    /// What is wrong with the name of the member that is read.
    pub(super) name: NameState,
    /// Where the last comma is.
    pub(super) comma: usize,
    /// Where the last string or name ended.
    pub(super) after_string: usize,
    /// Whether the next missing comma or colon was told already.
    pub(super) told: bool,
    /// Whether the rest of the text is not read, which was told.
    pub(super) stopped: bool,
    /// Where comments are.
    pub(super) comments: Vec<Span>,
    pub(super) syntax: Syntax,
    pub(super) sink: Sink,
}

/// What was read.
pub(super) struct Output {
    pub(super) entries: Vec<Entry>,
    pub(super) decoded: Decoded,
    pub(super) comments: Vec<Span>,
    pub(super) sink: Sink,
}

/// What may come next.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Expected {
    /// A value.
    Value,
    /// A value or the end of an array that is empty.
    FirstValue,
    /// A name.
    Name,
    /// A name or the end of an object that is empty.
    FirstName,
    /// A colon.
    Colon,
    /// A comma or the end of the array or object.
    Separator,
    /// Nothing.
    End,
}

/// What is wrong with a name.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct NameState {
    pub(super) damaged: bool,
    pub(super) lone_surrogate: Option<Span>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(text: &'t str, original: &'t [u8], syntax: Syntax, sink: Sink) -> Parser<'t> {
        Parser {
            text,
            bytes: text.as_bytes(),
            original,
            at: 0,
            entries: Vec::with_capacity(text.len() / 20 + 2),
            decoded: Decoded::default(),
            open: None,
            depth: 0,
            place: Place::Root,
            name: NameState::default(),
            comma: 0,
            after_string: 0,
            told: false,
            stopped: false,
            comments: Vec::new(),
            syntax,
            sink,
        }
    }

    pub(super) fn read(mut self) -> Output {
        if self.syntax != Syntax::Ndjson && self.text.starts_with('\u{feff}') {
            self.at = 3;
            self.sink.report(byte_order_mark());
        }
        let mut expected = Expected::Value;
        while !self.stopped
            && let Some(byte) = self.next()
        {
            expected = match expected {
                Expected::FirstValue if byte == b']' => self.close(),
                Expected::FirstValue | Expected::Value => self.value(byte),
                Expected::FirstName if byte == b'}' => self.close(),
                Expected::Name | Expected::FirstName => self.member(expected, byte),
                Expected::Colon => self.colon(byte),
                Expected::Separator => self.separator(byte),
                Expected::End => self.text_after_end(),
            };
        }
        self.end(expected);
        Output { entries: self.entries, decoded: self.decoded, comments: self.comments, sink: self.sink }
    }

    /// Skips white space, and what is taken for it, and gives the next byte, which stays.
    #[inline]
    pub(super) fn next(&mut self) -> Option<u8> {
        match *self.bytes.get(self.at)? {
            byte @ (b'"' | b',' | b'-' | b'0'..=b':' | b'A'..=b'~') => Some(byte),
            _ => self.skip_space(),
        }
    }

    #[inline(never)]
    fn skip_space(&mut self) -> Option<u8> {
        loop {
            match *self.bytes.get(self.at)? {
                b'\n' => {
                    self.at += 1;
                    self.at += indentation(self.bytes, self.at);
                }
                b' ' | b'\r' | b'\t' => self.at += 1,
                b'/' | b'#' | REPLACEMENT | 0x80.. if self.skip_foreign() => {}
                byte => return Some(byte),
            }
        }
    }

    /// Whether the byte at `at` stands for one that is not UTF-8, which is told elsewhere.
    pub(super) fn is_replaced(&self, at: usize) -> bool {
        self.bytes.get(at) != self.original.get(at)
    }

    #[inline]
    fn value(&mut self, byte: u8) -> Expected {
        let start = self.at;
        match byte {
            b'"' => {
                let token = self.string();
                self.push_string(token);
            }
            b'-' | b'0'..=b'9' => return self.number(),
            b'{' | b'[' => return self.open(byte),
            b't' if self.takes("true") => self.push(start, Content::Boolean(true)),
            b'f' if self.takes("false") => self.push(start, Content::Boolean(false)),
            b'n' if self.takes("null") => self.push(start, Content::Null),
            _ => return self.unreadable_value(byte),
        }
        self.after_value()
    }

    #[inline]
    fn member(&mut self, expected: Expected, byte: u8) -> Expected {
        if byte != b'"' {
            return self.unreadable_name(expected, byte);
        }
        let token = self.string();
        self.set_name(token);
        match self.next() {
            Some(byte) => self.colon(byte),
            None => Expected::Colon,
        }
    }

    #[inline]
    fn colon(&mut self, byte: u8) -> Expected {
        if byte != b':' {
            return self.no_colon(byte);
        }
        self.at += 1;
        self.told = false;
        match self.next() {
            Some(byte) => self.value(byte),
            None => Expected::Value,
        }
    }

    #[inline]
    fn separator(&mut self, byte: u8) -> Expected {
        match (byte, &mut self.place) {
            (b',', Place::Member(..)) => {
                self.comma = self.at;
                self.at += 1;
                self.told = false;
                Expected::Name
            }
            (b',', Place::Element(index)) => {
                *index += 1;
                self.comma = self.at;
                self.at += 1;
                self.told = false;
                Expected::Value
            }
            (b'}', Place::Member(..)) | (b']', Place::Element(_)) => self.close(),
            _ => self.no_separator(byte),
        }
    }

    /// Whether the word comes next and no longer one; then goes past it.
    #[inline]
    fn takes(&mut self, word: &str) -> bool {
        let end = self.at + word.len();
        let is_next = self.bytes.get(self.at..end) == Some(word.as_bytes());
        let goes_on = self.bytes.get(end).is_some_and(|&byte| byte == b'"' || super::word::is_part(byte));
        if is_next && !goes_on {
            self.at = end;
        }
        is_next && !goes_on
    }

    fn open(&mut self, byte: u8) -> Expected {
        let start = self.at;
        self.at += 1;
        let index = offset(self.entries.len());
        let (content, place, expected) = if byte == b'{' {
            (Content::Object(Extent::default()), Place::Member(Span::default(), None), Expected::FirstName)
        } else {
            (Content::Array(Extent::default()), Place::Element(0), Expected::FirstValue)
        };
        self.push(start, content);
        self.open = Some(index);
        self.place = place;
        self.depth += 1;
        if self.depth > limits::DEPTH {
            self.too_deep(index, start);
        }
        expected
    }

    /// Closes what is open with the byte that comes next.
    pub(super) fn close(&mut self) -> Expected {
        self.at += 1;
        self.close_here()
    }

    /// Closes what is open where the text is.
    pub(super) fn close_here(&mut self) -> Expected {
        let length = offset(self.entries.len());
        if let Some(entry) = self.open.and_then(|index| self.entries.get_mut(index as usize)) {
            entry.span.end = offset(self.at);
            if let Content::Array(extent) | Content::Object(extent) = &mut entry.content {
                extent.end = length;
            }
            self.open = entry.parent;
            self.place = entry.place;
            self.depth = self.depth.saturating_sub(1);
        }
        self.told = false;
        self.after_value()
    }

    pub(super) fn after_value(&self) -> Expected {
        if self.open.is_some() { Expected::Separator } else { Expected::End }
    }

    /// Takes a token as the name of the member that comes next.
    #[inline]
    pub(super) fn set_name(&mut self, token: Token) {
        self.place = Place::Member(token.span, token.decoded);
        self.name = NameState { damaged: !token.complete, lone_surrogate: token.lone_surrogate };
    }

    #[inline]
    pub(super) fn push_string(&mut self, token: Token) {
        self.push_entry(token.span, Content::String(token.decoded), token.complete);
        if let Some(span) = token.lone_surrogate {
            self.report_lone_surrogate(span);
        }
    }

    /// Adds a value from `start` to where the text is.
    #[inline]
    pub(super) fn push(&mut self, start: usize, content: Content) {
        self.push_entry(Span::new(offset(start), offset(self.at)), content, true);
    }

    #[inline]
    pub(super) fn push_entry(&mut self, span: Span, content: Content, complete: bool) {
        if let Some(parent) = self.open.and_then(|index| self.entries.get_mut(index as usize))
            && let Content::Array(extent) | Content::Object(extent) = &mut parent.content
        {
            extent.count += 1;
        }
        let complete = complete && !self.name.damaged;
        let index = offset(self.entries.len());
        self.entries.push(Entry { index, span, parent: self.open, place: self.place, content, complete });
        if self.name.damaged {
            self.report_damaged_name();
        }
    }
}

/// How many spaces there are at `at`, up to eight.
#[inline]
fn indentation(bytes: &[u8], at: usize) -> usize {
    let chunk = bytes.get(at..).and_then(<[u8]>::first_chunk);
    let others = chunk.map_or(1, |chunk| u64::from_le_bytes(*chunk) ^ u64::from_le_bytes([b' '; 8]));
    (others.trailing_zeros() / 8) as usize
}

/// An offset or index as it is kept; the limit on the size of a text makes it fit.
#[inline]
pub(super) fn offset(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

pub(super) fn byte_order_mark() -> Diagnostic {
    let message = "the text begins with a byte order mark: save it without one";
    Diagnostic::new("byte-order-mark", Severity::Warning, Span::new(0, 3), message)
}
