//! Strings.

use super::{
    parser::{Parser, offset},
    recovery::{replacement, syntax},
};
use crate::{Span, escape::shorten};

/// A string or name that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) span: Span,
    /// The index of the decoded text, where that is not what stands between the quotes.
    pub(super) decoded: Option<u32>,
    /// Whether it could be read as it is written.
    pub(super) complete: bool,
    /// The first escape that is half a surrogate pair.
    pub(super) lone_surrogate: Option<Span>,
}

/// What was told about a string: each kind of mistake once.
#[derive(Default)]
struct Told {
    escape: bool,
    control: bool,
    line_break: bool,
}

impl Parser<'_> {
    /// Reads the string that begins here.
    #[inline]
    pub(super) fn string(&mut self) -> Token {
        let start = self.at;
        let end = find_special(self.bytes, start + 1);
        if self.bytes.get(end) != Some(&b'"') {
            return self.decode(start);
        }
        self.at = end + 1;
        self.after_string = self.at;
        Token { span: self.span(start), decoded: None, complete: true, lone_surrogate: None }
    }

    /// Reads a string that has escapes or mistakes.
    #[cold]
    fn decode(&mut self, start: usize) -> Token {
        let mut token = Token { span: Span::default(), decoded: None, complete: true, lone_surrogate: None };
        let mut told = Told::default();
        self.at = start + 1;
        // From here on the text is as it is written.
        let mut plain = self.at;
        loop {
            let end = find_special(self.bytes, self.at);
            self.take_plain(end);
            match self.bytes.get(end).copied() {
                Some(b'"') => {
                    self.at += 1;
                    break;
                }
                Some(b'\\') => {
                    self.escape(&mut token, &mut told);
                    plain = self.at;
                }
                Some(b'\n' | b'\r') if !told.line_break && self.ends_at_line_end(start) => {
                    self.unclosed_string(start, plain, "line");
                    break;
                }
                None => {
                    self.unclosed_string(start, plain, self.unit());
                    break;
                }
                Some(control) => {
                    self.control_character(control, &mut told);
                    token.complete = false;
                    plain = self.at;
                }
            }
        }
        token.span = self.span(start);
        token.decoded = Some(self.decoded.finish());
        self.after_string = self.at;
        token
    }

    /// Takes the text up to `end` as it is.
    fn take_plain(&mut self, end: usize) {
        self.decoded.push_str(self.text.get(self.at..end).unwrap_or_default());
        self.at = end;
    }

    fn escape(&mut self, token: &mut Token, told: &mut Told) {
        let start = self.at;
        let character = match self.bytes.get(start + 1) {
            Some(&simple @ (b'"' | b'\\' | b'/')) => char::from(simple),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode_escape(token, told),
            _ => return self.bad_escape(token, told),
        };
        self.decoded.push(character);
        self.at = start + 2;
    }

    fn unicode_escape(&mut self, token: &mut Token, told: &mut Told) {
        let start = self.at;
        let Some(first) = self.hex_escape(start) else { return self.bad_escape(token, told) };
        self.at = start + 6;
        if let Some(character) = char::from_u32(first) {
            self.decoded.push(character);
            return;
        }
        if let (0xD800..0xDC00, Some(second @ 0xDC00..0xE000)) = (first, self.hex_escape(start + 6)) {
            let scalar = 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
            self.decoded.push(char::from_u32(scalar).unwrap_or(char::REPLACEMENT_CHARACTER));
            self.at = start + 12;
            return;
        }
        self.decoded.push(char::REPLACEMENT_CHARACTER);
        token.complete = false;
        token.lone_surrogate = token.lone_surrogate.or(Some(self.span(start)));
    }

    /// The number that `\u` and four hexadecimal digits give.
    fn hex_escape(&self, start: usize) -> Option<u32> {
        let digits = self.bytes.get(start..)?.strip_prefix(b"\\u")?.first_chunk::<4>()?;
        digits.iter().try_fold(0, |value, &digit| Some(value * 16 + char::from(digit).to_digit(16)?))
    }

    /// Tells of an escape that JSON does not have, and takes what is escaped as it is.
    fn bad_escape(&mut self, token: &mut Token, told: &mut Told) {
        let start = self.at;
        self.at += 1;
        let escaped = self.text.get(self.at..).and_then(|rest| rest.chars().next());
        let Some(character) = escaped.filter(|character| !character.is_control()) else {
            // The string ends or breaks here, which is told in its place.
            return;
        };
        self.at += character.len_utf8();
        self.decoded.push(character);
        token.complete &= character == '\'';
        if told.escape {
            return;
        }
        told.escape = true;
        let span = self.span(start);
        self.report(match character {
            'u' => syntax(span, "`\\u` is not followed by four hexadecimal digits"),
            '\'' => syntax(span, "`\\'` is no escape in JSON").with_help("write `'` without the backslash"),
            other => {
                syntax(span, format!("`\\{other}` is no escape in JSON")).with_help("write `\\\\` for a backslash")
            }
        });
    }

    /// Tells of a control character that is not escaped, and takes it as it is.
    fn control_character(&mut self, control: u8, told: &mut Told) {
        let start = self.at;
        self.at += 1;
        self.decoded.push(char::from(control));
        let is_line_break = matches!(control, b'\n' | b'\r');
        let was_told = if is_line_break { &mut told.line_break } else { &mut told.control };
        if *was_told {
            return;
        }
        *was_told = true;
        let span = self.span(start);
        self.report(match control {
            b'\n' | b'\r' => syntax(span, "a string goes over the end of a line: write `\\n` for a line break"),
            b'\t' => syntax(span, "a string has a tab in it: write `\\t`"),
            other => {
                let message = format!("a string has the control character U+{other:04X} in it: write `\\u{other:04x}`");
                syntax(span, message)
            }
        });
    }

    /// Whether a string that meets the end of the line most likely lacks its closing quote, and is not meant to go on.
    fn ends_at_line_end(&self, start: usize) -> bool {
        let line = self.text.get(start + 1..self.at).unwrap_or_default().trim_end();
        let rest = self.text.get(self.at..).unwrap_or_default();
        let next = rest.bytes().find(|byte| !byte.is_ascii_whitespace());
        line.ends_with([',', '}', ']']) || matches!(next, None | Some(b'"' | b'}' | b']')) || !rest.contains('"')
    }

    /// Tells of a string without its closing quote, and gives back what most likely comes after it.
    fn unclosed_string(&mut self, start: usize, plain: usize, what: &str) {
        let end = self.at;
        let tail = self.tail(plain.max(start + 1));
        self.decoded.cut(end - tail);
        self.at = tail;
        let shown = shorten(self.text.get(start + 1..tail).unwrap_or_default()).into_owned();
        let message = format!("a string ends at the end of the {what}: add the closing `\"`");
        let insert = Span::new(offset(tail), offset(tail));
        let diagnostic = syntax(self.span(start), message).with_help(format!("write `\"{shown}\"`"));
        self.report(diagnostic.with_fix(replacement(insert, "\"")));
        // Where a comma, a colon or the rest of the text is missing as well, that is the same mistake.
        self.told = true;
    }

    /// Where the commas and closing brackets begin at the end of a string that lacks its closing quote.
    ///
    /// Brackets count only where all of them close what is open.
    pub(super) fn tail(&self, from: usize) -> usize {
        let text = self.text.get(from..self.at).unwrap_or_default();
        let start = from + text.trim_end_matches([',', '}', ']', ' ']).len();
        let tail = self.bytes.get(start..self.at).unwrap_or_default();
        let mut open = self.open;
        let mut closes = true;
        for &byte in tail {
            let Some(bracket) = byte.is_ascii_punctuation().then_some(byte).filter(|&byte| byte != b',') else {
                continue;
            };
            closes = closes && open.is_some_and(|open| self.closing(open) == bracket);
            open = open.and_then(|open| self.entries.get(open as usize)).and_then(|entry| entry.parent);
        }
        let without_comma = text.trim_end_matches(' ').strip_suffix(',').map(|text| from + text.len());
        match without_comma {
            _ if closes && tail.iter().any(|&byte| byte != b' ') => start,
            Some(end) => end,
            None => self.at,
        }
    }
}

/// The offset of the next byte that ends or interrupts a string, or the end of the text.
#[inline]
fn find_special(bytes: &[u8], mut at: usize) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const QUOTES: u64 = u64::from_le_bytes([b'"'; 8]);
    const BACKSLASHES: u64 = u64::from_le_bytes([b'\\'; 8]);
    const SPACES: u64 = u64::from_le_bytes([b' '; 8]);
    // Eight bytes at a time. Each test sets the high bit of a byte that it finds; borrows may set it in later bytes as well,
    // and only the first one counts.
    while let Some(chunk) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*chunk);
        let quote = (word ^ QUOTES).wrapping_sub(ONES) & !(word ^ QUOTES);
        let backslash = (word ^ BACKSLASHES).wrapping_sub(ONES) & !(word ^ BACKSLASHES);
        let control = word.wrapping_sub(SPACES) & !word;
        let found = (quote | backslash | control) & HIGH;
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|&byte| matches!(byte, b'"' | b'\\' | 0..b' ')).unwrap_or(rest.len())
}
