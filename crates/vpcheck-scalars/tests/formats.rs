//! The string cases of the official format tests, judged by the values.
//!
//! Where a value takes another side, the case is listed in `tests/data/formats-differences.jsonl` with its reason. A difference
//! that is not listed fails, and so does a listed case that is none.

use std::collections::BTreeMap;

use serde_json::Value;
use vpcheck_scalars::address::{explain_ip, explain_ipv4, explain_ipv6};
use vpcheck_scalars::{Hostname, ServiceId, Timestamp, TunnelId};

const CASES: &str = include_str!("../../../tests/data/formats.jsonl");
const DIFFERENCES: &str = include_str!("../../../tests/data/formats-differences.jsonl");

fn lines(text: &'static str) -> impl Iterator<Item = Value> {
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON"))
}

/// What our value of this format says.
fn takes(format: &str, text: &str) -> bool {
    match format {
        "ipv4" => explain_ipv4(text).is_none(),
        "ipv6" => explain_ipv6(text).is_none(),
        "uuid" => {
            let tunnel = text.parse::<TunnelId>().is_ok();
            assert_eq!(text.parse::<ServiceId>().is_ok(), tunnel, "{text:?}");
            tunnel
        }
        "date-time" => text.parse::<Timestamp>().is_ok(),
        "hostname" => text.parse::<Hostname>().is_ok(),
        other => panic!("no value is of format {other}"),
    }
}

/// Format and text of a line, where it is about a text.
fn key(line: &Value) -> Option<(String, String)> {
    Some((line["format"].as_str()?.to_owned(), line["data"].as_str()?.to_owned()))
}

#[test]
fn differs_from_the_official_tests_as_listed() {
    let mut listed: BTreeMap<_, _> = lines(DIFFERENCES)
        .filter(|line| line["judge"] == "scalar")
        .map(|line| {
            assert!(line["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "no reason: {line}");
            (key(&line).expect("a difference is about a text"), line["valid"].as_bool())
        })
        .collect();
    let mut count = 0;
    for line in lines(CASES) {
        let Some((format, text)) = key(&line) else { continue };
        let valid = line["valid"].as_bool().expect("each case has a verdict");
        let difference = listed.remove(&(format.clone(), text.clone()));
        assert_eq!(takes(&format, &text) != valid, difference.is_some(), "{line}");
        assert!(difference.is_none_or(|theirs| theirs == Some(valid)), "{line}");
        count += 1;
    }
    assert_eq!(count, 178);
    assert!(listed.is_empty(), "no such case: {listed:?}");
}

#[test]
fn explains_exactly_what_the_standard_library_refuses() {
    for line in lines(CASES) {
        let Some((_, text)) = key(&line) else { continue };
        assert_eq!(explain_ipv4(&text).is_some(), text.parse::<std::net::Ipv4Addr>().is_err(), "{text:?}");
        assert_eq!(explain_ipv6(&text).is_some(), text.parse::<std::net::Ipv6Addr>().is_err(), "{text:?}");
        assert_eq!(explain_ip(&text).is_some(), text.parse::<std::net::IpAddr>().is_err(), "{text:?}");
    }
}
