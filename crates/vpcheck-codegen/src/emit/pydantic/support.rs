//! The functions that models use, each written where one is used.

use std::collections::BTreeSet;

/// A function or a type of the module that is not made from the schema.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Support {
    Model,
    Renamed,
    ClosedModel,
    Unused,
    Nothing,
    Omittable,
    Integer,
    Pattern,
    AllOf,
    Listed,
    LeapSecond,
    Length,
    Taken,
    Not,
    OneOf,
    Refuse,
    NoneOf,
    Unique,
    Kind,
    Tag,
    Arms,
    Count,
    Names,
    Named,
}

/// What is written for it.
pub(super) struct Part {
    support: Support,
    pub(super) text: &'static str,
    pub(super) imports: &'static [(&'static str, &'static str)],
    /// What it uses itself.
    uses: &'static [Support],
}

/// All that is used, also by others, in the order in which it is written.
pub(super) fn closure(wanted: &BTreeSet<Support>) -> Vec<&'static Part> {
    let mut all = wanted.clone();
    // A part uses only what is written before it.
    for part in PARTS.iter().rev() {
        if all.contains(&part.support) {
            all.extend(part.uses);
        }
    }
    PARTS.iter().filter(|part| all.contains(&part.support)).collect()
}

impl Part {
    /// Whether it goes on with the class before it.
    pub(super) fn is_method(&self) -> bool {
        self.support == Support::Renamed
    }
}

/// All parts, in the order in which they are written.
const PARTS: &[Part] = &[
    Part {
        support: Support::Model,
        text: include_str!("support/model.py"),
        imports: &[("pydantic", "BaseModel"), ("pydantic", "ConfigDict")],
        uses: &[],
    },
    Part {
        support: Support::Renamed,
        text: include_str!("support/renamed.py"),
        imports: &[
            ("typing", "Any"),
            ("pydantic.functional_validators", "ModelWrapValidatorHandler"),
            ("pydantic", "ValidationInfo"),
            ("pydantic", "model_validator"),
            ("typing_extensions", "Self"),
        ],
        uses: &[Support::Model],
    },
    Part {
        support: Support::ClosedModel,
        text: include_str!("support/closed.py"),
        imports: &[("pydantic", "ConfigDict")],
        uses: &[Support::Model],
    },
    Part {
        support: Support::Unused,
        text: include_str!("support/unused.py"),
        imports: &[
            ("typing", "Annotated"),
            ("typing", "TypeAlias"),
            ("pydantic", "BeforeValidator"),
            ("pydantic", "ValidationInfo"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Nothing,
        text: include_str!("support/nothing.py"),
        imports: &[
            ("typing", "Annotated"),
            ("typing", "TypeAlias"),
            ("pydantic", "BeforeValidator"),
            ("pydantic", "ValidationInfo"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Omittable,
        text: include_str!("support/omittable.py"),
        imports: &[
            ("typing", "Annotated"),
            ("typing", "TypeAlias"),
            ("typing", "TypeVar"),
            ("pydantic", "BeforeValidator"),
            ("pydantic", "ValidationInfo"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Integer,
        text: include_str!("support/integer.py"),
        imports: &[("typing", "Annotated"), ("typing", "TypeAlias"), ("pydantic", "BeforeValidator")],
        uses: &[],
    },
    Part {
        support: Support::Pattern,
        text: include_str!("support/pattern.py"),
        imports: &[
            ("collections.abc", "Callable"),
            ("pydantic_core", "SchemaValidator"),
            ("pydantic_core", "core_schema"),
        ],
        uses: &[],
    },
    Part {
        support: Support::AllOf,
        text: include_str!("support/all_of.py"),
        imports: &[("collections.abc", "Callable")],
        uses: &[],
    },
    Part {
        support: Support::Listed,
        text: include_str!("support/listed.py"),
        imports: &[("collections.abc", "Callable")],
        uses: &[],
    },
    Part { support: Support::LeapSecond, text: include_str!("support/leap_second.py"), imports: &[], uses: &[] },
    Part {
        support: Support::Length,
        text: include_str!("support/length.py"),
        imports: &[("collections.abc", "Callable")],
        uses: &[],
    },
    Part {
        support: Support::Taken,
        text: include_str!("support/taken.py"),
        imports: &[
            ("collections.abc", "Callable"),
            ("typing", "Any"),
            ("pydantic", "TypeAdapter"),
            ("pydantic", "ValidationError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Not,
        text: include_str!("support/not.py"),
        imports: &[("collections.abc", "Callable")],
        uses: &[],
    },
    Part {
        support: Support::OneOf,
        text: include_str!("support/one_of.py"),
        imports: &[
            ("collections.abc", "Callable"),
            ("pydantic", "AfterValidator"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Refuse,
        text: include_str!("support/refuse.py"),
        imports: &[("pydantic", "AfterValidator"), ("pydantic_core", "PydanticCustomError")],
        uses: &[Support::Pattern],
    },
    Part {
        support: Support::NoneOf,
        text: include_str!("support/none_of.py"),
        imports: &[("typing", "Any"), ("pydantic", "AfterValidator"), ("pydantic_core", "PydanticCustomError")],
        uses: &[],
    },
    Part {
        support: Support::Unique,
        text: include_str!("support/unique.py"),
        imports: &[
            ("collections.abc", "Hashable"),
            ("typing", "Any"),
            ("pydantic", "BaseModel"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part { support: Support::Kind, text: include_str!("support/kind.py"), imports: &[("typing", "Any")], uses: &[] },
    Part {
        support: Support::Tag,
        text: include_str!("support/tag.py"),
        imports: &[("typing", "Any"), ("pydantic", "BaseModel"), ("pydantic", "Discriminator")],
        uses: &[],
    },
    Part {
        support: Support::Arms,
        text: include_str!("support/arms.py"),
        imports: &[
            ("collections.abc", "Mapping"),
            ("typing", "Any"),
            ("pydantic", "BaseModel"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Count,
        text: include_str!("support/count.py"),
        imports: &[("pydantic", "BaseModel"), ("pydantic_core", "PydanticCustomError")],
        uses: &[],
    },
    Part {
        support: Support::Names,
        text: include_str!("support/names.py"),
        imports: &[
            ("collections.abc", "Callable"),
            ("pydantic", "BaseModel"),
            ("pydantic_core", "PydanticCustomError"),
        ],
        uses: &[],
    },
    Part {
        support: Support::Named,
        text: include_str!("support/named.py"),
        imports: &[("collections.abc", "Callable"), ("typing", "Any"), ("pydantic", "TypeAdapter")],
        uses: &[Support::Pattern],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_uses_what_comes_before_it() {
        for (index, part) in PARTS.iter().enumerate() {
            for used in part.uses {
                assert!(PARTS.iter().take(index).any(|other| other.support == *used), "{:?}", part.support);
            }
        }
    }
}
