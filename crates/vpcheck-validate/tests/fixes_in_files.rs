//! What becomes of whole files when everything is mended that can be.

use vpcheck_syntax::Syntax;
use vpcheck_validate::{Checker, Safety, Source, fix};

/// The text when nothing is left to mend.
fn mended(name: &str, text: &str, most: Safety) -> String {
    let syntax = Syntax::of_name(name).expect("the name tells the syntax");
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..20 {
        let lint = Checker::new().lint(&Source::new(name, bytes.as_slice(), syntax), None);
        let Some(fixed) = fix::apply(&bytes, &lint.diagnostics, most) else {
            return String::from_utf8(bytes).expect("it is text");
        };
        bytes = fixed.bytes;
    }
    panic!("there is no end: {:.2000}", String::from_utf8_lossy(&bytes));
}

fn all(table: &[(&str, &str, &str)]) {
    for (name, text, expected) in table {
        assert_eq!(mended(name, text, Safety::Safe), *expected, "{name}: {text}");
    }
}

const ID: &str = "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b";

#[test]
#[expect(clippy::too_many_lines, reason = "one table")]
fn the_usual_mistakes_are_mended() {
    let json = |members: &str, host: &str| format!("{{\"name\": \"db\", {members}, \"host\": {{{host}}}}}");
    let resolver = format!("\"resolver_network\": {{\"tunnel_id\": \"{ID}\"}}");
    let network = format!("\"network\": {{\"tunnel_id\": \"{ID}\"}}");
    for (members, host, safety, members_after, host_after) in [
        (
            "\"type\": \"HTTP\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"tcp\", \"tcpPort\": 5432",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
            Safety::Safe,
            "\"type\": \"tcp\", \"tcp_port\": 5432",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"tcp\", \"tcp_port\": \"5432\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
            Safety::Safe,
            "\"type\": \"tcp\", \"tcp_port\": 5432",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"tcp\", \"tcp_port\": 5432.0",
            format!("\"ipv4\": \"10.0.0.1/32\", {network}"),
            Safety::Safe,
            "\"type\": \"tcp\", \"tcp_port\": 5432",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"tcp\"",
            format!("\"hostname\": \"db.internal:5432\", {resolver}"),
            Safety::Safe,
            "\"type\": \"tcp\", \"tcp_port\": 5432",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \"https://db.internal:8443\", {resolver}"),
            Safety::Safe,
            "\"type\": \"http\", \"https_port\": 8443",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \"https://db.internal:8443/x\", {resolver}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"hostname\": \"https://db.internal:8443/x\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \"https://db.internal:8443/x\", {resolver}"),
            Safety::Unsafe,
            "\"type\": \"http\", \"https_port\": 8443",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \"db.internal:8080\", {resolver}"),
            Safety::Unsafe,
            "\"type\": \"http\", \"http_port\": 8080",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \" DB.internal/ \", {network}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"hostname\": \"10.0.0.1\", {resolver}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"ipv4\": \"db.internal\", {network}"),
            Safety::Unsafe,
            "\"type\": \"http\"",
            format!("\"hostname\": \"db.internal\", {resolver}"),
        ),
        (
            "\"type\": \"http\"",
            format!("\"ipv6\": \"[::1]\", {network}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"ipv6\": \"::1\", {network}"),
        ),
        (
            "\"type\": \"http\", \"service_id\": \"x\"",
            format!("\"ipv4\": \"10.0.0.1\", \"tunnel_id\": \"{{{ID}}}\""),
            Safety::Unsafe,
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", \"tunnel_id\": \"{{{ID}}}\""),
        ),
        (
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", \"tunnel_id\": \"{ID}\""),
            Safety::Unsafe,
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"http\", \"created_at\": \"2026-09-29T06:59:25Z\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
            Safety::Safe,
            "\"type\": \"http\"",
            format!("\"ipv4\": \"10.0.0.1\", {network}"),
        ),
        (
            "\"type\": \"http\"",
            format!(
                "\"hostname\": \"a.b\", \"resolver_network\": {{\"tunnel_id\": \"{ID}\", \"resolver_ips\": [\"::1\", \"10.0.0.53\", \"0::1\"]}}"
            ),
            Safety::Safe,
            "\"type\": \"http\"",
            format!(
                "\"hostname\": \"a.b\", \"resolver_network\": {{\"tunnel_id\": \"{ID}\", \"resolver_ips\": [\"::1\", \"10.0.0.53\"]}}"
            ),
        ),
        (
            "\"type\": \"http\"",
            format!(
                "\"hostname\": \"a.b\", \"resolver_network\": {{\"tunnel_id\": \"{ID}\", \"resolver_ips\": \"::1, 10.0.0.53\"}}"
            ),
            Safety::Safe,
            "\"type\": \"http\"",
            format!(
                "\"hostname\": \"a.b\", \"resolver_network\": {{\"tunnel_id\": \"{ID}\", \"resolver_ips\": [\"::1\", \"10.0.0.53\"]}}"
            ),
        ),
    ] {
        let text = json(members, &host);
        assert_eq!(mended("db.json", &text, safety), json(members_after, &host_after), "{text}");
    }
}

#[test]
fn files_are_mended_in_their_own_way() {
    let service = |kind: &str| format!("type: {kind}\nhost:\n  ipv4: 10.0.0.1\n  network:\n    tunnel_id: {ID}\n");
    let yaml = |name: &str, kind: &str| format!("name: {name}\n{}", service(kind));
    let line = |kind: &str| {
        format!(
            "{{\"name\":\"web\",\"type\":\"{kind}\",\"host\":{{\"ipv4\":\"10.0.0.1\",\"network\":{{\"tunnel_id\":\"{ID}\"}}}}}}\n"
        )
    };
    let page = |kind: &str, ip: &str| {
        format!(
            "# Services\n\n```yaml\n{}```\n\n```sh\nwrangler vpc service create web --type http --ipv4 '{ip}' --tunnel-id {ID}\n```\n",
            yaml("web", kind)
        )
    };
    let resource = |kind: &str| {
        format!(
            "resource \"cloudflare_connectivity_directory_service\" \"web\" {{\n  account_id = var.a\n  name       = \"web\"\n  type       = \"{kind}\" # as is\n  host = {{\n    ipv4    = \"10.0.0.1\"\n    network = {{ tunnel_id = var.t }}\n  }}\n}}\n"
        )
    };
    all(&[
        ("web.yaml", &yaml("web", "HTTP"), &yaml("web", "http")),
        (
            "web.yaml",
            &format!("{}---\n{}", yaml("web", "HTTP"), yaml("db", "'Http'")),
            &format!("{}---\n{}", yaml("web", "http"), yaml("db", "'http'")),
        ),
        // What an anchor stands for is used elsewhere as well.
        (
            "web.yaml",
            &format!("kind: &kind HTTP\nweb:\n  name: web\n  {}", service("*kind").replace('\n', "\n  ").trim_end()),
            &format!("kind: &kind HTTP\nweb:\n  name: web\n  {}", service("*kind").replace('\n', "\n  ").trim_end()),
        ),
        (
            "web.ndjson",
            &(line("HTTP") + &line("http") + &line("Http")),
            &(line("http") + &line("http") + &line("http")),
        ),
        ("README.md", &page("HTTP", "10.0.0.1/32"), &page("http", "10.0.0.1")),
        ("web.tf", &resource("HTTP"), &resource("http")),
        ("web.json", &format!("\u{feff}{}", line("HTTP")), &line("http")),
        ("web.yaml", &format!("\u{feff}{}", yaml("web", "HTTP")), &yaml("web", "http")),
        ("web.tf", &format!("\u{feff}{}", resource("HTTP")), &resource("http")),
        (
            "wrangler.toml",
            "\u{feff}name = \"w\"\n[[vpcServices]]\nbinding = \"A\"\nservice_id = \"0199295bb3ac77608246bca40877b3e9\"\n",
            "name = \"w\"\n[[vpcServices]]\nbinding = \"A\"\nservice_id = \"0199295bb3ac77608246bca40877b3e9\"\n",
        ),
    ]);
    let text = "name = \"w\"\n[[vpcServices]]\nbinding = \"A\"\nservice_id = \"0199295bb3ac77608246bca40877b3e9\"\n";
    let expected =
        "name = \"w\"\n[[vpc_services]]\nbinding = \"A\"\nservice_id = \"0199295b-b3ac-7760-8246-bca40877b3e9\"\n";
    assert_eq!(mended("wrangler.toml", text, Safety::Unsafe), expected);
}

#[test]
fn broken_texts_are_mended_as_far_as_it_is_certain() {
    all(&[(
        "web.json",
        &format!(
            "{{\"name\": \"web\", // why\n \"type\": \"HTTP\"\n \"host\": {{\"ipv4\": \"10.0.0.1\", \"network\": {{'tunnel_id': \"{ID}\",}}}}}}"
        ),
        &format!(
            "{{\"name\": \"web\", // why\n \"type\": \"http\",\n \"host\": {{\"ipv4\": \"10.0.0.1\", \"network\": {{\"tunnel_id\": \"{ID}\"}}}}}}"
        ),
    )]);
}

/// Each fix looks at what is around it, and not at the whole file.
#[test]
fn many_fixes_take_time_in_proportion() {
    let service = format!(
        "{{\"name\":\"web\",\"Type\":\"HTTP\",\"service_id\":\"{ID}\",\"host\":{{\"ipv4\":\"10.0.0.1/32\",\"network\":{{\"tunnel_id\":\"{ID}\"}}}}}}"
    );
    // All of them on one line, so that whoever looks for its start or end sees it.
    let text = format!("[{}]", vec![service; 2_000].join(","));
    let started = std::time::Instant::now();
    let mended = mended("web.json", &text, Safety::Safe);
    assert_eq!(mended.matches("\"type\":\"http\"").count(), 2_000);
    assert!(!mended.contains("service_id") && !mended.contains("/32"));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}
