//! What is on a page, before it is written in some markup.

use std::{collections::HashSet, fmt::Write as _};

use vpcheck_syntax::escape::escape;

use super::definition;
use crate::export::{Export, reached};

/// A whole reference.
pub(super) struct Page {
    pub(super) title: String,
    pub(super) introduction: Vec<Block>,
    pub(super) sections: Vec<Section>,
    pub(super) origin: String,
}

/// What is said of one definition, or of a part of it.
pub(super) struct Section {
    pub(super) anchor: String,
    pub(super) title: String,
    /// Whether it is about a part of the section before.
    pub(super) is_part: bool,
    pub(super) blocks: Vec<Block>,
}

/// Something that stands by itself.
pub(super) enum Block {
    Paragraph(Text),
    /// A short heading within a section.
    Label(&'static str),
    List(Vec<Text>),
    Table(Table),
    /// JSON, with what it shows.
    Example(Text, String),
}

/// A table; the first cell of a row says what the row is about.
pub(super) struct Table {
    pub(super) head: Vec<Text>,
    pub(super) rows: Vec<Row>,
    /// What it shows, for those who do not see it.
    pub(super) about: String,
}

/// A row, which can be linked to where it has an anchor.
pub(super) struct Row {
    pub(super) anchor: Option<String>,
    pub(super) cells: Vec<Text>,
}

/// Text in one paragraph.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Text(pub(super) Vec<Span>);

/// A part of a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Span {
    Plain(String),
    Code(String),
    /// To the anchor of a section.
    Link(String, String),
}

impl Page {
    pub(super) fn of(export: &Export<'_>) -> Page {
        let root = export.roots.first().map(|&id| &export.model.definition(id).shape.documentation);
        let model = export.model;
        let title = model.title.as_deref().or_else(|| root?.title.as_deref()).unwrap_or("Reference");
        let mut introduction = Vec::new();
        introduction.extend(model.description.as_deref().map(|text| Block::Paragraph(Text::prose(text))));
        let mut anchors = Anchors::default();
        let ids = reached(model, &export.roots);
        for &id in &ids {
            anchors.taken.insert(model.definition(id).name.clone());
        }
        let sections = ids.into_iter().flat_map(|id| definition::sections(export, id, &mut anchors)).collect();
        Page { title: clean(title), introduction, sections, origin: export.origin() }
    }
}

/// The anchors that are given.
#[derive(Default)]
pub(super) struct Anchors {
    taken: HashSet<String>,
}

impl Anchors {
    /// An anchor for a part of what has one: `HttpService--http_port`. It depends on the names only, so that it stays.
    pub(super) fn within(&mut self, outer: &str, joint: &str, name: &str) -> String {
        let mut anchor = format!("{outer}{joint}");
        for character in name.chars() {
            if character.is_ascii_alphanumeric() || character == '_' {
                anchor.push(character);
            } else {
                // No other character is taken for this one.
                let _ = write!(anchor, "-{:x}-", u32::from(character));
            }
        }
        let mut number = 2;
        let mut unique = anchor.clone();
        while !self.taken.insert(unique.clone()) {
            unique = format!("{anchor}-n{number}");
            number += 1;
        }
        unique
    }
}

impl Text {
    pub(super) fn plain(text: impl Into<String>) -> Text {
        Text(vec![Span::Plain(text.into())])
    }

    pub(super) fn code(text: &str) -> Text {
        Text(vec![Span::Code(shown(text))])
    }

    /// A description: what is between backticks is code.
    pub(super) fn prose(text: &str) -> Text {
        let text = clean(text);
        let parts: Vec<&str> = text.split('`').collect();
        if parts.len().is_multiple_of(2) {
            return Text::plain(text);
        }
        let span = |(index, part): (usize, &&str)| {
            (!part.is_empty())
                .then(|| if index % 2 == 1 { Span::Code((*part).to_owned()) } else { Span::Plain((*part).to_owned()) })
        };
        Text(parts.iter().enumerate().filter_map(span).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn and(mut self, other: Text) -> Text {
        self.0.extend(other.0);
        self
    }

    pub(super) fn then(self, text: &str) -> Text {
        self.and(Text::plain(text))
    }

    /// Texts with something between them.
    pub(super) fn join(texts: impl IntoIterator<Item = Text>, between: &str) -> Text {
        texts.into_iter().reduce(|left, right| left.then(between).and(right)).unwrap_or_default()
    }

    /// The text as a sentence: with a capital at its start and a full stop at its end.
    pub(super) fn sentence(self) -> Text {
        self.ended(".")
    }

    /// The text with a capital at its start, and something at its end.
    pub(super) fn ended(mut self, end: &str) -> Text {
        if let Some(Span::Plain(first)) = self.0.first_mut() {
            let mut characters = first.chars();
            let capital: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
            *first = capital + characters.as_str();
        }
        let is_whole = matches!(self.0.last(), Some(Span::Plain(last)) if last.ends_with(['.', '!', '?', ':']));
        if is_whole { self } else { self.then(end) }
    }
}

/// One line in which everything can be seen.
pub(super) fn clean(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// A name or a value in which everything can be seen, also that there is nothing.
fn shown(text: &str) -> String {
    let is_odd = text.is_empty() || text.starts_with(' ') || text.ends_with(' ');
    if is_odd { format!("\"{text}\"") } else { escape(text).into_owned() }
}
