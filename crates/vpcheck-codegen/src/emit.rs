//! Writers of code, each for one target, all from the same [model](crate::model).

pub mod checks;
pub(crate) mod go;
pub(crate) mod json_schema;
pub(crate) mod openapi;
pub(crate) mod pydantic;
pub(crate) mod reference;
pub mod rust;
pub(crate) mod terraform;
pub(crate) mod typescript;
pub(crate) mod zod;
