//! Which types there are, and what their fields hold.

use std::{
    cell::Cell,
    collections::{BTreeMap, VecDeque},
};

use serde_json::Value;

use super::names::{Names, exported};
use crate::{
    export::{Export, reached},
    model::{Additional, DefinitionId, Documentation, Kinds, Model, Shape},
    pass::View,
};

/// Names of types that are in every package.
const TAKEN: [&str; 2] = ["ValidationError", "ValidationErrors"];
/// Names that no field can have: those of the methods.
const METHODS: [&str; 3] = ["MarshalJSON", "UnmarshalJSON", "Validate"];

/// A type with a name.
#[derive(Debug)]
pub(super) struct Item<'e> {
    pub(super) name: String,
    pub(super) shape: &'e Shape,
    pub(super) what: What<'e>,
}

/// What a type with a name is.
#[derive(Debug)]
pub(super) enum What<'e> {
    /// Another name of a type.
    Alias(Type),
    Struct(Struct<'e>),
    /// Alternatives of which one field is set.
    Union(Vec<Alternative>),
    /// A string, a number or a boolean, with the values that are listed.
    Scalar(Type, Vec<Known>),
    /// A list, a map, or any JSON.
    Collection(Type),
}

/// A value that is listed: its name, itself, and what it means.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) meaning: Option<String>,
}

#[derive(Debug, Default)]
pub(super) struct Struct<'e> {
    pub(super) members: Vec<Member<'e>>,
    /// The field for members that are not listed, and what they hold.
    pub(super) others: Option<(String, Type)>,
    /// The field for a value that is no object.
    pub(super) no_object: Option<String>,
}

/// A member of an object that may be there.
#[derive(Debug)]
pub(super) struct Member<'e> {
    pub(super) name: &'e str,
    pub(super) shape: &'e Shape,
    pub(super) held: Held,
}

/// How a member is held.
#[derive(Debug)]
pub(super) enum Held {
    /// In no field: it is always this.
    Always(Value),
    /// In a field.
    Field(Field),
}

#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) type_: Type,
    pub(super) absence: Absence,
    /// Whether a member that is not there is written as null.
    pub(super) null: bool,
}

/// What the field holds where the member is absent or null.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Absence {
    /// The member is there, and not null.
    Never,
    /// The zero value of a type that has no nil.
    Zero,
    /// Nil; the type is a pointer, a list, a map or any JSON.
    Nil,
}

/// One of several fields of which one is set.
#[derive(Debug)]
pub(super) struct Alternative {
    pub(super) field: String,
    pub(super) type_: Type,
    pub(super) documentation: Documentation,
    /// The JSON types that it is for, where that is how it is found.
    pub(super) kinds: Option<Kinds>,
}

/// A type of Go.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Type {
    String,
    Int,
    Float,
    Bool,
    Raw,
    List(Box<Type>),
    Map(Box<Type>),
    Pointer(Box<Type>),
    Named(String, Class),
}

/// What a type with a name is made of.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Class {
    Struct,
    Text,
    Number,
    Boolean,
    /// It has a nil.
    Nilable,
}

impl Type {
    fn is_struct(&self) -> bool {
        matches!(self, Type::Named(_, Class::Struct))
    }

    pub(super) fn has_nil(&self) -> bool {
        matches!(self, Type::Raw | Type::List(_) | Type::Map(_) | Type::Pointer(_) | Type::Named(_, Class::Nilable))
    }

    /// The zero value of a type that has no nil, as it is written.
    pub(super) fn zero(&self) -> &'static str {
        match self {
            Type::String | Type::Named(_, Class::Text) => "\"\"",
            Type::Bool | Type::Named(_, Class::Boolean) => "false",
            _ => "0",
        }
    }

    fn zero_value(&self) -> Value {
        match self {
            Type::String | Type::Named(_, Class::Text) => Value::from(""),
            Type::Bool | Type::Named(_, Class::Boolean) => Value::from(false),
            _ => Value::from(0),
        }
    }

    /// As it is written in Go.
    pub(super) fn go(&self) -> String {
        match self {
            Type::String => "string".to_owned(),
            Type::Int => "int64".to_owned(),
            Type::Float => "float64".to_owned(),
            Type::Bool => "bool".to_owned(),
            Type::Raw => "json.RawMessage".to_owned(),
            Type::List(item) => format!("[]{}", item.go()),
            Type::Map(value) => format!("map[string]{}", value.go()),
            Type::Pointer(to) => format!("*{}", to.go()),
            Type::Named(name, _) => name.clone(),
        }
    }
}

/// All types, in the order in which they are written, and the names of definitions.
pub(super) struct Plan<'e> {
    pub(super) items: Vec<Item<'e>>,
    pub(super) definitions: BTreeMap<DefinitionId, String>,
}

impl<'e> Plan<'e> {
    pub(super) fn new(export: &'e Export<'e>) -> Plan<'e> {
        let model = export.model;
        let mut names = Names::without(&TAKEN);
        let ids = reached(model, &export.roots);
        let definitions =
            ids.iter().map(|&id| (id, names.unique(&exported(&model.definition(id).name, "Type")))).collect();
        let mut planner = Planner { export, model, names, definitions, queue: VecDeque::new() };
        let mut items = Vec::new();
        for id in ids {
            let name = planner.definitions.get(&id).cloned().unwrap_or_default();
            let shape = &model.definition(id).shape;
            items.push(planner.item(name, shape, Sort::of(shape)));
            while let Some((name, shape, sort)) = planner.queue.pop_front() {
                items.push(planner.item(name, shape, sort));
            }
        }
        break_cycles(&mut items);
        Plan { items, definitions: planner.definitions }
    }
}

struct Planner<'e> {
    export: &'e Export<'e>,
    model: &'e Model,
    names: Names,
    definitions: BTreeMap<DefinitionId, String>,
    queue: VecDeque<(String, &'e Shape, Sort)>,
}

/// What a shape is in Go, before it has a name.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Text,
    Integer,
    Number,
    Boolean,
    List,
    Map,
    Struct,
    Union,
    Kinds,
    Any,
}

impl Sort {
    fn class(self) -> Class {
        match self {
            Sort::Text => Class::Text,
            Sort::Integer | Sort::Number => Class::Number,
            Sort::Boolean => Class::Boolean,
            Sort::Struct | Sort::Union | Sort::Kinds => Class::Struct,
            Sort::List | Sort::Map | Sort::Any => Class::Nilable,
        }
    }

    fn of(shape: &Shape) -> Sort {
        if shape.union.is_some() {
            return Sort::Union;
        }
        if let Some(values) = &shape.values {
            let all = |is: fn(&Value) -> bool| !values.is_empty() && values.iter().all(is);
            return if all(Value::is_string) {
                Sort::Text
            } else if all(Value::is_i64) {
                Sort::Integer
            } else if all(Value::is_boolean) {
                Sort::Boolean
            } else {
                Sort::Any
            };
        }
        let object = &shape.object;
        let has_members = !object.members.is_empty()
            || !object.patterns.is_empty()
            || matches!(object.additional, Additional::Shape(_));
        match shape.kinds.difference(Kinds::NULL) {
            Kinds::STRING => Sort::Text,
            Kinds::INTEGER => Sort::Integer,
            Kinds::NUMBER | Kinds::FRACTION => Sort::Number,
            Kinds::BOOLEAN => Sort::Boolean,
            Kinds::ARRAY => Sort::List,
            Kinds::OBJECT if object.members.is_empty() => Sort::Map,
            Kinds::OBJECT => Sort::Struct,
            Kinds::NONE => Sort::Any,
            _ if shape.kinds == Kinds::ALL && has_members && shape.array.items.is_none() => Sort::Struct,
            _ if shape.kinds == Kinds::ALL => Sort::Any,
            _ => Sort::Kinds,
        }
    }
}

impl<'e> Planner<'e> {
    fn item(&mut self, name: String, shape: &'e Shape, sort: Sort) -> Item<'e> {
        let what = if shape.reference.is_some() {
            What::Alias(self.type_of("", shape))
        } else {
            match sort {
                Sort::Struct => What::Struct(self.structure(&name, shape)),
                Sort::Union => What::Union(self.arms(&name, shape)),
                Sort::Kinds => What::Union(self.by_kind(&name, shape)),
                sort @ (Sort::List | Sort::Map | Sort::Any) => What::Collection(self.bare(&name, shape, sort)),
                sort => {
                    let known = self.known(&name, shape);
                    What::Scalar(self.bare(&name, shape, sort), known)
                }
            }
        };
        Item { name, shape, what }
    }

    /// The type of a shape where it is used, without what it is where it is absent or null.
    fn type_of(&mut self, name: &str, shape: &'e Shape) -> Type {
        if let Some(id) = shape.reference {
            let resolved = self.model.resolve(shape);
            // A name for a name is the type that it stands for.
            let mut target = id;
            while let Some(next) = self.model.definition(target).shape.reference {
                target = next;
            }
            let name = self.definitions.get(&target).cloned().unwrap_or_default();
            return Type::Named(name, Sort::of(resolved).class());
        }
        let sort = Sort::of(shape);
        let is_listed = shape.values.as_ref().is_some_and(|values| values.len() > 1) && sort == Sort::Text;
        if sort.class() == Class::Struct || is_listed || !shape.annotations.open.is_empty() {
            let name = self.names.unique(name);
            self.queue.push_back((name.clone(), shape, sort));
            return Type::Named(name, sort.class());
        }
        self.bare(name, shape, sort)
    }

    /// The type of a shape that is made of other types. `name` is how their names begin.
    fn bare(&mut self, name: &str, shape: &'e Shape, sort: Sort) -> Type {
        match sort {
            Sort::Text => Type::String,
            Sort::Integer => Type::Int,
            Sort::Number => Type::Float,
            Sort::Boolean => Type::Bool,
            Sort::List => Type::List(Box::new(match &shape.array.items {
                Some(items) => self.element(&format!("{name}Item"), items),
                None => Type::Raw,
            })),
            Sort::Map => Type::Map(Box::new(match &shape.object.additional {
                Additional::Shape(others) if shape.object.patterns.is_empty() => {
                    self.element(&format!("{name}Value"), others)
                }
                _ => Type::Raw,
            })),
            Sort::Any | Sort::Struct | Sort::Union | Sort::Kinds => Type::Raw,
        }
    }

    /// The type of what is in a list or a map, where null is nil.
    fn element(&mut self, name: &str, shape: &'e Shape) -> Type {
        let type_ = self.type_of(name, shape);
        // A struct for any value holds null as one that is no object.
        let holds_null = type_.has_nil() || (type_.is_struct() && self.model.resolve(shape).kinds == Kinds::ALL);
        if self.model.takes_null(shape) && !holds_null { Type::Pointer(Box::new(type_)) } else { type_ }
    }

    fn known(&mut self, name: &str, shape: &'e Shape) -> Vec<Known> {
        let values: Vec<Value> = match &shape.values {
            Some(values) => values.iter().filter(|value| value.is_string()).cloned().collect(),
            None => shape.annotations.open.iter().map(|value| Value::from(value.as_str())).collect(),
        };
        let meanings = &shape.documentation.values;
        values
            .into_iter()
            .map(|value| {
                let text = value.as_str().unwrap_or_default();
                let meaning = meanings.iter().find(|(known, _)| known == text).map(|(_, meaning)| meaning.clone());
                let suffix = exported(text, "");
                let suffix = if suffix.is_empty() { "Empty" } else { &suffix };
                Known { name: self.names.unique(&format!("{name}{suffix}")), value, meaning }
            })
            .collect()
    }

    fn structure(&mut self, name: &str, shape: &'e Shape) -> Struct<'e> {
        let mut fields = Names::without(&METHODS);
        let object = &shape.object;
        let mut members = Vec::new();
        for member in &object.members {
            let Some(held) = self.held(name, member, &mut fields) else { continue };
            members.push(Member { name: &member.name, shape: &member.shape, held });
        }
        let is_closed = matches!(object.additional, Additional::Closed) || self.export.closes(shape);
        let others = match &object.additional {
            _ if !object.patterns.is_empty() => Some(Type::Raw),
            Additional::Shape(others) => Some(self.element(&format!("{name}Value"), others)),
            // What is dropped would not be counted.
            _ if object.min_members.is_some() && !is_closed => Some(Type::Raw),
            _ => None,
        };
        let others = others.map(|type_| (fields.unique("AdditionalProperties"), type_));
        let no_object = (shape.kinds == Kinds::ALL).then(|| fields.unique("NoObject"));
        Struct { members, others, no_object }
    }

    /// How a member is held; not at all where nothing but null may be there.
    fn held(&mut self, owner: &str, member: &'e crate::model::Member, fields: &mut Names) -> Option<Held> {
        let resolved = self.model.resolve(&member.shape);
        let nullable = self.model.takes_null(&member.shape);
        if resolved.union.is_none() && resolved.kinds.difference(Kinds::NULL).is_empty() {
            return (nullable && member.required).then_some(Held::Always(Value::Null));
        }
        match resolved.values.as_deref() {
            Some([one]) if member.required && !nullable && !one.is_array() && !one.is_object() => {
                return Some(Held::Always(one.clone()));
            }
            _ => {}
        }
        let name = exported(&member.name, "Field");
        let type_ = self.type_of(&format!("{owner}{name}"), &member.shape);
        let may_be_absent = nullable || !member.required;
        let (type_, absence) = if !may_be_absent {
            (type_, Absence::Never)
        } else if type_.has_nil() {
            (type_, Absence::Nil)
        } else if !type_.is_struct() && self.refuses_zero(resolved, &type_) {
            (type_, Absence::Zero)
        } else {
            (Type::Pointer(Box::new(type_)), Absence::Nil)
        };
        Some(Held::Field(Field { name: fields.unique(&name), type_, absence, null: member.required && nullable }))
    }

    /// Whether the zero value of the type is none that the shape takes, so that it can stand for an absent member.
    fn refuses_zero(&self, shape: &Shape, type_: &Type) -> bool {
        const STEPS: usize = 10_000;
        let fuel = Cell::new(STEPS);
        let view = View { definitions: &self.model.definitions, decided: &[], fuel: &fuel };
        !view.takes(shape, &type_.zero_value())
    }

    fn arms(&mut self, name: &str, shape: &'e Shape) -> Vec<Alternative> {
        let mut fields = Names::without(&METHODS);
        let arms = shape.union.iter().flat_map(|union| &union.arms);
        arms.map(|arm| {
            let field = exported(&arm.name, "Arm");
            let type_ = self.type_of(&format!("{name}{field}"), &arm.shape);
            let documentation = described(self.model, &arm.shape).clone();
            Alternative { field: fields.unique(&field), type_: pointer(type_), documentation, kinds: None }
        })
        .collect()
    }

    /// An alternative for each type of JSON.
    fn by_kind(&mut self, name: &str, shape: &'e Shape) -> Vec<Alternative> {
        let has_members = !shape.object.members.is_empty();
        let kinds = [
            ("Object", Kinds::OBJECT, if has_members { Sort::Struct } else { Sort::Map }),
            ("Array", Kinds::ARRAY, Sort::List),
            ("String", Kinds::STRING, Sort::Text),
            ("Number", Kinds::NUMBER, Sort::Number),
            ("Integer", Kinds::INTEGER, Sort::Integer),
            ("Bool", Kinds::BOOLEAN, Sort::Boolean),
        ];
        let has_fractions = shape.kinds.contains(Kinds::FRACTION);
        let mut alternatives = Vec::new();
        for (field, kind, sort) in kinds {
            let is_there = !shape.kinds.intersection(kind).is_empty() && (sort != Sort::Number || has_fractions);
            if !is_there || (sort == Sort::Integer && has_fractions) {
                continue;
            }
            let type_ = if sort == Sort::Struct {
                let name = self.names.unique(&format!("{name}{field}"));
                self.queue.push_back((name.clone(), shape, sort));
                Type::Named(name, Class::Struct)
            } else {
                self.bare(&format!("{name}{field}"), shape, sort)
            };
            let documentation = Documentation::default();
            alternatives.push(Alternative {
                field: field.to_owned(),
                type_: pointer(type_),
                documentation,
                kinds: Some(kind),
            });
        }
        alternatives
    }
}

/// What is said of a shape: by itself, or by the definition that it refers to.
pub(super) fn described<'m>(model: &'m Model, shape: &'m Shape) -> &'m Documentation {
    if shape.documentation.description.is_some() || shape.documentation.title.is_some() {
        &shape.documentation
    } else {
        &model.resolve(shape).documentation
    }
}

fn pointer(type_: Type) -> Type {
    if type_.has_nil() { type_ } else { Type::Pointer(Box::new(type_)) }
}

/// Makes pointers of fields by which a type would be inside of itself. No document fills them, and Go refuses such types.
fn break_cycles(items: &mut [Item<'_>]) {
    let mut inside: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for item in &*items {
        let fields = by_value(&item.what).map(|field| field.type_.go()).collect();
        inside.insert(item.name.clone(), fields);
    }
    // What holds nothing by value but what is known to be finite is finite.
    loop {
        let finite = |name: &String| !inside.contains_key(name);
        let done: Vec<String> =
            inside.iter().filter(|(_, fields)| fields.iter().all(finite)).map(|(name, _)| name.clone()).collect();
        if done.is_empty() {
            break;
        }
        for name in done {
            inside.remove(&name);
        }
    }
    for item in items.iter_mut().filter(|item| inside.contains_key(&item.name)) {
        let What::Struct(structure) = &mut item.what else { continue };
        for member in &mut structure.members {
            let Held::Field(field) = &mut member.held else { continue };
            if field.type_.is_struct() && inside.contains_key(&field.type_.go()) {
                field.type_ = Type::Pointer(Box::new(field.type_.clone()));
                field.absence = Absence::Nil;
            }
        }
    }
}

fn by_value<'i>(what: &'i What<'_>) -> impl Iterator<Item = &'i Field> {
    let members = match what {
        What::Struct(structure) => structure.members.as_slice(),
        _ => &[],
    };
    members.iter().filter_map(|member| match &member.held {
        Held::Field(field) if field.type_.is_struct() => Some(field),
        _ => None,
    })
}
