//! Numbers, read and written.

use core::fmt::{self, Formatter};

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::finite::Finite;

impl Serialize for Finite {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a number that would change is written as it is"
    )]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let whole = self.get() as i64;
        // A whole number is written without a fraction as long as every neighbour can be told from it.
        if (whole as f64).to_bits() == self.get().to_bits() && whole.unsigned_abs() < 1 << 53 {
            serializer.serialize_i64(whole)
        } else {
            serializer.serialize_f64(self.get())
        }
    }
}

impl<'de> Deserialize<'de> for Finite {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Finite, D::Error> {
        deserializer.deserialize_f64(FiniteVisitor)
    }
}

struct FiniteVisitor;

impl Visitor<'_> for FiniteVisitor {
    type Value = Finite;

    fn expecting(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("a number")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Finite, E> {
        Finite::new(number).ok_or_else(|| E::custom("a number is finite"))
    }

    #[expect(clippy::cast_precision_loss, reason = "a number of JSON is a double here, as in most readers")]
    fn visit_u64<E: Error>(self, number: u64) -> Result<Finite, E> {
        self.visit_f64(number as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "a number of JSON is a double here, as in most readers")]
    fn visit_i64<E: Error>(self, number: i64) -> Result<Finite, E> {
        self.visit_f64(number as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::Finite;

    #[test]
    fn numbers_round_trip() {
        for (text, written) in
            [("1", "1"), ("-0.0", "0"), ("1.5", "1.5"), ("2e2", "200"), ("1e300", "1e+300"), ("-7", "-7")]
        {
            let number: Finite = serde_json::from_str(text).expect(text);
            assert_eq!(serde_json::to_string(&number).expect(text), written, "{text}");
        }
        for text in ["\"1\"", "null", "true", "[]"] {
            assert!(serde_json::from_str::<Finite>(text).is_err(), "{text}");
        }
    }
}
