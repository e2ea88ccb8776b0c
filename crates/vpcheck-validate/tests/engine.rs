//! What the checks of the schema say, and what they do about it.

use vpcheck_validate::{Diagnostic, Operation, Safety, SchemaPointer, Severity, Source, check};

const TUNNEL: &str = r#"{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#;

/// A request with a good name and host, of the members that are given.
fn request(members: &str) -> String {
    format!(r#"{{"name": "web", "host": {{"ipv4": "10.0.0.1", "network": {TUNNEL}}}, {members}}}"#)
}

/// An HTTP service with a host of the members that are given; `NET` stands for a network.
fn on_host(members: &str) -> String {
    format!(r#"{{"name": "web", "type": "http", "host": {{{}}}}}"#, members.replace("NET", TUNNEL))
}

fn diagnostics(text: &str, operation: Operation) -> Vec<Diagnostic> {
    let report = check(&Source::json("test.json", text.as_bytes()), operation);
    report.findings().iter().map(|finding| finding.diagnostic.clone()).collect()
}

/// The one finding of a request.
fn finding(text: &str) -> Diagnostic {
    let found = diagnostics(text, Operation::Request);
    let [found] = found.as_slice() else { panic!("{text} has one mistake, and these were found: {found:#?}") };
    found.clone()
}

#[test]
fn says_what_is_wrong_and_what_is_right() {
    assert_says(&[
        (
            request(r#""type": "http", "http_port": 70000"#),
            "`http_port` is 70000, and a port is between 1 and 65535",
            None,
        ),
        (
            request(r#""type": "http", "http_port": "8080""#),
            "`http_port` is \"8080\", and a port is an integer",
            Some("write 8080 without quotes"),
        ),
        (request(r#""type": "http", "http_port": "x""#), "`http_port` is \"x\", and a port is an integer", None),
        (
            request(r#""type": "http", "http_port": 80.0"#),
            "`http_port` is written 80.0, and the API reads an integer here",
            Some("write 80"),
        ),
        (
            request(r#""type": "http", "http_port": 70000.0"#),
            "`http_port` is 70000.0, and a port is between 1 and 65535",
            None,
        ),
        (request(r#""type": "http", "http_port": 1.5"#), "`http_port` is 1.5, and a port is an integer", None),
        (
            request(r#""type": "Tcp""#),
            "`type` is \"Tcp\", and a service type is `http` or `tcp`",
            Some("did you mean `tcp`?"),
        ),
        (request(r#""type": "tcp""#), "`tcp_port` is missing: a TCP service needs it", None),
        (
            request(r#""type": "tcp", "app_protocol": "mysql""#),
            "`tcp_port` is missing: a TCP service needs it",
            Some("`mysql` is usually on port 3306"),
        ),
        (
            request(r#""type": "tcp", "tcp_port": 5432, "app_protocol": 1"#),
            "`app_protocol` is 1, and an application protocol is `postgresql` or `mysql`",
            None,
        ),
        (request(r#""tcp_port": 5432"#), "`type` is missing: a service needs it", Some("it is `http` or `tcp`")),
        (
            request(r#""type": "tcp", "port": 5432"#),
            "`tcp_port` is missing: a TCP service needs it",
            Some("`port` is not a member: did you mean `tcp_port`?"),
        ),
        (
            request(r#""type": "http", "tcp_port": 5432"#),
            "`tcp_port` belongs to a TCP service, and this is an HTTP service",
            Some(r#"remove `tcp_port`, or write `"type": "tcp"`"#),
        ),
        (
            request(r#""type": "http", "tls_settings": "verify_full""#),
            "`tls_settings` is \"verify_full\", and TLS settings are an object",
            Some(r#"write it as `cert_verification_mode`: {"cert_verification_mode": "verify_full"}"#),
        ),
        (
            request(r#""type": "http", "tls_settings": {}"#),
            "`cert_verification_mode` is missing: TLS settings need it",
            Some("it is `verify_full`, `verify_ca` or `disabled`"),
        ),
        (
            request(r#""type": "http", "Http_Port": 1"#),
            "there is no member `Http_Port`: did you mean `http_port`?",
            None,
        ),
    ]);
}

#[test]
fn says_what_is_wrong_with_a_host() {
    assert_says(&[
        (
            on_host(r#""ipv4": "10.0.0.1""#),
            "`network` is missing: an IPv4 host needs it",
            Some("it is an object with `tunnel_id`"),
        ),
        (
            on_host(r#""ipv4": "10.0.0.1", "network": null"#),
            "`network` is null: an IPv4 host needs it",
            Some("it is an object with `tunnel_id`"),
        ),
        (
            on_host(r#""hostname": "a.example", "tunnel_id": "x", "resolver_ips": []"#),
            "`resolver_network` is missing: a hostname host needs it",
            Some("put `tunnel_id` and `resolver_ips` inside `resolver_network`"),
        ),
        (
            on_host(r#""hostname": "a.example", "network": NET, "resolver_network": null"#),
            "`host` has `network`, and a hostname host needs `resolver_network`",
            Some("give `resolver_network` the value of `network`"),
        ),
        (on_host(r#""network": NET"#), "`host` has none of `ipv4`, `ipv6` and `hostname`: a host needs one", None),
        (
            on_host(r#""ipv4": "10.0.0.1", "hostname": "a.example", "network": NET"#),
            "`host` has both `ipv4` and `hostname`: keep one",
            Some("an address goes with `network`, and a hostname with `resolver_network`"),
        ),
        (
            on_host(r#""ipv4": "10.0.0.1", "ipv6": "fd00::1", "hostname": "a.example", "network": NET"#),
            "`host` has `ipv4`, `ipv6` and `hostname`, which do not go together",
            Some("an address goes with `network`, and a hostname with `resolver_network`"),
        ),
        (
            on_host(r#""hostname": "a.example", "network": NET"#),
            "`host` has `network`, and a hostname host needs `resolver_network`",
            Some("rename `network` to `resolver_network`"),
        ),
        (
            on_host(r#""ipv6": "fd00::1", "resolver_network": NET"#),
            "`host` has `resolver_network`, and an IPv6 host needs `network`",
            Some("rename `resolver_network` to `network`"),
        ),
        (
            on_host(r#""hostname": "a.example", "network": NET, "resolver_network": NET"#),
            "`host` has both `resolver_network` and `network`, and a hostname host takes `resolver_network`",
            Some("remove `network`"),
        ),
        (
            on_host(r#""ipv4": "10.0.0.1:8080", "network": NET"#),
            "`ipv4` is \"10.0.0.1:8080\", and an IPv4 address has no port",
            Some(r#"write `"ipv4": "10.0.0.1"` and `"http_port": 8080`"#),
        ),
    ]);
}

/// Each text has one finding, with this message and this help.
fn assert_says(cases: &[(String, &str, Option<&str>)]) {
    for (text, message, help) in cases {
        let found = finding(text);
        assert_eq!((found.message.as_str(), found.help.as_deref()), (*message, *help), "{text}");
    }
}

#[test]
fn says_how_a_host_was_read() {
    let found = finding(&on_host(r#""hostname": "a.example", "network": NET"#));
    assert_eq!(found.note.as_deref(), Some("read as an HTTP service on a hostname host"));
    assert_eq!(found.schema, Some(SchemaPointer::new("/$defs/HostnameHost/required")));
    assert_eq!(found.labels.len(), 1);
    // What was read is in the message already where it is one thing.
    assert_eq!(finding(&request(r#""type": "tcp""#)).note, None);
}

#[test]
fn shows_both_places_of_a_conflict() {
    let text = on_host(r#""ipv4": "10.0.0.1", "hostname": "a.example", "network": NET"#);
    let places: Vec<&str> = finding(&text).labels.iter().map(|label| &text[label.span.range()]).collect();
    assert_eq!(places, [r#""ipv4""#, r#""hostname""#]);
    let text = request(r#""type": "http", "tcp_port": 5432"#);
    assert_eq!(finding(&text).labels.iter().map(|label| &text[label.span.range()]).collect::<Vec<_>>(), [r#""http""#]);
}

#[test]
fn what_is_wrong_with_every_reading_is_told_beside_an_unknown_type() {
    let found =
        diagnostics(&request(r#""type": "TCP", "tcp_port": 70000, "http_port": null, "other": 1"#), Operation::Request);
    let rules: Vec<&str> = found.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["unknown-service-type", "port-range", "unknown-member"]);
}

/// The text with the edits of a fix.
fn mended(text: &str, found: &Diagnostic) -> Option<String> {
    let mut mended = text.to_owned();
    for edit in found.fix.as_ref()?.edits.iter().rev() {
        mended.replace_range(edit.span.range(), &edit.text);
    }
    Some(mended)
}

#[test]
fn a_fix_mends_what_it_is_for() {
    for text in [
        request(r#""type": "HTTP""#),
        request(r#""type": "https""#),
        request(r#""type": "http", "http_port": "8080""#),
        request(r#""type": "http", "http_port": 8e1"#),
        request(r#""type": "http", "http_port": [80]"#),
        request(r#""type": "http", "httpPort": 80"#),
        request(r#""type": "http", "tls_settings": "verify_ca""#),
        request(r#""type": "http", "tls_settings": {"cert_verification_mode": "verify-full"}"#),
        request(r#""type": "tcp", "tcpPort": 5432"#),
        request(r#""type": "tcp", "tcp_port": 5432, "app_protocol": "postgres""#),
        on_host(r#""hostname": "a.example", "network": NET"#),
        on_host(r#""hostname": "a.example", "resolverNetwork": NET"#),
        on_host(r#""hostname": "a.example ", "resolver_network": NET"#),
        on_host(r#""ipv4": "10.0.0.1/32", "network": NET"#),
        on_host(r#""ipv6": "[fd00::1]", "network": NET"#),
        on_host(r#""ipv4": "10.0.0.1", "network": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b""#),
        on_host(r#""ipv4": "10.0.0.1", "network": {"tunnel_id": "{0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}"}"#),
        on_host(r#""ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b45c6d7e8f9a0b1c2d3e4f5a6b"}"#),
        on_host(
            r#""hostname": "a.example", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b", "resolver_ips": "10.0.0.53"}"#,
        ),
    ] {
        let mended = mended(&text, &finding(&text)).unwrap_or_else(|| panic!("{text} has a fix"));
        assert_eq!(diagnostics(&mended, Operation::Request), [], "{text} became {mended}");
    }
}

#[test]
fn what_is_a_guess_is_said_to_be_one() {
    for (text, safety) in [
        (request(r#""type": "TCP""#), Safety::Safe),
        (request(r#""type": "https""#), Safety::Unsafe),
        (request(r#""type": "http", "httpPort": 80"#), Safety::Safe),
        (request(r#""type": "http", "port": 80"#), Safety::Unsafe),
    ] {
        let found = diagnostics(&text, Operation::Request);
        assert_eq!(found[0].fix.as_ref().map(|fix| fix.safety), Some(safety), "{text}");
    }
}

#[test]
fn long_text_is_shortened() {
    let long = "x".repeat(1_000_000);
    for text in [
        request(&format!(r#""type": "{long}""#)),
        request(&format!(r#""type": "http", "{long}": 1"#)),
        on_host(&format!(r#""ipv4": "{long}", "network": NET"#)),
        on_host(&format!(r#""hostname": "{long}", "resolver_network": NET"#)),
    ] {
        for found in diagnostics(&text, Operation::Request) {
            assert!(found.message.chars().count() < 250, "{}", found.message.len());
            assert!(found.help.is_none_or(|help| help.chars().count() < 250));
        }
    }
}

#[test]
fn a_response_is_open() {
    let service = format!(
        r#"{{"name": "", "type": "udp", "host": {{"ipv4": "x", "network": {TUNNEL}}}, "new": 1, "http_port": 70000}}"#
    );
    let answer = format!(
        r#"{{"success": true, "errors": [], "messages": [], "result": {service}, "result_info": null, "new": []}}"#
    );
    for text in [&service, &answer] {
        let found = diagnostics(text, Operation::Response);
        assert!(found.iter().all(|found| found.severity < Severity::Error), "{found:#?}");
    }
}
