//! Requests that are large in every way: each is read in time that grows with the text, and judged alike by all ways to read.
#![cfg(feature = "check")]

use std::time::{Duration, Instant};

use vpcheck_types::ServiceRequest;
use vpcheck_validate::{Operation, Source, check};

/// How much longer a text may take that is four times as long: work that is quadratic takes sixteen times as long.
const FACTOR: u32 = 9;

/// A shorter time than this says nothing.
const NOISE: Duration = Duration::from_millis(5);

/// How often a measurement is repeated on a machine that is busy with something else.
const ATTEMPTS: usize = 6;

/// A way to judge a text, with its name.
type Way = (&'static str, fn(&str) -> Option<bool>);

/// The ways to judge a text. One that has more findings than are kept leaves open whether an error is among those that are not.
const WAYS: [Way; 4] = [
    ("is_valid_json", |text| Some(ServiceRequest::is_valid_json(text))),
    ("from_json", |text| Some(ServiceRequest::from_json(text).is_ok())),
    ("Deserialize", |text| Some(serde_json::from_str::<ServiceRequest>(text).is_ok())),
    ("check", |text| {
        let report = check(&Source::json("", text.as_bytes()), Operation::Request);
        let has_all = report.findings().iter().all(|finding| finding.diagnostic.rule != "too-many-findings");
        has_all.then(|| !report.has_errors())
    }),
];

const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

/// A request with these members besides, and with what `resolver_network` has besides its tunnel.
fn request(members: &str, in_network: &str) -> String {
    format!(
        r#"{{"name":"a","type":"http","host":{{"hostname":"db.internal","resolver_network":{{"tunnel_id":"{ID}"{in_network}}}}}{members}}}"#
    )
}

/// Members for a request, and the comma before each.
fn members(count: usize, member: impl Fn(usize) -> String) -> String {
    (0..count).flat_map(|number| [",".to_owned(), member(number)]).collect()
}

/// Judges the text of a size, and one that is four times as large: alike, and in proportionate time.
#[track_caller]
fn assert_verdict(largest: usize, is_right: bool, text: impl Fn(usize) -> String) {
    let (small, large) = (text(largest / 4), text(largest));
    for (name, way) in WAYS {
        let measure = |text: &str| {
            let start = Instant::now();
            let verdict = way(text);
            let elapsed = start.elapsed();
            assert_eq!(verdict.unwrap_or(is_right), is_right, "{name}: {}", text.get(..200).unwrap_or(text));
            elapsed
        };
        let mut times = Vec::new();
        let is_proportionate = (0..ATTEMPTS).any(|_| {
            let (short, long) = (measure(&small), measure(&large));
            times.push((short, long));
            long <= short.max(NOISE) * FACTOR
        });
        assert!(is_proportionate, "{name} takes {times:?} for {} and {} bytes", small.len(), large.len());
    }
}

#[test]
fn strings_of_10_megabytes() {
    const LENGTH: usize = 10_000_000;
    let long = |unit: &str, length: usize| unit.repeat(length / unit.len());
    for unit in ["x", "é", "\\ud83d\\udce6"] {
        let named = |length| request("", "").replace("\"a\"", &format!("\"{}\"", long(unit, length)));
        assert_verdict(LENGTH, true, named);
    }
    assert_verdict(LENGTH, false, |length| request("", "").replace("db.internal", &long("é", length)));
    assert_verdict(LENGTH, true, |length| request(&format!(r#","x":"{}""#, long("x", length)), ""));
    assert_verdict(LENGTH, false, |length| request("", "").replace(ID, &long("0", length)));
    assert_verdict(LENGTH, true, |length| request(&format!(r#","{}":1"#, long("x", length)), ""));
}

#[test]
fn a_hundred_thousand_members() {
    const COUNT: usize = 100_000;
    let different = |count: usize| members(count, |number| format!(r#""x{number}":{number}"#));
    assert_verdict(COUNT, true, |count| request(&different(count), ""));
    assert_verdict(COUNT, false, |count| request(&format!("{},\"x0\":0", different(count)), ""));
    assert_verdict(COUNT, false, |count| request(&r#","x":1"#.repeat(count), ""));
    assert_verdict(COUNT, false, |count| request(&r#","name":"a""#.repeat(count), ""));
    let objects = |count: usize| members(count, |number| format!(r#""x{number}":{{"a":[{{"b":{{}}}}]}}"#));
    assert_verdict(COUNT, true, |count| request(&objects(count), ""));
    // A member is missing, and each that is unknown may have been meant.
    assert_verdict(COUNT, false, |count| request(&different(count), "").replace("\"name\"", "\"nam\""));
}

#[test]
fn a_hundred_thousand_resolver_ips() {
    const COUNT: usize = 100_000;
    let list = |addresses: &[String]| request("", &format!(r#","resolver_ips":[{}]"#, addresses.join(",")));
    let different = |count: usize| -> Vec<String> {
        let address = |number: usize| std::net::Ipv4Addr::from(0x0A00_0000 + u32::try_from(number).unwrap_or(0));
        (0..count).map(|number| format!("\"{}\"", address(number))).collect()
    };
    assert_verdict(COUNT, true, |count| list(&different(count)));
    assert_verdict(COUNT, true, |count| list(&vec!["\"::1\"".to_owned(); count]));
    assert_verdict(COUNT, false, |count| list(&vec!["\"10.0.0.256\"".to_owned(); count]));
    assert_verdict(COUNT, false, |count| list(&[different(count), vec!["\"\"".to_owned()]].concat()));
}

#[test]
fn depth_at_the_limit() {
    // The request is one level itself.
    for (open, close, levels) in [("[", "]", 1), ("{\"a\":", "}", 1), ("[{\"a\":", "}]", 2)] {
        let nested = |depth: usize| {
            let count = depth / levels;
            format!("{}0{}", open.repeat(count), close.repeat(count))
        };
        assert_verdict(4_000, true, |count| {
            request(&members(count, |number| format!(r#""x{number}":{}"#, nested(126))), "")
        });
        assert_verdict(4_000, false, |count| {
            request(&members(count, |number| format!(r#""x{number}":{}"#, nested(128))), "")
        });
        assert_verdict(1_000_000, false, |depth| request(&format!(r#","x":{}"#, nested(depth)), ""));
        assert_verdict(1_000_000, false, |depth| open.repeat(depth));
    }
}

#[test]
fn a_megabyte_of_white_space_and_digits() {
    const LENGTH: usize = 1_000_000;
    assert_verdict(LENGTH, true, |length| request(&format!(",{}\"x\":1", " \n\t\r".repeat(length / 4)), ""));
    assert_verdict(LENGTH, true, |length| request(&format!(",\"x\":0.{}", "0".repeat(length)), ""));
    assert_verdict(LENGTH, false, |length| request(&format!(",\"x\":-{}", "9".repeat(length)), ""));
    assert_verdict(LENGTH, false, |length| request(&format!(",\"http_port\":{}", "9".repeat(length)), ""));
}
