//! Cloudflare Workers VPC connectivity services as Rust types whose values cannot be wrong.
//!
//! A value that exists is valid: members are private, constructors check, and a host without its network or a TCP service
//! without its port does not compile. [`ServiceRequest`] is the body of a create or an update, [`ServiceResponse`] what the API
//! answers, inside an [`Envelope`]; a request is made from an answer with `TryFrom`. [`RequestLine`] gives method and path of each
//! operation.
//!
//! The crate is `no_std` with `alloc` and has no dependencies by default but [`vpcheck_scalars`], whose values are here as well.
//! Features: `std` (on by default) passes on to dependencies only; `serde`, `schemars` and `garde` implement the traits of those
//! crates; `ipnet` adds address classification; `check` adds `ServiceRequest::from_json`, which reports everything that is wrong
//! with a text.
//!
//! The services themselves are generated from `schema/service.schema.json`, and the documentation of each names its place there.

#![no_std]
#![cfg_attr(docsrs, feature(doc_cfg))]

extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

#[cfg(feature = "check")]
mod check;
mod conversion;
mod envelope;
#[cfg(feature = "garde")]
mod garde;
mod generated;
mod request_line;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
mod service;

pub use conversion::NotSendable;
pub use envelope::{CollectionEnvelope, DeleteEnvelope, Envelope, Failure, Nothing, SingleEnvelope, Success};
pub use generated::service::*;
pub use generated::wrangler::*;
pub use request_line::{Method, RequestLine};
pub use vpcheck_scalars::*;
