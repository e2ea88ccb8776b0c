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

/// What is wrong after an error is found as well, and what could not be read is said once.
#[test]
fn goes_on_after_an_error() {
    for (line, rest) in [
        ("bad: x: y", &[] as &[&str]),
        ("bad: \"abc", &[]),
        ("bad: 'it's'", &[]),
        ("bad: [1, 2", &[]),
        ("bad: {a: 1,\n      b: 2", &[]),
        ("bad: {a: 1\n      b: 2}", &[]),
        ("bad: \"\\d\"", &[]),
        ("bad: @x", &[]),
        ("bad:x", &[]),
        (" bad: x\n     bad: y", &[]),
        ("\tbad: x", &[]),
        ("bad", &[]),
        ("<<<<<<< one\n    port: 1\n=======\n    port: 2\n>>>>>>> two", &[]),
        ("bad: x: y\n    c: no", &["yaml-1-1 \"no\" /0/host/c"]),
    ] {
        let text = format!("- host:\n    a: 017\n    {line}\n- host: 12:30\n  name: off\n---\non: 1\n");
        let text = text.replace("    <<<", "<<<").replace("    \t", "\t");
        let found = findings(&text);
        let (syntax, others): (Vec<String>, Vec<String>) =
            found.into_iter().partition(|found| found.starts_with("yaml-syntax"));
        assert_eq!(syntax.len(), 1, "{text}\n{syntax:?}");
        let mut expected = vec!["yaml-1-1 \"017\" /0/0/host/a".to_owned()];
        expected.extend(rest.iter().map(|rest| rest.replace(" /", " /0/")));
        expected.push("yaml-1-1 \"12:30\" /0/1/host".to_owned());
        expected.push("yaml-1-1 \"off\" /0/1/name".to_owned());
        expected.push("yaml-1-1 \"on\" /1/on".to_owned());
        assert_eq!(others, expected, "{text}");
        with(&text, |parsed| {
            let services = parsed.documents[0].root();
            assert!(!services.is_complete(), "{text}");
            let complete: Vec<bool> = services.elements().map(Node::is_complete).collect();
            assert_eq!(complete, [false, true], "{text}");
        });
    }
}

#[test]
fn a_member_that_cannot_be_read_is_there() {
    assert_values(
        "a: \"b\nc: [d\ne: 1\n",
        &[" object? \"a: \\\"b\\nc: [d\\ne: 1\"", "/a unknown? \"\"", "/c unknown? \"\"", "/e 1 \"1\""],
    );
}

#[test]
fn a_text_is_read_again_so_often() {
    let text = "a: b: c\nd: e\n";
    for count in [1, vpcheck_syntax::limits::RECOVERIES, vpcheck_syntax::limits::RECOVERIES + 1, 50] {
        let expected = count.min(vpcheck_syntax::limits::RECOVERIES + 1);
        let found = findings(&text.repeat(count));
        assert_eq!(found.iter().filter(|found| found.starts_with("yaml-syntax")).count(), expected, "{count}");
    }
}
