//! One subschema as a static.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value;
use vpcheck_syntax::Diagnostic;

use super::{Static, Table, Visibility, refuse};
use crate::model::{Additional, Bound, DefinitionId, Direction, Dispatch, Kinds, Member, Shape, Union, UnionKeyword};

/// How many members an object of a table may have: each is a bit of a `u64`.
const MEMBERS: usize = 64;

/// The hand-written types that a table can refer to, by their path in `x-type`.
const SCALARS: [(&str, &str); 10] = [
    ("BindingId", "BindingId"),
    ("BindingName", "BindingName"),
    ("Hostname", "Hostname"),
    ("Port", "Port"),
    ("ServiceName", "ServiceName"),
    ("Timestamp", "Timestamp"),
    ("TunnelId", "TunnelId"),
    ("core::net::IpAddr", "Ip"),
    ("core::net::Ipv4Addr", "Ipv4"),
    ("core::net::Ipv6Addr", "Ipv6"),
];

/// The keywords that a finding can point at.
const REPORTED: [&str; 17] = [
    "additionalProperties",
    "anyOf",
    "const",
    "enum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "format",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "not",
    "oneOf",
    "required",
    "type",
];

/// Writes the statics of one definition.
pub(super) struct Writer<'w, 'm> {
    pub(super) table: &'w mut Table<'m>,
    pub(super) definition: DefinitionId,
    pub(super) direction: Option<Direction>,
    pub(super) written: usize,
}

impl Writer<'_, '_> {
    /// Writes a shape under a name.
    pub(super) fn write(&mut self, shape: &Shape, name: &str, visibility: Visibility) {
        let order = (self.definition.0, self.written);
        self.written += 1;
        let fields = self.fields(shape, name);
        let name = format_ident!("{name}");
        let visibility = match visibility {
            Visibility::File => TokenStream::new(),
            Visibility::Crate => quote!(pub(crate)),
        };
        let tokens = quote! { #visibility static #name: Schema = Schema { #(#fields,)* ..ANY }; };
        self.table.statics.push(Static { order, tokens });
    }

    fn fields(&mut self, shape: &Shape, name: &str) -> Vec<TokenStream> {
        let pointer = &shape.place.pointer;
        let mut fields = vec![quote!(pointer: #pointer)];
        if let Some(id) = shape.reference {
            // A definition that is another one: a union of one arm would say the same, so the arm is found by its kind.
            let slot = self.reference(shape, id);
            fields.push(quote!(union: Some(&Union { keyword: "$ref", arms: &[#slot], dispatch: Dispatch::Kind })));
            return fields;
        }
        let elsewhere = elsewhere(shape);
        if !elsewhere.is_empty() {
            fields.push(quote!(elsewhere: &[#(#elsewhere),*]));
        }
        if let Some(title) = &shape.documentation.title {
            fields.push(quote!(title: Some(#title)));
        }
        if !shape.annotations.rules.is_empty() {
            let rules = shape.annotations.rules.iter().map(|(keyword, rule)| quote!((#keyword, #rule)));
            fields.push(quote!(rules: &[#(#rules),*]));
        }
        if shape.kinds != Kinds::ALL {
            let kinds = kinds(shape.kinds);
            fields.push(quote!(kinds: #kinds));
        }
        let values = self.literals(shape, shape.values.as_deref().unwrap_or_default());
        if !values.is_empty() {
            fields.push(quote!(values: &[#(#values),*]));
        }
        self.refuse_what_no_table_holds(shape);
        let excluded = self.literals(shape, &shape.excluded);
        if !excluded.is_empty() {
            fields.push(quote!(excluded: &[#(#excluded),*]));
        }
        self.number(shape, &mut fields);
        // A hand-written type says all about its strings, also what is written beside it for those who do not know it.
        let is_scalar = self.string(shape, &mut fields);
        self.array(shape, name, &mut fields);
        self.object(shape, name, &mut fields);
        if let Some(union) = shape.union.as_ref().filter(|_| !is_scalar) {
            let union = self.union(shape, union, name);
            fields.push(quote!(union: Some(&#union)));
        }
        fields
    }

    fn number(&mut self, shape: &Shape, fields: &mut Vec<TokenStream>) {
        let bounds = [("minimum", &shape.number.minimum), ("maximum", &shape.number.maximum)];
        for (field, bound) in bounds {
            let Some(Bound { value, exclusive }) = bound else { continue };
            let Some(value) = value.as_i64() else {
                self.refuse(
                    shape,
                    format!("`{field}` is {value}, and a table holds whole numbers of 64 bits only"),
                    "bound it otherwise",
                );
                continue;
            };
            let field = format_ident!("{field}");
            let value = proc_macro2::Literal::i64_unsuffixed(value);
            fields.push(quote!(#field: Some(Bound { value: #value, exclusive: #exclusive })));
        }
    }

    /// Gives whether a hand-written type checks the strings.
    fn string(&mut self, shape: &Shape, fields: &mut Vec<TokenStream>) -> bool {
        let scalar = shape.annotations.scalar.as_deref();
        let scalar =
            scalar.and_then(|path| SCALARS.iter().find(|(known, _)| *known == path)).map(|(_, variant)| *variant);
        let is_string = scalar.is_some() && shape.kinds == Kinds::STRING;
        if let Some(variant) = scalar {
            let variant = format_ident!("{variant}");
            fields.push(quote!(scalar: Some(Scalar::#variant)));
            if is_string && shape.string.format.is_some() {
                fields.push(quote!(scalar_keyword: "format"));
            }
        } else if !shape.string.patterns.is_empty() || !shape.string.choices.is_empty() || shape.string.format.is_some()
        {
            let help = "give it an `x-type`: a table has no regular expressions";
            self.refuse(shape, "nothing checks this `pattern` or `format`".to_owned(), help);
        }
        // Beside a type, only what has a rule of its own is checked apart.
        let names_rule = |keyword: &str| shape.annotations.rules.iter().any(|(name, _)| name == keyword);
        let lengths = [
            ("min_length", "minLength", shape.string.min_length),
            ("max_length", "maxLength", shape.string.max_length),
        ];
        for (field, keyword, length) in lengths {
            if let Some(length) = length.filter(|_| !is_string || names_rule(keyword)) {
                self.length(shape, field, length, fields);
            }
        }
        is_string
    }

    fn array(&mut self, shape: &Shape, name: &str, fields: &mut Vec<TokenStream>) {
        for (field, length) in [("min_items", shape.array.min_items), ("max_items", shape.array.max_items)] {
            if let Some(length) = length {
                self.length(shape, field, length, fields);
            }
        }
        if let Some(items) = &shape.array.items {
            let slot = self.slot(items, name, "item");
            fields.push(quote!(items: Some(#slot)));
        }
    }

    fn length(&mut self, shape: &Shape, field: &str, length: u64, fields: &mut Vec<TokenStream>) {
        let Ok(length) = u32::try_from(length) else {
            return self.refuse(shape, format!("a length of {length} is more than any text has"), "leave it out");
        };
        let (field, length) = (format_ident!("{field}"), proc_macro2::Literal::u32_unsuffixed(length));
        fields.push(quote!(#field: Some(#length)));
    }

    fn object(&mut self, shape: &Shape, name: &str, fields: &mut Vec<TokenStream>) {
        let members = &shape.object.members;
        if members.len() > MEMBERS {
            let message =
                format!("there are {} members, and a table has {MEMBERS} in an object at most", members.len());
            return self.refuse(shape, message, "nest some of them");
        }
        if !members.is_empty() {
            let members: Vec<TokenStream> = members.iter().map(|member| self.member(member, name)).collect();
            fields.push(quote!(members: &[#(#members),*]));
        }
        let required = members
            .iter()
            .enumerate()
            .filter(|(_, member)| member.required)
            .fold(0_u64, |bits, (index, _)| bits | 1 << index);
        if required != 0 {
            let required = binary(required);
            fields.push(quote!(required: #required));
        }
        match &shape.object.additional {
            Additional::Open if shape.annotations.warns_of_unknown_members => {
                fields.push(quote!(additional: Additional::Warned));
            }
            Additional::Open => {}
            Additional::Closed => fields.push(quote!(additional: Additional::Closed)),
            Additional::Shape(other) => {
                let slot = self.slot(other, name, "other");
                fields.push(quote!(additional: Additional::Each(#slot)));
            }
        }
    }

    fn member(&mut self, member: &Member, owner: &str) -> TokenStream {
        let name = &member.name;
        let slot = self.slot(&member.shape, owner, name);
        let read_only = member.shape.documentation.read_only && self.direction == Some(Direction::Request);
        quote!(Member { name: #name, slot: #slot, read_only: #read_only })
    }

    fn union(&mut self, shape: &Shape, union: &Union, name: &str) -> TokenStream {
        let keyword = match union.keyword {
            UnionKeyword::OneOf => "oneOf",
            UnionKeyword::AnyOf => "anyOf",
        };
        let arms: Vec<TokenStream> = union.arms.iter().map(|arm| self.slot(&arm.shape, name, &arm.name)).collect();
        let dispatch = match &union.dispatch {
            Dispatch::Kind => quote!(Dispatch::Kind),
            Dispatch::Tag { member, values } => {
                let values: Vec<TokenStream> = values
                    .iter()
                    .map(|values| {
                        let Some(values) = values else { return quote!(None) };
                        let values = self.literals(shape, values);
                        quote!(Some(&[#(#values),*]))
                    })
                    .collect();
                quote!(Dispatch::Tag { member: #member, values: &[#(#values),*] })
            }
            Dispatch::Members { selectors, patterns, null_is_absent } => {
                if selectors.len() > MEMBERS {
                    self.refuse(shape, format!("{} members decide, and {MEMBERS} may", selectors.len()), "use a tag");
                    return TokenStream::new();
                }
                let bits = |pattern: &Vec<bool>| {
                    binary(
                        pattern
                            .iter()
                            .enumerate()
                            .filter(|(_, required)| **required)
                            .fold(0, |bits, (index, _)| bits | 1 << index),
                    )
                };
                let patterns = patterns.iter().map(bits);
                let absence = if *null_is_absent { quote!(Absence::KeyOrNull) } else { quote!(Absence::Key) };
                quote!(Dispatch::Members { selectors: &[#(#selectors),*], patterns: &[#(#patterns),*], absence: #absence })
            }
        };
        quote!(Union { keyword: #keyword, arms: &[#(#arms),*], dispatch: #dispatch })
    }

    /// A shape where it is used. One that is no reference gets a static of its own.
    fn slot(&mut self, shape: &Shape, owner: &str, part: &str) -> TokenStream {
        if let Some(id) = shape.reference {
            return self.reference(shape, id);
        }
        let name = self.table.names.of_part(owner, part);
        self.write(shape, &name, Visibility::File);
        let name = format_ident!("{name}");
        if shape.nullable { quote!(Slot::nullable(&#name)) } else { quote!(Slot::of(&#name)) }
    }

    fn reference(&mut self, shape: &Shape, id: DefinitionId) -> TokenStream {
        let model = self.table.model;
        let mut nullable = shape.nullable;
        let mut target = id;
        loop {
            let definition = &model.definition(target).shape;
            nullable |= definition.nullable;
            // The reader refuses references that go in circles.
            let Some(next) = definition.reference.filter(|_| !definition.nullable) else { break };
            target = next;
        }
        let name = self.table.refer(target);
        if nullable { quote!(Slot::nullable(&#name)) } else { quote!(Slot::of(&#name)) }
    }

    fn literals(&mut self, shape: &Shape, values: &[Value]) -> Vec<TokenStream> {
        let mut literals = Vec::new();
        for value in values {
            literals.push(match value {
                Value::Null => quote!(Literal::Null),
                Value::Bool(value) => quote!(Literal::Boolean(#value)),
                Value::String(text) => quote!(Literal::String(#text)),
                Value::Number(number) if number.is_i64() => {
                    let number = proc_macro2::Literal::i64_unsuffixed(number.as_i64().unwrap_or_default());
                    quote!(Literal::Integer(#number))
                }
                other => {
                    let help = "list strings, whole numbers, booleans or null";
                    self.refuse(shape, format!("a table cannot hold the value {other}"), help);
                    break;
                }
            });
        }
        literals
    }

    fn refuse_what_no_table_holds(&mut self, shape: &Shape) {
        let object = &shape.object;
        for (keyword, is_there) in [
            ("multipleOf", !shape.number.multiples.is_empty()),
            ("uniqueItems", shape.array.unique),
            ("patternProperties", !object.patterns.is_empty()),
            ("propertyNames", object.names.is_some()),
            ("minProperties", object.min_members.is_some()),
            ("maxProperties", object.max_members.is_some()),
        ] {
            if is_there {
                self.refuse(shape, format!("a table cannot hold `{keyword}`"), "check it by a rule");
            }
        }
    }

    fn refuse(&mut self, shape: &Shape, message: String, help: &str) {
        let diagnostic: Diagnostic = refuse(&shape.place, "unsupported-keyword", message);
        self.table.diagnostics.push(diagnostic.with_help(help));
    }
}

/// The keywords that are not right in the subschema, the first place of each.
fn elsewhere(shape: &Shape) -> Vec<TokenStream> {
    let mut elsewhere: Vec<(&str, &str)> = Vec::new();
    for (keyword, pointer) in &shape.keywords {
        let is_here = *pointer == format!("{}/{keyword}", shape.place.pointer);
        if !is_here && REPORTED.contains(keyword) && elsewhere.iter().all(|(known, _)| known != keyword) {
            elsewhere.push((keyword, pointer));
        }
    }
    elsewhere.into_iter().map(|(keyword, pointer)| quote!((#keyword, #pointer))).collect()
}

/// A set of JSON types by its name, or by its bits.
fn kinds(kinds: Kinds) -> TokenStream {
    let names = [
        (Kinds::NONE, "NONE"),
        (Kinds::NULL, "NULL"),
        (Kinds::BOOLEAN, "BOOLEAN"),
        (Kinds::INTEGER, "INTEGER"),
        (Kinds::FRACTION, "FRACTION"),
        (Kinds::STRING, "STRING"),
        (Kinds::ARRAY, "ARRAY"),
        (Kinds::OBJECT, "OBJECT"),
    ];
    if let Some((_, name)) = names.iter().find(|(known, _)| *known == kinds) {
        let name = format_ident!("{name}");
        return quote!(Kinds::#name);
    }
    let bits = binary(u64::from(kinds.bits()));
    quote!(Kinds::of(#bits))
}

/// A number whose bits are what counts.
fn binary(bits: u64) -> TokenStream {
    format!("{bits:#b}").parse().unwrap_or_default()
}
