//! Terraform's native syntax as trees.
#![cfg(feature = "terraform")]

use vpcheck_syntax::{Kind, Node, Parsed, Source, Syntax, Tree, Value, parse};

/// A value as the tables show it: its pointer, and what it is.
fn show(node: Node<'_>) -> String {
    let value = match node.value() {
        Value::Null => "null".to_owned(),
        Value::Boolean(boolean) => boolean.to_string(),
        Value::Number(number) => number.text().to_owned(),
        Value::String(text) => format!("{text:?}"),
        Value::Array(elements) => format!("[{}]", elements.len()),
        Value::Object(members) => format!("{{{}}}", members.len()),
        Value::DateTime(text) => text.to_owned(),
        Value::Unknown => "?".to_owned(),
    };
    format!("{} {value}{}", node.pointer(), if node.is_complete() { "" } else { " incomplete" })
}

/// The values of a document that are no objects, and those that are where something about them is missing or empty.
fn leaves(tree: &Tree<'_>) -> Vec<String> {
    let is_shown = |node: &Node<'_>| node.kind() != Kind::Object || !node.is_complete() || node.members().len() == 0;
    tree.nodes().filter(is_shown).map(show).collect()
}

fn with<T>(text: &str, look: impl FnOnce(&Parsed<'_>) -> T) -> T {
    let source = Source::new("main.tf", text.as_bytes(), Syntax::Terraform);
    look(&parse(&source))
}

#[test]
fn a_module_becomes_a_tree() {
    let text = r#"
terraform {
  required_providers {
    cloudflare = { source = "cloudflare/cloudflare" }
  }
}

variable "account_id" { type = string }

resource "cloudflare_connectivity_directory_service" "web" {
  account_id = var.account_id # the one of production
  name       = "web-app"
  type       = "tcp"
  tcp_port   = 5432

  host = {
    ipv4    = "10.0.0.1"
    network = { tunnel_id = cloudflare_zero_trust_tunnel_cloudflared.t.id }
  }
  lifecycle {
    prevent_destroy = true
  }
}

resource "cloudflare_workers_script" "worker" {
  bindings = [{
    type       = "vpc_service"
    name       = "WEB"
    service_id = cloudflare_connectivity_directory_service.web.service_id
  }]
}
"#;
    with(text, |parsed| {
        assert_eq!(parsed.diagnostics, []);
        assert_eq!(parsed.documents.len(), 1);
        let service = "/resource/cloudflare_connectivity_directory_service/web";
        let binding = "/resource/cloudflare_workers_script/worker/bindings";
        assert_eq!(
            leaves(&parsed.documents[0]),
            [
                "/terraform/required_providers/cloudflare/source \"cloudflare/cloudflare\"".to_owned(),
                "/variable/account_id/type ?".to_owned(),
                format!("{service}/account_id ?"),
                format!("{service}/name \"web-app\""),
                format!("{service}/type \"tcp\""),
                format!("{service}/tcp_port 5432"),
                format!("{service}/host/ipv4 \"10.0.0.1\""),
                format!("{service}/host/network/tunnel_id ?"),
                format!("{service}/lifecycle/prevent_destroy true"),
                format!("{binding} [1]"),
                format!("{binding}/0/type \"vpc_service\""),
                format!("{binding}/0/name \"WEB\""),
                format!("{binding}/0/service_id ?"),
            ]
        );
        let comments: Vec<_> = parsed.comments.iter().map(|comment| &text[comment.range()]).collect();
        assert_eq!(comments, ["# the one of production"]);
    });
}

#[test]
fn instances_are_documents() {
    let text = r#"
locals {
  services = {
    web = { port = 8080, hosts = ["10.0.0.1"] }
    db  = { port = 5432.0, hosts = [] }
  }
}
resource "t" "n" {
  for_each = local.services
  name     = "svc-${each.key}"
  port     = each.value.port
  host     = each.value.hosts[0]
}
resource "t" "c" {
  count = 2
  name  = "n${count.index}"
}
"#;
    with(text, |parsed| {
        let documents: Vec<_> = parsed.documents.iter().map(|tree| (tree.instance(), leaves(tree))).collect();
        let each = |name: &str, port: &str, host: &str| {
            let each = ["for_each ?", name, port, host];
            each.map(|leaf| format!("/resource/t/n/{leaf}")).to_vec()
        };
        let count = |leaves: [&str; 2]| leaves.map(|leaf| format!("/resource/t/c/{leaf}")).to_vec();
        assert_eq!(
            documents[1..],
            [
                (Some("each.key = \"web\""), each("name \"svc-web\"", "port 8080", "host \"10.0.0.1\"")),
                (Some("each.key = \"db\""), each("name \"svc-db\"", "port 5432.0", "host ?")),
                (Some("count.index = 0"), count(["count 2", "name \"n0\""])),
                (Some("count.index = 1"), count(["count 2", "name \"n1\""])),
            ]
        );
        let port = parsed.documents[1].root().get("port").map(|port| &text[port.value.span().range()]);
        assert_eq!(port, Some("8080"));
        assert_eq!(parsed.documents[1].root().text(), parsed.documents[2].root().text());
    });
}

/// Expressions, and what their values are shown as.
const EXPRESSIONS: &[(&str, &str)] = &[
    ("80", "80"),
    ("80.0", "80.0"),
    ("8e1", "8e1"),
    ("8E+1", "8E+1"),
    ("080", "80"),
    ("00.50", "0.50"),
    ("0", "0"),
    ("00", "0"),
    ("-5", "-5"),
    ("- 05", "-5"),
    ("-(5)", "-5"),
    ("(80)", "80"),
    ("-local.port", "-8080"),
    ("-\"x\"", "?"),
    ("true", "true"),
    ("!true", "false"),
    ("!var.x", "?"),
    ("null", "null"),
    ("\"web\"", "\"web\""),
    ("\"\"", "\"\""),
    (r#""a\n\t\"\\\u00e9\U0001F600""#, "\"a\\n\\t\\\"\\\\é😀\""),
    ("\"$${x} %%{y} $ % {z}\"", "\"${x} %{y} $ % {z}\""),
    ("\"${local.name}\"", "\"web\""),
    ("\"${local.port}\"", "8080"),
    ("\"x-${local.name}-${local.port}-${true}\"", "\"x-web-8080-true\""),
    ("\"x-${80.0}\"", "\"x-80\""),
    ("\"x-${0.5}\"", "?"),
    ("\"x-${null}\"", "?"),
    ("\"x-${var.x}\"", "?"),
    ("\"x-${local.names}\"", "?"),
    ("\"${\"${local.name}\"}s\"", "\"webs\""),
    ("\"x ${~ local.name ~} y\"", "?"),
    ("\"%{ if true }x%{ endif }\"", "?"),
    ("<<E\nhello\n  you\nE", "\"hello\\n  you\\n\""),
    ("<<-E\n    hello\n      you\n    E", "\"hello\\n  you\\n\""),
    ("<<E\nhello ${local.name}\nE", "\"hello web\\n\""),
    ("<<E\nE", "\"\""),
    ("[]", "[0]"),
    ("[1, \"a\", null,]", "[3]"),
    ("{}", "{0}"),
    ("{ a = 1, b : 2\n c = 3 }", "{3}"),
    ("{ (local.name) = 1, \"x${local.port}\" = 2, 80 = 3 }", "{3}"),
    ("{ (var.x) = 1, b = 2 }", "{1} incomplete"),
    ("local.port", "8080"),
    ("local.host.ipv4", "\"10.0.0.1\""),
    ("local.host[\"ipv4\"]", "\"10.0.0.1\""),
    ("local.host[\"with space\"]", "1"),
    ("local.host[local.name]", "true"),
    ("local.host.web", "true"),
    ("local.host", "{3} incomplete"),
    ("local.host.none", "?"),
    ("local.names[1]", "\"b\""),
    ("local.names.1", "\"b\""),
    ("local.names[2]", "?"),
    ("local.names[-1]", "?"),
    ("local.names[*]", "?"),
    ("local.names[var.x]", "?"),
    ("local.later", "\"x\""),
    ("local.self", "?"),
    ("local.one", "?"),
    ("local.twice", "?"),
    ("local.none", "?"),
    ("local", "?"),
    ("var.x", "?"),
    ("each.key", "?"),
    ("count.index", "?"),
    ("cloudflare_zero_trust_tunnel_cloudflared.t.id", "?"),
    ("data.x.y[0].z", "?"),
    ("{ a = 1 }.a", "1"),
    ("[\"a\"][0]", "\"a\""),
    ("true ? 1 : 2", "1"),
    ("false ? 1 : 2", "2"),
    ("var.x ? 1 : 1", "?"),
    ("var.x == 1 ? \"a\" : null", "?"),
    ("true ? local.port : var.x", "8080"),
    ("1 + 1", "?"),
    ("f(1)", "?"),
    ("merge({ a = 1 }, {})", "?"),
    ("jsonencode({ a = 1 })", "?"),
    ("provider::x::f(1)", "?"),
    ("toset([\"a\", \"b\", \"a\"])", "[2]"),
    ("toset([var.x])", "?"),
    ("tolist([1, 2])", "[2]"),
    ("tomap({ a = 1 })", "{1}"),
    ("tostring(80)", "\"80\""),
    ("tostring(true)", "\"true\""),
    ("tostring(null)", "?"),
    ("tonumber(\"80\")", "80"),
    ("tonumber(\"x\")", "?"),
    ("tonumber(\"080\")", "?"),
    ("toset([\"a\"]...)", "?"),
    ("[for name in local.names : name]", "?"),
    ("{ for name in local.names : name => 1 }", "?"),
    ("{ for = 1 }", "{1}"),
    ("[\n  1, # one\n  /* two */ 2,\n\n]", "[2]"),
    ("(\n  var.x\n  ? 1\n  : 2\n)", "?"),
    ("[\n  1\n  + 2,\n  3\n]", "[2]"),
];

/// What each value of `a` is, beside a few locals.
#[test]
fn expressions_are_known_as_far_as_the_file_tells() {
    let locals = r#"
locals {
  port  = 8080
  host  = { ipv4 = "10.0.0.1", "with space" = 1, (local.name) = true, (var.x) = 2 }
  names = ["a", "b"]
  name  = "web"
  later = local.later_still
  later_still = "x"
  self  = local.self
  one   = local.two
  two   = local.one
  twice = 1
  twice = 2
}
"#;
    for (text, expected) in EXPRESSIONS {
        with(&format!("{locals}a = {text}\n"), |parsed| {
            let found: Vec<_> = parsed.diagnostics.iter().filter(|found| found.pointer != "/locals/twice").collect();
            assert!(found.is_empty(), "{text}: {found:?}");
            let value = parsed.documents[0].root().get("a").map(|member| show(member.value));
            assert_eq!(value, Some(format!("/a {expected}")), "{text}");
        });
    }
}

/// Values stand where they are written, also where a local brings them.
#[test]
fn values_keep_their_places() {
    let text = "\u{feff}locals {\r\n  port = 8080\r\n  all = { web = \"a\" }\r\n}\r\na = local.port\r\nb = \"x${local.port}\"\r\nc = local.all\r\nd = var.x\r\ne = (80)\r\nf = <<E\r\nx\r\nE\r\n\"g\" = { \"h\" : 1 }\r\n";
    with(text, |parsed| {
        let root = parsed.documents[0].root();
        let text_of = |name: &str| root.get(name).map(|member| member.value.text()).unwrap_or_default();
        let texts = ["a", "b", "c", "d", "e", "f", "g"].map(text_of);
        let heredoc = "<<E\r\nx\r\nE";
        assert_eq!(texts, ["8080", "\"x${local.port}\"", "{ web = \"a\" }", "var.x", "80", heredoc, "{ \"h\" : 1 }"]);
        let inside = root.get("c").and_then(|all| all.value.get("web")).expect("the local has it");
        assert_eq!(inside.value.pointer(), "/c/web");
        assert_eq!(&text[inside.name_span.range()], "web");
        let found: Vec<_> = parsed.diagnostics.iter().map(|found| (found.rule, found.span.range())).collect();
        let name = text.find("\"g\"").expect("it is there");
        assert_eq!(found, [("byte-order-mark", 0..3), ("terraform-syntax", name..name + 3)]);
    });
}

#[test]
fn blocks_become_members() {
    let text = r#"
locals { a = 1 }
locals { b = 2 }
provider "cloudflare" {}
provider "cloudflare" { alias = "x" }
resource "t" "one" {
  network {}
  host { ipv4 = "a" }
  host { ipv4 = "b" }
  provisioner "local-exec" { command = "c" }
  dynamic "rule" {
    for_each = var.rules
    content {}
  }
}
data "t" "one" {}
resource "t" "two" {}
resource u three {}
"#;
    with(text, |parsed| {
        assert_eq!(parsed.diagnostics, []);
        let tree = &parsed.documents[0];
        assert_eq!(
            leaves(tree),
            [
                "/locals [2]",
                "/locals/0/a 1",
                "/locals/1/b 2",
                "/provider/cloudflare [2]",
                "/provider/cloudflare/0 {0}",
                "/provider/cloudflare/1/alias \"x\"",
                "/resource/t/one/network {0}",
                "/resource/t/one/host [2]",
                "/resource/t/one/host/0/ipv4 \"a\"",
                "/resource/t/one/host/1/ipv4 \"b\"",
                "/resource/t/one/provisioner/local-exec/command \"c\"",
                "/resource/t/one/rule ?",
                "/resource/t/two {0}",
                "/resource/u/three {0}",
                "/data/t/one {0}",
            ]
        );
        let one = tree.root().get("resource").and_then(|kinds| kinds.value.get("t")).expect("it is there");
        assert_eq!(&text[one.name_span.range()], "\"t\"");
        let network = one.value.get("one").and_then(|one| one.value.get("network")).expect("it is there");
        assert_eq!((&text[network.name_span.range()], network.value.text()), ("network", "{}"));
    });
}
