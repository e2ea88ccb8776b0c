//! Booleans, numbers, strings, arrays and maps that are checked.

use proc_macro2::{Literal as TokenLiteral, TokenStream};
use quote::quote;

use super::item::{Base, Check, Item, List, Literal, Map, Native, Scalar, Type};
use super::out::{Out, derives, doc, ident};
use super::parts::Part;
use crate::model::Format;

impl Out<'_> {
    pub(super) fn scalar(&mut self, item: &Item, scalar: &Scalar) -> TokenStream {
        self.parts.insert(Part::InvalidValue);
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let derives = derives(true, scalar.base != Base::Text, false);
        let (inner, seed) = match scalar.base {
            Base::Boolean => (quote!(bool), quote!(PhantomData::<bool>)),
            Base::Integer(native) => (self.type_(&Type::Integer(native)), self.seed(&Type::Integer(native))),
            Base::Finite => (self.type_(&Type::Finite), quote!(PhantomData::<Finite>)),
            Base::Text => (quote!(String), TokenStream::new()),
        };
        let checks = self.checks(scalar);
        let rule = &scalar.rule;
        let feature = self.feature("serde");
        let common = quote! {
            #documentation
            #derives
            pub struct #name(#inner);
            impl Display for #name {
                fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result { Display::fmt(&self.0, formatter) }
            }
            impl TryFrom<#inner> for #name {
                type Error = InvalidValue;
                fn try_from(value: #inner) -> Result<#name, InvalidValue> {
                    let is_right = #(#checks)&&*;
                    if is_right { Ok(#name(value)) } else { Err(InvalidValue::new(#rule)) }
                }
            }
            impl From<#name> for #inner {
                fn from(value: #name) -> #inner { value.0 }
            }
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { self.0.serialize(serializer) }
            }
        };
        let one = &item.one;
        let rest = if scalar.base == Base::Text {
            self.parts.insert(Part::Parse);
            quote! {
                impl #name {
                    /// The text.
                    #[must_use]
                    pub fn as_str(&self) -> &str { &self.0 }
                }
                impl FromStr for #name {
                    type Err = InvalidValue;
                    fn from_str(text: &str) -> Result<#name, InvalidValue> { String::from(text).try_into() }
                }
                impl AsRef<str> for #name {
                    fn as_ref(&self) -> &str { &self.0 }
                }
                #feature
                impl<'de> Deserialize<'de> for #name {
                    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> {
                        Parse::new(#one).deserialize(deserializer)
                    }
                }
            }
        } else {
            quote! {
                impl #name {
                    /// The value.
                    #[must_use]
                    pub const fn get(self) -> #inner { self.0 }
                }
                #feature
                impl<'de> Deserialize<'de> for #name {
                    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> {
                        let value = #seed.deserialize(deserializer)?;
                        let wrong = |error| serde::de::Error::custom(format_args!("found {value}, and {error}"));
                        #name::try_from(value).map_err(wrong)
                    }
                }
            }
        };
        quote!(#common #rest)
    }

    /// The checks of `value` as expressions.
    pub(super) fn checks(&mut self, scalar: &Scalar) -> Vec<TokenStream> {
        let least =
            scalar.checks.iter().find_map(|check| if let Check::AtLeast(bound) = check { Some(*bound) } else { None });
        let most =
            scalar.checks.iter().find_map(|check| if let Check::AtMost(bound) = check { Some(*bound) } else { None });
        let range = least.zip(most).map(|(least, most)| {
            let (least, most) = (readable(least), readable(most));
            quote!((#least..=#most).contains(&value))
        });
        let has_range = range.is_some();
        let others =
            scalar.checks.iter().filter(|check| !(has_range && matches!(check, Check::AtLeast(_) | Check::AtMost(_))));
        range.into_iter().chain(others.map(|check| self.check(scalar.base, check))).collect()
    }

    /// A check of `value` as an expression.
    fn check(&mut self, base: Base, check: &Check) -> TokenStream {
        match check {
            Check::AtLeast(bound) => {
                let bound = readable(*bound);
                quote!(value >= #bound)
            }
            Check::AtMost(bound) => {
                let bound = readable(*bound);
                quote!(value <= #bound)
            }
            Check::Compare(operator, bound) => {
                let operator: TokenStream = operator.parse().unwrap_or_default();
                let bound = float(*bound);
                quote!(value.get() #operator #bound)
            }
            Check::Shortest(length) => {
                self.parts.insert(Part::Formats);
                let length = TokenLiteral::u64_unsuffixed(*length);
                quote!(has_at_least(&value, #length))
            }
            Check::Longest(length) => {
                self.parts.insert(Part::Formats);
                let length = TokenLiteral::u64_unsuffixed(*length);
                quote!(has_at_most(&value, #length))
            }
            Check::Pattern(pattern) => {
                self.uses_regex = true;
                quote! {
                    {
                        static PATTERN: LazyLock<Regex> =
                            LazyLock::new(|| Regex::new(#pattern).expect("the generator has compiled the pattern"));
                        PATTERN.is_match(&value)
                    }
                }
            }
            Check::Format(Format::Ipv4) => quote!(value.parse::<Ipv4Addr>().is_ok()),
            Check::Format(Format::Ipv6) => quote!(value.parse::<Ipv6Addr>().is_ok()),
            Check::Format(format) => {
                self.parts.insert(Part::Formats);
                let check = ident(match format {
                    Format::DateTime => "is_date_time",
                    Format::Hostname => "is_hostname",
                    _ => "is_uuid",
                });
                quote!(#check(&value))
            }
            Check::OneOf(literals) => listed(base, literals),
            Check::NoneOf(literals) => {
                let listed = listed(base, literals);
                quote!(!#listed)
            }
            Check::MultipleOf(step) => multiple_of(base, *step),
            Check::Any(checks) => {
                let mut parts = Vec::new();
                for (negated, check) in checks {
                    let check = self.check(base, check);
                    parts.push(if *negated { quote!(!#check) } else { check });
                }
                if let [part] = parts.as_slice() { part.clone() } else { quote!((#(#parts)||*)) }
            }
        }
    }

    pub(super) fn list(&mut self, item: &Item, list: &List, hash: bool) -> TokenStream {
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let derives = derives(hash, false, false);
        let items = self.type_(&list.items);
        let seed = self.seed(&Type::List(Box::new(list.items.clone())));
        let feature = self.feature("serde");
        let least = list.least.map(|least| {
            let least = TokenLiteral::u64_unsuffixed(least);
            quote!(items.len() >= #least)
        });
        let most = list.most.map(|most| {
            let most = TokenLiteral::u64_unsuffixed(most);
            quote!(items.len() <= #most)
        });
        let unique = list.unique.then(|| {
            self.parts.insert(Part::Unique);
            if hash {
                quote!(all_differ(&items))
            } else {
                self.parts.insert(Part::UniqueJson);
                self.uses_json = true;
                quote!(all_differ_as_json(&items))
            }
        });
        let checks: Vec<TokenStream> = least.into_iter().chain(most).chain(unique).collect();
        let (conversion, read) = if checks.is_empty() {
            let conversion = quote! {
                impl From<Vec<#items>> for #name {
                    fn from(items: Vec<#items>) -> #name { #name(items) }
                }
            };
            (conversion, quote!(#seed.deserialize(deserializer).map(#name)))
        } else {
            self.parts.insert(Part::InvalidValue);
            let rule = &list.rule;
            let conversion = quote! {
                impl TryFrom<Vec<#items>> for #name {
                    type Error = InvalidValue;
                    fn try_from(items: Vec<#items>) -> Result<#name, InvalidValue> {
                        if #(#checks)&&* { Ok(#name(items)) } else { Err(InvalidValue::new(#rule)) }
                    }
                }
            };
            let read = quote! {
                let items: Vec<#items> = #seed.deserialize(deserializer)?;
                let count = items.len();
                let wrong = |error| serde::de::Error::custom(format_args!("found {count} items, and {error}"));
                #name::try_from(items).map_err(wrong)
            };
            (conversion, read)
        };
        quote! {
            #documentation
            #derives
            pub struct #name(Vec<#items>);
            impl #name {
                /// The items.
                #[must_use]
                pub fn as_slice(&self) -> &[#items] { &self.0 }
                /// The items, as a list that may be changed.
                #[must_use]
                pub fn into_vec(self) -> Vec<#items> { self.0 }
            }
            #conversion
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { self.0.serialize(serializer) }
            }
            #feature
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> { #read }
            }
        }
    }

    /// A map that is checked, or that contains itself.
    pub(super) fn map(&mut self, item: &Item, map: &Map, hash: bool) -> TokenStream {
        let name = ident(&item.name);
        let documentation = doc(&item.documentation);
        let least = map.least.filter(|&least| least > 0);
        let derives = derives(hash, false, least.is_none());
        let seed = self.seed(&Type::Map(Box::new(map.values.clone())));
        let values = self.type_(&map.values);
        let feature = self.feature("serde");
        let least = least.map(|least| {
            let least = TokenLiteral::u64_unsuffixed(least);
            quote!(members.len() >= #least)
        });
        let most = map.most.map(|most| {
            let most = TokenLiteral::u64_unsuffixed(most);
            quote!(members.len() <= #most)
        });
        let names = map.fates.as_ref().map(|fates| {
            let (fate, method) = (self.fate_method(item, fates), ident(super::fates::METHOD));
            (fate, quote!(members.keys().all(|member| matches!(#name::#method(member), Fate::Kept))))
        });
        let (fate, names) = names.unzip();
        let checks: Vec<TokenStream> = least.into_iter().chain(most).chain(names).collect();
        let (conversion, read) = if checks.is_empty() {
            let conversion = quote! {
                impl From<BTreeMap<String, #values>> for #name {
                    fn from(members: BTreeMap<String, #values>) -> #name { #name(members) }
                }
            };
            (conversion, quote!(#seed.deserialize(deserializer).map(#name)))
        } else {
            self.parts.insert(Part::InvalidValue);
            let rule = &map.rule;
            let conversion = quote! {
                impl TryFrom<BTreeMap<String, #values>> for #name {
                    type Error = InvalidValue;
                    fn try_from(members: BTreeMap<String, #values>) -> Result<#name, InvalidValue> {
                        if #(#checks)&&* { Ok(#name(members)) } else { Err(InvalidValue::new(#rule)) }
                    }
                }
            };
            let read = quote! {
                let members: BTreeMap<String, #values> = #seed.deserialize(deserializer)?;
                #name::try_from(members).map_err(serde::de::Error::custom)
            };
            (conversion, read)
        };
        quote! {
            #documentation
            #derives
            pub struct #name(BTreeMap<String, #values>);
            impl #name {
                /// The members.
                #[must_use]
                pub fn members(&self) -> &BTreeMap<String, #values> { &self.0 }
            }
            #fate
            #conversion
            #feature
            impl Serialize for #name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> { self.0.serialize(serializer) }
            }
            #feature
            impl<'de> Deserialize<'de> for #name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<#name, D::Error> { #read }
            }
        }
    }
}

fn listed(base: Base, literals: &[Literal]) -> TokenStream {
    let range = if let Base::Integer(native) = base { native.range() } else { Native::I64.range() };
    let patterns: Vec<TokenStream> = literals
        .iter()
        .filter_map(|literal| match (base, literal) {
            (Base::Boolean, Literal::Boolean(value)) => Some(quote!(#value)),
            // A number outside of the type would not compile, and is never the value.
            (Base::Integer(_), Literal::Integer(number)) if range.0 <= *number && *number <= range.1 => {
                let number = TokenLiteral::i128_unsuffixed(*number);
                Some(quote!(#number))
            }
            (Base::Text, Literal::Text(text)) => Some(quote!(#text)),
            _ => None,
        })
        .collect();
    match base {
        _ if patterns.is_empty() => quote!(false),
        Base::Text => quote!(matches!(value.as_str(), #(#patterns)|*)),
        Base::Boolean | Base::Integer(_) | Base::Finite => quote!(matches!(value, #(#patterns)|*)),
    }
}

/// A step that is greater than every number of the type leaves zero.
fn multiple_of(base: Base, step: u64) -> TokenStream {
    let (smallest, largest) = if let Base::Integer(native) = base { native.range() } else { Native::I64.range() };
    if i128::from(step) > largest {
        // The smallest number of a signed type is as far from zero as the step may be.
        let lowest = TokenLiteral::i128_unsuffixed(smallest);
        return if smallest == -i128::from(step) {
            quote!((value == 0 || value == #lowest))
        } else {
            quote!((value == 0))
        };
    }
    let step = readable(i128::from(step));
    quote!((value % #step == 0))
}

fn float(number: f64) -> TokenStream {
    let literal = TokenLiteral::f64_suffixed(number.abs());
    if number < 0.0 { quote!(-#literal) } else { quote!(#literal) }
}

/// A number with a `_` between every three digits.
fn readable(number: i128) -> TokenStream {
    let digits = number.unsigned_abs().to_string();
    let mut text = if number < 0 { "-".to_owned() } else { String::new() };
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && digits.len() > 4 {
            text.push('_');
        }
        text.push(digit);
    }
    text.parse().unwrap_or_default()
}
