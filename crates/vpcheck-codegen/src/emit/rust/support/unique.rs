//! Items that differ.

use core::hash::Hash;
use std::collections::HashSet;

/// Whether no two items are the same.
pub(crate) fn all_differ<T: Eq + Hash>(items: &[T]) -> bool {
    let mut seen = HashSet::with_capacity(items.len());
    items.iter().all(|item| seen.insert(item))
}

#[cfg(test)]
mod tests {
    use super::all_differ;

    #[test]
    fn finds_the_same_item_again() {
        assert!(all_differ::<u8>(&[]) && all_differ(&["a", "b"]));
        assert!(!all_differ(&["a", "b", "a"]));
    }
}
