//! Edits of YAML.

#![cfg(feature = "yaml")]

mod change;

use change::Change::{Insert, Remove, Rename, Replace};
use change::{all, text};
use vpcheck_syntax::Syntax;
use vpcheck_syntax::edit::New;

#[test]
fn values_keep_their_quotes() {
    all(
        Syntax::Yaml,
        &[
            ("a: x # why\n", "/a", text("z"), "a: z # why\n"),
            ("a: 'x'\n", "/a", text("it's"), "a: 'it''s'\n"),
            ("a: \"x\"\n", "/a", text("z"), "a: \"z\"\n"),
            ("a: x\n", "/a", text("no"), "a: \"no\"\n"),
            ("a: x\n", "/a", text("8080"), "a: \"8080\"\n"),
            ("a: '80'\n", "/a", Replace(New::from(80)), "a: 80\n"),
            ("a: 10.0.0.1/32\n", "/a", text("10.0.0.1"), "a: 10.0.0.1\n"),
            ("a: [fe80::1%1]\n", "/a/0", text("fe80::1"), "a: [\"fe80::1\"]\n"),
            ("a: x\n", "/a", Replace(New::Array(vec![New::from("x"), New::from(1)])), "a: [x, 1]\n"),
            ("a: x\n", "/a", Replace(New::Object(vec![("b".to_owned(), New::from("x: z"))])), "a: {b: \"x: z\"}\n"),
            ("a: |\n  x\n", "/a", text("z"), ""),
            ("a: x\n  z\n", "/a", text("z"), ""),
            ("a: !!str 80\n", "/a", text("z"), ""),
            ("a: &x 1\nb: *x\n", "/a", text("z"), ""),
            ("a: &x 1\nb: *x\n", "/b", text("z"), ""),
            ("a: &x {c: 1}\nb: *x\n", "/b/c", text("z"), ""),
            ("a: &x\n  c: 1\nb:\n  <<: *x\n  d: 2\n", "/b/c", text("z"), ""),
            ("a: &x\n  c: 1\nb:\n  <<: *x\n  d: 2\n", "/b/d", text("z"), "a: &x\n  c: 1\nb:\n  <<: *x\n  d: z\n"),
            ("- &x 1\n- *x\n", "/0", text("z"), ""),
            ("- &x 1\n- *x\n", "/1", text("z"), ""),
            ("a:\n", "/a", text("z"), ""),
        ],
    );
}

#[test]
fn names_keep_their_quotes() {
    all(
        Syntax::Yaml,
        &[
            ("a : 1\n", "/a", Rename("b"), "b : 1\n"),
            ("'a': 1\n", "/a", Rename("b"), "'b': 1\n"),
            ("{\"a\": 1}\n", "/a", Rename("b"), "{\"b\": 1}\n"),
            ("a: 1\n", "/a", Rename("on"), "\"on\": 1\n"),
        ],
    );
}

#[test]
fn lines_go_as_a_whole() {
    all(
        Syntax::Yaml,
        &[
            ("# one\na: 1\n# two\nb: 2\n", "/a", Remove, "# one\n# two\nb: 2\n"),
            ("a: 1\nb: 2 # two\n", "/b", Remove, "a: 1\n# two\n"),
            ("a: 1\r\nb: 2\r\n", "/a", Remove, "b: 2\r\n"),
            ("a: 1\nb: 2", "/b", Remove, "a: 1\n"),
            ("a:\n  b: 1\nc: 2\n", "/a", Remove, "c: 2\n"),
            ("a:\n  b: 1\nc: 2\n", "/a/b", Remove, "a:\n  {}\nc: 2\n"),
            ("a:\n- x\n- z # two\n- w\n", "/a/0", Remove, "a:\n- z # two\n- w\n"),
            ("a:\n- x\n- z # two\n- w\n", "/a/1", Remove, "a:\n- x\n# two\n- w\n"),
            ("a:\n  - b: 1\n    c: 2\n", "/a/0/b", Remove, "a:\n  - c: 2\n"),
            ("a:\n  - b: 1 # one\n    c: 2\n", "/a/0/b", Remove, ""),
            ("a:\n  - b: 1\n    c: 2\n", "/a/0/c", Remove, "a:\n  - b: 1\n"),
            ("a:\n- x\n", "/a/0", Remove, ""),
            ("a: {b: 1, c: 2}\n", "/a/b", Remove, "a: {c: 2}\n"),
            ("a: {b: 1, c: 2}\n", "/a/c", Remove, "a: {b: 1}\n"),
            ("a: [x, z]\n", "/a/1", Remove, "a: [x]\n"),
            ("a: [\n  x, # one\n  z, # two\n]\n", "/a/1", Remove, "a: [\n  x, # one\n  # two\n]\n"),
            ("b: &x {c: 1}\na:\n  <<: *x\n  d: 1\n", "/a/d", Remove, "b: &x {c: 1}\na:\n  <<: *x\n"),
            ("b: &x {}\na:\n  <<: *x\n  d: 1\n", "/a/d", Remove, ""),
            ("? a\n: 1\n", "/a", Remove, ""),
        ],
    );
}

#[test]
fn members_come_after_their_neighbours() {
    all(
        Syntax::Yaml,
        &[
            ("a: 1 # one\nc: 3\n", "/a", Insert("b", New::from(2)), "a: 1 # one\nb: 2\nc: 3\n"),
            ("a: 1", "/a", Insert("b", New::from(2)), "a: 1\nb: 2"),
            ("a: 1\r\n", "/a", Insert("b", New::from(2)), "a: 1\r\nb: 2\r\n"),
            ("a:\n  x: 1\n\nc: 3\n", "/a", Insert("b", New::from(2)), "a:\n  x: 1\nb: 2\n\nc: 3\n"),
            ("l:\n  - a: 1\n", "/l/0/a", Insert("b", New::from(2)), "l:\n  - a: 1\n    b: 2\n"),
            ("a: {x: 1}\n", "/a/x", Insert("b", New::from(2)), "a: {x: 1, b: 2}\n"),
            ("{\"x\":1}\n", "/x", Insert("b", New::from(2)), "{\"x\":1,\"b\":2}\n"),
            ("a:\n", "/a", Insert("b", New::from(2)), ""),
            ("a: |\n  x\n  # z\nc: 3\n", "/a", Insert("b", New::from(2)), "a: |\n  x\n  # z\nb: 2\nc: 3\n"),
        ],
    );
}

#[test]
fn parts_of_a_file_keep_their_indentation() {
    let page = |text: &str| format!("- one:\n\n  ```yaml\n{text}\n  ```\n");
    let text = page("  a: 1\n  c: 3");
    let changed = |change| change::changed(Syntax::Markdown, &text, "/0/a", &change);
    assert_eq!(changed(Insert("b", New::from(2))), page("  a: 1\n  b: 2\n  c: 3"));
    assert_eq!(changed(Remove), page("  c: 3"));
    assert_eq!(changed(Replace(New::from(2))), page("  a: 2\n  c: 3"));
    let text = page("  a: 1");
    assert_eq!(change::changed(Syntax::Markdown, &text, "/0/a", &Insert("b", New::from(2))), "");
}
