//! Values that are skipped.

use core::fmt::{self, Formatter};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::names::Names;

/// Skips a value of any type. A member that is there twice is an error here as well, at any depth.
#[derive(Clone, Copy)]
pub(crate) struct Ignored;

impl<'de> DeserializeSeed<'de> for Ignored {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        // `deserialize_ignored_any` would skip the names unseen.
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Ignored {
    type Value = ();

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_none<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Ignored)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = Names::new();
        while names.next::<_, ()>(&mut map)?.is_some() {
            map.next_value_seed(Ignored)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::de::DeserializeSeed;

    use super::Ignored;

    #[test]
    fn skips_anything_but_repeated_members() {
        let read = |text: &str| {
            let mut reader = serde_json::Deserializer::from_str(text);
            Ignored.deserialize(&mut reader).and_then(|()| reader.end())
        };
        for text in ["null", "1.5", "-1", "\"\\u0061\"", "[[],{}]", r#"{"a": {"a": 1}, "b": [true]}"#] {
            assert!(read(text).is_ok(), "{text}");
        }
        for text in
            [r#"{"a": 1, "a": 1}"#, r#"[{"a": 1, "\u0061": 2}]"#, r#"{"b": {"a": 1, "c": [], "a": {}}}"#, "{", "1e999"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
