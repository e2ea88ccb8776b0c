//! Values by JSON Pointer.

use std::collections::HashMap;

use vpcheck_syntax::pointer::unescape;

/// Values by JSON Pointer, to be found on the way to a place: the time is in proportion to the length of the way.
#[derive(Debug)]
pub(crate) struct PointerTree<T> {
    places: Vec<Place<T>>,
}

#[derive(Debug)]
struct Place<T> {
    value: T,
    below: HashMap<String, usize>,
}

/// A place in a [`PointerTree`].
pub(crate) type PlaceIndex = usize;

impl<T: Default> Default for PointerTree<T> {
    fn default() -> PointerTree<T> {
        PointerTree { places: vec![Place { value: T::default(), below: HashMap::new() }] }
    }
}

impl<T: Default> PointerTree<T> {
    /// The place of the empty pointer.
    pub(crate) const ROOT: PlaceIndex = 0;

    /// The value at a pointer, which is made where there is none.
    pub(crate) fn entry(&mut self, pointer: &str) -> Option<&mut T> {
        let mut index = Self::ROOT;
        for token in pointer.split('/').skip(1) {
            let next = self.places.len();
            let place = self.places.get_mut(index)?;
            index = *place.below.entry(unescape(token)).or_insert(next);
            if index == next {
                self.places.push(Place { value: T::default(), below: HashMap::new() });
            }
        }
        self.places.get_mut(index).map(|place| &mut place.value)
    }

    /// The value at a place.
    pub(crate) fn get(&self, index: PlaceIndex) -> Option<&T> {
        self.places.get(index).map(|place| &place.value)
    }

    /// The place below another one, by the name or the index there.
    pub(crate) fn below(&self, index: PlaceIndex, token: &str) -> Option<PlaceIndex> {
        self.places.get(index)?.below.get(token).copied()
    }

    /// Whether nothing is below a place.
    pub(crate) fn is_leaf(&self, index: PlaceIndex) -> bool {
        self.places.get(index).is_none_or(|place| place.below.is_empty())
    }

    /// The values on the way to a pointer, from the root.
    pub(crate) fn on_the_way<'t>(&'t self, pointer: &'t str) -> impl Iterator<Item = &'t T> {
        let mut index = Some(Self::ROOT);
        let mut tokens = pointer.split('/').skip(1);
        std::iter::from_fn(move || {
            let value = self.get(index?);
            index = tokens.next().and_then(|token| self.below(index?, &unescape(token)));
            value
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PointerTree;

    #[test]
    fn finds_what_is_on_the_way() {
        let mut tree: PointerTree<&str> = PointerTree::default();
        for pointer in ["", "/host", "/host/ipv4", "/a~1b", "/"] {
            *tree.entry(pointer).expect("it is made") = pointer;
        }
        for (pointer, expected) in [
            ("", vec![""]),
            ("/host/ipv4/x", vec!["", "/host", "/host/ipv4"]),
            ("/hostname", vec![""]),
            ("/a~1b", vec!["", "/a~1b"]),
            ("/a/b", vec![""]),
            ("/", vec!["", "/"]),
        ] {
            let found: Vec<&str> = tree.on_the_way(pointer).copied().collect();
            assert_eq!(found, expected, "{pointer}");
        }
    }
}
