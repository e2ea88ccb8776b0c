//! JSON with comments and newline-delimited JSON made to take memory or time without bounds.

use std::time::{Duration, Instant};

use vpcheck_syntax::{Parsed, Source, Syntax, Tree, limits, parse};

/// What one text may take without optimisation on a slow machine that does other work as well.
const TIME: Duration = Duration::from_secs(30);

/// Reads the text in time, and checks what holds for every text.
fn within_time<R>(text: &[u8], syntax: Syntax, look: impl FnOnce(&Parsed<'_>) -> R) -> R {
    let start = Instant::now();
    let source = Source::new("hostile", text, syntax);
    let parsed = parse(&source);
    for node in parsed.documents.iter().flat_map(Tree::nodes) {
        assert!(node.span().range().end <= text.len());
    }
    let shown = String::from_utf8_lossy(&text[..text.len().min(20)]);
    assert!(start.elapsed() < TIME, "{shown:?}… takes {:?}", start.elapsed());
    assert!(parsed.diagnostics.len() <= limits::DIAGNOSTICS, "{shown:?}…");
    assert!(parsed.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start), "{shown:?}…");
    assert!(parsed.comments.windows(2).all(|pair| pair[0].end <= pair[1].start), "{shown:?}…");
    look(&parsed)
}

#[test]
fn a_hundred_thousand_comments() {
    for comment in ["/**/", "// a\n", "/* a */\r\n"] {
        let text = format!("[1{}2]", comment.repeat(100_000));
        within_time(text.as_bytes(), Syntax::Jsonc, |parsed| {
            assert_eq!(parsed.comments.len(), 100_000);
            // The comma belongs before all of them.
            let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.span.start, found.span.end)).collect();
            assert_eq!(found, [(2, 2)], "{comment:?}");
        });
    }
}

#[test]
fn a_hundred_thousand_lines() {
    let lines: Vec<String> = (0..100_000).map(|index| format!("{{\"a\": {index}}}")).collect();
    within_time(lines.join("\n").as_bytes(), Syntax::Ndjson, |parsed| {
        assert!(parsed.diagnostics.is_empty());
        assert_eq!(parsed.documents.len(), 100_000);
        assert_eq!(parsed.documents.last().map(Tree::prefix), Some("/99999"));
    });
}

/// Pieces whose repetition may make a reader look at the same text again and again.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "/*", "/*/", "//", "//\n", "/**/", "/**/,", "/**/1", "/**/}", "[/*", "[}", "[}/**/", "[}/*", "1/**/", "1 /**/ ", "(/*", "(/**/", "#", "#\n",
    "\"\n/*", "\"a\n//\n", "[\n", "{\n", "{\"a\":\n", "[1,\n", "[\n[1\n", "[\n1,\n", "]\n", "}\n", "1\n", "\n", " \n", "\r", "\r\n",
    "\"\n", "\"a\n", "[\"\n", "{\"a\n", "[1\n,", "[1\n]\n", "{\n}\n", "[[\n]\n", "\u{feff}\n", "1e999\n", "é\n", "?", ",\n", " , \n", "{\"\\", "[\"\\\n",
];

#[test]
fn a_megabyte_of_one_piece() {
    for &piece in PIECES {
        for start in ["", "[", "{", "{\"a\":", "[\"", "[\n"] {
            let length = if start.is_empty() { 1 << 20 } else { 1 << 16 };
            let text = format!("{start}{}", piece.repeat(length / piece.len()));
            for syntax in [Syntax::Jsonc, Syntax::Ndjson] {
                within_time(text.as_bytes(), syntax, |parsed| assert!(parsed.documents.len() <= limits::LINES));
            }
        }
    }
}

#[test]
fn lines_of_bytes_that_are_no_text() {
    for piece in [&b"\xFF\n"[..], b"\"\xFF\"\n", b"\xC3\n", b"\xEF\xBB\xBF\n"] {
        within_time(&piece.repeat((1 << 18) / piece.len()), Syntax::Ndjson, |parsed| {
            assert_eq!(parsed.diagnostics.len(), limits::DIAGNOSTICS, "{piece:?}");
        });
    }
}

/// What is wrong is bounded over all documents together.
#[test]
fn findings_have_a_limit_over_all_lines() {
    for (count, is_over) in [(limits::DIAGNOSTICS, false), (limits::DIAGNOSTICS + 1, true)] {
        for line in ["+1\n", "{\"a\":1,\"a\":2}\n", "1e999\n"] {
            within_time(line.repeat(count).as_bytes(), Syntax::Ndjson, |parsed| {
                let last = parsed.diagnostics.last().expect("something is found");
                assert_eq!(parsed.diagnostics.len(), limits::DIAGNOSTICS);
                assert_eq!(last.rule == "too-many-findings", is_over, "{last:?}");
            });
        }
    }
}

#[test]
fn depth_has_a_limit_in_each_line() {
    for depth in [limits::DEPTH, limits::DEPTH + 1] {
        let line = format!("{}{}\n", "[".repeat(depth), "]".repeat(depth));
        within_time(format!("{line}{line}1").as_bytes(), Syntax::Ndjson, |parsed| {
            let found: Vec<_> = parsed.diagnostics.iter().map(|found| found.rule).collect();
            assert_eq!(found, vec!["depth-limit"; 2 * (depth - limits::DEPTH)]);
            assert_eq!(parsed.documents.len(), 3);
        });
    }
}
