//! Tunnels with names.

use std::borrow::Cow;
use std::collections::HashSet;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use vpcheck_scalars::TunnelId;
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Kind, Node};

use crate::read::{Read, Reader, subject};

/// Ids of tunnels, each under a name that people know.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tunnels {
    ids: HashSet<TunnelId>,
    /// The names in the order of the text.
    names: Vec<String>,
}

impl Tunnels {
    /// Whether the tunnel is one of them.
    pub(crate) fn contains(&self, id: TunnelId) -> bool {
        self.ids.contains(&id)
    }

    /// What they are called, in the order of the text.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }
}

impl Read for Tunnels {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Tunnels> {
        if node.kind() != Kind::Object {
            reader.refuse_kind(node, "a table of names and tunnel ids");
            return None;
        }
        let mut tunnels = Tunnels::default();
        for member in node.members() {
            let Some(text) = reader.text(member.value) else { continue };
            match text.parse() {
                Ok(id) => {
                    tunnels.ids.insert(id);
                    tunnels.names.push(member.name.to_owned());
                }
                Err(error) => {
                    let message = format!("{} is \"{}\", and {error}", subject(member.value), shorten(text));
                    reader.refuse(member.value, message);
                }
            }
        }
        Some(tunnels)
    }
}

impl JsonSchema for Tunnels {
    fn schema_name() -> Cow<'static, str> {
        "Tunnels".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": {
                "type": "string",
                "format": "uuid",
                "pattern": "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
            },
            "description": "Ids of tunnels, each under a name that people know.",
            "examples": [{ "production": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b" }],
        })
    }
}
