//! The definitions of a schema as text, and `JsonSchema`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal as TokenLiteral, TokenStream};
use quote::quote;
use serde_json::Value;
use vpcheck_syntax::Source;

use super::item::{Item, ItemKind};
use super::names::{Namer, snake};
use super::out::{Out, external, ident};
use super::parts::Part;
use crate::model::{Kinds, Model, Place};

/// The text of a subschema on one line, without the definitions inside it.
pub(super) fn minified(source: &Source<'_>, place: &Place) -> Option<String> {
    let text = std::str::from_utf8(source.bytes().get(place.span.range())?).ok()?;
    let mut value: Value = serde_json::from_str(text).ok()?;
    if let Some(members) = value.as_object_mut()
        && (members.remove("$defs").is_some() | members.remove("$schema").is_some())
    {
        return serde_json::to_string(&value).ok();
    }
    let mut minified = String::with_capacity(text.len());
    let (mut in_string, mut escaped) = (false, false);
    for character in text.chars() {
        if !in_string && character.is_ascii_whitespace() {
            continue;
        }
        if character == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && character == '\\' && !escaped;
        minified.push(character);
    }
    Some(minified)
}

/// A text as a raw string, which needs no escapes.
fn raw(text: &str) -> TokenStream {
    let mut fence = "#".to_owned();
    while text.contains(&format!("\"{fence}")) {
        fence.push('#');
    }
    let literal = format!("r{fence}\"{text}\"{fence}").parse::<TokenLiteral>();
    literal.map_or_else(|_| quote!(#text), |literal| quote!(#literal))
}

/// The definitions that are hand-written strings and integers, as constants: name, pointer, text.
pub(super) fn scalars(model: &Model, source: &Source<'_>) -> Vec<(String, String, TokenStream)> {
    let hand_written = model.definitions.iter().filter(|definition| {
        let path = definition.shape.annotations.scalar.as_deref();
        let kinds = definition.shape.kinds;
        let is_scalar = kinds.difference(Kinds::NULL.union(Kinds::STRING).union(Kinds::INTEGER)).is_empty();
        is_scalar && path.is_some_and(|path| !path.contains([':', '<']))
    });
    hand_written
        .filter_map(|definition| {
            let place = &definition.shape.place;
            let text = minified(source, place)?;
            Some((snake(&definition.name).to_uppercase(), place.pointer.clone(), raw(&text)))
        })
        .collect()
}

impl Out<'_> {
    /// `JsonSchema` for all items that stand in the schema as they are.
    pub(super) fn json_schemas(
        &mut self,
        model: &Model,
        source: &Source<'_>,
        types: &BTreeMap<usize, TokenStream>,
    ) -> TokenStream {
        let mut targets = Targets { model, types, strangers: BTreeMap::new(), namer: Namer::types() };
        let mut tokens = TokenStream::new();
        for item in &self.plan.items {
            if let Some(text) = has_schema(item).then(|| minified(source, &item.place)).flatten() {
                let name = ident(&item.name);
                tokens.extend(self.json_schema(&quote!(#name), &item.name, &text, &mut targets));
            }
        }
        let mut done = BTreeSet::new();
        // A hand-written type of another crate may have no `JsonSchema`, or one that says less: a type of ours stands for it.
        while let Some((index, name)) = targets
            .strangers
            .iter()
            .find(|(index, _)| !done.contains(*index))
            .map(|(index, name)| (*index, name.clone()))
        {
            done.insert(index);
            let Some(definition) = model.definitions.get(index) else { continue };
            let Some(text) = minified(source, &definition.shape.place) else { continue };
            let stranger = ident(&name);
            let implementation = self.json_schema(&quote!(#stranger), &definition.name, &text, &mut targets);
            let feature = self.feature("schemars");
            tokens.extend(quote! {
                #feature
                enum #stranger {}
                #implementation
            });
        }
        tokens
    }

    fn json_schema(&mut self, type_: &TokenStream, name: &str, text: &str, targets: &mut Targets<'_>) -> TokenStream {
        self.parts.insert(Part::Schema);
        let feature = self.feature("schemars");
        let mut references = BTreeSet::new();
        if let Ok(value) = serde_json::from_str::<Value>(text) {
            find_references(&value, &mut references);
        }
        let arms: TokenStream = references
            .iter()
            .filter_map(|reference| {
                let target = targets.find(reference)?;
                Some(quote!(#reference => generator.subschema_for::<#target>(),))
            })
            .collect();
        let (generator, find) = if arms.is_empty() {
            (quote!(_), quote!(|_| None))
        } else {
            (quote!(generator), quote!(|reference| Some(match reference { #arms _ => return None })))
        };
        let text = raw(text);
        quote! {
            #feature
            impl JsonSchema for #type_ {
                fn schema_name() -> Cow<'static, str> { #name.into() }
                fn schema_id() -> Cow<'static, str> { concat!(module_path!(), "::", #name).into() }
                fn json_schema(#generator: &mut SchemaGenerator) -> Schema { schema(#text, #find) }
            }
        }
    }
}

/// Whether the text of the subschema says what the type takes.
fn has_schema(item: &Item) -> bool {
    item.is_whole && !matches!(item.kind, ItemKind::Alias(_))
}

struct Targets<'t> {
    model: &'t Model,
    /// Per definition the type that was written for it.
    types: &'t BTreeMap<usize, TokenStream>,
    /// Definitions that are types of other crates, with the name of the type that stands for each.
    strangers: BTreeMap<usize, String>,
    namer: Namer,
}

impl Targets<'_> {
    /// The type that a reference stands for.
    fn find(&mut self, reference: &str) -> Option<TokenStream> {
        let pointer = reference.strip_prefix('#')?;
        let index = self.model.definitions.iter().position(|definition| definition.shape.place.pointer == pointer)?;
        let definition = self.model.definitions.get(index)?;
        if let Some(type_) = self.types.get(&index) {
            return Some(type_.clone());
        }
        let path = definition.shape.annotations.scalar.as_deref()?;
        if !path.contains("::") {
            return Some(external(path));
        }
        let namer = &mut self.namer;
        let name = self.strangers.entry(index).or_insert_with(|| namer.name(&format!("{}Schema", definition.name), ""));
        let name = ident(name);
        Some(quote!(#name))
    }
}

/// The values of all `$ref`. The depth is that of the schema, which is bounded.
fn find_references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(reference)) = members.get("$ref") {
                found.insert(reference.clone());
            }
            members.values().for_each(|value| find_references(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| find_references(value, found)),
        _ => {}
    }
}
