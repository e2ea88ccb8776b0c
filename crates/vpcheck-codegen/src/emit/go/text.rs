//! Literals and comments.

use std::{borrow::Cow, fmt::Write as _};

use serde_json::Value;
use vpcheck_syntax::escape::escape;

use crate::{export::wrap::wrapped, model::Documentation};

/// How long a line of a comment is at most, where its words allow it.
const WIDTH: usize = 110;

/// A string of Go in which every character can be seen.
pub(super) fn quoted(text: &str) -> String {
    if !text.contains('`') && text.contains(['\\', '"']) && text.chars().all(is_plain) {
        return format!("`{text}`");
    }
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            '\r' => quoted.push_str("\\r"),
            plain if is_plain(plain) => quoted.push(plain),
            other => {
                // Writing to a string does not fail.
                let _ = write!(quoted, "\\U{:08x}", u32::from(other));
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a character is what it looks like, in a line.
fn is_plain(character: char) -> bool {
    match character {
        ' '..='~' => true,
        _ if character.is_ascii() => false,
        _ => matches!(escape(character.encode_utf8(&mut [0; 4])), Cow::Borrowed(_)),
    }
}

/// A comment of several paragraphs, laid out as gofmt leaves it; nothing where there are none.
pub(super) fn comment(paragraphs: &[String], indent: &str) -> String {
    let mut text = String::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        if index > 0 {
            let _ = writeln!(text, "{indent}//");
        }
        let width = WIDTH.saturating_sub(4 * indent.len() + 3);
        for line in wrapped(safe(paragraph).split(' '), width, may_begin) {
            let _ = writeln!(text, "{indent}// {line}");
        }
    }
    text
}

/// What is said of something, in paragraphs.
pub(super) fn paragraphs(documentation: &Documentation) -> Vec<String> {
    let mut paragraphs: Vec<String> =
        documentation.description.iter().flat_map(|text| text.split("\n\n")).map(sentence).collect();
    paragraphs.extend(documentation.default.as_ref().map(|default| format!("The default is {default}.")));
    let examples: Vec<String> = documentation
        .examples
        .iter()
        .filter(|example| !matches!(example, Value::Array(_) | Value::Object(_)))
        .map(Value::to_string)
        .collect();
    if !examples.is_empty() {
        paragraphs.push(format!("For example: {}.", examples.join(", ")));
    }
    if documentation.deprecated {
        paragraphs.push("Deprecated: its schema says so.".to_owned());
    }
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    paragraphs
}

/// A text that ends as a sentence: a line without a full stop would be taken for a heading.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?', ':', ';']) { text.to_owned() } else { format!("{text}.") }
}

/// The text with nothing in it that cannot be seen, or that gofmt would write otherwise.
fn safe(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = escape(&words.join(" ")).replace("``", "\u{201c}").replace("''", "\u{201d}");
    // At the start of a line these are headings, definitions of links and directives.
    match text.chars().next() {
        Some('#' | '[' | '+' | '-' | '*' | '\u{2022}') => format!("\\{text}"),
        Some(first) if first.is_ascii_digit() => format!("\u{2018}{text}\u{2019}"),
        _ => text,
    }
}

/// Whether a line may begin with a word: not with what gofmt takes for a list, a heading or a directive.
fn may_begin(word: &str) -> bool {
    word.starts_with(|first: char| first.is_alphabetic() || matches!(first, '`' | '"' | '(' | '\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_what_they_look_like() {
        for (text, expected) in [
            ("a", "\"a\""),
            ("a\"b\\", "`a\"b\\`"),
            ("a\"`", "\"a\\\"`\""),
            ("\u{202e}\n", "\"\\U0000202e\\n\""),
            ("é😀", "\"é😀\""),
            ("\0", "\"\\U00000000\""),
        ] {
            assert_eq!(quoted(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_description_stays_a_comment() {
        let text = comment(&["a\n//go:build x\u{202e}".to_owned(), "+build ignore".to_owned()], "");
        assert!(text.lines().all(|line| line.starts_with("// ") || line == "//"), "{text}");
        assert!(!text.contains('\u{202e}') && !text.contains("// +build"), "{text}");
    }
}
