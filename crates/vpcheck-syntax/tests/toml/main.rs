//! TOML: what is read with which places, and what is said about a text with a mistake.

#![cfg(feature = "toml")]

mod mistakes;
#[path = "../show/mod.rs"]
mod show;

use show::{show, tell};
use vpcheck_syntax::{Parsed, Source, Syntax, parse};

/// What is read, and the rule, the pointer, the bytes and the message of each diagnostic that is of no syntax.
fn read(text: &str) -> (String, Vec<String>) {
    let source = Source::new("text.toml", text.as_bytes(), Syntax::Toml);
    let Parsed { documents, diagnostics, .. } = parse(&source);
    let told = diagnostics.iter().map(|found| match found.rule {
        "toml-syntax" => {
            assert_eq!(found.pointer, "", "{text}");
            tell(found)
        }
        rule => format!("{rule} {:?} {}", found.pointer, tell(found)),
    });
    (documents.first().map(|tree| show(tree.root())).unwrap_or_default(), told.collect())
}

fn assert_reads(cases: &[(&str, &str, &[&str])]) {
    for (text, tree, told) in cases {
        let (shown, found) = read(text);
        assert_eq!(shown, *tree, "{text}");
        assert_eq!(found, *told, "{text}");
    }
}

#[test]
fn every_value_knows_its_place() {
    let text = "\
# a
name = \"w\" # b
'b.c'.\"\\u0064\" = +0x_1
[[vpc_services]]
binding = 'A'
[vpc_services.host.network]
tunnel_id = \"\"\"
x\"\"\"
[[vpc_services]]
ports = [80.0, 1_000, # c
]
[env.\"x y\"]
host = { ipv4 = \"10.0.0.1\", on.off = true }
at = 2024-01-15 12:30:00Z
"
    .replace("0x_1", "17");
    let source = Source::new("text.toml", text.as_bytes(), Syntax::Toml);
    let parsed = parse(&source);
    assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
    let comments: Vec<&str> = parsed.comments.iter().map(|span| &text[span.range()]).collect();
    assert_eq!(comments, ["# a", "# b", "# c"]);
    let tree = parsed.tree().expect("the text is valid");
    assert_eq!(tree.root().text(), text);
    let places: Vec<_> = tree
        .nodes()
        .skip(1)
        .map(|node| {
            let name = node.name_span().map_or("", |span| &text[span.range()]);
            (node.pointer(), name, node.text())
        })
        .collect();
    let places: Vec<_> = places.iter().map(|(pointer, name, text)| (pointer.as_str(), *name, *text)).collect();
    assert_eq!(
        places,
        [
            ("/name", "name", "\"w\""),
            ("/b.c", "'b.c'", "'b.c'"),
            ("/b.c/d", "\"\\u0064\"", "+17"),
            ("/vpc_services", "vpc_services", "[[vpc_services]]"),
            ("/vpc_services/0", "", "[[vpc_services]]"),
            ("/vpc_services/0/binding", "binding", "'A'"),
            ("/vpc_services/0/host", "host", "[vpc_services.host.network]"),
            ("/vpc_services/0/host/network", "network", "[vpc_services.host.network]"),
            ("/vpc_services/0/host/network/tunnel_id", "tunnel_id", "\"\"\"\nx\"\"\""),
            ("/vpc_services/1", "", "[[vpc_services]]"),
            ("/vpc_services/1/ports", "ports", "[80.0, 1_000, # c\n]"),
            ("/vpc_services/1/ports/0", "", "80.0"),
            ("/vpc_services/1/ports/1", "", "1_000"),
            ("/env", "env", "[env.\"x y\"]"),
            ("/env/x y", "\"x y\"", "[env.\"x y\"]"),
            ("/env/x y/host", "host", "{ ipv4 = \"10.0.0.1\", on.off = true }"),
            ("/env/x y/host/ipv4", "ipv4", "\"10.0.0.1\""),
            ("/env/x y/host/on", "on", "on"),
            ("/env/x y/host/on/off", "off", "true"),
            ("/env/x y/at", "at", "2024-01-15 12:30:00Z"),
        ]
    );
    let second = tree.root().get("vpc_services").and_then(|list| list.value.elements().nth(1)).expect("there are two");
    assert_eq!(text[second.span().range()].len(), 16);
    assert!(second.span().start > 100);
}

#[test]
fn numbers_are_as_json_has_them() {
    assert_reads(&[
        (
            "a = [+1, -0, 0xFF, 0o17, 0b11, 1_000, 80.0, 8e1, -1.5E+0_3]",
            "{a:[1,0,255,15,3,1000,80.0,8e1,-1.5E+03]}",
            &[],
        ),
        (
            "a = 9223372036854775808\nb = [inf, -inf, nan, 1e400]",
            "{a:9223372036854775808?,b:[1e999?,-1e999?,1e999?,1e400?]}",
            &[
                "number-out-of-range \"/a\" 4..23 9223372036854775808 is out of range: an integer has to fit into 64 bits",
                "number-out-of-range \"/b/0\" 29..32 inf is out of range: a number has to fit into a double",
                "number-out-of-range \"/b/1\" 34..38 -inf is out of range: a number has to fit into a double",
                "number-out-of-range \"/b/2\" 40..43 nan is out of range: a number has to fit into a double",
                "number-out-of-range \"/b/3\" 45..50 1e400 is out of range: a number has to fit into a double",
            ],
        ),
    ]);
}

#[test]
fn keys_and_tables_that_are_given_twice() {
    assert_reads(&[
        (
            "a = 1\na = 2\n'a' = 3",
            "{a:1,a:2,a:3}",
            &[
                "duplicate-member \"/a\" 6..7 `a` is given twice: keep one",
                "duplicate-member \"/a\" 12..15 `a` is given twice: keep one",
            ],
        ),
        (
            "[[v]]\nb = 1\nb = 2\nc = 3",
            "{v:[{b:1,b:2,c:3}]}",
            &["duplicate-member \"/v/0/b\" 12..13 `b` is given twice: keep one"],
        ),
        (
            "[t]\na = 1\n[t]\nb = 2\n[t.c]\n[t.c.d]",
            "{t:{a:1},t:{b:2,c:{d:{}}}}",
            &["duplicate-member \"/t\" 11..12 the table `t` is given twice: put its keys below one header"],
        ),
        (
            "[[v]]\na = 1\n[v]\nb = 2",
            "{v:[{a:1},{b:2}]}",
            &["duplicate-member \"/v/1\" 13..14 `v` is an array of tables, and `[v]` is one table (write `[[v]]`)"],
        ),
        (
            "[v]\n[[v]]",
            "{v:{},v:[{}]}",
            &[
                "duplicate-member \"/v\" 6..7 `v` is given twice, as a table and as an array of tables: keep one (write `[[v]]` in both places)",
            ],
        ),
        (
            "a = 1\n[a.b]\nc = 2",
            "{a:1,a:{b:{c:2}}}",
            &["duplicate-member \"/a\" 7..8 `a` is given twice, as a value and as a table: keep one"],
        ),
        (
            "a = {b = 1}\na.c = 2\n[a.d]",
            "{a:{b:1},a:{c:2,d:{}}}",
            &["duplicate-member \"/a\" 12..13 the table `a` is closed by its `}`: put its keys between the braces"],
        ),
        (
            "a.b = 1\n[a]\nc = 1",
            "{a:{b:1},a:{c:1}}",
            &["duplicate-member \"/a\" 9..10 the table `a` is made by keys with dots already: put its keys together"],
        ),
        (
            "[a.b]\n[a]\nb.c = 1",
            "{a:{b:{},b:{c:1}}}",
            &["duplicate-member \"/a/b\" 10..11 the table `b` has a header of its own: put its keys below that"],
        ),
        (
            "a = [1]\n[[a]]\nb = 1",
            "{a:[1],a:[{b:1}]}",
            &["duplicate-member \"/a\" 10..11 `a` is given twice, as an array and as an array of tables: keep one"],
        ),
        ("\"\" = 1\n'' = 2", "{:1,:2}", &["duplicate-member \"/\" 7..9 the empty key is given twice: keep one"]),
    ]);
    let source = Source::new("text.toml", b"[a.b]\n[a]\n[a]\n[a]".as_slice(), Syntax::Toml);
    let diagnostics = parse(&source).diagnostics;
    let labels: Vec<_> = diagnostics.iter().flat_map(|found| &found.labels).map(|label| label.span.range()).collect();
    assert_eq!(labels, [7..8, 7..8]);
}

const NEWER: &str = "which only TOML 1.1 has: wrangler and other readers of TOML 1.0 refuse it";

#[test]
fn what_only_toml_1_1_has() {
    let braces = format!(
        "an inline table goes on over the end of its line, {NEWER} (write it on one line, or below a header such as `[name]`)"
    );
    let comma = format!("a comma stands before the closing `}}` of an inline table, {NEWER} (remove it)");
    let seconds = format!("a time has no seconds, {NEWER} (write `:00` after the minutes)");
    assert_reads(&[
        (
            "a = {\n  b = 1, # c\n  d = [\n2\n],\n}",
            "{a:{b:1,d:[2]}}",
            &[&format!("toml-1-1 \"/a\" 4..5 {braces}"), &format!("toml-1-1 \"/a\" 30..31 {comma}")],
        ),
        ("[[v]]\na = {b = 1,}", "{v:[{a:{b:1}}]}", &[&format!("toml-1-1 \"/v/0/a\" 16..17 {comma}")]),
        ("a = {b = [\n1,\n]}", "{a:{b:[1]}}", &[]),
        (
            r#"a = "\e\x41\xe9""#,
            "{a:\"\\u{1b}Aé\"}",
            &[
                &format!("toml-1-1 \"/a\" 5..7 a string has the escape `\\e`, {NEWER}"),
                &format!("toml-1-1 \"/a\" 7..11 a string has the escape `\\x41`, {NEWER} (write `\\u0041`)"),
                &format!("toml-1-1 \"/a\" 11..15 a string has the escape `\\xe9`, {NEWER} (write `\\u00e9`)"),
            ],
        ),
        (
            "a = 12:30\nb = [2024-01-31 12:30Z, 2024-01-31T12:30:00.5]",
            "{a:12:30,b:[2024-01-31 12:30Z,2024-01-31T12:30:00.5]}",
            &[&format!("toml-1-1 \"/a\" 4..9 {seconds}"), &format!("toml-1-1 \"/b/0\" 15..32 {seconds}")],
        ),
    ]);
}

#[test]
fn bytes_that_are_no_text() {
    for (bytes, told) in [
        (&b"a = 1\nb = \"\xFF\xFE\""[..], "11..12 a byte is not valid UTF-8 (save the text as UTF-8)"),
        (b"\xFF\xFEa\0=\0", "0..2 the text is UTF-16, and TOML is UTF-8 (save the text as UTF-8)"),
    ] {
        let source = Source::new("text.toml", bytes, Syntax::Toml);
        let parsed = parse(&source);
        assert!(parsed.documents.is_empty());
        assert_eq!(parsed.diagnostics.iter().map(tell).collect::<Vec<_>>(), [told]);
        assert_eq!(parsed.diagnostics[0].rule, "invalid-utf8");
    }
}
