//! What is said about YAML that cannot be read as it is written, or is read otherwise by others.

#![cfg(feature = "yaml")]

use vpcheck_syntax::{Source, Syntax, parse};

/// A text, and of its only finding the rule, the text of the span and the message.
const FINDINGS: &[(&str, &str, &str, &str)] = &[
    ("name:web\ntype: http\n", "yaml-syntax", "name:", "`name:` is no key without a space after its colon"),
    (
        "host:\n  ipv4:10.0.0.1\n  network: x\n",
        "yaml-syntax",
        "ipv4:",
        "`ipv4:` is no key without a space after its colon",
    ),
    ("a:\n\tb: 1\n", "yaml-syntax", "\t", "a tab indents this line: use spaces"),
    ("a:\n  b: 1\n\tc: 2\n", "yaml-syntax", "\t", "a tab indents this line: use spaces"),
    ("a: |\n\tb\n", "yaml-syntax", "\t", "a tab indents this line: use spaces"),
    ("a: \"abc\nb: 1\n", "yaml-syntax", "\"", "a string is not closed: add the closing `\"`"),
    ("a: 'abc\nb: 1\n", "yaml-syntax", "'", "a string is not closed: add the closing `'`"),
    ("a: \"x\n---\nb: 1\n", "yaml-syntax", "\"", "a string is not closed: add the closing `\"`"),
    ("a: [1, 2\nb: 1\n", "yaml-syntax", "b: 1", "`[` is not closed before this line: add `]`"),
    ("a: {b: 1\nc: 2\n", "yaml-syntax", "c: 2", "`{` is not closed before this line: add `}`"),
    ("a: [b\n- c\n", "yaml-syntax", "[", "`[` is not closed: add `]`"),
    ("a: {b: 1\n", "yaml-syntax", "{", "`{` is not closed: add `}`"),
    ("a: [x}\n", "yaml-syntax", "[", "`[` is closed with `}`: write `]`"),
    ("a: 1\n}\n", "yaml-syntax", "}", "`}` closes nothing: remove it"),
    ("[a, , b]\n", "yaml-syntax", ",", "a value is missing before this comma"),
    ("{a: 1 b: 2}\n", "yaml-syntax", "b", "a comma is missing before `b`, or `}`"),
    ("{a: 1\n\"b\": 2}\n", "yaml-syntax", "\"b\"", "a comma is missing before `\"b\"`, or `}`"),
    ("[- a]\n", "yaml-syntax", "-", "a list with `-` cannot stand in brackets: separate the values by commas"),
    ("a: 1\n  b: 2\n", "yaml-syntax", "b", "`b` is further in than the key before it, which has a value already"),
    ("a:\n    b: 1\n  c: 2\n", "yaml-syntax", "c: 2", "this line is indented like no line that it can belong to"),
    ("a:\n  - b\n c\n", "yaml-syntax", "c", "this line is indented like no line that it can belong to"),
    (
        "- a\nb: 1\n",
        "yaml-syntax",
        "b: 1",
        "this line belongs to nothing before it: begin a new document with `---`, or indent it",
    ),
    (
        "a: 1\n- b\n",
        "yaml-syntax",
        "- b",
        "a list item stands where a key is expected: indent it under the key that it belongs to",
    ),
    (
        "a: - b\n",
        "yaml-syntax",
        "-",
        "a list begins in the line of its key: begin it in a new line, or write it in `[` and `]`",
    ),
    (
        "{a: 1}\nb: 2\n",
        "yaml-syntax",
        "b: 2",
        "this line belongs to nothing before it: begin a new document with `---`, or indent it",
    ),
    ("a: b: c\n", "yaml-syntax", "b", "`b` is a key inside of a value: put quotes around a value with `: ` in it"),
    (
        "a: \"x\": y\n",
        "yaml-syntax",
        ":",
        "a value goes on with a colon: put quotes around all of it, or begin a new line for a key",
    ),
    (
        "a: \"b\" c\n",
        "yaml-syntax",
        "c",
        "the text goes on after the closing `\"`: write `\\\"` for a quote inside of a string",
    ),
    (
        "a: 'it's'\n",
        "yaml-syntax",
        "s'",
        "the text goes on after the closing `'`: write `''` for a quote inside of a string",
    ),
    ("a: [x]y\n", "yaml-syntax", "y", "the value goes on with `y`: put quotes around all of it"),
    ("a: ,b\n", "yaml-syntax", ",b", "a value cannot begin with `,`: put it in quotes"),
    ("a: 1\nb\nc: 2\n", "yaml-syntax", "b", "`b` is no key: add a colon and a value"),
    ("a: @b\n", "yaml-syntax", "@", "a value cannot begin with `@`: put it in quotes"),
    ("a: %b\n", "yaml-syntax", "%", "a value cannot begin with `%`: put it in quotes"),
    ("a: \"\\d\"\n", "yaml-syntax", "\\d", "`\\d` is no escape: write `\\\\` for a backslash, or use single quotes"),
    ("a: \"\\x1\"\n", "yaml-syntax", "\\x1", "an escape `\\x` has 2 hexadecimal digits, and this has 1"),
    (
        "a: \"\\ud800\"\n",
        "yaml-syntax",
        "\\ud800",
        "this escape is no character: half of a pair of surrogates, or beyond Unicode",
    ),
    ("a: x\u{7}\n", "yaml-syntax", "\u{7}", "the character U+0007 cannot stand in YAML"),
    (
        "a: *\n",
        "yaml-syntax",
        "*",
        "`&` and `*` need a name behind them: put a value that begins with one of them in quotes",
    ),
    ("a: *b\n", "yaml-syntax", "*b", "`*b` stands for nothing: no anchor `&b` is before it in this document"),
    (
        "a: !b!c d\n",
        "yaml-syntax",
        "!",
        "this tag has a handle that no `%TAG` declares: put a value that begins with `!` in quotes",
    ),
    ("a: \"x\"#c\n", "yaml-syntax", "#", "a comment needs a space before its `#`"),
    (
        "a: b #c\n d\n",
        "yaml-syntax",
        "#",
        "a comment stands inside of a text of several lines: move it before or after",
    ),
    ("a: | x\n b\n", "yaml-syntax", "|", "the text of a block begins in the line after its `|` or `>`"),
    ("a: \u{feff}b\n", "yaml-syntax", "\u{feff}", "a byte order mark stands inside of the text: remove it"),
    ("%YAML 3.0\n---\na\n", "yaml-syntax", "%", "a version of YAML is written once, as `%YAML 1.2`"),
    (
        "a: b\n%x: 1\n",
        "yaml-syntax",
        "%",
        "a line that begins with `%` is a directive: put `...` before it, or quotes around it",
    ),
    (
        "a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n",
        "yaml-syntax",
        "<<<<<<< HEAD",
        "a merge has left a conflict here: resolve it",
    ),
    ("a: {{ b }}\n", "yaml-syntax", "{ b }", "a key is a mapping, and the name of a member is a string"),
    ("? [a]\n: b\n", "yaml-syntax", "[a]", "a key is a list, and the name of a member is a string"),
    ("a: !!int b\n", "yaml-syntax", "b", "the tag `!!int` stands before what is no integer"),
    ("a: !!seq {b: c}\n", "yaml-syntax", "{b: c}", "the tag `!!seq` stands before what is no list"),
    ("<<: a\n", "yaml-syntax", "a", "`<<` merges a mapping or a list of mappings, and this is neither"),
    ("<<: {a: 1}\n<<: {b: 1}\n", "yaml-syntax", "<<", "`<<` is given twice: put what it merges into one list"),
    ("a: &b {<<: *b}\n", "alias-limit", "*b", "`*b` stands inside of its own anchor, so that it would hold itself"),
    ("a: .inf\n", "number-out-of-range", ".inf", ".inf is no number that JSON can write"),
    ("a: no\n", "yaml-1-1", "no", "`no` is a string in YAML 1.2, and the boolean false to readers of YAML 1.1"),
    ("a: 017\n", "yaml-1-1", "017", "`017` is 17 in YAML 1.2, and the number 15 to readers of YAML 1.1"),
    ("a: 08\n", "yaml-1-1", "08", "`08` is 8 in YAML 1.2, and a string to readers of YAML 1.1"),
    ("0o17: a\n", "yaml-1-1", "0o17", "`0o17` is 15 in YAML 1.2, and a string to readers of YAML 1.1"),
    ("on: a\n", "yaml-1-1", "on", "`on` is a name in YAML 1.2, and the boolean true to readers of YAML 1.1"),
    ("a: 12:30\n", "yaml-1-1", "12:30", "`12:30` is a string in YAML 1.2, and the number 750 to readers of YAML 1.1"),
    ("a: 1_000\n", "yaml-1-1", "1_000", "`1_000` is a string in YAML 1.2, and the number 1000 to readers of YAML 1.1"),
    ("a: 0b101\n", "yaml-1-1", "0b101", "`0b101` is a string in YAML 1.2, and the number 5 to readers of YAML 1.1"),
    (
        "a: 2024-01-15\n",
        "yaml-1-1",
        "2024-01-15",
        "`2024-01-15` is a string in YAML 1.2, and a date to readers of YAML 1.1",
    ),
    (
        "a: 2024-01-15T10:00:00Z\n",
        "yaml-1-1",
        "2024-01-15T10:00:00Z",
        "`2024-01-15T10:00:00Z` is a string in YAML 1.2, and a date with a time to readers of YAML 1.1",
    ),
    ("a: =\n", "yaml-1-1", "=", "`=` is a string in YAML 1.2, and the mark of a default value to readers of YAML 1.1"),
    ("a: 1e3\n", "yaml-1-1", "1e3", "`1e3` is 1e3 in YAML 1.2, and a string to readers of YAML 1.1"),
    (
        "a: 1:2:3:4:5:6:7:8\n",
        "yaml-1-1",
        "1:2:3:4:5:6:7:8",
        "`1:2:3:4:5:6:7:8` is a string in YAML 1.2, and the number 2895057742028 to readers of YAML 1.1",
    ),
];

#[test]
fn one_mistake_is_one_finding_in_our_words() {
    for &(text, rule, span, message) in FINDINGS {
        let source = Source::new("text.yaml", text.as_bytes(), Syntax::Yaml);
        let parsed = parse(&source);
        let found: Vec<_> = parsed
            .diagnostics
            .iter()
            .map(|found| (found.rule, &text[found.span.range()], found.message.as_str()))
            .collect();
        assert_eq!(found, [(rule, span, message)], "{text}");
    }
}

#[test]
fn fixes_mend() {
    for &(text, ..) in FINDINGS {
        let source = Source::new("text.yaml", text.as_bytes(), Syntax::Yaml);
        for fix in parse(&source).diagnostics.iter().filter_map(|found| found.fix.as_ref()) {
            let mut mended = text.to_owned();
            for edit in fix.edits.iter().rev() {
                mended.replace_range(edit.span.range(), &edit.text);
            }
            let source = Source::new("text.yaml", mended.as_bytes(), Syntax::Yaml);
            assert!(parse(&source).diagnostics.is_empty(), "{text} became {mended}");
        }
    }
}
