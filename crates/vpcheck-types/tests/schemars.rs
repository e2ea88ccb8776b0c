//! The schemas that the types answer: the bundled definitions, and for an envelope one that judges alike.
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

/// The definition of a type, and those that it refers to, against the bundled ones.
fn compare<T: schemars::JsonSchema>(bundled: &Value) -> usize {
    let mut root = schemars::schema_for!(T).to_value();
    let members = root.as_object_mut().expect("a schema that is an object");
    members.remove("$schema");
    let definitions = members.remove("$defs").unwrap_or_else(|| json!({}));
    let name = T::schema_name();
    assert_eq!(root, bundled["$defs"][&*name], "{name}");
    let definitions = definitions.as_object().expect("definitions by name");
    for (name, definition) in definitions {
        assert_eq!(definition, &bundled["$defs"][name], "{name}");
    }
    definitions.len()
}

#[test]
fn the_types_give_the_definitions_that_they_were_made_of() {
    let bundled: Value = serde_json::from_str(BUNDLED).expect("the schema is JSON");
    let wrangler = include_str!("../../../schema/wrangler.schema.json");
    let wrangler: Value = serde_json::from_str(wrangler).expect("the schema is JSON");
    assert_eq!(compare::<vpcheck_types::ServiceRequest>(&bundled), 19);
    assert_eq!(compare::<vpcheck_types::ServiceResponse>(&bundled), 14);
    assert_eq!(compare::<vpcheck_types::Message>(&bundled), 1);
    assert_eq!(compare::<vpcheck_types::ListQuery>(&bundled), 1);
    assert_eq!(compare::<vpcheck_types::PathParameters>(&bundled), 2);
    assert_eq!(compare::<vpcheck_types::VpcServiceBinding>(&wrangler), 2);
    assert_eq!(compare::<vpcheck_types::VpcNetworkBinding>(&wrangler), 4);
}
