//! What definitions use.

use std::collections::BTreeSet;

use crate::model::{Additional, DefinitionId, Model, Shape};

/// The definitions and all that they refer to, in the order of the schema.
pub(crate) fn reached(model: &Model, roots: &[DefinitionId]) -> Vec<DefinitionId> {
    let mut seen: BTreeSet<DefinitionId> = roots.iter().copied().collect();
    let mut left: Vec<&Shape> = roots.iter().map(|&id| &model.definition(id).shape).collect();
    while let Some(shape) = left.pop() {
        if let Some(id) = shape.reference.filter(|&id| seen.insert(id)) {
            left.push(&model.definition(id).shape);
        }
        left.extend(parts(shape));
    }
    seen.into_iter().collect()
}

/// All shapes of the definitions and of what they refer to, each once.
pub(crate) fn shapes<'m>(model: &'m Model, roots: &[DefinitionId]) -> Vec<&'m Shape> {
    let mut shapes: Vec<&Shape> = reached(model, roots).into_iter().map(|id| &model.definition(id).shape).collect();
    let mut next = 0;
    while let Some(&shape) = shapes.get(next) {
        shapes.extend(parts(shape));
        next += 1;
    }
    shapes
}

/// The definitions that a shape refers to, in the order of the schema.
pub(crate) fn references(shape: &Shape) -> Vec<DefinitionId> {
    let mut found = Vec::new();
    let mut left = vec![shape];
    while let Some(shape) = left.pop() {
        found.extend(shape.reference);
        left.extend(parts(shape).into_iter().rev());
    }
    found
}

/// The shapes that stand right in a shape.
fn parts(shape: &Shape) -> Vec<&Shape> {
    let object = &shape.object;
    let mut parts: Vec<&Shape> = object.members.iter().map(|member| &member.shape).collect();
    parts.extend(object.patterns.iter().map(|pattern| &pattern.shape));
    parts.extend(object.names.as_deref());
    if let Additional::Shape(other) = &object.additional {
        parts.push(other);
    }
    parts.extend(shape.array.items.as_deref());
    parts.extend(shape.union.iter().flat_map(|union| union.arms.iter().map(|arm| &arm.shape)));
    parts
}
