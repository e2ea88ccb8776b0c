//! Unions as enums.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{Arm, By, Choice, Item, ItemKind, Object, Type};
use super::objects::fields;
use super::out::{Out, derives, doc, ident, variant};
use crate::model::Kinds;

impl Out<'_> {
    /// The enum with its conversions, the members that all arms share, and its `Serialize`.
    pub(super) fn choice(&mut self, item: &Item, choice: &Choice, hash: bool) -> TokenStream {
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let derives = derives(hash, false, false);
        let feature = self.feature("serde");
        let (mut variants, mut conversions, mut serialize) =
            (TokenStream::new(), TokenStream::new(), TokenStream::new());
        for (index, arm) in choice.arms.iter().enumerate() {
            let (documentation, declared, path) =
                (doc(&arm.documentation), ident(&arm.name), variant(&item.name, &arm.name));
            let type_ = self.type_(&arm.type_);
            let stored = if arm.boxed { quote!(Box<#type_>) } else { type_.clone() };
            variants.extend(quote!(#documentation #declared(#stored),));
            serialize.extend(quote!(#path(value) => value.serialize(serializer),));
            let mut others = choice.arms.iter().enumerate().filter(|(other, _)| *other != index);
            if others.all(|(_, other)| !self.plan.same(&arm.type_, &other.type_)) {
                let value = if arm.boxed { quote!(Box::new(value)) } else { quote!(value) };
                conversions.extend(quote! {
                    impl From<#type_> for #name {
                        fn from(value: #type_) -> #name { #path(#value) }
                    }
                });
            }
        }
        let shared = self.shared(item, choice);
        quote! {
            #documentation
            #derives
            pub enum #name { #variants }
            #shared
            #conversions
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { match self { #serialize } }
            }
        }
    }

    /// Accessors of the members that all arms keep in the same way.
    fn shared(&mut self, item: &Item, choice: &Choice) -> TokenStream {
        let mut objects: Vec<(&Arm, &Object)> = Vec::new();
        for arm in &choice.arms {
            let Type::Named(id) = self.plan.plain(&arm.type_) else { return TokenStream::new() };
            let ItemKind::Object(object) = &self.plan.item(*id).kind else { return TokenStream::new() };
            objects.push((arm, object));
        }
        let Some(((_, first), others)) = objects.split_first() else { return TokenStream::new() };
        let mut methods = TokenStream::new();
        for field in fields(first) {
            let alike = |object: &Object| {
                fields(object).any(|other| {
                    other.member.json == field.member.json
                        && other.member.name == field.member.name
                        && other.optional == field.optional
                        && other.boxed == field.boxed
                        && self.plan.same(other.type_, field.type_)
                })
            };
            if !others.iter().all(|(_, object)| alike(object)) {
                continue;
            }
            let view = self.view(field.type_, field.boxed);
            let type_ = view.type_;
            let type_ = if field.optional { quote!(Option<#type_>) } else { type_ };
            let member = ident(&field.member.name);
            let documentation = doc(&field.member.documentation);
            let arms = choice.arms.iter().map(|arm| variant(&item.name, &arm.name));
            methods.extend(quote! {
                #documentation
                #[must_use]
                pub fn #member(&self) -> #type_ { match self { #(#arms(value) => value.#member(),)* } }
            });
        }
        if methods.is_empty() {
            return methods;
        }
        let name = ident(&item.name);
        quote!(impl #name { #methods })
    }

    /// The `Deserialize` of an enum whose arms are told apart by the JSON type.
    pub(super) fn read_by_kind(&mut self, item: &Item, choice: &Choice) -> TokenStream {
        debug_assert!(matches!(choice.by, By::Kind));
        let name = ident(&item.name);
        let one = &item.one;
        let feature = self.feature("serde");
        let mut visits = TokenStream::new();
        let mut taken = Vec::new();
        for arm in &choice.arms {
            let path = variant(&item.name, &arm.name);
            let wrap = if arm.boxed { quote!(.map(|value| #path(Box::new(value)))) } else { quote!(.map(#path)) };
            let seed = self.seed(&arm.type_);
            let kinds = arm.kinds;
            let mut simple = |method: &str, type_: TokenStream| {
                let method = ident(method);
                visits.extend(quote! {
                    fn #method<E: serde::de::Error>(self, value: #type_) -> Result<#name, E> {
                        #seed.deserialize(IntoDeserializer::<E>::into_deserializer(value))#wrap
                    }
                });
            };
            if kinds.contains(Kinds::BOOLEAN) {
                simple("visit_bool", quote!(bool));
                taken.push("a boolean".to_owned());
            }
            if !kinds.intersection(Kinds::NUMBER).is_empty() {
                simple("visit_u64", quote!(u64));
                simple("visit_i64", quote!(i64));
                simple("visit_f64", quote!(f64));
                taken.push(if kinds.contains(Kinds::FRACTION) { "a number" } else { "an integer" }.to_owned());
            }
            if kinds.contains(Kinds::STRING) {
                simple("visit_str", quote!(&str));
                taken.push("a string".to_owned());
            }
            if kinds.contains(Kinds::ARRAY) {
                visits.extend(quote! {
                    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<#name, A::Error> {
                        #seed.deserialize(SeqAccessDeserializer::new(items))#wrap
                    }
                });
                taken.push("an array".to_owned());
            }
            if kinds.contains(Kinds::OBJECT) {
                visits.extend(quote! {
                    fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<#name, A::Error> {
                        #seed.deserialize(MapAccessDeserializer::new(members))#wrap
                    }
                });
                taken.push("an object".to_owned());
            }
        }
        let expected = format!("{one}, which is {}", super::names::list(&taken, "or"));
        quote! {
            #feature
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> {
                    struct Reader;
                    impl<'de> Visitor<'de> for Reader {
                        type Value = #name;
                        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result { formatter.write_str(#expected) }
                        #visits
                    }
                    deserializer.deserialize_any(Reader)
                }
            }
        }
    }
}
