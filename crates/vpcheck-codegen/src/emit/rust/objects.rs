//! Objects as structs.

use proc_macro2::TokenStream;
use quote::quote;

use super::item::{Extra, Item, ItemKind, Member, MemberKind, Object, Type};
use super::out::{Out, derives, doc, ident, value};

/// A member that a struct keeps.
pub(super) struct Field<'o> {
    pub(super) member: &'o Member,
    pub(super) type_: &'o Type,
    pub(super) boxed: bool,
    /// Whether there may be no value: it may be absent, or null.
    pub(super) optional: bool,
}

/// The members that a struct keeps.
pub(super) fn fields(object: &Object) -> impl Iterator<Item = Field<'_>> {
    object.members.iter().filter_map(|member| {
        let MemberKind::Field { type_, nullable, boxed } = &member.kind else { return None };
        Some(Field { member, type_, boxed: *boxed, optional: *nullable || !member.required })
    })
}

impl Out<'_> {
    /// The struct with what makes and reads it, and its `Serialize`.
    pub(super) fn object(&mut self, item: &Item, object: &Object, hash: bool) -> TokenStream {
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let has_new = fields(object).all(|field| !field.member.required);
        let derives = derives(hash, false, has_new);
        let mut stored = TokenStream::new();
        for field in fields(object) {
            let (member, type_) = (ident(&field.member.name), self.stored(&field));
            stored.extend(quote!(#member: #type_,));
        }
        if let Extra::Kept(values) = &object.extra {
            let values = self.type_(values);
            stored.extend(quote!(additional: BTreeMap<String, #values>,));
        }
        let constructor = self.constructor(item, object);
        let mut methods = TokenStream::new();
        for field in fields(object) {
            methods.extend(self.accessor(&field));
            if !field.member.required {
                methods.extend(self.setter(&field));
            }
        }
        methods.extend(self.additional(object));
        let serialize = self.serialize_object(item, object);
        let fate = object.fates.as_ref().map(|fates| self.fate_method(item, fates));
        quote! {
            #documentation
            #derives
            pub struct #name { #stored }
            impl #name { #constructor #methods }
            #fate
            #serialize
        }
    }

    fn stored(&mut self, field: &Field<'_>) -> TokenStream {
        let type_ = self.type_(field.type_);
        let type_ = if field.boxed { quote!(Box<#type_>) } else { type_ };
        if field.optional { quote!(Option<#type_>) } else { type_ }
    }

    /// The type of an argument, and what it becomes.
    fn argument(&mut self, field: &Field<'_>, optional: bool) -> (TokenStream, TokenStream) {
        let member = ident(&field.member.name);
        let type_ = self.type_(field.type_);
        let is_choice = matches!(self.plan.plain(field.type_), Type::Named(id) if matches!(self.plan.item(*id).kind, ItemKind::Choice(_)));
        let converts = *field.type_ == Type::Text || is_choice;
        if optional {
            let value = if field.boxed { quote!(#member.map(Box::new)) } else { quote!(#member) };
            return (quote!(Option<#type_>), value);
        }
        let (type_, value) =
            if converts { (quote!(impl Into<#type_>), quote!(#member.into())) } else { (type_, quote!(#member)) };
        (type_, if field.boxed { quote!(Box::new(#value)) } else { value })
    }

    fn constructor(&mut self, item: &Item, object: &Object) -> TokenStream {
        let name = ident(&item.name);
        let (mut arguments, mut values) = (TokenStream::new(), TokenStream::new());
        for field in fields(object) {
            let member = ident(&field.member.name);
            if field.member.required {
                let (type_, value) = self.argument(&field, field.optional);
                arguments.extend(quote!(#member: #type_,));
                values.extend(if value.to_string() == field.member.name {
                    quote!(#member,)
                } else {
                    quote!(#member: #value,)
                });
            } else {
                values.extend(quote!(#member: None,));
            }
        }
        if matches!(object.extra, Extra::Kept(_)) {
            values.extend(quote!(additional: BTreeMap::new(),));
        }
        let needs = fields(object).any(|field| field.member.required);
        let end = if needs { "the members that it needs" } else { "no member yet" };
        let documentation = doc(&[format!("{} with {end}.", super::docs::sentence(&item.one).trim_end_matches('.'))]);
        quote! {
            #documentation
            #[must_use]
            pub fn new(#arguments) -> #name { #name { #values } }
        }
    }

    fn accessor(&mut self, field: &Field<'_>) -> TokenStream {
        let member = ident(&field.member.name);
        let documentation = doc(&field.member.documentation);
        let view = self.view(field.type_, field.boxed);
        let type_ = &view.type_;
        let (type_, value) = match (field.optional, view.is_copied, view.derefs) {
            (true, true, _) => (quote!(Option<#type_>), quote!(self.#member)),
            (true, false, true) => (quote!(Option<#type_>), quote!(self.#member.as_deref())),
            (true, false, false) => (quote!(Option<#type_>), quote!(self.#member.as_ref())),
            (false, true, _) => (quote!(#type_), quote!(self.#member)),
            (false, false, _) => (quote!(#type_), quote!(&self.#member)),
        };
        quote! {
            #documentation
            #[must_use]
            pub fn #member(&self) -> #type_ { #value }
        }
    }

    fn setter(&mut self, field: &Field<'_>) -> TokenStream {
        let member = ident(&field.member.name);
        let setter = ident(&format!("with_{}", field.member.name));
        let (type_, value) = self.argument(field, false);
        let documentation = doc(&[format!("The same with `{}`.", field.member.json.replace('`', "'"))]);
        quote! {
            #documentation
            #[must_use]
            pub fn #setter(mut self, #member: #type_) -> Self {
                self.#member = Some(#value);
                self
            }
        }
    }

    fn additional(&mut self, object: &Object) -> TokenStream {
        let Extra::Kept(values) = &object.extra else { return TokenStream::new() };
        let values = self.type_(values);
        let known: Vec<&str> = object.members.iter().map(|member| member.json.as_str()).collect();
        let known = (!known.is_empty()).then(|| {
            quote! {
                if additional.keys().any(|name| matches!(name.as_str(), #(#known)|*)) {
                    return Err(InvalidValue::new("a member that the schema names is no additional one"));
                }
            }
        });
        self.parts.insert(super::parts::Part::InvalidValue);
        let names = object.fates.as_ref().map(|_| {
            let method = ident(super::fates::METHOD);
            quote! {
                if !additional.keys().all(|name| matches!(Self::#method(name), Fate::Kept)) {
                    return Err(InvalidValue::new("an additional member has a name that the schema has a pattern for"));
                }
            }
        });
        quote! {
            /// The members that the schema does not name.
            #[must_use]
            pub fn additional(&self) -> &BTreeMap<String, #values> { &self.additional }
            /// The same with these members that the schema does not name.
            ///
            /// # Errors
            ///
            /// When one of them is a member that the schema names.
            pub fn with_additional(mut self, additional: BTreeMap<String, #values>) -> Result<Self, InvalidValue> {
                #known
                #names
                self.additional = additional;
                Ok(self)
            }
        }
    }

    fn serialize_object(&mut self, item: &Item, object: &Object) -> TokenStream {
        let name = ident(&item.name);
        let feature = self.feature("serde");
        let mut entries = TokenStream::new();
        for member in &object.members {
            let (json, member_name) = (&member.json, ident(&member.name));
            entries.extend(match &member.kind {
                MemberKind::Field { .. } if member.required => quote!(map.serialize_entry(#json, &self.#member_name)?;),
                MemberKind::Field { .. } => {
                    quote!(if let Some(value) = &self.#member_name { map.serialize_entry(#json, value)?; })
                }
                MemberKind::Constant(literal) => {
                    let value = value(literal);
                    quote!(map.serialize_entry(#json, #value)?;)
                }
                MemberKind::Null if member.required => quote!(map.serialize_entry(#json, &())?;),
                MemberKind::Null | MemberKind::Never | MemberKind::Dropped { .. } => TokenStream::new(),
            });
        }
        if matches!(object.extra, Extra::Kept(_)) {
            entries.extend(quote!(for (name, value) in &self.additional {
                map.serialize_entry(name, value)?;
            }));
        }
        let map = if entries.is_empty() {
            quote!(serializer.serialize_map(Some(0))?.end())
        } else {
            quote! {
                let mut map = serializer.serialize_map(None)?;
                #entries
                map.end()
            }
        };
        quote! {
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { #map }
            }
        }
    }
}
