//! Identifiers of services.

use core::fmt;
use core::str::FromStr;

use crate::uuid::{Reason, Uuid};

/// Identifier that the API gave to a service: a UUID.
///
/// The text form is 8, 4, 4, 4 and 12 hexadecimal digits with dashes between them, in either case; it is written in lower case.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::ServiceId;
///
/// let id: ServiceId = "550E8400-E29B-41D4-A716-446655440000".parse()?;
/// assert_eq!(id.to_string(), "550e8400-e29b-41d4-a716-446655440000");
/// assert_eq!(ServiceId::from_bytes(id.to_bytes()), id);
/// assert!("{550e8400-e29b-41d4-a716-446655440000}".parse::<ServiceId>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidServiceId>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct ServiceId(Uuid);

impl ServiceId {
    /// The id of these bytes, the first digits first.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> ServiceId {
        ServiceId(Uuid(bytes))
    }

    /// The bytes, the first digits first.
    #[must_use]
    pub const fn to_bytes(self) -> [u8; 16] {
        self.0.0
    }

    /// Whether every digit is 0, which is valid and names nothing.
    #[must_use]
    pub fn is_nil(self) -> bool {
        self.0.0 == [0; 16]
    }

    #[cfg(feature = "serde")]
    pub(crate) fn with_text<R>(self, then: impl FnOnce(&str) -> R) -> R {
        self.0.with_text(then)
    }
}

impl FromStr for ServiceId {
    type Err = InvalidServiceId;

    fn from_str(text: &str) -> Result<ServiceId, InvalidServiceId> {
        Uuid::parse(text).map(ServiceId).map_err(InvalidServiceId)
    }
}

impl TryFrom<&str> for ServiceId {
    type Error = InvalidServiceId;

    fn try_from(text: &str) -> Result<ServiceId, InvalidServiceId> {
        text.parse()
    }
}

impl fmt::Display for ServiceId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Why a text is no service id: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidServiceId(Reason);

impl InvalidServiceId {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some(self.0.help())
    }
}

impl fmt::Display for InvalidServiceId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write("a service id", formatter)
    }
}

impl core::error::Error for InvalidServiceId {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::ServiceId;

    #[test]
    fn says_what_is_wrong() {
        for (text, message) in [
            ("", "a service id has 36 characters"),
            ("0191dce49ab47fceb6608e5dec5172da", "a service id has 36 characters and this has 32"),
            ("{0191dce4-9ab4-7fce-b660-8e5dec5172da}", "a service id has no braces around it"),
            ("urn:uuid:0191dce4-9ab4-7fce-b660-8e5dec5172da", "a service id has no `urn:uuid:` before it"),
            (
                "0191dce4-9ab4-7fce-b660-8e5dec5172dz",
                "a service id is made of hexadecimal digits and dashes, which 'z' is not",
            ),
            (
                "0191dce-49ab4-7fce-b660-8e5dec5172da",
                "a service id is 8, 4, 4, 4 and 12 hexadecimal digits with dashes between",
            ),
        ] {
            let error = text.parse::<ServiceId>().unwrap_err();
            assert_eq!(error.to_string(), message, "{text:?}");
            assert!(error.help().is_some(), "{text:?}");
        }
    }

    #[test]
    fn knows_nil() {
        assert!(ServiceId::from_bytes([0; 16]).is_nil());
        assert!("00000000-0000-0000-0000-000000000000".parse::<ServiceId>().unwrap().is_nil());
        assert!(!"00000000-0000-0000-0000-000000000001".parse::<ServiceId>().unwrap().is_nil());
    }
}
