//! Documents made from a seed: valid services and configurations of every shape, and mutations of them at every member.
//!
//! The tests hold every way to judge a document against the others on these, and the benchmark measures on them.

mod collection;
mod document;
mod mutation;
mod random;
mod service;
mod wrangler;
pub mod write;

pub use collection::{Case, collection, root};
pub use document::{Document, write};
pub use mutation::mutate;
pub use random::Random;
pub use service::{request, response};
pub use wrangler::wrangler;
