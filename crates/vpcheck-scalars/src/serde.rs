//! `Serialize` and `Deserialize`.
//!
//! They are written by hand: a value is read from a borrowed or an escaped string alike, without a `String` in between, and
//! what is refused is told in the words of the value's error.

use core::fmt;

use serde_core::de::{Error, Unexpected, Visitor};
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{AccountId, BindingId, BindingName, Hostname, Port, ServiceId, ServiceName, Timestamp, TunnelId};

impl Serialize for Port {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u16(self.get())
    }
}

impl<'de> Deserialize<'de> for Port {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Port, D::Error> {
        deserializer.deserialize_u16(PortVisitor)
    }
}

/// Takes integers only: the API reads an integer, so `80.0` and `"80"` are refused.
struct PortVisitor;

impl Visitor<'_> for PortVisitor {
    type Value = Port;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a port, which is an integer between 1 and 65535")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Unsigned(number), &self))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Port, E> {
        Port::try_from(number).map_err(|_| E::invalid_value(Unexpected::Signed(number), &self))
    }
}

/// How many characters of a refused text an error shows.
const SHOWN: usize = 80;

/// The beginning of a text that may be long, in quotes and escaped.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(SHOWN) {
            Some((end, _)) => write!(formatter, "{:?}…", self.0.get(..end).unwrap_or_default()),
            None => write!(formatter, "{:?}", self.0),
        }
    }
}

macro_rules! deserialize_from_text {
    ($($value:ident: $noun:literal),* $(,)?) => {
        $(impl<'de> Deserialize<'de> for $value {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$value, D::Error> {
                struct TextVisitor;

                impl Visitor<'_> for TextVisitor {
                    type Value = $value;

                    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                        formatter.write_str(concat!("the ", $noun, ", which is a string"))
                    }

                    fn visit_str<E: Error>(self, text: &str) -> Result<$value, E> {
                        text.parse().map_err(|error| E::custom(format_args!("the {} is {}, and {error}", $noun, Quoted(text))))
                    }
                }

                deserializer.deserialize_str(TextVisitor)
            }
        })*
    };
}

deserialize_from_text! {
    AccountId: "account id",
    BindingId: "id",
    BindingName: "binding name",
    Hostname: "hostname",
    ServiceId: "service id",
    ServiceName: "service name",
    Timestamp: "timestamp",
    TunnelId: "tunnel id",
}

macro_rules! serialize_kept_text {
    ($($value:ident),*) => {
        $(impl Serialize for $value {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        })*
    };
}

serialize_kept_text!(AccountId, BindingId, BindingName, Hostname, ServiceName, Timestamp);

macro_rules! serialize_written_text {
    ($($value:ident),*) => {
        $(impl Serialize for $value {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.with_text(|text| serializer.serialize_str(text))
            }
        })*
    };
}

serialize_written_text!(ServiceId, TunnelId);

#[cfg(test)]
mod tests {
    use std::format;
    use std::string::ToString as _;

    use crate::{Hostname, Port, ServiceName, TunnelId};

    #[test]
    fn reads_integers_as_ports() {
        for text in ["1", "80", "65535"] {
            let port: Port = serde_json::from_str(text).expect(text);
            assert_eq!(serde_json::to_string(&port).expect(text), text);
        }
        for text in ["0", "-1", "65536", "18446744073709551616", "80.0", "8e1", "\"80\"", "null", "true", "[80]", "{}"]
        {
            assert!(serde_json::from_str::<Port>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn reads_escaped_text() {
        let hostname: Hostname = serde_json::from_str(r#""db\u002einternal""#).unwrap();
        assert_eq!(hostname.as_str(), "db.internal");
        let name: ServiceName = serde_json::from_str(r#""\ud83d\udce6""#).unwrap();
        assert_eq!(serde_json::to_string(&name).unwrap(), "\"📦\"");
        let tunnel: TunnelId = serde_json::from_str(r#""0191DCE4-9ab4-7fce-b660-8e5dec5172da""#).unwrap();
        assert_eq!(serde_json::to_string(&tunnel).unwrap(), r#""0191dce4-9ab4-7fce-b660-8e5dec5172da""#);
    }

    #[test]
    fn says_what_is_wrong() {
        let port = serde_json::from_str::<Port>("70000").unwrap_err().to_string();
        assert!(
            port.starts_with(
                "invalid value: integer `70000`, expected a port, which is an integer between 1 and 65535"
            ),
            "{port}"
        );
        let quoted = serde_json::from_str::<Port>("\"80\"").unwrap_err().to_string();
        assert!(quoted.starts_with("invalid type: string \"80\", expected a port"), "{quoted}");
        let hostname = serde_json::from_str::<Hostname>("\"db:5432\"").unwrap_err().to_string();
        assert!(hostname.starts_with("the hostname is \"db:5432\", and a hostname has no port"), "{hostname}");
    }

    #[test]
    fn shortens_what_it_quotes() {
        let text = format!("\"{}:\u{202e}\"", "é".repeat(1_000));
        let error = serde_json::from_str::<Hostname>(&text).unwrap_err().to_string();
        assert!(error.chars().count() < 200, "{error}");
        let error = serde_json::from_str::<Hostname>("\"a\u{202e}b\"").unwrap_err().to_string();
        assert!(error.contains("\\u{202e}"), "{error}");
    }
}
