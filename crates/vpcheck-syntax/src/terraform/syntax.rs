//! What is written: blocks, attributes and expressions, with their places.

use std::rc::Rc;

use crate::Span;

/// What is between the braces of a block, or in a file.
#[derive(Debug)]
pub(super) struct Body {
    /// The bytes, with the braces.
    pub(super) span: Span,
    pub(super) items: Vec<Item>,
    /// Whether everything in it could be read.
    pub(super) complete: bool,
}

/// An attribute or a block.
#[derive(Debug)]
pub(super) struct Item {
    pub(super) name: Name,
    pub(super) content: Content,
}

/// What an item holds.
#[derive(Debug)]
pub(super) enum Content {
    Attribute(Expression),
    Block(Block),
}

/// A block without its type, which is the name of the item.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) labels: Vec<Name>,
    pub(super) body: Body,
}

/// A name, with its quotes if it has some.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) text: Rc<str>,
    pub(super) span: Span,
}

/// An expression, without the parentheses around it.
#[derive(Debug)]
pub(super) struct Expression {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Whether everything in it could be read.
    pub(super) complete: bool,
}

impl Expression {
    pub(super) fn new(span: Span, kind: Kind) -> Expression {
        Expression { span, kind, complete: true }
    }

    /// An expression whose value only a run of Terraform can tell.
    pub(super) fn unknown(span: Span) -> Expression {
        Expression::new(span, Kind::Unknown)
    }

    /// An expression that could not be read, which was told.
    pub(super) fn unreadable(span: Span) -> Expression {
        Expression { span, kind: Kind::Unknown, complete: false }
    }

    /// The expressions directly inside.
    pub(super) fn parts(&self) -> Vec<&Expression> {
        match &self.kind {
            Kind::Tuple(elements) => elements.iter().collect(),
            Kind::Object(members) => members.iter().flat_map(|(key, value)| [key, value]).collect(),
            Kind::Template(parts) => parts
                .iter()
                .filter_map(|part| match part {
                    Part::Expression(expression) => Some(expression),
                    Part::Literal(_) => None,
                })
                .collect(),
            Kind::Access(base, steps) => std::iter::once(base.as_ref()).chain(steps).collect(),
            Kind::Conditional(parts) => parts.iter().collect(),
            Kind::Call(_, part) | Kind::Not(part) | Kind::Negative(part) => vec![part],
            Kind::Null | Kind::Boolean(_) | Kind::Number(_) | Kind::String(_) | Kind::Variable(_) | Kind::Unknown => {
                Vec::new()
            }
        }
    }
}

/// What an expression is, as far as its value may be known from the file.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Boolean(bool),
    /// A number as JSON writes it.
    Number(Rc<str>),
    String(Rc<str>),
    Tuple(Vec<Expression>),
    /// Keys and values. A key that is a bare word is a string.
    Object(Vec<(Expression, Expression)>),
    /// A string with interpolations.
    Template(Vec<Part>),
    /// A bare word, such as `local`.
    Variable(Rc<str>),
    /// A value and the way to another one inside of it: names and indices.
    Access(Box<Expression>, Vec<Expression>),
    /// A condition, the value where it is true, and the value where it is false.
    Conditional(Box<[Expression; 3]>),
    Call(Function, Box<Expression>),
    Not(Box<Expression>),
    Negative(Box<Expression>),
    Unknown,
}

/// A part of a template.
#[derive(Debug)]
pub(super) enum Part {
    Literal(Rc<str>),
    Expression(Expression),
}

/// A function that changes the type of a value and not the value.
#[derive(Clone, Copy, Debug)]
pub(super) enum Function {
    Set,
    Map,
    List,
    Number,
    Text,
}

impl Function {
    pub(super) fn of_name(name: &str) -> Option<Function> {
        match name {
            "toset" => Some(Function::Set),
            "tomap" => Some(Function::Map),
            "tolist" => Some(Function::List),
            "tonumber" => Some(Function::Number),
            "tostring" => Some(Function::Text),
            _ => None,
        }
    }
}
