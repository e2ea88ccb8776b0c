//! Edits of a text that change one value, name or member, in the syntax of the document and in the way of its owner.
//!
//! Quotes, indentation, commas, comments and line ends stay as they are. Each function gives nothing where the edit cannot be made
//! in the place where the value is used: it stands behind an anchor, comes from a local, is written over several lines, or the
//! syntax cannot say what is to be written.
//!
//! ```
//! use vpcheck_syntax::edit::{self, New};
//! use vpcheck_syntax::{Source, parse};
//!
//! let text = r#"{"host": "db:5432"}"#;
//! let source = Source::json("db.json", text.as_bytes());
//! let tree = parse(&source).into_tree().expect("the text is valid JSON");
//! let host = tree.root().get("host").expect("the member is there").value;
//! let edits = edit::all([
//!     edit::replace(host, &New::from("db")),
//!     edit::insert_after(host, "port", &New::from(5432)),
//! ]);
//! let edits = edits.expect("there is room for both");
//! assert_eq!(edit::apply(text, &edits).as_deref(), Some(r#"{"host": "db", "port": 5432}"#));
//! ```

mod brackets;
mod dialect;
mod lines;
mod neighbours;
mod new;
mod place;
mod tables;
mod text;
mod token;
mod write;

use crate::{Edit, Kind, Node, Syntax};

use dialect::Dialect;
pub use new::New;
use place::Place;

/// Puts a value in the place of another one.
///
/// A string keeps the quotes that are there where they can hold it.
#[must_use]
pub fn replace(node: Node<'_>, new: &New) -> Option<Vec<Edit>> {
    let place = Place::of(node)?;
    let old = place.token()?;
    let written = write::value(place.text().dialect(), new, old, place.is_in_brackets())?;
    Some(vec![place.text().edit(place.value(), written)])
}

/// Puts the only element of an array in the place of the array.
#[must_use]
pub fn unwrap(array: Node<'_>) -> Option<Vec<Edit>> {
    let place = Place::of(array)?;
    brackets::unwrap(&place)
}

/// Gives a member another name.
#[must_use]
pub fn rename(node: Node<'_>, name: &str) -> Option<Vec<Edit>> {
    let place = Place::of(node)?;
    let text = place.text();
    if place.is_split() {
        return tables::rename(&place, name);
    }
    let range = text.range(node.name_span()?)?;
    let written = write::name(text.dialect(), name, text.get(range.clone()), place.is_in_brackets())?;
    Some(vec![text.edit(range, written)])
}

/// Takes a member or an element out, with its comma or its line.
///
/// Comments stay, also the one at the end of its line; what has comments inside is not taken out.
#[must_use]
pub fn remove(node: Node<'_>) -> Option<Vec<Edit>> {
    let place = Place::of(node)?;
    let parent = node.parent().filter(|parent| parent.is_complete())?;
    if place.has_comments() {
        return None;
    }
    if place.is_split() {
        tables::remove(&place)
    } else if place::is_delimited(parent) {
        brackets::remove(&place)
    } else if !dialect::HAS_LINES || place.is_in_brackets() {
        None
    } else {
        lines::remove(&place)
    }
}

/// Adds a member to an object, after one that it has.
#[must_use]
pub fn insert_after(node: Node<'_>, name: &str, new: &New) -> Option<Vec<Edit>> {
    let place = Place::of(node)?;
    let parent = node.parent().filter(|parent| parent.is_complete() && parent.kind() == Kind::Object)?;
    if place.is_split() {
        return None;
    }
    let is_in_brackets = place.is_in_brackets();
    let dialect = place.text().dialect();
    let value = write::value(dialect, new, "", is_in_brackets)?;
    let name = write::name(dialect, name, place.name()?, is_in_brackets)?;
    if place::is_delimited(parent) {
        brackets::insert_after(&place, &name, &value)
    } else if !dialect::HAS_LINES || is_in_brackets {
        None
    } else {
        lines::insert_after(&place, &name, &value)
    }
}

/// A member as one writes it in a syntax, for people to read; nothing where the syntax cannot say it.
///
/// In a command it is an option.
///
/// ```
/// use vpcheck_syntax::Syntax;
/// use vpcheck_syntax::edit::{New, member};
///
/// assert_eq!(member(Syntax::Json, "type", &New::from("tcp")).as_deref(), Some(r#""type": "tcp""#));
/// # #[cfg(feature = "embedded")]
/// assert_eq!(member(Syntax::Shell, "http_port", &New::from(80)).as_deref(), Some("--http-port 80"));
/// ```
#[must_use]
pub fn member(syntax: Syntax, name: &str, new: &New) -> Option<String> {
    let dialect = Dialect::of(syntax)?;
    let value = write::value(dialect, new, "", false)?;
    if dialect == Dialect::Shell {
        return Some(format!("--{} {value}", name.replace('_', "-")));
    }
    let sign = if matches!(dialect, Dialect::Toml | Dialect::Terraform) { " =" } else { ":" };
    Some(format!("{}{sign} {value}", write::name(dialect, name, "", false)?))
}

/// Several changes as one, in the order of the text; nothing where one of them cannot be made or two of them overlap.
#[must_use]
pub fn all(changes: impl IntoIterator<Item = Option<Vec<Edit>>>) -> Option<Vec<Edit>> {
    let mut edits: Vec<Edit> = changes.into_iter().collect::<Option<Vec<_>>>()?.into_iter().flatten().collect();
    in_order(&mut edits);
    let is_apart = |pair: &[Edit]| matches!(pair, [first, second] if first.span.end <= second.span.start && first.span != second.span);
    edits.windows(2).all(is_apart).then_some(edits)
}

/// Sorts edits by their places.
fn in_order(edits: &mut [Edit]) {
    edits.sort_by_key(|edit| edit.span);
}

/// The text with edits made, which are in its order and do not overlap; nothing where they are not.
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for edit in edits {
        let range = edit.span.range();
        out.push_str(text.get(done..range.start)?);
        out.push_str(&edit.text);
        done = range.end.max(range.start);
    }
    out.push_str(text.get(done..)?);
    Some(out)
}
