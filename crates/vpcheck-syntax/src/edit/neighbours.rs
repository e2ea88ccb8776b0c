//! The values next to a value, found without a look at all of them.

use crate::Node;

/// The value before it in the same array or object.
pub(super) fn previous(node: Node<'_>) -> Option<Node<'_>> {
    let parent = node.parent()?;
    let mut before = node.position().checked_sub(1).filter(|before| *before != parent.position())?;
    loop {
        let other = node.tree().node(before);
        let above = other.parent()?;
        if above.position() == parent.position() {
            return Some(other);
        }
        before = above.position();
    }
}

/// The value after it in the same array or object.
pub(super) fn next(node: Node<'_>) -> Option<Node<'_>> {
    let end = node.end_position();
    (end < node.parent()?.end_position()).then(|| node.tree().node(end))
}

/// The last value inside, at any depth; the value itself where it has none.
pub(super) fn last_inside(node: Node<'_>) -> Node<'_> {
    node.tree().node(node.end_position().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::{last_inside, next, previous};
    use crate::{Source, parse};

    #[test]
    fn goes_along_the_members() {
        let source = Source::json("text.json", br#"{"a": [[1], {}], "b": {"c": [2]}, "d": 3}"#.as_slice());
        let tree = parse(&source).into_tree().expect("the text is valid");
        let shown: Vec<_> = tree
            .nodes()
            .map(|node| {
                let name = |node: Option<crate::Node<'_>>| node.map_or_else(String::new, |node| node.text().to_owned());
                (node.pointer(), name(previous(node)), name(next(node)), last_inside(node).text())
            })
            .map(|(pointer, before, after, last)| format!("{pointer} {before}|{after}|{last}"))
            .collect();
        assert_eq!(
            shown,
            [
                " ||3",
                r#"/a |{"c": [2]}|{}"#,
                "/a/0 |{}|1",
                "/a/0/0 ||1",
                "/a/1 [1]||{}",
                "/b [[1], {}]|3|2",
                "/b/c ||2",
                "/b/c/0 ||2",
                r#"/d {"c": [2]}||3"#,
            ]
        );
    }
}
