//! Standard input, which comes once and may be read several times.

use std::io::{self, Read, Seek as _, Write as _};
use std::ops::ControlFlow;
use std::sync::{LazyLock, Mutex, PoisonError};

use tempfile::SpooledTempFile;
use vpcheck_syntax::limits;

use crate::files::{lines as lines_of, read_limited};

/// How many bytes are kept in memory; more are in a file that has no name.
const IN_MEMORY: usize = 1 << 20;

static KEPT: LazyLock<Mutex<Kept>> =
    LazyLock::new(|| Mutex::new(Kept { text: SpooledTempFile::new(IN_MEMORY), is_begun: false, is_ended: false }));

/// What came so far.
struct Kept {
    text: SpooledTempFile,
    is_begun: bool,
    /// Whether nothing more is to come, or is wanted.
    is_ended: bool,
}

/// The bytes, as [`read_limited`] gives them.
pub(crate) fn read() -> io::Result<Vec<u8>> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    kept.is_begun = true;
    kept.text.rewind()?;
    let mut bytes = read_limited(&mut kept.text, 0)?;
    if !kept.is_ended {
        let came = bytes.len();
        let wanted = (limits::SOURCE_BYTES + 1).saturating_sub(came);
        io::stdin().lock().take(wanted as u64).read_to_end(&mut bytes)?;
        kept.keep(bytes.get(came..).unwrap_or_default())?;
        kept.is_ended = true;
    }
    Ok(bytes)
}

/// Gives the lines some at a time, as [`lines`](lines_of) does, the first time that somebody reads.
pub(crate) fn lines(take: impl FnMut(&[u8]) -> ControlFlow<()>) -> io::Result<ControlFlow<()>> {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if std::mem::replace(&mut kept.is_begun, true) {
        return Ok(ControlFlow::Break(()));
    }
    lines_of(Keeping(&mut kept), take)
}

impl Kept {
    /// Keeps more, which comes behind all that was kept.
    fn keep(&mut self, bytes: &[u8]) -> io::Result<()> {
        let length = self.text.stream_position()?;
        if self.text.write_all(bytes).is_err() {
            // Where there is no room for a file, there may be memory.
            let mut in_memory = SpooledTempFile::new(usize::MAX);
            self.text.rewind()?;
            io::copy(&mut (&mut self.text).take(length), &mut in_memory)?;
            in_memory.write_all(bytes)?;
            self.text = in_memory;
        }
        Ok(())
    }
}

/// Standard input, of which all that is read is kept.
struct Keeping<'k>(&'k mut Kept);

impl Read for Keeping<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = io::stdin().lock().read(buffer)?;
        self.0.keep(buffer.get(..read).unwrap_or_default())?;
        self.0.is_ended |= read == 0 && !buffer.is_empty();
        Ok(read)
    }
}
