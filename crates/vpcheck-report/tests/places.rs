//! The full format at places that are easy to get wrong, compared with files.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p vpcheck-report` writes the files; read them before you keep them.

mod compare;

use std::ops::Range;

use compare::compare;
use vpcheck_report::{Format, Renderer};
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};
use vpcheck_validate::Report;

/// A document, and the places that one finding each is about.
struct Document<'d> {
    what: &'d str,
    bytes: &'d [u8],
    places: &'d [Places<'d>],
}

/// The place of a finding, and its labels.
type Places<'d> = (Range<u32>, &'d [(Range<u32>, &'d str)]);

/// The findings of each document, in the order that they are given in.
fn draw(documents: &[Document<'_>], width: usize) -> String {
    let mut text = String::new();
    for Document { what, bytes, places } in documents {
        text.extend(["## ", what, "\n\n"]);
        let source = Source::json("web.json", *bytes);
        for (place, labels) in *places {
            let message = format!("at {}..{}", place.start, place.end);
            let finding = Diagnostic::new("json-syntax", Severity::Error, Span::new(place.start, place.end), message);
            let finding = labels
                .iter()
                .fold(finding, |finding, (range, label)| finding.with_label(Span::new(range.start, range.end), *label));
            let report = Report::new(&source, vec![finding], 1);
            let drawn = Renderer::new(Format::Full).with_width(width).part(&report, &source);
            // Without what is the same everywhere.
            text.push_str(drawn.as_str().replace("  = explain: vpcheck explain json-syntax\n", "").trim_end());
            text.push_str("\n\n");
        }
    }
    text
}

#[test]
#[expect(clippy::reversed_empty_ranges, reason = "a span may be one")]
fn ends_of_texts() {
    let documents = [
        Document { what: "empty", bytes: b"", places: &[(0..0, &[]), (5..9, &[(7..8, "here")])] },
        Document { what: "one line", bytes: b"{\"a\": 1", places: &[(7..7, &[(0..1, "opened here")]), (6..7, &[])] },
        Document {
            what: "a line feed at the end",
            bytes: b"{\"a\": 1\n",
            places: &[(8..8, &[(0..1, "opened here")]), (7..8, &[]), (7..7, &[])],
        },
        Document { what: "only line feeds", bytes: b"\n\n\n", places: &[(0..0, &[]), (1..2, &[]), (3..3, &[])] },
        Document {
            what: "a byte order mark alone",
            bytes: b"\xEF\xBB\xBF",
            places: &[(0..3, &[]), (3..3, &[]), (1..2, &[])],
        },
        Document { what: "an end before the start", bytes: b"{\"a\": 1}", places: &[(6..2, &[(7..1, "and here")])] },
    ];
    compare("ends.full", &draw(&documents, 80));
}

#[test]
fn ends_of_lines() {
    let text = |end: &str| ["{", "  \"a\": 1,", "  \"b\": 2", "}", ""].join(end).into_bytes();
    let (crlf, cr) = (text("\r\n"), text("\r"));
    let documents = [
        Document {
            what: "CR LF",
            bytes: &crlf,
            places: &[(21..22, &[(10..11, "and this")]), (11..14, &[]), (0..25, &[])],
        },
        Document { what: "CR", bytes: &cr, places: &[(19..20, &[(9..10, "and this")]), (10..12, &[]), (0..22, &[])] },
        Document {
            what: "all of them",
            bytes: b"[1,\n2,\r3,\r\n\r4]",
            places: &[(4..5, &[(7..8, "CR"), (12..13, "CR LF, CR")])],
        },
        Document {
            what: "separators that are none",
            bytes: "[1,\u{2028}2,\u{85}3,\u{b}4]".as_bytes(),
            places: &[(16..17, &[])],
        },
    ];
    compare("lines.full", &draw(&documents, 80));
}

#[test]
fn characters_of_other_widths() {
    let wide = "{\"\u{540d}\u{524d}\": \"\u{65e5}\u{672c}\u{8a9e}\", \"b\": 1}";
    let emoji =
        "{\"\u{1f600}\": \"\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}\u{1f1e9}\u{1f1ea}\u{2764}\u{fe0f}\", \"b\": 1}";
    let combining = "{\"e\u{301}a\u{308}\u{323}\": \"\u{915}\u{94d}\u{937}\", \"b\": 1}";
    let tabs = "{\n\t\"a\":\t1,\t\"b\":\t22\t}\n";
    let at = |text: &str, needle: &str| {
        let start = u32::try_from(text.find(needle).expect("it is there")).expect("the text is short");
        start..start + u32::try_from(needle.len()).expect("the text is short")
    };
    let documents = [
        Document {
            what: "wide",
            bytes: wide.as_bytes(),
            places: &[(at(wide, "1"), &[]), (at(wide, "\u{672c}"), &[(at(wide, "\"b\""), "after")])],
        },
        Document {
            what: "emoji",
            bytes: emoji.as_bytes(),
            places: &[(at(emoji, "1"), &[(at(emoji, "\u{1f469}"), "inside")])],
        },
        Document {
            what: "combining",
            bytes: combining.as_bytes(),
            places: &[(at(combining, "1"), &[]), (at(combining, "\u{308}"), &[])],
        },
        Document {
            what: "tabs",
            bytes: tabs.as_bytes(),
            places: &[(at(tabs, "22"), &[(at(tabs, "1"), "a label"), (at(tabs, "\t\"a\""), "from the tab on")])],
        },
    ];
    compare("widths.full", &draw(&documents, 80));
}

#[test]
fn parts_of_characters() {
    let wide = "[\"\u{65e5}\u{1f600}\"]".as_bytes();
    let broken = b"[\"\xE6\x97\", \"\xFF\xC3\", \"\xF0\x9F\x98\", 1]";
    let documents = [
        Document {
            what: "from and to the middle",
            bytes: wide,
            places: &[(3..4, &[]), (2..3, &[(6..7, "inside")]), (4..7, &[]), (3..3, &[]), (4..5, &[(3..4, "before")])],
        },
        Document {
            what: "no characters",
            bytes: broken,
            places: &[(2..3, &[(3..4, "the other byte")]), (8..10, &[]), (14..17, &[(20..21, "after")])],
        },
    ];
    compare("parts.full", &draw(&documents, 80));
}

#[test]
fn labels_everywhere() {
    let text = b"{\n  \"a\": 1,\n  \"b\": 2, \"c\": 3, \"d\": 4,\n\n\n\n\n\n\n\n  \"e\": 5\n}";
    let documents = [Document {
        what: "labels",
        bytes: text,
        places: &[
            (19..20, &[(9..10, "on the line before"), (54..55, "far below")]),
            (27..28, &[(19..20, "left"), (35..36, "right")]),
            (35..36, &[(14..17, "one"), (22..25, "two"), (30..33, "three")]),
            (27..28, &[(27..28, "the same place"), (22..28, "around it")]),
            (0..57, &[(4..7, "a member"), (46..49, "another")]),
            (14..36, &[(22..25, "inside")]),
            (57..57, &[(0..1, "opened here")]),
            (9..10, &[(27..28, "")]),
            (9..10, &[(200..300, "past the end")]),
            (
                9..10,
                &[(
                    27..28,
                    "a label\nof two lines, the second of which is long enough that nobody would like to read all of it at once",
                )],
            ),
        ],
    }];
    compare("labels.full", &draw(&documents, 80));
}

#[test]
fn narrow_terminals() {
    let text = format!(
        "{{{}\"http_port\": 70000, \"https_port\": \"{}\", \"\u{65e5}\u{672c}\": \"{}\"}}",
        "\"a\": 1, ".repeat(20),
        "x".repeat(200),
        "\u{8a9e}".repeat(100)
    );
    let start = |needle: &str| u32::try_from(text.find(needle).expect("it is there")).expect("the text is short");
    let (port, long, wide) = (start("70000"), start("\"xxx"), start("\"\u{8a9e}"));
    let documents = [Document {
        what: "a long line",
        bytes: text.as_bytes(),
        places: &[
            (port..port + 5, &[]),
            (long..long + 202, &[(port..port + 5, "near")]),
            (long + 100..long + 101, &[]),
            (wide..wide + 302, &[]),
            (wide + 150..wide + 153, &[(2..3, "far")]),
        ],
    }];
    // Less than 40 columns are taken for 40.
    assert_eq!(draw(&documents, 20), draw(&documents, 40));
    assert_eq!(draw(&documents, 0), draw(&documents, 40));
    compare("narrow.full", &draw(&documents, 20));
    for width in [40, 41, 57, 80, 100, 333, usize::MAX] {
        assert!(draw(&documents, width).contains("web.json:1:175"), "{width}");
    }
}
