//! What a target cannot say.

use std::collections::HashMap;

use super::{Export, Target, shapes};
use crate::{Ledger, Outcome};

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
pub(super) fn of(target: &Target, export: &Export<'_>, ledger: &Ledger) -> Vec<Loss> {
    let mut reasons: HashMap<&str, &'static str> = HashMap::new();
    for shape in shapes(export.model, &export.roots) {
        for (keyword, pointer) in &shape.keywords {
            if let Some(reason) = (target.loses)(shape, keyword) {
                reasons.insert(pointer, reason);
            }
        }
    }
    let binding = ledger.entries().filter(|entry| matches!(entry.outcome, Outcome::Typed | Outcome::Checked));
    let loss = |entry: crate::Entry| {
        let reason = *reasons.get(entry.pointer.as_str())?;
        let keyword = entry.pointer.rsplit('/').next().unwrap_or_default().to_owned();
        Some(Loss { keyword, pointer: entry.pointer, reason })
    };
    binding.filter_map(loss).collect()
}
