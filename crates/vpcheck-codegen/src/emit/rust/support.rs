//! What generated types stand on. The files are compiled here for their tests, and are written into the output as they are.
#![allow(dead_code, unreachable_pub, reason = "a part is used by what is generated")]

mod any;
mod buffered;
mod fate;
mod finite;
mod formats;
mod ignored;
mod integer;
mod invalid_value;
mod known;
mod lenient;
mod list;
mod named;
mod names;
mod parse;
mod pick;
mod read_finite;
mod schema;
mod slot;
mod unique;
mod unique_json;
