//! Documentation of what is written.

use vpcheck_syntax::escape;

use crate::model::{Documentation, Place};

/// How many characters a line of documentation has at most.
const WIDTH: usize = 110;

/// The documentation of a thing: `description` or else `title` or else `otherwise`, then where it stands in the schema and how
/// it departs from what was published.
pub(super) fn lines(
    documentation: &Documentation,
    fallback: Option<&Documentation>,
    place: &Place,
    otherwise: &str,
) -> Vec<String> {
    let own = |documentation: &Documentation| {
        let title = documentation.title.as_deref().map(sentence);
        documentation.description.as_deref().map(str::to_owned).or(title).filter(|text| !text.trim().is_empty())
    };
    let text = own(documentation).or_else(|| fallback.and_then(own)).unwrap_or_else(|| sentence(otherwise));
    let mut lines = Vec::new();
    paragraph(&mut lines, &text);
    if documentation.deprecated {
        paragraph(&mut lines, "Deprecated.");
    }
    paragraph_as_is(&mut lines, &format!("Schema: `{}`", if place.pointer.is_empty() { "/" } else { &place.pointer }));
    for correction in &documentation.corrections {
        let text = format!("Differs from the published shape ({}): {}.", correction.published, correction.reason);
        paragraph(&mut lines, &text);
    }
    lines
}

/// A text as a sentence.
pub(super) fn sentence(text: &str) -> String {
    let mut characters = text.trim().chars();
    let mut sentence: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(characters.as_str());
    if !sentence.ends_with(['.', '!', '?', ':']) {
        sentence.push('.');
    }
    sentence
}

fn paragraph_as_is(lines: &mut Vec<String>, text: &str) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(text.chars().map(visible).collect());
}

/// The character, or a space where it would be hidden or move others: rustc refuses some of these in comments.
fn visible(character: char) -> char {
    let mut bytes = [0; 4];
    let text: &str = character.encode_utf8(&mut bytes);
    if escape::escape(text) == text { character } else { ' ' }
}

/// Adds a text, with its own line breaks and wrapped where a line would be too long.
fn paragraph(lines: &mut Vec<String>, text: &str) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    for line in as_markdown(text).lines() {
        let mut current = String::new();
        for word in line.split_whitespace() {
            if !current.is_empty() && current.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        if !current.is_empty() || lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(current);
        }
    }
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
}

/// The text in such a way that rustdoc shows it as it is: other people's descriptions are not written for it.
fn as_markdown(text: &str) -> String {
    let mut escaped = String::new();
    for line in text.lines() {
        // A fence or an indented line would be code, and rustdoc would compile it.
        let line = line.trim_start();
        let balanced = line.matches('`').count() % 2 == 0 && !line.contains("``");
        let mut code = false;
        for character in line.chars() {
            match character {
                '`' if balanced => {
                    code = !code;
                    escaped.push('`');
                }
                '`' | '[' | ']' | '<' | '>' | '*' | '\\' | '#' | '~' | '|' if !code => {
                    escaped.push('\\');
                    escaped.push(character);
                }
                other => escaped.push(visible(other)),
            }
        }
        escaped.push('\n');
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::{lines, sentence};
    use crate::model::{Documentation, Place};

    fn place(pointer: &str) -> Place {
        Place { pointer: pointer.to_owned(), ..Place::default() }
    }

    #[test]
    fn the_description_comes_first() {
        let documentation = Documentation {
            title: Some("port".to_owned()),
            description: Some("A TCP port, `1` to [x].".to_owned()),
            ..Documentation::default()
        };
        let expected = ["A TCP port, `1` to \\[x\\].", "", "Schema: `/$defs/Port`"];
        assert_eq!(lines(&documentation, None, &place("/$defs/Port"), "value"), expected);
        assert_eq!(lines(&Documentation::default(), Some(&documentation), &place(""), "value")[0], expected[0]);
        assert_eq!(lines(&Documentation::default(), None, &place(""), "a value"), ["A value.", "", "Schema: `/`"]);
    }

    #[test]
    fn code_is_not_compiled_by_rustdoc() {
        let documentation = Documentation {
            description: Some("Like so:\n```\nlet x = ;\n```\n    indented".to_owned()),
            ..Documentation::default()
        };
        let lines = lines(&documentation, None, &place(""), "value");
        assert!(lines.iter().all(|line| !line.contains("```") && !line.starts_with(' ')), "{lines:?}");
    }

    #[test]
    fn sentences_end() {
        assert_eq!(sentence("service name"), "Service name.");
        assert_eq!(sentence("Why?"), "Why?");
    }
}
