//! What several services have in common, in one file and in several.

use std::time::{Duration, Instant};

use vpcheck_syntax::Syntax;
use vpcheck_validate::{Checker, Compared, Comparison, Diagnostic, Facts, Severity, Source, rule};

const TUNNEL: &str = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

/// An HTTP service with a name on a hostname, and more members.
fn http(name: &str, hostname: &str, more: &str) -> String {
    format!(
        r#"{{"name": "{name}", "type": "http"{more}, "host": {{"hostname": "{hostname}", "resolver_network": {{"tunnel_id": "{TUNNEL}"}}}}}}"#
    )
}

/// A TCP service with a name on an address and a port.
fn tcp(name: &str, address: &str, port: u16) -> String {
    format!(
        r#"{{"name": "{name}", "type": "tcp", "tcp_port": {port}, "host": {{"ipv4": "{address}", "network": {{"tunnel_id": "{TUNNEL}"}}}}}}"#
    )
}

/// The rule and the pointer of each finding in a file.
fn within(text: &str) -> Vec<(&'static str, String)> {
    let lint = Checker::new().lint(&Source::json("all.json", text.as_bytes()), None);
    lint.diagnostics.into_iter().map(|found| (found.rule, found.pointer)).collect()
}

fn facts(name: &str, text: &str) -> Facts {
    let unknown = rule("unknown-service-id").expect("the rule is there");
    let syntax = Syntax::of_name(name).expect("the syntax is read");
    Checker::new().also(unknown).lint(&Source::new(name, text.as_bytes(), syntax), None).facts
}

/// What is wrong between files, which are given with their accounts; only the facts of suspects are looked at.
fn across(files: &[(&str, &str, &Facts)]) -> Vec<(usize, Diagnostic)> {
    let mut comparison = Comparison::new();
    for (index, (_, account, facts)) in files.iter().enumerate() {
        comparison.add(index, comparison.marker().marks(account, facts));
    }
    let suspects = comparison.suspects();
    let compared = suspects.into_iter().map(|index| {
        let (name, account, facts) = files[index];
        Compared { index, name, account, facts }
    });
    comparison.findings(&compared.collect::<Vec<_>>())
}

/// The file, the rule, the severity and the message of each finding across files, which are given with their accounts.
fn found(files: &[(&str, &str, &str)]) -> Vec<(usize, &'static str, Severity, String)> {
    let facts: Vec<Facts> = files.iter().map(|(name, _, text)| facts(name, text)).collect();
    let files: Vec<_> = files.iter().zip(&facts).map(|((name, account, _), facts)| (*name, *account, facts)).collect();
    across(&files).into_iter().map(|(file, found)| (file, found.rule, found.severity, found.message)).collect()
}

#[test]
fn services_of_one_file_are_compared() {
    for (services, expected) in [
        ([tcp("a", "10.0.0.1", 1), tcp("a", "10.0.0.2", 1)], Some(("name-twice", "/1/name"))),
        ([tcp("a", "10.0.0.1", 1), tcp("A", "10.0.0.2", 1)], None),
        ([tcp("a", "10.0.0.1", 1), tcp("b", "10.0.0.1", 1)], Some(("same-origin-twice", "/1/host/ipv4"))),
        ([tcp("a", "10.0.0.1", 1), tcp("b", "10.0.0.1", 2)], None),
        // A copy is one mistake.
        ([tcp("a", "10.0.0.1", 1), tcp("a", "10.0.0.1", 1)], Some(("name-twice", "/1/name"))),
        (
            [http("a", "db.internal", ""), http("b", "db.internal.", "")],
            Some(("same-origin-twice", "/1/host/hostname")),
        ),
        (
            [http("a", "db.internal", ""), http("b", "db.internal", r#", "https_port": 443"#)],
            Some(("same-origin-twice", "/1/host/hostname")),
        ),
        ([http("a", "db.internal", ""), http("b", "db.internal", r#", "https_port": 8443"#)], None),
        (
            [
                http("a", "db.internal", ""),
                http("b", "db.internal", "")
                    .replace("\"tunnel_id\"", "\"resolver_ips\": [\"10.0.0.53\"], \"tunnel_id\""),
            ],
            None,
        ),
        ([http("a", "db.internal", ""), http("b", "db.internal", "").replace(TUNNEL, &TUNNEL.replace('0', "1"))], None),
    ] {
        let text = format!("[{}]", services.join(", "));
        let expected: Vec<_> = expected.into_iter().map(|(rule, pointer)| (rule, pointer.to_owned())).collect();
        assert_eq!(within(&text), expected, "{text}");
    }
}

#[test]
fn a_third_service_of_a_name_points_at_the_first() {
    let text = format!("[{}, {}, {}]", tcp("a", "10.0.0.1", 1), tcp("a", "10.0.0.2", 1), tcp("a", "10.0.0.3", 1));
    let lint = Checker::new().lint(&Source::json("all.json", text.as_bytes()), None);
    let labels: Vec<u32> =
        lint.diagnostics.iter().flat_map(|found| &found.labels).map(|label| label.span.start).collect();
    assert_eq!(labels, [10, 10]);
    assert!(lint.diagnostics.iter().all(|found| found.severity == Severity::Error));
}

#[test]
fn files_of_one_account_are_compared() {
    let (a, b) = (tcp("db", "10.0.0.1", 1), tcp("db", "10.0.0.2", 1));
    let copies = format!("[{b}, {}]", tcp("db", "10.0.0.3", 1));
    let name = |place: &str| format!("`name` is \"db\", and the service in {place} has that name as well");
    for (files, expected) in [
        (vec![("a.json", "x", &*a), ("b.json", "x", &b)], vec![(1, "name-twice", name("a.json:1:10"))]),
        (vec![("a.json", "x", &a), ("b.json", "y", &b)], vec![]),
        // What is wrong in the file itself is told there.
        (vec![("a.json", "x", &copies)], vec![]),
        (vec![("a.json", "x", &a), ("b.json", "x", &copies)], vec![(1, "name-twice", name("a.json:1:10"))]),
        (
            vec![("a.json", "x", &a), ("b.json", "x", &b), ("c.json", "x", &b)],
            vec![(1, "name-twice", name("a.json:1:10")), (2, "name-twice", name("a.json:1:10"))],
        ),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(file, rule, message)| (file, rule, Severity::Warning, message)).collect();
        assert_eq!(found(&files), expected, "{files:?}");
    }
    let origin = found(&[("a.json", "x", &a), ("b.json", "x", &tcp("other", "10.0.0.1", 1))]);
    let message = "`ipv4` and port 1 are where the service in a.json:1:63 leads to as well".to_owned();
    assert_eq!(origin, [(1, "same-origin-twice", Severity::Warning, message)]);
}

#[test]
fn answers_markdown_and_commands_take_no_part() {
    let service = tcp("db", "10.0.0.1", 1);
    let answer = format!(r#"{{"success": true, "errors": [], "messages": [], "result": {service}}}"#);
    let markdown = format!("```json\n{service}\n```\n\n```json\n{service}\n```\n");
    let command =
        format!("wrangler vpc service create db --type tcp --tcp-port 1 --ipv4 10.0.0.1 --tunnel-id {TUNNEL}\n");
    let files = [
        ("a.json", "x", &*service),
        ("answer.json", "x", &answer),
        ("README.md", "x", &markdown),
        ("create.sh", "x", &command),
    ];
    assert_eq!(found(&files), []);
    let lint = Checker::new().lint(&Source::new("README.md", markdown.as_bytes(), Syntax::Markdown), None);
    assert_eq!((lint.services, lint.diagnostics), (2, Vec::new()));
}

#[test]
fn resources_say_their_account() {
    let resource = |account: &str| {
        format!(
            "resource \"cloudflare_connectivity_directory_service\" \"a\" {{\n  account_id = {account}\n  name = \"db\"\n  type = \"http\"\n  \
             host = {{ hostname = var.host, resolver_network = {{ tunnel_id = var.tunnel }} }}\n}}\n"
        )
    };
    let (one, other) = ("\"023e105f4ecef8ad9ca31a8372d0c353\"", "\"123e105f4ecef8ad9ca31a8372d0c353\"");
    for (first, second, expected) in
        [(one, one, 1), (one, other, 0), ("var.account", "var.account", 0), ("null", "null", 1)]
    {
        let (first, second) = (resource(first), resource(second));
        assert_eq!(found(&[("a.tf", "x", &first), ("b.tf", "x", &second)]).len(), expected, "{first}{second}");
    }
}

#[test]
fn bindings_are_compared_with_the_ids_that_files_know() {
    let id = "0199295b-b3ac-7760-8246-bca40877b3e9";
    let wrangler = format!(r#"{{"vpc_services": [{{"binding": "DB", "service_id": "{}"}}]}}"#, id.to_uppercase());
    let saved = tcp("db", "10.0.0.1", 1).replacen('{', &format!("{{\"service_id\": \"{id}\", "), 1);
    let answer = format!(r#"{{"success": true, "errors": [], "messages": [], "result": [{saved}]}}"#);
    let message = format!("`service_id` is \"{id}\", and no file has a service of that id");
    let unknown = [(0, "unknown-service-id", Severity::Warning, message)];
    assert_eq!(found(&[("wrangler.json", "x", &wrangler)]), unknown);
    assert_eq!(found(&[("wrangler.json", "x", &wrangler), ("a.json", "x", &tcp("db", "10.0.0.1", 1))]), unknown);
    assert_eq!(found(&[("wrangler.json", "x", &wrangler), ("a.json", "y", &saved)]), []);
    assert_eq!(found(&[("answer.json", "y", &answer), ("wrangler.json", "x", &wrangler)]), []);
    // Nobody who did not ask is told.
    let facts = Checker::new().lint(&Source::json("wrangler.json", wrangler.as_bytes()), None).facts;
    assert_eq!(across(&[("wrangler.json", "x", &facts)]), []);
}

#[test]
fn a_thousand_services_fit_into_the_files_of_an_account() {
    let services = |from: usize, to: usize| {
        let service = |number: usize| tcp(&number.to_string(), &format!("10.0.{}.{}", number >> 8, number & 255), 1);
        format!("[{}]", (from..to).map(service).collect::<Vec<_>>().join(","))
    };
    let (first, second, one) = (services(0, 600), services(600, 1000), services(1000, 1001));
    let mut files = vec![("a.json", "x", &*first), ("b.json", "x", &second)];
    assert_eq!(found(&files), []);
    files.push(("c.json", "x", &one));
    let found = found(&files);
    assert_eq!(found.iter().map(|(file, rule, ..)| (*file, *rule)).collect::<Vec<_>>(), [(2, "too-many-services")]);
}

#[test]
fn comparing_takes_time_in_proportion_to_the_services() {
    let service = tcp("db", "10.0.0.1", 1);
    let facts = facts("all.json", &format!("[{}]", vec![service; 5_000].join(",")));
    let files = vec![("all.json", "x", &facts); 8];
    let start = Instant::now();
    // Each later file repeats the name of the first.
    assert_eq!(across(&files).iter().filter(|(_, found)| found.rule == "name-twice").count(), files.len() - 1);
    assert!(start.elapsed() < Duration::from_secs(5));
}

#[test]
fn many_files_with_one_name_take_time_in_proportion() {
    let facts = facts("db.json", &tcp("db", "10.0.0.1", 1));
    let files = vec![("db.json", "x", &facts); 100_000];
    let start = Instant::now();
    assert_eq!(across(&files).iter().filter(|(_, found)| found.rule == "name-twice").count(), files.len() - 1);
    assert!(start.elapsed() < Duration::from_secs(30));
}
