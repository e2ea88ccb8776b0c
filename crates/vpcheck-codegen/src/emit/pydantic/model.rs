//! Classes.

use std::{collections::BTreeSet, fmt::Write as _};

use super::{
    Writer,
    docstring::docstring,
    items::{Item, Kind},
    layout::Code,
    literal::{attribute, string},
    support::Support,
};
use crate::{
    model::{Additional, Kinds, Member, ObjectRules, Shape},
    pass::{Taken, pascal},
};

/// Whether a shape is a class: an object, and nothing else.
pub(super) fn is_class(shape: &Shape) -> bool {
    shape.kinds == Kinds::OBJECT
        && shape.reference.is_none()
        && !shape.nullable
        && shape.union.is_none()
        && shape.values.is_none()
        && has_members(shape)
}

/// Whether an object lists members.
pub(super) fn has_members(shape: &Shape) -> bool {
    !shape.object.members.is_empty()
}

/// The names that the members of an object have in its class.
pub(super) fn attributes(rules: &ObjectRules) -> Vec<String> {
    let mut taken = Taken::default();
    // A name that is right already stays.
    for member in &rules.members {
        if attribute(&member.name) == member.name {
            taken.unique(member.name.clone());
        }
    }
    let names = rules.members.iter().map(|member| match attribute(&member.name) {
        name if name == member.name => name,
        name => taken.unique(name),
    });
    names.collect()
}

/// The name of one member.
pub(super) fn attribute_of(rules: &ObjectRules, member: &str) -> Option<String> {
    let index = rules.members.iter().position(|other| other.name == member)?;
    attributes(rules).into_iter().nth(index)
}

impl<'e> Writer<'e> {
    /// Writes a class.
    pub(super) fn class(&mut self, name: &str, shape: &'e Shape) {
        let rules = &shape.object;
        let otherwise = match shape.place.pointer.as_str() {
            "" => "The document.".to_owned(),
            pointer => format!("What the schema has at `{pointer}`."),
        };
        let otherwise = super::docstring::clean(&otherwise);
        let mut body = docstring(&shape.documentation, Some(&otherwise), 4);
        body.push('\n');
        let mut uses = BTreeSet::new();
        for (member, attribute) in rules.members.iter().zip(attributes(rules)) {
            self.member(name, member, &attribute, &mut uses, &mut body);
        }
        // Members whose names match a pattern are listed by it.
        let takes_no_other = match rules.additional {
            Additional::Open => self.export.closes(shape),
            Additional::Closed => true,
            Additional::Shape(_) => false,
        };
        let is_closed = takes_no_other && rules.patterns.is_empty();
        self.others(name, shape, is_closed, &mut uses, &mut body);
        let base = if is_closed {
            self.support(Support::ClosedModel, "_ClosedModel")
        } else {
            self.support(Support::Model, "_Model")
        };
        let text = format!("class {name}({base}):\n{body}");
        self.items.push(Item { name: name.to_owned(), kind: Kind::Class, text, uses });
    }

    fn member(
        &mut self,
        class: &str,
        member: &'e Member,
        attribute: &str,
        uses: &mut BTreeSet<String>,
        body: &mut String,
    ) {
        let shape = &member.shape;
        let model = self.export.model;
        let part = format!("{class}{}", pascal(&member.name).unwrap_or_else(|| "Member".to_owned()));
        let is_never = shape.reference.is_none() && shape.union.is_none() && shape.kinds.is_empty() && !shape.nullable;
        let is_null = shape.reference.is_none() && shape.kinds == Kinds::NULL && shape.values.is_none();
        let takes_null = model.takes_null(shape)
            || shape.union.as_ref().is_some_and(|union| union.arms.iter().any(|arm| model.takes_null(&arm.shape)));
        let mut code = if is_never {
            Code::word(self.support(Support::Nothing, "_Nothing"))
        } else if is_null && !member.required {
            Code::word(self.support(Support::Unused, "_Unused"))
        } else {
            self.slot(&part, shape, uses)
        };
        if !member.required && !takes_null && !is_never {
            code = Code::of(self.support(Support::Omittable, "_Omittable"), vec![code]);
        }
        let default = if member.required { None } else { Some(Code::word("None")) };
        let value = if attribute == member.name {
            default
        } else {
            self.support.insert(Support::Renamed);
            let mut items: Vec<Code> = default.map(|none| Code::named("default", none.line())).into_iter().collect();
            items.push(Code::named("validation_alias", string(&member.name)));
            items.push(Code::named("serialization_alias", string(&member.name)));
            Some(Code::call(self.import("pydantic", "Field"), items))
        };
        body.push_str(&code.declaration(4, attribute, value.as_ref()));
        let documentation = docstring(&shape.documentation, None, 4);
        if !documentation.is_empty() {
            body.push_str(&documentation);
            body.push('\n');
        }
    }

    /// What is said of members that are not listed, and of their number.
    fn others(
        &mut self,
        name: &str,
        shape: &'e Shape,
        is_closed: bool,
        uses: &mut BTreeSet<String>,
        body: &mut String,
    ) {
        let rules = &shape.object;
        let mut checks: Vec<Code> = Vec::new();
        let model = || Code::word("self");
        if rules.min_members.is_some() || rules.max_members.is_some() {
            let least = Code::word(rules.min_members.unwrap_or(0).to_string());
            let most = Code::word(rules.max_members.map_or_else(|| "None".to_owned(), |most| most.to_string()));
            checks.push(Code::call(self.support(Support::Count, "_check_count"), vec![model(), least, most]));
        }
        if !is_closed {
            if let Some(names) = &rules.names {
                let names = self.slot(&format!("{name}Name"), names, uses);
                let test = Code::call(self.support(Support::Taken, "_is"), vec![names]);
                checks.push(Code::call(self.support(Support::Names, "_check_names"), vec![model(), test]));
            }
            match (&rules.additional, rules.patterns.as_slice()) {
                (Additional::Open | Additional::Closed, []) => {}
                (Additional::Shape(other), []) => {
                    let value = self.slot(&format!("{name}Value"), other, uses);
                    let value = Code::of("dict", vec![Code::word("str"), value]);
                    let field = Code::call(self.import("pydantic", "Field"), vec![Code::named("init", "False")]);
                    body.push_str(&value.declaration(4, "__pydantic_extra__", Some(&field)));
                }
                _ => {
                    let named = self.named(name, shape, uses);
                    let extra = Code::word("self.__pydantic_extra__ or {}");
                    checks.push(Code::call(format!("{named}.check"), vec![extra]));
                }
            }
        }
        if checks.is_empty() {
            return;
        }
        let validator = self.import("pydantic", "model_validator");
        let own = self.import("typing_extensions", "Self");
        if !body.ends_with("\n\n") {
            body.push('\n');
        }
        let _ = write!(body, "    @{validator}(mode=\"after\")\n    def _check_members(self) -> {own}:\n");
        for check in checks {
            body.push_str(&check.statement(8, "", ""));
        }
        body.push_str("        return self\n");
    }
}
