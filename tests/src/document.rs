//! Values as text, their members in some order.

use std::fmt::Write;

use serde_json::Value;

use crate::Random;

/// A document as text, and as a value unless the text says something that a value cannot.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text.
    pub text: String,
    /// The same as a value; absent where the text gives a member twice or writes an integer as `80.0`.
    pub value: Option<Value>,
}

impl Document {
    /// The text of a value.
    pub fn new(random: &mut Random, value: Value) -> Document {
        Document { text: write(random, &value), value: Some(value) }
    }
}

/// Writes a value with the members of each object in an order of its own, with or without whitespace.
pub fn write(random: &mut Random, value: &Value) -> String {
    let mut text = String::new();
    let space = if random.chance(1, 2) { "" } else { "\n " };
    write_value(random, &mut text, value, space);
    text
}

fn write_value(random: &mut Random, text: &mut String, value: &Value, space: &str) {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { space } else { "," });
                write_value(random, text, item, space);
            }
            text.push(']');
        }
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            for last in (1..members.len()).rev() {
                members.swap(last, random.below(last + 1));
            }
            text.push('{');
            for (index, (name, value)) in members.into_iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                text.push_str(space);
                write!(text, "{}:", Value::from(name.as_str())).expect("a string takes any text");
                write_value(random, text, value, space);
            }
            text.push('}');
        }
        scalar => write!(text, "{scalar}").expect("a string takes any text"),
    }
}
