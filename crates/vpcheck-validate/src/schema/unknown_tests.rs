//! Values that cannot be known: they are never wrong, and hide nothing beside them.

use vpcheck_syntax::{Kind, Node, Source, Syntax, Tree, TreeBuilder, Value, parse};

use super::{Slot, check, takes};
use crate::generated::service;

/// The text as a tree, where the string `?` stands for what cannot be known and `!` for a date.
fn tree(text: &str) -> Tree<'_> {
    let source = Source::json("test.json", text.as_bytes());
    let parsed = parse(&source);
    assert!(parsed.diagnostics.is_empty(), "{text}: {:?}", parsed.diagnostics);
    let mut builder = TreeBuilder::new(text, Syntax::Json);
    copy(parsed.tree().expect("there is a value").root(), &mut builder);
    builder.finish().expect("there is a value")
}

fn copy(node: Node<'_>, builder: &mut TreeBuilder<'_>) {
    match node.value() {
        Value::String("?") => builder.unknown(node.span()),
        Value::String("!") => builder.date_time(node.span()),
        Value::Array(items) => {
            builder.begin_array(node.span());
            items.for_each(|item| copy(item, builder));
            builder.end();
        }
        Value::Object(members) => {
            builder.begin_object(node.span());
            members.for_each(|member| {
                builder.name(member.name_span, member.name);
                copy(member.value, builder);
            });
            builder.end();
        }
        _ => builder.copy(node),
    }
}

/// What is found, each as rule, pointer and message.
fn found(text: &str) -> Vec<String> {
    let tree = tree(text);
    let mut diagnostics = Vec::new();
    check(&service::SERVICE_REQUEST, tree.root(), &mut diagnostics);
    let has_error = diagnostics.iter().any(|found| found.severity == vpcheck_syntax::Severity::Error);
    assert_eq!(takes(Slot::of(&service::SERVICE_REQUEST), tree.root()), !has_error, "{text}");
    diagnostics.iter().map(|found| format!("{} {} {}", found.rule, found.pointer, found.message)).collect()
}

/// An HTTP service on a host; `NET` stands for a network.
fn on_host(host: &str) -> String {
    let host = host.replace("NET", r#"{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#);
    format!(r#"{{"name": "web", "type": "http", "host": {{{host}}}}}"#)
}

#[test]
fn the_arm_is_found_by_what_is_known() {
    for (host, expected) in [
        // One arm is left.
        (r#""ipv4": "?", "network": NET"#, &[][..]),
        (r#""hostname": "?", "resolver_network": NET"#, &[]),
        (r#""ipv4": "?""#, &["missing-member /host `network` is missing: an IPv4 host needs it"]),
        (
            r#""hostname": "?", "network": NET"#,
            &["wrong-network /host `host` has `network`, and a hostname host needs `resolver_network`"],
        ),
        (r#""ipv4": "10.0.0.1", "hostname": "?", "network": NET"#, &[]),
        (r#""ipv4": "10.0.0.1", "hostname": "?", "network": "?", "resolver_network": "?""#, &[]),
        (
            r#""ipv4": "10.0.0.1", "hostname": "?", "network": NET, "resolver_network": NET"#,
            &[
                "wrong-network /host/resolver_network `host` has both `network` and `resolver_network`, and an IPv4 host takes \
                 `network`",
            ],
        ),
        // Several are left: what is wrong in all of them is wrong.
        (r#""ipv4": "?", "hostname": "?", "network": NET"#, &[]),
        (r#""ipv4": "?", "ipv6": "?", "hostname": "?", "network": "?", "resolver_network": "?""#, &[]),
        (r#""ipv4": "?", "ipv6": "?", "hostname": "?""#, &[]),
        (r#""ipv4": "10.0.0.1", "ipv6": "?", "network": NET"#, &[]),
        (r#""ipv4": "10.0.0.1", "ipv6": "?""#, &["missing-member /host `network` is missing: a host needs it"]),
        (
            r#""ipv4": "10.0.0.1", "ipv6": "?", "resolver_network": NET"#,
            &["wrong-network /host `host` has `resolver_network`, and an IPv4 host needs `network`"],
        ),
        (
            r#""ipv4": "10.0.0.256", "ipv6": "?", "network": {"tunnel_id": "x"}"#,
            &[
                "invalid-ipv4 /host/ipv4 `ipv4` is \"10.0.0.256\", and a number in an address is between 0 and 255",
                "invalid-tunnel-id /host/network/tunnel_id `tunnel_id` is \"x\", and a tunnel id has 36 characters \
                 and this has 1",
            ],
        ),
        // None is left.
        (
            r#""ipv4": "10.0.0.1", "hostname": "db.internal", "ipv6": "?", "network": NET"#,
            &["address-and-hostname /host `host` has both `ipv4` and `hostname`: keep one"],
        ),
        (
            r#""ipv4": null, "hostname": "?", "network": NET, "resolver_network": null"#,
            &["wrong-network /host `host` has `network`, and a hostname host needs `resolver_network`"],
        ),
    ] {
        let text = on_host(host);
        let found = found(&text);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_unknown_type_leaves_both_services() {
    let host = r#""host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}"#;
    for (members, expected) in [
        (r#""name": "web", "type": "?", HOST"#, &[][..]),
        (r#""name": "web", "type": "?", HOST, "tcp_port": 5432"#, &[]),
        (r#""name": "web", "type": "?", HOST, "http_port": 80, "tcp_port": null"#, &[]),
        (r#""name": "web", "type": "?", HOST, "tls_settings": "?""#, &[]),
        (r#""type": "?", HOST"#, &["missing-member  `name` is missing: a service needs it"]),
        (
            r#""name": "web", "type": "?", HOST, "tcp_port": 70000"#,
            &["port-range /tcp_port `tcp_port` is 70000, and a port is between 1 and 65535"],
        ),
        (
            r#""name": "web", "type": "?", HOST, "app_protocol": "postgres""#,
            &[
                "unknown-app-protocol /app_protocol `app_protocol` is \"postgres\", and an application protocol is `postgresql` or \
               `mysql`",
            ],
        ),
        (
            r#""name": "web", "type": "?", HOST, "prot": 1"#,
            &["unknown-member /prot there is no member `prot` in a service"],
        ),
    ] {
        let text = format!("{{{}}}", members.replace("HOST", host));
        let found = found(&text);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_unknown_value_is_there_and_is_right() {
    for text in [
        r#"{"name": "?", "type": "http", "host": "?"}"#,
        r#"{"name": "?", "type": "tcp", "tcp_port": "?", "app_protocol": "?", "host": "?", "tls_settings": "?"}"#,
        // It may be null.
        r#"{"name": "web", "type": "http", "tcp_port": "?", "host": "?"}"#,
        r#"{"name": "web", "type": "tcp", "tcp_port": 1, "http_port": "?", "host": "?"}"#,
        r#"{"name": "web", "type": "http", "tls_settings": {"cert_verification_mode": "?"}, "host": "?"}"#,
        r#"{"name": "web", "type": "http", "host": {"hostname": "a.b", "resolver_network": {"tunnel_id": "?", "resolver_ips": ["?"]}}}"#,
    ] {
        assert_eq!(found(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(tree(r#""?""#).root().kind(), Kind::Unknown);
}

#[test]
fn a_date_is_of_no_type_that_is_asked_for() {
    let found = found(r#"{"name": "!", "type": "http", "host": "?", "http_port": "!"}"#);
    assert_eq!(
        found,
        [
            "wrong-type /name `name` is the date \"!\", and a service name is a string",
            "wrong-type /http_port `http_port` is the date \"!\", and a port is an integer",
        ]
    );
}
