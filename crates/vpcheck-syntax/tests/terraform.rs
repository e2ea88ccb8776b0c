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
