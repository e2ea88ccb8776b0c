//! Rules by their names.

use vpcheck_report::escape;
use vpcheck_validate::{Rule, rule, rules};

use crate::exit::Failure;

/// How alike two names have to be for one to be a likely slip of the other, from 0 to 1.
const ALIKE: f64 = 0.8;

/// The rule of this name, or what else may have been meant.
pub(crate) fn named(id: &str) -> Result<&'static Rule, Failure> {
    rule(id).ok_or_else(|| unknown(id))
}

fn unknown(id: &str) -> Failure {
    let likeness = |rule: &&Rule| strsim::jaro_winkler(rule.id, &id.to_lowercase().replace('_', "-"));
    let nearest = rules().iter().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let failure = Failure::new(format!("there is no rule `{}`", escape(id)));
    match nearest.filter(|rule| likeness(rule) > ALIKE) {
        Some(rule) => failure.with_help(format!("did you mean `{}`?", rule.id)),
        None => failure.with_help("`vpcheck explain --all` prints all of them"),
    }
}
