//! Texts made to take memory or time without bounds. Each is read within seconds, also without optimisation.

use std::time::{Duration, Instant};

use vpcheck_syntax::{Diagnostic, Kind, LineIndex, Source, Tree, limits, parse};

/// What one text may take without optimisation on a slow machine that does other work as well.
const TIME: Duration = Duration::from_secs(30);

/// Reads the text, looks at every value of it, and gives what `look` makes of it; all of that in time.
fn within_time<R>(text: &[u8], look: impl FnOnce(Option<&Tree<'_>>, &[Diagnostic]) -> R) -> R {
    let start = Instant::now();
    let source = Source::json("hostile.json", text);
    let parsed = parse(&source);
    for node in parsed.documents.iter().flat_map(Tree::nodes) {
        assert!(node.span().range().end <= text.len());
    }
    let result = look(parsed.tree(), &parsed.diagnostics);
    let shown = String::from_utf8_lossy(&text[..text.len().min(20)]);
    assert!(start.elapsed() < TIME, "{shown:?}… takes {:?}", start.elapsed());
    assert!(parsed.diagnostics.len() <= limits::DIAGNOSTICS, "{shown:?}…");
    assert!(parsed.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start), "{shown:?}…");
    result
}

fn rules(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.rule).collect()
}

#[test]
fn a_string_of_10_megabytes() {
    let content = "ü".repeat(5_000_000);
    within_time(format!("[\"{content}\"]").as_bytes(), |tree, diagnostics| {
        assert!(diagnostics.is_empty());
        let string = tree.and_then(|tree| tree.root().elements().next());
        assert_eq!(string.and_then(vpcheck_syntax::Node::as_str), Some(content.as_str()));
    });
    let escaped = "\\u00fc\\n".repeat(1_250_000);
    within_time(format!("[\"{escaped}\"]").as_bytes(), |tree, diagnostics| {
        assert!(diagnostics.is_empty());
        let length = tree.and_then(|tree| tree.root().elements().next()?.as_str().map(str::len));
        assert_eq!(length, Some(3_750_000));
    });
}

#[test]
fn a_hundred_thousand_members() {
    let members: Vec<String> = (0..100_000).map(|index| format!("\"member {index}\":{index}")).collect();
    within_time(format!("{{{}}}", members.join(",")).as_bytes(), |tree, diagnostics| {
        assert!(diagnostics.is_empty());
        let members = tree.map(|tree| tree.root().members());
        assert_eq!(members.as_ref().map(ExactSizeIterator::len), Some(100_000));
        let sum: i64 = members.into_iter().flatten().filter_map(|member| member.value.as_number()?.as_i64()).sum();
        assert_eq!(sum, 4_999_950_000);
    });
}

#[test]
fn a_hundred_thousand_members_of_one_name() {
    let members = vec!["\"a\":1"; 100_000];
    within_time(format!("{{{}}}", members.join(",")).as_bytes(), |tree, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
        assert_eq!(
            diagnostics.first().map(|first| (first.rule, first.pointer.as_str())),
            Some(("duplicate-member", "/a"))
        );
        assert_eq!(diagnostics.last().map(|last| last.rule), Some("too-many-findings"));
        assert_eq!(tree.map(|tree| tree.root().members().len()), Some(100_000));
    });
}

#[test]
fn a_hundred_thousand_objects_with_a_member_twice() {
    let objects = vec!["{\"a\":1,\"b\":2,\"\\u0061\":3}"; 100_000];
    within_time(format!("[{}]", objects.join(",")).as_bytes(), |_, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
    });
}

#[test]
fn members_on_both_sides_of_what_is_compared_at_once() {
    for count in [2_usize, 7, 8, 9, 10, 1000] {
        for twice in [0, count / 2, count - 1] {
            let mut names: Vec<String> = (0..count).map(|index| format!("\"{index}\":0")).collect();
            names.push(format!(
                "\"\\u{:04x}{}\":0",
                u32::from(twice.to_string().as_bytes()[0]),
                &twice.to_string()[1..]
            ));
            within_time(format!("{{{}}}", names.join(",")).as_bytes(), |_, diagnostics| {
                assert_eq!(rules(diagnostics), ["duplicate-member"], "{names:?}");
                assert_eq!(diagnostics[0].pointer, format!("/{twice}"));
                assert_eq!(diagnostics[0].labels.len(), 1);
                assert!(diagnostics[0].labels[0].span < diagnostics[0].span);
            });
        }
    }
}

#[test]
fn depth_has_a_limit() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let at_limit = format!("{}0{}", open.repeat(limits::DEPTH), close.repeat(limits::DEPTH));
        within_time(at_limit.as_bytes(), |tree, diagnostics| {
            assert!(diagnostics.is_empty());
            assert_eq!(tree.map(|tree| tree.nodes().len()), Some(limits::DEPTH + 1));
        });
        let over = format!("{}0{}", open.repeat(limits::DEPTH + 1), close.repeat(limits::DEPTH + 1));
        within_time(over.as_bytes(), |tree, diagnostics| {
            assert_eq!(rules(diagnostics), ["depth-limit"]);
            assert_eq!(diagnostics[0].span.range().start, open.len() * limits::DEPTH);
            assert_eq!(diagnostics[0].pointer.matches('/').count(), limits::DEPTH);
            assert!(tree.is_some_and(|tree| tree.nodes().all(|node| !node.is_complete())));
        });
    }
}

#[test]
fn diagnostics_have_a_limit() {
    for (count, is_over) in [(limits::DIAGNOSTICS, false), (limits::DIAGNOSTICS + 1, true)] {
        let texts = [
            format!("[{}0]", "+1,".repeat(count)).into_bytes(),
            format!("{{{}\"a\":0}}", "\"a\":0,".repeat(count)).into_bytes(),
            [b"\"".as_slice(), &b"\xFFa".repeat(count), b"\""].concat(),
            format!("[{}0]", "1e999,".repeat(count)).into_bytes(),
        ];
        for text in texts {
            within_time(&text, |_, diagnostics| {
                let last = diagnostics.last().expect("something is found");
                assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
                assert_eq!(last.rule == "too-many-findings", is_over, "{last:?}");
            });
        }
    }
}

#[test]
fn pointers_have_a_limit_together() {
    let name = "n".repeat(1 << 20);
    // The limit is 16 of these names; the one that goes over it is still told.
    assert_eq!(limits::POINTER_BYTES >> 20, 16);
    for (count, is_over) in [(16, false), (17, true), (3000, true)] {
        let text = format!("{{\"{name}\":{{\"a\":0{}}}}}", ",\"a\":0".repeat(count));
        within_time(text.as_bytes(), |_, diagnostics| {
            let last = diagnostics.last().expect("something is found");
            assert_eq!(last.rule == "too-many-findings", is_over, "{count}");
            assert_eq!(diagnostics.len(), count.min(17));
        });
    }
}

/// Pieces whose repetition once was, or well could be, too much for a parser.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "[", "]", "{", "}", "{\"a\":", "[{", "\"", "\"\"", "\0", "\u{1f}", ",", ":", "[,", "{,", "{\"a\":1,", "\\", "\"\\",
    "\"\\u", "\\\"", "\"\\ud800", "\\ud800", "\"\n", "\"a\n", "\"a,\n", "\"a}\n", "\"a: \"b\n", "\"a\"b", "\"a\"b\n",
    "\"\"a,", "'", "''", "'a',", "'\n", "`", "“", "«", "«,", "[«,", "«\n", "/*", "/*/", "//", "//\n", "/* */", "#",
    "#\n", "\u{a0}", "\u{2028},", "\u{feff}", "?", "é", "-", "+", "+1,", "1", "1.", "1e", "1e9", "0", "00,", "0x", "a",
    "a ", "a:", "a: b ", "a\"", "a\"b", "true", "true ", "true,", "nul ", ";", "; ", "1;", "=", "=>", "<", "{a", "{a:",
    "{\"a\"=", "{\"a\" ", "[1 ", "[1}", "{]", "[}", "{\"a\":[1}", "{\"a\":[{\"b\":1]", "[\"a\":", "1 ", "{} ", " ",
    "\n", "\r\n",
];

#[test]
fn a_megabyte_of_one_piece() {
    for &piece in PIECES {
        for start in ["", "[", "{", "{\"a\":", "[\""] {
            // A megabyte for the barest form, and less where only the start differs.
            let length = if start.is_empty() { 1 << 20 } else { 1 << 16 };
            let text = format!("{start}{}", piece.repeat(length / piece.len()));
            within_time(text.as_bytes(), |_, diagnostics| assert!(!diagnostics.is_empty(), "{start:?} {piece:?}"));
        }
    }
}

#[test]
fn a_megabyte_of_bytes_that_are_no_text() {
    for piece in [
        &b"\xFF"[..],
        b"\xFF,",
        b"\"\xFF\",",
        b"\xC3",
        b"\xE2\x82",
        b"\xF0\x9F\x98 ",
        b"\xED\xA0\x80",
        b"\xFF\xFE",
        b"a\0",
        b"\0a",
        b"\x80",
    ] {
        for start in [&b""[..], b"[", b"{", b"\"", b"[\""] {
            let text = [start, &piece.repeat((1 << 18) / piece.len())].concat();
            within_time(&text, |_, diagnostics| assert!(!diagnostics.is_empty(), "{start:?} {piece:?}"));
        }
    }
}

#[test]
fn one_mistake_however_long_is_one_finding() {
    for text in [
        "[".repeat(1 << 20),
        "{\"a\":".repeat(1 << 18),
        "\"".repeat(1 << 20),
        "\0".repeat(1 << 20),
        format!("[{}]", ",".repeat(1 << 20)),
        format!("\"{}", "a".repeat(1 << 20)),
        format!("\"{}\"", "\t".repeat(1 << 20)),
        format!("\"{}\"", "\\x".repeat(1 << 19)),
        format!("[1{}]", "0".repeat(1 << 20)),
        format!("[0{}]", "0".repeat(1 << 20)),
        format!("{{\"a\": {}}}", "a".repeat(1 << 20)),
        format!("{{}}{}", "}".repeat(1 << 20)),
    ] {
        within_time(text.as_bytes(), |_, diagnostics| {
            assert_eq!(diagnostics.len(), 1, "{:?}", &text[..20]);
            assert!(diagnostics[0].message.chars().count() < 200, "{}", diagnostics[0].message);
        });
    }
}

#[test]
fn positions_in_one_long_line() {
    let text = format!("[{}0]", "\"üü\",+1,".repeat(1 << 20));
    within_time(text.as_bytes(), |tree, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
        let lines = LineIndex::new(text.as_bytes());
        for (index, diagnostic) in diagnostics.iter().take(limits::DIAGNOSTICS - 1).enumerate() {
            let position = lines.position(text.as_bytes(), diagnostic.span.start);
            assert_eq!((position.line, position.column as usize), (1, 7 + 8 * index));
        }
        let end = lines.position(text.as_bytes(), u32::MAX);
        assert_eq!(end.column as usize, text.chars().count() + 1);
        assert_eq!(tree.map(|tree| tree.root().kind()), Some(Kind::Array));
    });
}
