//! `vpcheck explain FILE` shows what would be sent.

use crate::directory::{Directory, GOOD, NO_PORT, WRANGLER};

#[test]
fn a_file_is_explained_by_what_would_be_sent() {
    let directory = Directory::new();
    directory.write(
        "web.yaml",
        "type: http\nname: web\nservice_id: x\nhttps_port: null\nhost:\n  ipv4: 10.0.0.1\n  network: {tunnel_id: 0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b}\n",
    );
    let ran = directory.run(&["explain", "web.yaml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert_eq!(
        ran.stdout,
        concat!(
            "web.yaml:1:1\n",
            "{\"host\":{\"ipv4\":\"10.0.0.1\",\"network\":{\"tunnel_id\":\"0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b\"}},\"name\":\"web\",\"type\":\"http\"}\n",
            "  what the API takes for members that are left out:\n",
            "    http_port: 80, since neither port is given\n",
            "    https_port: 443, since neither port is given\n",
            "    tls_settings.cert_verification_mode: verify_full: the certificate and its name are checked\n",
            "  what the API ignores:\n",
            "    /service_id: the API sets it\n",
        )
    );
}

#[test]
fn every_service_of_a_file_is_explained() {
    let directory = Directory::new();
    directory.write("all.json", &format!("{{\"services\": [{GOOD}, {NO_PORT}]}}"));
    let ran = directory.run(&["explain", "all.json"]);
    assert_eq!(ran.code, 1, "{}", ran.stderr);
    assert_eq!(ran.stdout.matches("all.json:1:").count(), 2, "{}", ran.stdout);
    assert_eq!(ran.stderr, "all.json has an error, so that this would be refused: `vpcheck check` says why\n");
    directory.write(
        "main.tf",
        "resource \"cloudflare_connectivity_directory_service\" \"web\" {\n  account_id = var.account\n  name = \"web\"\n  type = \"tcp\"\n  tcp_port = 80\n  host = { ipv4 = var.ip, network = { tunnel_id = local.tunnel } }\n}\n",
    );
    let ran = directory.run(&["explain", "main.tf"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let request = "{\"host\":{\"ipv4\":\"${var.ip}\",\"network\":{\"tunnel_id\":\"${local.tunnel}\"}},\"name\":\"web\",\"tcp_port\":80,\"type\":\"tcp\"}\n";
    assert!(ran.stdout.contains(request), "{}", ran.stdout);
    assert!(!ran.stdout.contains("ignores"), "{}", ran.stdout);
}

#[test]
fn what_cannot_be_explained_is_a_failure() {
    let directory = Directory::new();
    directory.write("wrangler.json", WRANGLER);
    directory.write("notes.txt", "");
    for (subject, message) in [
        ("wrangler.json", "error: wrangler.json has no service that could be sent\n"),
        ("notes.txt", "error: the name of notes.txt does not tell its syntax\n"),
        ("missing.json", "error: cannot read missing.json: "),
        ("port-rang", "error: there is no rule `port-rang`\n"),
    ] {
        let ran = directory.run(&["explain", subject]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{subject}");
        assert!(ran.stderr.starts_with(message), "{subject}: {}", ran.stderr);
    }
}

#[test]
fn hidden_characters_are_escaped_in_the_request() {
    let directory = Directory::new();
    directory.write("a.json", &GOOD.replace("web-app", "a\u{202e}\\u001b[2J\u{e9}"));
    let ran = directory.run(&["explain", "a.json"]);
    assert!(ran.stdout.contains(r#""name":"a\u202e\u001b[2Jé""#), "{}", ran.stdout);
}
