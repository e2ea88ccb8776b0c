//! `JsonSchema`: each value answers its definition in the bundled schema, word for word.

use alloc::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};

use crate::generated;
use crate::{AccountId, BindingId, BindingName, Hostname, Port, ServiceId, ServiceName, Timestamp, TunnelId};

macro_rules! bundled {
    ($($value:ident: $definition:ident),* $(,)?) => {
        $(impl JsonSchema for $value {
            fn schema_name() -> Cow<'static, str> {
                stringify!($value).into()
            }

            fn schema_id() -> Cow<'static, str> {
                concat!("vpcheck_scalars::", stringify!($value)).into()
            }

            fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
                serde_json::from_str(generated::$definition).expect("a definition of the bundled schema is a schema")
            }
        })*

        #[cfg(test)]
        const DEFINITIONS: &[(&str, fn(&mut SchemaGenerator) -> Schema)] =
            &[$((stringify!($value), $value::json_schema)),*];
    };
}

bundled! {
    AccountId: ACCOUNT_ID,
    BindingId: BINDING_ID,
    BindingName: BINDING_NAME,
    Hostname: HOSTNAME,
    Port: PORT,
    ServiceId: SERVICE_ID,
    ServiceName: SERVICE_NAME,
    Timestamp: TIMESTAMP,
    TunnelId: TUNNEL_ID,
}

#[cfg(test)]
mod tests {
    use schemars::SchemaGenerator;
    use serde_json::Value;

    use super::DEFINITIONS;

    /// The definitions of both schemas, which are not part of the crate.
    const SCHEMAS: [&str; 2] =
        [include_str!("../../../schema/service.schema.json"), include_str!("../../../schema/wrangler.schema.json")];

    #[test]
    fn answers_the_bundled_definitions() {
        let schemas = SCHEMAS.map(|text| serde_json::from_str::<Value>(text).expect("the schema is JSON"));
        for (name, json_schema) in DEFINITIONS {
            let definition = schemas.iter().find_map(|schema| schema.get("$defs")?.get(name)).expect(name);
            assert_eq!(json_schema(&mut SchemaGenerator::default()).as_value(), definition, "{name}");
        }
    }
}
