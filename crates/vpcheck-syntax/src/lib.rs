//! Bytes to a tree with spans.
//!
//! This crate reads text and knows nothing of services: it turns a [`Source`] into a [`Tree`] whose every key and value
//! has a [`Span`], and into [`Diagnostic`]s for what is wrong with the text itself. It never stops at the first problem,
//! never panics, and keeps to the bounds in [`limits`].
//!
//! ```
//! use vpcheck_syntax::{Source, parse};
//!
//! let source = Source::json("web.json", br#"{"http_port": 8080}"#.as_slice());
//! let parsed = parse(&source);
//! assert!(parsed.diagnostics.is_empty());
//! let tree = parsed.tree().expect("the text is valid JSON");
//! let port = tree.root().get("http_port").expect("the member is there");
//! assert_eq!(port.value.pointer(), "/http_port");
//! assert_eq!(port.value.span().range(), 14..18);
//! ```

mod builder;
mod decoded;
mod diagnostic;
pub mod edit;
#[cfg(feature = "embedded")]
mod embedded;
#[cfg(any(feature = "embedded", feature = "terraform", feature = "yaml"))]
mod encoding;
pub mod escape;
mod json;
pub mod limits;
mod node;
mod number;
pub mod pointer;
mod sink;
mod source;
mod span;
#[cfg(feature = "terraform")]
mod terraform;
#[cfg(feature = "toml")]
mod toml;
mod tree;
#[cfg(feature = "yaml")]
mod yaml;

pub use builder::TreeBuilder;
pub use diagnostic::{Diagnostic, Edit, Fix, Label, Safety, SchemaPointer, Severity};
pub use node::{Elements, Kind, Member, Members, Node, Value};
pub use number::Number;
pub use source::{Parsed, Source, Syntax, lines_after, parse, parse_json, pieces};
pub use span::{LineIndex, Position, Span};
pub use tree::Tree;
