//! Finds the reason, for a text that was refused.

use core::fmt;
use core::net::{IpAddr, Ipv4Addr};

use super::Wanted;
use crate::placeholder::{self, is_placeholder};

#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Reason {
    Empty,
    Placeholder,
    Whitespace,
    IsIpv4,
    IsIpv6,
    Url,
    PrefixLength,
    Port,
    Brackets,
    Zone,
    List,
    Name,
    LeadingZero,
    NumberTooLarge,
    Numbers { count: usize },
    EmptyNumber,
    Groups { count: usize },
    EmptyGroup,
    GroupTooLong,
    TwoGaps,
    NeedlessGap,
    Embedded,
    Character { character: char },
    Form,
}

pub(super) fn explain(text: &str, wanted: Wanted) -> Reason {
    if text.is_empty() {
        return Reason::Empty;
    }
    if is_placeholder(text) {
        return Reason::Placeholder;
    }
    if text.contains(char::is_whitespace) {
        return Reason::Whitespace;
    }
    match text.parse() {
        Ok(IpAddr::V4(_)) => return Reason::IsIpv4,
        Ok(IpAddr::V6(_)) => return Reason::IsIpv6,
        Err(_) => {}
    }
    if text.contains(',') {
        return Reason::List;
    }
    decorated(text).unwrap_or_else(|| undecorated(text, wanted))
}

/// The reason where something is around an address, or where it is something else altogether.
fn decorated(text: &str) -> Option<Reason> {
    if text.contains(':') && text.contains("://") {
        return Some(Reason::Url);
    }
    if let Some((address, _length)) = text.split_once('/') {
        return Some(if is_like_an_address(address) { Reason::PrefixLength } else { Reason::Url });
    }
    if text.contains('%') {
        return Some(Reason::Zone);
    }
    if let Some(rest) = text.strip_prefix('[') {
        let (_address, after) = rest.split_once(']')?;
        return Some(if after.starts_with(':') { Reason::Port } else { Reason::Brackets });
    }
    if let Some((before, after)) = text.split_once(':')
        && !after.contains(':')
    {
        let is_port = after.bytes().all(|byte| byte.is_ascii_digit());
        return Some(if is_port && is_like_ipv4(before) { Reason::Port } else { Reason::Form });
    }
    None
}

/// The reason where it is to be read as an address, or as a name.
fn undecorated(text: &str, wanted: Wanted) -> Reason {
    if text.contains(':') {
        ipv6(text)
    } else if is_like_ipv4(text) {
        match wanted {
            Wanted::Ipv6 => Reason::Form,
            Wanted::Ipv4 | Wanted::Either => ipv4(text),
        }
    } else if let Some(character) = text.chars().find(|character| !is_of_a_name(*character)) {
        Reason::Character { character }
    } else if let Some(character) = stranger(text).filter(|_| matches!(wanted, Wanted::Ipv4 | Wanted::Either)) {
        Reason::Character { character }
    } else {
        Reason::Name
    }
}

/// What is neither a digit nor a dot in a text that ends like an IPv4 address, as no name of a host does.
fn stranger(text: &str) -> Option<char> {
    let (_, last) = text.rsplit_once('.')?;
    let is_number = !last.starts_with(|first: char| first.is_alphabetic() || first == '_');
    text.chars().find(|character| is_number && !character.is_ascii_digit() && *character != '.')
}

fn is_like_an_address(text: &str) -> bool {
    is_like_ipv4(text)
        || text.contains(':') && text.chars().all(|character| character.is_ascii_hexdigit() || ":.".contains(character))
}

/// Whether it is digits and dots.
fn is_like_ipv4(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_of_a_name(character: char) -> bool {
    character.is_alphanumeric() || "-._".contains(character)
}

/// The reason for a text of digits and dots.
fn ipv4(text: &str) -> Reason {
    let mut count = 0;
    let mut first = None;
    for number in text.split('.') {
        count += 1;
        let reason = match number.as_bytes() {
            [] => Some(Reason::EmptyNumber),
            [b'0', _, ..] => Some(Reason::LeadingZero),
            _ if number.parse::<u8>().is_err() => Some(Reason::NumberTooLarge),
            _ => None,
        };
        first = first.or(reason);
    }
    match first {
        Some(Reason::EmptyNumber) => Reason::EmptyNumber,
        _ if count != 4 => Reason::Numbers { count },
        Some(reason) => reason,
        None => Reason::Form,
    }
}

/// The reason for a text with two colons at least.
fn ipv6(text: &str) -> Reason {
    if let Some(character) =
        text.chars().find(|&character| !character.is_ascii_hexdigit() && character != ':' && character != '.')
    {
        return Reason::Character { character };
    }
    let gaps = text.match_indices("::").count();
    if gaps > 1 {
        return Reason::TwoGaps;
    }
    if gaps > 0 && text.contains(":::") || gaps == 0 && (text.starts_with(':') || text.ends_with(':')) {
        return Reason::EmptyGroup;
    }
    if text.starts_with(':') && !text.starts_with("::") || text.ends_with(':') && !text.ends_with("::") {
        return Reason::EmptyGroup;
    }
    let mut count = 0;
    let mut groups = text.split(':').filter(|group| !group.is_empty()).peekable();
    while let Some(group) = groups.next() {
        if group.contains('.') {
            if groups.peek().is_some() || group.parse::<Ipv4Addr>().is_err() {
                return Reason::Embedded;
            }
            count += 2;
        } else if group.len() > 4 {
            return Reason::GroupTooLong;
        } else {
            count += 1;
        }
    }
    match (gaps, count) {
        (1, 8) => Reason::NeedlessGap,
        (0, 8) => Reason::Form,
        _ => Reason::Groups { count },
    }
}

impl Reason {
    /// Writes the end of a sentence, where `noun` is such as `an IPv4 address`.
    pub(super) fn write(&self, noun: &str, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = match self {
            Reason::Port => "no port",
            Reason::PrefixLength => "no prefix length",
            Reason::Brackets => "no brackets around it",
            Reason::Whitespace => "no whitespace in it or around it",
            Reason::Zone => "no zone id",
            Reason::Empty => "at least two characters",
            Reason::Placeholder => return formatter.write_str(placeholder::REASON),
            Reason::IsIpv4 => return formatter.write_str("that is an IPv4 address"),
            Reason::IsIpv6 => return formatter.write_str("that is an IPv6 address"),
            Reason::Url => return formatter.write_str("that is a URL"),
            Reason::List => return formatter.write_str("that is more than one address"),
            Reason::Name => return formatter.write_str("that is a name, not an address"),
            Reason::LeadingZero => return formatter.write_str("a number in an address has no leading zero"),
            Reason::NumberTooLarge => return formatter.write_str("a number in an address is between 0 and 255"),
            Reason::EmptyNumber => {
                return formatter.write_str("there is a number on both sides of every dot in an address");
            }
            Reason::EmptyGroup => {
                return formatter.write_str("there is a group on both sides of every single colon in an address");
            }
            Reason::GroupTooLong => return formatter.write_str("a group in an address has at most four digits"),
            Reason::TwoGaps => return formatter.write_str("an address has `::` once at most"),
            Reason::NeedlessGap => {
                return formatter.write_str("`::` stands for at least one group, and all eight are there");
            }
            Reason::Embedded => {
                return formatter.write_str("an IPv4 address inside an IPv6 address is whole and at its end");
            }
            Reason::Form => return write!(formatter, "that is not {noun}"),
            Reason::Numbers { count } => {
                return write!(formatter, "an IPv4 address has four numbers and this has {count}");
            }
            Reason::Groups { count } => {
                return write!(formatter, "an IPv6 address has eight groups and this has {count}");
            }
            Reason::Character { character } => return write!(formatter, "{noun} has no {character:?}"),
        };
        write!(formatter, "{noun} has {part}")
    }

    pub(super) fn help(&self, wanted: Wanted) -> Option<&'static str> {
        Some(match (self, wanted) {
            (Reason::IsIpv4, _) => "give it as `ipv4`",
            (Reason::IsIpv6, _) => "give it as `ipv6`",
            (Reason::Placeholder, _) => placeholder::HELP,
            (Reason::Whitespace, _) => "remove the whitespace",
            (Reason::Brackets, _) => "remove the brackets",
            (Reason::Port, Wanted::Ipv4 | Wanted::Ipv6) => "give the port as `http_port`, `https_port` or `tcp_port`",
            (Reason::Port, Wanted::Either) => "a resolver is always asked on port 53: remove the port",
            (Reason::PrefixLength, _) => "give one address, without `/` and what follows",
            (Reason::Zone, _) => "remove `%` and what follows",
            (Reason::Name | Reason::Url, Wanted::Ipv4 | Wanted::Ipv6) => {
                "give a name as `hostname` with `resolver_network`"
            }
            (Reason::Name | Reason::Url, Wanted::Either) => "give the address of the resolver",
            (Reason::LeadingZero, _) => "write the number without the zero: some programs would read it as octal",
            (Reason::List, Wanted::Either) => "give each address as an item of its own",
            (Reason::Empty | Reason::Form | Reason::Numbers { .. }, Wanted::Ipv4) => "write it as in 10.0.0.1",
            (Reason::Empty | Reason::Form | Reason::Groups { .. }, Wanted::Ipv6) => "write it as in fd00::1",
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use crate::address::{InvalidAddress, explain_ip, explain_ipv4, explain_ipv6};

    fn message(invalid: Option<InvalidAddress>) -> std::string::String {
        invalid.map_or_else(std::string::String::new, |invalid| invalid.to_string())
    }

    #[test]
    fn says_what_is_wrong_with_ipv4() {
        for (text, expected) in [
            ("10.0.0.1", ""),
            ("", "an IPv4 address has at least two characters"),
            ("<IP>", "that is a placeholder"),
            (" 10.0.0.1", "an IPv4 address has no whitespace in it or around it"),
            ("10.0.0.1\n", "an IPv4 address has no whitespace in it or around it"),
            ("10.0.0.1:8080", "an IPv4 address has no port"),
            ("10.0.0.0/24", "an IPv4 address has no prefix length"),
            ("[10.0.0.1]", "an IPv4 address has no brackets around it"),
            ("10.0.0.1%eth0", "an IPv4 address has no zone id"),
            ("http://10.0.0.1", "that is a URL"),
            ("example.com/x", "that is a URL"),
            ("::1", "that is an IPv6 address"),
            ("::ffff:10.0.0.1", "that is an IPv6 address"),
            ("10.0.0.1,10.0.0.2", "that is more than one address"),
            ("db.internal", "that is a name, not an address"),
            ("localhost", "that is a name, not an address"),
            ("10.0.0.-1", "an IPv4 address has no '-'"),
            ("0x0a.0.0.1", "an IPv4 address has no 'x'"),
            ("10.0.0.1e0", "an IPv4 address has no 'e'"),
            ("10.0.0.01", "a number in an address has no leading zero"),
            ("010.0.0.1", "a number in an address has no leading zero"),
            ("10.0.0.256", "a number in an address is between 0 and 255"),
            ("10.0.0.1000", "a number in an address is between 0 and 255"),
            ("10.0.0", "an IPv4 address has four numbers and this has 3"),
            ("2130706433", "an IPv4 address has four numbers and this has 1"),
            ("127.0.0.0.1", "an IPv4 address has four numbers and this has 5"),
            ("10.0.0.1.", "there is a number on both sides of every dot in an address"),
            ("10..0.1", "there is a number on both sides of every dot in an address"),
            ("10.0.0.+1", "an IPv4 address has no '+'"),
            ("db:5432", "that is not an IPv4 address"),
        ] {
            assert_eq!(message(explain_ipv4(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_ipv6() {
        for (text, expected) in [
            ("fe80::1", ""),
            ("::", ""),
            ("::ffff:10.0.0.1", ""),
            ("", "an IPv6 address has at least two characters"),
            ("10.0.0.1", "that is an IPv4 address"),
            ("[::1]", "an IPv6 address has no brackets around it"),
            ("[::1]:80", "an IPv6 address has no port"),
            ("10.0.0.1:80", "an IPv6 address has no port"),
            ("fe80::1%eth0", "an IPv6 address has no zone id"),
            ("fd00::/8", "an IPv6 address has no prefix length"),
            ("::1 ", "an IPv6 address has no whitespace in it or around it"),
            ("https://[::1]/", "that is a URL"),
            ("ipv6.example.com", "that is a name, not an address"),
            ("1:2:3:4:5:6:7", "an IPv6 address has eight groups and this has 7"),
            ("1:2:3:4:5:6:7:8:9", "an IPv6 address has eight groups and this has 9"),
            ("1::2:3:4:5:6:7:8:9", "an IPv6 address has eight groups and this has 9"),
            ("1::2:3:4:5:6:7:8", "`::` stands for at least one group, and all eight are there"),
            ("1::2::3", "an address has `::` once at most"),
            (":1:2:3", "there is a group on both sides of every single colon in an address"),
            ("1:2:3:", "there is a group on both sides of every single colon in an address"),
            ("1:::2", "there is a group on both sides of every single colon in an address"),
            (":1::2", "there is a group on both sides of every single colon in an address"),
            ("12345::", "a group in an address has at most four digits"),
            ("g::1", "an IPv6 address has no 'g'"),
            ("::1.2.3", "an IPv4 address inside an IPv6 address is whole and at its end"),
            ("::1.2.3.4:5", "an IPv4 address inside an IPv6 address is whole and at its end"),
            ("10.0.0", "that is not an IPv6 address"),
        ] {
            assert_eq!(message(explain_ipv6(text)), expected, "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong_with_either() {
        for (text, expected) in [
            ("10.0.0.1", ""),
            ("::1", ""),
            ("10.0.0.53:53", "an IP address has no port"),
            ("10.0.0.053", "a number in an address has no leading zero"),
            ("resolver.internal", "that is a name, not an address"),
            ("10.0.0.1,10.0.0.2", "that is more than one address"),
        ] {
            assert_eq!(message(explain_ip(text)), expected, "{text:?}");
        }
        let port = explain_ip("10.0.0.53:53").and_then(|invalid| invalid.help());
        assert_eq!(port, Some("a resolver is always asked on port 53: remove the port"));
    }
}
