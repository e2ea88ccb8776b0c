//! What is written of random schemas, against an independent validator.

use jsonschema::Draft;
use serde_json::Value;

use super::{FORMS, write};
use crate::{export::Export, pass::each_model};

#[test]
fn every_form_takes_what_the_model_takes() {
    let mut number_of_form = 0;
    each_model(|number, schema, model, source, documents| {
        let export = Export::whole(model, source);
        if model.root.is_none() {
            return;
        }
        for _ in 0..2 {
            let form = &FORMS[number_of_form % FORMS.len()];
            number_of_form += 1;
            let text = write(&export, form).expect("all can be said");
            let written: Value = serde_json::from_str(&text).expect("it is JSON");
            let draft = match form.draft() {
                super::Draft::Draft201909 => Draft::Draft201909,
                super::Draft::Draft7 => Draft::Draft7,
                _ => Draft::Draft202012,
            };
            let validator = jsonschema::options().with_draft(draft).build(&written);
            let validator =
                validator.unwrap_or_else(|error| panic!("{} of {schema} is no schema: {error}\n{text}", form.name));
            for (document, takes) in documents {
                let verdict = validator.is_valid(document);
                assert_eq!(verdict, *takes, "schema {number}, {}: {schema}\n{text}\n{document}", form.name);
            }
        }
    });
}
