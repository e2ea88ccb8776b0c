//! What a shape is where it is used.

use std::collections::BTreeSet;

use serde_json::{Number, Value};

use super::{
    Writer,
    layout::{Brackets, Code},
    literal::{attribute, listed},
    model::{has_members, is_class},
    support::Support,
};
use crate::model::{Additional, Bound, Kinds, NumberRules, Shape};

/// One of the types that a value may have, and which JSON types that covers.
pub(super) struct Operand {
    pub(super) code: Code,
    pub(super) kinds: Kinds,
    /// Whether there is something in it that can be wrong by itself.
    pub(super) is_deep: bool,
}

/// JSON types that pydantic tells apart, each with the name that it has in messages.
pub(super) const TAGS: [(Kinds, &str); 5] = [
    (Kinds::STRING, "string"),
    (Kinds::NUMBER, "number"),
    (Kinds::BOOLEAN, "boolean"),
    (Kinds::ARRAY, "array"),
    (Kinds::OBJECT, "object"),
];

impl<'e> Writer<'e> {
    /// The annotation of a shape where it is used; a definition is known by its name. `name` is what a part is called.
    pub(super) fn slot(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> Code {
        if let Some(id) = shape.reference {
            let model = self.export.model;
            let target = self.name(id);
            uses.insert(target.clone());
            let is_null_new = shape.nullable && !model.takes_null(model.resolve(shape));
            return or_null(Code::word(target), is_null_new);
        }
        if is_class(shape) {
            let name = self.taken.unique(name.to_owned());
            uses.insert(name.clone());
            self.class(&name, shape);
            return Code::word(name);
        }
        self.annotation(name, shape, uses)
    }

    /// The annotation of a shape.
    pub(super) fn annotation(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> Code {
        if shape.reference.is_some() {
            return self.slot(name, shape, uses);
        }
        if let Some(union) = &shape.union {
            let code = self.union(name, shape, union, uses);
            return or_null(code, shape.nullable);
        }
        if let Some(values) = &shape.values {
            let code = self.listed(shape, values);
            return or_null(code, shape.nullable);
        }
        let takes_null = shape.nullable || shape.kinds.contains(Kinds::NULL);
        let operands = self.operands(name, shape, uses);
        if shape.kinds.union(Kinds::NULL) == Kinds::ALL && takes_null && !has_rules(shape) {
            return Code::word(self.import("typing", "Any"));
        }
        or_null(self.told_by_kind(operands, takes_null), takes_null)
    }

    /// A choice between types that JSON tells apart. Where a value can be looked into, its type is looked at first, so that
    /// there is one thing to say.
    pub(super) fn told_by_kind(&mut self, operands: Vec<Operand>, takes_null: bool) -> Code {
        let tag = |operand: &Operand| TAGS.iter().find(|(kinds, _)| kinds.contains(operand.kinds)).map(|(_, tag)| *tag);
        let tags: Vec<&str> = operands.iter().filter_map(tag).collect();
        let told_apart = tags.len() == operands.len() && tags.iter().collect::<BTreeSet<_>>().len() == tags.len();
        let is_deep = operands.iter().any(|operand| operand.is_deep);
        let count = operands.len();
        let codes = operands.into_iter().map(|operand| operand.code);
        if count == 0 && !takes_null {
            return Code::word(self.support(Support::Nothing, "_Nothing"));
        }
        if count < 2 || !told_apart || !is_deep {
            return Code::either(codes.collect());
        }
        let annotated = self.import("typing", "Annotated");
        let name = self.import("pydantic", "Tag");
        let tagged = codes.zip(tags).map(|(code, tag)| {
            Code::of(annotated, vec![code, Code::call(name, vec![Code::word(format!("\"{tag}\""))])])
        });
        let arms = Code::either(tagged.collect());
        let find = self.support(Support::Kind, "_json_type");
        let discriminator = Code::call(self.import("pydantic", "Discriminator"), vec![Code::word(find)]);
        Code::of(annotated, vec![arms, discriminator])
    }

    /// A type for each type of JSON but null.
    fn operands(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> Vec<Operand> {
        let kinds = shape.kinds;
        let mut operands = Vec::new();
        if kinds.contains(Kinds::STRING) {
            let code = self.string(shape);
            let known: Vec<Code> = shape
                .annotations
                .open
                .iter()
                .filter_map(|known| listed(&Value::from(known.as_str())))
                .map(Code::word)
                .collect();
            let code = if known.is_empty() {
                code
            } else {
                Code::either(vec![Code::of(self.import("typing", "Literal"), known), code])
            };
            operands.push(Operand { code, kinds: Kinds::STRING, is_deep: false });
        }
        let number = kinds.intersection(Kinds::NUMBER);
        if number == Kinds::FRACTION {
            let help = "take whole numbers as well: `\"type\": \"number\"`";
            self.refuse(shape, "type", "only numbers with a fraction are no type of Python", help);
        } else if !number.is_empty() {
            operands.push(Operand { code: self.number(shape, number), kinds: number, is_deep: false });
        }
        if kinds.contains(Kinds::BOOLEAN) {
            operands.push(Operand { code: Code::word("bool"), kinds: Kinds::BOOLEAN, is_deep: false });
        }
        if kinds.contains(Kinds::ARRAY) {
            let is_deep = shape.array.items.as_ref().is_some_and(|items| self.is_deep(items));
            operands.push(Operand { code: self.array(name, shape, uses), kinds: Kinds::ARRAY, is_deep });
        }
        if kinds.contains(Kinds::OBJECT) {
            operands.push(Operand { code: self.object(name, shape, uses), kinds: Kinds::OBJECT, is_deep: true });
        }
        if let Some(value) = shape.excluded.iter().find(|value| !value.is_string()) {
            let message = format!("`{value}` cannot be left out of a type of Python");
            self.refuse(shape, "not", &message, "leave out strings, or list what is taken by `enum`");
        }
        operands
    }

    /// Whether a value of the shape may have something in it that can be wrong by itself.
    pub(super) fn is_deep(&self, shape: &Shape) -> bool {
        let shape = self.export.model.resolve(shape);
        let deep = Kinds::ARRAY.union(Kinds::OBJECT);
        !shape.kinds.intersection(deep).is_empty() && !takes_anything(shape)
    }

    fn number(&mut self, shape: &Shape, kinds: Kinds) -> Code {
        let rules = &shape.number;
        let is_whole = kinds == Kinds::INTEGER || !rules.multiples.is_empty();
        let mut constraints = bounds(rules, is_whole);
        if let Some(multiple) = common_multiple(&rules.multiples) {
            constraints.extend((!rules.multiples.is_empty()).then(|| Code::named("multiple_of", multiple.to_string())));
        } else {
            self.refuse(
                shape,
                "multipleOf",
                "these multiples have none in common that can be written",
                "leave one out",
            );
        }
        // A hand-written type reads integers as they are written.
        let base = if is_whole && shape.annotations.scalar.is_some() {
            Code::word("int")
        } else if is_whole {
            Code::word(self.support(Support::Integer, "_Integer"))
        } else {
            Code::either(vec![Code::word("int"), Code::word("float")])
        };
        if constraints.is_empty() {
            return base;
        }
        let field = Code::call(self.import("pydantic", "Field"), constraints);
        self.annotated(vec![base, field])
    }

    fn array(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> Code {
        let rules = &shape.array;
        let items = match &rules.items {
            Some(items) => self.slot(&format!("{name}Item"), items, uses),
            None => Code::word(self.import("typing", "Any")),
        };
        let mut parts = vec![Code::of("list", vec![items])];
        let counts = counts(rules.min_items, rules.max_items);
        if !counts.is_empty() {
            parts.push(Code::call(self.import("pydantic", "Field"), counts));
        }
        if rules.unique {
            let check = self.support(Support::Unique, "_refuse_twice");
            parts.push(Code::call(self.import("pydantic", "AfterValidator"), vec![Code::word(check)]));
        }
        self.annotated(parts)
    }

    fn object(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> Code {
        if has_members(shape) {
            let name = if self.taken.contains(name) { format!("{name}Object") } else { name.to_owned() };
            let name = self.taken.unique(name);
            uses.insert(name.clone());
            self.class(&name, shape);
            return Code::word(name);
        }
        let rules = &shape.object;
        let any = |writer: &mut Self| Code::word(writer.import("typing", "Any"));
        let mut key = match &rules.names {
            Some(names) => self.slot(&format!("{name}Name"), names, uses),
            None => Code::word("str"),
        };
        let mut check = None;
        let value = match (&rules.additional, rules.patterns.as_slice()) {
            (Additional::Open, []) => any(self),
            (Additional::Shape(other), []) => self.slot(&format!("{name}Value"), other, uses),
            (Additional::Closed, [one]) if rules.names.is_none() => {
                let constraint = Code::named("pattern", super::literal::pattern(&one.pattern.rust));
                let constraint = Code::call(self.import("pydantic", "StringConstraints"), vec![constraint]);
                key = self.annotated(vec![key, constraint]);
                self.slot(&format!("{name}Value"), &one.shape, uses)
            }
            (Additional::Closed, []) => Code::word(self.support(Support::Nothing, "_Nothing")),
            _ => {
                let named = self.named(name, shape, uses);
                check = Some(Code::word(format!("{named}.check")));
                any(self)
            }
        };
        let mut parts = vec![Code::of("dict", vec![key, value])];
        let counts = counts(rules.min_members, rules.max_members);
        if !counts.is_empty() {
            parts.push(Code::call(self.import("pydantic", "Field"), counts));
        }
        if let Some(check) = check {
            parts.push(Code::call(self.import("pydantic", "AfterValidator"), vec![check]));
        }
        self.annotated(parts)
    }

    /// What judges members by the patterns of their names.
    pub(super) fn named(&mut self, name: &str, shape: &'e Shape, uses: &mut BTreeSet<String>) -> String {
        let rules = &shape.object;
        let named = format!("_{}_members", attribute(name));
        let mut own = BTreeSet::new();
        let patterns = rules.patterns.iter().enumerate().map(|(index, one)| {
            let kind = self.slot(&format!("{name}Value{}", index + 1), &one.shape, &mut own);
            let items = vec![Code::word(super::literal::pattern(&one.pattern.rust)), kind];
            Code::Bracket { head: String::new(), brackets: Brackets::Round, items }
        });
        let patterns = Code::of("", patterns.collect());
        let other = match &rules.additional {
            Additional::Open if self.export.closes(shape) => Code::word(self.support(Support::Nothing, "_Nothing")),
            Additional::Open => Code::word(self.import("typing", "Any")),
            Additional::Closed => Code::word(self.support(Support::Nothing, "_Nothing")),
            Additional::Shape(other) => self.slot(&format!("{name}Value"), other, &mut own),
        };
        let lazy = Code::After("lambda: ".to_owned(), Box::new(Code::call("", vec![patterns, other])));
        let code = Code::call(self.support(Support::Named, "_Named"), vec![lazy]);
        self.constant(&named, &code);
        uses.insert(named.clone());
        uses.extend(own);
        named
    }

    fn listed(&mut self, shape: &Shape, values: &[Value]) -> Code {
        let codes: Vec<Code> = values.iter().filter_map(listed).map(Code::word).collect();
        if codes.len() < values.len() {
            let keyword = if shape.keyword("enum").is_some() { "enum" } else { "const" };
            let help = "list strings, whole numbers and booleans, or say what is in it by `properties` and `items`";
            self.refuse(shape, keyword, "a `Literal` of Python lists no fractions, arrays or objects", help);
        }
        if codes.is_empty() {
            return Code::either(Vec::new());
        }
        Code::of(self.import("typing", "Literal"), codes)
    }

    /// A type with what is said of it.
    pub(super) fn annotated(&mut self, mut parts: Vec<Code>) -> Code {
        if parts.len() == 1 {
            return parts.remove(0);
        }
        Code::of(self.import("typing", "Annotated"), parts)
    }
}

/// Whether anything is said beyond the type.
fn has_rules(shape: &Shape) -> bool {
    let object = &shape.object;
    has_members(shape)
        || !object.patterns.is_empty()
        || object.names.is_some()
        || object.min_members.is_some()
        || object.max_members.is_some()
        || shape.array.items.is_some()
        || shape.array.min_items.is_some()
        || shape.array.max_items.is_some()
        || shape.array.unique
        || shape.number != NumberRules::default()
        || shape.string != crate::model::StringRules::default()
        || !shape.excluded.is_empty()
        || !matches!(object.additional, Additional::Open)
}

/// Whether a shape takes every value.
pub(super) fn takes_anything(shape: &Shape) -> bool {
    let takes_null = shape.nullable || shape.kinds.contains(Kinds::NULL);
    shape.reference.is_none()
        && shape.union.is_none()
        && shape.values.is_none()
        && shape.kinds.union(Kinds::NULL) == Kinds::ALL
        && takes_null
        && !has_rules(shape)
}

pub(super) fn or_null(code: Code, is_nullable: bool) -> Code {
    match code {
        Code::Word(word) if word == "Any" => Code::Word(word),
        code if is_nullable => Code::either(match code {
            Code::Either(operands) if operands.is_empty() => vec![Code::word("None")],
            code => vec![code, Code::word("None")],
        }),
        code => code,
    }
}

fn counts(least: Option<u64>, most: Option<u64>) -> Vec<Code> {
    let count = |name, bound: Option<u64>| bound.map(|bound| Code::named(name, bound.to_string()));
    [count("min_length", least), count("max_length", most)].into_iter().flatten().collect()
}

fn bounds(rules: &NumberRules, is_whole: bool) -> Vec<Code> {
    let mut codes = Vec::new();
    let sides = [(&rules.minimum, "ge", "gt", f64::ceil as fn(f64) -> f64), (&rules.maximum, "le", "lt", f64::floor)];
    for (bound, with, without, inward) in sides {
        let Some(Bound { value, exclusive }) = bound else { continue };
        let fraction = value.as_f64().filter(|_| !value.is_i64() && !value.is_u64());
        codes.push(match fraction {
            // What is beyond a fraction is beyond the next whole number, or is it.
            Some(float) if is_whole && float.fract() != 0.0 => Code::named(with, format!("{:.0}", inward(float))),
            Some(float) if float.fract() == 0.0 => {
                Code::named(if *exclusive { without } else { with }, format!("{float:.0}"))
            }
            _ => Code::named(if *exclusive { without } else { with }, number(value)),
        });
    }
    codes
}

fn number(number: &Number) -> String {
    number.to_string().to_ascii_lowercase().replace("e+", "e")
}

/// The least number that all divide; nothing where it has more than 64 bits.
fn common_multiple(multiples: &[u64]) -> Option<u64> {
    multiples.iter().try_fold(1_u64, |common, &multiple| {
        let (mut left, mut right) = (common, multiple);
        while right != 0 {
            (left, right) = (right, left % right);
        }
        common.checked_div(left)?.checked_mul(multiple)
    })
}
