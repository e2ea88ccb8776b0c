//! `JsonSchema` of the types that are written by hand.

use alloc::borrow::Cow;
use alloc::format;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

use crate::{Envelope, Failure, Message, Nothing, ResultInfo, Success};

impl<T: JsonSchema> JsonSchema for Envelope<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Envelope_for_{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("vpcheck_types::Envelope<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let success = generator.subschema_for::<Success<T>>();
        let failure = generator.subschema_for::<Failure>();
        json_schema!({"description": "An answer of the API.", "oneOf": [success, failure]})
    }
}

impl<T: JsonSchema> JsonSchema for Success<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("Success_for_{}", T::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("vpcheck_types::Success<{}>", T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let result = generator.subschema_for::<T>();
        envelope(generator, true, &json!({"anyOf": [result, {"type": "null"}]}))
    }
}

impl JsonSchema for Failure {
    fn schema_name() -> Cow<'static, str> {
        "Failure".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "vpcheck_types::Failure".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        envelope(generator, false, &json!({"type": "null"}))
    }
}

impl JsonSchema for Nothing {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Nothing".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        Schema::from(true)
    }
}

/// The members that both kinds of answers have.
fn envelope(generator: &mut SchemaGenerator, success: bool, result: &Value) -> Schema {
    let message = generator.subschema_for::<Message>();
    let result_info = generator.subschema_for::<ResultInfo>();
    json_schema!({
        "type": "object",
        "required": ["success", "errors", "messages"],
        "properties": {
            "success": {"const": success},
            "errors": {"type": "array", "items": message, "description": "What went wrong."},
            "messages": {"type": "array", "items": message, "description": "Notices."},
            "result": result,
            "result_info": {"anyOf": [result_info, {"type": "null"}]},
        },
    })
}
