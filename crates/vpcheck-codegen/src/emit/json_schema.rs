//! JSON Schema, in three drafts and two profiles.
//!
//! What is read is not copied: the model is written, so that every reader gets a schema in the normal form of its draft. Formats are
//! spelt out as patterns, since nearly nobody asserts `format`. The `x-` keywords are left out, which ajv refuses in its strict
//! mode; what they say for people is in the descriptions.

#[cfg(test)]
mod agreement;
mod flat;
mod leap_seconds;
mod members;
mod shape;
mod string;

use std::collections::BTreeSet;

use vpcheck_syntax::Diagnostic;

use crate::{
    export::{Export, Form, json::Members, refuse, shapes},
    model::{DefinitionId, Shape},
};

/// The forms, each a draft and a profile.
pub(crate) static FORMS: [Form; 6] = [
    Form {
        name: "2020-12-flat",
        about: "draft 2020-12 with `if` and `then`: short messages in ajv, check-jsonschema and editors",
    },
    Form { name: "2020-12-branches", about: "draft 2020-12 with `oneOf`: for taplo, tombi and documentation" },
    Form { name: "2019-09-flat", about: "draft 2019-09 with `if` and `then`" },
    Form { name: "2019-09-branches", about: "draft 2019-09 with `oneOf`" },
    Form { name: "draft-07-flat", about: "draft-07 with `if` and `then`, and nothing beside a `$ref`" },
    Form { name: "draft-07-branches", about: "draft-07 with `oneOf`, and nothing beside a `$ref`" },
];

/// A draft of JSON Schema.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Draft {
    /// Draft 2020-12.
    Draft202012,
    /// Draft 2019-09.
    Draft201909,
    /// Draft 7.
    Draft7,
}

impl Draft {
    fn address(self) -> &'static str {
        match self {
            Draft::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            Draft::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            Draft::Draft7 => "http://json-schema.org/draft-07/schema#",
        }
    }

    /// Where definitions are.
    fn definitions(self) -> &'static str {
        if self == Draft::Draft7 { "definitions" } else { "$defs" }
    }
}

/// How unions are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Profile {
    /// What all arms ask for first, then what each asks for by `if` and `then`.
    Flat,
    /// `oneOf` and `anyOf`.
    Branches,
}

impl Form {
    fn draft(&self) -> Draft {
        if self.name.starts_with("draft-07") {
            Draft::Draft7
        } else if self.name.starts_with("2019-09") {
            Draft::Draft201909
        } else {
            Draft::Draft202012
        }
    }

    fn profile(&self) -> Profile {
        if self.name.ends_with("branches") { Profile::Branches } else { Profile::Flat }
    }
}

/// The schema. Its root is the first definition that is wanted; the others are beside it in `$defs`.
pub(crate) fn write(export: &Export<'_>, form: &Form) -> Result<String, Vec<Diagnostic>> {
    refuse_hand_written(export)?;
    let mut writer =
        Writer { export, draft: form.draft(), profile: form.profile(), queue: Vec::new(), seen: BTreeSet::new() };
    let mut document = Members::default();
    document.add("$schema", writer.draft.address());
    document.add("$comment", export.origin());
    if let Some(&root) = export.roots.first() {
        writer.root(root, &mut document);
    }
    for &root in &export.roots {
        writer.refer(root);
    }
    let mut definitions = Vec::new();
    while let Some(id) = writer.queue.pop() {
        let definition = export.model.definition(id);
        definitions.push((id, (definition.name.clone(), writer.slot(&definition.shape))));
    }
    definitions.sort_by_key(|(id, _)| *id);
    if !definitions.is_empty() {
        let members = definitions.into_iter().map(|(_, definition)| definition).collect();
        document.add(writer.draft.definitions(), Members(members));
    }
    Ok(crate::export::json::Json::from(document).document())
}

/// What a schema cannot say of a keyword, or not to everybody.
pub(crate) fn loses(_: &Form, shape: &Shape, keyword: &str) -> Option<&'static str> {
    match keyword {
        "pattern" | "not" => string::differs_in_python(&shape.string, keyword).then_some(
            "`$` of Python matches before a line end as well: there, a text with one at its end counts as a match",
        ),
        _ => None,
    }
}

/// A hand-written type checks what no keyword of the model says.
pub(crate) fn refuse_hand_written(export: &Export<'_>) -> Result<(), Vec<Diagnostic>> {
    let refusals: Vec<Diagnostic> = shapes(export.model, &export.roots)
        .into_iter()
        .filter_map(|shape| {
            let keyword = shape.string.hand_written.first()?;
            let message = format!("only the hand-written type of `x-type` knows what this `{keyword}` says");
            Some(refuse(shape, keyword, message).with_help("say it by `pattern`, or by `not` with patterns in it"))
        })
        .collect();
    if refusals.is_empty() { Ok(()) } else { Err(refusals) }
}

/// What is written, and how.
struct Writer<'e> {
    export: &'e Export<'e>,
    draft: Draft,
    profile: Profile,
    /// Definitions that are referred to and not yet written.
    queue: Vec<DefinitionId>,
    seen: BTreeSet<DefinitionId>,
}

impl Writer<'_> {
    /// The root refers to its definition. In draft-07 nothing may stand beside that but the definitions, which are no rules.
    fn root(&mut self, root: DefinitionId, document: &mut Members) {
        let definition = self.export.model.definition(root);
        if let Some(title) = &definition.shape.documentation.title {
            document.add("title", title.as_str());
        }
        let reference = self.refer(root);
        if self.draft == Draft::Draft7 {
            let part = Members::default().with("$ref", reference);
            document.add("allOf", vec![part.into()]);
        } else {
            document.add("$ref", reference);
        }
    }

    /// The address of a definition, which is written later if it is not yet.
    fn refer(&mut self, id: DefinitionId) -> String {
        if self.seen.insert(id) {
            self.queue.push(id);
        }
        format!("#/{}/{}", self.draft.definitions(), self.export.model.definition(id).name)
    }
}
