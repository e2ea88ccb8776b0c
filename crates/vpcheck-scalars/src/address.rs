//! Why a text is no IP address.
//!
//! The types of [`core::net`] are the values, and their `FromStr` decides; its errors say only that it failed. The functions here
//! find out why, and [`Parse`] reads the same texts faster.
//!
//! ```
//! use vpcheck_scalars::address::explain_ipv4;
//!
//! assert_eq!(explain_ipv4("10.0.0.1"), None);
//! assert_eq!(explain_ipv4("10.0.0.1:8080").unwrap().to_string(), "an IPv4 address has no port");
//! ```

mod explain;
mod parse;

use core::fmt;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use self::explain::{Reason, explain};
pub use self::parse::Parse;

/// Why a text is no IP address: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidAddress {
    wanted: Wanted,
    reason: Reason,
}

/// Which addresses would have been taken.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Wanted {
    Ipv4,
    Ipv6,
    Either,
}

/// Why a text is no IPv4 address, or `None` where [`Ipv4Addr`] takes it.
#[must_use]
pub fn explain_ipv4(text: &str) -> Option<InvalidAddress> {
    let invalid = || InvalidAddress { wanted: Wanted::Ipv4, reason: explain(text, Wanted::Ipv4) };
    Ipv4Addr::of_text(text).is_none().then(invalid)
}

/// Why a text is no IPv6 address, or `None` where [`Ipv6Addr`] takes it.
#[must_use]
pub fn explain_ipv6(text: &str) -> Option<InvalidAddress> {
    let invalid = || InvalidAddress { wanted: Wanted::Ipv6, reason: explain(text, Wanted::Ipv6) };
    Ipv6Addr::of_text(text).is_none().then(invalid)
}

/// Why a text is neither an IPv4 nor an IPv6 address, or `None` where [`IpAddr`] takes it.
#[must_use]
pub fn explain_ip(text: &str) -> Option<InvalidAddress> {
    let invalid = || InvalidAddress { wanted: Wanted::Either, reason: explain(text, Wanted::Either) };
    IpAddr::of_text(text).is_none().then(invalid)
}

impl InvalidAddress {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        self.reason.help(self.wanted)
    }
}

impl Wanted {
    fn noun(self) -> &'static str {
        match self {
            Wanted::Ipv4 => "an IPv4 address",
            Wanted::Ipv6 => "an IPv6 address",
            Wanted::Either => "an IP address",
        }
    }
}

impl fmt::Display for InvalidAddress {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.reason.write(self.wanted.noun(), formatter)
    }
}

impl core::error::Error for InvalidAddress {}
