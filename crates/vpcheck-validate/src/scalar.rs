//! The hand-written types that a table refers to by `x-type`.

use std::fmt::{self, Write as _};

use vpcheck_scalars::{BindingId, BindingName, Hostname, ServiceName, Timestamp, TunnelId, address};

use crate::message::ROOM;

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

/// What an error says, in a text that has room for it from the start.
fn reason(error: &dyn fmt::Display) -> String {
    let mut text = String::with_capacity(ROOM);
    // A string takes everything.
    let _ = write!(text, "{error}");
    text
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
        self.refuses(text).is_none()
    }

    /// Why the type does not take the text; nothing where it does.
    pub(crate) fn refuses(self, text: &str) -> Option<Refusal> {
        macro_rules! refusal {
            ($type:ty) => {
                text.parse::<$type>().err().map(|error| Refusal { reason: reason(&error), help: error.help() })
            };
        }
        let of_address = |error: address::InvalidAddress| Refusal { reason: reason(&error), help: error.help() };
        match self {
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
        }
    }
}
