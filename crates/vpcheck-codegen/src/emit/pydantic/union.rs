//! Unions, by their discriminator.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{
    Writer,
    annotation::Operand,
    layout::{Brackets, Code},
    literal::{attribute, listed, string},
    model::{attribute_of, is_class},
    support::Support,
};
use crate::model::{Arm, Dispatch, Shape, Union};

impl<'e> Writer<'e> {
    pub(super) fn union(&mut self, name: &str, shape: &Shape, union: &'e Union, uses: &mut BTreeSet<String>) -> Code {
        let arms: Vec<Code> =
            union.arms.iter().map(|arm| self.slot(&format!("{name}{}", arm.name), &arm.shape, uses)).collect();
        match &union.dispatch {
            Dispatch::Kind => {
                let kinds = |arm: &Arm| self.export.model.resolve(&arm.shape).kinds;
                let operands = union
                    .arms
                    .iter()
                    .zip(arms)
                    .map(|(arm, code)| Operand { code, kinds: kinds(arm), is_deep: self.is_deep(&arm.shape) })
                    .collect();
                let takes_null = union.arms.iter().any(|arm| self.export.model.takes_null(&arm.shape));
                self.told_by_kind(operands, takes_null || shape.nullable)
            }
            Dispatch::Tag { member, values } => self.by_tag(member, values, &union.arms, arms),
            Dispatch::Members { selectors, patterns, null_is_absent } => {
                let given: Vec<Vec<&str>> = patterns
                    .iter()
                    .map(|pattern| {
                        let selectors = selectors.iter().zip(pattern).filter(|(_, there)| **there);
                        selectors.map(|(name, _)| name.as_str()).collect()
                    })
                    .collect();
                let finder = self.finder(name, selectors, &given, *null_is_absent, &union.arms, &arms);
                uses.insert(finder.clone());
                self.by_members(&finder, arms)
            }
        }
    }

    fn by_tag(&mut self, member: &str, values: &[Option<Vec<Value>>], shapes: &[Arm], arms: Vec<Code>) -> Code {
        let model = self.export.model;
        let own_name = self.attribute_in(shapes, member);
        let is_text = values.iter().flatten().flatten().all(Value::is_string) && values.iter().all(Option::is_some);
        if let Some(name) = &own_name
            && is_text
            && shapes.iter().all(|arm| is_class(model.resolve(&arm.shape)) && !model.takes_null(&arm.shape))
        {
            let discriminator = Code::named("discriminator", string(name));
            let field = Code::call(self.import("pydantic", "Field"), vec![discriminator]);
            return self.annotated(vec![Code::either(arms), field]);
        }
        let tags = tags(&arms, shapes);
        let mut known = Vec::new();
        let mut other = None;
        for (tag, values) in tags.iter().zip(values) {
            match values {
                Some(values) => known.extend(values.iter().filter_map(listed).map(|value| {
                    let items = vec![Code::word(value), Code::word(string(tag))];
                    Code::Bracket { head: String::new(), brackets: Brackets::Round, items }
                })),
                None => other = Some(Code::named("other", string(tag))),
            }
        }
        let known = Code::of("", known);
        let mut items =
            vec![Code::word(string(member)), Code::word(string(&own_name.unwrap_or_else(|| attribute(member)))), known];
        items.extend(other);
        let find = Code::call(self.support(Support::Tag, "_by_tag"), items);
        let arms = self.tagged(arms, &tags);
        self.annotated(vec![arms, find])
    }

    /// What finds the arm by the members that are there.
    fn finder(
        &mut self,
        name: &str,
        selectors: &[String],
        given: &[Vec<&str>],
        null_is_absent: bool,
        shapes: &[Arm],
        arms: &[Code],
    ) -> String {
        let finder = format!("_{}_arms", attribute(name));
        let entry = |key: &str, value: Code| Code::After(format!("{}: ", string(key)), Box::new(value));
        let dictionary = |items| Code::Bracket { head: String::new(), brackets: Brackets::Curly, items };
        let members = tags(arms, &[]).into_iter().zip(given).map(|(tag, members)| {
            entry(&tag, Code::of("", members.iter().map(|member| Code::word(string(member))).collect()))
        });
        let own_name = |member: &str| self.attribute_in(shapes, member).unwrap_or_else(|| attribute(member));
        let attributes: Vec<Code> =
            selectors.iter().map(|member| entry(member, Code::word(string(&own_name(member))))).collect();
        let null = Code::named("null_is_absent", if null_is_absent { "True" } else { "False" });
        let class = self.support(Support::Arms, "_Arms");
        let code = Code::call(class, vec![dictionary(members.collect()), dictionary(attributes), null]);
        self.constant(&finder, &code);
        finder
    }

    fn by_members(&mut self, finder: &str, arms: Vec<Code>) -> Code {
        let tags = tags(&arms, &[]);
        let arms = self.tagged(arms, &tags);
        let find = Code::call(self.import("pydantic", "Discriminator"), vec![Code::word(format!("{finder}.find"))]);
        let check = Code::call(self.import("pydantic", "BeforeValidator"), vec![Code::word(format!("{finder}.check"))]);
        self.annotated(vec![arms, find, check])
    }

    /// The name that a member has in the classes of all arms that list it, where it is one name.
    fn attribute_in(&self, arms: &[Arm], member: &str) -> Option<String> {
        let resolved = arms.iter().map(|arm| &self.export.model.resolve(&arm.shape).object);
        let mut names = resolved.filter_map(|object| attribute_of(object, member));
        let first = names.next()?;
        names.all(|other| other == first).then_some(first)
    }

    fn tagged(&mut self, arms: Vec<Code>, tags: &[String]) -> Code {
        let name = self.import("pydantic", "Tag");
        let tagged = arms.into_iter().zip(tags).map(|(arm, tag)| {
            let tag = Code::call(name, vec![Code::word(string(tag))]);
            self.annotated(vec![arm, tag])
        });
        Code::either(tagged.collect())
    }
}

/// A name for each arm, to be seen in messages.
fn tags(arms: &[Code], shapes: &[Arm]) -> Vec<String> {
    let mut taken = crate::pass::Taken::default();
    let name = |(index, code): (usize, &Code)| match code {
        Code::Word(name) => name.clone(),
        _ => shapes.get(index).map_or_else(|| format!("arm {index}"), |arm| arm.name.clone()),
    };
    arms.iter().enumerate().map(name).map(|name| taken.unique(name)).collect()
}
