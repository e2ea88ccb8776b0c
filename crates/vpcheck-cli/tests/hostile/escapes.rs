//! Text from a file, its name or an argument that a terminal would obey.

use std::ffi::OsString;

use serde_json::Value;

use crate::bounded::{Directory, assert_visible, run};

/// What a terminal obeys, what turns the direction of writing, what cannot be seen, and what forges a line.
const HOSTILE: [&str; 12] = [
    "\u{1b}[2J",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]8;;https://example.com\u{1b}\\link\u{1b}]8;;\u{1b}\\",
    "\u{9b}31m",
    "\u{9d}0;title\u{9c}",
    "\u{202e}gnp.exe\u{202c}",
    "\u{2066}a\u{2069}\u{61c}",
    "a\u{200b}b\u{200d}c\u{2060}d\u{feff}e\u{ad}f",
    "\nerror: forged",
    "\rerror: forged\r\n",
    "\u{85}\u{2028}\u{2029}",
    "\u{8}\u{8}\u{7f}\u{0}\u{e0041}",
];

/// A text in JSON with each of its characters escaped.
fn escaped(text: &str) -> String {
    text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect::<Vec<_>>().concat()
}

/// Documents with `text` in every place where one may be repeated. Each has the text raw and escaped.
fn documents(text: &str) -> Vec<String> {
    let escaped = escaped(text);
    let mut documents = Vec::new();
    for text in [text, &escaped] {
        let host = format!(r#""host":{{"ipv4":"{text}","network":{{"tunnel_id":"{text}","{text}":1}}}}"#);
        documents.push(format!(r#"{{"name":"{text}","type":"{text}","http_port":"{text}","{text}":"{text}",{host}}}"#));
        documents.push(format!(r#"{{"type":"http","tcp_port":1,"{text}":1,"{text}":2,"app_protocol":"{text}","host":{{"hostname":"{text}.a","network":{{}}}}}}"#));
        documents.push(format!(r#"{{"type":"tcp","tls_settings":{{"cert_verification_mode":"{text}"}},"host":{{"ipv6":"{text}","hostname":"a"}}}}"#));
        documents.push(format!(r#"{{"type":"http","host":{{"hostname":"db","resolver_network":{{"tunnel_id":"{text}","resolver_ips":["{text}","1.1.1.1{text}"]}}}}}}"#));
        documents.push(format!(r#"{{"vpc_services":[{{"binding":"{text}","service_id":"{text}"}},{{"binding":"{text}"}}],"vpc-networks":[],"env":{{"{text}":{{"vpc_services":[{{"binding":"{text}","remote":"{text}"}}]}}}}}}"#));
        documents.push(format!(r#"{{"success":true,"errors":[{{"code":"{text}","{text}":1}}],"messages":[],"result":{{"type":"{text}","name":"{text}","host":{{"ipv4":"{text}"}}}}}}"#));
    }
    // Where no string is.
    documents.push(format!(r#"{{"http_port": {text}, "host": {{{text}}}, {text}: 1}}"#));
    documents.push(format!(r#"{text}{{"http_port": 1}}{text}"#));
    documents.push(format!(r#"{{"http_port": "{text}"#));
    documents
}

#[test]
fn nothing_gets_through_from_a_document() {
    let directory = Directory::new();
    let formats =
        ["--output-format", "full", "--output-format", "concise=concise.txt", "--output-format", "json=json.json"];
    for text in HOSTILE {
        for (index, document) in documents(text).into_iter().enumerate() {
            directory.write(format!("in/{index}.json"), document);
        }
        for kind in [None, Some("request"), Some("response"), Some("wrangler")] {
            let kind = kind.map_or_else(Vec::new, |kind| vec!["--as", kind]);
            let ran = directory.check(&[&formats as &[&str], &kind, &["in", "-v"]].concat());
            assert_eq!(ran.code, 1, "{text:?}: {}", ran.stderr);
            let (concise, json) = (directory.read("concise.txt"), directory.read("json.json"));
            for output in [&ran.stdout, &ran.stderr, &concise, &json] {
                assert_visible(output, &format!("{text:?} {kind:?}"));
            }
            // A line that is none of ours would start with what was forged.
            let forged = |line: &&str| line.starts_with("error: ") || line.starts_with("forged");
            assert_eq!(ran.stdout.lines().chain(concise.lines()).find(forged), None, "{text:?}");
            let report: Value = serde_json::from_str(&json).expect("the output is JSON");
            let count = report["findings"].as_array().map_or(0, Vec::len);
            assert_eq!(concise.lines().count(), count + 1, "{text:?}: one line per finding");
        }
    }
}

#[test]
fn json_gives_back_what_was_there() {
    let directory = Directory::new();
    for text in HOSTILE {
        let escaped = escaped(text);
        // NUL and `/` are not for names of files.
        let name = format!("{}.json", text.replace(['\0', '/'], "_"));
        directory.write(&name, format!(r#"{{"type":"http","http_port":1,"{escaped}":1,"name":"a","host":{{"ipv4":"10.0.0.1","network":{{"tunnel_id":"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}}}}}"#));
        let ran = directory.check(&[name.as_str(), "--output-format", "json"]);
        assert_eq!(ran.code, 0, "{text:?}: {}", ran.stderr);
        assert_visible(&ran.stdout, text);
        let report: Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
        let finding = &report["findings"][0];
        assert_eq!(finding["file"], name.as_str());
        assert_eq!(finding["rule"], "unknown-member");
        let token = text.replace('~', "~0").replace('/', "~1");
        assert_eq!(finding["pointer"], format!("/{token}"));
    }
}

#[test]
fn nothing_gets_through_from_a_name() {
    let directory = Directory::new();
    for text in HOSTILE {
        let text = text.replace(['\0', '/'], "_");
        let (bad, other, missing) = (format!("{text}.json"), format!("{text}.txt"), format!("missing{text}.json"));
        directory.write(&bad, "{\"http_port\": }");
        directory.write(&other, "");
        directory.write(format!("{text}/package.json"), "{}");
        for format in ["full", "concise", "json"] {
            let option = format!("--{text}");
            for arguments in [
                vec!["check", "--output-format", format, bad.as_str(), &other, &missing],
                vec!["check", "--output-format", format, "-v", "."],
                vec!["check", &text],
                vec!["check", "-", "--stdin-filename", &bad, "--output-format", format],
                vec!["check", "-", "--stdin-filename", &other],
                vec!["check", "--output-format", &text],
                vec!["check", "--output-format", &option],
                vec!["check", "--threads", &text],
                vec!["check", "--fail-on", &text],
                vec!["check", "--also", &text],
                vec!["check", &bad, "--output-format", &format!("json={text}/{text}/x")],
                vec!["check", &option],
                vec!["explain", &text],
                vec!["explain", &option],
                vec!["explain", "port-range", &text],
                vec!["codegen", "rust", &bad],
                vec!["codegen", "rust", &missing],
                vec!["codegen", &text, &bad],
                vec![&text],
            ] {
                let mut command = directory.bounded();
                command.args(&arguments);
                let ran = run(command, b"{\"http_port\": }");
                assert_ne!(ran.code, 0, "{arguments:?}: {}", ran.stdout);
                assert_visible(&ran.stdout, &format!("{arguments:?}"));
                assert_visible(&ran.stderr, &format!("{arguments:?}"));
                let forged = |line: &&str| line.starts_with("error: forged");
                assert_eq!(ran.stdout.lines().chain(ran.stderr.lines()).find(forged), None, "{arguments:?}");
            }
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_utf8() {
    use std::os::unix::ffi::OsStringExt as _;

    let directory = Directory::new();
    let names: Vec<OsString> =
        [b"a\xff.json".to_vec(), b"a\xfe.json".to_vec(), b"\x9b31m.json".to_vec()].map(OsString::from_vec).into();
    for name in &names {
        directory.write(name, "{\"http_port\": }");
    }
    // Both named and found: three files, although two of them look alike.
    let mut arguments = names.clone();
    arguments.extend([".".into(), "--output-format".into(), "json".into()]);
    let ran = directory.check(&arguments);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_visible(&ran.stdout, "names");
    let report: Value = serde_json::from_str(&ran.stdout).expect("the output is JSON");
    assert_eq!(report["summary"]["files"], 3);
    let files: Vec<_> =
        report["findings"].as_array().expect("an array").iter().map(|finding| &finding["file"]).collect();
    assert_eq!(files, ["a\u{fffd}.json", "a\u{fffd}.json", "\u{fffd}31m.json"]);
    for option in [b"--\x9b31m".to_vec(), b"\xff".to_vec()] {
        let mut arguments = vec!["--stdin-filename".into(), OsString::from_vec(option.clone())];
        arguments.push(OsString::from_vec(option));
        let ran = directory.check(&arguments);
        assert_eq!(ran.code, 2);
        assert_visible(&ran.stderr, "an argument");
    }
}
