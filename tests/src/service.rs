//! Valid services of every shape.

use serde_json::{Map, Value, json};

use crate::Random;

/// The body of a valid create or update.
pub fn request(random: &mut Random) -> Value {
    let mut members = vec![("name", json!(name(random))), ("host", host(random, Unused::Absent))];
    if random.chance(1, 2) {
        members.push(("type", json!("http")));
        for port in ["http_port", "https_port"] {
            optional(random, &mut members, port, |random| json!(1 + random.below(65535)));
        }
        optional(random, &mut members, "tcp_port", |_| Value::Null);
    } else {
        members.push(("type", json!("tcp")));
        members.push(("tcp_port", json!(1 + random.below(65535))));
        optional(random, &mut members, "app_protocol", |random| json!(random.pick(&["postgresql", "mysql"])));
        optional(random, &mut members, "http_port", |_| Value::Null);
    }
    optional(
        random,
        &mut members,
        "tls_settings",
        |random| json!({"cert_verification_mode": random.pick(&["verify_full", "verify_ca", "disabled"])}),
    );
    if random.chance(1, 20) {
        members.push(("service_id", json!(uuid(random))));
        members.push(("created_at", json!("2026-09-29T06:59:25Z")));
    }
    object(members)
}

/// A service as the API answers it.
pub fn response(random: &mut Random) -> Value {
    let mut members = vec![
        ("service_id", json!(uuid(random))),
        ("name", json!(name(random))),
        ("host", host(random, Unused::Null)),
        ("created_at", json!("2026-09-29T06:59:25Z")),
        ("updated_at", json!("2026-09-29T07:00:00.5+01:00")),
    ];
    if random.chance(1, 2) {
        members.push(("type", json!("http")));
        members.push(("http_port", json!(1 + random.below(65535))));
        members.push(("https_port", Value::Null));
    } else {
        members.push(("type", json!("tcp")));
        members.push(("tcp_port", json!(1 + random.below(65535))));
        members.push(("app_protocol", json!(random.pick(&["postgresql", "mysql", "redis"]))));
    }
    optional(
        random,
        &mut members,
        "tls_settings",
        |random| json!({"cert_verification_mode": random.pick(&["verify_full", "verify_ca", "disabled", "strict"])}),
    );
    object(members)
}

/// How the members of a host are written that it does not use.
#[derive(Clone, Copy)]
enum Unused {
    Absent,
    Null,
}

fn host(random: &mut Random, unused: Unused) -> Value {
    let shape = random.below(4);
    let mut members = Vec::new();
    if shape == 0 || shape == 2 {
        members.push(("ipv4", json!(ipv4(random))));
    }
    if shape == 1 || shape == 2 {
        members.push(("ipv6", json!(ipv6(random))));
    }
    if shape == 3 {
        let mut network = vec![("tunnel_id", json!(uuid(random)))];
        optional(random, &mut network, "resolver_ips", |random| {
            (0..random.below(4)).map(|_| if random.chance(1, 3) { ipv6(random) } else { ipv4(random) }).collect()
        });
        members.push(("hostname", json!(hostname(random))));
        members.push(("resolver_network", object(network)));
    } else {
        let mut network = vec![("tunnel_id", json!(uuid(random)))];
        if random.chance(1, 10) {
            network.push(("resolver_ips", Value::Null));
        }
        members.push(("network", object(network)));
    }
    for name in ["ipv4", "ipv6", "hostname", "network", "resolver_network"] {
        let is_used = members.iter().any(|(used, _)| *used == name);
        if !is_used && (matches!(unused, Unused::Null) || random.chance(1, 8)) {
            members.push((name, Value::Null));
        }
    }
    object(members)
}

fn name(random: &mut Random) -> String {
    // Escapes are rare in names, but they have to be read.
    if random.chance(1, 20) {
        return "a \"quoted\" name".to_owned();
    }
    let word = random.pick(&["web-app", "orders db", "Büro 東京 📦", "metrics", "intranet (old)"]);
    if random.chance(1, 2) { (*word).to_owned() } else { format!("{word}-{}", random.below(10_000)) }
}

fn hostname(random: &mut Random) -> String {
    let first = random.pick(&["db", "api", "_ldap._tcp", "3com", "a-b", "x"]);
    let rest = random.pick(&["internal.example.com", "svc.cluster.local", "corp", "example.com.", "bücher.example"]);
    if random.chance(1, 10) { "localhost".to_owned() } else { format!("{first}{}.{rest}", random.below(100)) }
}

fn ipv4(random: &mut Random) -> String {
    if random.chance(1, 2) {
        format!("10.{}.{}.{}", random.below(256), random.below(256), random.below(256))
    } else {
        format!("192.168.{}.{}", random.below(256), random.below(256))
    }
}

fn ipv6(random: &mut Random) -> String {
    match random.below(4) {
        0 => "::1".to_owned(),
        1 => format!("fe80::{:x}", random.below(0x1_0000)),
        2 => format!("FD12:3456:789A::{:X}", random.below(0x1_0000)),
        _ => format!("fd00:1:2:3:4:5:{:x}:{:x}", random.below(0x1_0000), random.below(0x1_0000)),
    }
}

fn uuid(random: &mut Random) -> String {
    let (high, low) = (random.bits(), random.bits());
    let text = format!(
        "{:08x}-{:04x}-7{:03x}-b{:03x}-{:012x}",
        high >> 32,
        (high >> 16) & 0xFFFF,
        high & 0xFFF,
        low >> 52,
        low & 0xFFFF_FFFF_FFFF
    );
    if random.chance(1, 10) { text.to_uppercase() } else { text }
}

/// Adds the member in half of the cases, and null in some of the others.
fn optional(
    random: &mut Random,
    members: &mut Vec<(&'static str, Value)>,
    name: &'static str,
    value: impl FnOnce(&mut Random) -> Value,
) {
    match random.below(8) {
        0..4 => {
            let value = value(random);
            members.push((name, value));
        }
        4 => members.push((name, Value::Null)),
        _ => {}
    }
}

fn object(members: Vec<(&'static str, Value)>) -> Value {
    Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect::<Map<_, _>>())
}
