//! What generated types stand on: real files, which are tested here and written into the output.

use std::collections::BTreeSet;

/// A file of the support module.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Part {
    InvalidValue,
    Finite,
    ReadFinite,
    Integer,
    Slot,
    Known,
    Names,
    Ignored,
    Pick,
    Parse,
    List,
    Named,
    Any,
    Lenient,
    Buffered,
    Formats,
    Schema,
    Fate,
    Unique,
    UniqueJson,
}

/// When a part is compiled, where the output has features.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Gate {
    Always,
    Serde,
    Schemars,
}

impl Part {
    /// Its name as a module, and its text.
    pub(super) const fn file(self) -> (&'static str, &'static str) {
        match self {
            Part::InvalidValue => ("invalid_value", include_str!("support/invalid_value.rs")),
            Part::Finite => ("finite", include_str!("support/finite.rs")),
            Part::ReadFinite => ("read_finite", include_str!("support/read_finite.rs")),
            Part::Integer => ("integer", include_str!("support/integer.rs")),
            Part::Slot => ("slot", include_str!("support/slot.rs")),
            Part::Known => ("known", include_str!("support/known.rs")),
            Part::Names => ("names", include_str!("support/names.rs")),
            Part::Ignored => ("ignored", include_str!("support/ignored.rs")),
            Part::Pick => ("pick", include_str!("support/pick.rs")),
            Part::Parse => ("parse", include_str!("support/parse.rs")),
            Part::List => ("list", include_str!("support/list.rs")),
            Part::Named => ("named", include_str!("support/named.rs")),
            Part::Any => ("any", include_str!("support/any.rs")),
            Part::Lenient => ("lenient", include_str!("support/lenient.rs")),
            Part::Buffered => ("buffered", include_str!("support/buffered.rs")),
            Part::Formats => ("formats", include_str!("support/formats.rs")),
            Part::Fate => ("fate", include_str!("support/fate.rs")),
            Part::Unique => ("unique", include_str!("support/unique.rs")),
            Part::UniqueJson => ("unique_json", include_str!("support/unique_json.rs")),
            Part::Schema => ("schema", include_str!("support/schema.rs")),
        }
    }

    /// When it is compiled.
    pub(super) const fn gate(self) -> Gate {
        match self {
            Part::InvalidValue | Part::Finite | Part::Formats | Part::Unique => Gate::Always,
            Part::Schema => Gate::Schemars,
            _ => Gate::Serde,
        }
    }

    /// The parts that it uses itself.
    const fn uses(self) -> &'static [Part] {
        match self {
            Part::Finite => &[Part::InvalidValue],
            Part::ReadFinite => &[Part::Finite],
            Part::Names | Part::Named => &[Part::Known, Part::Slot],
            Part::Buffered => &[Part::Names, Part::Slot],
            Part::Ignored | Part::Parse => &[Part::Names],
            Part::Pick => &[Part::Integer, Part::Names],
            Part::List => &[Part::Named],
            Part::Any => &[Part::Named, Part::Slot],
            Part::Fate => &[Part::Ignored, Part::Names, Part::Slot],
            Part::Lenient => &[Part::Ignored, Part::Slot],
            Part::InvalidValue
            | Part::Integer
            | Part::Slot
            | Part::Known
            | Part::Formats
            | Part::Schema
            | Part::Unique
            | Part::UniqueJson => &[],
        }
    }
}

/// The parts with all that they use, in order.
pub(super) fn closure(parts: impl IntoIterator<Item = Part>) -> BTreeSet<Part> {
    let mut found = BTreeSet::new();
    let mut open: Vec<Part> = parts.into_iter().collect();
    while let Some(part) = open.pop() {
        if found.insert(part) {
            open.extend(part.uses());
        }
    }
    found
}

/// The text of a part without its tests.
pub(super) fn text(part: Part) -> String {
    let (_, text) = part.file();
    let text = text.split_once("\n#[cfg(test)]").map_or(text, |(before, _)| before);
    format!("{}\n", text.trim_end())
}
