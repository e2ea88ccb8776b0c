//! What members have to be like for something else to hold, by `if` and `then`.
//!
//! Editors propose what stands in `properties` of an `if`, whether it holds or not, but nothing within a `not`. So all that is said of
//! null stands there, as what may not be.

use super::{members::require, shape::Null};
use crate::export::json::{Json, Members};

/// What members have to be like for something else to hold.
#[derive(Clone, Default)]
pub(super) struct Condition {
    rules: Vec<(String, Json)>,
    required: Vec<String>,
    /// Of these, none.
    none_of: Vec<Members>,
}

impl Condition {
    /// The member is there and follows this rule.
    pub(super) fn follows(mut self, name: &str, rule: impl Into<Json>) -> Condition {
        self.required.push(name.to_owned());
        self.rules.push((name.to_owned(), rule.into()));
        self
    }

    /// The member is there, and not null where that counts as absent.
    pub(super) fn there(mut self, name: &str, null: Null) -> Condition {
        if null.is_taken() {
            let is_null = Members::default().with("type", "null");
            let absent = Members::default().with(name, is_null);
            self.none_of.push(Members::default().with("properties", absent));
        } else {
            self.required.push(name.to_owned());
        }
        self
    }

    /// The member is not there, or null where that counts as absent.
    pub(super) fn absent(mut self, name: &str, null: Null) -> Condition {
        let mut there = Members::default();
        require([name], &mut there);
        if null.is_taken() {
            let not_null = Members::default().with("not", Members::default().with("type", "null"));
            there.add("properties", Members::default().with(name, not_null));
        }
        self.none_of.push(there);
        self
    }

    pub(super) fn members(self) -> Members {
        let mut members = Members::default();
        require(self.required.iter().map(String::as_str), &mut members);
        if !self.rules.is_empty() {
            members.add("properties", Members(self.rules));
        }
        match <[Members; 1]>::try_from(self.none_of) {
            Ok([one]) => members.add("not", one),
            Err(none) if none.is_empty() => {}
            Err(several) => {
                let several: Vec<Json> = several.into_iter().map(Json::from).collect();
                members.add("not", Members::default().with("anyOf", several));
            }
        }
        members
    }
}

/// A member that is null if it is there. This is said only where it is there and not null, so that editors do not propose it.
pub(super) fn null_at_most(name: &str) -> Members {
    null_where(Condition::default(), name)
}

/// The same of a member where a condition holds.
pub(super) fn null_where(condition: Condition, name: &str) -> Members {
    let is_null = Members::default().with("type", "null");
    let then = Members::default().with("properties", Members::default().with(name, is_null));
    Members::default().with("if", condition.there(name, Null::Taken).members()).with("then", then)
}

pub(super) fn when(condition: Condition, then: Json) -> Json {
    Members::default().with("if", condition.members()).with("then", then).into()
}

/// The same, unless there is nothing to say.
pub(super) fn when_needed(condition: Condition, then: Json) -> Option<Json> {
    let is_empty = matches!(&then, Json::Object(members) if members.is_empty());
    (!is_empty).then(|| when(condition, then))
}
