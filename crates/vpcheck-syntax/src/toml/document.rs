//! The tables and values of a document, in which a table may be added to from several places.

use std::borrow::Cow;
use std::collections::HashMap;

use super::{
    offset,
    twice::{in_two_brackets, report_twice, twice},
};
use crate::{Span, Syntax, TreeBuilder, escape::shorten, limits, sink::Sink, tree::Tree};

/// The table that everything is in.
pub(super) const ROOT: u32 = 0;

/// A part of a key that stands between dots, or the whole of one.
#[derive(Clone, Debug)]
pub(super) struct Key<'s> {
    pub(super) span: Span,
    pub(super) name: Cow<'s, str>,
}

/// What is in a document so far.
pub(super) struct Document<'s> {
    /// How many values it may have.
    pub(super) limit: usize,
    items: Vec<Item<'s>>,
    /// The value that a table has under a name; the last one, where there are several.
    names: HashMap<(u32, Cow<'s, str>), u32>,
}

struct Item<'s> {
    span: Span,
    key: Option<Key<'s>>,
    content: Content<'s>,
    /// The one after it in its table or array.
    next: Option<u32>,
    /// Where the first of its name is.
    first: Option<Span>,
    depth: usize,
    complete: bool,
}

/// What a value holds.
pub(super) enum Content<'s> {
    Boolean(bool),
    Number(Cow<'s, str>),
    String(Cow<'s, str>),
    DateTime,
    Array(Items, Array),
    Table(Items, Table),
}

/// The first and the last of what is in a table or array.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Items {
    first: Option<u32>,
    last: Option<u32>,
}

/// How an array is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Array {
    /// Between brackets.
    Brackets,
    /// One element below each `[[…]]`.
    Tables,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Table {
    /// Below a header, or the root.
    Header,
    /// It is named on the way of a header to another table, and may get a header of its own.
    Implicit,
    /// It is there because a key with dots is.
    Dotted,
    /// Between braces.
    Inline,
}

impl Content<'_> {
    /// What it is, for a message.
    pub(super) fn what(&self) -> &'static str {
        match self {
            Content::Array(_, Array::Brackets) => "an array",
            Content::Array(_, Array::Tables) => "an array of tables",
            Content::Table(_, Table::Inline) => "an inline table",
            Content::Table(..) => "a table",
            _ => "a value",
        }
    }

    fn items(&self) -> Option<Items> {
        match self {
            Content::Array(items, _) | Content::Table(items, _) => Some(*items),
            _ => None,
        }
    }

    fn items_mut(&mut self) -> Option<&mut Items> {
        match self {
            Content::Array(items, _) | Content::Table(items, _) => Some(items),
            _ => None,
        }
    }
}

/// Why no more is taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Refused {
    /// Arrays and tables are nested too deeply.
    TooDeep,
    /// There are too many values.
    TooMany,
}

impl<'s> Document<'s> {
    pub(super) fn new(length: usize) -> Document<'s> {
        let root = Item {
            span: Span::new(0, offset(length)),
            key: None,
            content: Content::Table(Items::default(), Table::Header),
            next: None,
            first: None,
            depth: 1,
            complete: true,
        };
        Document { limit: limits::NODES, items: vec![root], names: HashMap::new() }
    }

    /// Adds a value to a table under a key, or to an array. Where the table has the key, that is told and both are there.
    pub(super) fn add(
        &mut self,
        parent: u32,
        key: Option<Key<'s>>,
        span: Span,
        content: Content<'s>,
        sink: &mut Sink,
    ) -> Result<u32, Refused> {
        let depth = self.items.get(parent as usize).map_or(0, |parent| parent.depth) + 1;
        if depth > limits::DEPTH && content.items().is_some() {
            return Err(Refused::TooDeep);
        }
        if self.items.len() >= self.limit {
            return Err(Refused::TooMany);
        }
        let index = offset(self.items.len());
        let before = key.as_ref().and_then(|key| self.names.insert((parent, key.name.clone()), index));
        let mut first = key.as_ref().map(|key| key.span);
        if let (Some(key), Some(before)) = (&key, before.and_then(|before| self.items.get(before as usize))) {
            first = before.first;
            report_twice(key, &before.content, &content, first, index, sink);
        }
        self.items.push(Item { span, key, content, next: None, first, depth, complete: true });
        let items = self.items.get_mut(parent as usize).and_then(|parent| parent.content.items_mut());
        let last = items.and_then(|items| {
            items.first = items.first.or(Some(index));
            items.last.replace(index)
        });
        if let Some(last) = last.and_then(|last| self.items.get_mut(last as usize)) {
            last.next = Some(index);
        }
        Ok(index)
    }

    /// A table that is nowhere, for what stands below a header that could not be read.
    pub(super) fn nowhere(&mut self) -> u32 {
        let index = offset(self.items.len());
        let content = Content::Table(Items::default(), Table::Header);
        let span = Span::default();
        self.items.push(Item { span, key: None, content, next: None, first: None, depth: 1, complete: true });
        index
    }

    /// The table that the key before a dot names in a header.
    pub(super) fn enter(&mut self, table: u32, key: Key<'s>, header: Span, sink: &mut Sink) -> Result<u32, Refused> {
        let found = self.find(table, &key.name);
        match found.and_then(|found| Some((found, &self.items.get(found as usize)?.content))) {
            Some((found, Content::Table(_, Table::Header | Table::Implicit | Table::Dotted))) => Ok(found),
            Some((_, Content::Array(Items { last: Some(last), .. }, Array::Tables))) => Ok(*last),
            _ => self.add(table, Some(key), header, Content::Table(Items::default(), Table::Implicit), sink),
        }
    }

    /// The table that the key before a dot names before a value.
    pub(super) fn enter_dotted(&mut self, table: u32, key: Key<'s>, sink: &mut Sink) -> Result<u32, Refused> {
        let found = self.find(table, &key.name);
        let content = found.and_then(|found| Some(&self.items.get(found as usize)?.content));
        if let (Some(found), Some(Content::Table(_, Table::Dotted))) = (found, content) {
            return Ok(found);
        }
        let span = key.span;
        self.add(table, Some(key), span, Content::Table(Items::default(), Table::Dotted), sink)
    }

    /// The table of a header.
    pub(super) fn define(&mut self, parent: u32, key: Key<'s>, header: Span, sink: &mut Sink) -> Result<u32, Refused> {
        let found = self.find(parent, &key.name);
        let index = found.map(|found| found as usize);
        match index.and_then(|index| self.items.get_mut(index)) {
            Some(item) if matches!(item.content, Content::Table(_, Table::Implicit)) => {
                if let Content::Table(_, kind) = &mut item.content {
                    *kind = Table::Header;
                }
                item.span = header;
                item.first = Some(key.span);
                item.key = Some(key);
                Ok(found.unwrap_or(ROOT))
            }
            Some(Item { content: Content::Array(_, Array::Tables), first, .. }) => {
                let name = shown(&key.name);
                let message = format!("{name} is an array of tables, and `[{}]` is one table", shorten(&key.name));
                let help = format!("write `[[{}]]`", shorten(&key.name));
                let mut diagnostic = twice(key.span, message).with_help(help).with_fix(in_two_brackets(header));
                if let Some(first) = *first {
                    diagnostic = diagnostic.with_label(first, "first given here");
                }
                let array = found.unwrap_or(ROOT);
                let table = self.add(array, None, header, Content::Table(Items::default(), Table::Header), sink)?;
                sink.report_at(table, diagnostic);
                Ok(table)
            }
            _ => self.add(parent, Some(key), header, Content::Table(Items::default(), Table::Header), sink),
        }
    }

    /// The table of a header in two brackets: the next one of an array.
    pub(super) fn define_next(
        &mut self,
        parent: u32,
        key: Key<'s>,
        header: Span,
        sink: &mut Sink,
    ) -> Result<u32, Refused> {
        let found = self.find(parent, &key.name);
        let array = match found.and_then(|found| Some((found, &self.items.get(found as usize)?.content))) {
            Some((found, Content::Array(_, Array::Tables))) => found,
            _ => self.add(parent, Some(key), header, Content::Array(Items::default(), Array::Tables), sink)?,
        };
        self.add(array, None, header, Content::Table(Items::default(), Table::Header), sink)
    }

    /// Says that something in a table or array could not be read.
    pub(super) fn set_incomplete(&mut self, index: u32) {
        if let Some(item) = self.items.get_mut(index as usize) {
            item.complete = false;
        }
    }

    /// Sets where a value ends.
    pub(super) fn set_end(&mut self, index: u32, end: u32) {
        if let Some(item) = self.items.get_mut(index as usize) {
            item.span.end = end;
        }
    }

    /// The tree, with the index in it of each value.
    pub(super) fn finish(self, text: &'s str) -> (Option<Tree<'s>>, Vec<u32>) {
        let mut builder = TreeBuilder::new(text, Syntax::Toml);
        let mut positions = vec![0; self.items.len()];
        let mut open = Vec::new();
        let mut next = Some(ROOT);
        loop {
            let Some((index, item)) = next.and_then(|next| Some((next, self.items.get(next as usize)?))) else {
                let Some(after) = open.pop() else { break };
                builder.end();
                next = after;
                continue;
            };
            if let Some(position) = positions.get_mut(index as usize) {
                *position = offset(builder.len());
            }
            if let Some(key) = &item.key {
                builder.name(key.span, &key.name);
            }
            next = item.next;
            match &item.content {
                Content::Boolean(value) => builder.boolean(item.span, *value),
                Content::Number(json) => builder.number(item.span, json),
                Content::String(text) => builder.string(item.span, text),
                Content::DateTime => builder.date_time(item.span),
                Content::Array(items, _) => {
                    builder.begin_array(item.span);
                    open.push(std::mem::replace(&mut next, items.first));
                }
                Content::Table(items, _) => {
                    builder.begin_object(item.span);
                    open.push(std::mem::replace(&mut next, items.first));
                }
            }
            if !item.complete {
                builder.set_last_incomplete();
            }
        }
        (builder.finish(), positions)
    }

    fn find(&self, table: u32, name: &str) -> Option<u32> {
        self.names.get(&(table, Cow::Borrowed(name))).copied()
    }
}

/// A name, for a message.
pub(super) fn shown(name: &str) -> String {
    if name.is_empty() { "the empty key".to_owned() } else { format!("`{}`", shorten(name)) }
}
