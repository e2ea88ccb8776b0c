//! Values as text in every syntax, in the many ways in which people lay it out.

mod brackets;
mod layout;
mod terraform;
mod toml;
mod yaml;

use serde_json::Value;

use crate::Random;

pub use layout::Layout;

/// A way to write a document.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// JSON.
    Json,
    /// JSON with comments and trailing commas.
    Jsonc,
    /// YAML with a line for each member.
    YamlBlock,
    /// YAML with brackets.
    YamlFlow,
    /// TOML.
    Toml,
    /// A resource of Terraform.
    Terraform,
}

/// A document as text.
#[derive(Clone, Debug)]
pub struct Written {
    /// A name whose ending tells the syntax.
    pub name: &'static str,
    /// The text.
    pub text: String,
    /// JSON Pointer of the document in the file.
    pub prefix: &'static str,
}

impl Form {
    /// All of them.
    pub const ALL: [Form; 6] = [Form::Json, Form::Jsonc, Form::YamlBlock, Form::YamlFlow, Form::Toml, Form::Terraform];

    /// Writes an object in one of the many ways; nothing where the syntax cannot say it, such as null in TOML.
    pub fn write(self, random: &mut Random, value: &Value) -> Option<Written> {
        let mut layout = Layout::new(random, self);
        let (name, prefix) = match self {
            Form::Json => ("service.json", ""),
            Form::Jsonc => ("service.jsonc", ""),
            Form::YamlBlock | Form::YamlFlow => ("service.yaml", ""),
            Form::Toml => ("service.toml", ""),
            Form::Terraform => ("service.tf", "/resource/cloudflare_connectivity_directory_service/web"),
        };
        match self {
            Form::Json | Form::Jsonc | Form::YamlFlow => brackets::document(&mut layout, value),
            Form::YamlBlock => yaml::document(&mut layout, value),
            Form::Toml => toml::document(&mut layout, value.as_object()?)?,
            Form::Terraform => terraform::document(&mut layout, value.as_object()?)?,
        }
        Some(Written { name, text: layout.finish(), prefix })
    }
}
