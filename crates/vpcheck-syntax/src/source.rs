//! A text with its name and syntax.

use std::borrow::Cow;

use crate::{Diagnostic, Tree, json};

/// The syntax of a text.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum Syntax {
    /// JSON as RFC 8259 has it.
    Json,
}

/// A text to read, with the name that findings are reported under.
#[derive(Clone, Debug)]
pub struct Source<'s> {
    name: Cow<'s, str>,
    bytes: Cow<'s, [u8]>,
    syntax: Syntax,
}

impl<'s> Source<'s> {
    /// A JSON text. The bytes need not be valid in any way: what is wrong with them is found when they are read.
    #[must_use]
    pub fn json(name: impl Into<Cow<'s, str>>, bytes: impl Into<Cow<'s, [u8]>>) -> Source<'s> {
        Source { name: name.into(), bytes: bytes.into(), syntax: Syntax::Json }
    }

    /// The name that findings are reported under, usually a path.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The bytes as they are on disk.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The syntax of the text.
    #[must_use]
    pub fn syntax(&self) -> Syntax {
        self.syntax
    }
}

/// What reading a text gave.
#[derive(Debug)]
pub struct Parsed<'s> {
    /// The tree; absent where the text has no value that could be read at all. A tree beside diagnostics holds what could be read.
    pub tree: Option<Tree<'s>>,
    /// What is wrong with the text, in its order.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a text.
#[must_use]
pub fn parse<'s>(source: &'s Source<'_>) -> Parsed<'s> {
    match source.syntax() {
        Syntax::Json => json::parse(source.bytes()),
    }
}
