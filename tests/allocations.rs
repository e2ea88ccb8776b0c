//! What reading a request allocates: nothing but what the service keeps and has no room for.

use serde_json::Value;
use vpcheck::ServiceRequest;
use vpcheck_tests::{Document, Random, request};

/// Texts of so many bytes are kept where the value is.
const INLINE: usize = 30;

/// A way to read a text, with its name.
type Way = (&'static str, fn(&str) -> bool);

const WAYS: [Way; 3] = [
    ("from_json", |text| ServiceRequest::from_json(text).is_ok()),
    ("is_valid_json", |text| ServiceRequest::is_valid_json(text)),
    ("Deserialize", |text| serde_json::from_str::<ServiceRequest>(text).is_ok()),
];

/// How many allocations the values of a service take: one for each text that is long, and one for a list of a few addresses.
fn kept(value: &Value) -> u64 {
    let is_long =
        |pointer: &str| value.pointer(pointer).and_then(Value::as_str).is_some_and(|text| text.len() > INLINE);
    let resolvers = value.pointer("/host/resolver_network/resolver_ips").and_then(Value::as_array);
    let has_resolvers = resolvers.is_some_and(|list| !list.is_empty());
    u64::from(is_long("/name")) + u64::from(is_long("/host/hostname")) + u64::from(has_resolvers)
}

#[test]
fn a_request_without_escapes_takes_what_it_keeps() {
    let mut random = Random::new(0xA110_CA7E);
    let (mut without, mut with) = (0, 0);
    while without < 500 || with < 50 {
        let value = request(&mut random);
        let expected = kept(&value);
        let text = Document::new(&mut random, value).text;
        if text.contains('\\') {
            continue;
        }
        *(if expected == 0 { &mut without } else { &mut with }) += 1;
        for (name, reads) in WAYS {
            let taken = allocation_counter::measure(|| assert!(reads(&text), "{text}")).count_total;
            assert_eq!(taken, expected, "{name}: {text}");
        }
    }
}
