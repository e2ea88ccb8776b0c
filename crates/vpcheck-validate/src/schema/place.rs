//! Where the engine is: a value, and how the way to it was read.

use vpcheck_syntax::{Node, Span};

use super::{Dispatch, Schema, Union};
use crate::message;

/// A value, with the arms of unions that it and what it is in were read as.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'p, 't> {
    pub(crate) node: Node<'t>,
    pub(crate) reading: Option<&'p Reading<'p>>,
}

/// The arm of a union that was chosen, and what was chosen before. It is kept on the stack, so that walking allocates nothing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading<'p> {
    pub(crate) union: &'static Union,
    pub(crate) arm: usize,
    pub(crate) outer: Option<&'p Reading<'p>>,
}

impl<'t> Place<'_, 't> {
    pub(crate) fn start<'p>(node: Node<'t>) -> Place<'p, 't> {
        Place { node, reading: None }
    }

    /// Another value that was read the same way: one that is in this one.
    pub(super) fn inside(self, node: Node<'t>) -> Self {
        Place { node, ..self }
    }

    /// The span of the key, or of the value where it is not a member.
    pub(crate) fn name_span(self) -> Span {
        self.node.name_span().unwrap_or_else(|| self.node.span())
    }
}

impl Reading<'_> {
    /// What was chosen, such as `HTTP service`.
    pub(crate) fn schema(&self) -> Option<&'static Schema> {
        self.union.arms.get(self.arm).map(|slot| slot.schema)
    }

    /// Whether the innermost choice was this schema, so that it says something about the value itself.
    pub(crate) fn is_of(&self, schema: &'static Schema) -> bool {
        self.schema().is_some_and(|chosen| std::ptr::eq(chosen, schema))
    }

    /// The reading as a note, where more than one thing was chosen; one alone is in the message already.
    ///
    /// It reads `read as an HTTP service on a hostname host`.
    pub(crate) fn note(&self) -> Option<String> {
        let mut titles: Vec<&str> = Vec::with_capacity(4);
        let mut reading = Some(self);
        while let Some(here) = reading {
            titles.extend(here.schema().and_then(|schema| schema.title));
            // A tag says what the whole is: what is around it explains nothing more.
            reading = if matches!(here.union.dispatch, Dispatch::Tag { .. }) { None } else { here.outer };
        }
        if titles.len() < 2 {
            return None;
        }
        let mut note = String::with_capacity(message::ROOM);
        note.push_str("read as ");
        for (index, title) in titles.into_iter().rev().enumerate() {
            let [article, title] = message::article_and_title(title);
            note.extend([if index > 0 { " on " } else { "" }, article, title]);
        }
        Some(note)
    }
}
