//! Types of Terraform.

use super::literal::is_identifier;
use crate::export::Export;
use crate::model::{Additional, DefinitionId, Dispatch, Documentation, Kinds, Member, Model, Shape, Union};

/// What a variable is converted to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Type {
    /// It stays as it is.
    Any,
    /// It has to be absent or null.
    Nothing,
    String,
    Number,
    Bool,
    List(Box<Type>),
    Map(Box<Type>),
    Object(Vec<Attribute>),
}

/// An attribute of an object.
#[derive(Clone, Debug)]
pub(super) struct Attribute {
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) kind: Type,
    pub(super) documentation: Documentation,
}

impl PartialEq for Attribute {
    fn eq(&self, other: &Attribute) -> bool {
        (&self.name, self.required, &self.kind) == (&other.name, other.required, &other.kind)
    }
}

impl Type {
    /// Whether some of it stays as it is: then the items of a list would have to be alike.
    fn has_any(&self) -> bool {
        match self {
            Type::Any | Type::Nothing => true,
            Type::List(item) | Type::Map(item) => item.has_any(),
            Type::Object(attributes) => attributes.iter().any(|attribute| attribute.kind.has_any()),
            _ => false,
        }
    }

    /// What the attribute of that name is converted to.
    pub(super) fn attribute(&self, name: &str) -> &Type {
        match self {
            Type::Object(attributes) => {
                attributes.iter().find(|attribute| attribute.name == name).map_or(&Type::Any, |found| &found.kind)
            }
            _ => &Type::Any,
        }
    }

    /// What the items are converted to.
    pub(super) fn item(&self) -> &Type {
        match self {
            Type::List(item) | Type::Map(item) => item,
            _ => &Type::Any,
        }
    }
}

/// Writes types.
pub(super) struct Types<'e> {
    pub(super) export: &'e Export<'e>,
    /// The definitions that are being looked into: what leads back to one of them stays as it is.
    stack: Vec<DefinitionId>,
    /// How many shapes may still be looked at.
    fuel: usize,
}

impl<'e> Types<'e> {
    pub(super) fn new(export: &'e Export<'e>, fuel: usize) -> Types<'e> {
        Types { export, stack: Vec::new(), fuel }
    }

    /// The type that takes all that the shape takes.
    pub(super) fn of(&mut self, shape: &Shape) -> Type {
        let model: &'e Model = self.export.model;
        if let Some(id) = shape.reference {
            if self.stack.contains(&id) {
                return Type::Any;
            }
            self.stack.push(id);
            let found = self.of(&model.definition(id).shape);
            self.stack.pop();
            return found;
        }
        match self.fuel.checked_sub(1) {
            Some(fuel) => self.fuel = fuel,
            None => return Type::Any,
        }
        if let Some(union) = &shape.union {
            return self.union(union);
        }
        match shape.kinds.difference(Kinds::NULL) {
            Kinds::NONE => Type::Nothing,
            Kinds::STRING => Type::String,
            Kinds::BOOLEAN => Type::Bool,
            kinds if Kinds::NUMBER.contains(kinds) => Type::Number,
            _ if shape.values.is_some() => Type::Any,
            Kinds::ARRAY => match shape.array.items.as_deref().map(|items| self.of(items)) {
                Some(item) if !item.has_any() => Type::List(Box::new(item)),
                _ => Type::Any,
            },
            Kinds::OBJECT => self.object(shape),
            _ => Type::Any,
        }
    }

    fn object(&mut self, shape: &Shape) -> Type {
        let rules = &shape.object;
        let counts = rules.min_members.is_some() || rules.max_members.is_some();
        if !rules.patterns.is_empty() {
            return Type::Any;
        }
        if let (Additional::Shape(other), true) = (&rules.additional, rules.members.is_empty()) {
            let item = self.of(other);
            return if item.has_any() { Type::Any } else { Type::Map(Box::new(item)) };
        }
        // Attributes that are not listed are dropped before they can be seen.
        let is_plain = !rules.members.is_empty()
            && !counts
            && rules.names.is_none()
            && matches!(rules.additional, Additional::Open | Additional::Closed)
            && !self.export.closes(shape);
        if !is_plain || rules.members.iter().any(|member| !is_identifier(&member.name)) {
            return Type::Any;
        }
        Type::Object(rules.members.iter().map(|member| self.attribute(member)).collect())
    }

    fn attribute(&mut self, member: &Member) -> Attribute {
        let model = self.export.model;
        let own = &member.shape.documentation;
        let documentation =
            if own.description.is_some() { own.clone() } else { model.resolve(&member.shape).documentation.clone() };
        Attribute { name: member.name.clone(), required: member.required, kind: self.of(&member.shape), documentation }
    }

    fn union(&mut self, union: &Union) -> Type {
        let arms: Vec<Type> = union.arms.iter().map(|arm| self.of(&arm.shape)).collect();
        if matches!(union.dispatch, Dispatch::Kind) {
            let first = arms.first().cloned().unwrap_or(Type::Any);
            return if arms.iter().all(|arm| *arm == first) { first } else { Type::Any };
        }
        let count = arms.len();
        let mut merged: Vec<(Attribute, usize)> = Vec::new();
        for arm in arms {
            let Type::Object(attributes) = arm else { return Type::Any };
            for attribute in attributes {
                match merged.iter_mut().find(|(other, _)| other.name == attribute.name) {
                    None => merged.push((attribute, 1)),
                    Some((other, arms)) => {
                        *arms += 1;
                        let is_said = other.kind != Type::Nothing && attribute.kind != Type::Nothing;
                        if is_said && other.documentation.description != attribute.documentation.description {
                            other.documentation.description = None;
                        }
                        other.required &= attribute.required;
                        // Where it has to be absent, its type says nothing.
                        if other.kind == Type::Nothing {
                            other.kind = attribute.kind;
                            other.documentation = attribute.documentation;
                        } else if attribute.kind != Type::Nothing && attribute.kind != other.kind {
                            other.kind = Type::Any;
                        }
                    }
                }
            }
        }
        let attribute = |(attribute, arms): (Attribute, usize)| Attribute {
            required: attribute.required && arms == count,
            ..attribute
        };
        Type::Object(merged.into_iter().map(attribute).collect())
    }
}
