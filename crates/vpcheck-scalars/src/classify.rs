//! What an address is for.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// What an address is for, by the range it is in.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
#[non_exhaustive]
pub enum AddressKind {
    /// No address: `0.0.0.0` (RFC 1122 section 3.2.1.3) and `::` (RFC 4291 section 2.5.2).
    Unspecified,
    /// Everybody on the local network: `255.255.255.255` (RFC 919 section 7).
    Broadcast,
    /// The metadata service of cloud machines: `169.254.169.254`, and Amazon's `fd00:ec2::254`. No RFC has them.
    Metadata,
    /// The machine itself: `127.0.0.0/8` (RFC 1122 section 3.2.1.3) and `::1` (RFC 4291 section 2.5.3).
    Loopback,
    /// This link only: `169.254.0.0/16` (RFC 3927) and `fe80::/10` (RFC 4291 section 2.5.6).
    LinkLocal,
    /// A private network: `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16` (RFC 1918) and `fc00::/7` (RFC 4193).
    Private,
    /// Between a carrier and its customers: `100.64.0.0/10` (RFC 6598).
    Shared,
    /// Examples: `192.0.2.0/24`, `198.51.100.0/24`, `203.0.113.0/24` (RFC 5737), `2001:db8::/32` (RFC 3849) and `3fff::/20` (RFC 9637).
    Documentation,
    /// Measurements: `198.18.0.0/15` (RFC 2544) and `2001:2::/48` (RFC 5180).
    Benchmarking,
    /// Many receivers: `224.0.0.0/4` (RFC 5771) and `ff00::/8` (RFC 4291 section 2.7).
    Multicast,
    /// An IPv4 address in the form of an IPv6 address: `::ffff:0:0/96` (RFC 4291 section 2.5.5.2).
    Ipv4Mapped,
    /// Kept for later or for the network itself: `0.0.0.0/8` (RFC 791 section 3.2) and `240.0.0.0/4` (RFC 1112 section 4).
    Reserved,
    /// Anything else.
    Global,
}

/// The ranges in the order in which they are looked at: one that lies within another stands before it.
static V4: &[(Range<u32>, AddressKind)] = &[
    (v4([0, 0, 0, 0], 32), AddressKind::Unspecified),
    (v4([255, 255, 255, 255], 32), AddressKind::Broadcast),
    (v4([169, 254, 169, 254], 32), AddressKind::Metadata),
    (v4([127, 0, 0, 0], 8), AddressKind::Loopback),
    (v4([169, 254, 0, 0], 16), AddressKind::LinkLocal),
    (v4([10, 0, 0, 0], 8), AddressKind::Private),
    (v4([172, 16, 0, 0], 12), AddressKind::Private),
    (v4([192, 168, 0, 0], 16), AddressKind::Private),
    (v4([100, 64, 0, 0], 10), AddressKind::Shared),
    (v4([192, 0, 2, 0], 24), AddressKind::Documentation),
    (v4([198, 51, 100, 0], 24), AddressKind::Documentation),
    (v4([203, 0, 113, 0], 24), AddressKind::Documentation),
    (v4([198, 18, 0, 0], 15), AddressKind::Benchmarking),
    (v4([224, 0, 0, 0], 4), AddressKind::Multicast),
    (v4([0, 0, 0, 0], 8), AddressKind::Reserved),
    (v4([240, 0, 0, 0], 4), AddressKind::Reserved),
];

/// The same for IPv6.
static V6: &[(Range<u128>, AddressKind)] = &[
    (v6(0, 0, 128), AddressKind::Unspecified),
    (v6(0xfd00_0ec2_0000_0000, 0x0254, 128), AddressKind::Metadata),
    (v6(0, 1, 128), AddressKind::Loopback),
    (v6(0xfe80_0000_0000_0000, 0, 10), AddressKind::LinkLocal),
    (v6(0xfc00_0000_0000_0000, 0, 7), AddressKind::Private),
    (v6(0x2001_0db8_0000_0000, 0, 32), AddressKind::Documentation),
    (v6(0x3fff_0000_0000_0000, 0, 20), AddressKind::Documentation),
    (v6(0x2001_0002_0000_0000, 0, 48), AddressKind::Benchmarking),
    (v6(0xff00_0000_0000_0000, 0, 8), AddressKind::Multicast),
    (v6(0, 0xffff_0000_0000, 96), AddressKind::Ipv4Mapped),
];

/// The bits of an address, and how many of them, from the first on, all addresses of the range have.
#[derive(Clone, Copy)]
struct Range<T> {
    bits: T,
    length: u32,
}

const fn v4([a, b, c, d]: [u8; 4], length: u32) -> Range<u32> {
    Range { bits: Ipv4Addr::new(a, b, c, d).to_bits(), length }
}

/// A range by the two halves of its address.
const fn v6(high: u64, low: u64, length: u32) -> Range<u128> {
    Range { bits: (high as u128) << 64 | low as u128, length }
}

/// What an address is for.
///
/// The most special answer is given: the metadata address is [`Metadata`](AddressKind::Metadata) and not
/// [`LinkLocal`](AddressKind::LinkLocal). The kinds are asked in the order in which [`AddressKind`] lists them. An IPv4-mapped
/// address is [`Ipv4Mapped`](AddressKind::Ipv4Mapped), whatever is mapped.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::{AddressKind, classify};
///
/// assert_eq!(classify("10.0.0.1".parse()?), AddressKind::Private);
/// assert_eq!(classify("169.254.169.254".parse()?), AddressKind::Metadata);
/// assert_eq!(classify("1.1.1.1".parse()?), AddressKind::Global);
/// # Ok::<(), std::net::AddrParseError>(())
/// ```
#[must_use]
pub fn classify(address: IpAddr) -> AddressKind {
    let kind = match address {
        IpAddr::V4(address) => V4.iter().find(|(range, _)| is_in_v4(address, *range)).map(|(_, kind)| *kind),
        IpAddr::V6(address) => V6.iter().find(|(range, _)| is_in_v6(address, *range)).map(|(_, kind)| *kind),
    };
    kind.unwrap_or(AddressKind::Global)
}

fn is_in_v4(address: Ipv4Addr, range: Range<u32>) -> bool {
    (address.to_bits() ^ range.bits).leading_zeros() >= range.length
}

fn is_in_v6(address: Ipv6Addr, range: Range<u128>) -> bool {
    (address.to_bits() ^ range.bits).leading_zeros() >= range.length
}

#[cfg(test)]
mod tests {
    use core::net::{IpAddr, Ipv4Addr};
    use std::vec::Vec;

    use ipnet::IpNet;

    use super::{AddressKind, V4, V6, classify};

    #[test]
    fn knows_both_ends_of_every_range() {
        for (text, kind) in [
            ("0.0.0.0", AddressKind::Unspecified),
            ("0.0.0.1", AddressKind::Reserved),
            ("0.255.255.255", AddressKind::Reserved),
            ("1.0.0.0", AddressKind::Global),
            ("9.255.255.255", AddressKind::Global),
            ("10.0.0.0", AddressKind::Private),
            ("10.255.255.255", AddressKind::Private),
            ("11.0.0.0", AddressKind::Global),
            ("100.63.255.255", AddressKind::Global),
            ("100.64.0.0", AddressKind::Shared),
            ("100.127.255.255", AddressKind::Shared),
            ("100.128.0.0", AddressKind::Global),
            ("127.0.0.1", AddressKind::Loopback),
            ("127.255.255.255", AddressKind::Loopback),
            ("169.253.255.255", AddressKind::Global),
            ("169.254.0.0", AddressKind::LinkLocal),
            ("169.254.169.253", AddressKind::LinkLocal),
            ("169.254.169.254", AddressKind::Metadata),
            ("169.254.169.255", AddressKind::LinkLocal),
            ("169.255.0.0", AddressKind::Global),
            ("172.15.255.255", AddressKind::Global),
            ("172.16.0.0", AddressKind::Private),
            ("172.31.255.255", AddressKind::Private),
            ("172.32.0.0", AddressKind::Global),
            ("192.0.2.255", AddressKind::Documentation),
            ("192.0.3.0", AddressKind::Global),
            ("192.168.255.255", AddressKind::Private),
            ("198.17.255.255", AddressKind::Global),
            ("198.18.0.0", AddressKind::Benchmarking),
            ("198.19.255.255", AddressKind::Benchmarking),
            ("198.51.100.7", AddressKind::Documentation),
            ("203.0.113.7", AddressKind::Documentation),
            ("223.255.255.255", AddressKind::Global),
            ("224.0.0.0", AddressKind::Multicast),
            ("239.255.255.255", AddressKind::Multicast),
            ("240.0.0.0", AddressKind::Reserved),
            ("255.255.255.254", AddressKind::Reserved),
            ("255.255.255.255", AddressKind::Broadcast),
            ("::", AddressKind::Unspecified),
            ("::1", AddressKind::Loopback),
            ("::2", AddressKind::Global),
            ("::ffff:10.0.0.1", AddressKind::Ipv4Mapped),
            ("::ffff:127.0.0.1", AddressKind::Ipv4Mapped),
            ("2001:2::1", AddressKind::Benchmarking),
            ("2001:db8::1", AddressKind::Documentation),
            ("2001:db9::1", AddressKind::Global),
            ("2606:4700:4700::1111", AddressKind::Global),
            ("3fff:fff::1", AddressKind::Documentation),
            ("3fff:1000::1", AddressKind::Global),
            ("fc00::", AddressKind::Private),
            ("fd00:ec2::254", AddressKind::Metadata),
            ("fd00:ec2::255", AddressKind::Private),
            ("fdff::1", AddressKind::Private),
            ("fe80::", AddressKind::LinkLocal),
            ("febf::1", AddressKind::LinkLocal),
            ("fec0::1", AddressKind::Global),
            ("ff02::1", AddressKind::Multicast),
        ] {
            assert_eq!(classify(text.parse().expect(text)), kind, "{text}");
        }
    }

    #[test]
    fn no_range_hides_another() {
        let ranges: Vec<IpNet> = V4
            .iter()
            .map(|(range, _)| (IpAddr::V4(range.bits.into()), range.length))
            .chain(V6.iter().map(|(range, _)| (IpAddr::V6(range.bits.into()), range.length)))
            .map(|(address, length)| IpNet::new_assert(address, length.try_into().expect("at most 128")))
            .collect();
        for (place, range) in ranges.iter().enumerate() {
            let before = &ranges[..place];
            assert!(!before.iter().any(|earlier| earlier.contains(range)), "{range}");
            assert_eq!(range.trunc(), *range, "{range} has bits below its length");
        }
    }

    #[test]
    fn agrees_with_the_standard_library() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let address = Ipv4Addr::new(first, second, 2, 1);
                let kind = classify(IpAddr::V4(address));
                assert_eq!(kind == AddressKind::Private, address.is_private(), "{address}");
                assert_eq!(kind == AddressKind::Loopback, address.is_loopback(), "{address}");
                assert_eq!(kind == AddressKind::LinkLocal, address.is_link_local(), "{address}");
                assert_eq!(kind == AddressKind::Multicast, address.is_multicast(), "{address}");
                assert_eq!(kind == AddressKind::Documentation, address.is_documentation(), "{address}");
            }
        }
    }
}
