//! Enumerations of strings.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{Item, Names};
use super::lower::listed;
use super::out::{Out, derives, doc, ident, variant};
use super::parts::Part;

impl Out<'_> {
    pub(super) fn names(&mut self, item: &Item, names: &Names) -> TokenStream {
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let derives = derives(true, names.other.is_none(), names.default.is_some());
        let (mut declared, mut paths, mut matched, mut read) =
            (TokenStream::new(), Vec::new(), TokenStream::new(), TokenStream::new());
        for (index, found) in names.variants.iter().enumerate() {
            let (documentation, declaration, path) =
                (doc(&found.documentation), ident(&found.name), variant(&item.name, &found.name));
            let json = &found.json;
            let default = (names.default == Some(index)).then(|| quote!(#[default]));
            declared.extend(quote!(#documentation #default #declaration,));
            matched.extend(quote!(#path => #json,));
            read.extend(quote!(#json => Ok(#path),));
            paths.push(path);
        }
        let count = paths.len();
        let shown: Vec<String> = names.variants.iter().map(|variant| variant.json.clone()).collect();
        let (non_exhaustive, other_type, all, receiver, constant, text) = match &names.other {
            None => (
                TokenStream::new(),
                TokenStream::new(),
                "Every value, in the order of the schema.",
                quote!(self),
                quote!(const),
                quote!(&'static str),
            ),
            Some(other) => {
                let other_name = ident(other);
                let about = doc(&["Another one, as it was read.".to_owned()]);
                declared.extend(quote!(#about Other(#other_name),));
                matched.extend(quote!(#name::Other(other) => other.as_str(),));
                read.extend(quote!(other => Ok(#name::Other(#other_name(other.into()))),));
                let about = doc(&[format!(
                    "{} that is none of the known ones.",
                    super::docs::sentence(&item.one).trim_end_matches('.')
                )]);
                let other_type = quote! {
                    #about
                    #[derive(Clone, Debug, Eq, Hash, PartialEq)]
                    pub struct #other_name(Box<str>);
                    impl #other_name {
                        /// The value as it was read.
                        #[must_use]
                        pub fn as_str(&self) -> &str { &self.0 }
                    }
                };
                (
                    quote!(#[non_exhaustive]),
                    other_type,
                    "Every known value, in the order of the schema.",
                    quote!(&self),
                    TokenStream::new(),
                    quote!(&str),
                )
            }
        };
        let error = if names.other.is_some() {
            quote!(core::convert::Infallible)
        } else {
            self.parts.insert(Part::InvalidValue);
            let rule = format!("{} is {}", item.one, listed(&shown));
            read.extend(quote!(_ => Err(InvalidValue::new(#rule)),));
            quote!(InvalidValue)
        };
        let all = doc(&[all.to_owned()]);
        let one = &item.one;
        let feature = self.feature("serde");
        self.parts.insert(Part::Parse);
        quote! {
            #documentation
            #derives
            #non_exhaustive
            pub enum #name { #declared }
            #other_type
            impl #name {
                #all
                pub const ALL: [#name; #count] = [#(#paths),*];
                /// The value as it is in JSON.
                #[must_use]
                pub #constant fn as_str(#receiver) -> #text { match self { #matched } }
            }
            impl Display for #name {
                fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result { formatter.pad(self.as_str()) }
            }
            impl FromStr for #name {
                type Err = #error;
                fn from_str(text: &str) -> Result<#name, #error> { match text { #read } }
            }
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
            #feature
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> {
                    Parse::new(#one).deserialize(deserializer)
                }
            }
        }
    }
}
