//! Hostnames with a port, which wrangler takes apart for a TCP service.

use std::fmt::Write as _;
use std::net::Ipv6Addr;

/// A hostname that was taken apart.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Parts<'t> {
    /// The host, as it is sent.
    pub(super) host: String,
    /// The host as it is written.
    pub(super) written: &'t str,
    /// Where in the text the host starts.
    pub(super) host_start: usize,
    pub(super) port: u16,
    /// Where in the text the port is.
    pub(super) port_start: usize,
    pub(super) port_end: usize,
    /// Whether something is dropped: a user before the host, or a path after the port.
    pub(super) has_more: bool,
}

/// Takes a hostname apart as wrangler does: by reading `tcp://` and the text as a URL. It gives nothing where there is no port that can
/// be connected to, so that the text stays a whole.
pub(super) fn split(text: &str) -> Option<Parts<'_>> {
    let authority_end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let authority = text.get(..authority_end)?;
    let host_start = authority.rfind('@').map_or(0, |at| at + 1);
    let host_and_port = authority.get(host_start..)?;
    let host_length = match host_and_port.strip_prefix('[') {
        Some(rest) => {
            let (address, _) = rest.split_once(']')?;
            address.parse::<Ipv6Addr>().ok()?;
            address.len() + 2
        }
        None => host_and_port.find(':')?,
    };
    let (written, port) = host_and_port.split_at_checked(host_length)?;
    let port = port.strip_prefix(':')?;
    let digits = port.trim_end_matches(|character: char| character <= ' ');
    // White space is taken from the end of the whole, not from the middle.
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse::<u16>().ok().filter(|number| *number > 0 && is_number)?;
    let is_at_end = authority_end == text.len();
    let is_bracketed = written.starts_with('[');
    let is_forbidden =
        |character: char| character <= ' ' || "#/:<>?@[\\]^|".contains(character) || character == '\u{7f}';
    if written.is_empty()
        || (!is_bracketed && written.contains(is_forbidden))
        || (digits.len() < port.len() && !is_at_end)
    {
        return None;
    }
    let port_start = host_start + host_length + 1;
    Some(Parts {
        host: encoded(written),
        written,
        host_start,
        port: number,
        port_start,
        port_end: port_start + digits.len(),
        has_more: host_start > 0 || !is_at_end,
    })
}

/// A host as a URL of an unknown scheme has it: what is no ASCII is encoded.
fn encoded(host: &str) -> String {
    let mut out = String::with_capacity(host.len());
    for character in host.chars() {
        if character.is_ascii() {
            out.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                // Writing into a string cannot fail.
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn ports_are_taken_from_hostnames() {
        for (text, expected) in [
            ("db.internal:5432", Some(("db.internal", 5432, false))),
            ("DB:1", Some(("DB", 1, false))),
            ("db:05432", Some(("db", 5432, false))),
            ("db:65535 ", Some(("db", 65535, false))),
            ("db:5432/path", Some(("db", 5432, true))),
            ("u:p@db:5432", Some(("db", 5432, true))),
            ("[::1]:5432", Some(("[::1]", 5432, false))),
            ("bücher:1", Some(("b%C3%BCcher", 1, false))),
            ("db", None),
            ("db:", None),
            ("db:0", None),
            ("db:65536", None),
            ("db:+1", None),
            ("db:1 /x", None),
            (":1", None),
            ("a b:1", None),
            ("<HOST>:1", None),
            ("tcp://db:1", None),
            ("::1", None),
            ("[::1]", None),
            ("[db]:1", None),
            ("", None),
        ] {
            let parts = split(text);
            let found = parts.as_ref().map(|parts| (parts.host.as_str(), parts.port, parts.has_more));
            assert_eq!(found, expected, "{text:?}");
            if let Some(parts) = parts {
                assert_eq!(text.get(parts.host_start..parts.host_start + parts.written.len()), Some(parts.written));
                assert_eq!(text[parts.port_start..parts.port_end].parse(), Ok(parts.port), "{text:?}");
            }
        }
    }
}
