//! Comments and entries of the configuration that hide findings.

use vpcheck_config::Configuration;
use vpcheck_syntax::{Source, Syntax};
use vpcheck_validate::{Applied, Operation, Report, rule, rules};

const TODAY: &str = "2026-11-24";

/// A service with the lines `port` where the ports are.
fn service(port: &str) -> String {
    format!(
        "{{\n\"name\": \"web-app\", \"type\": \"http\", \"http_port\": 8080,\n{port}\n\"host\": {{\"ipv4\": \"10.0.0.1\", \"network\": \
         {{\"tunnel_id\": \"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"}}}}\n}}"
    )
}

fn configuration(text: &str) -> Configuration {
    Configuration::read(&Source::new("vpcheck.toml", text.as_bytes(), Syntax::Toml))
        .unwrap_or_else(|report| panic!("{report}"))
}

/// What is left of the findings in a file, and what is added, as `line:column rule`.
fn found_by(configuration: &Configuration, name: &str, text: &str, today: &str) -> Vec<String> {
    let settings = configuration.settings(name);
    let source = Source::new(name, text.as_bytes(), Syntax::of_name(name).expect("it has a syntax"));
    let mut lint = settings.checker().lint(&source, None);
    settings.apply(&source, &mut lint, today);
    places(&lint.into_report(&source))
}

fn places(report: &Report) -> Vec<String> {
    let place = |finding: &vpcheck_validate::Finding| {
        format!("{}:{} {}", finding.start.line, finding.start.column, finding.diagnostic.rule)
    };
    report.findings().iter().map(place).collect()
}

fn found(text: &str) -> Vec<String> {
    found_by(&Configuration::default(), "web.jsonc", text, TODAY)
}

#[test]
fn comments_hide_what_starts_on_their_line() {
    let hidden: [&str; 0] = [];
    for (port, expected) in [
        ("\"https_port\": 8080,", ["3:15 same-port-twice"].as_slice()),
        ("// vpcheck: ignore[same-port-twice] a proxy\n\"https_port\": 8080,", &hidden),
        ("\"https_port\": 8080, // vpcheck: ignore[same-port-twice] a proxy", &hidden),
        ("/* vpcheck: ignore[same-port-twice] a proxy */ \"https_port\": 8080,", &hidden),
        ("// vpcheck: ignore[same-port-twice]: a proxy\n\n// and this\n\"https_port\": 8080,", &hidden),
        ("// We know. vpcheck: ignore[ same-port-twice , ] a proxy\n\"https_port\": 8080,", &hidden),
        ("/* all of it\n vpcheck: ignore[same-port-twice] a proxy\n */\n\"https_port\": 8080,", &hidden),
        ("// vpcheck: ignore[same-port-twice] until=2026-11-24 a proxy\n\"https_port\": 8080,", &hidden),
        (
            "// vpcheck:ignore[same-port-twice] a proxy\n\"https_port\":\n8080,",
            &["3:19 unused-suppression", "5:1 same-port-twice"],
        ),
        (
            "// vpcheck: ignore[same-port-twice] until=2026-11-23 a proxy\n\"https_port\": 8080,",
            &["3:37 expired-suppression", "4:15 same-port-twice"],
        ),
        ("// vpcheck: ignore[same-port-twice]\n\"https_port\": 8080,", &["3:4 suppression-without-reason"]),
        ("/* vpcheck: ignore[same-port-twice] - */\"https_port\": 8080,", &["3:4 suppression-without-reason"]),
        (
            "// vpcheck: ignore[same-port-twice, port-range] a proxy\n\"https_port\": 8080,",
            &["3:37 unused-suppression"],
        ),
        ("// vpcheck: ignore[one-port] it is off\n\"https_port\": 8081,", &hidden),
        ("// vpcheck: ignore[name-twice] seen elsewhere\n\"https_port\": 8081,", &hidden),
        ("// vpcheck: ignore[policy-port] there is no policy\n\"https_port\": 8081,", &hidden),
        (
            "// vpcheck: ignore[same-port] a proxy\n\"https_port\": 8080,",
            &["3:20 unknown-suppression", "4:15 same-port-twice"],
        ),
        ("// vpcheck: ignore\n\"https_port\": 8080,", &["3:13 unknown-suppression", "4:15 same-port-twice"]),
        ("// vpcheck: ignore[] a proxy\n\"https_port\": 8080,", &["3:19 unknown-suppression", "4:15 same-port-twice"]),
        (
            "// vpcheck: ignore[same-port-twice\n\"https_port\": 8080,",
            &["3:19 unknown-suppression", "4:15 same-port-twice"],
        ),
        (
            "// vpcheck: ingore[same-port-twice] a proxy\n\"https_port\": 8080,",
            &["3:13 unknown-suppression", "4:15 same-port-twice"],
        ),
        (
            "// vpcheck: off[same-port-twice] a proxy\n\"https_port\": 8080,",
            &["3:13 unknown-suppression", "4:15 same-port-twice"],
        ),
        (
            "// vpcheck: ignore[same-port-twice] until=2027-02-30 a\n\"https_port\": 8080,",
            &["3:37 unknown-suppression", "4:15 same-port-twice"],
        ),
        (
            "// vpcheck: ignore[json-syntax, unused-suppression] a\n\"https_port\": 8081,",
            &["3:20 unknown-suppression", "3:33 unknown-suppression"],
        ),
        ("// This is for vpcheck: it reads comments. myvpcheck: ignore[a]\n\"https_port\": 8081,", &hidden),
        (
            "// vpcheck: ignore[same-port-twice] a vpcheck: ignore[port-range] b\n\"https_port\": 8080,",
            &["3:55 unused-suppression"],
        ),
    ] {
        assert_eq!(found(&service(port)), expected, "{port}");
    }
}

#[test]
fn a_file_can_be_hidden() {
    let text = service("\"https_port\": 8080,") + "\n// vpcheck: ignore-file[same-port-twice] a proxy";
    assert!(found(&text).is_empty());
    let text = service("\"https_port\": 8081,") + "\n// vpcheck: ignore-file[same-port-twice] a proxy";
    assert_eq!(found(&text), ["6:25 unused-suppression"]);
    let text = service("\"https_port\": 8081,") + "\n// vpcheck: ignore[same-port-twice] nothing is behind this";
    assert_eq!(found(&text), ["6:20 unused-suppression"]);
}

#[test]
fn what_was_not_read_is_not_hidden_and_no_suppression_is_unused_then() {
    let text = service("// vpcheck: ignore[same-port-twice] a proxy\n\"https_port\": 80 80,");
    let found = found(&text);
    assert!(found.iter().any(|place| place.ends_with("json-syntax")), "{found:?}");
    assert!(!found.iter().any(|place| place.ends_with("unused-suppression")), "{found:?}");
}

#[test]
fn every_syntax_with_comments_has_them() {
    let yaml = "# vpcheck: ignore-file[tls-without-https] not needed yet\nname: web-app\ntype: http\nhttp_port: 8080\n\
                # vpcheck: ignore[same-port-twice] a proxy\nhttps_port: 8080\nhost:\n  ipv4: 10.0.0.1\n  network:\n    tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\n";
    let none = Configuration::default();
    assert_eq!(found_by(&none, "web.yaml", yaml, TODAY), ["1:24 unused-suppression"]);
    let toml = "name = 'web-app'\ntype = 'http'\nhttp_port = 8080\nhttps_port = 8080 # vpcheck: ignore[same-port-twice] a proxy\n\
                [host]\nipv4 = '10.0.0.1'\nnetwork = { tunnel_id = '0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b' }\n";
    assert!(found_by(&none, "web.toml", toml, TODAY).is_empty());
    let block = service("// vpcheck: ignore[same-port-twice] a proxy\n\"https_port\": 8080,");
    let markdown = format!("# Web\n\n```jsonc\n{block}\n```\n\n```jsonc\n{}\n```\n", service("\"https_port\": 8080,"));
    assert_eq!(found_by(&none, "web.md", &markdown, TODAY), ["15:15 same-port-twice"]);
}

#[test]
fn a_comment_of_markdown_is_for_the_block_behind_it() {
    let block = service("\"https_port\": 8080,");
    let other = block.replace("web-app", "other").replace("10.0.0.1", "10.0.0.2");
    let comment = "<!-- vpcheck: ignore[same-port-twice] a proxy -->";
    let markdown = format!("# Web\n\n{comment}\n\n```json\n{block}\n```\n\n```json\n{other}\n```\n");
    assert_eq!(found_by(&Configuration::default(), "web.md", &markdown, TODAY), ["16:15 same-port-twice"]);
    let markdown = format!("{comment}\nText.\n\n```json\n{block}\n```\n");
    let found = found_by(&Configuration::default(), "web.md", &markdown, TODAY);
    assert_eq!(found, ["1:22 unused-suppression", "7:15 same-port-twice"]);
}

#[test]
fn the_configuration_weighs_findings_also_by_path() {
    let text = service("\"https_port\": 8080,\n\"tls_settings\": {\"cert_verification_mode\": \"disabled\"},");
    let rules = "[rules]\nsame-port-twice = 'off'\nverification-disabled = 'error'\ndual-stack = 'info'\n\
                 [[overrides]]\npaths = ['staging']\nrules = { verification-disabled = 'info', same-port-twice = 'error' }\n\
                 [[overrides]]\npaths = ['staging/old']\nrules = { verification-disabled = 'off' }\n";
    let configuration = configuration(rules);
    for (path, expected) in [
        ("web.jsonc", ["error[verification-disabled]"].as_slice()),
        ("staging/web.jsonc", &["error[same-port-twice]", "info[verification-disabled]"]),
        ("staging/old/web.jsonc", &["error[same-port-twice]"]),
    ] {
        let settings = configuration.settings(path);
        let source = Source::new(path, text.as_bytes(), Syntax::Jsonc);
        let mut lint = settings.checker().lint(&source, None);
        settings.apply(&source, &mut lint, TODAY);
        let report = lint.into_report(&source);
        let found: Vec<String> = report
            .findings()
            .iter()
            .map(|finding| format!("{}[{}]", finding.diagnostic.severity.name(), finding.diagnostic.rule))
            .collect();
        assert_eq!(found, expected, "{path}");
    }
}

#[test]
fn rules_that_are_off_by_default_are_on_when_they_are_weighed_or_asked_for() {
    let text = service("");
    let asked = Configuration::default().also(rule("one-port").expect("there is such a rule"));
    assert_eq!(found_by(&asked, "web.json", &text, TODAY), ["2:49 one-port"]);
    assert_eq!(found_by(&configuration("rules.one-port = 'info'\n"), "web.json", &text, TODAY), ["2:49 one-port"]);
    assert!(found_by(&configuration("rules.one-port = 'off'\n"), "web.json", &text, TODAY).is_empty());
    assert!(found_by(&Configuration::default(), "web.json", &text, TODAY).is_empty());
}

#[test]
fn findings_about_suppressions_are_switched_off_by_the_configuration() {
    let text = service(
        "// vpcheck: ignore-file[unused-suppression] a\n// vpcheck: ignore[same-port-twice] a\n\"https_port\": 8081,",
    );
    assert_eq!(found(&text), ["3:25 unknown-suppression", "4:20 unused-suppression"]);
    let off = configuration("[rules]\nunused-suppression = 'off'\nunknown-suppression = 'error'\n");
    assert_eq!(found_by(&off, "web.jsonc", &text, TODAY), ["3:25 unknown-suppression"]);
}

#[test]
fn the_configuration_hides_by_path_and_pointer() {
    let other = service("\"https_port\": 8080,").replace("web-app", "other").replace("10.0.0.1", "10.0.0.2");
    let text = format!("[{},\n{other}]", service("\"https_port\": 8080,"));
    let entries = "\
[[ignore]]
path = 'web.json'
pointer = '/0'
rules = ['same-port-twice', 'port-range']
reason = 'a proxy'

[[ignore]]
path = './web.json'
pointer = '/1/https_port'
rules = ['same-port-twice']
until = 2026-11-23

[[ignore]]
path = 'other.json'
rules = ['port-range']
reason = ' '
";
    let configuration = configuration(entries);
    assert_eq!(found_by(&configuration, "other/web.json", &text, TODAY).len(), 2, "it is another file");
    let source = Source::new("vpcheck.toml", entries.as_bytes(), Syntax::Toml);
    let before = places(&configuration.report(&source, TODAY));
    assert_eq!(
        before,
        ["7:1 suppression-without-reason", "11:9 expired-suppression", "13:1 suppression-without-reason"]
    );
    assert_eq!(found_by(&configuration, "web.json", &text, TODAY), ["8:15 same-port-twice"]);
    let after = places(&configuration.report(&source, TODAY));
    assert!(after.contains(&"4:29 unused-suppression".to_owned()), "{after:?}");
    assert_eq!(after.len(), 4, "other.json was not looked at: {after:?}");
    assert!(found_by(&configuration, "web.json", &text, "2026-11-23").is_empty());
}

#[test]
fn the_examples_of_the_pages_are_right() {
    let ids = ["unused-suppression", "expired-suppression", "suppression-without-reason", "unknown-suppression"];
    for rule in rules().iter().filter(|rule| ids.contains(&rule.id)) {
        assert!(rule.is_from_configuration() && rule.applied == Applied::ByDefault);
        for good in rule.good {
            let found = found(good);
            assert!(found.is_empty(), "{}: {good} {found:?}", rule.id);
        }
        for bad in rule.bad {
            let source = Source::new("web.jsonc", bad.text.as_bytes(), Syntax::Jsonc);
            let settings = Configuration::default().settings("web.jsonc");
            let mut lint = settings.checker().lint(&source, Some(Operation::Request));
            settings.apply(&source, &mut lint, TODAY);
            let found: Vec<_> = lint.diagnostics.iter().filter(|diagnostic| diagnostic.rule == rule.id).collect();
            assert_eq!(found.len(), 1, "{}: {}", rule.id, bad.text);
            assert_eq!((found[0].pointer.as_str(), found[0].severity), (bad.pointer, rule.severity));
        }
    }
    let page = rule("configuration").expect("it is there");
    for good in page.good {
        configuration(good);
    }
    for bad in page.bad {
        let report = Configuration::read(&Source::new("vpcheck.toml", bad.text.as_bytes(), Syntax::Toml)).unwrap_err();
        let found: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.pointer.as_str()).collect();
        assert_eq!(found, [bad.pointer]);
    }
}

#[test]
fn floods_take_time_in_proportion() {
    let flood = |piece: &str| service(&format!("/* {} */", piece.repeat(400_000 / piece.len())));
    for piece in [
        "vpcheck: ignore[",
        "vpcheck: ignore[a]",
        "vpcheck: ignore[port-range] ",
        "vpcheck: ignore[port-range] a\n",
        "vpcheck: ignore-file[port-range] a\n",
        "vpcheck:",
        "vpcheck: ignore[a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a]",
    ] {
        assert!(found(&flood(piece)).len() <= vpcheck_syntax::limits::DIAGNOSTICS + 1, "{piece}");
    }
    let one = format!("/* vpcheck: ignore[{}] */", "a,".repeat(500_000));
    assert!(found(&service(&one)).len() <= vpcheck_syntax::limits::DIAGNOSTICS + 1);
    for comments in [
        "/**/".repeat(100_000),
        "// vpcheck: ignore[port-range] a\n".repeat(20_000),
        "/* vpcheck: ignore[port-range] a */".repeat(20_000),
    ] {
        found(&service(&comments));
    }
}
