//! The operations, by their paths.

use vpcheck_syntax::{Diagnostic, Severity, Span};

use crate::{
    emit::json_schema::{Null, Writer},
    export::{
        Api, ApiOperation, Export,
        json::{Json, Members},
    },
    model::{Definition, Member},
};

/// The operations of an API, or nothing where there is none.
pub(super) fn of<'e>(export: &'e Export<'_>, writer: &mut Writer<'e>) -> Result<Members, Vec<Diagnostic>> {
    let Some(api) = export.api else { return Ok(Members::default()) };
    let mut written = Paths { export, api, writer };
    let mut paths: Vec<(String, Json)> = Vec::new();
    for group in api.operations.chunk_by(|one, other| one.path == other.path) {
        let Some(first) = group.first() else { continue };
        let mut members = Members::default();
        let mut parameters = Vec::new();
        for name in first.path_parameters() {
            let definition = written.definition(api.path_parameters)?;
            let member = definition.shape.object.members.iter().find(|member| member.name == name);
            parameters.push(written.parameter(member.ok_or_else(|| undefined(name))?, "path"));
        }
        if !parameters.is_empty() {
            members.add("parameters", parameters);
        }
        for operation in group {
            members.add(operation.method, written.operation(operation)?);
        }
        paths.push((first.path.to_owned(), members.into()));
    }
    Ok(Members(paths))
}

struct Paths<'w, 'e> {
    export: &'e Export<'e>,
    api: &'static Api,
    writer: &'w mut Writer<'e>,
}

impl<'e> Paths<'_, 'e> {
    fn operation(&mut self, operation: &ApiOperation) -> Result<Members, Vec<Diagnostic>> {
        let mut members = Members::default().with("operationId", operation.id).with("summary", operation.summary);
        if let Some(query) = operation.query {
            let query = &self.definition(query)?.shape.object.members;
            members.add("parameters", query.iter().map(|member| self.parameter(member, "query")).collect::<Vec<_>>());
        }
        if let Some(body) = operation.body {
            let content = self.content(body)?;
            members.add("requestBody", Members::default().with("required", true).with("content", content));
        }
        let responses = [("200", operation.answer), ("4XX", self.api.failure)];
        let mut answers = Members::default();
        for (status, name) in responses {
            let documentation = &self.definition(name)?.shape.documentation;
            let said = documentation.description.as_deref().or(documentation.title.as_deref()).unwrap_or(name);
            answers.add(status, Members::default().with("description", said).with("content", self.content(name)?));
        }
        Ok(members.with("responses", answers))
    }

    /// A parameter. That it is null cannot be said in a path or a query.
    fn parameter(&mut self, member: &'e Member, place: &str) -> Json {
        let mut members = Members::default().with("name", member.name.as_str()).with("in", place);
        let target = &self.export.model.resolve(&member.shape).documentation;
        let said = member.shape.documentation.description.as_ref().or(target.description.as_ref());
        if let Some(description) = said {
            members.add("description", description.as_str());
        }
        members.add("required", member.required || place == "path");
        let mut shape = self.writer.slot_with(&member.shape, Null::Refused);
        // The parameter says it.
        if let Json::Object(Members(rules)) = &mut shape {
            rules.retain(|(keyword, _)| keyword != "description");
        }
        members.with("schema", shape).into()
    }

    fn content(&mut self, name: &str) -> Result<Members, Vec<Diagnostic>> {
        let id = self.export.model.definitions.iter().position(|definition| definition.name == name);
        let id = id.ok_or_else(|| undefined(name))?;
        let schema = Members::default().with("$ref", self.writer.refer(crate::model::DefinitionId(id)));
        Ok(Members::default().with("application/json", Members::default().with("schema", schema)))
    }

    fn definition(&self, name: &str) -> Result<&'e Definition, Vec<Diagnostic>> {
        let all = &self.export.model.definitions;
        all.iter().find(|definition| definition.name == name).ok_or_else(|| undefined(name))
    }
}

fn undefined(name: &str) -> Vec<Diagnostic> {
    let message = format!("there is no definition `{name}`");
    vec![Diagnostic::new("unknown-root", Severity::Error, Span::default(), message)]
}
