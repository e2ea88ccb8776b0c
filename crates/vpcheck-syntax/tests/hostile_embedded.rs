//! Markdown and shell scripts made to take memory or time without bounds.

use std::time::{Duration, Instant};

use vpcheck_syntax::{Kind, Node, Parsed, Source, Syntax, Tree, limits, parse};

/// What one text may take without optimisation on a slow machine that does other work as well.
const TIME: Duration = Duration::from_secs(30);

/// Reads the text in time, and checks what holds for every text.
fn within_time<R>(text: &str, syntax: Syntax, look: impl FnOnce(&Parsed<'_>) -> R) -> R {
    let start = Instant::now();
    let source = Source::new("hostile", text.as_bytes(), syntax);
    let parsed = parse(&source);
    let shown: String = text.chars().take(20).collect();
    assert!(start.elapsed() < TIME, "{shown:?}… takes {:?}", start.elapsed());
    for span in parsed.documents.iter().flat_map(Tree::nodes).map(Node::span).chain(parsed.comments.iter().copied()) {
        assert!(text.get(span.range()).is_some(), "{shown:?}… {span:?}");
    }
    assert!(parsed.documents.is_sorted_by_key(|tree| tree.root().span().start), "{shown:?}…");
    assert!(parsed.comments.is_sorted_by_key(|span| span.start), "{shown:?}…");
    assert!(parsed.diagnostics.len() <= limits::DIAGNOSTICS, "{shown:?}…");
    for diagnostic in &parsed.diagnostics {
        assert!(text.get(diagnostic.span.range()).is_some(), "{shown:?}… {diagnostic:?}");
    }
    look(&parsed)
}

#[test]
fn a_hundred_thousand_blocks() {
    for (block, kind) in [
        ("```json\n{}\n```\n", Kind::Object),
        ("~~~json\n!\n~~~\n", Kind::Unknown),
        ("> ```json\n> [1,\n> 2]\n\n", Kind::Array),
        ("- ```json\n  [1]\n", Kind::Array),
        ("```sh\nwrangler vpc service create a\n```\n", Kind::Array),
    ] {
        within_time(&block.repeat(100_000), Syntax::Markdown, |parsed| {
            assert_eq!(parsed.documents.len(), 100_000, "{block:?}");
            assert!(parsed.documents.iter().all(|tree| tree.root().kind() == kind), "{block:?}");
            assert_eq!(parsed.documents.last().map(Tree::prefix), Some("/99999"));
            assert_eq!(
                parsed.diagnostics.len(),
                if block.contains('!') { limits::DIAGNOSTICS } else { 0 },
                "{block:?}"
            );
        });
    }
}

#[test]
fn containers_have_a_limit() {
    for (marker, inside) in [("> ", "> "), ("- ", "  "), ("1. ", "   ")] {
        let text = |depth: usize| format!("{0}```json\n{1}[1]\n{1}```\n", marker.repeat(depth), inside.repeat(depth));
        within_time(&text(limits::CONTAINERS), Syntax::Markdown, |parsed| assert_eq!(parsed.documents.len(), 1));
        within_time(&text(limits::CONTAINERS + 1), Syntax::Markdown, |parsed| assert_eq!(parsed.documents.len(), 0));
        within_time(&text(100_000), Syntax::Markdown, |parsed| assert_eq!(parsed.documents.len(), 0));
        // Each line is looked at for every container that is open.
        let deep = marker.repeat(limits::CONTAINERS);
        for line in ["\n", "x\n", &inside.repeat(limits::CONTAINERS), &format!("{}\n", " ".repeat(300)), "\t\n"] {
            let count = 2_000_000 / line.len();
            within_time(&format!("{deep}\n{}", line.repeat(count.min(100_000))), Syntax::Markdown, |_| ());
        }
    }
}

#[test]
fn nesting_in_a_shell_has_a_limit() {
    let command = "wrangler vpc service create a";
    for (start, end) in
        [("$(", ")"), ("(", ")"), ("${a:-", "}"), ("\"${a:-", "}\""), ("`\"", "\"`"), ("$((", "))"), ("<(", ")")]
    {
        for depth in [1, 20, 100_000] {
            let text = format!("{command} {}{}", start.repeat(depth), end.repeat(depth));
            let is_deep = within_time(&text, Syntax::Shell, |parsed| {
                parsed.diagnostics.iter().any(|found| found.rule == "depth-limit")
            });
            // A parenthesis ends the command, and so does what is deeper than it.
            assert!(is_deep == (depth > 20) || matches!(start, "(" | "`\""), "{start} {depth}");
        }
    }
    let nested = |depth: usize| format!("{command} {}{}", "$(".repeat(depth), ")".repeat(depth));
    for (depth, expected) in [(limits::DEPTH - 1, 0), (limits::DEPTH, 1)] {
        within_time(&nested(depth), Syntax::Shell, |parsed| assert_eq!(parsed.diagnostics.len(), expected));
    }
}

#[test]
fn ten_megabytes_in_one_line() {
    for piece in [
        "a",
        "a ",
        " ",
        "\t",
        "'",
        "\"",
        "\\",
        "`",
        "$",
        "$(",
        "${",
        "(",
        ")",
        ">",
        "<",
        "<a",
        "<a>",
        "#",
        " #",
        ";",
        "=",
        "{",
        "{a,",
        "<<a",
        "<!--",
        "-->",
        "<!-- -->",
        "`` ",
        "```",
        "- ",
        "1. ",
        "> ",
        "ü",
        "a'b'",
        "\"$x\"",
        "case ",
        "wrangler ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        within_time(&format!("wrangler vpc service create {text}"), Syntax::Shell, |_| ());
        within_time(&text, Syntax::Shell, |_| ());
        within_time(&text, Syntax::Markdown, |_| ());
        within_time(&format!("```sh\n$ {text}"), Syntax::Markdown, |_| ());
        within_time(&format!("```json\n{text}"), Syntax::Markdown, |_| ());
    }
    let long = "x ".repeat(5_000_000);
    within_time(&long, Syntax::Markdown, |_| ());
    within_time(&long, Syntax::Shell, |parsed| assert!(parsed.documents.is_empty()));
    within_time(&format!("wrangler vpc service create '{long}'"), Syntax::Shell, |parsed| {
        assert_eq!(parsed.documents.first().map(|tree| tree.root().elements().len()), Some(5));
    });
    within_time(&format!("wrangler vpc service create {}", &long[..1_000_000]), Syntax::Shell, |parsed| {
        assert_eq!(parsed.documents.first().map(|tree| tree.root().elements().len()), Some(500_004));
    });
}

/// Pieces whose repetition, line by line, may make a reader look at the same text again and again.
#[rustfmt::skip]
const LINES: &[&str] = &[
    "<<a\n", "cat <<a <<b\n", "<<-'a'\n\ta\n", "a\\\n", "'\n", "\"\n", "`\n", "$(\n", "(\n", ")\n", "case a in\n", "esac\n", "a)\n", "#\n", "{\n", "<(\n",
    "wrangler vpc service create '\n", "wrangler vpc service create $(\n", "wrangler vpc service create a\\\n", "wrangler\n", "sudo \\\n",
    "```\n", "```json\n", "```sh\n", "~~~\n", "> ```json\n", "- ```json\n", "> >\n", "- -\n", "1.\n", "-\n", "  -\n", "<!--\n", "-->\n", "<!-- -->\n", "<pre>\n",
    "</pre>\n", "<?\n", "$ a\n", "$ a\\\n", "> ```sh\n> $ a\n", "\r\n", "\r", "\n", "    \n", "`a\n", "``` `\n",
];

#[test]
fn one_line_again_and_again() {
    for &line in LINES {
        for start in ["", "```sh\n", "> ```json\n", "wrangler vpc service create \""] {
            let text = format!("{start}{}", line.repeat(100_000 / line.len()));
            within_time(&text, Syntax::Markdown, |_| ());
            within_time(&text, Syntax::Shell, |_| ());
        }
    }
}

#[test]
fn any_two_pieces_are_read() {
    for one in LINES {
        for other in LINES {
            let text = format!("{one}{other}wrangler vpc service create a\n{one}{other}");
            within_time(&text, Syntax::Markdown, |_| ());
            within_time(&text, Syntax::Shell, |_| ());
        }
    }
}
