//! What is recognised in a text, and what is not.

use vpcheck_validate::{Checker, Operation, Source, Verdict};

const SERVICE: &str = r#"{"name": "a", "type": "http", "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;

/// The operation and the pointer of each part.
fn found(text: &str) -> Vec<(Operation, String)> {
    let lint = Checker::new().lint(&Source::json("test.json", text.as_bytes()), None);
    lint.recognised.into_iter().map(|found| (found.operation, found.pointer)).collect()
}

/// The pointers of the services.
fn services(text: &str) -> Vec<String> {
    let found = found(&text.replace("SERVICE", SERVICE));
    assert!(found.iter().all(|(operation, _)| *operation == Operation::Request), "{text}: {found:?}");
    found.into_iter().map(|(_, pointer)| pointer).collect()
}

#[test]
fn whole_documents_are_found() {
    for (text, expected) in [
        (SERVICE, Operation::Request),
        (r#"{"name": "a", "type": "HTTP", "host": null}"#, Operation::Request),
        (r#"{"name": "a", "type": "http", "host": []}"#, Operation::Request),
        (r#"{"name": "a", "type": "tcp", "host": {"hostName": "a"}}"#, Operation::Request),
        (r#"{"type": "http", "http_port": 80}"#, Operation::Request),
        (r#"{"host": {"ipv4": "10.0.0.1"}, "tcp_port": 1}"#, Operation::Request),
        (r#"{"host": {"hostname": "a", "resolver_network": {}}}"#, Operation::Request),
        (
            r#"{"service_id": "x", "created_at": "x", "name": "a", "type": "http", "host": {"ipv4": "x", "ipv6": null}}"#,
            Operation::Request,
        ),
        (r#"{"success": false, "errors": [], "messages": [], "result": null}"#, Operation::Response),
        (r#"{"success": true, "errors": [], "messages": []}"#, Operation::Response),
        (
            r#"{"success": true, "errors": [], "messages": [], "result": [{"type": "http", "host": {"ipv4": "x"}}]}"#,
            Operation::Response,
        ),
        (r#"{"name": "w", "vpc_services": []}"#, Operation::Wrangler),
        (r#"{"name": "w", "vpcServices": []}"#, Operation::Wrangler),
        (r#"{"name": "w", "vpc-network": []}"#, Operation::Wrangler),
        (r#"{"name": "w", "env": {"staging": {"vpc_networks": []}}}"#, Operation::Wrangler),
        (r#"{"name": "w", "previews": {"vpc_networks": []}}"#, Operation::Wrangler),
        (r#"{"name": "w", "main": "src/index.js", "compatibility_date": "2026-01-01"}"#, Operation::Wrangler),
    ] {
        assert_eq!(found(text), [(expected, String::new())], "{text}");
    }
}

#[test]
fn services_are_found_under_keys() {
    for (text, expected) in [
        ("[SERVICE, SERVICE]", &["/0", "/1"][..]),
        (r#"{"web": SERVICE, "api": SERVICE}"#, &["/web", "/api"]),
        (r#"{"services": [SERVICE]}"#, &["/services/0"]),
        (r#"{"version": 2, "vpc": {"enabled": true, "services": {"web": SERVICE}}}"#, &["/vpc/services/web"]),
        (r#"{"vpc_services": [SERVICE]}"#, &["/vpc_services/0"]),
        (r#"{"vpc_services": {"web": SERVICE}}"#, &["/vpc_services/web"]),
        (r#"{"a": [[{"b": SERVICE}]], "c": SERVICE}"#, &["/a/0/0/b", "/c"]),
        // What stands among services is one, or meant to be.
        (r#"[SERVICE, {"name": "b"}, SERVICE, 1]"#, &["/0", "/1", "/2", "/3"]),
        (r#"{"web": SERVICE, "defaults": {"labels": {}}, "db": {"name": "db", "type": "tcp"}}"#, &["/web", "/db"]),
        (r#"{"web": SERVICE, "more": {"deep": SERVICE}}"#, &["/web", "/more/deep"]),
        // It is not looked into what was found.
        (r#"{"name": "a", "type": "http", "host": {"ipv4": "x"}, "other": SERVICE}"#, &[""]),
    ] {
        assert_eq!(services(text), expected, "{text}");
    }
    let envelope = r#"{"exchange": {"status": 200, "body": {"success": true, "result": [SERVICE]}}}"#;
    let found = found(&envelope.replace("SERVICE", SERVICE));
    assert_eq!(found, [(Operation::Response, "/exchange/body".to_owned())]);
}

#[test]
fn what_belongs_to_others_is_left_alone() {
    for text in [
        "{}",
        "[]",
        "1",
        "null",
        r#"{"name": "package", "version": "1.0.0", "main": "index.js", "env": {"NODE_ENV": "x"}}"#,
        r#"{"name": "app", "type": "module", "dependencies": {}, "config": {"http_port": 80}}"#,
        r#"{"compilerOptions": {"types": ["@cloudflare/workers-types"]}, "include": ["src"]}"#,
        r#"{"success": true, "result": {"id": "zone"}}"#,
        r#"{"success": true, "errors": [], "messages": [], "result": [{"id": "zone", "name": "example.com", "type": "full"}]}"#,
        r#"{"host": "db.example", "port": 5432, "user": "a"}"#,
        r#"{"host": null, "port": 5432}"#,
        r#"{"host": {"hostname": "a.example"}}"#,
        r#"[{"name": "a"}]"#,
        r#"{"name": "check", "type": "http", "host": "status.example.com", "port": 443}"#,
        r#"{"name": "server", "host": "0.0.0.0", "http_port": 8080, "https_port": 8443}"#,
        r#"{"services": {"web": {"image": "nginx", "ports": ["80:80"], "hostname": "web", "networks": ["front"]}}}"#,
        r#"{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web"}, "spec": {"type": "ClusterIP", "ports": [{"port": 80}]}}"#,
        r#"{"apiVersion": "example.com/v1", "kind": "Vpc", "spec": SERVICE}"#,
        r#"{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"livenessProbe": {"httpGet": {"host": "a", "port": 80}}}]}}"#,
        r#"{"openapi": "3.0.3", "components": {"schemas": {"S": {"type": "object", "properties": {"type": {"enum": ["http"]}, "host": {"type": "object"}, "http_port": {"type": "integer"}}, "example": SERVICE}}}}"#,
        r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "examples": [SERVICE]}"#,
        r#"{"on": {"push": {}}, "jobs": {"test": {"runs-on": "ubuntu-latest", "services": {"db": {"image": "postgres", "ports": ["5432:5432"]}}}}}"#,
        r#"{"ingress": [{"hostname": "a.example.com", "service": "http://localhost:80"}], "tunnel": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#,
        r#"{"monitors": [{"name": "web", "type": "http", "host": "a.example", "interval": 60}, {"name": "db", "type": "tcp", "host": "b.example"}]}"#,
        r#"{"probe": {"type": "http", "http_port": 8080}, "database": {"host": {"hostname": "db"}, "port": 5432}}"#,
        r#"{"image": {"tag": "1"}, "service": {"type": "ClusterIP", "port": 80}, "ingress": {"hosts": [{"host": "a.example"}]}}"#,
    ] {
        let text = text.replace("SERVICE", SERVICE);
        let lint = Checker::new().lint(&Source::json("test.json", text.as_bytes()), None);
        assert_eq!((lint.recognised, lint.verdict), (Vec::new(), Verdict::Other), "{text}");
    }
}

#[test]
fn reasons_can_be_read() {
    let reason = |text: &str| {
        let text = text.replace("SERVICE", SERVICE);
        let lint = Checker::new().lint(&Source::json("test.json", text.as_bytes()), None);
        lint.recognised.last().map(|found| found.reason.to_string())
    };
    for (text, expected) in [
        ("SERVICE", "a service: it has `type` and `host`"),
        (r#"{"type": "tcp", "tcp_port": 1}"#, "a service: it has `type` and `tcp_port`"),
        ("[SERVICE, SERVICE, {}]", "a service: it stands among services"),
        (r#"{"vpcServices": []}"#, "a wrangler configuration: it has `vpcServices`"),
        (r#"{"success": true, "result": SERVICE}"#, "an answer of the API: `result` holds services"),
        (
            r#"{"success": true, "errors": [], "messages": []}"#,
            "an answer of the API: it has `success`, `errors` and `messages`",
        ),
    ] {
        assert_eq!(reason(text).as_deref(), Some(expected), "{text}");
    }
    let lint = Checker::new().lint(&Source::json("test.json", SERVICE.as_bytes()), Some(Operation::Request));
    assert_eq!(lint.recognised[0].reason.to_string(), "it was said what it is");
}

#[test]
fn a_broken_text_is_ours_where_it_has_a_name_of_ours() {
    let verdict = |text: &str| Checker::new().lint(&Source::json("test.json", text.as_bytes()), None).verdict;
    for (text, expected) in [
        (r#"{"tunnel_id": "#, Verdict::Ours),
        (r#"{"name": "#, Verdict::Broken),
        ("", Verdict::Broken),
        (r#"{"name": 1, "name": 2}"#, Verdict::Other),
        (r#"{"name": "a", "type": "http", "host": {"ipv4": "x"}, "#, Verdict::Ours),
    ] {
        assert_eq!(verdict(text), expected, "{text}");
    }
}

#[test]
fn the_search_has_bounds() {
    let nested = |depth: usize| format!("{}{SERVICE}{}", r#"{"a":"#.repeat(depth), "}".repeat(depth));
    let depth = vpcheck_syntax::limits::SEARCH_DEPTH;
    assert_eq!(found(&nested(depth)).len(), 1);
    assert_eq!(found(&nested(depth + 1)), []);
    let beside = |values: usize| format!(r#"{{"a": [{}1], "b": {SERVICE}}}"#, "1,".repeat(values - 1));
    let values = vpcheck_syntax::limits::SEARCH_VALUES;
    // The array and the service are values as well.
    assert_eq!(found(&beside(values - 2)).len(), 1);
    assert_eq!(found(&beside(values - 1)), []);
}
