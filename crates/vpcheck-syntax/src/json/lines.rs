//! One JSON text per line.

use super::{
    Read,
    parser::{byte_order_mark, offset},
    recovery::syntax,
};
use crate::{Diagnostic, Severity, Span, Syntax};

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads every line that is not blank as a document, up to so many. What is wrong in one does not touch the others.
pub(super) fn read<'s>(limit: usize, bytes: &'s [u8], read: &mut Read<'s>) {
    let mut start = 0;
    if bytes.starts_with(BYTE_ORDER_MARK) {
        read.sink.report(byte_order_mark());
        start = BYTE_ORDER_MARK.len();
    }
    // How far it may be looked ahead altogether, so that the work stays in proportion to the text.
    let mut budget = bytes.len();
    let mut number = 0;
    while start < bytes.len() && !read.sink.overflows() {
        let line = line_end(bytes, start);
        if is_blank(bytes, start, line) {
            start = line + 1;
            continue;
        }
        if number == limit {
            let message = format!("the text has more than {limit} lines with a value, and no more are read");
            let span = Span::new(offset(start), offset(line));
            read.sink.report(Diagnostic::new("size-limit", Severity::Error, span, message));
            return;
        }
        let end = value_end(bytes, start, line, &mut budget);
        if let Some(end) = end {
            report_several_lines(bytes, start, line, end, read);
        }
        let end = end.unwrap_or(line);
        read.line(bytes.get(start..end).unwrap_or_default(), start, number);
        number += 1;
        start = end + 1;
    }
}

impl<'s> Read<'s> {
    /// Reads the document of one line, the one of this number.
    fn line(&mut self, bytes: &'s [u8], start: usize, number: usize) {
        let documents = self.documents.len();
        let mut comments = std::mem::take(&mut self.comments);
        self.sink.begin(offset(documents), offset(start));
        self.document(bytes, Syntax::Ndjson);
        self.sink.begin(0, 0);
        if self.documents.len() > documents
            && let Some(tree) = self.documents.pop()
        {
            self.documents.push(tree.moved(offset(start)).with_prefix(format!("/{number}")));
        }
        let moved = |comment: &Span| Span::new(comment.start + offset(start), comment.end + offset(start));
        comments.extend(self.comments.iter().map(moved));
        self.comments = comments;
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
            let mut found = Read::default();
            read(limit, b"1\n\n2\n3\n\n", &mut found);
            assert_eq!(found.documents.len(), limit);
            let diagnostics = found.sink.finish(&found.documents, 9);
            assert_eq!(diagnostics.first().map(|found| found.message.as_str()), told);
            assert!(diagnostics.iter().all(|found| found.rule == "size-limit"));
        }
    }
}
