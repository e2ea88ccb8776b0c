//! `Serialize` and `Deserialize` of the types that are written by hand.

mod envelope;
mod list;
mod result_info;
