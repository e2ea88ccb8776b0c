//! Terraform's JSON syntax as trees.
#![cfg(feature = "terraform")]

use vpcheck_syntax::{Kind, Source, Syntax, parse};

#[test]
fn strings_are_templates() {
    for (text, kind, string) in [
        (r#""web""#, Kind::String, Some("web")),
        (r#""$${x}""#, Kind::String, Some("${x}")),
        (r#""%%{x}""#, Kind::String, Some("%{x}")),
        (r#""a\n$${x}""#, Kind::String, Some("a\n${x}")),
        (r#""${local.name}""#, Kind::String, Some("web")),
        (r#""x-${local.name}""#, Kind::String, Some("x-web")),
        (r#""${local.port}""#, Kind::Number, None),
        (r#""${local.later}""#, Kind::String, Some("x-web")),
        (r#""${\"quoted\"}""#, Kind::String, Some("quoted")),
        (r#""${var.x}""#, Kind::Unknown, None),
        (r#""x-${var.x}""#, Kind::Unknown, None),
        (r#""%{ if true }x%{ endif }""#, Kind::Unknown, None),
        (r#""${""#, Kind::Unknown, None),
        ("80.0", Kind::Number, None),
        ("null", Kind::Null, None),
        ("[true, {}]", Kind::Array, None),
    ] {
        let locals = r#""locals": [{"name": "web", "port": 8080}, {"later": "x-${local.name}"}]"#;
        let whole = format!(r#"{{"//": "a comment", {locals}, "a": {text}}}"#);
        let source = Source::new("main.tf.json", whole.as_bytes(), Syntax::TerraformJson);
        let parsed = parse(&source);
        assert_eq!(parsed.diagnostics, [], "{text}");
        let tree = &parsed.documents[0];
        assert_eq!(tree.syntax(), Syntax::TerraformJson);
        let value = tree.root().get("a").expect("the member is there").value;
        assert_eq!((value.kind(), value.as_str()), (kind, string), "{text}");
        assert!(whole.contains(value.text()) && !value.text().is_empty(), "{text}");
        assert!(tree.root().get("//").is_none());
    }
}

#[test]
fn instances_are_documents() {
    let text = r#"{
  "locals": {"services": {"web": {"port": 8080}, "db": {"port": 5432}}},
  "resource": {"t": {
    "n": {"for_each": "${local.services}", "name": "svc-${each.key}", "port": "${each.value.port}"},
    "c": [{"count": 2, "name": "n${count.index}"}]
  }}
}"#;
    let source = Source::new("main.tf.json", text.as_bytes(), Syntax::TerraformJson);
    let parsed = parse(&source);
    assert_eq!(parsed.diagnostics, []);
    let found: Vec<_> = parsed
        .documents
        .iter()
        .map(|tree| {
            let name = tree.root().get("name").and_then(|name| name.value.as_str()).unwrap_or_default();
            let port = tree.root().get("port").map(|port| port.value.text()).unwrap_or_default();
            (tree.prefix(), tree.instance().unwrap_or_default(), name, port)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("", "", "", ""),
            ("/resource/t/n", "each.key = \"web\"", "svc-web", "8080"),
            ("/resource/t/n", "each.key = \"db\"", "svc-db", "5432"),
            ("/resource/t/c", "count.index = 0", "n0", ""),
            ("/resource/t/c", "count.index = 1", "n1", ""),
        ]
    );
}

#[test]
fn mistakes_are_those_of_json() {
    let text = r#"{"a": 1, "a": "${local.x}", "b": tru}"#;
    let source = Source::new("main.tf.json", text.as_bytes(), Syntax::TerraformJson);
    let parsed = parse(&source);
    let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect();
    assert_eq!(found, [("duplicate-member", "/a"), ("json-syntax", "")]);
    assert!(!parsed.documents[0].root().is_complete() || parsed.documents[0].root().members().len() == 3);
}
