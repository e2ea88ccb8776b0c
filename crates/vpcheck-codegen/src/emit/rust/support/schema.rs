//! The schema that a type was made from, for `schemars`.

use std::string::String;

use schemars::Schema;
use serde_json::{Map, Value};

/// Keywords whose value is a schema, or a list of them, or a map of them.
const ONE: [&str; 5] = ["additionalProperties", "items", "not", "contains", "propertyNames"];
const LIST: [&str; 4] = ["allOf", "anyOf", "oneOf", "prefixItems"];
const MAP: [&str; 4] = ["properties", "patternProperties", "$defs", "dependentSchemas"];

/// The schema that `text` holds, its references replaced by what `target` gives for the name of their definition.
pub(crate) fn schema(text: &str, mut target: impl FnMut(&str) -> Option<Schema>) -> Schema {
    let mut value = serde_json::from_str(text).unwrap_or(Value::Bool(true));
    resolve(&mut value, &mut target);
    Schema::try_from(value).unwrap_or_default()
}

/// The text is a constant of the generator, which bounds its depth.
fn resolve(value: &mut Value, target: &mut dyn FnMut(&str) -> Option<Schema>) {
    let Value::Object(members) = value else { return };
    for name in ONE {
        if let Some(schema) = members.get_mut(name) {
            resolve(schema, target);
        }
    }
    for name in LIST {
        if let Some(Value::Array(schemas)) = members.get_mut(name) {
            for schema in schemas {
                resolve(schema, target);
            }
        }
    }
    for name in MAP {
        if let Some(Value::Object(schemas)) = members.get_mut(name) {
            for schema in schemas.values_mut() {
                resolve(schema, target);
            }
        }
    }
    if let Some(schema) = reference(members).and_then(|name| target(&name)) {
        match schema.to_value() {
            Value::Object(there) => {
                members.remove("$ref");
                for (name, value) in there {
                    members.entry(name).or_insert(value);
                }
            }
            other => *value = other,
        }
    }
}

/// What the `$ref` of a schema points at.
fn reference(members: &Map<String, Value>) -> Option<String> {
    members.get("$ref").and_then(Value::as_str).map(String::from)
}

#[cfg(test)]
mod tests {
    use schemars::json_schema;

    use super::schema;

    #[test]
    fn references_are_replaced_where_schemas_are() {
        let text =
            r##"{"properties": {"$ref": {"$ref": "#/$defs/A", "title": "a"}}, "examples": [{"$ref": "#/$defs/A"}]}"##;
        let schema =
            schema(text, |pointer| (pointer == "#/$defs/A").then(|| json_schema!({"$ref": "#/$defs/B", "title": "b"})));
        let expected = json_schema!({
            "properties": {"$ref": {"$ref": "#/$defs/B", "title": "a"}},
            "examples": [{"$ref": "#/$defs/A"}],
        });
        assert_eq!(schema, expected);
    }
}
