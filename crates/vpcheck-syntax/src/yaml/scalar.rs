//! What a scalar is by the core schema.

use std::borrow::Cow;

use super::{
    events::{Content, Item, Style, Tag},
    number::{integer, number},
};

/// A number with at most so many characters and no exponent is in range.
const SURELY_IN_RANGE: usize = 300;

/// What a scalar is.
#[derive(Debug, Eq, PartialEq)]
pub(super) enum Scalar<'t> {
    Null,
    Boolean(bool),
    /// A number as JSON writes it.
    Number(Cow<'t, str>),
    /// A number that no double holds, or none at all.
    OutOfRange,
    /// The text.
    String,
    /// What another program knows.
    Unknown,
    /// It is not what its tag says.
    Mismatch,
}

/// What a scalar is by its tag, its quotes and its text.
pub(super) fn resolve<'t>(item: &'t Item<'_>) -> Scalar<'t> {
    let Content::Scalar(text, style) = &item.content else { return Scalar::Unknown };
    match (item.tag, style) {
        (Tag::None, Style::Plain) => plain(text),
        (Tag::None | Tag::Plain | Tag::String | Tag::Merge, _) => Scalar::String,
        (Tag::Null, _) if text.is_empty() || is_null(text) => Scalar::Null,
        (Tag::Boolean, _) => boolean(text).map_or(Scalar::Mismatch, Scalar::Boolean),
        (Tag::Integer, _) => integer(text).map_or(Scalar::Mismatch, in_range),
        (Tag::Float, _) if is_not_finite(text) => Scalar::OutOfRange,
        (Tag::Float, _) => number(text).map_or(Scalar::Mismatch, in_range),
        (Tag::Null | Tag::Sequence | Tag::Mapping, _) => Scalar::Mismatch,
        (Tag::Other, _) => Scalar::Unknown,
    }
}

/// A tag of the core schema, with what stands behind it.
pub(super) fn expectation(tag: Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Null => ("!!null", "null"),
        Tag::Boolean => ("!!bool", "boolean"),
        Tag::Integer => ("!!int", "integer"),
        Tag::Float => ("!!float", "number"),
        Tag::Sequence => ("!!seq", "list"),
        Tag::Mapping => ("!!map", "mapping"),
        Tag::Merge => ("!!merge", "merge key"),
        Tag::String | Tag::None | Tag::Plain | Tag::Other => ("!!str", "string"),
    }
}

/// What a scalar without quotes and tag is.
fn plain(text: &str) -> Scalar<'_> {
    // Most texts are strings, and their first character tells.
    match text.bytes().next() {
        None => Scalar::Null,
        Some(b'~' | b'n' | b'N') if is_null(text) => Scalar::Null,
        Some(b't' | b'T' | b'f' | b'F') => boolean(text).map_or(Scalar::String, Scalar::Boolean),
        Some(b'0'..=b'9' | b'+' | b'-' | b'.') => match number(text) {
            Some(number) => in_range(number),
            None if is_not_finite(text) => Scalar::OutOfRange,
            None => Scalar::String,
        },
        Some(_) => Scalar::String,
    }
}

fn is_null(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

fn boolean(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" => Some(true),
        "false" | "False" | "FALSE" => Some(false),
        _ => None,
    }
}

/// Whether it is infinity, or no number by its name.
pub(super) fn is_not_finite(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN")
}

fn in_range(number: Cow<'_, str>) -> Scalar<'_> {
    let is_short = number.len() <= SURELY_IN_RANGE && !number.contains(['e', 'E']);
    if is_short || number.parse().is_ok_and(f64::is_finite) { Scalar::Number(number) } else { Scalar::OutOfRange }
}
