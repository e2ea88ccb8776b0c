//! Identifiers of services.

use crate::uuid::{Uuid, uuid_value};

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

uuid_value!(ServiceId, InvalidServiceId, "a service id");

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::ServiceId;

    #[test]
    fn is_called_by_its_name() {
        let error = "550e8400e29b41d4a716446655440000".parse::<ServiceId>().unwrap_err();
        assert_eq!(error.to_string(), "a service id has 36 characters and this has 32");
    }
}
