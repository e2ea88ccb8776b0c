//! `Deserialize` of objects: members into slots, and a decision at the end.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::item::{Base, By, Extra, Fate, Item, ItemKind, Literal, Member, MemberKind, Type};
use super::messages::{belongs, conflicts, missing};
use super::out::{Out, ident, literal, value, variant};
use super::parts::Part;
use super::slots::{Leaf, Mode, Others, Reading, Slot, Tag, Tree};

impl Out<'_> {
    /// The `Deserialize` of an object, or of one of several objects.
    pub(super) fn read(&mut self, item: &Item, reading: &Reading<'_>) -> TokenStream {
        self.parts.extend([Part::Slot, Part::Names, Part::Ignored]);
        let name = ident(&item.name);
        let one = &item.one;
        let feature = self.feature("serde");
        let variants: Vec<_> = reading.slots.iter().map(|slot| ident(&slot.variant)).collect();
        let tags: TokenStream = reading.slots.iter().map(declare_tag).collect();
        let slots: TokenStream = reading
            .slots
            .iter()
            .map(|slot| {
                let name = ident(&slot.name);
                quote!(let mut #name = Slot::Absent;)
            })
            .collect();
        let members = (!variants.is_empty()).then(|| known(reading, &variants));
        let all = self.loop_(reading, one);
        let finish = self.finish(reading, &reading.tree, &mut Vec::new());
        quote! {
            #feature
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> {
                    struct Reader;
                    #members
                    #tags
                    impl<'de> Visitor<'de> for Reader {
                        type Value = #name;
                        fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result { formatter.write_str(#one) }
                        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<#name, A::Error> {
                            #slots
                            #all
                            Ok(#finish)
                        }
                    }
                    deserializer.deserialize_map(Reader)
                }
            }
        }
    }

    /// The loop over the members.
    fn loop_(&mut self, reading: &Reading<'_>, one: &str) -> TokenStream {
        let mut reads = Vec::new();
        for slot in &reading.slots {
            let (variable, json) = (ident(&slot.name), slot.json);
            let seed = self.slot_seed(slot);
            let method = ident(if slot.nullable { "read_or_null" } else { "read" });
            reads.push(quote!(#variable.#method(&mut map, #json, #seed)?));
        }
        let variants: Vec<_> = reading.slots.iter().map(|slot| ident(&slot.variant)).collect();
        let member = if variants.is_empty() { quote!(()) } else { quote!(Member) };
        let kept = match &reading.others {
            Others::Skipped | Others::ByName => None,
            Others::Kept(values) => Some(self.seed(values)),
            Others::Buffered => {
                self.parts.extend([Part::Any, Part::Buffered]);
                self.uses_json = true;
                Some(quote!(Any))
            }
        };
        let by_name = reading.leaves.first().filter(|_| matches!(reading.others, Others::ByName));
        if let Some(leaf) = by_name {
            return self.loop_by_name(reading, leaf, &reads, &member);
        }
        if let Some(seed) = kept {
            self.parts.insert(Part::Named);
            let known = if variants.is_empty() {
                quote!(Found::Known(()) => {})
            } else {
                quote!(#(Found::Known(Member::#variants) => #reads,)*)
            };
            return quote! {
                let mut additional = BTreeMap::new();
                while let Some(found) = next::<_, #member>(&mut map)? {
                    match found {
                        #known
                        Found::Other(text) => insert(&mut additional, text, &mut map, #seed)?,
                    }
                }
            };
        }
        let unknown = if reading.leaves.iter().all(|leaf| matches!(leaf.object.extra, Extra::Refused)) {
            quote!(unknown.none(#one)?)
        } else {
            quote!(map.next_value_seed(Ignored)?)
        };
        let known =
            if variants.is_empty() { quote!(Some(()) => {}) } else { quote!(#(Some(Member::#variants) => #reads,)*) };
        quote! {
            let mut unknown = Names::new();
            while let Some(member) = unknown.next::<_, #member>(&mut map)? {
                match member {
                    #known
                    None => #unknown,
                }
            }
        }
    }

    /// The loop over the members of an object that decides by the names of those it does not list.
    fn loop_by_name(
        &mut self,
        reading: &Reading<'_>,
        leaf: &Leaf<'_>,
        reads: &[TokenStream],
        member: &TokenStream,
    ) -> TokenStream {
        self.parts.extend([Part::Named, Part::Fate]);
        let variants: Vec<_> = reading.slots.iter().map(|slot| ident(&slot.variant)).collect();
        let known = if variants.is_empty() {
            quote!(Found::Known(()) => {})
        } else {
            quote!(#(Found::Known(Member::#variants) => #reads,)*)
        };
        let additional =
            matches!(leaf.object.extra, Extra::Kept(_)).then(|| quote!(let mut additional = BTreeMap::new();));
        let ignores = leaf.object.fates.as_ref().is_some_and(|fates| fates.any(Fate::Ignored));
        let skipped = ignores.then(|| quote!(let mut skipped = BTreeSet::new();));
        let other = self.by_fate(self.plan.item(leaf.id), leaf.object);
        quote! {
            #additional
            #skipped
            while let Some(found) = next::<_, #member>(&mut map)? {
                match found {
                    #known
                    Found::Other(text) => #other,
                }
            }
        }
    }

    fn slot_seed(&mut self, slot: &Slot<'_>) -> TokenStream {
        match &slot.mode {
            Mode::Plain(type_) => self.seed(type_),
            Mode::AnyText => {
                self.parts.insert(Part::Parse);
                quote!(AnyText)
            }
            Mode::Lenient(type_) => {
                self.parts.insert(Part::Lenient);
                let seed = self.seed(type_);
                quote!(Lenient(#seed))
            }
            Mode::Buffered => {
                self.parts.extend([Part::Any, Part::Buffered]);
                self.uses_json = true;
                quote!(Any)
            }
            Mode::Nothing => quote!(Ignored),
            Mode::Constant(value) => {
                self.parts.insert(Part::Pick);
                let rule = format!("`{}` is {}", slot.json, super::out::one_of(std::slice::from_ref(*value)));
                let value = literal(value);
                quote!(Pick { find: |found: Literal<'_>| (found == #value).then_some(()), rule: #rule })
            }
            Mode::Tag(tag) => {
                self.parts.insert(Part::Pick);
                let rule = &tag.what;
                let found: TokenStream = tag
                    .literals
                    .iter()
                    .map(|(value, name)| {
                        let (value, path) = (literal(value), variant(&tag_type(slot), name));
                        quote!(#value => #path,)
                    })
                    .collect();
                let type_ = ident(&tag_type(slot));
                let other = tag.open.then(|| quote!(Literal::Text(text) => #type_::Other(String::from(text)),));
                quote!(Pick { find: |found: Literal<'_>| Some(match found { #found #other _ => return None }), rule: #rule })
            }
        }
    }

    /// The expression that makes the value of the slots.
    fn finish<'r>(
        &mut self,
        reading: &'r Reading<'_>,
        tree: &'r Tree<'_>,
        tags: &mut Vec<(&'r Slot<'r>, Values<'r>)>,
    ) -> TokenStream {
        let (id, choice, arms) = match tree {
            Tree::Leaf(index) => {
                return reading
                    .leaves
                    .get(*index)
                    .map_or_else(TokenStream::new, |leaf| self.leaf(reading, *index, leaf, tags));
            }
            Tree::Choice(id, choice, arms) => (*id, choice, arms),
        };
        let item = self.plan.item(id);
        let mut matched = TokenStream::new();
        match &choice.by {
            By::Kind => TokenStream::new(),
            By::Tag { member, values } => {
                let Some(slot) = reading.slot(member) else { return TokenStream::new() };
                let Mode::Tag(tag) = &slot.mode else { return TokenStream::new() };
                for ((arm, tree), values) in arms.iter().zip(values) {
                    let values = values.as_deref().map_or(Values::Other, |values| Values::Listed(tag, values));
                    let pattern = values.pattern(slot);
                    tags.push((slot, values));
                    let inside = self.finish(reading, tree, tags);
                    tags.pop();
                    let value = wrapped(item, &arm.name, arm.boxed, &inside);
                    matched.extend(quote!(#pattern => #value,));
                }
                let variable = ident(&slot.name);
                let missing = missing(member, &item.one);
                quote!(match #variable.required(#missing)? { #matched })
            }
            By::Members { selectors, patterns, null_is_absent } => {
                let method = ident(if *null_is_absent { "has_value" } else { "is_there" });
                let variables: Vec<_> = selectors
                    .iter()
                    .filter_map(|selector| reading.slot(selector))
                    .map(|slot| ident(&slot.name))
                    .collect();
                for ((arm, tree), pattern) in arms.iter().zip(patterns) {
                    let inside = self.finish(reading, tree, tags);
                    let value = wrapped(item, &arm.name, arm.boxed, &inside);
                    matched.extend(quote!((#(#pattern,)*) => #value,));
                }
                matched.extend(conflicts(item, selectors, patterns));
                quote!(match (#(#variables.#method(),)*) { #matched })
            }
        }
    }

    /// One object, of the slots.
    fn leaf(
        &mut self,
        reading: &Reading<'_>,
        index: usize,
        leaf: &Leaf<'_>,
        tags: &[(&Slot<'_>, Values<'_>)],
    ) -> TokenStream {
        let item = self.plan.item(leaf.id);
        let (mut checks, mut values) = (TokenStream::new(), TokenStream::new());
        let mut others = TokenStream::new();
        if leaf.object.fates.is_some() || matches!(leaf.object.extra, Extra::Refused) {
            for slot in &reading.slots {
                let is_listed = leaf.object.members.iter().any(|member| member.json == slot.json);
                if !is_listed && leaf.object.fate(slot.json) == Fate::Refused {
                    let (variable, message) =
                        (ident(&slot.name), format!("there is no member `{}` in {}", slot.json, item.one));
                    checks.extend(quote!(#variable.never(#message)?;));
                }
            }
        }
        for member in &leaf.object.members {
            let Some(slot) = reading.slot(&member.json) else { continue };
            let variable = ident(&slot.name);
            let name = ident(&member.name);
            let missing = missing(slot.json, &item.one);
            match &member.kind {
                MemberKind::Null => {
                    let message = belongs(self.plan, reading, index, slot.json, &item.one, leaf.id, "has to be null");
                    checks.extend(quote!(#variable.null_at_most(#message)?;));
                    others.extend(member.required.then(|| quote!(#variable.present(#missing)?;)));
                }
                MemberKind::Never => {
                    let message = belongs(self.plan, reading, index, slot.json, &item.one, leaf.id, "may not be there");
                    checks.extend(quote!(#variable.never(#message)?;));
                }
                MemberKind::Constant(value) => others.extend(self.constant(slot, value, &missing, tags)),
                MemberKind::Dropped { type_, nullable } => others.extend(self.dropped(slot, type_, *nullable)),
                MemberKind::Field { type_, nullable, boxed } => {
                    let value = match tags.iter().find(|(tag, _)| tag.json == slot.json) {
                        Some((slot, values)) => self.tag_value(slot, values, type_),
                        None => self.field_value(slot, member, type_, *nullable, &missing),
                    };
                    let optional = *nullable || !member.required;
                    let value = match (boxed, optional) {
                        (false, _) => value,
                        (true, true) => quote!(#value.map(Box::new)),
                        (true, false) => quote!(Box::new(#value)),
                    };
                    values.extend(quote!(#name: #value,));
                }
            }
        }
        let one = &item.one;
        let fate = leaf.object.fates.as_ref().filter(|_| matches!(reading.others, Others::Buffered)).map(|_| {
            self.parts.insert(Part::Fate);
            let method = ident(super::fates::METHOD);
            let name = ident(&item.name);
            quote!(sorted(additional, #name::#method, #one)?)
        });
        match (&leaf.object.extra, &reading.others) {
            (Extra::Kept(kept), Others::Buffered) if fate.is_some() => {
                let seed = self.seed(kept);
                values.extend(quote!(additional: settle_all(#fate, #seed)?,));
            }
            _ if fate.is_some() => checks.extend(quote!(#fate;)),
            (_, Others::ByName) if !matches!(leaf.object.extra, Extra::Kept(_)) => {}
            (Extra::Refused, Others::Buffered) => checks.extend(quote!(none_of(&additional, #one)?;)),
            (Extra::Refused, _) if reading.leaves.len() > 1 => checks.extend(quote!(unknown.none(#one)?;)),
            (Extra::Kept(kept), Others::Buffered) => {
                let seed = self.seed(kept);
                values.extend(quote!(additional: settle_all(additional, #seed)?,));
            }
            (Extra::Kept(_), _) => values.extend(quote!(additional,)),
            (Extra::Refused | Extra::Ignored, _) => {}
        }
        let name = ident(&item.name);
        if checks.is_empty() && others.is_empty() {
            quote!(#name { #values })
        } else {
            quote!({ #checks #others #name { #values } })
        }
    }

    /// The slot of a member, read as this object wants it.
    fn settled(&mut self, slot: &Slot<'_>, type_: &Type) -> TokenStream {
        let variable = ident(&slot.name);
        match slot.mode {
            Mode::Lenient(_) => quote!(#variable.settle()?),
            Mode::Buffered => {
                let seed = self.seed(type_);
                quote!(#variable.settle_as(#seed)?)
            }
            _ => quote!(#variable),
        }
    }

    fn field_value(
        &mut self,
        slot: &Slot<'_>,
        member: &Member,
        type_: &Type,
        nullable: bool,
        missing: &str,
    ) -> TokenStream {
        let settled = self.settled(slot, type_);
        if *self.plan.plain(type_) == Type::Any && matches!(slot.mode, Mode::Buffered) {
            // Here null is a value like any other.
            let value = quote!(#settled.or(Value::Null));
            return if member.required { quote!(#value.required(#missing)?) } else { quote!(#value.optional()) };
        }
        match (member.required, nullable) {
            (true, false) => quote!(#settled.required(#missing)?),
            (true, true) => quote!(#settled.required_or_null(#missing)?),
            (false, false) if slot.nullable => {
                let message = format!("`{}` may not be null", slot.json);
                quote!(#settled.optional_not_null(#message)?)
            }
            (false, _) => quote!(#settled.optional()),
        }
    }

    /// Checks of a member that is not kept.
    fn dropped(&mut self, slot: &Slot<'_>, type_: &Type, nullable: bool) -> TokenStream {
        let needs_settling = matches!(slot.mode, Mode::Lenient(_) | Mode::Buffered);
        if !slot.nullable || nullable && !needs_settling {
            return TokenStream::new();
        }
        let settled = self.settled(slot, type_);
        if nullable {
            return quote!(#settled;);
        }
        let message = format!("`{}` may not be null", slot.json);
        quote!(#settled.optional_not_null(#message)?;)
    }

    fn constant(
        &mut self,
        slot: &Slot<'_>,
        value: &Literal,
        missing: &str,
        tags: &[(&Slot<'_>, Values<'_>)],
    ) -> TokenStream {
        let variable = ident(&slot.name);
        if tags.iter().any(|(tag, _)| tag.json == slot.json) {
            return TokenStream::new();
        }
        if !matches!(slot.mode, Mode::Buffered) {
            return quote!(#variable.required(#missing)?;);
        }
        self.parts.insert(Part::Pick);
        let rule = format!("`{}` is {}", slot.json, super::out::one_of(std::slice::from_ref(value)));
        let value = literal(value);
        let seed = quote!(Pick { find: |found: Literal<'_>| (found == #value).then_some(()), rule: #rule });
        quote!(#variable.settle_as(#seed)?.required(#missing)?;)
    }

    /// The value of a member that tells the objects apart and is kept.
    fn tag_value(&mut self, slot: &Slot<'_>, values: &Values<'_>, type_: &Type) -> TokenStream {
        let plain = self.plan.plain(type_);
        let name = self.type_(plain);
        let seed = self.seed(plain);
        let is_text = match plain {
            Type::Named(id) => match &self.plan.item(*id).kind {
                ItemKind::Names(_) => true,
                ItemKind::Scalar(scalar) => scalar.base == Base::Text,
                _ => false,
            },
            _ => false,
        };
        let read = |value: TokenStream| {
            if is_text {
                quote!(#value.parse::<#name>().map_err(serde::de::Error::custom)?)
            } else {
                quote!(#seed.deserialize(IntoDeserializer::<A::Error>::into_deserializer(#value))?)
            }
        };
        match values {
            Values::Other if *plain == Type::Text => quote!(text),
            Values::Other => read(quote!(text)),
            Values::Listed(tag, values) => {
                let made = |literal: &Literal| match literal {
                    Literal::Text(text) if *plain == Type::Text => quote!(String::from(#text)),
                    Literal::Text(text) => read(quote!(#text)),
                    Literal::Boolean(value) if *plain == Type::Boolean => quote!(#value),
                    Literal::Boolean(value) => read(quote!(#value)),
                    Literal::Integer(_) => {
                        let value = value(literal);
                        read(quote!(*#value))
                    }
                };
                if let [value] = values {
                    return made(value);
                }
                let arms = values.iter().filter_map(|value| {
                    let (_, name) = tag.literals.iter().find(|(literal, _)| literal == value)?;
                    let (path, value) = (variant(&tag_type(slot), name), made(value));
                    Some(quote!(#path => #value,))
                });
                let arms: TokenStream = arms.collect();
                let others = (tag.literals.len() > values.len() || tag.open).then(|| {
                    let missing = missing(slot.json, "it");
                    quote!(_ => return Err(serde::de::Error::custom(#missing)),)
                });
                quote!(match tag { #arms #others })
            }
        }
    }
}

/// The values of a tag that lead to an arm.
pub(super) enum Values<'r> {
    Listed(&'r Tag, &'r [Literal]),
    Other,
}

impl Values<'_> {
    fn pattern(&self, slot: &Slot<'_>) -> TokenStream {
        let type_ = tag_type(slot);
        match self {
            Values::Other => {
                let type_ = ident(&type_);
                quote!(#type_::Other(text))
            }
            Values::Listed(tag, values) => {
                let paths: Vec<TokenStream> = values
                    .iter()
                    .filter_map(|value| tag.literals.iter().find(|(literal, _)| literal == value))
                    .map(|(_, name)| variant(&type_, name))
                    .collect();
                if paths.len() == 1 { quote!(#(#paths)*) } else { quote!(tag @ (#(#paths)|*)) }
            }
        }
    }
}

/// The members, each by its name.
fn known(reading: &Reading<'_>, variants: &[Ident]) -> TokenStream {
    let names = reading.slots.iter().map(|slot| slot.json);
    quote! {
        enum Member { #(#variants),* }
        impl Known for Member {
            #[inline(always)]
            fn find(name: &str) -> Option<Member> {
                Some(match name { #(#names => Member::#variants,)* _ => return None })
            }
        }
    }
}

fn tag_type(slot: &Slot<'_>) -> String {
    format!("{}Tag", slot.variant)
}

fn declare_tag(slot: &Slot<'_>) -> TokenStream {
    let Mode::Tag(tag) = &slot.mode else { return TokenStream::new() };
    let name = ident(&tag_type(slot));
    let variants = tag.literals.iter().map(|(_, name)| ident(name));
    let other = tag.open.then(|| quote!(Other(String)));
    quote!(enum #name { #(#variants,)* #other })
}

fn wrapped(item: &Item, arm: &str, boxed: bool, value: &TokenStream) -> TokenStream {
    let path = variant(&item.name, arm);
    if boxed { quote!(#path(Box::new(#value))) } else { quote!(#path(#value)) }
}
