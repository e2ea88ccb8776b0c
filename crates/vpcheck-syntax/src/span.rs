//! Places in a text.

use std::ops::Range;

/// A range of bytes in a text, as it is on disk.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset after the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes from `start` up to, not including, `end`.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The span as a range that slices a text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A line and a column, both counted from 1; columns count Unicode characters.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line, from 1. Lines end with LF, CR LF or CR.
    pub line: u32,
    /// The column, from 1, in Unicode characters.
    pub column: u32,
}

/// Where the lines of a text start, to turn an offset into a [`Position`].
///
/// ```
/// use vpcheck_syntax::{LineIndex, Position};
///
/// let text = "{\n  \"ü\": 1\n}";
/// let index = LineIndex::new(text.as_bytes());
/// assert_eq!(index.position(text.as_bytes(), 9), Position { line: 2, column: 7 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    /// Where the lines after the first start.
    starts: Vec<u32>,
    checkpoints: Vec<Checkpoint>,
}

/// A place in a text that has long lines, so that no position needs to count more than a few characters.
#[derive(Clone, Copy, Debug)]
struct Checkpoint {
    offset: u32,
    /// How many characters of the text are before it.
    characters: u32,
}

/// How far checkpoints are from each other, and how long a line is that needs them.
const INTERVAL: usize = 4096;

impl LineIndex {
    /// Finds the lines of `text`.
    #[must_use]
    pub fn new(text: &[u8]) -> LineIndex {
        let mut starts = Vec::new();
        let mut start = 0;
        let mut longest = 0;
        each_line_end(text, |offset| {
            if text.get(offset) == Some(&b'\r') && text.get(offset + 1) == Some(&b'\n') {
                return;
            }
            longest = longest.max(offset - start);
            start = offset + 1;
            if starts.is_empty() {
                starts.reserve(text.len() / 16 + 1);
            }
            starts.push(narrow(start));
        });
        longest = longest.max(text.len() - start);
        LineIndex { starts, checkpoints: if longest > INTERVAL { checkpoints(text) } else { Vec::new() } }
    }

    /// The position of `offset` in `text`, which has to be the text that the index was made of.
    ///
    /// An offset past the end is taken as the end. A byte that is not valid UTF-8 counts as one character, and a byte order
    /// mark at the start of the text as none. It takes no longer in a long line than in a short one.
    #[must_use]
    pub fn position(&self, text: &[u8], offset: u32) -> Position {
        let offset = offset.min(narrow(text.len()));
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = line.checked_sub(1).and_then(|before| self.starts.get(before)).copied().unwrap_or(0);
        let mark = if start == 0 && text.starts_with(BYTE_ORDER_MARK) { narrow(BYTE_ORDER_MARK.len()) } else { start };
        // In the middle of the mark the column is the first one.
        let start = start.max(mark);
        let characters = if offset.saturating_sub(start) as usize <= INTERVAL {
            count(text.get(start as usize..offset as usize).unwrap_or_default())
        } else {
            self.characters_before(text, offset) - self.characters_before(text, start)
        };
        Position { line: narrow(line + 1), column: narrow(characters + 1) }
    }

    /// The positions of both ends of a span in `text`, which has to be the text that the index was made of.
    #[must_use]
    pub fn positions(&self, text: &[u8], span: Span) -> (Position, Position) {
        /// Most values are shorter and stand in one line, so that their end is counted from their start.
        const SHORT: usize = 64;

        let start = self.position(text, span.start);
        let end = match text.get(span.range()) {
            Some(short) if short.len() < SHORT && short.iter().all(|byte| matches!(byte, b' '..=b'~')) => {
                Position { column: start.column.saturating_add(narrow(short.len())), ..start }
            }
            _ => self.position(text, span.end),
        };
        (start, end)
    }

    /// How many characters of the text are before `offset`.
    fn characters_before(&self, text: &[u8], offset: u32) -> usize {
        let after = self.checkpoints.partition_point(|checkpoint| checkpoint.offset <= offset);
        let checkpoint = after.checked_sub(1).and_then(|last| self.checkpoints.get(last));
        let (from, characters) = checkpoint.map_or((0, 0), |checkpoint| (checkpoint.offset, checkpoint.characters));
        characters as usize + count(text.get(from as usize..offset as usize).unwrap_or_default())
    }
}

/// Calls for the offset of each line feed and each carriage return.
fn each_line_end(text: &[u8], mut call: impl FnMut(usize)) {
    let mut each = |mut at: usize, bytes: &[u8]| {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            let mut marks = small(u64::from_le_bytes(*word));
            while marks != 0 {
                let nth = (marks.trailing_zeros() / 8) as usize;
                if word.get(nth).copied().is_some_and(is_line_end) {
                    call(at + nth);
                }
                marks &= marks - 1;
            }
            at += word.len();
        }
        let ends = rest.iter().enumerate().filter(|(_, byte)| is_line_end(**byte));
        ends.for_each(|(nth, _)| call(at + nth));
    };
    let (blocks, rest) = text.as_chunks::<32>();
    for (nth, block) in blocks.iter().enumerate() {
        // In many blocks there is none, which is seen of all bytes at once.
        if block.iter().fold(u8::MAX, |least, byte| least.min(*byte)) <= b'\r' {
            each(nth * block.len(), block);
        }
    }
    each(text.len() - rest.len(), rest);
}

fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

/// Marks the bytes of a word that are no more than a carriage return; nothing where there is none. Beside one, others may be marked too.
fn small(word: u64) -> u64 {
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    const ABOVE: u64 = u64::from_le_bytes([b'\r' + 1; 8]);
    word.wrapping_sub(ABOVE) & !word & HIGH
}

const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// How many characters there are, where each byte that is not valid UTF-8 is one.
fn count(text: &[u8]) -> usize {
    // Nearly always the whole is valid, and often it is ASCII, which is quicker to see than to count.
    if text.is_ascii() {
        return text.len();
    }
    if let Ok(text) = str::from_utf8(text) {
        return text.chars().count();
    }
    text.utf8_chunks().map(|chunk| chunk.valid().chars().count() + chunk.invalid().len()).sum()
}

/// Checkpoints between characters all over the text.
fn checkpoints(text: &[u8]) -> Vec<Checkpoint> {
    let mut checkpoints = Vec::with_capacity(text.len() / INTERVAL + 1);
    let (mut offset, mut characters, mut next) = (0, 0, INTERVAL);
    for chunk in text.utf8_chunks() {
        let mut valid = chunk.valid();
        while let Some((before, after)) = valid.split_at_checked(valid.floor_char_boundary(next - offset))
            && !after.is_empty()
        {
            offset += before.len();
            characters += before.chars().count();
            checkpoints.push(Checkpoint { offset: narrow(offset), characters: narrow(characters) });
            next = offset + INTERVAL;
            valid = after;
        }
        offset += valid.len() + chunk.invalid().len();
        characters += valid.chars().count() + chunk.invalid().len();
        if offset >= next {
            checkpoints.push(Checkpoint { offset: narrow(offset), characters: narrow(characters) });
            next = offset + INTERVAL;
        }
    }
    checkpoints
}

/// An offset or count as it is kept.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_characters() {
        for (text, offset, line, column) in [
            (&b""[..], 0, 1, 1),
            (b"", 9, 1, 1),
            (b"a\nb", 1, 1, 2),
            (b"a\nb", 2, 2, 1),
            (b"a\nb", 3, 2, 2),
            (b"a\nb\n", 4, 3, 1),
            (b"a\r\nb", 3, 2, 1),
            (b"a\rb\r\rc", 5, 4, 1),
            (b"\xC3\xBC\xF0\x9F\x98\x80x", 6, 1, 3),
            (b"\xFF\xC3\xBC\xE2\x82x", 5, 1, 5),
            (b"\xEF\xBB\xBF{", 0, 1, 1),
            (b"\xEF\xBB\xBF{", 3, 1, 1),
            (b"\xEF\xBB\xBF{", 4, 1, 2),
            (b"\xEF\xBB\xBF\n{", 5, 2, 2),
        ] {
            let position = LineIndex::new(text).position(text, offset);
            assert_eq!(position, Position { line, column }, "{:?} {offset}", String::from_utf8_lossy(text));
        }
    }

    /// What a position is, counted from the start of its line.
    fn slow_position(text: &[u8], offset: usize) -> Position {
        let before = &text[..offset];
        let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        let line = before.split(|&byte| byte == b'\n').count();
        let mark = if start == 0 && text.starts_with(BYTE_ORDER_MARK) { 3 } else { start };
        Position { line: narrow(line), column: narrow(count(before.get(mark..).unwrap_or_default()) + 1) }
    }

    #[test]
    fn long_lines_have_the_same_positions() {
        let pieces: [&[u8]; 8] =
            [b"a", b"\xC3\xBC", b"\xF0\x9F\x98\x80", b"\xFF", b"\xE2\x82", b"bcd", b"\xE6\x97\xA5", b"\xC3"];
        for mark in [&b""[..], BYTE_ORDER_MARK] {
            let mut text = mark.to_vec();
            for index in 0..9_000_usize {
                text.extend_from_slice(pieces[(index * index + index / 7) % pieces.len()]);
                if index % 4_001 == 4_000 {
                    text.push(b'\n');
                }
            }
            let lines = LineIndex::new(&text);
            assert!(lines.checkpoints.len() >= text.len() / (INTERVAL + 8));
            // Positions are asked for between characters, or where the text has no whole ones.
            for offset in (0..text.len()).step_by(37).chain([text.len()]) {
                let expected = slow_position(&text, offset);
                assert_eq!(lines.position(&text, narrow(offset)), expected, "{offset}");
                for end in [offset, offset + 5, offset + 70].map(|end| end.min(text.len())) {
                    let span = Span::new(narrow(offset), narrow(end));
                    assert_eq!(lines.positions(&text, span), (expected, slow_position(&text, end)), "{offset} {end}");
                }
            }
        }
    }
}
