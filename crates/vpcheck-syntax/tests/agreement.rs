//! The parser takes and refuses what `serde_json` does, apart from a byte order mark and members that are given twice.

use vpcheck_syntax::{Node, Severity, Source, Value, parse};

/// Whether our parser takes the text, a byte order mark and members that are given twice aside.
fn we_accept(bytes: &[u8]) -> bool {
    let source = Source::json("text.json", bytes);
    let parsed = parse(&source);
    let counts = |rule: &str, severity| severity == Severity::Error && rule != "duplicate-member";
    let accepts = !parsed.diagnostics.iter().any(|diagnostic| counts(diagnostic.rule, diagnostic.severity));
    assert!(!accepts || parsed.tree().is_some(), "{:?} is accepted and gives no tree", String::from_utf8_lossy(bytes));
    accepts
}

/// The verdict of `serde_json`, which does not take a byte order mark.
fn they_accept(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    serde_json::from_slice::<serde_json::Value>(bytes).is_ok()
}

fn assert_agreement(bytes: &[u8]) {
    let (ours, theirs) = (we_accept(bytes), they_accept(bytes));
    assert_eq!(ours, theirs, "we: {ours}, serde_json: {theirs}: {:?}", String::from_utf8_lossy(bytes));
}

/// Texts that are JSON, and one with a byte order mark.
#[rustfmt::skip]
const VALID: &[&str] = &[
    "null", "true", "false", "0", "-0", "80", "-1", "0.5", "1e5", "1E+5", "1e-5", "0e0", "-0.0e-0", "\"\"", "\"a\"",
    "[]", "{}", " [ ] ", "\t{\n}\r", "[1]", "[1,2]", "[[],[[]],{}]", "{\"\":0}", "{\"a\":{\"b\":[null]}}",
    r#""\"\\\/\b\f\n\r\t\u0000\u00e9\ud83d\ude00""#, "\"\u{7f}\u{80}\u{feff}\u{ffff}\u{10ffff}\"", r#"{"a":1,"a":2}"#,
    "123456789012345678901234567890", "1.7976931348623157e308", "1e308", "1e-999", "0e999999999999",
    "1e-99999999999999999999", "[0.1,-0.1e-1]", r#""\uDBFF\uDFFF""#, "\u{feff}{}",
];

#[test]
fn takes_what_is_json() {
    for text in VALID {
        assert!(we_accept(text.as_bytes()), "{text}");
        assert_agreement(text.as_bytes());
    }
}

/// Texts that are not JSON, or that hold what cannot be kept.
#[rustfmt::skip]
const INVALID: &[&str] = &[
    "", " ", "\n", "nul", "nulll", "True", "TRUE", "NaN", "Infinity", "-Infinity", "undefined", "+80", "80.", ".5",
    "080", "-", "-a", "--1", "1e", "1e+", "1.e5", "0x1F", "1_000", "1 2", "1,", "'a'", "a", "\"", "\"a", "\"\\\"",
    "\"\\x\"", "\"\\u12\"", "\"\\u12G4\"", "\"\\", "\"\\u", "\"a\nb\"", "\"a\tb\"", "\"\u{1f}\"", "\"\0\"", "\0",
    "{}\0", "[", "]", "{", "}", "[1", "[1,", "[,", "[,1]", "[1,,2]", "[1,]", "[1 2]", "[1}", "{1}", "{]", "{\"a\"",
    "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\" 1}", "{\"a\":}", "{\"a\"::1}", "{a:1}",
    "{'a':1}", "{\"a\":1 \"b\":2}", "{\"a\"=1}", "{\"a\":1;\"b\":2}", "{null:1}", "{[]:1}", "{} {}", "[] 1", "[][]",
    "[1]]", "{}}", "// a\n1", "/* a */1", "1 // a", "# a\n1", "\u{a0}1", "[1,\u{2028}2]", "\u{feff}", "{\u{feff}}",
    "[true\"a\"]", "[truefalse]", "[1\"a\"]", r#""\ud800""#, r#""\udc00""#, r#""\ud800\ud800""#, r#""\ud800a""#,
    r#""\ud800\n""#, r#""\ud800\u0041""#, r#""\udc00\ud800""#, r#"{"\ud800":1}"#, "1e309", "-1e309", "1e999999999",
    "[1e400]", "{\"a\":1e99999999999999999999}", "1e99999999999999999999",
];

#[test]
fn refuses_what_is_not_json() {
    for text in INVALID {
        assert!(!we_accept(text.as_bytes()), "{text}");
        assert_agreement(text.as_bytes());
    }
    for bytes in [
        &b"\xFF"[..],
        b"\"\xFF\"",
        b"\"\xC3\"",
        b"\"\xC3\\n\xA9\"",
        b"\"\xED\xA0\x80\"",
        b"\"\xF4\x90\x80\x80\"",
        b"\"\xC0\x80\"",
        b"{\"\xE9\":1}",
        b"{}\xFF",
        b"\xFF\xFE{\0}\0",
        b"\xFE\xFF\0{\0}",
        b"{\0}\0",
        b"\0{\0}",
    ] {
        assert!(!we_accept(bytes), "{:?}", String::from_utf8_lossy(bytes));
        assert_agreement(bytes);
    }
}

#[test]
fn ends_at_the_same_depth() {
    for depth in [1, 126, 127, 128, 129, 500] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}null{}", open.repeat(depth), close.repeat(depth));
            assert_eq!(we_accept(text.as_bytes()), depth <= vpcheck_syntax::limits::DEPTH, "{depth}");
            assert_agreement(text.as_bytes());
        }
    }
}

/// `serde_json` rounds such a number away from the largest double and refuses it, unless its feature `float_roundtrip` is on.
#[test]
fn known_difference_at_the_largest_double() {
    let text = b"17976931348623158e292";
    assert!(we_accept(text));
    let source = Source::json("text.json", text.as_slice());
    let number =
        parse(&source).into_tree().and_then(|tree| tree.root().as_number().map(vpcheck_syntax::Number::as_f64));
    assert_eq!(number, Some(f64::MAX));
}

const DOCUMENTS: [&str; 6] = [
    r#"{"name":"web-app","type":"http","http_port":8080,"https_port":8443,"host":{"ipv4":"10.0.0.1","network":{"tunnel_id":"0191dce4-9ab4-7fce-b660-8e5dec5172da"}},"tls_settings":{"cert_verification_mode":"verify_full"}}"#,
    r#"{
  "name": "Tür \u00fc \ud83d\ude00 \"quoted\"",
  "type": "tcp",
  "tcp_port": 5432,
  "app_protocol": null,
  "host": {
    "hostname": "db.example.com",
    "resolver_network": { "tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da", "resolver_ips": ["10.0.0.1", "fd00::1"] }
  }
}
"#,
    r#"{"success":true,"errors":[{"code":7003,"message":"No route\n","source":{"pointer":"/a~1b"}}],"messages":[],"result":null}"#,
    r#"[0, -0, 1.5, -2e10, 3E-7, 1.7e308, 123456789012345678901234567890, [], {}, [[[]]], true, false, null, "\\\/\b\f\r\t"]"#,
    "[\"\\ud83d\\ude00\",\"\\udfff\\ud800\",\"\u{1f600}\u{e9}\u{7f}\",1e400,\"\\u0000\"]",
    "\u{feff}{\"a\":{\"b\":{\"c\":[1,2,{\"d\":\"e\"}]}},\"a\":1}",
];

/// Pieces that are put in at random places: what JSON is made of, and what it is taken for.
const PIECES: [&[u8]; 40] = [
    b"\"",
    b"\\",
    b",",
    b":",
    b"{",
    b"}",
    b"[",
    b"]",
    b" ",
    b"\n",
    b"\t",
    b"\r",
    b"0",
    b"9",
    b"-",
    b"+",
    b".",
    b"e",
    b"E5",
    b"e999",
    b"true",
    b"null",
    b"nul",
    b"\\u",
    b"\\ud800",
    b"\\udc00",
    b"\\n",
    b"'",
    b"//",
    b"/*",
    b"#",
    b"\0",
    b"\x7F",
    b"\xFF",
    b"\xC3",
    b"\xA9",
    b"\xED\xA0\x80",
    b"\xEF\xBB\xBF",
    b"\xE2\x80\x9C",
    b";",
];

/// Marsaglia's xorshift, from a fixed seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).expect("it is less than a usize")
    }

    /// Changes the text in one place.
    fn mutate(&mut self, text: &mut Vec<u8>) {
        let at = self.below(text.len() + 1);
        match self.below(6) {
            0 if at < text.len() => {
                text.remove(at);
            }
            1 if at < text.len() => text[at] = u8::try_from(self.below(256)).expect("it is less than 256"),
            2 => {
                let end = text.len().min(at + self.below(12));
                text.drain(at..end);
            }
            3 => {
                let end = text.len().min(at + self.below(12));
                let copy = text[at..end].to_vec();
                let to = self.below(text.len() + 1);
                text.splice(to..to, copy);
            }
            4 if self.below(4) == 0 => text.truncate(at),
            _ => {
                let piece = PIECES[self.below(PIECES.len())];
                text.splice(at..at, piece.iter().copied());
            }
        }
    }
}

#[test]
fn agrees_on_mutated_texts() {
    let mut random = Random(0x5EED_0FC0_FFEE_1234);
    let mut accepted = 0;
    for round in 0..60_000 {
        let mut text = DOCUMENTS[round % DOCUMENTS.len()].as_bytes().to_vec();
        for _ in 0..=random.below(3) {
            random.mutate(&mut text);
        }
        assert_agreement(&text);
        accepted += usize::from(we_accept(&text));
    }
    assert!((5_000..55_000).contains(&accepted), "{accepted} of 60000 are accepted, so that the test shows little");
}

/// Whether both read the same out of the text.
fn is_same(ours: Node<'_>, theirs: &serde_json::Value) -> bool {
    match (ours.value(), theirs) {
        (Value::Null, serde_json::Value::Null) => true,
        (Value::Boolean(ours), serde_json::Value::Bool(theirs)) => ours == *theirs,
        (Value::String(ours), serde_json::Value::String(theirs)) => ours == theirs,
        (Value::Number(ours), serde_json::Value::Number(theirs)) => match theirs.as_i64() {
            Some(theirs) => ours.as_i64() == Some(theirs),
            None => theirs.as_f64().is_some_and(|theirs| (ours.as_f64() - theirs).abs() <= theirs.abs() * 1e-15),
        },
        (Value::Array(ours), serde_json::Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.zip(theirs).all(|(ours, theirs)| is_same(ours, theirs))
        }
        (Value::Object(ours), serde_json::Value::Object(theirs)) => {
            // The last of several members of one name is what is left there.
            theirs.iter().all(|(name, theirs)| {
                ours.clone().filter(|ours| ours.name == name).last().is_some_and(|ours| is_same(ours.value, theirs))
            }) && ours.clone().all(|ours| theirs.contains_key(ours.name))
        }
        _ => false,
    }
}

#[test]
fn reads_the_same_values() {
    let mut random = Random(0xDEC0_DE00_0000_0001);
    let mut compared = 0;
    for round in 0..20_000 {
        let mut text = DOCUMENTS[round % DOCUMENTS.len()].as_bytes().to_vec();
        random.mutate(&mut text);
        let Ok(theirs) = serde_json::from_slice::<serde_json::Value>(&text) else { continue };
        let source = Source::json("text.json", text.as_slice());
        let tree = parse(&source).into_tree().expect("serde_json reads the text");
        assert!(is_same(tree.root(), &theirs), "{}", String::from_utf8_lossy(&text));
        for node in tree.root().members() {
            assert!(node.value.is_complete());
        }
        compared += 1;
    }
    assert!(compared > 2_000, "only {compared} of 20000 are valid");
}
