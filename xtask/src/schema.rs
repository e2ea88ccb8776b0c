//! The bundled schemas.

use std::borrow::Cow;
use std::fs;

use vpcheck_codegen::model::Model;
use vpcheck_syntax::{Diagnostic, LineIndex, Source};

use crate::{Error, root};

/// A bundled schema.
#[derive(Debug)]
pub(crate) struct Schema {
    source: Source<'static>,
    model: Model,
}

impl Schema {
    /// Reads and understands the schema at a path from the root of the workspace.
    pub(crate) fn read(path: &'static str) -> Result<Schema, Error> {
        let bytes = fs::read(root().join(path)).map_err(|error| Error(format!("{path} cannot be read: {error}")))?;
        let source = Source::json(path, Cow::Owned(bytes));
        let reading = vpcheck_codegen::read(&source);
        match reading.model {
            Some(model) => Ok(Schema { source, model }),
            None => Err(refused(&source, &reading.diagnostics)),
        }
    }

    pub(crate) fn path(&self) -> &str {
        self.source.name()
    }

    pub(crate) fn source(&self) -> &Source<'static> {
        &self.source
    }

    pub(crate) fn model(&self) -> &Model {
        &self.model
    }

    /// What an emitter wrote, or why it did not.
    pub(crate) fn emitted(&self, emitted: Result<String, Vec<Diagnostic>>) -> Result<String, Error> {
        emitted.map_err(|diagnostics| refused(&self.source, &diagnostics))
    }
}

fn refused(source: &Source<'_>, diagnostics: &[Diagnostic]) -> Error {
    let index = LineIndex::new(source.bytes());
    let lines = diagnostics.iter().map(|diagnostic| {
        let place = index.position(source.bytes(), diagnostic.span.start);
        let help = diagnostic.help.as_deref().map(|help| format!(": {help}")).unwrap_or_default();
        let (line, column, name) = (place.line, place.column, source.name());
        format!("\n  {name}:{line}:{column}: {} at {}{help}", diagnostic.message, diagnostic.pointer)
    });
    Error(format!("{} is refused{}", source.name(), lines.collect::<String>()))
}
