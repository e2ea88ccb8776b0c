//! All targets, one row each.

use super::{Form, Scope, Strict, Target};
use crate::emit::{go, json_schema, openapi, pydantic, reference, rust, terraform, typescript, zod};

/// All targets, in the order in which they are listed.
pub static TARGETS: &[Target] = &[
    Target {
        name: "json-schema",
        about: "JSON Schema in three drafts, for validators and editors",
        keeps: "everything that a schema can say, for validators that assert `format` and those that do not",
        extension: "schema.json",
        forms: &json_schema::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: json_schema::write,
        loses: json_schema::loses,
    },
    Target {
        name: "openapi",
        about: "OpenAPI, with all operations",
        keeps: "everything that a schema can say; 3.0.3 has no rules for names of members, and its integers are written without a fraction",
        extension: "openapi.json",
        forms: &openapi::FORMS,
        scope: Scope::Api,
        strict: Strict::Supported,
        write: openapi::write,
        loses: json_schema::loses,
    },
    Target {
        name: "typescript",
        about: "TypeScript declarations",
        keeps: "types, which members go together and listed values; bounds, patterns and lengths are losses",
        extension: "d.ts",
        forms: &typescript::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: typescript::write,
        loses: typescript::loses,
    },
    Target {
        name: "zod",
        about: "Zod 4 schemas with their types",
        keeps: "everything that a value can show, in requests, responses and bindings",
        extension: "ts",
        forms: &zod::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: zod::write,
        loses: zod::loses,
    },
    Target {
        name: "pydantic",
        about: "models of Pydantic 2 for Python 3.10 or later",
        keeps: "everything; unknown members are kept as well, and nothing is converted",
        extension: "py",
        forms: &pydantic::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: pydantic::write,
        loses: |_, _, _| None,
    },
    Target {
        name: "markdown",
        about: "a reference for people, as Markdown",
        keeps: "everything in words, with examples, the ids of rules and the corrections of the published shape",
        extension: "md",
        forms: &reference::MARKDOWN,
        scope: Scope::Operation,
        strict: Strict::Unsupported,
        write: |export, _| Ok(reference::markdown(export)),
        loses: |_, _, _| None,
    },
    Target {
        name: "html",
        about: "a reference for people, as one file of HTML that needs no network",
        keeps: "everything in words, with examples, the ids of rules and the corrections of the published shape",
        extension: "html",
        forms: &reference::HTML,
        scope: Scope::Operation,
        strict: Strict::Unsupported,
        write: |export, _| Ok(reference::html(export)),
        loses: |_, _, _| None,
    },
    Target {
        name: "go",
        about: "Go structs that read and check themselves, without dependencies",
        keeps: "everything, with the place of each mistake; unknown members are dropped",
        extension: "go",
        forms: &go::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: go::write,
        loses: go::loses,
    },
    Target {
        name: "terraform",
        about: "variables of a Terraform module, with validation blocks",
        keeps: "everything in the form `any`, but that Terraform normalises strings; what conversion hides is lost in the form `typed`",
        extension: "tf",
        forms: &terraform::FORMS,
        scope: Scope::Operation,
        strict: Strict::Supported,
        write: terraform::write,
        loses: terraform::loses,
    },
    Target {
        name: "rust",
        about: "Rust types with serde: `vpcheck codegen rust`",
        keeps: "everything; a value that exists is right",
        extension: "rs",
        forms: &[Form { name: "", about: "a file of its own for any crate" }],
        scope: Scope::Operation,
        strict: Strict::Unsupported,
        write: |export, _| {
            let mut options = rust::Options::standalone(export.source);
            let names = export.roots.iter().map(|&id| export.model.definition(id).name.clone());
            options.roots = Some(names.collect());
            rust::types(export.model, &options)
        },
        loses: |_, _, _| None,
    },
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_of_targets_and_forms_are_told_apart() {
        let names: HashSet<&str> = TARGETS.iter().map(|target| target.name).collect();
        assert_eq!(names.len(), TARGETS.len());
        for target in TARGETS {
            let forms: HashSet<&str> = target.forms.iter().map(|form| form.name).collect();
            assert_eq!(forms.len(), target.forms.len(), "{}", target.name);
            assert!(target.forms.len() == 1 || !forms.contains(""), "{}", target.name);
        }
    }
}
