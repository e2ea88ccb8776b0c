//! Placeholders of documentation that nobody replaced.

/// Whether the whole text is a placeholder such as `<YOUR_TUNNEL_ID>`.
///
/// `pattern` in the schema is `^<[^<>]*>$`: an angle bracket inside makes it something else.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>'));
    inner.is_some_and(|inner| !inner.contains(['<', '>']))
}

/// The end of a sentence about one.
pub(crate) const REASON: &str = "that is a placeholder";

/// What to do about one.
pub(crate) const HELP: &str = "put the real value in its place";

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn is_one_pair_of_brackets_around_everything() {
        for text in ["<>", "<a>", "<YOUR_TUNNEL_ID>", "<\n>", "< é >"] {
            assert!(is_placeholder(text), "{text:?}");
        }
        for text in ["", "<", ">", "a", "<a", "a>", "<a> ", " <a>", "<a>b", "<<a>>", "<a><b>", "<a>\n", "><"] {
            assert!(!is_placeholder(text), "{text:?}");
        }
    }
}
