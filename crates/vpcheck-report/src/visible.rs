//! Characters that may reach a terminal, and what stands for the others.

use std::borrow::Cow;

use vpcheck_syntax::escape::escape;

/// Stands for the first character of what a build server would obey in a line of source.
pub(crate) const SHARP: char = '\u{266f}';

/// Whether a character may be written as it is.
pub(crate) fn is_visible(character: char) -> bool {
    let mut buffer = [0; 4];
    let text = &*character.encode_utf8(&mut buffer);
    matches!(character, ' '..='~') || *escape(text) == *text
}

/// What stands for a character in a line of source, so that it can be pointed at: a tab is four spaces, a character that must
/// not be written is one that can be seen.
pub(crate) fn shown(character: char) -> Cow<'static, str> {
    match character {
        '\t' => Cow::Borrowed("    "),
        // Control pictures are in the order of the control characters.
        '\0'..=' ' if character != ' ' => Cow::Owned(picture(u32::from(character)).to_string()),
        '\u{7f}' => Cow::Borrowed("\u{2421}"),
        character if is_visible(character) => Cow::Owned(character.to_string()),
        _ => Cow::Borrowed("\u{fffd}"),
    }
}

fn picture(control: u32) -> char {
    char::from_u32(0x2400 + control).unwrap_or(char::REPLACEMENT_CHARACTER)
}

/// How many columns a character takes, at most. It is counted, not looked up: from U+1100 on there are wide ones.
pub(crate) fn width(character: char) -> usize {
    match character {
        '\t' => 4,
        '\u{1100}'.. if is_visible(character) => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::{is_visible, shown};

    #[test]
    fn what_must_not_be_written_is_shown_as_one_character() {
        let table = [
            ('a', "a"),
            (' ', " "),
            ('ü', "ü"),
            ('\t', "    "),
            ('\0', "\u{2400}"),
            ('\u{1b}', "\u{241b}"),
            ('\u{1f}', "\u{241f}"),
            ('\u{7f}', "\u{2421}"),
            ('\u{9b}', "\u{fffd}"),
            ('\u{202e}', "\u{fffd}"),
            ('\u{200b}', "\u{fffd}"),
        ];
        for (character, expected) in table {
            assert_eq!(shown(character), expected, "{character:?}");
        }
    }

    #[test]
    fn no_control_character_is_visible() {
        for character in ('\0'..=char::MAX).filter(|character| character.is_control()) {
            assert!(!is_visible(character), "{character:?}");
        }
    }
}
