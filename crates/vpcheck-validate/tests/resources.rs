//! Services and bindings in configurations of Terraform.

use vpcheck_syntax::Syntax;
use vpcheck_validate::{Checker, Lint, Operation, Source, Verdict};

fn lint(text: &str) -> Lint {
    Checker::new().lint(&Source::new("main.tf", text.as_bytes(), Syntax::Terraform), None)
}

fn lint_json(text: &str) -> Lint {
    Checker::new().lint(&Source::new("main.tf.json", text.as_bytes(), Syntax::TerraformJson), None)
}

/// The rule and the pointer of each finding.
fn rules(lint: &Lint) -> Vec<(&'static str, &str)> {
    let mut found: Vec<_> = lint.diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect();
    found.sort_unstable();
    found
}

const SERVICE: &str = "/resource/cloudflare_connectivity_directory_service";

#[test]
fn a_resource_is_a_service_with_an_account_and_what_terraform_reads() {
    let lint = lint(
        r#"
terraform {
  required_version = ">= 1.5"
}

resource "cloudflare_connectivity_directory_service" "db" {
  account_id   = var.account_id
  name         = "db-${var.stage}"
  type         = "tcp"
  tcp_port     = 5432
  app_protocol = var.protocol
  host = {
    hostname         = var.hostname
    resolver_network = { tunnel_id = cloudflare_zero_trust_tunnel_cloudflared.db.id }
  }
  depends_on = [cloudflare_zero_trust_tunnel_cloudflared.db]
  lifecycle {
    prevent_destroy = true
  }
}

resource "cloudflare_zero_trust_tunnel_cloudflared" "db" {
  account_id = var.account_id
  name       = "db"
  type       = "http"
  host       = { ipv4 = "x" }
}
"#,
    );
    assert_eq!(rules(&lint), []);
    let found: Vec<_> = lint.recognised.iter().map(|found| (found.operation, found.pointer.clone())).collect();
    assert_eq!(found, [(Operation::Resource, format!("{SERVICE}/db"))]);
    assert_eq!(
        lint.recognised[0].reason.to_string(),
        "a Terraform resource: it is a `cloudflare_connectivity_directory_service`"
    );
    assert_eq!((lint.services, lint.verdict), (1, Verdict::Ours));
}

#[test]
fn what_is_known_is_judged() {
    let lint = lint(
        r#"
resource "cloudflare_connectivity_directory_service" "web" {
  account_id = "my-account"
  name       = var.name
  type       = "http"
  http_port  = 70000
  tcp_port   = 1
  service_id = "0199295b-b3ac-7760-8246-bca40877b3e9"
  hots       = {}
  host = {
    ipv4    = var.address
    network = { tunnel_id = "x" }
  }
}
"#,
    );
    let found: Vec<_> = rules(&lint).into_iter().map(|(rule, pointer)| (rule, pointer.replace(SERVICE, ""))).collect();
    let expected = [
        ("account-id-not-hex", "/web/account_id"),
        ("invalid-tunnel-id", "/web/host/network/tunnel_id"),
        ("member-of-other-type", "/web/tcp_port"),
        ("port-range", "/web/http_port"),
        ("read-only-member", "/web/service_id"),
        ("unknown-member", "/web/hots"),
    ];
    assert_eq!(found, expected.map(|(rule, pointer)| (rule, pointer.to_owned())));
}

#[test]
fn the_instances_of_a_resource_are_judged_and_shared_mistakes_told_once() {
    let lint = lint(
        r#"
locals {
  services = {
    web = { port = 8080, address = "10.0.0.1" }
    api = { port = 70000, address = "10.0.0.2" }
  }
}

resource "cloudflare_connectivity_directory_service" "all" {
  for_each  = local.services
  name      = each.key
  type      = "HTTP"
  http_port = each.value.port
  host      = { ipv4 = each.value.address, network = { tunnel_id = var.tunnel_id } }
}
"#,
    );
    assert_eq!(lint.services, 2);
    let found: Vec<_> = rules(&lint).into_iter().map(|(rule, _)| rule).collect();
    assert_eq!(found, ["port-range", "unknown-service-type"], "{:#?}", lint.diagnostics);
}

#[test]
fn instances_of_one_name_are_the_same_service_twice() {
    let lint = lint(
        r#"
resource "cloudflare_connectivity_directory_service" "all" {
  count = 3
  name  = "web"
  type  = "http"
  host  = { ipv4 = "10.0.0.${count.index}", network = { tunnel_id = var.tunnel_id } }
}
"#,
    );
    assert_eq!(rules(&lint).iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["name-twice"]);
}

#[test]
fn resources_of_one_file_are_compared() {
    let resource = |label: &str, account: &str, name: &str, host: &str| {
        format!(
            "resource \"cloudflare_connectivity_directory_service\" \"{label}\" {{\n  {account}\n  name = {name}\n  type = \"tcp\"\n  \
             tcp_port = 5432\n  host = {{ ipv4 = \"{host}\", network = {{ tunnel_id = cloudflare_tunnel.a.id }} }}\n}}\n"
        )
    };
    let same = "account_id = var.account_id";
    for (first, second, expected) in [
        (resource("a", same, "\"a\"", "10.0.0.1"), resource("b", same, "\"a\"", "10.0.0.2"), &["name-twice"][..]),
        (resource("a", same, "\"a\"", "10.0.0.1"), resource("b", same, "\"b\"", "10.0.0.1"), &["same-origin-twice"]),
        (resource("a", same, "var.a", "10.0.0.1"), resource("b", same, "var.a", "10.0.0.2"), &[]),
        (
            resource("a", "account_id = var.a", "\"a\"", "10.0.0.1"),
            resource("b", "account_id = var.b", "\"a\"", "10.0.0.2"),
            &[],
        ),
    ] {
        let text = first + &second;
        let found = lint(&text);
        assert_eq!(rules(&found).iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn bindings_that_are_uploaded_are_judged() {
    let lint = lint(
        r#"
resource "cloudflare_worker_version" "worker" {
  account_id = "my-account"
  bindings = [
    { type = "vpc_service", name = "API", service_id = "0199295b-b3ac-7760-8246-bca40877b3e9" },
    { type = "vpc_service", name = "DB", service_id = cloudflare_connectivity_directory_service.db.service_id },
    { type = "vpc_service", name = "", service_id = "my-service" },
    { type = "vpc_service", service_id = 1 },
    { type = "vpc_network", name = "MESH", network_id = "cf1:network", tunnel_id = null },
    { type = "vpc_network", name = "BOTH", network_id = "cf1:network", tunnel_id = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" },
    { type = "vpc_network", name = "NONE" },
    { type = "vpc_network", name = "OPEN", tunnel_id = var.tunnel_id, network_id = var.network_id },
    { type = "kv_namespace", name = "", namespace_id = 1 },
  ]
}
"#,
    );
    let prefix = "/resource/cloudflare_worker_version/worker/bindings";
    let found: Vec<_> = rules(&lint).into_iter().map(|(rule, pointer)| (rule, pointer.replace(prefix, ""))).collect();
    let expected = [
        ("empty-binding", "/2/name"),
        ("id-not-uuid", "/2/service_id"),
        ("missing-member", "/3"),
        ("no-tunnel-or-network", "/6"),
        ("tunnel-and-network", "/5"),
        ("wrong-type", "/3/service_id"),
    ];
    assert_eq!(found, expected.map(|(rule, pointer)| (rule, pointer.to_owned())));
    assert_eq!(lint.recognised.len(), 8);
    assert!(lint.recognised.iter().all(|found| found.operation == Operation::Upload));
}

#[test]
fn the_json_syntax_has_blocks_in_arrays() {
    let body =
        r#"{"name": "web", "type": "HTTP", "host": "${var.host}", "//": "a comment", "provider": "cloudflare.a"}"#;
    for text in [
        format!(r#"{{"resource": {{"cloudflare_connectivity_directory_service": {{"web": {body}}}}}}}"#),
        format!(r#"{{"resource": {{"cloudflare_connectivity_directory_service": {{"web": [{body}]}}}}}}"#),
        format!(r#"{{"resource": [{{"cloudflare_connectivity_directory_service": [{{"web": {body}}}]}}]}}"#),
    ] {
        let lint = lint_json(&text);
        assert_eq!(lint.services, 1, "{text}");
        assert_eq!(rules(&lint).iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["unknown-service-type"], "{text}");
    }
    let other = lint_json(r#"{"resource": {"cloudflare_record": {"web": {"type": "http", "host": {"ipv4": "x"}}}}}"#);
    assert_eq!((other.services, other.verdict), (0, Verdict::Other));
}

#[test]
fn a_broken_configuration_is_ours_by_the_type_of_a_resource() {
    let broken = "resource \"TYPE\" \"a\" {\n  tunnel_id = \n  http_port = ]\n";
    let verdict = |kind: &str| lint(&broken.replace("TYPE", kind)).verdict;
    assert_eq!(verdict("cloudflare_connectivity_directory_service"), Verdict::Ours);
    assert_eq!(verdict("cloudflare_zero_trust_tunnel_cloudflared_route"), Verdict::Broken);
}
