//! What an organisation allows in a service.

use vpcheck_config::Configuration;
use vpcheck_syntax::{SchemaPointer, Source, Syntax};
use vpcheck_validate::{Diagnostic, Operation, Rule, rules};

/// The policy that the examples of the pages are judged by.
const POLICY: &str = r#"
[policy]
names = "^[a-z][a-z0-9-]*$"
tls-modes = ["verify_full"]
schema = "service.schema.json"
addresses = { allow = ["10.0.0.0/8", "fd00::/8"], deny = ["10.66.0.0/16"] }
resolvers = { allow = ["10.0.0.53/32"] }
tunnels = { production = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" }
ports = { http = [80, "8000-8999"], tcp = [5432] }
"#;

const SCHEMA: &str = r#"{
  "properties": {
    "name": {"minLength": 5},
    "host": {"additionalProperties": {"not": {"const": 1}}, "properties": {"network": {"required": ["tunnel_id"]}}}
  },
  "if": {"properties": {"type": {"const": "tcp"}}},
  "then": {"required": ["app_protocol"]}
}"#;

fn configuration(schema: &str) -> Configuration {
    let configuration =
        Configuration::read(&Source::new("vpcheck.toml", POLICY.as_bytes(), Syntax::Toml)).expect("it is right");
    configuration
        .with_schema(&Source::json("service.schema.json", schema.as_bytes()))
        .unwrap_or_else(|report| panic!("{report}"))
}

fn found(configuration: &Configuration, name: &str, text: &str) -> Vec<Diagnostic> {
    let source = Source::new(name, text.as_bytes(), Syntax::of_name(name).expect("it has a syntax"));
    let mut lint = configuration.settings(name).checker().lint(&source, Some(Operation::Request));
    lint.diagnostics.retain(|diagnostic| diagnostic.rule.starts_with("policy-"));
    lint.diagnostics
}

fn messages(found: &[Diagnostic]) -> Vec<String> {
    found.iter().map(|diagnostic| format!("{}: {}", diagnostic.pointer, diagnostic.message)).collect()
}

#[test]
fn the_examples_of_the_pages_are_right() {
    let configuration = configuration(SCHEMA);
    let policies: Vec<&Rule> = rules().iter().copied().filter(|rule| rule.id.starts_with("policy-")).collect();
    assert_eq!(policies.len(), 6);
    for rule in policies {
        let of_rule = |text: &str| -> Vec<Diagnostic> {
            let found = found(&configuration, "example.json", &rule.completed(text));
            found.into_iter().filter(|diagnostic| diagnostic.rule == rule.id).collect()
        };
        for good in rule.good {
            assert_eq!(of_rule(good), [], "{}: {good}", rule.id);
        }
        for bad in rule.bad {
            let found = of_rule(bad.text);
            let [diagnostic] = found.as_slice() else { panic!("{}: {}\n{found:#?}", rule.id, bad.text) };
            assert_eq!(
                (diagnostic.pointer.as_str(), diagnostic.severity),
                (bad.pointer, rule.severity),
                "{}",
                bad.text
            );
        }
    }
}

#[test]
fn says_what_is_not_allowed_and_what_is() {
    let text = r#"{"name": "Web", "type": "tcp", "tcp_port": 22,
        "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c", "resolver_ips": ["10.0.0.53", "::ffff:10.0.0.54"]}},
        "tls_settings": {"cert_verification_mode": "disabled"}}"#;
    let found = found(&configuration(SCHEMA), "db.json", text);
    let said: Vec<String> = found
        .iter()
        .map(|diagnostic| {
            let help = diagnostic.help.as_deref().map(|help| format!(" ({help})")).unwrap_or_default();
            format!("{}: {}{help}", diagnostic.pointer, diagnostic.message)
        })
        .collect();
    assert_eq!(
        said,
        [
            "/name: `name` is \"Web\", and a name has to match `^[a-z][a-z0-9-]*$`",
            "/tcp_port: `tcp_port` is 22, which the policy does not allow (allowed is 5432)",
            "/tls_settings/cert_verification_mode: `cert_verification_mode` is `disabled`, which the policy does not allow (allowed is `verify_full`)",
            "/host/resolver_network/tunnel_id: `tunnel_id` is 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c, which is no tunnel that the policy allows (allowed are the tunnels production)",
            "/host/resolver_network/resolver_ips/1: a resolver is ::ffff:10.0.0.54, which is in no range that the policy allows (allowed is 10.0.0.53/32)",
            ": the service breaks the schema of the policy: \"app_protocol\" is a required property",
            "/name: `name` breaks the schema of the policy: it is shorter than 5 characters",
        ]
    );
    assert_eq!(found[6].schema, Some(SchemaPointer::new("/properties/name/minLength")));
}

#[test]
fn a_mode_that_is_left_out_is_the_default() {
    let text = POLICY.replace("[\"verify_full\"]", "[\"verify_ca\"]").replace("schema =", "#schema =");
    let configuration =
        Configuration::read(&Source::new("vpcheck.toml", text.as_bytes(), Syntax::Toml)).expect("it is right");
    let host = r#""host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}"#;
    for (members, pointers) in [
        (r#""type": "http", "https_port": 443"#, [""].as_slice()),
        (r#""type": "http""#, &[""]),
        (r#""type": "http", "http_port": 80"#, &[]),
        (r#""type": "http", "http_port": 80, "https_port": null"#, &[]),
        (r#""type": "tcp", "tcp_port": 5432"#, &[""]),
        (r#""type": "tcp", "tcp_port": 5432, "tls_settings": null"#, &[""]),
        (r#""type": "tcp", "tcp_port": 5432, "tls_settings": {}"#, &["/tls_settings"]),
        (r#""type": "tcp", "tcp_port": 5432, "tls_settings": {"cert_verification_mode": "verify-full"}"#, &[]),
        (r#""type": "tcp", "tcp_port": 5432, "tls_settings": {"cert_verification_mode": "verify_ca"}"#, &[]),
    ] {
        let text = format!("{{\"name\": \"web-app\", {members}, {host}}}");
        let found = found(&configuration, "web.json", &text);
        let found: Vec<_> = found.iter().map(|diagnostic| diagnostic.pointer.as_str()).collect();
        assert_eq!(found, pointers, "{members}");
    }
}

#[test]
fn what_is_malformed_or_not_known_is_passed_over() {
    let configuration = configuration(
        r#"{"properties": {"name": {"minLength": 5}, "http_port": {"minimum": 9000}}, "maxProperties": 2, "if": {"properties": {"name": {"const": "x"}}}, "else": {"required": ["tls_settings"]}}"#,
    );
    for text in [
        r#"{"name": 7, "type": "http", "http_port": "80", "host": {"ipv4": "1.2.3", "ipv6": "1.2.3.4", "network": {"tunnel_id": "x"}}}"#,
        "[1, 2]",
        "null",
    ] {
        let found: Vec<Diagnostic> = found(&configuration, "web.json", text)
            .into_iter()
            .filter(|diagnostic| diagnostic.rule != "policy-schema")
            .collect();
        assert_eq!(found, [], "{text}");
    }
    let terraform = r#"
resource "cloudflare_connectivity_directory_service" "web" {
  account_id = var.account
  name       = var.name
  type       = "http"
  http_port  = 22
  host       = { ipv4 = var.address, network = { tunnel_id = var.tunnel } }
}
"#;
    let source = Source::new("web.tf", terraform.as_bytes(), Syntax::of_name("web.tf").expect("it has a syntax"));
    let mut lint = configuration.settings("web.tf").checker().lint(&source, None);
    lint.diagnostics.retain(|diagnostic| diagnostic.rule.starts_with("policy-"));
    let said = messages(&lint.diagnostics);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].ends_with("/http_port: `http_port` is 22, which the policy does not allow"), "{said:?}");
    assert!(said[1].ends_with("it is less than the minimum of 9000"), "{said:?}");
}

#[test]
fn tunnels_of_network_bindings_are_judged_as_well() {
    let text = r#"{"name": "worker", "vpc_networks": [
        {"binding": "A", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}, {"binding": "B", "network_id": "cf1:network"}],
        "env": {"staging": {"vpc_networks": [{"binding": "A", "tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6c"}]}}}"#;
    let configuration = configuration("{}");
    let source = Source::new("wrangler.jsonc", text.as_bytes(), Syntax::Jsonc);
    let lint = configuration.settings("wrangler.jsonc").checker().lint(&source, None);
    let policy = lint.diagnostics.iter().filter(|found| found.rule.starts_with("policy-"));
    let found: Vec<_> = policy.map(|found| (found.rule, found.pointer.as_str())).collect();
    assert_eq!(found, [("policy-tunnel", "/env/staging/vpc_networks/0/tunnel_id")]);
}

#[test]
fn a_resource_is_judged_as_the_service_that_is_sent() {
    let schema =
        r#"{"additionalProperties": false, "properties": {"name": {}, "type": {}, "http_port": {}, "host": {}}}"#;
    let configuration = configuration(schema);
    let terraform = r#"
resource "cloudflare_connectivity_directory_service" "web" {
  account_id = var.account
  name       = "web-app"
  type       = "http"
  http_port  = 80
  team       = "web"
  host       = { ipv4 = "10.0.0.1", network = { tunnel_id = var.tunnel } }
  lifecycle {
    prevent_destroy = true
  }
}
"#;
    let source = Source::new("web.tf", terraform.as_bytes(), Syntax::of_name("web.tf").expect("it has a syntax"));
    let lint = configuration.settings("web.tf").checker().lint(&source, None);
    let policy: Vec<_> = lint.diagnostics.iter().filter(|found| found.rule.starts_with("policy-")).cloned().collect();
    assert_eq!(
        messages(&policy),
        [
            "/resource/cloudflare_connectivity_directory_service/web/team: the schema of the policy does not allow the member `team`"
        ]
    );
}

#[test]
fn a_null_member_is_absent_for_the_schema() {
    let configuration = configuration(
        r#"{"required": ["tls_settings"], "properties": {"https_port": {"type": "integer"}}, "additionalProperties": false}"#,
    );
    let text = r#"{"https_port": null, "tls_settings": null, "extra": 1, "more": 2}"#;
    let found = found(&configuration, "web.json", text);
    let schema: Vec<_> = found.iter().filter(|diagnostic| diagnostic.rule == "policy-schema").cloned().collect();
    let mut said = messages(&schema);
    said.sort();
    assert_eq!(
        said,
        [
            "/extra: the schema of the policy does not allow the member `extra`",
            "/more: the schema of the policy does not allow the member `more`",
            ": the service breaks the schema of the policy: \"tls_settings\" is a required property",
        ]
    );
}

#[test]
fn a_schema_that_cannot_be_used_is_refused_with_its_place() {
    let configuration =
        Configuration::read(&Source::new("vpcheck.toml", POLICY.as_bytes(), Syntax::Toml)).expect("it is right");
    for (schema, place) in [
        ("{", "1:2: error[json-syntax]"),
        (r#"{"properties": {"name": {"type": "text"}}}"#, "1:34: error[configuration]"),
        (r#"{"properties": {"name": {"pattern": "("}}}"#, "1:37: error[configuration]"),
        (r#"{"properties": {"name": {"pattern": "(x{1000}){1000}"}}}"#, "error[configuration]"),
        (r#"{"$ref": "https://example.com/schema.json"}"#, "error[configuration]"),
        (r#"{"$ref": "other.json"}"#, "error[configuration]"),
        (r#"{"$ref": "file:///etc/passwd"}"#, "error[configuration]"),
        (r#"{"$schema": "https://example.com/dialect"}"#, "error[configuration]"),
    ] {
        let report = configuration.clone().with_schema(&Source::json("service.schema.json", schema.as_bytes()));
        let report = report.expect_err(schema).to_string();
        assert!(report.contains(place), "{schema}: {report}");
    }
}

#[test]
fn hostile_schemas_and_services_end() {
    let configuration =
        Configuration::read(&Source::new("vpcheck.toml", POLICY.as_bytes(), Syntax::Toml)).expect("it is right");
    let text = r#"{"name": "web-app", "type": "http", "host": {}}"#;
    for schema in [
        r##"{"$ref": "#"}"##,
        r##"{"allOf": [{"$ref": "#"}]}"##,
        r##"{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"}"##,
    ] {
        if let Ok(configuration) = configuration.clone().with_schema(&Source::json("s.json", schema.as_bytes())) {
            found(&configuration, "web.json", text);
        }
    }
    let schema = r#"{"properties": {"host": {"properties": {"resolver_network": {"properties": {"resolver_ips": {"items": {"maxLength": 1}}}}}}}}"#;
    let configuration = configuration.with_schema(&Source::json("s.json", schema.as_bytes())).expect("it is right");
    let ips = "\"10.0.0.1\",".repeat(50_000);
    let text = format!("{{\"host\": {{\"resolver_network\": {{\"resolver_ips\": [{}]}}}}}}", ips.trim_end_matches(','));
    let found = found(&configuration, "web.json", &text);
    assert!(found.len() <= vpcheck_syntax::limits::DIAGNOSTICS + 1);
}
