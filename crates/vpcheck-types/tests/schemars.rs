//! The schema that an envelope answers judges as the bundled one does.
#![cfg(feature = "schemars")]

use serde_json::{Value, json};
use vpcheck_types::{CollectionEnvelope, DeleteEnvelope, SingleEnvelope};

const BUNDLED: &str = include_str!("../../../schema/service.schema.json");

fn bundled(name: &str) -> jsonschema::Validator {
    let mut schema: Value = serde_json::from_str(BUNDLED).expect("the schema is JSON");
    schema["$ref"] = json!(format!("#/$defs/{name}"));
    jsonschema::validator_for(&schema).expect("the schema is one")
}

fn answered<T: schemars::JsonSchema>() -> jsonschema::Validator {
    jsonschema::validator_for(schemars::schema_for!(T).as_value()).expect("the schema is one")
}

#[test]
fn envelopes_are_judged_alike() {
    let service =
        json!({"name": "a", "type": "tcp", "host": {"hostname": "b", "resolver_network": {"tunnel_id": "c"}}});
    let results = [json!(null), service.clone(), json!([]), json!([service]), json!([{}]), json!({}), json!("x")];
    let envelopes = [
        ("SingleEnvelope", answered::<SingleEnvelope>()),
        ("CollectionEnvelope", answered::<CollectionEnvelope>()),
        ("DeleteEnvelope", answered::<DeleteEnvelope>()),
    ];
    for (name, answered) in envelopes {
        let bundled = bundled(name);
        for result in &results {
            for success in [json!(true), json!(false), json!(null)] {
                for errors in [json!([]), json!([{"code": 971, "message": "m"}]), json!([{"code": "1"}]), json!(null)] {
                    for result_info in [json!(null), json!({"page": 1}), json!({"page": "1"})] {
                        let document = json!({"success": success, "errors": errors, "messages": [], "result": result, "result_info": result_info});
                        assert_eq!(answered.is_valid(&document), bundled.is_valid(&document), "{name}: {document}");
                    }
                }
            }
        }
        assert!(!answered.is_valid(&json!({})) && !answered.is_valid(&json!([])), "{name}");
    }
}
