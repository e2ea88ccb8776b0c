//! Documents that are right.

use serde_json::Value;

use super::page::Text;
use crate::{
    export::json::Json,
    model::{Kinds, Model, Shape},
};

/// How many examples are shown of one definition.
const SHOWN: usize = 8;

/// How deep alternatives are looked for.
const DEPTH: usize = 8;

/// Examples as JSON, each with what it shows.
pub(super) fn examples(model: &Model, shape: &Shape) -> Vec<(Text, String)> {
    let all = if shape.kinds.contains(Kinds::OBJECT) { variants(model, shape, DEPTH) } else { own(shape) };
    all.into_iter().take(SHOWN).map(|(what, value)| (Text::prose(&what), Json::from(&value).document())).collect()
}

/// Those that the schema gives.
fn own(shape: &Shape) -> Vec<(String, Value)> {
    let title = shape.documentation.title.clone().unwrap_or_default();
    shape.documentation.examples.iter().map(|example| (title.clone(), example.clone())).collect()
}

/// Those that the schema gives, and for each alternative of a member the same with an example of that alternative.
fn variants(model: &Model, shape: &Shape, depth: usize) -> Vec<(String, Value)> {
    let shape = model.resolve(shape);
    let Some(depth) = depth.checked_sub(1) else { return Vec::new() };
    if let Some(union) = &shape.union {
        let of_arms: Vec<_> =
            union.arms.iter().flat_map(|arm| variants(model, &arm.shape, depth)).take(SHOWN).collect();
        return if of_arms.is_empty() { own(shape) } else { of_arms };
    }
    let own = own(shape);
    let Some((title, Value::Object(first))) = own.first() else { return own };
    for member in &shape.object.members {
        let part = model.resolve(&member.shape);
        let (Some(_), true) = (&part.union, first.contains_key(&member.name)) else { continue };
        let alternatives = variants(model, part, depth);
        if alternatives.len() > 1 {
            let with = |(what, value): (String, Value)| {
                let mut example = first.clone();
                example.insert(member.name.clone(), value);
                (format!("{title}, {what}"), Value::Object(example))
            };
            return alternatives.into_iter().map(with).collect();
        }
    }
    own
}
