//! YAML made to take memory or time without bounds, or to break the reader. Each text is read within seconds, also without
//! optimisation.

#![cfg(feature = "yaml")]

use std::time::{Duration, Instant};

use vpcheck_syntax::{Diagnostic, Kind, Node, Source, Syntax, Tree, limits, parse};

/// What one text may take without optimisation on a slow machine.
const TIME: Duration = Duration::from_secs(20);

/// Reads the text, looks at every value of it, and gives what `look` makes of it; all of that in time.
#[track_caller]
fn within_time<R>(text: &[u8], look: impl FnOnce(&[Tree<'_>], &[Diagnostic]) -> R) -> R {
    let start = Instant::now();
    let source = Source::new("hostile.yaml", text, Syntax::Yaml);
    let parsed = parse(&source);
    let shown = String::from_utf8_lossy(&text[..text.len().min(60)]);
    for node in parsed.documents.iter().flat_map(Tree::nodes) {
        for span in [Some(node.span()), node.name_span()].into_iter().flatten() {
            let (start, end) = (span.start as usize, span.end as usize);
            assert!(start <= end && end <= text.len(), "{shown:?}… {span:?}");
            assert!(str::from_utf8(&text[start..end]).is_ok(), "{shown:?}… {span:?}");
        }
    }
    for found in &parsed.diagnostics {
        let edits = found.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span);
        for span in [found.span].into_iter().chain(found.labels.iter().map(|label| label.span)).chain(edits) {
            assert!(span.start <= span.end && span.range().end <= text.len(), "{shown:?}… {found:?}");
        }
        assert!(found.message.len() < 1000, "{shown:?}… {found:?}");
    }
    for comment in &parsed.comments {
        assert!(text[comment.range()].starts_with(b"#"), "{shown:?}… {comment:?}");
    }
    let result = look(&parsed.documents, &parsed.diagnostics);
    assert!(start.elapsed() < TIME, "{shown:?}… takes {:?}", start.elapsed());
    assert!(parsed.diagnostics.len() <= limits::DIAGNOSTICS, "{shown:?}…");
    assert!(parsed.diagnostics.is_sorted_by_key(|diagnostic| diagnostic.span.start), "{shown:?}…");
    result
}

fn rules(diagnostics: &[Diagnostic]) -> Vec<&'static str> {
    diagnostics.iter().map(|diagnostic| diagnostic.rule).collect()
}

fn lines(count: usize, each: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |text, index| text + &each(index))
}

#[test]
fn a_scalar_of_10_megabytes() {
    for (before, after) in
        [("a: ", "\n"), ("a: \"", "\"\n"), ("a: '", "'\n"), ("a: |\n  ", "\n"), ("a: >\n  ", "\n"), ("# ", "\na: b")]
    {
        let text = format!("{before}{}{after}", "ü ".repeat(3_300_000));
        within_time(text.as_bytes(), |trees, diagnostics| {
            assert_eq!(rules(diagnostics), [""; 0], "{before}");
            assert_eq!(trees.len(), 1);
        });
    }
    // Many lines, which are one text.
    for (before, line, after) in [
        ("a: x\n", "  word\n", ""),
        ("a: \"\n", "  word\n", "  \"\n"),
        ("a: |\n", "  word\n", ""),
        ("a: >\n", "  word\n\n", ""),
    ] {
        let text = format!("{before}{}{after}", line.repeat(500_000));
        within_time(text.as_bytes(), |trees, diagnostics| {
            assert_eq!(rules(diagnostics), [""; 0], "{before}");
            assert_eq!(trees.len(), 1);
        });
    }
}

#[test]
fn a_hundred_thousand_members() {
    let members = lines(100_000, |index| format!("member {index}: {index}\n"));
    within_time(members.as_bytes(), |trees, diagnostics| {
        assert!(diagnostics.is_empty());
        assert_eq!(trees.first().map(|tree| tree.root().members().len()), Some(100_000));
    });
    within_time("a: 1\n".repeat(100_000).as_bytes(), |_, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
    });
    let flow = format!("{{{}}}", "a: [b, {c: d}],\n".repeat(50_000));
    within_time(flow.as_bytes(), |_, diagnostics| assert_eq!(diagnostics.len(), limits::DIAGNOSTICS));
}

#[test]
fn a_hundred_thousand_documents_and_comments() {
    within_time("--- no\n# c\n".repeat(100_000).as_bytes(), |trees, diagnostics| {
        assert_eq!((trees.len(), diagnostics.len()), (100_000, limits::DIAGNOSTICS));
    });
    within_time("---\n".repeat(200_000).as_bytes(), |trees, diagnostics| {
        assert_eq!((trees.len(), diagnostics.len()), (0, 0));
    });
    within_time("--- [\n".repeat(50_000).as_bytes(), |_, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
    });
    let comments = format!("a:\n{}  b: 1\n", "  # c\n".repeat(200_000));
    within_time(comments.as_bytes(), |trees, diagnostics| assert_eq!((trees.len(), diagnostics.len()), (1, 0)));
    let comments = format!("[a,\n{} b]\n", "  # c\n".repeat(200_000));
    within_time(comments.as_bytes(), |trees, diagnostics| assert_eq!((trees.len(), diagnostics.len()), (1, 0)));
}

#[test]
fn a_hundred_thousand_errors() {
    for line in [
        "a: b: c\n",
        "- \"x\" y\n",
        "\ta: b\n",
        "a: [\nb: c\n",
        "<<<<<<< a\nb: c\n",
        "a: \"\n",
        "@\n",
        "  a: b\n c: d\n",
    ] {
        within_time(line.repeat(50_000).as_bytes(), |_, diagnostics| assert!(!diagnostics.is_empty(), "{line}"));
        within_time(format!("---\n{line}").repeat(20_000).as_bytes(), |_, _| ());
    }
}

#[test]
fn depth_has_a_limit() {
    let flow = |depth: usize| format!("{}0{}", "[".repeat(depth), "]".repeat(depth));
    let mappings = |depth: usize| format!("{}0{}", "{a: ".repeat(depth), "}".repeat(depth));
    let compact = |depth: usize| format!("{}0", "- ".repeat(depth));
    let block = |depth: usize| lines(depth, |level| format!("{}a:\n", " ".repeat(level)));
    for make in [&flow as &dyn Fn(usize) -> String, &mappings, &compact, &block] {
        within_time(make(limits::DEPTH).as_bytes(), |trees, diagnostics| {
            assert_eq!(rules(diagnostics), [""; 0], "{}", make(2));
            assert_eq!(trees.first().map(|tree| tree.nodes().len()), Some(limits::DEPTH + 1));
        });
        for over in [limits::DEPTH + 1, 255, 256, 1_200, 3_000] {
            within_time(make(over).as_bytes(), |trees, diagnostics| {
                assert_eq!(rules(diagnostics), ["depth-limit"], "{} {over}", make(2));
                assert_eq!(diagnostics[0].pointer.matches('/').count(), limits::DEPTH);
                assert!(trees.iter().all(|tree| tree.nodes().last().is_some_and(|node| !node.is_complete())));
            });
        }
    }
}

#[test]
fn deep_nesting_takes_no_longer_than_its_text() {
    for (open, count) in [
        ("[", 2_000_000),
        ("{a: ", 500_000),
        ("- ", 500_000),
        ("? ", 500_000),
        ("[{a: ", 500_000),
        ("!!seq [", 200_000),
    ] {
        within_time(open.repeat(count).as_bytes(), |_, diagnostics| {
            assert_eq!(rules(diagnostics), ["depth-limit"], "{open}");
        });
    }
    // Mappings in flow sequences open without a bracket.
    within_time("[a: ".repeat(200_000).as_bytes(), |_, diagnostics| assert_eq!(rules(diagnostics), ["depth-limit"]));
    within_time("!x [".repeat(200_000).as_bytes(), |_, diagnostics| assert_eq!(rules(diagnostics), ["depth-limit"]));
    for close in ["]", "}"] {
        within_time(close.repeat(1_000_000).as_bytes(), |_, diagnostics| {
            assert_eq!(rules(diagnostics), ["yaml-syntax"]);
        });
    }
}

#[test]
fn aliases_have_a_limit() {
    // Each alias repeats a list with one element: two values.
    let text = |count: usize| format!("- &a [x]\n{}", "- *a\n".repeat(count));
    let most = limits::ALIAS_NODES / 2;
    for (count, expected) in [(most, &[][..]), (most + 1, &["alias-limit"])] {
        within_time(text(count).as_bytes(), |trees, diagnostics| {
            assert_eq!(rules(diagnostics), expected, "{count}");
            let last = trees.first().and_then(|tree| tree.root().elements().last());
            assert_eq!(last.map(Node::is_complete), Some(expected.is_empty()));
        });
    }
}

/// Lines of which each repeats the line before it many times.
fn laughs(first: &str, each: impl Fn(usize) -> String) -> String {
    (1..30).fold(format!("a0: &a0 {first}\n"), |text, line| text + &format!("a{line}: &a{line} {}\n", each(line - 1)))
}

#[test]
fn billions_of_laughs_are_not_laughed() {
    let nine = |name: usize| format!("[{}]", vec![format!("*a{name}"); 9].join(", "));
    let maps =
        |name: usize| format!("{{{}}}", (0..9).map(|key| format!("k{key}: *a{name}")).collect::<Vec<_>>().join(", "));
    let merges = |name: usize| format!("{{<<: [{}], k{name}: 1}}", vec![format!("*a{name}"); 9].join(", "));
    for text in [laughs("[lol]", nine), laughs("{k: lol}", maps), laughs("{k: 1}", merges)] {
        within_time(text.as_bytes(), |trees, diagnostics| {
            assert_eq!(rules(diagnostics), ["alias-limit"]);
            let size: usize = trees.iter().map(|tree| tree.nodes().len()).sum();
            assert!(size <= limits::ALIAS_NODES + text.len(), "{size}");
        });
    }
}

#[test]
fn many_merges_of_many_members() {
    let members = lines(10_000, |index| format!("  m{index}: 1\n"));
    let text = format!("base: &base\n{members}{}", lines(10_000, |index| format!("s{index}: {{<<: *base}}\n")));
    within_time(text.as_bytes(), |_, diagnostics| assert_eq!(rules(diagnostics), ["alias-limit"]));
    let text = format!("a: &a {{b: 1}}\nc: {{<<: [{}]}}\n", "*a, ".repeat(100_000));
    within_time(text.as_bytes(), |trees, diagnostics| {
        assert_eq!(rules(diagnostics), [""; 0]);
        assert_eq!(trees.first().map(|tree| tree.nodes().len()), Some(5));
    });
}

#[test]
fn many_anchors() {
    let text = lines(100_000, |index| format!("- &a{index} {index}\n- *a{index}\n"));
    within_time(text.as_bytes(), |trees, diagnostics| {
        assert_eq!(rules(diagnostics), [""; 0]);
        assert_eq!(
            trees.first().map(|tree| tree.nodes().filter(|node| node.kind() == Kind::Number).count()),
            Some(200_000)
        );
    });
    within_time(format!("- *{}\n", "x".repeat(1_000_000)).as_bytes(), |_, diagnostics| {
        assert_eq!(rules(diagnostics), ["yaml-syntax"]);
    });
    within_time("- *x\n".repeat(100_000).as_bytes(), |_, diagnostics| {
        assert_eq!(diagnostics.len(), limits::DIAGNOSTICS);
    });
}

#[test]
fn long_numbers() {
    for digits in ["1", "0", "1_0", "7:", "0x1", "1e", ".5"] {
        let text = format!(
            "- {}\n- 0x{}\n- {}1\n- 1:{}\n",
            digits.repeat(200_000),
            "f".repeat(200_000),
            "0".repeat(200_000),
            "59:".repeat(100_000)
        );
        within_time(text.as_bytes(), |trees, _| assert_eq!(trees.len(), 1));
    }
}

/// Numbers that look random, from a seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits fit") % bound
    }
}

const SEEDS: [&str; 4] = [
    "# services\n- name: web-app # one\n  type: http\n  http_port: 017\n  host: &host\n    ipv4: \"10.0.0.1\"\n    network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}\n- <<: *host\n  on: !!str 80\n  x: !Ref y\n",
    "%YAML 1.2\n---\na: |\n  b\n  c\nd: >2-\n   e\n...\n---\n? - a\n: [b, {c: d}, 'e''f', \"\\u00fc\\n\"]\n--- !!map\n<<: [{a: 1}, {b: 2}]\n",
    "a:\n  - b: c\n    d:\n    - e\n    -\n  - 12:30\n  - 0x1F\n  - .inf\n  - ~\nf: \"x\n  y\"\ng: x\n  y\n",
    "\u{feff}a: ü\r\nb:\r\n  - c # d\r\n\te: \u{85}\u{2028}\r\n'f': {\"g\":1,h}\r\n",
];

const PIECES: [&str; 34] = [
    ":", ": ", "- ", "? ", "\n", "\n  ", "\t", " ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!", "!!int ",
    "!<", "|", ">", "|2-\n", "'", "\"", "\\", "%", "@", "---\n", "...\n", "<<: ", "\r", "\u{feff}", "ü",
];

#[test]
fn nothing_makes_it_panic() {
    let mut random = Random(7);
    for round in 0..5_000 {
        let mut text = SEEDS[round % SEEDS.len()].as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            let at = random.below(text.len() + 1);
            match random.below(5) {
                0 => text.truncate(at),
                1 => {
                    let end = (at + random.below(12)).min(text.len());
                    text.drain(at..end);
                }
                2 => text.insert(at, u8::try_from(random.below(256)).expect("it is a byte")),
                3 => {
                    let end = (at + random.below(40)).min(text.len());
                    let part = text[at..end].to_vec();
                    let to = random.below(text.len() + 1);
                    text.splice(to..to, part);
                }
                _ => {
                    let piece = PIECES[random.below(PIECES.len())].bytes();
                    text.splice(at..at, piece);
                }
            }
        }
        within_time(&text, |_, _| ());
    }
    for _ in 0..2_500 {
        let length = random.below(40);
        let text: String = (0..length).map(|_| PIECES[random.below(PIECES.len())]).collect();
        within_time(text.as_bytes(), |_, _| ());
        let bytes: Vec<u8> = (0..length).map(|_| u8::try_from(random.below(256)).expect("it is a byte")).collect();
        within_time(&bytes, |_, _| ());
    }
}

#[test]
fn every_beginning_of_a_text_is_read() {
    for seed in SEEDS {
        for end in 0..seed.len() {
            within_time(&seed.as_bytes()[..end], |_, _| ());
        }
    }
}
