//! Writers of code, each for one target, all from the same [model](crate::model).

pub mod checks;
pub mod rust;
