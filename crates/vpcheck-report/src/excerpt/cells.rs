//! The characters of one line around a place.

use std::ops::Range;

use crate::visible::width;

/// A character, or a byte that is none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) offset: usize,
    length: usize,
    pub(super) width: usize,
    pub(super) character: Option<char>,
}

/// Characters of one line on one side of a place, the nearest first.
#[derive(Debug)]
pub(super) struct Cells {
    pub(super) nearest_first: Vec<Cell>,
    /// Whether the line ends where they do.
    pub(super) is_whole: bool,
    side: Side,
}

#[derive(Clone, Copy, Debug)]
enum Side {
    Before,
    After,
}

impl Cells {
    /// The characters of some bytes, in their order.
    pub(super) fn of(text: &[u8], range: Range<usize>) -> Vec<Cell> {
        let mut offset = range.start;
        let mut cells = Vec::new();
        let mut push = |length: usize, character: Option<char>| {
            cells.push(Cell { offset, length, width: character.map_or(1, width), character });
            offset += length;
        };
        for chunk in text.get(range).unwrap_or_default().utf8_chunks() {
            chunk.valid().chars().for_each(|character| push(character.len_utf8(), Some(character)));
            chunk.invalid().iter().for_each(|_| push(1, None));
        }
        cells
    }

    /// What is before `offset` on its line, at most `reach` bytes.
    pub(super) fn before(text: &[u8], offset: usize, reach: usize) -> Cells {
        let mut start = offset.saturating_sub(reach);
        let bytes = text.get(start..offset).unwrap_or_default();
        let line = bytes.iter().rposition(ends_line);
        let is_whole = start == 0 || line.is_some();
        start += line.map_or(0, |line| line + 1);
        // Not from the middle of a character.
        while line.is_none() && start < offset && text.get(start).is_some_and(|byte| byte & 0xC0 == 0x80) {
            start += 1;
        }
        let mut cells = Cells::of(text, start..offset);
        cells.reverse();
        Cells { nearest_first: cells, is_whole, side: Side::Before }
    }

    /// What is from `offset` on its line, at most `reach` bytes.
    pub(super) fn after(text: &[u8], offset: usize, reach: usize) -> Cells {
        let end = offset.saturating_add(reach).min(text.len());
        let line_end = first_line(text, offset, end);
        let is_whole = line_end < end || end == text.len();
        let mut cells = Cells::of(text, offset..line_end);
        // Not up to the middle of a character.
        while !is_whole && cells.last().is_some_and(|cell| cell.character.is_none()) {
            cells.pop();
        }
        Cells { nearest_first: cells, is_whole, side: Side::After }
    }

    pub(super) fn width(&self) -> usize {
        self.width_of(self.nearest_first.len())
    }

    pub(super) fn width_of(&self, count: usize) -> usize {
        self.nearest_first.iter().take(count).map(|cell| cell.width).sum()
    }

    /// How many of them fit.
    pub(super) fn fit(&self, columns: usize) -> usize {
        let mut used = 0;
        let fits = |cell: &&Cell| {
            used += cell.width;
            used <= columns
        };
        self.nearest_first.iter().take_while(fits).count()
    }

    /// The offset at the far side of the first `count` of them, which start at `offset`.
    pub(super) fn end_of(&self, count: usize, offset: usize) -> usize {
        let last = count.checked_sub(1).and_then(|index| self.nearest_first.get(index));
        last.map_or(offset, |cell| match self.side {
            Side::Before => cell.offset,
            Side::After => cell.offset + cell.length,
        })
    }
}

/// The end of the first line of a range.
pub(super) fn first_line(text: &[u8], start: usize, end: usize) -> usize {
    let bytes = text.get(start..end).unwrap_or_default();
    bytes.iter().position(ends_line).map_or(end, |length| start + length)
}

/// Whether a line ends at this byte.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "it is handed to methods of iterators over slices")]
pub(super) fn ends_line(byte: &u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}
