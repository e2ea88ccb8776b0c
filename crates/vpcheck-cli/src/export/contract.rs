//! The contracts that are bundled, and those that are read.

use std::path::Path;

use vpcheck_codegen::Reading;
use vpcheck_codegen::export::{Api, Export};
use vpcheck_syntax::{Diagnostic, Source};

use super::directory::DIRECTORY;
use crate::arguments::Operation;

const SERVICE: &str = include_str!("../../../../schema/service.schema.json");
const WRANGLER: &str = include_str!("../../../../schema/wrangler.schema.json");

/// A schema, and which of its definitions are a contract.
pub(super) struct Contract {
    /// How the names of its files begin.
    pub(super) stem: String,
    pub(super) source: Source<'static>,
    /// The definitions, the most important first; all of them where none is named.
    roots: &'static [&'static str],
    /// The API that it is the whole of.
    api: Option<&'static Api>,
}

/// Errors of the bindings that no schema can say, by the rules that find them, and why.
const BEYOND: [(&str, &str); 2] = [
    ("binding-twice", "it compares the names of all bindings of a Worker, whatever list they are in"),
    ("vpc-in-pages", "it depends on what kind of project the configuration is for"),
];

impl Contract {
    /// The rules of vpcheck that find errors which are in no schema, and so in nothing that is exported.
    pub(super) fn beyond(&self) -> &'static [(&'static str, &'static str)] {
        if self.stem == "wrangler" && self.roots == ["Bindings"] { &BEYOND } else { &[] }
    }

    /// The bundled contracts, each of one operation, in the order in which they are written.
    pub(super) fn of_each_operation() -> Vec<Contract> {
        [Operation::Request, Operation::Response, Operation::Wrangler].map(Contract::bundled).into()
    }

    /// The same where the operations of the API are one contract.
    pub(super) fn of_the_api() -> Vec<Contract> {
        let api = Contract { api: Some(&DIRECTORY), ..Contract::of_services("service", &["ServiceRequest"]) };
        vec![api, Contract::bundled(Operation::Wrangler)]
    }

    pub(super) fn bundled(operation: Operation) -> Contract {
        match operation {
            Operation::Request => Contract::of_services("service-request", &["ServiceRequest"]),
            Operation::Response => Contract::of_services(
                "service-response",
                &["SingleEnvelope", "CollectionEnvelope", "DeleteEnvelope", "ServiceResponse"],
            ),
            Operation::Wrangler => {
                let source = Source::json("wrangler.schema.json", WRANGLER.as_bytes());
                Contract { stem: "wrangler".to_owned(), source, roots: &["Bindings"], api: None }
            }
        }
    }

    fn of_services(stem: &str, roots: &'static [&'static str]) -> Contract {
        let source = Source::json("service.schema.json", SERVICE.as_bytes());
        Contract { stem: stem.to_owned(), source, roots, api: None }
    }

    /// The contract of a schema that was read.
    pub(super) fn foreign(path: &Path, source: Source<'static>) -> Contract {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let stem = name.strip_suffix(".json").unwrap_or(&name);
        let stem = stem.strip_suffix(".schema").unwrap_or(stem);
        let stem = if matches!(stem, "" | "-") { "schema" } else { stem };
        Contract { stem: stem.to_owned(), source, roots: &[], api: None }
    }

    /// What is exported of it, once it is read.
    pub(super) fn export<'e>(&'e self, reading: &'e Reading) -> Result<Export<'e>, Vec<Diagnostic>> {
        let export = match &reading.model {
            None => Err(reading.diagnostics.clone()),
            Some(model) if self.roots.is_empty() => Ok(Export::whole(model, &self.source)),
            Some(model) => Export::of(model, &self.source, self.roots),
        }?;
        match self.api {
            Some(api) => export.serving(api),
            None => Ok(export),
        }
    }
}
