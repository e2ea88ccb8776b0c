//! Tables of checks, written by `cargo xtask codegen` from the schemas.

pub(crate) mod service;
pub(crate) mod wrangler;
