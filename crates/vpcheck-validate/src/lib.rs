//! Checks of Cloudflare Workers VPC connectivity services and of the bindings to them.
//!
//! [`check`] takes a text and what it is judged for, and gives a [`Report`] of everything that is wrong with it, each finding
//! with the [`Rule`] it breaks, its bytes, line and column, its JSON Pointer, and where a right answer can be named, help and a
//! fix. What the API, its schema or its documentation rules out is an error; what was hardly meant is a warning.
//!
//! ```
//! use vpcheck_validate::{Operation, Source, check};
//!
//! let text = r#"{"name": "db", "type": "Tcp", "host": {"hostname": "db.internal", "network": {"tunnel_id": "0191dce4-9ab4-7fce-b660-8e5dec5172da"}}}"#;
//! let report = check(&Source::json("db.json", text.as_bytes()), Operation::Request);
//! let messages: Vec<_> = report.findings().iter().map(|finding| finding.diagnostic.message.as_str()).collect();
//! assert_eq!(
//!     messages,
//!     [
//!         "`type` is \"Tcp\", and a service type is `http` or `tcp`",
//!         "`host` has `network`, and a hostname host needs `resolver_network`",
//!     ],
//! );
//! assert_eq!(report.findings()[0].diagnostic.help.as_deref(), Some("did you mean `tcp`?"));
//! ```
//!
//! A report is in proportion to the text, which may be hostile: every bound is in [`vpcheck_syntax::limits`].

mod api_errors;
mod broken;
mod check;
#[cfg(feature = "embedded")]
mod command;
#[cfg(feature = "effective")]
mod effective;
mod facts;
pub mod fix;
mod generated;
mod help;
mod judgement;
mod lint;
mod message;
mod near;
mod operation;
mod recognise;
mod report;
mod request;
mod rule;
mod rules;
mod run;
mod scalar;
mod schema;
mod stream;
#[cfg(feature = "serde_json")]
mod value;
mod view;

pub use api_errors::{ApiError, ApiErrorSource};
pub use check::{Checker, check, check_recognised};
#[cfg(feature = "effective")]
pub use effective::{ApiDefault, Effective, Ignored};
pub use facts::{Compared, Comparison, Facts, Marker, Marks};
pub use lint::{Found, Lint, Overlay, Verdict};
pub use near::near_spelling;
pub use operation::{ApiOperation, Operation};
pub use recognise::Reason;
pub use recognise::terraform::KNOWN as BESIDE_A_SERVICE;
pub use report::{Finding, Report};
pub use request::check_request;
pub use rule::{Applied, Example, Rule};
pub use rules::{rule, rules};
pub use stream::Stream;
#[cfg(feature = "serde_json")]
pub use value::check_value;
pub use vpcheck_syntax::{Diagnostic, Edit, Fix, Label, Position, Safety, SchemaPointer, Severity, Source, Span};
