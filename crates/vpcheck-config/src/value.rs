//! The values of a configuration. One that exists is right.

mod accounts;
mod date;
mod glob;
mod network;
mod pattern;
mod pointer;
mod ports;
mod rules;
mod tls_mode;
mod tunnels;

pub(crate) use accounts::Accounts;
pub(crate) use date::Date;
pub(crate) use glob::{Globs, PathOfFile};
pub(crate) use network::Network;
pub(crate) use pattern::Pattern;
pub(crate) use pointer::Pointer;
pub(crate) use ports::Ports;
pub(crate) use rules::{Level, RuleId, Severities};
pub(crate) use tls_mode::TlsMode;
pub(crate) use tunnels::Tunnels;

/// Gives a type the JSON Schema of an expression.
macro_rules! json_schema_of {
    ($type:ident, $schema:expr) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $schema
            }
        }
    };
}
pub(crate) use json_schema_of;
