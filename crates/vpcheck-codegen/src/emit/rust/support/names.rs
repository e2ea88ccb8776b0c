//! The names of members.

use core::fmt::{self, Formatter};
use core::marker::PhantomData;
use std::collections::BTreeSet;
use std::string::String;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::known::Known;
use super::slot::twice;

/// The names of the members that are not known, to find one that is there twice. Nothing is allocated before there is one.
pub(crate) struct Names(Option<BTreeSet<String>>);

impl Names {
    pub(crate) const fn new() -> Names {
        Names(None)
    }

    /// The next member, or `None` in its place for one that is not known.
    #[expect(clippy::option_option, reason = "the end of the object, a name that is not known, and one that is")]
    #[inline]
    pub(crate) fn next<'de, A, M>(&mut self, map: &mut A) -> Result<Option<Option<M>>, A::Error>
    where
        A: MapAccess<'de>,
        M: Known,
    {
        map.next_key_seed(Name { names: self, _member: PhantomData })
    }

    /// The name of a member that is not known, if there was one.
    pub(crate) fn first(&self) -> Option<&str> {
        self.0.as_ref()?.first().map(String::as_str)
    }

    /// Refuses members that are not known.
    pub(crate) fn none<E: Error>(&self, of: &'static str) -> Result<(), E> {
        match self.first() {
            Some(name) => Err(E::custom(format_args!("there is no member `{}` in {of}", Shortened(name)))),
            None => Ok(()),
        }
    }

    #[cold]
    fn add<E: Error>(&mut self, name: &str) -> Result<(), E> {
        if self.0.get_or_insert_default().insert(String::from(name)) { Ok(()) } else { Err(twice(name)) }
    }
}

struct Name<'n, M> {
    names: &'n mut Names,
    _member: PhantomData<M>,
}

impl<'de, M: Known> DeserializeSeed<'de> for Name<'_, M> {
    type Value = Option<M>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<M>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<M: Known> Visitor<'_> for Name<'_, M> {
    type Value = Option<M>;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a member")
    }

    #[expect(clippy::inline_always, reason = "only in place is the jump to the member one with that to how it is read")]
    #[inline(always)]
    fn visit_str<E: Error>(self, name: &str) -> Result<Option<M>, E> {
        match M::find(name) {
            Some(member) => Ok(Some(member)),
            None => self.names.add(name).map(|()| None),
        }
    }
}

/// A text of the input in a message, 80 characters of it at most.
pub(crate) struct Shortened<'t>(pub(crate) &'t str);

impl fmt::Display for Shortened<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(80) {
            Some((end, _)) => write!(formatter, "{}…", self.0.get(..end).unwrap_or_default()),
            None => formatter.write_str(self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Shortened;

    #[test]
    fn long_text_is_shortened() {
        assert_eq!(Shortened("http").to_string(), "http");
        assert_eq!(Shortened(&"ü".repeat(80)).to_string(), "ü".repeat(80));
        assert_eq!(Shortened(&"ü".repeat(81)).to_string(), format!("{}…", "ü".repeat(80)));
    }
}
