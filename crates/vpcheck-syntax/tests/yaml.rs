//! YAML to trees.

#![cfg(feature = "yaml")]

use vpcheck_syntax::{Node, Parsed, Source, Syntax, Tree, Value, parse};

/// Every value with its pointer, what it is, and how it is written.
fn show(tree: &Tree<'_>) -> Vec<String> {
    tree.nodes().map(|node| format!("{} {} {:?}", node.pointer(), what(node), node.text())).collect()
}

fn what(node: Node<'_>) -> String {
    let what = match node.value() {
        Value::Null => "null".to_owned(),
        Value::Boolean(value) => value.to_string(),
        Value::Number(number) => number.text().to_owned(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(_) => "array".to_owned(),
        Value::Object(_) => "object".to_owned(),
        Value::DateTime(_) => "date".to_owned(),
        Value::Unknown => "unknown".to_owned(),
    };
    if node.is_complete() { what } else { format!("{what}?") }
}

fn with<R>(text: &str, look: impl FnOnce(&Parsed<'_>) -> R) -> R {
    let source = Source::new("text.yaml", text.as_bytes(), Syntax::Yaml);
    look(&parse(&source))
}

/// The values of all documents.
#[track_caller]
fn assert_values(text: &str, expected: &[&str]) {
    with(text, |parsed| {
        let values: Vec<String> = parsed.documents.iter().flat_map(show).collect();
        assert_eq!(values, expected, "{text}");
    });
}

/// The findings, as rule, text of the span and pointer.
fn findings(text: &str) -> Vec<String> {
    with(text, |parsed| {
        let found = parsed.diagnostics.iter();
        found.map(|found| format!("{} {:?} {}", found.rule, &text[found.span.range()], found.pointer)).collect()
    })
}

#[test]
fn blocks_go_from_their_first_to_their_last_byte() {
    assert_values(
        "a:\n  - b\n  - # c\n    - d:\n        e\n  -\n\nf: {g: [h]}\n",
        &[
            " object \"a:\\n  - b\\n  - # c\\n    - d:\\n        e\\n  -\\n\\nf: {g: [h]}\"",
            "/a array \"- b\\n  - # c\\n    - d:\\n        e\\n  -\"",
            "/a/0 \"b\" \"b\"",
            "/a/1 array \"- d:\\n        e\"",
            "/a/1/0 object \"d:\\n        e\"",
            "/a/1/0/d \"e\" \"e\"",
            "/a/2 null \"\"",
            "/f object \"{g: [h]}\"",
            "/f/g array \"[h]\"",
            "/f/g/0 \"h\" \"h\"",
        ],
    );
}

#[test]
fn an_alias_is_what_it_stands_for() {
    assert_values(
        "a: &x {b: 1}\nc: *x\n",
        &[
            " object \"a: &x {b: 1}\\nc: *x\"",
            "/a object \"{b: 1}\"",
            "/a/b 1 \"1\"",
            "/c object \"*x\"",
            "/c/b 1 \"1\"",
        ],
    );
}

#[test]
fn several_documents_are_counted_where_something_is_in_them() {
    assert_values(
        "# a\n---\n---\na\n---\n# b\n---\n- c\n...\n",
        &["/0 \"a\" \"a\"", "/1 array \"- c\"", "/1/0 \"c\" \"c\""],
    );
    assert_values("---\na\n---\n", &[" \"a\" \"a\""]);
    assert_values("", &[]);
}

#[test]
fn findings_have_places() {
    for (text, expected) in [
        ("a: no\n", &["yaml-1-1 \"no\" /a"][..]),
        ("a: 1\nb: 2\na: 3\n", &["duplicate-member \"a\" /a"]),
        ("a: .inf\n", &["number-out-of-range \".inf\" /a"]),
        ("? [a]\n: 1\n", &["yaml-syntax \"[a]\" "]),
        ("a: &x [*x]\n", &["alias-limit \"*x\" "]),
        ("a: *x\n", &["yaml-syntax \"*x\" "]),
        ("a: {b: 1\n---\nc: on\n---\nd: e\n", &["yaml-syntax \"{\" ", "yaml-1-1 \"on\" /1/c"]),
    ] {
        assert_eq!(findings(text), expected, "{text}");
    }
}
