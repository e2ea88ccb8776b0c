//! Unions: from shapes to types.

use serde_json::Value;

use super::docs;
use super::item::{Arm, By, Choice, ItemKind, Literal};
use super::lower::{Context, Lowering, Made, noun};
use super::names::{Namer, spaced};
use super::shapes::{effective_kinds, literal};
use crate::model::{Dispatch, Kinds, Shape, Union};

impl Lowering<'_> {
    /// What a shape with arms becomes.
    pub(super) fn choice(&mut self, shape: &Shape, context: &Context) -> Made {
        let Some(union) = &shape.union else { return Made::Never };
        let mut namer = Namer::without(&[]);
        let mut arms = Vec::new();
        let mut kept = Vec::new();
        for (index, arm) in union.arms.iter().enumerate() {
            let kinds = effective_kinds(self.model, &arm.shape, 0);
            let kinds = kinds.intersection(shape.kinds.union(Kinds::NULL)).difference(Kinds::NULL);
            // Null is a matter of whoever uses this type.
            if kinds.is_empty() {
                continue;
            }
            let Some(type_) = self.type_of(&arm.shape, &context.part(&arm.name)) else { continue };
            let target = self.model.resolve(&arm.shape);
            let name = namer.name(&arm.name, "");
            let documentation = docs::lines(
                &arm.shape.documentation,
                Some(&target.documentation),
                &arm.shape.place,
                &noun(&target.documentation, &spaced(&name)),
            );
            arms.push(Arm { name, type_, boxed: false, documentation, kinds });
            kept.push(index);
        }
        if arms.is_empty() {
            return Made::Never;
        }
        if let [arm] = arms.as_slice() {
            return Made::Plain(arm.type_.clone());
        }
        let by = self.dispatch(shape, union, &kept);
        Made::Item(ItemKind::Choice(Choice { arms, by }))
    }

    fn dispatch(&mut self, shape: &Shape, union: &Union, kept: &[usize]) -> By {
        match &union.dispatch {
            Dispatch::Kind => By::Kind,
            Dispatch::Tag { member, values } => {
                let values = kept.iter().filter_map(|&index| values.get(index));
                let values: Vec<_> =
                    values.map(|values| values.as_ref().map(|values| self.tags(shape, values))).collect();
                By::Tag { member: member.clone(), values }
            }
            Dispatch::Members { selectors, patterns, null_is_absent } => By::Members {
                selectors: selectors.clone(),
                patterns: kept.iter().filter_map(|&index| patterns.get(index)).cloned().collect(),
                null_is_absent: *null_is_absent,
            },
        }
    }

    fn tags(&mut self, shape: &Shape, values: &[Value]) -> Vec<Literal> {
        let literals: Vec<Literal> = values.iter().filter_map(literal).collect();
        if literals.len() != values.len() {
            let message = "the arms are told apart by a value that is no string, integer or boolean";
            self.refuse(&shape.place, message, "tell them apart by a string");
        }
        literals
    }

    /// The type of a shape that takes several JSON types without arms.
    pub(super) fn split(&mut self, shape: &Shape, groups: &[Kinds], context: &Context) -> Made {
        let mut arms = Vec::new();
        for &group in groups {
            let name = match group {
                Kinds::BOOLEAN => "Boolean",
                Kinds::NUMBER if shape.kinds.contains(Kinds::FRACTION) => "Number",
                Kinds::NUMBER => "Integer",
                Kinds::STRING => "Text",
                Kinds::ARRAY => "List",
                _ => "Object",
            };
            let mut part = shape.clone();
            part.kinds = shape.kinds.intersection(group);
            part.nullable = false;
            part.documentation.title = None;
            let of_group = |value: &Value| match value {
                Value::Null => false,
                Value::Bool(_) => group == Kinds::BOOLEAN,
                Value::Number(_) => group == Kinds::NUMBER,
                Value::String(_) => group == Kinds::STRING,
                Value::Array(_) => group == Kinds::ARRAY,
                Value::Object(_) => group == Kinds::OBJECT,
            };
            part.values =
                shape.values.as_ref().map(|values| values.iter().filter(|value| of_group(value)).cloned().collect());
            part.excluded = shape.excluded.iter().filter(|value| of_group(value)).cloned().collect();
            let context = Context { is_made_up: true, noun: context.noun.clone(), ..context.part(name) };
            let Some(type_) = self.type_of(&part, &context) else { continue };
            let documentation = vec![docs::sentence(match group {
                Kinds::BOOLEAN => "a boolean",
                Kinds::NUMBER => "a number",
                Kinds::STRING => "a string",
                Kinds::ARRAY => "an array",
                _ => "an object",
            })];
            arms.push(Arm { name: name.to_owned(), type_, boxed: false, documentation, kinds: part.kinds });
        }
        Made::Item(ItemKind::Choice(Choice { arms, by: By::Kind }))
    }
}
