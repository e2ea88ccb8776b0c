//! TypeScript declarations.
//!
//! An object is an interface, a union is a union of interfaces that the compiler tells apart, and a member that another arm has is
//! `?: null` or `?: never`. A string with rules is a type of its own, so that one id is not taken for another, and any string is
//! still assigned to it. What a type cannot say is a loss: bounds, patterns, and that a number is whole.

pub(crate) mod comment;
mod expression;
pub(crate) mod literal;

use std::{collections::HashSet, fmt::Write as _};

use vpcheck_syntax::Diagnostic;

pub(crate) use self::expression::is_flavored;
use self::{comment::comment, expression::Expression, literal::member_name};
use crate::{
    export::{Export, Form, reached},
    model::{Additional, Kinds, Shape},
    pass::pascal,
};

/// The one form.
pub(crate) static FORMS: [Form; 1] = [Form { name: "", about: "declarations for `tsc --strict`" }];

/// How a string with rules is declared.
fn flavored(name: &str) -> String {
    format!(
        "\
declare const flavor: unique symbol;

/** A string of one kind: any string is assigned to it, and one of another kind is not. */
export type {name}<Kind extends string> = string & {{
  readonly [flavor]?: Kind;
}};
"
    )
}

/// The declarations of what is wanted and what it uses, in the order of the schema.
pub(crate) fn write(export: &Export<'_>, _: &Form) -> Result<String, Vec<Diagnostic>> {
    let model = export.model;
    let taken: HashSet<String> = model.definitions.iter().map(|definition| definition.name.clone()).collect();
    let mut writer = Writer {
        export,
        taken,
        flavored: String::new(),
        text: String::new(),
        queue: Vec::new(),
        uses_flavor: false,
        refusals: Vec::new(),
    };
    writer.flavored = writer.unique("Flavored");
    for id in reached(model, &export.roots) {
        let definition = model.definition(id);
        writer.declare(&definition.name, &definition.shape);
        while let Some((name, shape)) = writer.queue.pop() {
            writer.text.push('\n');
            writer.interface(&name, shape);
        }
    }
    if !writer.refusals.is_empty() {
        return Err(writer.refusals);
    }
    let mut text = format!("// {}\n", export.origin());
    if writer.uses_flavor {
        text.push('\n');
        text.push_str(&flavored(&writer.flavored));
    }
    text.push_str(&writer.text);
    Ok(text)
}

/// What a type cannot say of a keyword.
pub(crate) fn loses(_: &Form, shape: &Shape, keyword: &str) -> Option<&'static str> {
    let kinds = shape.kinds;
    Some(match keyword {
        "type" if kinds.contains(Kinds::INTEGER) && !kinds.contains(Kinds::FRACTION) => {
            "there are no whole numbers: `number` takes fractions"
        }
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => "a number has no bounds",
        "minLength" | "maxLength" => "a string has no length",
        "pattern" | "format" => "a string has no pattern",
        "anyOf" | "oneOf" if !shape.string.choices.is_empty() => "a string has no pattern",
        "not" if kinds.is_empty() => return None,
        "not" => "a type cannot leave out some of the values of another",
        "minItems" | "maxItems" => "an array has no length",
        "uniqueItems" => "the items of an array are not compared",
        "minProperties" | "maxProperties" => "members are not counted",
        "propertyNames" | "patternProperties" => "names have no pattern",
        "additionalProperties" if matches!(shape.object.additional, Additional::Closed) => {
            "a member that is not listed is refused in a literal only"
        }
        "additionalProperties" if !shape.object.members.is_empty() => {
            "an index signature would be for the members that are listed as well"
        }
        _ => return None,
    })
}

/// What is written so far.
struct Writer<'e> {
    export: &'e Export<'e>,
    taken: HashSet<String>,
    /// The name of the type of strings with rules.
    flavored: String,
    text: String,
    /// Parts that get a name of their own, to be declared next.
    queue: Vec<(String, &'e Shape)>,
    uses_flavor: bool,
    refusals: Vec<Diagnostic>,
}

impl<'e> Writer<'e> {
    /// A name that nothing has yet.
    fn unique(&mut self, wanted: &str) -> String {
        let mut name = wanted.to_owned();
        let mut number = 2;
        while !self.taken.insert(name.clone()) {
            name = format!("{wanted}{number}");
            number += 1;
        }
        name
    }

    fn declare(&mut self, name: &str, shape: &'e Shape) {
        self.text.push('\n');
        self.text.push_str(&comment(&shape.documentation, ""));
        if is_interface(shape) {
            return self.interface(name, shape);
        }
        let expression = if expression::is_flavored(shape) {
            self.uses_flavor = true;
            let flavored = format!("{}<{}>", self.flavored, literal::string(name));
            Expression::of(flavored).or_null(shape.nullable)
        } else {
            self.expression(name, shape)
        };
        let _ = writeln!(self.text, "{}", expression.after(&format!("export type {name} ="), ""));
    }

    fn interface(&mut self, name: &str, shape: &'e Shape) {
        let _ = writeln!(self.text, "export interface {name} {{");
        for member in &shape.object.members {
            let documentation = &member.shape.documentation;
            let optional = if member.required { "" } else { "?" };
            let readonly = if documentation.read_only { "readonly " } else { "" };
            let part = format!("{name}{}", pascal(&member.name).unwrap_or_default());
            let expression = self.slot(&part, &member.shape);
            self.text.push_str(&comment(documentation, "  "));
            let start = format!("  {readonly}{}{optional}:", member_name(&member.name));
            let _ = writeln!(self.text, "{}", expression.after(&start, "  "));
        }
        let others = match &shape.object.additional {
            Additional::Shape(other) if shape.object.members.is_empty() && shape.object.patterns.is_empty() => {
                Some(self.slot(&format!("{name}Member"), other))
            }
            Additional::Shape(_) => Some(Expression::of("unknown")),
            _ if !shape.object.patterns.is_empty() => Some(Expression::of("unknown")),
            _ if self.takes_anything_else(shape) => Some(Expression::of("unknown")),
            _ => None,
        };
        if let Some(others) = others {
            let _ = writeln!(self.text, "{}", others.after("  [name: string]:", "  "));
        }
        self.text.push_str("}\n");
    }
}

impl Writer<'_> {
    /// Whether an object has to be told to take other members. Where all that it lists are optional, the compiler refuses a value
    /// that has none of them, even one that is no literal.
    fn takes_anything_else(&self, shape: &Shape) -> bool {
        let object = &shape.object;
        matches!(object.additional, Additional::Open)
            && !object.members.iter().any(|member| member.required)
            && !shape.annotations.warns_of_unknown_members
            && !self.export.closes(shape)
    }
}

/// Whether a shape is an interface: an object, and nothing else.
fn is_interface(shape: &Shape) -> bool {
    shape.kinds == Kinds::OBJECT
        && shape.reference.is_none()
        && !shape.nullable
        && shape.union.is_none()
        && shape.values.is_none()
        && expression::has_members(shape)
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::Source;

    use super::*;

    fn written(schema: &str) -> Result<String, Vec<Diagnostic>> {
        let source = Source::json("s.json", schema.as_bytes());
        let model = crate::read(&source).model.expect("nothing is refused");
        write(&Export::whole(&model, &source), &FORMS[0])
    }

    #[test]
    fn shapes_become_types() {
        let schema = r##"{"title": "all", "type": "object", "required": ["a-b"], "properties": {
            "a-b": {"enum": ["it", 1, null]},
            "list": {"type": "array", "items": {"type": ["string", "integer"]}},
            "deep": {"type": ["object", "null"], "properties": {"id": {"$ref": "#/$defs/Id", "readOnly": true}}},
            "never": false, "any": true, "gone": {"type": "null"},
            "map": {"type": "object", "additionalProperties": {"$ref": "#"}}
        }, "$defs": {"Id": {"type": "string", "pattern": "^a"}}}"##;
        let text = written(schema).expect("all can be said");
        for line in [
            "export interface All {",
            "  \"a-b\": \"it\" | 1 | null;",
            "  list?: (string | number)[];",
            "  deep?: AllDeep | null;",
            "  never?: never;",
            "  any?: unknown;",
            "  gone?: null;",
            "  readonly id?: Id;",
            "  [name: string]: All;",
            "export type Id = Flavored<\"Id\">;",
        ] {
            assert!(text.lines().any(|written| written == line), "{line}\n{text}");
        }
    }

    #[test]
    fn names_of_a_schema_are_never_taken_for_ours() {
        let schema = r##"{"$ref": "#/$defs/Flavored", "$defs": {
            "Flavored": {"type": "object", "properties": {"id": {"$ref": "#/$defs/Array"}, "map": {"type": "object"}}},
            "Array": {"type": "string", "minLength": 1}, "Record": {"type": "array", "items": {"type": ["string", "boolean"]}}
        }}"##;
        let text = written(schema).expect("all can be said");
        for line in [
            "export interface Flavored {",
            "export type Array = Flavored2<\"Array\">;",
            "  map?: { [name: string]: unknown };",
            "export type Record = (string | boolean)[];",
        ] {
            assert!(text.lines().any(|written| written == line), "{line}\n{text}");
        }
    }

    #[test]
    fn listed_arrays_are_refused_at_their_place() {
        let refusals =
            written(r#"{"type": "object", "properties": {"a": {"const": [1]}}}"#).expect_err("it is refused");
        let places: Vec<&str> = refusals.iter().map(|refusal| refusal.pointer.as_str()).collect();
        assert_eq!(places, ["/properties/a/const"]);
    }
}
