//! A part of a tree as a value for a validator.

use std::collections::HashSet;

use serde_json::{Map, Number, Value};
use vpcheck_syntax::{Kind, Node, pointer};
use vpcheck_validate::BESIDE_A_SERVICE;

/// A part of a tree as a value for a validator.
pub(super) struct Instance {
    pub(super) value: Value,
    /// JSON Pointers to what is not known, and to everything that such a value is in.
    pub(super) uncertain: HashSet<String>,
}

/// What becomes of members that are null.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Null {
    Kept,
    /// As the API takes them.
    Absent,
}

impl Instance {
    /// A document as it is written.
    pub(super) fn whole(root: Node<'_>) -> Instance {
        Instance::new(root, Null::Kept)
    }

    /// A service as it would be sent: a member that is null is absent.
    pub(super) fn of_service(service: Node<'_>) -> Instance {
        Instance::new(service, Null::Absent)
    }

    fn new(node: Node<'_>, null: Null) -> Instance {
        let mut making = Making { null, uncertain: HashSet::new(), pointer: String::new() };
        let (value, _) = making.value(node);
        Instance { value, uncertain: making.uncertain }
    }
}

struct Making {
    null: Null,
    uncertain: HashSet<String>,
    /// Of the value that is being made.
    pointer: String,
}

impl Making {
    /// The value, and whether all of it is known. The depth of a tree is limited, and with it that of the calls.
    fn value(&mut self, node: Node<'_>) -> (Value, bool) {
        let mut is_known = node.is_complete();
        let value = match node.kind() {
            Kind::Boolean => Value::from(node.as_bool()),
            Kind::String => Value::from(node.as_str()),
            Kind::Number => node.as_number().map_or(Value::Null, |number| {
                // A number that is written as `80.0` is a whole one for a schema as well.
                number
                    .as_i64()
                    .map(Value::from)
                    .or_else(|| Number::from_f64(number.as_f64()).map(Value::Number))
                    .unwrap_or_else(|| {
                        is_known = false;
                        Value::Null
                    })
            }),
            Kind::Array => {
                let mut items = Vec::with_capacity(node.elements().len());
                for (index, element) in node.elements().enumerate() {
                    let (item, is_item_known) = self.below(element, &index.to_string());
                    is_known &= is_item_known;
                    items.push(item);
                }
                Value::Array(items)
            }
            Kind::Object => {
                let mut object = Map::new();
                let is_resource = self.pointer.is_empty() && node.tree().syntax().is_terraform();
                for member in node.members() {
                    if is_resource && BESIDE_A_SERVICE.contains(&member.name) {
                        continue;
                    }
                    if member.value.kind() == Kind::Null && self.null == Null::Absent && member.value.is_complete() {
                        continue;
                    }
                    let (value, is_member_known) = self.below(member.value, member.name);
                    is_known &= is_member_known;
                    // Of members that are given twice the first one counts, as everywhere here.
                    object.entry(member.name).or_insert(value);
                }
                Value::Object(object)
            }
            Kind::Null => Value::Null,
            Kind::DateTime | Kind::Unknown => {
                is_known = false;
                Value::Null
            }
        };
        if !is_known {
            self.uncertain.insert(self.pointer.clone());
        }
        (value, is_known)
    }

    fn below(&mut self, node: Node<'_>, token: &str) -> (Value, bool) {
        let length = self.pointer.len();
        pointer::push(&mut self.pointer, token);
        let made = self.value(node);
        self.pointer.truncate(length);
        made
    }
}
