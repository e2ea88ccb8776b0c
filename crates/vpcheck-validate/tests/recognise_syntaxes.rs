//! What is recognised in syntaxes other than JSON, and what is said about their text.

use vpcheck_syntax::Syntax;
use vpcheck_validate::{Checker, Lint, Operation, Source, Verdict};

fn lint(name: &str, text: &str) -> Lint {
    let syntax = Syntax::of_name(name).expect("the syntax is read");
    Checker::new().lint(&Source::new(name, text.as_bytes(), syntax), None)
}

/// The operation and the pointer of each part.
fn found(name: &str, text: &str) -> Vec<(Operation, String)> {
    lint(name, text).recognised.into_iter().map(|found| (found.operation, found.pointer)).collect()
}

/// The rule and the pointer of each finding.
fn rules(lint: &Lint) -> Vec<(&'static str, &str)> {
    lint.diagnostics.iter().map(|found| (found.rule, found.pointer.as_str())).collect()
}

const SERVICE: &str = "\
name: db
type: tcp
tcp_port: 5432
host:
  ipv4: 10.0.0.1
  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}
";

/// The lines of a service, moved to the right.
fn under(indent: usize) -> String {
    SERVICE.lines().flat_map(|line| [" ".repeat(indent), line.to_owned(), "\n".to_owned()]).collect()
}

#[test]
fn services_are_found_in_yaml() {
    for (text, expected) in [
        (SERVICE.to_owned(), &[""][..]),
        (format!("---\n{SERVICE}---\n{SERVICE}"), &["/0", "/1"]),
        (format!("---\n{SERVICE}---\nkind: other\n"), &["/0"]),
        (format!("vpc:\n  enabled: true\n  services:\n    db:\n{}", under(6)), &["/vpc/services/db"]),
        // What others are made of need not be whole.
        (format!("x-base: &base\n  type: tcp\n  tcp_port: 1\ndb:\n  <<: *base\n{}", under(2)), &["/db"]),
        (format!("x: &service\n{}y: *service\n", under(2)), &["/x", "/y"]),
    ] {
        let pointers: Vec<String> = found("values.yaml", &text).into_iter().map(|(_, pointer)| pointer).collect();
        assert_eq!(pointers, expected, "{text}");
    }
}

#[test]
fn what_belongs_to_others_is_left_alone() {
    for text in [
        "services:\n  web:\n    image: nginx\n    hostname: web\n    ports:\n      - 80:80\n    healthcheck:\n      test: [CMD, curl]\n  \
         db:\n    image: postgres\n    networks: [back]\nnetworks:\n  back: {}\n",
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ClusterIP\n  ports:\n    - port: 80\n",
        "apiVersion: networking.k8s.io/v1\nkind: Ingress\nspec:\n  rules:\n    - host: a.example\n      http:\n        paths: []\n",
        "replicaCount: 1\nimage:\n  repository: nginx\nservice:\n  type: ClusterIP\n  port: 80\ningress:\n  hosts:\n    - host: a.example\n",
        "on:\n  push:\n    branches: [main]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    services:\n      db:\n        image: postgres\n        ports: [5432:5432]\n",
        "tunnel: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\ningress:\n  - hostname: a.example.com\n    service: http://localhost:80\n  - service: http_status:404\n",
        "endpoints:\n  - name: web\n    type: http\n    host: a.example\n    enabled: yes\n",
        "all:\n  hosts:\n    web:\n      ansible_host: 10.0.0.1\n      http_port: 80\n      https_port: 443\n",
    ] {
        let lint = lint("file.yaml", text);
        assert_eq!((lint.recognised.as_slice(), lint.verdict), (&[][..], Verdict::Other), "{text}");
        // What YAML 1.1 reads otherwise is the business of whoever reads the file.
        assert_eq!(rules(&lint), [], "{text}");
    }
    for (name, text) in [
        ("Cargo.toml", "[package]\nname = \"a\"\nversion = \"1.0.0\"\n\n[dependencies]\nserde = { version = \"1\" }\n"),
        ("pyproject.toml", "[project]\nname = \"a\"\n\n[tool.server]\nhost = \"0.0.0.0\"\nhttp_port = 80\n"),
        ("main.tf", "resource \"aws_instance\" \"a\" {\n  type = \"http\"\n  host = { ipv4 = \"10.0.0.1\" }\n}\n"),
        ("deploy.sh", "wrangler deploy\nwrangler vpc service list\ncurl -X POST https://example.com\n"),
        (
            "README.md",
            "# A\n\n```json\n{\"name\": \"a\",}\n```\n\n```yaml\nservices: {web: {image: nginx, enabled: no}}\n```\n",
        ),
    ] {
        let lint = lint(name, text);
        assert_eq!((lint.recognised.as_slice(), lint.verdict), (&[][..], Verdict::Other), "{text}");
        assert_eq!(rules(&lint), [], "{text}");
    }
}

#[test]
fn warnings_about_the_text_are_kept_where_it_is_ours() {
    let services = format!("db:\n{}", under(2));
    let name = |text: &str| services.replace("name: db", &format!("name: {text}"));
    assert_eq!(rules(&lint("a.yaml", &format!("enabled: no\n{services}"))), []);
    let inside = lint("a.yaml", &format!("enabled: no\n{}", name("no")));
    assert_eq!(rules(&inside), [("yaml-1-1", "/db/name")]);
    let mark = lint("a.yaml", &format!("\u{feff}{services}"));
    assert_eq!(rules(&mark), [("byte-order-mark", "")]);
}

#[test]
fn a_wrangler_configuration_may_have_comments_whatever_its_name() {
    let text = "{\n  // Deployed by hand.\n  \"name\": \"w\",\n  \"vpc_services\": [{\"binding\": \"API\",}],\n}\n";
    let lint = lint("worker.json", text);
    assert_eq!(rules(&lint), [("missing-member", "/vpc_services/0")]);
    assert_eq!(lint.comments.len(), 1);
    // A request is JSON.
    let text = "{\"type\": \"tcp\", \"tcp_port\": 1, /* a comment */ \"name\": \"a\"}";
    assert!(rules(&self::lint("a.json", text)).iter().any(|(rule, _)| *rule == "json-syntax"));
}

#[test]
fn blocks_of_markdown_are_judged_each() {
    let text = "# A\n\n```json\n{\"type\": \"tcp\", \"name\": \"a\", \"tcp_port\": 0, \"host\": {}}\n```\n\n```json\n{\"other\": ]}\n```\n\n\
                ```jsonc\n{\"vpc_services\": [}\n```\n";
    let lint = lint("README.md", text);
    assert_eq!(lint.verdict, Verdict::Ours);
    let found = rules(&lint);
    assert!(found.contains(&("port-range", "/0/tcp_port")), "{found:?}");
    // The second block is somebody else's, and the third is ours.
    assert_eq!(found.iter().filter(|(rule, _)| *rule == "json-syntax").count(), 1, "{:#?}", lint.diagnostics);
}

#[test]
fn commands_are_found() {
    let text =
        "set -e\nwrangler vpc service create db --type tcp --tcp-port 70000 --ipv4 10.0.0.1 --tunnel-id \"$TUNNEL\"\n";
    let lint = lint("create.sh", text);
    assert_eq!((lint.services, lint.verdict), (1, Verdict::Ours));
    assert_eq!(rules(&lint).iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), ["port-range"]);
    assert_eq!(lint.recognised[0].reason.to_string(), "a command: it is `wrangler vpc service`");
}
