//! Values that some languages read as another value, before anything of theirs looks at them.

use serde_json::{Value, json};

use super::{Case, shapes::envelope};

const TUNNEL: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

/// Strings that are other strings in normal form C, and values that are converted to the type that is wanted.
pub(super) fn all() -> Vec<Case> {
    let case = |name: &str, operation, value: &Value| Case {
        name: format!("reading-{name}"),
        operation,
        text: value.to_string(),
    };
    let mut cases: Vec<Case> =
        hostnames().iter().map(|(name, hostname)| case(name, "request", &on_hostname(hostname))).collect();
    cases.extend(bindings().iter().map(|(name, bindings)| case(name, "wrangler", bindings)));
    cases.extend(answers().iter().map(|(name, operation, answer)| case(name, operation, answer)));
    cases.extend(codes().map(|(name, text)| Case { name: format!("reading-{name}"), operation: "delete", text }));
    cases
}

/// `e` and its accent are one character once they are normalised, and so are `<` and the stroke through it.
fn hostnames() -> [(&'static str, String); 3] {
    let label = "e\u{301}".repeat(31);
    [
        ("long-label", format!("{}.example", "e\u{301}".repeat(33))),
        ("long-name", [label.as_str(); 5].join(".")),
        ("sign", "a<\u{338}b.example".to_owned()),
    ]
}

fn on_hostname(hostname: &str) -> Value {
    let host = json!({"hostname": hostname, "resolver_network": {"tunnel_id": TUNNEL}});
    json!({"name": "web-app", "type": "http", "host": host})
}

fn bindings() -> [(&'static str, Value); 2] {
    let placeholder = "<\u{338}a>";
    [
        ("binding", json!({"vpc_services": [{"binding": placeholder, "service_id": TUNNEL}]})),
        ("id", json!({"vpc_services": [{"binding": "API", "service_id": placeholder}]})),
    ]
}

fn answers() -> [(&'static str, &'static str, Value); 8] {
    let service = |kind: &str, name: Value, id: Value, host: Value| json!({"type": kind, "name": name, "service_id": id, "host": host});
    let network = json!({"tunnel_id": TUNNEL});
    let host = json!({"ipv4": "10.0.0.1", "network": network});
    let done = |success: &str, result: &Value| {
        let mut answer = envelope(result);
        answer["success"] = success.into();
        answer
    };
    [
        ("done-list", "list", done("true", &json!([]))),
        ("failed-list", "list", done("false", &Value::Null)),
        ("done-delete", "delete", done("true", &Value::Null)),
        ("failed-delete", "delete", done("false", &Value::Null)),
        ("failed-get", "get", done("false", &Value::Null)),
        ("ipv6", "response", service("http", json!("a"), json!(TUNNEL), json!({"ipv6": true, "network": network}))),
        ("other-name", "response", service("udp", json!(1), json!(TUNNEL), host.clone())),
        ("other-id", "response", service("udp", json!("a"), json!(1), host)),
    ]
}

/// The outermost integers of 64 bits and their neighbours, which are the same double.
fn codes() -> impl Iterator<Item = (&'static str, String)> {
    let codes = [
        ("largest", "9223372036854775807"),
        ("too-large", "9223372036854775808"),
        ("smallest", "-9223372036854775808"),
        ("too-small", "-9223372036854775809"),
    ];
    codes.into_iter().map(|(name, code)| {
        let text = format!(
            r#"{{"success": false, "errors": [{{"code": {code}, "message": "m"}}], "messages": [], "result": null}}"#
        );
        (name, text)
    })
}
