//! Documents inside of texts in other syntaxes: Markdown and shell scripts.

use crate::Parsed;

pub(crate) fn parse_markdown(_bytes: &[u8]) -> Parsed<'_> {
    Parsed::default()
}

pub(crate) fn parse_shell(_bytes: &[u8]) -> Parsed<'_> {
    Parsed::default()
}
