//! A regular expression.

use regex::{Regex, RegexBuilder};
use schemars::json_schema;
use vpcheck_syntax::{Node, limits};

use super::json_schema_of;
use crate::read::{Read, Reader, subject};

/// A regular expression, which is matched in linear time.
#[derive(Clone, Debug)]
pub(crate) struct Pattern(Regex);

impl Pattern {
    /// Whether it matches somewhere in a text.
    pub(crate) fn matches(&self, text: &str) -> bool {
        self.0.is_match(text)
    }

    /// The expression as it is written.
    pub(crate) fn text(&self) -> &str {
        self.0.as_str()
    }
}

impl Read for Pattern {
    fn read(node: Node<'_>, reader: &mut Reader) -> Option<Pattern> {
        let text = reader.text(node)?;
        if text.len() > limits::PATTERN_BYTES {
            let message = format!("{} has more than {} bytes", subject(node), limits::PATTERN_BYTES);
            reader.refuse(node, message);
            return None;
        }
        match RegexBuilder::new(text).size_limit(limits::PATTERN_SIZE).dfa_size_limit(limits::PATTERN_SIZE).build() {
            Ok(regex) => Some(Pattern(regex)),
            Err(error) => {
                // The crate draws the expression, and says what is wrong in the last line.
                let reason = error.to_string();
                let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
                let reason = if matches!(error, regex::Error::CompiledTooBig(_)) {
                    "it is too large when it is compiled".to_owned()
                } else {
                    reason
                };
                reader.refuse(node, format!("{} is no regular expression: {reason}", subject(node)));
                None
            }
        }
    }
}

json_schema_of!(
    Pattern,
    json_schema!({ "type": "string", "format": "regex", "maxLength": limits::PATTERN_BYTES, "examples": ["^[a-z][a-z0-9-]*$"] })
);
