//! The lines around a fenced block.

/// An opening fence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fence<'t> {
    character: u8,
    length: usize,
    /// What follows it in its line.
    pub(super) info: &'t str,
}

impl<'t> Fence<'t> {
    /// The fence that a line is, without the spaces before it.
    pub(super) fn opening(line: &'t str) -> Option<Fence<'t>> {
        let character = *line.as_bytes().first().filter(|byte| matches!(byte, b'`' | b'~'))?;
        let length = run(line, character);
        let info = line.get(length..)?;
        // With a backtick in it, it is code in a line of text.
        (length >= 3 && !(character == b'`' && info.contains('`'))).then_some(Fence { character, length, info })
    }

    /// Whether a line, without the spaces before it, closes what a fence has opened.
    pub(super) fn is_closed_by(self, line: &str) -> bool {
        let length = run(line, self.character);
        length >= self.length && line.get(length..).is_some_and(|rest| rest.trim().is_empty())
    }
}

fn run(line: &str, character: u8) -> usize {
    line.bytes().take_while(|byte| *byte == character).count()
}
