//! Escapes in double quotes that are none.

use super::syntax::error;
use crate::{Diagnostic, Span, encoding::offset};

/// What is wrong with the first such escape in the string that begins at `quote`.
pub(super) fn explain(text: &str, quote: usize) -> Diagnostic {
    let mut at = quote + 1;
    // The low half of a pair that is there was read with the high one.
    while let Some(rest) = text.get(at..)
        && let Some(next) = rest.find('\\')
    {
        at += next;
        let escape = text.get(at + 1..).unwrap_or_default();
        let Some(character) = escape.chars().next() else { break };
        let Some(digits) = digits(character) else {
            if is_escape(character) {
                at += 1 + character.len_utf8();
                continue;
            }
            let span = Span::new(offset(at), offset(at + 1 + character.len_utf8()));
            let message = format!("`\\{character}` is no escape: write `\\\\` for a backslash, or use single quotes");
            return error(span, message);
        };
        let written = escape.get(1..).unwrap_or_default();
        let count = written.bytes().take(digits).take_while(u8::is_ascii_hexdigit).count();
        let span = Span::new(offset(at), offset(at + 2 + count));
        if count < digits {
            return error(
                span,
                format!("an escape `\\{character}` has {digits} hexadecimal digits, and this has {count}"),
            );
        }
        let value = written.get(..digits).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or(u32::MAX);
        at += 2 + digits;
        if let 0xD800..0xDC00 = value
            && let Some(low) = text.get(at..).and_then(|rest| rest.strip_prefix("\\u"))
            && let Some(0xDC00..0xE000) = low.get(..4).and_then(|low| u32::from_str_radix(low, 16).ok())
        {
            at += 6;
        } else if char::from_u32(value).is_none() {
            return error(
                span,
                "this escape is no character: half of a pair of surrogates, or beyond Unicode".to_owned(),
            );
        }
    }
    error(Span::new(offset(quote), offset(quote + 1)), "a string has an escape in it that is none".to_owned())
}

/// How many hexadecimal digits an escape has.
fn digits(character: char) -> Option<usize> {
    match character {
        'x' => Some(2),
        'u' => Some(4),
        'U' => Some(8),
        _ => None,
    }
}

fn is_escape(character: char) -> bool {
    "0abtnvfre \"/\\N_LP\t\n\r".contains(character)
}
