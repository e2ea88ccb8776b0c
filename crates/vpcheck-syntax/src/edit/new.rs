//! What is to be written.

use crate::{Kind, Node, Number};

/// A value to be written.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub enum New {
    /// `null`, which TOML cannot say.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A string.
    String(String),
    /// An array, written on one line.
    Array(Vec<New>),
    /// An object, written on one line.
    Object(Vec<(String, New)>),
}

impl New {
    /// What a value holds; nothing where that is no whole number, boolean, string or null, or consists of others.
    #[must_use]
    pub fn of(node: Node<'_>) -> Option<New> {
        match node.kind() {
            Kind::Null => Some(New::Null),
            Kind::Boolean => node.as_bool().map(New::Boolean),
            Kind::Number => node.as_number().and_then(Number::as_i64).map(New::Integer),
            Kind::String => node.as_str().map(New::from),
            Kind::Array | Kind::Object | Kind::DateTime | Kind::Unknown => None,
        }
    }
}

impl From<&str> for New {
    fn from(text: &str) -> New {
        New::String(text.to_owned())
    }
}

impl From<i64> for New {
    fn from(number: i64) -> New {
        New::Integer(number)
    }
}

impl From<bool> for New {
    fn from(value: bool) -> New {
        New::Boolean(value)
    }
}
