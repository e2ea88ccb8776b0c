//! Models of Pydantic 2.
//!
//! An object is a class, a union is found by its discriminator and never tried, and everything else is an alias with constraints.
//! Nothing is converted: the models are strict. Unknown members are kept, so that what was read is what is written back. Regular
//! expressions are those of the `regex` crate, which pydantic itself uses.

mod annotation;
mod docstring;
mod items;
mod layout;
mod literal;
mod model;
mod string;
mod support;
mod union;

use std::collections::{BTreeMap, BTreeSet};

use vpcheck_syntax::Diagnostic;

use self::{
    docstring::docstring,
    items::{Item, Kind},
    layout::Code,
    support::Support,
};
use crate::{
    export::{Export, Form, reached, refuse, shapes},
    model::{DefinitionId, Documentation, Shape},
    pass::Taken,
};

/// The one form.
pub(crate) static FORMS: [Form; 1] =
    [Form { name: "", about: "a module for Python 3.10 or later, clean for `mypy --strict`" }];

/// Names that the module has from elsewhere.
const RESERVED: &[&str] = &[
    "AfterValidator",
    "Annotated",
    "Any",
    "BaseModel",
    "BeforeValidator",
    "Callable",
    "ConfigDict",
    "Discriminator",
    "Field",
    "Hashable",
    "Literal",
    "Mapping",
    "ModelWrapValidatorHandler",
    "None",
    "PydanticCustomError",
    "SchemaValidator",
    "Self",
    "StringConstraints",
    "Tag",
    "TypeAdapter",
    "TypeAlias",
    "TypeAliasType",
    "TypeVar",
    "ValidationError",
    "ValidationInfo",
];

/// The module.
pub(crate) fn write(export: &Export<'_>, _: &Form) -> Result<String, Vec<Diagnostic>> {
    let mut taken = Taken::default();
    for name in RESERVED.iter().chain(&["True", "False"]) {
        taken.unique((*name).to_owned());
    }
    let definitions = reached(export.model, &export.roots);
    let names = definitions.iter().map(|&id| (id, taken.unique(export.model.definition(id).name.clone()))).collect();
    let mut writer = Writer {
        export,
        names,
        taken,
        items: Vec::new(),
        imports: BTreeMap::new(),
        support: BTreeSet::new(),
        refusals: hand_written(export),
    };
    for id in definitions {
        writer.define(&writer.name(id), &export.model.definition(id).shape);
    }
    if writer.refusals.is_empty() { Ok(writer.module()) } else { Err(writer.refusals) }
}

/// A hand-written type checks what no keyword of the model says.
fn hand_written(export: &Export<'_>) -> Vec<Diagnostic> {
    let refusals = shapes(export.model, &export.roots).into_iter().filter_map(|shape| {
        let keyword = shape.string.hand_written.first()?;
        let message = format!("only the hand-written type of `x-type` knows what this `{keyword}` says");
        Some(refuse(shape, keyword, message).with_help("say it by `pattern`, or by `not` with patterns in it"))
    });
    refusals.collect()
}

/// What is written so far.
struct Writer<'e> {
    export: &'e Export<'e>,
    names: BTreeMap<DefinitionId, String>,
    taken: Taken,
    items: Vec<Item>,
    /// Names by the module that they come from.
    imports: BTreeMap<&'static str, BTreeSet<&'static str>>,
    support: BTreeSet<Support>,
    refusals: Vec<Diagnostic>,
}

impl<'e> Writer<'e> {
    fn name(&self, id: DefinitionId) -> String {
        self.names.get(&id).cloned().unwrap_or_default()
    }

    /// A name of another module.
    fn import(&mut self, module: &'static str, name: &'static str) -> &'static str {
        self.imports.entry(module).or_default().insert(name);
        name
    }

    /// A name of the module itself that is not made from the schema.
    fn support(&mut self, support: Support, name: &'static str) -> &'static str {
        self.support.insert(support);
        name
    }

    /// Writes a definition, or a part that has a name.
    fn define(&mut self, name: &str, shape: &'e Shape) {
        if model::is_class(shape) {
            return self.class(name, shape);
        }
        let mut uses = BTreeSet::new();
        let code = self.annotation(name, shape, &mut uses);
        self.alias(name, &shape.documentation, &code, uses);
    }

    /// Writes `name: TypeAlias = …`.
    fn alias(&mut self, name: &str, documentation: &Documentation, code: &Code, uses: BTreeSet<String>) {
        self.items.push(Item {
            name: name.to_owned(),
            kind: Kind::Alias(code.clone()),
            text: docstring(documentation, None, 0),
            uses,
        });
    }

    fn refuse(&mut self, shape: &Shape, keyword: &str, message: &str, help: &str) {
        self.refusals.push(refuse(shape, keyword, message).with_help(help));
    }
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

    fn has_lines(text: &str, lines: &[&str]) {
        for line in lines {
            assert!(text.lines().any(|written| written == *line), "{line}\n{text}");
        }
    }

    #[test]
    fn shapes_become_annotations() {
        let schema = r##"{"title": "all", "type": "object", "required": ["a-b"], "properties": {
            "a-b": {"enum": ["it", 1, null]},
            "list": {"type": "array", "items": {"type": ["string", "integer"]}, "maxItems": 3},
            "deep": {"type": ["object", "null"], "properties": {"id": {"$ref": "#/$defs/Id"}}},
            "never": false, "any": true, "gone": {"type": "null"}, "port": {"type": "integer", "exclusiveMinimum": 0.5},
            "map": {"type": "object", "additionalProperties": {"$ref": "#"}}
        }, "$defs": {"Id": {"type": "string", "pattern": "^[0-9]\\u00e9"}}}"##;
        let text = written(schema).expect("all can be said");
        let lines = [
            "class All(_Model):",
            "    a_b: Literal[\"it\", 1] | None = Field(",
            "    list_: _Omittable[Annotated[list[str | _Integer], Field(max_length=3)]] = Field(",
            "    deep: AllDeep | None = None",
            "    never: _Nothing = None",
            "    any: Any = None",
            "    gone: _Unused = None",
            "    port: _Omittable[Annotated[_Integer, Field(ge=1)]] = None",
            "    map: _Omittable[dict[str, All]] = None",
            "Id: TypeAlias = Annotated[str, StringConstraints(pattern=\"^[0-9]é\")]",
        ];
        has_lines(&text, &lines);
    }

    #[test]
    fn what_an_alias_mentions_comes_before_it() {
        let schema = r##"{"$ref": "#/$defs/Node", "$defs": {
            "Node": {"type": "object", "properties": {"next": {"$ref": "#/$defs/Either"}}},
            "Either": {"anyOf": [{"$ref": "#/$defs/Node"}, {"$ref": "#/$defs/Text"}]},
            "Nest": {"type": "array", "items": {"$ref": "#/$defs/Nest"}},
            "Text": {"type": "string"}
        }}"##;
        let text = written(schema).expect("all can be said");
        has_lines(&text, &["Nest = TypeAliasType(\"Nest\", \"list[Nest]\")", "Node.model_rebuild()"]);
        let place = |start: &str| text.find(start).unwrap_or_else(|| panic!("{start}\n{text}"));
        assert!(place("class Node") < place("Either: ") && place("Text: ") < place("Either: "), "{text}");
    }

    #[test]
    fn names_of_a_schema_are_never_taken_for_ours() {
        let schema = r##"{"$ref": "#/$defs/Field", "$defs": {
            "Field": {"type": "object", "properties": {"str": {"$ref": "#/$defs/None"}, "a": {"$ref": "#/$defs/Any"}}},
            "None": {"type": "string"}, "Any": true
        }}"##;
        let text = written(schema).expect("all can be said");
        let lines = ["class Field2(_Model):", "    str_: _Omittable[None2] = Field(", "    a: Any2 = None"];
        has_lines(&text, &lines);
    }

    #[test]
    fn texts_of_a_schema_stay_texts() {
        let schema = r#"{"title": "\"\"\"\nimport os", "type": "object", "properties": {
            "\"\n": {"const": "\"'\\\n", "description": "\"\"\"\n    import os\\"}}}"#;
        let text = written(schema).expect("all can be said");
        // Each quotes that open a docstring are at the start of a line, and nothing of the schema has any.
        let quotes = text.lines().filter(|line| line.trim_start().starts_with("\"\"\"")).count();
        let ends = text.lines().filter(|line| line.ends_with("\"\"\"")).count();
        let both = text.lines().filter(|line| line.trim() == "\"\"\"").count();
        assert_eq!(text.matches("\"\"\"").count(), quotes + ends - both, "{text}");
        has_lines(&text, &["    member: _Omittable[Literal[\"\\\"'\\\\\\n\"]] = Field("]);
    }

    #[test]
    fn what_python_has_no_type_for_is_refused_at_its_place() {
        let schema = r#"{"type": "object", "properties": {"a": {"const": [1]}, "b": {"enum": [0.5]},
            "c": {"type": "number", "not": {"const": 1}}}}"#;
        let refusals = written(schema).expect_err("it is refused");
        let places: Vec<&str> = refusals.iter().map(|refusal| refusal.pointer.as_str()).collect();
        assert_eq!(places, ["/properties/a/const", "/properties/b/enum", "/properties/c/not"]);
    }
}
