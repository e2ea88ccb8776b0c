//! Questions to shapes.

use serde_json::Value;

use super::item::Literal;
use crate::model::{Additional, Bound, Kinds, Model, Shape};

/// Whether the shape takes every value.
pub(super) fn is_any(shape: &Shape) -> bool {
    shape.kinds == Kinds::ALL
        && shape.values.is_none()
        && shape.excluded.is_empty()
        && shape.union.is_none()
        && has_no_rules(shape)
}

/// Whether the shape has no rules for values of one type.
pub(super) fn has_no_rules(shape: &Shape) -> bool {
    let string = &shape.string;
    shape.number.minimum.is_none()
        && shape.number.maximum.is_none()
        && string.min_length.unwrap_or(0) == 0
        && string.max_length.is_none()
        && string.patterns.is_empty()
        && string.format.is_none()
        && shape.array.items.is_none()
        && shape.array.min_items.unwrap_or(0) == 0
        && shape.array.max_items.is_none()
        && !shape.array.unique
        && shape.number.multiples.is_empty()
        && string.choices.is_empty()
        && string.hand_written.is_empty()
        && shape.object.patterns.is_empty()
        && shape.object.names.is_none()
        && shape.object.min_members.is_none()
        && shape.object.max_members.is_none()
        && shape.object.members.is_empty()
        && matches!(shape.object.additional, Additional::Open)
}

/// Whether null is one of the values that the shape takes.
pub(super) fn takes_null(model: &Model, shape: &Shape) -> bool {
    effective_kinds(model, shape, 0).contains(Kinds::NULL)
}

/// The types of the values that a shape takes, its arms considered.
pub(super) fn effective_kinds(model: &Model, shape: &Shape, depth: usize) -> Kinds {
    let mut shape = shape;
    let mut nullable = shape.nullable;
    while let Some(id) = shape.reference {
        shape = &model.definition(id).shape;
        nullable |= shape.nullable;
    }
    let mut kinds = shape.kinds;
    if let Some(values) = &shape.values {
        let listed = values.iter().fold(Kinds::NONE, |kinds, value| kinds.union(kind(value)));
        kinds = kinds.intersection(listed);
    }
    if shape.excluded.contains(&Value::Null) {
        kinds = kinds.difference(Kinds::NULL);
    }
    // Arms within arms come from the schema as it is written, or from references: beyond this depth any type is assumed.
    if let Some(union) = shape.union.as_ref().filter(|_| depth < 32) {
        let arms = union
            .arms
            .iter()
            .fold(Kinds::NONE, |kinds, arm| kinds.union(effective_kinds(model, &arm.shape, depth + 1)));
        kinds = kinds.intersection(arms);
    }
    if nullable { kinds.union(Kinds::NULL) } else { kinds }
}

fn kind(value: &Value) -> Kinds {
    match value {
        Value::Null => Kinds::NULL,
        Value::Bool(_) => Kinds::BOOLEAN,
        Value::Number(number) => {
            if whole(number).is_some() {
                Kinds::INTEGER
            } else {
                Kinds::FRACTION
            }
        }
        Value::String(_) => Kinds::STRING,
        Value::Array(_) => Kinds::ARRAY,
        Value::Object(_) => Kinds::OBJECT,
    }
}

/// A value of a schema as one that can be listed in code.
pub(super) fn literal(value: &Value) -> Option<Literal> {
    match value {
        Value::Bool(value) => Some(Literal::Boolean(*value)),
        Value::Number(number) => whole(number).map(Literal::Integer),
        Value::String(text) => Some(Literal::Text(text.clone())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// A number as an integer, if it is one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "compared after the way there and back"
)]
pub(super) fn whole(number: &serde_json::Number) -> Option<i128> {
    if let Some(number) = number.as_i64() {
        return Some(number.into());
    }
    if let Some(number) = number.as_u64() {
        return Some(number.into());
    }
    let number = number.as_f64()?;
    let integer = number as i128;
    ((integer as f64).to_bits() == (number + 0.0).to_bits()).then_some(integer)
}

/// The smallest integer that a lower bound lets pass.
pub(super) fn least(bound: &Bound) -> i128 {
    match whole(&bound.value) {
        Some(number) => number.saturating_add(i128::from(bound.exclusive)),
        None => rounded(bound, f64::ceil),
    }
}

/// The greatest integer that an upper bound lets pass.
pub(super) fn most(bound: &Bound) -> i128 {
    match whole(&bound.value) {
        Some(number) => number.saturating_sub(i128::from(bound.exclusive)),
        None => rounded(bound, f64::floor),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "beyond i128 there is no type to hold a number anyway")]
fn rounded(bound: &Bound, round: fn(f64) -> f64) -> i128 {
    round(bound.value.as_f64().unwrap_or(0.0)) as i128
}
