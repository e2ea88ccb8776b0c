//! How `full` shows what a fix changes, compared with a file.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p vpcheck-report` writes the file; read it before you keep it.

mod compare;

use compare::compare;
use vpcheck_report::{Color, Format, Links, Renderer, rule_url};
use vpcheck_syntax::{Diagnostic, Edit, Fix, Safety, Severity, Source, Span, Syntax};
use vpcheck_validate::Report;

/// A change of a text: what there is, found once, and what is written instead.
type Change<'t> = (&'t str, &'t str);

/// What a text is about, the text, and its changes.
type Case<'t> = (&'t str, &'t str, Syntax, Option<&'t str>, Safety, &'t [Change<'t>]);

fn span(text: &str, needle: &str) -> Span {
    let start = text.find(needle).expect("the text has it");
    let offset = |offset: usize| u32::try_from(offset).expect("the text is short");
    Span::new(offset(start), offset(start + needle.len()))
}

fn draw(text: &str, syntax: Syntax, help: Option<&str>, safety: Safety, changes: &[Change<'_>]) -> String {
    let source = Source::new("services/web", text.as_bytes(), syntax);
    let edits: Vec<Edit> =
        changes.iter().map(|(old, new)| Edit { span: span(text, old), text: (*new).to_owned() }).collect();
    let mut finding =
        Diagnostic::new("wrong-network", Severity::Error, edits[0].span, "wrong").with_fix(Fix { safety, edits });
    finding.help = help.map(str::to_owned);
    let report = Report::new(&source, vec![finding], 1);
    Renderer::new(Format::Full).with_width(80).part(&report, &source).as_str().to_owned()
}

const JSON: &str = "{\n  \"name\": \"web\",\n  \"created_at\": \"2025-01-01\",\n  \"host\": {\n    \"hostname\": \"a.example.com\",\n    \"network\": {\"tunnel_id\": \"x\"}\n  }\n}\n";

#[test]
fn fixes_are_patches() {
    let minified =
        format!("{{\"name\": \"{}\", \"network\": {{}}, \"x\": \"{}\"}}", "n".repeat(300), "日本".repeat(300));
    let table: [Case<'_>; 11] = [
        (
            "a name",
            JSON,
            Syntax::Json,
            Some("rename `network` to `resolver_network`"),
            Safety::Safe,
            &[("\"network\"", "\"resolver_network\"")],
        ),
        ("without help", JSON, Syntax::Json, None, Safety::Unsafe, &[("\"web\"", "\"web-app\"")]),
        ("a member less", JSON, Syntax::Json, None, Safety::Safe, &[("  \"created_at\": \"2025-01-01\",\n", "")]),
        (
            "a last member less",
            JSON,
            Syntax::Json,
            None,
            Safety::Safe,
            &[(",\n    \"network\": {\"tunnel_id\": \"x\"}", "")],
        ),
        (
            "a member more",
            JSON,
            Syntax::Json,
            None,
            Safety::Safe,
            &[("\"name\": \"web\",", "\"name\": \"web\",\n  \"type\": \"http\",")],
        ),
        (
            "two on one line",
            JSON,
            Syntax::Json,
            None,
            Safety::Safe,
            &[("\"network\"", "\"resolver_network\""), ("\"x\"", "\"y\"")],
        ),
        (
            "two far from each other",
            JSON,
            Syntax::Json,
            None,
            Safety::Safe,
            &[("\"web\"", "\"a\""), ("\"x\"", "\"y\"")],
        ),
        ("one long line", &minified, Syntax::Json, None, Safety::Safe, &[("\"network\"", "\"resolver_network\"")]),
        (
            "lines that end with CR LF",
            "{\r\n  \"http_port\": \"80\",\r\n  \"a\": 1\r\n}",
            Syntax::Json,
            None,
            Safety::Safe,
            &[("\"80\"", "80")],
        ),
        (
            "text that is obeyed",
            "{\"na\u{1b}[2Jme\": 1, \"##[error]\": \"\u{202e}\"}",
            Syntax::Json,
            None,
            Safety::Safe,
            &[("1", "\"\u{1b}]0;x\u{7}##[error]\u{202e}\"")],
        ),
        (
            "a shell",
            "wrangler vpc service create web \\\n  --type http --ipv4 10.0.0.1/32\n",
            Syntax::Shell,
            None,
            Safety::Unsafe,
            &[("10.0.0.1/32", "10.0.0.1")],
        ),
    ];
    let mut text = String::new();
    for (what, document, syntax, help, safety, changes) in table {
        text.extend(["## ", what, "\n\n", &draw(document, syntax, help, safety, changes), "\n"]);
    }
    compare("fixes.full", &text);
}

#[test]
fn a_fix_that_is_too_long_is_left_out() {
    for (length, is_shown) in [(2000, true), (3000, false)] {
        let new = format!("\"{}\"", "x".repeat(length));
        let text = draw(JSON, Syntax::Json, Some("write less"), Safety::Safe, &[("\"web\"", &new)]);
        assert_eq!(text.contains("fix: write less"), is_shown, "{text}");
        assert_eq!(text.contains("= help: write less"), !is_shown, "{text}");
    }
}

#[test]
fn links_lead_to_pages_where_colours_are() {
    let source = Source::json("web.json", JSON.as_bytes());
    let finding = Diagnostic::new("wrong-network", Severity::Error, Span::new(0, 1), "wrong");
    let report = Report::new(&source, vec![finding], 1);
    let renderer = Renderer::new(Format::Full).with_links(Links::Always);
    let link = format!("\u{1b}]8;;{}\u{1b}\\", rule_url("wrong-network"));
    assert!(!renderer.render(&[(&report, &source)]).contains('\u{1b}'));
    assert!(renderer.clone().with_color(Color::Always).render(&[(&report, &source)]).contains(&link));
    let without = renderer.with_color(Color::Always).with_links(Links::Never).render(&[(&report, &source)]);
    assert!(!without.contains("\u{1b}]8"), "{without}");
}
