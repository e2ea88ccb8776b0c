//! The text of a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;

use super::parts::{self, Gate, Part};

/// Names that generated code uses, with where each comes from. `%` is the support module.
const IMPORTS: &[(&str, &str)] = &[
    ("Cow", "std::borrow::Cow"),
    ("Box", "std::boxed::Box"),
    ("BTreeMap", "std::collections::BTreeMap"),
    ("BTreeSet", "std::collections::BTreeSet"),
    ("String", "std::string::String"),
    ("Vec", "std::vec::Vec"),
    ("Display", "core::fmt::Display"),
    ("fmt", "core::fmt"),
    ("Formatter", "core::fmt::Formatter"),
    ("PhantomData", "core::marker::PhantomData"),
    ("Ipv4Addr", "core::net::Ipv4Addr"),
    ("Ipv6Addr", "core::net::Ipv6Addr"),
    ("NonZeroU8", "core::num::NonZeroU8"),
    ("NonZeroU16", "core::num::NonZeroU16"),
    ("NonZeroU32", "core::num::NonZeroU32"),
    ("NonZeroU64", "core::num::NonZeroU64"),
    ("FromStr", "core::str::FromStr"),
    ("LazyLock", "std::sync::LazyLock"),
    ("Regex", "regex::Regex"),
    ("JsonSchema", "schemars::JsonSchema"),
    ("Schema", "schemars::Schema"),
    ("SchemaGenerator", "schemars::SchemaGenerator"),
    ("Deserialize", "serde::de::Deserialize"),
    ("DeserializeSeed", "serde::de::DeserializeSeed"),
    ("Deserializer", "serde::de::Deserializer"),
    ("IntoDeserializer", "serde::de::IntoDeserializer"),
    ("MapAccess", "serde::de::MapAccess"),
    ("SeqAccess", "serde::de::SeqAccess"),
    ("Visitor", "serde::de::Visitor"),
    ("MapAccessDeserializer", "serde::de::value::MapAccessDeserializer"),
    ("SeqAccessDeserializer", "serde::de::value::SeqAccessDeserializer"),
    ("Serialize", "serde::ser::Serialize"),
    ("serialize_entry", "serde::ser::SerializeMap"),
    ("Serializer", "serde::ser::Serializer"),
    ("Value", "serde_json::Value"),
    ("Any", "%::any::Any"),
    ("none_of", "%::buffered::none_of"),
    ("settle_all", "%::buffered::settle_all"),
    ("has_at_least", "%::formats::has_at_least"),
    ("has_at_most", "%::formats::has_at_most"),
    ("is_date_time", "%::formats::is_date_time"),
    ("is_hostname", "%::formats::is_hostname"),
    ("is_uuid", "%::formats::is_uuid"),
    ("Fate", "%::fate::Fate"),
    ("refused", "%::fate::refused"),
    ("skip", "%::fate::skip"),
    ("sorted", "%::fate::sorted"),
    ("Finite", "%::finite::Finite"),
    ("InvalidValue", "%::invalid_value::InvalidValue"),
    ("Ignored", "%::ignored::Ignored"),
    ("Integer", "%::integer::Integer"),
    ("Known", "%::known::Known"),
    ("Lenient", "%::lenient::Lenient"),
    ("List", "%::list::List"),
    ("Map", "%::list::Map"),
    ("Nullable", "%::list::Nullable"),
    ("Found", "%::named::Found"),
    ("insert", "%::named::insert"),
    ("next", "%::named::next"),
    ("Names", "%::names::Names"),
    ("AnyText", "%::parse::AnyText"),
    ("Parse", "%::parse::Parse"),
    ("Literal", "%::pick::Literal"),
    ("Pick", "%::pick::Pick"),
    ("schema", "%::schema::schema"),
    ("Slot", "%::slot::Slot"),
    ("all_differ", "%::unique::all_differ"),
    ("all_differ_as_json", "%::unique_json::all_differ_as_json"),
];

/// Names that are handed on: they are part of what the types offer.
const PUBLIC: [&str; 2] = ["Finite", "InvalidValue"];

/// The `use` lines for the names in `items`.
pub(super) fn imports(items: &[syn::Item], parts: &BTreeSet<Part>, embedded: bool) -> String {
    let mut uses: BTreeMap<String, BTreeSet<Option<String>>> = BTreeMap::new();
    for item in items {
        let mut names = BTreeSet::new();
        find_names(item.to_token_stream(), &mut names);
        let gate = gate(item);
        for name in names {
            uses.entry(name).or_default().insert(gate.clone());
        }
    }
    let support = if embedded { "super::support" } else { "self::support" };
    let mut text = String::new();
    for (part, module, name) in
        [(Part::Finite, "finite", "Finite"), (Part::InvalidValue, "invalid_value", "InvalidValue")]
    {
        if parts.contains(&part) && uses.contains_key(name) {
            let module = if embedded { String::new() } else { format!("{module}::") };
            let _ = writeln!(text, "pub use {support}::{module}{name};");
        }
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (name, path) in IMPORTS {
        // The prelude has these where there is `std`.
        let is_known = !embedded && ["Box", "String", "Vec"].contains(name);
        let is_known = is_known || PUBLIC.contains(name);
        let Some(gates) = uses.get(*name).filter(|_| !is_known) else { continue };
        let Some((module, item)) = path.rsplit_once("::") else { continue };
        // In the workspace all names of the support module are at its root.
        let module = if embedded && module.starts_with('%') { "%" } else { module };
        match groups.iter_mut().find(|(found, path, _)| same_gate(found, gates) && *path == module) {
            Some((_, _, items)) => items.push(item),
            None => groups.push((gates, module, vec![item])),
        }
    }
    for (gates, module, items) in groups {
        text.push_str(&condition(gates));
        let module = module.replace('%', support);
        let module = if embedded { module.replace("std::", "alloc::") } else { module };
        let _ = match items.as_slice() {
            [item] => writeln!(text, "use {module}::{item};"),
            items => writeln!(text, "use {module}::{{{}}};", items.join(", ")),
        };
    }
    text
}

/// The features that names are used under, the module they come from, and the names.
type Group<'i> = (&'i BTreeSet<Option<String>>, &'i str, Vec<&'i str>);

/// The feature that an item needs, if it needs one.
fn gate(item: &syn::Item) -> Option<String> {
    let attributes = match item {
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        _ => return None,
    };
    attributes.iter().filter(|attribute| attribute.path().is_ident("cfg")).find_map(|attribute| {
        let condition: syn::MetaNameValue = attribute.parse_args().ok()?;
        let syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(feature), .. }) = condition.value else { return None };
        Some(feature.value())
    })
}

fn same_gate(left: &BTreeSet<Option<String>>, right: &BTreeSet<Option<String>>) -> bool {
    left == right || left.contains(&None) && right.contains(&None)
}

/// The condition for a name that is used under these features.
fn condition(gates: &BTreeSet<Option<String>>) -> String {
    if gates.contains(&None) {
        return String::new();
    }
    let features: Vec<String> = gates.iter().flatten().map(|feature| format!("feature = {feature:?}")).collect();
    match features.as_slice() {
        [] => String::new(),
        [one] => format!("#[cfg({one})]\n"),
        several => format!("#[cfg(any({}))]\n", several.join(", ")),
    }
}

fn feature(gate: Gate) -> &'static str {
    match gate {
        Gate::Always => "",
        Gate::Serde => "#[cfg(feature = \"serde\")]\n",
        Gate::Schemars => "#[cfg(feature = \"schemars\")]\n",
    }
}

/// The names that tokens use and do not reach through a path: those have to be in scope.
fn find_names(tokens: TokenStream, names: &mut BTreeSet<String>) {
    let mut open = vec![tokens];
    while let Some(tokens) = open.pop() {
        let (mut after_path, mut after_dot, mut after_colon, mut after_type) = (false, false, false, false);
        for token in tokens {
            let (path, dot, colon, type_) = (after_path, after_dot, after_colon, after_type);
            (after_path, after_dot, after_colon, after_type) = (false, false, false, false);
            match token {
                TokenTree::Group(group) => open.push(group.stream()),
                TokenTree::Ident(name) => {
                    let name = name.to_string();
                    // A trait is needed for its methods.
                    if dot && name == "deserialize" {
                        names.insert("DeserializeSeed".to_owned());
                    }
                    if dot && name == "end" {
                        names.insert("serialize_entry".to_owned());
                    }
                    after_type = name == "type";
                    if !path && !dot && !type_ {
                        names.insert(name);
                    }
                }
                TokenTree::Punct(sign) => {
                    let is_colon = sign.as_char() == ':';
                    after_path = is_colon && colon;
                    after_colon = is_colon && sign.spacing() == proc_macro2::Spacing::Joint;
                    after_dot = sign.as_char() == '.';
                }
                TokenTree::Literal(_) => {}
            }
        }
    }
}

/// The items as formatted text, with a blank line between items and between methods.
pub(super) fn formatted(items: Vec<syn::Item>) -> String {
    let mut file = syn::File { shebang: None, frontmatter: None, attrs: Vec::new(), items: Vec::new() };
    let mut text = String::new();
    for item in items {
        file.items = vec![item];
        text.push_str(&spaced(&prettyplease::unparse(&file)));
        text.push('\n');
    }
    text
}

/// A blank line after every method and variant that takes several lines.
fn spaced(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        result.push_str(line);
        result.push('\n');
        let indent = line.len() - line.trim_start().len();
        let ends = line.trim_start() == "}";
        if let Some(next) = lines.peek().filter(|_| ends) {
            let follows =
                ["///", "pub ", "fn ", "#[", "impl", "const "].iter().any(|start| next.trim_start().starts_with(start));
            if follows && next.len() - next.trim_start().len() == indent {
                result.push('\n');
            }
        }
    }
    result
}

/// The modules that generated types stand on.
pub(super) fn support(parts: &BTreeSet<Part>, embedded: bool) -> String {
    let mut text = String::new();
    for part in parts {
        let (name, _) = part.file();
        if embedded {
            text.push_str(feature(part.gate()));
        }
        let _ = writeln!(text, "pub(crate) mod {name} {{");
        let content = parts::text(*part);
        let content = if embedded { content.replace("std::", "alloc::") } else { content };
        for line in content.lines() {
            text.push_str(if line.is_empty() { "" } else { "    " });
            text.push_str(line);
            text.push('\n');
        }
        text.push_str("}\n\n");
    }
    if embedded {
        for part in parts {
            let (name, _) = part.file();
            let items: Vec<&str> = IMPORTS
                .iter()
                .filter_map(|(_, path)| path.strip_prefix("%::")?.split_once("::"))
                .filter_map(|(module, item)| (module == name).then_some(item))
                .collect();
            let visibility = if matches!(part, Part::Finite | Part::InvalidValue) { "pub" } else { "pub(crate)" };
            if !items.is_empty() {
                let _ = writeln!(text, "{}{visibility} use {name}::{{{}}};", feature(part.gate()), items.join(", "));
            }
        }
    }
    format!("{}\n", text.trim_end())
}
