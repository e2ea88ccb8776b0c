//! What a shape is where it is used.

use std::collections::HashSet;

use serde_json::Value;

use super::{Writer, literal::string};
use crate::{
    export::refuse,
    model::{Additional, Kinds, Shape, StringRules},
};

/// The width that prettier fills.
const WIDTH: usize = 80;

/// A union of types; of one mostly.
#[derive(Clone, Debug, Default)]
pub(super) struct Expression {
    parts: Vec<String>,
    seen: HashSet<String>,
    /// What the items of the array are, where there is one and they are of several types.
    items: Vec<String>,
}

impl Expression {
    pub(super) fn of(part: impl Into<String>) -> Expression {
        let mut expression = Expression::default();
        expression.add(part);
        expression
    }

    pub(super) fn or_null(mut self, is_nullable: bool) -> Expression {
        if is_nullable {
            self.add("null");
        }
        self
    }

    fn add(&mut self, part: impl Into<String>) {
        let part = part.into();
        if self.seen.insert(part.clone()) {
            self.parts.push(part);
        }
    }

    /// The whole statement after its start, as prettier lays it out.
    pub(super) fn after(&self, start: &str, indent: &str) -> String {
        let line = self.parts.join(" | ");
        let fits = start.chars().count() + line.chars().count() + 2 <= WIDTH;
        if self.parts.len() < 2 && !fits && !self.items.is_empty() {
            let items = self.items.join(" | ");
            let items = if indent.len() + 2 + items.chars().count() <= WIDTH {
                format!("\n  {indent}{items}")
            } else {
                on_lines(&self.items, indent)
            };
            return format!("{start} ({items}\n{indent})[];");
        }
        if self.parts.len() < 2 || fits {
            return format!("{start} {line};");
        }
        if indent.len() + 2 + line.chars().count() < WIDTH {
            return format!("{start}\n  {indent}{line};");
        }
        format!("{start}{};", on_lines(&self.parts, indent))
    }
}

/// The types of a union, each on a line of its own.
fn on_lines(parts: &[String], indent: &str) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str("\n  ");
        text.push_str(indent);
        text.push_str("| ");
        text.push_str(part);
    }
    text
}

impl<'e> Writer<'e> {
    /// A shape where it is used. `name` is what it is called where it needs a name.
    pub(super) fn slot(&mut self, name: &str, shape: &'e Shape) -> Expression {
        if let Some(id) = shape.reference {
            let model = self.export.model;
            let is_null_new = shape.nullable && !model.takes_null(model.resolve(shape));
            return Expression::of(model.definition(id).name.clone()).or_null(is_null_new);
        }
        self.expression(name, shape)
    }

    /// The types of a shape.
    pub(super) fn expression(&mut self, name: &str, shape: &'e Shape) -> Expression {
        if shape.reference.is_some() {
            return self.slot(name, shape);
        }
        let mut parts = Expression::default();
        if let Some(union) = &shape.union {
            for arm in &union.arms {
                for part in self.slot(&format!("{name}{}", arm.name), &arm.shape).parts {
                    parts.add(part);
                }
            }
        } else if let Some(values) = &shape.values {
            for value in values {
                match value {
                    Value::String(text) => parts.add(string(text)),
                    Value::Array(_) | Value::Object(_) => {
                        let keyword = if shape.keyword("enum").is_some() { "enum" } else { "const" };
                        let message = "a type of TypeScript cannot list arrays or objects";
                        let help =
                            "list strings, numbers and booleans, or say what is in it by `properties` and `items`";
                        self.refusals.push(refuse(shape, keyword, message).with_help(help));
                        break;
                    }
                    leaf => parts.add(leaf.to_string()),
                }
            }
        } else {
            self.kinds(name, shape, &mut parts);
        }
        let parts = parts.or_null(shape.nullable);
        if parts.parts.is_empty() { Expression::of("never") } else { parts }
    }

    /// A type for each type of JSON.
    fn kinds(&mut self, name: &str, shape: &'e Shape, parts: &mut Expression) {
        let kinds = shape.kinds;
        let has_rules = has_members(shape) || shape.array.items.is_some();
        if kinds == Kinds::ALL && !has_rules {
            return parts.add("unknown");
        }
        if kinds.contains(Kinds::OBJECT) {
            if has_members(shape) {
                let name = if self.taken.contains(name) { format!("{name}Object") } else { name.to_owned() };
                let name = self.unique(&name);
                self.queue.push((name.clone(), shape));
                parts.add(name);
            } else {
                parts.add("{ [name: string]: unknown }");
            }
        }
        if kinds.contains(Kinds::ARRAY) {
            let items = match &shape.array.items {
                Some(items) => self.slot(&format!("{name}Item"), items),
                None => Expression::of("unknown"),
            };
            if let [one] = items.parts.as_slice() {
                parts.add(format!("{one}[]"));
            } else {
                parts.add(format!("({})[]", items.parts.join(" | ")));
                parts.items = items.parts;
            }
        }
        if kinds.contains(Kinds::STRING) {
            for known in &shape.annotations.open {
                parts.add(string(known));
            }
            parts.add(if shape.annotations.open.is_empty() { "string" } else { "(string & {})" });
        }
        if !kinds.intersection(Kinds::NUMBER).is_empty() {
            parts.add("number");
        }
        for (kind, name) in [(Kinds::BOOLEAN, "boolean"), (Kinds::NULL, "null")] {
            if kinds.contains(kind) {
                parts.add(name);
            }
        }
    }
}

/// Whether anything is said of the members of an object.
pub(super) fn has_members(shape: &Shape) -> bool {
    !shape.object.members.is_empty() || matches!(shape.object.additional, Additional::Shape(_))
}

/// Whether a shape is a string of its own kind.
pub(crate) fn is_flavored(shape: &Shape) -> bool {
    shape.kinds == Kinds::STRING
        && shape.reference.is_none()
        && shape.union.is_none()
        && shape.values.is_none()
        && shape.annotations.open.is_empty()
        && (shape.string != StringRules::default() || shape.annotations.scalar.is_some())
}
