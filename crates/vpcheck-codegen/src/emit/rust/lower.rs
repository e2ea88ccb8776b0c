//! From the model to what is written.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use proc_macro2::TokenStream;
use vpcheck_syntax::{Diagnostic, Severity, pointer};

use super::canonical::canonical;
use super::docs;
use super::item::{Item, ItemId, ItemKind, Member, MemberKind, Names, Object, Plan, Type, Variant};
use super::names::{Namer, list, pascal, snake, spaced, with_article};
use super::shapes::{effective_kinds, is_any, literal, takes_null};
use crate::model::{DefinitionId, Direction, Documentation, Kinds, Model, Place, Shape};

/// What a shape becomes.
pub(super) enum Made {
    /// A type that has a name already.
    Plain(Type),
    /// A type that needs a name.
    Item(ItemKind),
    /// Nothing: no value is taken.
    Never,
}

/// Where a shape is turned into a type.
#[derive(Clone, Debug)]
pub(super) struct Context {
    /// The name for the type, if it needs one.
    pub(super) name: String,
    /// What people call it, if the schema does not say.
    pub(super) noun: String,
    pub(super) direction: Option<Direction>,
    /// The definition that it is part of.
    pub(super) owner: usize,
    /// Whether the shape is only a part of what stands in the schema, or more than that.
    pub(super) is_made_up: bool,
}

impl Context {
    /// The context of a part of this shape.
    pub(super) fn part(&self, name: &str) -> Context {
        Context {
            name: format!("{}{}", self.name, pascal(name, "Value")),
            noun: spaced(name),
            is_made_up: false,
            ..self.clone()
        }
    }
}

pub(super) struct Lowering<'m> {
    pub(super) model: &'m Model,
    /// Whether hand-written types stand in for definitions, and the output is part of this workspace.
    pub(super) embedded: bool,
    namer: Namer,
    definition_names: Vec<String>,
    pub(super) plan: Plan,
    definitions: BTreeMap<usize, ItemId>,
    open: VecDeque<(ItemId, DefinitionId)>,
    made: BTreeMap<(String, String), Type>,
    /// Places of shapes that stand in several arms of a union and say the same, with the first of them.
    alike: BTreeMap<String, (String, Option<String>)>,
    pub(super) diagnostics: Vec<Diagnostic>,
    count: usize,
}

impl<'m> Lowering<'m> {
    pub(super) fn new(model: &'m Model, embedded: bool) -> Lowering<'m> {
        let mut namer = Namer::types();
        let definition_names = model
            .definitions
            .iter()
            .map(|definition| {
                if embedded && definition.shape.annotations.scalar.is_some() {
                    definition.name.clone()
                } else {
                    namer.name(&pascal(&definition.name, "Value"), "")
                }
            })
            .collect();
        Lowering {
            model,
            embedded,
            namer,
            definition_names,
            plan: Plan::default(),
            definitions: BTreeMap::new(),
            open: VecDeque::new(),
            made: BTreeMap::new(),
            alike: super::alike::find(model),
            diagnostics: Vec::new(),
            count: 0,
        }
    }

    /// Turns definitions into types, with all that they use.
    pub(super) fn run(&mut self, roots: &[DefinitionId]) {
        for &root in roots {
            self.definition(root);
        }
        while let Some((item, id)) = self.open.pop_front() {
            let definition = self.model.definition(id);
            let name = self.plan.item(item).name.clone();
            let context =
                Context { noun: spaced(&name), name, direction: definition.direction, owner: id.0, is_made_up: false };
            let made = match definition.shape.reference {
                Some(target) => Made::Plain(self.definition(target)),
                None => self.make(&definition.shape, &context),
            };
            let kind = match made {
                Made::Plain(type_) => ItemKind::Alias(type_),
                Made::Item(kind) => kind,
                Made::Never => {
                    let message = "no value is taken here, and a type has values";
                    self.refuse(&definition.shape.place, message, "leave the definition out");
                    ItemKind::Alias(Type::Null)
                }
            };
            if let Some(item) = self.plan.items.get_mut(item.0) {
                item.kind = kind;
                item.is_whole = true;
            }
        }
    }

    /// The types that were made of definitions, as they are written.
    pub(super) fn types(&self) -> BTreeMap<usize, TokenStream> {
        let name = |item: &ItemId| {
            let name = super::out::ident(&self.plan.item(*item).name);
            quote::quote!(#name)
        };
        self.definitions.iter().map(|(index, item)| (*index, name(item))).collect()
    }

    /// The type of a definition.
    pub(super) fn definition(&mut self, id: DefinitionId) -> Type {
        let definition = self.model.definition(id);
        if let Some(path) = definition.shape.annotations.scalar.as_ref().filter(|_| self.embedded) {
            return Type::External(path.clone());
        }
        if let Some(&item) = self.definitions.get(&id.0) {
            return Type::Named(item);
        }
        let name = self.definition_names.get(id.0).cloned().unwrap_or_default();
        let shape = &definition.shape;
        let called = spaced(&name);
        let item = self.add(name, &called, shape, (id.0, 0));
        if takes_null(self.model, shape) && !is_any(shape) {
            let line = "The schema takes null as well, which is no value of this type: use an `Option` of it.";
            if let Some(item) = self.plan.items.get_mut(item.0) {
                item.documentation.extend([String::new(), line.to_owned()]);
            }
        }
        self.definitions.insert(id.0, item);
        self.open.push_back((item, id));
        Type::Named(item)
    }

    fn add(&mut self, name: String, called: &str, shape: &Shape, order: (usize, usize)) -> ItemId {
        let (documentation, place) = (&shape.documentation, &shape.place);
        let noun = noun(documentation, called);
        let item = Item {
            one: with_article(&noun),
            documentation: docs::lines(documentation, None, place, &noun),
            place: place.clone(),
            is_whole: false,
            order,
            kind: ItemKind::Alias(Type::Null),
            name,
        };
        self.plan.items.push(item);
        ItemId(self.plan.items.len() - 1)
    }

    /// The type of a shape, without its null. `None` for a shape that takes nothing.
    pub(super) fn type_of(&mut self, shape: &Shape, context: &Context) -> Option<Type> {
        if let Some(id) = shape.reference {
            return Some(self.definition(id));
        }
        if let Some(path) = shape.annotations.scalar.as_ref().filter(|_| self.embedded) {
            return Some(Type::External(path.clone()));
        }
        let mut context = context.clone();
        let pointer = match self.alike.get(&shape.place.pointer) {
            Some((first, name)) => {
                context.name = name.clone().unwrap_or(context.name);
                first.clone()
            }
            None => shape.place.pointer.clone(),
        };
        let key = (pointer, canonical(shape));
        if let Some(type_) = self.made.get(&key) {
            return Some(type_.clone());
        }
        self.count += 1;
        let order = (context.owner, self.count);
        let type_ = match self.make(shape, &context) {
            Made::Plain(type_) => type_,
            Made::Item(kind) => {
                let name = self.namer.name(&context.name, "");
                let item = self.add(name, &context.noun, shape, order);
                if let Some(item) = self.plan.items.get_mut(item.0) {
                    item.kind = kind;
                    item.is_whole = !context.is_made_up && is_all_here(shape);
                }
                Type::Named(item)
            }
            Made::Never => return None,
        };
        self.made.insert(key, type_.clone());
        Some(type_)
    }

    /// The type of a value inside an array or a map, with its null.
    pub(super) fn inner(&mut self, shape: &Shape, context: &Context) -> Type {
        let nullable = takes_null(self.model, shape);
        match self.type_of(shape, context) {
            Some(Type::Null) => Type::Null,
            Some(Type::Any) => Type::Any,
            Some(type_) if nullable => Type::Nullable(Box::new(type_)),
            Some(type_) => type_,
            None => {
                self.refuse(
                    &shape.place,
                    "no value is taken here, which no type of Rust says",
                    "say what is taken, or leave it out",
                );
                Type::Null
            }
        }
    }

    /// Any value, which takes a type of `serde_json`.
    pub(super) fn any(&mut self, place: &Place) -> Made {
        if self.embedded {
            self.refuse(
                place,
                "a value of any type needs a dependency, and this output has none",
                "say what is taken, or give `x-type`",
            );
        }
        Made::Plain(Type::Any)
    }

    pub(super) fn refuse(&mut self, place: &Place, message: impl Into<String>, help: &str) {
        let diagnostic = Diagnostic::new("no-rust-type", Severity::Error, place.span, message);
        self.diagnostics.push(diagnostic.with_pointer(place.pointer.clone()).with_help(help));
    }

    /// Refuses a shape of which a part is known to the hand-written type alone.
    fn refuse_hand_written(&mut self, shape: &Shape) {
        let path = shape.annotations.scalar.as_deref().filter(|_| !self.embedded);
        let (Some(path), Some(keyword)) = (path, shape.string.hand_written.first()) else { return };
        let message =
            format!("`{keyword}` is checked by the hand-written type `{path}`, which is not part of this output");
        self.refuse(&shape.place, message, "say it with `pattern`, `enum`, `minLength`, `maxLength` or `format`");
    }

    /// What a shape that is no reference becomes.
    pub(super) fn make(&mut self, shape: &Shape, context: &Context) -> Made {
        self.refuse_hand_written(shape);
        if shape.union.is_some() {
            return self.choice(shape, context);
        }
        if is_any(shape) {
            return self.any(&shape.place);
        }
        let kinds = effective_kinds(self.model, shape, 0);
        let others = kinds.difference(Kinds::NULL);
        if others.is_empty() {
            return if kinds.is_empty() { Made::Never } else { Made::Plain(Type::Null) };
        }
        let groups: Vec<Kinds> = [Kinds::BOOLEAN, Kinds::NUMBER, Kinds::STRING, Kinds::ARRAY, Kinds::OBJECT]
            .into_iter()
            .filter(|group| !others.intersection(*group).is_empty())
            .collect();
        match *groups.as_slice() {
            [group] if group == Kinds::OBJECT => self.object(shape, context),
            [group] if group == Kinds::ARRAY => self.array(shape, context),
            [group] if group == Kinds::STRING && !shape.annotations.open.is_empty() => self.open_names(shape, context),
            [group] if group == Kinds::STRING && shape.values.is_some() => names(shape),
            [_] => self.scalar(shape, others, context),
            _ => self.split(shape, &groups, context),
        }
    }

    fn object(&mut self, shape: &Shape, context: &Context) -> Made {
        if shape.values.is_some() || !shape.excluded.is_empty() {
            self.refuse(
                &shape.place,
                "an object that is one of a list is no type of Rust",
                "describe its members with `properties`",
            );
        }
        let (extra, fates) = self.extra(shape, context);
        if shape.object.members.is_empty()
            && let Some(map) = self.map(shape, &extra, fates.as_ref(), context)
        {
            return map;
        }
        self.refuse_count(shape);
        let mut namer = Namer::without(&["new", "additional", "with_additional", super::fates::METHOD]);
        let members = shape
            .object
            .members
            .iter()
            .map(|member| {
                let name =
                    namer.name_with(&snake(&member.name), "_", |name| vec![name.to_owned(), format!("with_{name}")]);
                let target = self.model.resolve(&member.shape);
                let kind = self.member(member, context);
                Member {
                    json: member.name.clone(),
                    name,
                    required: member.required,
                    kind,
                    documentation: docs::lines(
                        &member.shape.documentation,
                        Some(&target.documentation),
                        &member_place(&member.shape, &shape.place, &member.name),
                        &spaced(&member.name),
                    ),
                    title: [&member.shape.documentation, &target.documentation].into_iter().find_map(title),
                }
            })
            .collect();
        Made::Item(ItemKind::Object(Object { members, extra, fates }))
    }

    fn member(&mut self, member: &crate::model::Member, context: &Context) -> MemberKind {
        let shape = &member.shape;
        let target = self.model.resolve(shape);
        let kinds = effective_kinds(self.model, shape, 0);
        if kinds.is_empty() {
            if member.required {
                self.refuse(
                    &shape.place,
                    "a member that is required takes no value, so no object is taken",
                    "leave one of both out",
                );
            }
            return MemberKind::Never;
        }
        if kinds == Kinds::NULL {
            return MemberKind::Null;
        }
        let nullable = kinds.contains(Kinds::NULL);
        let external = self.embedded && (shape.annotations.scalar.is_some() || target.annotations.scalar.is_some());
        if let (true, false, false, Some([value])) = (member.required, nullable, external, target.values.as_deref())
            && let Some(literal) = literal(value)
        {
            return MemberKind::Constant(literal);
        }
        let Some(type_) = self.type_of(shape, &context.part(&member.name)) else { return MemberKind::Never };
        let nullable = nullable && type_ != Type::Any;
        let documentation = [&shape.documentation, &target.documentation];
        let dropped = match context.direction {
            Some(Direction::Request) => documentation.iter().any(|documentation| documentation.read_only),
            Some(Direction::Response) => documentation.iter().any(|documentation| documentation.write_only),
            None => false,
        };
        // What has to be there has to be written as well.
        if dropped && !member.required {
            MemberKind::Dropped { type_, nullable }
        } else {
            MemberKind::Field { type_, nullable, boxed: false }
        }
    }

    fn open_names(&mut self, shape: &Shape, context: &Context) -> Made {
        let only =
            shape.string == crate::model::StringRules::default() && shape.values.is_none() && shape.excluded.is_empty();
        if !only {
            self.refuse(
                &shape.place,
                "an open list of strings has no other rules",
                "leave out `x-open` or the other keywords",
            );
        }
        let other = self.namer.name(&format!("Unknown{}", context.name), "");
        let variants = variants(&shape.annotations.open, &shape.documentation);
        Made::Item(ItemKind::Names(Names { variants, other: Some(other), default: None }))
    }
}

/// A list of strings as an enum.
fn names(shape: &Shape) -> Made {
    let values = shape.values.as_deref().unwrap_or_default();
    let names: Vec<String> = values.iter().filter_map(|value| value.as_str().map(str::to_owned)).collect();
    let is_excluded = |name: &String| shape.excluded.iter().any(|value| value.as_str() == Some(name));
    let kept: Vec<String> = names.into_iter().filter(|name| !is_excluded(name)).collect();
    let default = shape.documentation.default.as_ref().and_then(serde_json::Value::as_str);
    let default = default.and_then(|default| kept.iter().position(|name| name == default));
    let variants = variants(&kept, &shape.documentation);
    Made::Item(ItemKind::Names(Names { variants, other: None, default }))
}

/// What people call a value of a shape: its title, or else as it is `called` where it stands.
pub(super) fn noun(documentation: &Documentation, called: &str) -> String {
    title(documentation).unwrap_or_else(|| called.to_owned())
}

/// The title, if it can stand in a sentence.
fn title(documentation: &Documentation) -> Option<String> {
    let title = documentation.title.as_deref().map(str::trim)?;
    let is_short = !title.is_empty() && title.len() <= 60;
    (is_short && !title.contains(['\n', '`', '[', '<', '{'])).then(|| title.to_owned())
}

/// Whether all rules of the shape stand at its place.
fn is_all_here(shape: &Shape) -> bool {
    let here =
        |pointer: &str| pointer.strip_prefix(shape.place.pointer.as_str()).is_some_and(|rest| rest.starts_with('/'));
    shape.keywords.iter().all(|(_, pointer)| here(pointer))
}

/// The place of a member; one that is only required has none of its own.
fn member_place(shape: &Shape, object: &Place, name: &str) -> Place {
    if !shape.place.pointer.is_empty() {
        return shape.place.clone();
    }
    let mut place = object.clone();
    place.pointer.push_str("/properties");
    pointer::push(&mut place.pointer, name);
    place
}

fn variants(texts: &[String], documentation: &Documentation) -> Vec<Variant> {
    let mut namer = Namer::without(&["Other", "ALL"]);
    let mut seen = BTreeSet::new();
    texts
        .iter()
        .filter(|name| seen.insert(name.as_str()))
        .map(|name| {
            let described = documentation.values.iter().find(|(value, _)| value == name);
            let text =
                described.map_or_else(|| format!("`{}`.", name.replace('`', "'")), |(_, text)| docs::sentence(text));
            let text: String =
                text.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
            Variant { json: name.clone(), name: namer.name(&pascal(name, "Value"), ""), documentation: vec![text] }
        })
        .collect()
}

/// Which strings are right, such as "`http` or `tcp`".
pub(super) fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    list(&quoted, "or")
}
