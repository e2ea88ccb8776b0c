//! Newline-delimited JSON gets the same verdict whether it is read some lines at a time or as a whole.

use std::fmt::Write as _;

use vpcheck_syntax::{Syntax, limits};
use vpcheck_validate::{Checker, Diagnostic, Lint, Marker, Operation, Source, Verdict};

const TUNNEL: &str = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

fn tcp(name: &str, address: &str, more: &str) -> String {
    format!(
        r#"{{"name": "{name}", "type": "tcp", "tcp_port": 80{more}, "host": {{"ipv4": "{address}", "network": {{"tunnel_id": "{TUNNEL}"}}}}}}"#
    )
}

/// What is known of a text when so many lines are read at once, and what is wrong in them; nothing where the text is to be read as a whole.
fn streamed(text: &str, at_once: usize, operation: Option<Operation>) -> Option<(Lint, Vec<Diagnostic>)> {
    let (checker, marker) = (Checker::new(), Marker::new());
    let mut stream = checker.stream(operation, &marker, "account");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let mut found = Vec::new();
    for some in lines.chunks(at_once) {
        found.extend(stream.lines(some.concat().as_bytes())?);
    }
    let (lint, _) = stream.finish()?;
    Some((lint, found))
}

fn whole(text: &str, operation: Option<Operation>) -> Lint {
    Checker::new().lint(&Source::new("all.ndjson", text.as_bytes(), Syntax::Ndjson), operation)
}

fn rules(diagnostics: &[Diagnostic]) -> Vec<(&'static str, String)> {
    let mut rules: Vec<_> = diagnostics.iter().map(|found| (found.rule, found.pointer.clone())).collect();
    rules.sort_unstable();
    rules
}

#[test]
fn what_is_given_is_what_the_whole_text_gives() {
    let (one, two) = (tcp("a", "10.0.0.1", ""), tcp("b", "10.0.0.2", ""));
    let answer = r#"{"success": true, "errors": [], "messages": [], "result": null}"#;
    let pieces = [
        &*one,
        &two,
        // The same name, the same origin, and the same port twice.
        &tcp("a", "10.0.0.3", ""),
        &tcp("c", "10.0.0.1", ""),
        r#"{"name": "d", "type": "http", "http_port": 80, "https_port": 80, "host": {"ipv4": "10.0.0.4", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#,
        &tcp("e", "10.0.0.5", r#", "tcp_port": 81"#),
        &tcp("", "10.0.0.6", r#", "Tcp_port": 81"#),
        answer,
        r#"{"log": "of somebody else"}"#,
        "",
        "{",
        "[\n]",
        "{\"a\":\n1}",
        "// a comment",
        "\u{FEFF}",
        "nul",
        "7",
    ];
    let mut given = 0;
    for first in pieces {
        for second in pieces {
            for third in ["", &*two] {
                let text = [first, second, third].join("\n");
                for operation in [None, Some(Operation::Request)] {
                    let lint = whole(&text, operation);
                    let mut said = Vec::new();
                    for at_once in [1, 2, 10] {
                        let Some((streamed, found)) = streamed(&text, at_once, operation) else { continue };
                        assert_eq!(rules(&found), rules(&lint.diagnostics), "{text}");
                        assert_eq!((streamed.services, streamed.verdict), (lint.services, lint.verdict), "{text}");
                        said.push(at_once);
                    }
                    given += said.len();
                    // Only what has to be told in other words is read as a whole.
                    let is_right = lint.diagnostics.is_empty() && !text.trim_ascii().is_empty();
                    assert!(!is_right || said == [1, 2, 10], "{said:?}: {text}");
                }
            }
        }
    }
    assert!(given > 300, "{given}");
}

#[test]
fn there_are_as_many_services_as_lines() {
    let mut text = String::new();
    for number in 0..1001 {
        let _ = writeln!(text, "{}", tcp(&number.to_string(), &format!("10.0.{}.{}", number >> 8, number & 255), ""));
    }
    for at_once in [1, 7, 1000, 5000] {
        let (lint, found) = streamed(&text, at_once, None).expect("no two services are equal");
        assert_eq!((lint.services, lint.verdict), (1001, Verdict::Ours), "{at_once}");
        // An account has a thousand at most.
        assert_eq!(rules(&found), [("too-many-services", "/1000".to_owned())], "{at_once}");
    }
    assert_eq!(rules(&whole(&text, None).diagnostics), [("too-many-services", "/1000".to_owned())]);
}

#[test]
fn more_findings_than_are_told_are_told_of_the_whole_text() {
    let line =
        |number: usize| tcp(&number.to_string(), &format!("10.0.{}.{}", number >> 8, number & 255), r#", "x": 1"#);
    let text = |count: usize| (0..count).map(line).collect::<Vec<_>>().join("\n");
    // One of them is that there are too many services.
    let (most, more) = (text(limits::DIAGNOSTICS - 1), text(limits::DIAGNOSTICS));
    let (_, found) = streamed(&most, 500, None).expect("these are told");
    assert_eq!(found.len(), limits::DIAGNOSTICS);
    assert_eq!(rules(&found), rules(&whole(&most, None).diagnostics));
    assert!(streamed(&more, 500, None).is_none());
    assert!(whole(&more, None).diagnostics.iter().any(|found| found.rule == "too-many-findings"));
}
