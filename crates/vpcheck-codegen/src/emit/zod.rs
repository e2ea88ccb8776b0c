//! Zod 4 schemas, with the types that are inferred from them.
//!
//! What a schema uses stands before it; what refers back to something later is a getter. A union knows its option before it
//! looks into any, so that its issues name the member and not all that is wrong with each option. Formats, lengths in characters
//! and what null means are spelt out: those of Zod take and refuse something else.

mod code;
mod shape;
mod string;
mod support;

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    fmt::Write as _,
};

use vpcheck_syntax::Diagnostic;

use self::{
    code::{Code, Object},
    support::Support,
};
use super::typescript::{comment::comment, is_flavored, literal::string};
use crate::{
    export::{Export, Form, references, refuse, shapes},
    model::{DefinitionId, Documentation, Shape},
};

/// The one form.
pub(crate) static FORMS: [Form; 1] = [Form { name: "", about: "a module for Zod 4 and `tsc --strict`" }];

/// Names of JavaScript that the code uses itself, and of what is written before the schemas.
const RESERVED: [&str; 16] = [
    "Array",
    "Choice",
    "ChoiceDef",
    "Date",
    "JSON",
    "MemberRules",
    "Members",
    "MembersDef",
    "Number",
    "Object",
    "Option",
    "Problem",
    "Promise",
    "Record",
    "RegExp",
    "Set",
];

/// What every object has in JavaScript, whether or not it is a member: Zod reads it all the same.
const INHERITED: [&str; 12] = [
    "__defineGetter__",
    "__defineSetter__",
    "__lookupGetter__",
    "__lookupSetter__",
    "__proto__",
    "constructor",
    "hasOwnProperty",
    "isPrototypeOf",
    "propertyIsEnumerable",
    "toLocaleString",
    "toString",
    "valueOf",
];

/// The module.
pub(crate) fn write(export: &Export<'_>, _: &Form) -> Result<String, Vec<Diagnostic>> {
    let mut writer = Writer {
        export,
        names: HashMap::new(),
        taken: HashSet::new(),
        patterns: HashMap::new(),
        written: BTreeSet::new(),
        support: Support::default(),
        text: String::new(),
        members: 0,
        is_late: false,
        refusals: refusals(export),
    };
    writer.name_all();
    for id in in_order(export) {
        writer.define(id);
    }
    if !writer.refusals.is_empty() {
        return Err(writer.refusals);
    }
    let support = writer.support.text();
    Ok(format!("// {}\n\nimport * as z from \"zod\";\n{support}{}", export.origin(), writer.text))
}

const ROUNDED: &str =
    "JavaScript reads a number beyond 2^53 as the nearest double, so that it may pass for the bound itself";

/// What is lost of a keyword. What else cannot be said is refused.
pub(crate) fn loses(_: &Form, shape: &Shape, keyword: &str) -> Option<&'static str> {
    let bound = match keyword {
        "minimum" | "exclusiveMinimum" => shape.number.minimum.as_ref(),
        "maximum" | "exclusiveMaximum" => shape.number.maximum.as_ref(),
        _ => None,
    };
    bound.filter(|bound| !shape::is_safe(bound)).map(|_| ROUNDED)
}

/// What has no equal.
fn refusals(export: &Export<'_>) -> Vec<Diagnostic> {
    let mut refusals = Vec::new();
    for shape in shapes(export.model, &export.roots) {
        if let Some(keyword) = shape.string.hand_written.first() {
            let message = format!("only the hand-written type of `x-type` knows what this `{keyword}` says");
            let help = "say it by `pattern`, or by `not` with patterns in it";
            refusals.push(refuse(shape, keyword, message).with_help(help));
        }
        for member in shape.object.members.iter().filter(|member| INHERITED.contains(&member.name.as_str())) {
            let message =
                format!("every object of JavaScript has `{}`, so Zod cannot see that it is absent", member.name);
            let help = "leave the member out of this export";
            refusals.push(refuse(shape, "properties", message).with_help(help));
        }
    }
    refusals
}

/// What is wanted and what it uses, each after what it uses, where that can be.
fn in_order(export: &Export<'_>) -> Vec<DefinitionId> {
    let mut order = Vec::new();
    let mut seen = BTreeSet::new();
    let mut stack: Vec<(DefinitionId, bool)> = export.roots.iter().rev().map(|&id| (id, false)).collect();
    while let Some((id, is_done)) = stack.pop() {
        if is_done {
            order.push(id);
        } else if seen.insert(id) {
            stack.push((id, true));
            let used = references(&export.model.definition(id).shape);
            stack.extend(used.into_iter().rev().filter(|id| !seen.contains(id)).map(|id| (id, false)));
        }
    }
    order
}

/// What is written so far.
struct Writer<'e> {
    export: &'e Export<'e>,
    /// What the definitions are called.
    names: HashMap<DefinitionId, String>,
    taken: HashSet<String>,
    /// The names of regular expressions that are written already.
    patterns: HashMap<String, String>,
    written: BTreeSet<DefinitionId>,
    support: Support,
    text: String,
    /// In how many members of objects the shape is that is being written.
    members: usize,
    /// Whether a definition was used that is not written yet.
    is_late: bool,
    refusals: Vec<Diagnostic>,
}

impl Writer<'_> {
    fn name_all(&mut self) {
        let definitions = &self.export.model.definitions;
        self.taken = definitions.iter().map(|definition| definition.name.clone()).collect();
        self.taken.extend(support::names().map(str::to_owned));
        for (index, definition) in definitions.iter().enumerate() {
            let is_ours = RESERVED.contains(&definition.name.as_str());
            let name =
                if is_ours { self.unique(&format!("{}Schema", definition.name)) } else { definition.name.clone() };
            self.names.insert(DefinitionId(index), name);
        }
    }

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

    fn name_of(&self, id: DefinitionId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    fn define(&mut self, id: DefinitionId) {
        let shape = &self.export.model.definition(id).shape;
        let name = self.name_of(id);
        self.is_late = false;
        let mut code = self.rules(&name, shape);
        if is_flavored(shape) {
            code = code.then(&format!("brand<{}>", string(&name)), Vec::new());
        }
        if shape.nullable && !self.is_null_of_target(shape) {
            code = code.then("nullable", Vec::new());
        }
        let told = told(&shape.documentation);
        if !told.members.is_empty() {
            code = code.then("meta", vec![Code::Object(told)]);
        }
        // Without a type of its own the compiler would look for it in the definition itself.
        let type_ = if self.is_late { ": z.ZodType" } else { "" };
        self.text.push('\n');
        self.text.push_str(&comment(&shape.documentation, ""));
        self.text.push_str(&code.statement(&format!("export const {name}{type_} =")));
        let type_ = format!("export type {name} = z.infer<typeof {name}>;");
        let type_ =
            if type_.len() > 80 { format!("export type {name} = z.infer<\n  typeof {name}\n>;") } else { type_ };
        let _ = writeln!(self.text, "\n{type_}");
        self.written.insert(id);
    }
}

/// What a definition says for people, where programs find it.
fn told(documentation: &Documentation) -> Object {
    let mut members = Vec::new();
    members.extend(documentation.title.as_ref().map(|title| code::Member::of("title", Code::text(string(title)))));
    members.extend(described(documentation).map(|text| code::Member::of("description", Code::text(text))));
    let examples: Vec<Code> = documentation
        .examples
        .iter()
        .filter(|example| !example.is_array() && !example.is_object())
        .filter_map(|example| shape::literal(example).map(Code::text))
        .collect();
    if !examples.is_empty() {
        members.push(code::Member::of("examples", Code::List(examples)));
    }
    if documentation.deprecated {
        members.push(code::Member::of("deprecated", Code::text("true")));
    }
    Object { members, is_open: false }
}

/// The description and what the values mean, as a string of TypeScript.
fn described(documentation: &Documentation) -> Option<String> {
    let values = documentation.values.iter().map(|(value, meaning)| format!("- `{value}`: {meaning}"));
    let lines: Vec<String> = documentation.description.iter().cloned().chain(values).collect();
    (!lines.is_empty()).then(|| string(&lines.join("\n")))
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
    fn shapes_become_schemas() {
        let schema = r##"{"title": "all", "type": "object", "required": ["a-b"], "properties": {
            "a-b": {"enum": ["it", 1, null]},
            "list": {"type": "array", "items": {"type": "string", "maxLength": 3}, "uniqueItems": true},
            "deep": {"type": ["object", "null"], "properties": {"id": {"$ref": "#/$defs/Id"}}},
            "never": false, "any": true, "gone": {"type": "null"}, "size": {"type": "integer"},
            "up": {"$ref": "#"}
        }, "$defs": {"Id": {"type": "string", "pattern": "^a/"}}}"##;
        let text = written(schema).expect("all can be said");
        for line in [
            "export const All = z",
            "    \"a-b\": z.literal([\"it\", 1]).nullable(),",
            "    any: z.unknown().optional(),",
            "    never: z.never(\"`never` is not for an all: leave it out\").optional(),",
            "    gone: z.null(\"`gone` is not for an all: leave it out\").optional(),",
            "      .refine(Number.isInteger, \"expected a whole number\")",
            "    get up() {",
            "      return All.optional();",
            "            (text) => characters(text) <= 3,",
            "            \"expected 3 characters at most\",",
            "  .regex(/^a\\//u, \"expected a match of ^a/\")",
        ] {
            assert!(text.lines().any(|written| written == line), "{line}\n{text}");
        }
    }

    #[test]
    fn names_of_a_schema_are_never_taken_for_ours() {
        let schema = r##"{"$ref": "#/$defs/Object", "$defs": {
            "Object": {"type": "object", "properties": {"set": {"$ref": "#/$defs/Set"}}},
            "Set": {"type": "array", "items": {"type": ["string", "boolean"]}}
        }}"##;
        let text = written(schema).expect("all can be said");
        assert!(text.contains("export const ObjectSchema = z.looseObject({"), "{text}");
        assert!(text.contains("  set: SetSchema.optional(),"), "{text}");
    }

    #[test]
    fn what_every_object_of_javascript_has_is_refused_at_its_place() {
        let schema =
            r#"{"type": "object", "properties": {"a": {"properties": {"constructor": true}, "type": "object"}}}"#;
        let refusals = written(schema).expect_err("it is refused");
        let places: Vec<&str> = refusals.iter().map(|refusal| refusal.pointer.as_str()).collect();
        assert_eq!(places, ["/properties/a/properties"]);
    }

    #[test]
    fn texts_of_a_schema_stay_in_their_strings() {
        let schema =
            r#"{"title": "`${x}`", "description": "\"; */ evil() //\u2028", "type": "string", "pattern": "[/\u202e]"}"#;
        let text = written(schema).expect("all can be said");
        assert!(!text.contains(['\u{2028}', '\u{202e}']), "{text}");
        for line in [
            r#"/** "; *\/ evil() //\u{2028} */"#,
            r#"  .regex(/[\/\u{202e}]/u, 'expected a `${x}`: "; */ evil() //')"#,
            r#"  .meta({ title: "`${x}`", description: '"; */ evil() //\u2028' });"#,
        ] {
            assert!(text.lines().any(|written| written == line), "{line}\n{text}");
        }
    }
}
