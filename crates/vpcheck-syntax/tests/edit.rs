//! Edits change what they name, and leave everything else as it was written.

mod change;

use change::Change::{Insert, Remove, Rename, Replace};
use change::{all, at, text};
use vpcheck_syntax::edit::{self, New};
use vpcheck_syntax::{Source, Syntax, parse};

#[test]
fn json_keeps_commas_right() {
    all(
        Syntax::Json,
        &[
            (r#"{"a": "x"}"#, "/a", text("y \"z\""), r#"{"a": "y \"z\""}"#),
            (r#"{"a": "80"}"#, "/a", Replace(New::from(80)), r#"{"a": 80}"#),
            (r#"{"a": ["x"]}"#, "/a", text("x"), r#"{"a": "x"}"#),
            (r#"{"a" : 1}"#, "/a", Rename("b"), r#"{"b" : 1}"#),
            (r#"{"a": 1, "b": 2, "c": 3}"#, "/a", Remove, r#"{"b": 2, "c": 3}"#),
            (r#"{"a": 1, "b": 2, "c": 3}"#, "/b", Remove, r#"{"a": 1, "c": 3}"#),
            (r#"{"a": 1, "b": 2, "c": 3}"#, "/c", Remove, r#"{"a": 1, "b": 2}"#),
            (r#"{"a":1,"b":2}"#, "/b", Remove, r#"{"a":1}"#),
            (r#"{ "a": 1 }"#, "/a", Remove, "{}"),
            (r#"["x", "y"]"#, "/1", Remove, r#"["x"]"#),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "/a", Remove, "{\n  \"b\": 2\n}\n"),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}\n", "/b", Remove, "{\n  \"a\": 1\n}\n"),
            ("{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n", "/b", Remove, "{\r\n  \"a\": 1\r\n}\r\n"),
            ("{\n  \"a\": 1\n}", "/a", Remove, "{}"),
            ("{\"a\": 1,\n \"b\": 2,\n \"c\": 3}", "/c", Remove, "{\"a\": 1,\n \"b\": 2}"),
            ("{\"a\": 1, \"b\": 2,\n \"c\": 3}", "/b", Remove, "{\"a\": 1,\n \"c\": 3}"),
            (r#"{"a": 1}"#, "/a", Insert("b", New::from(2)), r#"{"a": 1, "b": 2}"#),
            (r#"{"a":1,"c":3}"#, "/a", Insert("b", New::from(2)), r#"{"a":1,"b":2,"c":3}"#),
            (r#"{"a":1}"#, "/a", Insert("b", New::from(2)), r#"{"a":1,"b":2}"#),
            ("{\n\t\"a\": 1\n}", "/a", Insert("b", New::from(2)), "{\n\t\"a\": 1,\n\t\"b\": 2\n}"),
            (
                "{\r\n  \"a\": 1,\r\n  \"c\": 3\r\n}",
                "/a",
                Insert("b", New::from(2)),
                "{\r\n  \"a\": 1,\r\n  \"b\": 2,\r\n  \"c\": 3\r\n}",
            ),
            (
                "{\n  \"a\": {\n    \"x\": 1\n  }\n}",
                "/a",
                Insert("b", New::from(2)),
                "{\n  \"a\": {\n    \"x\": 1\n  },\n  \"b\": 2\n}",
            ),
            (
                r#"{"a": 1}"#,
                "/a",
                Replace(New::Object(vec![("b".to_owned(), New::Array(vec![New::Null, New::from(true)]))])),
                r#"{"a": {"b": [null, true]}}"#,
            ),
            ("[1]", "", Remove, ""),
            ("{\"a\": {\n}}", "/a", text("x"), ""),
        ],
    );
}

#[test]
fn comments_stay() {
    all(
        Syntax::Jsonc,
        &[
            ("{\n  \"a\": 1, // one\n  \"b\": 2 // two\n}", "/a", Remove, "{\n  // one\n  \"b\": 2 // two\n}"),
            ("{\n  \"a\": 1, // one\n  \"b\": 2 // two\n}", "/b", Remove, "{\n  \"a\": 1 // one\n  // two\n}"),
            (
                "{\n  // one\n  \"a\": 1,\n  // two\n  \"b\": 2,\n}",
                "/b",
                Remove,
                "{\n  // one\n  \"a\": 1,\n  // two\n}",
            ),
            ("{\"a\": 1 /* , */ , \"b\": 2}", "/a", Remove, "{ /* , */  \"b\": 2}"),
            ("{\"a\": 1, /* b */ \"b\": 2 /* end */}", "/b", Remove, "{\"a\": 1 /* b */  /* end */}"),
            ("{\"a\": 1,}", "/a", Remove, "{}"),
            ("{\n  \"a\": 1 // one\n}", "/a", Insert("b", New::from(2)), "{\n  \"a\": 1, // one\n  \"b\": 2\n}"),
            ("{\n  \"a\": 1, // one\n}", "/a", Insert("b", New::from(2)), "{\n  \"a\": 1, // one\n  \"b\": 2,\n}"),
            (
                "{\n  \"a\": 1, /* one\n  */ \"c\": 3\n}",
                "/a",
                Insert("b", New::from(2)),
                "{\n  \"a\": 1, \"b\": 2, /* one\n  */ \"c\": 3\n}",
            ),
        ],
    );
}

#[test]
fn changes_that_overlap_are_none() {
    let source = Source::json("text", br#"{"a": 1, "b": 2}"#.as_slice());
    let tree = parse(&source).into_tree().expect("the text is valid");
    let (a, b) = (at(&tree, "/a"), at(&tree, "/b"));
    assert!(edit::all([edit::remove(b), edit::replace(b, &New::from(3))]).is_none());
    assert!(edit::all([edit::remove(a), None]).is_none());
    let both = edit::all([edit::rename(b, "c"), edit::replace(a, &New::from(3))]).expect("they are apart");
    assert_eq!(edit::apply(r#"{"a": 1, "b": 2}"#, &both).as_deref(), Some(r#"{"a": 3, "c": 2}"#));
}
