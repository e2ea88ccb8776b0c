//! TCP ports.

use core::fmt;
use core::num::NonZeroU16;
use core::str::FromStr;

/// A TCP port that an origin listens on, from 1 to 65535.
///
/// Port 0 cannot be connected to, so this type cannot hold it.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::Port;
///
/// let port: Port = "5432".parse()?;
/// assert_eq!(port.get(), 5432);
/// assert!("0".parse::<Port>().is_err());
/// assert_eq!(Port::try_from(70000_u64).unwrap_err().to_string(), "a port is between 1 and 65535");
/// # Ok::<(), vpcheck_scalars::InvalidPort>(())
/// ```
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Port(NonZeroU16);

impl Port {
    /// Where an origin usually speaks HTTP.
    pub const HTTP: Port = Port::certain(80);
    /// Where an origin usually speaks HTTPS.
    pub const HTTPS: Port = Port::certain(443);
    /// Where a `MySQL` server usually listens.
    pub const MYSQL: Port = Port::certain(3306);
    /// Where a `PostgreSQL` server usually listens.
    pub const POSTGRESQL: Port = Port::certain(5432);

    /// The port of this number, or `None` for 0.
    #[must_use]
    pub const fn new(number: u16) -> Option<Port> {
        match NonZeroU16::new(number) {
            Some(number) => Some(Port(number)),
            None => None,
        }
    }

    /// The number.
    #[must_use]
    pub const fn get(self) -> u16 {
        self.0.get()
    }

    /// Evaluated for the constants above only, so that a 0 would not compile.
    const fn certain(number: u16) -> Port {
        Port::new(number).expect("the port of a protocol is not zero")
    }
}

impl FromStr for Port {
    type Err = InvalidPort;

    fn from_str(text: &str) -> Result<Port, InvalidPort> {
        // `u16::from_str` takes a leading `+`, and a port has none.
        if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(InvalidPort(Reason::NotANumber));
        }
        let number: u16 = text.parse().map_err(|_| InvalidPort(Reason::OutOfRange))?;
        number.try_into()
    }
}

macro_rules! from_number {
    ($($number:ty),*) => {
        $(impl TryFrom<$number> for Port {
            type Error = InvalidPort;

            fn try_from(number: $number) -> Result<Port, InvalidPort> {
                u16::try_from(number).ok().and_then(Port::new).ok_or(InvalidPort(Reason::OutOfRange))
            }
        })*
    };
}
from_number!(u16, u32, u64, u128, usize, i32, i64, i128);

impl From<NonZeroU16> for Port {
    fn from(number: NonZeroU16) -> Port {
        Port(number)
    }
}

impl From<Port> for NonZeroU16 {
    fn from(port: Port) -> NonZeroU16 {
        port.0
    }
}

impl From<Port> for u16 {
    fn from(port: Port) -> u16 {
        port.get()
    }
}

impl fmt::Display for Port {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// Why something is no port: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidPort(Reason);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Reason {
    NotANumber,
    OutOfRange,
}

impl InvalidPort {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self.0 {
            Reason::NotANumber => Some("write it in decimal digits, such as 8080"),
            Reason::OutOfRange => None,
        }
    }
}

impl fmt::Display for InvalidPort {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Reason::NotANumber => "a port is an integer",
            Reason::OutOfRange => "a port is between 1 and 65535",
        })
    }
}

impl core::error::Error for InvalidPort {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::Port;

    #[test]
    fn every_number_round_trips() {
        for number in 0..=u16::MAX {
            let port = Port::new(number);
            assert_eq!(port.is_some(), number != 0);
            if let Some(port) = port {
                assert_eq!(port.get(), number);
                assert_eq!(port.to_string().parse(), Ok(port));
                assert_eq!(Port::try_from(i64::from(number)), Ok(port));
            }
        }
    }

    #[test]
    fn refuses_what_u16_takes() {
        for text in ["0", "+80", "00000", "65536", "", " 80", "80\n", "８０", "-1", "80.0", "8e1", "0x50"] {
            assert!(text.parse::<Port>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn refuses_numbers_without_a_port() {
        for number in [0, -1, 65_536, 70_000, i64::MAX, i64::MIN] {
            assert!(Port::try_from(number).is_err(), "{number}");
            assert!(Port::try_from(i128::from(number)).is_err(), "{number}");
        }
        assert!(Port::try_from(u64::MAX).is_err());
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!("tcp".parse::<Port>().unwrap_err().to_string(), "a port is an integer");
        assert_eq!("70000".parse::<Port>().unwrap_err().to_string(), "a port is between 1 and 65535");
    }
}
