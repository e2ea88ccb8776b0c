//! Members that are kept or not by their names.

use std::collections::{BTreeMap, BTreeSet};
use std::string::String;

use serde::de::{Error, MapAccess};

use super::ignored::Ignored;
use super::names::Shortened;
use super::slot::twice;

/// What becomes of a member that is not known.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Fate {
    Kept,
    Ignored,
    Refused,
}

/// Reads the value of a member that is not kept, and which may be there once.
pub(crate) fn skip<'de, A: MapAccess<'de>>(
    skipped: &mut BTreeSet<String>,
    name: String,
    map: &mut A,
) -> Result<(), A::Error> {
    if skipped.contains(&name) {
        return Err(twice(&name));
    }
    map.next_value_seed(Ignored)?;
    skipped.insert(name);
    Ok(())
}

/// The error for a member that may not be there.
pub(crate) fn refused<E: Error>(name: &str, of: &'static str) -> E {
    E::custom(format_args!("there is no member `{}` in {of}", Shortened(name)))
}

/// The members that are kept.
pub(crate) fn sorted<V, E: Error>(
    members: BTreeMap<String, V>,
    fate: fn(&str) -> Fate,
    of: &'static str,
) -> Result<BTreeMap<String, V>, E> {
    let mut kept = BTreeMap::new();
    for (name, value) in members {
        match fate(&name) {
            Fate::Kept => {
                kept.insert(name, value);
            }
            Fate::Ignored => {}
            Fate::Refused => return Err(refused(&name, of)),
        }
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::{Fate, sorted};

    #[test]
    fn members_are_sorted_by_their_names() {
        let fate = |name: &str| match name {
            "a" => Fate::Kept,
            "b" => Fate::Ignored,
            _ => Fate::Refused,
        };
        let sort = |names: &[&str]| {
            let members = names.iter().map(|name| ((*name).to_owned(), ())).collect();
            sorted::<_, serde::de::value::Error>(members, fate, "a thing")
                .map(|kept| kept.into_keys().collect::<String>())
        };
        assert_eq!(sort(&["a", "b"]), Ok("a".to_owned()));
        let error = sort(&["a", "c"]).expect_err("it may not be there");
        assert_eq!(error.to_string(), "there is no member `c` in a thing");
    }
}
