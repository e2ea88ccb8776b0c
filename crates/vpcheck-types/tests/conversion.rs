//! What the API answers becomes a request, or says which member keeps it from that.
#![cfg(feature = "serde")]

use serde_json::{Value, json};
use vpcheck_types::{ServiceRequest, ServiceResponse};

const TUNNEL: &str = "0191dce4-9ab4-7fce-b660-8e5dec5172da";

fn http() -> Value {
    json!({
        "service_id": "01a0ebf6-3394-7623-aa97-7b7faba0c1ab", "type": "http", "name": "web", "http_port": 8080, "https_port": null,
        "host": {"ipv4": "10.0.0.1", "ipv6": null, "hostname": null, "network": {"tunnel_id": TUNNEL}, "resolver_network": null},
        "tls_settings": {"cert_verification_mode": "verify_ca"},
        "created_at": "2026-09-29T08:00:00Z", "updated_at": "2026-09-29T08:00:00Z",
    })
}

fn tcp() -> Value {
    json!({
        "service_id": "01a0ebf6-35bb-7370-ba3f-203b840b718c", "type": "tcp", "name": "db", "tcp_port": 5432, "app_protocol": "postgresql",
        "host": {
            "ipv4": null, "ipv6": null, "hostname": "db.internal", "network": null,
            "resolver_network": {"tunnel_id": TUNNEL, "resolver_ips": ["10.0.0.53", "fd00::53"]},
        },
        "created_at": "2026-09-29T08:00:00Z", "updated_at": "2026-09-29T08:00:00Z",
    })
}

fn with(mut service: Value, pointer: &str, value: Value) -> Value {
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer begins with a slash");
    let parent = service.pointer_mut(parent).expect(pointer);
    match parent {
        Value::Array(items) => items[name.parse::<usize>().expect(pointer)] = value,
        parent => parent[name] = value,
    }
    service
}

fn convert(answer: Value) -> Result<Value, (String, String)> {
    let response: ServiceResponse = serde_json::from_value(answer).expect("an answer");
    let request = ServiceRequest::try_from(&response);
    assert_eq!(request, ServiceRequest::try_from(response));
    match request {
        Ok(request) => Ok(serde_json::to_value(request).expect("a request can be written")),
        Err(error) => Err((error.pointer().to_owned(), error.to_string())),
    }
}

#[test]
fn drops_what_is_read_only_and_null() {
    let request = json!({
        "type": "http", "name": "web", "http_port": 8080, "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": TUNNEL}},
        "tls_settings": {"cert_verification_mode": "verify_ca"},
    });
    assert_eq!(convert(http()), Ok(request));
    let request = json!({
        "type": "tcp", "name": "db", "tcp_port": 5432, "app_protocol": "postgresql",
        "host": {"hostname": "db.internal", "resolver_network": {"tunnel_id": TUNNEL, "resolver_ips": ["10.0.0.53", "fd00::53"]}},
    });
    assert_eq!(convert(tcp()), Ok(request));
}

#[test]
fn keeps_every_kind_of_host() {
    let network = json!({"tunnel_id": TUNNEL});
    for host in [
        json!({"ipv4": "10.0.0.1", "network": network}),
        json!({"ipv6": "fd00::1", "network": network}),
        json!({"ipv4": "10.0.0.1", "ipv6": "fd00::1", "network": network}),
        json!({"hostname": "localhost", "resolver_network": network}),
        json!({"hostname": "localhost", "resolver_network": {"tunnel_id": TUNNEL, "resolver_ips": []}}),
    ] {
        let request = convert(with(http(), "/host", host.clone())).expect("it can be sent");
        assert_eq!(request["host"], host);
    }
}

#[test]
fn names_the_member_that_cannot_be_sent() {
    for (answer, pointer, message) in [
        (with(http(), "/type", json!("udp")), "/type", "`type` is \"udp\", and a service type is `http` or `tcp`"),
        (with(http(), "/name", json!("")), "/name", "`name` is \"\", and a service name has at least one character"),
        (
            with(http(), "/http_port", json!(70000)),
            "/http_port",
            "`http_port` is 70000, and a port is between 1 and 65535",
        ),
        (
            with(http(), "/https_port", json!(65536)),
            "/https_port",
            "`https_port` is 65536, and a port is between 1 and 65535",
        ),
        (
            with(http(), "/host/ipv4", json!("10.0.0.01")),
            "/host/ipv4",
            "`ipv4` is \"10.0.0.01\", and a number in an address has no leading zero",
        ),
        (
            with(http(), "/host/network/tunnel_id", json!("x")),
            "/host/network/tunnel_id",
            "`tunnel_id` is \"x\", and a tunnel id has 36 characters and this has 1",
        ),
        (with(tcp(), "/tcp_port", json!(null)), "/tcp_port", "`tcp_port` is missing: a TCP service needs it"),
        (
            with(tcp(), "/host/hostname", json!("db:5432")),
            "/host/hostname",
            "`hostname` is \"db:5432\", and a hostname has no port",
        ),
        (
            with(tcp(), "/host/resolver_network/resolver_ips/1", json!("fd00::53%eth0")),
            "/host/resolver_network/resolver_ips/1",
            "`resolver_ips` is \"fd00::53%eth0\", and an IP address has no zone id",
        ),
    ] {
        assert_eq!(convert(answer), Err((pointer.to_owned(), message.to_owned())));
    }
    for (answer, pointer, value) in [
        (
            with(http(), "/tls_settings/cert_verification_mode", json!("pinned")),
            "/tls_settings/cert_verification_mode",
            "\"pinned\"",
        ),
        (with(tcp(), "/app_protocol", json!("redis")), "/app_protocol", "\"redis\""),
    ] {
        let (place, message) = convert(answer).expect_err(pointer);
        assert_eq!(place, pointer);
        assert!(message.contains(value), "{message}");
    }
}

#[test]
fn shortens_what_it_quotes() {
    let (_, message) = convert(with(http(), "/host/ipv4", json!("é".repeat(10_000)))).expect_err("no address");
    assert!(message.chars().count() < 200, "{message}");
}
