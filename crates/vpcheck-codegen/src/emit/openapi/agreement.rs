//! What is written of random schemas, against an independent validator.

use serde_json::{Value, json};

use super::{FORMS, write};
use crate::{export::Export, pass::each_model};

/// A schema of 3.0 as one of 3.1: null is a type, and an exclusive bound a number.
fn raised(schema: &mut Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(raised),
        Value::Object(members) => {
            members.iter_mut().filter(|(name, _)| *name != "enum").for_each(|(_, value)| raised(value));
            if members.get("nullable") == Some(&json!(true)) {
                let name = members.insert("type".to_owned(), Value::Null);
                members.insert("type".to_owned(), json!([name.expect("`nullable` stands beside a type"), "null"]));
            }
            for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
                if members.get(exclusive) == Some(&json!(true)) {
                    let bound = members.remove(bound).expect("there is a bound that is exclusive");
                    members.insert(exclusive.to_owned(), bound);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn both_versions_take_what_the_model_takes() {
    let mut refused = 0;
    each_model(|number, schema, model, source, documents| {
        let Some(root) = model.root else { return };
        let export = Export::whole(model, source);
        for form in &FORMS {
            let Ok(text) = write(&export, form) else {
                assert!(form.name == "3.0.3", "3.1 can say all: {schema}");
                refused += 1;
                continue;
            };
            let mut written: Value = serde_json::from_str(&text).expect("it is JSON");
            if form.name == "3.0.3" {
                raised(&mut written["components"]["schemas"]);
            }
            written["$ref"] = format!("#/components/schemas/{}", model.definition(root).name).into();
            let validator = jsonschema::draft202012::new(&written);
            let validator =
                validator.unwrap_or_else(|error| panic!("{} of {schema} is no schema: {error}\n{text}", form.name));
            for (document, takes) in documents {
                let verdict = validator.is_valid(document);
                assert_eq!(verdict, *takes, "schema {number}, {}: {schema}\n{text}\n{document}", form.name);
            }
        }
    });
    assert!((1..1_000).contains(&refused), "{refused} schemas are refused");
}
