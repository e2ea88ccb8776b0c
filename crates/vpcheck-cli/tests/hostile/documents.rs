//! Documents that are large, deep, broken or no documents.

use std::fmt::Write as _;

use crate::bounded::{Directory, SERVICE, assert_visible, findings, start};

/// How many bytes of output a document may have in all formats together. It is in proportion to the limits, not to the document.
const OUTPUT: usize = 64 << 20;

/// Checks a document in every format at once and gives its findings in the JSON form.
fn check(name: &str, document: impl AsRef<[u8]>, code: i32) -> Vec<(String, String)> {
    let directory = Directory::new();
    directory.write("document.json", document);
    let formats =
        ["--output-format", "full", "--output-format", "concise=concise.txt", "--output-format", "json=json.json"];
    let ran = directory.check(&[&formats as &[&str], &["document.json"]].concat());
    assert_eq!(ran.code, code, "{name}: {}{}", start(&ran.stdout), start(&ran.stderr));
    assert_eq!(ran.stderr.is_empty(), code != 2, "{name}: {}", start(&ran.stderr));
    let (concise, json) = (directory.read("concise.txt"), directory.read("json.json"));
    for text in [&ran.stdout, &concise, &json, &ran.stderr] {
        assert_visible(text, name);
    }
    let size = ran.stdout.len() + concise.len() + json.len();
    assert!(size < OUTPUT, "{name}: {size} bytes of output");
    let found = findings(&json);
    assert_eq!(concise.lines().count(), found.len() + 1, "{name}");
    found
}

fn rules(found: &[(String, String)]) -> Vec<&str> {
    found.iter().map(|(rule, _)| rule.as_str()).collect()
}

/// A service with more members.
fn with(members: &str) -> String {
    format!("{SERVICE},{members}}}")
}

fn many(count: usize, item: impl Fn(usize) -> String) -> String {
    (0..count).map(item).collect::<Vec<_>>().join(",")
}

#[test]
fn long_texts() {
    let long = "x".repeat(10 << 20);
    assert_eq!(rules(&check("a string", with(&format!("\"http_port\":\"{long}\"")), 1)), ["wrong-type"]);
    assert_eq!(
        rules(&check("digits", with(&format!("\"http_port\":{}", "1".repeat(10 << 20))), 1)),
        ["number-out-of-range"]
    );
    let found = check("two names", with(&format!("\"{0}\":1,\"{0}\":2", "n".repeat(1 << 20))), 1);
    assert_eq!(rules(&found), ["duplicate-member"]);
    let names = many(20, |index| format!("\"{index}{}\":{{\"a\":1}}", "n".repeat(1 << 20)));
    let found = check("names", with(&names), 1);
    assert_eq!(found.last().map(|(rule, _)| rule.as_str()), Some("too-many-findings"), "pointers are bounded");
    let host = SERVICE.replace("\"ipv4\":\"10.0.0.1\"", &format!("\"hostname\":\"xn--{}\"", "a.".repeat(1 << 19)));
    assert_eq!(rules(&check("a hostname", host + "}", 1)), ["wrong-network", "invalid-hostname"]);
}

#[test]
fn many_members() {
    let found = check(
        "members",
        with(&format!("\"service_id\":\"\",{}", many(100_000, |index| format!("\"m{index}\":{index}")))),
        1,
    );
    assert_eq!((found.len(), found[1].0.as_str()), (10_000, "unknown-member"));
    assert_eq!(found[9_999].0, "too-many-findings");
    let found = check("members twice", with(&many(100_000, |_| "\"http_port\":1".to_owned())), 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "duplicate-member"));
    let found = check(
        "slips",
        with(&format!("\"http_port\":0,{}", many(100_000, |index| format!("\"http_por{index}\":1")))),
        1,
    );
    assert_eq!(found.len(), 10_000);
}

#[test]
fn many_elements() {
    let resolvers = |ips: String| {
        SERVICE.replace(
            "\"ipv4\":\"10.0.0.1\",\"network\":{",
            &format!("\"hostname\":\"db.internal\",\"resolver_network\":{{\"resolver_ips\":[{ips}],"),
        ) + "}"
    };
    let address = |index: usize| format!("\"10.{}.{}.{}\"", index >> 16, index >> 8 & 255, index & 255);
    assert_eq!(rules(&check("addresses", resolvers(many(100_000, address)), 0)), [""; 0]);
    let found = check("one address", resolvers(many(100_000, |_| "\"10.0.0.1\"".to_owned())), 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "duplicate-resolver-ip"));
    let found = check("no addresses", resolvers(many(20_000, |_| "\"10.0.0.1/8\"".to_owned())), 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "invalid-resolver-ip"));

    let binding = |index: usize| {
        format!("{{\"binding\":\"B{}\",\"service_id\":\"0199295b-b3ac-7760-8246-bca40877b3e9\"}}", index % 5_000)
    };
    let found = check("bindings", format!("{{\"vpc_services\":[{}]}}", many(20_000, binding)), 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "binding-twice"));
    let environments = many(20_000, |index| format!("\"e{index}\":{{}}"));
    let found = check("environments", format!("{{\"vpc_services\":[{}],\"env\":{{{environments}}}}}", binding(0)), 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "environment-without-list"));
}

#[test]
fn one_line_with_many_mistakes() {
    let service = r#"{"name":"","type":"http","http_port":70000,"host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}"#;
    let padding = format!("{service},{}", " ".repeat(900));
    let mut text = String::from("[");
    for _ in 0..10_000 {
        text.push_str(&padding);
    }
    // Each of the services has two mistakes, and the line has 10 MB.
    assert!(text.len() > 10_000_000);
    let found = check("one line", text + service + "]", 1);
    assert_eq!(found.len(), 10_000);
    assert_eq!(found[9_999].0, "too-many-findings");
    let text = format!("{{\"http_port\":[{}],\"host\":{{}}}}", many(20_000, |_| "tru".to_owned()));
    assert_eq!(check("broken words", text, 1).len(), 10_000);
}

#[test]
fn deep_documents() {
    let nested = |depth: usize| with(&format!("\"http_port\":{}{}", "[".repeat(depth), "]".repeat(depth)));
    // The service is the first level.
    assert_eq!(rules(&check("at the limit", nested(126), 1)), ["wrong-type"]);
    assert!(rules(&check("above the limit", nested(127), 1)).contains(&"depth-limit"));
    assert!(rules(&check("far above the limit", nested(1_000_000), 1)).contains(&"depth-limit"));
    let open = format!("{SERVICE},\"http_port\":{}", "{\"a\":[".repeat(1_000_000));
    assert!(rules(&check("without an end", open, 1)).contains(&"depth-limit"));
    let closed = format!("{SERVICE},\"http_port\":1{}", "}".repeat(1_000_000));
    assert!(rules(&check("without a start", closed, 1)).contains(&"json-syntax"));
}

#[test]
fn bytes_that_are_no_text() {
    for (name, document, rule) in [
        ("empty", Vec::new(), "json-syntax"),
        ("blank", vec![b' '; 10 << 20], "json-syntax"),
        ("lines", vec![b'\n'; 10 << 20], "json-syntax"),
        ("quotes", vec![b'"'; 10 << 20], "json-syntax"),
        ("NUL bytes", vec![0; 10 << 20], "json-syntax"),
        ("NUL bytes in a service", b"{\"name\0\":\"a\0\",\"http_port\":1,\"host\":{}}".to_vec(), "json-syntax"),
        ("no UTF-8", b"{\"name\":\"\xff\xfe\xc3\",\"type\":\"http\",\"http_port\":1}".to_vec(), "invalid-utf8"),
        ("all sorts", all_sorts(1 << 20), "json-syntax"),
    ] {
        let found = check(name, document, 1);
        assert!(rules(&found).contains(&rule), "{name}: {:?}", found.first());
    }
    let text = with("\"http_port\":1");
    for (name, units) in [("UTF-16LE", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("UTF-16BE", u16::to_be_bytes)] {
        for mark in ["", "\u{feff}"] {
            let bytes: Vec<u8> = format!("{mark}{text}").encode_utf16().flat_map(units).collect();
            // One finding says it all.
            assert_eq!(check(name, bytes, 1).len(), 1, "{name}");
        }
    }
}

/// Bytes of all values, always the same.
fn all_sorts(count: usize) -> Vec<u8> {
    let mut state = 1_u32;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        state.to_le_bytes()[1]
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn answers_with_many_services() {
    let mut text = String::from("{\"success\":true,\"errors\":[],\"messages\":[],\"result\":[");
    for index in 0..50_000 {
        let separator = if index == 0 { "" } else { "," };
        write!(text, "{separator}{SERVICE},\"http_port\":0}}").expect("a String takes everything");
    }
    let found = check("an answer", text + "]}", 1);
    assert_eq!((found.len(), found[0].0.as_str()), (10_000, "port-range"));
}

#[test]
fn hostile_schemas() {
    let directory = Directory::new();
    let definitions = many(10_000, |index| format!("\"d{index}\":{{\"$ref\":\"#/$defs/d{}\"}}", (index + 1) % 10_000));
    for (name, schema) in [
        ("deep", format!("{}{}", "{\"items\":".repeat(1_000_000), "}".repeat(1_000_000))),
        ("deep enough", format!("{}{{}}{}", "{\"type\":\"array\",\"items\":".repeat(120), "}".repeat(120))),
        ("a circle", format!("{{\"$ref\":\"#/$defs/d0\",\"$defs\":{{{definitions}}}}}")),
        ("a long description", format!("{{\"type\":\"string\",\"description\":\"{}\"}}", "x ".repeat(1 << 20))),
        (
            "a description that ends its comment",
            "{\"type\":\"string\",\"description\":\"*/ \\u2028 \\n#![x] \\r \\u001b[2J\"}".to_owned(),
        ),
        (
            "a name",
            format!("{{\"type\":\"object\",\"properties\":{{\"{}\":{{\"type\":\"string\"}}}}}}", "n".repeat(1 << 17)),
        ),
        (
            "names",
            format!(
                "{{\"type\":\"object\",\"properties\":{{{}}}}}",
                many(2_000, |index| format!("\"\\u001b{index}\":{{\"type\":\"string\"}}"))
            ),
        ),
        ("a pattern", format!("{{\"type\":\"string\",\"pattern\":\"{}\"}}", "(a*)*".repeat(10_000))),
        ("unknown keywords", format!("{{{}}}", many(5_000, |index| format!("\"k\\u001b{index}\":1")))),
        ("no schema", "\u{1b}[2J".to_owned()),
    ] {
        directory.write("schema.json", schema);
        let mut command = directory.bounded();
        command.args(["codegen", "rust", "schema.json"]);
        let ran = crate::bounded::run(command, b"");
        assert!(ran.code == 0 || ran.code == 1, "{name}: {} {}{}", ran.code, start(&ran.stdout), start(&ran.stderr));
        assert_eq!(ran.stderr, "", "{name}");
        assert!(ran.stdout.len() < OUTPUT, "{name}");
        assert_visible(&ran.stdout, name);
    }
}
