//! Validators of JSON Schema, with the schema that vpcheck is made from.

use jsonschema::PatternOptions;
use serde_json::Value;

const SCHEMA: &str = include_str!("../../../schema/service.schema.json");

fn schema() -> Value {
    serde_json::from_str(SCHEMA).expect("the schema is JSON")
}

/// Compiled by jsonschema at run time, with the faster of its two engines for patterns.
pub(crate) fn validator() -> jsonschema::Validator {
    let options = jsonschema::draft202012::options().with_pattern_options(PatternOptions::regex());
    options.build(&schema()).expect("the schema is a schema")
}

/// Compiled by the macro of jsonschema.
#[jsonschema::validator(path = "../../schema/service.schema.json")]
pub(crate) struct Compiled;

/// Compiled by boon.
pub(crate) struct Boon {
    schemas: boon::Schemas,
    index: boon::SchemaIndex,
}

impl Boon {
    pub(crate) fn new() -> Boon {
        let mut schemas = boon::Schemas::new();
        let mut compiler = boon::Compiler::new();
        compiler.add_resource("service.schema.json", schema()).expect("it is added once");
        let index = compiler.compile("service.schema.json", &mut schemas).expect("the schema is a schema");
        Boon { schemas, index }
    }

    pub(crate) fn is_valid(&self, value: &Value) -> bool {
        self.schemas.validate(value, self.index).is_ok()
    }
}
