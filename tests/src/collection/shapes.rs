//! Every valid shape.

use serde_json::{Map, Value, json};

use super::Case;
use crate::{Random, write};

const TUNNEL: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

/// Members that one choice adds.
type Part = Vec<(&'static str, Value)>;

/// A service, a binding list or an envelope of every shape.
pub(super) fn all() -> Vec<Case> {
    let mut random = Random::new(0x5EED_0005);
    let requests = requests().into_iter().map(|value| ("request", value));
    let services: Vec<Value> = services();
    let singles = services.iter().map(|service| ("get", envelope(service)));
    let bare = services.iter().map(|service| ("response", service.clone()));
    let others = lists(&services).into_iter().map(|value| ("list", value));
    let deletes = deletes().into_iter().map(|value| ("delete", value));
    let bindings = bindings().into_iter().map(|value| ("wrangler", value));
    let all = requests.chain(singles).chain(bare).chain(others).chain(deletes).chain(bindings);
    all.enumerate()
        .map(|(number, (operation, value))| Case {
            name: format!("shape-{number}"),
            operation,
            text: write(&mut random, &value),
        })
        .collect()
}

/// Each type with each choice of ports, on each host, with each choice of verification.
fn requests() -> Vec<Value> {
    let mut all = Vec::new();
    for kind in kinds() {
        for host in hosts(&[Unused::Absent, Unused::Null]) {
            for tls in verification(&["verify_full", "verify_ca", "disabled"]) {
                let name = vec![("name", json!("web-app"))];
                all.push(object([name, kind.clone(), vec![("host", host.clone())], tls].concat()));
            }
        }
    }
    all
}

/// The same as the API answers it, with what a later API may answer.
fn services() -> Vec<Value> {
    let kinds: [Part; 4] = [
        vec![("type", json!("http")), ("http_port", json!(8080)), ("https_port", Value::Null)],
        vec![("type", json!("tcp")), ("tcp_port", json!(5432)), ("app_protocol", json!("postgresql"))],
        vec![("type", json!("tcp")), ("tcp_port", Value::Null), ("app_protocol", json!("redis"))],
        vec![("type", json!("udp")), ("udp_port", json!(53))],
    ];
    let mut all = Vec::new();
    for kind in kinds {
        for host in hosts(&[Unused::Null]) {
            for tls in verification(&["verify_full", "strict"]) {
                let members = vec![
                    ("service_id", json!("550e8400-e29b-41d4-a716-446655440000")),
                    ("name", json!("web-app")),
                    ("created_at", json!("2024-01-15T09:30:00Z")),
                    ("updated_at", json!("2024-01-15T10:45:00.123456+05:30")),
                ];
                all.push(object([members, kind.clone(), vec![("host", host.clone())], tls].concat()));
            }
        }
    }
    all
}

fn kinds() -> Vec<Part> {
    let http = |members: Part| [vec![("type", json!("http"))], members].concat();
    let tcp = |members: Part| [vec![("type", json!("tcp")), ("tcp_port", json!(5432))], members].concat();
    vec![
        http(vec![]),
        http(vec![("http_port", json!(1))]),
        http(vec![("https_port", json!(65535))]),
        http(vec![("http_port", json!(8080)), ("https_port", json!(8443)), ("tcp_port", Value::Null)]),
        http(vec![("http_port", Value::Null), ("https_port", Value::Null)]),
        tcp(vec![]),
        tcp(vec![("app_protocol", json!("postgresql"))]),
        tcp(vec![("app_protocol", json!("mysql")), ("http_port", Value::Null), ("https_port", Value::Null)]),
        tcp(vec![("app_protocol", Value::Null)]),
    ]
}

/// How the members of a host are written that it does not use.
#[derive(Clone, Copy)]
enum Unused {
    Absent,
    Null,
}

fn hosts(unused: &[Unused]) -> Vec<Value> {
    let network = json!({"tunnel_id": TUNNEL});
    let hosts: [Part; 6] = [
        vec![("ipv4", json!("10.0.0.1")), ("network", network.clone())],
        vec![("ipv6", json!("fd00::1")), ("network", network.clone())],
        vec![("ipv4", json!("10.0.0.1")), ("ipv6", json!("FD00::10.0.0.1")), ("network", network.clone())],
        vec![("hostname", json!("db.internal.example.com")), ("resolver_network", network)],
        vec![
            ("hostname", json!("_ldap._tcp.corp.")),
            ("resolver_network", json!({"tunnel_id": TUNNEL, "resolver_ips": ["10.0.0.53", "fd00::53"]})),
        ],
        vec![
            ("hostname", json!("localhost")),
            ("resolver_network", json!({"tunnel_id": TUNNEL.to_uppercase(), "resolver_ips": null})),
        ],
    ];
    let mut all = Vec::new();
    for host in hosts {
        for unused in unused {
            let mut host = object(host.clone());
            if let (Unused::Null, Value::Object(members)) = (unused, &mut host) {
                for name in ["ipv4", "ipv6", "hostname", "network", "resolver_network"] {
                    members.entry(name).or_insert(Value::Null);
                }
            }
            all.push(host);
        }
    }
    all
}

fn verification(modes: &[&str]) -> Vec<Part> {
    let given = modes.iter().map(|mode| vec![("tls_settings", json!({"cert_verification_mode": mode}))]);
    [vec![], vec![("tls_settings", Value::Null)]].into_iter().chain(given).collect()
}

pub(super) fn envelope(result: &Value) -> Value {
    json!({"success": true, "errors": [], "messages": [], "result": result})
}

fn lists(services: &[Value]) -> Vec<Value> {
    let mut all = Vec::new();
    let pages =
        [Value::Null, json!({}), json!({"page": 1, "per_page": 1000, "total_pages": 1, "count": 2, "total_count": 2})];
    for page in pages {
        for count in 0..4 {
            let step = services.len().div_ceil(4);
            let some: Value = services.iter().step_by(step).take(count).cloned().collect();
            let mut list = envelope(&some);
            list["result_info"] = page.clone();
            all.push(list);
        }
    }
    all
}

fn deletes() -> Vec<Value> {
    let message = json!({
        "code": 7003, "message": "no route", "documentation_url": "https://example.com", "source": {"pointer": "/host"}
    });
    let mut all = Vec::new();
    for success in [true, false] {
        for errors in [json!([]), json!([{"code": 1000, "message": ""}]), json!([message, message])] {
            for messages in [json!([]), json!([{"code": 1001, "message": "m", "source": {}}])] {
                let bare = json!({"success": success, "errors": errors, "messages": messages});
                let mut null = bare.clone();
                null["result"] = Value::Null;
                all.extend([bare, null]);
            }
        }
    }
    all
}

fn bindings() -> Vec<Value> {
    let mut lists: Vec<Part> = vec![vec![], vec![("vpc_services", json!([]))], vec![("vpc_networks", json!([]))]];
    for remote in [vec![], vec![("remote", json!(true))], vec![("remote", json!(false))]] {
        let item = |members: Part| object([members, remote.clone()].concat());
        let service = item(vec![("binding", json!("API")), ("service_id", json!(TUNNEL))]);
        let tunnel = item(vec![("binding", json!("TUNNEL")), ("tunnel_id", json!(TUNNEL))]);
        let network = item(vec![("binding", json!("MESH")), ("network_id", json!("cf1:network"))]);
        lists.extend([
            vec![("vpc_services", json!([service]))],
            vec![("vpc_networks", json!([tunnel]))],
            vec![("vpc_networks", json!([network]))],
            vec![("vpc_services", json!([service])), ("vpc_networks", json!([tunnel, network]))],
        ]);
    }
    let mut all = Vec::new();
    for list in lists {
        let worker = vec![("name", json!("my-worker")), ("main", json!("src/index.js"))];
        let top = object([worker.clone(), list.clone()].concat());
        let environment = object([worker, vec![("env", json!({"staging": object(list)}))]].concat());
        all.extend([top, environment]);
    }
    all
}

fn object(members: Part) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
