//! Requests that are large in every way: each is read in time that grows with the text, and judged alike by all ways to read.
#![cfg(feature = "check")]

use std::time::{Duration, Instant};

use vpcheck_types::ServiceRequest;

/// Time that is enough for a machine which is busy, and not for work that is quadratic.
const TIME: Duration = Duration::from_secs(20);

const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

/// A request with these members besides, and with what `resolver_network` has besides its tunnel.
fn request(members: &str, in_network: &str) -> String {
    format!(
        r#"{{"name":"a","type":"http","host":{{"hostname":"db.internal","resolver_network":{{"tunnel_id":"{ID}"{in_network}}}}}{members}}}"#
    )
}

/// A hundred thousand members.
fn members(member: impl Fn(u32) -> String) -> String {
    (0..100_000).map(member).collect::<Vec<_>>().concat()
}

#[track_caller]
fn assert_verdict(text: &str, is_right: bool) {
    let start = Instant::now();
    assert_eq!(ServiceRequest::is_valid_json(text), is_right);
    assert_eq!(ServiceRequest::from_json(text).is_ok(), is_right);
    assert_eq!(serde_json::from_str::<ServiceRequest>(text).is_ok(), is_right);
    assert!(start.elapsed() < TIME, "{:?} for {} bytes", start.elapsed(), text.len());
}

#[test]
fn strings_of_10_megabytes() {
    for unit in ["x", "é", "\\ud83d\\udce6"] {
        let long = unit.repeat(10_000_000 / unit.len());
        assert_verdict(&request("", "").replace("\"a\"", &format!("\"{long}\"")), true);
        assert_verdict(&request(&format!(r#","x":"{long}""#), ""), true);
        assert_verdict(&request("", "").replace("db.internal", &long), false);
        assert_verdict(&request("", "").replace(ID, &long), false);
    }
}

#[test]
fn a_hundred_thousand_members() {
    let different = members(|number| format!(r#","x{number}":{number}"#));
    assert_verdict(&request(&different, ""), true);
    assert_verdict(&request(&format!("{different},\"x99999\":0"), ""), false);
    assert_verdict(&request(&r#","x":1"#.repeat(100_000), ""), false);
    assert_verdict(&request(&r#","name":"a""#.repeat(100_000), ""), false);
    let objects = members(|number| format!(r#","x{number}":{{"a":[{{"b":{{}}}}]}}"#));
    assert_verdict(&request(&objects, ""), true);
}

#[test]
fn a_hundred_thousand_resolver_ips() {
    let list = |addresses: Vec<String>| format!(r#","resolver_ips":[{}]"#, addresses.join(","));
    let address = |number: u32| format!("\"{}\"", std::net::Ipv4Addr::from(0x0A00_0000 + number));
    assert_verdict(&request("", &list((0..100_000).map(address).collect())), true);
    assert_verdict(&request("", &list(vec!["\"::1\"".to_owned(); 100_000])), true);
    assert_verdict(&request("", &list(vec!["\"10.0.0.256\"".to_owned(); 100_000])), false);
    let last_is_wrong = (0..100_000).map(address).chain(["\"\"".to_owned()]).collect();
    assert_verdict(&request("", &list(last_is_wrong)), false);
}

#[test]
fn depth_at_the_limit() {
    // The request is one level itself.
    for (open, close, levels) in [("[", "]", 1), ("{\"a\":", "}", 1), ("[{\"a\":", "}]", 2)] {
        let nested = |depth: usize| {
            let count = depth / levels;
            request(&format!(r#","x":{}0{}"#, open.repeat(count), close.repeat(count)), "")
        };
        assert_verdict(&nested(126), true);
        assert_verdict(&nested(128), false);
        assert_verdict(&nested(1_000_000), false);
        assert_verdict(&open.repeat(1_000_000), false);
    }
}

#[test]
fn a_megabyte_of_white_space_and_digits() {
    assert_verdict(&request(&format!(",{}\"x\":1", " \n\t\r".repeat(250_000)), ""), true);
    assert_verdict(&request(&format!(",\"x\":0.{}", "0".repeat(1_000_000)), ""), true);
    assert_verdict(&request(&format!(",\"x\":-{}", "9".repeat(1_000_000)), ""), false);
    assert_verdict(&request(&format!(",\"http_port\":{}", "9".repeat(1_000_000)), ""), false);
}
