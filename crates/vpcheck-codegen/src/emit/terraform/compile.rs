//! What has to hold of a value: from its shape to checks.

use std::collections::BTreeMap;

use vpcheck_syntax::Diagnostic;

use super::{
    check::{Check, Each, Hint, Message, Test},
    condition::condition,
    literal::{self, inside},
    place::Place,
    string,
    types::Type,
    words,
};
use crate::{
    export::{Export, refuse},
    model::{Additional, DefinitionId, Kinds, Member, Shape},
};

/// What is known of a member beside its shape.
#[derive(Clone, Copy, Debug)]
pub(super) enum Presence<'o> {
    /// It is there for sure, as the variable itself and the items of a list are.
    There,
    /// It may be absent. The arms of a union that take it are named.
    Optional(&'o [String]),
    /// Whether it is there is said by another check.
    Required,
}

/// The arms of a union that take a member, by its name.
pub(super) type Owners = BTreeMap<String, Vec<String>>;

/// Makes checks.
pub(super) struct Compiler<'e> {
    pub(super) export: &'e Export<'e>,
    /// The definitions that are being looked into.
    stack: Vec<DefinitionId>,
    /// How many shapes may still be looked at.
    fuel: usize,
}

type Checks = Result<Vec<Check>, Vec<Diagnostic>>;

impl<'e> Compiler<'e> {
    pub(super) fn new(export: &'e Export<'e>, fuel: usize) -> Compiler<'e> {
        Compiler { export, stack: Vec::new(), fuel }
    }

    /// The checks of a shape at a place.
    pub(super) fn slot(&mut self, shape: &'e Shape, place: &Place<'_>, presence: Presence<'_>) -> Checks {
        let takes_null = self.export.model.takes_null(shape);
        let target = self.export.model.resolve(shape);
        let kinds = target.kinds.difference(Kinds::NULL);
        if kinds.is_empty() && target.union.is_none() {
            return Ok(vec![nothing(place, takes_null, presence)]);
        }
        let exempt = match presence {
            Presence::There if takes_null => Some(place.not_null().fails()),
            Presence::There => None,
            Presence::Optional(_) if !takes_null && !place.is_sure() => Some(format!("!can({})", place.it)),
            Presence::Optional(_) | Presence::Required => Some(place.not_null().fails()),
        };
        let title = shape.documentation.title.as_deref().or(target.documentation.title.as_deref());
        let slot = Slot { title, exempt, owners: None };
        self.shape(shape, place, &slot)
    }

    /// The same, through references.
    pub(super) fn shape(&mut self, shape: &'e Shape, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let model = self.export.model;
        self.fuel = self.fuel.checked_sub(1).ok_or_else(|| super::too_long(shape))?;
        let Some(id) = shape.reference else {
            return match &shape.union {
                Some(union) => self.union(shape, union, place, slot),
                None => self.plain(shape, place, slot),
            };
        };
        if self.stack.contains(&id) {
            let message = "the shape has itself in it, and a condition of Terraform cannot follow that";
            let help = "export a part of the schema that ends somewhere";
            return Err(vec![refuse(shape, "$ref", message).with_help(help)]);
        }
        self.stack.push(id);
        let checks = self.shape(&model.definition(id).shape, place, slot);
        self.stack.pop();
        checks
    }

    fn plain(&mut self, shape: &'e Shape, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let mut checks = Vec::new();
        if let Some(condition) = condition(shape, place)? {
            checks.push(slot.check(shape, place, condition));
        }
        if shape.values.is_none() && shape.kinds.contains(Kinds::ARRAY) {
            checks.extend(self.list(shape, place)?);
        }
        if shape.values.is_none() && shape.kinds.contains(Kinds::OBJECT) {
            checks.extend(self.object(shape, place, slot)?);
        }
        Ok(checks)
    }

    fn list(&mut self, shape: &'e Shape, place: &Place<'_>) -> Checks {
        let rules = &shape.array;
        let it = &place.it;
        let is_list = place.is_list();
        let mut checks = Vec::new();
        let mut length = |condition: String, says: String| {
            checks.push(Check {
                about: it.clone(),
                guards: vec![is_list.clone()],
                any: vec![format!("try({condition}, false)")],
                message: Message::new(format!("{} has {says}", named(&place.path))),
            });
        };
        let items = |count: u64| if count == 1 { "1 item".to_owned() } else { format!("{count} items") };
        let found = format!("${{try(length({it}), 0)}}");
        if let Some(least) = rules.min_items.filter(|&least| least > 0) {
            length(format!("length({it}) >= {least}"), format!("{found}: {} at least are needed", items(least)));
        }
        if let Some(most) = rules.max_items {
            length(format!("length({it}) <= {most}"), format!("{found}: {} are allowed", items(most)));
        }
        if rules.unique {
            let distinct = format!("length(distinct([for item in {it} : jsonencode(item)])) == length({it})");
            length(distinct, "an item twice".to_owned());
        }
        if let Some(items) = rules.items.as_deref() {
            let index = name("index", place.depth);
            checks.extend(self.each(
                items,
                place,
                &is_list.holds,
                (&index, "item"),
                &format!("[${{{index}}}]"),
                None,
            )?);
        }
        Ok(checks)
    }

    /// The checks of all items or members of a value.
    fn each(
        &mut self,
        shape: &'e Shape,
        place: &Place<'_>,
        is_there: &str,
        (key, item): (&str, &str),
        step: &str,
        only: Option<String>,
    ) -> Checks {
        let item = name(item, place.depth);
        let inner = Place {
            it: item.clone(),
            path: format!("{}{step}", place.path),
            is_there: true,
            is_given: false,
            kind: place.kind.item(),
            depth: place.depth + 1,
        };
        let checks = self.slot(shape, &inner, Presence::There)?;
        let each = Each { key, value: &item, collection: &place.it, is_there, only };
        Ok(checks.into_iter().map(|check| check.of_each(&each)).collect())
    }

    /// What the members of an object have to be like.
    pub(super) fn object(&mut self, shape: &'e Shape, place: &Place<'_>, slot: &Slot<'_>) -> Checks {
        let mut checks = Vec::new();
        let is_object = place.is_object();
        for member in &shape.object.members {
            let place = place.member(&member.name);
            if !literal::is_identifier(&member.name) && member.name.parse::<f64>().is_ok() {
                let message = "a member whose name is a number cannot be told from an item of a list";
                let help = "leave the member out of this export";
                return Err(vec![refuse(&member.shape, "type", message).with_help(help)]);
            }
            if member.required && !is_refused(self.export, &member.shape) {
                checks.extend(self.missing(member, &place, &is_object, slot));
                checks.extend(self.slot(&member.shape, &place, Presence::Required)?);
            } else {
                let owners = slot.owners.and_then(|owners| owners.get(&member.name)).map_or(&[][..], Vec::as_slice);
                checks.extend(self.slot(&member.shape, &place, Presence::Optional(owners))?);
            }
        }
        checks.extend(self.others(shape, place, &is_object)?);
        Ok(checks)
    }

    fn missing(&self, member: &Member, place: &Place<'_>, is_object: &Test, slot: &Slot<'_>) -> Option<Check> {
        let takes_null = self.export.model.takes_null(&member.shape);
        let there = match (takes_null, place.is_sure()) {
            // An attribute that was left out is null.
            (true, true) => return None,
            (true, false) => format!("can({})", place.it),
            (false, _) => place.not_null().holds,
        };
        let target = self.export.model.resolve(&member.shape);
        let inner: Vec<String> = target
            .object
            .members
            .iter()
            .filter(|inner| inner.required)
            .map(|inner| words::quoted(&inner.name))
            .collect();
        let with = match inner.as_slice() {
            [] => String::new(),
            inner => format!(", an object with {}", words::join(inner, "and")),
        };
        let hint = slot.title.map(|title| Hint { owner: title.to_owned(), what: with });
        Some(Check {
            about: place.it.clone(),
            guards: vec![is_object.clone()],
            any: vec![there],
            message: Message { hint, ..Message::new(format!("`{}` is missing", place.path)) },
        })
    }

    /// Members that are not listed, and how many there are.
    fn others(&mut self, shape: &'e Shape, place: &Place<'_>, is_object: &Test) -> Checks {
        let rules = &shape.object;
        let it = &place.it;
        let mut checks = Vec::new();
        // An object type has dropped what is not listed.
        if matches!(place.kind, Type::Object(_)) {
            return Ok(checks);
        }
        let (key, path) = (name("key", place.depth), &place.path);
        let step = format!("[${{jsonencode({key})}}]");
        let is_other = (!rules.members.is_empty()).then(|| {
            let names = literal::names(rules.members.iter().map(|member| member.name.as_str()));
            format!("!contains({names}, {key})")
        });
        let mut unmatched: Vec<String> = is_other.iter().cloned().collect();
        for pattern in &rules.patterns {
            let is_match = string::matches(shape, "patternProperties", &pattern.pattern, &key)?;
            let only: Vec<String> = is_other.iter().cloned().chain([is_match.clone()]).collect();
            let only = Some(only.join(" && "));
            checks.extend(self.each(&pattern.shape, place, &is_object.holds, (&key, "value"), &step, only)?);
            unmatched.push(format!("!{is_match}"));
        }
        match &rules.additional {
            Additional::Shape(other) => {
                let only = (!unmatched.is_empty()).then(|| unmatched.join(" && "));
                checks.extend(self.each(other, place, &is_object.holds, (&key, "value"), &step, only)?);
            }
            Additional::Open if !self.export.closes(shape) => {}
            Additional::Closed | Additional::Open => {
                let left = if unmatched.is_empty() { "true".to_owned() } else { unmatched.join(" && ") };
                let left = format!("[for {key} in keys({it}) : jsonencode({key}) if {left}]");
                let owner = if path.is_empty() { String::new() } else { format!(" in `{path}`") };
                checks.push(Check {
                    about: it.clone(),
                    guards: vec![is_object.clone()],
                    any: vec![format!("try(length({left}) == 0, false)")],
                    message: Message::new(format!("There is no member ${{try(join(\", \", {left}), \"\")}}{owner}")),
                });
            }
        }
        if let Some(names) = rules.names.as_deref() {
            checks.extend(self.names(names, place, is_object, &key, is_other)?);
        }
        let mut count = |condition: String, says: String| {
            checks.push(Check {
                about: it.clone(),
                guards: vec![is_object.clone()],
                any: vec![format!("try({condition}, false)")],
                message: Message::new(format!("{} has ${{try(length(keys({it})), 0)}} members: {says}", named(path))),
            });
        };
        if let Some(least) = rules.min_members {
            count(format!("length(keys({it})) >= {least}"), format!("{least} at least are needed"));
        }
        if let Some(most) = rules.max_members {
            count(format!("length(keys({it})) <= {most}"), format!("{most} are allowed"));
        }
        Ok(checks)
    }

    /// What the names of members that are not listed have to be like.
    fn names(
        &mut self,
        shape: &'e Shape,
        place: &Place<'_>,
        is_object: &Test,
        key: &str,
        only: Option<String>,
    ) -> Checks {
        let names = Place {
            it: key.to_owned(),
            path: format!("{}[${{jsonencode({key})}}]", place.path),
            is_there: true,
            is_given: false,
            kind: &Type::Any,
            depth: place.depth + 1,
        };
        let checks = self.slot(shape, &names, Presence::There)?;
        let collection = format!("keys({})", place.it);
        let each = Each { key: "_", value: key, collection: &collection, is_there: &is_object.holds, only };
        Ok(checks.into_iter().map(|check| check.of_each(&each)).collect())
    }
}

/// What is said of a value beside what it is.
pub(super) struct Slot<'s> {
    pub(super) title: Option<&'s str>,
    /// What makes a check hold whatever the value is.
    pub(super) exempt: Option<String>,
    /// Of an arm of a union: which arms take which member.
    pub(super) owners: Option<&'s Owners>,
}

impl Slot<'_> {
    /// The check that a value is what its shape says, apart from what is in it.
    pub(super) fn check(&self, shape: &Shape, place: &Place<'_>, condition: String) -> Check {
        let shown = words::is_shown(&named(&place.path), &place.got());
        let is_scalar = shape.kinds.intersection(Kinds::ARRAY.union(Kinds::OBJECT)).is_empty();
        let is_string = shape.kinds == Kinds::STRING && shape.values.is_none();
        let text = match self.title {
            Some(title) if is_string && !words::is_simple(&shape.string) => {
                let description = shape.documentation.description.as_deref().map(|text| text.trim_end_matches('.'));
                let description = description.map(|text| format!(". {}", inside(text))).unwrap_or_default();
                format!("{shown}, which is not {}{description}", words::with_article(title))
            }
            Some(title) if is_scalar => {
                format!("{shown}: {} {}", words::with_verb(title, "is", "are"), words::wanted(shape))
            }
            _ => format!("{shown}: it has to be {}", words::wanted(shape)),
        };
        self.check_that(place, condition, Message::new(text))
    }

    pub(super) fn check_that(&self, place: &Place<'_>, condition: String, message: Message) -> Check {
        Check {
            about: place.it.clone(),
            guards: Vec::new(),
            any: self.exempt.iter().cloned().chain([condition]).collect(),
            message,
        }
    }
}

/// The check that a member is not there.
fn nothing(place: &Place<'_>, takes_null: bool, presence: Presence<'_>) -> Check {
    let absent = if takes_null || place.is_there || place.is_sure() {
        place.not_null().fails()
    } else {
        format!("!can({})", place.it)
    };
    let text = match presence {
        Presence::Optional(owners) => {
            if owners.is_empty() {
                format!("`{}` has no use here: remove it", place.path)
            } else {
                format!("`{}` is for {} only: remove it", place.path, words::join(owners, "and"))
            }
        }
        _ => words::is_shown(&named(&place.path), &place.got()) + ": it has to be null",
    };
    Check { about: place.it.clone(), guards: Vec::new(), any: vec![absent], message: Message::new(text) }
}

/// Whether a shape takes nothing at all.
fn is_refused(export: &Export<'_>, shape: &Shape) -> bool {
    let target = export.model.resolve(shape);
    target.kinds.is_empty() && target.union.is_none() && !export.model.takes_null(shape)
}

/// The name of a loop, which is not the one of a loop around it.
pub(super) fn name(name: &str, depth: usize) -> String {
    if depth == 0 { name.to_owned() } else { format!("{name}{}", depth + 1) }
}

/// How a value is called.
pub(super) fn named(path: &str) -> String {
    if path.is_empty() { "The value".to_owned() } else { format!("`{path}`") }
}
