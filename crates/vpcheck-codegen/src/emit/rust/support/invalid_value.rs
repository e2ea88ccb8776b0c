//! Why a value is refused.

use core::error::Error;
use core::fmt::{self, Display, Formatter};

/// Why a text, a number or a list is not a value of a type: what such a value is like.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct InvalidValue(&'static str);

impl InvalidValue {
    /// The error that says what right values are like, such as `a port is an integer from 1 to 65535`.
    pub(crate) const fn new(rule: &'static str) -> InvalidValue {
        InvalidValue(rule)
    }
}

impl Display for InvalidValue {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.0)
    }
}

impl Error for InvalidValue {}

#[cfg(test)]
mod tests {
    use super::InvalidValue;

    #[test]
    fn says_what_is_right() {
        assert_eq!(InvalidValue::new("a name has at least 1 character").to_string(), "a name has at least 1 character");
    }
}
