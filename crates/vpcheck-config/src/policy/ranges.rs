//! Ranges of addresses that are allowed, and that are denied.

use std::net::IpAddr;

use ipnet::IpNet;
use vpcheck_syntax::{Diagnostic, Node};

use super::{finding, shown};
use crate::read::subject;
use crate::rule_ids::POLICY_ADDRESS;
use crate::tables::Ranges;
use crate::value::Network;

/// Ranges of addresses that are allowed, and that are denied.
#[derive(Clone, Debug, Default)]
pub(super) struct AllowedRanges {
    allow: Option<Set>,
    deny: Set,
}

impl AllowedRanges {
    pub(super) fn new(ranges: &Ranges) -> AllowedRanges {
        AllowedRanges { allow: ranges.allow.as_ref().map(|allow| Set::new(allow)), deny: Set::new(&ranges.deny) }
    }

    /// Whether any address will do.
    pub(super) fn is_empty(&self) -> bool {
        self.allow.is_none() && self.deny.disjoint.is_empty()
    }

    /// What is wrong with an address, at a value.
    pub(super) fn judge(&self, node: Node<'_>, address: IpAddr) -> Option<Diagnostic> {
        let subject = if node.index().is_some() { "a resolver".to_owned() } else { subject(node) };
        if self.deny.contains(address) {
            let range = self.deny.written.iter().find(|range| range.contains(address));
            let range = range.map(|range| format!("{range}, ")).unwrap_or_default();
            let message = format!("{subject} is {address}, and is in {range}a range that the policy denies");
            return Some(finding(POLICY_ADDRESS, node, message));
        }
        let allow = self.allow.as_ref().filter(|allow| !allow.contains(address))?;
        let message = format!("{subject} is {address}, which is in no range that the policy allows");
        let names: Vec<String> = allow.written.iter().map(Network::to_string).collect();
        let help =
            if names.is_empty() { "no range is allowed".to_owned() } else { format!("allowed is {}", shown(&names)) };
        Some(finding(POLICY_ADDRESS, node, message).with_help(help))
    }
}

/// Ranges, as they are written, and without those that are in others, in their order.
#[derive(Clone, Debug, Default)]
struct Set {
    written: Vec<Network>,
    disjoint: Vec<IpNet>,
}

impl Set {
    fn new(written: &[Network]) -> Set {
        let ranges: Vec<IpNet> = written.iter().map(|range| range.range()).collect();
        let mut disjoint = IpNet::aggregate(&ranges);
        disjoint.sort_unstable_by_key(IpNet::network);
        Set { written: written.to_vec(), disjoint }
    }

    /// Whether an address is in one of them; one that is IPv4 written as IPv6 is looked for as both.
    fn contains(&self, address: IpAddr) -> bool {
        [address, address.to_canonical()].iter().any(|address| {
            let after = self.disjoint.partition_point(|range| range.network() <= *address);
            after.checked_sub(1).and_then(|last| self.disjoint.get(last)).is_some_and(|range| range.contains(address))
        })
    }
}
