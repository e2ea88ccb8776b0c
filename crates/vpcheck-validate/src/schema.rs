//! A schema as a table, and the engine that checks a tree against it.
//!
//! The tables are generated: `generated/service.rs` from `schema/service.schema.json`, `generated/wrangler.rs` from
//! `schema/wrangler.schema.json`. Each subschema is one static, and refers to others by address, so that a schema that
//! contains itself needs nothing special.

mod between;
mod engine;
mod object;
mod place;
#[cfg(test)]
mod tests;
mod union;
#[cfg(test)]
mod unknown_tests;

use vpcheck_syntax::{Kind, Node, Number};

use crate::scalar::Scalar;

pub(crate) use engine::{Extent, check, check_beside, takes};
pub(crate) use place::{Place, Reading};

/// What a subschema takes.
#[derive(Debug)]
pub(crate) struct Schema {
    /// JSON Pointer to it in the schema document.
    pub(crate) pointer: &'static str,
    /// Where those of its keywords stand that are not right in it, such as in an arm of `anyOf` that is the only one but null.
    pub(crate) elsewhere: &'static [(&'static str, &'static str)],
    /// What it calls its values, such as `port`.
    pub(crate) title: Option<&'static str>,
    /// Rule ids by keyword; `*` stands for every keyword.
    pub(crate) rules: &'static [(&'static str, &'static str)],
    /// The JSON types that it takes.
    pub(crate) kinds: Kinds,
    /// The only values that it takes; empty where it does not list them.
    pub(crate) values: &'static [Literal],
    /// Values that it does not take.
    pub(crate) excluded: &'static [Literal],
    /// The least number.
    pub(crate) minimum: Option<Bound>,
    /// The greatest number.
    pub(crate) maximum: Option<Bound>,
    /// The fewest characters of a string.
    pub(crate) min_length: Option<usize>,
    /// The most characters of a string.
    pub(crate) max_length: Option<usize>,
    /// The hand-written type that takes the same strings, or the same numbers.
    pub(crate) scalar: Option<Scalar>,
    /// The keyword that says so to those who do not know the type; empty where it takes several.
    pub(crate) scalar_keyword: &'static str,
    /// The fewest items of an array.
    pub(crate) min_items: Option<usize>,
    /// The most items of an array.
    pub(crate) max_items: Option<usize>,
    /// What each item has to be.
    pub(crate) items: Option<Slot>,
    /// The members that are known, at most [`Schema::MEMBERS`].
    pub(crate) members: &'static [Member],
    /// The bits of the members that have to be there, by their index.
    pub(crate) required: u64,
    /// What other members have to be.
    pub(crate) additional: Additional,
    /// Arms of which exactly one takes the value.
    pub(crate) union: Option<&'static Union>,
}

/// A schema that takes anything, for tables to start from.
pub(crate) const ANY: Schema = Schema {
    pointer: "",
    elsewhere: &[],
    title: None,
    rules: &[],
    kinds: Kinds::ALL,
    values: &[],
    excluded: &[],
    minimum: None,
    maximum: None,
    min_length: None,
    max_length: None,
    scalar: None,
    scalar_keyword: "",
    min_items: None,
    max_items: None,
    items: None,
    members: &[],
    required: 0,
    additional: Additional::Open,
    union: None,
};

impl Schema {
    /// The rule id that a failure of `keyword` is reported under.
    pub(crate) fn rule(&self, keyword: &str) -> Option<&'static str> {
        let find = |wanted: &str| self.rules.iter().find(|(name, _)| *name == wanted).map(|(_, rule)| *rule);
        find(keyword).or_else(|| find("*"))
    }

    /// The member of this name, with its index.
    pub(crate) fn member(&self, name: &str) -> Option<(u32, &'static Member)> {
        let first = name.as_bytes().first();
        let is_it = |member: &Member| member.name.as_bytes().first() == first && member.name == name;
        (0..).zip(self.members).find(|(_, member)| is_it(member))
    }

    /// The members whose bits are set.
    pub(crate) fn members_of(&self, bits: u64) -> impl Iterator<Item = &'static Member> {
        (0..).zip(self.members).filter(move |(index, _)| bits & bit(*index) != 0).map(|(_, member)| member)
    }

    /// The keyword that lists the values.
    pub(crate) fn values_keyword(&self) -> &'static str {
        if self.values.len() == 1 { "const" } else { "enum" }
    }

    /// Whether it takes nothing, or nothing but null: a member that is not wanted.
    pub(crate) fn is_refusal(&self) -> bool {
        Kinds::NULL.contains(self.kinds)
    }
}

/// The bit of a member. A table has no more members than bits.
pub(crate) fn bit(index: u32) -> u64 {
    1_u64.checked_shl(index).unwrap_or(0)
}

/// A subschema where it is used.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// What is taken.
    pub(crate) schema: &'static Schema,
    /// Whether null is taken as well.
    pub(crate) nullable: bool,
}

impl Slot {
    /// What `schema` takes.
    pub(crate) const fn of(schema: &'static Schema) -> Slot {
        Slot { schema, nullable: false }
    }

    /// What `schema` takes, and null.
    pub(crate) const fn nullable(schema: &'static Schema) -> Slot {
        Slot { schema, nullable: true }
    }

    /// Whether null is taken.
    pub(crate) fn takes_null(self) -> bool {
        self.nullable || self.schema.kinds.contains(Kinds::NULL)
    }
}

/// A member of an object.
#[derive(Debug)]
pub(crate) struct Member {
    /// The name as it is in JSON.
    pub(crate) name: &'static str,
    /// What its value has to be.
    pub(crate) slot: Slot,
    /// Whether the API sets it and ignores what is sent.
    pub(crate) read_only: bool,
}

/// What members that are not listed have to be.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "the bundled schemas do not use all of what a table can say"))]
pub(crate) enum Additional {
    /// Anything.
    Open,
    /// Anything, but each is worth a warning.
    Warned,
    /// There may be none.
    Closed,
    /// What this takes.
    Each(Slot),
}

/// Arms of which exactly one takes the value.
#[derive(Debug)]
pub(crate) struct Union {
    /// `oneOf` or `anyOf`.
    pub(crate) keyword: &'static str,
    /// The arms.
    pub(crate) arms: &'static [Slot],
    /// How the arm is found.
    pub(crate) dispatch: Dispatch,
}

/// How the arm of a union is found.
#[derive(Debug)]
#[cfg_attr(not(test), expect(dead_code, reason = "the bundled schemas do not use all of what a table can say"))]
pub(crate) enum Dispatch {
    /// By the JSON type of the value.
    Kind,
    /// By the value of one member.
    Tag {
        /// The member.
        member: &'static str,
        /// Per arm the values that it takes; `None` for the arm that takes all others.
        values: &'static [Option<&'static [Literal]>],
    },
    /// By which members are there.
    Members {
        /// The members that decide.
        selectors: &'static [&'static str],
        /// Per arm the bits of the selectors that it requires; it refuses the others.
        patterns: &'static [u64],
        /// When a member counts as absent.
        absence: Absence,
    },
}

/// When a member counts as absent.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Absence {
    /// When there is no such key.
    Key,
    /// When there is no such key or its value is null. A member that is missing and one that is not wanted are then one
    /// mistake: the one was written in place of the other.
    KeyOrNull,
}

impl Union {
    /// The member whose value tells the arms apart.
    pub(crate) fn tag(&self) -> Option<&'static str> {
        if let Dispatch::Tag { member, .. } = self.dispatch { Some(member) } else { None }
    }
}

/// A value that a schema lists.
#[derive(Clone, Copy, Debug, PartialEq)]
#[cfg_attr(not(test), expect(dead_code, reason = "the bundled schemas do not use all of what a table can say"))]
pub(crate) enum Literal {
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number, however it is written.
    Integer(i64),
    /// A string.
    String(&'static str),
}

impl Literal {
    /// Whether the value is this one.
    pub(crate) fn is(self, node: Node<'_>) -> bool {
        match self {
            Literal::Null => node.kind() == Kind::Null,
            Literal::Boolean(wanted) => node.as_bool() == Some(wanted),
            Literal::Integer(wanted) => node.as_number().is_some_and(|number| number.as_i64() == Some(wanted)),
            Literal::String(wanted) => node.is_text(wanted),
        }
    }

    /// The JSON type.
    pub(crate) fn kind(self) -> Kind {
        match self {
            Literal::Null => Kind::Null,
            Literal::Boolean(_) => Kind::Boolean,
            Literal::Integer(_) => Kind::Number,
            Literal::String(_) => Kind::String,
        }
    }
}

/// Whether a number has no fraction. Nearly all are written without one, which is quicker to see.
fn is_integer(number: Number<'_>) -> bool {
    number.is_written_as_integer() || number.is_integer()
}

/// A bound of numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bound {
    /// The number.
    pub(crate) value: i64,
    /// Whether the bound itself is out.
    pub(crate) exclusive: bool,
}

/// A set of JSON types, whole numbers and fractions apart.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Kinds(u8);

impl Kinds {
    /// No type.
    pub(crate) const NONE: Kinds = Kinds(0);
    /// `null`.
    pub(crate) const NULL: Kinds = Kinds(1);
    /// `true` and `false`.
    pub(crate) const BOOLEAN: Kinds = Kinds(1 << 1);
    /// Numbers without a fraction, however they are written.
    pub(crate) const INTEGER: Kinds = Kinds(1 << 2);
    /// Numbers with a fraction.
    pub(crate) const FRACTION: Kinds = Kinds(1 << 3);
    /// Strings.
    pub(crate) const STRING: Kinds = Kinds(1 << 4);
    /// Arrays.
    pub(crate) const ARRAY: Kinds = Kinds(1 << 5);
    /// Objects.
    pub(crate) const OBJECT: Kinds = Kinds(1 << 6);
    /// Every type.
    pub(crate) const ALL: Kinds = Kinds((1 << 7) - 1);

    /// The set of these bits, lowest first: null, boolean, integer, fraction, string, array, object.
    pub(crate) const fn of(bits: u8) -> Kinds {
        Kinds(bits)
    }

    /// Those in either.
    pub(crate) const fn union(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Whether all of `other` are in it.
    pub(crate) const fn contains(self, other: Kinds) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether the value is of one of the types.
    pub(crate) fn takes(self, node: Node<'_>) -> bool {
        self.contains(match node.kind() {
            Kind::Null => Kinds::NULL,
            Kind::Boolean => Kinds::BOOLEAN,
            Kind::String => Kinds::STRING,
            Kind::Array => Kinds::ARRAY,
            Kind::Object => Kinds::OBJECT,
            // No schema asks for a date; what is not known is not judged.
            Kind::DateTime => return self == Kinds::ALL,
            Kind::Unknown => return true,
            // Which of the two a number is takes a look at its digits, so that is asked only where it matters.
            Kind::Number if self.contains(Kinds::INTEGER.union(Kinds::FRACTION)) => return true,
            Kind::Number if node.as_number().is_some_and(is_integer) => Kinds::INTEGER,
            Kind::Number => Kinds::FRACTION,
        })
    }
}
