//! The contract for other languages: one row per target, all from the same model.
//!
//! A [`Target`] writes an [`Export`]: a schema, and which of its definitions are wanted. What it cannot say is a [`Loss`], which is
//! found by walking the model with the ledger, or it is refused at its place. A new target is one module in [`emit`](crate::emit)
//! and one row in [`TARGETS`].

mod api;
pub(crate) mod formats;
pub(crate) mod json;
mod losses;
mod reach;
mod targets;
pub(crate) mod words;
pub(crate) mod wrap;

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};

pub use api::{Api, ApiOperation, Credential};
pub use losses::Loss;
pub(crate) use losses::NULL_IS_ABSENT;
pub(crate) use reach::{reached, references, shapes};
pub use targets::TARGETS;

use crate::{
    Reading,
    model::{DefinitionId, Model, Shape},
};

/// A language that a contract can be written in.
#[derive(Debug)]
pub struct Target {
    /// The name on the command line, such as `json-schema`.
    pub name: &'static str,
    /// What is written, in one line.
    pub about: &'static str,
    /// What it keeps of the contract, in one line.
    pub keeps: &'static str,
    /// How a file ends, such as `schema.json`.
    pub extension: &'static str,
    /// The forms that it is written in; the first is the usual one.
    pub forms: &'static [Form],
    /// What one file is about.
    pub scope: Scope,
    /// What `strict` closes.
    pub strict: Strict,
    pub(crate) write: fn(&Export<'_>, &Form) -> Result<String, Vec<Diagnostic>>,
    pub(crate) loses: fn(&Form, &Shape, &str) -> Option<&'static str>,
}

/// One of the forms of a target.
#[derive(Debug, Eq, PartialEq)]
pub struct Form {
    /// The name on the command line, such as `draft-07-flat`; it is empty where there is one form only.
    pub name: &'static str,
    /// What it is for, in one line.
    pub about: &'static str,
}

/// What one file of a target is about.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Scope {
    /// The documents of one operation: those of a request, or those of a response.
    Operation,
    /// A whole API, with all of its operations.
    Api,
}

/// Whether a target can close objects.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Strict {
    /// It has a closed form.
    Supported,
    /// It has not.
    Unsupported,
}

/// Which members objects take.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Objects {
    /// Those that the schema lets pass.
    AsWritten,
    /// Only those that are listed, in objects whose unknown members are worth a warning.
    ClosedWhereWarned,
    /// Only those that are listed, in all objects that list members.
    Closed,
}

/// What is to be written.
#[derive(Debug)]
pub struct Export<'e> {
    /// The schema.
    pub model: &'e Model,
    /// Its text, whose name and hash the output carries.
    pub source: &'e Source<'e>,
    /// The definitions that are wanted, the most important first. What they use is written as well.
    pub roots: Vec<DefinitionId>,
    /// What the contract is called, as its file is without its ending.
    pub(crate) stem: String,
    /// The API that these are the documents of, where all of it is wanted.
    pub api: Option<&'static Api>,
    objects: Objects,
}

impl Target {
    /// The target of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<&'static Target> {
        TARGETS.iter().find(|target| target.name == name)
    }

    /// The form of that name.
    #[must_use]
    pub fn form(&self, name: &str) -> Option<&'static Form> {
        self.forms.iter().find(|form| form.name == name)
    }

    /// The text of the contract.
    ///
    /// # Errors
    ///
    /// What the target cannot express, each at its place in the schema.
    ///
    /// # Examples
    ///
    /// ```
    /// use vpcheck_codegen::export::{Export, Target};
    /// use vpcheck_codegen::read;
    /// use vpcheck_syntax::Source;
    ///
    /// let source = Source::json("port.json", br#"{"title": "port", "type": "integer", "minimum": 1}"#.as_slice());
    /// let model = read(&source).model.expect("nothing is refused");
    /// let target = Target::named("json-schema").expect("there is such a target");
    /// let form = target.form("draft-07-flat").expect("there is such a form");
    /// let text = target.write(&Export::whole(&model, &source), form).expect("all can be said");
    /// assert!(text.contains("\"minimum\": 1"));
    /// ```
    pub fn write(&self, export: &Export<'_>, form: &Form) -> Result<String, Vec<Diagnostic>> {
        (self.write)(export, form)
    }

    /// The path of the file that a contract of this name is written to in a form, in the directory that is given.
    #[must_use]
    pub fn file_name(&self, stem: &str, form: &Form) -> String {
        // A module of Python is imported by the name of its file.
        let stem = if self.extension == "py" { &stem.replace(['-', '.', ' '], "_") } else { stem };
        match form.name {
            _ if self.name == "go" => crate::emit::go::file_name(stem),
            "" => format!("{stem}.{}", self.extension),
            form => format!("{stem}.{form}.{}", self.extension),
        }
    }

    /// What the target cannot say of the contract in a form, in the order of the schema.
    #[must_use]
    pub fn losses(&self, export: &Export<'_>, form: &Form, reading: &Reading) -> Vec<Loss> {
        losses::of(self, form, export, &reading.ledger)
    }
}

impl<'e> Export<'e> {
    /// All of a schema: its root first, then everything else that has a name.
    #[must_use]
    pub fn whole(model: &'e Model, source: &'e Source<'e>) -> Export<'e> {
        let others = (0..model.definitions.len()).map(DefinitionId).filter(|&id| Some(id) != model.root);
        let roots = model.root.into_iter().chain(others).collect();
        Export { model, source, roots, stem: stem(source), api: None, objects: Objects::AsWritten }
    }

    /// Only the definitions of these names, and what they use.
    ///
    /// # Errors
    ///
    /// A name that no definition has.
    pub fn of(model: &'e Model, source: &'e Source<'e>, names: &[&str]) -> Result<Export<'e>, Vec<Diagnostic>> {
        let find = |name: &&str| {
            let index = model.definitions.iter().position(|definition| definition.name == **name);
            index.map(DefinitionId).ok_or_else(|| {
                let message = format!("there is no definition `{name}`");
                vec![Diagnostic::new("unknown-root", Severity::Error, Span::default(), message)]
            })
        };
        let roots = names.iter().map(find).collect::<Result<_, _>>()?;
        Ok(Export { model, source, roots, stem: stem(source), api: None, objects: Objects::AsWritten })
    }

    /// The same under another name than that of the schema: what a package is called after.
    #[must_use]
    pub fn named(self, stem: impl Into<String>) -> Export<'e> {
        Export { stem: stem.into(), ..self }
    }

    /// The same with an API: the definitions of its documents are wanted as well.
    ///
    /// # Errors
    ///
    /// A name that no definition has.
    pub fn serving(mut self, api: &'static Api) -> Result<Export<'e>, Vec<Diagnostic>> {
        for root in Export::of(self.model, self.source, &api.definitions())?.roots {
            if !self.roots.contains(&root) {
                self.roots.push(root);
            }
        }
        Ok(Export { api: Some(api), ..self })
    }

    /// The same with closed objects: those whose unknown members are worth a warning (`x-unknown-member`), and in a schema without
    /// that annotation all that list members.
    #[must_use]
    pub fn closed(self) -> Export<'e> {
        let all: Vec<DefinitionId> = (0..self.model.definitions.len()).map(DefinitionId).collect();
        let warns = shapes(self.model, &all).iter().any(|shape| shape.annotations.warns_of_unknown_members);
        Export { objects: if warns { Objects::ClosedWhereWarned } else { Objects::Closed }, ..self }
    }

    /// Whether an object of the shape takes only the members that are listed, because that is wanted.
    pub(crate) fn closes(&self, shape: &Shape) -> bool {
        match self.objects {
            Objects::AsWritten => false,
            Objects::ClosedWhereWarned => shape.annotations.warns_of_unknown_members,
            Objects::Closed => !shape.object.members.is_empty(),
        }
    }

    /// Which vpcheck wrote it and from what, in one line: the version, and the name and the hash of the schema. There is no time
    /// in it, so that the same schema gives the same bytes.
    pub(crate) fn origin(&self) -> String {
        let name = self.source.name();
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let name = vpcheck_syntax::escape::escape(name);
        format!("Written by vpcheck {} from {name}, SHA-256 {}.", env!("CARGO_PKG_VERSION"), self.hash())
    }

    /// The hash of the schema.
    pub(crate) fn hash(&self) -> String {
        let mut hash = String::new();
        for byte in Sha256::digest(self.source.bytes()) {
            let _ = write!(hash, "{byte:02x}");
        }
        hash
    }
}

/// The name of a schema without directories and endings.
fn stem(source: &Source<'_>) -> String {
    let name = source.name();
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let name = name.strip_suffix(".json").unwrap_or(name);
    name.strip_suffix(".schema").unwrap_or(name).to_owned()
}

/// A refusal at a place of the schema.
pub(crate) fn refuse(shape: &Shape, keyword: &str, message: impl Into<String>) -> Diagnostic {
    let pointer = shape.keyword(keyword).unwrap_or(&shape.place.pointer);
    Diagnostic::new("unsupported-keyword", Severity::Error, shape.place.span, message).with_pointer(pointer)
}
