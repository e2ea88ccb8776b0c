//! Names of bindings in a wrangler configuration.

use core::fmt;

use crate::placeholder::{self, is_placeholder};
use crate::text::{Text, text_value};

/// Name under which a Worker finds a binding, with at least one character.
///
/// A placeholder of the documentation such as `<YOUR_BINDING>` is none. The text is kept as it was given.
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::BindingName;
///
/// let name: BindingName = "PRIVATE_API".parse()?;
/// assert_eq!(name.as_str(), "PRIVATE_API");
/// assert!("<YOUR_BINDING>".parse::<BindingName>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidBindingName>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct BindingName(Text);

text_value!(BindingName, InvalidBindingName, check);

fn check(text: &str) -> Result<(), InvalidBindingName> {
    if text.is_empty() {
        Err(InvalidBindingName(Reason::Empty))
    } else if is_placeholder(text) {
        Err(InvalidBindingName(Reason::Placeholder))
    } else {
        Ok(())
    }
}

/// Why a text is no binding name: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidBindingName(Reason);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Reason {
    Empty,
    Placeholder,
}

impl InvalidBindingName {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        match self.0 {
            Reason::Empty => None,
            Reason::Placeholder => Some(placeholder::HELP),
        }
    }
}

impl fmt::Display for InvalidBindingName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.0 {
            Reason::Empty => "a binding name has at least one character",
            Reason::Placeholder => placeholder::REASON,
        })
    }
}

impl core::error::Error for InvalidBindingName {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::BindingName;

    #[test]
    fn takes_everything_but_nothing_and_placeholders() {
        for text in [" ", "a", "PRIVATE_API", "<<a>>", "<a> ", "a<b>", "東京", &"n".repeat(1_000)] {
            assert_eq!(text.parse::<BindingName>().expect(text).as_str(), text);
        }
        for text in ["", "<>", "<YOUR_BINDING>"] {
            assert!(text.parse::<BindingName>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!("".parse::<BindingName>().unwrap_err().to_string(), "a binding name has at least one character");
        let error = "<YOUR_BINDING>".parse::<BindingName>().unwrap_err();
        assert_eq!(error.to_string(), "that is a placeholder");
        assert_eq!(error.help(), Some("put the real value in its place"));
    }
}
