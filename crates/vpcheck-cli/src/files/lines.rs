//! Reading lines some at a time.

use std::io::{self, ErrorKind, Read};
use std::ops::ControlFlow;

use vpcheck_syntax::limits;

/// How many bytes are read at once.
const PIECE_BYTES: usize = 1 << 16;

/// Gives the lines of a reader to `take`, some at a time and with their ends, until it breaks. A text that is too long breaks as well.
pub(crate) fn lines(
    mut reader: impl Read,
    mut take: impl FnMut(&[u8]) -> ControlFlow<()>,
) -> io::Result<ControlFlow<()>> {
    // What was read of the line that has no end yet is at the start.
    let mut text = Vec::new();
    let mut length = 0;
    let mut total = 0;
    loop {
        if text.len() < length + PIECE_BYTES {
            text.resize(length + PIECE_BYTES, 0);
        }
        let read = match reader.read(text.get_mut(length..).unwrap_or_default()) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            read => read?,
        };
        total += read;
        if total > limits::SOURCE_BYTES {
            return Ok(ControlFlow::Break(()));
        }
        let start = length;
        length += read;
        let (old, new) = text.get(..length).unwrap_or_default().split_at(start);
        if new.is_empty() {
            return Ok(if old.is_empty() { ControlFlow::Continue(()) } else { take(old) });
        }
        if let Some(last) = new.iter().rposition(|byte| *byte == b'\n') {
            let end = start + last + 1;
            if take(text.get(..end).unwrap_or_default()).is_break() {
                return Ok(ControlFlow::Break(()));
            }
            text.copy_within(end..length, 0);
            length -= end;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::ops::ControlFlow;

    use super::{PIECE_BYTES, lines};

    /// What is given of a text, of which so many bytes come at once.
    fn given(text: &[u8], at_once: usize) -> Vec<Vec<u8>> {
        struct Slow<'t>(&'t [u8], usize);
        impl Read for Slow<'_> {
            fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
                let most = self.1.min(buffer.len());
                self.0.read(&mut buffer[..most])
            }
        }
        let mut given = Vec::new();
        let read = lines(Slow(text, at_once), |piece| {
            given.push(piece.to_vec());
            ControlFlow::Continue(())
        });
        assert_eq!(read.expect("it can be read"), ControlFlow::Continue(()));
        given
    }

    #[test]
    fn lines_come_as_a_whole() {
        let long = vec![b'x'; PIECE_BYTES + 5];
        let text = [b"a\nbb\n\nccc\r\n", long.as_slice(), b"\nd"].concat();
        for at_once in [1, 2, 5, 1000, PIECE_BYTES] {
            let given = given(&text, at_once);
            assert_eq!(given.concat(), text, "{at_once}");
            assert!(given.len() > 2 && given.iter().rev().skip(1).all(|piece| piece.ends_with(b"\n")), "{at_once}");
        }
        assert_eq!(given(b"", 5), Vec::<Vec<u8>>::new());
        assert_eq!(given(b"a", 5), [b"a"]);
    }

    #[test]
    fn who_has_enough_gets_no_more() {
        let mut pieces = 0;
        let read = lines(vec![b'\n'; 5 * PIECE_BYTES].as_slice(), |_| {
            pieces += 1;
            ControlFlow::Break(())
        });
        assert_eq!((read.expect("it can be read"), pieces), (ControlFlow::Break(()), 1));
    }
}
