//! Ports and ranges of them.

use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use vpcheck_scalars::Port;
use vpcheck_syntax::escape::shorten;
use vpcheck_syntax::{Node, Value};

use crate::read::{Read, Reader, subject};

/// Some ports.
#[derive(Clone, Debug)]
pub(crate) struct Ports(Vec<PortRange>);

/// One port, or all from one to another.
#[derive(Clone, Debug)]
struct PortRange(RangeInclusive<u16>);

impl Ports {
    /// Whether a port is one of them.
    pub(crate) fn contains(&self, port: u16) -> bool {
        self.0.iter().any(|range| range.0.contains(&port))
    }

    /// Each of them as it is written.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.iter().map(PortRange::to_string).collect()
    }
}

impl PortRange {
    fn new(text: &str) -> Option<PortRange> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let port = |text: &str| text.trim().parse::<Port>().ok().map(Port::get);
        let range = port(first)?..=port(last)?;
        (!range.is_empty()).then_some(PortRange(range))
    }
}

impl fmt::Display for PortRange {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.0.start(), self.0.end());
        if first == last { write!(formatter, "{first}") } else { write!(formatter, "{first}-{last}") }
    }
}

impl Read for PortRange {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<PortRange> {
        let (text, quote) = match node.value() {
            Value::Number(number) => (number.text(), ""),
            Value::String(text) => (text, "\""),
            _ => {
                reader.refuse_kind(node, "a port, or a range such as \"8000-8999\"");
                return None;
            }
        };
        let range = PortRange::new(text);
        if range.is_none() {
            let message = format!(
                "{} is {quote}{}{quote}, and a port is between 1 and 65535, or a range such as \"8000-8999\"",
                subject(node),
                shorten(text)
            );
            reader.refuse(node, message);
        }
        range
    }
}

impl Read for Ports {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Ports> {
        Vec::read(node, reader).map(Ports)
    }
}

impl JsonSchema for Ports {
    fn schema_name() -> Cow<'static, str> {
        "Ports".into()
    }

    fn json_schema(_generator: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "array",
            "items": {
                "anyOf": [
                    { "type": "integer", "minimum": 1, "maximum": u16::MAX },
                    { "type": "string", "pattern": "^[0-9]{1,5}( *- *[0-9]{1,5})?$" },
                ],
            },
            "description": "Ports, and ranges such as \"8000-8999\".",
            "examples": [[80, "8000-8999"]],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::PortRange;

    #[test]
    fn takes_ports_and_ranges() {
        for (text, read) in [
            ("80", Some("80")),
            ("8000-8999", Some("8000-8999")),
            ("8000 - 8999", Some("8000-8999")),
            ("80-80", Some("80")),
            ("0", None),
            ("65535", Some("65535")),
            ("65536", None),
            ("90-80", None),
            ("80-", None),
            ("-80", None),
            ("80.0", None),
            ("", None),
            ("http", None),
        ] {
            assert_eq!(PortRange::new(text).map(|range| range.to_string()).as_deref(), read, "{text:?}");
        }
    }
}
