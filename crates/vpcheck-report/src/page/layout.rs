//! Markdown and JSON in a number of columns.

use vpcheck_syntax::{Kind, Node, Source, parse};

/// Markdown whose paragraphs are broken anew, so that a line has at most `width` columns where its words allow it.
///
/// Headings stay as they are, and so do fenced and indented lines, tables and lists.
pub(super) fn prose(markdown: &str, width: usize) -> String {
    let mut text = String::new();
    let mut column = 0;
    let mut is_fenced = false;
    for line in markdown.lines() {
        is_fenced ^= line.starts_with("```");
        let is_verbatim =
            is_fenced || line.is_empty() || line.starts_with(['#', '`', '|', ' ', '-', '*']) && !is_code(line);
        if is_verbatim {
            if column > 0 {
                text.push('\n');
            }
            text.push_str(line);
            text.push('\n');
            column = 0;
            continue;
        }
        for word in line.split_whitespace() {
            let length = word.chars().count();
            if column > 0 && (column + 1 + length <= width || starts_something(word)) {
                text.push(' ');
                column += 1;
            } else if column > 0 {
                text.push('\n');
                column = 0;
            }
            text.push_str(word);
            column += length;
        }
    }
    if column > 0 {
        text.push('\n');
    }
    text
}

/// Whether a line starts with code inside of a paragraph, and not with a fence.
fn is_code(line: &str) -> bool {
    line.starts_with('`') && !line.starts_with("```")
}

/// Whether a word at the start of a line is something else than a word.
fn starts_something(word: &str) -> bool {
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    word.starts_with(['#', '>', '|'])
        || matches!(word, "-" | "+" | "*")
        || word.strip_suffix(['.', ')']).is_some_and(is_number)
}

/// A JSON document with a line for each member or element of what does not fit into `width` columns otherwise.
///
/// A text with an error in it stays as it is, and so does one that has lines already.
pub(super) fn document(text: &str, width: usize) -> String {
    let source = Source::json("example", text.as_bytes());
    let parsed = parse(&source);
    match parsed.tree() {
        Some(tree) if parsed.diagnostics.is_empty() && !text.contains('\n') && text.chars().count() > width => {
            let mut out = String::new();
            write(&mut out, text, Entry { node: tree.root(), indent: 0, name: "", comma: "" }, width);
            out
        }
        _ => text.to_owned(),
    }
}

/// A value with what stands around it on its line.
#[derive(Clone, Copy)]
struct Entry<'t> {
    node: Node<'t>,
    indent: usize,
    /// The name as it is written, or nothing.
    name: &'t str,
    comma: &'static str,
}

enum Step<'t> {
    Open(Entry<'t>),
    Close(usize, String),
}

fn write<'t>(out: &mut String, text: &'t str, root: Entry<'t>, width: usize) {
    let mut steps = vec![Step::Open(root)];
    while let Some(step) = steps.pop() {
        if !out.is_empty() {
            out.push('\n');
        }
        let Entry { node, indent, name, comma } = match step {
            Step::Open(entry) => entry,
            Step::Close(indent, bracket) => {
                out.push_str(&" ".repeat(indent));
                out.push_str(&bracket);
                continue;
            }
        };
        let colon = if name.is_empty() { "" } else { ": " };
        let line = format!("{}{name}{colon}{}{comma}", " ".repeat(indent), node.text());
        let brackets = match node.kind() {
            Kind::Object => "{}",
            Kind::Array => "[]",
            _ => "",
        };
        let children = children(text, node, indent + 2);
        if line.chars().count() <= width || brackets.is_empty() || children.is_empty() {
            out.push_str(&line);
            continue;
        }
        let (open, close) = brackets.split_at(1);
        out.extend([" ".repeat(indent).as_str(), name, colon, open]);
        steps.push(Step::Close(indent, format!("{close}{comma}")));
        steps.extend(children.into_iter().rev().map(Step::Open));
    }
}

fn children<'t>(text: &'t str, node: Node<'t>, indent: usize) -> Vec<Entry<'t>> {
    let entry = |node, name| Entry { node, indent, name, comma: "," };
    let mut children: Vec<Entry<'_>> = match node.kind() {
        Kind::Object => node
            .members()
            .map(|member| entry(member.value, text.get(member.name_span.range()).unwrap_or_default()))
            .collect(),
        _ => node.elements().map(|element| entry(element, "")).collect(),
    };
    if let Some(last) = children.last_mut() {
        last.comma = "";
    }
    children
}

#[cfg(test)]
mod tests {
    use super::{document, prose};

    #[test]
    fn paragraphs_are_broken_anew() {
        let table = [
            ("one two three\nfour", "one two three\nfour\n"),
            ("one two three four five", "one two three\nfour five\n"),
            ("one two\nthree\n\nfour\nfive\n", "one two three\n\nfour five\n"),
            ("a-word-that-is-too-long two", "a-word-that-is-too-long\ntwo\n"),
            ("# Why is this so long\n\none", "# Why is this so long\n\none\n"),
            (
                "```json\n{\"a\": \"long enough\"}\nb\n```\none\ntwo",
                "```json\n{\"a\": \"long enough\"}\nb\n```\none two\n",
            ),
            ("`one` two three four", "`one` two three\nfour\n"),
            ("one two three 1. four", "one two three 1.\nfour\n"),
            ("- one\n- two", "- one\n- two\n"),
            ("üüüü üüüü üüüü üü", "üüüü üüüü üüüü\nüü\n"),
            ("", ""),
        ];
        for (markdown, expected) in table {
            assert_eq!(prose(markdown, 15), expected, "{markdown:?}");
        }
    }

    #[test]
    fn documents_get_lines_where_they_are_long() {
        let table = [
            (r#"{"a": 1}"#, r#"{"a": 1}"#),
            (r#"{"a": 80.0, "b": [1, 2]}"#, "{\n  \"a\": 80.0,\n  \"b\": [1, 2]\n}"),
            (
                r#"{"\u0061": {"b": "0123456789", "c": {}}}"#,
                "{\n  \"\\u0061\": {\n    \"b\": \"0123456789\",\n    \"c\": {}\n  }\n}",
            ),
            (r#"["0123456789", ["0123456789"]]"#, "[\n  \"0123456789\",\n  [\n    \"0123456789\"\n  ]\n]"),
            (r#""0123456789 0123456789""#, r#""0123456789 0123456789""#),
            (r#"{"a": 1, "b": 2, "c": 3,}"#, r#"{"a": 1, "b": 2, "c": 3,}"#),
            (r#"{"a": 1, "a": 2, "b": 34}"#, r#"{"a": 1, "a": 2, "b": 34}"#),
            ("{\"a\": 1,\n \"b\": 2, \"c\": 3}", "{\"a\": 1,\n \"b\": 2, \"c\": 3}"),
        ];
        for (text, expected) in table {
            assert_eq!(document(text, 15), expected, "{text}");
        }
    }
}
