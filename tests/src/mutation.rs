//! One change to a document, at any of its members.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::{Document, Random};

/// Names that a member may be given instead of its own: near misses, members of other objects, and strangers.
const NAMES: &[&str] = &[
    "name",
    "type",
    "host",
    "http_port",
    "https_port",
    "tcp_port",
    "app_protocol",
    "tls_settings",
    "service_id",
    "created_at",
    "updated_at",
    "ipv4",
    "ipv6",
    "hostname",
    "network",
    "resolver_network",
    "tunnel_id",
    "resolver_ips",
    "cert_verification_mode",
    "resolverNetwork",
    "tunnelId",
    "Name",
    "tags",
    "",
    "a/b~c",
    "$schema",
    "id",
    "port",
    "vpc_services",
    "vpc_networks",
    "binding",
    "network_id",
    "remote",
    "env",
];

/// Strings that some member takes or refuses by little.
const STRINGS: &[&str] = &[
    "",
    " ",
    "http",
    "tcp",
    "HTTP",
    " http",
    "udp",
    "postgresql",
    "postgres",
    "mysql",
    "verify_full",
    "verify-full",
    "disabled",
    "10.0.0.1",
    "10.0.0.01",
    "10.0.0.1/32",
    "10.0.0.1:8080",
    "10.0.0",
    "10.0.0.1\n",
    "256.0.0.1",
    "0.0.0.0",
    "169.254.169.254",
    "::1",
    "[::1]",
    "fe80::1%eth0",
    "::ffff:10.0.0.1",
    "1:2:3:4:5:6:7",
    "1::2:3:4:5:6:7:8",
    "localhost",
    "example.com",
    "example.com.",
    "example..com",
    ".example.com",
    "*.example.com",
    "http://example.com",
    "example.com/path",
    "db:5432",
    "user@example.com",
    "exam ple.com",
    "exam\u{200B}ple.com",
    "bücher.example",
    "xn--X.example",
    "010.000.000.001",
    "10.0.0.1.",
    "<YOUR_HOSTNAME>",
    "a_b.example",
    "-a.example",
    "EXAMPLE.com",
    "0191dce4-9ab4-7fce-b660-8e5dec5172da",
    "0191DCE4-9AB4-7FCE-B660-8E5DEC5172DA",
    "0191dce49ab47fceb6608e5dec5172da",
    "{0191dce4-9ab4-7fce-b660-8e5dec5172da}",
    "urn:uuid:0191dce4-9ab4-7fce-b660-8e5dec5172da",
    "0191dce4-9ab4-7fce-b660-8e5dec5172da\n",
    "00000000-0000-0000-0000-000000000000",
    "8080",
    "\u{0}",
    "\u{1F4E6}",
    "2024-01-15T09:30:00Z",
    "2024-02-30T09:30:00Z",
    "2024-01-15T09:30:00",
    "2023-02-29t00:00:00z",
    "<tunnel-id>",
    "cf1:network",
    "true",
];

/// Numbers as they may be written.
const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "-0",
    "80",
    "65535",
    "65536",
    "70000",
    "2147483647",
    "2147483648",
    "9223372036854775807",
    "18446744073709551615",
    "18446744073709551616",
    "1.5",
    "0.5",
    "1e-7",
    "1e400",
    "-80",
];

/// Integers in a spelling that a value does not keep.
const SPELLINGS: &[&str] = &["80.0", "8e1", "8E+1", "800e-1"];

/// The document with one change.
pub fn mutate(random: &mut Random, value: &Value) -> Document {
    let mut value = value.clone();
    let paths = paths(&value);
    let path = random.pick(&paths).clone();
    let choice = random.below(12);
    if choice == 0 {
        return repeat(random, &value);
    }
    if choice == 1 {
        let numbers = if random.chance(1, 2) { NUMBERS } else { SPELLINGS };
        return replace_by_text(random, value, &path, numbers);
    }
    match (choice, path.split_last()) {
        (2..4, Some((last, parent))) => {
            if let Some(Value::Object(members)) = find(&mut value, parent) {
                members.remove(last);
            }
        }
        (4..6, Some((last, parent))) => {
            let name = random.pick(NAMES);
            if let Some(Value::Object(members)) = find(&mut value, parent)
                && let Some(member) = members.remove(last)
            {
                members.insert((*name).to_owned(), member);
            }
        }
        (6, _) => {
            let (name, member) = (*random.pick(NAMES), any(random));
            if let Some(Value::Object(members)) = find(&mut value, &path) {
                members.insert(name.to_owned(), member);
            }
        }
        _ => {
            let replacement = any(random);
            if let Some(place) = find(&mut value, &path) {
                *place = replacement;
            }
        }
    }
    Document::new(random, value)
}

/// Any small value.
fn any(random: &mut Random) -> Value {
    match random.below(10) {
        0 => Value::Null,
        1 => json!(random.chance(1, 2)),
        2 => json!(random.below(100_000)),
        3 => json!([random.pick(STRINGS), random.pick(STRINGS)]),
        4 => json!({*random.pick(NAMES): random.pick(STRINGS)}),
        5 => [json!([]), json!({}), json!(-1), json!(1.5), json!([1])][random.below(5)].clone(),
        _ => json!(random.pick(STRINGS)),
    }
}

/// Gives a member of some object twice: with the same name, or with the name spelled by an escape.
fn repeat(random: &mut Random, value: &Value) -> Document {
    let mut marked = value.clone();
    let objects: Vec<_> = paths(value)
        .into_iter()
        .filter(|path| matches!(find(&mut marked, path), Some(Value::Object(members)) if !members.is_empty()))
        .collect();
    if objects.is_empty() {
        return Document::new(random, marked);
    }
    let path = random.pick(&objects).clone();
    let members: &mut Map<String, Value> = match find(&mut marked, &path) {
        Some(Value::Object(members)) => members,
        _ => unreachable!("only objects were kept"),
    };
    let names: Vec<String> = members.keys().cloned().collect();
    let name = random.pick(&names).clone();
    let again = members.get(&name).cloned().unwrap_or_default();
    members.insert("\u{1}again".to_owned(), again);
    let spelled = if random.chance(1, 2) {
        Value::from(name.as_str()).to_string()
    } else {
        let mut escapes = String::new();
        for unit in name.encode_utf16() {
            write!(escapes, "\\u{unit:04x}").expect("a string takes any text");
        }
        format!("\"{escapes}\"")
    };
    let text = crate::write(random, &marked).replace("\"\\u0001again\"", &spelled);
    Document { text, value: None }
}

/// Puts a text in the place of a value, in a spelling of its own.
fn replace_by_text(random: &mut Random, mut value: Value, path: &[String], numbers: &[&str]) -> Document {
    let number = *random.pick(numbers);
    if let Some(place) = find(&mut value, path) {
        *place = json!("\u{1}text");
    }
    let text = crate::write(random, &value).replace("\"\\u0001text\"", number);
    let keeps_its_spelling = text.parse::<Value>().is_ok() && !SPELLINGS.iter().any(|spelling| text.contains(spelling));
    let value = if keeps_its_spelling { serde_json::from_str(&text).ok() } else { None };
    Document { text, value }
}

/// The paths of all values, the root first.
fn paths(value: &Value) -> Vec<Vec<String>> {
    let mut found = vec![Vec::new()];
    let mut open = vec![(Vec::new(), value)];
    while let Some((path, value)) = open.pop() {
        let children: Vec<(String, &Value)> = match value {
            Value::Object(members) => members.iter().map(|(name, value)| (name.clone(), value)).collect(),
            Value::Array(items) => items.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
            _ => Vec::new(),
        };
        for (token, child) in children {
            let mut path = path.clone();
            path.push(token);
            found.push(path.clone());
            open.push((path, child));
        }
    }
    found
}

fn find<'v>(value: &'v mut Value, path: &[String]) -> Option<&'v mut Value> {
    path.iter().try_fold(value, |value, token| match value {
        Value::Object(members) => members.get_mut(token),
        Value::Array(items) => items.get_mut(token.parse::<usize>().ok()?),
        _ => None,
    })
}
