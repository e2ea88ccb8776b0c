//! What is written, between the model and the text.

use crate::model::Place;

/// Everything that is written, in its order.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) items: Vec<Item>,
}

impl Plan {
    /// The item that `id` stands for.
    pub(super) fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0]
    }

    /// The type itself, or what it is another name of.
    pub(super) fn plain<'p>(&'p self, mut type_: &'p Type) -> &'p Type {
        while let Type::Named(id) = type_ {
            let ItemKind::Alias(target) = &self.item(*id).kind else { break };
            type_ = target;
        }
        type_
    }

    /// Whether both are the same type to Rust.
    pub(super) fn same(&self, left: &Type, right: &Type) -> bool {
        match (self.plain(left), self.plain(right)) {
            (Type::List(left), Type::List(right))
            | (Type::Map(left), Type::Map(right))
            | (Type::Nullable(left), Type::Nullable(right)) => self.same(left, right),
            (left, right) => left == right,
        }
    }
}

/// Index of an item in [`Plan::items`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub(super) struct ItemId(pub(super) usize);

/// A type with a name.
#[derive(Debug)]
pub(super) struct Item {
    /// Its name in Rust.
    pub(super) name: String,
    /// What people call one of it, with the article: "an HTTP service".
    pub(super) one: String,
    /// Its documentation.
    pub(super) documentation: Vec<String>,
    /// The subschema it was made from.
    pub(super) place: Place,
    /// Whether it takes exactly what that subschema takes, so that the text of the subschema is its schema.
    pub(super) is_whole: bool,
    /// Its place in the output.
    pub(super) order: (usize, usize),
    pub(super) kind: ItemKind,
}

#[derive(Debug)]
pub(super) enum ItemKind {
    Alias(Type),
    Object(Object),
    Names(Names),
    Choice(Choice),
    Scalar(Scalar),
    List(List),
    Map(Map),
}

/// The type of a value.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Type {
    Null,
    Boolean,
    Integer(Native),
    NonZero(Native),
    Finite,
    Text,
    Ipv4,
    Ipv6,
    Any,
    Named(ItemId),
    /// A hand-written type, by its path.
    External(String),
    List(Box<Type>),
    Map(Box<Type>),
    Nullable(Box<Type>),
}

/// An integer type of Rust.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Native {
    U8,
    U16,
    U32,
    U64,
    I8,
    I16,
    I32,
    I64,
}

impl Native {
    pub(super) const UNSIGNED: [Native; 4] = [Native::U8, Native::U16, Native::U32, Native::U64];
    pub(super) const SIGNED: [Native; 4] = [Native::I8, Native::I16, Native::I32, Native::I64];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Native::U8 => "u8",
            Native::U16 => "u16",
            Native::U32 => "u32",
            Native::U64 => "u64",
            Native::I8 => "i8",
            Native::I16 => "i16",
            Native::I32 => "i32",
            Native::I64 => "i64",
        }
    }

    pub(super) fn range(self) -> (i128, i128) {
        match self {
            Native::U8 => (0, u8::MAX.into()),
            Native::U16 => (0, u16::MAX.into()),
            Native::U32 => (0, u32::MAX.into()),
            Native::U64 => (0, u64::MAX.into()),
            Native::I8 => (i8::MIN.into(), i8::MAX.into()),
            Native::I16 => (i16::MIN.into(), i16::MAX.into()),
            Native::I32 => (i32::MIN.into(), i32::MAX.into()),
            Native::I64 => (i64::MIN.into(), i64::MAX.into()),
        }
    }
}

/// A value that a schema lists.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Literal {
    Boolean(bool),
    Integer(i128),
    Text(String),
}

/// An object with members.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) members: Vec<Member>,
    pub(super) extra: Extra,
    /// What the name of a member that is not listed decides; what is kept is then said by `extra`.
    pub(super) fates: Option<Fates>,
}

impl Object {
    /// What becomes of a member that is not listed.
    pub(super) fn fate(&self, name: &str) -> Fate {
        match (&self.fates, &self.extra) {
            (Some(fates), _) => fates.of(name),
            (None, Extra::Ignored) => Fate::Ignored,
            (None, Extra::Refused) => Fate::Refused,
            (None, Extra::Kept(_)) => Fate::Kept,
        }
    }
}

/// What becomes of a member that is not listed.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Fate {
    Kept,
    Ignored,
    Refused,
}

/// What becomes of members by their names. What comes first decides.
#[derive(Clone, Debug)]
pub(super) struct Fates {
    /// Checks of the name; a name that fails one is refused.
    pub(super) checks: Vec<Check>,
    /// Patterns in the dialect of the `regex` crate, with the fate of a name that matches one.
    pub(super) patterns: Vec<(Fate, Vec<String>)>,
    /// The fate of all others.
    pub(super) others: Fate,
}

impl Fates {
    /// Whether there is a name of this fate, as far as can be seen.
    pub(super) fn any(&self, fate: Fate) -> bool {
        self.others == fate || self.patterns.iter().any(|(found, patterns)| *found == fate && !patterns.is_empty())
    }

    /// The fate of a name. Checks are left to the code that is written: a name that fails one is refused there.
    fn of(&self, name: &str) -> Fate {
        let matches = |pattern: &String| regex::Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(name));
        let found = self.patterns.iter().find(|(_, patterns)| patterns.iter().any(matches));
        found.map_or(self.others, |(fate, _)| *fate)
    }
}

/// An object whose members are all alike, that is checked or contains itself.
#[derive(Debug)]
pub(super) struct Map {
    pub(super) values: Type,
    pub(super) fates: Option<Fates>,
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
    pub(super) rule: String,
}

/// What becomes of members that are not listed.
#[derive(Clone, Debug)]
pub(super) enum Extra {
    Ignored,
    Refused,
    Kept(Type),
}

#[derive(Debug)]
pub(super) struct Member {
    /// The name in JSON.
    pub(super) json: String,
    /// The name in Rust.
    pub(super) name: String,
    pub(super) required: bool,
    pub(super) kind: MemberKind,
    pub(super) documentation: Vec<String>,
    /// What people call it, where the schema says so.
    pub(super) title: Option<String>,
}

#[derive(Debug)]
pub(super) enum MemberKind {
    /// A value that is kept.
    Field { type_: Type, nullable: bool, boxed: bool },
    /// A value that is checked and not kept.
    Dropped { type_: Type, nullable: bool },
    /// Always the same value, which is not kept.
    Constant(Literal),
    /// Null, if it is there.
    Null,
    /// It may not be there.
    Never,
}

/// An enumeration of strings.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) variants: Vec<Variant>,
    /// The type of other strings, where they are taken.
    pub(super) other: Option<String>,
    pub(super) default: Option<usize>,
}

#[derive(Debug)]
pub(super) struct Variant {
    pub(super) json: String,
    pub(super) name: String,
    pub(super) documentation: Vec<String>,
}

/// A value of one of several types.
#[derive(Debug)]
pub(super) struct Choice {
    pub(super) arms: Vec<Arm>,
    pub(super) by: By,
}

#[derive(Debug)]
pub(super) struct Arm {
    pub(super) name: String,
    pub(super) type_: Type,
    pub(super) boxed: bool,
    pub(super) documentation: Vec<String>,
    /// The JSON types that it takes, for [`By::Kind`].
    pub(super) kinds: crate::model::Kinds,
}

#[derive(Debug)]
pub(super) enum By {
    Kind,
    Tag { member: String, values: Vec<Option<Vec<Literal>>> },
    Members { selectors: Vec<String>, patterns: Vec<Vec<bool>>, null_is_absent: bool },
}

/// A boolean, number or string that is checked.
#[derive(Debug)]
pub(super) struct Scalar {
    pub(super) base: Base,
    pub(super) checks: Vec<Check>,
    /// What is right, such as "a page size is an integer from 1 to 1000".
    pub(super) rule: String,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Base {
    Boolean,
    Integer(Native),
    Finite,
    Text,
}

#[derive(Clone, Debug)]
pub(super) enum Check {
    AtLeast(i128),
    AtMost(i128),
    /// A bound of any number: `value < 5.5` as its operator and the bound.
    Compare(&'static str, f64),
    Shortest(u64),
    Longest(u64),
    Pattern(String),
    Format(crate::model::Format),
    OneOf(Vec<Literal>),
    NoneOf(Vec<Literal>),
    MultipleOf(u64),
    /// One of these holds; those with `true` are negated.
    Any(Vec<(bool, Check)>),
}

/// An array that is checked.
#[derive(Debug)]
pub(super) struct List {
    pub(super) items: Type,
    pub(super) least: Option<u64>,
    pub(super) most: Option<u64>,
    /// No two items are the same.
    pub(super) unique: bool,
    pub(super) rule: String,
}
