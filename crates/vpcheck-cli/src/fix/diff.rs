//! What changes, as a patch.

use std::fmt::Write as _;

use similar::algorithms::{Capture, Replace, myers};
use similar::udiff::UnifiedHunkHeader;
use similar::{ChangeTag, DiffOp, group_diff_ops};
use vpcheck_report::escape;

/// How many lines are shown before and after a change.
const CONTEXT: usize = 3;

/// The unified diff of two texts, with what a terminal would obey escaped; empty where they are the same.
pub(crate) fn unified(name: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let [before, after] = [&before, &after].map(|text| text.split_inclusive('\n').collect::<Vec<&str>>());
    let name = escape(name);
    let mut out = String::new();
    for hunk in group_diff_ops(changes(&before, &after), CONTEXT) {
        if out.is_empty() {
            // Writing into a string cannot fail.
            let _ = write!(out, "--- {name}\n+++ {name}\n");
        }
        let _ = writeln!(out, "{}", UnifiedHunkHeader::new(&hunk));
        let lines = hunk.iter().flat_map(|change| change.iter_slices(&before, &after));
        for (tag, line) in lines.flat_map(|(tag, lines)| lines.iter().map(move |line| (tag, *line))) {
            let sign = match tag {
                ChangeTag::Equal => ' ',
                ChangeTag::Delete => '-',
                ChangeTag::Insert => '+',
            };
            let text = line.strip_suffix('\n').unwrap_or(line);
            let text = text.strip_suffix('\r').unwrap_or(text);
            let _ = writeln!(out, "{sign}{}", escape_but_tabs(text));
            if !line.ends_with('\n') {
                out.push_str("\\ No newline at end of file\n");
            }
        }
    }
    out
}

/// What changes from some lines to others. The algorithm is called by its name: asking for one of all of them links the others too.
fn changes(before: &[&str], after: &[&str]) -> Vec<DiffOp> {
    let mut found = Replace::new(Capture::new());
    match myers::diff(&mut found, before, 0..before.len(), after, 0..after.len()) {
        Ok(()) => found.into_inner().into_ops(),
        Err(never) => match never {},
    }
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
