//! What is known of shapes while unions are being decided.

use std::cell::Cell;

use serde_json::Value;

use crate::model::{Additional, Definition, DefinitionId, Kinds, Member, Shape};

/// The definitions, and the unions that are decided so far.
#[derive(Clone, Copy, Debug)]
pub(crate) struct View<'m> {
    pub(crate) definitions: &'m [Definition],
    pub(crate) decided: &'m [Option<Shape>],
    /// How many steps are left for what could take long.
    pub(crate) fuel: &'m Cell<usize>,
}

/// Which values a shape takes, at most.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'m> {
    /// The types, with null.
    pub(crate) kinds: Kinds,
    /// The values that are listed, without null.
    pub(crate) values: Option<&'m [Value]>,
    /// Values that are not taken.
    pub(crate) excluded: &'m [Value],
}

impl Facts<'_> {
    /// Whether the value may be taken.
    pub(crate) fn may_take(&self, value: &Value) -> bool {
        let is_listed = || self.values.is_none_or(|values| value.is_null() || values.contains(value));
        self.kinds.contains(Kinds::of(value)) && !self.excluded.contains(value) && is_listed()
    }
}

/// What an object has to have in a member.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Presence {
    /// It has to be there, and is not null.
    Required,
    /// It has to be there, and may be null.
    RequiredOrNull,
    /// It may not be there.
    Forbidden,
    /// It may be null, and nothing else.
    NullOnly,
    /// It may be there or not.
    Optional,
}

impl<'m> View<'m> {
    /// Takes steps off the fuel. It is false where there are not so many left.
    pub(crate) fn burn(&self, steps: usize) -> bool {
        let left = self.fuel.get().checked_sub(steps);
        self.fuel.set(left.unwrap_or(0));
        left.is_some()
    }

    fn definition(&self, id: DefinitionId) -> Option<&'m Shape> {
        self.definitions.get(id.0).map(|definition| &definition.shape)
    }

    /// What a shape stands for: through references and unions that are decided, with whether null is taken on the way.
    pub(crate) fn resolve(&self, shape: &'m Shape) -> (&'m Shape, bool) {
        let mut shape = shape;
        let mut nullable = shape.nullable;
        loop {
            let decided = shape.draft.and_then(|index| self.decided.get(index)?.as_ref());
            let next = decided.or_else(|| self.definition(shape.reference?));
            let Some(next) = next else { return (shape, nullable) };
            shape = next;
            nullable |= shape.nullable;
        }
    }

    /// What a shape takes, at most.
    pub(crate) fn facts(&self, shape: &'m Shape) -> Facts<'m> {
        let (shape, nullable) = self.resolve(shape);
        let null = if nullable { Kinds::NULL } else { Kinds::NONE };
        Facts { kinds: shape.kinds.union(null), values: shape.values.as_deref(), excluded: &shape.excluded }
    }

    /// What `object`, which is resolved, has to have in a member that it may list, or whose name matches patterns of these
    /// shapes.
    pub(crate) fn presence(
        &self,
        object: &'m Shape,
        member: Option<&'m Member>,
        matching: &mut dyn Iterator<Item = &'m Shape>,
    ) -> Presence {
        let Some(member) = member else {
            if let Some(shape) = matching.next() {
                return if matching.next().is_some() { Presence::Optional } else { self.optional(shape) };
            }
            return match &object.object.additional {
                Additional::Open => Presence::Optional,
                Additional::Closed => Presence::Forbidden,
                Additional::Shape(shape) => self.optional(shape),
            };
        };
        if !member.required {
            return self.optional(&member.shape);
        }
        if self.facts(&member.shape).kinds.contains(Kinds::NULL) {
            Presence::RequiredOrNull
        } else {
            Presence::Required
        }
    }

    fn optional(&self, shape: &'m Shape) -> Presence {
        match self.facts(shape).kinds {
            Kinds::NONE => Presence::Forbidden,
            Kinds::NULL => Presence::NullOnly,
            _ => Presence::Optional,
        }
    }
}
