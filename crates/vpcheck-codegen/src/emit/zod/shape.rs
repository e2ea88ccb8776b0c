//! What a shape is where it is used.

use serde_json::Value;

use super::{
    Writer,
    code::{Code, Member, Object},
    described,
    support::Function::{AreUnique, ByKeys, ByMembers, ByTag, ByType, Members},
};
use crate::{
    emit::typescript::literal::{member_name, string},
    export::{refuse, words::with_article},
    model::{self, Additional, Arm, Bound, Dispatch, Documentation, Kinds, Shape, Union},
};

/// Beyond this, numbers of JavaScript are not told apart.
const SAFE: f64 = 9_007_199_254_740_991.0;

impl<'e> Writer<'e> {
    /// A shape where it is used. `place` is what it is called where it needs a name.
    fn slot(&mut self, place: &str, shape: &'e Shape) -> Code {
        let code = self.rules(place, shape);
        if shape.nullable && !self.is_null_of_target(shape) { code.then("nullable", Vec::new()) } else { code }
    }

    /// Whether what the shape refers to takes null by itself.
    pub(super) fn is_null_of_target(&self, shape: &Shape) -> bool {
        shape.reference.is_some_and(|id| self.export.model.takes_null(&self.export.model.definition(id).shape))
            || is_null(shape)
    }

    /// What a shape takes besides null that it takes beside everything else.
    pub(super) fn rules(&mut self, place: &str, shape: &'e Shape) -> Code {
        if let Some(id) = shape.reference {
            return self.reference(id);
        }
        if let Some(union) = &shape.union {
            return self.union(place, union);
        }
        if let Some(values) = &shape.values {
            return self.listed(shape, values);
        }
        if is_null(shape) {
            return Code::z("null", Vec::new());
        }
        self.kinds(place, shape)
    }

    fn reference(&mut self, id: model::DefinitionId) -> Code {
        let name = self.name_of(id);
        if self.written.contains(&id) {
            return Code::text(name);
        }
        self.is_late = true;
        if self.members > 0 { Code::text(name) } else { Code::z("lazy", vec![Code::text(format!("() => {name}"))]) }
    }

    fn listed(&mut self, shape: &Shape, values: &[Value]) -> Code {
        let literals: Option<Vec<Code>> = values.iter().map(|value| literal(value).map(Code::text)).collect();
        let Some(mut literals) = literals else {
            let keyword = if shape.keyword("enum").is_some() { "enum" } else { "const" };
            let message = "Zod cannot list arrays, objects or numbers beyond 2^53";
            let help = "list strings, numbers and booleans, or say what is in it by `properties` and `items`";
            self.refusals.push(refuse(shape, keyword, message).with_help(help));
            return Code::z("never", Vec::new());
        };
        match literals.len() {
            0 => Code::z("never", Vec::new()),
            1 => Code::z("literal", vec![literals.remove(0)]),
            _ if values.iter().all(Value::is_string) => Code::z("enum", vec![Code::List(literals)]),
            _ => Code::z("literal", vec![Code::List(literals)]),
        }
    }

    /// A schema for each type of JSON.
    fn kinds(&mut self, place: &str, shape: &'e Shape) -> Code {
        if shape.excluded.iter().any(|value| matches!(value, Value::Array(_) | Value::Object(_))) {
            let message = "Zod cannot rule out single arrays or objects";
            let help = "rule out strings, numbers and booleans, or say what is in it by `properties` and `items`";
            self.refusals.push(refuse(shape, "not", message).with_help(help));
        }
        if shape.kinds == Kinds::ALL && is_free(shape) {
            return Code::z("unknown", Vec::new());
        }
        let mut all: Vec<(&str, Code)> = Vec::new();
        if shape.kinds.contains(Kinds::OBJECT) {
            let place = if shape.kinds == Kinds::OBJECT { place.to_owned() } else { format!("{place}Object") };
            all.push(("object", self.object(&place, shape)));
        }
        if shape.kinds.contains(Kinds::ARRAY) {
            all.push(("array", self.array(place, shape)));
        }
        if shape.kinds.contains(Kinds::STRING) {
            all.push(("string", self.string(place, shape)));
        }
        if !shape.kinds.intersection(Kinds::NUMBER).is_empty() {
            all.push(("number", number(shape)));
        }
        if shape.kinds.contains(Kinds::BOOLEAN) {
            let left: Vec<bool> =
                [true, false].into_iter().filter(|&value| !shape.excluded.contains(&value.into())).collect();
            all.push((
                "boolean",
                match left.as_slice() {
                    [one] => Code::z("literal", vec![Code::text(one.to_string())]),
                    _ => Code::z("boolean", Vec::new()),
                },
            ));
        }
        if shape.kinds.contains(Kinds::NULL) {
            all.push(("null", Code::z("null", Vec::new())));
        }
        if all.len() > 1 {
            return self.by_type(all.into_iter().map(|(name, code)| (name.to_owned(), code)).collect());
        }
        all.pop().map_or_else(|| Code::z("never", Vec::new()), |(_, code)| code)
    }

    fn by_type(&mut self, all: Vec<(String, Code)>) -> Code {
        let members = all.into_iter().map(|(name, code)| Member::of(member_name(&name), code)).collect();
        Code::function(self.support.uses(ByType), vec![Code::Object(Object { members, is_open: false })])
    }

    fn array(&mut self, place: &str, shape: &'e Shape) -> Code {
        let rules = &shape.array;
        let items = match &rules.items {
            Some(items) => self.slot(&format!("{place}Item"), items),
            None => Code::z("unknown", Vec::new()),
        };
        let mut code = Code::z("array", vec![items]);
        for (name, bound) in [("min", rules.min_items.filter(|&least| least > 0)), ("max", rules.max_items)] {
            if let Some(bound) = bound {
                code = code.then(name, vec![Code::text(bound.to_string())]);
            }
        }
        if rules.unique {
            let function = self.support.uses(AreUnique);
            code = code.then("refine", vec![Code::text(function), Code::text("\"expected no item twice\"")]);
        }
        code
    }

    fn object(&mut self, place: &str, shape: &'e Shape) -> Code {
        let rules = &shape.object;
        let listed: Vec<Member> = rules.members.iter().map(|member| self.member(place, shape, member)).collect();
        let is_open = !listed.is_empty();
        let listed = Code::Object(Object { members: listed, is_open });
        let is_closed = self.export.closes(shape) || matches!(rules.additional, Additional::Closed);
        let others = match &rules.additional {
            Additional::Shape(other) => Some(self.inside(|writer| writer.slot(&format!("{place}Member"), other))),
            _ => None,
        };
        if is_plain(shape) && others.is_none() {
            return match (is_closed, is_open) {
                (true, _) => Code::z("strictObject", vec![listed]),
                (false, true) => Code::z("looseObject", vec![listed]),
                (false, false) => {
                    Code::z("record", vec![Code::z("string", Vec::new()), Code::z("unknown", Vec::new())])
                }
            };
        }
        let mut said = Vec::new();
        if let Some(names) = &rules.names {
            said.push(("names", self.inside(|writer| writer.slot(&format!("{place}Name"), names))));
        }
        if !rules.patterns.is_empty() {
            let patterns = rules.patterns.iter().map(|pattern| {
                let schema = self.inside(|writer| writer.slot(&format!("{place}Member"), &pattern.shape));
                Code::List(vec![self.regex(&format!("{place}Names"), &pattern.pattern.ecma), schema])
            });
            let patterns = patterns.collect();
            said.push(("patterns", Code::List(patterns)));
        }
        let others =
            others.or_else(|| is_closed.then(|| Code::z("never", vec![Code::text("\"expected no such member\"")])));
        said.extend(others.map(|others| ("others", others)));
        for (name, bound) in [("min", rules.min_members), ("max", rules.max_members)] {
            said.extend(bound.map(|bound| (name, Code::text(bound.to_string()))));
        }
        let is_late = self.is_late;
        let members =
            said.into_iter().map(|(name, code)| Member { is_getter: is_late, ..Member::of(name, code) }).collect();
        let rules = Code::Object(Object { members, is_open: false });
        Code::function(self.support.uses(Members), vec![listed, rules])
    }

    /// Writes what is only looked at when a value is, so that it may use what is not written yet.
    fn inside<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        self.members += 1;
        let written = write(self);
        self.members -= 1;
        written
    }

    fn member(&mut self, place: &str, shape: &'e Shape, member: &'e model::Member) -> Member {
        let documentation = &member.shape.documentation;
        let outer = std::mem::take(&mut self.is_late);
        let place = format!("{place}{}", crate::pass::pascal(&member.name).unwrap_or_default());
        let mut code = self.inside(|writer| writer.rules(&place, &member.shape));
        if !member.required && (is_null(&member.shape) || is_never(&member.shape)) {
            let kind = if is_null(&member.shape) { "null" } else { "never" };
            code = Code::z(kind, vec![Code::text(string(&unwanted(shape, &member.name)))]);
        }
        let is_null = member.shape.nullable && !self.is_null_of_target(&member.shape);
        let suffix = match (member.required, is_null) {
            (true, false) => None,
            (true, true) => Some("nullable"),
            (false, false) => Some("optional"),
            (false, true) => Some("nullish"),
        };
        if let Some(suffix) = suffix {
            code = code.then(suffix, Vec::new());
        }
        if let Some(text) = described(documentation) {
            code = code.then("describe", vec![Code::text(text)]);
        }
        let is_getter = std::mem::replace(&mut self.is_late, outer);
        let documentation = (*documentation != Documentation::default()).then(|| Box::new(documentation.clone()));
        Member { documentation, name: member_name(&member.name), value: code, is_getter }
    }

    fn union(&mut self, place: &str, union: &'e Union) -> Code {
        let model = self.export.model;
        let are_objects = union
            .arms
            .iter()
            .all(|arm| model.resolve(&arm.shape).kinds == Kinds::OBJECT && !model.takes_null(&arm.shape));
        if matches!(union.dispatch, Dispatch::Kind) {
            return self.by_kind(place, &union.arms);
        }
        let is_native = union.arms.iter().all(|arm| self.has_tag(arm, &union.dispatch));
        let arms = union.arms.iter().map(|arm| self.slot(&format!("{place}{}", arm.name), &arm.shape)).collect();
        let arms = Code::List(arms);
        let texts = |names: Vec<&str>| Code::List(names.into_iter().map(|name| Code::text(string(name))).collect());
        match &union.dispatch {
            _ if !are_objects => Code::z("union", vec![arms]),
            Dispatch::Kind => Code::z("union", vec![arms]),
            Dispatch::Tag { member, values } => {
                let mut lists = Vec::new();
                for values in values {
                    let literals: Option<Vec<Code>> =
                        values.iter().flatten().map(|value| literal(value).map(Code::text)).collect();
                    let Some(literals) = literals else { return Code::z("union", vec![arms]) };
                    lists.push(literals);
                }
                let tag = Code::text(string(member));
                if is_native {
                    let known: Vec<String> = lists.into_iter().flatten().map(Code::into_text).collect();
                    let error = string(&format!("expected an object whose `{member}` is {}", known.join(" or ")));
                    let error = Object { members: vec![Member::of("error", Code::text(error))], is_open: false };
                    return Code::z("discriminatedUnion", vec![tag, arms, Code::Object(error)]);
                }
                let lists = lists.into_iter().map(Code::List).collect();
                Code::function(self.support.uses(ByTag), vec![tag, arms, Code::List(lists)])
            }
            Dispatch::Members { selectors, patterns, null_is_absent } => {
                let lists = patterns.iter().map(|pattern| {
                    let there = selectors.iter().zip(pattern).filter(|(_, is_there)| **is_there);
                    texts(there.map(|(selector, _)| selector.as_str()).collect())
                });
                let lists = lists.collect();
                let function = if *null_is_absent { ByMembers } else { ByKeys };
                Code::function(self.support.uses(function), vec![arms, Code::List(lists)])
            }
        }
    }

    /// Whether Zod finds the arm by the tag itself: an object that lists what the tag is, and is written already.
    fn has_tag(&self, arm: &Arm, dispatch: &Dispatch) -> bool {
        let Dispatch::Tag { member, values } = dispatch else { return false };
        let shape = self.export.model.resolve(&arm.shape);
        let is_written = arm.shape.reference.is_none_or(|id| self.written.contains(&id) || self.members > 0);
        let tag = shape.object.members.iter().find(|other| other.name == *member);
        values.iter().all(Option::is_some)
            && is_written
            && shape.kinds == Kinds::OBJECT
            && shape.union.is_none()
            && shape.values.is_none()
            && tag.is_some_and(|tag| {
                let tag = self.export.model.resolve(&tag.shape);
                tag.values.is_some() && tag.union.is_none() && !self.export.model.takes_null(tag)
            })
    }

    fn by_kind(&mut self, place: &str, arms: &'e [Arm]) -> Code {
        let model = self.export.model;
        let types = [
            (Kinds::OBJECT, "object"),
            (Kinds::ARRAY, "array"),
            (Kinds::STRING, "string"),
            (Kinds::INTEGER, "number"),
            (Kinds::FRACTION, "number"),
            (Kinds::BOOLEAN, "boolean"),
            (Kinds::NULL, "null"),
        ];
        let mut all: Vec<(String, Code)> = Vec::new();
        for arm in arms {
            let kinds = model.resolve(&arm.shape).kinds;
            let kinds = if model.takes_null(&arm.shape) { kinds.union(Kinds::NULL) } else { kinds };
            let mut names: Vec<&str> =
                types.iter().filter(|(kind, _)| kinds.contains(*kind)).map(|(_, name)| *name).collect();
            names.dedup();
            let code = self.slot(&format!("{place}{}", arm.name), &arm.shape);
            all.push((names.join(" or "), code));
        }
        let takes = |kind: Kinds| arms.iter().filter(|arm| model.resolve(&arm.shape).kinds.contains(kind)).count();
        let is_split = arms.iter().any(|arm| {
            let kinds = model.resolve(&arm.shape).kinds;
            kinds.contains(Kinds::INTEGER) != kinds.contains(Kinds::FRACTION)
        });
        if is_split && takes(Kinds::INTEGER) + takes(Kinds::FRACTION) > 1 {
            return Code::z("union", vec![Code::List(all.into_iter().map(|(_, code)| code).collect())]);
        }
        self.by_type(all)
    }
}

/// Why a member is not wanted in an object.
fn unwanted(shape: &Shape, member: &str) -> String {
    match &shape.documentation.title {
        Some(title) => format!("`{member}` is not for {}: leave it out", with_article(title)),
        None => format!("`{member}` does not go with the other members: leave it out"),
    }
}

/// Whether numbers on both sides of a bound are told apart.
pub(super) fn is_safe(bound: &Bound) -> bool {
    bound.value.as_f64().is_some_and(|value| value.abs() <= SAFE)
}

fn number(shape: &Shape) -> Code {
    let rules = &shape.number;
    let bounds = [(&rules.minimum, "min", "gt"), (&rules.maximum, "max", "lt")];
    let is_safe = |bound: &Option<Bound>| bound.as_ref().is_some_and(is_safe);
    let refine = |code: Code, condition: String, message: String| {
        let test = Code::Test { name: "value", conditions: vec![condition], joint: "&&" };
        code.then("refine", vec![test, Code::text(string(&message))])
    };
    let mut code = match (shape.kinds.contains(Kinds::INTEGER), shape.kinds.contains(Kinds::FRACTION)) {
        (true, true) => Code::z("number", Vec::new()),
        (true, false) if is_safe(&rules.minimum) && is_safe(&rules.maximum) => Code::z("int", Vec::new()),
        (true, false) => Code::z("number", Vec::new())
            .then("refine", vec![Code::text("Number.isInteger"), Code::text("\"expected a whole number\"")]),
        _ => refine(
            Code::z("number", Vec::new()),
            "!Number.isInteger(value)".to_owned(),
            "expected a number with a fraction".to_owned(),
        ),
    };
    for (bound, inclusive, exclusive) in bounds {
        if let Some(bound) = bound {
            let name = if bound.exclusive { exclusive } else { inclusive };
            code = code.then(name, vec![Code::text(nearest(&bound.value))]);
        }
    }
    for step in &rules.multiples {
        code = refine(code, format!("value % {step} === 0"), format!("expected a multiple of {step}"));
    }
    for value in shape.excluded.iter().filter(|value| value.is_number()) {
        let text = literal(value).unwrap_or_default();
        code = refine(code, format!("value !== {text}"), format!("expected another number than {text}"));
    }
    code
}

/// A value that is no array and no object, where JavaScript has it.
pub(super) fn literal(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(string(text)),
        Value::Number(number) => number.as_f64().filter(|value| value.abs() <= SAFE).map(|_| nearest(number)),
        Value::Array(_) | Value::Object(_) => None,
        other => Some(other.to_string()),
    }
}

/// A number, or the nearest that JavaScript has.
fn nearest(number: &serde_json::Number) -> String {
    let value = number.as_f64().unwrap_or_default();
    let text = if value.fract() == 0.0 && value.abs() < 1e21 { format!("{value}") } else { format!("{value:?}") };
    // The sign of zero says nothing.
    if text == "-0" { "0".to_owned() } else { text }
}

fn is_null(shape: &Shape) -> bool {
    let is_only = shape.kinds == Kinds::NULL || (shape.kinds.is_empty() && shape.nullable);
    shape.reference.is_none() && is_only && shape.union.is_none()
}

fn is_never(shape: &Shape) -> bool {
    shape.reference.is_none() && shape.kinds.is_empty() && shape.union.is_none() && !shape.nullable
}

/// Whether nothing is asked of values of any type.
fn is_free(shape: &Shape) -> bool {
    shape.number == model::NumberRules::default()
        && shape.string == model::StringRules::default()
        && shape.excluded.is_empty()
        && shape.annotations.open.is_empty()
        && shape.array.items.is_none()
        && shape.array.min_items.is_none()
        && shape.array.max_items.is_none()
        && !shape.array.unique
        && is_free_object(shape)
}

fn is_free_object(shape: &Shape) -> bool {
    shape.object.members.is_empty() && matches!(shape.object.additional, Additional::Open) && is_plain(shape)
}

/// Whether nothing is asked of an object but by its members and what others may be.
fn is_plain(shape: &Shape) -> bool {
    let rules = &shape.object;
    rules.patterns.is_empty() && rules.names.is_none() && rules.min_members.is_none() && rules.max_members.is_none()
}
