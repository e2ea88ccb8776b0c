//! From the text of a schema to its model.

use vpcheck_syntax::{Diagnostic, Parsed, Source, parse};

use crate::{Ledger, model::Model, pass, read::schema, refusal::Findings};

/// What reading a schema gave.
#[derive(Debug)]
pub struct Reading {
    /// What the schema says; absent where anything of it was refused, since code made from a part of a schema would take what
    /// the whole rules out.
    pub model: Option<Model>,
    /// What is wrong with the text and what is refused, in the order of the text. The pointers are those of the schema.
    pub diagnostics: Vec<Diagnostic>,
    /// What became of every keyword.
    pub ledger: Ledger,
}

/// Reads a schema.
///
/// It takes JSON Schema 2020-12, and drafts 4, 6, 7 and 2019-09 where they mean the same. Each keyword is handled or refused at
/// its place, and all refusals are there, not only the first. A keyword that JSON Schema does not have is an annotation, unless
/// it looks like a slip. No text makes it panic.
///
/// ```
/// use vpcheck_codegen::read;
/// use vpcheck_syntax::Source;
///
/// let source = Source::json("port.json", br#"{"title": "port", "type": "integer", "minimum": 1}"#.as_slice());
/// let reading = read(&source);
/// assert!(reading.diagnostics.is_empty());
/// let model = reading.model.expect("nothing is refused");
/// assert_eq!(model.definitions[0].name, "Port");
///
/// let source = Source::json("half.json", br#"{"type": "integer", "multipleOf": 0.5}"#.as_slice());
/// let reading = read(&source);
/// assert!(reading.model.is_none());
/// assert_eq!(reading.diagnostics[0].rule, "unsupported-keyword");
/// assert_eq!(reading.diagnostics[0].pointer, "/multipleOf");
/// ```
#[must_use]
pub fn read(source: &Source<'_>) -> Reading {
    let Parsed { documents, diagnostics, .. } = parse(source);
    let mut findings = Findings::new(diagnostics);
    let model = documents.first().map(|tree| {
        let schemas = schema(tree, &mut findings);
        pass::run(schemas, &mut findings)
    });
    let model = model.filter(|_| !findings.has_errors());
    let (ledger, diagnostics) = findings.finish();
    Reading { model, diagnostics, ledger }
}
