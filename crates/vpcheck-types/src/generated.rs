//! Types that are generated from the schemas.

pub(crate) mod service;
pub(crate) mod support;
pub(crate) mod wrangler;
