//! Reads the values of a configuration out of a tree, and says everything that is wrong with them.

mod table;

use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Diagnostic, Kind, Node, Severity, Span};
use vpcheck_validate::near_spelling;

pub(crate) use table::table;

use crate::rule_ids::CONFIGURATION;

/// A value of the configuration.
pub(crate) trait Read: Sized {
    /// Reads the value. Where it is none, that is said to the reader, and nothing is read.
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Self>;
}

/// How many slips get a near spelling: looking for one takes a while, and nobody reads more.
const NEAR_SPELLINGS: usize = 100;

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl Reader {
    /// Says what is wrong with a value.
    pub(crate) fn refuse(&mut self, node: Node<'_>, message: impl Into<String>) -> &mut Diagnostic {
        self.refuse_at(node, node.span(), message)
    }

    /// Says what is wrong with a member, at its name.
    pub(crate) fn refuse_name(&mut self, node: Node<'_>, message: impl Into<String>) -> &mut Diagnostic {
        self.refuse_at(node, node.name_span().unwrap_or(node.span()), message)
    }

    fn refuse_at(&mut self, node: Node<'_>, span: Span, message: impl Into<String>) -> &mut Diagnostic {
        let diagnostic = Diagnostic::new(CONFIGURATION, Severity::Error, span, message).with_pointer(node.pointer());
        self.diagnostics.push_mut(diagnostic)
    }

    /// Says that a value is of another type: `wanted` is what it should be, such as `a string`.
    pub(crate) fn refuse_kind(&mut self, node: Node<'_>, wanted: &str) {
        let is = match node.kind() {
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::String => "a string",
            Kind::Array => "an array",
            Kind::Object => "a table",
            Kind::DateTime => "a date or a time",
            Kind::Unknown => "not known",
        };
        self.refuse(node, format!("{} is {is}, and should be {wanted}", subject(node)));
    }

    /// Says that there is no such key, and which one was meant.
    pub(crate) fn refuse_key(&mut self, node: Node<'_>, keys: &[&'static str]) {
        let key = node.name().unwrap_or_default();
        let mut help = self.near(key, keys.iter().copied());
        if help.is_none() {
            help = Some(format!("there is {}", listed(keys)));
        }
        self.refuse_name(node, format!("there is no key `{}` here", shorten(key))).help = help;
    }

    /// The help for a slip, if it is one.
    pub(crate) fn near<'c>(&self, text: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<String> {
        let is_read = self.diagnostics.len() < NEAR_SPELLINGS;
        is_read.then(|| near_spelling(text, candidates)).flatten().map(did_you_mean)
    }

    /// The text of a string.
    pub(crate) fn text<'n>(&mut self, node: Node<'n>) -> Option<&'n str> {
        let text = node.as_str();
        if text.is_none() {
            self.refuse_kind(node, "a string");
        }
        text
    }
}

/// What a value is called in a message: its key, or the one of the array that it is in.
pub(crate) fn subject(node: Node<'_>) -> String {
    match (node.name(), node.parent().and_then(Node::name)) {
        (Some(key), _) => format!("`{}`", shorten(key)),
        (None, Some(key)) => format!("an element of `{}`", shorten(key)),
        (None, None) => "this".to_owned(),
    }
}

/// The help for a slip in a name.
pub(crate) fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

/// Names in a sentence: `a`, `b` and `c`.
pub(crate) fn listed(names: &[impl AsRef<str>]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("`{}`", name.as_ref())).collect();
    match names.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The value of a key that may be left out.
#[derive(Clone, Debug)]
pub(crate) struct Given<T>(Option<T>);

impl<T> Default for Given<T> {
    fn default() -> Given<T> {
        Given(None)
    }
}

impl<T> Deref for Given<T> {
    type Target = Option<T>;

    fn deref(&self) -> &Option<T> {
        &self.0
    }
}

impl<T: Read> Read for Given<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Given<T>> {
        Some(Given(T::read(node, reader)))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Vec<T>> {
        if node.kind() != Kind::Array {
            reader.refuse_kind(node, "an array");
            return None;
        }
        Some(node.elements().filter_map(|element| T::read(element, reader)).collect())
    }
}

impl Read for String {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<String> {
        reader.text(node).map(str::to_owned)
    }
}

/// A value with its place in the configuration, to say more about it later.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) span: Span,
    pub(crate) pointer: String,
}

impl<T: Read> Read for Placed<T> {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Placed<T>> {
        T::read(node, reader).map(|value| Placed { value, span: node.span(), pointer: node.pointer() })
    }
}

/// The schema of what is inside. TOML has no null: what may be left out is not null either.
macro_rules! schema_of_inside {
    ($($outside:ident),*) => {$(
        impl<T: JsonSchema> JsonSchema for $outside<T> {
            fn inline_schema() -> bool {
                T::inline_schema()
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                T::schema_name()
            }

            fn schema_id() -> std::borrow::Cow<'static, str> {
                T::schema_id()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                T::json_schema(generator)
            }
        }
    )*};
}

schema_of_inside!(Given, Placed);
