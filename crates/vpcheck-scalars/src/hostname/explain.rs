//! The careful way: whether a text is a hostname, and why it is none.

use core::fmt;
use core::net::Ipv6Addr;

use super::{Hostname, is_delimiter, is_invisible};
use crate::placeholder::{self, is_placeholder};

/// Why a text is no hostname.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Reason {
    Empty,
    Placeholder,
    WhitespaceAround,
    Whitespace,
    Control { character: char },
    Invisible { character: char },
    Ipv4,
    Ipv6,
    AddressWithPort,
    AddressRange,
    Scheme,
    UserInfo,
    Path,
    Query,
    Fragment,
    Port,
    Wildcard,
    List,
    Character { character: char },
    LeadingDot,
    EmptyLabel,
    LabelTooLong { characters: usize },
    TooLong { characters: usize },
}

/// The reason why a text is no hostname, or `None` where it is one.
///
/// Which of several reasons is given makes no difference to the verdict: it is the one that says most about what was meant.
pub(super) fn explain(text: &str) -> Option<Reason> {
    if text.is_empty() {
        return Some(Reason::Empty);
    }
    if is_placeholder(text) {
        return Some(Reason::Placeholder);
    }
    whitespace(text)
        .or_else(|| address(text))
        .or_else(|| parts_of_a_url(text))
        .or_else(|| character(text))
        .or_else(|| labels(text))
}

fn whitespace(text: &str) -> Option<Reason> {
    // Every whitespace character is among those that cannot be in a hostname.
    let is_whitespace = |character: char| character.is_whitespace();
    if text.trim_matches(is_whitespace).len() < text.len() {
        Some(Reason::WhitespaceAround)
    } else {
        text.contains(is_whitespace).then_some(Reason::Whitespace)
    }
}

fn address(text: &str) -> Option<Reason> {
    if is_ipv4(text.strip_suffix('.').unwrap_or(text)) {
        return Some(Reason::Ipv4);
    }
    if is_ipv6(text) {
        return Some(Reason::Ipv6);
    }
    if let Some(("", rest)) = text.split_once('[') {
        return match rest.split_once(']') {
            Some((address, "")) if is_ipv6(address) => Some(Reason::Ipv6),
            Some((address, after)) if is_ipv6(address) && after.starts_with(':') => Some(Reason::AddressWithPort),
            _ => None,
        };
    }
    if let Some((before, length)) = text.split_once('/')
        && is_digits(length)
        && (is_ipv4(before) || is_ipv6(before))
    {
        return Some(Reason::AddressRange);
    }
    let (before, port) = text.split_once(':')?;
    (is_ipv4(before) && is_digits(port)).then_some(Reason::AddressWithPort)
}

/// Whether it is an IPv4 address as anything that reads a hostname might take it: with leading zeros too.
fn is_ipv4(text: &str) -> bool {
    let mut numbers = 0;
    for number in text.split('.') {
        let significant = number.trim_start_matches('0');
        let in_range = is_digits(number) && significant.len() <= 3 && significant.parse().unwrap_or(0_u16) <= 255;
        if !in_range || numbers == 4 {
            return false;
        }
        numbers += 1;
    }
    numbers == 4
}

/// Whether it is an IPv6 address, with a zone id or without.
fn is_ipv6(text: &str) -> bool {
    let (address, _zone) = text.split_once('%').unwrap_or((text, ""));
    address.parse::<Ipv6Addr>().is_ok()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn parts_of_a_url(text: &str) -> Option<Reason> {
    let first = text.find(['/', '?', '#', '\\']).unwrap_or(text.len());
    if text.contains(':') && text.contains("://") {
        return Some(Reason::Scheme);
    }
    let (authority, rest) = text.split_at_checked(first)?;
    if authority.contains('@') {
        return Some(Reason::UserInfo);
    }
    match rest.chars().next() {
        Some('/') => return Some(Reason::Path),
        Some('?') => return Some(Reason::Query),
        Some('#') => return Some(Reason::Fragment),
        _ => {}
    }
    let (_, port) = text.rsplit_once(':')?;
    (port.is_empty() || is_digits(port)).then_some(Reason::Port)
}

fn character(text: &str) -> Option<Reason> {
    let character = text.chars().find(|&character| is_invisible(character) || is_delimiter(character))?;
    Some(match character {
        '*' => Reason::Wildcard,
        ',' => Reason::List,
        _ if character.is_control() => Reason::Control { character },
        _ if is_invisible(character) => Reason::Invisible { character },
        _ => Reason::Character { character },
    })
}

fn labels(text: &str) -> Option<Reason> {
    if text.starts_with('.') {
        return Some(Reason::LeadingDot);
    }
    let relative = text.strip_suffix('.').unwrap_or(text);
    for label in relative.split('.') {
        match label.chars().count() {
            0 => return Some(Reason::EmptyLabel),
            1..=Hostname::MAX_LABEL_CHARACTERS => {}
            characters => return Some(Reason::LabelTooLong { characters }),
        }
    }
    let characters = text.chars().count();
    (characters > Hostname::MAX_CHARACTERS).then_some(Reason::TooLong { characters })
}

impl Reason {
    pub(super) fn help(&self) -> Option<&'static str> {
        Some(match self {
            Reason::Placeholder => placeholder::HELP,
            Reason::WhitespaceAround | Reason::Whitespace => "remove the whitespace",
            Reason::Control { .. } | Reason::Invisible { .. } => "write the name again without it",
            Reason::Ipv4 => "give it as `ipv4` with `network`",
            Reason::Ipv6 => "give it as `ipv6` with `network`",
            Reason::AddressWithPort => "give the address as `ipv4` or `ipv6`, and the port as a member of the service",
            Reason::AddressRange => "give the one address of the origin as `ipv4` or `ipv6`",
            Reason::Scheme => "keep the name only: whether HTTP or HTTPS is spoken follows from the ports",
            Reason::UserInfo | Reason::Path | Reason::Query | Reason::Fragment => {
                "keep the name only: the rest belongs into the URL that the Worker fetches"
            }
            Reason::Port => "give the port as `http_port`, `https_port` or `tcp_port`",
            Reason::Wildcard => "name one host: a service stands for one origin",
            Reason::List => "make a service for each of them",
            Reason::LeadingDot => "remove the dot",
            Reason::EmptyLabel => "remove one of the dots",
            Reason::Empty | Reason::Character { .. } | Reason::LabelTooLong { .. } | Reason::TooLong { .. } => {
                return None;
            }
        })
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Reason::Empty => "a hostname has at least one label",
            Reason::Placeholder => placeholder::REASON,
            Reason::WhitespaceAround => "a hostname has no whitespace around it",
            Reason::Whitespace => "a hostname has no whitespace in it",
            Reason::Ipv4 => "that is an IPv4 address",
            Reason::Ipv6 => "that is an IPv6 address",
            Reason::AddressWithPort => "that is an address with a port",
            Reason::AddressRange => "that is a range of addresses",
            Reason::Scheme => "a hostname has no scheme",
            Reason::UserInfo => "a hostname has no user name",
            Reason::Path => "a hostname has no path",
            Reason::Query => "a hostname has no query",
            Reason::Fragment => "a hostname has no fragment",
            Reason::Port => "a hostname has no port",
            Reason::Wildcard => "a hostname has no wildcard",
            Reason::List => "that is more than one hostname",
            Reason::LeadingDot => "a hostname does not begin with a dot",
            Reason::EmptyLabel => "a hostname has no two dots in a row",
            Reason::Control { character } => {
                return write!(
                    formatter,
                    "a hostname has no control character such as U+{:04X}",
                    u32::from(*character)
                );
            }
            Reason::Invisible { character } => {
                return write!(
                    formatter,
                    "a hostname has no invisible character such as U+{:04X}",
                    u32::from(*character)
                );
            }
            Reason::Character { character } => return write!(formatter, "a hostname has no `{character}`"),
            Reason::LabelTooLong { characters } => {
                let most = Hostname::MAX_LABEL_CHARACTERS;
                return write!(
                    formatter,
                    "a label of a hostname has at most {most} characters and one has {characters}"
                );
            }
            Reason::TooLong { characters } => {
                let most = Hostname::MAX_CHARACTERS;
                return write!(formatter, "a hostname has at most {most} characters and this has {characters}");
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::ToString as _;

    use super::explain;

    #[test]
    fn says_what_is_wrong() {
        for (text, message) in [
            ("", "a hostname has at least one label"),
            ("<YOUR_HOSTNAME>", "that is a placeholder"),
            ("   ", "a hostname has no whitespace around it"),
            ("example.com\n", "a hostname has no whitespace around it"),
            ("\u{a0}example.com", "a hostname has no whitespace around it"),
            ("my host", "a hostname has no whitespace in it"),
            ("a\u{7}b", "a hostname has no control character such as U+0007"),
            ("exam\u{200b}ple.com", "a hostname has no invisible character such as U+200B"),
            ("\u{feff}example.com", "a hostname has no invisible character such as U+FEFF"),
            ("192.168.1.1", "that is an IPv4 address"),
            ("010.000.0.0001", "that is an IPv4 address"),
            ("10.0.0.1.", "that is an IPv4 address"),
            ("::1", "that is an IPv6 address"),
            ("[fe80::1]", "that is an IPv6 address"),
            ("fe80::1%eth0", "that is an IPv6 address"),
            ("::ffff:10.0.0.1", "that is an IPv6 address"),
            ("10.0.0.1:80", "that is an address with a port"),
            ("[::1]:80", "that is an address with a port"),
            ("10.0.0.0/8", "that is a range of addresses"),
            ("fd00::/8", "that is a range of addresses"),
            ("https://example.com", "a hostname has no scheme"),
            ("https://user@example.com:80/a?b#c", "a hostname has no scheme"),
            ("user@example.com", "a hostname has no user name"),
            ("user:secret@example.com:80/x", "a hostname has no user name"),
            ("example.com/", "a hostname has no path"),
            ("example.com/a@b", "a hostname has no path"),
            ("example.com?a", "a hostname has no query"),
            ("example.com#x", "a hostname has no fragment"),
            ("example.com\\x", "a hostname has no `\\`"),
            ("db.internal:5432", "a hostname has no port"),
            ("db.internal:", "a hostname has no port"),
            ("db:tcp", "a hostname has no `:`"),
            ("*.example.com", "a hostname has no wildcard"),
            ("a.example,b.example", "that is more than one hostname"),
            ("a%20b", "a hostname has no `%`"),
            ("<host>.example.com", "a hostname has no `<`"),
            ("[example]", "a hostname has no `[`"),
            (".", "a hostname does not begin with a dot"),
            (".example.com", "a hostname does not begin with a dot"),
            ("a..b", "a hostname has no two dots in a row"),
            ("a..", "a hostname has no two dots in a row"),
            (&"a".repeat(64), "a label of a hostname has at most 63 characters and one has 64"),
            (&format!("a.{}.b", "é".repeat(70)), "a label of a hostname has at most 63 characters and one has 70"),
            (&"a.".repeat(127), "a hostname has at most 253 characters and this has 254"),
        ] {
            assert_eq!(explain(text).map(|reason| reason.to_string()).as_deref(), Some(message), "{text:?}");
        }
    }

    #[test]
    fn helps_where_it_can() {
        for (text, help) in [
            ("10.0.0.1", "give it as `ipv4` with `network`"),
            ("[::1]", "give it as `ipv6` with `network`"),
            ("db:5432", "give the port as `http_port`, `https_port` or `tcp_port`"),
        ] {
            assert_eq!(explain(text).and_then(|reason| reason.help()), Some(help), "{text:?}");
        }
    }
}
