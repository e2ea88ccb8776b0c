//! The verdict is that of `serde_json`, wherever there is one.

use std::format;
use std::string::String;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::read;
use crate::ServiceRequest;

/// What both make of a text has to be the same.
#[track_caller]
fn assert_agreement<T: DeserializeOwned + PartialEq + core::fmt::Debug>(text: &str) {
    assert_eq!(read::<T>(text), serde_json::from_str::<T>(text).ok(), "{text:?}");
}

/// Puts each of `parts` in the place of 0 to 2 characters, everywhere.
fn mutations(seed: &str, parts: &[&str], mut check: impl FnMut(&str)) {
    let ends: std::vec::Vec<usize> = seed.char_indices().map(|(at, _)| at).chain([seed.len()]).collect();
    for (index, &start) in ends.iter().enumerate() {
        for &end in ends.iter().skip(index).take(3) {
            for part in parts {
                let mut text = String::from(seed);
                text.replace_range(start..end, part);
                check(&text);
            }
        }
    }
}

const PARTS: [&str; 41] = [
    "",
    " ",
    "\n",
    "\t",
    "\r",
    "\u{b}",
    "\u{feff}",
    "\0",
    "\u{1f}",
    "\u{7f}",
    "\u{a0}",
    "é",
    "\"",
    "\\",
    "\\\"",
    "\\u",
    "\\u0041",
    "\\u00e9",
    "\\u+041",
    "\\ud83d",
    "\\ud83d\\udce6",
    "\\x",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "0",
    "00",
    "1",
    "-",
    "+",
    ".5",
    "e1",
    "1e400",
    "18446744073709551616",
    "true",
    "nullx",
    "//",
    "'",
];

#[test]
fn agrees_on_texts_that_are_nearly_json() {
    for seed in [
        "",
        "0",
        "-0",
        "-12.5e+3",
        "123456789012345678",
        "1234567890123456789",
        "18446744073709551615",
        "-9223372036854775808",
        "-9223372036854775809",
        "\"\"",
        "\"a long text with é, 東 and 📦 in it\"",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\"",
        "true",
        " [ false , null ] ",
        "{\"a\":{\"b\":[1,\"2\",{}]},\"c\":[],\"d\" : -0.0}",
        "[[],{\"\":[[{}]]},\"x\"]",
    ] {
        mutations(seed, &PARTS, assert_agreement::<Value>);
    }
}

#[test]
fn agrees_on_texts_that_are_nearly_requests() {
    const ID: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";
    for seed in [
        format!(
            r#"{{"name":"a\u00e9","type":"http","host":{{"ipv4":"10.0.0.1","network":{{"tunnel_id":"{ID}"}}}},"http_port":80}}"#
        ),
        format!(
            r#"{{ "host": {{"hostname": "db.a", "ipv4": null, "resolver_network": {{"tunnel_id": "{ID}", "resolver_ips": ["::1", "1.2.3.4"]}}}},
  "tcp_port": 5432, "app_protocol": null, "x": [1.5, {{"y": true}}], "type": "tcp", "name": "b"}}"#
        ),
    ] {
        mutations(&seed, &PARTS, assert_agreement::<ServiceRequest>);
    }
}

#[test]
fn finds_the_end_of_a_string_at_every_place() {
    for length in 0..40 {
        for byte in 0..=u8::MAX {
            let special = char::from(byte);
            for after in ["", "a", "aaaaaaaaaaaaaaaaaa"] {
                let text = format!("\"{}{special}{after}\"", "x".repeat(length));
                assert_agreement::<Value>(&text);
                assert_agreement::<Value>(&format!("\"é{}\\n{special}{after}\"", "x".repeat(length)));
            }
        }
    }
}

#[test]
fn nests_as_deep_as_serde_json() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")] {
        for depth in [1, 60, 63, 64, 65, 126, 127, 128, 129, 300, 100_000] {
            let text = format!("{}0{}", open.repeat(depth), close.repeat(depth));
            assert_agreement::<Value>(&text);
            assert_agreement::<Value>(&open.repeat(depth));
        }
    }
    let deepest = format!("{}{}", "[".repeat(127), "]".repeat(127));
    assert!(read::<Value>(&deepest).is_some());
    assert_eq!(read::<Value>(&format!("[{deepest}]")), None);
}

#[test]
fn refuses_members_that_are_there_twice() {
    for text in [r#"{"x":1,"x":1}"#, r#"{"name":"a","\u006eame":"a"}"#, r#"{"x":{"y":[{"z":1,"z":2}]}}"#] {
        assert_eq!(read::<ServiceRequest>(text), None, "{text}");
    }
}

#[test]
fn reads_surrogate_pairs() {
    for (text, expected) in [
        (r#""\ud83d\udce6""#, Some("\u{1f4e6}")),
        (r#""\uD800\uDC00\uDBFF\uDFFF""#, Some("\u{10000}\u{10ffff}")),
        (r#""\ud83d""#, None),
        (r#""\ud83d\u0041""#, None),
        (r#""\ud83d\ud83d""#, None),
        (r#""\udce6\ud83d""#, None),
        (r#""\ud83dudce6""#, None),
        (r#""\ud83d\udce""#, None),
    ] {
        assert_eq!(read::<String>(text).as_deref(), expected, "{text}");
        assert_agreement::<String>(text);
    }
}
