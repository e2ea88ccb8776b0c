//! Docstrings: a line that says what it is, and what else there is to say.

use serde_json::Value;
use vpcheck_syntax::escape::escape;

use super::layout::{WIDTH, width};
use crate::model::Documentation;

/// The docstring of a class, an alias or a member, with its line end; `otherwise` is said where the schema says nothing.
pub(super) fn docstring(documentation: &Documentation, otherwise: Option<&str>, indent: usize) -> String {
    let mut blocks = blocks(documentation, otherwise);
    // The quotes stand before the first line.
    let room = WIDTH.saturating_sub(indent + 3);
    let Some(first) = blocks.first().and_then(|block| block.first()).cloned() else { return String::new() };
    let is_one = |blocks: &[Vec<String>]| blocks.len() == 1 && blocks.iter().all(|block| block.len() == 1);
    // The quotes at the end stand behind the only line.
    let room_of_one = room.saturating_sub(3);
    if width(&first) > if is_one(&blocks) { room_of_one } else { room } {
        let title = documentation.title.as_deref().map(|title| clean(&sentence(title)));
        let fits = |text: &str| width(text) <= room;
        let summary = first.find(". ").and_then(|end| first.split_at_checked(end + 1));
        if let Some((summary, rest)) = summary.filter(|(summary, _)| fits(summary)) {
            let block = blocks.remove(0);
            let rest = std::iter::once(rest.trim().to_owned()).chain(block.into_iter().skip(1));
            blocks.splice(0..0, [vec![summary.to_owned()], rest.collect()]);
        } else if let Some(title) = title.filter(|title| fits(title)) {
            blocks.insert(0, vec![title]);
        }
    }
    let room =
        if is_one(&blocks) && blocks.iter().flatten().all(|line| width(line) <= room) { room_of_one } else { room };
    let space = " ".repeat(indent);
    if let [block] = blocks.as_slice()
        && let [line] = block.as_slice()
        && width(line) <= room
    {
        return format!("{space}\"\"\"{line}\"\"\"\n");
    }
    let mut text = format!("{space}\"\"\"");
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        for (number, paragraph) in block.iter().enumerate() {
            let room = if index + number == 0 { room } else { room + 3 };
            let hang = if paragraph.starts_with("- ") { "  " } else { "" };
            for (number_of_line, line) in wrapped(paragraph, room, width(hang)).iter().enumerate() {
                if index + number + number_of_line > 0 {
                    text.push_str(&space);
                }
                if number_of_line > 0 {
                    text.push_str(hang);
                }
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    text.push_str(&space);
    text.push_str("\"\"\"\n");
    text
}

/// What is said, in blocks of lines.
fn blocks(documentation: &Documentation, otherwise: Option<&str>) -> Vec<Vec<String>> {
    let mut blocks: Vec<Vec<String>> = Vec::new();
    let own = documentation.description.clone().or_else(|| documentation.title.as_deref().map(sentence));
    let own = own.filter(|text| !text.trim().is_empty()).or_else(|| otherwise.map(str::to_owned));
    let lines = own.iter().flat_map(|text| text.split('\n')).map(clean);
    blocks.push(Vec::new());
    for line in lines {
        match blocks.last_mut() {
            Some(block) if !line.is_empty() => block.push(line),
            _ => blocks.push(Vec::new()),
        }
    }
    let values = documentation.values.iter();
    blocks.push(values.map(|(value, meaning)| clean(&format!("- `{value}`: {meaning}"))).collect());
    let mut notes = Vec::new();
    notes.extend(documentation.read_only.then(|| "Read-only.".to_owned()));
    notes.extend(documentation.write_only.then(|| "Write-only.".to_owned()));
    notes.extend(documentation.deprecated.then(|| "Deprecated.".to_owned()));
    notes.extend(documentation.default.as_ref().map(|default| clean(&format!("Default: `{default}`."))));
    let leaves = documentation.examples.iter().filter(|example| !matches!(example, Value::Array(_) | Value::Object(_)));
    let leaves: Vec<String> = leaves.map(|example| format!("`{example}`")).collect();
    if !leaves.is_empty() {
        notes.push(clean(&format!("For example {}.", leaves.join(", "))));
    }
    blocks.extend(notes.into_iter().map(|note| vec![note]));
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// A text as a sentence.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let mut characters = text.chars();
    let first: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    let end = if text.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    format!("{first}{}{end}", characters.as_str())
}

/// One line with nothing in it that ends the docstring, escapes something or cannot be seen.
pub(super) fn clean(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    let text = escape(&words.join(" ")).replace('\\', "\\\\").replace("\"\"\"", "'''");
    let text = text.strip_prefix('"').map_or(text.clone(), |rest| format!("'{rest}"));
    text.strip_suffix('"').map_or(text.clone(), |rest| format!("{rest}'"))
}

/// The text in lines of a width, cut between words; all but the first are shorter by `hang`.
pub(super) fn wrapped(text: &str, room: usize, hang: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        let limit = if lines.is_empty() { room } else { room.saturating_sub(hang) };
        if !line.is_empty() && width(&line) + 1 + width(word) > limit {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn described(title: Option<&str>, description: Option<&str>) -> Documentation {
        let text = |text: Option<&str>| text.map(str::to_owned);
        Documentation { title: text(title), description: text(description), ..Documentation::default() }
    }

    #[test]
    fn the_first_line_stands_alone() {
        let short = "A sentence.";
        let long = "a ".repeat(60);
        for (documentation, expected) in [
            (described(None, Some(short)), "\"\"\"A sentence.\"\"\"\n".to_owned()),
            (described(Some("port"), None), "\"\"\"Port.\"\"\"\n".to_owned()),
            (described(None, None), "\"\"\"Otherwise.\"\"\"\n".to_owned()),
            (
                described(None, Some(&format!("{short} {long}"))),
                format!("\"\"\"A sentence.\n\n{}\n{}\n\"\"\"\n", "a ".repeat(44).trim(), "a ".repeat(16).trim()),
            ),
            (
                described(Some("port"), Some(&long)),
                format!("\"\"\"Port.\n\n{}\n{}\n\"\"\"\n", "a ".repeat(44).trim(), "a ".repeat(16).trim()),
            ),
        ] {
            assert_eq!(docstring(&documentation, Some("Otherwise."), 0), expected);
        }
    }

    #[test]
    fn a_description_cannot_leave_its_docstring() {
        let text = docstring(&described(None, Some("a \"\"\" b\u{202e}\\\nc\"")), None, 4);
        assert_eq!(text.matches("\"\"\"").count(), 2, "{text}");
        assert!(text.contains("b\\\\u{202e}\\\\\n") && !text.contains('\u{202e}'), "{text}");
    }
}
