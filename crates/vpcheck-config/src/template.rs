//! What helps to write a configuration.

use crate::tables::ConfigurationFile;

/// The JSON Schema (2020-12) of a configuration file.
#[must_use]
pub fn json_schema() -> String {
    let mut schema =
        schemars::generate::SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<ConfigurationFile>();
    schema.insert("title".to_owned(), "vpcheck.toml".into());
    // A schema is a JSON value, so that writing it cannot fail.
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}

/// A configuration file that changes nothing, with comments that show what it could say.
#[must_use]
pub fn template() -> &'static str {
    include_str!("template.toml")
}
