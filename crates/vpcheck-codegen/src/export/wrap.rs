//! Text in lines.

/// Words in lines of a width, which a long word alone may exceed. A word that may not begin a line stays on the one before.
///
/// There is one line at least.
pub(crate) fn wrapped<'t>(
    words: impl Iterator<Item = &'t str>,
    width: usize,
    may_begin: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words {
        let is_full = lines
            .last()
            .is_some_and(|line| !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width);
        if is_full && may_begin(word) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
    }
    lines
}
