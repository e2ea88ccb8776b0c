//! Variables of a Terraform module, with validation blocks.
//!
//! A shape becomes [checks](check): each is one block, whose message names the member and says what is right. Terraform evaluates all
//! of a condition, and knows no references, so that each check looks at its member from the variable on, holds where something
//! around it is wrong already, and fails on no value. In the form `any` a variable is what was written. In the form `typed`
//! Terraform converts it first, which is why some mistakes cannot be seen.

mod check;
mod compile;
mod condition;
mod literal;
mod losses;
mod place;
mod re2;
mod string;
mod types;
mod union;
mod words;

use std::fmt::Write as _;

use vpcheck_syntax::{Diagnostic, escape::escape};

pub(crate) use self::losses::loses;
use self::{
    compile::{Compiler, Presence},
    literal::string as quoted,
    place::Place,
    types::{Attribute, Type, Types},
};
use crate::{
    export::{Export, Form, reached, refuse},
    model::{Definition, DefinitionId, Shape},
    pass::{Taken, pascal, words as words_of},
};

/// The forms. Both declare the same variables, so that a module has one of them.
pub(crate) static FORMS: [Form; 2] = [
    Form {
        name: "typed",
        about: "variables of object types: Terraform converts numbers and strings, and drops unknown attributes",
    },
    Form { name: "any", about: "variables of type `any`, with every mistake seen" },
];

/// How many shapes are looked at, references followed.
const FUEL: usize = 20_000;

/// How long the text is at most.
const LENGTH: usize = 4 << 20;

/// How wide comments are.
const WIDTH: usize = 80;

/// Names that a module cannot give to a variable.
const RESERVED: [&str; 8] =
    ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/// Whether the form has types.
fn is_typed(form: &Form) -> bool {
    form.name == "typed"
}

/// A variable for each definition that is wanted.
pub(crate) fn write(export: &Export<'_>, form: &Form) -> Result<String, Vec<Diagnostic>> {
    let mut text = format!("# {}\n", export.origin());
    let mut taken = Taken::default();
    let mut refusals = Vec::new();
    for id in variables(export) {
        let definition = export.model.definition(id);
        match variable(export, definition, &name(definition, &mut taken), form) {
            Ok(variable) if text.len() + variable.len() <= LENGTH => text.push_str(&variable),
            Ok(_) => refusals.extend(too_long(&definition.shape)),
            Err(refused) => refusals.extend(refused),
        }
    }
    if refusals.is_empty() { Ok(text) } else { Err(refusals) }
}

fn too_long(shape: &Shape) -> Vec<Diagnostic> {
    let message = "the conditions of Terraform would be too long: it has no references";
    vec![refuse(shape, "$ref", message).with_help("export a part of the schema")]
}

/// The definitions that are wanted; of a whole schema its root, or else those that no earlier one uses.
fn variables(export: &Export<'_>) -> Vec<DefinitionId> {
    let is_whole = export.roots.len() == export.model.definitions.len();
    match export.model.root {
        Some(root) if is_whole => vec![root],
        None if is_whole => {
            let mut wanted: Vec<DefinitionId> = Vec::new();
            let mut used: Vec<DefinitionId> = Vec::new();
            for &root in &export.roots {
                if !used.contains(&root) {
                    wanted.push(root);
                    used.extend(reached(export.model, &[root]));
                }
            }
            wanted
        }
        _ => export.roots.clone(),
    }
}

/// The name of a variable: without the direction, since a module has one.
fn name(definition: &Definition, taken: &mut Taken) -> String {
    let name = definition.name.as_str();
    let name = if definition.direction.is_some() {
        name.strip_suffix("Request")
            .or_else(|| name.strip_suffix("Response"))
            .filter(|rest| !rest.is_empty())
            .unwrap_or(name)
    } else {
        name
    };
    let name = pascal(name).unwrap_or_else(|| "Value".to_owned());
    let name = words_of(&name).join("_").to_ascii_lowercase();
    taken.unique(if RESERVED.contains(&name.as_str()) { format!("{name}_value") } else { name })
}

fn variable(export: &Export<'_>, definition: &Definition, name: &str, form: &Form) -> Result<String, Vec<Diagnostic>> {
    let shape = &definition.shape;
    let model = export.model;
    let kind = if is_typed(form) { Types::new(export, FUEL).of(shape) } else { Type::Any };
    let is_given = !model.takes_null(shape) && is_typed(form);
    let place =
        Place { it: format!("var.{name}"), path: String::new(), is_there: true, is_given, kind: &kind, depth: 0 };
    let checks = Compiler::new(export, FUEL).slot(shape, &place, Presence::There)?;
    let mut arguments: Vec<(&str, String)> = Vec::new();
    let target = model.resolve(shape);
    let description = shape.documentation.description.as_ref().or(target.documentation.description.as_ref());
    let title = shape.documentation.title.as_ref().or(target.documentation.title.as_ref());
    if let Some(description) = description.or(title) {
        arguments.push(("description", quoted(description)));
    }
    arguments.push(("type", written(&kind, 1)));
    if !model.takes_null(shape) {
        arguments.push(("nullable", "false".to_owned()));
    }
    let mut text = format!("\nvariable {} {{\n", quoted(name));
    aligned(
        &mut text,
        1,
        &arguments.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect::<Vec<_>>(),
    );
    for check in &checks {
        text.push_str(&check.block());
        if text.len() > LENGTH {
            return Err(too_long(shape));
        }
    }
    text.push_str("}\n");
    Ok(text)
}

/// Arguments with their signs below each other, where they are of one line, as `terraform fmt` has them.
fn aligned(text: &mut String, depth: usize, arguments: &[(String, String)]) {
    let indent = "  ".repeat(depth);
    let mut rest = arguments;
    while let Some(((name, value), others)) = rest.split_first() {
        let is_line = |(_, value): &&(String, String)| !value.contains('\n');
        let lines = rest.iter().take_while(is_line).count();
        if lines == 0 {
            let _ = writeln!(text, "{indent}{name} = {value}");
            rest = others;
            continue;
        }
        let (group, others) = rest.split_at(lines);
        let width = group.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        for (name, value) in group {
            let _ = writeln!(text, "{indent}{name:width$} = {value}");
        }
        rest = others;
    }
}

/// A type, with the documentation of the attributes above them.
fn written(kind: &Type, depth: usize) -> String {
    match kind {
        Type::Any | Type::Nothing => "any".to_owned(),
        Type::String => "string".to_owned(),
        Type::Number => "number".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::List(item) => format!("list({})", written(item, depth)),
        Type::Map(item) => format!("map({})", written(item, depth)),
        Type::Object(attributes) => {
            let mut text = "object({\n".to_owned();
            let mut group: Vec<(String, String)> = Vec::new();
            for attribute in attributes {
                let comment = comment(attribute, depth + 1);
                if !comment.is_empty() {
                    aligned(&mut text, depth + 1, &group);
                    group.clear();
                    text.push_str(&comment);
                }
                let kind = written(&attribute.kind, depth + 1);
                let kind = if attribute.required { kind } else { format!("optional({kind})") };
                group.push((attribute.name.clone(), kind));
            }
            aligned(&mut text, depth + 1, &group);
            text.push_str(&"  ".repeat(depth));
            text.push_str("})");
            text
        }
    }
}

/// What the schema says of an attribute, as a comment.
fn comment(attribute: &Attribute, depth: usize) -> String {
    let documentation = &attribute.documentation;
    let mut lines: Vec<String> = Vec::new();
    lines.extend(documentation.description.iter().chain(&documentation.title).next().cloned());
    lines.extend(documentation.values.iter().map(|(value, meaning)| format!("`{value}`: {meaning}")));
    let indent = "  ".repeat(depth);
    let width = WIDTH.saturating_sub(indent.len() + 2);
    let mut text = String::new();
    for line in lines.iter().flat_map(|text| text.split('\n')) {
        let mut used = 0;
        for word in escape(line).split_whitespace() {
            let length = word.chars().count();
            if used == 0 || used + 1 + length > width {
                let start = if used == 0 { "" } else { "\n" };
                let _ = write!(text, "{start}{indent}# {word}");
                used = length;
            } else {
                let _ = write!(text, " {word}");
                used += 1 + length;
            }
        }
        if used > 0 {
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use vpcheck_syntax::Source;

    use super::*;

    fn written(schema: &str, form: &str) -> Result<String, Vec<Diagnostic>> {
        let source = Source::json("s.json", schema.as_bytes());
        let model = crate::read(&source).model.expect("nothing is refused");
        let form = FORMS.iter().find(|other| other.name == form).expect("there is such a form");
        write(&Export::whole(&model, &source), form)
    }

    #[test]
    fn each_rule_is_a_block_whose_message_says_what_is_right() {
        let schema = r##"{"title": "all", "type": "object", "required": ["id"], "properties": {
            "id": {"type": "integer", "minimum": 1}, "a-b": {"type": ["string", "null"], "maxLength": 3},
            "list": {"type": "array", "items": {"$ref": "#/$defs/Word"}}
        }, "$defs": {"Word": {"title": "word", "enum": ["yes", "no"]}}}"##;
        let text = written(schema, "any").expect("all can be said");
        for line in [
            "variable \"all\" {",
            "  type        = any",
            "    error_message = \"`id` is missing: an all needs it.\"",
            "    condition     = try(var.all.id, null) == null || try(var.all.id == floor(var.all.id) && var.all.id >= 1, false)",
            "    error_message = \"`id` is ${substr(jsonencode(try(var.all.id, null)), 0, 80)}: it has to be a whole number not less than 1.\"",
            "      try(var.all[\"a-b\"], null) == null ||",
        ] {
            assert!(text.lines().any(|written| written == line), "{line}\n{text}");
        }
        assert!(
            text.contains("`list[${index}]` is ${substr(jsonencode(item), 0, 80)}: a word is `yes` or `no`."),
            "{text}"
        );
        assert!(
            text.contains("alltrue([for item in var.all.list : try(contains([\"yes\", \"no\"], item), false)])"),
            "{text}"
        );
    }

    #[test]
    fn types_are_those_of_the_schema() {
        let schema = r#"{"title": "all", "type": "object", "required": ["id"], "properties": {
            "id": {"type": "integer", "description": "Its number."}, "name": {"type": "string"},
            "deep": {"anyOf": [{"type": "null"}, {"type": "object", "properties": {"on": {"type": "boolean"}}}]},
            "either": {"type": ["string", "integer", "null"]}
        }}"#;
        let text = written(schema, "typed").expect("all can be said");
        let expected = "\
  type = object({
    # Its number.
    id   = number
    name = optional(string)
    deep = optional(object({
      on = optional(bool)
    }))
    either = optional(any)
  })
";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn what_has_no_end_or_no_equal_is_refused_at_its_place() {
        for (schema, place) in [
            (r##"{"title": "tree", "type": "object", "properties": {"next": {"$ref": "#"}}}"##, "/properties/next"),
            (r#"{"title": "word", "type": "string", "pattern": "^a{1001}$"}"#, "/pattern"),
            (r#"{"title": "list", "type": "object", "properties": {"0": {"type": "string"}}}"#, "/properties/0/type"),
        ] {
            for form in ["typed", "any"] {
                let refusals = written(schema, form).expect_err("it is refused");
                let places: Vec<&str> = refusals.iter().map(|refusal| refusal.pointer.as_str()).collect();
                assert_eq!(places, [place], "{form}: {schema}");
            }
        }
    }

    #[test]
    fn what_grows_without_bound_is_refused() {
        let definition = |number: usize| {
            let next = format!(r##"{{"$ref": "#/$defs/D{}"}}"##, number + 1);
            format!(r#""D{number}": {{"type": "object", "properties": {{"a": {next}, "b": {next}}}}},"#)
        };
        let definitions: String = (0..40).map(definition).collect::<Vec<_>>().concat();
        let schema = format!(r##"{{"$ref": "#/$defs/D0", "$defs": {{{definitions} "D40": {{"type": "string"}}}}}}"##);
        for form in ["typed", "any"] {
            let refusals = written(&schema, form).expect_err("it is refused");
            assert!(refusals[0].message.contains("too long"), "{refusals:?}");
        }
    }

    #[test]
    fn texts_of_a_schema_stay_texts() {
        let schema = r#"{"title": "a\"\n} ${var.x}", "description": "%{ for x in y } \u202e", "type": "object",
            "properties": {"${self}": {"enum": ["${1 + 1}", "\"}"]}}}"#;
        for form in ["typed", "any"] {
            let text = written(schema, form).expect("all can be said");
            assert!(!text.contains("${var.x}") && !text.contains("%{") && !text.contains("${self}"), "{text}");
            assert!(!text.contains("${1") && !text.contains('\u{202e}'), "{text}");
        }
    }
}
