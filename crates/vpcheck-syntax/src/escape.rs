//! Text from the input, made fit to be shown.

use std::{borrow::Cow, fmt::Write};

/// How many characters of the input a message repeats.
const SHOWN_CHARACTERS: usize = 80;

/// The text with everything escaped that a terminal obeys or a reader cannot see.
///
/// These are the control characters, those that turn the direction of the text, line and paragraph separators, and those
/// that have no width. A line feed becomes `\n`, a carriage return `\r`, a tab `\t`, any other `\u{…}`. So does the first
/// character of what a build server obeys wherever it stands in a log, such as `##[error]`.
///
/// ```
/// use vpcheck_syntax::escape::escape;
///
/// assert_eq!(escape("tür"), "tür");
/// assert_eq!(escape("red\u{1b}[31m\n"), r"red\u{1b}[31m\n");
/// assert_eq!(escape("a\u{202e}b\u{200b}"), r"a\u{202e}b\u{200b}");
/// assert_eq!(escape("# ##[error]"), r"# \u{23}#[error]");
/// ```
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    let hidden = text.find(is_hidden);
    let command = text.match_indices('#').map(|(offset, _)| offset).find(|offset| is_obeyed(text, *offset));
    let Some(first) = [hidden, command].into_iter().flatten().min() else { return Cow::Borrowed(text) };
    let (clean, rest) = text.split_at(first);
    let mut escaped = String::with_capacity(text.len() + 16);
    escaped.push_str(clean);
    for (offset, character) in rest.char_indices() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\r' => escaped.push_str("\\r"),
            '\t' => escaped.push_str("\\t"),
            hidden if is_hidden(hidden) || is_obeyed(rest, offset) => {
                // Writing into a string cannot fail.
                let _ = write!(escaped, "\\u{{{:x}}}", u32::from(hidden));
            }
            shown => escaped.push(shown),
        }
    }
    Cow::Owned(escaped)
}

/// The text, cut to 80 characters with `…` as the last one where it has more.
///
/// ```
/// use vpcheck_syntax::escape::shorten;
///
/// assert_eq!(shorten("web-app"), "web-app");
/// assert_eq!(shorten(&"x".repeat(81)), format!("{}…", "x".repeat(79)));
/// ```
#[must_use]
pub fn shorten(text: &str) -> Cow<'_, str> {
    if text.len() <= SHOWN_CHARACTERS {
        return Cow::Borrowed(text);
    }
    let mut ends = text.char_indices().map(|(offset, _)| offset);
    let cut = ends.nth(SHOWN_CHARACTERS - 1);
    match (cut, ends.next()) {
        (Some(cut), Some(_)) => Cow::Owned(format!("{}…", text.get(..cut).unwrap_or_default())),
        _ => Cow::Borrowed(text),
    }
}

/// Whether a build server obeys what starts at a place of a line, wherever that is: `##[error]` of GitHub, `##vso[task.setvariable …]`
/// of Azure, `##teamcity[…]`.
///
/// ```
/// use vpcheck_syntax::escape::is_command;
///
/// assert!(is_command(b"##[add-mask]x") && is_command(b"##vso[task.complete]"));
/// assert!(!is_command(b"## [1]") && !is_command(b" ##[error]"));
/// ```
#[must_use]
pub fn is_command(text: &[u8]) -> bool {
    text.strip_prefix(b"##").is_some_and(|rest| rest.iter().find(|byte| !byte.is_ascii_alphabetic()) == Some(&b'['))
}

fn is_obeyed(text: &str, offset: usize) -> bool {
    text.as_bytes().get(offset..).is_some_and(is_command)
}

/// Whether a terminal obeys the character or a reader cannot see it.
pub(crate) fn is_hidden(character: char) -> bool {
    const RANGES: [(char, char); 22] = [
        // Controls, soft hyphen.
        ('\0', '\u{1f}'),
        ('\u{7f}', '\u{9f}'),
        ('\u{ad}', '\u{ad}'),
        // Joiners, fillers and vowels without a form.
        ('\u{34f}', '\u{34f}'),
        ('\u{61c}', '\u{61c}'),
        ('\u{115f}', '\u{1160}'),
        ('\u{17b4}', '\u{17b5}'),
        ('\u{180b}', '\u{180f}'),
        // Zero width and direction; line and paragraph separators; invisible operators.
        ('\u{200b}', '\u{200f}'),
        ('\u{2028}', '\u{202e}'),
        ('\u{2060}', '\u{206f}'),
        // More fillers, variation selectors, byte order mark, annotations.
        ('\u{3164}', '\u{3164}'),
        ('\u{fe00}', '\u{fe0f}'),
        ('\u{feff}', '\u{feff}'),
        ('\u{ffa0}', '\u{ffa0}'),
        ('\u{fff0}', '\u{fffb}'),
        // Controls of scripts, of shorthand and of musical notation.
        ('\u{13430}', '\u{1343f}'),
        ('\u{16fe4}', '\u{16fe4}'),
        ('\u{1bca0}', '\u{1bca3}'),
        ('\u{1d159}', '\u{1d159}'),
        ('\u{1d173}', '\u{1d17a}'),
        // Tags and more variation selectors.
        ('\u{e0000}', '\u{e0fff}'),
    ];
    let after = RANGES.partition_point(|&(first, _)| first <= character);
    after.checked_sub(1).and_then(|index| RANGES.get(index)).is_some_and(|&(_, last)| character <= last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_what_is_obeyed_or_hidden() {
        let controls = ('\0'..='\u{1f}').chain('\u{7f}'..='\u{9f}');
        let bidi = ('\u{202a}'..='\u{202e}').chain('\u{2066}'..='\u{2069}').chain(['\u{200e}', '\u{200f}', '\u{61c}']);
        let invisible =
            ['\u{ad}', '\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{2064}', '\u{feff}', '\u{fe0f}', '\u{e0041}'];
        for character in controls.chain(bidi).chain(invisible).chain(['\u{2028}', '\u{2029}']) {
            let text = format!("a{character}ü");
            let expected = match character {
                '\n' => "a\\nü".to_owned(),
                '\r' => "a\\rü".to_owned(),
                '\t' => "a\\tü".to_owned(),
                other => format!("a\\u{{{:x}}}ü", u32::from(other)),
            };
            assert_eq!(escape(&text), expected, "{text:?}");
        }
    }

    #[test]
    fn knows_every_control_character() {
        for character in '\0'..=char::MAX {
            assert!(!character.is_control() || is_hidden(character), "{character:?}");
            assert!(
                !character.is_alphanumeric()
                    || !is_hidden(character)
                    || "\u{115f}\u{1160}\u{3164}\u{ffa0}".contains(character),
                "{character:?}"
            );
        }
    }

    #[test]
    fn leaves_the_rest_alone() {
        for text in ["", " ", "web-app", "tür", "日本", "\\n", "\\u{1b}", "\u{1f600}", "e\u{301}", "\u{a0}", "\u{2010}"]
        {
            assert!(matches!(escape(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn escapes_what_build_servers_obey() {
        let table = [
            ("##[error]x", r"\u{23}#[error]x"),
            ("a ##vso[task.complete] ##[warning]", r"a \u{23}#vso[task.complete] \u{23}#[warning]"),
            ("###[x", r"#\u{23}#[x"),
            ("\t##[", r"\t\u{23}#["),
            ("##", "##"),
            ("##vso", "##vso"),
            ("# #[", "# #["),
        ];
        for (text, expected) in table {
            assert_eq!(escape(text), expected);
            assert_eq!(escape(expected), expected);
        }
    }

    #[test]
    fn shortens_to_80_characters() {
        for (length, shortened) in [(0, 0), (1, 1), (79, 79), (80, 80), (81, 80), (1000, 80)] {
            let text = "ü".repeat(length);
            let short = shorten(&text);
            assert_eq!(short.chars().count(), shortened, "{length}");
            assert_eq!(short.ends_with('…'), length > 80, "{length}");
        }
    }
}
