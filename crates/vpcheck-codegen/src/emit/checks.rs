//! Tables of checks for `vpcheck-validate`: one static for each subschema.
//!
//! A table is not code for others: it is made of the types of `vpcheck_validate`'s own module `schema`, and what a table
//! cannot hold is refused.

mod names;
mod shape;

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use vpcheck_syntax::{Diagnostic, Severity};

use self::names::Names;
use crate::model::{Definition, DefinitionId, Model, Place};

/// The Rust source of a table with the statics of `roots`, which are names of definitions, and of everything they refer to.
///
/// `schema` is the name of the schema that the first line gives.
///
/// # Errors
///
/// What a table cannot hold, each at its place: a pattern or format without an `x-type` that checks it, more members than an
/// object of a table may have, a value that is an array or an object, a bound that is no whole number, an unknown root.
pub fn table(model: &Model, schema: &str, roots: &[&str]) -> Result<String, Vec<Diagnostic>> {
    let mut table =
        Table { model, names: Names::default(), statics: Vec::new(), diagnostics: Vec::new(), queue: Vec::new() };
    table.definition_names(roots);
    while let Some(id) = table.queue.pop() {
        table.definition(id);
    }
    let Table { mut statics, diagnostics, .. } = table;
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    statics.sort_by_key(|item| item.order);
    let items = statics.iter().map(|item| &item.tokens);
    let file = syn::parse2(quote! {
        use crate::scalar::Scalar;
        use crate::schema::{ANY, Absence, Additional, Bound, Dispatch, Kinds, Literal, Member, Schema, Slot, Union};

        #(#items)*
    });
    let file =
        file.map_err(|error| vec![refuse(&Place::default(), "bad-table", format!("the table is no Rust: {error}"))])?;
    let source = prettyplease::unparse(&unused_removed(file));
    // Only a static begins a line with these words.
    let source = source.replace("\nstatic ", "\n\nstatic ").replace("\npub(crate) static ", "\n\npub(crate) static ");
    Ok(format!("// Written by `cargo xtask codegen` from `{schema}`: change that, not this.\n\n{source}"))
}

/// What is made so far.
struct Table<'m> {
    model: &'m Model,
    names: Names,
    statics: Vec<Static>,
    diagnostics: Vec<Diagnostic>,
    /// Definitions that are referred to and not yet written.
    queue: Vec<DefinitionId>,
}

/// Who sees a static.
#[derive(Clone, Copy)]
enum Visibility {
    /// The statics of its definition.
    File,
    /// The whole crate.
    Crate,
}

/// One item of the source.
struct Static {
    /// The index of the definition that it belongs to, then its place in there.
    order: (usize, usize),
    tokens: TokenStream,
}

impl Table<'_> {
    fn definition_names(&mut self, roots: &[&str]) {
        for root in roots {
            let Some(index) = self.model.definitions.iter().position(|definition| definition.name == *root) else {
                self.diagnostics.push(refuse(
                    &Place::default(),
                    "unknown-root",
                    format!("there is no definition `{root}`"),
                ));
                continue;
            };
            self.refer(DefinitionId(index));
        }
    }

    /// The name of a definition's static, which is written later if it is not yet.
    fn refer(&mut self, id: DefinitionId) -> proc_macro2::Ident {
        let model = self.model;
        let (name, is_new) = self.names.of_definition(id, &model.definition(id).name);
        if is_new {
            self.queue.push(id);
        }
        format_ident!("{name}")
    }

    fn definition(&mut self, id: DefinitionId) {
        let Definition { shape, direction, .. } = self.model.definition(id);
        let (name, _) = self.names.of_definition(id, &self.model.definition(id).name);
        let mut writer = shape::Writer { table: self, definition: id, direction: *direction, written: 0 };
        writer.write(shape, &name, Visibility::Crate);
    }
}

/// A refusal at a place of the schema.
fn refuse(place: &Place, rule: &'static str, message: String) -> Diagnostic {
    Diagnostic::new(rule, Severity::Error, place.span, message).with_pointer(place.pointer.clone())
}

/// The file without imports that nothing in it names.
fn unused_removed(mut file: syn::File) -> syn::File {
    let mut counts = BTreeMap::new();
    let tokens = file.items.iter().filter(|item| !matches!(item, syn::Item::Use(_))).map(|item| quote!(#item));
    tokens.for_each(|tokens| count(tokens, &mut counts));
    for item in &mut file.items {
        if let syn::Item::Use(item) = item {
            retain(&mut item.tree, &counts);
        }
    }
    file.items.retain(|item| !matches!(item, syn::Item::Use(item) if is_empty(&item.tree, &counts)));
    file
}

fn count(tokens: TokenStream, counts: &mut BTreeMap<String, usize>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Ident(ident) => *counts.entry(ident.to_string()).or_default() += 1,
            proc_macro2::TokenTree::Group(group) => count(group.stream(), counts),
            _ => {}
        }
    }
}

fn retain(tree: &mut syn::UseTree, counts: &BTreeMap<String, usize>) {
    match tree {
        syn::UseTree::Path(path) => retain(&mut path.tree, counts),
        syn::UseTree::Group(group) => {
            let items = std::mem::take(&mut group.items);
            group.items = items.into_iter().filter(|item| !is_empty(item, counts)).collect();
        }
        _ => {}
    }
}

fn is_empty(tree: &syn::UseTree, counts: &BTreeMap<String, usize>) -> bool {
    match tree {
        syn::UseTree::Path(path) => is_empty(&path.tree, counts),
        syn::UseTree::Group(group) => group.items.iter().all(|item| is_empty(item, counts)),
        syn::UseTree::Name(name) => !counts.contains_key(&name.ident.to_string()),
        _ => false,
    }
}
