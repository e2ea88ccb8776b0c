//! Plain text in a log.

/// The text without any link in it: in plain text of SARIF, `[text](target)` is one.
///
/// What would end the text of a link gets a backslash. Braces stay single: they stand for arguments only where there are some, and no
/// reader was seen that makes one brace of two.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find("](") {
        let (before, after) = rest.split_at(end);
        plain.push_str(before);
        let backslashes = plain.len() - plain.trim_end_matches('\\').len();
        // After an odd number of them it is none already.
        if backslashes.is_multiple_of(2) {
            plain.push('\\');
        }
        let (link, after) = after.split_at("](".len());
        plain.push_str(link);
        rest = after;
    }
    plain + rest
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_text_has_no_links() {
        let table = [
            ("`http_port` is [1], and (2)", "`http_port` is [1], and (2)"),
            ("[a](1) [b](https://c)", r"[a\](1) [b\](https://c)"),
            (r"[a\](1)", r"[a\](1)"),
            (r"[a\\](1)", r"[a\\\](1)"),
            ("](](", r"\](\]("),
            ("{0} {{1}}", "{0} {{1}}"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(plain(text), expected);
            assert_eq!(plain(expected), expected);
        }
    }
}
