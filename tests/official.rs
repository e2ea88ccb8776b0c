//! What the API documentation shows and what the live API does, read by the types.

use vpcheck::{
    AccountId, ApiOperation, Envelope, HostResponse, Operation, RequestLine, ServiceId, ServiceRequest,
    ServiceResponse, Source, check,
};

const REQUEST: &str = r#"{
  "host": { "ipv4": "10.0.0.1", "network": { "tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da" } },
  "name": "web-app", "type": "http", "http_port": 8080, "https_port": 8443
}"#;

const RESPONSE: &str = r#"{
  "errors": [ { "code": 1000, "message": "message", "documentation_url": "documentation_url", "source": { "pointer": "pointer" } } ],
  "messages": [ { "code": 1000, "message": "message", "documentation_url": "documentation_url", "source": { "pointer": "pointer" } } ],
  "success": true,
  "result": {
    "host": { "ipv4": "10.0.0.1", "network": { "tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da" } },
    "name": "web-app", "type": "http", "created_at": "2024-01-15T09:30:00Z", "http_port": 8080, "https_port": 8443,
    "service_id": "550e8400-e29b-41d4-a716-446655440000",
    "tls_settings": { "cert_verification_mode": "verify_full" }, "updated_at": "2024-01-15T10:45:00Z"
  }
}"#;

fn is_clean(text: &str, operation: Operation) -> bool {
    check(&Source::json("document.json", text.as_bytes()), operation).findings().is_empty()
}

#[test]
fn the_official_request_is_read() {
    let service = ServiceRequest::from_json(REQUEST).expect("the example is valid");
    assert_eq!(service.name().as_str(), "web-app");
    let ServiceRequest::Http(http) = service else { panic!("an HTTP service") };
    assert_eq!(http.http_port().map(vpcheck::Port::get), Some(8080));
    assert!(is_clean(REQUEST, Operation::Request));
}

#[test]
fn the_official_response_is_read_and_can_be_sent_back() {
    let envelope: Envelope<ServiceResponse> = serde_json::from_str(RESPONSE).expect("the example is an envelope");
    let service = envelope.into_result().expect("a success").expect("with a service");
    let request = ServiceRequest::try_from(service).expect("it can be sent");
    assert_eq!(request.name().as_str(), "web-app");
    assert!(is_clean(RESPONSE, Operation::Response));
    assert!(is_clean(RESPONSE, Operation::ResponseTo(ApiOperation::Update)));
}

#[test]
fn a_live_host_with_nulls_is_read() {
    let text = r#"{"success":true,"errors":[],"messages":[],"result":[{"service_id":"01a0ebf6-3394-7623-aa97-7b7faba0c1ab",
        "type":"http","name":"spike","http_port":null,"https_port":null,"host":{"ipv4":null,"ipv6":null,"hostname":"localhost",
        "network":null,"resolver_network":{"tunnel_id":"550e8400-e29b-41d4-a716-446655440000"}},
        "created_at":"2026-09-29T06:59:36Z","updated_at":"2026-09-29T06:59:36Z"}]}"#;
    let envelope: Envelope<Vec<ServiceResponse>> = serde_json::from_str(text).expect("a list without `result_info`");
    let services = envelope.into_result().expect("a success").expect("with services");
    let [ServiceResponse::Http(service)] = services.as_slice() else { panic!("one HTTP service") };
    assert!(matches!(service.host(), HostResponse::Hostname(_)));
    assert_eq!(service.http_port(), None);
    assert!(is_clean(text, Operation::ResponseTo(ApiOperation::List)));
}

#[test]
fn a_rate_limit_is_a_failure_with_a_low_code() {
    let text = r#"{"success":false,"errors":[{"code":971,"message":"slow down"}],"messages":[],"result":null}"#;
    let envelope: Envelope<ServiceResponse> = serde_json::from_str(text).expect("a failure");
    let failure = envelope.into_result().expect_err("a failure");
    assert_eq!(failure.errors()[0].code(), 971);
    let report = check(&Source::json("answer.json", text.as_bytes()), Operation::Response);
    assert!(!report.has_errors(), "{report}");
}

#[test]
fn an_answer_to_a_delete_is_read() {
    let text = r#"{"result":null,"success":true,"errors":[],"messages":[]}"#;
    let envelope: Envelope<serde::de::IgnoredAny> = serde_json::from_str(text).expect("an envelope");
    assert!(envelope.into_result().expect("a success").is_none());
    for text in [text, ""] {
        assert!(is_clean(text, Operation::ResponseTo(ApiOperation::Delete)), "{text:?}");
    }
}

#[test]
fn a_request_line_needs_no_formatting() {
    let account: AccountId = "023e105f4ecef8ad9ca31a8372d0c353".parse().expect("an account id");
    let service: ServiceId = "550e8400-e29b-41d4-a716-446655440000".parse().expect("a service id");
    assert_eq!(
        RequestLine::update(&account, service).to_string(),
        "PUT /accounts/023e105f4ecef8ad9ca31a8372d0c353/connectivity/directory/services/550e8400-e29b-41d4-a716-446655440000"
    );
}
