//! Newline-delimited JSON: every line that is not blank is a document.

mod show;

use show::{show, tell};
use vpcheck_syntax::{Parsed, Source, Syntax, parse};

/// The documents with their pointers, and what is said with its pointers.
fn read(text: &[u8]) -> (Vec<String>, Vec<String>) {
    let source = Source::new("text.ndjson", text, Syntax::Ndjson);
    let Parsed { documents, diagnostics, .. } = parse(&source);
    let shown = documents.iter().map(|tree| {
        assert_eq!(tree.syntax(), Syntax::Ndjson);
        for node in tree.nodes() {
            let written = String::from_utf8_lossy(&text[node.span().range()]);
            assert_eq!(node.text(), written.replace('\u{fffd}', "?"));
        }
        format!("{} {}", tree.root().pointer(), show(tree.root()))
    });
    let told = diagnostics.iter().map(|found| format!("{:?} {}", found.pointer, tell(found)));
    (shown.collect(), told.collect())
}

fn assert_reads(cases: &[(&str, &[&str], &[&str])]) {
    for (text, documents, told) in cases {
        let (shown, found) = read(text.as_bytes());
        assert_eq!(shown, *documents, "{text:?}");
        assert_eq!(found, *told, "{text:?}");
    }
}

#[test]
fn every_line_is_a_document() {
    assert_reads(&[
        ("", &[], &[]),
        ("\n \n\t\r\n", &[], &[]),
        ("{\"a\": 1}", &["/0 {a:1}"], &[]),
        ("{\"a\": 1}\n", &["/0 {a:1}"], &[]),
        ("1\r\n\r\n\"\\u0061\"\n  [2]  \nnull", &["/0 1", "/1 \"a\"", "/2 [2]", "/3 null"], &[]),
        (
            "\u{feff}1\n2\n",
            &["/0 1", "/1 2"],
            &["\"\" 0..3 the text begins with a byte order mark: save it without one"],
        ),
    ]);
}

#[test]
fn a_mistake_stays_in_its_line() {
    assert_reads(&[
        (
            "{\"a\": 1\n{\"b\": 2}\n[3\n4]\n{\"c\": \"d}\n5",
            &["/0 {a:1}?", "/1 {b:2}", "/2 [3]?", "/3 4", "/4 {c:\"d\"}", "/5 5"],
            &[
                "\"\" 7..7 the line ends before an object is closed: add `}`",
                "\"\" 19..19 the line ends before an array is closed: add `]`",
                "\"\" 21..22 `]` closes nothing: remove it",
                "\"\" 29..31 a string ends at the end of the line: add the closing `\"` (write `\"d\"`)",
            ],
        ),
        (
            "1 2\n{\"a\": 1}, \n]\n\u{feff}3",
            &["/0 1", "/1 {a:1}", "/3 3"],
            &[
                "\"\" 2..3 the line goes on after its value: remove the rest (one line has one value: put the next one on a line of its own)",
                "\"\" 12..13 the line goes on after its value: remove the rest (one line has one value: put the next one on a line of its own)",
                "\"\" 15..16 `]` closes nothing: remove it",
                "\"\" 17..20 the character U+FEFF is no white space in JSON: remove it",
            ],
        ),
        (
            "{\"a\":1,\"a\":2}\n[{\"b\":1,\"b\":1e999}]",
            &["/0 {a:1,a:2}", "/1 [{b:1,b:1e999?}]"],
            &[
                "\"/0/a\" 7..10 `a` is given twice: keep one",
                "\"/1/0/b\" 22..25 `b` is given twice: keep one",
                "\"/1/0/b\" 26..31 1e999 is out of range: a number has to fit into a double",
            ],
        ),
    ]);
    let (documents, told) = read(b"1\n\"\xFF\"\n2");
    assert_eq!(documents.len(), 3);
    assert_eq!(told, ["\"/1\" 3..4 a byte is not valid UTF-8 (save the text as UTF-8)"]);
}

#[test]
fn places_of_labels_and_fixes_are_in_the_file() {
    let text = "1\n{\"a\": 1 \"a\": 2}\n";
    let source = Source::new("text.ndjson", text.as_bytes(), Syntax::Ndjson);
    let diagnostics = parse(&source).diagnostics;
    let fix = diagnostics[0].fix.as_ref().expect("a comma can be added");
    assert_eq!(fix.edits[0].span.range(), 9..9);
    assert_eq!(diagnostics[1].labels[0].span.range(), 3..6);
}

#[test]
fn a_value_over_several_lines_is_one_mistake() {
    let told = |count, start, end| {
        format!(
            "\"\" {start}..{end} a value goes on over {count} lines, and each line is one JSON text: write it on one line (name the file `.json` where it is one text)"
        )
    };
    assert_reads(&[
        ("{\n  \"a\": [\n    1\n  ]\n}\n{\"b\": 2}", &["/0 {a:[1]}", "/1 {b:2}"], &[&told(5, 0, 1)]),
        ("0\r\n[\r\n{\"a\": 1},\r\n{\"b\": 2}\r\n]\r\n", &["/0 0", "/1 [{a:1},{b:2}]"], &[&told(4, 3, 4)]),
        ("{\"a\": 1\n, \"b\": 2}", &["/0 {a:1,b:2}"], &[&told(2, 0, 7)]),
        // It is not taken for more than it is where the next document begins.
        (
            "{\"a\": {\n{\"b\": 2}\n{\"c\": 3}}}",
            &["/0 {a:{}?}?", "/1 {b:2}", "/2 {c:3}"],
            &[
                "\"\" 7..7 the line ends before arrays and objects are closed: add `}}`",
                "\"\" 25..26 `}` closes nothing: remove it",
            ],
        ),
    ]);
}

#[test]
fn comments_are_mistakes_and_have_places() {
    let source = Source::new("text.ndjson", b"1 // a\n2 /* b */\n".as_slice(), Syntax::Ndjson);
    let parsed = parse(&source);
    assert_eq!(parsed.comments.iter().map(|span| span.range()).collect::<Vec<_>>(), [2..6, 9..16]);
    assert_eq!(parsed.diagnostics.len(), 2);
}
