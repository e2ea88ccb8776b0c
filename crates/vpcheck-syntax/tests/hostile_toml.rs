//! TOML made to take memory or time without bounds, and texts with mistakes everywhere.

#![cfg(feature = "toml")]

use std::time::{Duration, Instant};

use vpcheck_syntax::{Node, Parsed, Source, Syntax, Tree, limits, parse};

/// What one text may take without optimisation on a slow machine; what decodes strings is slow without it.
const TIME: Duration = Duration::from_secs(20);

/// Reads the text in time, and checks what holds for every text.
fn within_time<R>(text: &[u8], look: impl FnOnce(&Parsed<'_>) -> R) -> R {
    let start = Instant::now();
    let source = Source::new("hostile.toml", text, Syntax::Toml);
    let parsed = parse(&source);
    let shown = String::from_utf8_lossy(&text[..text.len().min(30)]);
    for node in parsed.documents.iter().flat_map(Tree::nodes) {
        assert!(text.get(node.span().range()).is_some(), "{shown:?}… {:?}", node.span());
        assert!(node.name_span().is_none_or(|name| text.get(name.range()).is_some()), "{shown:?}…");
    }
    assert!(start.elapsed() < TIME, "{shown:?}… takes {:?}", start.elapsed());
    assert!(parsed.diagnostics.len() <= limits::DIAGNOSTICS, "{shown:?}…");
    assert!(parsed.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start), "{shown:?}…");
    assert!(parsed.comments.windows(2).all(|pair| pair[0].end <= pair[1].start), "{shown:?}…");
    for diagnostic in &parsed.diagnostics {
        let spans = diagnostic.labels.iter().map(|label| label.span).chain([diagnostic.span]);
        for span in spans.chain(diagnostic.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span)) {
            assert!(text.get(span.range()).is_some(), "{shown:?}… {diagnostic:?}");
        }
        assert!(diagnostic.message.chars().count() < 250, "{}", diagnostic.message);
    }
    look(&parsed)
}

fn rules(parsed: &Parsed<'_>) -> Vec<&'static str> {
    parsed.diagnostics.iter().map(|found| found.rule).collect()
}

fn root<'t>(parsed: &'t Parsed<'_>) -> Node<'t> {
    parsed.tree().expect("there is a table").root()
}

#[test]
fn strings_of_10_megabytes() {
    let content = "ü".repeat(5_000_000);
    for quotes in ["\"", "'", "\"\"\"", "'''"] {
        within_time(format!("a = {quotes}{content}{quotes}").as_bytes(), |parsed| {
            assert!(parsed.diagnostics.is_empty());
            assert_eq!(root(parsed).get("a").and_then(|member| member.value.as_str()), Some(content.as_str()));
        });
    }
    let escaped = "\\u00fc\\n".repeat(1_250_000);
    within_time(format!("a = \"{escaped}\"").as_bytes(), |parsed| {
        assert!(parsed.diagnostics.is_empty());
        assert_eq!(root(parsed).get("a").and_then(|member| member.value.as_str()).map(str::len), Some(3_750_000));
    });
}

#[test]
fn a_hundred_thousand_of_everything() {
    let lines = |line: fn(usize) -> String| (0..100_000).map(line).collect::<Vec<_>>().join("\n");
    for (text, count) in [
        (lines(|index| format!("key-{index} = {index}")), 100_000),
        (lines(|index| format!("[table-{index}]\na = 1")), 100_000),
        (lines(|index| format!("[a.b.table-{index}]")), 1),
        (lines(|index| format!("[[a]]\nb = {index}")), 1),
        (lines(|index| format!("a.b.key-{index} = {index}")), 1),
        (format!("a = {{{}}}", lines(|index| format!("key-{index} = 1")).replace('\n', ", ")), 1),
        (format!("a = [\n{}]", lines(|index| format!("{index}, # {index}")) + "\n"), 1),
    ] {
        within_time(text.as_bytes(), |parsed| {
            assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics.first());
            assert_eq!(root(parsed).members().len(), count);
            assert!(parsed.tree().is_some_and(|tree| tree.nodes().len() >= 100_000));
        });
    }
}

#[test]
fn a_hundred_thousand_times_the_same() {
    for line in ["a = 1\n", "[a]\n", "[a.b]\n", "a.b = 1\n", "[[a.b]]\nc = 1\nc = 2\n", "a = {b = 1}\n[a.c]\n"] {
        within_time(line.repeat(100_000).as_bytes(), |parsed| {
            assert_eq!(parsed.diagnostics.len(), limits::DIAGNOSTICS, "{line}");
            assert_eq!(parsed.diagnostics.first().map(|first| first.rule), Some("duplicate-member"), "{line}");
            assert_eq!(parsed.diagnostics.last().map(|last| last.rule), Some("too-many-findings"));
        });
    }
}

#[test]
fn depth_has_a_limit() {
    // The root and what is in it are two levels already.
    for (depth, expected) in [(limits::DEPTH - 1, &[][..]), (limits::DEPTH, &["depth-limit"])] {
        let dots = |count: usize| vec!["a"; count].join(".");
        for text in [
            format!("a = {}0{}", "[".repeat(depth), "]".repeat(depth)),
            format!("a = {}0{}", "{a = ".repeat(depth), "}".repeat(depth)),
            format!("[{}]\nb = 1", dots(depth)),
            format!("{} = 1", dots(depth + 1)),
            format!("a = {{{} = 1}}", dots(depth)),
            // An array of tables is a level, and each table in it is one.
            format!("[{}]\nb = {{c = 1}}", dots(depth - 1)),
        ] {
            within_time(text.as_bytes(), |parsed| {
                assert_eq!(rules(parsed), expected, "{}", &text[..40]);
                assert_eq!(root(parsed).is_complete(), expected.is_empty(), "{}", &text[..40]);
            });
        }
    }
    for text in [
        "[".repeat(1 << 20),
        format!("a = {}", "[".repeat(1 << 20)),
        format!("a = {}", "{a=".repeat(1 << 18)),
        format!("[{}]", "a.".repeat(1 << 19)),
        format!("{}a = 1", "a.".repeat(1 << 19)),
        format!("[[{}a]]", "a.".repeat(1 << 19)),
    ] {
        within_time(text.as_bytes(), |parsed| assert_eq!(parsed.diagnostics.len(), 1, "{}", &text[..20]));
    }
}

#[test]
fn findings_have_a_limit() {
    for (count, is_over) in [(limits::DIAGNOSTICS, false), (limits::DIAGNOSTICS + 1, true)] {
        for text in [
            "a\n".repeat(count),
            format!("a = 0\n{}", "a = 0\n".repeat(count)),
            format!("a = [{}]", "080,".repeat(count)),
            format!("a = [{}]", "inf,".repeat(count)),
            format!("a = \"{}\"", "\\e".repeat(count)),
            format!("a = [{}]", "12:30,".repeat(count)),
        ] {
            within_time(text.as_bytes(), |parsed| {
                assert_eq!(parsed.diagnostics.len(), limits::DIAGNOSTICS, "{}", &text[..20]);
                assert_eq!(rules(parsed).last() == Some(&"too-many-findings"), is_over);
            });
        }
    }
}

/// Pieces whose repetition may make a reader look at the same text again and again.
#[rustfmt::skip]
const PIECES: &[&str] = &[
    "[", "]", "[[", "]]", "[]", "[a]", "[a]\n", "[a", "[a\n", "{", "}", "{a=", "{a=1,", "{a=1,\n", "{\n", "a", "a ", "a\n", "a.", "a. ", ".",
    "a=", "a=\n", "a = 1\n", "a = 1 ", "a = [1\n", "a = {b = 1\n", "a = \"\n", "a = '\n", "a: b\n", "a:b", "a:\"b\"", ":", ": ", "\":", "a:\"", "a:\"\n",
    "=", "= ", "=\n", "==", "=>", ",", ", ", ",\n", "\"", "\"\"", "\"a\" ", "\"a\"b", "\"a\"\"b\"", "\"\n", "\"a,\n", "\"\"\"", "\"\"\"\"", "'", "''", "'''", "'a' ",
    "\\", "\\\"", "\"\\", "\"\"\"\\", "\\u", "\\ud800", "\\x4", "\\e", "\0", "\u{1f}", "\u{7f}", "\r", "\r\n", "\n", " ", "\t", "\t\n", "#", "#\n", "#\r", "é", "“", "“a\n",
    "1", "1_", "1.", "0", "00 ", "0x", "+", "-", "+1 ", "e", "1e", "inf ", "nan\n", "2024-01-15 ", "2024-01-15 12:30 ", "12:30 ", "true", "true ", "a;", ";", "//", "1 //\n",
    "[1\n[", "[\n\"a\"\n", "[1 ", "[\"a\" ", "[a=", "[1}", "{a=1]", "[{", "[{a=1}\n", "{a=[", "a b = ", "a b c ",
];

#[test]
fn a_lot_of_one_piece() {
    for &piece in PIECES {
        for start in ["", "a = [", "a = {", "a = \"", "a = \"\"\"", "[", "a = [\n", "a: "] {
            // What is quadratic takes minutes at this length already.
            let length = if start.is_empty() { 1 << 17 } else { 1 << 14 };
            let text = format!("{start}{}", piece.repeat(length / piece.len()));
            within_time(text.as_bytes(), |parsed| assert_eq!(parsed.documents.len(), 1));
        }
    }
}

const DOCUMENTS: [&str; 4] = [
    "name = \"w\"\n[[vpc_services]]\nbinding = \"A\"\nservice_id = \"0199295b-b3ac-7760-8246-bca40877b3e9\" # a\n[[vpc_services]]\nbinding = 'B'\n",
    "a.b = [1, 0xFF, -1.5e3, inf, {c = true, d.e = 1979-05-27T07:32:00Z}]\n\"f g\" = \"\"\"h\n\\\n  i\"\"\"\r\n[a.\"j\".k]\nl = 12:30:00\n",
    "[env.production]\nvars = { X = \"\\u00fc\\n\", Y = '''z''' }\n[env.production.limits]\ncpu_ms = 50_000\n[[env.production.vpc_networks]]\nremote = false\n",
    "ü: b\na = 080 # ü\n[[v]\nx = [1 2\ny = {z = \"a, b = 1}\n",
];

#[rustfmt::skip]
const INSERTED: &[&str] = &[
    "\"", "'", "\"\"\"", "'''", "\\", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", ":", "#", "\n", "\r", "\r\n", " ", "\t", "\0", "a", "é", "“", "1", "_", "+", "-", "0x",
    "1979-05-27", "12:30", "true", "inf", "\\e", "\\x4", "\\u12", "\\ud800", ";", "//", "[a]\n", "a = 1\n", "\u{feff}",
];

/// Marsaglia's xorshift, from a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is less than a usize")
    }

    /// Changes the text in one place.
    fn mutate(&mut self, text: &mut String) {
        let place = |text: &str, at: usize| text.floor_char_boundary(at);
        let at = place(text, self.below(text.len() + 1));
        let end = place(text, text.len().min(at + self.below(12)));
        let end = end.max(at);
        match self.below(5) {
            0 => text.replace_range(at..end, ""),
            1 => {
                let copy = text[at..end].to_owned();
                let to = place(text, self.below(text.len() + 1));
                text.insert_str(to, &copy);
            }
            2 if self.below(4) == 0 => text.truncate(at),
            _ => text.insert_str(at, INSERTED[self.below(INSERTED.len())]),
        }
    }
}

#[test]
fn no_mutation_makes_it_fall_over() {
    let mut random = Random(0x5EED_0FC0_FFEE_1234);
    let mut valid = 0;
    for round in 0..40_000 {
        let mut text = DOCUMENTS[round % DOCUMENTS.len()].to_owned();
        for _ in 0..=random.below(4) {
            random.mutate(&mut text);
        }
        within_time(text.as_bytes(), |parsed| {
            let has_errors = !parsed.diagnostics.is_empty();
            valid += usize::from(!has_errors);
            // What is left out is told.
            let is_whole = parsed.documents.iter().flat_map(Tree::nodes).all(Node::is_complete);
            assert!(is_whole || has_errors, "{text:?}");
        });
    }
    assert!((2_000..38_000).contains(&valid), "{valid} of 40000 have no mistake, so that the test shows little");
}
