//! Identifiers of tunnels.

use crate::uuid::{Uuid, uuid_value};

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

uuid_value!(TunnelId, InvalidTunnelId, "a tunnel id");

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
