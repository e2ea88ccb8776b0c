//! What is asked of values of one type.

use super::Shape;

/// Bounds of numbers. Bounds that came from several places are merged to the tightest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NumberRules {
    /// `minimum` or `exclusiveMinimum`.
    pub minimum: Option<Bound>,
    /// `maximum` or `exclusiveMaximum`.
    pub maximum: Option<Bound>,
    /// `multipleOf`, all of them. Each is an integer, and no number with a fraction is taken beside one.
    pub multiples: Vec<u64>,
}

/// One bound.
#[derive(Clone, Debug, PartialEq)]
pub struct Bound {
    /// The number as the schema writes it.
    pub value: serde_json::Number,
    /// Whether the bound itself is out.
    pub exclusive: bool,
}

/// What strings have to be like.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StringRules {
    /// `minLength`, in characters.
    pub min_length: Option<u64>,
    /// `maxLength`, in characters.
    pub max_length: Option<u64>,
    /// `pattern`: all have to match somewhere.
    pub patterns: Vec<Pattern>,
    /// `format`, where it is one of those that are checked.
    pub format: Option<Format>,
    /// Of each list one test has to hold: what `not`, `anyOf` and `oneOf` say of strings.
    pub choices: Vec<Vec<StringTest>>,
    /// Keywords of a shape with a hand-written type that only this type knows: they are checked there, and nowhere else.
    pub hand_written: Vec<&'static str>,
}

/// A test of a string.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct StringTest {
    /// Whether it has to fail.
    pub negated: bool,
    /// What is looked at.
    pub tested: Tested,
}

/// What a test of a string looks at.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Tested {
    /// It has so many characters at least.
    AtLeast(u64),
    /// It has so many characters at most.
    AtMost(u64),
    /// It matches somewhere.
    Pattern(Pattern),
    /// It is of the format.
    Format(Format),
    /// It is one of these.
    Listed(Vec<String>),
}

/// A regular expression.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Pattern {
    /// As the schema writes it, in the dialect of ECMA-262.
    pub ecma: String,
    /// The same in the dialect of the `regex` crate.
    pub rust: String,
}

/// A format that is checked.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Format {
    /// `date-time`: RFC 3339 section 5.6.
    DateTime,
    /// `hostname`: RFC 1123 section 2.1.
    Hostname,
    /// `ipv4`: RFC 2673 section 3.2.
    Ipv4,
    /// `ipv6`: RFC 4291 section 2.2.
    Ipv6,
    /// `uuid`: RFC 4122.
    Uuid,
}

/// What arrays have to be like.
#[derive(Clone, Debug, Default)]
pub struct ArrayRules {
    /// `items`; without it any item is taken.
    pub items: Option<Box<Shape>>,
    /// `minItems`.
    pub min_items: Option<u64>,
    /// `maxItems`.
    pub max_items: Option<u64>,
    /// `uniqueItems`: no two items are the same value.
    pub unique: bool,
}

/// What objects have to be like.
#[derive(Clone, Debug, Default)]
pub struct ObjectRules {
    /// `properties`, in the order of the schema; a name that is only in `required` stands at the end with any value.
    pub members: Vec<Member>,
    /// `patternProperties`, for members that are not listed: what a name that matches asks of the value. The shapes of listed
    /// members have this in them.
    pub patterns: Vec<NamePattern>,
    /// `additionalProperties`.
    pub additional: Additional,
    /// `propertyNames`: what the names of members that are not listed have to be like. Listed members are right, or take nothing.
    pub names: Option<Box<Shape>>,
    /// `minProperties`.
    pub min_members: Option<u64>,
    /// `maxProperties`.
    pub max_members: Option<u64>,
}

/// Members by their names.
#[derive(Clone, Debug)]
pub struct NamePattern {
    /// What the name matches.
    pub pattern: Pattern,
    /// What the value has to be then.
    pub shape: Shape,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub struct Member {
    /// The name as it is in JSON.
    pub name: String,
    /// Whether it has to be there.
    pub required: bool,
    /// What its value has to be.
    pub shape: Shape,
}

/// What members that are not listed, and whose name matches no pattern, have to be.
#[derive(Clone, Debug, Default)]
pub enum Additional {
    /// Anything.
    #[default]
    Open,
    /// There may be none.
    Closed,
    /// What this takes.
    Shape(Box<Shape>),
}
