//! Commands, what they would send and what is wrong with them.

use vpcheck_syntax::{Node, Source, Syntax, Value, parse};

use super::body;
use crate::{Finding, Operation, check};

const TUNNEL: &str = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

/// A command that lacks nothing but what is in `rest`, where `T` stands for a tunnel.
fn create(rest: &str) -> String {
    let rest = rest.split(' ').map(|word| if word == "T" { TUNNEL } else { word });
    format!("wrangler vpc service create {}", rest.collect::<Vec<_>>().join(" "))
}

/// The body of the only command in the way of JSON, with a `?` after what may be more.
fn sent(text: &str) -> Option<String> {
    let source = Source::new("a.sh", text.as_bytes(), Syntax::Shell);
    let parsed = parse(&source);
    let [words] = parsed.documents.as_slice() else { panic!("{text}: {:?}", parsed.documents) };
    let body = body(words.root(), &mut Vec::new())?;
    for node in body.tree.nodes() {
        assert!(text.get(node.span().range()).is_some(), "{text}");
        assert!(node.pointer().starts_with("/0"));
    }
    Some(show(body.tree.root()).replace(TUNNEL, "T"))
}

fn show(node: Node<'_>) -> String {
    let mut shown = match node.value() {
        Value::Number(number) => number.text().to_owned(),
        Value::String(text) => text.to_owned(),
        Value::Array(elements) => format!("[{}]", elements.map(show).collect::<Vec<_>>().join(" ")),
        Value::Unknown => "unknown".to_owned(),
        Value::Object(members) => {
            let members: Vec<_> = members.map(|member| format!("{}: {}", member.name, show(member.value))).collect();
            format!("{{{}}}", members.join(", "))
        }
        other => format!("{other:?}"),
    };
    if !node.is_complete() {
        shown.push('?');
    }
    shown
}

/// Each finding: rule, pointer, and the text that it is about.
fn found(text: &str) -> Vec<String> {
    let report = check(&Source::new("a.sh", text.as_bytes(), Syntax::Shell), Operation::Request);
    let tell = |finding: &Finding| {
        let found = &finding.diagnostic;
        format!("{} {} {}", found.rule, found.pointer, &text[found.span.range()])
    };
    report.findings().iter().map(tell).collect()
}

#[test]
fn bodies_are_those_that_wrangler_sends() {
    for (rest, expected) in [
        (
            "web --type http --ipv4 10.0.0.1 --tunnel-id T",
            "{name: web, type: http, host: {ipv4: 10.0.0.1, network: {tunnel_id: T}}}",
        ),
        (
            "web --type http --http-port 80 --hostname db.example.com --tunnel-id T --resolver-ips 8.8.8.8,8.8.4.4",
            "{name: web, type: http, http_port: 80, host: {hostname: db.example.com, resolver_network: {tunnel_id: T, resolver_ips: [8.8.8.8 8.8.4.4]}}}",
        ),
        (
            "--type=tcp --tcp-port=0x1538 --app-protocol=postgresql --ipv6=fd00::1 --tunnel-id=T --cert-verification-mode verify_ca 'my db'",
            "{name: my db, type: tcp, tcp_port: 5432, app_protocol: postgresql, host: {ipv6: fd00::1, network: {tunnel_id: T}}, tls_settings: {cert_verification_mode: verify_ca}}",
        ),
        (
            "db --type tcp --hostname mysql.internal:3306 --tunnelId T",
            "{name: db, type: tcp, tcp_port: 3306, host: {hostname: mysql.internal, resolver_network: {tunnel_id: T}}}",
        ),
        (
            "db --type tcp --tcp-port 3306 --hostname mysql.internal:3306 --tunnel-id T",
            "{name: db, type: tcp, tcp_port: 3306, host: {hostname: mysql.internal, resolver_network: {tunnel_id: T}}}",
        ),
        (
            "db --type tcp --tcp-port 0 --hostname mysql.internal:3306/x --tunnel-id T",
            "{name: db, type: tcp, tcp_port: 3306, host: {hostname: mysql.internal, resolver_network: {tunnel_id: T}}}",
        ),
        (
            "web --type http --hostname web:80 --tunnel-id T --resolver-ips ' 1.1.1.1 ,, '",
            "{name: web, type: http, host: {hostname: web:80, resolver_network: {tunnel_id: T, resolver_ips: [1.1.1.1]}}}",
        ),
        (
            "web --type http --hostname web --tunnel-id T --resolver-ips ,",
            "{name: web, type: http, host: {hostname: web, resolver_network: {tunnel_id: T, resolver_ips: []}}}",
        ),
        (
            "web --type http --tcp-port 1 --app-protocol mysql --ipv4 1.2.3.4 --tunnel-id T",
            "{name: web, type: http, host: {ipv4: 1.2.3.4, network: {tunnel_id: T}}}",
        ),
        (
            "$NAME --type $TYPE --tcp-port $PORT --hostname \"$HOST:5432\" --tunnel-id=\"$T\"",
            "{name: unknown, type: unknown, tcp_port: unknown, host: {hostname: unknown, resolver_network: {tunnel_id: unknown}}}",
        ),
        (
            "web --hostname db:5432 --type $TYPE --tunnel-id T",
            "{name: web, type: unknown, host: {hostname: unknown, resolver_network: {tunnel_id: T}}}",
        ),
        ("web --type http --tunnel-id T \"$@\"", "{name: web, type: http, host: {network: {tunnel_id: T}}?}?"),
        ("web --type http $OPTIONS", "{name: web, type: http, host: {network: {}?}?}?"),
        ("$OPTIONS", "{host: {network: {}?}?}?"),
        ("<NAME> [OPTIONS]", "{name: <NAME>, host: {network: {}?}?}?"),
        (
            "-e production --config w.toml --env-file .env .env.local --x-provision false --experimental-new web --cwd x --install-skills --type http --ipv4 10.0.0.1 --profile=p --tunnel-id T -- y",
            "{name: web, type: http, host: {ipv4: 10.0.0.1, network: {tunnel_id: T}}}",
        ),
    ] {
        let text = create(rest).replace("=T ", &format!("={TUNNEL} "));
        assert_eq!(sent(&text).as_deref(), Some(expected), "{rest}");
    }
    for rest in ["--help", "web -h", "--version", "web --type http -v"] {
        assert_eq!(sent(&create(rest)), None, "{rest}");
        assert_eq!(found(&create(rest)), [""; 0], "{rest}");
    }
    let update =
        format!("npx wrangler vpc service update {TUNNEL} --name web --type http --ipv4 10.0.0.1 --tunnel-id {TUNNEL}");
    let expected = "{name: web, type: http, host: {ipv4: 10.0.0.1, network: {tunnel_id: T}}}";
    assert_eq!(sent(&update).as_deref(), Some(expected));
    assert_eq!(found(&update), [""; 0]);
}

#[test]
fn the_schema_judges_the_words() {
    for (rest, expected) in [
        ("web --type http --ipv4 10.0.0.1 --tunnel-id T", [].as_slice()),
        ("web --type http --http-port 70000 --ipv4 10.0.0.1 --tunnel-id T", &["port-range /0/http_port 70000"]),
        ("web --type http --http-port=-1 --ipv4 10.0.0.1 --tunnel-id T", &["port-range /0/http_port -1"]),
        ("web --type http --http-port 80.5 --ipv4 10.0.0.1 --tunnel-id T", &["wrong-type /0/http_port 80.5"]),
        ("web --type http --http-port abc --ipv4 10.0.0.1 --tunnel-id T", &["wrong-type /0/http_port abc"]),
        ("db --type tcp --tcp-port 0 --ipv4 10.0.0.1 --tunnel-id T", &["port-range /0/tcp_port 0"]),
        ("web --type http --ipv4 10.0.0.01 --tunnel-id T", &["invalid-ipv4 /0/host/ipv4 10.0.0.01"]),
        ("web --type http --ipv6 \"[fd00::1]\" --tunnel-id T", &["invalid-ipv6 /0/host/ipv6 \"[fd00::1]\""]),
        ("web --type http --ipv6 [fd00::1] --tunnel-id T", &["invalid-ipv6 /0/host/ipv6 [fd00::1]"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id abc", &["invalid-tunnel-id /0/host/network/tunnel_id abc"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id ''", &["invalid-tunnel-id /0/host/network/tunnel_id ''"]),
        ("'' --type http --ipv4 10.0.0.1 --tunnel-id T", &["empty-name /0/name ''"]),
        ("web --type HTTP --ipv4 10.0.0.1 --tunnel-id T", &["unknown-service-type /0/type HTTP"]),
        ("web --type http --hostname a..b.example --tunnel-id T", &["invalid-hostname /0/host/hostname a..b.example"]),
        (
            "web --type http --hostname https://web.example/x --tunnel-id T",
            &["invalid-hostname /0/host/hostname https://web.example/x"],
        ),
        (
            "web --type http --hostname WEB.example.com --tunnel-id T",
            &["hostname-upper-case /0/host/hostname WEB.example.com"],
        ),
        (
            "db --type tcp --hostname DB.example.com:70 --tunnel-id T",
            &["hostname-upper-case /0/host/hostname DB.example.com"],
        ),
        (
            "db --type tcp --hostname db.example.com:70000 --tunnel-id T",
            &[
                "missing-option /0 wrangler vpc service create",
                "invalid-hostname /0/host/hostname db.example.com:70000",
            ],
        ),
        (
            "db --type tcp --tcp-port 3306 --app-protocol postgresql --ipv4 10.0.0.1 --tunnel-id T",
            &["app-protocol-port /0/tcp_port 3306"],
        ),
        (
            "db --type tcp --tcp-port 1 --app-protocol postgres --ipv4 10.0.0.1 --tunnel-id T",
            &["unknown-app-protocol /0/app_protocol postgres"],
        ),
        (
            "web --type http --ipv4 10.0.0.1 --tunnel-id T --cert-verification-mode verify-full",
            &["unknown-cert-verification-mode /0/tls_settings/cert_verification_mode verify-full"],
        ),
        (
            "web --type http --hostname web.example --tunnel-id T --resolver-ips 1.1.1.1,x",
            &["invalid-resolver-ip /0/host/resolver_network/resolver_ips/1 x"],
        ),
        (
            "web --type http --hostname web.example --tunnel-id T --resolver-ips '1.1.1.1, 1.1.1.1'",
            &["duplicate-resolver-ip /0/host/resolver_network/resolver_ips/1 1.1.1.1"],
        ),
        (
            "web --type http --hostname web.example --tunnel-id T --resolver-ips ,",
            &["empty-resolver-ips /0/host/resolver_network/resolver_ips ,"],
        ),
    ] {
        assert_eq!(found(&create(rest)), expected, "{rest}");
    }
}

#[test]
fn what_has_no_effect_is_told() {
    for (rest, expected) in [
        (
            "web --type http --tcp-port 80 --ipv4 10.0.0.1 --tunnel-id T",
            ["dropped-option /0/tcp_port --tcp-port"].as_slice(),
        ),
        (
            "db --type tcp --http-port 80 --hostname db.example.com:80 --tunnel-id T",
            &["dropped-option /0/http_port --http-port"],
        ),
        ("web --type http --http-port --ipv4 10.0.0.1 --tunnel-id T", &["dropped-option /0/http_port --http-port"]),
        (
            "db --type tcp --hostname u:p@db.example.com:80/x --tunnel-id T",
            &["dropped-option /0/host/hostname u:p@db.example.com:80/x"],
        ),
        ("web --name other --type http --ipv4 10.0.0.1 --tunnel-id T", &["dropped-option /0/name --name"]),
    ] {
        assert_eq!(found(&create(rest)), expected, "{rest}");
    }
}

#[test]
fn what_wrangler_refuses_is_told_once() {
    for (rest, expected) in [
        (
            "web --type http --tcp-port 80 --https-port 443 --ipv4 10.0.0.1 --tunnel-id T",
            ["conflicting-options /0/https_port --https-port"].as_slice(),
        ),
        (
            "db --type tcp --app-protocol mysql --http-port 80 --tcp-port 3306 --ipv4 10.0.0.1 --tunnel-id T",
            &["conflicting-options /0/tcp_port --tcp-port"],
        ),
        (
            "web --type http --ipv4 10.0.0.1 --hostname x.example --tunnel-id T",
            &["conflicting-options /0/host/hostname --hostname"],
        ),
        (
            "web --type http --ipv4 10.0.0.1 --ipv6 fd00::1 --hostname x.example --tunnel-id T",
            &["conflicting-options /0/host/hostname --hostname"],
        ),
        ("web --type http --ipv4 10.0.0.1 --ipv6 fd00::1 --tunnel-id T", &["conflicting-options /0/host/ipv6 --ipv6"]),
        (
            "web --type http --ipv4 10.0.0.1 --resolver-ips 1.1.1.1 --tunnel-id T",
            &["conflicting-options /0/host/resolver_network/resolver_ips --resolver-ips"],
        ),
        (
            "web --type http --type http --type tcp --ipv4 10.0.0.1 --tunnel-id T",
            &["conflicting-options /0/type --type"],
        ),
        (
            "db --type tcp --tcp-port 1 --hostname db.example.com:2 --tunnel-id T",
            &["conflicting-options /0/tcp_port 1"],
        ),
        (
            "web --type http --resolver-ips 1.1.1.1 --tunnel-id T",
            &["missing-option /0/host wrangler vpc service create"],
        ),
        ("web --type http --tunnel-id T", &["missing-option /0/host wrangler vpc service create"]),
        ("web --type http --ipv4 10.0.0.1", &["missing-option /0/host/network wrangler vpc service create"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id", &["missing-option /0/host/network/tunnel_id --tunnel-id"]),
        ("web --ipv4 10.0.0.1 --tunnel-id T", &["missing-option /0 wrangler vpc service create"]),
        ("--type http --ipv4 10.0.0.1 --tunnel-id T", &["missing-option /0 wrangler vpc service create"]),
        ("--name web --type http --ipv4 10.0.0.1 --tunnel-id T", &["missing-option /0 --name"]),
        ("db --type tcp --ipv4 10.0.0.1 --tunnel-id T", &["missing-option /0 wrangler vpc service create"]),
        (
            "db --type tcp --http-port 80 --ipv4 10.0.0.1 --tunnel-id T",
            &["missing-option /0 wrangler vpc service create"],
        ),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id T -c", &["missing-option /0 -c"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel_id T", &["unknown-option /0 --tunnel_id"]),
        ("web --type http --ip=10.0.0.1 --tunnel-id T", &["unknown-option /0 --ip"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id T -tunnel-id x", &["unknown-option /0 -tunnel-id"]),
        ("web --type http --ipv4 10.0.0.1 --tunnel-id T --remote", &["unknown-option /0 --remote"]),
        ("my web app --type http --ipv4 10.0.0.1 --tunnel-id T", &["unknown-option /0 web"]),
        ("db --type tcp --tcp-port 0 $OPTIONS", &["port-range /0/tcp_port 0"]),
        ("db --type tcp --hostname $HOST --tunnel-id T", &[]),
        ("db --type tcp \"$@\"", &[]),
        ("db --type tcp --tcp-port $(port) --ipv4 `ip` --tunnel-id=$ID", &[]),
    ] {
        assert_eq!(found(&create(rest)), expected, "{rest}");
    }
    let update = format!("wrangler vpc service update --type http --ipv4 10.0.0.1 --tunnel-id {TUNNEL}");
    assert_eq!(found(&update), ["missing-option /0 wrangler vpc service update"; 2]);
}

#[test]
fn fixes_put_words_in_the_place_of_words() {
    for (rest, expected) in [
        ("web --type HTTP --ipv4 10.0.0.1 --tunnel-id T", Some("http")),
        ("web --type=\"HTTP\" --ipv4 10.0.0.1 --tunnel-id T", Some("http")),
        ("web --type http --ipv4 10.0.0.1 --tunnelid T", Some("--tunnel-id")),
        ("db --type tcp --hostname DB.example.com:70 --tunnel-id T", Some("db.example.com")),
        ("db --type tcp --hostname 'DB.example.com:70' --tunnel-id T", None),
        ("web --type http --hostname web.example --tunnel-id T --resolver-ips 1.1.1.1,1.1.1.1", None),
    ] {
        let text = create(rest);
        let report = check(&Source::new("a.sh", text.as_bytes(), Syntax::Shell), Operation::Request);
        let [finding] = report.findings() else { panic!("{rest}: {report}") };
        let fix = finding.diagnostic.fix.as_ref();
        let edits: Vec<_> = fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.text.trim_matches('"')).collect();
        assert_eq!(edits, expected.into_iter().collect::<Vec<_>>(), "{rest}");
    }
}

#[test]
fn a_hundred_thousand_words_take_no_time() {
    for word in ["--x ", "--ipv4 1 ", "word ", "$X ", "--env-file a ", "--tcp-port=$X ", "[a] ", "--resolver-ips "] {
        let text = create(&format!("web --type http --hostname a.example {}", word.repeat(100_000)));
        let start = std::time::Instant::now();
        let report = check(&Source::new("a.sh", text.as_bytes(), Syntax::Shell), Operation::Request);
        assert!(start.elapsed() < std::time::Duration::from_secs(8), "{word} takes {:?}", start.elapsed());
        assert!(report.findings().len() <= vpcheck_syntax::limits::DIAGNOSTICS, "{word}");
    }
    let resolvers = "1.1.1.1,".repeat(100_000);
    let text = create(&format!("web --type http --hostname a.example --tunnel-id T --resolver-ips {resolvers}"));
    let start = std::time::Instant::now();
    assert!(!found(&text).is_empty());
    assert!(start.elapsed() < std::time::Duration::from_secs(8), "{:?}", start.elapsed());
}
