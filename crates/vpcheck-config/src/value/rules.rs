//! Rules, and what their findings weigh.

use std::borrow::Cow;
use std::collections::HashMap;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Kind, Node, Severity};
use vpcheck_validate::{Rule, rule, rules};

use super::json_schema_of;
use crate::read::{Read, Reader, listed, subject};
use crate::rule_ids::CONFIGURATION;

/// What the findings of a rule weigh, or that there are none.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Level {
    /// The rule is off.
    Off,
    /// The rule is on, with this severity.
    On(Severity),
}

const LEVELS: [(&str, Level); 4] = [
    ("off", Level::Off),
    ("info", Level::On(Severity::Info)),
    ("warning", Level::On(Severity::Warning)),
    ("error", Level::On(Severity::Error)),
];

impl Read for Level {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Level> {
        let text = reader.text(node)?;
        let level = LEVELS.iter().find(|(name, _)| *name == text).map(|(_, level)| *level);
        if level.is_none() {
            let names = LEVELS.map(|(name, _)| name);
            let message =
                format!("{} is \"{}\", and should be one of {}", subject(node), shorten(text), listed(&names));
            let help = reader.near(text, names);
            reader.refuse(node, message).help = help;
        }
        level
    }
}

json_schema_of!(
    Level,
    json_schema!({ "enum": LEVELS.map(|(name, _)| name), "description": "What the findings of a rule weigh; `off` switches it off." })
);

/// The id of a rule that can be weighed and ignored.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RuleId(pub(crate) &'static Rule);

impl RuleId {
    /// Every one of them.
    fn all() -> impl Iterator<Item = &'static Rule> {
        // A configuration cannot say how much its own mistakes weigh.
        rules().iter().copied().filter(|rule| rule.id != CONFIGURATION)
    }

    /// The rule with this id.
    fn find(id: &str) -> Option<RuleId> {
        rule(id).filter(|rule| rule.id != CONFIGURATION).map(RuleId)
    }
}

/// What is said of a rule that is not there, and which one was meant.
fn no_rule(id: &str, reader: &Reader) -> (String, Option<String>) {
    (format!("there is no rule `{}`", shorten(id)), reader.near(id, RuleId::all().map(|rule| rule.id)))
}

impl Read for RuleId {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<RuleId> {
        let id = reader.text(node)?;
        let rule = RuleId::find(id);
        if rule.is_none() {
            let (message, help) = no_rule(id, reader);
            reader.refuse(node, message).help = help;
        }
        rule
    }
}

json_schema_of!(RuleId, json_schema!({ "enum": RuleId::all().map(|rule| rule.id).collect::<Vec<_>>() }));

/// What the findings of some rules weigh.
#[derive(Clone, Debug, Default)]
pub(crate) struct Severities(pub(crate) HashMap<&'static str, Level>);

impl Read for Severities {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Severities> {
        if node.kind() != Kind::Object {
            reader.refuse_kind(node, "a table of rules and severities");
            return None;
        }
        let mut severities = HashMap::new();
        for member in node.members() {
            let level = Level::read(member.value, reader);
            if let Some(RuleId(rule)) = RuleId::find(member.name) {
                severities.extend(level.map(|level| (rule.id, level)));
            } else {
                let (message, help) = no_rule(member.name, reader);
                reader.refuse_name(member.value, message).help = help;
            }
        }
        Some(Severities(severities))
    }
}

impl JsonSchema for Severities {
    fn schema_name() -> Cow<'static, str> {
        "Severities".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let level = generator.subschema_for::<Level>();
        let property = |rule: &'static Rule| {
            let mut schema = level.clone();
            schema.insert("description".to_owned(), rule.title().into());
            (rule.id.to_owned(), Value::from(schema))
        };
        let properties: Map<String, Value> = RuleId::all().map(property).collect();
        json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
    }
}
