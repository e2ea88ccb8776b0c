//! Strings whose escapes are resolved.

/// Strings one after the other in one buffer, counted from 0.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decoded {
    buffer: String,
    ends: Vec<u32>,
}

impl Decoded {
    /// Adds to the string that is being made.
    pub(crate) fn push_str(&mut self, text: &str) {
        self.buffer.push_str(text);
    }

    /// Adds to the string that is being made.
    pub(crate) fn push(&mut self, character: char) {
        self.buffer.push(character);
    }

    /// Takes the last bytes of the string that is being made away again.
    pub(crate) fn cut(&mut self, count: usize) {
        let start = self.ends.last().copied().unwrap_or(0) as usize;
        let length = self.buffer.len().saturating_sub(count).max(start);
        if self.buffer.is_char_boundary(length) {
            self.buffer.truncate(length);
        }
    }

    /// Adds a whole string, and gives its index.
    pub(crate) fn add(&mut self, text: &str) -> u32 {
        self.push_str(text);
        self.finish()
    }

    /// Ends the string that is being made, and gives its index.
    pub(crate) fn finish(&mut self) -> u32 {
        let index = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
        self.ends.push(u32::try_from(self.buffer.len()).unwrap_or(u32::MAX));
        index
    }

    /// The string at `index`, which [`Decoded::finish`] gave.
    pub(crate) fn get(&self, index: u32) -> &str {
        let index = index as usize;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.buffer.get(start as usize..end as usize).unwrap_or_default()
    }
}
