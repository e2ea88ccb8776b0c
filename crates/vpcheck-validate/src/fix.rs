//! Applies the fixes of findings to the bytes of a file.
//!
//! ```
//! use vpcheck_validate::{Operation, Safety, Source, check, fix};
//!
//! let text = br#"{
//!   "name": "web-app", "type": "HTTP", "http_port": "8080", // as in production
//!   "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}
//! }"#;
//! let source = Source::new("web.jsonc", text.as_slice(), vpcheck_syntax::Syntax::Jsonc);
//! let report = check(&source, Operation::Request);
//! let diagnostics: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.clone()).collect();
//! let fixed = fix::apply(text, &diagnostics, Safety::Safe).expect("there is something to mend");
//! assert!(fixed.bytes.starts_with(br#"{
//!   "name": "web-app", "type": "http", "http_port": 8080, // as in production"#));
//! ```

use std::collections::HashSet;

use vpcheck_syntax::{Diagnostic, Edit, Fix, Safety};

/// A text with fixes applied.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Fixed {
    /// The new text.
    pub bytes: Vec<u8>,
    /// How many fixes were applied.
    pub count: usize,
}

/// Applies the fixes that are at most as unsafe as `most`; nothing where there are none.
///
/// The rest of the text stays as it is, byte for byte. Of two fixes that touch each other, or that write the same into one object, the
/// first in the text is applied: what the other one is to be is known when the new text was checked. So check and apply again until
/// there is nothing left.
#[must_use]
pub fn apply(text: &[u8], diagnostics: &[Diagnostic], most: Safety) -> Option<Fixed> {
    let mut fixes: Vec<(&Diagnostic, &Fix)> =
        diagnostics.iter().filter_map(|found| found.fix.as_ref().map(|fix| (found, fix))).collect();
    fixes.retain(|(_, fix)| allows(most, fix.safety) && !fix.edits.is_empty());
    fixes.sort_by_key(|(_, fix)| fix.edits.first().map(|edit| edit.span));
    let mut chosen = Chosen::default();
    let count = fixes.into_iter().filter(|(found, fix)| chosen.takes(found, fix, text.len())).count();
    (count > 0).then(|| Fixed { bytes: chosen.apply(text), count })
}

/// Whether a fix may be applied where those of `most` may be.
fn allows(most: Safety, safety: Safety) -> bool {
    most == Safety::Unsafe || safety == Safety::Safe
}

/// The edits that go together.
#[derive(Debug, Default)]
struct Chosen<'d> {
    /// The edits, by where they start.
    edits: std::collections::BTreeMap<u32, &'d Edit>,
    /// JSON Pointers of objects, with what is written into them.
    written: HashSet<(&'d str, &'d str)>,
}

impl<'d> Chosen<'d> {
    /// Takes a fix, if it goes together with those that are there.
    fn takes(&mut self, found: &'d Diagnostic, fix: &'d Fix, length: usize) -> bool {
        let is_apart = |pair: &[Edit]| matches!(pair, [first, second] if first.span.end <= second.span.start);
        let is_sound = |edit: &Edit| edit.span.start <= edit.span.end && edit.span.end as usize <= length;
        let is_free = fix.edits.iter().all(|edit| is_sound(edit) && self.is_free(edit));
        let written = written(found, fix);
        let is_new = written.iter().all(|written| !self.written.contains(written));
        if !is_free || !is_new || !fix.edits.windows(2).all(is_apart) {
            return false;
        }
        self.written.extend(written);
        self.edits.extend(fix.edits.iter().map(|edit| (edit.span.start, edit)));
        true
    }

    /// Whether nothing that is there touches an edit.
    fn is_free(&self, edit: &Edit) -> bool {
        let before = self.edits.range(..=edit.span.end).next_back();
        before.is_none_or(|(_, other)| other.span.end < edit.span.start)
    }

    fn apply(&self, text: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len());
        let mut done = 0;
        for edit in self.edits.values() {
            let range = edit.span.range();
            bytes.extend_from_slice(text.get(done..range.start).unwrap_or_default());
            bytes.extend_from_slice(edit.text.as_bytes());
            done = range.end;
        }
        bytes.extend_from_slice(text.get(done..).unwrap_or_default());
        bytes
    }
}

/// What a fix writes, and into which object. Two members of one object may be misspellings of one name, which must not be there twice.
fn written<'d>(found: &'d Diagnostic, fix: &'d Fix) -> Vec<(&'d str, &'d str)> {
    // A mistake of the text has no place among the values.
    if found.rule.ends_with("-syntax") {
        return Vec::new();
    }
    let pointer = found.pointer.as_str();
    let is_inside =
        |edit: &Edit| found.span.start <= edit.span.start && edit.span.end <= found.span.end && edit.span != found.span;
    let is_index = |token: &str| !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit());
    let object = match pointer.rsplit_once('/') {
        // It is about the object itself, or an element of an array.
        Some((_, last)) if fix.edits.iter().all(is_inside) || is_index(last) => pointer,
        Some((parent, _)) => parent,
        None => pointer,
    };
    let texts = fix.edits.iter().map(|edit| edit.text.trim_matches(['"', '\'']));
    texts.filter(|text| !text.is_empty()).map(|text| (object, text)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Fixed, apply};
    use vpcheck_syntax::{Diagnostic, Edit, Fix, Safety, Severity, Span};

    fn found(pointer: &str, safety: Safety, edits: &[(u32, u32, &str)]) -> Diagnostic {
        let edits =
            edits.iter().map(|(start, end, text)| Edit { span: Span::new(*start, *end), text: (*text).to_owned() });
        let fix = Fix { safety, edits: edits.collect() };
        Diagnostic::new("rule", Severity::Error, Span::default(), "wrong").with_pointer(pointer).with_fix(fix)
    }

    fn mended(diagnostics: &[Diagnostic], most: Safety) -> Option<(String, usize)> {
        let Fixed { bytes, count } = apply(b"0123456789", diagnostics, most)?;
        Some((String::from_utf8(bytes).expect("it is text"), count))
    }

    #[test]
    fn applies_what_goes_together() {
        let (safe, uncertain) = (Safety::Safe, Safety::Unsafe);
        for (name, diagnostics, most, expected) in [
            ("nothing", vec![], safe, None),
            ("unsafe", vec![found("/a/x", uncertain, &[(1, 2, "x")])], safe, None),
            ("unsafe", vec![found("/a/x", uncertain, &[(1, 2, "x")])], uncertain, Some(("0x23456789", 1))),
            (
                "any order",
                vec![found("/a/x", safe, &[(5, 6, "x"), (8, 8, "y")]), found("/b/x", safe, &[(1, 3, "")])],
                safe,
                Some(("034x67y89", 2)),
            ),
            (
                "within",
                vec![found("/a/x", safe, &[(1, 2, "x"), (7, 8, "y")]), found("/b/x", safe, &[(4, 5, "z")])],
                safe,
                Some(("0x23z56y89", 2)),
            ),
            (
                "overlapping",
                vec![found("/a/x", safe, &[(1, 4, "x")]), found("/b/x", safe, &[(3, 5, "y")])],
                safe,
                Some(("0x456789", 1)),
            ),
            (
                "touching",
                vec![found("/a/x", safe, &[(1, 4, "x")]), found("/b/x", safe, &[(4, 5, "y")])],
                safe,
                Some(("0x456789", 1)),
            ),
            (
                "same insertion",
                vec![found("/a/x", safe, &[(4, 4, "x")]), found("/b/x", safe, &[(4, 4, "y")])],
                safe,
                Some(("0123x456789", 1)),
            ),
            (
                "one name twice",
                vec![found("/a/x", safe, &[(1, 2, "z")]), found("/a/y", safe, &[(4, 5, "'z'")])],
                safe,
                Some(("0z23456789", 1)),
            ),
            (
                "one object",
                vec![found("/a/x", safe, &[(1, 2, "y")]), found("/a/y", safe, &[(4, 5, "z")])],
                safe,
                Some(("0y23z56789", 2)),
            ),
            (
                "elements",
                vec![found("/a/0", safe, &[(1, 2, "x")]), found("/a/1", safe, &[(4, 5, "y")])],
                safe,
                Some(("0x23y56789", 2)),
            ),
            ("out of the text", vec![found("/a", safe, &[(9, 11, "x")])], safe, None),
            ("out of order", vec![found("/a", safe, &[(5, 6, "x"), (1, 2, "y")])], safe, None),
        ] {
            let expected = expected.map(|(text, count): (&str, usize)| (text.to_owned(), count));
            assert_eq!(mended(&diagnostics, most), expected, "{name}");
        }
    }

    #[test]
    fn other_bytes_stay() {
        let fixed = apply(b"\xFF\xFE\x00ab", &[found("/a", Safety::Safe, &[(3, 4, "x")])], Safety::Safe);
        assert_eq!(fixed.map(|fixed| fixed.bytes).as_deref(), Some(b"\xFF\xFE\x00xb".as_slice()));
    }
}
