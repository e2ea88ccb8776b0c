//! Where a value stands, and whether that is where it is used.

use std::ops::Range;

use super::dialect::Dialect;
use super::neighbours::{last_inside, next, previous};
use super::text::Text;
use super::token;
use crate::{Kind, Node, Span};

/// How many bytes may stand between a name and its value, or between two values, so that looking at them for each edit costs
/// little.
const MOST_BETWEEN: usize = 4096;

/// A value that is written where it is used.
#[derive(Clone, Debug)]
pub(super) struct Place<'t> {
    node: Node<'t>,
    text: Text<'t>,
    value: Range<usize>,
    is_in_brackets: bool,
}

impl<'t> Place<'t> {
    /// The place of a value; nothing where that is not the one where it is used.
    pub(super) fn of(node: Node<'t>) -> Option<Place<'t>> {
        let text = Text::of(node.tree())?;
        let value = text.range(node.span())?;
        let mut is_in_brackets = false;
        let mut inner = node;
        while let Some(parent) = inner.parent() {
            is_in_brackets |= is_delimited(parent);
            match stands(text, inner, parent)? {
                Stands::Here => inner = parent,
                Stands::Alone => break,
            }
        }
        Some(Place { node, text, value, is_in_brackets })
    }

    pub(super) fn node(&self) -> Node<'t> {
        self.node
    }

    pub(super) fn text(&self) -> Text<'t> {
        self.text
    }

    /// The value itself.
    pub(super) fn value(&self) -> Range<usize> {
        self.value.clone()
    }

    /// The name as it is written.
    pub(super) fn name(&self) -> Option<&'t str> {
        Some(self.text.get(self.text.range(self.node.name_span()?)?))
    }

    /// Whether it is in an array or object with brackets around it, so that lines do not count.
    pub(super) fn is_in_brackets(&self) -> bool {
        self.is_in_brackets
    }

    /// Whether it is in the body of a block of Terraform, which has brackets but no commas.
    pub(super) fn is_in_body(&self) -> bool {
        let is_body = |parent: Node<'_>| {
            let gap = parent.name_span().map(|name| between(self.text, name.end, parent.span().start));
            gap.is_none_or(|gap| gap.is_some_and(|gap| gap.is_empty()))
        };
        self.text.dialect() == Dialect::Terraform && self.node.parent().is_some_and(is_body)
    }

    /// Whether it is all that its object or array has, also in the text.
    pub(super) fn is_alone(&self) -> bool {
        let is_whole = |parent: Node<'t>| {
            self.text.range(parent.span()).is_some_and(|range| range.start == self.start())
                && end_of(self.text, parent) == self.end()
        };
        previous(self.node).is_none()
            && next(self.node).is_none()
            && self.node.parent().is_some_and(|parent| is_delimited(parent) || is_whole(parent))
    }

    /// Where it starts, with its name.
    pub(super) fn start(&self) -> usize {
        start_of(self.text, self.node)
    }

    /// Where it ends.
    pub(super) fn end(&self) -> usize {
        end_of(self.text, self.node)
    }

    /// The value as it is written, where that is one token which says just that; empty for an array or object in brackets.
    pub(super) fn token(&self) -> Option<&'t str> {
        let written = self.text.get(self.value());
        if matches!(self.node.kind(), Kind::Array | Kind::Object) {
            // Comments inside would be lost.
            let is_simple = is_delimited(self.node) && !written.contains(['\n', '#']) && !written.contains("/*");
            return is_simple.then_some("");
        }
        token::is_plain(self.text.dialect(), self.node, written).then_some(written)
    }

    /// Whether there are comments in it. A string that looks like one counts as well.
    pub(super) fn has_comments(&self) -> bool {
        if !matches!(self.node.kind(), Kind::Array | Kind::Object) {
            return false;
        }
        let start = self.start().min(self.value.start);
        let written = self.text.get(start..self.end().max(start));
        let has_line = match self.text.dialect() {
            Dialect::Json | Dialect::TerraformJson => written.contains("//"),
            Dialect::Yaml | Dialect::Toml | Dialect::Shell => written.contains('#'),
            Dialect::Terraform => written.contains("//") || written.contains('#'),
        };
        (has_line && written.contains('\n')) || written.contains("/*")
    }

    /// Whether it is a table of TOML that has a header, or of which only the names of its members tell.
    pub(super) fn is_split(&self) -> bool {
        if !cfg!(feature = "toml")
            || self.text.dialect() != Dialect::Toml
            || !matches!(self.node.kind(), Kind::Array | Kind::Object)
        {
            return false;
        }
        let has_equals = |name: Span| between(self.text, name.end, self.node.span().start).as_deref() == Some("=");
        !is_delimited(self.node) || !self.node.name_span().is_none_or(has_equals)
    }
}

/// Whether a value stands where it is used.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Stands {
    /// It does, if what it is in does.
    Here,
    /// It does, whatever it is in.
    Alone,
}

/// Whether a value stands right behind its name, and inside of what it is in.
fn stands(text: Text<'_>, node: Node<'_>, parent: Node<'_>) -> Option<Stands> {
    let dialect = text.dialect();
    match dialect {
        Dialect::Shell => return Some(Stands::Alone),
        // The members of a table stand behind its header, wherever that is, and nothing refers to anything.
        Dialect::Toml => return Some(Stands::Here),
        Dialect::Json | Dialect::TerraformJson | Dialect::Yaml | Dialect::Terraform => {}
    }
    let span = node.span();
    let start = node.name_span().map_or(span.start, |name| name.start);
    let gap = match (node.name_span(), previous(node)) {
        (Some(name), _) => between(text, name.end, span.start)?,
        (None, Some(before)) => meaning(text, end_of(text, before)..text.range(span)?.start)?,
        (None, None) => between(text, parent.span().start, span.start)?,
    };
    if dialect == Dialect::Terraform && node.name_span().is_some() && gap.is_empty() {
        // What a block is in is no value that stands anywhere.
        return Some(Stands::Alone);
    }
    let is_usual = match (node.name_span(), dialect) {
        (Some(_), Dialect::Terraform) => matches!(gap.as_str(), "=" | ":"),
        (Some(_), _) => gap == ":",
        (None, Dialect::Yaml) => matches!(gap.as_str(), "-" | "," | "[" | ""),
        (None, _) => matches!(gap.as_str(), "," | "["),
    };
    let is_inside = parent.span().start <= start && span.end <= parent.span().end;
    (is_usual && is_inside && !is_merged(dialect, node, start)).then_some(Stands::Here)
}

/// Whether a member came into its object by a merge key of YAML: then its neighbours do not stand around it.
fn is_merged(dialect: Dialect, node: Node<'_>, start: u32) -> bool {
    let start_of = |other: Node<'_>| other.name_span().map_or(other.span().start, |name| name.start);
    let encloses = |other: Node<'_>| start_of(other) < start && start < other.span().end;
    dialect == Dialect::Yaml
        && node.name_span().is_some()
        && (previous(node).is_some_and(|before| start_of(before) > start || encloses(before))
            || next(node).is_some_and(encloses))
}

fn between(text: Text<'_>, start: u32, end: u32) -> Option<String> {
    meaning(text, text.range(Span::new(start, end))?)
}

fn meaning(text: Text<'_>, range: Range<usize>) -> Option<String> {
    (range.start <= range.end && range.len() <= MOST_BETWEEN).then(|| text.meaning(range))
}

/// Whether an array or object is written with brackets around it.
pub(super) fn is_delimited(node: Node<'_>) -> bool {
    let (open, close) = match node.kind() {
        Kind::Array => ('[', ']'),
        Kind::Object => ('{', '}'),
        _ => return false,
    };
    let span = node.span();
    // The header of a table has brackets as well, around its name.
    let is_header = node.name_span().is_some_and(|name| span.start <= name.start && name.end <= span.end);
    let written = node.text();
    written.starts_with(open) && written.ends_with(close) && written.len() > 1 && !is_header
}

/// Where a value starts, with its name.
pub(super) fn start_of(text: Text<'_>, node: Node<'_>) -> usize {
    text.range(node.name_span().unwrap_or(node.span())).map_or(0, |range| range.start)
}

/// Where a value ends. Without brackets, what is inside tells.
pub(super) fn end_of(text: Text<'_>, node: Node<'_>) -> usize {
    let mut inner = last_inside(node);
    let mut end = 0;
    loop {
        let is_open = inner.end_position() > inner.position() + 1 && !is_delimited(inner);
        if !is_open && let Some(range) = text.range(inner.span()) {
            let written = text.get(range.clone()).trim_end_matches([' ', '\t', '\r', '\n']);
            end = end.max(range.start + written.len());
        }
        // A value of YAML that is not written at all ends with its name.
        if let Some(name) = inner.name_span().and_then(|name| text.range(name)).filter(|name| name.end > end) {
            end = name.end + usize::from(text.after(name.end).starts_with(':'));
        }
        match inner.parent() {
            Some(parent) if inner.position() != node.position() => inner = parent,
            _ => return end,
        }
    }
}
