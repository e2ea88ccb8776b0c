//! What changes, as a patch.

use std::fmt::Write as _;

use similar::{Algorithm, ChangeTag, TextDiff};
use vpcheck_report::escape;

/// How many lines are shown before and after a change.
const CONTEXT: usize = 3;

/// The unified diff of two texts, with what a terminal would obey escaped; empty where they are the same.
pub(crate) fn unified(name: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    // Of long texts, this one looks at each line a few times only.
    let diff = TextDiff::configure().algorithm(Algorithm::Patience).diff_lines(before.as_ref(), after.as_ref());
    let name = escape(name);
    let mut out = String::new();
    for hunk in diff.unified_diff().context_radius(CONTEXT).iter_hunks() {
        if out.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(out, "--- {name}\n+++ {name}\n");
        }
        let _ = writeln!(out, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let sign = match change.tag() {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let line: &str = change.value();
            let text = line.strip_suffix('\n').unwrap_or(line);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let _ = writeln!(out, "{sign}{}", escape_but_tabs(text));
            if change.missing_newline() {
                out.push_str("\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// The line with everything escaped but the tabs that indent it.
fn escape_but_tabs(line: &str) -> String {
    let rest = line.trim_start_matches(['\t', ' ']);
    let indent = line.get(..line.len() - rest.len()).unwrap_or_default();
    format!("{indent}{}", escape(rest))
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn shows_what_changes() {
        let before = b"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 4,\n  \"e\": \"x\"\n}";
        let after = b"{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3,\n  \"d\": 4,\n  \"e\": \"y\"\n}";
        let expected = concat!(
            "--- web.json\n+++ web.json\n@@ -3,5 +3,5 @@\n   \"b\": 2,\n   \"c\": 3,\n   \"d\": 4,\n",
            "-  \"e\": \"x\"\n+  \"e\": \"y\"\n }\n\\ No newline at end of file\n",
        );
        assert_eq!(unified("web.json", before, after), expected);
        assert_eq!(unified("web.json", before, before), "");
    }

    #[test]
    fn obeys_nothing_that_is_in_the_text() {
        let shown = unified("a\u{1b}[31m\n.json", b"x\r\n", b"\ty\x1b]0;z\x07\xe2\x80\xae\r\n");
        let expected =
            "--- a\\u{1b}[31m\\n.json\n+++ a\\u{1b}[31m\\n.json\n@@ -1 +1 @@\n-x\n+\ty\\u{1b}]0;z\\u{7}\\u{202e}\n";
        assert_eq!(shown, expected);
    }
}
