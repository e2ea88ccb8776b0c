//! The lines that a finding is about, cut to a width.

mod cells;
mod hunk;

use std::collections::VecDeque;
use std::ops::Range;

use vpcheck_syntax::Position;
use vpcheck_syntax::escape::{escape, is_command};

use self::cells::{Cells, ends_line, first_line};
pub(crate) use self::hunk::{Hunk, hunks};
use crate::visible::{SHARP, shown};

/// How many bytes may lie between two lines that are shown in one piece.
const GAP: usize = 2048;

/// How many columns are left for a line when line numbers and the frame are there.
const FRAME: usize = 10;

/// Stands where a line was cut.
const CUT: char = '…';

/// A place to show.
#[derive(Clone, Debug)]
pub(crate) struct Place<'r> {
    /// The bytes. Of more than one line the first is shown.
    pub(crate) span: Range<usize>,
    /// Where they start.
    pub(crate) start: Position,
    /// What the place is to the finding.
    pub(crate) role: Role,
    /// What there is to say about it, or nothing.
    pub(crate) label: &'r str,
}

/// What a place is to a finding.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    /// What it is about.
    Primary,
    /// What belongs to it.
    Secondary,
}

/// Adjacent lines of a source, ready to be shown.
#[derive(Debug)]
pub(crate) struct Excerpt {
    /// The number of the first line.
    pub(crate) line: usize,
    /// The lines, without any character that must not be shown.
    pub(crate) text: String,
    /// The position to show it under: the primary place, or else the first.
    pub(crate) place: Position,
    /// The places in `text`.
    pub(crate) marks: Vec<Mark>,
}

/// A place in the text of an [`Excerpt`].
#[derive(Debug)]
pub(crate) struct Mark {
    /// The bytes of the text.
    pub(crate) range: Range<usize>,
    /// What the place is to the finding.
    pub(crate) role: Role,
    /// What there is to say about it, escaped, or nothing.
    pub(crate) label: String,
}

/// What to show of `text` for these places: the excerpt with the primary place, then the others in the order of the text.
///
/// However long the text and its lines are, only what is near the places is looked at.
pub(crate) fn excerpts(text: &[u8], places: &[Place<'_>], columns: usize) -> Vec<Excerpt> {
    let columns = columns.saturating_sub(FRAME);
    let mut places: Vec<Place<'_>> = places.to_vec();
    for place in &mut places {
        let start = place.span.start.min(text.len());
        place.span = start..first_line(text, start, place.span.end.clamp(start, text.len()));
    }
    shrink(&mut places);
    places.sort_by_key(|place| (place.span.start, place.role == Role::Secondary));

    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut waiting = VecDeque::from(places);
    while let Some(place) = waiting.pop_front() {
        if let Some(piece) = pieces.last_mut()
            && piece.range.start <= place.span.start
            && place.span.end <= piece.range.end
        {
            piece.places.push(place);
            continue;
        }
        let mut core = place.span.clone();
        for other in &waiting {
            let both = core.start..core.end.max(other.span.end);
            if both.len() > columns || text.get(both.clone()).is_none_or(|bytes| bytes.iter().any(ends_line)) {
                break;
            }
            core = both;
        }
        let piece = Piece::around(text, core, place, columns);
        match pieces.last_mut() {
            Some(last) if last.joins(&piece, text, columns) => last.join(piece),
            _ => pieces.push(piece),
        }
    }
    pieces.sort_by_key(|piece| !piece.is_primary());
    pieces.into_iter().map(|piece| piece.into_excerpt(text)).collect()
}

/// Of an object some of whose members are shown as well the brace is enough: a line under all of it would run through theirs. Where
/// there is no brace, the object starts with its first member.
fn shrink(places: &mut [Place<'_>]) {
    let Some(primary) = places.iter().position(|place| place.role == Role::Primary) else { return };
    let Some(span) = places.get(primary).map(|place| place.span.clone()) else { return };
    let holds = |other: &Place<'_>| span.start < other.span.start && other.span.end <= span.end;
    if places.iter().any(holds)
        && let Some(primary) = places.get_mut(primary)
    {
        primary.span.end = span.start + 1;
    }
    let first = places.iter().filter(|other| other.role == Role::Secondary && other.span.start == span.start);
    let first = first.map(|other| other.span.end).filter(|end| (span.start..span.end).contains(end)).min();
    if let (Some(first), Some(primary)) = (first, places.get_mut(primary)) {
        primary.span.end = first;
    }
}

/// Bytes that become an excerpt: whole lines, or a part of one line.
#[derive(Debug)]
struct Piece<'r> {
    range: Range<usize>,
    places: Vec<Place<'r>>,
    cut_start: bool,
    cut_end: bool,
}

impl<'r> Piece<'r> {
    /// The line that `core` is on, or as much of it as fits.
    fn around(text: &[u8], core: Range<usize>, place: Place<'r>, columns: usize) -> Piece<'r> {
        let reach = columns * 4;
        let before = Cells::before(text, core.start, reach);
        let after = Cells::after(text, core.start, reach);
        let places = vec![place];
        if before.is_whole && after.is_whole && before.width() + after.width() <= columns {
            let range = before.end_of(before.nearest_first.len(), core.start)
                ..after.end_of(after.nearest_first.len(), core.start);
            return Piece { range, places, cut_start: false, cut_end: false };
        }

        // Two columns are for the marks of the cuts.
        let columns = columns.saturating_sub(2);
        let wanted = after.nearest_first.iter().take_while(|cell| cell.offset < core.end);
        let core_width: usize = wanted.map(|cell| cell.width).sum();
        let room = columns.saturating_sub(core_width.min(columns * 3 / 4));
        // What comes before says more than what comes after, since it has the name of the member.
        let fits_whole = before.is_whole && before.width() + core_width <= columns * 4 / 5;
        let mut left = if fits_whole { before.nearest_first.len() } else { before.fit(room * 2 / 3) };
        let right = after.fit(columns.saturating_sub(before.width_of(left)));
        if right == after.nearest_first.len() {
            left = before.fit(columns.saturating_sub(after.width()));
        }
        Piece {
            range: before.end_of(left, core.start)..after.end_of(right, core.start),
            places,
            cut_start: left < before.nearest_first.len() || !before.is_whole,
            cut_end: right < after.nearest_first.len() || !after.is_whole,
        }
    }

    fn is_primary(&self) -> bool {
        self.places.iter().any(|place| place.role == Role::Primary)
    }

    /// Whether what lies between this and a later piece can be shown with them.
    fn joins(&self, next: &Piece<'_>, text: &[u8], columns: usize) -> bool {
        let is_cut = self.cut_start || self.cut_end || next.cut_start || next.cut_end;
        let between = text.get(self.range.end..next.range.start);
        !is_cut
            && between.is_some_and(|between| {
                between.len() <= GAP && between.split(ends_line).all(|line| line.len() <= columns)
            })
    }

    fn join(&mut self, next: Piece<'r>) {
        self.range.end = next.range.end;
        self.places.extend(next.places);
    }

    fn into_excerpt(self, text: &[u8]) -> Excerpt {
        let mut excerpt = String::new();
        if self.cut_start {
            excerpt.push(CUT);
        }
        let mut offsets = Vec::new();
        let mut cells = Cells::of(text, self.range.clone()).into_iter().peekable();
        while let Some(cell) = cells.next() {
            offsets.push((cell.offset, excerpt.len()));
            match cell.character {
                Some('\r') if cells.peek().is_some_and(|next| next.character == Some('\n')) => {}
                Some('\n' | '\r') => excerpt.push('\n'),
                Some('#') if text.get(cell.offset..).is_some_and(is_command) => excerpt.push(SHARP),
                Some(character) => excerpt.push_str(&shown(character)),
                None => excerpt.push(char::REPLACEMENT_CHARACTER),
            }
        }
        let end = excerpt.len();
        if self.cut_end {
            excerpt.push(CUT);
        }
        // Where a byte of the text is in the excerpt, or the character that it is a part of.
        let start_of = |offset: usize| {
            let index = offsets.partition_point(|(known, _)| *known <= offset).saturating_sub(1);
            offsets.get(index).filter(|_| offset < self.range.end).map_or(end, |(_, place)| *place)
        };
        let end_of = |offset: usize| {
            let index = offsets.partition_point(|(known, _)| *known < offset);
            offsets.get(index).map_or(end, |(_, place)| *place)
        };

        let first = self.places.first();
        let line = first.map_or(1, |place| place.start.line as usize);
        let shown = self.places.iter().find(|place| place.role == Role::Primary).or(first);
        let marks = self.places.iter().map(|place| Mark {
            range: start_of(place.span.start)..end_of(place.span.end).max(start_of(place.span.start)),
            role: place.role,
            label: escape(place.label).into_owned(),
        });
        Excerpt {
            line,
            place: shown.map_or(Position { line: 1, column: 1 }, |place| place.start),
            marks: marks.collect(),
            text: excerpt,
        }
    }
}
