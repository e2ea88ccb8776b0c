//! Members by their names: from shapes to what becomes of each, and the code that decides it.

use proc_macro2::TokenStream;
use quote::quote;

use super::canonical::canonical;
use super::item::{Base, Extra, Fate, Fates, Item, ItemKind, Map, Object, Scalar, Type};
use super::lower::{Context, Lowering, Made, noun};
use super::names::{list, with_article};
use super::out::{Out, ident};
use super::parts::Part;
use super::shapes::{effective_kinds, is_any};
use crate::model::{Additional, Shape};
use crate::refusal::shorten;

impl Lowering<'_> {
    /// What becomes of members that are not listed.
    pub(super) fn extra(&mut self, shape: &Shape, context: &Context) -> (Extra, Option<Fates>) {
        let rules = &shape.object;
        let mut kept: Option<(String, Type)> = None;
        let mut others = match &rules.additional {
            Additional::Open => Fate::Ignored,
            Additional::Closed => Fate::Refused,
            Additional::Shape(values) => self.fate(shape, values, context, &mut kept),
        };
        if rules.patterns.is_empty() && rules.names.is_none() {
            let extra = match kept {
                Some((_, type_)) => Extra::Kept(type_),
                None if others == Fate::Ignored => Extra::Ignored,
                None => Extra::Refused,
            };
            return (extra, None);
        }
        if self.embedded {
            let message = "a rule for the names of members needs a dependency, and this output has none";
            self.refuse(&shape.place, message, "list the members in `properties`");
        }
        let mut patterns: Vec<(Fate, Vec<String>)> =
            [Fate::Refused, Fate::Kept, Fate::Ignored].map(|fate| (fate, Vec::new())).into();
        for other in &rules.patterns {
            self.check_pattern(shape, &other.pattern);
            let fate = self.fate(shape, &other.shape, context, &mut kept);
            let (_, found) = &mut patterns[match fate {
                Fate::Refused => 0,
                Fate::Kept => 1,
                Fate::Ignored => 2,
            }];
            found.push(other.pattern.rust.clone());
        }
        // Where nothing is listed and anything is taken, all members are kept; and so are extensions of a closed object.
        let is_map = rules.members.is_empty() && (others == Fate::Ignored || !patterns[2].1.is_empty());
        let is_extended = others == Fate::Refused && !patterns[2].1.is_empty();
        if kept.is_none() && (is_map || is_extended) {
            self.any(&shape.place);
            kept = Some((String::new(), Type::Any));
            let ignored = std::mem::take(&mut patterns[2].1);
            patterns[1].1.extend(ignored);
            others = if others == Fate::Ignored { Fate::Kept } else { others };
        }
        let mut checks = Vec::new();
        if let Some(names) = &rules.names {
            self.listed(names, &mut checks, &mut Vec::new());
            self.text_checks(names, &mut checks, &mut Vec::new());
        }
        let fates = Fates { checks, patterns, others };
        let extra = match kept {
            Some((_, type_)) => Extra::Kept(type_),
            None if fates.any(Fate::Ignored) => Extra::Ignored,
            None => Extra::Refused,
        };
        (extra, Some(fates))
    }

    /// The fate of members whose value has to be of a shape. Those that are kept are all of one type.
    fn fate(&mut self, object: &Shape, values: &Shape, context: &Context, kept: &mut Option<(String, Type)>) -> Fate {
        if is_any(self.model.resolve(values)) {
            return Fate::Ignored;
        }
        if effective_kinds(self.model, values, 0).is_empty() {
            return Fate::Refused;
        }
        let text = canonical(values);
        match kept {
            None => *kept = Some((text, self.inner(values, &context.part("value")))),
            Some((other, _)) if *other == text => {}
            Some(_) => self.refuse(
                &object.place,
                "members have values of different shapes by their names, and a map of Rust has one type of values",
                "give them all one shape, or list the members in `properties`",
            ),
        }
        Fate::Kept
    }

    /// An object without listed members as a map, where it is one.
    pub(super) fn map(
        &mut self,
        shape: &Shape,
        extra: &Extra,
        fates: Option<&Fates>,
        context: &Context,
    ) -> Option<Made> {
        let rules = &shape.object;
        let (least, most) = (rules.min_members, rules.max_members);
        let values = match extra {
            Extra::Kept(values) => values.clone(),
            Extra::Ignored if fates.is_none() => {
                self.any(&shape.place);
                Type::Any
            }
            _ => return None,
        };
        let is_plain = fates.is_none() && least.is_none() && most.is_none();
        if is_plain {
            return Some(Made::Plain(Type::Map(Box::new(values))));
        }
        if fates.is_some_and(|fates| fates.any(Fate::Ignored)) {
            return None;
        }
        let mut says = Vec::new();
        match (least, most) {
            (Some(least), Some(most)) => says.push(format!("{least} to {most} members")),
            (Some(least), None) => says.push(format!("{least} or more members")),
            (None, Some(most)) => says.push(format!("{most} members at most")),
            (None, None) => {}
        }
        if fates.is_some() {
            let patterns: Vec<String> =
                rules.patterns.iter().map(|other| format!("`{}`", shorten(&other.pattern.ecma))).collect();
            says.push(if patterns.is_empty() {
                "members with the names that are right".to_owned()
            } else {
                format!("members whose names match {}", list(&patterns, "or"))
            });
        }
        let one = with_article(&noun(&shape.documentation, &context.noun));
        let rule = format!("{one} has {}", list(&says, "and"));
        Some(Made::Item(ItemKind::Map(Map { values, fates: fates.cloned(), least, most, rule })))
    }

    /// Refuses bounds on the number of members, where members are listed or not kept.
    pub(super) fn refuse_count(&mut self, shape: &Shape) {
        let rules = &shape.object;
        if rules.min_members.is_some() || rules.max_members.is_some() {
            self.refuse(
                &shape.place,
                "how many members there are is no matter of a type that lists some of them",
                "say in `required` which have to be there",
            );
        }
    }
}

/// The name of the method that decides.
pub(super) const METHOD: &str = "fate_of_member";

impl Out<'_> {
    /// The method that decides what becomes of a member by its name.
    pub(super) fn fate_method(&mut self, item: &Item, fates: &Fates) -> TokenStream {
        self.parts.insert(Part::Fate);
        let name = ident(&item.name);
        let method = ident(METHOD);
        let checks = self.checks(&Scalar { base: Base::Text, checks: fates.checks.clone(), rule: String::new() });
        let checks = (!checks.is_empty()).then(|| {
            quote! {
                let value = String::from(name);
                if !(#(#checks)&&*) { return Fate::Refused; }
            }
        });
        let mut tests = TokenStream::new();
        for (fate, patterns) in fates.patterns.iter().filter(|(_, patterns)| !patterns.is_empty()) {
            self.uses_regex = true;
            let fate = fate_token(*fate);
            tests.extend(quote! {
                {
                    static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
                        [#(#patterns),*]
                            .map(|pattern| Regex::new(pattern).expect("the generator has compiled the pattern"))
                            .into()
                    });
                    if PATTERNS.iter().any(|pattern| pattern.is_match(name)) { return #fate; }
                }
            });
        }
        let others = fate_token(fates.others);
        let argument = if checks.is_none() && tests.is_empty() { quote!(_) } else { quote!(name) };
        quote! {
            impl #name {
                fn #method(#argument: &str) -> Fate {
                    #checks
                    #tests
                    #others
                }
            }
        }
    }

    /// What is done with a member that is not listed, by its fate.
    pub(super) fn by_fate(&mut self, item: &Item, object: &Object) -> TokenStream {
        let Some(fates) = &object.fates else { return TokenStream::new() };
        self.parts.insert(Part::Fate);
        let (name, one, method) = (ident(&item.name), &item.one, ident(METHOD));
        let mut arms = TokenStream::new();
        if let Extra::Kept(values) = &object.extra {
            let seed = self.seed(values);
            arms.extend(quote!(Fate::Kept => insert(&mut additional, text, &mut map, #seed)?,));
        }
        let skipped = match (matches!(object.extra, Extra::Kept(_)), fates.any(Fate::Ignored)) {
            (true, true) => quote!(Fate::Ignored => skip(&mut skipped, text, &mut map)?,),
            (false, true) => quote!(Fate::Ignored | Fate::Kept => skip(&mut skipped, text, &mut map)?,),
            (_, false) => TokenStream::new(),
        };
        let refused = quote!(_ => return Err(refused(&text, #one)),);
        quote!(match #name::#method(&text) { #arms #skipped #refused })
    }
}

fn fate_token(fate: Fate) -> TokenStream {
    match fate {
        Fate::Kept => quote!(Fate::Kept),
        Fate::Ignored => quote!(Fate::Ignored),
        Fate::Refused => quote!(Fate::Refused),
    }
}
