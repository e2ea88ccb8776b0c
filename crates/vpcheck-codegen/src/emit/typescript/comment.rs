//! Documentation comments.

use serde_json::Value;
use vpcheck_syntax::escape::escape;

use crate::{export::wrap::wrapped, model::Documentation};

/// How long a line of a comment is at most, where its words allow it.
const WIDTH: usize = 80;

/// The comment of a declaration or a member, with its line end; nothing where nothing is said.
pub(crate) fn comment(documentation: &Documentation, indent: &str) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    paragraphs.extend(documentation.description.iter().chain(&documentation.title).next().cloned());
    paragraphs.extend(documentation.values.iter().map(|(value, meaning)| format!("- `{value}`: {meaning}")));
    paragraphs.extend(documentation.default.as_ref().map(|default| format!("@default {default}")));
    let examples =
        documentation.examples.iter().filter(|example| !matches!(example, Value::Array(_) | Value::Object(_)));
    paragraphs.extend(examples.map(|example| format!("@example {example}")));
    if documentation.deprecated {
        paragraphs.push("@deprecated".to_owned());
    }
    let width = WIDTH.saturating_sub(indent.len() + 3);
    let lines = paragraphs.iter().flat_map(|text| text.split('\n'));
    let lines: Vec<String> = lines.flat_map(|line| wrapped(safe(line).split_whitespace(), width, |_| true)).collect();
    match lines.as_slice() {
        [] => String::new(),
        [one] if indent.len() + one.chars().count() + 7 <= WIDTH => format!("{indent}/** {one} */\n"),
        _ => {
            let mut text = format!("{indent}/**\n");
            for line in lines {
                text.push_str(format!("{indent} * {line}").trim_end());
                text.push('\n');
            }
            text.push_str(indent);
            text.push_str(" */\n");
            text
        }
    }
}

/// The text with nothing in it that ends the comment or cannot be seen.
fn safe(line: &str) -> String {
    escape(line).replace("*/", "*\\/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_cannot_leave_its_comment() {
        let documentation =
            Documentation { description: Some("a */ b\u{202e}\nc".to_owned()), ..Documentation::default() };
        let text = comment(&documentation, "  ");
        assert_eq!(text.matches("*/").count(), 1, "{text}");
        assert!(!text.contains('\u{202e}'), "{text}");
        assert_eq!(text.lines().count(), 4, "{text}");
    }
}
