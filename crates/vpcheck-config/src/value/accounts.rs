//! Paths by account.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use vpcheck_syntax::{Kind, Node};

use super::Globs;
use crate::read::{Read, Reader};

/// Paths by the account that the services in them belong to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Accounts(Vec<(String, Globs)>);

impl Accounts {
    /// The first account that a path belongs to.
    pub(crate) fn of(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|(_, globs)| globs.matches(path)).map(|(name, _)| name.as_str())
    }
}

impl Read for Accounts {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Accounts> {
        if node.kind() != Kind::Object {
            reader.refuse_kind(node, "a table of names and globs");
            return None;
        }
        let mut accounts = Vec::new();
        for member in node.members() {
            if let Some(globs) = Globs::read(member.value, reader) {
                accounts.push((member.name.to_owned(), globs));
            }
        }
        Some(Accounts(accounts))
    }
}

impl JsonSchema for Accounts {
    fn schema_name() -> Cow<'static, str> {
        "Accounts".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "additionalProperties": Globs::json_schema(generator),
            "examples": [{ "production": ["services/production"], "staging": ["services/staging"] }],
        })
    }
}
