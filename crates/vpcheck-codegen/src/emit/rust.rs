//! Rust types with `Serialize`, `Deserialize` and, where wanted, `JsonSchema`.
//!
//! What a schema takes becomes a type that holds nothing else: objects become structs with private fields, strings that are listed
//! become enums, unions become enums with a variant per arm, and whatever has a bound becomes a type that is checked when it is
//! made. `Deserialize` reads the members of all arms into slots, in any order, and decides at the end of the object, so that
//! nothing is buffered and errors keep their line and column. A shape that cannot be said in this way is refused.
//!
//! Names: a member is a method in `snake_case`, and one that is a word of Rust gets an underscore at its end (`type_`). A name that
//! begins with a digit gets `member_` or `Value` before it, and of names that would be the same the later ones get a number.

mod alike;
mod canonical;
mod checked;
mod choices;
mod cycles;
mod docs;
mod enums;
mod fates;
mod file;
mod item;
mod lossless;
mod lower;
mod messages;
mod names;
mod objects;
mod out;
mod parts;
mod read;
mod scalars;
mod schemas;
mod shapes;
mod slots;
#[cfg(test)]
mod support;
mod unions;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;
use vpcheck_syntax::{Diagnostic, Severity, Source, Span};

pub(crate) use cycles::components;

use crate::model::{DefinitionId, Model};
use item::{By, Choice, Item, ItemId, ItemKind, MemberKind, Plan, Type};
use lower::Lowering;
use out::{Out, doc, ident};
use parts::Part;

/// What the types are for.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum Form {
    /// A file of its own for any crate, with `std`. Hand-written types (`x-type`) are not known there: their definitions become types
    /// like any other.
    Standalone,
    /// A module of a crate that has `#![no_std]`, `extern crate alloc`, hand-written types at its root, the output of [`support`]
    /// in the module `support` beside this one, and features `serde`, `schemars` and `garde`.
    Embedded,
}

/// How types are written.
#[derive(Clone, Debug)]
pub struct Options<'o> {
    /// What they are for.
    pub form: Form,
    /// The definitions to write, with all that they use. Without it all are written.
    pub roots: Option<Vec<String>>,
    /// The schema, which the first line of the output names and which `JsonSchema` answers.
    pub source: Option<&'o Source<'o>>,
    /// Whether `JsonSchema` is written, which takes the source.
    pub json_schema: bool,
    /// Hand-written types that are `Copy`, by their paths.
    pub copied: &'o [&'o str],
}

impl<'o> Options<'o> {
    /// A file of its own, without `JsonSchema`.
    #[must_use]
    pub fn standalone(source: &'o Source<'o>) -> Options<'o> {
        Options { form: Form::Standalone, roots: None, source: Some(source), json_schema: false, copied: &[] }
    }

    /// A module of the workspace's own crate of types.
    #[must_use]
    pub fn embedded(source: &'o Source<'o>) -> Options<'o> {
        let copied =
            &["Port", "ServiceId", "TunnelId", "core::net::IpAddr", "core::net::Ipv4Addr", "core::net::Ipv6Addr"];
        Options { form: Form::Embedded, roots: None, source: Some(source), json_schema: true, copied }
    }
}

/// The types of a schema, as the text of a Rust file.
///
/// The text is formatted; `rustfmt` with the settings of a project may lay it out in another way.
///
/// # Errors
///
/// Every shape that no type of Rust stands for, with its place.
///
/// # Examples
///
/// ```
/// use vpcheck_codegen::emit::rust::{Options, types};
/// use vpcheck_codegen::read;
/// use vpcheck_syntax::Source;
///
/// let text = r#"{"title": "Point", "type": "object", "required": ["x"], "properties": {"x": {"type": "integer"}}}"#;
/// let source = Source::json("point.json", text.as_bytes());
/// let model = read(&source).model.expect("every keyword is known");
/// let types = types(&model, &Options::standalone(&source)).expect("there is a type for every shape");
/// assert!(types.contains("pub fn x(&self) -> i64"));
/// ```
pub fn types(model: &Model, options: &Options<'_>) -> Result<String, Vec<Diagnostic>> {
    let embedded = options.form == Form::Embedded;
    let written = write(model, options)?;
    let parsed = syn::parse2::<syn::File>(written.tokens.clone());
    let items = parsed.map_err(|error| vec![internal(&error.to_string())])?.items;
    let mut text = header(options, &written);
    text.push_str(&file::imports(&items, &written.parts, embedded));
    text.push('\n');
    text.push_str(&file::formatted(items));
    if !embedded && !written.parts.is_empty() {
        text.push_str(
            "mod support {\n    //! What the types above stand on.\n    #![allow(dead_code, unreachable_pub)]\n\n",
        );
        for line in file::support(&written.parts, false).lines() {
            text.push_str(if line.is_empty() { "" } else { "    " });
            text.push_str(line);
            text.push('\n');
        }
        text.push_str("}\n");
    }
    Ok(format!("{}\n", text.trim_end()))
}

/// What the embedded types of several schemas stand on, as the text of the module `support`.
///
/// # Errors
///
/// Those of [`types`] for each of the schemas.
pub fn support(schemas: &[(&Model, &Options<'_>)]) -> Result<String, Vec<Diagnostic>> {
    let mut parts = BTreeSet::new();
    for (model, options) in schemas {
        parts.extend(write(model, options)?.parts);
    }
    let head = "//! What the generated types stand on.\n\
                //!\n\
                //! Written by `cargo xtask codegen`: change the generator instead.\n\
                #![allow(dead_code, unused_imports, reason = \"a part is written as a whole\")]\n\n";
    Ok(format!("{head}{}", file::support(&parts, true)))
}

/// The definitions that are hand-written strings and integers, as constants with their text.
#[must_use]
pub fn definitions(schemas: &[(&Model, &Source<'_>)]) -> String {
    let mut text = "//! Definitions of the bundled schemas that are hand-written types here.\n\
                    //!\n\
                    //! Written by `cargo xtask codegen`: change the schema instead.\n\n"
        .to_owned();
    for (model, source) in schemas {
        for (name, pointer, value) in schemas::scalars(model, source) {
            let file = file_name(source.name());
            let _ = writeln!(text, "/// `{pointer}` of `{file}`.\npub(crate) const {name}: &str = {value};\n");
        }
    }
    format!("{}\n", text.trim_end())
}

fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What is written, before it is text.
struct Written {
    tokens: TokenStream,
    parts: BTreeSet<Part>,
    uses_json: bool,
    uses_regex: bool,
}

fn write(model: &Model, options: &Options<'_>) -> Result<Written, Vec<Diagnostic>> {
    let embedded = options.form == Form::Embedded;
    let roots = roots(model, options)?;
    let mut lowering = Lowering::new(model, embedded);
    lowering.run(&roots);
    let types = lowering.types();
    let (mut plan, mut diagnostics) = (lowering.plan, lowering.diagnostics);
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    cycles::resolve(&mut plan);
    let hashed = hashed(&plan);
    let mut out = Out {
        plan: &plan,
        embedded,
        copied: options.copied,
        parts: BTreeSet::new(),
        uses_json: false,
        uses_regex: false,
    };
    let mut order: Vec<usize> = (0..plan.items.len()).collect();
    order.sort_by_key(|&index| plan.item(ItemId(index)).order);
    let mut tokens = TokenStream::new();
    for index in order {
        let id = ItemId(index);
        match item(&mut out, id, hashed.get(index).copied().unwrap_or(false)) {
            Ok(written) => tokens.extend(written),
            Err((message, help)) => {
                let place = &plan.item(id).place;
                let diagnostic = Diagnostic::new("no-rust-type", Severity::Error, place.span, message);
                diagnostics.push(diagnostic.with_pointer(place.pointer.clone()).with_help(help));
            }
        }
    }
    if !diagnostics.is_empty() {
        return Err(diagnostics);
    }
    if let Some(source) = options.source.filter(|_| options.json_schema) {
        tokens.extend(out.json_schemas(model, source, &types));
        out.uses_json |= !embedded;
    }
    Ok(Written { tokens, parts: parts::closure(out.parts), uses_json: out.uses_json, uses_regex: out.uses_regex })
}

/// The definitions that were asked for.
fn roots(model: &Model, options: &Options<'_>) -> Result<Vec<DefinitionId>, Vec<Diagnostic>> {
    let all = 0..model.definitions.len();
    let is_ours = |&index: &usize| {
        let scalar = model.definition(DefinitionId(index)).shape.annotations.scalar.is_some();
        options.form == Form::Standalone || !scalar
    };
    let Some(names) = &options.roots else {
        return Ok(all.filter(is_ours).map(DefinitionId).collect());
    };
    let find = |name: &String| {
        let found = model.definitions.iter().position(|definition| definition.name == *name).map(DefinitionId);
        let missing = || {
            Diagnostic::new(
                "no-rust-type",
                Severity::Error,
                Span::default(),
                format!("there is no definition `{name}`"),
            )
        };
        found.ok_or_else(|| vec![missing()])
    };
    names.iter().map(find).collect()
}

/// One item with all that belongs to it.
fn item(out: &mut Out<'_>, id: ItemId, hash: bool) -> Result<TokenStream, (String, &'static str)> {
    let same = |message| (message, "say it in the same way everywhere, or tell the arms apart by the JSON type");
    let plan = out.plan;
    let item = plan.item(id);
    let tokens = match &item.kind {
        ItemKind::Alias(type_) => {
            let (name, documentation, type_) = (ident(&item.name), doc(&item.documentation), out.type_(type_));
            return Ok(quote!(#documentation pub type #name = #type_;));
        }
        ItemKind::Object(object) => {
            let reading = slots::Reading::new(plan, id, out.embedded).map_err(same)?;
            let (written, read) = (out.object(item, object, hash), out.read(item, &reading));
            quote!(#written #read)
        }
        ItemKind::Choice(choice @ Choice { by: By::Kind, .. }) => {
            let (written, read) = (out.choice(item, choice, hash), out.read_by_kind(item, choice));
            quote!(#written #read)
        }
        ItemKind::Choice(choice) => {
            let reading = slots::Reading::new(plan, id, out.embedded).map_err(same)?;
            let (written, read) = (out.choice(item, choice, hash), out.read(item, &reading));
            quote!(#written #read)
        }
        ItemKind::Names(names) => out.names(item, names),
        ItemKind::Scalar(scalar) => out.scalar(item, scalar),
        ItemKind::List(list) => {
            if list.unique && !lossless::is_lossless(plan, &list.items) {
                let message = "items have to differ, and the type of the items does not keep all that tells them apart";
                return Err((message.to_owned(), "say `\"additionalProperties\": false`, or leave out `uniqueItems`"));
            }
            out.list(item, list, hash)
        }
        ItemKind::Map(map) => out.map(item, map, hash),
    };
    let garde = out.embedded.then(|| garde(item));
    Ok(quote!(#tokens #garde))
}

/// A value that exists is right, which is all that `garde` can find.
fn garde(item: &Item) -> TokenStream {
    let name = ident(&item.name);
    quote! {
        #[cfg(feature = "garde")]
        impl garde::Validate for #name {
            type Context = ();
            fn validate_into(&self, (): &(), _parent: &mut dyn FnMut() -> garde::Path, _report: &mut garde::Report) {}
        }
    }
}

/// Per item whether its values have a hash: those with a value of any type may hold a map of `serde_json`, which need not have one.
fn hashed(plan: &Plan) -> Vec<bool> {
    let parts: Vec<Vec<&Type>> = plan
        .items
        .iter()
        .map(|item| match &item.kind {
            ItemKind::Alias(type_) => vec![type_],
            ItemKind::Map(map) => vec![&map.values],
            ItemKind::List(list) => vec![&list.items],
            ItemKind::Choice(choice) => choice.arms.iter().map(|arm| &arm.type_).collect(),
            ItemKind::Object(object) => {
                let fields = object.members.iter().filter_map(|member| match &member.kind {
                    MemberKind::Field { type_, .. } => Some(type_),
                    _ => None,
                });
                let kept = if let item::Extra::Kept(values) = &object.extra { Some(values) } else { None };
                fields.chain(kept).collect()
            }
            ItemKind::Names(_) | ItemKind::Scalar(_) => Vec::new(),
        })
        .collect();
    let mut hashed = vec![true; plan.items.len()];
    let mut owners: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut open = Vec::new();
    for (owner, types) in parts.into_iter().enumerate() {
        for mut type_ in types {
            while let Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) = type_ {
                type_ = inner;
            }
            match type_ {
                Type::Any => open.push(owner),
                Type::Named(id) => owners.entry(id.0).or_default().push(owner),
                _ => {}
            }
        }
    }
    while let Some(index) = open.pop() {
        if let Some(found) = hashed.get_mut(index).filter(|found| **found) {
            *found = false;
            open.extend(owners.get(&index).into_iter().flatten());
        }
    }
    hashed
}

fn header(options: &Options<'_>, written: &Written) -> String {
    let name = options.source.map_or("a schema", |source| file_name(source.name()));
    let name: String = name.chars().filter(|character| !character.is_control()).collect();
    if options.form == Form::Embedded {
        return format!(
            "//! The types of `{name}`.\n//!\n//! Written by `cargo xtask codegen`: change the schema or the generator instead.\n\
             #![allow(clippy::doc_markdown, clippy::similar_names, clippy::struct_field_names, reason = \"words and names are those of the schema\")]\n\
             #![allow(clippy::semicolon_if_nothing_returned, clippy::too_many_lines, reason = \"a member is a line\")]\n\
             #![allow(clippy::inline_always, reason = \"to find a member and to read it is one jump in place\")]\n\n"
        );
    }
    let mut header = format!("// Generated by vpcheck {} from {name}\n", env!("CARGO_PKG_VERSION"));
    header.push_str("//\n// [dependencies]\n");
    let dependencies = [
        ("regex = \"1\"", written.uses_regex),
        ("schemars = \"1\"", options.json_schema),
        ("serde = \"1\"", true),
        ("serde_json = \"1\"", written.uses_json),
    ];
    for (dependency, _) in dependencies.iter().filter(|(_, used)| *used) {
        let _ = writeln!(header, "// {dependency}");
    }
    header.push_str("#![allow(clippy::all, clippy::pedantic, dead_code, unused_imports, unreachable_pub)]\n\n");
    header
}

/// Code that does not parse is a mistake of the generator.
fn internal(error: &str) -> Diagnostic {
    Diagnostic::new(
        "no-rust-type",
        Severity::Error,
        Span::default(),
        format!("the generator wrote no valid Rust: {error}"),
    )
    .with_help("this is a mistake of vpcheck: please report it with the schema")
}
