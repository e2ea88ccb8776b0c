//! `Serialize` and `Deserialize` of the types that are written by hand.

mod envelope;
