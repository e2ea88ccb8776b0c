//! `Serialize` and `Deserialize` of the types that are written by hand.

mod address;
mod envelope;

pub(crate) use self::address::Address;
