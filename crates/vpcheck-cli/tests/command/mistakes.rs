//! The six typical mistakes in five syntaxes: each is one finding, at the right place, that names the cause and what to do.
//!
//! The snapshots show what a user reads.

use std::fmt::Write as _;

use serde_json::Value;
use vpcheck_syntax::Node;

use crate::directory::Directory;
use crate::snapshot;

/// A mistake, in the words that each syntax has for it.
struct Mistake {
    name: &'static str,
    rule: &'static str,
    pointer: &'static str,
    /// What is underlined, in each of the syntaxes; of several lines the first.
    places: [&'static str; 5],
    /// What the finding has to say.
    says: &'static [&'static str],
}

/// The services in which the mistakes are, which other tools are shown too.
const SERVICES: &str = include_str!("../../../../tests/data/mistakes.json");

const SYNTAXES: [&str; 5] = ["json", "jsonc", "yaml", "toml", "tf"];

const MISTAKES: [Mistake; 6] = [
    Mistake {
        name: "bad-ipv4",
        rule: "invalid-ipv4",
        pointer: "/host/ipv4",
        places: ["\"10.0.0.256\"", "\"10.0.0.256\"", "10.0.0.256", "\"10.0.0.256\"", "\"10.0.0.256\""],
        says: &["10.0.0.256", "between 0 and 255"],
    },
    Mistake {
        name: "verify-full",
        rule: "unknown-cert-verification-mode",
        pointer: "/tls_settings/cert_verification_mode",
        places: ["\"verify-full\"", "\"verify-full\"", "verify-full", "\"verify-full\"", "\"verify-full\""],
        says: &["verify-full", "did you mean `verify_full`?"],
    },
    Mistake {
        name: "tcp-port-on-http",
        rule: "member-of-other-type",
        pointer: "/tcp_port",
        places: ["5432"; 5],
        says: &["`tcp_port` belongs to a TCP service", "remove `tcp_port`, or write `"],
    },
    Mistake {
        name: "address-and-hostname",
        rule: "address-and-hostname",
        pointer: "/host",
        places: ["{", "{", "ipv4: 10.0.0.1", "[host]", "{"],
        says: &["both `ipv4` and `hostname`", "keep one"],
    },
    Mistake {
        name: "port-70000",
        rule: "port-range",
        pointer: "/http_port",
        places: ["70000"; 5],
        says: &["`http_port` is 70000", "between 1 and 65535"],
    },
    Mistake {
        name: "no-resolver-network",
        rule: "missing-member",
        pointer: "/host",
        places: ["{", "{", "hostname: web.corp.example.com", "[host]", "{"],
        says: &["`resolver_network` is missing", "an object with `tunnel_id`"],
    },
];

#[test]
fn the_six_typical_mistakes_read_well_in_five_syntaxes() {
    for mistake in MISTAKES {
        let mut shown = String::new();
        for (syntax, expected) in SYNTAXES.iter().zip(mistake.places) {
            let directory = Directory::new();
            let file = format!("web.{syntax}");
            let text = written(&mistake, syntax);
            directory.write(&file, &text);
            let ran = directory.check(&["--output-format", "json"]);
            let report = ran.json();
            let case = format!("{} in {syntax}:\n{text}\n{report:#}", mistake.name);
            let [finding] = report["findings"].as_array().expect("there are findings").as_slice() else {
                panic!("one finding is expected: {case}")
            };
            let prefix =
                if *syntax == "tf" { "/resource/cloudflare_connectivity_directory_service/web_app" } else { "" };
            assert_eq!(finding["rule"], mistake.rule, "{case}");
            assert_eq!(finding["severity"], "error", "{case}");
            assert_eq!(finding["pointer"], format!("{prefix}{}", mistake.pointer), "{case}");
            assert_eq!(place(&text, finding), expected, "{case}");
            assert_eq!(ran.code, 1, "{case}");

            let full = directory.check(&["--output-format", "full"]).stdout;
            for words in mistake.says {
                assert!(full.contains(words), "{words}: {case}\n{full}");
            }
            writeln!(shown, "{full}").expect("a string takes any text");
        }
        snapshot::compare(&format!("{}.full", mistake.name), &shown);
    }
}

/// The first line of what a finding is about.
fn place<'t>(text: &'t str, finding: &Value) -> &'t str {
    let byte = |end: &str| usize::try_from(finding["span"][end].as_u64().expect("an offset")).expect("it is small");
    text.get(byte("start")..byte("end")).and_then(|place| place.lines().next()).expect("it is in the text")
}

/// The service as people write it.
fn written(mistake: &Mistake, syntax: &str) -> String {
    let source = vpcheck_syntax::Source::json("mistakes", SERVICES.as_bytes());
    let tree = vpcheck_syntax::parse(&source).into_tree().expect("the mistakes are JSON");
    let service = tree.root().elements().find_map(|item| {
        let [name, service] = item.get_each(["name", "service"]);
        service.filter(|_| name.and_then(Node::as_str) == Some(mistake.name))
    });
    let members = parts(service.expect("there is a service with the mistake").text());
    let mut text = String::new();
    match syntax {
        "yaml" => yaml(&mut text, &members, 0),
        "toml" => toml(&mut text, &members, ""),
        "tf" => {
            text.push_str("resource \"cloudflare_connectivity_directory_service\" \"web_app\" {\n");
            text.push_str("  account_id = var.account_id\n");
            terraform(&mut text, &members, 1);
            text.push_str("}\n");
        }
        _ => {
            if syntax == "jsonc" {
                text.push_str("// The shop, for the Worker at the edge.\n");
            }
            text.push_str("{\n");
            json(&mut text, &members, 1, if syntax == "jsonc" { "," } else { "" });
            text.push_str("}\n");
        }
    }
    text
}

/// A value as it is written: what is in quotes, or the members of an object.
enum Written {
    Scalar(String),
    Object(Vec<(String, Written)>),
}

/// The members of an object in the order of the text.
fn parts(object: &str) -> Vec<(String, Written)> {
    let source = vpcheck_syntax::Source::json("service", object.as_bytes());
    let tree = vpcheck_syntax::parse(&source).into_tree().expect("the service is JSON");
    let part = |member: vpcheck_syntax::Member<'_>| {
        let text = member.value.text();
        let value = if text.starts_with('{') { Written::Object(parts(text)) } else { Written::Scalar(text.to_owned()) };
        (member.name.to_owned(), value)
    };
    tree.root().members().map(part).collect()
}

fn json(text: &mut String, members: &[(String, Written)], depth: usize, last: &str) {
    let indent = "  ".repeat(depth);
    for (index, (name, value)) in members.iter().enumerate() {
        write!(text, "{indent}\"{name}\": ").expect("a string takes any text");
        match value {
            Written::Scalar(value) => text.push_str(value),
            Written::Object(inner) => {
                text.push_str("{\n");
                json(text, inner, depth + 1, last);
                write!(text, "{indent}}}").expect("a string takes any text");
            }
        }
        text.push_str(if index + 1 < members.len() { "," } else { last });
        text.push('\n');
    }
}

fn yaml(text: &mut String, members: &[(String, Written)], depth: usize) {
    let indent = "  ".repeat(depth);
    for (name, value) in members {
        write!(text, "{indent}{name}:").expect("a string takes any text");
        match value {
            Written::Scalar(value) => writeln!(text, " {}", value.trim_matches('"')).expect("a string takes any text"),
            Written::Object(inner) => {
                text.push('\n');
                yaml(text, inner, depth + 1);
            }
        }
    }
}

fn toml(text: &mut String, members: &[(String, Written)], path: &str) {
    for (name, value) in members {
        if let Written::Scalar(value) = value {
            writeln!(text, "{name} = {value}").expect("a string takes any text");
        }
    }
    for (name, value) in members {
        if let Written::Object(inner) = value {
            writeln!(text, "\n[{path}{name}]").expect("a string takes any text");
            toml(text, inner, &format!("{path}{name}."));
        }
    }
}

fn terraform(text: &mut String, members: &[(String, Written)], depth: usize) {
    let indent = "  ".repeat(depth);
    for (name, value) in members {
        write!(text, "{indent}{name} = ").expect("a string takes any text");
        match value {
            Written::Scalar(value) => writeln!(text, "{value}").expect("a string takes any text"),
            Written::Object(inner) => {
                text.push_str("{\n");
                terraform(text, inner, depth + 1);
                writeln!(text, "{indent}}}").expect("a string takes any text");
            }
        }
    }
}
