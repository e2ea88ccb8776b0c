//! One JSON text per line.

use super::{
    document,
    parser::{byte_order_mark, offset},
    recovery::syntax,
};
use crate::{Diagnostic, Parsed, Severity, Span, Syntax, limits, sink::Sink, tree::Tree};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How many bytes of lines are read in one piece, at least: the trees of a piece take some ten times as much memory.
const PIECE_BYTES: usize = 1 << 16;

/// Newline-delimited JSON that is read some lines at a time: see [`pieces`](crate::pieces).
pub(crate) struct Lines<'s> {
    bytes: &'s [u8],
    /// How many lines with a value may be read.
    limit: usize,
    piece_bytes: usize,
    read: Read<'s>,
    /// Where the next line begins.
    start: usize,
    /// How many lines with a value were read.
    number: usize,
    /// How far it may be looked ahead altogether, so that the work stays in proportion to the text.
    budget: usize,
    /// Whether nothing more is read.
    ends: bool,
}

/// What was read since the last piece.
#[derive(Default)]
struct Read<'s> {
    documents: Vec<Tree<'s>>,
    comments: Vec<Span>,
    sink: Sink,
}

impl<'s> Lines<'s> {
    /// Reads every line that is not blank as a document. What is wrong in one does not touch the others.
    pub(super) fn new(bytes: &'s [u8]) -> Lines<'s> {
        let budget = bytes.len();
        let mut read = Read::default();
        let mut start = 0;
        if bytes.starts_with(BYTE_ORDER_MARK) {
            read.sink.report(byte_order_mark());
            start = BYTE_ORDER_MARK.len();
        }
        Lines { bytes, limit: limits::LINES, piece_bytes: PIECE_BYTES, read, start, number: 0, budget, ends: false }
    }

    /// The same after so many lines with a value that were read before.
    pub(crate) fn after(self, number: usize) -> Lines<'s> {
        Lines { number, ..self }
    }

    /// Reads nothing, since something is wrong with the text as a whole.
    #[cold]
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        self.bytes = &[];
        self.read = Read::default();
        self.read.sink.report(diagnostic);
    }

    /// The documents of one value, on one line as it should be or on more.
    fn value(&mut self) {
        let (bytes, start) = (self.bytes, self.start);
        let line = line_end(bytes, start);
        if is_blank(bytes, start, line) {
            self.start = line + 1;
            return;
        }
        if self.number == self.limit {
            let message = format!("the text has more than {} lines with a value, and no more are read", self.limit);
            let span = Span::new(offset(start), offset(line));
            self.read.sink.report(Diagnostic::new("size-limit", Severity::Error, span, message));
            self.ends = true;
            return;
        }
        let end = value_end(bytes, start, line, &mut self.budget);
        if let Some(end) = end {
            report_several_lines(bytes, start, line, end, &mut self.read);
        }
        let end = end.unwrap_or(line);
        self.read.line(bytes.get(start..end).unwrap_or_default(), start, self.number);
        self.number += 1;
        self.start = end + 1;
    }
}

impl<'s> Iterator for Lines<'s> {
    type Item = Parsed<'s>;

    fn next(&mut self) -> Option<Parsed<'s>> {
        if self.ends {
            return None;
        }
        let end = self.start.saturating_add(self.piece_bytes).min(self.bytes.len());
        while self.start < end && !self.ends && !self.read.sink.overflows() {
            self.value();
        }
        self.ends |= self.start >= self.bytes.len() || self.read.sink.overflows();
        let documents = std::mem::take(&mut self.read.documents);
        let diagnostics = if self.ends {
            std::mem::take(&mut self.read.sink).finish(&documents, offset(self.bytes.len()))
        } else {
            self.read.sink.drain(&documents)
        };
        Some(Parsed { documents, comments: std::mem::take(&mut self.read.comments), diagnostics })
    }
}

impl<'s> Read<'s> {
    /// Reads the document of one line, the one of this number.
    fn line(&mut self, bytes: &'s [u8], start: usize, number: usize) {
        self.sink.begin(offset(self.documents.len()), offset(start));
        let (tree, comments, sink) = document(bytes, Syntax::Ndjson, std::mem::take(&mut self.sink));
        self.sink = sink;
        self.sink.begin(0, 0);
        self.documents.extend(tree.map(|tree| tree.moved(offset(start)).with_prefix(format!("/{number}"))));
        let moved = |comment: Span| Span::new(comment.start + offset(start), comment.end + offset(start));
        self.comments.extend(comments.into_iter().map(moved));
    }
}

/// The offset of the line feed that ends the line, or of the end of the text.
fn line_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.get(start..).unwrap_or_default();
    rest.iter().position(|&byte| byte == b'\n').map_or(bytes.len(), |length| start + length)
}

fn is_blank(bytes: &[u8], start: usize, end: usize) -> bool {
    bytes.get(start..end).unwrap_or_default().trim_ascii().is_empty()
}

/// Where the last line of a value ends that begins on a line and goes on over the next ones; nothing where it does not.
fn value_end(bytes: &[u8], start: usize, line: usize, budget: &mut usize) -> Option<usize> {
    let first = bytes.get(start..line)?.trim_ascii();
    let next = bytes.get(line + 1..)?.iter().find(|byte| !matches!(byte, b' ' | b'\t'));
    let is_open = matches!(first.last(), Some(b'{' | b'[' | b',' | b':')) || matches!(next, Some(b'}' | b']' | b','));
    if !is_open || !matches!(first.first(), Some(b'{' | b'[')) {
        return None;
    }
    let mut depth = 0_usize;
    let mut in_string = false;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        *budget = budget.checked_sub(1)?;
        at += 1;
        match byte {
            b'\\' if in_string => at += 1,
            b'\n' if in_string => return None,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return (at > line).then(|| line_end(bytes, at));
                }
            }
            // What begins at the margin is the next document, unless all of them are in brackets on lines of their own.
            b'\n' if matches!(bytes.get(at), Some(b'{' | b'[')) && first.len() > 1 => return None,
            _ => {}
        }
    }
    None
}

#[cold]
fn report_several_lines(bytes: &[u8], start: usize, line: usize, end: usize, read: &mut Read<'_>) {
    let text = bytes.get(start..line).unwrap_or_default();
    let span = Span::new(offset(start), offset(start + text.trim_ascii_end().len()));
    let value = bytes.get(start..end).unwrap_or_default().trim_ascii_end();
    let count = value.split(|&byte| byte == b'\n').count();
    let last = offset(start + value.len());
    let message = format!("a value goes on over {count} lines, and each line is one JSON text: write it on one line");
    let diagnostic = syntax(span, message).with_label(Span::new(last.saturating_sub(1), last), "it ends here");
    read.sink.report(diagnostic.with_help("name the file `.json` where it is one text"));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_have_a_limit() {
        for (limit, told) in [(3, None), (2, Some("the text has more than 2 lines with a value, and no more are read"))]
        {
            let lines = Lines { limit, ..Lines::new(b"1\n\n2\n3\n\n") };
            let read: Vec<Parsed<'_>> = lines.collect();
            assert_eq!(read.iter().map(|piece| piece.documents.len()).sum::<usize>(), limit);
            let diagnostics: Vec<_> = read.iter().flat_map(|piece| &piece.diagnostics).collect();
            assert_eq!(diagnostics.first().map(|found| found.message.as_str()), told);
            assert!(diagnostics.iter().all(|found| found.rule == "size-limit"));
        }
    }

    #[test]
    fn pieces_of_any_size_say_the_same() {
        let text = b"\xEF\xBB\xBF{\"a\": 1, \"a\": 2}\n\n{\n  \"b\": [\n}\n[01, {\"c\": tru}]\n\"\xff\"\nnull";
        let told = |piece_bytes: usize| {
            let mut documents = Vec::new();
            let mut diagnostics = Vec::new();
            let mut pieces = 0;
            for piece in (Lines { piece_bytes, ..Lines::new(text) }) {
                pieces += 1;
                documents.extend(piece.documents.iter().map(|tree| (tree.root().pointer(), tree.root().span())));
                diagnostics
                    .extend(piece.diagnostics.into_iter().map(|found| (found.span, found.pointer, found.message)));
            }
            (documents, diagnostics, pieces)
        };
        let (documents, diagnostics, pieces) = told(PIECE_BYTES);
        assert_eq!((pieces, documents.len()), (1, 6));
        assert!(diagnostics.len() > 4, "{diagnostics:#?}");
        for piece_bytes in [1, 5, 20, 40] {
            let (same_documents, same_diagnostics, pieces) = told(piece_bytes);
            assert!(pieces > 1, "{piece_bytes}");
            assert_eq!((&same_documents, &same_diagnostics), (&documents, &diagnostics), "{piece_bytes}");
        }
    }

    #[test]
    fn findings_have_a_limit_over_all_pieces() {
        let text = "?\n".repeat(limits::DIAGNOSTICS + 5);
        let lines = Lines { piece_bytes: 100, ..Lines::new(text.as_bytes()) };
        let rules: Vec<_> = lines.flat_map(|piece| piece.diagnostics).map(|found| found.rule).collect();
        assert_eq!(rules.iter().filter(|rule| **rule == "too-many-findings").count(), 1);
        assert!(rules.len() <= limits::DIAGNOSTICS + 1, "{}", rules.len());
    }
}
