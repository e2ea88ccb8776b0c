//! Reports of vpcheck as text, JSON, SARIF, `JUnit` XML and what GitHub and GitLab read.
//!
//! A [`Renderer`] takes [`Report`](vpcheck_validate::Report)s with the [`Source`](vpcheck_syntax::Source)s that they are
//! about and gives text in one [`Format`]. It knows nothing of files and terminals: the caller says how wide the text may be
//! and whether it may have colours.
//!
//! What comes from the input, names of files included, never reaches the output as it is: in text every control
//! character, every character that turns the direction of writing and every one that cannot be seen is [escaped](escape), in
//! the lines of the source each is replaced by one that can be seen, and in JSON each is written as `\u…`. So is what a build server obeys
//! in a log, and every format escapes what has a meaning in it.
//!
//! ```
//! use vpcheck_report::{Format, Renderer};
//! use vpcheck_syntax::{Diagnostic, Severity, Source, Span};
//! use vpcheck_validate::Report;
//!
//! let source = Source::json("web.json", br#"{"http_port": 70000}"#.as_slice());
//! let finding = Diagnostic::new("port-range", Severity::Error, Span::new(14, 19), "`http_port` is 70000");
//! let report = Report::new(&source, vec![finding], 1);
//!
//! let text = Renderer::new(Format::Concise).render(&[(&report, &source)]);
//! assert_eq!(
//!     text,
//!     "web.json:1:15: error[port-range] `http_port` is 70000\nchecked 1 file with 1 service: 1 error, 0 warnings\n"
//! );
//! ```

mod concise;
mod excerpt;
mod fingerprint;
mod format;
mod full;
mod github;
mod gitlab;
mod json;
mod junit;
mod page;
mod part;
mod reference;
mod renderer;
mod sarif;
mod statistics;
mod summary;
mod visible;
mod xml;

pub use format::{Format, UnknownFormat};
pub use page::{RULES_URL, page, rule_url};
pub use part::Part;
pub use reference::reference;
pub use renderer::{Color, Links, Renderer, WIDTH};
pub use statistics::Statistics;
pub use summary::Summary;
pub use vpcheck_syntax::escape::escape;
