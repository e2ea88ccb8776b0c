//! JSON Schema, in three drafts and two profiles, and the schemas of `OpenAPI`, which are dialects of it.
//!
//! What is read is not copied: the model is written, so that every reader gets a schema in the normal form of its draft. Formats are
//! spelt out as patterns, since nearly nobody asserts `format`. The `x-` keywords are left out, which ajv refuses in its strict
//! mode; what they say for people is in the descriptions.

#[cfg(test)]
mod agreement;
mod condition;
mod flat;
mod leap_seconds;
mod lowered;
mod members;
mod shape;
mod string;

use std::collections::BTreeSet;

use vpcheck_syntax::Diagnostic;

use crate::{
    export::{Export, Form, json::Members, refuse, shapes},
    model::{DefinitionId, Direction, Shape},
};

pub(crate) use shape::Null;

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

/// A draft of JSON Schema, or what `OpenAPI` has made of one.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Draft {
    /// Draft 2020-12.
    Draft202012,
    /// Draft 2019-09.
    Draft201909,
    /// Draft 7.
    Draft7,
    /// The schemas of `OpenAPI` 3.1: draft 2020-12 and `discriminator`.
    OpenApi31,
    /// The schemas of `OpenAPI` 3.0.3: one type in each, `nullable`, and nothing that came after draft 5.
    OpenApi30,
}

impl Draft {
    fn address(self) -> &'static str {
        match self {
            Draft::Draft202012 => "https://json-schema.org/draft/2020-12/schema",
            Draft::Draft201909 => "https://json-schema.org/draft/2019-09/schema",
            Draft::Draft7 => "http://json-schema.org/draft-07/schema#",
            Draft::OpenApi31 => "https://spec.openapis.org/oas/3.1/dialect/base",
            Draft::OpenApi30 => "https://spec.openapis.org/oas/3.0/schema/2024-10-18",
        }
    }

    /// Where definitions are.
    fn definitions(self) -> &'static str {
        match self {
            Draft::Draft202012 | Draft::Draft201909 => "$defs",
            Draft::Draft7 => "definitions",
            Draft::OpenApi31 | Draft::OpenApi30 => "components/schemas",
        }
    }

    /// Whether what stands beside a `$ref` is read.
    fn reads_beside_references(self) -> bool {
        !matches!(self, Draft::Draft7 | Draft::OpenApi30)
    }

    fn is_open_api(self) -> bool {
        matches!(self, Draft::OpenApi31 | Draft::OpenApi30)
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
    let mut writer = Writer::new(export, form.draft(), form.profile())?;
    let mut document = Members::default();
    document.add("$schema", writer.draft.address());
    document.add("$comment", export.origin());
    if let Some(&root) = export.roots.first() {
        writer.root(root, &mut document);
    }
    for &root in &export.roots {
        writer.refer(root);
    }
    let definitions = writer.definitions();
    if !definitions.is_empty() {
        document.add(form.draft().definitions(), definitions);
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
pub(crate) struct Writer<'e> {
    export: &'e Export<'e>,
    draft: Draft,
    profile: Profile,
    /// Definitions that are referred to and not yet written.
    queue: Vec<DefinitionId>,
    seen: BTreeSet<DefinitionId>,
    /// Which way the definition goes that is written.
    direction: Option<Direction>,
}

impl<'e> Writer<'e> {
    /// # Errors
    ///
    /// What the draft cannot say, each at its place in the schema.
    pub(crate) fn new(export: &'e Export<'e>, draft: Draft, profile: Profile) -> Result<Writer<'e>, Vec<Diagnostic>> {
        refuse_hand_written(export)?;
        if draft == Draft::OpenApi30 {
            lowered::refuse_names(export)?;
        }
        Ok(Writer { export, draft, profile, queue: Vec::new(), seen: BTreeSet::new(), direction: None })
    }

    /// The root refers to its definition. In draft-07 nothing may stand beside that but the definitions, which are no rules.
    fn root(&mut self, root: DefinitionId, document: &mut Members) {
        let definition = self.export.model.definition(root);
        if let Some(title) = &definition.shape.documentation.title {
            document.add("title", title.as_str());
        }
        let reference = self.refer(root);
        if self.draft.reads_beside_references() {
            document.add("$ref", reference);
        } else {
            let part = Members::default().with("$ref", reference);
            document.add("allOf", vec![part.into()]);
        }
    }

    /// The address of a definition, which is written later if it is not yet.
    pub(crate) fn refer(&mut self, id: DefinitionId) -> String {
        if self.seen.insert(id) {
            self.queue.push(id);
        }
        format!("#/{}/{}", self.draft.definitions(), self.export.model.definition(id).name)
    }

    /// The definitions that were referred to, and those that these refer to, in the order of the schema.
    pub(crate) fn definitions(mut self) -> Members {
        let mut definitions = Vec::new();
        while let Some(id) = self.queue.pop() {
            let definition = self.export.model.definition(id);
            self.direction = definition.direction;
            definitions.push((id, (definition.name.clone(), self.slot(&definition.shape))));
        }
        definitions.sort_by_key(|(id, _)| *id);
        Members(definitions.into_iter().map(|(_, definition)| definition).collect())
    }
}
