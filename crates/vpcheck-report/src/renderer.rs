//! Reports in, text out.

use vpcheck_syntax::Source;
use vpcheck_validate::Report;

use crate::{Format, Part, Summary, concise, full, github, gitlab, json, junit, sarif};

/// How many columns a line of source may take where nobody knows the width of the terminal.
pub const WIDTH: usize = 100;

/// Below this many columns a line of source says nothing.
const NARROWEST: usize = 40;

/// Beyond this many columns nobody reads, and a line of source is cut all the same.
const WIDEST: usize = 10_000;

/// Whether text may have colours. They are ANSI escape sequences.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Color {
    /// Colours.
    Always,
    /// Plain text.
    #[default]
    Never,
}

/// Whether the ids of rules lead to their pages on the web. Links are OSC 8 escape sequences, and go with colours only.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq)]
pub enum Links {
    /// Links.
    Always,
    /// Plain text.
    #[default]
    Never,
}

/// How text for people looks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Style {
    pub(crate) color: Color,
    pub(crate) links: Links,
    pub(crate) width: usize,
}

/// What comes after the findings in the formats for people.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Ending {
    Summary,
    Nothing,
}

/// Writes reports in one format.
///
/// [`render`](Renderer::render) does all at once. Who has many documents writes the [`part`](Renderer::part) of each, on
/// several threads where that helps, forgets the document, and [assembles](Renderer::assemble) the parts.
#[derive(Clone, Debug)]
pub struct Renderer {
    format: Format,
    style: Style,
    ending: Ending,
}

impl Renderer {
    /// Writes `format` without colours and links for [`WIDTH`] columns.
    #[must_use]
    pub fn new(format: Format) -> Renderer {
        Renderer {
            format,
            style: Style { color: Color::Never, links: Links::Never, width: WIDTH },
            ending: Ending::Summary,
        }
    }

    /// The same with colours, or without. Formats for programs never have any.
    #[must_use]
    pub fn with_color(mut self, color: Color) -> Renderer {
        self.style.color = color;
        self
    }

    /// The same with links, or without. They are in [`Format::Full`] alone, and only where there are colours.
    #[must_use]
    pub fn with_links(mut self, links: Links) -> Renderer {
        self.style.links = links;
        self
    }

    /// The same for another number of columns: longer lines of the source are cut around the place. Less than 40 are taken for 40,
    /// and more than 10,000 for 10,000.
    #[must_use]
    pub fn with_width(mut self, width: usize) -> Renderer {
        self.style.width = width.clamp(NARROWEST, WIDEST);
        self
    }

    /// The same without the summary at the end of the formats for people.
    #[must_use]
    pub fn quiet(mut self) -> Renderer {
        self.ending = Ending::Nothing;
        self
    }

    /// All reports, each with the source it is about, and the summary.
    #[must_use]
    pub fn render(&self, documents: &[(&Report, &Source<'_>)]) -> String {
        let parts: Vec<Part> = documents.iter().map(|(report, source)| self.part(report, source)).collect();
        self.assemble(&parts, &documents.iter().map(|(report, _)| *report).collect())
    }

    /// What there is to say about one document: nothing where nothing was found.
    #[must_use]
    pub fn part(&self, report: &Report, source: &Source<'_>) -> Part {
        if report.findings().is_empty() && self.format != Format::Junit {
            return Part::default();
        }
        match self.format {
            Format::Full => full::part(report, source, self.style),
            Format::Concise => concise::part(report, self.style.color),
            Format::Json => json::part(report, source, ",\n"),
            Format::JsonLines => json::part(report, source, "\n"),
            Format::Sarif => sarif::part(report, source),
            Format::Junit => junit::part(report),
            Format::Github => github::part(report),
            Format::Gitlab => gitlab::part(report),
        }
    }

    /// The whole text from the parts of its documents, in their order.
    #[must_use]
    pub fn assemble(&self, parts: &[Part], summary: &Summary) -> String {
        let parts = parts.iter().filter(|part| !part.is_empty());
        match self.format {
            Format::Full => self.lines(parts, "\n", summary),
            Format::Concise | Format::Github => self.lines(parts, "", summary),
            Format::Json => json::assemble(parts, summary),
            Format::JsonLines => parts.flat_map(|part| [part.as_str(), "\n"]).collect(),
            Format::Sarif => sarif::assemble(&parts.collect::<Vec<_>>()),
            Format::Junit => junit::assemble(parts),
            Format::Gitlab => gitlab::assemble(parts),
        }
    }

    /// The parts, each with something after it, and then the summary.
    fn lines<'p>(&self, parts: impl Iterator<Item = &'p Part>, after: &str, summary: &Summary) -> String {
        let mut text: String = parts.flat_map(|part| [part.as_str(), after]).collect();
        if self.ending == Ending::Summary {
            text.push_str(&summary.to_string());
            text.push('\n');
        }
        text
    }
}
