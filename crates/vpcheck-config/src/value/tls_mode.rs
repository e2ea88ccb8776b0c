//! How certificates are verified.

use schemars::json_schema;
use vpcheck_syntax::Node;
use vpcheck_syntax::escape::shorten;

use super::json_schema_of;
use crate::read::{Read, Reader, listed, subject};

/// A value of `cert_verification_mode`.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct TlsMode(&'static str);

/// Every mode that a request may have.
const MODES: [&str; 3] = [TlsMode::DEFAULT, "verify_ca", "disabled"];

impl TlsMode {
    /// What the API takes where the mode is left out.
    pub(crate) const DEFAULT: &'static str = "verify_full";

    /// The mode as the API calls it.
    pub(crate) fn name(self) -> &'static str {
        self.0
    }

    /// Whether a text is one of the modes.
    pub(crate) fn is_known(text: &str) -> bool {
        MODES.contains(&text)
    }
}

impl Read for TlsMode {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<TlsMode> {
        let text = reader.text(node)?;
        let mode = MODES.into_iter().find(|mode| *mode == text).map(TlsMode);
        if mode.is_none() {
            let message = format!("{} is \"{}\", and the modes are {}", subject(node), shorten(text), listed(&MODES));
            let help = reader.near(text, MODES);
            reader.refuse(node, message).help = help;
        }
        mode
    }
}

json_schema_of!(TlsMode, json_schema!({ "enum": MODES }));
