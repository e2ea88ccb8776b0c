//! Envelopes are read with the verdicts of the bundled schema, whatever the order of their members.
#![cfg(feature = "serde")]

use serde_json::{Value, json};
use vpcheck_types::{CollectionEnvelope, Envelope, Failure, SingleEnvelope};

const SCHEMA: &str = include_str!("../../../schema/service.schema.json");

fn validator(name: &str) -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(SCHEMA).expect("the schema is JSON");
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    jsonschema::validator_for(&schema).expect("the schema is one")
}

fn service() -> Value {
    json!({
        "service_id": "01a0ebf6-3394-7623-aa97-7b7faba0c1ab", "type": "http", "name": "spike", "http_port": 18080, "https_port": null,
        "host": {
            "ipv4": null, "ipv6": null, "hostname": "localhost", "network": null,
            "resolver_network": {"tunnel_id": "550e8400-e29b-41d4-a716-446655440000"},
        },
        "created_at": "2026-09-29T08:00:00Z", "updated_at": "2026-09-29T08:00:00Z",
    })
}

/// Each member with the values that are tried; the first is that it is absent.
fn members() -> [(&'static str, Vec<Option<Value>>); 5] {
    let without_name = {
        let mut service = service();
        service.as_object_mut().expect("a service is an object").remove("name");
        service
    };
    let message =
        json!({"code": 971, "message": "m", "documentation_url": null, "source": {"pointer": "/name"}, "x": 1});
    let values = |values: &[Value]| std::iter::once(None).chain(values.iter().cloned().map(Some)).collect();
    [
        ("success", values(&[json!(true), json!(false), json!(null), json!("true"), json!(1)])),
        (
            "errors",
            values(&[
                json!([]),
                json!([message]),
                json!(["boom"]),
                json!([{"code": "1", "message": ""}]),
                json!(null),
                json!({}),
            ]),
        ),
        ("messages", values(&[json!([]), json!([{"code": 1, "message": ""}]), json!([{"code": 1}]), json!("")])),
        (
            "result",
            values(&[
                json!(null),
                service(),
                without_name.clone(),
                json!([]),
                json!([service(), service()]),
                json!([service(), without_name]),
                json!({}),
                json!("x"),
                json!([null]),
                json!(5),
            ]),
        ),
        (
            "result_info",
            values(&[
                json!(null),
                json!({}),
                json!({"page": 1, "count": 1.5, "total_count": null, "x": [{"page": 1}]}),
                json!({"page": "1"}),
                json!({"per_page": {"page": 1}}),
                json!({"total_pages": [1]}),
                json!({"count": true}),
                json!([]),
                json!(5),
                json!("x"),
                json!(-1),
                json!(1.5),
                json!(false),
            ]),
        ),
    ]
}

/// Every document that is made of one value for each member, as text with the members in this order and in the other one.
fn documents() -> impl Iterator<Item = (Value, [String; 2])> {
    let members = members();
    let count = members.iter().map(|(_, values)| values.len()).product::<usize>();
    (0..count).map(move |mut number| {
        let mut present = Vec::new();
        for (name, values) in &members {
            if let Some(value) = &values[number % values.len()] {
                present.push((*name, value));
            }
            number /= values.len();
        }
        let text = |members: &mut dyn Iterator<Item = &(&str, &Value)>| {
            let members: Vec<String> = members.map(|(name, value)| format!("{name:?}: {value}")).collect();
            format!("{{{}}}", members.join(", "))
        };
        let texts = [text(&mut present.iter()), text(&mut present.iter().rev())];
        let value = present.into_iter().map(|(name, value)| (name.to_owned(), value.clone())).collect();
        (Value::Object(value), texts)
    })
}

fn compare<T>(name: &str)
where
    Envelope<T>: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let validator = validator(name);
    let mut taken = 0;
    for (value, texts) in documents() {
        let valid = validator.is_valid(&value);
        taken += usize::from(valid);
        for text in texts {
            let read = serde_json::from_str::<Envelope<T>>(&text);
            assert_eq!(read.is_ok(), valid, "{name}: {text}: {:?}", read.err());
            if let Ok(envelope) = read {
                let written = serde_json::to_string(&envelope).expect("an envelope can be written");
                assert_eq!(serde_json::from_str::<Envelope<T>>(&written).expect(&written), envelope, "{text}");
            }
        }
    }
    assert!(taken >= 80, "{name}: {taken}");
}

#[test]
fn single_envelopes_agree_with_the_schema() {
    compare::<vpcheck_types::ServiceResponse>("SingleEnvelope");
}

#[test]
fn collection_envelopes_agree_with_the_schema() {
    compare::<Vec<vpcheck_types::ServiceResponse>>("CollectionEnvelope");
}

#[test]
fn delete_envelopes_agree_with_the_schema() {
    compare::<vpcheck_types::Nothing>("DeleteEnvelope");
}

#[test]
fn a_member_twice_is_an_error() {
    let good =
        r#"{"success": true, "errors": [], "messages": [], "result": null, "result_info": {"page": 1}, "x": {"a": 1}}"#;
    assert!(serde_json::from_str::<CollectionEnvelope>(good).is_ok());
    for (from, to) in [
        ("\"success\"", "\"success\": true, \"success\""),
        ("\"errors\"", "\"errors\": [], \"errors\""),
        ("\"messages\"", "\"messages\": [], \"messages\""),
        ("\"result\"", "\"result\": null, \"result\""),
        ("\"result_info\"", "\"result_info\": null, \"result_info\""),
        ("\"page\"", "\"page\": 1, \"page\""),
        ("\"page\"", "\"y\": 1, \"\\u0079\": 2, \"page\""),
        ("\"x\"", "\"x\": 1, \"x\""),
        ("\"a\"", "\"a\": 1, \"a\""),
    ] {
        let text = good.replace(from, to);
        assert!(serde_json::from_str::<CollectionEnvelope>(&text).is_err(), "{text}");
    }
}

#[test]
fn a_failure_is_an_error_that_lists_what_the_api_said() {
    let text = r#"{
        "success": false, "errors": [{"code": 5101, "message": "Tunnel ID Not Found"}, {"code": 971, "message": "slow\u001b[31m down\n"}],
        "messages": [], "result": null
    }"#;
    let failure: Failure = serde_json::from_str(text).expect(text);
    let expected = "the API answered with an error: 5101 Tunnel ID Not Found; 971 slow\\u{1b}[31m down\\n";
    assert_eq!(failure.to_string(), expected);
    assert_eq!(failure.errors().len(), 2);
    let envelope: SingleEnvelope = failure.clone().into();
    assert_eq!(envelope.into_result(), Err(failure));
    let nameless = r#"{"success": false, "errors": [], "messages": []}"#;
    assert_eq!(
        serde_json::from_str::<Failure>(nameless).expect(nameless).to_string(),
        "the API answered with an error"
    );
    assert!(serde_json::from_str::<Failure>(&text.replace("false", "true")).is_err());
}

#[test]
fn an_answer_may_say_which_page_it_is() {
    let text = r#"{"result_info": {"page": 2}, "result": [], "success": true, "errors": [], "messages": []}"#;
    let Envelope::Success(list) = serde_json::from_str::<CollectionEnvelope>(text).expect(text) else {
        panic!("a success")
    };
    assert!(list.result_info().is_some());
    assert!(serde_json::from_str::<CollectionEnvelope>(&text.replace("{\"page\": 2}", "[]")).is_err());
}
