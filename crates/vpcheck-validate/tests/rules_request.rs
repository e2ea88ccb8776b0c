//! What the rules find in requests, beyond their examples: one mistake is told by one rule.

use vpcheck_validate::{Operation, Source, check};

fn found(text: &str) -> Vec<&'static str> {
    let report = check(&Source::json("service.json", text.as_bytes()), Operation::Request);
    report.findings().iter().map(|finding| finding.diagnostic.rule).collect()
}

#[test]
fn hostnames() {
    let long = format!("{0}.{0}.{0}.{0}", "a".repeat(60));
    for (hostname, expected) in [
        ("db.internal.example.com", vec![]),
        ("_dmarc.example.com.", vec![]),
        ("localhost.", vec![]),
        ("3com.example.com", vec![]),
        ("xn--bcher-kva.example", vec![]),
        (long.as_str(), vec![]),
        ("LOCALHOST", vec!["hostname-upper-case"]),
        ("db.", vec!["single-label-hostname"]),
        ("-db.example.com", vec!["hostname-hyphen"]),
        ("db.example-", vec!["hostname-hyphen"]),
        ("bücher.example", vec!["hostname-not-ascii"]),
        ("BÜCHER", vec!["hostname-not-ascii"]),
        ("xn--.example", vec!["hostname-a-label"]),
        ("XN--bcher-.example", vec!["hostname-a-label", "hostname-upper-case"]),
        ("10.0.0", vec!["hostname-ends-in-number"]),
        ("10.0.0.256.", vec!["hostname-ends-in-number"]),
        ("5432", vec!["hostname-ends-in-number"]),
        ("db.0x", vec!["hostname-ends-in-number"]),
        ("$HOST", vec!["hostname-character"]),
        ("a b", vec!["invalid-hostname"]),
        ("10.0.0.1", vec!["invalid-hostname"]),
    ] {
        let network = r#"{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#;
        let host = format!(r#"{{"hostname": "{hostname}", "resolver_network": {network}}}"#);
        let mut rules = found(&format!(r#"{{"name": "web", "type": "http", "host": {host}}}"#));
        rules.sort_unstable();
        assert_eq!(rules, expected, "{hostname}");
    }
}

/// What has the form of an A-label, and decodes to nothing or to something that is written otherwise.
#[cfg(feature = "idna")]
#[test]
fn a_labels_are_decoded() {
    for (label, is_fine) in [
        ("xn--bcher-kva", true),
        ("XN--BCHER-KVA", true),
        ("xn--ls8h", true),
        ("xn--a", false),
        ("xn--zzzzzz", false),
        ("xn--abc-", false),
        ("xn--bcher-kva8", false),
    ] {
        let network = r#"{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#;
        let host = format!(r#"{{"hostname": "{label}.example", "resolver_network": {network}}}"#);
        let rules = found(&format!(r#"{{"name": "web", "type": "http", "host": {host}}}"#));
        assert_eq!(!rules.contains(&"hostname-a-label"), is_fine, "{label}: {rules:?}");
    }
}

#[test]
fn names() {
    for (name, expected) in [
        ("web", vec![]),
        ("Büro 東京 📦 👩‍💻", vec![]),
        (" ", vec!["blank-name"]),
        ("\\u00a0\\t", vec!["blank-name"]),
        ("web ", vec!["name-whitespace"]),
        ("web\\n", vec!["name-whitespace"]),
        ("w\\neb", vec!["name-control-character"]),
        ("\\u0000", vec!["name-control-character"]),
        ("web\\u200b", vec!["name-control-character"]),
        ("", vec!["empty-name"]),
    ] {
        let host = r#"{"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}"#;
        assert_eq!(found(&format!(r#"{{"name": "{name}", "type": "http", "host": {host}}}"#)), expected, "{name:?}");
    }
}

#[test]
fn addresses() {
    for (member, address, expected) in [
        ("ipv4", "10.0.0.1", vec![]),
        ("ipv4", "127.0.0.1", vec![]),
        ("ipv4", "192.0.2.1", vec![]),
        ("ipv4", "169.254.1.1", vec![]),
        ("ipv6", "::1", vec![]),
        ("ipv6", "fe80::1", vec![]),
        ("ipv4", "224.0.0.1", vec!["special-address"]),
        ("ipv4", "239.255.255.255", vec!["special-address"]),
        ("ipv4", "169.254.169.254", vec!["special-address"]),
        ("ipv6", "fd00:0ec2::254", vec!["special-address"]),
        ("ipv6", "ff02::1", vec!["special-address"]),
        ("ipv6", "::ffff:0.0.0.0", vec!["ipv4-mapped-address"]),
        ("ipv6", "0:0:0:0:0:ffff:a00:1", vec!["ipv4-mapped-address"]),
    ] {
        let network = r#"{"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}"#;
        let host = format!(r#"{{"{member}": "{address}", "network": {network}}}"#);
        assert_eq!(found(&format!(r#"{{"name": "web", "type": "http", "host": {host}}}"#)), expected, "{address}");
    }
}
