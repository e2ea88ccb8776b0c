//! Where a value is, and what is said of any value there.

use super::{
    check::Test,
    literal::{self, inside},
    types::Type,
};

/// A value that is looked at.
#[derive(Clone, Debug)]
pub(super) struct Place<'t> {
    /// Its expression, which fails where the value is not there.
    pub(super) it: String,
    /// How it is called, as the inside of a template.
    pub(super) path: String,
    /// Whether it is there for sure, though it may be null.
    pub(super) is_there: bool,
    /// Whether Terraform itself sees to it that it is not null.
    pub(super) is_given: bool,
    /// What it was converted to.
    pub(super) kind: &'t Type,
    /// How many lists and maps it is in.
    pub(super) depth: usize,
}

impl<'t> Place<'t> {
    /// The value, or null.
    pub(super) fn got(&self) -> String {
        if self.is_there { self.it.clone() } else { format!("try({}, null)", self.it) }
    }

    /// Whether it is of its type for sure, or null.
    pub(super) fn is_sure(&self) -> bool {
        !matches!(self.kind, Type::Any | Type::Nothing)
    }

    /// Whether it is not null.
    pub(super) fn not_null(&self) -> Test {
        if self.is_given {
            return Test { holds: "true".to_owned(), fails: Vec::new() };
        }
        let got = self.got();
        Test::new(format!("{got} != null"), format!("{got} == null"))
    }

    pub(super) fn is_object(&self) -> Test {
        match (self.is_sure(), self.is_there) {
            (true, _) => self.not_null(),
            // The start of its JSON is known also where some of the members are not.
            (false, true) => test(&format!("startswith(jsonencode({}), \"{{\")", self.it)),
            (false, false) => test(&format!("can(keys({}))", self.it)),
        }
    }

    pub(super) fn is_list(&self) -> Test {
        match (self.is_sure(), self.is_there) {
            (true, _) => self.not_null(),
            (false, true) => test(&format!("startswith(jsonencode({}), \"[\")", self.it)),
            // `flatten` takes lists and sets only.
            (false, false) => test(&format!("can(flatten({}))", self.it)),
        }
    }

    pub(super) fn member(&self, name: &str) -> Place<'t> {
        let name_there = inside(name);
        let path = if self.path.is_empty() { name_there } else { format!("{}.{name_there}", self.path) };
        Place {
            it: literal::member(&self.it, name),
            path,
            is_there: false,
            is_given: false,
            kind: self.kind.attribute(name),
            depth: self.depth,
        }
    }
}

pub(super) fn test(holds: &str) -> Test {
    Test::new(holds.to_owned(), format!("!{holds}"))
}
