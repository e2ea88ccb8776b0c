//! Where in a file the lines of a part of it are.

use crate::{Span, encoding::offset};

/// Where in a file the lines of a part of it are.
#[derive(Debug)]
pub(super) struct Placement {
    /// For each run of bytes that are together in both: where it starts in the part, and where in the file.
    runs: Vec<(u32, u32)>,
}

impl Placement {
    /// A part that is together in the file, and starts there.
    pub(super) fn from(start: usize) -> Placement {
        Placement { runs: vec![(0, offset(start))] }
    }

    /// A part that is made of these pieces of the file, one after the other.
    pub(super) fn of_pieces(pieces: &[Span]) -> Placement {
        let mut at = 0_u32;
        let mut runs = Vec::with_capacity(pieces.len());
        for piece in pieces {
            runs.push((at, piece.start));
            at = at.saturating_add(piece.end.saturating_sub(piece.start));
        }
        Placement { runs }
    }

    /// The place in the file of a span in the part.
    pub(super) fn span(&self, span: Span) -> Span {
        let start = self.offset(span.start);
        // What ends with a line does not reach to the start of the next one.
        let end = if span.end > span.start { self.offset(span.end - 1).saturating_add(1) } else { start };
        Span::new(start, end)
    }

    fn offset(&self, at: u32) -> u32 {
        let after = self.runs.partition_point(|(start, _)| *start <= at);
        match after.checked_sub(1).and_then(|index| self.runs.get(index)) {
            Some((start, place)) => place.saturating_add(at - start),
            None => at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_found_in_the_file() {
        // > ab
        // > cd
        let placement = Placement::of_pieces(&[Span::new(2, 5), Span::new(7, 10)]);
        for ((start, end), (placed_start, placed_end)) in [
            ((0, 1), (2, 3)),
            ((0, 3), (2, 5)),
            ((2, 4), (4, 8)),
            ((3, 6), (7, 10)),
            ((3, 3), (7, 7)),
            ((6, 6), (10, 10)),
        ] {
            let placed = placement.span(Span::new(start, end));
            assert_eq!(placed, Span::new(placed_start, placed_end), "{start}..{end}");
        }
        assert_eq!(Placement::from(4).span(Span::new(1, 3)), Span::new(5, 7));
    }
}
