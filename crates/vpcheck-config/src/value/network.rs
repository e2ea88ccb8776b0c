//! A range of addresses.

use std::fmt;
use std::net::IpAddr;

use ipnet::IpNet;
use schemars::json_schema;
use vpcheck_syntax::Node;
use vpcheck_syntax::escape::shorten;

use super::json_schema_of;
use crate::read::{Read, Reader, did_you_mean, subject};

/// A range of addresses, such as `10.0.0.0/8`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Network(IpNet);

impl Network {
    /// The range as its crate has it.
    pub(crate) fn range(self) -> IpNet {
        self.0
    }

    /// Whether the address is in the range. An IPv4 address that is written as IPv6 is looked for as both.
    pub(crate) fn contains(self, address: IpAddr) -> bool {
        self.0.contains(&address) || self.0.contains(&address.to_canonical())
    }
}

impl fmt::Display for Network {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Read for Network {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Network> {
        let text = reader.text(node)?;
        match text.parse::<IpNet>() {
            Ok(network) if network.addr() == network.network() => Some(Network(network)),
            Ok(network) => {
                let message =
                    format!("{} is {network}, and bits of the address are set behind the prefix", subject(node));
                reader.refuse(node, message).help = Some(did_you_mean(&network.trunc().to_string()));
                None
            }
            Err(_) => {
                let message =
                    format!("{} is \"{}\", and a range is written as 10.0.0.0/8", subject(node), shorten(text));
                let help = text.parse::<IpAddr>().ok().map(|address| did_you_mean(&IpNet::from(address).to_string()));
                reader.refuse(node, message).help = help;
                None
            }
        }
    }
}

json_schema_of!(
    Network,
    json_schema!({
        "type": "string",
        "pattern": "^[0-9A-Fa-f:.]+/[0-9]{1,3}$",
        "description": "A range of addresses, such as `10.0.0.0/8` or `fd00::/8`.",
        "examples": ["10.0.0.0/8", "fd00::/8"],
    })
);

#[cfg(test)]
mod tests {
    use super::Network;

    #[test]
    fn an_address_in_another_form_is_in_the_range() {
        for (network, address, is_in) in [
            ("10.0.0.0/8", "10.1.2.3", true),
            ("10.0.0.0/8", "11.1.2.3", false),
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            ("::ffff:0:0/96", "::ffff:10.1.2.3", true),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "10.0.0.1", false),
            ("0.0.0.0/0", "fd12::1", false),
        ] {
            let network = Network(network.parse().expect(network));
            assert_eq!(network.contains(address.parse().expect(address)), is_in, "{network} {address}");
        }
    }
}
