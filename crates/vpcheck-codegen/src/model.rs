//! What a schema says, in the form that every emitter reads.
//!
//! A [`Shape`] says which values a subschema takes, *by JSON type*: [`Kinds`] are the types, and the rules beside them bind
//! values of one type each, as in JSON Schema itself. `allOf` and the siblings of `$ref` are merged away, `{"anyOf": [X, null]}`
//! is X that is [nullable](Shape::nullable), and what is left of `oneOf` and `anyOf` is a [`Union`] whose [`Dispatch`] is proven:
//! of any document, looking at the named members decides which one arm can take it.

mod rules;

use serde_json::Value;
use vpcheck_syntax::Span;

pub use rules::{
    Additional, ArrayRules, Bound, Format, Member, NamePattern, NumberRules, ObjectRules, Pattern, StringRules,
    StringTest, Tested,
};

/// A schema document, understood.
#[derive(Clone, Debug)]
pub struct Model {
    /// The root schema's title.
    pub title: Option<String>,
    /// The root schema's description.
    pub description: Option<String>,
    /// All definitions, in the order of the schema; the root comes first where it is more than a `$ref` to another one.
    pub definitions: Vec<Definition>,
    /// The definition that the document itself is.
    pub root: Option<DefinitionId>,
}

impl Model {
    /// The definition that `id` stands for.
    #[must_use]
    pub fn definition(&self, id: DefinitionId) -> &Definition {
        &self.definitions[id.0]
    }

    /// The shape itself, or the shape of the definition that it is a reference to, through chains of references.
    #[must_use]
    pub fn resolve<'m>(&'m self, shape: &'m Shape) -> &'m Shape {
        let mut shape = shape;
        while let Some(id) = shape.reference {
            shape = &self.definition(id).shape;
        }
        shape
    }

    /// Whether the shape takes null: by itself, or because a definition that it refers to does.
    #[must_use]
    pub fn takes_null(&self, shape: &Shape) -> bool {
        let mut shape = shape;
        loop {
            match shape.reference {
                _ if shape.nullable => return true,
                Some(id) => shape = &self.definition(id).shape,
                None => return shape.kinds.contains(Kinds::NULL),
            }
        }
    }
}

/// Index of a definition in [`Model::definitions`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct DefinitionId(pub usize);

/// A named subschema: an entry of `$defs`, another target of `$ref`, or the root.
#[derive(Clone, Debug)]
pub struct Definition {
    /// The name in `PascalCase`, unique in the model, such as `HttpServiceRequest`.
    pub name: String,
    /// What it takes.
    pub shape: Shape,
    /// Whether it is written or read (`x-direction`).
    pub direction: Option<Direction>,
}

/// Which way a document goes.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Direction {
    /// To the API: `readOnly` members are checked and not kept.
    Request,
    /// From the API: `writeOnly` members are checked and not kept.
    Response,
}

/// Which values a subschema takes.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Where the subschema stands.
    pub place: Place,
    /// What it says for people.
    pub documentation: Documentation,
    /// What it says for vpcheck (`x-…`).
    pub annotations: Annotations,
    /// Where each keyword that the rules below come from stands, as a JSON Pointer, in the order of the merge. In a shape that
    /// was merged from several subschemas they are not all at [`Shape::place`].
    pub keywords: Vec<(&'static str, String)>,
    /// It takes what this definition takes, and says nothing of its own but documentation and that it is nullable: resolve it
    /// first. The members below are then those of a shape that takes anything. Constraints beside a `$ref` are merged with its
    /// target instead.
    pub reference: Option<DefinitionId>,
    /// It takes null as well, whatever the rest says. Set where null is one of several types that are listed; `kinds` is then
    /// without null. It holds beside a [reference](Shape::reference) and beside a [union](Shape::union) too.
    pub nullable: bool,
    /// The JSON types that it takes. Beside a union they are those of the arms together.
    pub kinds: Kinds,
    /// The only values that it takes (`enum`, `const`), if it lists them; each is of one of `kinds`, and null is not among them.
    pub values: Option<Vec<Value>>,
    /// Values that it does not take (`not` with `enum` or `const`).
    pub excluded: Vec<Value>,
    /// Bounds of numbers.
    pub number: NumberRules,
    /// What strings have to be like.
    pub string: StringRules,
    /// What arrays have to be like.
    pub array: ArrayRules,
    /// What objects have to be like.
    pub object: ObjectRules,
    /// Arms of which exactly one takes the value. What the schema says beside `oneOf` or `anyOf` is merged into every arm, so
    /// that a shape with a union has no other rules than `kinds` and `nullable`.
    pub union: Option<Union>,
    /// Index of a union that is not decided yet; there is none in a finished model.
    pub(crate) draft: Option<usize>,
}

impl Shape {
    /// A shape that takes anything.
    #[must_use]
    pub fn anything(place: Place) -> Shape {
        Shape {
            place,
            documentation: Documentation::default(),
            annotations: Annotations::default(),
            keywords: Vec::new(),
            reference: None,
            nullable: false,
            kinds: Kinds::ALL,
            values: None,
            excluded: Vec::new(),
            number: NumberRules::default(),
            string: StringRules::default(),
            array: ArrayRules::default(),
            object: ObjectRules::default(),
            union: None,
            draft: None,
        }
    }

    /// JSON Pointer of `keyword` in the schema, where the shape owes a rule to it: `/$defs/Port/maximum` for `maximum`.
    #[must_use]
    pub fn keyword(&self, keyword: &str) -> Option<&str> {
        self.keywords.iter().find(|(name, _)| *name == keyword).map(|(_, pointer)| pointer.as_str())
    }
}

/// A place in the schema.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Place {
    /// JSON Pointer from the root of the schema document, such as `/$defs/Port`.
    pub pointer: String,
    /// The bytes of the subschema.
    pub span: Span,
}

/// What a subschema says for people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Documentation {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `examples`.
    pub examples: Vec<Value>,
    /// `default`.
    pub default: Option<Value>,
    /// `deprecated`.
    pub deprecated: bool,
    /// `readOnly`.
    pub read_only: bool,
    /// `writeOnly`.
    pub write_only: bool,
    /// `x-enum-descriptions`: what each value of an enumeration means.
    pub values: Vec<(String, String)>,
    /// `x-correction`.
    pub corrections: Vec<Correction>,
}

/// A departure from the published shape.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Correction {
    /// What was published.
    pub published: String,
    /// Why it is not so here.
    pub reason: String,
    /// Where it was published.
    pub source: String,
}

/// What a subschema says for vpcheck.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Annotations {
    /// `x-rule`: keyword to rule id; a plain string stands under `*` and holds for every keyword of the subschema.
    pub rules: Vec<(String, String)>,
    /// `x-type`: path of the hand-written Rust type that takes the same values.
    pub scalar: Option<String>,
    /// `x-open`: the known values of a string that may be another.
    pub open: Vec<String>,
    /// `x-unknown-member: warning`: an unknown member of the object is worth a warning.
    pub warns_of_unknown_members: bool,
}

impl Annotations {
    /// The rule id that a failure of `keyword` is reported under, where the schema names one.
    #[must_use]
    pub fn rule(&self, keyword: &str) -> Option<&str> {
        let find = |wanted: &str| self.rules.iter().find(|(name, _)| name == wanted).map(|(_, rule)| rule.as_str());
        find(keyword).or_else(|| find("*"))
    }
}

/// A set of JSON types. Whole numbers and fractions are apart, as `integer` is a type of JSON Schema.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Kinds(u8);

impl Kinds {
    /// No type at all: `false`.
    pub const NONE: Kinds = Kinds(0);
    /// `null`.
    pub const NULL: Kinds = Kinds(1);
    /// `boolean`.
    pub const BOOLEAN: Kinds = Kinds(1 << 1);
    /// `integer`: a number without a fraction, however it is written.
    pub const INTEGER: Kinds = Kinds(1 << 2);
    /// A number with a fraction.
    pub const FRACTION: Kinds = Kinds(1 << 3);
    /// `number`.
    pub const NUMBER: Kinds = Kinds(1 << 2 | 1 << 3);
    /// `string`.
    pub const STRING: Kinds = Kinds(1 << 4);
    /// `array`.
    pub const ARRAY: Kinds = Kinds(1 << 5);
    /// `object`.
    pub const OBJECT: Kinds = Kinds(1 << 6);
    /// Every type.
    pub const ALL: Kinds = Kinds((1 << 7) - 1);

    /// The type of a value. A number is an integer when it has no fraction, however it is written.
    #[must_use]
    pub fn of(value: &Value) -> Kinds {
        match value {
            Value::Null => Kinds::NULL,
            Value::Bool(_) => Kinds::BOOLEAN,
            Value::Number(number) => match number.as_f64() {
                Some(float) if float.fract() != 0.0 => Kinds::FRACTION,
                _ => Kinds::INTEGER,
            },
            Value::String(_) => Kinds::STRING,
            Value::Array(_) => Kinds::ARRAY,
            Value::Object(_) => Kinds::OBJECT,
        }
    }

    /// Those in either.
    #[must_use]
    pub const fn union(self, other: Kinds) -> Kinds {
        Kinds(self.0 | other.0)
    }

    /// Those in both.
    #[must_use]
    pub const fn intersection(self, other: Kinds) -> Kinds {
        Kinds(self.0 & other.0)
    }

    /// Those in this set and not in the other.
    #[must_use]
    pub const fn difference(self, other: Kinds) -> Kinds {
        Kinds(self.0 & !other.0)
    }

    /// Whether all of `other` are in it.
    #[must_use]
    pub const fn contains(self, other: Kinds) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether it has no type in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The bits, lowest first: null, boolean, integer, fraction, string, array, object.
    #[must_use]
    pub const fn bits(self) -> u8 {
        self.0
    }
}

/// Arms of which exactly one takes the value.
#[derive(Clone, Debug)]
pub struct Union {
    /// `oneOf` or `anyOf`.
    pub keyword: UnionKeyword,
    /// The arms, each with a name in `PascalCase` that is unique among them, such as `Http`.
    pub arms: Vec<Arm>,
    /// How the arm is found.
    pub dispatch: Dispatch,
}

/// The keyword that a union was written with. Since arms are disjoint, both mean the same.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum UnionKeyword {
    /// `oneOf`.
    OneOf,
    /// `anyOf`.
    AnyOf,
}

/// An arm of a union.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The name in `PascalCase`.
    pub name: String,
    /// What it takes; often a reference.
    pub shape: Shape,
}

/// How the arm of a union is found.
#[derive(Clone, Debug)]
pub enum Dispatch {
    /// By the JSON type of the value: the arms take different ones.
    Kind,
    /// By the value of one member that every arm requires: per arm the values, or `None` for the one arm that takes all others.
    Tag {
        /// The member.
        member: String,
        /// Per arm the values of the member that it takes.
        values: Vec<Option<Vec<Value>>>,
    },
    /// By which members are there: each arm is told by its pattern. At most one arm may have a pattern without any member: it
    /// is taken where none of the selectors is there.
    Members {
        /// The members that decide, in the order of the schema: few that tell the arms apart, and of which every arm that can
        /// has one.
        selectors: Vec<String>,
        /// Per arm and selector, whether the arm requires the member (or else refuses it).
        patterns: Vec<Vec<bool>>,
        /// Whether a member that is null counts as absent: it does where the arms that refuse it take null.
        null_is_absent: bool,
    },
}
