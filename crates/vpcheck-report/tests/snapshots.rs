//! Every format on findings of every kind, compared with files.
//!
//! `UPDATE_SNAPSHOTS=1 cargo test -p vpcheck-report` writes the files; read them before you keep them.

mod compare;

use std::path::Path;

use compare::compare;
use serde_json::Value;
use vpcheck_report::{Color, Format, Renderer, escape};
use vpcheck_syntax::{Diagnostic, Edit, Fix, Safety, SchemaPointer, Severity, Source, Span};
use vpcheck_validate::Report;

const PRETTY: &str = r#"{
  "name": "web-app",
  "type": "http",
  "http_port": 70000,
  "https_port": 8080,
  "host": {
    "ipv4": "10.0.0.1",
    "hostname": "db.internal",
    "network": {
      "tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"
    }
  }
}
"#;

/// The `occurrence`th place of `needle`, from 0.
fn span(text: &str, needle: &str, occurrence: usize) -> Span {
    let (start, found) = text.match_indices(needle).nth(occurrence).expect("the needle is there");
    let offset = |offset: usize| u32::try_from(offset).expect("the text is short");
    Span::new(offset(start), offset(start + found.len()))
}

fn diagnostic(severity: Severity, rule: &'static str, span: Span, pointer: &str, message: &str) -> Diagnostic {
    Diagnostic::new(rule, severity, span, message).with_pointer(pointer)
}

fn compare_formats(name: &str, text: &str, file: &str, diagnostics: Vec<Diagnostic>) {
    let source = Source::json(file, text.as_bytes());
    let report = Report::new(&source, diagnostics, 1);
    for format in Format::ALL {
        let text = Renderer::new(format).with_width(80).render(&[(&report, &source)]);
        let text = if format == Format::Sarif { without_pages(&text) } else { text };
        compare(&format!("{name}.{format}"), &text);
    }
}

/// A log on many lines, without what it repeats of the pages of rules.
fn without_pages(log: &str) -> String {
    let mut log: Value = serde_json::from_str(log).expect("the log is JSON");
    for rule in
        log["runs"][0]["tool"]["driver"]["rules"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut)
    {
        rule.retain(|name, _| ["id", "helpUri", "defaultConfiguration"].contains(&name.as_str()));
    }
    let text = serde_json::to_string_pretty(&log).expect("it is JSON");
    text.split('\n').flat_map(|line| [escape(line).into_owned(), "\n".to_owned()]).collect()
}

#[test]
fn a_document_with_findings_of_every_kind() {
    let mut port = diagnostic(
        Severity::Error,
        "port-range",
        span(PRETTY, "70000", 0),
        "/http_port",
        "`http_port` is 70000, and a port is between 1 and 65535",
    );
    port.schema = Some(SchemaPointer::keyword("/$defs/Port", "maximum"));
    let mut host = diagnostic(
        Severity::Error,
        "address-and-hostname",
        Span::new(span(PRETTY, "{", 1).start, span(PRETTY, "}", 1).end + 3),
        "/host",
        "`host` has both `ipv4` and `hostname`: keep one",
    )
    .with_label(span(PRETTY, "\"ipv4\"", 0), "an address")
    .with_label(span(PRETTY, "\"hostname\"", 0), "a hostname")
    .with_help("an address is reached through `network`, a hostname through `resolver_network`");
    host.note = Some("read as an HTTP service".to_owned());
    let edit = Edit { span: span(PRETTY, "8080", 0), text: "8443".to_owned() };
    let twice = diagnostic(
        Severity::Warning,
        "same-port-twice",
        span(PRETTY, "8080", 0),
        "/https_port",
        "both schemes are on port 8080",
    )
    .with_label(span(PRETTY, "70000", 0), "also here")
    .with_fix(Fix { safety: Safety::Unsafe, edits: vec![edit] });
    let info = diagnostic(Severity::Info, "one-port", span(PRETTY, "\"http\"", 0), "/type", "the other scheme is off");
    compare_formats("pretty", PRETTY, "services/web.json", vec![port, host, twice, info]);
}

#[test]
fn a_document_on_one_line() {
    let before = r#""unused": "0123456789", "#.repeat(40);
    let after = r#", "unused": "日本語""#.repeat(40);
    let text = format!(r#"{{{before}"http_port": 8080, "https_port": 8080{after}, "last": "10.0.0.1/8"}}"#);
    let near =
        diagnostic(Severity::Warning, "same-port-twice", span(&text, "8080", 1), "/https_port", "port 8080 twice")
            .with_label(span(&text, "8080", 0), "also here");
    let far = diagnostic(Severity::Error, "invalid-ipv4", span(&text, "\"10.0.0.1/8\"", 0), "/last", "no address")
        .with_label(span(&text, "8080", 0), "the port is here");
    let whole = Span::new(0, u32::try_from(text.len()).expect("the text is short"));
    let whole = diagnostic(Severity::Error, "missing-member", whole, "", "`name` is missing");
    let first = diagnostic(Severity::Warning, "unknown-member", span(&text, "\"unused\"", 0), "/unused", "not known");
    compare_formats("one-line", &text, "min.json", vec![near, far, whole, first]);
}

#[test]
fn text_that_a_terminal_would_obey() {
    let text = "{\"na\u{1b}[2Jme\": \"\u{202e}txt\u{7f}\u{9b}31m\",\r\n\t\"type\":\t\"tcp\u{200b}\",\r\"host\": \"日本\", \"x\": 1}";
    let name = diagnostic(
        Severity::Error,
        "json-syntax",
        span(text, "\u{1b}", 0),
        "/na\u{1b}[2Jme",
        "a control character, \u{1b}, in a string",
    )
    .with_help("write \u{9b} as an escape\nsequence")
    .with_label(span(text, "\u{202e}", 0), "and \u{202e} here");
    let hidden =
        diagnostic(Severity::Error, "unknown-value", span(text, "\"tcp\u{200b}\"", 0), "/type", "not `tcp\u{200b}`");
    let wide = diagnostic(Severity::Error, "wrong-type", span(text, "1", 1), "/x", "after wide characters");
    compare_formats("terminal", text, "a\u{1b}]0;b\u{7}\u{202e}.json", vec![name, hidden, wide]);
    for format in Format::ALL {
        let snapshot = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/snapshots/terminal.{format}"));
        let text = std::fs::read_to_string(snapshot).expect("the snapshot was just compared");
        let obeyed = |character: &char| {
            *character != '\n' && vpcheck_report::escape(&character.to_string()) != character.to_string()
        };
        assert_eq!(text.chars().find(obeyed), None, "{format}");
    }
}

#[test]
fn places_at_the_edges_of_a_text() {
    let source = Source::json("edge.json", b"\xEF\xBB\xBF{\"a\": \"\xff\xc3\"\n}\n".as_slice());
    let end = u32::try_from(source.bytes().len()).expect("the text is short");
    let diagnostics = vec![
        diagnostic(Severity::Warning, "byte-order-mark", Span::new(0, 3), "", "a byte order mark"),
        diagnostic(Severity::Error, "invalid-utf8", Span::new(10, 11), "/a", "no UTF-8"),
        diagnostic(Severity::Error, "json-syntax", Span::new(end, end), "", "the text ends here"),
        diagnostic(Severity::Error, "size-limit", Span::new(end + 7, end + 9), "", "past the end"),
    ];
    let report = Report::new(&source, diagnostics, 0);
    compare("edges.full", &Renderer::new(Format::Full).render(&[(&report, &source)]));
    let empty = Source::json("empty.json", b"".as_slice());
    let finding = diagnostic(Severity::Error, "json-syntax", Span::new(0, 0), "", "there is no value");
    let report = Report::new(&empty, vec![finding], 0);
    compare("empty.full", &Renderer::new(Format::Full).render(&[(&report, &empty)]));
}

#[test]
fn nothing_found_is_a_summary() {
    let source = Source::json("web.json", b"{}".as_slice());
    let report = Report::new(&source, Vec::new(), 1);
    let render = |format| Renderer::new(format).render(&[(&report, &source)]);
    assert_eq!(render(Format::Full), "checked 1 file with 1 service: 0 errors, 0 warnings\n");
    assert_eq!(render(Format::Concise), "checked 1 file with 1 service: 0 errors, 0 warnings\n");
    let json = "{\"version\":1,\"findings\":[],\"summary\":{\"files\":1,\"services\":1,\"errors\":0,\"warnings\":0}}\n";
    assert_eq!(render(Format::Json), json);
    assert_eq!(render(Format::JsonLines), "");
    assert_eq!(render(Format::Github), "checked 1 file with 1 service: 0 errors, 0 warnings\n");
    assert_eq!(render(Format::Gitlab), "[]\n");
    compare("nothing.sarif", &render(Format::Sarif));
    compare("nothing.junit", &render(Format::Junit));
}

#[test]
fn colours_are_there_when_asked_for() {
    let source = Source::json("web.json", PRETTY.as_bytes());
    let finding = diagnostic(Severity::Error, "port-range", span(PRETTY, "70000", 0), "/http_port", "no port");
    let report = Report::new(&source, vec![finding], 1);
    for format in Format::ALL {
        let renderer = Renderer::new(format);
        assert!(!renderer.render(&[(&report, &source)]).contains('\u{1b}'), "{format}");
        let colored = renderer.with_color(Color::Always).render(&[(&report, &source)]);
        assert_eq!(colored.contains('\u{1b}'), matches!(format, Format::Full | Format::Concise), "{format}");
    }
}

#[test]
fn of_a_long_line_only_what_is_near_is_written() {
    let text = format!("[{}0]", "1, ".repeat(1_000_000));
    let source = Source::json("long.json", text.as_bytes());
    let finding = |index: u32| {
        let span = Span::new(1 + index * 300, 2 + index * 300);
        diagnostic(Severity::Error, "wrong-type", span, "", "no").with_label(Span::new(1, 2), "first")
    };
    let report = Report::new(&source, (0..10).map(finding).collect(), 0);
    for format in Format::ALL {
        let text = Renderer::new(format).render(&[(&report, &source)]);
        assert!(text.len() < 15_000, "{format}: {}", text.len());
    }
}
