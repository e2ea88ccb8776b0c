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

#[test]
fn tags_say_what_a_value_is() {
    assert_values(
        "[!!str 80, !!int \"80\", !!float 80, !!bool \"true\", !!null \"\", ! 80, !!str, !Ref x, !Sub [a], !!set {a}, !!seq [], !<tag:yaml.org,2002:str> no]",
        &[
            " array \"[!!str 80, !!int \\\"80\\\", !!float 80, !!bool \\\"true\\\", !!null \\\"\\\", ! 80, !!str, !Ref x, !Sub [a], !!set {a}, !!seq [], !<tag:yaml.org,2002:str> no]\"",
            "/0 \"80\" \"80\"",
            "/1 80 \"\\\"80\\\"\"",
            "/2 80 \"80\"",
            "/3 true \"\\\"true\\\"\"",
            "/4 null \"\\\"\\\"\"",
            "/5 \"80\" \"80\"",
            "/6 \"\" \"\"",
            "/7 unknown \"x\"",
            "/8 unknown \"[a]\"",
            "/9 object \"{a}\"",
            "/9/a null \"\"",
            "/10 array \"[]\"",
            "/11 \"no\" \"no\"",
        ],
    );
}

#[test]
fn merge_keys_bring_members_that_are_not_there() {
    assert_values(
        "- &a {x: 1, y: 1}\n- &b {y: 2, z: 2}\n- {<<: [*a, *b], x: 3}\n- &c {<<: *a, w: 4}\n- <<: *c\n  \"<<\": 5\n",
        &[
            " array \"- &a {x: 1, y: 1}\\n- &b {y: 2, z: 2}\\n- {<<: [*a, *b], x: 3}\\n- &c {<<: *a, w: 4}\\n- <<: *c\\n  \\\"<<\\\": 5\"",
            "/0 object \"{x: 1, y: 1}\"",
            "/0/x 1 \"1\"",
            "/0/y 1 \"1\"",
            "/1 object \"{y: 2, z: 2}\"",
            "/1/y 2 \"2\"",
            "/1/z 2 \"2\"",
            "/2 object \"{<<: [*a, *b], x: 3}\"",
            "/2/x 3 \"3\"",
            "/2/y 1 \"1\"",
            "/2/z 2 \"2\"",
            "/3 object \"{<<: *a, w: 4}\"",
            "/3/w 4 \"4\"",
            "/3/x 1 \"1\"",
            "/3/y 1 \"1\"",
            "/4 object \"<<: *c\\n  \\\"<<\\\": 5\"",
            "/4/<< 5 \"5\"",
            "/4/w 4 \"4\"",
            "/4/x 1 \"1\"",
            "/4/y 1 \"1\"",
        ],
    );
}

#[test]
fn names_are_as_json_has_them() {
    let text = "80: a\n0x1F: b\ntrue: c\n~: d\n1.0: e\n\"f\\n\": f\n&k g: g\n*k : h\n";
    with(text, |parsed| {
        let root = parsed.documents[0].root();
        let names: Vec<_> = root.members().map(|member| (member.name, &text[member.name_span.range()])).collect();
        let expected = [
            ("80", "80"),
            ("31", "0x1F"),
            ("true", "true"),
            ("null", "~"),
            ("1.0", "1.0"),
            ("f\n", "\"f\\n\""),
            ("g", "g"),
            ("g", "*k"),
        ];
        assert_eq!(names, expected);
    });
}

#[test]
fn spans_are_those_on_disk() {
    let text = "\u{feff}# ü\r\na: 'ü'\r\nb: |  # text\r\n  \"x\"\r\n\r\nc: d\r\n";
    with(text, |parsed| {
        let root = parsed.documents[0].root();
        let values: Vec<_> = root.members().map(|member| (member.name, member.value.text())).collect();
        assert_eq!(values, [("a", "'ü'"), ("b", "|  # text\r\n  \"x\""), ("c", "d")]);
        assert_eq!(root.get("b").and_then(|member| member.value.as_str()), Some("\"x\"\n"));
        let comments: Vec<_> = parsed.comments.iter().map(|comment| &text[comment.range()]).collect();
        assert_eq!(comments, ["# ü", "# text"]);
        assert_eq!(parsed.diagnostics.iter().map(|found| found.rule).collect::<Vec<_>>(), ["byte-order-mark"]);
    });
}
