//! The hand-written types that a table refers to by `x-type`.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

use vpcheck_scalars::address::Parse as _;
use vpcheck_scalars::{BindingId, BindingName, Hostname, ServiceName, Timestamp, TunnelId, address};

/// A hand-written type that takes the same strings as a definition of the schema; of [`Port`](Scalar::Port), the same numbers.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Scalar {
    BindingId,
    BindingName,
    Hostname,
    Ip,
    Ipv4,
    Ipv6,
    Port,
    ServiceName,
    Timestamp,
    TunnelId,
}

/// Why a text was refused.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) struct Refusal {
    /// The end of a sentence, such as `an IPv4 address has no port`.
    pub(crate) reason: String,
    /// What to do about it, where that can be said without knowing what was meant.
    pub(crate) help: Option<&'static str>,
}

impl Scalar {
    /// Whether the type takes the text.
    pub(crate) fn takes(self, text: &str) -> bool {
        fn is<T: FromStr>(text: &str) -> bool {
            text.parse::<T>().is_ok()
        }
        match self {
            Scalar::BindingId => is::<BindingId>(text),
            Scalar::BindingName => is::<BindingName>(text),
            Scalar::Hostname => is::<Hostname>(text),
            Scalar::Ip => IpAddr::of_text(text).is_some(),
            Scalar::Ipv4 => Ipv4Addr::of_text(text).is_some(),
            Scalar::Ipv6 => Ipv6Addr::of_text(text).is_some(),
            Scalar::Port => true,
            Scalar::ServiceName => is::<ServiceName>(text),
            Scalar::Timestamp => is::<Timestamp>(text),
            Scalar::TunnelId => is::<TunnelId>(text),
        }
    }

    /// Why the type does not take a text.
    #[cold]
    pub(crate) fn explain(self, text: &str) -> Refusal {
        macro_rules! refusal {
            ($type:ty) => {
                text.parse::<$type>().err().map(|error| Refusal { reason: error.to_string(), help: error.help() })
            };
        }
        let of_address = |error: address::InvalidAddress| Refusal { reason: error.to_string(), help: error.help() };
        let refusal = match self {
            Scalar::BindingId => refusal!(BindingId),
            Scalar::BindingName => refusal!(BindingName),
            Scalar::Hostname => refusal!(Hostname),
            Scalar::Ip => address::explain_ip(text).map(of_address),
            Scalar::Ipv4 => address::explain_ipv4(text).map(of_address),
            Scalar::Ipv6 => address::explain_ipv6(text).map(of_address),
            Scalar::Port => None,
            Scalar::ServiceName => refusal!(ServiceName),
            Scalar::Timestamp => refusal!(Timestamp),
            Scalar::TunnelId => refusal!(TunnelId),
        };
        refusal.unwrap_or_else(|| Refusal { reason: "that is not taken here".to_owned(), help: None })
    }
}
