//! Identifiers of what a binding in a wrangler configuration is bound to.

use core::fmt;

use crate::placeholder::{self, is_placeholder};
use crate::text::{Text, text_value};

/// Identifier of the service, tunnel or network that is bound, with at least one character.
///
/// A placeholder of the documentation such as `<YOUR_TUNNEL_ID>` is none. The text is kept as it was given.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::BindingId;
///
/// let id: BindingId = "cf1:network".parse()?;
/// assert_eq!(id.as_str(), "cf1:network");
/// assert!("<YOUR_TUNNEL_ID>".parse::<BindingId>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidBindingId>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BindingId(Text);

text_value!(BindingId, InvalidBindingId, check);

fn check(text: &str) -> Result<(), InvalidBindingId> {
    if text.is_empty() {
        Err(InvalidBindingId(Reason::Empty))
    } else if is_placeholder(text) {
        Err(InvalidBindingId(Reason::Placeholder))
    } else {
        Ok(())
    }
}

/// Why a text is no id of what is bound: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidBindingId(Reason);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Reason {
    Empty,
    Placeholder,
}

impl InvalidBindingId {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self.0 {
            Reason::Empty => None,
            Reason::Placeholder => Some(placeholder::HELP),
        }
    }
}

impl fmt::Display for InvalidBindingId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Reason::Empty => "an id has at least one character",
            Reason::Placeholder => placeholder::REASON,
        })
    }
}

impl core::error::Error for InvalidBindingId {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::BindingId;

    #[test]
    fn takes_everything_but_nothing_and_placeholders() {
        for text in [" ", "a", "cf1:network", "<<a>>", "<a> ", "a<b>", "東京", &"n".repeat(1_000)] {
            assert_eq!(text.parse::<BindingId>().expect(text).as_str(), text);
        }
        for text in ["", "<>", "<YOUR_TUNNEL_ID>"] {
            assert!(text.parse::<BindingId>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!("".parse::<BindingId>().unwrap_err().to_string(), "an id has at least one character");
        let error = "<YOUR_TUNNEL_ID>".parse::<BindingId>().unwrap_err();
        assert_eq!(error.to_string(), "that is a placeholder");
        assert_eq!(error.help(), Some("put the real value in its place"));
    }
}
