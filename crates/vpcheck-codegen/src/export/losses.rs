//! What a target cannot say.

use std::collections::{HashMap, HashSet};

use super::{Export, Form, Target, shapes};
use crate::{
    Ledger, Outcome,
    model::{Model, Shape},
};

/// The reason of a loss that shows only where a member may be left out and does not take null.
pub(crate) const NULL_IS_ABSENT: &str = "null counts as absent";

/// A keyword of the schema that a target does not keep, or does not keep in full.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Loss {
    /// The keyword, such as `maximum`.
    pub keyword: String,
    /// Where it stands in the schema, as a JSON Pointer.
    pub pointer: String,
    /// Why, in one sentence.
    pub reason: &'static str,
}

/// Each keyword that rules something out in what is exported, and that the target says it cannot keep. That none is forgotten
/// is the ledger's business: it has every occurrence, and annotations rule nothing out.
pub(super) fn of(target: &Target, form: &Form, export: &Export<'_>, ledger: &Ledger) -> Vec<Loss> {
    let mut reasons: HashMap<String, &'static str> = HashMap::new();
    let shapes = shapes(export.model, &export.roots);
    let left_out = left_out(export.model, &shapes);
    for shape in shapes {
        let is_shown =
            |reason: &&'static str| *reason != NULL_IS_ABSENT || left_out.contains(shape.place.pointer.as_str());
        for (keyword, pointer) in &shape.keywords {
            if let Some(reason) = (target.loses)(form, shape, keyword).filter(is_shown) {
                reasons.insert(pointer.clone(), reason);
            }
        }
        // What alternatives say of strings has become tests of the shape, and the keyword is not in the list.
        for keyword in ["anyOf", "oneOf"] {
            if let Some(reason) = (target.loses)(form, shape, keyword) {
                reasons.insert(format!("{}/{keyword}", shape.place.pointer), reason);
            }
        }
    }
    let binding = ledger.entries().filter(|entry| matches!(entry.outcome, Outcome::Typed | Outcome::Checked));
    let loss = |entry: crate::Entry| {
        let reason = *within(&entry.pointer).find_map(|pointer| reasons.get(pointer))?;
        let keyword = entry.pointer.rsplit('/').next().unwrap_or_default().to_owned();
        Some(Loss { keyword, pointer: entry.pointer, reason })
    };
    binding.filter_map(loss).collect()
}

/// Where the shapes stand that members have which may be left out, and which do not take null.
fn left_out<'m>(model: &'m Model, shapes: &[&'m Shape]) -> HashSet<&'m str> {
    let members = shapes.iter().flat_map(|shape| &shape.object.members);
    let left_out = members.filter(|member| !member.required && !model.takes_null(&member.shape));
    left_out.map(|member| model.resolve(&member.shape).place.pointer.as_str()).collect()
}

/// The place itself, and the keywords around it that are lost with all that is in them.
fn within(pointer: &str) -> impl Iterator<Item = &str> {
    let whole = ["anyOf", "oneOf", "not", "propertyNames", "patternProperties"];
    let around = pointer.match_indices('/').skip(1).filter_map(|(end, _)| pointer.get(..end));
    let around = around.filter(move |outer| outer.rsplit('/').next().is_some_and(|keyword| whole.contains(&keyword)));
    std::iter::once(pointer).chain(around)
}
