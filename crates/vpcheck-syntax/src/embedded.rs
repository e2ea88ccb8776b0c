//! Documents inside of texts in other syntaxes: Markdown and shell scripts.

mod fence;
mod language;
mod markdown;
mod placement;
mod session;
mod shell;

use std::borrow::Cow;

use language::Language;
use markdown::{Block, Part};
use placement::Placement;
use shell::Script;

use crate::{Diagnostic, Parsed, Severity, Span, Syntax, TreeBuilder, encoding, limits, sink::Sink, source};

/// Reads the fenced blocks of a Markdown text, each as a text of its own syntax.
///
/// The pointer of each starts with its number among those that are read, and a command in a block of shell has a number as well. A
/// block of which nothing could be read is a document that is not known, so that whoever tells ours from others sees its text.
pub(crate) fn parse_markdown(bytes: &[u8]) -> Parsed<'_> {
    let mut reader = Reader::default();
    let mut sink = Sink::default();
    if let Some(text) = encoding::read(bytes, "Markdown", &mut sink) {
        markdown::scan(text, &mut |part| match part {
            Part::Comment(span) => reader.parsed.comments.push(span),
            Part::Block(block) => reader.block(text, &block),
        });
    }
    reader.finish(sink, bytes)
}

/// Reads the commands of a shell script that are for us: each is an array of its words, from the name of the program on.
///
/// A word that depends on more than the script is not known.
pub(crate) fn parse_shell(bytes: &[u8]) -> Parsed<'_> {
    let mut reader = Reader::default();
    let mut sink = Sink::default();
    if let Some(text) = encoding::read(bytes, "a shell script", &mut sink) {
        let script = text.trim_start_matches('\u{feff}');
        reader.script(text, shell::read(script), &Placement::from(text.len() - script.len()));
    }
    reader.finish(sink, bytes)
}

/// Collects what is in the parts of a text.
#[derive(Debug, Default)]
struct Reader<'s> {
    parsed: Parsed<'s>,
    /// The number of the next part.
    number: usize,
    /// Whether there are more findings than are kept.
    overflows: bool,
}

impl<'s> Reader<'s> {
    fn block(&mut self, text: &'s str, block: &Block) {
        let (content, placement) = block.content(text);
        let syntax = match block.language {
            Language::Shell => {
                let script = match session::commands(&content) {
                    Some(commands) => shell::read(&commands),
                    None => shell::read(&content),
                };
                return self.script(text, script, &placement);
            }
            Language::Data(syntax) => syntax,
        };
        let prefix = self.next_prefix();
        let span = placement.span(Span::new(0, encoding::offset(content.len())));
        let written = text.get(span.range()).unwrap_or_default();
        let Parsed { documents, comments, diagnostics } = source::read(content.as_bytes(), syntax);
        let count = self.parsed.documents.len();
        for tree in documents {
            let prefix = format!("{prefix}{}", tree.prefix());
            let tree = tree.placed(Cow::Borrowed(written), span.start, |span| placement.span(span));
            self.parsed.documents.push(tree.with_prefix(prefix));
        }
        if self.parsed.documents.len() == count {
            let mut builder = TreeBuilder::new(written, syntax).at(span.start);
            builder.unknown(span);
            self.parsed.documents.extend(builder.finish().map(|tree| tree.with_prefix(prefix.clone())));
        }
        self.parsed.comments.extend(comments.into_iter().map(|span| placement.span(span)));
        for mut diagnostic in diagnostics {
            if !diagnostic.pointer.is_empty() {
                diagnostic.pointer.insert_str(0, &prefix);
            }
            self.report(diagnostic, &placement);
        }
    }

    fn script(&mut self, text: &'s str, script: Script, placement: &Placement) {
        for command in script.commands {
            let (Some(first), Some(last)) = (command.words.first(), command.words.last()) else { continue };
            let span = placement.span(Span::new(first.span.start, last.span.end));
            let written = text.get(span.range()).unwrap_or_default();
            let mut builder = TreeBuilder::new(written, Syntax::Shell).at(span.start);
            builder.begin_array(span);
            for word in &command.words {
                let span = placement.span(word.span);
                match &word.text {
                    Some(text) => builder.string(span, text),
                    None => builder.unknown(span),
                }
            }
            if command.is_cut {
                builder.set_incomplete();
            }
            let prefix = self.next_prefix();
            self.parsed.documents.extend(builder.finish().map(|tree| tree.with_prefix(prefix)));
        }
        self.parsed.comments.extend(script.comments.into_iter().map(|span| placement.span(span)));
        for diagnostic in script.diagnostics {
            self.report(diagnostic, placement);
        }
    }

    fn next_prefix(&mut self) -> String {
        let prefix = format!("/{}", self.number);
        self.number += 1;
        prefix
    }

    /// Keeps a finding of a part, with its places in the file.
    fn report(&mut self, mut diagnostic: Diagnostic, placement: &Placement) {
        // The last one says that there are more.
        if self.parsed.diagnostics.len() + 1 >= limits::DIAGNOSTICS {
            self.overflows = true;
            return;
        }
        let labels = diagnostic.labels.iter_mut().map(|label| &mut label.span);
        let edits = diagnostic.fix.iter_mut().flat_map(|fix| &mut fix.edits).map(|edit| &mut edit.span);
        for span in [&mut diagnostic.span].into_iter().chain(labels).chain(edits) {
            *span = placement.span(*span);
        }
        self.parsed.diagnostics.push(diagnostic);
    }

    fn finish(self, sink: Sink, bytes: &[u8]) -> Parsed<'s> {
        let mut parsed = self.parsed;
        let end = encoding::offset(bytes.len());
        parsed.diagnostics.splice(0..0, sink.finish(&[], end));
        if self.overflows {
            let message = format!("there are more findings than these {}", parsed.diagnostics.len());
            let diagnostic = Diagnostic::new("too-many-findings", Severity::Error, Span::new(end, end), message);
            parsed.diagnostics.push(diagnostic.with_help("mend these first, then look again"));
        }
        parsed
    }
}
