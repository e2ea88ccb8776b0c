//! Newline-delimited JSON that is judged while it is read.

use vpcheck_syntax::{Diagnostic, Source, Syntax, limits, lines_after};

use crate::judgement::Judgement;
use crate::{Lint, Marker, Marks};

/// Judges newline-delimited JSON some lines at a time, of which nothing stays but [`Marks`].
///
/// What it finds has no places in the text, so that it only tells that something is wrong: who wants to know what, reads the text as a
/// whole. The same goes for where it gives nothing. So a text without findings takes memory for its marks, and one with findings the
/// time to be read twice at most.
///
/// # Examples
///
/// ```
/// use vpcheck_validate::{Checker, Marker, Verdict};
///
/// let tunnel = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";
/// let line = |number: usize| {
///     format!(r#"{{"name": "a{number}", "type": "http", "host": {{"ipv4": "10.0.0.{number}", "network": {{"tunnel_id": "{tunnel}"}}}}}}"#)
/// };
/// let (checker, marker) = (Checker::new(), Marker::new());
/// let mut stream = checker.stream(None, &marker, "account");
/// for number in 1..100 {
///     assert_eq!(stream.lines(format!("{}\n", line(number)).as_bytes()), Some(Vec::new()));
/// }
/// let (lint, _) = stream.finish().expect("no two services are equal");
/// assert_eq!((lint.services, lint.verdict), (99, Verdict::Ours));
///
/// let mut stream = checker.stream(None, &marker, "account");
/// assert_eq!(stream.lines(b"{\n"), None);
/// ```
#[derive(Debug)]
pub struct Stream<'c> {
    judgement: Judgement<'c>,
    marker: &'c Marker,
    account: &'c str,
    marks: Marks,
    /// How many lines had a value.
    lines: usize,
    /// How many findings there were.
    told: usize,
}

impl<'c> Stream<'c> {
    pub(crate) fn new(judgement: Judgement<'c>, marker: &'c Marker, account: &'c str) -> Stream<'c> {
        Stream { judgement, marker, account, marks: Marks::default(), lines: 0, told: 0 }
    }

    /// Judges the next lines, with their ends but for the last one of the text, and gives what is wrong in them; nothing where that depends
    /// on the rest of the text.
    pub fn lines(&mut self, bytes: &[u8]) -> Option<Vec<Diagnostic>> {
        let mut found = Vec::new();
        for piece in lines_after(self.lines, bytes) {
            // Of what cannot be read it depends on the next lines what is said.
            if !piece.diagnostics.is_empty() || !piece.comments.is_empty() {
                return None;
            }
            self.lines += piece.documents.len();
            self.judgement.piece(piece);
            let (diagnostics, facts) = self.judgement.take()?;
            found.extend(diagnostics);
            self.marker.go_on(self.account, &facts, &mut self.marks, &mut found);
        }
        self.told += found.len();
        // In the text as a whole, that there are too many findings is one more.
        (self.told <= limits::DIAGNOSTICS).then_some(found)
    }

    /// What is known of the text now that all of it was read; nothing where that depends on the text as a whole.
    #[must_use]
    pub fn finish(mut self) -> Option<(Lint, Marks)> {
        if self.lines == 0 || self.marks.have_equal_services() {
            return None;
        }
        Some((self.judgement.finish(&Source::new("", b"".as_slice(), Syntax::Ndjson)), self.marks))
    }
}
