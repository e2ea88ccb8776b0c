//! Tokens of types.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Literal as TokenLiteral, Span, TokenStream};
use quote::quote;

use super::item::{ItemKind, Literal, Plan, Type};
use super::parts::Part;

/// What the writers of items share.
pub(super) struct Out<'p> {
    pub(super) plan: &'p Plan,
    pub(super) embedded: bool,
    /// Hand-written types that are copied.
    pub(super) copied: &'p [&'p str],
    /// Parts of the support module that were used.
    pub(super) parts: BTreeSet<Part>,
    /// Whether types of `serde_json` were used.
    pub(super) uses_json: bool,
    pub(super) uses_regex: bool,
}

/// How a value is handed out.
pub(super) struct View {
    /// The type of a value that is there.
    pub(super) type_: TokenStream,
    /// By value.
    pub(super) is_copied: bool,
    /// As what it derefs to.
    pub(super) derefs: bool,
}

impl Out<'_> {
    /// The attribute that leaves code out where a feature is off.
    pub(super) fn feature(&self, name: &str) -> TokenStream {
        if self.embedded { quote!(#[cfg(feature = #name)]) } else { TokenStream::new() }
    }

    /// The type as it is written.
    pub(super) fn type_(&mut self, type_: &Type) -> TokenStream {
        match type_ {
            Type::Null => quote!(()),
            Type::Boolean => quote!(bool),
            Type::Integer(native) => {
                let name = ident(native.name());
                quote!(#name)
            }
            Type::NonZero(native) => {
                let name = ident(&format!("NonZero{}", native.name().to_uppercase()));
                quote!(#name)
            }
            Type::Finite => {
                self.parts.extend([Part::Finite, Part::ReadFinite]);
                quote!(Finite)
            }
            Type::Text => quote!(String),
            Type::Ipv4 => quote!(Ipv4Addr),
            Type::Ipv6 => quote!(Ipv6Addr),
            Type::Any => {
                self.uses_json = true;
                quote!(Value)
            }
            Type::Named(id) => {
                let name = ident(&self.plan.item(*id).name);
                quote!(#name)
            }
            Type::External(path) => external(path),
            Type::List(items) => {
                let items = self.type_(items);
                quote!(Vec<#items>)
            }
            Type::Map(values) => {
                let values = self.type_(values);
                quote!(BTreeMap<String, #values>)
            }
            Type::Nullable(type_) => {
                let type_ = self.type_(type_);
                quote!(Option<#type_>)
            }
        }
    }

    /// What reads a value of the type.
    pub(super) fn seed(&mut self, type_: &Type) -> TokenStream {
        match self.plan.plain(type_) {
            Type::Integer(_) | Type::NonZero(_) => {
                self.parts.insert(Part::Integer);
                let type_ = self.type_(type_);
                quote!(Integer::<#type_>::new())
            }
            Type::Any => {
                self.parts.insert(Part::Any);
                quote!(Any)
            }
            Type::List(items) => {
                self.parts.insert(Part::List);
                let items = self.seed(items);
                quote!(List(#items))
            }
            Type::Map(values) => {
                self.parts.insert(Part::List);
                let values = self.seed(values);
                quote!(Map(#values))
            }
            Type::Nullable(type_) => {
                self.parts.insert(Part::List);
                let type_ = self.seed(type_);
                quote!(Nullable(#type_))
            }
            // The crate of types reads addresses faster than `core` does.
            Type::External(path) if self.embedded && path.starts_with("core::net::") => {
                let type_ = external(path);
                quote!(crate::serde::Address::<#type_>::new())
            }
            plain => {
                let type_ = self.type_(plain);
                quote!(PhantomData::<#type_>)
            }
        }
    }

    /// Whether values of the type are copied rather than borrowed.
    pub(super) fn is_copied(&self, type_: &Type) -> bool {
        match self.plan.plain(type_) {
            Type::Null
            | Type::Boolean
            | Type::Integer(_)
            | Type::NonZero(_)
            | Type::Finite
            | Type::Ipv4
            | Type::Ipv6 => true,
            Type::External(path) => self.copied.contains(&path.as_str()),
            Type::Named(id) => is_small(&self.plan.item(*id).kind),
            Type::Text | Type::Any | Type::List(_) | Type::Map(_) | Type::Nullable(_) => false,
        }
    }

    /// How a member of the type is handed out.
    pub(super) fn view(&mut self, type_: &Type, boxed: bool) -> View {
        let is_copied = self.is_copied(type_) && !boxed;
        let (tokens, derefs) = match self.plan.plain(type_) {
            Type::Text => (quote!(str), true),
            Type::List(items) => {
                let items = self.type_(items);
                (quote!([#items]), true)
            }
            _ => (self.type_(type_), boxed),
        };
        let tokens = if is_copied { tokens } else { quote!(&#tokens) };
        View { type_: tokens, is_copied, derefs }
    }
}

/// The traits that every type has, and some that not all have.
pub(super) fn derives(hash: bool, copy: bool, default: bool) -> TokenStream {
    let copy = copy.then(|| quote!(Copy,));
    let default = default.then(|| quote!(Default,));
    let hash = hash.then(|| quote!(Hash,));
    quote!(#[derive(Clone, #copy Debug, #default Eq, #hash PartialEq)])
}

/// Whether a named type is as small as a number.
pub(super) fn is_small(kind: &ItemKind) -> bool {
    use super::item::Base;
    match kind {
        ItemKind::Names(names) => names.other.is_none(),
        ItemKind::Scalar(scalar) => scalar.base != Base::Text,
        _ => false,
    }
}

/// A hand-written type: one without a path is at the root of the crate.
pub(super) fn external(path: &str) -> TokenStream {
    let path = if path.contains("::") { path.to_owned() } else { format!("crate::{path}") };
    path.parse().unwrap_or_else(|_| quote!(compile_error!("`x-type` is no path")))
}

/// A name as a token.
pub(super) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The name of a variant, with the path that it is used by.
pub(super) fn variant(type_: &str, name: &str) -> TokenStream {
    let (type_, name) = (ident(type_), ident(name));
    quote!(#type_::#name)
}

/// Documentation as attributes.
pub(super) fn doc(lines: &[String]) -> TokenStream {
    lines
        .iter()
        .map(|line| {
            let line = if line.is_empty() { String::new() } else { format!(" {line}") };
            quote!(#[doc = #line])
        })
        .collect()
}

/// A listed value as it is matched.
pub(super) fn literal(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Boolean(value) => quote!(Literal::Boolean(#value)),
        Literal::Integer(number) => {
            let number = TokenLiteral::i128_unsuffixed(*number);
            quote!(Literal::Integer(#number))
        }
        Literal::Text(text) => quote!(Literal::Text(#text)),
    }
}

/// A listed value as it is written.
pub(super) fn value(literal: &Literal) -> TokenStream {
    match literal {
        Literal::Boolean(value) => quote!(&#value),
        Literal::Integer(number) => {
            let suffixed = i64::try_from(*number).map(TokenLiteral::i64_suffixed);
            let number = suffixed.unwrap_or_else(|_| TokenLiteral::i128_suffixed(*number));
            quote!(&#number)
        }
        Literal::Text(text) => quote!(#text),
    }
}

/// What is right where only listed values are: "`http` or `tcp`".
pub(super) fn one_of(literals: &[Literal]) -> String {
    let names: Vec<String> = literals
        .iter()
        .map(|literal| match literal {
            Literal::Boolean(value) => format!("`{value}`"),
            Literal::Integer(number) => number.to_string(),
            Literal::Text(text) => format!("`{text}`"),
        })
        .collect();
    super::names::list(&names, "or")
}
