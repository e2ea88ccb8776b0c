//! Bytes to Unicode text.

use std::borrow::Cow;

use super::parser::offset;
use crate::{
    Diagnostic, Severity, Span, limits,
    sink::Sink,
    tree::{Place, Tree},
};

/// What stands in the text for a byte that is not UTF-8. It is one byte, so that offsets stay.
pub(super) const REPLACEMENT: u8 = b'?';

/// A text, and the places where its bytes are not UTF-8.
pub(super) struct Text<'s> {
    pub(super) text: Cow<'s, str>,
    pub(super) damages: Vec<Span>,
}

/// Reads bytes as UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Text<'_> {
    match str::from_utf8(bytes) {
        Ok(text) => Text { text: Cow::Borrowed(text), damages: Vec::new() },
        Err(_) => repair(bytes),
    }
}

/// A diagnostic for a text that is in another encoding altogether.
pub(crate) fn refuse(bytes: &[u8]) -> Option<Diagnostic> {
    let is_utf16 = matches!(
        bytes,
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, 1..=255, 0, 1..=255, ..] | [1..=255, 0, 1..=255, 0, ..]
    );
    let message = "the text is UTF-16, and JSON is UTF-8";
    let diagnostic = || Diagnostic::new("invalid-utf8", Severity::Error, Span::new(0, 2), message);
    is_utf16.then(|| diagnostic().with_help("save it as UTF-8"))
}

/// Replaces each byte that is not UTF-8.
#[cold]
fn repair(bytes: &[u8]) -> Text<'_> {
    let mut text = String::with_capacity(bytes.len());
    let mut damages: Vec<Span> = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let start = text.len();
        text.extend(chunk.invalid().iter().map(|_| char::from(REPLACEMENT)));
        let span = Span::new(offset(start), offset(text.len()));
        let is_full = damages.len() > limits::DIAGNOSTICS;
        match damages.last_mut() {
            _ if chunk.invalid().is_empty() => {}
            Some(last) if last.end == span.start => last.end = span.end,
            // One more than can be reported shows that there are more.
            _ if is_full => {}
            _ => damages.push(span),
        }
    }
    Text { text: Cow::Owned(text), damages }
}

/// Reports bytes that are not UTF-8 in a text that is not read because of them.
#[cfg(any(feature = "embedded", feature = "terraform", feature = "yaml"))]
pub(crate) fn report_damages(bytes: &[u8], sink: &mut Sink) {
    report(&decode(bytes).damages, None, sink);
}

/// Reports bytes that are not UTF-8 at the values that they are in.
pub(super) fn report(damages: &[Span], mut tree: Option<&mut Tree<'_>>, sink: &mut Sink) {
    for &span in damages {
        let message = match span.end - span.start {
            1 => "a byte is not valid UTF-8".to_owned(),
            count => format!("{count} bytes are not valid UTF-8"),
        };
        let diagnostic = Diagnostic::new("invalid-utf8", Severity::Error, span, message);
        let diagnostic = diagnostic.with_help("save the text as UTF-8");
        match tree.as_mut().and_then(|tree| Some((find(tree, span)?, tree))) {
            Some((node, tree)) => {
                tree.set_incomplete(node);
                sink.report_at(node, diagnostic);
            }
            None => sink.report(diagnostic),
        }
    }
}

/// The innermost value that has these bytes in it or in its name.
fn find(tree: &Tree<'_>, span: Span) -> Option<u32> {
    let before = tree.last_before(span.start);
    let after = before.map_or(0, |before| before + 1);
    if after < tree.size()
        && let Place::Member(name, _) = tree.entry(after).place
        && name.start <= span.start
        && span.start < name.end
    {
        return Some(after);
    }
    let mut next = before;
    while let Some(index) = next {
        let entry = tree.entry(index);
        if span.start < entry.span.end {
            return Some(index);
        }
        next = entry.parent;
    }
    None
}
