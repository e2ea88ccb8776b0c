//! A document that two arms take, as proof that they overlap.

use serde_json::{Map, Value, json};

use super::facts::View;
use crate::model::{Additional, Arm, Bound, Format, Kinds, Shape};

/// How deep a witness is built.
const DEPTH: usize = 12;

/// A document that both arms take.
pub(crate) fn find(view: View<'_>, left: &Arm, right: &Arm) -> Option<Value> {
    let candidates = Search { view }.documents(&[&left.shape, &right.shape], 0);
    candidates.into_iter().find(|document| view.takes(&left.shape, document) && view.takes(&right.shape, document))
}

struct Search<'m> {
    view: View<'m>,
}

impl<'m> Search<'m> {
    /// Documents that all shapes may take, the simplest first.
    fn documents(&self, shapes: &[&'m Shape], depth: usize) -> Vec<Value> {
        if depth >= DEPTH || !self.view.burn(1) {
            return Vec::new();
        }
        let resolved: Vec<(&'m Shape, bool)> = shapes.iter().map(|shape| self.view.resolve(shape)).collect();
        if resolved.iter().any(|(shape, _)| shape.union.is_some()) {
            return self.through_arms(&resolved, depth);
        }
        let shapes: Vec<&'m Shape> = resolved.iter().map(|(shape, _)| *shape).collect();
        let mut documents: Vec<Value> =
            shapes.iter().flat_map(|shape| shape.values.iter().flatten()).take(64).cloned().collect();
        let kinds = shapes.iter().fold(Kinds::ALL, |kinds, shape| kinds.intersection(shape.kinds));
        if resolved.iter().all(|(shape, nullable)| *nullable || shape.kinds.contains(Kinds::NULL)) {
            documents.push(Value::Null);
        }
        if kinds.contains(Kinds::OBJECT) {
            documents.extend(self.object(&shapes, depth));
        }
        if kinds.contains(Kinds::ARRAY) {
            documents.extend(self.array(&shapes, depth));
        }
        if kinds.contains(Kinds::STRING) {
            documents.extend(strings(&shapes));
        }
        if kinds.contains(Kinds::INTEGER) {
            documents.extend(numbers(&shapes));
        }
        if kinds.contains(Kinds::BOOLEAN) {
            documents.extend([json!(false), json!(true)]);
        }
        documents.retain(|document| shapes.iter().all(|shape| self.view.takes(shape, document) || document.is_null()));
        documents
    }

    /// The same where some of the shapes are unions: by their arms, one after the other.
    fn through_arms(&self, resolved: &[(&'m Shape, bool)], depth: usize) -> Vec<Value> {
        let Some(at) = resolved.iter().position(|(shape, _)| shape.union.is_some()) else { return Vec::new() };
        let mut shapes: Vec<&'m Shape> = resolved.iter().map(|(shape, _)| *shape).collect();
        let arms = shapes.get(at).and_then(|shape| shape.union.as_ref()).map_or([].as_slice(), |union| &union.arms);
        let mut documents = Vec::new();
        for arm in arms.iter().take(8) {
            if let Some(slot) = shapes.get_mut(at) {
                *slot = &arm.shape;
            }
            documents.extend(self.documents(&shapes, depth + 1).into_iter().take(1));
        }
        documents
    }

    /// An object with no more members than are required.
    fn object(&self, shapes: &[&'m Shape], depth: usize) -> Option<Value> {
        let mut map = Map::new();
        let required = |shape: &&'m Shape| {
            let members = shape.object.members.iter().filter(|member| member.required);
            members.map(|member| member.name.as_str()).collect::<Vec<&'m str>>()
        };
        for name in shapes.iter().flat_map(required) {
            if map.contains_key(name) {
                continue;
            }
            let mut inner = Vec::new();
            for shape in shapes {
                match shape.object.members.iter().find(|member| member.name == name) {
                    Some(member) => inner.push(&member.shape),
                    None => match &shape.object.additional {
                        Additional::Open => {}
                        Additional::Closed => return None,
                        Additional::Shape(shape) => inner.push(&**shape),
                    },
                }
            }
            map.insert(name.to_owned(), self.documents(&inner, depth + 1).into_iter().next()?);
        }
        Some(Value::Object(map))
    }

    /// An array with no more items than it needs.
    fn array(&self, shapes: &[&'m Shape], depth: usize) -> Option<Value> {
        let least = shapes.iter().filter_map(|shape| shape.array.min_items).max().unwrap_or(0);
        let count = usize::try_from(least).ok().filter(|count| *count <= 16)?;
        if count == 0 {
            return Some(json!([]));
        }
        let inner: Vec<&'m Shape> = shapes.iter().filter_map(|shape| shape.array.items.as_deref()).collect();
        let item = self.documents(&inner, depth + 1).into_iter().next()?;
        Some(Value::Array(vec![item; count]))
    }
}

/// Strings that are worth a try.
fn strings(shapes: &[&Shape]) -> Vec<Value> {
    let mut texts = vec![String::new(), "a".to_owned(), "A".to_owned(), "0".to_owned()];
    for shape in shapes {
        let examples = shape.documentation.examples.iter().chain(&shape.documentation.default).take(8);
        texts.extend(examples.filter_map(Value::as_str).map(str::to_owned));
        if let Some(length) =
            shape.string.min_length.and_then(|length| usize::try_from(length).ok()).filter(|&length| length < 300)
        {
            texts.extend(["a", "0"].map(|letter| letter.repeat(length)));
        }
        texts.extend(shape.string.format.map(|format| match format {
            Format::DateTime => "2024-01-15T09:30:00Z".to_owned(),
            Format::Hostname => "example.com".to_owned(),
            Format::Ipv4 => "10.0.0.1".to_owned(),
            Format::Ipv6 => "::1".to_owned(),
            Format::Uuid => "550e8400-e29b-41d4-a716-446655440000".to_owned(),
        }));
    }
    texts.into_iter().map(Value::String).collect()
}

/// Numbers that are worth a try: zero, and those at the bounds.
fn numbers(shapes: &[&Shape]) -> Vec<Value> {
    let mut numbers = vec![json!(0)];
    let bounds = |shape: &&Shape| [shape.number.minimum.clone(), shape.number.maximum.clone()];
    for Bound { value, .. } in shapes.iter().flat_map(bounds).flatten() {
        if let Some(integer) = value.as_i64() {
            numbers.extend([0, 1, -1].map(|step| json!(integer.saturating_add(step))));
        } else if let Some(float) = value.as_f64() {
            numbers.extend([json!(float), json!(float.floor()), json!(float.ceil())]);
        }
    }
    numbers
}
