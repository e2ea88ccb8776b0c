//! Identifiers of accounts.

use core::fmt;

use crate::text::{Text, text_value};

/// Identifier of an account, of 1 to 32 characters.
///
/// The API gives 32 hexadecimal digits; its description promises the length only, so any characters are taken. Only `.` and
/// `..` are not: however they are encoded, a URL with one of them as a path segment names something else (RFC 3986
/// section 5.2.4).
///
/// # Examples
///
/// ```
/// use vpcheck_scalars::AccountId;
///
/// let account: AccountId = "023e105f4ecef8ad9ca31a8372d0c353".parse()?;
/// assert_eq!(account.as_str().len(), AccountId::MAX_CHARACTERS);
/// assert!("".parse::<AccountId>().is_err());
/// # Ok::<(), vpcheck_scalars::InvalidAccountId>(())
/// ```
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct AccountId(Text);

impl AccountId {
    /// How many characters it has at most.
    pub const MAX_CHARACTERS: usize = 32;
}

text_value!(AccountId, InvalidAccountId, check);

fn check(text: &str) -> Result<(), InvalidAccountId> {
    if text.is_empty() {
        return Err(InvalidAccountId(Reason::Empty));
    }
    if matches!(text, "." | "..") {
        return Err(InvalidAccountId(Reason::DotSegment));
    }
    let characters = text.chars().count();
    if characters > AccountId::MAX_CHARACTERS { Err(InvalidAccountId(Reason::TooLong { characters })) } else { Ok(()) }
}

/// Why a text is no account id: the end of a sentence that names it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct InvalidAccountId(Reason);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Reason {
    Empty,
    DotSegment,
    TooLong { characters: usize },
}

impl InvalidAccountId {
    /// What to do about it, where that can be said without knowing what was meant.
    #[must_use]
    pub fn help(&self) -> Option<&'static str> {
        Some("the dashboard shows it: 32 hexadecimal digits")
    }
}

impl fmt::Display for InvalidAccountId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Reason::Empty => formatter.write_str("an account id has at least one character"),
            Reason::DotSegment => formatter.write_str("an account id is not a step in a path"),
            Reason::TooLong { characters } => {
                write!(
                    formatter,
                    "an account id has at most {} characters and this has {characters}",
                    AccountId::MAX_CHARACTERS
                )
            }
        }
    }
}

impl core::error::Error for InvalidAccountId {}

#[cfg(test)]
mod tests {
    use std::string::ToString as _;

    use super::AccountId;

    #[test]
    fn counts_characters() {
        for unit in ["a", "é", "東", "📦"] {
            for count in 0..40 {
                let text = unit.repeat(count);
                assert_eq!(text.parse::<AccountId>().is_ok(), (1..=32).contains(&count), "{text}");
            }
        }
    }

    #[test]
    fn refuses_steps_in_a_path() {
        for (text, is_taken) in [(".", false), ("..", false), ("...", true), (".a", true)] {
            assert_eq!(text.parse::<AccountId>().is_ok(), is_taken, "{text}");
        }
    }

    #[test]
    fn says_what_is_wrong() {
        let error = "é".repeat(33).parse::<AccountId>().unwrap_err();
        assert_eq!(error.to_string(), "an account id has at most 32 characters and this has 33");
        assert_eq!("".parse::<AccountId>().unwrap_err().to_string(), "an account id has at least one character");
    }
}
