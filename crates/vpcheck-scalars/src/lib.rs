//! Values of Cloudflare Workers VPC that cannot be wrong: ports, hostnames, ids, timestamps.
//!
//! Each type takes exactly the strings or numbers that its definition in `schema/service.schema.json` or
//! `schema/wrangler.schema.json` takes; a property test compares them. A value that exists is right, so nothing has to be
//! checked again. Each error says what is wrong as the end of a sentence: after "`http_port` is 70000, and " comes
//! [`InvalidPort`]'s "a port is between 1 and 65535".
//!
//! Reading a value from a `&str` allocates nothing while the text is short, which real names, hostnames and timestamps are.
//!
//! The crate is `no_std` with `alloc` and has no dependencies by default. Features: `std` (on by default) passes on to
//! dependencies only, and `serde`, `schemars` and `garde` implement the traits of those crates.
//!
//! ```
//! use vpcheck_scalars::{Hostname, Port, TunnelId};
//!
//! let hostname: Hostname = "db.internal.example.com".parse()?;
//! assert_eq!(hostname.labels().count(), 4);
//!
//! let error = "db.internal.example.com:5432".parse::<Hostname>().unwrap_err();
//! assert_eq!(error.to_string(), "a hostname has no port");
//! assert_eq!(Port::new(0), None);
//!
//! let tunnel: TunnelId = "0191DCE4-9AB4-7FCE-B660-8E5DEC5172DA".parse()?;
//! assert_eq!(tunnel.to_string(), "0191dce4-9ab4-7fce-b660-8e5dec5172da");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

mod account_id;
pub mod address;
mod binding_id;
mod binding_name;
mod classify;
#[cfg(feature = "garde")]
mod garde;
#[cfg(feature = "schemars")]
mod generated;
mod hostname;
mod placeholder;
mod port;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
mod service_id;
mod service_name;
mod text;
mod timestamp;
mod tunnel_id;
mod uuid;

pub use account_id::{AccountId, InvalidAccountId};
pub use binding_id::{BindingId, InvalidBindingId};
pub use binding_name::{BindingName, InvalidBindingName};
pub use classify::{AddressKind, classify};
pub use hostname::{Hostname, InvalidHostname};
pub use port::{InvalidPort, Port};
pub use service_id::{InvalidServiceId, ServiceId};
pub use service_name::{InvalidServiceName, ServiceName};
pub use timestamp::{InvalidTimestamp, Timestamp};
pub use tunnel_id::{InvalidTunnelId, TunnelId};
