//! Public suites, one case per line.

use std::collections::BTreeMap;

use serde_json::Value;

/// A text of a suite.
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) bytes: Vec<u8>,
    /// What it is to be read as.
    #[allow(dead_code, reason = "some suites have texts only")]
    pub(crate) value: Option<Value>,
}

pub(crate) fn cases(lines: &str) -> impl Iterator<Item = Case> {
    lines.lines().map(|line| {
        let case: Value = serde_json::from_str(line).expect("a case is JSON");
        let text = |name: &str| case.get(name).and_then(Value::as_str);
        let bytes = match (text("text"), text("base64")) {
            (Some(text), _) => text.as_bytes().to_vec(),
            (_, Some(text)) => decode(text),
            _ => panic!("{line} has no text"),
        };
        let times = case.get("repeat").and_then(Value::as_u64).unwrap_or(1);
        let bytes = bytes.repeat(usize::try_from(times).expect("it is small"));
        Case { id: text("id").expect("a case has an id").to_owned(), bytes, value: case.get("value").cloned() }
    })
}

/// What is different, by the id of the case. Each has a reason.
#[allow(dead_code, reason = "some suites have none")]
pub(crate) fn differences(lines: &str) -> BTreeMap<String, String> {
    let differences = lines.lines().map(|line| {
        let case: Value = serde_json::from_str(line).expect("a difference is JSON");
        let text = |name: &str| case.get(name).and_then(Value::as_str).expect(name).to_owned();
        assert!(!text("why").is_empty(), "{line}");
        (text("id"), text("ours"))
    });
    differences.collect()
}

/// The bytes that base64 (RFC 4648 section 4) stands for.
fn decode(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (mut bits, mut count) = (0_u32, 0);
    for digit in text.bytes().filter(|&byte| byte != b'=') {
        let value = match digit {
            b'A'..=b'Z' => digit - b'A',
            b'a'..=b'z' => digit - b'a' + 26,
            b'0'..=b'9' => digit - b'0' + 52,
            b'+' => 62,
            _ => 63,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xFF).expect("it is one byte"));
        }
    }
    bytes
}
