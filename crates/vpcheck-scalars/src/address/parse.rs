//! Addresses of texts, read in one pass: most of what is read here is an address.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// An address that can be read from text.
pub trait Parse: Sized {
    /// The address that a text is: the same texts as [`FromStr`](core::str::FromStr) takes, several times as fast.
    ///
    /// ```
    /// use core::net::Ipv4Addr;
    /// use vpcheck_scalars::address::Parse as _;
    ///
    /// assert_eq!(Ipv4Addr::of_text("10.0.0.1"), Some(Ipv4Addr::new(10, 0, 0, 1)));
    /// assert_eq!(Ipv4Addr::of_text("10.0.0.01"), None);
    /// ```
    #[must_use]
    fn of_text(text: &str) -> Option<Self>;
}

impl Parse for Ipv4Addr {
    fn of_text(text: &str) -> Option<Ipv4Addr> {
        let mut octets = [0; 4];
        let (mut index, mut value, mut digits) = (0, 0_u16, 0);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    // A zero before another digit was an octal number once.
                    if digits == 3 || (digits > 0 && value == 0) {
                        return None;
                    }
                    value = value * 10 + u16::from(byte - b'0');
                    digits += 1;
                }
                b'.' if digits > 0 => {
                    *octets.get_mut(index)? = u8::try_from(value).ok()?;
                    index += 1;
                    (value, digits) = (0, 0);
                }
                _ => return None,
            }
        }
        if index != 3 || digits == 0 {
            return None;
        }
        octets[3] = u8::try_from(value).ok()?;
        Some(Ipv4Addr::from(octets))
    }
}

impl Parse for Ipv6Addr {
    fn of_text(text: &str) -> Option<Ipv6Addr> {
        let bytes = text.as_bytes();
        let mut groups = [0_u16; 8];
        let (mut count, mut at) = (0, 0);
        // How many groups come before `::`.
        let mut before = None;
        if bytes.starts_with(b"::") {
            (before, at) = (Some(0), 2);
        }
        loop {
            let start = at;
            let mut value = 0;
            while let Some(digit) = bytes.get(at).and_then(|byte| hexadecimal(*byte)) {
                if at - start == 4 {
                    return None;
                }
                value = value << 4 | digit;
                at += 1;
            }
            if bytes.get(at) == Some(&b'.') {
                let [a, b, c, d] = Ipv4Addr::of_text(text.get(start..)?)?.octets();
                for group in [[a, b], [c, d]] {
                    *groups.get_mut(count)? = u16::from_be_bytes(group);
                    count += 1;
                }
                break;
            }
            if at == start {
                // Nothing may come after `::`, and after nothing else.
                if at == bytes.len() && before == Some(count) {
                    break;
                }
                return None;
            }
            *groups.get_mut(count)? = value;
            count += 1;
            match bytes.get(at) {
                None => break,
                Some(b':') => at += 1,
                Some(_) => return None,
            }
            if bytes.get(at) == Some(&b':') {
                if before.replace(count).is_some() {
                    return None;
                }
                at += 1;
            }
        }
        match before {
            None if count == 8 => {}
            // It stands for one group at least.
            Some(before) if count < 8 => {
                groups.get_mut(before..)?.rotate_right(8 - count);
            }
            _ => return None,
        }
        Some(Ipv6Addr::from(groups))
    }
}

impl Parse for IpAddr {
    fn of_text(text: &str) -> Option<IpAddr> {
        // The first group has at most four digits, so that the first colon is near or there is none.
        if text.bytes().take(5).any(|byte| byte == b':') {
            Ipv6Addr::of_text(text).map(IpAddr::V6)
        } else {
            Ipv4Addr::of_text(text).map(IpAddr::V4)
        }
    }
}

fn hexadecimal(byte: u8) -> Option<u16> {
    match byte {
        b'0'..=b'9' => Some(u16::from(byte - b'0')),
        b'a'..=b'f' => Some(u16::from(byte - b'a' + 10)),
        b'A'..=b'F' => Some(u16::from(byte - b'A' + 10)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};
    use std::string::String;

    use super::Parse as _;

    #[track_caller]
    fn assert_agreement(text: &str) {
        assert_eq!(Ipv4Addr::of_text(text), text.parse().ok(), "{text:?}");
        assert_eq!(Ipv6Addr::of_text(text), text.parse().ok(), "{text:?}");
        assert_eq!(IpAddr::of_text(text), text.parse().ok(), "{text:?}");
    }

    #[test]
    fn reads_what_the_standard_library_reads() {
        for text in [
            "",
            "0.0.0.0",
            "255.255.255.255",
            "256.0.0.0",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.",
            ".1.2.3",
            "1..2.3",
            "01.2.3.4",
            "00.0.0.0",
            "1.2.3.4 ",
            "+1.2.3.4",
            "1.2.3.1000",
            "::",
            ":",
            ":::",
            "::1",
            "1::",
            "1::2",
            "1::2::3",
            "::1:",
            ":1::",
            "1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7::",
            "::2:3:4:5:6:7:8",
            "1::3:4:5:6:7:8",
            "1:2:3:4:5:6:7:8::",
            "::1:2:3:4:5:6:7:8",
            "1:2:3:4:5:6:7",
            "12345::",
            "::g",
            "::ffff:1.2.3.4",
            "::1.2.3.4",
            "1:2:3:4:5:6:1.2.3.4",
            "1:2:3:4:5:6:7:1.2.3.4",
            "1.2.3.4::",
            "::1.2.3.4:1",
            "1:2:3:4:5::1.2.3.4",
            "1:2:3:4:5:6::1.2.3.4",
            "fe80::1%eth0",
            "[::1]",
            "ABCD:ef01::",
            "::0000",
            "::00000",
            "é::1",
            "1.2.3.é",
        ] {
            assert_agreement(text);
        }
    }

    #[test]
    fn agrees_on_texts_that_are_nearly_addresses() {
        let seeds = [
            "10.0.255.1",
            "fd00:1:22:333:4444::a",
            "1:2:3:4:5:6:7:8",
            "::ffff:10.1.2.3",
            "::",
            "a::b",
            "1:2:3:4:5:6:1.2.3.4",
        ];
        let alphabet = ["0", "1", "9", "a", "F", "g", ":", "::", ".", "", "255", "00"];
        for seed in seeds {
            for first in 0..=seed.len() {
                for length in 0..=3 {
                    for second in alphabet {
                        let mut text = String::from(seed);
                        text.replace_range(first..(first + length).min(seed.len()), second);
                        assert_agreement(&text);
                        for at in 0..=text.len() {
                            for third in [":", ".", "1", "f"] {
                                let mut text = text.clone();
                                text.insert_str(at, third);
                                assert_agreement(&text);
                            }
                        }
                    }
                }
            }
        }
    }
}
