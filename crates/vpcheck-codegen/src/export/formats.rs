//! Formats, spelt out.

use crate::model::Format;

/// How long a hostname is at most.
pub(crate) const HOSTNAME_LENGTH: u64 = 253;

/// The name of a format.
pub(crate) fn name(format: Format) -> &'static str {
    match format {
        Format::DateTime => "date-time",
        Format::Hostname => "hostname",
        Format::Ipv4 => "ipv4",
        Format::Ipv6 => "ipv6",
        Format::Uuid => "uuid",
    }
}

macro_rules! ipv4 {
    () => {
        r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}"
    };
}

macro_rules! last {
    () => {
        concat!("(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{1,4}|", ipv4!(), ")")
    };
}

/// A format as a pattern that ECMA-262, Python and most others take alike.
pub(crate) fn pattern(format: Format) -> &'static str {
    match format {
        Format::DateTime => {
            r"^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)[Tt](?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:\.[0-9]+)?(?:[Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$"
        }
        Format::Hostname => {
            r"^[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?(?:\.[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?)*$"
        }
        Format::Ipv4 => concat!("^", ipv4!(), "$"),
        Format::Ipv6 => concat!(
            "^(?:(?:[0-9A-Fa-f]{1,4}:){6}",
            last!(),
            "|::(?:[0-9A-Fa-f]{1,4}:){5}",
            last!(),
            "|(?:[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){4}",
            last!(),
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,1}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){3}",
            last!(),
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,2}[0-9A-Fa-f]{1,4})?::(?:[0-9A-Fa-f]{1,4}:){2}",
            last!(),
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,3}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}:",
            last!(),
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,4}[0-9A-Fa-f]{1,4})?::",
            last!(),
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,5}[0-9A-Fa-f]{1,4})?::[0-9A-Fa-f]{1,4}",
            "|(?:(?:[0-9A-Fa-f]{1,4}:){0,6}[0-9A-Fa-f]{1,4})?::)$"
        ),
        Format::Uuid => r"^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$",
    }
}

/// Characters that are in no string of the format. Where `$` is the end of a line as well, as in Python, the pattern takes a
/// line end after the value, and this refuses it.
pub(crate) fn foreign_characters(format: Format) -> &'static str {
    match format {
        Format::DateTime => "[^0-9TtZz:.+-]",
        Format::Hostname => "[^0-9A-Za-z.-]",
        Format::Ipv4 => "[^0-9.]",
        Format::Ipv6 => "[^0-9A-Fa-f:.]",
        Format::Uuid => "[^0-9A-Fa-f-]",
    }
}
