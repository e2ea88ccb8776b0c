//! Identifiers of tunnels.

use core::fmt;
use core::str::FromStr;

use crate::uuid::{Reason, Uuid};

/// Identifier of the Cloudflare Tunnel that leads to the private network: a UUID.
///
/// The text form is 8, 4, 4, 4 and 12 hexadecimal digits with dashes between them, in either case; it is written in lower case.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::TunnelId;
///
/// let id: TunnelId = "0191DCE4-9AB4-7FCE-B660-8E5DEC5172DA".parse()?;
/// assert_eq!(id.to_string(), "0191dce4-9ab4-7fce-b660-8e5dec5172da");
/// assert_eq!(TunnelId::from_bytes(id.to_bytes()), id);
/// assert!("{0191dce4-9ab4-7fce-b660-8e5dec5172da}".parse::<TunnelId>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidTunnelId>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct TunnelId(Uuid);

impl TunnelId {
    /// The id of these bytes, the first digits first.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 16]) -> TunnelId {
        TunnelId(Uuid(bytes))
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

impl FromStr for TunnelId {
    type Err = InvalidTunnelId;

    fn from_str(text: &str) -> Result<TunnelId, InvalidTunnelId> {
        Uuid::parse(text).map(TunnelId).map_err(InvalidTunnelId)
    }
}

impl TryFrom<&str> for TunnelId {
    type Error = InvalidTunnelId;

    fn try_from(text: &str) -> Result<TunnelId, InvalidTunnelId> {
        text.parse()
    }
}

impl fmt::Display for TunnelId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Why a text is no tunnel id: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidTunnelId(Reason);

impl InvalidTunnelId {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some(self.0.help())
    }
}

impl fmt::Display for InvalidTunnelId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.write("a tunnel id", formatter)
    }
}

impl core::error::Error for InvalidTunnelId {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::TunnelId;

    #[test]
    fn says_what_is_wrong() {
        for (text, message) in [
            ("", "a tunnel id has 36 characters"),
            ("0191dce49ab47fceb6608e5dec5172da", "a tunnel id has 36 characters and this has 32"),
            ("{0191dce4-9ab4-7fce-b660-8e5dec5172da}", "a tunnel id has no braces around it"),
            ("urn:uuid:0191dce4-9ab4-7fce-b660-8e5dec5172da", "a tunnel id has no `urn:uuid:` before it"),
            (
                "0191dce4-9ab4-7fce-b660-8e5dec5172dz",
                "a tunnel id is made of hexadecimal digits and dashes, which 'z' is not",
            ),
            (
                "0191dce-49ab4-7fce-b660-8e5dec5172da",
                "a tunnel id is 8, 4, 4, 4 and 12 hexadecimal digits with dashes between",
            ),
        ] {
            let error = text.parse::<TunnelId>().unwrap_err();
            assert_eq!(error.to_string(), message, "{text:?}");
            assert!(error.help().is_some(), "{text:?}");
        }
    }

    #[test]
    fn knows_nil() {
        assert!(TunnelId::from_bytes([0; 16]).is_nil());
        assert!("00000000-0000-0000-0000-000000000000".parse::<TunnelId>().unwrap().is_nil());
        assert!(!"00000000-0000-0000-0000-000000000001".parse::<TunnelId>().unwrap().is_nil());
    }
}
