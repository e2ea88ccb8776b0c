//! Finds the fenced blocks and the comments of a Markdown text, as `CommonMark` has them.

mod line;

use std::borrow::Cow;

use line::Line;

use super::fence::Fence;
use super::language::Language;
use super::placement::Placement;
use crate::{Span, encoding::offset, limits};

/// A part of a Markdown text.
#[derive(Debug)]
pub(super) enum Part {
    /// A comment, with what starts and ends it.
    Comment(Span),
    /// A fenced block in a language that is read.
    Block(Block),
}

/// A fenced block.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) language: Language,
    /// Where it starts.
    start: usize,
    /// Its lines with their ends, and without what stands before each of them for the quotes and lists that it is in.
    lines: Vec<Span>,
}

impl Block {
    /// The text of the block, and where in the file it is.
    pub(super) fn content<'t>(&self, text: &'t str) -> (Cow<'t, str>, Placement) {
        let is_together = self.lines.windows(2).all(|pair| matches!(pair, [one, next] if one.end == next.start));
        let span = |span: Span| text.get(span.range()).unwrap_or_default();
        if is_together {
            let start = self.lines.first().map_or(offset(self.start), |line| line.start);
            let end = self.lines.last().map_or(start, |line| line.end);
            (Cow::Borrowed(span(Span::new(start, end))), Placement::from(start as usize))
        } else {
            let content = self.lines.iter().map(|line| span(*line)).collect();
            (Cow::Owned(content), Placement::of_pieces(&self.lines))
        }
    }
}

/// Goes through a text once, and gives its parts in their order.
pub(super) fn scan(text: &str, give: &mut dyn FnMut(Part)) {
    let mut scanner = Scanner { containers: Vec::new(), leaf: Leaf::Text { is_paragraph: false }, give };
    let mut at = 0;
    if text.starts_with('\u{feff}') {
        at = '\u{feff}'.len_utf8();
    }
    for line in text.get(at..).unwrap_or_default().split_inclusive('\n') {
        scanner.line(Line::new(text, at, line.len()));
        at += line.len();
    }
    scanner.end_leaf();
}

/// What a line may be in.
#[derive(Clone, Copy, Debug)]
enum Container {
    /// A quote: each line starts with `>`.
    Quote,
    /// An item of a list: its lines are indented by so many columns.
    Item(usize),
}

/// What the lines are, inside of the containers.
#[derive(Debug)]
enum Leaf<'t> {
    /// Anything that we do not look at.
    Text { is_paragraph: bool },
    /// A fenced block, which is kept where its language is one that is read.
    Fenced { fence: Fence<'t>, indent: usize, block: Option<Block> },
    /// HTML until this text; a comment has started there.
    Html { end: &'static str, comment: Option<usize> },
}

struct Scanner<'t, 'g> {
    containers: Vec<Container>,
    leaf: Leaf<'t>,
    give: &'g mut dyn FnMut(Part),
}

impl<'t> Scanner<'t, '_> {
    fn line(&mut self, mut line: Line<'t>) {
        let matched = self.containers.iter().take_while(|container| line.enters(**container)).count();
        let is_inside = matched == self.containers.len();
        match &mut self.leaf {
            Leaf::Fenced { fence, indent, block } if is_inside => {
                if line.indent() < 4 && fence.is_closed_by(line.content()) {
                    return self.end_leaf();
                }
                line.skip(*indent);
                if let Some(block) = block {
                    block.lines.push(line.to_end());
                }
                return;
            }
            Leaf::Html { .. } if is_inside => return self.html(&line),
            // A paragraph may go on in a line that is not marked.
            Leaf::Text { is_paragraph: true } if !is_inside && line.is_lazy() => return,
            Leaf::Text { .. } if is_inside => {}
            _ => self.end_leaf(),
        }
        self.containers.truncate(matched);
        self.start(line);
    }

    /// Reads the rest of a line that continues neither a fenced block nor HTML.
    fn start(&mut self, mut line: Line<'t>) {
        let mut is_paragraph = matches!(self.leaf, Leaf::Text { is_paragraph: true });
        while self.containers.len() < limits::CONTAINERS
            && let Some(container) = line.opens()
        {
            self.containers.push(container);
            is_paragraph = false;
        }
        if line.is_blank() {
            self.leaf = Leaf::Text { is_paragraph: false };
            return;
        }
        let indent = line.indent();
        if indent >= 4 {
            // It is code, or goes on with a paragraph.
            self.leaf = Leaf::Text { is_paragraph };
            return;
        }
        let content = line.content();
        if let Some(fence) = Fence::opening(content) {
            let start = line.end();
            let block = Language::of_info(fence.info).map(|language| Block { language, start, lines: Vec::new() });
            self.leaf = Leaf::Fenced { fence, indent, block };
        } else if content.starts_with("<!--") {
            self.leaf = Leaf::Html { end: "-->", comment: Some(line.start()) };
            self.html(&line);
        } else if let Some(end) = line.starts_html() {
            self.leaf = Leaf::Html { end, comment: None };
            self.html(&line);
        } else {
            self.leaf = Leaf::Text { is_paragraph: !content.starts_with('#') };
            self.comments(&line);
        }
    }

    /// Looks for the end of HTML; the rest of its line belongs to it.
    fn html(&mut self, line: &Line<'t>) {
        let Leaf::Html { end, comment } = self.leaf else { return };
        // `<!-->` is a comment already.
        let skipped = if comment == Some(line.start()) { "<!".len() } else { 0 };
        let rest = line.content().get(skipped..).unwrap_or_default();
        if let Some(distance) = find(rest, end) {
            if let Some(start) = comment {
                let end = line.start() + skipped + distance + end.len();
                (self.give)(Part::Comment(Span::new(offset(start), offset(end))));
            }
            self.leaf = Leaf::Text { is_paragraph: false };
        }
    }

    /// Gives the comments in a line of text; what stands between backticks is none.
    fn comments(&mut self, line: &Line<'t>) {
        let content = line.content();
        let mut at = 0;
        while let Some(distance) = content.get(at..).and_then(|rest| rest.find(['<', '`'])) {
            let start = at + distance;
            let rest = content.get(start..).unwrap_or_default();
            if rest.starts_with('`') {
                let ticks = rest.bytes().take_while(|byte| *byte == b'`').count();
                at = start + ticks;
                let after = content.get(at..).unwrap_or_default();
                let close = after.find(rest.get(..ticks).unwrap_or_default());
                // Without an end, it is text; so is what follows, since looking for ends again and again takes too long.
                let Some(close) = close else { return };
                at += close + ticks;
            } else if rest.starts_with("<!--") {
                let Some(length) = rest.get(2..).and_then(|rest| rest.find("-->")) else { return };
                at = start + 2 + length + "-->".len();
                let place = line.start();
                (self.give)(Part::Comment(Span::new(offset(place + start), offset(place + at))));
            } else {
                at = start + 1;
            }
        }
    }

    /// Ends a fenced block or HTML where its last line was.
    fn end_leaf(&mut self) {
        let leaf = std::mem::replace(&mut self.leaf, Leaf::Text { is_paragraph: false });
        if let Leaf::Fenced { block: Some(block), .. } = leaf {
            (self.give)(Part::Block(block));
        }
    }
}

/// Finds a text in lower case without regard to case.
fn find(text: &str, wanted: &str) -> Option<usize> {
    let is_here = |window: &[u8]| window.eq_ignore_ascii_case(wanted.as_bytes());
    text.as_bytes().windows(wanted.len()).position(is_here)
}
