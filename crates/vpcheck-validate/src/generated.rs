//! Tables of checks, written by `cargo xtask codegen` from the schemas.
#![allow(clippy::unreadable_literal, reason = "numbers are written as the schema writes them")]

pub(crate) mod service;
pub(crate) mod wrangler;
