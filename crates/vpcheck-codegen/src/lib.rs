//! From a JSON Schema to code, with every keyword accounted for.
//!
//! [`read()`] takes the text of a schema and gives a [`model::Model`], or says what it cannot keep, and where. The writers in
//! [`emit`] turn a model into text. Nothing in this crate reads or writes files.
//!
//! The way of a schema: `read` turns the text into subschemas, with the place of every keyword; `pass` resolves references,
//! merges `allOf`, proves that the arms of unions are disjoint, and names things. What became of each keyword is in the
//! [`Ledger`].

pub mod emit;
pub mod export;
mod ledger;
pub mod model;
mod number;
mod pass;
mod read;
mod refusal;
mod source;

pub use ledger::{Entry, Ledger, Outcome};
pub use read::limits;
pub use source::{Reading, read};
