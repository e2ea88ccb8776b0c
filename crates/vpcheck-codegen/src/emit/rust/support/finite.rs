//! Numbers.

use core::fmt::{self, Display, Formatter};
use core::hash::{Hash, Hasher};

use super::invalid_value::InvalidValue;

/// A number that JSON can hold: neither infinite nor undefined.
#[derive(Clone, Copy, Debug, Default)]
pub struct Finite(f64);

impl Finite {
    /// The number, if it is finite.
    #[must_use]
    pub fn new(number: f64) -> Option<Finite> {
        // Adding zero makes the negative zero the positive one, so that equal numbers have equal hashes.
        number.is_finite().then_some(Finite(number + 0.0))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl PartialEq for Finite {
    fn eq(&self, other: &Finite) -> bool {
        self.0.to_bits() == other.0.to_bits()
    }
}

impl Eq for Finite {}

impl Hash for Finite {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.to_bits().hash(state);
    }
}

impl Display for Finite {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl From<i32> for Finite {
    fn from(number: i32) -> Finite {
        Finite(f64::from(number))
    }
}

impl TryFrom<f64> for Finite {
    type Error = InvalidValue;

    fn try_from(number: f64) -> Result<Finite, InvalidValue> {
        Finite::new(number).ok_or(InvalidValue::new("a number is finite"))
    }
}

#[cfg(test)]
mod tests {
    use super::Finite;

    #[test]
    fn holds_what_json_holds() {
        for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            assert!(Finite::new(number).is_none(), "{number}");
        }
        assert_eq!(Finite::new(1.5).map(Finite::get), Some(1.5));
        assert_eq!(Finite::new(-0.0), Finite::new(0.0));
    }
}
