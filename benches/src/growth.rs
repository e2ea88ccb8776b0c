//! Prints how long large texts take, and texts a quarter as large: `cargo xtask bench growth` makes a table of it.

use std::hint::black_box;
use std::net::Ipv4Addr;
use std::time::Instant;

use serde_json::{Value, json};
use vpcheck::{Operation, ServiceRequest, Source, check};
use vpcheck_benches::median;

/// How often each text is read.
const ROUNDS: usize = 7;

const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

/// A text that is large in one way: what it has much of, how much, and the text for any amount.
type Shape = (&'static str, usize, fn(usize) -> String);

const SHAPES: [Shape; 10] = [
    ("a name of 10 MB", 10_000_000, |length| request(&"x".repeat(length), "db.internal", "", "")),
    ("a name of 10 MB, all escapes", 10_000_000 / 12, |count| {
        request(&"\\ud83d\\udce6".repeat(count), "db.internal", "", "")
    }),
    ("a hostname of 10 MB, which is too long", 10_000_000, |length| request("a", &"x".repeat(length), "", "")),
    ("an unknown member of 10 MB", 10_000_000, |length| {
        request("a", "db.internal", "", &format!(r#","x":"{}""#, "x".repeat(length)))
    }),
    ("100,000 unknown members", 100_000, |count| {
        request("a", "db.internal", "", &each(count, |number| format!(r#","x{number}":{number}"#)))
    }),
    ("100,000 members of one name", 100_000, |count| request("a", "db.internal", "", &r#","x":1"#.repeat(count))),
    ("100,000 resolvers", 100_000, |count| {
        let address = |number: usize| Ipv4Addr::from(0x0A00_0000 + u32::try_from(number).unwrap_or_default());
        let resolvers = each(count, |number| format!(r#","{}""#, address(number)));
        request("a", "db.internal", &format!(r#","resolver_ips":["::1"{resolvers}]"#), "")
    }),
    ("100,000 resolvers, all wrong", 100_000, |count| {
        let resolvers = r#","10.0.0.256""#.repeat(count);
        request("a", "db.internal", &format!(r#","resolver_ips":["::1"{resolvers}]"#), "")
    }),
    ("4,000 unknown members as deep as it goes", 4_000, |count| request("a", "db.internal", "", &nested(count, 126))),
    ("4,000 unknown members, a level too deep", 4_000, |count| request("a", "db.internal", "", &nested(count, 127))),
];

/// A way to read a text, with its name.
type Way = (&'static str, fn(&str) -> bool);

const WAYS: [Way; 3] = [
    ("value", |text| serde_json::from_str::<Value>(text).is_ok()),
    ("from_json", |text| ServiceRequest::from_json(text).is_ok()),
    ("check", |text| !check(&Source::json("", text.as_bytes()), Operation::Request).has_errors()),
];

fn request(name: &str, hostname: &str, in_network: &str, members: &str) -> String {
    let network = format!(r#"{{"tunnel_id":"{ID}"{in_network}}}"#);
    format!(
        r#"{{"name":"{name}","type":"http","host":{{"hostname":"{hostname}","resolver_network":{network}}}{members}}}"#
    )
}

fn each(count: usize, one: impl Fn(usize) -> String) -> String {
    (0..count).map(one).collect()
}

/// Members that are arrays in arrays; the request is one level itself.
fn nested(count: usize, depth: usize) -> String {
    each(count, |number| format!(r#","x{number}":{}{}"#, "[".repeat(depth), "]".repeat(depth)))
}

fn main() {
    for (shape, largest, text) in SHAPES {
        let (quarter, whole) = (text(largest / 4), text(largest));
        let mut told = json!({"shape": shape, "bytes": whole.len()});
        for (name, way) in WAYS {
            let [mut small, mut large] = [Vec::new(), Vec::new()];
            for _ in 0..ROUNDS {
                small.push(seconds(way, &quarter));
                large.push(seconds(way, &whole));
            }
            let per_byte = |seconds: f64, text: &str| seconds / bytes(text);
            let (small, large) = (median(small), median(large));
            told[name] = json!({
                "milliseconds": large * 1e3,
                "growth": per_byte(large, &whole) / per_byte(small, &quarter),
                "accepted": way(&whole),
            });
        }
        println!("{told}");
    }
}

fn seconds(way: fn(&str) -> bool, text: &str) -> f64 {
    let start = Instant::now();
    black_box(way(black_box(text)));
    start.elapsed().as_secs_f64()
}

#[expect(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
fn bytes(text: &str) -> f64 {
    text.len() as f64
}
