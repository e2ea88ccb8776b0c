//! Functions that stand before the schemas, where they are used.

use std::collections::BTreeSet;

/// A function of TypeScript, in the order in which they are written.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Function {
    IsObject,
    MemberOf,
    Choice,
    ByMembers,
    ByKeys,
    ByTag,
    ByType,
    Members,
    Open,
    Characters,
    AreUnique,
    EndsDay,
}

/// All of them.
const ALL: [Function; 12] = [
    Function::IsObject,
    Function::MemberOf,
    Function::Choice,
    Function::ByMembers,
    Function::ByKeys,
    Function::ByTag,
    Function::ByType,
    Function::Members,
    Function::Open,
    Function::Characters,
    Function::AreUnique,
    Function::EndsDay,
];

impl Function {
    fn name(self) -> &'static str {
        match self {
            Function::IsObject => "isObject",
            Function::MemberOf => "memberOf",
            Function::Choice => "choice",
            Function::ByMembers => "byMembers",
            Function::ByKeys => "byKeys",
            Function::ByTag => "byTag",
            Function::ByType => "byType",
            Function::Members => "members",
            Function::Open => "open",
            Function::Characters => "characters",
            Function::AreUnique => "areUnique",
            Function::EndsDay => "endsDay",
        }
    }

    /// What it uses itself.
    fn needs(self) -> &'static [Function] {
        match self {
            Function::ByMembers | Function::ByTag => &[Function::IsObject, Function::MemberOf, Function::Choice],
            Function::ByKeys => &[Function::ByMembers],
            Function::ByType => &[Function::Choice],
            Function::Members | Function::AreUnique => &[Function::IsObject],
            _ => &[],
        }
    }

    fn text(self) -> &'static str {
        match self {
            Function::IsObject => include_str!("support/is_object.ts"),
            Function::MemberOf => include_str!("support/member_of.ts"),
            Function::Choice => include_str!("support/choice.ts"),
            Function::ByMembers => include_str!("support/by_members.ts"),
            Function::ByKeys => include_str!("support/by_keys.ts"),
            Function::ByTag => include_str!("support/by_tag.ts"),
            Function::ByType => include_str!("support/by_type.ts"),
            Function::Members => include_str!("support/members.ts"),
            Function::Open => include_str!("support/open.ts"),
            Function::Characters => include_str!("support/characters.ts"),
            Function::AreUnique => include_str!("support/are_unique.ts"),
            Function::EndsDay => include_str!("support/ends_day.ts"),
        }
    }
}

/// The names that no schema may take.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(Function::name).chain(["z"])
}

/// The functions that are used.
#[derive(Debug, Default)]
pub(super) struct Support(BTreeSet<Function>);

impl Support {
    /// The name of a function, which is written from now on, with what it needs.
    pub(super) fn uses(&mut self, function: Function) -> &'static str {
        let mut left = vec![function];
        while let Some(one) = left.pop() {
            if self.0.insert(one) {
                left.extend(one.needs());
            }
        }
        function.name()
    }

    /// All that is used, each after an empty line.
    pub(super) fn text(&self) -> String {
        self.0.iter().fold(String::new(), |text, function| text + "\n" + function.text())
    }
}
