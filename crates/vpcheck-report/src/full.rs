//! Every finding with the lines it is about.

use std::fmt::Write as _;

use annotate_snippets::renderer::{AnsiColor, Renderer as Snippets};
use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Snippet};
use vpcheck_syntax::escape::escape;
use vpcheck_syntax::{Diagnostic, Safety, Severity, Source};
use vpcheck_validate::{Finding, Report};

use crate::excerpt::{Excerpt, Hunk, Place, Role, excerpts, hunks};
use crate::page::rule_url;
use crate::renderer::Style;
use crate::{Color, Links, Part};

/// Stands for the name of the source while a snippet is drawn. No text has it, since it is always escaped.
const NAME: char = '\u{1}';

/// The findings of one document, each followed by an empty line.
pub(crate) fn part(report: &Report, source: &Source<'_>, style: Style) -> Part {
    let snippets = match style.color {
        // Lines are cut here, around the place.
        Color::Always => Snippets::styled().term_width(1 << 20).error(AnsiColor::BrightRed.on_default().bold()),
        Color::Never => Snippets::plain().term_width(1 << 20),
    };
    let drawn = report.findings().iter().map(|finding| draw(finding, report, source, &snippets, style));
    Part::text(drawn.collect::<Vec<_>>().join("\n"))
}

fn draw(finding: &Finding, report: &Report, source: &Source<'_>, snippets: &Snippets, style: Style) -> String {
    let diagnostic = &finding.diagnostic;
    let mut marked =
        vec![Place { span: diagnostic.span.range(), start: finding.start, role: Role::Primary, label: "" }];
    marked.extend(diagnostic.labels.iter().map(|label| Place {
        span: label.span.range(),
        start: report.position(source, label.span.start),
        role: Role::Secondary,
        label: &label.message,
    }));
    let excerpts = excerpts(source.bytes(), &marked, style.width);
    let hunks = diagnostic.fix.as_ref().map(|fix| hunks(report, source, &fix.edits, style.width)).unwrap_or_default();

    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        _ => Level::INFO,
    };
    // What a generator of code refuses has no page.
    let has_page = vpcheck_validate::rule(diagnostic.rule).is_some();
    let mut title = level.primary_title(escape(&diagnostic.message)).id(diagnostic.rule);
    if has_page && style.links == Links::Always {
        title = title.id_url(rule_url(diagnostic.rule));
    }
    let mut group = title.elements(excerpts.iter().enumerate().map(|(index, excerpt)| snippet(index, excerpt)));
    if let Some(note) = &diagnostic.note {
        group = group.element(Level::NOTE.message(escape(note)));
    }
    // Otherwise it is the title of the fix.
    if let Some(help) = diagnostic.help.as_ref().filter(|_| hunks.is_empty()) {
        group = group.element(Level::HELP.message(escape(help)));
    }
    if let Some(schema) = &diagnostic.schema {
        group = group.element(Level::NOTE.with_name("schema").message(escape(&schema.to_string()).into_owned()));
    }
    if has_page {
        group = group.element(Level::NOTE.with_name("explain").message(format!("vpcheck explain {}", diagnostic.rule)));
    }
    let groups: Vec<Group<'_>> = std::iter::once(group).chain(fix(diagnostic, &hunks)).collect();
    let mut text = name_places(&snippets.render(&groups), source.name(), &excerpts);
    text.push('\n');
    text
}

/// The lines as they are and as they would be.
fn fix<'r>(diagnostic: &'r Diagnostic, hunks: &'r [Hunk]) -> Option<Group<'r>> {
    let fix = diagnostic.fix.as_ref().filter(|_| !hunks.is_empty())?;
    let (name, option) = match fix.safety {
        Safety::Safe => ("fix", "--fix"),
        _ => ("unsafe fix", "--unsafe-fixes"),
    };
    let title = match &diagnostic.help {
        Some(help) => escape(help),
        None => format!("`vpcheck check {option}` writes this").into(),
    };
    let title = Level::HELP.with_name(name).secondary_title(title);
    Some(title.elements(hunks.iter().map(|hunk| {
        let patches = hunk.patches.iter().map(|(range, text)| Patch::new(range.clone(), text.as_str()));
        Snippet::source(hunk.text.as_str()).line_start(hunk.line).patches(patches)
    })))
}

fn snippet(index: usize, excerpt: &Excerpt) -> Snippet<'_, Annotation<'_>> {
    let marks = excerpt.marks.iter().map(|mark| {
        let kind = match mark.role {
            Role::Primary => AnnotationKind::Primary,
            Role::Secondary => AnnotationKind::Context,
        };
        let label = (!mark.label.is_empty()).then_some(mark.label.as_str());
        kind.span(mark.range.clone()).label(label)
    });
    Snippet::source(excerpt.text.as_str()).line_start(excerpt.line).path(format!("{NAME}{index}")).annotations(marks)
}

/// Puts the name of the source and the true positions where the snippets have `NAME`: since lines are cut, the columns
/// that were counted for the snippets are not those of the source.
fn name_places(drawn: &str, name: &str, excerpts: &[Excerpt]) -> String {
    let mut pieces = drawn.split(NAME);
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (place, rest) = piece.split_at(piece.find('\n').unwrap_or(piece.len()));
        let index = place.split(':').next().and_then(|index| index.parse::<usize>().ok());
        if let Some(excerpt) = index.and_then(|index| excerpts.get(index)) {
            let (line, column) = (excerpt.place.line, excerpt.place.column);
            // Writing to a string cannot fail.
            let _ = write!(text, "{}:{line}:{column}", escape(name));
        }
        text.push_str(rest);
    }
    text
}
