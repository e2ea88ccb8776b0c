//! Configuration, policies, suppressions and baselines of vpcheck.
//!
//! [`Configuration::read`] reads `vpcheck.toml`, and says everything that is wrong with it. For each file that is checked,
//! [`Configuration::settings`] has the [`Checker`](vpcheck_validate::Checker) that knows which rules are wanted and what the organisation
//! allows, and [`Settings::apply`] weighs what it found and hides what is suppressed. A [`Baseline`] hides what was there before.
//!
//! ```
//! use vpcheck_config::Configuration;
//! use vpcheck_validate::{Operation, Source};
//!
//! let configuration = Configuration::default();
//! let settings = configuration.settings("services/web.jsonc");
//! let text = r#"{
//!   "name": "web", "type": "http", "http_port": 80,
//!   // vpcheck: ignore[same-port-twice] a proxy sorts them out
//!   "https_port": 80,
//!   "host": {"ipv4": "10.0.0.1", "network": {"tunnel_id": "0199a2b4-5c6d-7e8f-9a0b-1c2d3e4f5a6b"}}
//! }"#;
//! let source = Source::new("services/web.jsonc", text.as_bytes(), vpcheck_syntax::Syntax::Jsonc);
//! let mut lint = settings.checker().lint(&source, Some(Operation::Request));
//! assert_eq!(lint.diagnostics.len(), 1);
//! settings.apply(&source, &mut lint, "2026-11-24");
//! assert!(lint.diagnostics.is_empty());
//! ```

mod baseline;
mod configuration;
mod ignores;
mod pointer_tree;
mod policy;
mod read;
mod rule_ids;
mod settings;
mod suppression;
mod tables;
mod template;
mod value;

pub use baseline::{Baseline, Hidden};
pub use configuration::Configuration;
pub use settings::Settings;
pub use suppression::Suppressions;
pub use template::{json_schema, template};
