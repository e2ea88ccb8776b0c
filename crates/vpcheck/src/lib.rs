//! Find every mistake in a Cloudflare Workers VPC connectivity service before any network call.
//!
//! A connectivity service tells a Worker how to reach something in a private network: an HTTP or TCP origin, at an address or a
//! hostname, through a tunnel. The API takes it as JSON at `/accounts/{account_id}/connectivity/directory/services`, and answers a
//! mistake late and in few words. This crate knows the rules of that JSON. It opens no socket.
//!
//! There are three ways to use it.
//!
//! # Read a service, or get all that is wrong
//!
//! [`ServiceRequest::from_json`] gives a value that is certainly valid, or a [`Report`] with everything that was found.
//!
//! ```
//! # #[cfg(feature = "check")] {
//! use vpcheck::ServiceRequest;
//!
//! let text = r#"{
//!   "name": "orders-db", "type": "tcp", "tcp_port": 70000, "app_protocol": "postgres",
//!   "host": {"hostname": "db.internal", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}
//! }"#;
//! let report = ServiceRequest::from_json(text).expect_err("there are three mistakes");
//! let rules: Vec<&str> = report.findings().iter().map(|finding| finding.diagnostic.rule).collect();
//! assert_eq!(rules, ["port-range", "unknown-app-protocol", "wrong-network"]);
//! println!("{report}");
//! # }
//! ```
//!
//! The types implement `Deserialize` as well, with the same verdict and only the first error, for services that are part of something
//! larger. A value is valid by construction: its fields are private, and a host without its network or a TCP service without its
//! port cannot be built.
//!
//! # Check a document
//!
//! [`check`] takes a named [`Source`] and says what it is judged for: the body of a request, an answer of the API, or the
//! bindings in a wrangler configuration. The report has warnings too, which are about what is accepted but hardly meant.
//!
//! ```
//! # #[cfg(feature = "check")] {
//! use vpcheck::{Operation, Severity, Source, check};
//!
//! let text = r#"{"vpc_services": [{"binding": "API", "service_id": "<YOUR_SERVICE_ID>"}]}"#;
//! let report = check(&Source::json("wrangler.json", text.as_bytes()), Operation::Wrangler);
//! let finding = &report.findings()[0];
//! assert_eq!(finding.diagnostic.severity, Severity::Error);
//! assert_eq!(finding.diagnostic.rule, "placeholder");
//! assert_eq!(finding.diagnostic.pointer, "/vpc_services/0/service_id");
//! assert_eq!((finding.start.line, finding.start.column), (1, 52));
//! # }
//! ```
//!
//! Who already has a `serde_json::Value` uses `check_value`, with the feature `serde_json`. [`Report::to_api_errors`] gives the findings in the shape of the API's
//! own `errors`.
//!
//! # Call the API
//!
//! The types of the answers are here too. They keep what they do not know, since the API may grow, and
//! [`RequestLine`] has the method and the path of each operation.
//!
//! ```
//! # #[cfg(feature = "check")] {
//! use vpcheck::{Envelope, ServiceRequest, ServiceResponse};
//!
//! let answer = r#"{"success": true, "errors": [], "messages": [], "result": {
//!   "service_id": "550e8400-e29b-41d4-a716-446655440000", "name": "web-app", "type": "http", "http_port": 8080, "https_port": null,
//!   "host": {"ipv4": "10.0.0.1", "ipv6": null, "hostname": null, "resolver_network": null,
//!            "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}
//! }}"#;
//! let envelope: Envelope<ServiceResponse> = serde_json::from_str(answer)?;
//! let service = envelope.into_result().expect("it is a success").expect("it has a result");
//!
//! // Get, edit, put: the members that only the API writes are left out.
//! let request = ServiceRequest::try_from(service).expect("its type is known");
//! assert!(!serde_json::to_string(&request)?.contains("service_id"));
//! # }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! | feature | default | what it adds |
//! | --- | --- | --- |
//! | `std` | yes | the standard library; the types alone need only `alloc` |
//! | `check` | yes | [`check`], [`Report`], `from_json`, and `serde` for the types |
//! | `serde` | with `check` | `Serialize` and `Deserialize` for the types |
//! | `report` | no | `report`: findings as text with the lines they are about, and as JSON |
//! | `serde_json` | no | `check_value`, for a `serde_json::Value` |
//! | `idna` | no | A-labels of hostnames are decoded, which needs the tables of IDNA |
//! | `schemars` | no | `JsonSchema` for the types |
//! | `garde` | no | `garde::Validate` for the types |
#![cfg_attr(not(feature = "std"), no_std)]

#[cfg(feature = "check")]
pub use vpcheck_syntax::{
    Diagnostic, Edit, Fix, Label, Position, Safety, SchemaPointer, Severity, Source, Span, Syntax,
};
pub use vpcheck_types::*;
#[cfg(feature = "serde_json")]
pub use vpcheck_validate::check_value;
#[cfg(feature = "check")]
pub use vpcheck_validate::{ApiOperation, Checker, Finding, Operation, Report, Rule, check, rule, rules};

/// Reports as text and JSON, as the command writes them.
#[cfg(feature = "report")]
pub use vpcheck_report as report;

/// The library example of README.md, compiled.
#[cfg(all(doctest, feature = "check"))]
#[doc = include_str!("../../../README.md")]
struct Readme;
