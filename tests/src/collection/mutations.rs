//! Every mutation of every member.

use serde_json::{Value, json};

use super::{Case, shapes::envelope};
use crate::{Random, write};

/// Stands where a text is put that no value can be.
const MARK: &str = "\u{1}";

/// Names that a member may have in some object, each with a value that is right there.
fn strangers() -> Vec<(&'static str, Value)> {
    vec![
        ("ipv4", json!("10.0.0.1")),
        ("ipv6", json!("::1")),
        ("hostname", json!("a.example")),
        ("network", json!({"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"})),
        ("resolver_network", json!({"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"})),
        ("resolver_ips", json!(["10.0.0.1"])),
        ("tunnel_id", json!("0191dce4-9ab4-7fce-b660-8e5dec5172da")),
        ("network_id", json!("cf1:network")),
        ("http_port", json!(80)),
        ("tcp_port", json!(80)),
        ("app_protocol", json!("mysql")),
        ("service_id", json!("550e8400-e29b-41d4-a716-446655440000")),
        ("created_at", json!("2024-01-15T09:30:00Z")),
        ("unknown", json!({"a": [1]})),
        ("__proto__", json!(1)),
        ("", json!(1)),
    ]
}

/// Values of each type of JSON.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(0),
        json!(80.5),
        json!("x"),
        json!([]),
        json!({}),
        json!([[]]),
        json!({"a": 1}),
    ]
}

/// Integers near the bounds of some member.
fn integers() -> Vec<Value> {
    [-1_i64, 1, 65_535, 65_536, 70_000, 999, 2_147_483_648, 4_294_967_297].map(Value::from).to_vec()
}

/// Spellings of numbers that a value does not keep, or that are no JSON.
const SPELLINGS: [&str; 7] = ["80.0", "8e1", "080", "+80", "-0", "36893488147419103232", "-36893488147419103232"];

/// Strings that are near to one that is right.
fn strings(text: &str) -> Vec<Value> {
    let shortened: String = text.chars().skip(1).collect();
    let texts = [
        String::new(),
        " ".to_owned(),
        text.to_uppercase(),
        format!(" {text}"),
        format!("{text}\n"),
        format!("{text}."),
        format!("{text}\u{0}"),
        format!("{text}/24"),
        format!("{text}é"),
        format!("<{text}>"),
        format!("<{text}>\n"),
        format!("{{{text}}}"),
        text.replace(['-', '_'], ""),
        text.replace('_', "-"),
        shortened,
        text.repeat(300),
    ];
    texts.map(Value::from).to_vec()
}

/// Leap seconds where there may be one and where not.
const TIMESTAMPS: [&str; 6] = [
    "2024-06-30T23:59:60Z",
    "2024-06-30t23:59:60.25z",
    "2024-07-01T05:29:60+05:30",
    "2024-06-30T15:59:60-08:00",
    "2024-06-30T15:59:60-08:30",
    "2024-01-15T09:30:60Z",
];

/// Documents in which every member occurs.
fn bases() -> Vec<(&'static str, &'static str, Value)> {
    let tunnel = "0191dce4-9ab4-7fce-b660-8e5dec5172da";
    let http = json!({
        "name": "web-app", "type": "http", "http_port": 8080, "https_port": 8443,
        "tls_settings": {"cert_verification_mode": "verify_full"},
        "host": {"hostname": "app.example.com", "resolver_network": {"tunnel_id": tunnel, "resolver_ips": ["10.0.0.53", "::1"]}},
    });
    let tcp = json!({
        "name": "orders", "type": "tcp", "tcp_port": 5432, "app_protocol": "postgresql", "tls_settings": null,
        "host": {"ipv4": "10.0.0.1", "ipv6": "fd00::1", "network": {"tunnel_id": tunnel}},
        "service_id": "550e8400-e29b-41d4-a716-446655440000",
        "created_at": "2024-01-15T09:30:00Z", "updated_at": "2024-02-29T23:59:59.5+00:00",
    });
    let message = json!({"code": 5101, "message": "m", "documentation_url": "https://example.com", "source": {"pointer": "/name"}});
    let mut list = envelope(&json!([http, tcp]));
    list["result_info"] = json!({"page": 1, "per_page": 1000, "total_pages": 1, "count": 2, "total_count": 2});
    let mut single = envelope(&tcp);
    single["errors"] = json!([message]);
    single["messages"] = json!([message]);
    let failed = json!({"success": false, "errors": [message], "messages": [], "result": null});
    let bindings = json!({
        "vpc_services": [{"binding": "API", "service_id": tunnel, "remote": true}],
        "vpc_networks": [{"binding": "TUNNEL", "tunnel_id": tunnel}, {"binding": "MESH", "network_id": "cf1:network", "remote": true}],
        "env": {"staging": {"vpc_services": [{"binding": "API", "service_id": tunnel}], "vpc_networks": []}},
    });
    vec![
        ("http", "request", http.clone()),
        ("tcp", "request", tcp.clone()),
        ("service", "response", http),
        ("single", "get", single),
        ("list", "list", list),
        ("delete", "delete", failed),
        ("bindings", "wrangler", bindings),
    ]
}

/// Every mutation of every member of each base.
pub(super) fn all() -> Vec<Case> {
    let mut random = Random::new(0x5EED_0006);
    let mut cases = Vec::new();
    for (base, operation, value) in bases() {
        for pointer in pointers(&value) {
            for (number, text) in mutated(&mut random, &value, &pointer).into_iter().enumerate() {
                cases.push(Case { name: format!("{base}{pointer}#{number}"), operation, text });
            }
        }
    }
    cases
}

/// The texts of all mutations at one place.
fn mutated(random: &mut Random, base: &Value, pointer: &str) -> Vec<String> {
    let Some(at) = base.pointer(pointer) else { return Vec::new() };
    let mut replacements = values();
    match at {
        Value::Number(number) => {
            replacements.extend(integers());
            replacements.push(number.to_string().into());
        }
        Value::String(text) => replacements.extend(strings(text)),
        _ => {}
    }
    if pointer.ends_with("_at") {
        replacements.extend(TIMESTAMPS.map(Value::from));
    }
    let mut texts: Vec<String> = replacements
        .into_iter()
        .map(|replacement| write(random, &replaced(base, pointer, |place| *place = replacement)))
        .collect();
    if at.is_number() {
        let marked = replaced(base, pointer, |place| *place = MARK.into());
        texts.extend(SPELLINGS.map(|spelling| write(random, &marked).replace("\"\\u0001\"", spelling)));
    }
    if let Value::Object(members) = at {
        for (name, value) in strangers().into_iter().filter(|(name, _)| !members.contains_key(*name)) {
            for value in [value, Value::Null] {
                texts.push(write(random, &replaced(base, pointer, |place| place[name] = value)));
            }
        }
    }
    let (parent, name) = pointer.rsplit_once('/').unwrap_or_default();
    if base.pointer(parent).is_some_and(Value::is_object) && !pointer.is_empty() {
        texts.extend(of_member(random, base, parent, name));
    }
    texts
}

/// The member left out, named differently, or given twice.
fn of_member(random: &mut Random, base: &Value, parent: &str, name: &str) -> Vec<String> {
    let camel: String = name
        .split('_')
        .enumerate()
        .map(|(index, word)| if index == 0 { word.to_owned() } else { capital(word) })
        .collect();
    let rename = |to: Option<String>| {
        replaced(base, parent, |place| {
            let Value::Object(members) = place else { return };
            let Some(member) = members.remove(name) else { return };
            if let Some(to) = to {
                members.insert(to, member);
            }
        })
    };
    let renamed =
        [None, Some(capital(name)), Some(camel), Some(format!("{name} "))].map(|to| write(random, &rename(to)));
    let twice = replaced(base, parent, |place| place[MARK] = place[name].clone());
    let twice = write(random, &twice).replace("\"\\u0001\"", &Value::from(name).to_string());
    renamed.into_iter().chain([twice]).collect()
}

fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

fn replaced(base: &Value, pointer: &str, change: impl FnOnce(&mut Value)) -> Value {
    let mut value = base.clone();
    if let Some(place) = value.pointer_mut(pointer) {
        change(place);
    }
    value
}

/// The pointers of all values, the root first. No name in a base has to be escaped.
fn pointers(value: &Value) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut next = 0;
    while let Some(pointer) = found.get(next).cloned() {
        next += 1;
        match value.pointer(&pointer) {
            Some(Value::Object(members)) => found.extend(members.keys().map(|name| format!("{pointer}/{name}"))),
            Some(Value::Array(items)) => found.extend((0..items.len()).map(|index| format!("{pointer}/{index}"))),
            _ => {}
        }
    }
    found
}
