//! Markdown, laid out as prettier does.

use std::fmt::Write as _;

use super::page::{Block, Page, Section, Span, Table, Text};

/// The whole text.
pub(super) fn text(page: &Page) -> String {
    let mut text = format!("# {}\n", escaped(&page.title, Place::Start));
    for block in &page.introduction {
        write(block, &mut text);
    }
    text.push_str("\n## Contents\n\n");
    for section in page.sections.iter().filter(|section| !section.is_part) {
        let _ = writeln!(text, "- [{}](#{})", escaped(&section.title, Place::Within), section.anchor);
    }
    for section in &page.sections {
        let Section { anchor, title, is_part, blocks } = section;
        let level = if *is_part { "###" } else { "##" };
        let _ = writeln!(text, "\n{level} <a id=\"{anchor}\"></a>{}", escaped(title, Place::Within));
        for block in blocks {
            write(block, &mut text);
        }
    }
    let _ = writeln!(text, "\n---\n\n{}", escaped(&page.origin, Place::Start));
    text
}

fn write(block: &Block, text: &mut String) {
    text.push('\n');
    match block {
        Block::Paragraph(paragraph) => text.push_str(&inline(paragraph, Place::Start)),
        Block::Label(label) => {
            let _ = write!(text, "**{label}**");
        }
        Block::List(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("- {}", inline(item, Place::Start))).collect();
            text.push_str(&items.join("\n"));
        }
        Block::Table(table) => text.push_str(&rows(table)),
        Block::Example(what, json) => {
            if !what.is_empty() {
                text.push_str(&inline(&what.clone().ended(":"), Place::Start));
                text.push_str("\n\n");
            }
            let _ = write!(text, "```json\n{json}```");
        }
    }
    text.push('\n');
}

/// A table with its columns aligned.
fn rows(table: &Table) -> String {
    let head: Vec<String> = table.head.iter().map(|cell| inline(cell, Place::Cell)).collect();
    let body: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let mut cells: Vec<String> = row.cells.iter().map(|cell| inline(cell, Place::Cell)).collect();
            if let (Some(anchor), Some(first)) = (&row.anchor, cells.first_mut()) {
                first.insert_str(0, &format!("<a id=\"{anchor}\"></a>"));
            }
            cells
        })
        .collect();
    let width = |column: usize| {
        let cells = body.iter().map(|row| row.get(column)).chain([head.get(column)]).flatten();
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0).max(3)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let line = |cells: &[String]| {
        let cells = cells.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
        format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
    };
    let rule: Vec<String> = widths.iter().map(|&width| "-".repeat(width)).collect();
    let lines: Vec<String> = [line(&head), line(&rule)].into_iter().chain(body.iter().map(|row| line(row))).collect();
    lines.join("\n")
}

/// Where a text stands.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Place {
    /// At the start of a line.
    Start,
    /// In a line.
    Within,
    /// In a cell of a table.
    Cell,
}

fn inline(text: &Text, place: Place) -> String {
    let mut written = String::new();
    for span in &text.0 {
        let here = if written.is_empty() || place == Place::Cell { place } else { Place::Within };
        match span {
            Span::Plain(text) => written.push_str(&escaped(text, here)),
            Span::Code(code) => written.push_str(&fenced(code, here)),
            Span::Link(anchor, text) => {
                let _ = write!(written, "[{}](#{anchor})", escaped(text, Place::Within));
            }
        }
    }
    written
}

/// Text in which nothing is markup.
fn escaped(text: &str, place: Place) -> String {
    let mut written = String::new();
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    let starts_number = text.trim_start_matches(|character: char| character.is_ascii_digit()).starts_with(['.', ')']);
    while let Some(character) = characters.next() {
        let is_first = written.is_empty();
        let is_word = |other: char| other.is_alphanumeric();
        let is_special = match character {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '&' | '~' | '$' | '|' => true,
            '_' => !(is_word(before) && characters.peek().is_some_and(|&next| is_word(next))),
            '#' | '+' | '-' | '=' => is_first && place == Place::Start,
            '.' | ')' => starts_number && place == Place::Start && before.is_ascii_digit(),
            _ => false,
        };
        if is_special {
            written.push('\\');
        }
        written.push(character);
        before = character;
    }
    written
}

/// Code, with more backticks around it than are in it.
fn fenced(code: &str, place: Place) -> String {
    let longest = code.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let space = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    let code = if place == Place::Cell { code.replace('|', "\\|") } else { code.to_owned() };
    format!("{fence}{space}{code}{space}{fence}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_no_markup() {
        for (text, place, written) in [
            ("a *b* <i>`c`</i> & [d](e)", Place::Start, r"a \*b\* \<i\>\`c\`\</i\> \& \[d\](e)"),
            ("# a", Place::Start, r"\# a"),
            ("a # b", Place::Start, "a # b"),
            ("1. a", Place::Start, r"1\. a"),
            ("verify_full and _a_", Place::Start, r"verify_full and \_a\_"),
            ("a | b", Place::Cell, r"a \| b"),
        ] {
            assert_eq!(escaped(text, place), written);
        }
        for (code, place, written) in
            [("a", Place::Start, "`a`"), ("`a", Place::Start, "`` `a ``"), ("a|b", Place::Cell, r"`a\|b`")]
        {
            assert_eq!(fenced(code, place), written);
        }
    }
}
