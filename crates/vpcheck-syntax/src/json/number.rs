//! Numbers.

use super::{
    parser::{Expected, Parser},
    word,
};
use crate::{Diagnostic, Severity, escape::shorten, tree::Content};

/// A number with at most so many characters and no exponent is in range.
const SURELY_IN_RANGE: usize = 300;

impl Parser<'_> {
    /// Reads the number that begins here.
    #[inline]
    pub(super) fn number(&mut self) -> Expected {
        let start = self.at;
        let (end, has_exponent) = match scan(self.bytes, start) {
            Some(scanned) if !self.bytes.get(scanned.0).is_some_and(|&byte| word::goes_on(byte)) => scanned,
            _ => return self.word(),
        };
        self.at = end;
        if has_exponent || end - start > SURELY_IN_RANGE {
            self.long_number(start);
        } else {
            self.push(start, Content::Number(None));
        }
        self.after_value()
    }

    /// Adds a number that may be out of range.
    #[cold]
    fn long_number(&mut self, start: usize) {
        let text = self.text.get(start..self.at).unwrap_or_default();
        let in_range = text.parse().is_ok_and(f64::is_finite);
        let index = self.next_index();
        self.push_entry(self.span(start), Content::Number(None), in_range);
        if !in_range {
            let message = format!("{} is out of range: a number has to fit into a double", shorten(text));
            let diagnostic = Diagnostic::new("number-out-of-range", Severity::Error, self.span(start), message);
            self.report_at(index, diagnostic);
        }
    }
}

/// Where the number ends that begins at `at`, and whether it has an exponent; nothing where none begins there.
#[inline]
pub(super) fn scan(bytes: &[u8], mut at: usize) -> Option<(usize, bool)> {
    if bytes.get(at) == Some(&b'-') {
        at += 1;
    }
    match bytes.get(at)? {
        b'0' => at += 1,
        b'1'..=b'9' => at = skip_digits(bytes, at + 1),
        _ => return None,
    }
    if bytes.get(at) == Some(&b'.') {
        let fraction = at + 1;
        at = skip_digits(bytes, fraction);
        if at == fraction {
            return None;
        }
    }
    let has_exponent = matches!(bytes.get(at), Some(b'e' | b'E'));
    if has_exponent {
        at += 1;
        if matches!(bytes.get(at), Some(b'+' | b'-')) {
            at += 1;
        }
        let exponent = at;
        at = skip_digits(bytes, exponent);
        if at == exponent {
            return None;
        }
    }
    Some((at, has_exponent))
}

#[inline]
fn skip_digits(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_digit) {
        at += 1;
    }
    at
}
